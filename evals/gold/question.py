"""Gold questions: what a right answer may rest on, or that there is none."""

from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import Row, part_of, read_rows


@dataclass(frozen=True)
class GoldQuestion:
    """A question with what a right answer may rest on.

    Attributes:
        id: Unique; the number decides the part.
        question: As asked.
        role: Who asks, or "".
        kind: What kind of question, for reports.
        gold: Slices of the document that a right answer may rest on; none if unanswerable.
        must: Short slices that a complete answer contains.
        section: Where the gold stands, as people name it, or "".
        why: Why the document does not answer, or "".
        corrections: Slices that correct a false premise; a right answer may rest on any.
        own: Whether it is one of the user's own cases.
    """

    id: str
    question: str
    role: str = ""
    kind: str = ""
    gold: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    section: str = ""
    why: str = ""
    corrections: tuple[str, ...] = ()
    own: bool = False

    @property
    def part(self) -> str:
        """Either "dev" (to look at), "test" (only scored) or "own"."""
        return "own" if self.own else part_of(self.id)


def read_gold(path: Path) -> list[GoldQuestion]:
    """Return the questions of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    return [parse_question(row) for row in read_rows(path)]


def parse_question(row: Row) -> GoldQuestion:
    """Return the question of one row.

    Raises:
        GoldInvalidError: If a field is not what it should be.
    """
    return GoldQuestion(
        id=row.text("id"),
        question=row.text("question"),
        role=row.optional("role"),
        kind=row.optional("kind"),
        gold=row.texts("gold"),
        must=row.texts("must"),
        section=row.optional("section"),
        why=row.optional("why"),
        corrections=row.texts("correct_with"),
    )
