"""Words of a premise whose opposite, or another of their kind, stands in the sentence."""

from collections.abc import Iterator, Sequence

from assistant.premise.comparison import Comparison
from assistant.premise.contradiction import Contradiction, contradict
from assistant.premise.vocabulary import find_everywhere
from index.language import fold


def find_oppositions(comparison: Comparison) -> Iterator[Contradiction]:
    """Yield the words that the sentence has others for."""
    yield from _find_opposites(comparison)
    yield from _find_siblings(comparison)
    yield from _find_other_actor(comparison)


def _find_opposites(comparison: Comparison) -> Iterator[Contradiction]:
    """A word or expression whose opposite stands in the sentence."""
    premise, lemmas = comparison.premise, comparison.unit.lemmas
    for at in range(len(premise.lemmas)):
        for places, others in comparison.vocabulary.opposites(premise.lemmas, at):
            phrase = tuple(premise.lemmas[place] for place in places)
            if find_everywhere(phrase, lemmas) or set(places) <= set(comparison.places):
                continue
            if any(find_everywhere(other, premise.lemmas) for other in others):
                continue
            for other in others:
                if all(comparison.vocabulary.is_generic(lemma) for lemma in other):
                    continue
                for found in find_everywhere(other, lemmas):
                    yield from _oppose(comparison, places, found)


def _oppose(
    comparison: Comparison, places: Sequence[int], found: Sequence[int]
) -> Iterator[Contradiction]:
    premise = comparison.premise
    others = {place for at, place in comparison.places.items() if at not in places}
    is_denied = bool(premise.denying - set(places)) or (
        premise.instead is not None and places[0] > premise.instead
    )
    if others & set(found) or is_denied != any(comparison.denied[place] for place in found):
        return
    extent = comparison.extent(at for at in premise.content if at not in places)
    yield contradict("opposite", extent, comparison, places, found)


def _find_siblings(comparison: Comparison) -> Iterator[Contradiction]:
    """A word where the sentence has another of the same closed kind: Greek for Latin."""
    premise, lemmas = comparison.premise, comparison.unit.lemmas
    taken = set(comparison.places.values())
    if premise.denying:
        return
    for at, lemma in enumerate(premise.lemmas):
        if lemma in comparison.around:
            continue
        for place, other in enumerate(lemmas):
            if place not in taken and comparison.vocabulary.are_siblings(lemma, other):
                extent = comparison.extent(each for each in premise.content if each != at)
                yield contradict("sibling", extent, comparison, [at], [place])


def _find_other_actor(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise has somebody do what the sentence has somebody else do."""
    premise, unit = comparison.premise, comparison.unit
    actor = comparison.vocabulary.lexicon.actor
    theirs = [
        word
        for word in unit.words
        if actor(word.text) is not None and fold(word.text) not in comparison.names
    ]
    if premise.denying or premise.instead is not None or not theirs:
        return
    own = {actor(premise.words[at]) for at in premise.content}
    for at in premise.content:
        group = actor(premise.words[at])
        if group is None or comparison.says(at) or any(actor(w.text) in own for w in theirs):
            continue
        rest = [each for each in premise.content if each != at]
        yield Contradiction("actor", comparison.extent(rest), premise.words[at], theirs[0].text)
