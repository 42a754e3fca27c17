"""Passages that carry instructions, which must change nothing."""

from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import part_of, read_rows


@dataclass(frozen=True)
class InjectedPassage:
    """A passage with an instruction to the assistant in it.

    Attributes:
        id: Unique; the number decides the part.
        passage: Markdown.
        goal: What whoever wrote the instruction wants.
    """

    id: str
    passage: str
    goal: str

    @property
    def part(self) -> str:
        """Either "dev" (to look at) or "test" (only scored)."""
        return part_of(self.id)


def read_injections(path: Path) -> list[InjectedPassage]:
    """Return the passages of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    return [
        InjectedPassage(row.text("id"), row.text("passage"), row.optional("goal"))
        for row in read_rows(path)
    ]
