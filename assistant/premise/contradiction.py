"""A sentence that speaks against a premise."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.premise.comparison import Comparison, Extent


@dataclass(frozen=True)
class Contradiction:
    """A sentence against a premise.

    Attributes:
        kind: "opposite", "sibling", "negation", "denied", "instead", "exclusive", "ranking",
            "swap", "misplaced", "actor", "year" or "number".
        extent: How much of the rest of the premise the sentence says.
        said: What the premise has.
        stands: What the sentence has against it.
    """

    kind: str
    extent: Extent
    said: str
    stands: str


def contradict(
    kind: str, extent: Extent, comparison: Comparison, at: Sequence[int], places: Sequence[int]
) -> Contradiction:
    """Return a contradiction of the premise's words by the sentence's, both by their places."""
    said = " ".join(comparison.premise.words[each] for each in at)
    stands = " ".join(comparison.unit.words[place].text for place in places)
    return Contradiction(kind, extent, said, stands)
