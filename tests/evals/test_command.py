from pathlib import Path

import pytest

from evals.command import PROGRAM, RESULTS, UseError, parse_arguments
from evals.gate import BASELINE
from evals.gold.row import BUNDLED_GOLD
from evals.measure import MEASURES
from evals.report.wording import task_text

COMMANDS = ("run", "check", "compare", "gate", "speed")
NO_COMMAND = (
    "kommandoen mangler eller findes ikke. Den skal være run, check, compare, gate eller speed"
)
TASKS = (
    "answerable, unanswerable, dialogue, grounding, mutation, injection, removal, robustness "
    "eller coverage"
)
PROGRESS = "--progress kan kun være bar, lines eller none"
ENGLISH = (
    "usage:",
    "options:",
    "positional arguments",
    "show this help",
    "required",
    "invalid",
    "unrecognized",
    "choose from",
    "error:",
    "expected",
    "default",
)


def test_a_run_asks_everything_of_the_bundled_document_unless_told_otherwise():
    given = parse_arguments(["run"])
    assert (given.command, given.gold, given.out) == ("run", BUNDLED_GOLD, RESULTS)
    assert (given.documents, given.index_dir, given.only, given.cases) == (None, None, None, None)
    assert (given.show_test, given.progress) == (False, "bar")


def test_every_option_of_a_run_is_understood():
    options = "--only answerable coverage --cases c.csv --out o --show-test --progress lines"
    places = "--gold g --documents d --index-dir i"
    given = parse_arguments(["run", *options.split(), *places.split()])
    assert given.only == ["answerable", "coverage"]
    assert (given.cases, given.out) == (Path("c.csv"), Path("o"))
    assert (given.gold, given.documents, given.index_dir) == (Path("g"), Path("d"), Path("i"))
    assert (given.show_test, given.progress) == (True, "lines")


def test_the_other_commands_are_understood():
    assert parse_arguments(["check", "--batch", "-"]).batch == "-"
    compared = parse_arguments(["compare", "a", "b", "--page", "c.html"])
    assert (compared.before, compared.after, compared.page) == (
        Path("a"),
        Path("b"),
        Path("c.html"),
    )
    gate = parse_arguments(["gate", "--update"])
    assert (gate.baseline, gate.update) == (BASELINE, True)
    assert parse_arguments(["speed"]).gold == BUNDLED_GOLD


@pytest.mark.parametrize("given", [["-h"], ["--help"], *([c, "--help"] for c in COMMANDS)])
def test_the_help_is_danish(given, capsys):
    with pytest.raises(SystemExit) as caught:
        parse_arguments(given)
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Brug: {PROGRAM}")
    assert "Valgmuligheder:" in shown
    assert "vis denne hjælp" in shown
    assert [word for word in ENGLISH if word in shown] == []


def test_the_help_names_every_command_and_every_task(capsys):
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    shown = capsys.readouterr().out
    assert all(f"    {command} " in shown for command in COMMANDS)
    with pytest.raises(SystemExit):
        parse_arguments(["run", "--help"])
    shown = capsys.readouterr().out
    for task in MEASURES:
        assert any(
            line.split() == [task, *task_text(task).title.split()] for line in shown.split("\n")
        )


@pytest.mark.parametrize(
    ("given", "named", "command"),
    [
        ([], NO_COMMAND, PROGRAM),
        (["danse"], NO_COMMAND, PROGRAM),
        (["--hurtigt"], NO_COMMAND, PROGRAM),
        (["--hurtigt", "run"], "--hurtigt kan ikke bruges her", f"{PROGRAM} run"),
        (["run", "--hurtigt"], "--hurtigt kan ikke bruges her", f"{PROGRAM} run"),
        (["run", "--o", "mappe"], "--o kan ikke bruges her", f"{PROGRAM} run"),
        (["run", "--only", "alt"], f"--only kan kun være {TASKS}", f"{PROGRAM} run"),
        (["run", "--only"], f"--only kan kun være {TASKS}", f"{PROGRAM} run"),
        (["run", "--progress"], PROGRESS, f"{PROGRAM} run"),
        (["gate", "--progress", "x"], PROGRESS, f"{PROGRAM} gate"),
        (["run", "--out"], "der mangler en værdi efter --out (MAPPE)", f"{PROGRAM} run"),
        (["gate", "--update=ja"], "--update skal stå alene", f"{PROGRAM} gate"),
        (["check"], "--batch skal angives", f"{PROGRAM} check"),
        (["compare", "a"], "A og B skal angives", f"{PROGRAM} compare"),
        (["compare", "a", "b", "c"], "c kan ikke bruges her", f"{PROGRAM} compare"),
    ],
)
def test_wrong_use_is_told_in_danish_with_where_to_look(given, named, command, capsys):
    with pytest.raises(UseError) as caught:
        parse_arguments(given)
    said = str(caught.value)
    assert said.startswith(f"Det forstår jeg ikke: {named}. ")
    assert f"`{command} --help`" in said
    assert capsys.readouterr() == ("", "")
