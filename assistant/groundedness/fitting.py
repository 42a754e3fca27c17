"""Fit the groundedness check: `python -m assistant.groundedness.fitting`.

The training sentences were written for it, about the bundled document and others, none of them
from a gold set. Cross-validated by document, so that the figures hold for an unseen one.
"""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.groundedness.check import SUPPORTED
from assistant.groundedness.lexicon import DATA, Lexicon, load_lexicon
from assistant.groundedness.signal import compare
from assistant.groundedness.trees import MODEL_FILE, TreeModel, Trees, save_trees
from assistant.groundedness.verdict import Evidence
from index.embedder import load_embedder

TRAINING_FILE = DATA / "training.jsonl"
_VOTING_TREES = 400
_SMALLEST_VOTING_LEAF = 4
_BOOSTING_TREES = 500
_BOOSTING_RATE = 0.03
_BOOSTING_DEPTH = 4
_BOOSTING_SUBSAMPLE = 0.5
_SMALLEST_BOOSTING_LEAF = 10
_SIGNALS_TRIED = 0.3
_WEIGHTS = {"natural": 2.0, "pairs": 1.0}
"""Pairs of sentences that differ in one word are rarer in answers than in the training file."""
_FOLDS = 8
_MISMATCHED_EVERY = 4
_SEED = 20160831


@dataclass(frozen=True)
class Sample:
    """The signals of the training sentences.

    Attributes:
        names: Of the columns.
        matrix: Shape (sentences, signals).
        labels: 1 where the sentence is supported, shape (sentences,).
        documents: What each is about; folds keep a document together.
        weights: How much each counts, shape (sentences,).
    """

    names: tuple[str, ...]
    matrix: NDArray[np.float32]
    labels: NDArray[np.int8]
    documents: NDArray[np.str_]
    weights: NDArray[np.float64]


def gather_sample(path: Path, lexicon: Lexicon) -> Sample:
    """Return the signals of the sentences in a JSON Lines file, and of mismatched ones."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows += _mismatch(rows)
    signals = [
        compare(
            row["sentence"], [Evidence(text) for text in row["context"]], row["question"], lexicon
        ).signals
        for row in rows
    ]
    names = tuple(signals[0])
    return Sample(
        names=names,
        matrix=np.array([[row[name] for name in names] for row in signals], dtype=np.float32),
        labels=np.array([row["label"] == "supported" for row in rows], dtype=np.int8),
        documents=np.array([row["document"] for row in rows]),
        weights=np.array([_WEIGHTS[row["set"]] for row in rows]),
    )


def _mismatch(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return sentences with the passages of another document: nobody writes such, but users ask."""
    half = len(rows) // 2
    pairs = zip(rows[:half:_MISMATCHED_EVERY], rows[half::_MISMATCHED_EVERY], strict=False)
    return [
        {**row, "context": other["context"], "label": "unsupported", "set": "pairs"}
        for row, other in pairs
        if row["document"] != other["document"]
    ]


def fit_trees(sample: Sample) -> TreeModel:
    """Return the model that `load_trees` reads.

    Extremely randomised trees (Geurts, Ernst and Wehenkel 2006) and stochastic gradient boosting
    (Friedman 2002), averaged: on unseen documents better than either.
    """
    voting = _voting().fit(sample.matrix, sample.labels, sample.weights)
    boosting = _boosting().fit(sample.matrix, sample.labels, sample.weights)
    start = float(np.log(boosting.init_.class_prior_[1] / boosting.init_.class_prior_[0]))
    return TreeModel(
        names=sample.names,
        voting=_lay_out([tree.tree_ for tree in voting.estimators_], _share),
        boosting=_lay_out(
            [tree.tree_ for tree in boosting.estimators_[:, 0]],
            lambda part: _BOOSTING_RATE * part.value[:, 0, 0],
        ),
        start=start,
    )


def cross_validate(sample: Sample) -> NDArray[np.float64]:
    """Return the probability of each sentence by trees that saw nothing of its document."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    both: list[Any] = [
        cross_val_predict(
            classifier,
            sample.matrix,
            sample.labels,
            groups=sample.documents,
            cv=GroupKFold(_FOLDS),
            method="predict_proba",
            params={"sample_weight": sample.weights},
        )
        for classifier in (_voting(), _boosting())
    ]
    return np.mean(both, axis=0)[:, 1]


def main() -> int:
    """Fit and save; print how it does on documents it has not seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", type=Path, default=TRAINING_FILE)
    parser.add_argument("--out", type=Path, default=MODEL_FILE)
    given = parser.parse_args()
    sample = gather_sample(given.training, load_lexicon(load_embedder()))
    unseen = cross_validate(sample)
    is_right = (unseen >= SUPPORTED) == sample.labels
    kept, caught = is_right[sample.labels == 1].mean(), is_right[sample.labels == 0].mean()
    save_trees(fit_trees(sample), given.out)
    sys.stdout.write(
        f"{len(sample.labels)} sentences of {len(set(sample.documents))} documents; on unseen "
        f"documents supported kept {kept:.3f}, unsupported caught {caught:.3f}\n"
    )
    return 0


def _voting() -> Any:  # noqa: ANN401  scikit-learn has no types
    from sklearn.ensemble import ExtraTreesClassifier

    tried: Any = _SIGNALS_TRIED  # a share of the signals; the stub knows only names
    return ExtraTreesClassifier(
        _VOTING_TREES,
        min_samples_leaf=_SMALLEST_VOTING_LEAF,
        max_features=tried,
        random_state=_SEED,
        n_jobs=-1,
    )


def _boosting() -> Any:  # noqa: ANN401  the same
    from sklearn.ensemble import GradientBoostingClassifier

    tried: Any = _SIGNALS_TRIED
    return GradientBoostingClassifier(
        n_estimators=_BOOSTING_TREES,
        learning_rate=_BOOSTING_RATE,
        max_depth=_BOOSTING_DEPTH,
        subsample=_BOOSTING_SUBSAMPLE,
        min_samples_leaf=_SMALLEST_BOOSTING_LEAF,
        max_features=tried,
        random_state=_SEED,
    )


def _lay_out(parts: list[Any], value: Callable[[Any], NDArray[Any]]) -> Trees:
    """Return scikit-learn's trees one after another."""
    starts = np.cumsum([0, *(part.node_count for part in parts)])
    inner = [part.children_left != part.children_right for part in parts]
    return Trees(
        roots=starts[:-1].astype(np.int32),
        column=_join([np.where(i, p.feature, -1) for i, p in zip(inner, parts, strict=True)], "i2"),
        limit=_round_down(np.concatenate([part.threshold for part in parts])),
        left=_join([p.children_left + s for p, s in zip(parts, starts, strict=False)], "i4"),
        right=_join([p.children_right + s for p, s in zip(parts, starts, strict=False)], "i4"),
        value=_join([value(part) for part in parts], "f4"),
    )


def _round_down(limits: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the greatest float32 below or at each limit: what was on its left stays there."""
    nearest = limits.astype(np.float32)
    return np.where(nearest > limits, np.nextafter(nearest, np.float32(-np.inf)), nearest)


def _share(part: Any) -> NDArray[Any]:  # noqa: ANN401  the same
    return part.value[:, 0, 1] / part.value[:, 0].sum(axis=1)


def _join(parts: list[NDArray[Any]], kind: str) -> NDArray[Any]:
    return np.concatenate(parts).astype(kind)


if __name__ == "__main__":
    sys.exit(main())
