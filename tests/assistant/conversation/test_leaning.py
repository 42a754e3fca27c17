import pytest

from assistant import texts
from assistant.answer import Status
from assistant.conversation import Conversation
from assistant.pipeline import Ask

DUTIES = "Hvad forventes af mig som leder?"


def _cited(answer):
    return {citation.passage_id for citation in answer.citations}


def test_the_points_of_a_list_are_no_reason_for_it(converse):
    _, answer = converse(DUTIES, "hvorfor?")
    assert answer.status is Status.REFUSED
    assert answer.text == texts.NO_REASON.format(document="ledelsesgrundlaget")


def test_a_point_shown_again_is_none_either(converse):
    shown, _, answer = converse(DUTIES, "uddyb punkt 1", "hvorfor?")
    assert not _cited(shown) & _cited(answer)


@pytest.mark.parametrize(
    "question",
    ["Nævn punkterne under tillid og respekt", "Hvilke kompetencer hører til fællesskabsledelse?"],
)
def test_what_the_section_says_besides_its_list_is_shown(converse, question):
    shown, answer = converse(question, "hvorfor?")
    assert answer.status is Status.ANSWERED
    assert answer.citations
    assert not _cited(shown) & _cited(answer)


def test_what_was_no_list_may_give_its_own_reason(converse):
    *_, answer = converse("Hvad er topstyring?", "Hvorfor er det nødvendigt?")
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize("folder", ["personalepolitik", "ledelse-sygehus"])
def test_other_documents_lists_are_not_repeated(elsewhere, folder):
    assistant = elsewhere(folder).assistant
    shown = assistant.answer(DUTIES)
    answer = assistant.answer(Ask("hvorfor?", None, Conversation().after(shown)))
    assert not _cited(shown) & _cited(answer)
