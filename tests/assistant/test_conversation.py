import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.conversation import LONGEST_CONVERSATION, Conversation, contextualise


def _citation(n):
    return Citation(n, "dok", "v", ("Mod",), f"Mod, punkt {n}", f"mod-{n}", f"nr. {n}", n, n + 5)


ANSWER = Answer(
    "Hvad er mod?",
    "Hvad er mod?",
    Status.ANSWERED,
    "…",
    tuple(_citation(n) for n in (1, 2, 3)),
    points=3,
)
REFUSED = Answer("Ferie?", "Ferie?", Status.REFUSED, "Nej.")
TALK = Conversation().after(ANSWER)


def test_a_question_that_stands_alone_is_left_as_it_is():
    question = "Hvilke kapitalformer består professionel kapital af?"
    assert contextualise(question, TALK).standalone == question
    assert contextualise(question, Conversation()).standalone == question


@pytest.mark.parametrize(
    "text", ["Hvor står det?", "hvor staar det henne", "og hvor finder jeg det?"]
)
def test_where_is_that_asks_for_the_last_answer_s_place(text):
    context = contextualise(text, TALK)
    assert context.asks_place
    assert not context.is_dangling
    assert contextualise(text, Conversation()).is_dangling


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("uddyb punkt 2", 2),
        ("Hvad med nr. 3?", 3),
        ("pkt. 1", 1),
        ("hvad betyder det andet?", 2),
        ("uddyb det sidste punkt", 3),
        ("og det første", 1),
    ],
)
def test_a_number_refers_to_the_last_answer_s_citation(text, n):
    refers_to = contextualise(text, TALK).refers_to
    assert refers_to is not None
    assert refers_to.n == n


@pytest.mark.parametrize(
    "text", ["hvad dækker det andet?", "fortæl mere om det andet", "sig mere om punkt 2"]
)
def test_more_ways_to_refer_to_the_last_answer_s_citation(text):
    refers_to = contextualise(text, TALK).refers_to
    assert refers_to is not None
    assert refers_to.n == 2


@pytest.mark.parametrize("text", ["uddyb punkt 4", "uddyb punkt 0"])
def test_a_number_that_was_not_shown_dangles(text):
    assert contextualise(text, TALK).is_dangling
    assert contextualise("uddyb punkt 1", Conversation()).is_dangling


def test_a_number_with_a_subject_of_its_own_stands_alone():
    context = contextualise("Hvad er punkt 2 under fællesskabsledelse?", TALK)
    assert context.refers_to is None
    assert not context.is_dangling


def test_og_hvad_med_becomes_a_question_of_its_own():
    assert contextualise("Og hvad med tillid?", TALK).standalone == "Hvad er tillid?"


@pytest.mark.parametrize("text", ["Hvorfor er det vigtigt?", "Hvem gør det?", "hvorfor?"])
def test_a_pronoun_leans_on_the_last_question(text):
    assert contextualise(text, TALK).standalone == f"Hvad er mod? {text}"
    assert contextualise(text, Conversation()).standalone == text


def test_a_refusal_leaves_the_answer_before_it_to_refer_to():
    assert TALK.after(REFUSED).last == ANSWER
    assert Conversation().after(REFUSED).last is None


def test_a_conversation_is_not_changed_by_going_on():
    before = Conversation()
    after = before.after(ANSWER)
    assert before.turns == ()
    assert len(after.turns) == 1


def test_only_the_last_turns_are_remembered():
    talk = Conversation()
    for _ in range(LONGEST_CONVERSATION + 3):
        talk = talk.after(ANSWER)
    assert len(talk.turns) == LONGEST_CONVERSATION


@given(st.text(max_size=60))
def test_any_text_can_be_put_in_context(text):
    assert contextualise(text, TALK).standalone
    assert contextualise(text, Conversation()).standalone == text
