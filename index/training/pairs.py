"""Read the training pairs and clean them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from index.training.jsonl import read_objects, text_of, texts_of
from index.training.source import SOURCES, THESAURUS, Source

_PARAGRAPH_MARK = re.compile(r"^§ ?\d+ ?[a-z]?\.? *(Stk\. ?\d+\. ?)?")
_SHORTEST = 3
_LONGEST_FIRST = 300
_LONGEST_SECOND = 450
"""Characters kept: more than the tokens that training looks at."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together.

    Attributes:
        first: The shorter, question-like side: a title, a heading, a Danish sentence.
        second: What it leads to: a provision, a section, a translation.
        group: What it has in common with pairs that must not be told apart from it, or "" where
            that is the first text.
    """

    first: str
    second: str
    group: str = ""

    @property
    def key(self) -> str:
        """What may stand only once in a batch."""
        return self.group or self.first.lower()


@dataclass(frozen=True)
class PairSet:
    """The cleaned pairs of one source."""

    source: Source
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Counted:
    """How many pairs a source gave."""

    source: Source
    pairs: int


def read_pair_sets(data: Path) -> list[PairSet]:
    """Return the pairs of every source under `data`, the thesaurus last.

    Raises:
        DataMissingError: A file is not there.
        DataInvalidError: A line is not what it should be.
    """
    sets = [_read_source(data, source) for source in SOURCES]
    return [*sets, PairSet(THESAURUS, tuple(read_thesaurus(data / THESAURUS.file)))]


def read_thesaurus(path: Path) -> Iterator[Pair]:
    """Yield every pair of different terms of each group, the canonical term among them."""
    for row in read_objects(path):
        canonical = text_of(row, "canonical", path)
        terms = dict.fromkeys((canonical, *texts_of(row, "terms", path)))
        for first, second in combinations(terms, 2):
            yield Pair(first, second, group=canonical)


def clean_pairs(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield each different pair once, shortened; too short ones and copies are left out.

    >>> list(clean_pairs([Pair("Om løn", "§ 3. Stk. 2. Løn udbetales."), Pair("Nej", "nej")]))
    [Pair(first='Om løn', second='Løn udbetales.', group='')]
    """
    seen: set[Pair] = set()
    for pair in pairs:
        first = pair.first[:_LONGEST_FIRST]
        second = _PARAGRAPH_MARK.sub("", pair.second)[:_LONGEST_SECOND]
        kept = Pair(first, second)
        if min(len(first), len(second)) < _SHORTEST or first.lower() == second.lower():
            continue
        if kept not in seen:
            seen.add(kept)
            yield kept


def _read_source(data: Path, source: Source) -> PairSet:
    path = data / source.file
    read = (Pair(text_of(r, "a", path), text_of(r, "b", path)) for r in read_objects(path))
    return PairSet(source, tuple(clean_pairs(read)))
