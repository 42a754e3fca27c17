"""Find the passage that sets a question's premise right."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.premise.contradiction import Contradiction
from assistant.premise.denial import confirms, find_denials
from assistant.premise.figure import find_figures
from assistant.premise.opposition import find_oppositions
from assistant.premise.placement import find_misplacements
from assistant.premise.reader import PremiseReader
from assistant.premise.statement import Force, Premise
from assistant.question import Question
from corpus.document import Passage
from index.retriever import Hit

_LOOKED_AT = 4
"""Hits; of the passages that set a premise right 98 of 100 are among the first three."""
_RANK_COST = 0.05
_CONFIRMABLE = frozenset({"opposite", "sibling", "exclusive", "actor", "negation"})
"""Kinds that do not count where another sentence says the premise as it is."""
_FINDERS = (find_oppositions, find_denials, find_misplacements, find_figures)


@dataclass(frozen=True)
class Demand:
    """What a contradiction of some kind must have to count.

    Attributes:
        share: Least share of the premise's other words that is said.
        anchors: Least weight of those that stand in the sentence.
        count: Fewest other words.
    """

    share: float
    anchors: float
    count: int


DEMANDS = {
    Force.STATED: {
        "opposite": Demand(0.5, 0.5, 1),
        "actor": Demand(0.9, 2.0, 2),
        "sibling": Demand(0.65, 1.0, 1),
        "negation": Demand(0.65, 1.0, 2),
        "denied": Demand(0.8, 1.0, 2),
        "instead": Demand(0.65, 1.5, 2),
        "exclusive": Demand(0.5, 1.0, 2),
        "ranking": Demand(0.8, 2.0, 2),
        "swap": Demand(0.8, 2.0, 3),
        "misplaced": Demand(1.0, 2.0, 2),
        "year": Demand(0.6, 1.0, 1),
        "number": Demand(0.65, 1.0, 1),
    },
    Force.IMPLIED: {
        "opposite": Demand(0.65, 1.5, 2),
        "instead": Demand(0.65, 2.0, 2),
        "sibling": Demand(0.85, 1.0, 1),
        "year": Demand(0.6, 1.0, 1),
        "number": Demand(0.65, 1.0, 1),
    },
    Force.OPEN: {
        "year": Demand(0.8, 1.0, 1),
        "number": Demand(0.8, 1.0, 1),
    },
}
"""What a contradiction needs, by how firmly the form states the premise, and by kind.

Chosen on true and false premises of one document so that hardly any true one, and no question
that nothing answers, is set right. A yes-or-no question takes nothing for granted.
"""


@dataclass(frozen=True)
class Correction:
    """What sets a premise right.

    Attributes:
        passages: To be shown, the one that speaks against the premise first.
        kind: How it does, one of `Contradiction`'s kinds.
        said: What the question has.
        stands: What the passage has against it, or "".
        score: How much of the rest of the premise the passage says, in [0, 1].
    """

    passages: tuple[Passage, ...]
    kind: str
    said: str
    stands: str
    score: float


def find_correction(
    question: Question, hits: Sequence[Hit], reader: PremiseReader
) -> Correction | None:
    """Return what sets the premise of `question` right, or None.

    None where the form takes nothing for granted, or no passage speaks against it.

    Args:
        question: Understood.
        hits: What was retrieved for it, best first.
        reader: Of the documents that the hits are of.
    """
    premise = reader.read_premise(question)
    if premise is None:
        return None
    compared = [
        (rank, hit.passage, comparison)
        for rank, hit in enumerate(hits[:_LOOKED_AT])
        for comparison in reader.compare(premise, hit.passage)
    ]
    is_confirmed = any(confirms(comparison) for _, _, comparison in compared)
    found = [
        (each.extent.share - _RANK_COST * rank, passage, each)
        for rank, passage, comparison in compared
        for find in _FINDERS
        for each in find(comparison)
        if _counts(each, premise)
        and not (is_confirmed and each.kind in _CONFIRMABLE)
        and not (each.kind == "negation" and comparison.lacks_actor)
    ]
    if not found:
        return None
    score, passage, best = max(found, key=lambda entry: entry[0])
    return Correction((passage,), best.kind, best.said, best.stands, score)


def _counts(contradiction: Contradiction, premise: Premise) -> bool:
    force = Force.STATED if premise.is_ended else premise.force
    if force is not Force.STATED and premise.is_conditional:
        return False
    demand = DEMANDS.get(force, {}).get(contradiction.kind)
    extent = contradiction.extent
    return (
        demand is not None
        and extent.share >= demand.share
        and extent.anchors >= demand.anchors
        and extent.count >= demand.count
    )
