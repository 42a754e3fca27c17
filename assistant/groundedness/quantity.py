"""Read the numbers, dates, times and frequencies of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import BREAKING
from index.language import fold

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|%|[.,;:]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_SKIPPED = frozenset(("af", "og", "de", "paa", "i", "saa", "gange", "gang", "ca", "omkring"))
PERIODS = {
    "dag": 365.0, "daglig": 365.0, "dagligt": 365.0, "uge": 52.0, "ugentlig": 52.0,
    "ugentligt": 52.0, "maaned": 12.0, "maanedlig": 12.0, "maanedligt": 12.0, "kvartal": 4.0,
    "kvartalsvis": 4.0, "kvartalsvist": 4.0, "halvaar": 2.0, "halvaarlig": 2.0,
    "halvaarligt": 2.0, "aar": 1.0, "aarlig": 1.0, "aarligt": 1.0,
}  # fmt: skip
"""How often a year each period comes round."""
_SHARES = {
    "halvdel": 0.5, "halvdelen": 0.5, "tredjedel": 1 / 3, "fjerdedel": 0.25, "femtedel": 0.2,
    "tiendedel": 0.1,
}  # fmt: skip
_PER_CENT = frozenset(("%", "procent", "pct"))
_HALVES = frozenset(("halv", "halvt", "halve"))
_ONES = frozenset(("en", "et"))
_PER = frozenset(("om", "hver", "hvert", "pr", "i", *PERIODS))
_AFTER_ONE = frozenset(("af", "for", "der", "som", "er", "hvor", "til", *BREAKING))


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
        elif folded in PERIODS and folded.endswith(("lig", "ligt", "vis", "vist")):
            times = self._times(at)
            yield Quantity("rate", times * PERIODS[folded], token, is_plain=times == 1.0)
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
        if following and following[0] in PERIODS and step:
            text = " ".join(self._tokens[at : at + (2 if step == 1.0 else 3)])
            rate = self._times(at) * PERIODS[following[0]] / step
            is_plain = rate == PERIODS[following[0]]
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
            period = next((PERIODS[word] for word in ahead[1:] if word in PERIODS), None)
            period = period or next((PERIODS[x] for x in lemmas[1:] if x in PERIODS), None)
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
            return 1.0 if self._is_counted(at) else None
        if self._folded[at] in _HALVES:
            return 0.5
        return self._numbers.get(self._folded[at])

    def _is_counted(self, at: int) -> bool:
        """Say whether "en" counts: "én gang om året", "én dag"; not "én, der" or "en dag"."""
        after = self._folded[at + 1 : at + 3]
        if not after:
            return False
        if after[0] == "gang":
            return len(after) > 1 and after[1] in _PER
        return (
            "é" in self._tokens[at].casefold() and after[0].isalpha() and after[0] not in _AFTER_ONE
        )
