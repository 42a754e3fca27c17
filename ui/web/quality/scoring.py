"""Tell how the scores of one question differ between two runs, and which way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ui.storage.noun import StoredRun
from ui.web.quality import texts

Scores = Mapping[str, float | None]

_PERCENT = "percent"
_TIMES = "seconds"
"""How the names of times begin; they are never the same twice."""

_LEAST = 1e-6
"""Less than this is how numbers are rounded."""


class Direction(StrEnum):
    """Which way something changed."""

    SAME = "same"
    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


@dataclass(frozen=True)
class ScoreMeaning:
    """How the scores of a measure are read.

    Attributes:
        name: The measure in words.
        unit: What it is counted in, as the overview says it.
        is_better_high: Whether more is better; None if neither is.
    """

    name: str
    unit: str
    is_better_high: bool | None


@dataclass(frozen=True)
class ScoreChange:
    """A score that is not what it was."""

    name: str
    before: str
    after: str
    direction: Direction


def read_meanings(run: StoredRun) -> dict[tuple[str, str], ScoreMeaning]:
    """Return how scores are read, by task and measure; an old overview does not say."""
    said: Iterable[Mapping[str, Any]] = run.overview.get("measures", ())
    return {
        (each["task"], each["measure"]): ScoreMeaning(
            each["name"], each["unit"], each["is_better_high"]
        )
        for each in said
    }


def compare_scores(
    before: Scores, after: Scores, task: str, meanings: Mapping[tuple[str, str], ScoreMeaning]
) -> tuple[ScoreChange, ...]:
    """Return every score that differs, times left out."""
    unknown = ScoreMeaning("", "", None)
    return tuple(
        _tell(before.get(name), after.get(name), meanings.get((task, name), unknown))
        for name in dict.fromkeys((*before, *after))
        if not name.startswith(_TIMES) and _differs(before.get(name), after.get(name))
    )


def judge(changes: Iterable[ScoreChange]) -> Direction:
    """Return which way a question went: better or worse only if no score says the opposite.

    >>> judge(()), judge([ScoreChange("", "", "", Direction.WORSE)]).value
    (<Direction.SAME: 'same'>, 'worse')
    """
    ways = {change.direction for change in changes}
    if not ways:
        return Direction.SAME
    clear = ways - {Direction.OTHER}
    return clear.pop() if len(clear) == 1 else Direction.OTHER


def _differs(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return abs(before - after) > _LEAST


def _tell(before: float | None, after: float | None, meaning: ScoreMeaning) -> ScoreChange:
    direction = Direction.OTHER
    if before is not None and after is not None and meaning.is_better_high is not None:
        is_better = (after > before) is meaning.is_better_high
        direction = Direction.BETTER if is_better else Direction.WORSE
    old, new = _show(before, meaning.unit), _show(after, meaning.unit)
    return ScoreChange(meaning.name, old, new, direction)


def _show(score: float | None, unit: str) -> str:
    if score is None:
        return texts.MISSING
    if unit == _PERCENT:
        return texts.SHARE.format(share=texts.tell_number(score * 100, 1))
    return texts.tell_number(score, 0 if score == round(score) else 2)
