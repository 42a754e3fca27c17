from hypothesis import given
from hypothesis import strategies as st

from ui.storage.noun import RunDraft
from ui.web.quality import texts
from ui.web.quality.history import MOST, History, make_rows

WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


def _headline(value, measure="any_right"):
    return {
        "task": "answerable",
        "measure": measure,
        "task_title": "Spørgsmål",
        "name": "Rigtige",
        "value": value,
        "plain": f"{value:.2f}",
    }


def _store(store, run):
    return store.add_run(RunDraft("suite", 1.0, run.overview, run.record))


def test_one_run_is_no_development(store, make_item, make_run):
    _store(store, make_run([make_item(1)]))
    assert texts.HISTORY_NONE in History(store).render()


def test_each_figure_has_a_cell_for_each_run_the_oldest_first(store, make_item, make_run):
    _store(store, make_run([make_item(1, scores=WRONG), make_item(2)]))
    _store(store, make_run([make_item(1), make_item(2)]))
    shown = History(store).render()
    assert "<td>50,0 %</td><td>100,0 %</td>" in shown
    assert "fra 50,0 % til 100,0 % over 2 målinger" in shown
    assert "<svg role=" in shown


def test_only_the_latest_runs_are_followed(store, make_item, make_run):
    for _ in range(MOST + 2):
        _store(store, make_run([make_item(1)]))
    shown = History(store).render()
    assert texts.HISTORY_EXPLAINED.format(count=MOST) in shown


def test_a_run_of_another_format_is_left_out(store, make_item, make_run):
    for _ in range(2):
        _store(store, make_run([make_item(1)]))
    store.add_run(RunDraft("suite", 1.0, {"format": 99}, {}))
    assert texts.HISTORY_EXPLAINED.format(count=2) in History(store).render()


def test_a_figure_that_a_run_did_not_measure_is_a_dash():
    (row,) = make_rows([[_headline(0.5)], [], [_headline(0.75)]])
    assert row.cells == ("0.50", texts.MISSING, "0.75")
    assert len(row.points) == 2


@given(values=st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_a_drawing_stays_in_its_frame_and_higher_figures_stand_higher(values):
    (row,) = make_rows([[_headline(value)] for value in values])
    for point in row.points:
        assert 0 <= point.x <= 200
        assert 0 <= point.y <= 56
    pairs = sorted(zip(values, (point.y for point in row.points), strict=True))
    heights = [y for _, y in pairs]
    assert heights == sorted(heights, reverse=True)
