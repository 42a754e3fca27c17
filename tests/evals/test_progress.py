import json

import pytest

from evals.progress import show_progress
from evals.record import Item
from evals.task.plan import Task


def items(task, count):
    return [Item(task, f"X{n}", "dev", "", "", "", {}) for n in range(count)]


TASKS = [
    Task("answerable", 2, lambda: iter(items("answerable", 2))),
    Task("coverage", 3, lambda: iter(items("coverage", 3))),
]


def follow(kind):
    with show_progress(kind, TASKS) as on_item:
        for task in TASKS:
            for item in task.run():
                on_item(item)


def test_lines_tell_a_program_how_far_the_task_and_the_run_are(capsys):
    follow("lines")
    shown = capsys.readouterr()
    assert shown.out == ""
    lines = [json.loads(line) for line in shown.err.splitlines()]
    assert [(line["task"], line["done"], line["total"]) for line in lines] == [
        ("answerable", 1, 2),
        ("answerable", 2, 2),
        ("coverage", 1, 3),
        ("coverage", 2, 3),
        ("coverage", 3, 3),
    ]
    assert [line["all_done"] for line in lines] == [1, 2, 3, 4, 5]
    assert {line["all_total"] for line in lines} == {5}


def test_nothing_is_shown_where_nothing_is_wanted(capsys):
    follow("none")
    assert capsys.readouterr() == ("", "")


def test_a_bar_keeps_standard_output_free(capsys, monkeypatch):
    monkeypatch.setenv("TTY_INTERACTIVE", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    follow("bar")
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "0/5" in shown.err or "5/5" in shown.err


@pytest.mark.parametrize("kind", ["bar", "lines", "none"])
def test_an_error_in_the_run_comes_through(kind):
    with pytest.raises(ZeroDivisionError), show_progress(kind, TASKS):
        raise ZeroDivisionError
