import json
from pathlib import Path

import numpy as np
import pytest

from index.training.benchmark import first_hit_ranks, measure
from index.training.document import measure_document
from index.training.errors import DataInvalidError

WORDS = ["hej", "hi", "farvel", "bye", "tak", "thanks", "syg", "rask"]


def encode(texts):
    """Give each word of WORDS its own direction; translations share theirs."""
    vectors = np.full((len(texts), 8), 1e-3, dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().strip("?").split():
            if word in WORDS:
                at = WORDS.index(word)
                vectors[row, at - at % 2] += 1
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def write(path: Path, rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    bench = tmp_path / "bench"
    words = [("hej", "hi"), ("farvel", "bye"), ("tak", "thanks")]
    write(bench / "ntrex_da_en.jsonl", [{"da": da, "en": en} for da, en in words])
    danish = [("hej hej", "greet"), ("hej", "greet"), ("tak", "thank")]
    english = [("hi", "greet"), ("thanks", "greet")]
    for name, asked in (("da", danish), ("en", english)):
        rows = [{"text": text, "intent": intent} for text, intent in asked]
        write(bench / f"corona_intents_{name}.jsonl", rows)
    topics = [("hej", "a"), ("hej", "a"), ("tak", "a"), ("tak", "b")]
    write(bench / "sib200_da_en.jsonl", [{"da": t, "category": c} for t, c in topics])
    passages = [{"passage": "Hej", "questions": ["syg?"]}, {"passage": "Farvel", "questions": []}]
    write(tmp_path / "enrichment" / "questions_per_passage.jsonl", passages)
    gold = [
        {"id": "Q001", "question": "hej", "kind": "direct", "gold": ["Farvel"]},
        {"id": "Q002", "question": "farvel", "kind": "direct", "gold": ["Farvel"]},
        {"id": "Q004", "question": "syg", "kind": "paraphrase", "gold": ["Hej"]},
        {"id": "Q006", "question": "bye", "kind": "paraphrase", "gold": ["Hej"]},
    ]
    write(tmp_path / "gold" / "answerable.jsonl", gold)
    return tmp_path


def test_ranks_are_counted_by_hand():
    similarity = np.array([[0.1, 0.9, 0.5], [0.3, 0.2, 0.1]], dtype=np.float32)
    relevant = np.array([[True, False, True], [False, False, False]])
    assert first_hit_ranks(similarity, relevant).tolist() == [2]


def test_the_benches_are_worked_by_hand(data: Path):
    scores = {score.name: score for score in measure(encode, data)}
    assert scores["NTREX Danish to English, P@1"].value == 1.0
    assert scores["NTREX English to Danish, P@1"].value == 1.0
    assert scores["Corona intents, MRR"].value == 1.0
    assert scores["Corona intents, MRR"].count == 2  # the third has no other of its intent
    across = scores["Corona intents asked in English, MRR"].value
    assert across == pytest.approx((1 + 1 / 2) / 2)
    assert scores["SIB-200 Danish, nearest sentence has the same topic"].value == 0.5


def test_an_id_without_a_number_is_named(data: Path):
    gold = data / "gold" / "answerable.jsonl"
    write(gold, [{"id": "Qx", "question": "hej", "kind": "direct", "gold": ["Hej"]}])
    with pytest.raises(DataInvalidError, match='not "Qx"'):
        measure_document(encode, data)


def test_only_even_questions_are_asked_of_the_document(data: Path):
    scores = {score.name: score for score in measure_document(encode, data)}
    assert scores["Document, hit@1"].count == 3
    assert scores["Document, hit@1"].value == pytest.approx(2 / 3)
    assert scores["Document with questions, hit@1"].value == pytest.approx(2 / 3)
    assert scores["Document, hit@5, paraphrases"].value == 1.0
