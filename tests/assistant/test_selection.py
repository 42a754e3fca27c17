import pytest

from assistant.question import understand
from assistant.selection import prefer_fitting, select, side_question


def _select(library, text):
    question = understand(text)
    sides = [library.retriever.retrieve(side_question(side), 8) for side in question.sides]
    return select(question, library.search(text, 50), library, sides=sides)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad er social kapital?",
        "Hvem har godkendt ledelsesgrundlaget?",
        "Hvornår gennemførte kommunen projektet Fællesskabsledelse?",
        "Hvor stammer ordet kommune fra?",
        "Skal lederen være forandringsparat?",
    ],
)
def test_a_specific_question_gets_one_to_three_passages(library, question):
    selection = _select(library, question)
    assert selection.listing is None
    assert selection.sides == ()
    assert 1 <= len(selection.passages) <= 3


def test_a_list_question_gets_a_list_and_no_passages(library):
    selection = _select(library, "Hvilke fire kapitalformer er der?")
    assert selection.listing is not None
    assert selection.passages == ()
    assert selection.others == ()


def test_a_broad_question_points_to_the_other_lists(library):
    assert len(_select(library, "Hvad forventes af mig som ny leder?").others) == 3


def test_a_comparison_gets_both_sides_and_no_passage_twice(library):
    selection = _select(library, "Hvad er forskellen på topstyring og netværksstyring?")
    one, other = selection.sides
    assert one.passages
    assert other.passages
    assert not {p.id for p in one.passages} & {p.id for p in other.passages}


def test_a_comparison_with_the_unknown_is_no_comparison(library):
    selection = _select(library, "Hvad er forskellen på mod og bananer?")
    assert selection.sides == () or all(side.passages for side in selection.sides)


def test_a_place_question_gets_the_passages_that_mention_it_in_order(library):
    selection = _select(library, "Hvor står der noget om diversitet?")
    assert selection.are_places
    assert [p.start for p in selection.passages] == sorted(p.start for p in selection.passages)
    assert all("diversitet" in p.plain.lower() for p in selection.passages)
    assert len(selection.passages) == 2


def test_a_place_question_finds_no_part_of_a_compound(library):
    selection = _select(library, "Hvor står der noget om selvledelse?")
    assert all("selvledelse" in p.plain for p in selection.passages)


def test_a_place_question_finds_the_word_in_another_form(library):
    selection = _select(library, "Hvor står der noget om videndeling?")
    assert any("videndele" in p.plain for p in selection.passages)


def test_a_definition_lifts_the_passage_that_its_subject_opens(library):
    text = "Hvad er topstyring?"
    ranked = prefer_fitting(understand(text), library.search(text, 50))
    assert ranked[0].passage.plain.startswith("Topstyring er")


def test_a_question_of_time_lifts_the_passages_with_a_date(library):
    text = "Hvornår blev det besluttet?"
    hits = library.search(text, 20)
    ranked = prefer_fitting(understand(text), hits)
    before = {hit.passage.id: hit.score for hit in hits}
    lifted = [hit for hit in ranked if hit.score > before[hit.passage.id]]
    assert lifted
    assert all("2016" in h.passage.plain or "2013" in h.passage.plain for h in lifted)


def test_preferring_neither_loses_nor_invents_a_passage(library):
    text = "Hvad er mod?"
    hits = library.search(text, 30)
    ranked = prefer_fitting(understand(text), hits)
    assert sorted(hit.passage.id for hit in ranked) == sorted(hit.passage.id for hit in hits)
    assert [hit.score for hit in ranked] == sorted((hit.score for hit in ranked), reverse=True)


def test_nothing_found_selects_nothing(library):
    selection = select(understand("Hvad er mod?"), [], library)
    assert selection.passages == ()
    assert selection.listing is None
