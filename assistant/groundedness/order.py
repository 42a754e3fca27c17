"""How the words that sentence and evidence share stand to each other, as signals."""

from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Reading, Unit

_FAR = 30
"""Words apart beyond which it makes no difference how many."""
_UNIT_GAP = 5
_DEFAULT_GAP = 3.0

Places = dict[str, list[tuple[int, int]]]
"""Where each lemma of the evidence stands: its place and its clause, both counted from 0."""


def measure_order(sentence: Unit, reading: Reading, lexicon: Lexicon) -> dict[str, float]:
    """Return how far apart neighbours of the sentence stand in the evidence, and in what order."""
    places = _find_places(reading)
    content = [lemma for lemma in sentence.lemmas if lexicon.is_content(lemma)]
    shared = [lemma for lemma in content if lemma in places]
    pairs = [(a, b) for a, b in pairwise(shared) if a != b]
    gaps = [min((y[0] - x[0] for x in places[a] for y in places[b]), key=abs) for a, b in pairs]
    together = [any(x[1] == y[1] for x in places[a] for y in places[b]) for a, b in pairs]
    distances = [min(abs(gap), _FAR) for gap in gaps]
    return {
        "gap_mean": float(np.mean(distances)) if gaps else _DEFAULT_GAP,
        "gap_most": float(max(distances)) if gaps else _DEFAULT_GAP,
        "same_clause": float(np.mean(together)) if pairs else 1.0,
        "crossed": float(np.mean([gap < 0 for gap in gaps])) if gaps else 0.0,
        "shared": float(len(shared)),
        "in_order": _share_in_order(content, reading, lexicon),
        "names_in_order": _share_in_order(_without_verbs(sentence, lexicon), reading, lexicon),
        "bigrams": _share_pairs(
            list(sentence.lemmas), [list(unit.lemmas) for unit in reading.units]
        ),
        "content_bigrams": _share_pairs(
            content,
            [[x for x in unit.lemmas if lexicon.is_content(x)] for unit in reading.units],
        ),
    }


def _share_in_order(content: list[str], reading: Reading, lexicon: Lexicon) -> float:
    """Return the share of `content` that one unit, its lead-in first, holds in the same order."""
    best = 0
    for unit in reading.units:
        whole = (*unit.above_lemmas, *unit.lemmas)
        best = max(best, _common_length(content, [x for x in whole if lexicon.is_content(x)]))
    return best / len(content) if content else 1.0


def _without_verbs(sentence: Unit, lexicon: Lexicon) -> list[str]:
    """Return the content lemmas that can change places only with their meaning."""
    return [
        word.lemma
        for word in sentence.words
        if lexicon.is_content(word.lemma) and not lexicon.is_verb(word.text)
    ]


def _common_length(one: list[str], other: list[str]) -> int:
    """Return the length of the longest common subsequence."""
    return int(LCSseq.similarity(one, other))


def _find_places(reading: Reading) -> Places:
    places: Places = {}
    place = number = 0
    for unit in reading.units:
        for clause in unit.clauses:
            for word in clause.words:
                places.setdefault(word.lemma, []).append((place, number))
                place += 1
            number += 1
        place += _UNIT_GAP
    return places


def _share_pairs(own: list[str], theirs: list[list[str]]) -> float:
    """Return the share of neighbours in `own` that are neighbours in one of `theirs`."""
    pairs = list(pairwise(own))
    known = {pair for each in theirs for pair in pairwise(each)}
    return float(np.mean([pair in known for pair in pairs])) if pairs else 1.0
