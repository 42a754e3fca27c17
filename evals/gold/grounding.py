"""Gold sentences: is each supported by its passages?"""

from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import Row, part_of, read_rows

_LABELS = {"supported": True, "unsupported": False}


@dataclass(frozen=True)
class GoldSentence:
    """A sentence with the passages that should support it.

    Attributes:
        id: Unique; the number decides the part.
        question: What the sentence answers, or "".
        passages: Markdown of the passages.
        sentence: In Danish.
        is_supported: Whether the passages say it.
        kind: How it was made, for reports.
    """

    id: str
    question: str
    passages: tuple[str, ...]
    sentence: str
    is_supported: bool
    kind: str

    @property
    def part(self) -> str:
        """Either "dev" (to look at) or "test" (only scored)."""
        return part_of(self.id)


def read_sentences(path: Path) -> list[GoldSentence]:
    """Return the sentences of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    return [_parse(row) for row in read_rows(path)]


def _parse(row: Row) -> GoldSentence:
    label = row.text("label")
    if label not in _LABELS:
        raise row.error("value_unknown", label, ", ".join(_LABELS))
    return GoldSentence(
        id=row.text("id"),
        question=row.optional("question"),
        passages=row.texts("context"),
        sentence=row.text("sentence"),
        is_supported=_LABELS[label],
        kind=row.optional("kind"),
    )
