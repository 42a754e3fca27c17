"""Whether a sentence says what the evidence says in the evidence's own words, in its order."""

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Clause, Reading, Unit
from index.language import fold

MODALS = ("duty", "advice", "possibility", "prohibition")
"""Classes of expressions of which one in another's place changes what is demanded."""

_TAIL_WORDS = 4


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
    own = " ".join(word.text.casefold() for word in sentence.words)
    for unit in reading.units:
        whole = " ".join(word.text.casefold() for word in unit.words)
        before, found, after = f" {whole} ".partition(f" {own} ")
        tail = fold(" ".join(after.split()[:_TAIL_WORDS]))
        head = fold(" ".join(before.split()[:_TAIL_WORDS]))
        if found and any(_opens_with_condition(part, lexicon) for part in (tail, head)):
            return True
    return False


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
