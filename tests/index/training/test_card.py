from index.training.benchmark import Score
from index.training.card import Run, render_card, render_scores
from index.training.pairs import Counted
from index.training.source import SOURCES, THESAURUS
from index.training.train import Recipe

SCORES = [Score("P@1", 0.8312, 1997), Score("MRR", 1.0, 3), Score("hit@5", None, 0)]


def test_scores_are_a_table_and_a_missing_one_is_no_zero():
    lines = render_scores(SCORES).splitlines()
    assert lines[2:] == [
        "| P@1 | .831 | 1997 |",
        "| MRR | 1.000 | 3 |",
        "| hit@5 | not measured | 0 |",
    ]


def test_the_card_says_what_was_done():
    counted = tuple(Counted(source, 1000 + at) for at, source in enumerate((*SOURCES, THESAURUS)))
    run = Run(Recipe(seed=4), counted, tokens=321, steps=77, minutes=3.2, weights="abc123")
    card = render_card(run, SCORES)
    assert "--seed 4" in card
    assert "321 tokens x 256" in card
    assert "`abc123`" in card
    assert "| P@1 | .831 | 1997 |" in card
    for one in counted:
        assert f"| {one.pairs:,} | {one.source.share:g} | {one.source.origin} |" in card
    assert "6,015 different pairs" in card
    assert "{" not in card
