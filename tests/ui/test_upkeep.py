import errno
import json
import sys

import pytest

from index import build


@pytest.fixture
def options(folder, tmp_path):
    """The shared options, for a small document of our own."""
    (folder / "notat.md").write_text(
        "# Mod\n\nMod er at sige sandheden.\n\nMod kan øves.\n", encoding="utf-8"
    )
    return ("--documents", folder, "--index-dir", tmp_path / "indeks")


def test_the_index_goes_from_missing_to_ready_to_stale(command, options, folder):
    assert command("index", "status", *options).out.startswith("Indekset mangler.")
    assert command("index", "build", *options).out.startswith("Indekset er bygget.")
    assert command("index", "status", *options).out.startswith("Indekset er klar.")
    (folder / "notat.md").write_text("# Mod\n\nMod er noget andet.\n", encoding="utf-8")
    assert command("index", "status", *options).out.startswith("Indekset er forældet.")


def test_a_sound_index_is_only_built_again_by_force(command, options):
    command("index", "build", *options)
    assert "blev ikke bygget igen" in command("index", "build", *options).out
    assert command("index", "build", "--force", *options).out.startswith("Indekset er bygget.")


def test_the_status_as_json_is_one_object(command, options):
    status = json.loads(command("index", "status", "--json", *options).out)
    assert status["state"] == "missing"
    assert status["bytes"] == 0
    assert status["documents"][0]["name"] == "notat"
    assert status["unmatched"] == []


def test_questions_that_fit_no_passage_are_reported(command, options, folder):
    row = {"passage": "En linje, der er slettet fra dokumentet.", "questions": ["Hvad?"]}
    (folder / "notat.questions.jsonl").write_text(json.dumps(row), encoding="utf-8")
    for name in ("build", "status"):
        shown = command("index", name, *options).out
        assert "notat.questions.jsonl, linje 1: »En linje, der er slettet" in shown
    unmatched = json.loads(command("index", "status", "--json", *options).out)["unmatched"]
    assert unmatched[0]["line"] == 1


def test_a_full_disk_while_building_is_one_danish_sentence(command, options, monkeypatch):
    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(build, "write_index", fill)
    for arguments in (["ask", "Hvad er mod?"], ["index", "build"]):
        outcome = command(*arguments, *options)
        assert outcome.status == 2
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1
        assert "plads på disken" in outcome.err


def test_a_person_is_told_that_the_index_is_being_built(command, options, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "Bygger indekset" in command("ask", "Hvad er mod?", *options).err
    assert command("ask", "Hvad er mod?", *options).err == ""
