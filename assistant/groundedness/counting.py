"""How many things evidence and sentence list: numbers that need not be written as such."""

import re

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import BREAKING, Reading, Unit
from index.language import fold

_ENUMERATION = re.compile(
    r"(?<![^,.;:!?()])[^,.;:!?()]+(?:, [^,.;:!?()]+)*,? (?:og|samt|eller|and) [^,.;:!?()]+"
)
_OPENER = re.compile(r": |, nemlig | nemlig | – |, dvs\. ")
_PARTED = re.compile(r", | og | samt | eller ")
_SAME_THINGS = 2
"""Content words that a unit shares with the sentence if both speak of the same things."""
_LONGEST_PART = 5
"""Words; what is longer between two commas is no part of an enumeration."""
_MOST_COUNTED = 10


def count_things(sentence: Unit, reading: Reading, lexicon: Lexicon) -> set[float]:
    """Return how many things the evidence lists, where the sentence speaks of the same things.

    What the sentence counts and names itself is among them, unless it names a part of a longer
    enumeration.
    """
    own = {lemma for lemma in sentence.lemmas if lexicon.is_content(lemma)}
    counts = {float(count) for count in reading.bullets}
    if len(reading.headings) > 1:
        counts.add(float(len(reading.headings)))
    if "foerste" in reading.folded:
        counts.add(1.0)
    theirs = [
        parts
        for unit in reading.units
        if len(own & set(unit.lemmas)) >= _SAME_THINGS
        for parts in _enumerations(unit.text, lexicon)
    ]
    counts |= {float(len(parts)) for parts in theirs}
    counts |= _own_counts(sentence)
    for parts in _enumerations(sentence.text, lexicon):
        if not any(_is_part_of(parts, longer) for longer in theirs):
            counts.add(float(len(parts)))
        else:
            counts.discard(float(len(parts)))
    return counts


def _own_counts(sentence: Unit) -> set[float]:
    """Return how many things the sentence may say there are, for it names them itself."""
    opened = _OPENER.split(sentence.text)
    parts = len(_PARTED.split(opened[-1])) if len(opened) > 1 else 0
    pair = {2.0} if " de to " in f" {sentence.folded}" else set[float]()
    return {float(n) for n in range(2, min(parts, _MOST_COUNTED) + 1)} | pair


def _enumerations(text: str, lexicon: Lexicon) -> list[list[set[str]]]:
    """Return the lemmas of each part of each enumeration of `text`."""
    found: list[list[set[str]]] = []
    for match in _ENUMERATION.finditer(_OPENER.split(text)[-1]):
        parts = re.split(r", |,? (?:og|samt|eller) ", match.group())
        # The first part holds what comes before the enumeration too.
        if all(_can_be_part(part) for part in parts[1:]):
            found.append([set(lexicon.lemmas(part)) for part in parts])
    return found


def _can_be_part(part: str) -> bool:
    words = part.split()
    return bool(words) and len(words) <= _LONGEST_PART and fold(words[0]) not in BREAKING


def _is_part_of(parts: list[set[str]], longer: list[set[str]]) -> bool:
    held = [any(part & other for other in longer) for part in parts]
    return len(longer) > len(parts) and all(held)
