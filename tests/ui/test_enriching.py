import json

import pytest

from ui import enriching
from ui.errors import InputUnusableError


class Suggestion:
    def __init__(self, question, is_answered):
        self.question, self.is_answered = question, is_answered


class Suggested:
    left_out = 1

    def __init__(self, passage, *suggestions):
        self.passage, self.suggestions = passage, suggestions


def test_without_a_model_the_command_says_what_to_set(command, tmp_path):
    out = tmp_path / "forslag.jsonl"
    done = command("corpus", "enrich", "ledelsesgrundlag-2016", "--out", out)
    assert done.status == 2
    assert "LEDELSESASSISTENT_MODEL" in done.err
    assert not out.exists()


def test_an_unknown_document_is_told(command, tmp_path):
    done = command("corpus", "enrich", "findes-ikke", "--out", tmp_path / "ud.jsonl")
    assert (done.status, "findes-ikke" in done.err) == (2, True)


def test_a_line_has_no_effect_before_a_person_moves_its_questions(leadership, tmp_path):
    passage = leadership.answers[0]
    suggested = Suggested(passage, Suggestion("Hvad er det?", True), Suggestion("Og nu?", False))
    out = tmp_path / "forslag.jsonl"
    enriching._write([suggested], out)
    (row,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert row["questions"] == []
    assert row["passage"] == passage.plain
    assert [s["status"][:9] for s in row["suggestions"]] == ["foreslået", "tvivlsomt"]


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    out = tmp_path / "forslag.jsonl"
    out.write_text("mit", "utf-8")
    with pytest.raises(InputUnusableError) as caught:
        enriching._write([], out)
    assert caught.value.code == "out_exists"
    assert out.read_text("utf-8") == "mit"


def test_questions_to_leave_out_are_read(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"question": "Hvad?"}\n\n{"id": "uden"}\n', "utf-8")
    assert list(enriching._read_questions([path])) == ["Hvad?"]
    with pytest.raises(InputUnusableError):
        list(enriching._read_questions([tmp_path / "findes-ikke"]))
