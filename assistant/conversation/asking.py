"""Turns that are a whole sentence and lean all the same: pronouns, corrections."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import lexicon, texts
from assistant.answer import Answer
from assistant.conversation import wording
from assistant.conversation.anaphora import find_anaphor, put_in
from assistant.conversation.completion import complete, lean, near
from assistant.conversation.history import FOLLOW_UP
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.situation import Situation
from assistant.conversation.subject import subject_of
from index.language import fold, words

_MOST_OWN_WORDS = 3
_MOST_WORDS = 14
_LONGEST_MAYBE = 7
_LONGEST_BARE = 5
_PLURAL = frozenset({"de", "dem", "disse", "deres"})
_HOW_OR_WHY = re.compile(r"^(?:og )?(?:hvordan|hvorfor)\b")


def read_correction(rest: str, situation: Situation) -> Contextualised:
    """Read what "jeg mente ..." puts in the place of the last question's subject."""
    bare = rest.strip(" ?.!")
    own = (a for a in situation.conversation.answers if a.trace.kind != FOLLOW_UP)
    latest = next(own, None)
    preposition = wording.PREPOSITION.match(bare)
    if latest is not None and preposition is not None:
        before = latest.standalone_question.rstrip(" ?.!")
        at = before.casefold().find(f" {preposition.group().strip().casefold()} ")
        if at >= 0:
            return Contextualised(f"{before[:at]} {bare}?", subject=bare[preposition.end() :])
    subject = complete(bare[preposition.end() :] if preposition else bare, situation)
    return Contextualised(texts.ASK_ABOUT.format(subject=subject), subject=subject)


def read_leaning(situation: Situation) -> Contextualised | None:
    """Read a question that points back: "hvorfor er det vigtigt?"."""
    anaphor = find_anaphor(situation.text)
    own = situation.own_words
    size = len(situation.text.split())
    if size > _MOST_WORDS or len(own) > _MOST_OWN_WORDS:
        return None
    if own and not anaphor:
        return _read_maybe(situation)
    if situation.focus is None:
        is_reference = anaphor and size <= _LONGEST_BARE and not _says_anything(situation)
        if is_reference or wording.WHY.fullmatch(situation.folded):
            return Contextualised(situation.text, Move.NOTHING_EARLIER)
        return None
    if anaphor in _PLURAL:
        situation = replace(situation, returns_to=_spoken_of(situation))
    return _name_subject(situation, own)


def _says_anything(situation: Situation) -> bool:
    """Say whether a question says enough of its own to be asked with nothing before it."""
    known = lexicon.FRAME_WORDS | wording.BARE
    return any(fold(word) not in known for word in words(situation.text))


def _name_subject(situation: Situation, own: Sequence[str]) -> Contextualised | None:
    """Return the question with its subject named.

    What it says of its own must be near; a subject that was not spoken of ("får jeg et tillæg for
    det?") is judged by itself, so that what was asked before does not make it answerable.
    """
    folded = fold(situation.text)
    if wording.RECOURSE.search(folded):
        return None
    standalone = put_in(situation.text, situation.subject)
    if not own:
        return lean(standalone, situation, is_empty=wording.EXACTING.search(folded) is None)
    if situation.focus is not None and situation.focus.knows(own, [situation.subject]):
        return lean(standalone, situation)
    if _HOW_OR_WHY.match(folded) and len(own) == 1:
        return Contextualised(standalone, subject=situation.subject)
    return None


def _read_maybe(situation: Situation) -> Contextualised | None:
    """Let a question without a pronoun lean ("hvem svarer?") if it is not answered by itself.

    All that it names must stand near.
    """
    is_short = len(situation.text.split()) <= _LONGEST_MAYBE
    if situation.focus is None or not is_short or not situation.focus.knows(situation.own_words):
        return None
    subject = situation.subject
    own = subject_of(situation.text)
    leaning = texts.ASK_REGARDING.format(question=situation.text.rstrip(" ?.!"), subject=subject)
    return Contextualised(situation.text, Move.ASK, near(situation), own, otherwise=leaning)


def _spoken_of(situation: Situation) -> Answer | None:
    """Return the answer that "dem" speaks of: the newest with points, if it gave several."""
    base = situation.conversation.last_list
    is_list = base is not None and base.points > 1
    return base if is_list and situation.returns_to is None else situation.returns_to
