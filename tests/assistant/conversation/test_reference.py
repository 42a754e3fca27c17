import pytest

from assistant.answer import Status
from assistant.conversation import Move

COURAGE = "Hvad betyder mod omsat til ledelseskompetence?"
VALUES = "Hvilke ledelsesværdier er der?"
DUTIES = "Hvad forventes af mig som leder?"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("uddyb punkt 2", 2),
        ("Hvad med nr. 3?", 3),
        ("pkt. 1", 1),
        ("hvad betyder det andet?", 2),
        ("uddyb det sidste punkt", 4),
        ("og det første", 1),
        ("hvad går den første ud på?", 1),
        ("nummer to", 2),
        ("det andet punkt", 2),
        ("den sidste af de fire", 4),
        ("Sig lidt mere om det tredje", 3),
    ],
)
def test_a_number_refers_to_a_point_of_the_last_answer(read, after, text, number):
    (passage,) = read(text, DUTIES).passages
    assert passage == after(DUTIES).last.citations[number - 1].passage_id


@pytest.mark.parametrize("text", ["uddyb punkt 9", "uddyb punkt 0"])
def test_a_point_that_is_not_there_is_said_with_how_many_there_are(read, converse, text):
    assert read(text, DUTIES).move is Move.NO_SUCH_POINT
    *_, answer = converse(DUTIES, text)
    assert answer.status is Status.META
    assert answer.text == "Der er 4 punkter i svaret. Skriv for eksempel »uddyb punkt 1«."


@pytest.mark.parametrize(("text", "numbers"), [("punkt 2 og 3", [2, 3]), ("de to første", [1, 2])])
def test_several_points_can_be_referred_to(read, after, text, numbers):
    citations = after(DUTIES).last.citations
    assert list(read(text, DUTIES).passages) == [citations[n - 1].passage_id for n in numbers]


def test_the_points_are_those_of_the_list_after_one_was_elaborated(read, after):
    (passage,) = read("og punkt 4?", DUTIES, "uddyb punkt 2").passages
    assert passage == after(DUTIES).last.citations[3].passage_id


def test_a_number_with_a_subject_of_its_own_stands_alone(read):
    context = read("Hvad er punkt 2 under fællesskabsledelse?", COURAGE)
    assert context.move is Move.ASK
    assert not context.is_dangling


def test_a_letter_names_a_heading(read, library):
    (passage,) = read("og C?", "Hvilke tre strategier er valgt?").passages
    assert library.passage(passage).plain.startswith("C. Professionel kapital")


def test_the_others_are_those_not_told_yet(read, library):
    labels = [
        library.passage(p).label
        for p in read("og de to andre?", VALUES, "uddyb den anden").passages
    ]
    assert labels == ["Ledelsesværdi: Tillid og respekt", "Ledelsesværdi: Fællesskabsledelse"]


def test_the_rest_is_what_follows_the_first_points_asked_for(read, listing_under):
    context = read("og resten?", f"{COURAGE} Giv mig de tre første punkter.")
    assert context.passages == listing_under("Mod").items[3:]


def test_the_last_of_three_sections_is_found_though_the_answer_gave_one(read, library):
    before = ("Hvilke spørgsmål hører under fælles kurs?", "Og koordinering?")
    (passage,) = read("Og den sidste af de tre?", *before).passages
    assert library.passage(passage).plain.startswith("Commitment")
