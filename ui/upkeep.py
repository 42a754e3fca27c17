"""Show how the index stands: built, missing, stale; and the enrichment that fits no passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui import texts
from ui.number import with_comma
from ui.stream import write_json, write_line

if TYPE_CHECKING:  # the command line's help must not wait for it
    from assistant.opening import Workplace

_READY = "ready"
_MEGABYTE = 1_000_000


def build_and_show(workplace: Workplace, *, force: bool) -> None:
    """Build the index unless a sound one is there, and tell what was done."""
    was_ready = workplace.index_status().state == _READY
    status = workplace.build_index(force=force)
    template = texts.BUILT_ALREADY if was_ready and not force else texts.BUILT
    write_line(template.format(folder=status.folder, size=_megabytes(status.size)))
    _show_unmatched(workplace)


def show_status(workplace: Workplace) -> None:
    """Tell a person how the index stands."""
    status = workplace.index_status()
    names = ", ".join(document.name for document in workplace.documents)
    write_line(texts.INDEX_STATES[status.state])
    write_line(texts.INDEX_FOLDER.format(folder=status.folder))
    write_line(texts.INDEX_SIZE.format(size=_megabytes(status.size)))
    write_line(texts.INDEX_DOCUMENTS.format(names=names))
    _show_unmatched(workplace)


def write_status(workplace: Workplace) -> None:
    """Write how the index stands as one JSON object."""
    status = workplace.index_status()
    content: dict[str, Any] = {
        "state": status.state.value,
        "folder": str(status.folder),
        "fingerprint": status.fingerprint,
        "bytes": status.size,
        "documents": [
            {"name": d.name, "version": d.version, "passages": len(d.answers)}
            for d in workplace.documents
        ],
        "unmatched": [
            {"file": str(entry.path), "line": entry.line, "passage": entry.passage}
            for entry in workplace.enrichment.unmatched
        ],
    }
    write_json(content)


def _show_unmatched(workplace: Workplace) -> None:
    unmatched = workplace.enrichment.unmatched
    if unmatched:
        write_line(texts.UNMATCHED)
    for entry in unmatched:
        line = texts.UNMATCHED_LINE.format(path=entry.path, line=entry.line, passage=entry.passage)
        write_line(line)


def _megabytes(size: int) -> str:
    return with_comma(size / _MEGABYTE, 1)
