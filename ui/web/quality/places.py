"""Places in the documents that HR can point to: whole sections, and passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.web.quality import own_texts
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
    """

    key: str
    name: str
    section: str = ""
    passage_id: str = ""
    passages: frozenset[str] = frozenset()


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
        return [(place.name, place.key) for place in (NOWHERE, *self._all())]

    @property
    def passage_choices(self) -> list[tuple[str, str]]:
        """Every passage for a list to choose from, by its id."""
        return [(place.name, place.passage_id) for place in self._all() if place.passage_id]

    def find(self, key: str | None) -> Place | None:
        """Return the place with this key, or None."""
        return next((place for place in (NOWHERE, *self._all()) if place.key == key), None)

    def locate(self, section: str, passage_id: str) -> Place | None:
        """Return the place of a stored case, or None if the documents have it no longer."""
        if not section:
            return NOWHERE
        places = list(self._all())
        if passage_id:
            return next((place for place in places if place.passage_id == passage_id), None)
        return next(
            (place for place in places if place.section == section and not place.passage_id), None
        )

    def named(self, name: str) -> Place | None:
        """Return the place that somebody calls `name`, in any case; "" is none."""
        if not name.strip():
            return NOWHERE
        wanted = name.strip().casefold()
        return next((place for place in self._all() if place.section.casefold() == wanted), None)

    def _all(self) -> Iterator[Place]:
        documents = self._service.workplace.documents
        for document in documents:
            title = f"{document.metadata.title}, " if len(documents) > 1 else ""
            for section in document.sections:
                under = frozenset(passage.id for passage in document.under(section.path))
                if under:
                    name = own_texts.SECTION_CHOICE.format(label=title + section.label)
                    yield Place(f"{_SECTION}:{section.heading}", name, section.label, "", under)
        for document in documents:
            title = f"{document.metadata.title}, " if len(documents) > 1 else ""
            for passage in document.answers:
                name = own_texts.PASSAGE_CHOICE.format(
                    label=title + passage.label, text=_shorten(passage.plain)
                )
                only = frozenset({passage.id})
                key = f"{_PASSAGE}:{passage.id}"
                yield Place(key, name, passage.label, passage.id, only)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
