"""Sift a model's sentences as they come: those that are proven, and why the others are not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.generative import texts
from assistant.generative.assembly import Proven
from assistant.generative.parsing import Written
from assistant.generative.proof import Proof, Prover, tidy
from assistant.generative.source import Source
from index.language import fold

_LEAST_WORDS = 2
"""A sentence of fewer ("Ja.") says nothing that could be mended, and is passed over."""

_MOST_CITED = 4
_MOST_WRITTEN = 24
"""Sentences that are looked at; a model that writes more has lost its way."""

_LEANS_BACK = re.compile(
    r"(?:det|den|de|dette|denne|disse|dermed|derfor|her|han|hun)\b", re.IGNORECASE
)
"""How a sentence begins that is read together with the one before it: that must stand, too."""


@dataclass
class Sieve:
    """Keeps what is proven.

    Attributes:
        sources: What the sentences may rest on, numbered from 1.
        prover: Proves them.
        most: How many sentences are kept.
        core: Ids of the passages that the extractive answer cites.
        shown_whole: Ids of those that are shown besides, and need not be said again.
        kept: The proven ones, in the order they came.
        removed: Why the others are not shown, in Danish.
        written: How many different sentences came, those not counted that were written again.
    """

    sources: Sequence[Source]
    prover: Prover
    most: int
    core: frozenset[str]
    shown_whole: frozenset[str] = frozenset()
    kept: list[Proven] = field(default_factory=list[Proven])
    removed: list[str] = field(default_factory=list[str])
    written: int = 0
    _faults: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    _seen: set[str] = field(default_factory=set[str])
    _looked_at: int = 0
    _is_repairing: bool = False
    _before: str = ""

    @property
    def is_full(self) -> bool:
        """Whether no more sentences are wanted."""
        return len(self.kept) >= self.most or self._looked_at >= _MOST_WRITTEN

    @property
    def is_about(self) -> bool:
        """Whether what is kept rests, in part, on what answers the question."""
        return any(p.id in self.core for proven in self.kept for p in proven.passages)

    def sift(self, written: Written) -> bool:
        """Keep a sentence if it is proven, and say whether it was kept."""
        text = tidy(written.text)
        if self.is_full or text.endswith("?") or len(text.split()) < _LEAST_WORDS:
            return False
        self._looked_at += 1
        if fold(text) in self._seen:
            return False
        self._seen.add(fold(text))
        self.written += not self._is_repairing
        proof = self._in_place(text, self._prove(text, written.numbers))
        self._before = proof.passage.id if proof.passage is not None else ""
        if proof.passage is not None:
            self.kept.append(Proven(text, (proof.passage,)))
        else:
            self.removed.append(proof.reason)
            self._faults.append((text, proof.reason))
        return proof.is_proven

    def take_faults(self) -> list[tuple[str, str]]:
        """Return the sentences that were not proven, with reasons; what comes now mends them."""
        faults, self._faults = self._faults, []
        self._is_repairing = True
        return faults

    def _prove(self, text: str, numbers: Sequence[int]) -> Proof:
        unknown = [n for n in numbers if not 0 < n <= len(self.sources)]
        if unknown:
            reason = texts.UNKNOWN_NUMBER.format(number=unknown[0])
            return Proof(is_proven=False, reason=reason)
        cited = [self.sources[n - 1].passage for n in numbers[:_MOST_CITED]]
        return self.prover.prove(text, cited)

    def _in_place(self, text: str, proof: Proof) -> Proof:
        """Refuse what is proven but does not belong where it stands."""
        if proof.passage is None:
            return proof
        if proof.passage.id in self.shown_whole:
            return Proof(is_proven=False, reason=texts.REPEATS)
        if _LEANS_BACK.match(text) and proof.passage.id != self._before:
            return Proof(is_proven=False, reason=texts.LEANS)
        return proof
