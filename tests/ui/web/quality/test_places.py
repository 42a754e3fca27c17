from ui.web.quality.places import NOT_IN_DOCUMENT, NOWHERE, Places


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
    places = Places(context.service)
    assert places.named("krav og FORVENTNING").section == "Krav og forventning"
    assert places.named("Krav og forventning, punkt 2").passage_id
    assert places.named("  ") is NOWHERE
    assert places.named("Ferie") is None


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
