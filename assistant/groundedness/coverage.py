"""How much of a sentence is said, as signals: over the whole, the nearest unit, each clause."""

import numpy as np
from numpy.typing import NDArray

from assistant.groundedness.alignment import UNALIGNED, Aligner, Alignment
from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Reading, Unit
from index.language import fold

_LONG_WORD = 12
_PARTS = ("mean", "weighted", "least", "two_least")


def measure_coverage(alignment: Alignment, sentence: Unit, lexicon: Lexicon) -> dict[str, float]:
    """Return how much of the sentence the evidence says, by kind of match."""
    weights = np.array([min(len(word.text), _LONG_WORD) for word in alignment.words], dtype=float)
    scores = {
        "exact": alignment.exact,
        "vector": alignment.vector,
        "best": alignment.best,
        "asked": alignment.asked,
    }
    signals: dict[str, float] = {"words": float(len(alignment.words))}
    for name, values in scores.items():
        signals |= _summarise(name, values, weights)
    return {**signals, **_by_unit(alignment), **_by_clause(alignment, sentence, lexicon)}


def measure_reverse(nearest: Unit | None, sentence: Unit, lexicon: Lexicon) -> float:
    """Return how much of the nearest unit the sentence says, in [0, 1]."""
    if nearest is None:
        return 1.0
    own = Reading((sentence,), (), (), ())
    said = Aligner(own, lexicon).align(nearest).best
    return float(said.mean()) if said.size else 1.0


def _summarise(
    name: str, values: NDArray[np.float64], weights: NDArray[np.float64]
) -> dict[str, float]:
    if not values.size:
        return {f"{name}_{part}": 1.0 for part in _PARTS} | {f"{name}_unsaid": 0.0}
    ordered = np.sort(values)
    return {
        f"{name}_mean": float(values.mean()),
        f"{name}_weighted": float((values * weights).sum() / weights.sum()),
        f"{name}_least": float(ordered[0]),
        f"{name}_two_least": float(ordered[:2].mean()),
        f"{name}_unsaid": float((weights * (values < UNALIGNED)).sum()),
    }


def _by_unit(alignment: Alignment) -> dict[str, float]:
    units = alignment.by_unit
    if not units.size:
        return {"unit": 1.0, "two_units": 1.0, "second_unit": 0.0, "unit_least": 1.0}
    nearest = units[alignment.nearest]
    one = float(nearest.mean())
    two = float(np.maximum(units, nearest).mean(axis=1).max())
    return {
        "unit": one,
        "two_units": two,
        "second_unit": two - one,
        "unit_least": float(nearest.min()),
    }


def _by_clause(alignment: Alignment, sentence: Unit, lexicon: Lexicon) -> dict[str, float]:
    """Return how well the worst clause is said, anywhere and by one unit, or gives a cause."""
    place = {id(word): at for at, word in enumerate(alignment.words)}
    anywhere, in_unit, causes = [1.0], [1.0], [1.0]
    for clause in sentence.clauses:
        own = [place[id(word)] for word in clause.words if id(word) in place]
        if not own:
            continue
        anywhere.append(float(alignment.asked[own].mean()))
        if alignment.by_unit.size:
            in_unit.append(float(alignment.by_unit[:, own].mean(axis=1).max()))
        if lexicon.has("cause", fold(" ".join(word.text for word in clause.words))):
            causes.append(anywhere[-1])
    return {
        "worst_clause": min(anywhere),
        "worst_clause_in_unit": min(in_unit),
        "clause_in_unit": float(np.mean(in_unit[1:] or [1.0])),
        "worst_cause": min(causes),
    }
