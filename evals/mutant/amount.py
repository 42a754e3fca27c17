"""Say another number, date, weekday, season or time of day than the document says."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.mutant.clause import words_of
from evals.mutant.language import Language
from evals.mutant.mutant import Truth

_DIGITS = re.compile(r"(?<![\w.,/§-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w.,]\d| kr)")
_CLOCK = re.compile(r"(?<=kl\. )(\d{1,2})\.(\d\d)")
_NO_QUANTITY = re.compile(r"(?:§|stk\.|kl\.|nr\.|side|bilag|punkt|kapitel|lokalnummer)\s*$", re.I)
_FRACTION = re.compile(r"\s+\w*(?:dele?|halv\w*)\b")
_FEWEST, _DAYS, _MANY = 2, 28, 100
_LEAP_YEAR = 2024
_UP, _DOWN = 1, -1
_LOOK_BACK, _LOOK_AHEAD = 4, 4


def change_numbers(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` with another number in the place of one of its numbers.

    A bound is moved to where the true one does not imply it: "højst 30" is lowered, "mindst to"
    raised, the other way round within a condition. A number that the evidence holds is not put
    in another's place.
    """
    held = _numbers_in(truth.evidence.text, language)
    sentence = truth.sentence
    for match in _quantities(sentence, language):
        word = match.group()
        value = _value(word, language)
        for other in _others(value, _directions(sentence, match, language)):
            shown = _write(other, word, language)
            if other not in held and shown:
                yield sentence[: match.start()] + shown + sentence[match.end() :]


def change_dates(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` with another day, month, year, weekday, season or time of day."""
    sentence = truth.sentence
    for match, others in _dates(sentence, language):
        for other in others:
            changed = sentence[: match.start()] + other + sentence[match.end() :]
            is_held = re.search(rf"\b{re.escape(other)}\b", truth.evidence.text, re.IGNORECASE)
            if not is_held and _is_possible(changed, language):
                yield changed


def _is_possible(sentence: str, language: Language) -> bool:
    """Say whether every date is in the calendar and no span of years runs backwards."""
    for match in re.finditer(rf"\b(\d{{1,2}})\. ({'|'.join(language.months)})\b", sentence):
        month = language.months.index(match.group(2)) + 1
        if int(match.group(1)) > monthrange(_LEAP_YEAR, month)[1]:
            return False
    spans = re.finditer(r"\b(\d{4})-(\d{4})\b", sentence)
    return all(int(match.group(1)) < int(match.group(2)) for match in spans)


def _numbers_in(text: str, language: Language) -> set[float]:
    digits = {_value(match.group(), language) for match in _DIGITS.finditer(text)}
    known = language.number_words | language.ordinal_words
    return digits | {float(known[word]) for word in words_of(text) if word in known}


def _quantities(sentence: str, language: Language) -> Iterator[re.Match[str]]:
    names = "|".join([*language.number_words, *language.ordinal_words])
    months = "|".join(language.months)
    for match in re.finditer(rf"{_DIGITS.pattern}|\b(?:{names})\b", sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        is_date = re.match(rf"\. (?:{months})", after) or _YEAR.fullmatch(match.group())
        is_fraction = _FRACTION.match(after) is not None
        if not (is_date or is_fraction or _NO_QUANTITY.search(before)):
            yield match


def _value(word: str, language: Language) -> float:
    known = language.number_words | language.ordinal_words
    if word in known:
        return float(known[word])
    return float(word.replace(".", "").replace(",", "."))


def _write(value: float, like: str, language: Language) -> str:
    """Return `value` as `like` is written, or "" where there is no such word."""
    for known in (language.number_words, language.ordinal_words):
        if like in known:
            return next((word for word, counts in known.items() if counts == value), "")
    if "," in like:
        return f"{value:.1f}".replace(".", ",")
    whole = f"{round(value):,}".replace(",", ".")
    return whole if "." in like or value < _MANY else str(round(value))


def _others(value: float, directions: Sequence[int]) -> list[float]:
    step = 10 ** max(len(str(int(value))) - 2, 0)
    raised = [value + step, value + 3 * step, value * 2]
    lowered = [value - step, value // 2]
    near = [*(raised if _UP in directions else []), *(lowered if _DOWN in directions else [])]
    return [other for other in dict.fromkeys(near) if other >= _FEWEST and other != value]


def _directions(sentence: str, match: re.Match[str], language: Language) -> tuple[int, ...]:
    """Return which ways the number can go without following from the true sentence."""
    before = sentence[: match.start()].lower()
    near = " ".join(words_of(before)[-_LOOK_BACK:])
    after = words_of(sentence[match.end() :])[:_LOOK_AHEAD]
    is_condition = _is_condition(before, language)
    is_allowed = _holds(before, language.permissions)
    bound = _bound(near, after, language)
    if is_condition:
        return (-bound,) if bound else (_UP,)
    if bound and _holds(near, language.outside):
        return ()  # "beløb over 150.000" tells which, "over tusind" how many
    if bound == _DOWN and is_allowed:
        return (_UP,) if _holds(near, language.allowances) else (_UP, _DOWN)
    if bound:
        return (bound,)
    is_denied = any(word in language.negations for word in words_of(sentence))
    return (_UP,) if is_allowed or is_denied else (_UP, _DOWN)


def _is_condition(before: str, language: Language) -> bool:
    """Say whether what follows `before` stands in a clause that says when something holds."""
    clauses = re.split(r"[,;:]\s", before)
    opening = words_of(clauses[-1])[:1]
    opens_with_verb = len(clauses) == 1 and bool(language.verbs.intersection(opening))
    return opens_with_verb or any(word in language.conditionals for word in opening)


def _holds(text: str, phrases: Iterable[str]) -> bool:
    return any(re.search(rf"\b{phrase}\b", text) for phrase in phrases)


def _bound(near: str, after: Sequence[str], language: Language) -> int:
    """Return which way a bound is exceeded: up from "mindst", down from "højst", 0 if none."""
    if "senest" in near.split() and any(word in language.before for word in after):
        return _UP
    if _holds(near, language.at_most):
        return _DOWN
    return _UP if _holds(near, language.at_least) else 0


def _dates(sentence: str, language: Language) -> Iterator[tuple[re.Match[str], list[str]]]:
    months = "|".join(language.months)
    patterns: tuple[tuple[str, Callable[[str], _Others]], ...] = (
        (rf"\b\d{{1,2}}(?=\. (?:{months}))", _other_days),
        (rf"\b(?:{months})\b", lambda name: _other_names(name, language.months)),
        (_YEAR.pattern, _other_years),
        (rf"\b(?:{'|'.join(language.weekdays)})\b", lambda n: _other_names(n, language.weekdays)),
        (rf"\b(?:{'|'.join(language.seasons)})\b", lambda n: _other_names(n, language.seasons)),
        (_CLOCK.pattern, _other_times),
    )
    for pattern, find in patterns:
        for match in re.finditer(pattern, sentence):
            near = " ".join(words_of(sentence[: match.start()])[-_LOOK_BACK:])
            bound = _bound(near, (), language)
            others = find(match.group())
            yield (
                match,
                [
                    *(others.earlier if bound != _UP else []),
                    *(others.later if bound != _DOWN else []),
                ],
            )


@dataclass(frozen=True)
class _Others:
    """What may take a date's place."""

    earlier: list[str]
    later: list[str]


def _other_days(day: str) -> _Others:
    known = int(day)
    earlier = [str(known - step) for step in (1, 3, 5) if known > step]
    return _Others(earlier, [str(known + step) for step in (2, 7) if known + step <= _DAYS])


def _other_years(year: str) -> _Others:
    known = int(year)
    return _Others(
        [str(known - step) for step in (1, 2)], [str(known + step) for step in (1, 2, 4)]
    )


def _other_names(name: str, names: Sequence[str]) -> _Others:
    at = names.index(name)
    return _Others(list(names[max(at - 2, 0) : at]), list(names[at + 1 : at + 3]))


def _other_times(time: str) -> _Others:
    """Return earlier times: a later one may lie within what the sentence says."""
    hour, minutes = time.split(".")
    return _Others([f"{int(hour) - step}.{minutes}" for step in (1, 2) if int(hour) > step], [])
