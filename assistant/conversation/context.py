"""Put a turn in the context of its conversation (design.md, step 1)."""

from dataclasses import replace

from assistant import texts
from assistant.answer import Answer
from assistant.conversation.asking import read_correction, read_leaning
from assistant.conversation.comparison import read_difference, read_of_the_two
from assistant.conversation.distressed import read_distress
from assistant.conversation.ellipsis import read_fragment, read_question_word
from assistant.conversation.history import Conversation
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.moving import read_answering, read_move, read_others, read_point
from assistant.conversation.opener import capitalise, open_question
from assistant.conversation.restating import read_again, read_count, read_permission
from assistant.conversation.situation import Situation, describe
from assistant.conversation.subject import subject_of
from assistant.kinship import coverage
from assistant.library import Library
from index.language import fold, words

_LONGEST_FOLLOW_UP = 300
_IS_NAMED = 0.9
_BEGINNINGS = ("foerste", "start", "begyndelse", "oprindelig", "udgangspunkt")

_READERS = (
    read_answering,
    read_point,
    read_count,
    read_again,
    read_move,
    read_others,
    read_difference,
    read_of_the_two,
    read_permission,
    read_question_word,
    read_fragment,
    read_leaning,
)
"""Asked in this order; the first that reads the turn decides."""


def contextualise(text: str, conversation: Conversation, library: Library) -> Contextualised:
    """Return `text` with what `conversation` adds to it.

    A question that stands alone, or that is longer than any follow-up, is left as it is.
    """
    distressed = read_distress(text, conversation, library)
    if distressed is not None:
        return distressed
    if len(text) > _LONGEST_FOLLOW_UP:
        return Contextualised(text)
    found = _contextualise(text, conversation, library)
    if found.standalone == text:
        return found
    return replace(found, standalone=capitalise(found.standalone))


def _contextualise(text: str, conversation: Conversation, library: Library) -> Contextualised:
    opened = open_question(text)
    situation = Situation(opened.rest or text, conversation, library)
    if opened.is_new:
        return _alone(opened.rest)
    if opened.is_correction:
        return read_correction(opened.rest, situation)
    if opened.back_to:
        return _go_back(opened.back_to, opened.rest, situation)
    return _read(situation)


def _read(situation: Situation) -> Contextualised:
    for read in _READERS:
        found = read(situation)
        if found is not None:
            return found
    return _alone(situation.text)


def _alone(text: str) -> Contextualised:
    return Contextualised(text, subject=subject_of(text))


def _go_back(what: str, rest: str, situation: Situation) -> Contextualised:
    """Lean on the earlier answer that `what` names; repeat its question if nothing is asked."""
    earlier = _find_earlier(what, situation)
    if earlier is None:
        if rest:
            return _alone(rest)
        return _alone(texts.ASK_ABOUT.format(subject=what))
    if not rest:
        return Contextualised(earlier.standalone_question, Move.ASK, subject=earlier.subject)
    turns = Conversation(role=situation.conversation.role).after(earlier)
    return _read(Situation(rest, turns, situation.library, returns_to=earlier))


def _find_earlier(what: str, situation: Situation) -> Answer | None:
    folded = fold(what)
    conversation = situation.conversation
    if any(word in folded for word in _BEGINNINGS):
        return conversation.first
    named = [
        word for word in words(what) if word not in {"det", "den", "de", "med", "om", "spørgsmålet"}
    ]
    for answer in conversation.answers:
        told = [answer.question, answer.standalone_question, describe(answer, situation.library)]
        if coverage(named, told) >= _IS_NAMED:
            return answer
    return conversation.answers[1] if len(conversation.answers) > 1 and not named else None
