import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import EditUnusableError
from assistant.journal import (
    MOST_KEPT,
    Change,
    ChangeKind,
    Entry,
    hash_content,
    parse_entries,
    write_entries,
)

PATH = Path("own-changes.jsonl")
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
entries = st.builds(
    Entry,
    change=st.builds(
        Change,
        kind=st.sampled_from(ChangeKind),
        place=text,
        text=text,
        before=text,
        at=st.datetimes().map(lambda at: at.replace(tzinfo=UTC)),
    ),
    file=st.just("thesaurus.jsonl"),
    content=st.none() | text,
    result=text,
)


@given(st.lists(entries, max_size=4))
def test_what_is_written_is_read_again(written):
    assert parse_entries(write_entries(written), PATH) == written


def test_the_oldest_changes_are_forgotten():
    change = Change(ChangeKind.WORD_ADDED, "leder", "skipper", "", datetime.now(UTC))
    many = [Entry(change, "thesaurus.jsonl", str(n), "") for n in range(MOST_KEPT + 5)]
    kept = parse_entries(write_entries(many), PATH)
    assert [entry.content for entry in kept] == [entry.content for entry in many[5:]]


GOOD = {
    "at": "2026-11-30T12:00:00+00:00", "kind": "word_added", "place": "leder", "text": "skipper",
    "before": "", "file": "thesaurus.jsonl", "content": None, "result": "",
}  # fmt: skip


@pytest.mark.parametrize(
    "bad",
    ["{", "[]", "3", *({**GOOD, **change} for change in (
        {"kind": "x"}, {"at": "i går"}, {"file": "../etc/passwd"}, {"content": 3}))],
)  # fmt: skip
def test_a_line_of_anything_else_is_named(bad):
    line = bad if isinstance(bad, str) else json.dumps(bad)
    with pytest.raises(EditUnusableError) as caught:
        parse_entries(f"{json.dumps(GOOD)}\n{line}\n", PATH)
    assert caught.value.fields == {"path": str(PATH), "line": "2"}


def test_a_file_that_is_not_there_is_told_from_an_empty_one():
    assert hash_content(None) != hash_content("")
