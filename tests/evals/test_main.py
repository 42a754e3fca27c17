import json
import sys

import pytest

import evals.__main__
from evals.__main__ import main


@pytest.fixture
def run(monkeypatch, built_store, tmp_path):
    """Run `python -m evals` on gold rows of one's own; return the exit status."""

    def _run(command, *rows):
        for name in ("answerable", "unanswerable"):
            text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
            (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
        arguments = ["--gold", str(tmp_path), "--index-dir", str(built_store.path.parent)]
        monkeypatch.setattr(sys, "argv", ["evals", command, *arguments])
        monkeypatch.setenv("COLUMNS", "120")
        return main()

    return _run


EVEN = {"id": "Q002", "question": "Hvad er social kapital?", "gold": ["Social kapital er"]}
ODD = {"id": "Q003", "question": "Hvem godkendte det?", "gold": ["direktion og chefgruppe"]}


def test_run_prints_the_scores_of_each_part_in_danish(run, capsys):
    assert run("run", EVEN, ODD) == 0
    shown = capsys.readouterr().out
    assert "Spørgsmål, som dokumentet svarer på (2)" in shown
    assert "Spørgsmål, som dokumentet ikke svarer på (2)" in shown
    assert all(part in shown for part in ("dev", "test", "i alt"))
    assert "første henvisning rigtig" in shown


def test_a_part_without_questions_is_left_out(run, capsys):
    assert run("run", EVEN) == 0
    header = next(line for line in capsys.readouterr().out.splitlines() if "Mål" in line)
    assert "dev" in header
    assert "test" not in header


def test_speed_prints_times(run, capsys, monkeypatch):
    monkeypatch.setattr(evals.__main__, "_WARM_QUESTIONS", 2)
    # Whole processes and builds take seconds; test_speed.py times real ones.
    monkeypatch.setattr(evals.__main__, "time_cold", lambda runs: [1.5] * runs)
    monkeypatch.setattr(evals.__main__, "time_build", lambda runs: [2.5] * runs)
    assert run("speed", EVEN) == 0
    shown = capsys.readouterr().out
    assert "spørgsmål ind til svar ud" in shown
    assert "1,50" in next(line for line in shown.splitlines() if "ask som hel proces" in line)
    assert "2,50" in next(line for line in shown.splitlines() if "bygge indekset" in line)


@pytest.mark.parametrize("rows", [('{"id": ',), ('{"id": "Q1"}',)])
def test_a_broken_gold_file_is_named_and_the_status_is_2(run, capsys, rows):
    assert run("run", *rows) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Kan ikke køre: ")
    assert "answerable.jsonl:1:" in shown.err


def test_documents_that_are_not_there_give_status_2(run, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("LEDELSESASSISTENT_DOCUMENTS", str(tmp_path / "findes-ikke"))
    assert run("run", EVEN) == 2
    assert "findes-ikke" in capsys.readouterr().err


def test_an_unknown_command_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["evals", "danse"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert "danse" in capsys.readouterr().err
