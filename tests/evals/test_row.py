import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.row import GoldInvalidError, Row, part_of, read_rows, read_text

ROW = {"id": "Q001", "question": "Hvad er mod?"}


def write(tmp_path, *lines):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def row_of(tmp_path, **fields):
    return Row(tmp_path / "gold.jsonl", 4, fields)


def test_rows_know_their_lines_and_blank_ones_are_left_out(tmp_path):
    path = write(tmp_path, json.dumps(ROW), "", "  ", json.dumps({**ROW, "id": "Q002"}))
    assert [(row.path, row.line, row.fields["id"]) for row in read_rows(path)] == [
        (path, 1, "Q001"),
        (path, 4, "Q002"),
    ]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('{"id": "Q2", ', "not_json"),
        ("Q2;Hvad?", "not_json"),
        ("[1, 2]", "not_object"),
        ("null", "not_object"),
        ('{"question": "Hvad?"}', "text_missing"),
        ('{"id": 2, "question": "Hvad?"}', "text_missing"),
        ('{"id": "Q001", "question": "Igen?"}', "id_twice"),
        ("[" * 100_000, "not_json"),
    ],
)
def test_a_broken_line_is_an_error_that_names_file_and_line(tmp_path, broken, code):
    path = write(tmp_path, json.dumps(ROW), "", broken)
    with pytest.raises(GoldInvalidError) as caught:
        read_rows(path)
    assert (caught.value.code, caught.value.path, caught.value.line) == (code, path, 3)
    assert str(caught.value).startswith(f"{path}:3: {code}")


def test_an_id_that_is_used_twice_is_named(tmp_path):
    with pytest.raises(GoldInvalidError) as caught:
        read_rows(write(tmp_path, json.dumps(ROW), json.dumps(ROW)))
    assert caught.value.field == "Q001"


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_an_error_without_a_line(tmp_path, content):
    with pytest.raises(GoldInvalidError) as caught:
        read_rows(write(tmp_path, content))
    assert (caught.value.code, caught.value.line) == ("empty", 0)


@pytest.mark.parametrize("content", [None, b"\xff\xfe{"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GoldInvalidError) as caught:
        read_rows(path)
    assert (caught.value.code, caught.value.path, caught.value.line) == ("unreadable", path, 0)


def test_a_row_ends_only_at_its_line_break(tmp_path):
    text = json.dumps({**ROW, "question": "Hvad\u2028er mod?"}, ensure_ascii=False)
    assert read_rows(write(tmp_path, text))[0].text("question") == "Hvad\u2028er mod?"


def test_a_byte_order_mark_is_left_out(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(ROW).encode())
    assert read_text(path).startswith("{")
    assert len(read_rows(path)) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_tells_of_utf_16(tmp_path, encoding):
    path = tmp_path / "gold.jsonl"
    mark = "" if encoding == "utf-16" else "\ufeff"
    path.write_bytes(f"{mark}æ\r\nø\rå".encode(encoding))
    assert read_text(path) == "æ\nø\nå"


def test_what_is_no_utf_8_is_read_otherwise_only_if_told_so(tmp_path):
    path = tmp_path / "gold.csv"
    path.write_bytes("spørgsmål".encode("cp1252"))
    assert read_text(path, otherwise="cp1252") == "spørgsmål"
    with pytest.raises(GoldInvalidError, match="unreadable"):
        read_text(path)


@pytest.mark.parametrize("value", [None, 5, "", "  ", ["a"]])
def test_a_text_that_must_be_there_is_no_other_thing(tmp_path, value):
    with pytest.raises(GoldInvalidError) as caught:
        row_of(tmp_path, question=value).text("question")
    assert (caught.value.code, caught.value.field, caught.value.line) == (
        "text_missing",
        "question",
        4,
    )


def test_an_optional_text_is_empty_where_it_is_left_out_but_no_other_thing(tmp_path):
    assert row_of(tmp_path).optional("role") == ""
    assert row_of(tmp_path, role=None).optional("role") == ""
    assert row_of(tmp_path, role="leder").optional("role") == "leder"
    with pytest.raises(GoldInvalidError, match="text_missing role"):
        row_of(tmp_path, role=5).optional("role")


def test_a_list_of_texts_is_empty_where_it_is_left_out(tmp_path):
    assert row_of(tmp_path).texts("gold") == ()
    assert row_of(tmp_path, gold=["a", "b"]).texts("gold") == ("a", "b")


@pytest.mark.parametrize("value", ["Viser mod", 5, [1, 2], ["a", ""], {"a": "b"}, [None]])
def test_a_list_of_texts_is_no_other_thing(tmp_path, value):
    with pytest.raises(GoldInvalidError, match="not_texts gold"):
        row_of(tmp_path, gold=value).texts("gold")


def test_rows_within_a_row_keep_its_place(tmp_path):
    (inner,) = row_of(tmp_path, turns=[{"question": "Hvad?"}]).rows("turns")
    assert (inner.line, inner.text("question")) == (4, "Hvad?")


@pytest.mark.parametrize("value", [None, [], ["a"], "a", {"a": 1}])
def test_rows_within_a_row_are_one_object_or_more(tmp_path, value):
    with pytest.raises(GoldInvalidError, match="not_rows turns"):
        row_of(tmp_path, turns=value).rows("turns")


@pytest.mark.parametrize("value", [None, 0, 1, "true"])
def test_a_truth_value_is_true_or_false_and_no_number(tmp_path, value):
    assert row_of(tmp_path, answerable=False).truth("answerable") is False
    with pytest.raises(GoldInvalidError, match="not_truth_value answerable"):
        row_of(tmp_path, answerable=value).truth("answerable")


@given(st.integers(0, 9999), st.sampled_from(["Q", "D", "linje "]))
def test_even_numbers_are_dev_and_odd_ones_are_only_scored(number, prefix):
    assert part_of(f"{prefix}{number:03d}") == ("test" if number % 2 else "dev")
