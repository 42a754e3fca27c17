"""The lines of people's own questions, as one passage sees them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.document import Document, Passage
from corpus.enrichment import QuestionLine, match_passages


class PassageLines:
    """Changes what the lines for one document say of one passage; the others stay as they are.

    Attributes:
        document: Whose lines they are.
        passage: The passage.

    Args:
        document: The document.
        passage: One that answers.
        lines: As they are.
    """

    def __init__(self, document: Document, passage: Passage, lines: Sequence[QuestionLine]) -> None:
        self.document = document
        self.passage = passage
        self._lines = list(lines)

    @property
    def all(self) -> list[QuestionLine]:
        """Every line that says something, those of other passages too."""
        return [line for line in self._lines if line.questions or line.pointers or line.removed]

    def add(self, text: str) -> None:
        """Add a question that the passage answers."""
        self._put(lambda line: replace(line, questions=(*line.questions, text)))

    def remove(self, text: str) -> None:
        """Remove a question of either kind."""
        self._change(
            lambda line: replace(
                line,
                questions=_without(line.questions, text),
                pointers=_without(line.pointers, text),
            )
        )

    def hide(self, text: str) -> None:
        """Let a question of the document's own file not count."""
        self._put(lambda line: replace(line, removed=(*_without(line.removed, text), text)))

    def show(self, text: str) -> None:
        """Let it count again."""
        self._change(lambda line: replace(line, removed=_without(line.removed, text)))

    def _change(self, change: Callable[[QuestionLine], QuestionLine]) -> None:
        self._lines = [change(line) if self._is_mine(line) else line for line in self._lines]

    def _put(self, change: Callable[[QuestionLine], QuestionLine]) -> None:
        """Change the passage's own line, which is added if it has none."""
        text, section = self.passage.plain, self.passage.section
        for at, line in enumerate(self._lines):
            if (line.passage, line.section) == (text, section):
                self._lines[at] = change(line)
                return
        self._lines.append(change(QuestionLine(0, text, section)))

    def _is_mine(self, line: QuestionLine) -> bool:
        return self.passage in match_passages(self.document, line.passage, line.section)


def _without(texts: tuple[str, ...], text: str) -> tuple[str, ...]:
    return tuple(other for other in texts if other != text)
