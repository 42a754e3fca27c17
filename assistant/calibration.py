"""Fit the answerability model: `python -m assistant.calibration --gold DIR --others DIR`."""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from math import floor
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from assistant.answerability import (
    MODEL_FILE,
    UNANSWERABLE_FILE,
    AnswerabilityModel,
    Regression,
    read_questions,
)
from assistant.library import Library
from assistant.opening import Workplace
from assistant.question import search_text, understand
from assistant.settings import read_settings
from corpus.document import Document
from corpus.enrichment import Enrichment
from corpus.loading import load_documents
from index.retriever import PassageRetriever
from index.store import EmbedderChoice, IndexStore

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
    "unanswerable_ngrams_nearest",
    "unanswerable_ngrams_kin",
    "subject_covered",
    "rarest_uncovered_by_best",
    "rarest_uncovered_by_best_three",
    "wants_number",
    "length",
)
GENERAL_SIGNALS = (
    "lemma_passages",
    "ngram_passages",
    "dense_passages",
    "subject_covered",
    "length",
)

_FALSE_REFUSALS = 0.025
_SAMPLED = 600
_LOOKED_AT = 3
_SMALLEST_SCALE = 1e-4
_SEED = 20161831
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
    means = matrix.mean(axis=0)
    # A signal that never changes is left as it is.
    scales = np.where(matrix.std(axis=0) > _SMALLEST_SCALE, matrix.std(axis=0), 1.0)
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
    answerable = [regression.probability(row) for row in sample.answerable]
    threshold = float(np.quantile(answerable, false_refusals))
    return replace(
        regression,
        threshold=floor(threshold * 1e6) / 1e6,
        near_threshold=round(threshold * _NEAR_SHARE, 6),
    )


@dataclass(frozen=True)
class Examiner:
    """Gathers the signals of questions about one library.

    Attributes:
        library: Documents and index.
        model: Whose signals are gathered.
    """

    library: Library
    model: AnswerabilityModel

    def gather(
        self, questions: Sequence[str], *, leave_out: bool = False
    ) -> list[dict[str, float]]:
        """Return the signals of `questions`, each judged without itself if `leave_out`."""
        gathered: list[dict[str, float]] = []
        for question in questions:
            without = question if leave_out else ""
            mended = self.library.respell(question)
            understood = understand(mended, ignored=self.library.names)
            asked = search_text(understood)
            retrieval = self.library.retriever.retrieve(asked, _LOOKED_AT, without=without)
            gathered.append(self.model.signals(understood, retrieval, without=without))
        return gathered


def fit_enriched(workplace: Workplace, gold: Path) -> Regression:
    """Return the regression for documents with questions per passage.

    Fitted on training questions and on the questions per passage, each judged without itself;
    the threshold is chosen on the gold sets' dev part. Pointers count as kin of the unanswerable,
    but are no training rows: fitted on too, they cost 14 points at 3 % false refusals.
    """
    questions = workplace.enrichment.questions.values()
    pointers = [text for entry in questions for text in entry.pointers]
    answered = [text for entry in questions for text in entry.answered]
    unanswerable = read_questions(UNANSWERABLE_FILE)
    kin = [*unanswerable, *pointers]
    examiner = _examine(workplace.library, kin, workplace.embedder)
    sampled = random.Random(_SEED).sample(answered, min(_SAMPLED, len(answered)))  # noqa: S311  no secret
    train = Sample(
        examiner.gather([*read_questions(ANSWERABLE_FILE), *sampled], leave_out=True),
        examiner.gather(unanswerable, leave_out=True),
    )
    dev = Sample(
        examiner.gather(read_dev(gold / "answerable.jsonl")),
        examiner.gather(read_dev(gold / "unanswerable.jsonl")),
    )
    return _choose_and_report("enriched", fit_regression(train, ENRICHED_SIGNALS), dev)


def fit_general(workplace: Workplace, others: Path) -> Regression:
    """Return the regression for documents without enrichment.

    Fitted on the bundled documents stripped of theirs; the threshold is chosen on other
    organisations' documents.

    Args:
        workplace: With the bundled documents.
        others: Holds folders of documents, and ``FOLDER.questions.jsonl`` beside each.
    """
    unanswerable = read_questions(UNANSWERABLE_FILE)
    dev = Sample([], [])
    with tempfile.TemporaryDirectory() as scratch:
        bare = open_bare(workplace.documents, workplace.embedder, Path(scratch) / "own")
        examiner = _examine(bare, unanswerable, workplace.embedder)
        train = Sample(
            examiner.gather(read_questions(ANSWERABLE_FILE)), examiner.gather(unanswerable)
        )
        for path in sorted(others.glob("*.questions.jsonl")):
            folder = others / path.name.removesuffix(".questions.jsonl")
            documents = load_documents(folder)
            library = open_bare(documents, workplace.embedder, Path(scratch) / folder.name)
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            examiner = _examine(library, unanswerable, workplace.embedder)
            dev.answerable.extend(examiner.gather([r["question"] for r in rows if r["gold"]]))
            dev.unanswerable.extend(examiner.gather([r["question"] for r in rows if not r["gold"]]))
    return _choose_and_report("general", fit_regression(train, GENERAL_SIGNALS), dev)


def _examine(library: Library, kin: Sequence[str], embedder: Embeddings) -> Examiner:
    vocabulary = library.retriever.channels.vocabulary
    return Examiner(library, AnswerabilityModel(_BLANK, _BLANK, kin, embedder, vocabulary))


def open_bare(documents: Sequence[Document], embedder: Embeddings, folder: Path) -> Library:
    """Return the library of `documents` without enrichment, its index built in `folder`."""
    store = IndexStore(folder, documents, Enrichment(), EmbedderChoice())
    retriever = PassageRetriever(channels=store.open(embedder), documents=tuple(documents))
    return Library(tuple(documents), retriever)


def read_dev(path: Path) -> list[str]:
    """Return the questions with even ids of a gold file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [str(row["question"]) for row in rows if int(str(row["id"])[1:]) % 2 == 0]


def _choose_and_report(name: str, regression: Regression, dev: Sample) -> Regression:
    chosen = choose_threshold(regression, dev, false_refusals=_FALSE_REFUSALS)
    caught = [chosen.probability(row) < chosen.threshold for row in dev.unanswerable]
    sys.stdout.write(
        f"{name}: {np.mean(caught):.0%} of {len(caught)} unanswerable questions refused"
        f" at {_FALSE_REFUSALS:.1%} of {len(dev.answerable)} answerable ones\n"
    )
    return chosen


def main() -> None:
    """Fit and write the shipped model."""
    parser = argparse.ArgumentParser(prog="python -m assistant.calibration", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    parser.add_argument("--others", type=Path, required=True, help="folder of other documents")
    given = parser.parse_args()
    workplace = Workplace(read_settings())
    fitted = {
        "enriched": asdict(fit_enriched(workplace, given.gold)),
        "general": asdict(fit_general(workplace, given.others)),
    }
    MODEL_FILE.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
