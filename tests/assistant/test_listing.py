import pytest

from assistant.listing import find_listing, names_listing, other_listings
from assistant.question import understand


def _find(library, text):
    question = understand(text, ignored=library.names)
    return find_listing(question, library.search(text, 50), library)


@pytest.mark.parametrize(
    ("question", "heading", "count"),
    [
        ("Hvad forventes af mig som leder?", "KRAV OG FORVENTNING", 4),
        ("Hvilke kompetencer hører til ledelsesværdien mod?", "Ledelsesværdi: Mod", 9),
        ("Hvilke fire kapitalformer er der?", "C. Professionel kapital", 4),
        ("Hvor mange punkter er der under fællesskabsledelse?", "Fællesskabsledelse", 6),
        ("Hvad vil velfærdsudfordringerne kræve højere grad af?", "VILKÅRET", 3),
    ],
)
def test_a_list_question_finds_its_list(library, question, heading, count):
    listing = _find(library, question)
    assert listing is not None
    assert listing.section[-1].endswith(heading)
    assert len(listing.items) == count


def test_the_strategies_are_a_list_of_sections(library):
    listing = _find(library, "Hvilke tre grundlæggende strategier er der?")
    assert listing is not None
    assert listing.of_sections
    assert len(listing.items) == 3


@pytest.mark.parametrize(
    "question", ["Hvad er social kapital?", "Hvem godkendte det?", "Hvor står der noget om mod?"]
)
def test_a_specific_question_finds_no_list(library, question):
    assert _find(library, question) is None


def test_nothing_found_is_no_list(library):
    assert find_listing(understand("Hvilke krav er der?"), [], library) is None


def test_the_table_of_contents_is_no_list_to_be_given(library):
    for question in ("Hvilke afsnit er der om ledelse?", "Hvilke dele har teksten?"):
        listing = _find(library, question)
        assert listing is None or len(listing.section) > 0


def test_a_list_is_named_by_its_heading(library):
    assert names_listing(understand("Hvor mange punkter er der under mod?"), library)
    assert not names_listing(understand("Hvor mange feriedage er der?"), library)
    assert not names_listing(understand("Hvad er mod?"), library)


def test_the_other_lists_are_those_about_leaders_in_order(library, listing_under):
    others = other_listings(listing_under("FORVENTNING"), library)
    assert [len(listing.items) for listing in others] == [7, 9, 6]
    assert [listing.section[-1] for listing in others] == [
        "Ledelsesværdier: Tillid og respekt",
        "Ledelsesværdi: Mod",
        "Ledelsesværdi: Fællesskabsledelse",
    ]
