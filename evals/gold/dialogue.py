"""Gold dialogues: questions that lean on the ones before them."""

from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import Row, part_of, read_rows


@dataclass(frozen=True)
class GoldTurn:
    """One question of a dialogue.

    Attributes:
        question: As asked.
        gold: Slices of the document that a right answer may rest on.
        must: Short slices that a complete answer contains.
        is_answerable: Whether the document answers it.
    """

    question: str
    gold: tuple[str, ...]
    must: tuple[str, ...]
    is_answerable: bool


@dataclass(frozen=True)
class GoldDialogue:
    """The turns of one conversation.

    Attributes:
        id: Unique; the number decides the part, for all turns together.
        role: Who asks, or "".
        turns: In order.
    """

    id: str
    role: str
    turns: tuple[GoldTurn, ...]

    @property
    def part(self) -> str:
        """Either "dev" (to look at) or "test" (only scored)."""
        return part_of(self.id)


def read_dialogues(path: Path) -> list[GoldDialogue]:
    """Return the dialogues of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    return [
        GoldDialogue(
            row.text("id"),
            row.optional("role"),
            tuple(_parse_turn(turn) for turn in row.rows("turns")),
        )
        for row in read_rows(path)
    ]


def _parse_turn(row: Row) -> GoldTurn:
    return GoldTurn(
        question=row.text("question"),
        gold=row.texts("gold"),
        must=row.texts("must"),
        is_answerable=row.truth("answerable"),
    )
