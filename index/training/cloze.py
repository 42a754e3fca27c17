"""Make pairs of a long text with itself: one of its sentences, and the rest of it."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.training.pairs import Pair, PairSet
from index.training.source import Source

_SENTENCE_END = re.compile(r"(?<=[.;:]) +")
_LONG = 160
_SHORTEST = 25


def with_clozes(sets: Iterable[PairSet], *, shares: dict[str, float], seed: int) -> list[PairSet]:
    """Return `sets` and, for each source named in `shares`, a set of its texts' sentences.

    The inverse cloze task (Lee et al. 2019, section 4): what a passage says elsewhere tells what a
    sentence is about. Of plain Danish text it makes training pairs without anyone's work.

    Args:
        sets: The pairs of all sources.
        shares: By source name, how often each new pair is shown in an epoch.
        seed: Where the choice of sentences comes from.
    """
    known = list(sets)
    rng = random.Random(seed)  # noqa: S311  the choice must be the same every time
    made = [
        PairSet(_source(one.source, shares[one.source.name]), tuple(cut_sentences(one.pairs, rng)))
        for one in known
        if one.source.name in shares
    ]
    return [*known, *made]


def cut_sentences(pairs: Iterable[Pair], rng: random.Random) -> Iterator[Pair]:
    """Yield, for each long second side of several sentences, one of them and the others.

    >>> text = "Lederen viser tillid til alle medarbejdere. " * 5
    >>> [len(pair.first) for pair in cut_sentences([Pair("x", text)], random.Random(1))]
    [43]
    """
    for pair in pairs:
        if len(pair.second) <= _LONG:
            continue
        sentences = _SENTENCE_END.split(pair.second.strip())
        at = rng.randrange(len(sentences))
        rest = " ".join(sentences[:at] + sentences[at + 1 :])
        if min(len(sentences[at]), len(rest)) > _SHORTEST:
            yield Pair(sentences[at], rest)


def _source(source: Source, share: float) -> Source:
    return replace(
        source,
        name=f"{source.name} sentences",
        what=f"one sentence of the second side of {source.name}, and the rest of it",
        share=share,
    )
