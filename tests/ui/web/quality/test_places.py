import pytest

from evals.gold.place import Directory
from ui.errors import InputUnusableError
from ui.failure import explain
from ui.web.quality.places import NOT_IN_DOCUMENT, NOWHERE, Place, Places, find_called


def test_every_section_and_every_passage_can_be_chosen_and_found_again(context, workplace):
    places = Places(context.service)
    document = workplace.documents[0]
    found = [places.find(key) for _, key in places.choices]
    assert found[0] is NOWHERE
    assert {place.passage_id for place in found} - {""} == {p.id for p in document.answers}
    assert len({key for _, key in places.choices}) == len(found)
    for place in found:
        assert places.locate(place.section, place.passage_id).passages >= place.passages


def test_a_section_is_where_all_of_its_passages_are(context, workplace):
    document = workplace.documents[0]
    section = document.sections[-1]
    place = Places(context.service).locate(section.label, "")
    assert place.passages == {passage.id for passage in document.under(section.path)}


def test_a_place_is_found_by_what_people_call_it_in_any_case(context):
    places = Places(context.service).all
    assert find_called("krav og FORVENTNING", places).section == "Krav og forventning"
    assert find_called("Krav og forventning, punkt 2", places).passage_id
    assert find_called("  ", places) is NOWHERE


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("Mod", "Ledelsesværdi: Mod"),
        ("ledelsesvaerdi mod", "Ledelsesværdi: Mod"),
        ("Vilkaaret", "Vilkåret"),
        ("Topstyring og netværks- og fællesskabsstyring", "Strategi A"),
        ("koordinering", "Strategi B › Koordinering"),
        ("Tillid og respekt", "Ledelsesværdi: Tillid og respekt"),
        ("mod punkt 2", "Ledelsesværdi: Mod, punkt 2"),
        ("Strategi A, punkt 1", "Strategi A, punkt 1"),
    ],
)
def test_a_short_name_is_read_as_the_evals_read_it(context, workplace, name, section):
    place = find_called(name, Places(context.service).all)
    assert place.section == section
    found = {passage.id for passage in Directory(workplace.documents).find(name)}
    assert place.passages <= found


@pytest.mark.parametrize(
    ("name", "code", "close"),
    [
        ("Mood", "case_place_close", "Ledelsesværdi: Mod"),
        ("Krav og forventninger", "case_place_close", "Krav og forventning"),
        ("Ferie", "case_place_unknown", None),
    ],
)
def test_an_unknown_name_is_told_with_what_is_close(context, name, code, close):
    with pytest.raises(InputUnusableError) as caught:
        find_called(name, Places(context.service).all)
    assert (caught.value.code, caught.value.fields.get("close")) == (code, close)


def test_a_name_of_several_sections_is_asked_about():
    places = [
        Place(f"afsnit:{label}", label, label, names=frozenset({"formaal"})) for label in "AB"
    ]
    with pytest.raises(InputUnusableError) as caught:
        find_called("Formål", places)
    assert explain(caught.value) == "»Formål« kan være flere afsnit. Mente du »A« eller »B«?"


def test_what_was_typed_is_a_place_only_where_one_is_meant(context):
    places = Places(context.service)
    key = places.choose("krav og forventning").key
    assert places.choose(key).passage_id == ""
    assert places.choose(" hele afsnittet: KRAV og forventning ").key == key
    assert places.choose("står ikke i dokumentet") is NOWHERE
    only = places.choose("krav og forventning, punkt 2")
    assert places.choose_passage("krav og forventning, punkt 2") == only.passage_id
    for typed, code in [("mod", "case_place_ambiguous"), ("Ferieloven", "case_place_unknown")]:
        with pytest.raises(InputUnusableError) as caught:
            places.choose(typed)
        assert caught.value.code == code


def test_what_is_no_place_is_none(context):
    places = Places(context.service)
    assert places.find("borte") is None
    assert places.find(None) is None
    assert places.locate("Krav og forventning", "borte-12345678") is None
    assert places.locate("Borte", "") is None
    assert places.find(NOT_IN_DOCUMENT).passages == frozenset()


def test_a_long_passage_is_shown_by_its_beginning(context, workplace):
    shown = {key: name for name, key in Places(context.service).passage_choices}
    longest = max(workplace.documents[0].answers, key=lambda passage: len(passage.plain))
    assert shown[longest.id].endswith(" …")
    assert len(shown[longest.id]) < 200
