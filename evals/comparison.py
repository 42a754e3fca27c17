"""How one run differs from another."""

from dataclasses import dataclass
from enum import StrEnum

from evals.record import Exchange, Source
from evals.statistic import Interval

LITTLE = 0.2
"""Which share of the smaller run must be in both, for the runs to have much in common."""


class Verdict(StrEnum):
    """What a difference says of the second run."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Run:
    """What was measured, and with what.

    Attributes:
        created: When, as ISO 8601.
        engine: What composed the answers.
        documents: What was asked about.
        gold: ``sha256:`` and the hash of the gold files.
    """

    created: str
    engine: str
    documents: tuple[Source, ...]
    gold: str


@dataclass(frozen=True)
class MeasureChange:
    """What happened to one measure, over the items that have it in both runs.

    Attributes:
        task: Which task.
        measure: Which measure.
        n: How many items have it in both; of a figure that no one item has, how many it is over.
        unpaired: How many items have it in only one of the runs.
        before: The figure in the first run; a sum for a count of faults, else a mean.
        after: The figure in the second.
        interval: Of the difference, after minus before; None where it is not computed.
        better: How many items became better, None where neither direction is.
        worse: How many became worse.
        loss_probability: Of as many losses among the changed items or more, were gains and
            losses equally likely; None where it is not computed.
        verdict: A certain change has an interval without 0 and is unlikely by a sign test, too.
            None for times, for figures with no item of their own, and where neither
            direction is better.
    """

    task: str
    measure: str
    n: int
    unpaired: int
    before: float
    after: float
    interval: Interval | None = None
    better: int | None = None
    worse: int | None = None
    loss_probability: float | None = None
    verdict: Verdict | None = None

    @property
    def difference(self) -> float:
        """The second run's figure less the first's."""
        return self.after - self.before


@dataclass(frozen=True)
class ScoreChange:
    """One score of an item that differs; None where the run does not have it."""

    measure: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class ItemChange:
    """An item that came out otherwise.

    Attributes:
        task: Which task.
        id: The same in both runs.
        part: "dev", "test" or "own".
        kind: What kind of item, or "".
        scores: Those that differ.
        before: What was asked and given in the first run; None where it is not to be seen.
        after: The same of the second.
    """

    task: str
    id: str
    part: str
    kind: str
    scores: tuple[ScoreChange, ...]
    before: Exchange | None
    after: Exchange | None

    @property
    def question(self) -> str:
        """What was asked, or "" where it is not to be seen."""
        exchange = self.after or self.before
        return exchange.question if exchange else ""


@dataclass(frozen=True)
class Comparison:
    """How the second run differs from the first.

    Attributes:
        before: The first run.
        after: The second.
        measures: In the order of the report.
        items: Those that came out otherwise, in the order of the second run.
        common: How many items both runs have.
        only_before: Task and id of the items that only the first run has.
        only_after: The same for the second.
    """

    before: Run
    after: Run
    measures: tuple[MeasureChange, ...]
    items: tuple[ItemChange, ...]
    common: int
    only_before: tuple[tuple[str, str], ...]
    only_after: tuple[tuple[str, str], ...]

    @property
    def has_little_common(self) -> bool:
        """Whether next to none of the items of either run is in the other."""
        smaller = min(len(self.only_before), len(self.only_after)) + self.common
        return self.common < LITTLE * smaller

    @property
    def has_same_gold(self) -> bool:
        """Whether both runs put the same questions."""
        return self.before.gold == self.after.gold

    @property
    def has_same_documents(self) -> bool:
        """Whether both runs asked about the same versions of the same documents."""
        return set(self.before.documents) == set(self.after.documents)

    @property
    def has_same_engine(self) -> bool:
        """Whether the same engine composed the answers."""
        return self.before.engine == self.after.engine

    def judged(self, verdict: Verdict) -> tuple[MeasureChange, ...]:
        """Return the measures of which `verdict` was found."""
        return tuple(change for change in self.measures if change.verdict is verdict)
