"""Read training questions against a library, each as if its writer had not helped the index."""

from collections.abc import Collection
from dataclasses import dataclass

from assistant.answerability.signal import Reading, read
from assistant.answerability.training import Source
from assistant.library import Library
from assistant.question import understand
from assistant.search_text import search_text

_LOOKED_AT = 3


@dataclass(frozen=True)
class Sample:
    """The readings of questions of both kinds.

    Attributes:
        name: Of their source.
        answerable: Readings of what the document answers.
        unanswerable: Readings of what it does not.
    """

    name: str
    answerable: list[Reading]
    unanswerable: list[Reading]

    @property
    def readings(self) -> list[Reading]:
        """All of them, the answerable first."""
        return [*self.answerable, *self.unanswerable]

    @property
    def labels(self) -> list[int]:
        """1 for each answerable reading, then 0 for each other."""
        return [1] * len(self.answerable) + [0] * len(self.unanswerable)


def sample(library: Library, source: Source, *, without: Collection[str] = ()) -> Sample:
    """Return the readings of the questions of `source`.

    Args:
        library: Of the document that was asked.
        source: The questions.
        without: What to act as if it were not there: the source's own questions.
    """
    return Sample(
        source.name,
        [_read(library, question, without) for question in source.answerable],
        [_read(library, question, without) for question in source.unanswerable],
    )


def _read(library: Library, text: str, without: Collection[str]) -> Reading:
    question = understand(library.respell(text), ignored=library.names)
    retrieval = library.retriever.retrieve(search_text(question), _LOOKED_AT, without=without)
    vocabulary = library.retriever.channels.vocabulary
    return read(question, retrieval, vocabulary, without=without)
