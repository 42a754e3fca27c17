"""The developer's command: ``python -m index.training [train|benchmark] --data DIR``."""

import argparse
import logging
import sys
from dataclasses import dataclass
from pathlib import Path

from index.training.errors import DataMissingError, TrainingError

_MODEL = Path(__file__).parents[1] / "model"


@dataclass(frozen=True)
class Command:
    """What was asked for on the command line.

    Attributes:
        name: "train" or "benchmark".
        data: Folder with train/, enrichment/, bench/, gold/.
        folder: Model folder to write, or to measure.
        seed: Where every random choice of the training comes from.
    """

    name: str
    data: Path
    folder: Path
    seed: int


def parse_command(arguments: list[str] | None = None) -> Command:
    """Return the command in `arguments`; an impossible one ends the process with status 2."""
    parser = argparse.ArgumentParser(
        prog="python -m index.training",
        description="Train the bundled embedding model, or measure one.",
    )
    parser.add_argument("command", nargs="?", default="train", choices=("train", "benchmark"))
    parser.add_argument("--data", type=Path, required=True, help="folder with train/ and bench/")
    parser.add_argument(
        "--out",
        "--model",
        dest="folder",
        type=Path,
        default=_MODEL,
        help="model folder to write, or to measure (default: %(default)s)",
    )
    parser.add_argument("--seed", type=_seed, default=1, help="of every choice (default: 1)")
    given = parser.parse_args(arguments)
    return Command(given.command, given.data, given.folder, given.seed)


def _seed(given: str) -> int:
    if not given.isdecimal():
        raise argparse.ArgumentTypeError(f"a seed is a whole number from 0, not {given!r}")
    return int(given)


def run(command: Command) -> None:
    """Train and describe a model, or measure one; the scores go to standard output.

    Raises:
        TrainingError: The data or the model folder cannot be used.
    """
    from index.training.card import render_scores
    from index.training.produce import measure_folder, produce_model
    from index.training.train import Recipe

    if not command.data.is_dir():
        raise DataMissingError(command.data, "no such folder; --data takes the data folder")
    if command.name == "train":
        scores = produce_model(command.data, command.folder, Recipe(seed=command.seed))
    else:
        scores = measure_folder(command.folder, command.data)
    sys.stdout.write(render_scores(scores) + "\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    command = parse_command(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    try:
        run(command)
    except TrainingError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
