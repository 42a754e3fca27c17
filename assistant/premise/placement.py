"""Words of a premise that stand in the sentence, but at the other of two things."""

from collections.abc import Iterator

from assistant.premise.comparison import Comparison
from assistant.premise.contradiction import Contradiction, contradict
from assistant.premise.vocabulary import find_everywhere


def find_misplacements(comparison: Comparison) -> Iterator[Contradiction]:
    """Yield what the premise says of one thing and the sentence of another."""
    yield from _find_swap(comparison)
    yield from _find_misplacement(comparison)
    yield from _find_rival(comparison)


def _find_swap(comparison: Comparison) -> Iterator[Contradiction]:
    """What is more than the other is less in the sentence: "A stærkere end B" for "B ... end A"."""
    premise, lemmas = comparison.premise, comparison.unit.lemmas
    if "end" not in premise.lemmas or "end" not in lemmas or premise.denying:
        return
    turn, theirs = premise.lemmas.index("end"), lemmas.index("end")
    spread = [
        (at, place, (at < turn) == (place < theirs)) for at, place in comparison.places.items()
    ]
    crossed = [(at, place) for at, place, is_straight in spread if not is_straight]
    has_both = any(at < turn for at, _ in crossed) and any(at > turn for at, _ in crossed)
    if has_both:
        places = [at for at, _ in crossed]
        extent = comparison.extent(premise.content)
        yield contradict("swap", extent, comparison, places, [place for _, place in crossed])


def _find_misplacement(comparison: Comparison) -> Iterator[Contradiction]:
    """The sentence sets two opposites beside each other, and the premise's words by the other."""
    premise, lemmas = comparison.premise, comparison.unit.lemmas
    if premise.denying:
        return
    for at in premise.content:
        for places, others in comparison.vocabulary.opposites(premise.lemmas, at):
            if len(places) > 1 or premise.lemmas[at] not in lemmas:
                continue
            if any(find_everywhere(other, premise.lemmas) for other in others):
                continue
            own = lemmas.index(premise.lemmas[at])
            beside = [lemmas.index(other[0]) for other in others if other[0] in lemmas]
            for place in beside:
                # "det kolde vand ... det varme vand": the same noun after both.
                if lemmas[own + 1 : own + 2] == lemmas[place + 1 : place + 2]:
                    yield from _misplace(comparison, at, own, place)


def _misplace(comparison: Comparison, at: int, own: int, other: int) -> Iterator[Contradiction]:
    """Say which words stand by `other`, where the sentence goes over from one to the other."""
    premise, lemmas = comparison.premise, comparison.unit.lemmas
    start, end = min(own, other), max(own, other)
    first, second = lemmas[start + 1 : end], lemmas[end + 1 :]
    by_own, by_other = (first, second) if own < other else (second, first)
    sides = [
        (lemma in by_own, lemma in by_other)
        for each, place in comparison.places.items()
        if each != at
        for lemma in [lemmas[place]]
    ]
    if (False, True) in sides and (True, False) not in sides:
        extent = comparison.extent(premise.content)
        yield contradict("swap", extent, comparison, [at], [other])


def _find_rival(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise says of one thing what the document says of the one beside it."""
    premise, own = comparison.premise, set(comparison.unit.lemmas)
    if premise.denying or premise.instead is not None:
        return
    named = set(premise.lemmas)
    for rival in comparison.rivals:
        if not rival.name <= named or rival.name & own:
            continue
        rest = [
            at
            for at in premise.content
            if premise.lemmas[at] not in rival.name
            and premise.lemmas[at] not in comparison.unit.above_lemmas
        ]
        theirs = [at for at in rest if premise.lemmas[at] not in rival.lemmas]
        if len(theirs) > 1 and all(at in comparison.places for at in rest):
            said = " ".join(sorted(rival.name))
            yield Contradiction("misplaced", comparison.extent(rest), said, "")
