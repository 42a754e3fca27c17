import pytest

from evals.floor import FLOORS, TARGETS, Floor, is_kept, of_tasks
from evals.measure import MEASURES, find_measure, is_low_better


@pytest.mark.parametrize(
    ("value", "kept"), [(0.9, True), (0.91, True), (0.89, False), (0.9 - 1e-12, True)]
)
def test_a_floor_holds_from_its_value_up(value, kept):
    assert is_kept(Floor("answerable", "any_right", 0.9, ""), value) is kept


@pytest.mark.parametrize(("value", "kept"), [(0.05, True), (0.04, True), (0.051, False)])
def test_a_ceiling_holds_up_to_its_value(value, kept):
    assert is_kept(Floor("answerable", "false_refusal", 0.05, ""), value) is kept


def test_one_wrong_quote_or_broken_list_is_too_many_wherever_answers_are_given():
    proven = {(f.task, f.measure) for f in FLOORS if f.measure in {"wrong_quotes", "broken_lists"}}
    expected = {
        (task, measure.name)
        for task, measures in MEASURES.items()
        for measure in measures
        if measure.name in {"wrong_quotes", "broken_lists"}
    }
    assert proven == expected
    assert ("answerable", "wrong_quotes") in proven
    assert {f.value for f in FLOORS if (f.task, f.measure) in proven} == {0.0}


@pytest.mark.parametrize("floor", [*FLOORS, *TARGETS], ids=lambda f: f"{f.task}.{f.measure}")
def test_a_floor_bounds_a_measure_that_has_a_direction_and_says_why(floor):
    if floor.measure not in {"balanced_accuracy", "refused_at_5"}:  # no one item has them
        assert find_measure(floor.task, floor.measure).is_better_high is not None
    assert floor.reason.endswith(".")
    assert floor.reason[0].isupper()


@pytest.mark.parametrize("floors", [FLOORS, TARGETS])
def test_a_measure_has_one_floor(floors):
    assert len({(floor.task, floor.measure) for floor in floors}) == len(floors)


def test_no_target_is_easier_than_its_floor():
    targets = {(target.task, target.measure): target.value for target in TARGETS}
    assert set(TARGETS) - set(FLOORS)
    for floor in FLOORS:
        target = targets[floor.task, floor.measure]
        is_ceiling = is_low_better(floor.task, floor.measure)
        assert target <= floor.value if is_ceiling else target >= floor.value


def test_floors_of_other_tasks_are_left_out():
    kept = of_tasks(FLOORS, ["coverage", "removal"])
    assert {floor.task for floor in kept} == {"coverage", "removal"}
    assert set(kept) < set(FLOORS)
    assert of_tasks(FLOORS, []) == ()
