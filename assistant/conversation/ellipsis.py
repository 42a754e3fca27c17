"""Turns that are no whole sentence: "og koordinering?", "hvad med tillid?", "hvor ofte?"."""

import re
from dataclasses import replace

from assistant import texts
from assistant.answer import Answer
from assistant.conversation import wording
from assistant.conversation.anaphora import find_anaphor
from assistant.conversation.completion import complete, lean, naming
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.opener import capitalise
from assistant.conversation.situation import Situation
from assistant.question import QuestionKind
from index.language import fold

_LONGEST = 9
_LONGEST_GRAFT = 120
_LONGEST_ALSO = 14
_LONGEST_PHRASE = 3
_ADVERB = re.compile(r"^\w+(?:mæssigt|maessigt|ligt|isk|vis)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:deres|dens|dets|sin|sit|sine)\s+", re.IGNORECASE)
_LIST_KINDS = frozenset({QuestionKind.LIST, QuestionKind.COUNT, QuestionKind.EXPECTATION})
_WHAT_KINDS = frozenset({QuestionKind.DEFINITION, QuestionKind.COMPARISON, QuestionKind.LIST})
_ROLE = re.compile(
    r"^(?:som|hvis jeg er|hvis man er|når jeg er|for) (?:en )?"
    r"(?P<role>(?:ny |nyansat )?(?:medarbejder|ansat|leder|chef|mellemleder|teamleder))$",
    re.IGNORECASE,
)
_WITHOUT_ROLE = re.compile(r"\s+som (?:\w+ )?(?:medarbejder|ansat|leder|chef)\b", re.IGNORECASE)


def read_question_word(situation: Situation) -> Contextualised | None:
    """Add "hvor ofte?" to the question before it."""
    last = situation.last
    is_word = wording.WH_FRAGMENT.fullmatch(situation.folded) is not None
    if last is None or not is_word or wording.WHY.fullmatch(situation.folded):
        return None
    before = last.standalone_question.strip().rstrip("?.! ")
    fragment = re.sub(r"^og\s+", "", situation.text.strip(" ?.!"), flags=re.IGNORECASE)
    fragment = fragment[:1].lower() + fragment[1:]
    if len(before) > _LONGEST_GRAFT or ", og " in before:
        subject = situation.subject
        question = texts.ASK_REGARDING.format(question=capitalise(fragment), subject=subject)
    else:
        question = texts.ASK_BESIDES.format(question=before, rest=fragment)
    is_empty = wording.EXACTING.search(situation.folded) is None
    return lean(question, situation, is_empty=is_empty)


def read_fragment(situation: Situation) -> Contextualised | None:
    """Read "og koordinering?", "hvad med tillid?", "også over for kolleger?"."""
    text = situation.text.strip(" ?.!")
    if situation.focus is None:
        return None
    also = wording.ALSO.match(text)
    if also and len(text.split()) <= _LONGEST_ALSO:
        question = texts.ASK_ALSO.format(subject=situation.subject, rest=also["rest"])
        return lean(capitalise(question), situation)
    told = wording.TELL_ABOUT.match(text)
    if told:
        return _read_tell(situation, told["subject"])
    about = wording.WHAT_ABOUT.match(text)
    fragment = about or wording.AND_ABOUT.match(text)
    if fragment is None or len(text.split()) > _LONGEST:
        return None
    subject = fragment["subject"].strip()
    if about is None and wording.QUESTION_WORD.match(fold(subject)):
        return None
    return _ask_of(subject, situation)


def _read_tell(situation: Situation, subject: str) -> Contextualised | None:
    """Ask what stands about a subject that is near; another is found as any question is."""
    known = naming(subject, situation)
    if not known:
        return None
    return Contextualised(texts.ASK_ABOUT.format(subject=subject), Move.LEAN, known, subject)


def _ask_of(fragment: str, situation: Situation) -> Contextualised | None:
    """Ask of another subject, in another role or in a certain case what was asked before."""
    condition = wording.CONDITION.match(fragment)
    if condition:
        name = situation.library.subject_name()
        return Contextualised(texts.ASK_CONDITION.format(document=name, rest=condition["rest"]))
    role = _ROLE.match(fragment)
    base = situation.conversation.last_list
    if role and base is not None:
        return Contextualised(_ask_as(role["role"], base), subject=situation.subject)
    says_nothing = not replace(situation, text=fragment).own_words
    if says_nothing or (_ADVERB.match(fragment) and not naming(fragment, situation)):
        question = texts.ASK_ADVERB.format(subject=situation.subject, rest=fragment)
        return lean(question, situation, is_empty=True)
    subject = complete(_POSSESSIVE.sub("", fragment), situation)
    if find_anaphor(fragment) and fragment == subject:
        return None
    known = naming(subject, situation)
    move = Move.LEAN if known else Move.ASK
    return Contextualised(_phrase(subject, situation), move, known, subject)


def _ask_as(role: str, base: Answer) -> str:
    """Return the question of an answer, asked in another role."""
    before = _WITHOUT_ROLE.sub("", base.standalone_question)
    return texts.ASK_AS.format(question=before.rstrip(" ?.!"), role=role)


def _phrase(subject: str, situation: Situation) -> str:
    """Return a question of `subject`, of the kind that was asked before."""
    kind = situation.last.trace.kind if situation.last else ""
    bare = wording.PREPOSITION.sub("", subject)
    if bare != subject or len(subject.split()) > _LONGEST_PHRASE:
        return texts.ASK_ABOUT.format(subject=bare)
    if kind in _LIST_KINDS and _heads_list(subject, situation):
        return texts.ASK_POINTS.format(subject=subject)
    phrase = texts.ASK_WHAT if kind in _WHAT_KINDS else texts.ASK_ABOUT
    return phrase.format(subject=subject)


def _heads_list(subject: str, situation: Situation) -> bool:
    listings = situation.library.listings
    headings = {fold(listing.section[-1]) for listing in listings if listing.section}
    return any(fold(subject) in heading for heading in headings)
