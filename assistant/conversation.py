"""What a conversation adds to a question: a first, simple version of following up."""

import re
from dataclasses import dataclass

from assistant import lexicon, texts
from assistant.answer import Answer, Citation
from assistant.question import QuestionKind
from index.language import fold

FOLLOW_UP = "follow_up"
"""The trace's kind of an answer that elaborates another."""

LONGEST_CONVERSATION = 8
"""Turns remembered; older ones are forgotten, so that a session's state is bounded."""

_PLACE = re.compile(
    r"^(og )?(hvor|i hvilket afsnit|hvilket afsnit) (staar|finder (jeg|man)|kan jeg (laese|finde))"
    r" (det|dette|den|de|dem|noget)( henne)?( i \w+)?$"
)
_POINT = re.compile(r"\b(?:punkt|pkt|nr|nummer)\.? (?P<number>\d+)\b")
_ORDINAL = re.compile(
    r"^(?:(?:og|uddyb|forklar|vis|hvad (?:med|er|betyder|gaar|daekker)|sig mere om"
    r"|fortael mere om)\s)*"
    r"(?:det|den) (?P<word>foerste|andet|anden|tredje|fjerde|femte|sjette|syvende|ottende|niende"
    r"|sidste)(?: punkt| ud paa)?$"
)
_ORDINALS = {
    "foerste": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6,
    "syvende": 7, "ottende": 8, "niende": 9, "sidste": -1,
}  # fmt: skip
_WHAT_ABOUT = re.compile(r"^(?:og )?hvad (?:saa )?med (?P<subject>.+)$", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(det|den|dem|dette|disse|de|han|hun|dens|dets|deres|begge|her|saa|ogsaa|derfor)\b"
)
_ELABORATION_WORDS = frozenset(
    ["uddyb", "uddybe", "pkt", "nr", "nummer", "mere", "dybere", "sig", "daekker"]
)
_SHORT = 7
_FEW_SUBJECT_WORDS = 1


@dataclass(frozen=True)
class Turn:
    """One question with its answer."""

    answer: Answer


@dataclass(frozen=True)
class Conversation:
    """The turns so far, oldest first. A new one is made for each turn; nothing is shared."""

    turns: tuple[Turn, ...] = ()

    def after(self, answer: Answer) -> "Conversation":
        """Return the conversation with `answer` added and the oldest turns forgotten."""
        return Conversation((*self.turns, Turn(answer))[-LONGEST_CONVERSATION:])

    @property
    def last_list(self) -> Answer | None:
        """The last answer whose points can be referred to: no elaboration of another's, or None."""
        own = (
            turn.answer
            for turn in reversed(self.turns)
            if turn.answer.citations and turn.answer.trace.kind != FOLLOW_UP
        )
        return next(own, None)

    @property
    def last(self) -> Answer | None:
        """The last answer that cited something, or None."""
        cited = (turn.answer for turn in reversed(self.turns) if turn.answer.citations)
        return next(cited, None)


@dataclass(frozen=True)
class Contextualised:
    """A question that stands alone.

    Attributes:
        standalone: To be answered in the question's place.
        asks_place: Whether it asks where the last answer stands.
        refers_to: The citation of the last answer that it refers to, or None.
        is_dangling: Whether it refers to something that no earlier turn holds.
    """

    standalone: str
    asks_place: bool = False
    refers_to: Citation | None = None
    is_dangling: bool = False


def contextualise(text: str, conversation: Conversation) -> Contextualised:
    """Return `text` with what `conversation` adds to it.

    >>> contextualise("Hvad er mod?", Conversation()).standalone
    'Hvad er mod?'
    """
    folded = fold(text).strip(" ?.!")
    last = conversation.last
    if _PLACE.match(folded):
        question = last.standalone_question if last else ""
        standalone = texts.ASK_PLACE.format(question=question).strip()
        return Contextualised(standalone, asks_place=True, is_dangling=last is None)
    number = _number(folded)
    if number is not None and not _other_words(folded):
        citation = _pick(number, conversation.last_list)
        standalone = texts.ASK_AT.format(label=citation.label) if citation else text
        return Contextualised(standalone, refers_to=citation, is_dangling=citation is None)
    if last is None:
        return Contextualised(text)
    about = _WHAT_ABOUT.match(text.strip(" ?.!"))
    if about:
        return Contextualised(_ask_about(about.group("subject"), last))
    if _leans_back(folded):
        return Contextualised(f"{last.standalone_question} {text}")
    return Contextualised(text)


def _ask_about(subject: str, last: Answer) -> str:
    """Return the last question's kind of question, of another subject."""
    if last.trace.kind in {QuestionKind.LIST, QuestionKind.COUNT, QuestionKind.EXPECTATION}:
        return texts.ASK_POINTS.format(subject=subject)
    return texts.ASK_WHAT.format(subject=subject)


def _number(folded: str) -> int | None:
    point = _POINT.search(folded)
    if point:
        return int(point.group("number"))
    ordinal = _ORDINAL.match(folded)
    return _ORDINALS[ordinal.group("word")] if ordinal else None


def _other_words(folded: str) -> bool:
    """Say whether the question names a subject besides the number."""
    ignored = lexicon.FRAME_WORDS | _ELABORATION_WORDS | set(_ORDINALS)
    rest = [word for word in re.findall(r"[a-z]+", folded) if word not in ignored]
    return bool(rest)


def _pick(number: int, last: Answer | None) -> Citation | None:
    if last is None or number == 0 or number > last.points:
        return None
    return last.citations[: last.points][number - 1 if number > 0 else number]


def _leans_back(folded: str) -> bool:
    found = re.findall(r"[a-z0-9]+", folded)
    subject = [word for word in found if word not in lexicon.FRAME_WORDS]
    if not subject:
        return True
    is_short = len(found) <= _SHORT and len(subject) <= _FEW_SUBJECT_WORDS
    return is_short and _LEANS.search(folded) is not None
