"""Write the model card."""

from dataclasses import dataclass
from pathlib import Path

from index.training.benchmark import Score
from index.training.pairs import Counted
from index.training.train import Recipe

_TEMPLATE = Path(__file__).parent / "card_template.md"


@dataclass(frozen=True)
class Run:
    """What is said of one training.

    Attributes:
        recipe: How it was trained.
        sources: What it was trained on, with the number of pairs after cleaning.
        tokens: Size of the vocabulary that came of it.
        steps: Batches in all.
        minutes: How long it took.
        weights: SHA-256 of the weights' file.
    """

    recipe: Recipe
    sources: tuple[Counted, ...]
    tokens: int
    steps: int
    minutes: float
    weights: str


def render_scores(scores: list[Score]) -> str:
    """Return `scores` as a Markdown table.

    >>> print(render_scores([Score("P@1", 0.8312, 1997)]))
    | measure | score | questions |
    |---|---|---|
    | P@1 | .831 | 1997 |
    """
    rows = [f"| {score.name} | {_figure(score)} | {score.count} |" for score in scores]
    return "\n".join(["| measure | score | questions |", "|---|---|---|", *rows])


def render_card(run: Run, scores: list[Score]) -> str:
    """Return the text of the model card."""
    recipe = run.recipe
    return _TEMPLATE.read_text(encoding="utf-8").format(
        scores=render_scores(scores),
        sources="\n".join(_source_row(one) for one in run.sources),
        recipe=recipe,
        tokens=run.tokens,
        pairs=f"{sum(one.pairs for one in run.sources):,}",
        steps=run.steps,
        minutes=f"{run.minutes:.0f}",
        weights=run.weights,
    )


def _figure(score: Score) -> str:
    return "not measured" if score.value is None else f"{score.value:.3f}".removeprefix("0")


def _source_row(counted: Counted) -> str:
    source = counted.source
    shown = f"{source.share:g}"
    cells = (source.what, f"{counted.pairs:,}", shown, source.origin, source.licence)
    return f"| {' | '.join(cells)} |"
