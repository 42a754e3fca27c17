"""Several phrases as one, as Danish lists them."""

from collections.abc import Sequence

from assistant import texts


def enumerate_phrases(phrases: Sequence[str]) -> str:
    """Return phrases as one.

    >>> enumerate_phrases(["mod", "tillid", "respekt"]), enumerate_phrases(["mod"])
    ('mod, tillid og respekt', 'mod')
    """
    if len(phrases) < 2:  # noqa: PLR2004  one needs no conjunction
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} {texts.CONJUNCTION} {phrases[-1]}"
