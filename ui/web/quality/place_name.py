"""What people call a place: its label, its heading, or a short name, however they spell it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

_NUMBER = r"\d+(?:\.\d+)*"
_NUMBERING = re.compile(  # of folded text: "§ 2.", "kapitel 3:", "3.1", "c.", "iv)"
    rf"(?:(?:§+|kap(?:itel)?\.?|bilag|afsnit|del)\s*(?:{_NUMBER}|[a-z]\b|[ivxlc]+\b)[.):]?"
    rf"|{_NUMBER}[.):]?|[a-z][.)]|[ivxlc]+[.)])(?:\s+[–-])?\s+"
)
_WORD = re.compile(rf"{_NUMBER}|[^\W\d_]+")
_PARTED = re.compile(r"[:›]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_CLOSE = 72
"""Of 100: names that are less alike are no slip of the pen."""


def fold_name(text: str) -> str:
    """Return the words of a name, in which case, accents and signs do not count.

    >>> fold_name("Ledelsesværdi:  MOD, punkt 2"), fold_name("Vilkaaret") == fold_name("vilkåret")
    ('ledelsesvaerdi mod punkt 2', True)
    """
    return " ".join(_WORD.findall(_fold(text)))


def shorten_name(text: str) -> frozenset[str]:
    """Return everything that a name may be called: whole, without its number, after its colon.

    >>> sorted(shorten_name("A. Ledelsesværdi: Mod"))
    ['a', 'a ledelsesvaerdi mod', 'ledelsesvaerdi mod', 'mod']
    """
    folded = _fold(text)
    found = _NUMBERING.match(folded)
    numbering = found.group() if found else ""
    bare = folded[len(numbering) :]
    after = _PARTED.split(bare)[-1]
    return frozenset(map(fold_name, (folded, numbering, bare, after))) - {""}


def find_closest(name: str, named: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return the label whose folded names come closest to `name`, or "" if none is close.

    >>> find_closest("Mood", [("Værdi: Mod", ["vaerdi mod", "mod"]), ("Løn", ["loen"])])
    'Værdi: Mod'
    """
    wanted = fold_name(name)
    scored = ((_likeness(wanted, names), label) for label, names in named)
    best, label = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return label if best >= _CLOSE else ""


def add_point(names: Iterable[str], label: str, section: str) -> Iterator[str]:
    """Yield the names of a point, made of its section's.

    >>> list(add_point(["mod"], "Ledelsesværdi: Mod, punkt 2", "Ledelsesværdi: Mod"))
    ['mod punkt 2']
    """
    point = fold_name(label.removeprefix(section))
    if point and label.startswith(section):
        yield from (f"{name} {point}" for name in names)


def _likeness(wanted: str, names: Iterable[str]) -> float:
    ratios: Sequence[float] = [fuzz.ratio(wanted, name) for name in names]
    return max(ratios, default=0.0)


def _fold(text: str) -> str:
    cased = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    bare = unicodedata.normalize("NFKD", cased.translate(_LETTERS))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
