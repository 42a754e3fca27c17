"""Turns that want an answer again, its counterpart or its size."""

import pytest

from assistant import texts
from assistant.answer import Status
from assistant.conversation import Move

VALUES = "Hvilke ledelsesværdier er der?"
STRATEGIES = "Hvilke strategier er der?"
STEERING = "Hvad er topstyring?"
COURAGE = "Hvad er mod?"
COMMITMENT = "Hvad er commitment?"
DUTIES = "Hvad forventes af mig som leder?"


# Again.


@pytest.mark.parametrize("text", ["Læs dem op", "kan du læse dem op for mig?", "Læs listen op"])
def test_a_list_that_is_to_be_read_aloud_is_shown_again(converse, text):
    first, again = converse(VALUES, text)
    assert again.status is Status.ANSWERED
    assert [c.passage_id for c in again.citations] == [c.passage_id for c in first.citations]


def test_what_was_cited_is_read_aloud_in_full(converse):
    first, again = converse(STEERING, "Læs det op")
    assert {c.quote for c in again.citations} == {c.quote for c in first.citations}


@pytest.mark.parametrize(
    "text", ["Forklar det mere enkelt", "med andre ord", "Jeg forstår det ikke", "på godt dansk"]
)
def test_what_is_to_be_reworded_is_quoted_again_under_a_sentence(converse, text):
    first, again = converse(COMMITMENT, text)
    assert [c.quote for c in again.citations] == [c.quote for c in first.citations]
    assert again.text.startswith(texts.ONLY_QUOTES.format(document="ledelsesgrundlaget"))
    assert again.standalone_question == "Hvad står der ordret om commitment?"


@pytest.mark.parametrize("text", ["Læs det op", "med andre ord", "Hvad er modsætningen til det?"])
def test_nothing_can_be_shown_again_before_there_is_an_answer(read, text):
    assert read(text).move is Move.NOTHING_EARLIER


@pytest.mark.parametrize("text", ["Forklar mod på dansk", "Læs afsnittet om mod", "Hvad er ord?"])
def test_a_question_that_begins_alike_is_no_such_turn(read, text):
    assert read(text, STEERING).move not in {Move.REPHRASE, Move.WHOLE_LIST, Move.POINT}


# Counterparts.


def test_the_opposite_is_sought_where_the_answer_stands(converse):
    *_, opposite = converse(STEERING, "Hvad er modsætningen til det?")
    assert opposite.standalone_question == "Hvad er modsætningen til topstyring?"
    assert "modstyring" in opposite.citations[0].quote


def test_two_that_are_weighed_are_named_after_the_question(read):
    context = read("Hvilken af de to er vigtigst?", STEERING, "Og det modsatte?")
    assert context.standalone == (
        "Hvilken af de to er vigtigst: topstyring eller modsætningen til topstyring?"
    )


def test_them_in_the_middle_of_a_question_of_its_own_are_not_the_two_last_spoken_of(read):
    asked = "Skal fejl registreres som utilsigtede hændelser, før man kan lære af dem?"
    assert read(asked, STEERING, "Hvad er mod?").standalone == asked


def test_a_leave_that_the_answer_does_not_give_is_not_read_out_of_other_places(converse):
    first, leave = converse(STEERING, "Må jeg så bestemme det hele selv?")
    assert leave.status is Status.NEAREST
    assert leave.text.startswith(texts.NEAREST)
    assert [c.quote for c in leave.citations] == [first.citations[0].quote]


def test_the_others_are_shown_where_they_are_asked_for_the_same(converse):
    first, others = converse(COMMITMENT, "Har de andre to også spørgsmål?")
    assert [c.quote for c in others.citations if c.quote.endswith(":")] == [
        "Fælles kurs:",
        "Koordinering:",
    ]
    assert first.citations[0].passage_id not in {c.passage_id for c in others.citations}


# Points.


def test_the_points_of_a_point_are_counted(converse):
    *_, counted = converse(VALUES, "Hvor mange punkter har den første?")
    assert counted.points == 7
    assert texts.COUNTS.format(count=7) in counted.text


def test_a_number_that_the_last_answer_lacks_is_looked_for_in_the_last_long_list(converse):
    turns = (COURAGE, "giv mig det hele", "Gælder det også mig som ny?", "Hvad betyder punkt 6?")
    *_, between, sixth = converse(*turns)
    assert between.points < 6
    assert [c.quote for c in sixth.citations] == ["Skaber rum for selvledelse"]


def test_a_reason_between_does_not_take_the_place_of_a_list(converse):
    *_, first = converse(STRATEGIES, "uddyb punkt 2", "Hvorfor?", "Og hvad med den første?")
    assert first.citations[0].quote == "A. Topstyring og netværks- og fællesskabsstyring"


def test_a_short_version_is_of_the_last_answer_in_the_documents_order(converse):
    *_, point, short = converse(VALUES, "uddyb punkt 1", "kortere")
    assert {c.quote for c in short.citations} < {c.quote for c in point.citations}
    starts = [c.start for c in short.citations]
    assert starts == sorted(starts)
    assert "Tillid og respekt" in short.standalone_question


# Places and reasons.


def test_a_section_stands_in_one_place(converse):
    shown, place = converse("Vis afsnittet om mod", "Hvor står det?")
    assert len(shown.citations) > 10
    assert len(place.citations) == 1
    assert place.citations[0].quote.startswith("Mod handler")


def test_a_list_stands_in_one_place_that_is_no_point_of_it(converse):
    *_, place = converse(DUTIES, "Hvor står det?")
    assert [c.label for c in place.citations] == ["Krav og forventning"]


@pytest.mark.parametrize("opened", [DUTIES, COURAGE, VALUES])
def test_no_reason_is_a_bare_lead_in(converse, opened):
    *_, why = converse(opened, "uddyb punkt 1", "Hvorfor?")
    assert not any(c.quote.rstrip().endswith(":") for c in why.citations)


def test_a_question_word_leaves_its_link_behind(read):
    asked = read("Og hvorfor?", "Hvornår er det godkendt?").standalone
    assert asked == "Hvorfor er det sådan med ledelsesgrundlaget?"
