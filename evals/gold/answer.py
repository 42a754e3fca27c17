"""Answers as language models would write them, each sentence judged by a person."""

from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import Row, part_of, read_rows

_WRITERS = ("capable", "weak")


@dataclass(frozen=True)
class ModelSentence:
    """A sentence of an answer.

    Attributes:
        text: As the model would write it.
        passages: The plain text of the passages that it cites.
        is_supported: Whether they say it.
    """

    text: str
    passages: tuple[str, ...]
    is_supported: bool


@dataclass(frozen=True)
class ModelAnswer:
    """An answer, good or hallucinated.

    Attributes:
        id: Unique; the number decides the part.
        question: What it answers.
        writer: "capable" or "weak": what kind of model would write it.
        sentences: In order.
    """

    id: str
    question: str
    writer: str
    sentences: tuple[ModelSentence, ...]

    @property
    def part(self) -> str:
        """Either "dev" (to look at) or "test" (only scored)."""
        return part_of(self.id)


def read_model_answers(path: Path) -> list[ModelAnswer]:
    """Return the answers of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    return [_parse(row) for row in read_rows(path)]


def _parse(row: Row) -> ModelAnswer:
    writer = row.text("writer")
    if writer not in _WRITERS:
        raise row.error("value_unknown", writer, ", ".join(_WRITERS))
    return ModelAnswer(
        id=row.text("id"),
        question=row.text("question"),
        writer=writer,
        sentences=tuple(_parse_sentence(each) for each in row.rows("sentences")),
    )


def _parse_sentence(row: Row) -> ModelSentence:
    return ModelSentence(row.text("text"), row.texts("passages"), row.truth("supported"))
