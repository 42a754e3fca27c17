"""From a query to ranked passages: every channel asked, scores fused."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

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
from index.vocabulary import Vocabulary
from index.voting import group_entries, vote

NEAREST = {"passages": 30, "questions": 100}
"""How many entries the vector store is asked for, by field (docs/retrieval.md)."""

_ENRICHED = 0.5
"""The share of passages that must have questions for these to be weighed against each other."""

_RESEMBLANCE = 0.5
"""With fewer questions, how strong a match with one must be to count at all."""


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
class Retrieval:
    """What a query found.

    Attributes:
        hits: Best first.
        strengths: By channel, how good the best match is by itself, in [0, 1]: a cosine, or the
            share of the best BM25 score that the query's words could have reached. Questions
            that their passage does not answer are left out of it; all are, where few passages
            have any.
    """

    hits: list[Hit]
    strengths: dict[str, float]


@dataclass(frozen=True)
class Channels:
    """The built indexes that a query is compared with.

    Attributes:
        passages: Entries of the passages, in the documents' order.
        questions: Entries of the questions per passage; may be none.
        lexical: BM25 indexes by channel name; a channel without entries is missing.
        dense: Vector stores by field ("passages", "questions"); one without entries is missing.
        lemmatise: Text to folded lemmas.
        respell: Text to the same with misspelt words mended and people's own words replaced.
        embedder: Text to vector.
    """

    passages: Sequence[Entry]
    questions: Sequence[Entry]
    lexical: dict[str, LexicalIndex]
    dense: dict[str, VectorIndex]
    lemmatise: Lemmatiser
    respell: Callable[[str], str]
    embedder: Embeddings

    @cached_property
    def _members(self) -> NDArray[np.intp]:
        """The questions that lead to each passage."""
        row = {entry.passage: at for at, entry in enumerate(self.passages)}
        rows = np.array([row[entry.passage] for entry in self.questions], dtype=np.intp)
        return group_entries(rows, len(self.passages))

    @cached_property
    def _place(self) -> dict[str, int]:
        """Where each entry stands in its field."""
        fields = (self.passages, self.questions)
        return {entry.id: at for entries in fields for at, entry in enumerate(entries)}

    @cached_property
    def _answered(self) -> dict[str, NDArray[np.bool_]]:
        """Which entries the passage they lead to answers, by field."""
        fields = {"passages": self.passages, "questions": self.questions}
        return {
            name: np.array([entry.is_answered for entry in entries], dtype=np.bool_)
            for name, entries in fields.items()
        }

    @cached_property
    def is_enriched(self) -> bool:
        """Whether so many passages have questions that the best match among these tells much.

        Among a handful of questions one is always the best, however little it resembles.
        """
        asked = {entry.passage for entry in self.questions}
        return len(asked) >= _ENRICHED * len(self.passages)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of each passage and of the questions that it answers."""
        return Vocabulary((*self.passages, *self.questions), self.lemmatise)

    def score(self, query: str, *, without: Collection[str] = ()) -> ChannelScores:
        """Return every channel's scores for `query`, its misspelt words mended first.

        Args:
            query: In Danish or English.
            without: Questions per passage to act as if they were not there: a training question
                is judged without itself and its writer's others.
        """
        query = self.respell(query)
        tokens = {"lemma": self.lemmatise(query), "ngram": ngrams(query)}
        scores: dict[str, NDArray[np.float32]] = {}
        strengths: dict[str, float] = {}
        for name, index in self.lexical.items():
            kind, _, field = name.partition("_")
            entries = self._leave_out(index.scores(tokens[kind]), field, without)
            best = self._strength(entries, field)
            strengths[name] = best / max(index.ceiling(tokens[kind]), 1e-6)
            scores[name] = self._per_passage(entries, field)
        vector = self.embedder.embed_query(query)
        for field, store in self.dense.items():
            entries = np.zeros(len(self._answered[field]), dtype=np.float32)
            for identity, score in store.search(vector, NEAREST[field]).items():
                entries[self._place[identity]] = score
            entries = self._leave_out(entries, field, without)
            strengths[f"dense_{field}"] = self._strength(entries, field)
            scores[f"dense_{field}"] = self._per_passage(entries, field)
        trust = {} if self.is_enriched else _trust_questions(strengths)
        kept = {name: value for name, value in strengths.items() if name not in trust}
        by_channel = {name: scores[name] for name in CHANNELS if name in scores}
        return ChannelScores(by_channel, kept, trust)

    def _leave_out(
        self, scores: NDArray[np.float32], field: str, without: Collection[str]
    ) -> NDArray[np.float32]:
        if not without or field != "questions":
            return scores
        kept = np.array([entry.text not in without for entry in self.questions])
        return np.where(kept, scores, np.float32(0.0))

    def _strength(self, scores: NDArray[np.float32], field: str) -> float:
        """Return the best passage's score, by the votes of the questions that it answers."""
        answered = np.where(self._answered[field], scores, np.float32(0.0))
        return float(self._per_passage(answered, field).max(initial=0.0))

    def _per_passage(self, scores: NDArray[np.float32], field: str) -> NDArray[np.float32]:
        return vote(scores, self._members) if field == "questions" else scores


def _trust_questions(strengths: dict[str, float]) -> dict[str, float]:
    """Return how much each channel of questions counts: the more, the nearer its best match."""
    return {
        name: max(0.0, strength - _RESEMBLANCE) / (1 - _RESEMBLANCE)
        for name, strength in strengths.items()
        if name.endswith("_questions")
    }


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
        """Return the `k` best passages for `query`, best first; all that match if k is None."""
        return self.retrieve(query, k).hits

    def retrieve(
        self, query: str, k: int | None = None, *, without: Collection[str] = ()
    ) -> Retrieval:
        """Return the `k` best passages with the strength of each channel's best match.

        Ties keep the documents' order. A passage that no channel matched is not returned.

        Args:
            query: In Danish or English.
            k: How many passages; None for all that match.
            without: See `Channels.score`.
        """
        scores = self.channels.score(query, without=without)
        fused = fuse(scores, self.weights)
        normalised = scores.normalised()
        order = np.argsort(-fused, kind="stable")[: k if k is not None else len(fused)]
        hits = [
            Hit(
                self._passage(self.channels.passages[at].passage),
                float(fused[at]),
                {name: float(values[at]) for name, values in normalised.items()},
            )
            for at in order.tolist()
            if fused[at] > 0
        ]
        return Retrieval(hits, scores.strengths)

    def _passage(self, identity: str) -> Passage:
        return next(d.by_id[identity] for d in self.documents if identity in d.by_id)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **_: object
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
