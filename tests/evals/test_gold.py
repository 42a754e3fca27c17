import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold import BUNDLED_GOLD, GoldInvalidError, GoldQuestion, read_gold

ROW = {"id": "Q001", "question": "Hvad er mod?"}


def _write(tmp_path, *lines):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_bundled_answerable_questions_have_gold_that_stands_in_the_document(leadership):
    questions = read_gold(BUNDLED_GOLD / "answerable.jsonl")
    assert len(questions) == 220
    assert len({question.id for question in questions}) == 220
    for question in questions:
        assert question.gold
        assert all(slice_ in leadership.text for slice_ in question.gold)


def test_the_bundled_unanswerable_questions_have_no_gold():
    questions = read_gold(BUNDLED_GOLD / "unanswerable.jsonl")
    assert len(questions) == 200
    assert not any(question.gold for question in questions)


def test_a_row_is_read_with_what_it_leaves_out_empty(tmp_path):
    full = {**ROW, "role": "leder", "kind": "list", "gold": ["a", "b"], "must": ["a"]}
    path = _write(tmp_path, json.dumps(ROW), "", json.dumps(full))
    assert read_gold(path) == [
        GoldQuestion("Q001", "Hvad er mod?", "", "", (), ()),
        GoldQuestion("Q001", "Hvad er mod?", "leder", "list", ("a", "b"), ("a",)),
    ]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('{"id": "Q2", ', "not JSON"),
        ("[1, 2]", "not an object"),
        ("null", "not an object"),
        ('{"id": "Q2"}', "'question' must be a text"),
        ('{"question": "Hvad?"}', "'id' must be a text"),
        ('{"id": 2, "question": "Hvad?"}', "'id' must be a text"),
        ('{"id": "Q2", "question": "  "}', "'question' must be a text"),
    ],
)
def test_a_broken_row_is_an_error_that_names_file_and_line(tmp_path, broken, said):
    path = _write(tmp_path, json.dumps(ROW), "", broken)
    with pytest.raises(GoldInvalidError) as caught:
        read_gold(path)
    assert caught.value.path == path
    assert caught.value.line == 3
    assert str(caught.value).startswith(f"{path}:3: ")
    assert said in str(caught.value)


@pytest.mark.parametrize("gold", ['"Viser mod"', "5", "[1, 2]"])
def test_gold_that_is_no_list_of_texts_is_an_error_that_names_the_line(tmp_path, gold):
    path = _write(tmp_path, f'{{"id": "Q1", "question": "Hvad?", "gold": {gold}}}')
    with pytest.raises(GoldInvalidError, match=":1: "):
        read_gold(path)


def test_a_row_ends_only_at_its_line_break(tmp_path):
    row = json.dumps({**ROW, "question": "Hvad\u2028er mod?"}, ensure_ascii=False)
    assert read_gold(_write(tmp_path, row))[0].question == "Hvad\u2028er mod?"


@pytest.mark.parametrize("content", [None, b"\xff\xfe{"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GoldInvalidError) as caught:
        read_gold(path)
    assert (caught.value.path, caught.value.line) == (path, 0)


@given(st.integers(0, 9999))
def test_even_numbers_are_dev_and_odd_ones_are_only_scored(number):
    question = GoldQuestion(f"Q{number:03d}", "Hvad?", "", "", (), ())
    assert question.is_dev == (number % 2 == 0)
