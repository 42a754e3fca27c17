import json

import pytest

from ui.batch import open_lines
from ui.errors import InputUnusableError


@pytest.fixture
def batch(command, index_dir, tmp_path):
    """Runs a batch of lines and returns its status and what was written."""

    def call(name, *lines, options=()):
        file = tmp_path / "batch.jsonl"
        rows = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in lines]
        file.write_bytes(b"\n".join(rows) + b"\n")
        outcome = command(name, "--batch", file, "--index-dir", index_dir, *options)
        assert outcome.err == ""
        return outcome.status, [json.loads(line) for line in outcome.out.splitlines()]

    return call


def test_answers_come_in_the_order_of_their_questions(batch):
    ids = ["b", "a", 7, None]
    rows = [{"id": name, "question": "Hvad er mod?"} for name in ids]
    status, written = batch("ask", *rows)
    assert status == 0
    assert [row["id"] for row in written] == ids
    assert list(written[0])[:2] == ["id", "question"]


def test_lines_of_one_session_are_one_conversation(batch):
    status, written = batch(
        "ask",
        {"id": "1", "question": "Hvad er mod?", "session": "anna"},
        {"id": "2", "question": "Hvor står det?", "session": "bo"},
        {"id": "3", "question": "Hvor står det?", "session": "anna"},
        {"id": "4", "question": "Hvor står det?"},
    )
    assert status == 0
    alone, followed, without = written[1:]
    assert followed["status"] == "answered"
    assert followed["citations"][0]["passage_id"] == written[0]["citations"][0]["passage_id"]
    assert alone["status"] == without["status"] == "meta"


def test_each_line_may_have_its_own_role(batch):
    question = "Hvad kan jeg forvente?"
    _, written = batch(
        "ask",
        {"id": "1", "question": question, "role": "medarbejder"},
        {"id": "2", "question": question, "role": None},
        {"id": "3", "question": question},
        options=("--role", "medarbejder"),
    )
    assert written[0]["answer"] == written[1]["answer"] == written[2]["answer"]


BAD_LINES = [
    (b"{ikke json", None, "JSON"),
    (b'{"id": "x", "question": "Hvad er mod?", "score": NaN}', None, "JSON"),
    (b"[" * 100_000, None, "JSON"),
    (b"[1, 2]", None, "JSON-objekt"),
    (b'"Hvad er mod?"', None, "JSON-objekt"),
    (b'{"id": "\xff", "question": "Hvad er mod?"}', None, "UTF-8"),
    ({"id": "x"}, "x", "question"),
    ({"id": "x", "question": None}, "x", "question"),
    ({"id": "x", "question": ""}, "x", "mangler"),
    ({"id": "x", "question": 7}, "x", "tekst"),
    ({"id": "x", "question": ["Hvad er mod?"]}, "x", "tekst"),
    ({"id": "x", "question": "a" * 100_000}, "x", "20.000"),
    ({"id": "x", "question": "hvad er \ud800"}, "x", "UTF-8"),
    ({"id": "x", "question": "Hvad er mod?", "role": "chef"}, "x", "»chef«"),
    ({"id": "x", "question": "Hvad er mod?", "role": 7}, "x", "leder, medarbejder, hr"),
]


def test_a_bad_line_gets_its_error_and_the_rest_goes_on(batch):
    good = {"id": "god", "question": "Hvad er mod?"}
    rows = [row for bad, _, _ in BAD_LINES for row in (bad, good)]
    status, written = batch("ask", *rows)
    assert status == 1
    assert len(written) == len(rows)
    assert all(row["status"] == "answered" for row in written[1::2])
    for row, (_, identity, hint) in zip(written[::2], BAD_LINES, strict=True):
        assert set(row) == {"id", "error"}
        assert row["id"] == identity
        assert hint in row["error"]


def test_the_error_of_a_line_names_the_line(batch):
    _, written = batch("ask", b"", {"id": "1", "question": "Hvad er mod?"}, b"", b"{")
    assert [set(row) for row in written][1] == {"id", "error"}
    assert written[1]["error"].startswith("Linje 4 ")


def test_blank_lines_and_a_byte_order_mark_are_passed_over(batch):
    line = '{"id": "1", "question": "Hvad er mod?"}'.encode("utf-8-sig")
    status, written = batch("ask", line, b"", b"   ", b"\r")
    assert status == 0
    assert [row["id"] for row in written] == ["1"]


def test_an_empty_file_gives_nothing(batch):
    assert batch("ask", b"") == (0, [])


def test_the_trace_follows_each_answer_when_asked_for(batch):
    _, written = batch("ask", {"id": "1", "question": "Hvad er mod?"}, options=("--trace",))
    assert written[0]["trace"]["hits"]


def test_a_search_batch_gives_ranked_passages_per_line(batch, document_text):
    status, written = batch(
        "search",
        {"id": "1", "question": "mod"},
        b"nej",
        {"id": "2", "question": "tillid"},
        {"id": "3", "question": " "},
        options=("--k", "2"),
    )
    assert status == 1
    assert [set(row) for row in written] == [{"id", "results"}, {"id", "error"}] * 2
    for row in (written[0], written[2]):
        assert len(row["results"]) == 2
        for result in row["results"]:
            assert document_text[result["start"] : result["end"]] == result["text"]


@pytest.mark.parametrize("name", ["ask", "search"])
def test_a_batch_file_that_is_missing_or_a_folder_is_named(command, tmp_path, name):
    for path in (tmp_path / "findes-ikke.jsonl", tmp_path):
        outcome = command(name, "--batch", path)
        assert outcome.status == 2
        assert outcome.out == ""
        assert str(path) in outcome.err
        assert outcome.err.count("\n") == 1


def test_a_file_in_utf_16_is_refused_as_a_whole(tmp_path):
    file = tmp_path / "batch.jsonl"
    file.write_text('{"id": "1", "question": "Hvad er mod?"}', encoding="utf-16")
    with pytest.raises(InputUnusableError, match="batch_not_text"), open_lines(str(file)):
        pass
