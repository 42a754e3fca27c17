import pytest

from evals.measure import (
    MEASURES,
    MeasureKind,
    compute_figures,
    find_measure,
    is_low_better,
    summarise,
)
from evals.record import Item


def item(identity, task="answerable", part="dev", kind="", role="", cluster="", **scores):
    return Item(task, identity, part, kind, role, cluster or identity, scores)


def figures_of(items):
    return {(f.task, f.measure, f.group): f for f in compute_figures(items)}


def value_of(figures, task, measure, group="all"):
    figure = figures.get((task, measure, group))
    return figure.value if figure else None


RATE = find_measure("answerable", "any_right")
MEAN = find_measure("answerable", "nugget_recall")
COUNT = find_measure("answerable", "wrong_quotes")


def test_a_rate_is_a_share_with_a_wilson_interval():
    items = [item(f"Q{n}", any_right=float(n < 3)) for n in range(4)]
    figure = summarise("answerable", RATE, "all", items)
    assert (figure.value, figure.n, figure.missing) == (0.75, 4, 0)
    # z = 1.96, p = 3/4, n = 4: centre 0.6275, half width 0.3269
    assert (figure.low, figure.high) == (
        pytest.approx(0.3006, abs=5e-4),
        pytest.approx(0.9544, abs=5e-4),
    )


def test_a_mean_has_an_interval_drawn_by_cluster():
    same = [item("Q1", cluster="A", nugget_recall=0.0), item("Q2", cluster="A", nugget_recall=1.0)]
    other = [item("Q3", cluster="B", nugget_recall=0.5)]
    figure = summarise("answerable", MEAN, "all", [*same, *other])
    assert figure.value == 0.5
    assert (figure.low, figure.high) == (0.5, 0.5)  # whichever cluster is drawn, its mean is 0.5


def test_faults_are_summed_and_have_no_interval():
    items = [item("Q1", wrong_quotes=2.0), item("Q2", wrong_quotes=1.0)]
    figure = summarise("answerable", COUNT, "all", items)
    assert (figure.value, figure.low, figure.high, figure.n) == (3.0, None, None, 2)


def test_a_missing_score_is_counted_as_missing_and_not_as_zero():
    items = [item("Q1", any_right=1.0), item("Q2", any_right=None), item("Q3")]
    figure = summarise("answerable", RATE, "all", items)
    assert (figure.value, figure.n, figure.missing) == (1.0, 1, 2)


def test_what_nobody_has_is_missing_and_not_zero():
    figure = summarise("answerable", COUNT, "all", [item("Q1")])
    assert (figure.value, figure.n, figure.missing) == (None, 0, 1)
    assert compute_figures([item("Q1")]) == []
    assert compute_figures([]) == []


def test_each_part_kind_and_role_has_its_figure():
    figures = figures_of(
        [
            item("Q2", part="dev", kind="list", role="leder", any_right=1.0),
            item("Q3", part="test", kind="list", any_right=0.0),
            item("X1", part="own", role="hr", any_right=0.0),
        ]
    )
    groups = {group for _, measure, group in figures if measure == "any_right"}
    assert groups == {"all", "dev", "test", "own", "kind:list", "role:leder", "role:hr"}
    assert value_of(figures, "answerable", "any_right") == pytest.approx(1 / 3)
    assert value_of(figures, "answerable", "any_right", "kind:list") == 0.5
    assert value_of(figures, "answerable", "any_right", "test") == 0.0


def test_tasks_are_kept_apart_though_they_share_a_measure():
    figures = figures_of(
        [item("Q1", any_right=1.0), item("Q1.typo", task="robustness", any_right=0.0)]
    )
    assert value_of(figures, "answerable", "any_right") == 1.0
    assert value_of(figures, "robustness", "any_right") == 0.0


def test_balanced_accuracy_is_the_mean_of_the_two_rates():
    kept = [item(f"G{n}", task="grounding", supported_kept=1.0) for n in range(9)]
    caught = [item("G9", task="grounding", unsupported_caught=0.0)]
    figures = figures_of([*kept, *caught])
    assert value_of(figures, "grounding", "balanced_accuracy") == 0.5
    assert figures["grounding", "balanced_accuracy", "all"].n == 10


def test_balanced_accuracy_takes_both_kinds_of_sentence():
    figures = figures_of([item("G1", task="grounding", supported_kept=1.0)])
    assert value_of(figures, "grounding", "balanced_accuracy") is None


def test_refusals_are_measured_at_each_share_of_false_refusals():
    answerable = [item(f"Q{n}", answerability=(n + 1) / 20) for n in range(20)]
    unanswerable = [
        item(f"U{n}", task="unanswerable", answerability=value)
        for n, value in enumerate((0.01, 0.07, 0.12, 0.9))
    ]
    figures = figures_of([*answerable, *unanswerable])
    levels = {
        level: value_of(figures, "unanswerable", f"refused_at_{level}") for level in (5, 10, 20)
    }
    assert levels == {5: 0.5, 10: 0.75, 20: 0.75}
    assert figures["unanswerable", "refused_at_5", "all"].n == 4
    assert ("unanswerable", "refused_at_5", "test") not in figures


def test_times_have_a_median_and_a_95th_percentile():
    figures = figures_of([item(f"Q{n}", seconds=float(n)) for n in range(101)])
    assert value_of(figures, "answerable", "seconds_median") == 50.0
    assert value_of(figures, "answerable", "seconds_p95") == 95.0


def test_the_direction_of_a_measure_is_known_also_of_figures_that_no_item_has():
    assert is_low_better("answerable", "false_refusal")
    assert is_low_better("answerable", "seconds_p95")
    assert not is_low_better("answerable", "any_right")
    assert not is_low_better("grounding", "balanced_accuracy")
    assert not is_low_better("answerable", "length_ratio")


def test_an_unknown_measure_is_an_error():
    with pytest.raises(KeyError, match="findes_ikke"):
        find_measure("answerable", "findes_ikke")


@pytest.mark.parametrize("task", MEASURES)
def test_a_task_s_measures_have_names_of_their_own_and_faults_are_better_few(task):
    names = [measure.name for measure in MEASURES[task]]
    assert len(set(names)) == len(names)
    for measure in MEASURES[task]:
        if measure.kind in {MeasureKind.COUNT, MeasureKind.TIME}:
            assert measure.is_better_high is False
