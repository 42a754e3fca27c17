"""Misspell Danish as hurried users do: for training, and for measuring what it costs."""

import random
from dataclasses import dataclass

_ROWS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")
_BARE = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
_CROPPED = str.maketrans({"æ": "e", "ø": "o", "å": "a", "Æ": "E", "Ø": "O", "Å": "A"})


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for row in _ROWS:
        for at, letter in enumerate(row):
            near[letter] = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    return near


_NEIGHBOURS = _neighbours()
_LONG = 10
"""A word of this many letters may be split as if it were no compound."""


@dataclass(frozen=True)
class Noise:
    """How much is misspelt.

    Attributes:
        typo: Chance that a word of four letters or more gets one typing slip.
        split: Chance that a long word is split in two.
        lower: Chance that a text loses its capitals.
        crop: Chance that a text loses the marks of æ, ø and å altogether (e, o, a).
    """

    typo: float = 0.2
    split: float = 0.05
    lower: float = 0.5
    crop: float = 0.1


def transliterate(text: str) -> str:
    """Write æ, ø and å as a keyboard without them does.

    >>> transliterate("Få øje på ærlighed")
    'Faa oeje paa aerlighed'
    """
    return text.translate(_BARE)


def misspell(text: str, noise: Noise, rng: random.Random) -> str:
    """Return `text` with typing slips, split compounds, and lost capitals and letters.

    >>> misspell("Om Lederen", Noise(typo=0, split=0, lower=1, crop=0), random.Random(1))
    'om lederen'
    """
    if rng.random() < noise.lower:
        text = text.lower()
    if rng.random() < noise.crop:
        text = text.translate(_CROPPED)
    return " ".join(_misspell_word(word, noise, rng) for word in text.split())


def _misspell_word(word: str, noise: Noise, rng: random.Random) -> str:
    shortest = 4
    if len(word) >= shortest and rng.random() < noise.typo:
        word = _slip(word, rng)
    if len(word) >= _LONG and rng.random() < noise.split:
        at = rng.randrange(shortest, len(word) - shortest + 1)
        word = f"{word[:at]} {word[at:]}"
    return word


def _slip(word: str, rng: random.Random) -> str:
    """Swap, drop, double or replace one letter after the first."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choices(("swap", "drop", "double", "neighbour"), (30, 25, 20, 25))[0]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[: at + 1] + word[at:]
    near = _NEIGHBOURS.get(word[at].lower(), word[at])
    return word[:at] + rng.choice(near) + word[at + 1 :]
