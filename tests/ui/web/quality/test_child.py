import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.settings import Settings
from ui.storage.noun import TestCase
from ui.web.quality import texts
from ui.web.quality.child import (
    Progress,
    explain_failure,
    make_environment,
    read_progress,
    read_result,
    write_cases,
)

AT = datetime(2026, 11, 30, tzinfo=UTC)


def test_the_child_sees_the_same_documents_and_index_and_no_secret():
    settings = Settings(
        documents=Path("/a"),
        index_dir=Path("/b"),
        data_dir=Path("/c"),
        database="postgresql://x:y@z",
    )
    inherited = {"PATH": "/bin", "LEDELSESASSISTENT_DATABASE": "d", "LEDELSESASSISTENT_PORT": "1"}
    environment = make_environment(settings, inherited)
    ours = {k: v for k, v in environment.items() if k.startswith("LEDELSESASSISTENT_")}
    assert ours == {
        "LEDELSESASSISTENT_DOCUMENTS": "/a",
        "LEDELSESASSISTENT_INDEX_DIR": "/b",
        "LEDELSESASSISTENT_DATA_DIR": "/c",
    }
    assert environment["PATH"] == "/bin"


def test_what_is_as_it_always_is_is_not_handed_on():
    assert not any(k.startswith("LEDELSESASSISTENT_") for k in make_environment(Settings(), {}))


def test_cases_are_written_as_the_evals_read_them(tmp_path):
    cases = [TestCase(3, "Hvad er mod?", "leder", "Mod", "p1", "Min note", AT)]
    write_cases(cases, tmp_path / "c.jsonl")
    (line,) = (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {"id": "Prøve 3", "question": "Hvad er mod?", "role": "leder", "section": "Mod"}
    assert json.loads(line) == expected


def test_a_line_of_progress_is_read():
    line = json.dumps({"task": "x", "title": "Samtaler", "all_done": 3, "all_total": 9})
    assert read_progress(line) == Progress("Samtaler", 3, 9)


@pytest.mark.parametrize(
    "line", ["", "Kan ikke køre: x", "3", "[]", "{}", '{"title": "x"}', "null"]
)
def test_any_other_line_is_no_progress(line):
    assert read_progress(line) is None


def test_a_failure_is_told_in_the_childs_words_without_the_path():
    path = Path("/hemmelig/cases.jsonl")
    said = [f"Kan ikke køre: {path}, linje 1: afsnittet »x« findes ikke."]
    told = explain_failure(said, 2, path)
    assert told == "Kan ikke køre: Egne prøver, linje 1: afsnittet »x« findes ikke."


def test_gold_of_other_documents_is_told_without_words_of_the_command_line():
    said = [
        "Kan ikke køre: x: facit hører ikke til de valgte dokumenter. Brug --gold eller --cases."
    ]
    assert explain_failure(said, 2, Path("x")) == texts.OTHER_DOCUMENTS


@pytest.mark.parametrize(("said", "status"), [([], 2), (["Traceback"], 1), (["x"], -9)])
def test_a_fault_of_ours_is_told_in_words_of_our_own(said, status):
    assert explain_failure(said, status, Path("x")) == texts.RUN_FAILED


@pytest.mark.parametrize("content", ["[]", "", "{"])
def test_a_result_that_is_no_object_is_an_error(content, tmp_path):
    path = tmp_path / "run.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011  its text is nobody's business
        read_result(path)
