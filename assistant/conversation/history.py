"""What has been said so far: the turns that are remembered, and the role that was given."""

import re
from dataclasses import dataclass
from itertools import dropwhile

from assistant import lexicon, texts
from assistant.answer import Answer, Status
from assistant.question import Role
from index.language import fold

FOLLOW_UP = "follow_up"
"""The trace's kind of an answer that elaborates another."""

SECTION = "section"
"""The trace's kind of an answer that shows a section whole."""

DISTRESS = "distress"
"""The trace's kind of what is said to somebody in distress."""

LONGEST_CONVERSATION = 8
"""Turns remembered; older ones are forgotten, so that a session's state is bounded."""


_OWN_ROLE = re.compile(
    r"\bjeg er (?:selv |jo |kun |bare )*(?:en )?(?:ny |nyansat |menig "
    r"|almindelig )*(?:(?P<leader>\w*leder|\w*chef)"
    r"|medarbejder|ansat)\b"
)


@dataclass(frozen=True)
class Turn:
    """One question with its answer."""

    answer: Answer


@dataclass(frozen=True)
class Conversation:
    """The turns so far, oldest first. A new one is made for each turn; nothing is shared.

    Attributes:
        turns: The last ones, at most `LONGEST_CONVERSATION`.
        first: The first answer that was no small talk, kept when its turn is forgotten.
        role: What the asker last called themselves in a question ("som medarbejder"), or None.
    """

    turns: tuple[Turn, ...] = ()
    first: Answer | None = None
    role: Role | None = None

    def after(self, answer: Answer) -> "Conversation":
        """Return the conversation with `answer` added and the oldest turns forgotten."""
        first = self.first
        if first is None and answer.status is not Status.META:
            first = answer
        role = said_role(answer.question) or self.role
        return Conversation((*self.turns, Turn(answer))[-LONGEST_CONVERSATION:], first, role)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers remembered, newest first, small talk left out."""
        told = (turn.answer for turn in reversed(self.turns))
        return tuple(answer for answer in told if answer.status is not Status.META)

    @property
    def latest(self) -> Answer | None:
        """The newest answer, refusals included, or None."""
        return next(iter(self.answers), None)

    @property
    def last(self) -> Answer | None:
        """The newest answer that answered, else the newest that cited something, or None."""
        cited = [answer for answer in self.answers if answer.citations]
        answered = [answer for answer in cited if answer.status is Status.ANSWERED]
        return next(iter([*answered, *cited]), None)

    @property
    def last_list(self) -> Answer | None:
        """The newest answer whose points can be referred to: no elaboration of another's."""
        own = [a for a in self.answers if a.citations and a.trace.kind != FOLLOW_UP]
        answered = [answer for answer in own if answer.status is Status.ANSWERED]
        return next(iter([*answered, *own]), None)

    @property
    def before_asides(self) -> Answer | None:
        """The list whose point was elaborated and then asked of ("hvorfor?"), or None."""
        cited = [answer for answer in self.answers if answer.citations]
        own = list(dropwhile(lambda a: a.trace.reason == texts.REASON_EARLIER, cited))
        is_elaborated = (
            len(own) < len(cited) and cited[len(cited) - len(own) - 1].trace.kind == FOLLOW_UP
        )
        return own[0] if own and is_elaborated else None

    @property
    def elaborations(self) -> tuple[Answer, ...]:
        """The answers since `last_list` that elaborated it, newest first."""
        found: list[Answer] = []
        for answer in self.answers:
            if answer.citations and answer.trace.kind != FOLLOW_UP:
                break
            found.append(answer)
        return tuple(found)


def said_role(question: str) -> Role | None:
    """Return the role that a question says its asker has, or None.

    >>> said_role("Hvad kan jeg bruge det til som medarbejder?").value
    'medarbejder'
    """
    folded = fold(question)
    own = _OWN_ROLE.search(folded)
    if own:
        return Role.LEADER if own["leader"] else Role.EMPLOYEE
    if lexicon.LEADER_SIDE.search(folded):
        return Role.LEADER
    if lexicon.AS_EMPLOYEE.search(folded):
        return Role.EMPLOYEE
    return None
