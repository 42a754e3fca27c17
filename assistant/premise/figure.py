"""Years and counts of a premise that the sentence has others for."""

from collections.abc import Iterator, Sequence

from assistant.groundedness.quantity import PERIODS, Quantity, find_quantities
from assistant.premise.comparison import SAID, Comparison, Extent
from assistant.premise.contradiction import Contradiction

_ALL_BUT = 0.95
"""From this share on the only number of the sentence counts what the premise counts."""
_MOST_COUNTED = 20
"""What is more is no count of things but an amount, which may be any part of another."""


def find_figures(comparison: Comparison) -> Iterator[Contradiction]:
    """Yield the years and counts that the sentence has others for."""
    premise, vocabulary = comparison.premise, comparison.vocabulary
    theirs = find_quantities(comparison.unit.text, vocabulary.lexicon)
    if premise.denying or premise.instead is not None or not theirs:
        return
    for each in premise.quantities:
        years = [year for other in theirs if (year := _year(other)) is not None]
        year = _year(each)
        rest = [at for at in premise.content if premise.words[at] not in each.text.split()]
        extent = comparison.extent(rest)
        if year is not None and years and year not in years:
            yield Contradiction("year", extent, each.text, str(int(years[0])))
        elif each.kind == "rate":
            rates = [other for other in theirs if other.kind == "rate"]
            if rates and each.value not in {other.value for other in rates}:
                yield Contradiction("number", extent, each.text, rates[0].text)
        elif each.kind == "number":
            yield from _find_counts(comparison, each, theirs, extent)


def _find_counts(
    comparison: Comparison, each: Quantity, theirs: Sequence[Quantity], extent: Extent
) -> Iterator[Contradiction]:
    """Yield a count of the same things that is another, unless the premise has that one too."""
    counted = [other for other in theirs if other.kind == "number"]
    alike = [other for other in counted if _counts_same(each, other, comparison)]
    is_nearly_all = extent.share >= _ALL_BUT
    if len(counted) == 1 and is_nearly_all and extent.count > 1:
        alike = counted
    is_time = bool(set(each.nouns[:1]) & set(PERIODS))
    own = {other.value for other in comparison.premise.quantities}
    if not alike or own & {other.value for other in counted} or (is_time and not is_nearly_all):
        return
    if min(alike[0].value, each.value) > 1 and each.value <= _MOST_COUNTED:
        yield Contradiction("number", extent, each.text, alike[0].text)


def _year(quantity: Quantity) -> float | None:
    if quantity.kind == "year":
        return quantity.value
    return float(quantity.year) if quantity.kind == "date" and quantity.year else None


def _counts_same(one: Quantity, other: Quantity, comparison: Comparison) -> bool:
    """Say whether both numbers are of the same things: by the nearest noun after each."""
    vocabulary = comparison.vocabulary
    own, theirs = (
        next((noun for noun in quantity.nouns if vocabulary.is_telling(noun)), "")
        for quantity in (one, other)
    )
    return bool(own and theirs) and vocabulary.likeness(own, theirs) >= SAID
