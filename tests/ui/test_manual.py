import re

import pytest

COMMANDS = ["ask", "chat", "search", "document", "index build", "index status"]
ENGLISH = re.compile(
    r"Usage|OPTIONS|Options|COMMAND|Commands|ARGS|Arguments|Show|exit|required|TEXT|INTEGER|PATH"
    r"|default|range"
)


@pytest.mark.parametrize("name", ["", "index", *COMMANDS])
def test_help_is_danish_throughout(command, name):
    outcome = command(*name.split(), "--help")
    assert outcome.status == 0
    assert outcome.out.startswith(f"Brug: ledelsesassistent {name}".rstrip())
    assert "--help" in outcome.out
    assert not ENGLISH.search(outcome.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_shared_options(command, name):
    shown = command(*name.split(), "--help").out
    assert "--documents MAPPE" in shown
    assert "--index-dir MAPPE" in shown


@pytest.mark.parametrize("name", ["", "index"])
def test_a_group_without_a_command_shows_its_help(command, name):
    outcome = command(*name.split())
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Kommandoer:" in outcome.err


def test_help_keeps_to_the_width_of_the_terminal(command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    shown = command("ask", "--help").out
    assert max(len(line) for line in shown.splitlines()) <= 60


def test_there_are_no_options_for_shell_completion(command):
    assert "completion" not in command("--help").out
