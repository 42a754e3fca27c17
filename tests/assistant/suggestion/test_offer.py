from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.answer import Status
from assistant.answerability.model import load_answerability
from assistant.conversation import Conversation
from assistant.pipeline import Ask, Assistant
from assistant.question import Role
from assistant.suggestion import Suggestions
from assistant.suggestion.scene import question_key

ROLES = (None, *Role)
OTHERS = ("personalepolitik", "ledelse-sygehus", "vedtaegt", "uden-overskrifter")
CONVERSATIONS = {
    Role.LEADER: ("Hvad forventes af mig som leder?", "Hvorfor er det vigtigt?"),
    Role.EMPLOYEE: ("Må jeg sige min leder imod?", "Hvor mange feriedage har jeg?"),
    Role.HR: ("Hvilke punkter er der under mod?", "uddyb punkt 2", "Hvad koster en cykel?"),
    None: ("hej", "Hvad er social kapital?", "og beslutningskapital?", "Vis afsnittet om mod"),
}


def go_through(suggestions, questions, role):
    """Yield each answer with the conversation up to it and what is then suggested."""
    conversation = Conversation()
    for question in questions:
        answer = suggestions.assistant.answer(Ask(question, role, conversation))
        conversation = conversation.after(answer)
        yield answer, conversation, suggestions.followups(answer, conversation, role=role)


@pytest.mark.parametrize("role", ROLES)
def test_every_follow_up_is_answered_with_something_else_than_was_just_shown(suggestions, role):
    for answer, conversation, followups in go_through(suggestions, CONVERSATIONS[role], role):
        assert len(followups) == 3
        shown = {citation.passage_id for citation in answer.citations}
        asked = {question_key(turn.answer.question) for turn in conversation.turns}
        for question in followups:
            then = suggestions.assistant.answer(Ask(question, role, conversation))
            assert then.status is Status.ANSWERED, question
            assert not {citation.passage_id for citation in then.citations} <= shown, question
            assert question_key(question) not in asked


@pytest.mark.parametrize("role", ROLES)
def test_whoever_clicks_through_is_never_led_in_a_circle(suggestions, role):
    conversation = Conversation()
    question = suggestions.starters(role)[0]
    asked = set()
    for _ in range(6):
        assert question_key(question) not in asked
        asked.add(question_key(question))
        answer = suggestions.assistant.answer(Ask(question, role, conversation))
        assert answer.status is Status.ANSWERED
        conversation = conversation.after(answer)
        question = suggestions.followups(answer, conversation, role=role)[0]


@pytest.mark.parametrize("folder", OTHERS)
@pytest.mark.parametrize("role", ROLES)
def test_nothing_unanswered_is_suggested_of_other_organisations_documents(elsewhere, folder, role):
    suggestions = Suggestions(elsewhere(folder).assistant)
    for question in suggestions.starters(role):
        then = suggestions.assistant.answer(Ask(question, role))
        assert then.status is Status.ANSWERED, question
    questions = [*suggestions.starters(role)[:2], "Hvad koster en cykel?", "hej"]
    for _, conversation, followups in go_through(suggestions, questions, role):
        for question in followups:
            then = suggestions.assistant.answer(Ask(question, role, conversation))
            assert then.status is Status.ANSWERED, question
    passages = {p.id for d in suggestions.assistant.library.documents for p in d.answers}
    assert all(suggestions.role_passages(one) <= passages for one in Role)
    for term in suggestions.terms:
        assert suggestions.assistant.answer(f"Hvad er {term}?").status is Status.ANSWERED


@pytest.mark.parametrize(
    "text",
    [
        "Vi lytter til hinanden og siger tingene højt.\n",
        "# 1\n\n- a\n- b\n",
        "# »*<b>x</b>*« {0} {title}\n\nTekst om `{kode}` og {subject} her i huset.\n",
        "# Hvad?\n\nEt svar står her i dag.\n\n# Hvad?\n\nEt andet svar står her.\n",
    ],
)
@pytest.mark.parametrize("role", ROLES)
def test_an_odd_little_document_has_few_suggestions_and_no_failure(written, text, role):
    suggestions = Suggestions(written(sær_md=text).assistant)
    for question in suggestions.starters(role):
        assert suggestions.assistant.answer(Ask(question, role)).status is Status.ANSWERED
    for _, conversation, followups in go_through(suggestions, ["hej", "Hvad står der?"], role):
        for question in followups:
            then = suggestions.assistant.answer(Ask(question, role, conversation))
            assert then.status is Status.ANSWERED
    assert isinstance(suggestions.terms, tuple)
    assert all(isinstance(suggestions.role_passages(one), frozenset) for one in Role)


def test_the_answer_may_be_in_the_conversation_or_not(suggestions, ask):
    answer = ask("Hvad er mod?")
    inside = Conversation().after(answer)
    found = suggestions.followups(answer, Conversation())
    assert found == suggestions.followups(answer, inside)
    assert suggestions.followups(answer, inside, 1) == found[:1]


def test_a_role_said_in_the_conversation_goes_before_the_one_chosen(suggestions):
    questions = ["Hvad kan jeg forvente af min leder som medarbejder?", "Hvad koster en cykel?"]
    *_, (_, _, followups) = go_through(suggestions, questions, Role.LEADER)
    assert set(followups) <= set(suggestions.starters(Role.EMPLOYEE))


def test_after_small_talk_the_starters_are_suggested(suggestions):
    ((_, _, followups),) = go_through(suggestions, ["hej"], Role.LEADER)
    assert followups == suggestions.starters(Role.LEADER)[:3]


def test_no_language_model_is_asked_for_what_nobody_has_asked(workplace, ask):
    class Forbidden:
        name = "forbidden"

        def can_word(self, outcome):
            raise AssertionError(outcome)

    vocabulary = workplace.library.retriever.channels.vocabulary
    judge = load_answerability(vocabulary, workplace.documents)
    suggestions = Suggestions(Assistant(workplace.library, judge, writer=Forbidden()))
    assert len(suggestions.starters(Role.LEADER)) == 6
    assert len(suggestions.followups(ask("Hvad er mod?"), Conversation())) == 3
    assert suggestions.terms
    assert suggestions.role_passages(Role.EMPLOYEE)


def test_several_threads_find_the_same_once(assistant, monkeypatch):
    suggestions = Suggestions(assistant)
    found = []

    def count(*_):
        found.append(1)
        return ("Hvad er mod?",)

    monkeypatch.setattr("assistant.suggestion.offer.find_starters", count)
    with ThreadPoolExecutor(8) as pool:
        results = set(pool.map(suggestions.starters, [Role.LEADER] * 32))
    assert (results, found) == ({("Hvad er mod?",)}, [1])


def test_follow_ups_of_many_threads_do_not_mix(suggestions, ask):
    answers = [ask(question) for question in ("Hvad er mod?", "Hvad er social kapital?")] * 4
    alone = [suggestions.followups(answer, Conversation()) for answer in answers]
    with ThreadPoolExecutor(4) as pool:
        together = pool.map(lambda a: suggestions.followups(a, Conversation()), answers)
        assert list(together) == alone
