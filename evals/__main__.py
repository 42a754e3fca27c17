"""`python -m evals run` scores the gold sets; `python -m evals speed` measures speed."""

import argparse
import sys
from pathlib import Path

from assistant.errors import AssistantError
from assistant.opening import Workplace
from assistant.settings import read_settings
from evals.gold import BUNDLED_GOLD, GoldInvalidError, GoldQuestion, read_gold
from evals.report import print_summaries, print_times
from evals.run import run_gold, summarise
from evals.speed import time_build, time_cold, time_warm

_WARM_QUESTIONS = 1000
_COLD_RUNS = 5
_BUILDS = 3


def main() -> int:
    """Run the command that was asked for; return the exit status."""
    given = _parse_arguments()
    try:
        workplace = Workplace(read_settings(documents=given.documents, index_dir=given.index_dir))
        answerable = read_gold(given.gold / "answerable.jsonl")
        if given.command == "speed":
            _measure(workplace, answerable)
        else:
            _score(workplace, answerable, read_gold(given.gold / "unanswerable.jsonl"))
    except (AssistantError, GoldInvalidError) as error:
        sys.stderr.write(f"Kan ikke køre: {error}\n")
        return 2
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("command", choices=("run", "speed"))
    parser.add_argument("--gold", type=Path, default=BUNDLED_GOLD, help="folder of gold sets")
    parser.add_argument("--documents", type=Path, help="folder of documents")
    parser.add_argument("--index-dir", type=Path, help="folder for the index")
    return parser.parse_args()


def _score(
    workplace: Workplace, answerable: list[GoldQuestion], unanswerable: list[GoldQuestion]
) -> None:
    for title, questions in (
        (f"Spørgsmål, som dokumentet svarer på ({len(answerable)})", answerable),
        (f"Spørgsmål, som dokumentet ikke svarer på ({len(unanswerable)})", unanswerable),
    ):
        results = run_gold(workplace, questions)
        parts = {
            "dev": [result for result in results if result.gold.is_dev],
            "test": [result for result in results if not result.gold.is_dev],
            "i alt": results,
        }
        print_summaries(title, {name: summarise(part) for name, part in parts.items() if part})


def _measure(workplace: Workplace, questions: list[GoldQuestion]) -> None:
    warm = time_warm(workplace, questions, _WARM_QUESTIONS)
    print_times("Svar i en varm proces", {"spørgsmål ind til svar ud": warm}, "ms")
    whole = {"ask som hel proces": time_cold(_COLD_RUNS), "bygge indekset": time_build(_BUILDS)}
    print_times("Hele kørsler", whole, "s")


if __name__ == "__main__":
    sys.exit(main())
