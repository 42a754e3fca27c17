import re

import pytest

from assistant import texts
from assistant.composition import compose, compose_elaboration, compose_place
from assistant.question import understand
from assistant.selection import Selection, Side


def _compose(library, text, selection):
    return compose(understand(text, ignored=library.names), selection, library)


def test_a_whole_list_is_its_lead_in_its_items_and_its_count(library, listing_under):
    listing = listing_under("FORVENTNING")
    rendered = _compose(library, "Hvilke krav er der?", Selection(listing=listing))
    blocks = rendered.text.split("\n\n")
    assert blocks[0].startswith("Som leder i Sorø Kommune skal man kunne engagere sig")
    assert [line[:3] for line in blocks[1].splitlines()] == ["1. ", "2. ", "3. ", "4. "]
    assert blocks[2] == "*4 af 4 punkter (Krav og forventning).*"
    assert len(blocks) == 3


def test_a_count_is_said_first_and_the_items_follow(library, listing_under):
    listing = listing_under("Mod")
    rendered = _compose(library, "Hvor mange punkter er der om mod?", Selection(listing=listing))
    assert rendered.text.startswith("Der er 9 punkter på listen:\n\n")
    assert "\n9. Giver mulighed" in rendered.text


def test_the_other_lists_are_pointed_to_with_their_counts(library, listing_under):
    selection = Selection(listing=listing_under("FORVENTNING"), others=(listing_under("Mod"),))
    rendered = _compose(library, "Hvad forventes af en leder?", selection)
    assert rendered.text.endswith(f"{texts.MORE_LISTS}\n\n- Ledelsesværdi: Mod (9 punkter)")
    assert len(rendered.citations) == 5


def test_an_employee_is_told_what_the_leader_does_where_the_lead_in_ends_in_the_leader(
    library, listing_under
):
    asked = "Hvad kan jeg forvente af min leder?"
    ends_in_leader = _compose(library, asked, Selection(listing=listing_under("Mod")))
    assert ends_in_leader.text.startswith(
        "Du kan forvente, at din leder …\n\nLedelsesværdien omsat til ledelseskompetence betyder, "
        "at lederen: [10]"
    )
    other = _compose(library, asked, Selection(listing=listing_under("FORVENTNING")))
    assert texts.EXPECTS_LEADER_DOES not in other.text
    assert other.text.startswith(texts.EXPECTS_OF_LEADER)


def test_a_comparison_shows_both_sides(library, leadership):
    one, other = (p for p in leadership.answers if p.plain.startswith(("Social k", "Menneskelig")))
    rendered = _compose(
        library, "Sammenlign dem", Selection(sides=(Side("a", (one,)), Side("b", (other,))))
    )
    assert rendered.text.startswith("Sådan beskriver ledelsesgrundlaget de to:")
    assert [citation.quote for citation in rendered.citations] == [one.text, other.text]


def test_a_definition_is_introduced_as_one(library, leadership):
    passage = next(p for p in leadership.answers if p.plain.startswith("Social kapital"))
    rendered = _compose(library, "Hvad er social kapital?", Selection(passages=(passage,)))
    assert rendered.text == f"{texts.DEFINES.format(document='ledelsesgrundlaget')}\n\n" + (
        f"»{passage.text}« [1]"
    )


def test_an_open_lead_in_is_written_once_and_then_stands_as_an_ellipsis(library, listing_under):
    items = library.items(listing_under("Mod"))
    rendered = _compose(library, "Hvad skal jeg?", Selection(passages=items[2:4]))
    assert rendered.text.count("betyder, at lederen:") == 1
    assert "\n- … »Er visionær" in rendered.text


def test_a_lead_in_that_is_a_sentence_of_its_own_is_not_repeated(library, leadership):
    passage = next(p for p in leadership.answers if p.plain.startswith("Beslutningskapital er"))
    rendered = _compose(library, "Hvad er det?", Selection(passages=(passage,)))
    assert "består af tre kapitalformer" not in rendered.text


def test_an_english_question_gets_one_english_sentence_and_danish_quotes(library, listing_under):
    selection = Selection(listing=listing_under("Mod"))
    rendered = _compose(library, "What is courage to the leader?", selection)
    first, *rest = rendered.text.split("\n\n")
    assert first == texts.ENGLISH
    assert first.count(".") + first.count(":") == 1
    assert all(re.search(r" \[\d+\]$", line) for block in rest for line in block.splitlines())


def test_a_place_is_its_label_with_the_quote(library, leadership):
    passage = leadership.answers[0]
    assert compose_place([passage], library).text.startswith(
        f"Det står her:\n\n- **{passage.label}:** »"
    )
    two = compose_place(leadership.answers[:2], library)
    assert two.text.startswith("Det står 2 steder:")


def test_an_elaboration_is_the_passage_with_what_introduces_it(library, listing_under):
    item = library.items(listing_under("Mod"))[5]
    rendered = compose_elaboration(item, library)
    assert rendered.text.endswith("at lederen: »Skaber rum for selvledelse« [1]")


@pytest.mark.parametrize(
    ("folder", "sub_item"),
    [("personalepolitik", "på telefon mellem"), ("ledelse-sygehus", "højst fem mål")],
)
def test_a_nested_list_is_given_with_its_sub_items(elsewhere, folder, sub_item):
    library = elsewhere(folder).library
    sub = next(p for d in library.documents for p in d.answers if p.plain.startswith(sub_item))
    outer = library.documents[0].listing_by_id[library.lead_in(sub).listing]
    rendered = _compose(library, "Nævn dem", Selection(listing=outer))
    assert sub.plain in rendered.text
    assert re.search(r"\*3 af 3 punkter \(.+\)\.\*$", rendered.text)


def test_a_sub_item_is_indented_under_its_item(elsewhere):
    library = elsewhere("ledelse-sygehus").library
    sub = next(p for p in library.documents[0].answers if p.plain.startswith("højst fem mål"))
    outer = library.documents[0].listing_by_id[library.lead_in(sub).listing]
    rendered = _compose(library, "Nævn dem", Selection(listing=outer))
    assert re.search(r"^ {3}- højst fem mål", rendered.text, re.MULTILINE)
