"""Which of a sentence's quantities the evidence does not hold."""

from collections.abc import Sequence
from math import inf

from assistant.groundedness.counting import count_things
from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.quantity import PERIODS, Quantity, find_quantities
from assistant.groundedness.reading import Reading, Unit
from index.language import fold

_DAYS = {
    "time": 1 / 24, "doegn": 1.0, "dag": 1.0, "uge": 7.0, "maaned": 30.0, "kvartal": 90.0,
    "aar": 360.0,
}  # fmt: skip
"""How many days each unit of time lasts, a month counted as thirty."""
_TOLERANCE = 0.03
"""How far apart two lengths of time may be and still be the same: a month has no fixed length."""
_FULL_TURN = 12 * 60.0


def find_foreign(sentence: Unit, reading: Reading, lexicon: Lexicon) -> list[str]:
    """Return the quantities of `sentence`, as written, that the evidence does not hold.

    A count of the evidence's list items or of an enumeration's parts is not foreign.
    """
    known = find_quantities(reading.text, lexicon)
    counts = count_things(sentence, reading, lexicon)
    lemmas = (lexicon.lemma(word) for word in reading.words)
    rarest = min((each.value for each in known if each.kind == "rate"), default=inf)
    periods = {PERIODS[lemma] for lemma in lemmas if lemma in PERIODS}
    found = find_quantities(sentence.text, lexicon)
    days = [
        word.text
        for word in sentence.words
        for day in lexicon.weekdays
        if fold(word.text).startswith(day) and day not in reading.folded
    ]
    return days + [
        each.text
        for each in found
        if not _is_known(each, known, counts)
        and not (
            each.kind == "rate" and each.is_plain and each.value in periods and each.value <= rarest
        )
    ]


def _is_known(each: Quantity, known: Sequence[Quantity], counts: set[float]) -> bool:
    if each.kind == "date":
        return any(_same_date(each, other) for other in known if other.kind == "date")
    if each.kind == "clock":
        return any(_same_time(each, other) for other in known)
    days = _days(each)
    spans = [other for other in known if other.kind == each.kind or "mellemrum" in each.nouns]
    if days is not None and any(_close(days, _days(other)) for other in spans):
        return True
    alike = [
        other
        for other in known
        if _comparable(each, other) and (days is None or _days(other) is None)
    ]
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
        return 360 / quantity.value if quantity.value else None
    if quantity.kind != "number":
        return None
    unit = next((_DAYS[noun] for noun in quantity.nouns[:2] if noun in _DAYS), None)
    return None if unit is None else quantity.value * unit


def _close(one: float, other: float | None) -> bool:
    return other is not None and abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))
