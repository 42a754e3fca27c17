"""Fit the answerability model: `python -m assistant.calibration --gold DIR` writes it anew."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answerability import (
    MODEL_FILE,
    UNANSWERABLE_FILE,
    AnswerabilityModel,
    Regression,
    read_questions,
)
from assistant.library import Library
from assistant.opening import Workplace
from assistant.settings import read_settings

ANSWERABLE_FILE = MODEL_FILE.with_name("answerable.jsonl")

ENRICHED_SIGNALS = (
    "lemma_passages",
    "lemma_questions",
    "ngram_passages",
    "ngram_questions",
    "dense_passages",
    "dense_questions",
    "unanswerable_nearest",
    "unanswerable_kin",
)
GENERAL_SIGNALS = ("lemma_passages", "ngram_passages", "dense_passages")

_FALSE_REFUSALS = 0.05
_GENERAL_FALSE_REFUSALS = 0.02
_NEAR_SHARE = 0.4
_BLANK = Regression({}, {}, {}, 0.0, 0.5, 0.0)


@dataclass(frozen=True)
class Sample:
    """The signals of training questions of both kinds."""

    answerable: list[dict[str, float]]
    unanswerable: list[dict[str, float]]


def fit_regression(sample: Sample, names: Sequence[str]) -> Regression:
    """Return a regression on the signals called `names`, balanced between the two kinds."""
    from sklearn.linear_model import LogisticRegression

    rows = [*sample.answerable, *sample.unanswerable]
    matrix = np.array([[row[name] for name in names] for row in rows])
    labels = np.array([1] * len(sample.answerable) + [0] * len(sample.unanswerable))
    means, scales = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    model: Any = LogisticRegression(class_weight="balanced")
    model.fit((matrix - means) / scales, labels)

    def named(values: Any) -> dict[str, float]:  # noqa: ANN401  a numpy row
        return {name: round(float(value), 6) for name, value in zip(names, values, strict=True)}

    return Regression(
        named(model.coef_[0]), named(means), named(scales),
        round(float(model.intercept_[0]), 6), 0.5, 0.0,
    )  # fmt: skip


def choose_threshold(
    regression: Regression, sample: Sample, *, false_refusals: float
) -> Regression:
    """Return `regression` with the threshold that refuses this share of answerable questions.

    Args:
        regression: Already fitted.
        sample: Dev questions, none of them trained on.
        false_refusals: The share of answerable dev questions that may be refused.
    """
    answerable = sorted(regression.probability(row) for row in sample.answerable)
    threshold = answerable[int(len(answerable) * false_refusals)]
    return replace(
        regression,
        threshold=round(threshold, 6),
        near_threshold=round(threshold * _NEAR_SHARE, 6),
    )


def gather_signals(
    library: Library, model: AnswerabilityModel, questions: Sequence[str], *, leave_out: bool
) -> list[dict[str, float]]:
    """Return the signals of `questions` (see `AnswerabilityModel.signals`)."""
    return [
        model.signals(question, library.retriever.retrieve(question, 1), leave_out=leave_out)
        for question in questions
    ]


def read_dev(path: Path) -> list[str]:
    """Return the questions with even ids of a gold file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [str(row["question"]) for row in rows if int(str(row["id"])[1:]) % 2 == 0]


def calibrate(gold: Path) -> dict[str, Any]:
    """Return the model file's content, fitted on training and dev questions."""
    workplace = Workplace(read_settings())
    library = workplace.library
    unanswerable = read_questions(UNANSWERABLE_FILE)
    model = AnswerabilityModel(_BLANK, _BLANK, unanswerable, workplace.embedder)

    def gather(questions: Sequence[str], *, leave_out: bool = False) -> list[dict[str, float]]:
        return gather_signals(library, model, questions, leave_out=leave_out)

    answerable = gather(read_questions(ANSWERABLE_FILE))
    train = Sample(answerable, gather(unanswerable, leave_out=True))
    dev = Sample(
        gather(read_dev(gold / "answerable.jsonl")), gather(read_dev(gold / "unanswerable.jsonl"))
    )
    fitted: dict[str, Any] = {}
    for name, signals, share in (
        ("enriched", ENRICHED_SIGNALS, _FALSE_REFUSALS),
        ("general", GENERAL_SIGNALS, _GENERAL_FALSE_REFUSALS),
    ):
        regression = fit_regression(train, signals)
        chosen = choose_threshold(regression, dev, false_refusals=share)
        caught = [chosen.probability(row) < chosen.threshold for row in dev.unanswerable]
        sys.stdout.write(f"{name}: {np.mean(caught):.0%} of dev's unanswerable refused\n")
        fitted[name] = asdict(chosen)
    return fitted


def main() -> None:
    """Fit and write the shipped model."""
    parser = argparse.ArgumentParser(prog="python -m assistant.calibration", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    folder: Path = parser.parse_args().gold
    MODEL_FILE.write_text(json.dumps(calibrate(folder), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
