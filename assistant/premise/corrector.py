"""Find corrections in a library; what is known of words is loaded with the first premise."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.groundedness.lexicon import load_lexicon
from assistant.library import Library
from assistant.premise.correction import Correction, find_correction
from assistant.premise.reader import PremiseReader
from assistant.question import Question
from index.retriever import Hit


@dataclass(frozen=True)
class Corrector:
    """Sets premises beside what a library's documents say.

    Attributes:
        library: Documents and index, with the embedder.
    """

    library: Library

    def find(self, question: Question, hits: Sequence[Hit]) -> Correction | None:
        """Return what sets the premise of `question` right, or None; see `find_correction`."""
        return find_correction(question, hits, self._reader)

    @cached_property
    def _reader(self) -> PremiseReader:
        return PremiseReader(self.library, load_lexicon(self.library.retriever.channels.embedder))
