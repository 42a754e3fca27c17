import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy

from assistant.answer import Answer, Citation, Status, Trace
from assistant.conversation.history import DISTRESS
from assistant.question import Role
from assistant.settings import Settings
from ui.storage.errors import StorageError
from ui.storage.forgetting import MOST_RUNS
from ui.storage.moment import danish_day
from ui.storage.noun import CaseDraft, Feedback, RunDraft
from ui.storage.store import open_store

ROOT = Path(__file__).parents[3]
QUESTION = "Hvorfor får Xantippe højere løn end mig?"
CITATION = Citation(1, "regler", "sha256:ab", ("Løn",), "Løn, punkt 2", "p1", "Løn", 0, 3)
LONG_AGO = datetime.now(UTC) - timedelta(days=91)
JUST_KEPT = datetime.now(UTC) - timedelta(days=89)
AWKWARD = "æøå »citat« 😀 '; DROP TABLE feedback; -- %s {0}\n\ttab \u2028 e\u0301"


def make_answer(status: Status = Status.REFUSED, question: str = QUESTION) -> Answer:
    return Answer(question, question, status, "Det står der ikke noget om.", (CITATION,))


def plain(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def change_rows(url: str, statement: str, **values: object) -> None:
    engine = sqlalchemy.create_engine(plain(url))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text(statement), values)
    engine.dispose()


def read_everything(url: str) -> bytes:
    """Return every byte that the database has on disk, or every row where it is a server."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))
    engine = sqlalchemy.create_engine(plain(url))
    found = sqlalchemy.MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        rows = [
            row for table in found.tables.values() for row in connection.execute(table.select())
        ]
    engine.dispose()
    return repr(rows).encode()


# Feedback


def test_feedback_comes_back_as_it_was_given(store):
    given = Feedback(
        helped=False,
        reason="incomplete",
        comment=AWKWARD,
        status="answered",
        role="leder",
        citations=("Løn, punkt 2", "Mod"),
        versions=("regler ab12",),
        key="a",
    )
    number = store.add_feedback(given)
    assert store.list_feedback() == (replace(given, id=number),)


def test_the_newest_feedback_comes_first_and_a_limit_is_kept(store):
    now = datetime.now(UTC)
    for minutes in (3, 1, 2):
        store.add_feedback(Feedback(helped=True, at=now - timedelta(minutes=minutes)))
    listed = store.list_feedback(2)
    assert [row.at for row in listed] == [now - timedelta(minutes=minutes) for minutes in (1, 2)]


def test_a_reason_is_added_to_the_vote_it_belongs_to(store):
    first = store.add_feedback(Feedback(helped=False, key="a"))
    second = store.add_feedback(Feedback(helped=False, key="a", reason="other", comment="Nej."))
    (row,) = store.list_feedback()
    assert first == second == row.id
    assert (row.helped, row.reason, row.comment) == (False, "other", "Nej.")


def test_the_other_thumb_changes_the_vote_and_keeps_the_reason_until_a_new_one(store):
    store.add_feedback(Feedback(helped=False, key="a", reason="other", comment="Nej."))
    store.add_feedback(Feedback(helped=True, key="a"))
    (row,) = store.list_feedback()
    assert (row.helped, row.reason, row.comment) == (True, "other", "Nej.")
    store.add_feedback(Feedback(helped=True, key="a", reason="precise"))
    assert store.find_feedback("a").reason == "precise"
    assert store.find_feedback("a").comment == ""
    assert store.find_feedback("b") is None


def test_the_same_thumb_again_leaves_the_reason(store):
    store.add_feedback(Feedback(helped=False, key="a", reason="other", comment="Nej."))
    store.add_feedback(Feedback(helped=False, key="a"))
    (row,) = store.list_feedback()
    assert (row.reason, row.comment) == ("other", "Nej.")


def test_feedback_without_a_key_is_always_a_row_of_its_own(store):
    store.add_feedback(Feedback(helped=True))
    store.add_feedback(Feedback(helped=True))
    assert len(store.list_feedback()) == 2


def test_a_comment_is_stored_without_what_tells_who_somebody_is(store):
    store.add_feedback(Feedback(helped=True, comment="Jeg er 010190-1234, ib@soro.dk, 22334455"))
    (row,) = store.list_feedback()
    assert row.comment == "Jeg er [cpr-nummer], [mailadresse], [telefonnummer]"


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "\udfff"])
def test_a_text_that_a_database_cannot_hold_is_mended(store, text):
    store.add_feedback(Feedback(helped=True, comment=text))
    (row,) = store.list_feedback()
    assert row.comment == text.replace("\x00", "").encode("utf-8", "replace").decode()


# Questions


def test_nothing_of_a_question_is_on_disk_when_questions_are_not_kept(opened, database):
    store = opened()
    for status in Status:
        store.note_answer(make_answer(status), Role.LEADER)
    store.add_feedback(Feedback(helped=False, key="a", question=QUESTION))
    everything = read_everything(database)
    assert b"refused" in everything
    assert b"Xantippe" not in everything
    assert store.list_unanswered() == ()
    assert store.list_feedback()[0].question == ""


def test_a_kept_question_that_was_not_answered_is_listed_without_who_asked(opened):
    store = opened(keep_questions=True)
    store.note_answer(make_answer(Status.NEAREST, f"{QUESTION} Ring til 22 33 44 55"), Role.HR)
    (row,) = store.list_unanswered()
    assert row.question == f"{QUESTION} Ring til [telefonnummer]"
    assert (row.status, row.role, row.citations) == ("nearest", "hr", ("Løn, punkt 2",))


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.META])
def test_a_question_that_was_answered_is_never_kept(opened, database, status):
    store = opened(keep_questions=True)
    store.note_answer(make_answer(status), None)
    assert store.list_unanswered() == ()
    assert b"Xantippe" not in read_everything(database)


def test_what_somebody_in_distress_writes_is_never_kept(opened, database):
    store = opened(keep_questions=True)
    store.note_answer(replace(make_answer(), trace=Trace(kind=DISTRESS)), None)
    assert store.list_unanswered() == ()
    assert b"Xantippe" not in read_everything(database)
    assert sum(row.count for row in store.count_outcomes(1)) == 1


def test_feedback_has_its_question_when_questions_are_kept(opened):
    store = opened(keep_questions=True)
    store.add_feedback(Feedback(helped=False, question="Hvad med ib@soro.dk?"))
    assert store.list_feedback()[0].question == "Hvad med [mailadresse]?"


def test_the_question_that_is_kept_stands_alone(opened):
    store = opened(keep_questions=True)
    store.note_answer(replace(make_answer(), standalone_question="Hvad er løn?"), None)
    assert store.list_unanswered()[0].question == "Hvad er løn?"


# Counts


def test_outcomes_are_counted_by_day(store):
    for status in (Status.REFUSED, Status.ANSWERED, Status.REFUSED):
        store.note_answer(make_answer(status), None)
    today = danish_day(datetime.now(UTC))
    counted = [(row.day, row.status, row.count) for row in store.count_outcomes(7)]
    assert counted == [(today, "answered", 1), (today, "refused", 2)]


def test_only_the_days_asked_for_are_counted(store, database):
    store.note_answer(make_answer(), None)
    change_rows(database, "UPDATE ledelsesassistent_outcome SET day = :day", day=LONG_AGO.date())
    assert store.count_outcomes(30) == ()
    assert len(store.count_outcomes(100)) == 1


# Retention


def age(url: str, table: str, moment: datetime) -> None:
    statement = f"UPDATE ledelsesassistent_{table} SET at = :at"  # noqa: S608  our own table
    change_rows(url, statement, at=moment.replace(tzinfo=None))


def test_what_is_too_old_is_forgotten_and_the_rest_stays(opened, database):
    store = opened(keep_questions=True, retention_days=90)
    store.add_feedback(Feedback(helped=True, comment="Gammel", at=LONG_AGO))
    store.add_feedback(Feedback(helped=True, comment="Ny", at=JUST_KEPT))
    store.note_answer(make_answer(), None)
    age(database, "unanswered", LONG_AGO)
    change_rows(database, "UPDATE ledelsesassistent_outcome SET day = :day", day=LONG_AGO.date())
    store.add_case(CaseDraft("Hvad er mod?"))
    store.add_run(RunDraft("suite", 1.0, {}, {}))
    store.forget_old()
    assert [row.comment for row in store.list_feedback()] == ["Ny"]
    assert store.list_unanswered() == ()
    assert store.count_outcomes(365) == ()
    assert len(store.list_cases()) == len(store.list_runs()) == 1


def test_what_was_forgotten_is_not_on_disk(opened, database):
    store = opened(keep_questions=True)
    store.note_answer(make_answer(), None)
    assert b"Xantippe" in read_everything(database)
    age(database, "unanswered", LONG_AGO)
    store.forget_old()
    assert b"Xantippe" not in read_everything(database)


def test_what_is_too_old_is_forgotten_when_the_store_is_opened(opened, database):
    opened(keep_questions=True).note_answer(make_answer(), None)
    age(database, "unanswered", LONG_AGO)
    assert opened().list_unanswered() == ()


def test_only_the_newest_runs_are_kept(store):
    for number in range(MOST_RUNS + 2):
        store.add_run(RunDraft("cases", 1.0, {}, {}, title=str(number)))
    store.forget_old()
    kept = [int(run.title) for run in store.list_runs()]
    assert kept == list(range(MOST_RUNS + 1, 1, -1))


# Test cases


def test_a_removed_case_whose_number_is_taken_comes_back_under_another(store):
    removed = store.add_case(CaseDraft("Hvad er mod?"))
    store.remove_case(removed.id)
    other = store.add_case(CaseDraft("Hvad er tillid?"))
    back = store.put_back_case(replace(removed, id=other.id))
    assert back == replace(removed, id=back.id)
    assert store.list_cases() == (other, back)


def test_a_test_case_is_made_changed_listed_and_removed(store):
    first = store.add_case(CaseDraft("Hvad er mod?", "leder", "Mod", "p1", AWKWARD))
    second = store.add_case(CaseDraft("Hvad koster en cykel?"))
    assert store.list_cases() == (first, second)
    assert first.note == AWKWARD
    changed = store.change_case(first.id, CaseDraft("Hvad er frygt?"))
    assert changed == replace(
        first, question="Hvad er frygt?", role="", section="", passage_id="", note=""
    )
    store.remove_case(second.id)
    assert store.put_back_case(second) == second
    store.remove_case(second.id)
    store.remove_case(second.id)
    assert store.list_cases() == (changed,)


def test_a_test_case_that_is_gone_cannot_be_changed(store):
    with pytest.raises(StorageError) as caught:
        store.change_case(7, CaseDraft("Hvad er mod?"))
    assert (caught.value.code, caught.value.fields) == ("case_missing", {"id": "7"})


# Runs


def test_a_run_is_listed_without_contents_and_read_with_them(store):
    contents = {"tal": [1, 2.5, None, float("inf")], "navn": AWKWARD, "nul": "a\x00b\ud800"}
    first = store.add_run(RunDraft("suite", 80.25, {"hoved": contents}, contents, "Efterår"))
    second = store.add_run(RunDraft("cases", 2.0, {}, {}))
    assert [run.id for run in store.list_runs()] == [second.id, first.id]
    (listed,) = store.list_runs("suite")
    assert listed == replace(first, overview={}, record={})
    assert store.read_run(first.id) == first
    assert store.read_run(first.id, with_record=False) == replace(first, record={})
    assert first.record == contents
    assert first.overview == {"hoved": contents}


def test_a_run_may_be_large(store):
    record = {"spørgsmål": [{"id": str(number), "svar": "æ" * 200} for number in range(5000)]}
    made = store.add_run(RunDraft("suite", 1.0, {}, record))
    assert store.read_run(made.id).record == record


def test_a_run_that_is_gone_cannot_be_read(store):
    made = store.add_run(RunDraft("suite", 1.0, {}, {}))
    store.remove_run(made.id)
    store.remove_run(made.id)
    with pytest.raises(StorageError, match="run_missing"):
        store.read_run(made.id)


# Many at once


def test_many_threads_lose_nothing(store):
    def work(thread: int) -> None:
        for number in range(50):
            store.add_feedback(Feedback(helped=True, key=f"{thread}-{number}"))
            store.note_answer(make_answer(Status.ANSWERED), None)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert len({row.key for row in store.list_feedback()}) == 400
    assert [row.count for row in store.count_outcomes(2)] == [400]


def test_votes_on_one_answer_at_once_are_one_row(store):
    with ThreadPoolExecutor(8) as pool:
        vote = Feedback(helped=True, key="a")
        numbers = set(pool.map(lambda _: store.add_feedback(vote), range(40)))
    assert len(numbers) == len(store.list_feedback()) == 1


WORKER = """
import sys
from pathlib import Path
from assistant.answer import Answer, Status
from assistant.settings import Settings
from ui.storage.noun import Feedback
from ui.storage.store import open_store

store = open_store(Settings(database=sys.argv[1]), Path("."))
for number in range(25):
    store.add_feedback(Feedback(helped=True, key=f"{sys.argv[2]}-{number}"))
    store.note_answer(Answer("?", "?", Status.REFUSED, ""), None)
"""


def test_processes_that_open_and_write_at_once_lose_nothing(opened, database):
    workers = [
        subprocess.Popen([sys.executable, "-c", WORKER, database, str(number)], cwd=ROOT)
        for number in range(4)
    ]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0, 0]
    store = opened()
    assert len(store.list_feedback()) == 100
    assert sum(row.count for row in store.count_outcomes(2)) == 100


# Opening


def test_a_store_that_is_opened_again_holds_what_it_held(opened):
    opened().add_case(CaseDraft("Hvad er mod?"))
    assert [case.question for case in opened().list_cases()] == ["Hvad er mod?"]


def test_a_closed_store_opens_by_itself(store):
    store.close()
    assert store.list_cases() == ()


def test_a_database_of_a_newer_programme_is_left_alone(opened, database):
    opened()
    change_rows(database, "UPDATE ledelsesassistent_version SET number = 2")
    with pytest.raises(StorageError, match="database_newer"):
        opened()


def test_the_default_is_a_file_in_the_data_folder(tmp_path):
    store = open_store(Settings(), tmp_path / "data")
    assert store.place == str(tmp_path / "data" / "ledelsesassistent.db")
    assert store.is_ready()
    store.close()
