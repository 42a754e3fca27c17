"""Make sure that what people add can be read."""

import unicodedata

from assistant.errors import EditInvalidError
from assistant.question import is_readable
from index.language import words

LONGEST_QUESTION = 300
LONGEST_WORD = 60
"""Characters of a question or a word that people add."""

_INVISIBLE = "Cf"
_UNREADABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Unicode's categories: format characters, and control characters, surrogates and the like."""


def clean(text: str, limit: int) -> str:
    r"""Return what somebody wrote on one line, without characters that cannot be seen.

    Args:
        text: As it was written.
        limit: How many characters it may have.

    Raises:
        EditInvalidError: If there is nothing to read, too much, or what is no text.

    >>> clean(" Hvad\n er mod?\u200b ", 20)
    'Hvad er mod?'
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    seen = "".join(char for char in composed if unicodedata.category(char) != _INVISIBLE)
    cleaned = " ".join(seen.split())
    if not cleaned:
        raise EditInvalidError("own_empty")
    if len(cleaned) > limit:
        raise EditInvalidError("own_too_long", limit=str(limit))
    if not is_readable(cleaned) or any(
        unicodedata.category(char) in _UNREADABLE for char in cleaned
    ):
        raise EditInvalidError("own_not_text")
    return cleaned


def are_alike(one: str, other: str) -> bool:
    """Say whether two texts differ in case, spaces and punctuation alone.

    >>> are_alike("Hvad er mod?", "hvad er MOD")
    True
    """
    return words(one) == words(other)
