"""Measure a model on the product's own document: a sanity check, never a training signal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.training.benchmark import Encode, Score, first_hit_ranks
from index.training.errors import DataInvalidError
from index.training.jsonl import read_objects, text_of, texts_of

_SHORTEST = 15
"""A passage shorter than this is not taken for a part of a longer gold quote."""


@dataclass(frozen=True)
class _Entries:
    """What is searched: texts, and the number of the passage that each leads to."""

    texts: tuple[str, ...]
    owners: NDArray[np.int64]


@dataclass(frozen=True)
class _Question:
    text: str
    kind: str
    gold: tuple[str, ...]


def measure_document(encode: Encode, data: Path) -> list[Score]:
    """Return hit rates for the dev questions (even ids), by passages alone and with questions.

    Raises:
        DataMissingError: A file is not there.
        DataInvalidError: A line of one is not what it should be.
    """
    path = data / "enrichment" / "questions_per_passage.jsonl"
    rows = list(read_objects(path))
    passages = [text_of(row, "passage", path) for row in rows]
    asked = [texts_of(row, "questions", path) for row in rows]
    questions = _read_dev(data / "gold" / "answerable.jsonl")
    relevant = np.array([[_is_gold(p, q) for p in passages] for q in questions])
    alone = _Entries(tuple(passages), np.arange(len(passages)))
    both = _with_questions(passages, asked)
    vectors = encode([question.text for question in questions])
    ranks = first_hit_ranks(_similarity(encode, vectors, alone), relevant)
    with_questions = first_hit_ranks(_similarity(encode, vectors, both), relevant)
    kinds = np.array([question.kind for question in questions])[relevant.any(axis=1)]
    return [
        _hit("Document, hit@1", ranks, 1),
        _hit("Document, hit@5", ranks, 5),
        _hit("Document, hit@5, paraphrases", ranks[kinds == "paraphrase"], 5),
        _hit("Document with questions, hit@1", with_questions, 1),
        _hit("Document with questions, hit@5", with_questions, 5),
    ]


def _hit(name: str, ranks: NDArray[np.int64], within: int) -> Score:
    value = float((ranks <= within).mean()) if len(ranks) else None
    return Score(name, value, len(ranks))


def _read_dev(path: Path) -> list[_Question]:
    """Return the questions with an even id; the odd ones are the test part and stay unread."""
    return [
        _Question(
            text_of(row, "question", path), text_of(row, "kind", path), texts_of(row, "gold", path)
        )
        for row in read_objects(path)
        if _number(text_of(row, "id", path), path) % 2 == 0
    ]


def _number(name: str, path: Path) -> int:
    if not name[1:].isdecimal():
        raise DataInvalidError(path, f'an id must be a letter and a number, not "{name}"')
    return int(name[1:])


def _with_questions(passages: Sequence[str], asked: Sequence[tuple[str, ...]]) -> _Entries:
    texts: list[str] = []
    owners: list[int] = []
    for number, (passage, questions) in enumerate(zip(passages, asked, strict=True)):
        texts += [passage, *questions]
        owners += [number] * (1 + len(questions))
    return _Entries(tuple(texts), np.asarray(owners))


def _similarity(
    encode: Encode, vectors: NDArray[np.float32], entries: _Entries
) -> NDArray[np.float32]:
    """Return the best cosine per question and passage, shape (questions, passages)."""
    each = vectors @ encode(entries.texts).T
    passages = range(int(entries.owners.max()) + 1)
    return np.stack([each[:, entries.owners == number].max(axis=1) for number in passages], axis=1)


def _is_gold(passage: str, question: _Question) -> bool:
    bare = _bare(passage)
    golds = [_bare(gold) for gold in question.gold]
    return any(gold in bare or (len(bare) > _SHORTEST and bare in gold) for gold in golds)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
