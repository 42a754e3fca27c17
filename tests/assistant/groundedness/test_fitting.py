import json
from collections import Counter, defaultdict

import numpy as np
import pytest
from sklearn.base import BaseEstimator, ClassifierMixin

from assistant.groundedness import fitting
from assistant.groundedness.fitting import (
    TRAINING_FILE,
    Sample,
    cross_validate,
    fit_trees,
    gather_sample,
)
from evals.gold.grounding import read_sentences
from evals.gold.row import BUNDLED_GOLD
from index.language import fold

_DOCUMENTS = 10


@pytest.fixture(scope="module")
def rows():
    return [json.loads(line) for line in TRAINING_FILE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def sample():
    """A hundred sentences of ten documents, the first column telling the document."""
    random = np.random.default_rng(7)
    documents = np.arange(100) % _DOCUMENTS
    matrix = random.normal(size=(100, 6)).astype(np.float32)
    matrix[:, 0] = documents
    noise = random.normal(scale=0.2, size=100)
    return Sample(
        names=tuple("abcdef"),
        matrix=matrix,
        labels=(matrix[:, 1] + noise > 0).astype(np.int8),
        documents=documents.astype(str),
        weights=1 + random.random(100),
    )


@pytest.fixture
def few_trees(monkeypatch):
    monkeypatch.setattr(fitting, "_VOTING_TREES", 30)
    monkeypatch.setattr(fitting, "_BOOSTING_TREES", 40)


def as_signals(sample, row):
    return {name: float(value) for name, value in zip(sample.names, row, strict=True)}


@pytest.mark.usefixtures("few_trees")
def test_the_trees_answer_as_scikit_learn_does(sample):
    model = fit_trees(sample)
    given = (sample.matrix, sample.labels, sample.weights)
    voting = fitting._voting().fit(*given).predict_proba(sample.matrix)[:, 1]
    boosting = fitting._boosting().fit(*given).predict_proba(sample.matrix)[:, 1]
    assert np.ptp(voting) > 0.2
    assert np.ptp(boosting) > 0.2
    for row, voted, boosted in zip(sample.matrix, voting, boosting, strict=True):
        odds = model.start + model.boosting.answers(row).sum()
        assert model.voting.answers(row).mean() == pytest.approx(voted, abs=1e-5)
        assert 1 / (1 + np.exp(-odds)) == pytest.approx(boosted, abs=1e-5)
        probability = model.probability(as_signals(sample, row))
        assert probability == pytest.approx((voted + boosted) / 2, abs=1e-5)


@pytest.mark.usefixtures("few_trees")
def test_the_same_sample_gives_the_same_trees(sample):
    one, other = fit_trees(sample), fit_trees(sample)
    assert np.array_equal(one.voting.value, other.voting.value)
    assert np.array_equal(one.boosting.limit, other.boosting.limit)


def test_a_limit_between_two_neighbours_still_parts_them():
    low = np.float32(1) + np.spacing(np.float32(1))  # an odd one: halves round up from it
    high = np.nextafter(low, np.float32(2))
    limit = (np.float64(low) + np.float64(high)) / 2
    assert np.float32(limit) == high
    (kept,) = fitting._round_down(np.array([limit]))
    assert low <= kept < high
    assert kept.dtype == np.float32


class _Witness(ClassifierMixin, BaseEstimator):
    """Answers 1 for a document that it was fitted on."""

    def fit(self, matrix, labels, sample_weight):
        assert len(sample_weight) == len(labels)
        self.classes_ = np.array([0, 1])
        self.seen_ = set(matrix[:, 0])
        return self

    def predict(self, matrix):
        raise NotImplementedError  # only asked for probabilities

    def predict_proba(self, matrix):
        known = np.array([float(row[0] in self.seen_) for row in matrix])
        return np.column_stack([1 - known, known])


def test_no_sentence_is_judged_by_trees_that_saw_its_document(sample, monkeypatch):
    monkeypatch.setattr(fitting, "_voting", _Witness)
    monkeypatch.setattr(fitting, "_boosting", _Witness)
    assert cross_validate(sample).tolist() == [0.0] * 100


@pytest.mark.usefixtures("few_trees")
def test_cross_validation_judges_each_sentence(sample):
    unseen = cross_validate(sample)
    assert unseen.shape == (100,)
    assert ((unseen >= 0) & (unseen <= 1)).all()
    assert ((unseen >= 0.5) == sample.labels).mean() > 0.7


def test_a_sample_is_gathered_from_the_file(lexicon, rows, tmp_path):
    path = tmp_path / "few.jsonl"
    path.write_text("\n".join(map(json.dumps, rows[:6])), encoding="utf-8")
    sample = gather_sample(path, lexicon)
    assert sample.matrix.shape == (6, len(sample.names))
    assert sample.labels.tolist() == [row["label"] == "supported" for row in rows[:6]]
    assert sample.documents.tolist() == [row["document"] for row in rows[:6]]


def test_every_training_row_is_whole(rows):
    assert {row["label"] for row in rows} == {"supported", "unsupported"}
    assert {row["set"] for row in rows} == {"natural", "pairs"}
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert set(row) == {
            "id", "document", "question", "context", "sentence", "label", "kind", "set",
        }  # fmt: skip
        assert row["sentence"].strip()
        assert row["document"]
        assert row["context"]
        assert all(isinstance(text, str) and text.strip() for text in row["context"])


def test_a_kind_of_training_sentence_has_one_label(rows):
    labels = defaultdict(set)
    for row in rows:
        labels[row["kind"]].add(row["label"])
    assert len(labels) > 10
    assert all(len(found) == 1 for found in labels.values())


def test_both_labels_are_as_common_and_each_document_has_both(rows):
    counts = Counter(row["label"] for row in rows)
    assert counts["supported"] == pytest.approx(counts["unsupported"], rel=0.1)
    assert len({row["document"] for row in rows}) > 2 * fitting._FOLDS


def test_no_training_sentence_stands_twice_on_the_same_evidence(rows):
    seen = Counter((_bare(row["sentence"]), _bare(*row["context"])) for row in rows)
    assert max(seen.values()) == 1


def test_no_training_sentence_is_of_the_gold_set(rows):
    gold = {
        (_bare(each.sentence), _bare(*each.passages))
        for each in read_sentences(BUNDLED_GOLD / "grounding.jsonl")
    }
    shared = sum((_bare(row["sentence"]), _bare(*row["context"])) in gold for row in rows)
    assert shared == 0  # a number alone: the gold sentences are not to be shown


def _bare(*texts):
    return " ".join(fold(" ".join(texts)).split())
