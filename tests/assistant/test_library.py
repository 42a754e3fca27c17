import pytest

from assistant.library import Library
from assistant.opening import Workplace
from assistant.settings import Settings


def test_every_passage_knows_its_document(library, leadership):
    for passage in leadership.passages:
        assert library.document_of(passage).name == leadership.name
        assert library.passage(passage.id) == passage


def test_the_items_of_a_list_come_in_order(library, listing_under):
    items = library.items(listing_under("FORVENTNING"))
    assert [item.number for item in items] == [1, 2, 3, 4]
    assert items[0].plain.startswith("Acceptere nødvendigheden")


def test_every_item_of_a_list_has_its_lead_in(library, listing_under):
    listing = listing_under("Mod")
    lead_in = library.passage(listing.lead_in)
    assert all(library.lead_in(item) == lead_in for item in library.items(listing))
    assert library.lead_in(library.documents[0].answers[0]) is None


def test_names_are_those_of_the_document_and_its_owner_in_any_form(library):
    assert {"ledelsesgrundlaget", "soroe", "kommune", "kommunes"} <= library.names
    assert "mod" not in library.names


def test_a_document_is_called_by_its_short_name(library):
    assert library.subject_name() == "ledelsesgrundlaget"
    assert library.contact == "HR i Sorø Kommune"


def test_a_misspelt_word_is_mended_and_a_sound_question_left(library):
    assert library.respell("Hvad er social kaptial?") == "Hvad er social kapital?"
    assert library.respell("Hvad er social kapital?") == "Hvad er social kapital?"


@pytest.fixture(scope="module")
def two_documents(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("two")
    for name in ("ferie", "loen"):
        text = f"---\nsubject: {name}politikken\n---\n# Leder\n\nLederen holder {name}møder.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return Workplace(Settings(documents=folder, index_dir=tmp_path_factory.mktemp("i"))).library


def test_several_documents_are_called_by_the_one_that_is_quoted(two_documents):
    assert two_documents.subject_name() == "dokumenterne"
    passage = two_documents.documents[0].answers[0]
    assert two_documents.subject_name([passage]) == "feriepolitikken"
    assert two_documents.contact == ""


def test_a_search_gives_the_best_passages_first(library):
    hits = library.search("social kapital", 5)
    assert len(hits) == 5
    assert hits[0].passage.plain.startswith("Social kapital er")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
