"""Fit the answerability model: `python -m assistant.answerability.fitting --gold DIR`."""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from langchain_core.embeddings import Embeddings

from assistant.answerability.estimate import (
    calibrate,
    choose_threshold,
    fit_regression,
    fit_wording,
)
from assistant.answerability.model import BARE, CALIBRATED, ENRICHED, Stored, fingerprint
from assistant.answerability.regression import Regression
from assistant.answerability.sample import Sample, sample
from assistant.answerability.scope import KINDS, Scope
from assistant.answerability.signal import (
    FRAME,
    SIGNALS,
    WORDING,
    Reading,
)
from assistant.answerability.training import (
    CALIBRATION_FILE,
    DOCUMENTS,
    Source,
    join,
    read_asked,
    read_dev,
    read_sources,
)
from assistant.answerability.wording import Wording
from assistant.library import Library
from assistant.opening import Workplace
from assistant.settings import read_settings
from corpus.document import Document
from corpus.enrichment import Enrichment
from corpus.loading import load_documents
from index.language import fold
from index.retriever import PassageRetriever
from index.store import EmbedderChoice, IndexStore

CONFIDENCE = 0.95
RISKS = {CALIBRATED: 0.05, ENRICHED: 0.10, BARE: 0.05}
"""False refusals of answerable questions stay below the risk, with this confidence.

Documents whose questions were not written for this very text are judged more strictly: a wrong
answer from a question that no longer holds is worse than a refusal.
"""

_WORDING_BITS, _FRAME_BITS, _SCOPE_BITS = 16, 14, 13
_WORDING_STRENGTH, _FRAME_STRENGTH, _SCOPE_STRENGTH = 20.0, 1.0, 20.0
_NEAR_SHARE = 0.3
_OWN_SHARE = 600
_SEED = 20161831
_SAMPLES = Sequence[Sample]
_Fit = Callable[[Sequence[Sample]], Wording]


@dataclass(frozen=True)
class Scored:
    """The signals of questions of both kinds, those of their texts among them."""

    answerable: list[dict[str, float]]
    unanswerable: list[dict[str, float]]

    @property
    def rows(self) -> list[dict[str, float]]:
        """All of them, the answerable first."""
        return [*self.answerable, *self.unanswerable]

    @property
    def labels(self) -> list[int]:
        """1 for each answerable question, then 0 for each other."""
        return [1] * len(self.answerable) + [0] * len(self.unanswerable)


def fit(gold: Path, workplace: Workplace, folder: Path) -> Stored:
    """Return the model for the bundled documents and for others.

    Args:
        gold: Folder of the gold sets, of which only the dev part is read.
        workplace: With the bundled documents.
        folder: For indexes that are thrown away.
    """
    sources = read_sources()
    own = [sample(workplace.library, s, without=frozenset(s.answerable)) for s in sources]
    calibration = join([read_dev(gold), read_asked(CALIBRATION_FILE, "calibration")], "held out")
    held_out = sample(workplace.library, calibration)
    known = {question for source in sources for question in source.answerable}
    asked = [q for entry in workplace.enrichment.questions.values() for q in entry.answered]
    more = [fold(question) for question in asked if question not in known]
    fits: dict[str, _Fit] = {
        WORDING: lambda samples: _fit_wording(samples, more),
        FRAME: _fit_frame,
    }
    texts = {name: fit_text(own) for name, fit_text in fits.items()}
    crossed, tested = _join(_cross(own, fits)), _score(held_out, texts)
    bare, bare_frame = _fit_bare(sources, workplace, folder)
    return Stored(
        fingerprint(workplace.documents),
        {
            CALIBRATED: _fit(CALIBRATED, crossed, tested),
            ENRICHED: _fit(ENRICHED, crossed, tested),
            BARE: bare,
        },
        {ENRICHED: texts[FRAME], BARE: bare_frame},
        texts[WORDING],
        _fit_scope(sources),
    )


def _fit(basis: str, train: Scored, tested: Scored) -> Regression:
    """Return a regression with the threshold that `tested`, none of it trained on, allows."""
    regression = fit_regression(train.rows, train.labels, SIGNALS[basis])
    regression = calibrate(regression, tested.rows, tested.labels)
    risk = RISKS[basis]
    chosen = choose_threshold(regression, tested.answerable, risk=risk, confidence=CONFIDENCE)
    return replace(chosen, near_threshold=round(chosen.threshold * _NEAR_SHARE, 6))


def _fit_bare(
    sources: Sequence[Source], workplace: Workplace, folder: Path
) -> tuple[Regression, Wording]:
    """Return the regression for documents without enrichment, and its frames.

    Fitted on invented organisations' documents and on the bundled one without its questions; each
    is judged by what the others taught.
    """
    embedder = workplace.embedder
    bare = open_bare(workplace.documents, embedder, folder / "own")
    samples = [sample(bare, _draw(join(sources, "own")))]
    for path in sorted(DOCUMENTS.glob("*.questions.jsonl")):
        name = path.name.removesuffix(".questions.jsonl")
        library = open_bare(load_documents(DOCUMENTS / name), embedder, folder / name)
        samples.append(sample(library, read_asked(path, name)))
    crossed = _cross(samples, {FRAME: _fit_frame})
    return _fit(BARE, _join(crossed), _join(crossed[1:])), _fit_frame(samples)


def _draw(source: Source) -> Source:
    """Return `_OWN_SHARE` questions of each kind, so that one document does not outweigh all."""
    chance = random.Random(_SEED)  # noqa: S311  no secret
    answerable = chance.sample(source.answerable, _OWN_SHARE)
    unanswerable = chance.sample(source.unanswerable, _OWN_SHARE)
    return Source(source.name, answerable, unanswerable)


def _cross(samples: _SAMPLES, fits: dict[str, _Fit]) -> list[Scored]:
    """Return the signals of each sample, its texts scored by what the others taught."""
    scored: list[Scored] = []
    for held in samples:
        others = [other for other in samples if other is not held]
        scored.append(_score(held, {name: fit_text(others) for name, fit_text in fits.items()}))
    return scored


def _join(scored: Sequence[Scored]) -> Scored:
    return Scored(
        [row for part in scored for row in part.answerable],
        [row for part in scored for row in part.unanswerable],
    )


def _score(given: Sample, texts: dict[str, Wording]) -> Scored:
    def signals(reading: Reading) -> dict[str, float]:
        read = {WORDING: reading.wording, FRAME: reading.frame}
        return {**reading.signals, **{name: text.score(read[name]) for name, text in texts.items()}}

    return Scored([signals(r) for r in given.answerable], [signals(r) for r in given.unanswerable])


def _fit_wording(samples: _SAMPLES, more: Sequence[str]) -> Wording:
    """Return what wordings tell; `more` are questions per passage, folded."""
    texts = [reading.wording for s in samples for reading in s.readings]
    labels = [label for s in samples for label in s.labels]
    return fit_wording(
        [*texts, *more],
        [*labels, *([1] * len(more))],
        bits=_WORDING_BITS,
        strength=_WORDING_STRENGTH,
    )


def _fit_frame(samples: _SAMPLES) -> Wording:
    texts = [reading.frame for s in samples for reading in s.readings]
    labels = [label for s in samples for label in s.labels]
    return fit_wording(texts, labels, bits=_FRAME_BITS, strength=_FRAME_STRENGTH)


def _fit_scope(sources: Sequence[Source]) -> Scope:
    everything = join(sources, "all")
    texts = [fold(text) for text in (*everything.answerable, *everything.unanswerable)]
    kinds = [*([""] * len(everything.answerable)), *everything.kinds]
    return Scope(
        {
            kind: fit_wording(
                texts,
                [int(found == kind) for found in kinds],
                bits=_SCOPE_BITS,
                strength=_SCOPE_STRENGTH,
            )
            for kind in KINDS
        }
    )


def open_bare(documents: Sequence[Document], embedder: Embeddings, folder: Path) -> Library:
    """Return the library of `documents` without enrichment, its index built in `folder`."""
    store = IndexStore(folder, documents, Enrichment(), EmbedderChoice())
    retriever = PassageRetriever(channels=store.open(embedder), documents=tuple(documents))
    return Library(tuple(documents), retriever)


def main() -> None:
    """Fit and write the shipped model."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant.answerability.fitting", description=__doc__
    )
    parser.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        stored = fit(given.gold, Workplace(read_settings()), Path(scratch))
    stored.save()
    for name, regression in stored.regressions.items():
        sys.stdout.write(f"{name}: threshold {regression.threshold:.3f}\n")


if __name__ == "__main__":
    main()
