"""Read training questions against a library, each as if its writer had not helped the index."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.answerability.signal import Reading, read
from assistant.answerability.training import Source
from assistant.library import Library
from assistant.question import search_text, understand

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
        without: Questions per passage to act as if they were not there: the source's own.
    """
    return Sample(
        source.name,
        _read_all(library, source.answerable, without),
        _read_all(library, source.unanswerable, without),
    )


def _read_all(
    library: Library, questions: Sequence[str], without: Collection[str]
) -> list[Reading]:
    vocabulary = library.retriever.channels.vocabulary
    readings: list[Reading] = []
    for text in questions:
        question = understand(library.respell(text), ignored=library.names)
        asked = search_text(question)
        retrieval = library.retriever.retrieve(asked, _LOOKED_AT, without=without)
        readings.append(read(question, retrieval, vocabulary, without=without))
    return readings
