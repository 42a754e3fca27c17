import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from assistant.groundedness.check import load_check
from assistant.groundedness.verdict import Evidence, Verdict
from evals.__main__ import main
from evals.check import BatchUnusableError, check_file, check_lines

COURAGE = {
    "id": "a",
    "question": "Hvad gør lederen?",
    "context": ["Lederen skal vise mod."],
    "sentence": "Lederen skal vise mod.",
}


class Recorder:
    """Supports everything and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, sentence, evidence, question):
        self.asked.append((sentence, list(evidence), question))
        return Verdict(is_supported=True, score=0.875, reason="Det står der.")


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def check(capsys, recorder) -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    """Checks rows, or lines that are none; gives the exit status and what was written."""

    def run(*rows, judge=recorder):
        lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
        status = check_lines(lines, judge)
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_a_verdict_is_one_object_with_its_id(check):
    expected = {"id": "a", "supported": True, "score": 0.875, "reason": "Det står der."}
    assert check(COURAGE) == (0, [expected])


def test_letters_are_written_as_they_are(capsys, recorder):
    check_lines([json.dumps({**COURAGE, "id": "æøå"}).encode()], recorder)
    assert capsys.readouterr().out.startswith('{"id": "æøå", "supported": true')


def test_the_pieces_of_the_context_are_texts_or_have_a_section(check, recorder):
    pieces = [
        "Tekst.",
        {"text": "Anden."},
        {"text": "Tredje.", "section": "Mod"},
        {"text": "Fjerde.", "section": ["KRAV", "MOD"]},
        {"text": "Femte.", "section": None},
    ]
    assert check({**COURAGE, "context": pieces})[0] == 0
    assert recorder.asked == [
        (
            "Lederen skal vise mod.",
            [
                Evidence("Tekst."),
                Evidence("Anden."),
                Evidence("Tredje.", "Mod"),
                Evidence("Fjerde.", "KRAV MOD"),
                Evidence("Femte."),
            ],
            "Hvad gør lederen?",
        )
    ]


def test_a_question_may_be_left_out_and_the_context_empty(check, recorder):
    bare = {"id": 1, "sentence": "Ja.", "context": []}
    assert check(bare, {**bare, "question": None})[0] == 0
    assert recorder.asked == [("Ja.", [], "")] * 2


@pytest.mark.parametrize(
    ("line", "identity", "said"),
    [
        (b"{", None, "Linje 2 er ikke gyldig JSON."),
        (b'{"id": "\xe6"}', None, "Linje 2 er ikke skrevet i UTF-8."),
        (b'{"id": NaN}', None, "Linje 2 er ikke gyldig JSON."),
        (b"[" * 100_000, None, "Linje 2 er ikke gyldig JSON."),
        (b"[1]", None, "Linje 2 er ikke et JSON-objekt."),
        ({"id": 7, "context": []}, 7, "Linje 2: feltet »sentence« mangler"),
        ({**COURAGE, "sentence": 5}, "a", "Linje 2: feltet »sentence« mangler"),
        ({**COURAGE, "sentence": "\ud800"}, "a", "Linje 2: feltet »sentence« mangler"),
        ({**COURAGE, "question": ["?"]}, "a", "Linje 2: feltet »question« mangler"),
        ({"id": "b", "sentence": "Ja."}, "b", "Linje 2: feltet »context« skal være"),
        ({**COURAGE, "context": "Tekst."}, "a", "Linje 2: feltet »context« skal være"),
        ({**COURAGE, "context": [5]}, "a", "Linje 2: feltet »context« skal være"),
        ({**COURAGE, "context": ["\udfff"]}, "a", "Linje 2: feltet »context« skal være"),
        ({**COURAGE, "context": [{"section": "Mod"}]}, "a", "Linje 2: feltet »context«"),
        ({**COURAGE, "context": [{"text": "T.", "section": 5}]}, "a", "Linje 2: feltet"),
    ],
)
def test_a_bad_line_says_why_on_its_line_and_the_rest_goes_on(check, line, identity, said):
    status, written = check(COURAGE, line, COURAGE)
    assert status == 1
    assert [set(row) for row in written] == [
        {"id", "supported", "score", "reason"},
        {"id", "error"},
        {"id", "supported", "score", "reason"},
    ]
    assert written[1]["id"] == identity
    assert written[1]["error"].startswith(said)


def test_blank_lines_are_passed_over_but_counted(check):
    status, written = check(COURAGE, b"  \n", b"nej")
    assert status == 1
    assert [row.get("error") for row in written] == [None, "Linje 3 er ikke gyldig JSON."]


def test_a_byte_order_mark_is_no_part_of_the_first_line(check):
    assert check(b"\xef\xbb\xbf" + json.dumps(COURAGE).encode())[0] == 0


@pytest.mark.parametrize("lines", [(), (b"\n", b"  \n")])
def test_no_lines_are_an_error(check, lines):
    with pytest.raises(BatchUnusableError) as caught:
        check(*lines)
    assert (caught.value.code, caught.value.name) == ("empty", "-")


def test_a_file_of_utf_16_is_an_error_and_not_one_on_every_line(tmp_path, recorder, capsys):
    path = tmp_path / "batch.jsonl"
    path.write_text(f"{json.dumps(COURAGE)}\n" * 2, encoding="utf-16")
    with pytest.raises(BatchUnusableError) as caught:
        check_file(str(path), recorder)
    assert (caught.value.code, caught.value.name) == ("not_utf8", str(path))
    assert capsys.readouterr().out == ""


def test_the_real_check_tells_a_changed_word_in_danish(check, workplace):
    lie = {**COURAGE, "id": "b", "sentence": "Lederen skal ikke vise mod."}
    status, (true, false) = check(COURAGE, lie, judge=load_check(workplace.embedder))
    assert status == 0
    assert (true["supported"], false["supported"]) == (True, False)
    assert false["score"] < 0.5 <= true["score"] <= 1
    assert false["reason"] != true["reason"]


def test_a_file_is_read_line_by_line(tmp_path, capsys, recorder):
    path = tmp_path / "batch.jsonl"
    path.write_text(f"{json.dumps(COURAGE)}\n{json.dumps({**COURAGE, 'id': 'b'})}\n")
    assert check_file(str(path), recorder) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["a", "b"]


def test_a_dash_reads_standard_input(monkeypatch, capsys, recorder):
    given = io.BytesIO(json.dumps(COURAGE).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given))
    assert check_file("-", recorder) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a"


@pytest.mark.parametrize(("name", "code"), [("findes-ikke.jsonl", "missing"), (".", "unreadable")])
def test_a_file_that_cannot_be_opened_is_an_error_that_names_it(tmp_path, name, code, recorder):
    with pytest.raises(BatchUnusableError) as caught:
        check_file(str(tmp_path / name), recorder)
    assert (caught.value.code, caught.value.name) == (code, str(tmp_path / name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("findes-ikke.jsonl", "filen {path} findes ikke."),
        (".", "filen {path} kan ikke læses."),
        ("tom.jsonl", "{path} har ingen sætninger."),
    ],
)
def test_on_the_command_line_it_is_one_danish_sentence_and_status_2(
    tmp_path, name, said, capsys, monkeypatch
):
    (tmp_path / "tom.jsonl").touch()
    path = tmp_path / name
    monkeypatch.setattr(sys, "argv", ["evals", "check", "--batch", str(path)])
    assert main() == 2
    assert capsys.readouterr() == ("", f"Kan ikke køre: {said.format(path=path)}\n")


def test_on_the_command_line_every_line_is_answered_and_half_a_letter_is_no_traceback(
    tmp_path, capsys, monkeypatch
):
    path = tmp_path / "batch.jsonl"
    rows = [COURAGE, {**COURAGE, "id": "\ud800"}, {**COURAGE, "sentence": ""}, {"id": "d"}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    monkeypatch.setattr(sys, "argv", ["evals", "check", "--batch", str(path)])
    assert main() == 1
    shown = capsys.readouterr()
    written = [json.loads(line) for line in shown.out.splitlines()]
    assert [row["id"] for row in written] == ["a", "\ud800", "a", "d"]
    assert [row.get("supported") for row in written] == [True, True, False, None]
    assert all(0 <= row["score"] <= 1 for row in written[:3])
    assert shown.err == ""
