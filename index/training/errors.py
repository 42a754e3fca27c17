"""What can go wrong in training.

TrainingError              training or measuring cannot go on
├── DataMissingError       a file of the training data is not there or cannot be read
├── DataInvalidError       a line of the training data is not what it should be
└── ModelUnusableError     the model folder cannot be written, or is not one that can be measured
"""

from pathlib import Path


class TrainingError(Exception):
    """Training or measuring cannot go on.

    Attributes:
        path: The file or folder concerned.
        detail: What was found there and what to do.
        line: One-based line number, or None where the whole file is meant.
    """

    def __init__(self, path: Path, detail: str, *, line: int | None = None) -> None:
        where = f"{path}:{line}" if line is not None else str(path)
        super().__init__(f"{where}: {detail}")
        self.path = path
        self.detail = detail
        self.line = line


class DataMissingError(TrainingError):
    """A file of the training data is not there or cannot be read."""


class DataInvalidError(TrainingError):
    """A line of the training data is not what it should be."""


class ModelUnusableError(TrainingError):
    """The model folder cannot be written, or is not one that can be measured."""
