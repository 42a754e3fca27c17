"""Ask in the passive what is asked in the active: "hvad forventer I af mig" of the document."""

import re
from collections.abc import Collection

from index.language import fold

_ORGANISATIONS = frozenset(
    """
    i man vi de organisation organisationen kommune kommunen region regionen virksomhed virksomheden
    arbejdsplads arbejdspladsen arbejdsgiver arbejdsgiveren styrelse styrelsen forvaltning
    forvaltningen hospital hospitalet sygehus sygehuset skole skolen forening foreningen fond
    fonden firma firmaet selskab selskabet institution institutionen stat staten ledelse ledelsen
    vores jeres den det her hos dokument dokumentet jeg
    """.split()  # noqa: SIM905  words to be read and edited as a text
)
"""Folded words for whoever has written such a document."""

_WHO = r"(?P<who>[^\W_]+(?:\s+[^\W_]+){0,4}?)"
_SMALL = r"(?:\s+(?:egentlig|så|saa|nu|da|sig|der|her|helt))*"
_END = r"(?=\s*(?:[?.!]|$)|\s+(?:som|når|naar|hvis)\b)"
_ACTIVE = tuple(
    (re.compile(active, re.IGNORECASE), passive)
    for active, passive in (
        (rf"\b(?P<verb>forvente|kræve|kraeve)r\s+{_WHO}{_SMALL}\s+(?=af\s)", r"\g<verb>s "),
        (
            rf"\bforventer\s+{_WHO}{_SMALL},?\s+at\s+jeg\s+(?:kan|skal|gør|goer|ved|er){_END}",
            "forventes af mig",
        ),
        (
            rf"\bhvilke\s+(?:krav|forventninger)\s+(?:stiller|har)\s+{_WHO}{_SMALL}\s+til\s+",
            "hvad forventes af ",
        ),
        (
            rf"\bhvad\s+skal\s+(?P<who>jeg|man){_SMALL}\s+leve\s+op\s+til{_END}",
            "hvad forventes af mig",
        ),
    )
)


def ask_in_passive(text: str, names: Collection[str] = ()) -> str:
    """Return `text` without who expects something, where that is the documents' owner.

    What is expected by others ("hvad forventer borgerne af mig?") is a question of its own.

    Args:
        text: A question that stands alone.
        names: Folded words that name the documents or their owners.

    >>> ask_in_passive("Hvad forventer I af mig som leder?")
    'Hvad forventes af mig som leder?'
    >>> ask_in_passive("Hvilke krav stiller kommunen til mig?")
    'Hvad forventes af mig?'
    >>> ask_in_passive("Hvad forventer borgerne af mig?")
    'Hvad forventer borgerne af mig?'
    """
    for active, passive in _ACTIVE:
        match = active.search(text)
        if match and all(_is_owner(word, names) for word in match["who"].split()):
            said = text[: match.start()] + match.expand(passive) + text[match.end() :]
            return said[:1].upper() + said[1:]
    return text


def _is_owner(word: str, names: Collection[str]) -> bool:
    folded = fold(word)
    return folded in _ORGANISATIONS or folded in names
