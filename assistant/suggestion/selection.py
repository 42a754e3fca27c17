"""Choose among candidates: only what is answered, is new, and shows something else each."""

from collections.abc import Iterable

from assistant.suggestion.scene import question_key
from assistant.suggestion.trial import Candidate, Trial, points_of

_MOST_TRIED = 14
"""Questions asked for one set of suggestions, so that choosing them is not felt."""


def choose(
    candidates: Iterable[Candidate],
    trial: Trial,
    *,
    k: int,
    shown: frozenset[str] = frozenset(),
    asked: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return the first `k` candidates that are answered with something new.

    Args:
        candidates: The best first.
        trial: Asks them.
        k: How many are wanted.
        shown: Ids of passages that are known already.
        asked: Questions that were asked already, as `question_key` gives them.
    """
    chosen: list[str] = []
    keys, taken, tried = set(asked), set(shown), 0
    for candidate in candidates:
        if len(chosen) == k or tried == _MOST_TRIED:
            break
        key = question_key(candidate.question)
        if key in keys:
            continue
        keys.add(key)
        tried += 1
        answer = trial.answer(candidate)
        points = points_of(answer) if answer else frozenset[str]()
        if len(points - taken) * 2 > len(points):
            chosen.append(candidate.question)
            taken |= points
    return tuple(chosen)
