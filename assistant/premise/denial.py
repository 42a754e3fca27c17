"""What a premise denies, limits or ranks and the sentence does not, or the reverse."""

from collections.abc import Iterator

from assistant.premise.comparison import SAID, Comparison, Extent
from assistant.premise.contradiction import Contradiction, contradict

_NEAR_NEGATION = 3
"""Words after "ikke" within which it denies what the premise holds."""


def find_denials(comparison: Comparison) -> Iterator[Contradiction]:
    """Yield where one denies, limits or ranks what the other does not."""
    yield from _find_negation(comparison)
    yield from _find_denied_word(comparison)
    yield from _find_set_aside(comparison)
    yield from _find_exclusion(comparison)
    yield from _find_ranking(comparison)


def _find_negation(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise denies what the sentence says."""
    premise = comparison.premise
    is_denied = len(premise.denying) > 0 and premise.instead is None and premise.exclusive is None
    places = comparison.places.values()
    if is_denied and places and not any(comparison.denied[place] for place in places):
        extent = comparison.extent(premise.content)
        yield contradict("negation", extent, comparison, sorted(premise.denying), ())


def _find_denied_word(comparison: Comparison) -> Iterator[Contradiction]:
    """The sentence denies, right after its negation, what the premise says."""
    premise = comparison.premise
    if premise.denying or premise.instead is not None:
        return
    for at, place in comparison.places.items():
        before = range(max(0, place - _NEAR_NEGATION), place)
        if comparison.denied[place] and any(
            comparison.unit.lemmas[each] in ("ikke", "ingen", "aldrig") for each in before
        ):
            own = [x for x in premise.content if premise.clauses[x] == premise.clauses[at]]
            yield contradict("denied", comparison.extent(own), comparison, [at], [place])


def _find_set_aside(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise sets aside ("og ikke ...") what the sentence says, for what it does not."""
    premise = comparison.premise
    if premise.instead is None:
        return
    after = [at for at in premise.content if at > premise.instead]
    before = [at for at in premise.content if at < premise.instead]
    aside, kept = comparison.extent(after), comparison.extent(before)
    is_said = all(at in comparison.places for at in after) and not any(
        comparison.denied[comparison.places[at]] for at in after
    )
    if after and is_said and any(comparison.extent([at]).share < SAID for at in before):
        extent = Extent(
            (aside.share + kept.share) / 2, aside.anchors + kept.anchors, aside.count + kept.count
        )
        yield contradict("instead", extent, comparison, after, ())


def _find_exclusion(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise says "only" where the sentence joins more, or says it of all."""
    premise, folded = comparison.premise, comparison.unit.folded
    find = comparison.vocabulary.find
    if premise.exclusive is None or premise.denying or premise.quantities:
        return
    if find("exclusive", folded):
        return
    joins = find("joining", folded)
    if joins:
        extent = comparison.extent(premise.content)
        said = premise.words[premise.exclusive]
        yield Contradiction("exclusive", extent, said, joins[0].group())


def _find_ranking(comparison: Comparison) -> Iterator[Contradiction]:
    """The premise sets one above the other where the sentence holds them in balance."""
    premise = comparison.premise
    if premise.ranking is None or premise.denying:
        return
    balances = comparison.vocabulary.find("balance", comparison.unit.folded)
    at = premise.ranking
    content = [each for each in premise.content if each != at]
    sides = (
        [each for each in content if each < at][-1:],
        [each for each in content if each > at][:1],
    )
    if balances and all(side and side[0] in comparison.places for side in sides):
        said = premise.words[at]
        yield Contradiction("ranking", comparison.extent(content), said, balances[0].group())


def confirms(comparison: Comparison) -> bool:
    """Say whether the sentence says all of the premise, and denies and limits as it does."""
    premise = comparison.premise
    is_limited = bool(comparison.vocabulary.find("exclusive", comparison.unit.folded))
    return (
        len(premise.content) > 1
        and set(comparison.places) | set(premise.names) >= set(premise.content)
        and premise.instead is None
        and bool(premise.denying) == any(comparison.denied[p] for p in comparison.places.values())
        and (premise.exclusive is None or is_limited)
    )
