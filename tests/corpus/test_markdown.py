from hypothesis import given
from hypothesis import strategies as st

from corpus.loading import canonicalise
from corpus.markdown import BlockKind, parse_blocks, plain_text


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in parse_blocks(text)]


def test_headings_of_both_styles_are_blocks_without_their_marks():
    text = "# Første #\n\nAnden\n=====\n\n### Tredje\n"
    assert blocks(text) == [("heading", "Første"), ("heading", "Anden"), ("heading", "Tredje")]
    assert [block.level for block in parse_blocks(text)] == [1, 1, 3]


def test_html_code_and_rules_give_no_blocks():
    text = "<div>skjult</div>\n\n```\nkode\n```\n\n---\n\n<!-- note -->\n\n    kode\n\nTekst\n"
    assert blocks(text) == [("paragraph", "Tekst")]


def test_an_item_leaves_out_its_marker_and_keeps_its_wrapped_lines():
    text = "* Vi lytter\n  til alle\n* Vi handler\n"
    assert blocks(text) == [("item", "Vi lytter\n  til alle"), ("item", "Vi handler")]


def test_lists_apart_are_groups_apart():
    found = parse_blocks("- a\n- b\n\nTekst\n\n- c\n")
    groups = [block.group for block in found]
    assert groups[0] == groups[1] is not None
    assert groups[2] is None
    assert groups[3] not in {None, groups[0]}


def test_numbered_items_keep_the_number_they_are_written_with():
    assert [block.marker for block in parse_blocks("3. tre\n4. fire\n")] == ["3", "4"]


def test_nested_items_know_the_item_above_them():
    text = "- ude\n  1. inde\n     - inderst\n- igen\n"
    outer, inner, innermost, again = parse_blocks(text)
    assert (outer.parent, inner.parent, innermost.parent) == (None, outer.start, inner.start)
    assert again.group == outer.group


def test_a_second_paragraph_of_an_item_stands_under_it():
    item, more = parse_blocks("- punkt\n\n  mere om punktet\n")
    assert (item.kind, more.kind) == (BlockKind.ITEM, BlockKind.PARAGRAPH)
    assert more.parent == item.start


def test_lettered_lines_are_items():
    text = "Det omfatter:\na) maling\nog tapet\nb) døre\n"
    assert blocks(text) == [
        ("paragraph", "Det omfatter:"),
        ("item", "maling\nog tapet"),
        ("item", "døre"),
    ]
    assert [block.marker for block in parse_blocks(text)] == ["", "a", "b"]


def test_lettered_paragraphs_are_items_of_one_list():
    found = parse_blocks("a) maling\n\nb) døre\n\nAndet.\n")
    assert [block.kind.value for block in found] == ["item", "item", "paragraph"]
    assert found[0].group == found[1].group is not None


def test_a_single_lettered_paragraph_is_a_paragraph():
    assert blocks("a) alene\n\nAndet.\n")[0] == ("paragraph", "a) alene")


def test_table_rows_leave_out_the_outer_bars():
    text = "| Hvem | Hvad |\n|:--|--:|\n| HR | hjælp \\| råd |\nLeder | ledelse\n"
    assert blocks(text) == [
        ("table_header", "Hvem | Hvad"),
        ("row", "HR | hjælp \\| råd"),
        ("row", "Leder | ledelse"),
    ]


def test_a_footnote_is_a_block_with_its_name():
    text = "Se noten.[^bis]\n\n[^bis]: En bisidder må tale.\n"
    _, note = parse_blocks(text)
    assert (note.kind, note.marker) == (BlockKind.FOOTNOTE, "bis")
    assert text[note.start : note.end] == "En bisidder må tale."


def test_a_quotation_is_a_paragraph_without_its_first_mark():
    text = "> Man skal kunne gå hjem\n> med god samvittighed.\n"
    ((kind, source),) = blocks(text)
    assert kind == "paragraph"
    assert plain_text(source) == "Man skal kunne gå hjem med god samvittighed."


def test_plain_text_is_what_a_person_reads():
    assert plain_text("**Vi** [lytter](x)[^1]\n`til` \\*alle\\* <!-- x --> &amp; hver") == (
        "Vi lytter til *alle* & hver"
    )
    assert plain_text("![billede](x.png)") == ""


def test_an_image_alone_gives_no_block():
    assert blocks("![billede](x.png)\n\nTekst\n") == [("paragraph", "Tekst")]


@given(st.text(max_size=200))
def test_blocks_are_in_order_and_apart(text):
    end = 0
    for block in parse_blocks(canonicalise(text)):
        assert end <= block.start < block.end
        end = block.end


@given(st.text(max_size=200))
def test_plain_text_has_no_line_breaks_and_no_double_spaces(text):
    assert plain_text(text) == " ".join(plain_text(text).split())
