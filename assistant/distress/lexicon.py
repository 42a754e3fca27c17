"""Read the words and phrases of people in distress: `assistant/data/distress.txt`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.language import fold

_FILE = Path(__file__).parents[1] / "data" / "distress.txt"
_GROUPS = "groups"
_SMALL_WORDS = "småord"
_DOUBLE = re.compile(r"([a-z])\1+")
_LETTERS = (("aa", "a"), ("oe", "o"), ("ae", "e"))
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_MENDED = 4


@dataclass(frozen=True)
class Lexicon:
    """Phrases by kind.

    Attributes:
        phrases: By section of the file, a pattern of its phrases over `reduce`d words, each with
            a space after it.
        words: How often each whole word stands in them, folded: what a misspelt word may be
            meant for.
    """

    phrases: dict[str, re.Pattern[str]]
    words: Mapping[str, int]


def reduce(word: str) -> str:
    """Return `word` as everybody writes it, with or without æ, ø, å and double letters.

    >>> reduce("SLÅÅR"), reduce("slaar"), reduce("slar"), reduce("mobbet")
    ('slar', 'slar', 'slar', 'mobet')
    """
    reduced = fold(word)
    for written, letter in _LETTERS:
        reduced = reduced.replace(written, letter)
    return _DOUBLE.sub(r"\1", reduced)


@cache
def read_lexicon() -> Lexicon:
    """Return the bundled lexicon; read once."""
    groups: dict[str, str] = {}
    phrases: dict[str, list[str]] = {}
    lines = list(_lines(_FILE.read_text(encoding="utf-8")))
    for section, line in lines:
        if section == _GROUPS:
            name, _, members = line.partition("=")
            groups[name.strip()] = _any_of(members.split("/"), groups)
        else:
            phrases.setdefault(section, []).append(_phrase(line, groups))
    written = Counter(fold(word) for _, line in lines for word in _whole_words(line))
    return Lexicon(
        {section: re.compile("|".join(found)) for section, found in phrases.items()},
        {word: count for word, count in written.items() if len(word) >= _SHORTEST_MENDED},
    )


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line that says something, with the section it stands in."""
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, line


def _whole_words(line: str) -> list[str]:
    tokens = re.split(r"[\s/_]+", line.partition("=")[2] or line)
    return [word for token in tokens if _WORD.fullmatch(word := token.lstrip("?!"))]


def _phrase(line: str, groups: dict[str, str]) -> str:
    """Return the pattern of a line; it begins where a word begins."""
    return r"(?<!\w)" + "".join(_token(token, groups) for token in line.split())


def _token(token: str, groups: dict[str, str]) -> str:
    fixed = {
        "..": r"(?:\w+ ){0,3}?",
        "~": rf"(?:{groups[_SMALL_WORDS]} ){{0,3}}?",
        "^": r"\A",
        "$": r"\Z",
    }
    if token in fixed:
        return fixed[token]
    words = _any_of(token.lstrip("?!").split("/"), groups)
    if token.startswith("!"):
        return f"(?!{words} )"
    return f"(?:{words} )?" if token.startswith("?") else f"{words} "


def _any_of(words: list[str], groups: dict[str, str]) -> str:
    return f"(?:{'|'.join(_word(word.strip(), groups) for word in words)})"


def _word(word: str, groups: dict[str, str]) -> str:
    if word.startswith("<"):
        return groups[word.strip("<>")]
    parts = (reduce(part) for part in word.split("_"))
    return " ".join(re.escape(part).replace(r"\*", r"\w*") for part in parts)
