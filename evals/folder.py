"""The folder that a run writes in: made before the run, and taken away if nothing came of it."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path


class FolderUnusableError(ValueError):
    """A folder cannot be made.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@contextmanager
def open_folder(path: Path) -> Generator[None]:
    """Make the folder; one that was not there before and stays empty is removed at the end.

    Raises:
        FolderUnusableError: If it cannot be made.
    """
    fresh = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderUnusableError(path) from error
        yield
    finally:
        for folder in fresh:
            with suppress(OSError):  # not empty, or never made
                folder.rmdir()
