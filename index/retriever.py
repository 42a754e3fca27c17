"""From a query to ranked passages: every channel asked, scores fused."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from numpy.typing import NDArray
from pydantic import ConfigDict

from corpus.document import Document, Passage
from index.entry import Entry
from index.fusion import CHANNELS, ChannelScores, Weights, fuse
from index.language import Lemmatiser, ngrams
from index.lexical import LexicalIndex
from index.vector import VectorIndex

NEAREST_PASSAGES = 30
NEAREST_QUESTIONS = 60
"""How many entries the vector store is asked for; more changed no first five passages."""


@dataclass(frozen=True)
class Hit:
    """One ranked passage.

    Attributes:
        passage: The passage.
        score: Fused score in [0, 1], higher is better.
        channels: Max-normalised score by channel, for the trace.
    """

    passage: Passage
    score: float
    channels: dict[str, float]


@dataclass(frozen=True)
class Channels:
    """The built indexes that a query is compared with.

    Attributes:
        passages: Entries of the passages, in the documents' order.
        questions: Entries of the questions per passage; may be none.
        lexical: BM25 indexes by channel name; a channel without entries is missing.
        dense_passages: Vectors of the passages.
        dense_questions: Vectors of the questions, or None.
        lemmatise: Text to folded lemmas.
        embedder: Text to vector.
    """

    passages: Sequence[Entry]
    questions: Sequence[Entry]
    lexical: dict[str, LexicalIndex]
    dense_passages: VectorIndex
    dense_questions: VectorIndex | None
    lemmatise: Lemmatiser
    embedder: Embeddings

    def score(self, query: str) -> ChannelScores:
        """Return every channel's scores for `query`."""
        row = {entry.passage: at for at, entry in enumerate(self.passages)}
        tokens = {"lemma": self.lemmatise(query), "ngram": ngrams(query)}
        scores: dict[str, NDArray[np.float32]] = {}
        for name, index in self.lexical.items():
            kind, _, field = name.partition("_")
            entries = self.passages if field == "passages" else self.questions
            best = np.zeros(len(self.passages), dtype=np.float32)
            places = [row[entry.passage] for entry in entries]
            np.maximum.at(best, places, index.scores(tokens[kind]))
            scores[name] = best
        vector = self.embedder.embed_query(query)
        dense = {"dense_passages": (self.dense_passages, NEAREST_PASSAGES)}
        if self.dense_questions is not None:
            dense["dense_questions"] = (self.dense_questions, NEAREST_QUESTIONS)
        for name, (store, k) in dense.items():
            found = store.search(vector, k)
            scores[name] = np.zeros(len(self.passages), dtype=np.float32)
            for passage, score in found.items():
                scores[name][row[passage]] = score
        return ChannelScores({name: scores[name] for name in CHANNELS if name in scores})


class PassageRetriever(BaseRetriever):
    """A LangChain retriever over the passages of the documents.

    Attributes:
        channels: The built indexes.
        documents: The documents they were built from.
        weights: How the channels are fused.
        k: How many passages LangChain's `invoke` returns.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    channels: Channels
    documents: tuple[Document, ...]
    weights: Weights = Weights()
    k: int = 10

    def search(self, query: str, k: int | None = None) -> list[Hit]:
        """Return the `k` best passages for `query`, best first; all that match if k is None.

        Ties keep the documents' order. A passage that no channel matched is not returned.
        """
        scores = self.channels.score(query)
        fused = fuse(scores, self.weights)
        normalised = scores.normalised()
        order = np.argsort(-fused, kind="stable")[: k if k is not None else len(fused)]
        return [
            Hit(
                self._passage(self.channels.passages[at].passage),
                float(fused[at]),
                {name: float(values[at]) for name, values in normalised.items()},
            )
            for at in order.tolist()
            if fused[at] > 0
        ]

    def _passage(self, identity: str) -> Passage:
        return next(d.by_id[identity] for d in self.documents if identity in d.by_id)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **_: Any
    ) -> list[LangChainDocument]:
        del run_manager
        return [_to_langchain(hit) for hit in self.search(query, self.k)]


def _to_langchain(hit: Hit) -> LangChainDocument:
    passage = hit.passage
    return LangChainDocument(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage_id": passage.id,
            "document": passage.document,
            "section": list(passage.section),
            "label": passage.label,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
        },
    )
