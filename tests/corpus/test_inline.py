import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.inline import Run, read_cells, read_runs
from corpus.markdown import plain_text

MARKDOWN = st.text(st.sampled_from("ab *_`[]()!<>&|\\\n^1."), max_size=40)


def text_of(runs):
    return "".join(run.text for run in runs)


@given(MARKDOWN)
def test_the_words_of_a_slice_are_its_plain_text(source):
    assert text_of(read_runs(source)) == plain_text(source)


@given(MARKDOWN)
def test_neighbours_in_one_style_are_one_run(source):
    runs = [run for run in read_runs(source) if not run.note]
    assert all(run.text for run in runs)


def test_bold_and_italic_are_kept_and_may_lie_in_each_other():
    assert read_runs("a **b *c*** d") == (
        Run("a "),
        Run("b ", is_bold=True),
        Run("c", is_bold=True, is_italic=True),
        Run(" d"),
    )


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("se [siden](https://example.org)", "se siden"),
        ("![billede](x.png) efter", "efter"),
        ("et <b onclick='x'>ord</b>", "et ord"),
        ("`kode <i>` &amp; \\*", "kode <i> & *"),
        ("en\n> to", "en to"),
    ],
)
def test_of_links_and_html_the_text_alone_is_left(source, read):
    assert read_runs(source) == (Run(read),)


def test_a_note_stands_where_the_document_has_it():
    assert read_runs("Ja.[^1] Nej.") == (Run("Ja."), Run("", note="1"), Run(" Nej."))


def test_a_note_may_stand_right_after_bold_words():
    assert read_runs("**Ja.**[^1] Nej") == (
        Run("Ja.", is_bold=True),
        Run("", note="1"),
        Run(" Nej"),
    )


def test_a_note_that_would_change_the_words_stands_at_the_end():
    assert read_runs("_a_[^1]b") == (Run("_a_b"), Run("", note="1"))


def test_cells_part_at_the_bars_that_are_not_escaped():
    cells = read_cells(r"a \| b | **c** | ")
    assert [text_of(cell) for cell in cells] == ["a | b", "c", ""]
    assert cells[1][0].is_bold


@given(st.lists(st.text("abc *", max_size=6), min_size=1, max_size=4))
def test_no_cell_is_lost(texts):
    assert len(read_cells(" | ".join(text.replace("*", "x") for text in texts))) == len(texts)
