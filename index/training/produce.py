"""From a data folder to a described model folder: read, train, write, measure, describe."""

import hashlib
import time
from pathlib import Path
from typing import Any

from index.training.benchmark import Score, measure
from index.training.card import Run, render_card
from index.training.document import measure_document
from index.training.folder import open_encoder, replacing, save_model
from index.training.pairs import read_pair_sets
from index.training.train import Recipe, Trained, train

_SECONDS = 60


def produce_model(data: Path, folder: Path, recipe: Recipe) -> list[Score]:
    """Train on `data` and put the model with its card in `folder`; return its scores.

    Raises:
        TrainingError: The data or the folder cannot be used.
    """
    began = time.monotonic()
    with replacing(folder) as written:
        trained = train(read_pair_sets(data), recipe)
        minutes = (time.monotonic() - began) / _SECONDS
        save_model(trained.model, written)
        scores = measure_folder(written, data)
        run = _describe(trained, written, recipe, minutes)
        (written / "README.md").write_text(render_card(run, scores), encoding="utf-8")
    return scores


def measure_folder(folder: Path, data: Path) -> list[Score]:
    """Return the scores of the model in `folder` on the benches under `data`.

    Raises:
        TrainingError: The data or the folder cannot be used.
    """
    encode = open_encoder(folder)
    return [*measure(encode, data), *measure_document(encode, data)]


def _describe(trained: Trained, folder: Path, recipe: Recipe, minutes: float) -> Run:
    vectors: Any = trained.model[0]
    return Run(
        recipe=recipe,
        sources=trained.sources,
        tokens=int(vectors.num_embeddings),
        steps=len(trained.losses),
        minutes=minutes,
        weights=hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest(),
    )
