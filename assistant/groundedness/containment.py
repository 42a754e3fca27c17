"""Whether a sentence says what the evidence says in the evidence's own words, in its order."""

import re
from collections.abc import Iterator

from assistant.groundedness.contrast import count_negations
from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Clause, Reading, Unit, Word
from index.language import fold

MODALS = ("duty", "advice", "possibility", "prohibition")
"""Classes of expressions of which one in another's place changes what is demanded."""

_TAIL_WORDS = 4
_GRANTED = re.compile(r"\b(?:tvivl|kun|blot|bare|alene)\b")
"""What makes "ikke kun" and "ingen tvivl om" say that something is so."""


def is_gathered(sentence: Unit, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether every clause stands in one item or another of one list, as it is.

    The items may be named in another order. Their lead-in may stand anywhere.
    """
    clauses = [own for clause in sentence.clauses if (own := _content(clause, lexicon))]
    lead_ins = {unit.lead_in for unit in reading.units if unit.lead_in}
    return bool(clauses) and any(
        all(_stands_in(own, lead_in, reading) for own in clauses) for lead_in in lead_ins
    )


def find_shifted_modal(sentence: Unit, nearest: Unit | None, lexicon: Lexicon) -> str:
    """Return the class of a modal that stands where the nearest unit has another, or "".

    A unit without any demands what its lead-in says: there "skal" is no shift, but "kan" is.
    """
    if nearest is None:
        return ""
    own = {name for name in MODALS if lexicon.has(name, sentence.folded)}
    there = {name for name in MODALS if lexicon.has(name, nearest.folded)}
    new = own - there
    if there:
        return next(iter(sorted(new)), "") if new and there - own else ""
    return next(iter(sorted(new - {"duty"})), "")


def drops_condition(sentence: Unit, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether the sentence stands in the evidence and a condition follows it there."""
    around = [
        [fold(" ".join(words[:_TAIL_WORDS])) for words in (own[:at], own[at + length :])]
        for own, _, at, length in _find_whole(sentence, reading)
    ]
    return bool(around) and all(
        any(_opens_with_condition(part, lexicon) for part in parts) for parts in around
    )


def drops_denial(sentence: Unit, reading: Reading) -> bool:
    """Say whether the sentence stands in the evidence only where the words before it deny it."""
    befores = [_read_before(unit, at) for _, unit, at, _ in _find_whole(sentence, reading)]
    return bool(befores) and all(
        count_negations(before) % 2 == 1 and not _GRANTED.search(before) for before in befores
    )


def _find_whole(sentence: Unit, reading: Reading) -> Iterator[tuple[list[str], Unit, int, int]]:
    """Yield the words, the unit, the place and the length, where a unit holds the sentence."""
    own = [word.text.casefold() for word in sentence.words]
    for unit in reading.units:
        there = [word.text.casefold() for word in unit.words]
        for at in range(len(there) - len(own) + 1 if own else 0):
            if there[at : at + len(own)] == own:
                yield there, unit, at, len(own)
                break


def _read_before(unit: Unit, at: int) -> str:
    """Return what a clause says before its word `at`, or the clause before one with "at"."""
    earlier: tuple[Word, ...] = ()
    for clause in unit.clauses:
        if at < len(clause.words):
            before = clause.words[:at]
            if [word.text.casefold() for word in before] == ["at"]:
                before = earlier
            return fold(" ".join(word.text for word in before))
        at -= len(clause.words)
        earlier = clause.words
    return ""


def _opens_with_condition(part: str, lexicon: Lexicon) -> bool:
    found = [*lexicon.find("condition", part), *lexicon.find("qualifier", part)]
    return any(part.startswith(each) for each in found)


def _content(clause: Clause, lexicon: Lexicon) -> list[str]:
    return [word.lemma for word in clause.words if lexicon.is_content(word.lemma)]


def _stands_in(own: list[str], lead_in: str, reading: Reading) -> bool:
    """Say whether one item under `lead_in` holds the lemmas in order, the lead-in's aside."""
    for unit in reading.units:
        if unit.lead_in == lead_in:
            above = set(unit.above_lemmas)
            rest = [lemma for lemma in own if lemma not in above or lemma in unit.lemmas]
            places = iter(unit.lemmas)
            if all(lemma in places for lemma in rest):
                return True
    return False
