"""A logistic regression over named signals, calibrated, with its threshold."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

_LARGEST = 30.0


@dataclass(frozen=True)
class Regression:
    """A logistic regression over named signals.

    Attributes:
        weights: By signal, for standardised signals.
        means: By signal.
        scales: By signal.
        intercept: Of the standardised regression.
        slope: What its log-odds are multiplied with to be calibrated (Platt 1999).
        offset: What is then added to them.
        threshold: Probability that answering takes, chosen on dev questions at a stated risk.
        near_threshold: Probability below which nothing is near enough to show.
    """

    weights: dict[str, float]
    means: dict[str, float]
    scales: dict[str, float]
    intercept: float
    slope: float = 1.0
    offset: float = 0.0
    threshold: float = 0.5
    near_threshold: float = 0.0

    def contributions(self, signals: Mapping[str, float]) -> dict[str, float]:
        """Return what each signal adds to the calibrated log-odds; 0 is a usual question's."""
        return {
            name: self.slope
            * weight
            * (signals.get(name, 0.0) - self.means[name])
            / self.scales[name]
            for name, weight in self.weights.items()
        }

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the probability that `signals` are of an answerable question."""
        total = sum(self.contributions(signals).values()) + self.slope * self.intercept
        return 1.0 / (1.0 + exp(-max(-_LARGEST, min(_LARGEST, total + self.offset))))
