"""Read what a model wrote, however it wrote it: JSON, JSON in pieces, or text with markers."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from corpus.sentence import split_sentences

SCHEMA: dict[str, Any] = {
    "title": "Svar",
    "description": "Et svar i sætninger, hver med numrene på de afsnit, den bygger på.",
    "type": "object",
    "properties": {
        "svar_findes": {"type": "boolean", "description": "Om afsnittene svarer på spørgsmålet."},
        "saetninger": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "tekst": {"type": "string"},
                    "afsnit": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["tekst", "afsnit"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["svar_findes", "saetninger"],
    "additionalProperties": False,
}
"""The structured form of an answer, as JSON Schema."""

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", re.DOTALL | re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_NUMBER = re.compile(r"\d{1,3}")
_MARKERS = re.compile(r"\s*\[\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*\]")
_LEADING_MARKERS = re.compile(rf"^(?:{_MARKERS.pattern})+")
_OPEN_MARKER = re.compile(r"\s*\[[\d,\s]*$")
_REFUSES = re.compile(r'"svar_findes"\s*:\s*false')
_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)]|#{1,6}|>)\s+", re.MULTILINE)
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True)
class Written:
    """One sentence as a model wrote it.

    Attributes:
        text: Without markers.
        numbers: The passages that it says it rests on, numbered from 1.
    """

    text: str
    numbers: tuple[int, ...]


@dataclass
class ReplyReader:
    """Reads a reply while it comes in, and gives each sentence once, when it is complete.

    Attributes:
        text: What has come in.
    """

    text: str = ""
    _given: int = field(default=0, init=False)

    def feed(self, piece: str) -> list[Written]:
        """Add `piece` and return the sentences that it completes."""
        self.text += piece
        return self._take(self._sentences(is_whole=False))

    def finish(self) -> list[Written]:
        """Return what is left when nothing more comes in."""
        return self._take(self._sentences(is_whole=True))

    @property
    def refuses(self) -> bool:
        """Whether the model says that the passages do not answer."""
        return _REFUSES.search(self.text) is not None

    def _take(self, found: list[Written]) -> list[Written]:
        fresh = found[self._given :]
        self._given = max(self._given, len(found))
        return fresh

    def _sentences(self, *, is_whole: bool) -> list[Written]:
        text = _THOUGHT.sub("", self.text)
        if "{" in text:
            return list(_read_objects(text))
        if is_whole:
            return _read_prose(text)
        return _read_prose(_OPEN_MARKER.sub("", text))[:-1]


def read_objects(text: str) -> Iterator[dict[str, Any]]:
    """Yield the whole JSON objects in `text`, the outermost that can be read."""
    text = _TRAILING_COMMA.sub(r"\1", _THOUGHT.sub("", text))
    at = text.find("{")
    while at >= 0:
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            yield cast("dict[str, Any]", value)
        at = text.find("{", end)


def _read_objects(text: str) -> Iterator[Written]:
    for value in read_objects(text):
        listed = value.get("saetninger")
        rows = cast("list[object]", listed) if isinstance(listed, list) else [value]
        for row in rows:
            yield from _read_row(row)


def _read_row(row: object) -> Iterator[Written]:
    if not isinstance(row, dict):
        return
    entry = cast("dict[str, object]", row)
    text = entry.get("tekst")
    if not isinstance(text, str):
        return
    numbers = tuple(dict.fromkeys(int(n) for n in _NUMBER.findall(str(entry.get("afsnit", "")))))
    numbers = numbers or _numbers(text)
    bare = _MARKERS.sub("", text)
    yield from (Written(sentence, numbers) for sentence in _split(bare))


def _read_prose(text: str) -> list[Written]:
    """Return the sentences of plain text; a marker after the full stop belongs to what it ends."""
    found: list[Written] = []
    for line in _LIST_MARK.sub("", text.replace("```", "")).split("\n"):
        for sentence in _split(line):
            own = _LEADING_MARKERS.match(sentence)
            if own and found:
                found[-1] = Written(found[-1].text, (*found[-1].numbers, *_numbers(own.group())))
                sentence = sentence[own.end() :].strip()  # noqa: PLW2901  the marker is read
            if sentence:
                found.append(Written(_MARKERS.sub("", sentence).strip(), _numbers(sentence)))
    return [written for written in found if written.text]


def _numbers(text: str) -> tuple[int, ...]:
    marked = (_NUMBER.findall(markers) for markers in _MARKERS.findall(text))
    return tuple(dict.fromkeys(int(number) for numbers in marked for number in numbers))


def _split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]
