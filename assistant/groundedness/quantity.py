"""Numbers, dates, times and frequencies: are the sentence's the evidence's?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Reading, Unit
from index.language import fold

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|%|[.,;:]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ENUMERATION = re.compile(r"[^,.;:!?()]+(?:, [^,.;:!?()]+)*,? (?:og|samt|eller|and) [^,.;:!?()]+")
_OPENER = re.compile(r": |, nemlig | nemlig | – |, dvs\. ")
_SKIPPED = frozenset(("af", "og", "de", "paa", "i", "saa", "gange", "gang", "ca", "omkring"))
_PERIODS = {
    "dag": 365.0, "daglig": 365.0, "dagligt": 365.0, "uge": 52.0, "ugentlig": 52.0,
    "ugentligt": 52.0, "maaned": 12.0, "maanedlig": 12.0, "maanedligt": 12.0, "kvartal": 4.0,
    "kvartalsvis": 4.0, "kvartalsvist": 4.0, "halvaar": 2.0, "halvaarlig": 2.0,
    "halvaarligt": 2.0, "aar": 1.0, "aarlig": 1.0, "aarligt": 1.0,
}  # fmt: skip
"""How often a year each period comes round."""
_DAYS = {
    "time": 1 / 24, "doegn": 1.0, "dag": 1.0, "uge": 7.0, "maaned": 30.0, "kvartal": 90.0,
    "aar": 360.0,
}  # fmt: skip
"""How many days each unit of time lasts, a month counted as thirty."""
_SHARES = {
    "halvdel": 0.5, "halvdelen": 0.5, "tredjedel": 1 / 3, "fjerdedel": 0.25, "femtedel": 0.2,
    "tiendedel": 0.1,
}  # fmt: skip
_PER_CENT = frozenset(("%", "procent", "pct"))
_TOLERANCE = 0.03
"""How far apart two lengths of time may be and still be the same: a month has no fixed length."""
_SAME_THINGS = 2
"""Content words that a unit shares with the sentence if both speak of the same things."""
_LONGEST_PART = 5
"""Words; what is longer between two commas is no part of an enumeration."""
_HALVES = frozenset(("halv", "halvt", "halve"))
_ONES = frozenset(("en", "et"))
_FULL_TURN = 12 * 60.0


@dataclass(frozen=True)
class Quantity:
    """A number in a text.

    Attributes:
        kind: "number", "year", "date", "clock", "rate" (times a year), "duration" (days) or
            "share" (of one).
        value: The number; a date's month, a clock's minutes from midnight.
        text: As written.
        day: A date's day, or None.
        year: A date's year, or None.
        nouns: Lemmas of the words that follow it, nearest first.
        is_plain: Whether a rate names only its period ("årligt").
    """

    kind: str
    value: float
    text: str
    day: int | None = None
    year: int | None = None
    nouns: tuple[str, ...] = ()
    is_plain: bool = False


def find_quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """Return the quantities of `text`, in order."""
    return list(_Reader(_TOKEN.findall(text), lexicon).read())


def find_foreign(sentence: Unit, reading: Reading, lexicon: Lexicon) -> list[str]:
    """Return the quantities of `sentence`, as written, that the evidence does not hold.

    A count of the evidence's list items or of an enumeration's parts is not foreign.
    """
    known = find_quantities(reading.text, lexicon)
    counts = _counts(sentence, reading, lexicon)
    lemmas = (lexicon.lemma(word) for word in reading.words)
    periods = {_PERIODS[lemma] for lemma in lemmas if lemma in _PERIODS}
    found = find_quantities(sentence.text, lexicon)
    return [
        each.text
        for each in found
        if not _is_known(each, known, counts)
        and not (each.kind == "rate" and each.is_plain and each.value in periods)
    ]


class _Reader:
    """Reads quantities off a row of tokens."""

    def __init__(self, tokens: list[str], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._folded = [fold(token) for token in tokens]
        self._lemmas = [lexicon.lemma(token) for token in tokens]
        self._numbers, self._months = lexicon.numbers, lexicon.months

    def read(self) -> Iterator[Quantity]:
        taken: set[int] = set()
        for at in range(len(self._tokens)):
            if self._folded[at] in self._months:
                yield self._date(at, taken)
        for at in range(len(self._tokens)):
            if at not in taken and not (at and self._folded[at - 1] in _HALVES):
                yield from self._at(at)

    def _date(self, at: int, taken: set[int]) -> Quantity:
        before, after = self._skip_point(at - 1, -1), self._skip_point(at + 1, 1)
        day = year = None
        if before >= 0 and re.fullmatch(r"\d{1,2}", self._tokens[before]):
            day = int(self._tokens[before])
            taken.add(before)
        if after < len(self._tokens) and _YEAR.fullmatch(self._tokens[after]):
            year = int(self._tokens[after])
            taken.add(after)
        first = before if day is not None else at
        last = after if year is not None else at
        text = " ".join(self._tokens[first : last + 1]).replace(" .", ".")
        return Quantity("date", float(self._months[self._folded[at]]), text, day, year)

    def _skip_point(self, at: int, step: int) -> int:
        inside = 0 <= at < len(self._tokens)
        return at + step if inside and self._tokens[at] == "." else at

    def _at(self, at: int) -> Iterator[Quantity]:
        token, folded = self._tokens[at], self._folded[at]
        clock = _CLOCK.fullmatch(token)
        if clock:
            yield Quantity("clock", int(clock[1]) * 60.0 + int(clock[2]), token)
        elif folded in _SHARES:
            yield Quantity("share", _SHARES[folded], token)
        elif folded in _HALVES and self._value(at + 1) is not None:
            hour = self._value(at + 1) or 0.0
            yield Quantity("clock", hour * 60 - 30, f"{token} {self._tokens[at + 1]}")
        elif folded in ("hver", "hvert"):
            yield from self._every(at)
        elif folded in _PERIODS and folded.endswith(("lig", "ligt", "vis", "vist")):
            times = self._times(at)
            yield Quantity("rate", times * _PERIODS[folded], token, is_plain=times == 1.0)
        else:
            value = self._value(at)
            if value is not None:
                yield self._number(at, value)

    def _every(self, at: int) -> Iterator[Quantity]:
        """Read "hvert år" and "hver anden uge"; "hver leder" is no quantity."""
        ordinal = {"anden": 2.0, "andet": 2.0}
        following = self._folded[at + 1 : at + 3]
        step = 1.0
        if following and (following[0] in ordinal or following[0] in self._numbers):
            step = ordinal.get(following[0]) or self._numbers[following[0]]
            following = following[1:]
        if following and following[0] in _PERIODS and step:
            text = " ".join(self._tokens[at : at + (2 if step == 1.0 else 3)])
            rate = self._times(at) * _PERIODS[following[0]] / step
            is_plain = rate == _PERIODS[following[0]]
            yield Quantity("rate", rate, text, is_plain=is_plain)

    def _times(self, at: int) -> float:
        """Return how many times, where "to gange" stands before the period at `at`."""
        for back in range(at - 1, max(at - 4, -1), -1):
            if self._folded[back] in ("gang", "gange") and back:
                return self._value(back - 1) or 1.0
        return 1.0

    def _number(self, at: int, value: float) -> Quantity:
        token = self._tokens[at]
        ahead = self._folded[at + 1 : at + 4]
        lemmas = self._lemmas[at + 1 : at + 4]
        if ahead and ahead[0] in _PER_CENT:
            return Quantity("share", value / 100, f"{token} {ahead[0]}")
        if ahead and ahead[0] in ("gang", "gange"):
            period = next((_PERIODS[word] for word in ahead[1:] if word in _PERIODS), None)
            period = period or next((_PERIODS[x] for x in lemmas[1:] if x in _PERIODS), None)
            if period:
                return Quantity("rate", value * period, " ".join(self._tokens[at : at + 4]))
        nouns = tuple(
            lemma
            for lemma, word in zip(lemmas, ahead, strict=True)
            if word.isalpha() and word not in _SKIPPED and ahead[0] != "af"
        )
        kind = "year" if _YEAR.fullmatch(token) else "number"
        return Quantity(kind, value, token, nouns=nouns)

    def _value(self, at: int) -> float | None:
        if at >= len(self._tokens):
            return None
        token = self._tokens[at]
        if _THOUSANDS.fullmatch(token):
            return float(token.replace(".", ""))
        if re.fullmatch(r"\d+(?:,\d+)?", token):
            return float(token.replace(",", "."))
        if self._folded[at] in _ONES:
            is_counted = self._folded[at + 1 : at + 2] == ["gang"]
            return 1.0 if is_counted or "é" in token.casefold() else None
        if self._folded[at] in _HALVES:
            return 0.5
        return self._numbers.get(self._folded[at])


def _is_known(each: Quantity, known: Sequence[Quantity], counts: set[float]) -> bool:
    if each.kind == "date":
        return any(_same_date(each, other) for other in known if other.kind == "date")
    if each.kind == "clock":
        return any(_same_time(each, other) for other in known)
    days = _days(each)
    if days is not None and any(_close(days, _days(other)) for other in known):
        return True
    alike = [other for other in known if _comparable(each, other)]
    if each.value in {other.value for other in alike} | (
        counts if each.kind == "number" else set()
    ):
        return not _contradicts(each, alike)
    if each.kind == "number":
        return any(o.kind == "clock" and o.value == each.value * 60 for o in known)
    return each.kind == "year" and any(other.year == each.value for other in known)


def _contradicts(each: Quantity, alike: Sequence[Quantity]) -> bool:
    """Say whether the evidence gives the same noun another number, and this one never."""
    same = [other for other in alike if each.nouns and other.nouns[:1] == each.nouns[:1]]
    closer = [
        other for other in same if other.nouns[:2] == each.nouns[:2] and len(each.nouns) > 1
    ] or same
    return bool(closer) and each.value not in {other.value for other in closer}


def _comparable(one: Quantity, other: Quantity) -> bool:
    plain = {"number", "year"}
    return one.kind == other.kind or {one.kind, other.kind} <= plain


def _same_date(one: Quantity, other: Quantity) -> bool:
    return (
        one.value == other.value
        and (one.day is None or other.day is None or one.day == other.day)
        and (one.year is None or other.year is None or one.year == other.year)
    )


def _same_time(clock: Quantity, other: Quantity) -> bool:
    if other.kind == "clock":
        return clock.value % _FULL_TURN == other.value % _FULL_TURN
    return other.kind == "number" and clock.value == other.value * 60


def _days(quantity: Quantity) -> float | None:
    """Return a length of time, or the time between two times, in days; None for the rest."""
    if quantity.kind == "rate":
        return 360 / quantity.value
    if quantity.kind != "number":
        return None
    unit = next((_DAYS[noun] for noun in quantity.nouns[:2] if noun in _DAYS), None)
    return None if unit is None else quantity.value * unit


def _close(one: float, other: float | None) -> bool:
    return other is not None and abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))


def _counts(sentence: Unit, reading: Reading, lexicon: Lexicon) -> set[float]:
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
    for parts in _enumerations(sentence.text, lexicon):
        if not any(_is_part_of(parts, longer) for longer in theirs):
            counts.add(float(len(parts)))
        else:
            counts.discard(float(len(parts)))
    return counts


def _enumerations(text: str, lexicon: Lexicon) -> list[list[set[str]]]:
    """Return the lemmas of each part of each enumeration of `text`."""
    found: list[list[set[str]]] = []
    for match in _ENUMERATION.finditer(_OPENER.split(text)[-1]):
        parts = re.split(r", |,? (?:og|samt|eller) ", match.group())
        # The first part holds what comes before the enumeration too.
        if all(len(part.split()) <= _LONGEST_PART for part in parts[1:]):
            found.append([set(lexicon.lemmas(part)) for part in parts])
    return found


def _is_part_of(parts: list[set[str]], longer: list[set[str]]) -> bool:
    held = [any(part & other for other in longer) for part in parts]
    return len(longer) > len(parts) and all(held)
