"""Name places as a person would: "Krav og forventning, punkt 2", "§ 4, stk. 2"."""

import re
from collections import Counter

_NUMBERED = re.compile(r"^(§|kap(itel)?\b\.?|bilag\b|\d+(\.\d+)*[.)]?\s)", re.IGNORECASE)
_PARAGRAPH_SIGN = re.compile(r"^(§\s*\d+\s*[a-zæøå]?)\b(?!\s*,\s*stk)", re.IGNORECASE)
_SUBSECTION = re.compile(r"^\W*stk\.?\s*(\d+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE_SENTENCE = re.compile(r"[a-zæøå,] $")


class Labeller:
    """Writes labels for one document.

    Args:
        text: The canonical text, from which names written with a capital are learnt.
        overrides: Short forms, keyed by heading as the document writes it.
        top: The single outermost heading that all others stand under, left out of labels, or "".
    """

    def __init__(self, text: str, overrides: dict[str, str], top: str = "") -> None:
        self._overrides = overrides
        self._top = top
        self._names = _proper_names(text)

    def title(self, heading: str) -> str:
        """Return `heading` without shouting capitals and closing colon.

        >>> Labeller("Her i Sorø.", {}).title("LEDELSE I SORØ:")
        'Ledelse i Sorø'
        """
        trimmed = heading.strip().rstrip(":").strip()
        if trimmed.upper() != trimmed or len(trimmed) <= 1:
            return trimmed
        lowered = _WORD.sub(self._restore, trimmed)
        first = _WORD.search(lowered)
        if first is None:
            return lowered
        at = first.start()
        return lowered[:at] + lowered[at].upper() + lowered[at + 1 :]

    def section(self, path: tuple[str, ...]) -> str:
        """Return the label of the section at `path`; empty for a document without headings."""
        parts: list[str] = []
        for heading in path:
            if heading in self._overrides:
                parts = [self._overrides[heading]]
            elif _NUMBERED.match(heading):
                parts = [self.title(heading)]
            elif heading != self._top or len(path) == 1:
                parts.append(self.title(heading))
        return " › ".join(parts)

    def passage(self, path: tuple[str, ...], subsection: str, place: str) -> str:
        """Return the label of a passage.

        Args:
            path: The headings above it.
            subsection: The numbered subsection it stands in ("stk. 2"), or "".
            place: Where in the section ("punkt 2", "afsnit 3"), or "".
        """
        section = self.section(path)
        if subsection:
            sign = _PARAGRAPH_SIGN.match(section)
            section = sign.group(1).strip() if sign else section
        parts = (section, subsection, place)
        return ", ".join(part for part in parts if part) or "Hele dokumentet"

    def _restore(self, match: re.Match[str]) -> str:
        lower = match.group().lower()
        return self._names.get(lower, lower)


def find_subsection(plain: str) -> str:
    """Return the numbered subsection that a passage opens, or "".

    >>> find_subsection("Stk. 2. Foreningen har hjemsted i Halmø."), find_subsection("Formål")
    ('stk. 2', '')
    """
    match = _SUBSECTION.match(plain)
    return f"stk. {match.group(1)}" if match else ""


def _proper_names(text: str) -> dict[str, str]:
    """Return words that `text` writes with a capital inside sentences more often than without."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for match in _WORD.finditer(text):
        word = match.group()
        if word.islower():
            small[word] += 1
        elif word.istitle() and _INSIDE_SENTENCE.search(
            text, max(0, match.start() - 2), match.start()
        ):
            capital[word] += 1
    names = {word.lower(): word for word, count in capital.items() if count > small[word.lower()]}
    # A name's capitals spread to its second word: "Sorø Kommune" but "en mindre kommune".
    for word in list(capital):
        pair = re.search(rf"\b({'|'.join(map(re.escape, names.values())) or '$^'}) {word}\b", text)
        if pair:
            names[word.lower()] = word
    return names
