"""Read what front matter or a sidecar says of a document, each key in the shape it must have."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from corpus.document import Metadata
from corpus.errors import MetadataInvalidError

EVERYONE = "alle"
"""Whose starter questions those are that are shown to who has said no role."""

ROLES = ("leder", "medarbejder", "hr")
"""Who may have starter questions and highlights of their own."""

TEXT_KEYS = frozenset({"title", "subject", "owner", "edition", "date", "contact", "version"})


def make_metadata(path: Path, fields: Mapping[str, Any]) -> Metadata:
    """Return the metadata that `fields` hold.

    Args:
        path: The document's file, for the errors.
        fields: What was read, by key; other keys are left alone.

    Raises:
        MetadataInvalidError: If a key does not have the shape it must have.
    """
    texts = {key: _text(fields[key]) for key in TEXT_KEYS & fields.keys()}
    return Metadata(
        title=texts.get("title", ""),
        subject=texts.get("subject", "dokumentet"),
        owner=texts.get("owner", ""),
        edition=texts.get("edition", texts.get("version", "")),
        date=texts.get("date", ""),
        contact=texts.get("contact", ""),
        labels=_read_labels(path, fields.get("labels")),
        notices=_read_list(path, "notices", fields.get("notices")),
        starters=_read_by_role(path, "starters", fields.get("starters"), (*ROLES, EVERYONE)),
        highlights=_read_by_role(path, "highlights", fields.get("highlights"), ROLES),
        terms=_read_list(path, "terms", fields.get("terms")),
    )


def _read_labels(path: Path, value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise MetadataInvalidError(path, "labels must map headings to short forms")
    pairs = cast("dict[object, object]", value).items()
    return {unicodedata.normalize("NFC", str(key)): _text(label) for key, label in pairs}


def _read_by_role(
    path: Path, key: str, value: object, allowed: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise MetadataInvalidError(path, f"{key} must map {', '.join(allowed)} to lists of texts")
    by_role = {str(role): texts for role, texts in cast("dict[object, object]", value).items()}
    unknown = ", ".join(sorted(by_role.keys() - set(allowed)))
    if unknown:
        known = ", ".join(allowed)
        raise MetadataInvalidError(path, f"{key} must be for {known}, and not for {unknown}")
    return {role: _read_list(path, f"{key}.{role}", texts) for role, texts in by_role.items()}


def _read_list(path: Path, key: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    items = cast("list[object]", value) if isinstance(value, list) else [None]
    if not all(isinstance(item, (str, int, float)) for item in items):  # "- 2016" is a number
        raise MetadataInvalidError(path, f"{key} must be a list of texts")
    return tuple(text for text in map(_text, items) if text)


def _text(value: object) -> str:
    return unicodedata.normalize("NFC", str(value)).strip() if value is not None else ""
