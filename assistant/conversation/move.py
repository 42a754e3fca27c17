"""What a turn does: it asks, or it moves within what was answered before."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.distress.recognition import Distress


class Move(StrEnum):
    """What a turn does."""

    ASK = "ask"
    LEAN = "lean"
    PLACE = "place"
    POINT = "point"
    MORE = "more"
    WHOLE_LIST = "whole_list"
    WHOLE_SECTION = "whole_section"
    SHORTER = "shorter"
    UNTOLD = "untold"
    REPHRASE = "rephrase"
    WHY_NOT = "why_not"
    NO_SUCH_POINT = "no_such_point"
    NOTHING_EARLIER = "nothing_earlier"
    NOTHING_MORE = "nothing_more"
    CLOSE = "close"
    DENY = "deny"
    DISTRESSED = "distressed"


@dataclass(frozen=True)
class Contextualised:
    """A question that stands alone.

    Attributes:
        standalone: To be answered in the question's place.
        move: What the turn does.
        passages: Ids of the passages that it is about: to be shown, or, of a question that leans,
            to be preferred.
        subject: What it is about, for the next turn, or "".
        is_empty: Whether a question that leans names nothing of its own ("hvorfor?").
        otherwise: What to ask if `standalone` is not answered by itself, or "".
        points: How many points there are, where one was asked for that is not there.
        distress: What the asker is in distress about, or None.
    """

    standalone: str
    move: Move = Move.ASK
    passages: tuple[str, ...] = ()
    subject: str = ""
    is_empty: bool = False
    points: int = 0
    otherwise: str = ""
    distress: Distress | None = None

    @property
    def is_dangling(self) -> bool:
        """Whether it refers to something that no earlier turn holds."""
        return self.move in {Move.NO_SUCH_POINT, Move.NOTHING_EARLIER}
