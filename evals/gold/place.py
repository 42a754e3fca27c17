"""Find what people call a place: a section by its name or a part of it, or a passage of one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from rapidfuzz import fuzz

from corpus.document import Document, Passage, Section
from index.language import fold

_NUMBER = r"\d+(?:\.\d+)*"
_NUMBERING = re.compile(  # of folded text: "§ 2.", "kapitel 3:", "3.1", "c.", "iv)"
    rf"(?:(?:§+|kap(?:itel)?\.?|bilag|afsnit|del)\s*(?:{_NUMBER}(?:\s?[a-z]\b)?|[a-z]\b|[ivxlc]+\b)"
    rf"[.):]?|{_NUMBER}[.):]?|[a-z][.)]|[ivxlc]+[.)])(?:\s+[–-])?(?:\s+|$)"
)
_WORD = re.compile(rf"{_NUMBER}|[^\W\d_]+")
_SUGGESTED = 3

Words = tuple[str, ...]


class PlaceUnknownError(ValueError):
    """What is named is no place, or could be several.

    Attributes:
        code: "section_unknown", "section_ambiguous", "point_unknown" or "points_none".
        detail: The names that may be meant, the section's last point of that kind, or the section.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code} {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class _Place:
    """A section with what it answers."""

    section: Section
    passages: tuple[Passage, ...]

    @cached_property
    def names(self) -> frozenset[Words]:
        """What the section may be called: whole, without numbering, or after a colon."""
        written = (self.section.label, self.section.title, self.section.path[-1])
        names = frozenset(_split(name) for text in written for name in _shorten(fold(text)))
        return names - {()}

    def at(self, point: Words) -> list[Passage]:
        """Return the passages at `point` of the section: ("punkt", "4")."""
        return [p for p in self.passages if self._point_of(p) == point]

    def last_like(self, point: Words) -> Passage | None:
        """Return the last passage that is called as `point` but for its number."""
        alike = [p for p in self.passages if self._point_of(p)[:-1] == point[:-1]]
        return alike[-1] if alike else None

    def _point_of(self, passage: Passage) -> Words:
        """Return where in this very section a passage stands, or () if it is elsewhere."""
        words, own = _split(fold(passage.label)), _split(fold(self.section.label))
        shared = takewhile(lambda pair: pair[0] == pair[1], zip(words, own, strict=False))
        rest = words[len(list(shared)) :]
        return rest if rest != words and _is_point(rest) else ()


@dataclass(frozen=True)
class Directory:
    """The places of documents, to be looked up by name.

    Attributes:
        documents: Whose places they are.
    """

    documents: Sequence[Document]

    @cached_property
    def _places(self) -> list[_Place]:
        places = (_Place(s, d.under(s.path)) for d in self.documents for s in d.sections)
        return [place for place in places if place.passages]

    @property
    def names(self) -> list[str]:
        """Names of every section, or of every passage where there is no section."""
        labels = [place.section.label for place in self._places]
        answers = (p.label for document in self.documents for p in document.answers)
        return list(dict.fromkeys(labels or answers))

    def find(self, named: str) -> list[Passage]:
        """Return the answering passages of what people call `named`.

        A label goes before a heading, and both before a short name. A heading that several
        sections share means all of them; a short name that several share means none.

        Raises:
            PlaceUnknownError: If there is no such place, or there could be several.
        """
        words = _split(fold(named))
        found = self._find_exact(named) or _passages(self._called(words))
        found = found or self._find_point(words)
        if not found:
            raise PlaceUnknownError("section_unknown", self._suggest(named))
        return list(dict.fromkeys(found))

    def _find_exact(self, named: str) -> list[Passage]:
        wanted = fold(named)
        labelled = [x for x in self._places if fold(x.section.label) == wanted]
        titled = [
            x for x in self._places if wanted in {fold(x.section.title), fold(x.section.path[-1])}
        ]
        for places in (labelled, titled):
            if places:
                return _passages(places)
        return [p for d in self.documents for p in d.answers if fold(p.label) == wanted]

    def _find_point(self, words: Words) -> list[Passage]:
        """Return the passages at a point of a section: "Mod, punkt 4"."""
        for cut in range(len(words) - 2, 0, -2):
            section, point = words[:cut], words[cut:]
            places = self._called(section) if _is_point(point) else []
            if places:
                found = [p for place in places for p in place.at(point)]
                if not found:
                    raise _no_such_point(places, point)
                return found
        return []

    def _called(self, words: Words) -> list[_Place]:
        """Return the sections called `words`, all of the same label.

        Raises:
            PlaceUnknownError: If they have several.
        """
        places = [place for place in self._places if words in place.names]
        labels = list(dict.fromkeys(place.section.label for place in places))
        if len(labels) > 1:
            first, last = ", ".join(map(_quote, labels[:-1])), _quote(labels[-1])
            raise PlaceUnknownError("section_ambiguous", f"{first} eller {last}")
        return places

    def _suggest(self, named: str) -> str:
        """Return the nearest names, those that hold the words of `named` before others."""
        words = _split(fold(named))

        def distance(name: str) -> tuple[bool, bool, float]:
            own = _split(fold(name))
            has_begun = all(any(other.startswith(word) for other in own) for word in words)
            similarity = fuzz.WRatio(named, name, processor=fold)
            return not set(words) <= set(own), not has_begun, -similarity

        sections = (place.section for place in self._places)
        nearest = {s.label: min(s.label, s.title, key=distance) for s in sections}
        ranked = sorted(nearest.values() or self.names, key=distance)
        return ", ".join(map(_quote, ranked[:_SUGGESTED]))


def _split(folded: str) -> Words:
    return tuple(_WORD.findall(folded))


def _shorten(folded: str) -> tuple[str, ...]:
    """Return a folded name, its numbering, the name without it, and what follows a colon."""
    match = _NUMBERING.match(folded)
    numbering = match.group() if match else ""
    bare = folded[len(numbering) :]
    return folded, numbering, bare, bare.partition(":")[2]


def _is_point(words: Words) -> bool:
    """Say whether `words` are those of a point: "punkt 4", "stk. 2, litra a".

    >>> _is_point(("stk", "2", "litra", "a")), _is_point(("tillid", "og", "respekt"))
    (True, False)
    """
    kinds, numbers = words[0::2], words[1::2]
    return (
        len(kinds) == len(numbers) > 0
        and all(kind.isalpha() for kind in kinds)
        and all(number[0].isdigit() or len(number) == 1 for number in numbers)
    )


def _passages(places: Sequence[_Place]) -> list[Passage]:
    return [passage for place in places for passage in place.passages]


def _no_such_point(places: Sequence[_Place], point: Words) -> PlaceUnknownError:
    last = [passage for place in places if (passage := place.last_like(point))]
    if last:
        return PlaceUnknownError("point_unknown", last[-1].label)
    return PlaceUnknownError("points_none", places[0].section.label)


def _quote(name: str) -> str:
    return f"»{name}«"
