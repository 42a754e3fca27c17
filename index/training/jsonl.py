"""Read lines of JSON, plain or gzipped, with errors that name the file and the line."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from index.training.errors import DataInvalidError, DataMissingError


def read_objects(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the object on each line of `path`.

    Raises:
        DataMissingError: The file is not there or cannot be read.
        DataInvalidError: A line is not a JSON object, or the file is empty, not UTF-8 or not gzip.
    """
    number = 0
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _parse(line, path, number)
    except FileNotFoundError as error:
        raise DataMissingError(path, "no such file; --data takes the data folder") from error
    except (gzip.BadGzipFile, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise DataInvalidError(path, f"damaged ({error})", line=number + 1) from error
    except OSError as error:
        raise DataMissingError(path, f"cannot be read ({error.strerror})") from error
    if number == 0:
        raise DataInvalidError(path, "holds no lines")


def text_of(row: dict[str, Any], key: str, path: Path) -> str:
    """Return the text at `key` with its white space made single.

    Raises:
        DataInvalidError: The row has no text there.
    """
    value = row.get(key)
    if not isinstance(value, str):
        raise DataInvalidError(path, f'a row has no text "{key}": {json.dumps(row)[:80]}')
    return " ".join(value.split())


def texts_of(row: dict[str, Any], key: str, path: Path) -> tuple[str, ...]:
    """Return the list of texts at `key`.

    Raises:
        DataInvalidError: The row has no list of texts there.
    """
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(v, str) for v in cast("list[Any]", value)):
        raise DataInvalidError(path, f'a row has no list of texts "{key}": {json.dumps(row)[:80]}')
    return tuple(cast("list[str]", value))


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _parse(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        row: Any = json.loads(line)
    except ValueError as error:
        raise DataInvalidError(path, f"not JSON ({error})", line=number) from error
    if not isinstance(row, dict):
        raise DataInvalidError(path, "not a JSON object", line=number)
    return cast("dict[str, Any]", row)
