"""Map the documents: which passages are asked for, and which of them are found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evals.record import Item, Record
from evals.report import texts
from evals.report.view import Row, Table

_LINE = "line"
"""The kind of items that are lines and not passages."""

_FOUND, _LOST, _UNASKED = "found", "lost", "unasked"


@dataclass(frozen=True)
class Square:
    """One passage on the map.

    Attributes:
        state: "found", "lost" (asked for and not found) or "unasked".
        title: Which passage, and its state in words.
        id: The passage's.
        label: Which passage, in words.
        text: What it says.
    """

    state: str
    title: str
    id: str
    label: str
    text: str


@dataclass(frozen=True)
class MapSection:
    """One section on the map.

    Attributes:
        title: Its label.
        alternative: The same in words.
        squares: In the order of the document.
    """

    title: str
    alternative: str
    squares: tuple[Square, ...]


@dataclass(frozen=True)
class CoverageMap:
    """The whole map.

    Attributes:
        sections: In the order of the documents.
        table: The same as numbers.
        unasked: The passages that no question asks for.
    """

    sections: tuple[MapSection, ...]
    table: Table
    unasked: tuple[str, ...]


def build_map(record: Record) -> CoverageMap | None:
    """Return the map; None if the run did not look at coverage."""
    passages = [item for item in record.of("coverage") if item.kind != _LINE]
    if not passages:
        return None
    clusters = dict.fromkeys(item.cluster for item in passages)
    by_section = {name: [i for i in passages if i.cluster == name] for name in clusters}
    rows = [Row(name, _counts(items)) for name, items in by_section.items()]
    rows.append(Row(texts.MAP_TOTAL, _counts(passages)))
    return CoverageMap(
        sections=tuple(_section(name, items) for name, items in by_section.items()),
        table=Table(texts.MAP_TABLE, texts.MAP_COLUMNS, tuple(rows)),
        unasked=tuple(_label(item) for item in passages if _state(item) == _UNASKED),
    )


def _section(title: str, items: Iterable[Item]) -> MapSection:
    items = list(items)
    count, asked, found = _counts(items)
    alternative = texts.MAP_ALT.format(section=title, count=count, asked=asked, found=found)
    return MapSection(title, alternative, tuple(_square(item) for item in items))


def _square(item: Item) -> Square:
    state = _state(item)
    label = (item.exchange.note if item.exchange else "") or item.id
    title = texts.MAP_SQUARE.format(label=label, state=texts.MAP_STATES[state])
    return Square(state, title, item.id, label, item.exchange.question if item.exchange else "")


def _state(item: Item) -> str:
    if not item.scores.get("asked"):
        return _UNASKED
    return _FOUND if item.scores.get("found") else _LOST


def _counts(items: Iterable[Item]) -> tuple[str, str, str]:
    """Return how many there are, how many are asked for, and how many are found."""
    states = Counter(_state(item) for item in items)
    asked = states[_FOUND] + states[_LOST]
    return str(asked + states[_UNASKED]), str(asked), str(states[_FOUND])


def _label(item: Item) -> str:
    if item.exchange is None:
        return item.id
    parts = (item.exchange.note, item.exchange.question)
    return texts.MAP_LABEL.join(part for part in parts if part)
