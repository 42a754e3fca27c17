import json
import threading
from datetime import UTC, datetime

import pytest
from filelock import FileLock

import assistant.own_words
from assistant.errors import EditInvalidError, EditUnusableError
from assistant.journal import Change, ChangeKind
from assistant.own_words import JOURNAL, OwnWords
from corpus.enrichment import QuestionLine

CHANGE = Change(ChangeKind.QUESTION_ADDED, "Mod", "Hvad?", "", datetime(2026, 11, 30, tzinfo=UTC))
LINES = [QuestionLine(1, "Vi tør fejle.", ("Mod",), ("Hvad?",), (), ("Hvem?",))]


@pytest.fixture
def own(tmp_path):
    return OwnWords(tmp_path / "egne")


def put(own, *groups):
    with own.changing():
        own.write_words(groups, CHANGE)


def test_a_folder_that_is_not_there_holds_nothing_and_is_not_made(own, tmp_path):
    assert own.read_questions("notat") == []
    assert own.read_words() == []
    assert own.changes == []
    assert not (tmp_path / "egne").exists()


def test_what_is_written_is_read_again_in_the_format_of_the_documents_own(own, tmp_path):
    with own.changing():
        own.write_questions("notat", LINES, CHANGE)
        own.write_words([("leder", "skipper")], CHANGE)
    assert own.read_questions("notat") == LINES
    assert own.read_words() == [("leder", "skipper")]
    line = (tmp_path / "egne" / "notat.questions.jsonl").read_text(encoding="utf-8")
    assert json.loads(line) == {
        "passage": "Vi tør fejle.",
        "section": ["Mod"],
        "questions": ["Hvad?"],
        "removed": ["Hvem?"],
    }


def test_every_change_is_undone_again_even_by_another_process(own, tmp_path):
    put(own, ("leder", "a"))
    put(own, ("leder", "a", "b"))
    with own.changing():
        own.write_questions("notat", LINES, CHANGE)
    later = OwnWords(tmp_path / "egne")
    assert len(later.changes) == 3
    assert later.undo() == CHANGE
    assert later.read_questions("notat") == []
    later.undo()
    assert later.read_words() == [("leder", "a")]
    later.undo()
    assert not (tmp_path / "egne" / "thesaurus.jsonl").exists()
    with pytest.raises(EditInvalidError) as caught:
        later.undo()
    assert caught.value.code == "undo_nothing"


def test_what_was_changed_by_hand_since_is_not_undone_over(own, tmp_path):
    put(own, ("leder", "a"))
    path = tmp_path / "egne" / "thesaurus.jsonl"
    path.write_text('{"canonical": "mod", "terms": ["kæk"]}\n', encoding="utf-8")
    with pytest.raises(EditInvalidError) as caught:
        own.undo()
    assert caught.value.code == "undo_changed"
    assert own.read_words() == [("mod", "kæk")]
    put(own, ("mod", "kæk"), ("leder", "b"))
    own.undo()
    assert own.read_words() == [("mod", "kæk")]


def test_a_crash_between_journal_and_file_leaves_nothing_to_undo_twice(own, monkeypatch):
    put(own, ("leder", "a"))
    write = OwnWords._write

    def fail(self, file, content):
        if file != JOURNAL:
            raise OSError(28, "full")
        write(self, file, content)

    monkeypatch.setattr(OwnWords, "_write", fail)
    with pytest.raises(EditUnusableError) as caught:
        put(own, ("leder", "a", "b"))
    assert caught.value.code == "own_unwritable"
    monkeypatch.undo()
    assert len(own.changes) == 1
    assert own.read_words() == [("leder", "a")]
    own.undo()
    assert own.read_words() == []


def test_nothing_half_written_is_left(own, tmp_path):
    put(own, ("leder", "a"))
    names = {path.name for path in (tmp_path / "egne").iterdir()}
    assert names <= {"thesaurus.jsonl", JOURNAL, ".own-words.lock"}


def test_threads_that_change_at_once_lose_nothing(own):
    def add(number):
        with own.changing():
            own.write_words([*own.read_words(), (f"ord{number}", "x")], CHANGE)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {group[0] for group in own.read_words()} == {f"ord{number}" for number in range(8)}
    assert len(own.changes) == 8


def test_a_folder_that_somebody_holds_long_is_an_error_that_names_it(own, tmp_path, monkeypatch):
    monkeypatch.setattr(assistant.own_words, "_LOCK_SECONDS", 0.05)
    put(own, ("leder", "a"))
    with (
        FileLock(tmp_path / "egne" / ".own-words.lock"),
        pytest.raises(EditUnusableError) as caught,
    ):
        put(own, ("leder", "b"))
    assert caught.value.code == "own_busy"


def test_a_folder_that_is_a_file_is_an_error_that_names_it(tmp_path):
    (tmp_path / "egne").write_text("optaget", encoding="utf-8")
    with pytest.raises(EditUnusableError) as caught:
        put(OwnWords(tmp_path / "egne"), ("leder", "a"))
    assert caught.value.code == "own_unwritable"
    assert str(tmp_path / "egne") == caught.value.fields["path"]


def test_a_journal_that_is_no_text_is_an_error_that_names_it(own, tmp_path):
    put(own, ("leder", "a"))
    (tmp_path / "egne" / JOURNAL).write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(EditUnusableError) as caught:
        _ = own.changes
    assert caught.value.code == "own_unreadable"
