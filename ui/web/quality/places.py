"""Places in the documents that HR can point to: whole sections, and passages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.errors import InputUnusableError
from ui.web.quality import own_texts
from ui.web.quality.place_name import add_point, find_closest, fold_name, shorten_name
from ui.web.service import Service

NOT_IN_DOCUMENT = "ingen"
"""The key of "the answer is not in the documents"."""

_SECTION, _PASSAGE = "afsnit", "sted"
_SHOWN = 90


@dataclass(frozen=True)
class Place:
    """Where an answer stands.

    Attributes:
        key: Names it in a list of choices.
        name: What the list shows.
        section: Its label, by which the evals find it; "" for no place.
        passage_id: The passage, or "" for a whole section or no place.
        passages: Every passage there.
        names: What people may call it, folded.
    """

    key: str
    name: str
    section: str = ""
    passage_id: str = ""
    passages: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOWHERE = Place(NOT_IN_DOCUMENT, own_texts.NOT_IN_DOCUMENT)


class Places:
    """The places of the documents as they are served now.

    Args:
        service: The documents.
    """

    def __init__(self, service: Service) -> None:
        self._service = service

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Every place for a list to choose from, the one that is none first."""
        return [(place.name, place.key) for place in (NOWHERE, *self.all)]

    @property
    def passage_choices(self) -> list[tuple[str, str]]:
        """Every passage for a list to choose from, by its id."""
        return [(place.name, place.passage_id) for place in self.all if place.passage_id]

    @property
    def all(self) -> list[Place]:
        """Every place, the whole sections first."""
        return list(self._list())

    def find(self, key: str | None) -> Place | None:
        """Return the place with this key, or None."""
        return next((place for place in (NOWHERE, *self.all) if place.key == key), None)

    def locate(self, section: str, passage_id: str) -> Place | None:
        """Return the place of a stored case, or None if the documents have it no longer."""
        if not section:
            return NOWHERE
        if passage_id:
            return next((place for place in self.all if place.passage_id == passage_id), None)
        whole = (place for place in self.all if not place.passage_id)
        return next((place for place in whole if place.section == section), None)

    def choose(self, typed: str | None) -> Place:
        """Return the place that was chosen from the list, or typed so that only one is meant.

        Raises:
            InputUnusableError: If there is none, or it could be several.
        """
        return _pick(typed, (NOWHERE, *self.all), [])

    def choose_passage(self, typed: str | None) -> str:
        """Return the id of the passage that was chosen, or typed so that only one is meant.

        Raises:
            InputUnusableError: If there is none, or it could be several.
        """
        places = self.all
        return _pick(typed, [place for place in places if place.passage_id], places).passage_id

    def _list(self) -> Iterator[Place]:
        documents = self._service.workplace.documents
        names: dict[tuple[str, tuple[str, ...]], tuple[str, frozenset[str]]] = {}
        for document in documents:
            title = f"{document.metadata.title}, " if len(documents) > 1 else ""
            for section in document.sections:
                called = (section.label, section.title, section.path[-1])
                short = frozenset[str]().union(*map(shorten_name, called))
                names[document.name, section.path] = section.label, short
                under = frozenset(passage.id for passage in document.under(section.path))
                if under:
                    name = own_texts.SECTION_CHOICE.format(label=title + section.label)
                    key = f"{_SECTION}:{section.heading}"
                    yield Place(key, name, section.label, "", under, short)
        for document in documents:
            title = f"{document.metadata.title}, " if len(documents) > 1 else ""
            for passage in document.answers:
                name = own_texts.PASSAGE_CHOICE.format(
                    label=title + passage.label, text=_shorten(passage.plain)
                )
                label, short = names.get((document.name, passage.section), ("", frozenset[str]()))
                called = {fold_name(passage.label), *add_point(short, passage.label, label)}
                only = frozenset({passage.id})
                key = f"{_PASSAGE}:{passage.id}"
                yield Place(key, name, passage.label, passage.id, only, frozenset(called))


def find_called(name: str, places: Sequence[Place]) -> Place:
    """Return the place that people call `name`, as the evals read it; "" is no place.

    A label goes before a heading or a short name, and a section before a passage.

    Raises:
        InputUnusableError: If there is no such place, or it could be several.
    """
    wanted = fold_name(name)
    if not name.strip():
        return NOWHERE
    labelled = [place for place in places if fold_name(place.section) == wanted]
    if labelled:
        return labelled[0]
    called = [place for place in places if wanted in place.names]
    whole = [place for place in called if not place.passage_id]
    found: dict[str, Place] = {}
    for place in whole or called:
        found.setdefault(place.section, place)
    if not found:
        raise _unknown(name, places)
    if len(found) > 1:
        meant = _either(list(found))
        raise InputUnusableError("case_place_several", name=name.strip(), meant=meant)
    return next(iter(found.values()))


def _pick(typed: str | None, places: Sequence[Place], others: Sequence[Place]) -> Place:
    """Return the one of `places` with this key, passage or name, or whose name alone holds it."""
    words = (typed or "").strip()
    if not words:
        raise InputUnusableError("case_place_unchosen")
    wanted = words.casefold()
    named = [place for place in places if wanted in _told(place)]
    if not named:
        named = [place for place in places if wanted in place.name.casefold()]
    if not named:
        raise _unknown(words, others or places)
    first = named[0]
    if any((each.section, each.passage_id) != (first.section, first.passage_id) for each in named):
        raise InputUnusableError("case_place_ambiguous", name=words)
    return first


def _told(place: Place) -> frozenset[str]:
    """Return what names a place and no other; a section's label is the whole section's."""
    label = place.section if not place.passage_id else ""
    told = (place.key, place.passage_id, place.name, label)
    return frozenset(each.casefold() for each in told if each)


def _unknown(name: str, places: Sequence[Place]) -> InputUnusableError:
    close = find_closest(name, ((place.section, place.names) for place in places))
    if close:
        return InputUnusableError("case_place_close", name=name.strip(), close=close)
    return InputUnusableError("case_place_unknown", name=name.strip())


def _either(labels: Sequence[str]) -> str:
    *first, last = (own_texts.QUOTED.format(text=label) for label in labels)
    return own_texts.EITHER.format(first=", ".join(first), last=last)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
