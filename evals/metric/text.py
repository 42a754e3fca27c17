"""When two texts are the same for a metric."""

import re
from collections.abc import Sequence

_MARKUP = re.compile(r"[*_>»«\"“”]")


def normalise(text: str) -> str:
    r"""Return `text` in lower case with single spaces and without markup and quote marks.

    >>> normalise("**Mod**  handler\nom")
    'mod handler om'
    """
    return " ".join(_MARKUP.sub("", text).casefold().split())


def rests_on(quote: str, gold: Sequence[str]) -> bool:
    """Say whether `quote` contains one of the gold slices or lies within one.

    >>> rests_on("Han kommer. Hun går.", ["Hun går."]), rests_on("Han kommer.", ["Hun går."])
    (True, False)
    """
    own = normalise(quote)
    if not own:
        return False
    return any(normalise(slice_) in own or own in normalise(slice_) for slice_ in gold)
