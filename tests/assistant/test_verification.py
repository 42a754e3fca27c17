from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.draft import Line, Rendered, render
from assistant.opening import Workplace
from assistant.settings import Settings
from assistant.verification import find_flaws


@pytest.fixture(scope="module")
def passages(leadership):
    return [p for p in leadership.answers if p.listing is not None]


@pytest.fixture(scope="module")
def sound(library, passages) -> Rendered:
    return render(
        [Line("Det siger ledelsesgrundlaget:"), *(Line(passage=p) for p in passages[:3])], library
    )


def _codes(rendered, leadership):
    return {flaw.code for flaw in find_flaws(rendered, [leadership])}


def _with_citation(rendered, n, **changes):
    citations = [
        replace(citation, **changes) if citation.n == n else citation
        for citation in rendered.citations
    ]
    return Rendered(rendered.text, tuple(citations))


def test_a_sound_answer_has_no_flaw(sound, leadership):
    assert find_flaws(sound, [leadership]) == []


def test_every_passage_of_the_document_can_be_proven(library, leadership):
    rendered = render([Line(passage=passage) for passage in leadership.answers], library)
    assert find_flaws(rendered, [leadership]) == []


def test_a_spliced_quote_is_a_flaw(sound, leadership, passages):
    whole, other = passages[0].plain, passages[1].plain
    spliced = f"{whole[: len(whole) // 2]} {other[len(other) // 2 :]}"
    assert whole in sound.text
    lie = Rendered(sound.text.replace(whole, spliced), sound.citations)
    assert "quote" in _codes(lie, leadership)


def test_a_word_changed_in_the_text_is_a_flaw(sound, leadership):
    lie = Rendered(sound.text.replace("Samproduktion", "Sampoduktion"), sound.citations)
    assert lie.text != sound.text
    assert _codes(lie, leadership) == {"quote"}


@pytest.mark.parametrize(("start", "end"), [(1, 1), (-1, -1), (0, 1), (0, -1), (1, 0)])
def test_a_shifted_slice_is_a_flaw(sound, leadership, start, end):
    first = sound.citations[0]
    lie = _with_citation(sound, 1, start=first.start + start, end=first.end + end)
    assert "slice" in _codes(lie, leadership)


def test_a_quote_that_is_not_its_slice_is_a_flaw_though_the_text_holds_it(sound, leadership):
    quote = sound.citations[0].quote
    text = sound.text.replace(quote, "Ledere må alt.")
    lie = _with_citation(Rendered(text, sound.citations), 1, quote="Ledere må alt.")
    assert _codes(lie, leadership) == {"slice"}


def test_an_empty_quote_is_a_flaw(sound, leadership):
    lie = _with_citation(sound, 1, quote="", start=10, end=10)
    assert "slice" in _codes(lie, leadership)


@pytest.mark.parametrize("section", [("FUNDAMENTET",), ("Findes ikke",), ()])
def test_a_wrong_section_is_a_flaw(sound, leadership, section):
    assert _codes(_with_citation(sound, 1, section=section), leadership) == {"section"}


@pytest.mark.parametrize("changes", [{"document": "andet"}, {"version": "sha256:0"}])
def test_an_unknown_document_or_edition_is_a_flaw(sound, leadership, changes):
    assert _codes(_with_citation(sound, 1, **changes), leadership) == {"slice"}
    assert find_flaws(sound, [])


def test_a_marker_without_its_citation_is_a_flaw(sound, leadership):
    lie = Rendered(sound.text, sound.citations[:-1])
    assert _codes(lie, leadership) == {"marker"}


def test_a_citation_without_its_marker_is_a_flaw(sound, leadership):
    lie = Rendered(sound.text.replace(" [3]", ""), sound.citations)
    assert "marker" in _codes(lie, leadership)


def test_swapped_markers_are_a_flaw(sound, leadership):
    text = sound.text.replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    assert _codes(Rendered(text, sound.citations), leadership) == {"quote"}


def test_a_claim_without_a_citation_is_a_flaw(sound, leadership):
    lie = Rendered(f"Ledere skal møde kl. 7.\n\n{sound.text}", sound.citations)
    assert find_flaws(lie, [leadership])


def test_a_claim_beside_the_quote_on_its_line_is_a_flaw(sound, leadership):
    lie = Rendered(sound.text.replace("« [1]", "« og skal møde kl. 7. [1]"), sound.citations)
    assert lie.text != sound.text
    assert find_flaws(lie, [leadership])


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory) -> Workplace:
    folder = tmp_path_factory.mktemp("klammer")
    text = (
        "# Krav\n\nLederen skal sørge for:\n\n- at holde møder, se bilag [3]\n"
        "- at skrive referat, se bilag [4]\n- at udbetale løn\n"
    )
    (folder / "krav.md").write_text(text, encoding="utf-8")
    return Workplace(Settings(documents=folder, index_dir=tmp_path_factory.mktemp("i")))


def test_a_quote_in_marks_may_itself_end_in_a_number_in_brackets(bracketed):
    item = bracketed.documents[0].answers[1]
    assert item.text.endswith("[3]")
    rendered = render([Line(passage=item)], bracketed.library)
    assert find_flaws(rendered, bracketed.documents) == []


def test_an_item_without_marks_may_itself_end_in_a_number_in_brackets(bracketed):
    item = bracketed.documents[0].answers[1]
    rendered = render([Line(passage=item, number=1, has_marks=False)], bracketed.library)
    assert find_flaws(rendered, bracketed.documents) == []


@given(data=st.data())
def test_no_other_slice_passes_for_a_passage(data, sound, leadership):
    start = data.draw(st.integers(0, len(leadership.text) - 1))
    end = data.draw(st.integers(start, len(leadership.text)))
    true = sound.citations[0]
    lie = _with_citation(sound, 1, start=start, end=end)
    is_true = leadership.text[start:end] == true.quote
    assert bool(find_flaws(lie, [leadership])) != is_true
