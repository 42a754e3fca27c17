import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.record import (
    FORMAT,
    Exchange,
    Item,
    Record,
    RecordInvalidError,
    forget_exchanges,
    hide_test,
    read_record,
    write_record,
)

EXCHANGE = Exchange(
    "Hvad er »mod«?", ("a", "b"), "note", "svar\nover to linjer", "answered", ("Mod",), "fordi"
)


def item(identity, part="dev", score=1.0, exchange=EXCHANGE):
    scores = {"any_right": score, "nugget_recall": None}
    return Item("answerable", identity, part, "list", "leder", "Mod", scores, exchange)


@pytest.fixture
def record(make_record) -> Record:
    return make_record([item("Q001", "test", 0.0), item("Q002")])


def test_a_record_is_read_as_it_was_written(record, tmp_path):
    path = tmp_path / "run.json"
    write_record(record, path)
    assert read_record(path) == record


def test_what_holds_nothing_is_read_as_it_was_written(make_record, tmp_path):
    path = tmp_path / "run.json"
    write_record(make_record([]), path)
    assert read_record(path) == make_record([])


@given(st.floats(0, 1), st.text(st.characters(codec="utf-8")))
def test_no_score_and_no_letter_is_lost(make_record, tmp_path_factory, score, text):
    path = tmp_path_factory.mktemp("record") / "run.json"
    exchange = replace(EXCHANGE, given=text)
    record = make_record([item("Q002", score=score, exchange=exchange)])
    write_record(record, path)
    assert read_record(path) == record


def test_an_item_has_a_line_of_its_own_and_danish_letters(record, tmp_path):
    path = tmp_path / "run.json"
    write_record(record, path)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [sum(f'"id": "{name}"' in line for line in lines) for name in ("Q001", "Q002")] == [1, 1]
    assert any("»mod«" in line for line in lines)
    assert json.loads("\n".join(lines))["format"] == FORMAT


def test_items_and_figures_are_found_by_name(record):
    assert [found.id for found in record.of("answerable")] == ["Q001", "Q002"]
    assert record.of("coverage") == ()
    assert record.figure("answerable", "any_right").value == 0.5
    assert record.figure("answerable", "any_right", "dev").value == 1.0
    assert record.figure("answerable", "any_right", "own") is None
    assert record.figure("answerable", "findes_ikke") is None


def test_the_test_part_can_be_hidden_and_keeps_its_scores(record):
    hidden = hide_test(record)
    assert [found.exchange for found in hidden.items] == [None, EXCHANGE]
    assert [found.scores for found in hidden.items] == [found.scores for found in record.items]
    assert hidden.figures == record.figures


def test_a_baseline_holds_scores_alone(record):
    forgotten = forget_exchanges(record)
    assert {found.exchange for found in forgotten.items} == {None}
    assert forgotten.figures == record.figures


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"ikke JSON", b"\xff\xfe", None])
def test_what_is_no_record_is_an_error_that_names_the_file(tmp_path, content):
    path = tmp_path / "run.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RecordInvalidError) as caught:
        read_record(path)
    assert caught.value.path == path
    assert str(caught.value).startswith(str(path))


def test_a_record_of_another_format_is_no_record(record, tmp_path):
    path = tmp_path / "run.json"
    write_record(replace(record, format=FORMAT + 1), path)
    with pytest.raises(RecordInvalidError, match=f"format {FORMAT + 1}, not {FORMAT}"):
        read_record(path)
