"""Write a file whole or not at all, so that a run cut short leaves no half of one."""

from pathlib import Path


def write_whole(text: str, path: Path) -> None:
    """Write `text` as UTF-8; whatever is in the way, the file is afterwards the new or the old."""
    unfinished = path.with_name(f"{path.name}.tmp")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
