"""How much of a premise one sentence of a passage says, word by word."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.groundedness.contrast import count_negations
from assistant.groundedness.reading import Unit
from assistant.premise.statement import Premise
from assistant.premise.vocabulary import Vocabulary
from index.language import fold

SAID = 0.7
"""From this likeness on a word of the premise stands in the sentence."""

_AROUND = 0.7
_INTRODUCED = 0.9
_GENERIC = 0.5


@dataclass(frozen=True)
class Extent:
    """How much of some words of a premise is said.

    Attributes:
        share: Weighted share, in [0, 1]; what only stands around the sentence counts less.
        anchors: Weight of the words that stand in the sentence or its lead-in, names aside.
        count: How many words were looked for.
    """

    share: float
    anchors: float
    count: int


@dataclass(frozen=True)
class Rival:
    """What stands beside a passage under another name: an item, a section.

    Attributes:
        name: Lemmas of its name that the passage's own name has not.
        lemmas: Of all that it says.
    """

    name: frozenset[str]
    lemmas: frozenset[str]


@dataclass(frozen=True)
class Comparison:
    """A premise beside one sentence.

    Attributes:
        premise: What a question takes for granted.
        unit: The sentence, with what it stands under.
        around: Lemmas of the section that it stands in.
        vocabulary: Words and forms.
        names: Folded words that name the document or its owner.
        rivals: What stands beside the sentence under other names.
    """

    premise: Premise
    unit: Unit
    around: frozenset[str]
    vocabulary: Vocabulary
    names: frozenset[str]
    rivals: tuple[Rival, ...]

    @cached_property
    def places(self) -> dict[int, int]:
        """Where in the sentence each content word of the premise stands; others are missing."""
        return {at: place for at, (score, place) in self._matches.items() if score >= SAID}

    @cached_property
    def denied(self) -> tuple[bool, ...]:
        """By word of the sentence, whether the clause it stands in denies."""
        return tuple(
            is_denied
            for clause in self.unit.clauses
            for is_denied in [
                count_negations(fold(" ".join(word.text for word in clause.words))) % 2 == 1
            ]
            * len(clause.words)
        )

    def says(self, at: int) -> bool:
        """Say whether the premise's word at this place stands in the sentence or around it."""
        return self._said(at) > 0

    def extent(self, at: Iterable[int]) -> Extent:
        """Return how much of the premise's words at these places is said."""
        total = weight = anchors = 0.0
        count = 0
        for each in at:
            own = self._weight(each)
            said = self._said(each)
            total, weight, count = total + own * said, weight + own, count + 1
            is_anchored = each in self.places or said >= _INTRODUCED
            anchors += own * (is_anchored and each not in self.premise.names)
        return Extent(total / weight if weight else 0.0, anchors, count)

    @cached_property
    def lacks_actor(self) -> bool:
        """Whether the premise speaks of a person or body that neither sentence nor section does."""
        return any(
            self.vocabulary.lexicon.actor(self.premise.words[at]) is not None and not self._said(at)
            for at in self.premise.content
        )

    def _weight(self, at: int) -> float:
        is_generic = self.vocabulary.is_generic(self.premise.lemmas[at])
        return _GENERIC if is_generic or at in self.premise.names else 1.0

    def _said(self, at: int) -> float:
        score, _ = self._matches[at]
        lemma = self.premise.lemmas[at]
        around = _AROUND if lemma in self.around or at in self.premise.names else 0.0
        introduced = _INTRODUCED * (lemma in self.unit.above_lemmas)
        return max(score if score >= SAID else 0.0, around, introduced)

    @cached_property
    def _matches(self) -> dict[int, tuple[float, int]]:
        found: dict[int, tuple[float, int]] = {}
        for at in self.premise.content:
            own = self.premise.lemmas[at]
            scores = [
                (self.vocabulary.likeness(own, lemma), -place)
                for place, lemma in enumerate(self.unit.lemmas)
                if lemma == own or self.vocabulary.is_telling(lemma)
            ]
            score, place = max(scores, default=(0.0, 0))
            found[at] = (score, -place)
        return found
