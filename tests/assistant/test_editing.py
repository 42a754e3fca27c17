import pytest

from assistant.editing import Editor, Origin, PassageQuestion
from assistant.errors import (
    DocumentsUnusableError,
    EditInvalidError,
    EditUnusableError,
)
from assistant.journal import ChangeKind
from assistant.opening import Workplace
from assistant.own_text import LONGEST_QUESTION, LONGEST_WORD
from assistant.settings import Settings
from corpus.loading import BUNDLED_DOCUMENTS

NEW = "Hvad er fredagsslynglen?"


@pytest.fixture
def place(workplace, tmp_path):
    """The bundled document on the shared index, with a data folder of its own."""
    settings = workplace.settings.model_copy(update={"data_dir": tmp_path / "egne"})
    opened = Workplace(settings)
    _ = opened.enrichment  # as it is served
    return opened


@pytest.fixture
def editor(place):
    return Editor(place)


@pytest.fixture
def passage(place):
    return place.documents[0].answers[0]


def code_of(work, *arguments):
    with pytest.raises(EditInvalidError) as caught:
        work(*arguments)
    return caught.value.code


def texts(editor, passage, origin):
    return [question.text for question in editor.questions(passage.id) if question.origin is origin]


def test_a_passage_shows_its_shipped_questions(editor, passage, place):
    shipped = place.enrichment.questions[passage.id].all
    assert texts(editor, passage, Origin.SHIPPED) == list(dict.fromkeys(shipped))
    assert len(editor.questions(passage.id)) == len(set(shipped))
    assert editor.is_indexed


def test_a_question_is_added_cleaned_and_told_as_one_s_own(editor, passage, place):
    change = editor.add_question(passage.id, f"  {NEW}\n ")
    assert (change.kind, change.text, change.place) == (
        ChangeKind.QUESTION_ADDED,
        NEW,
        passage.label,
    )
    assert PassageQuestion(NEW, Origin.OWN) in editor.questions(passage.id)
    assert not editor.is_indexed
    fresh = Workplace(place.settings)
    assert NEW in fresh.enrichment.questions[passage.id].own
    assert Editor(fresh).is_indexed


def test_nothing_is_written_in_the_documents_folder(editor, passage):
    before = {path: path.read_bytes() for path in BUNDLED_DOCUMENTS.iterdir()}
    first = texts(editor, passage, Origin.SHIPPED)[0]
    editor.add_question(passage.id, NEW)
    editor.remove_question(passage.id, first)
    editor.add_synonym("leder", "skipper")
    assert {path: path.read_bytes() for path in BUNDLED_DOCUMENTS.iterdir()} == before


def test_a_shipped_question_is_hidden_and_shown_again(editor, passage):
    first = texts(editor, passage, Origin.SHIPPED)[0]
    editor.remove_question(passage.id, first)
    assert texts(editor, passage, Origin.HIDDEN) == [first]
    assert first not in texts(editor, passage, Origin.SHIPPED)
    editor.restore_question(passage.id, first)
    assert texts(editor, passage, Origin.HIDDEN) == []
    assert editor.is_indexed


def test_a_shipped_question_is_replaced_by_one_s_own(editor, passage):
    first = texts(editor, passage, Origin.SHIPPED)[0]
    change = editor.change_question(passage.id, first, NEW)
    assert (change.before, change.text) == (first, NEW)
    assert texts(editor, passage, Origin.OWN) == [NEW]
    assert texts(editor, passage, Origin.HIDDEN) == [first]


def test_one_s_own_question_is_changed_and_removed_without_a_trace(editor, passage):
    editor.add_question(passage.id, NEW)
    editor.change_question(passage.id, NEW, f"{NEW} Og hvorfor?")
    assert texts(editor, passage, Origin.OWN) == [f"{NEW} Og hvorfor?"]
    editor.change_question(passage.id, f"{NEW} Og hvorfor?", NEW.upper())
    editor.remove_question(passage.id, NEW.upper())
    assert editor.is_indexed


def test_a_question_may_change_in_case_alone_but_not_be_there_twice(editor, passage):
    first = texts(editor, passage, Origin.SHIPPED)[0]
    assert code_of(editor.add_question, passage.id, first.upper()) == "own_question_known"
    editor.add_question(passage.id, NEW)
    assert code_of(editor.add_question, passage.id, NEW) == "own_question_known"
    assert code_of(editor.change_question, passage.id, NEW, first) == "own_question_known"
    assert code_of(editor.change_question, passage.id, NEW, NEW) == "own_question_same"
    editor.change_question(passage.id, NEW, NEW.lower())


def test_two_passages_may_have_the_same_question(editor, place):
    one, other = place.documents[0].answers[:2]
    editor.add_question(one.id, NEW)
    editor.add_question(other.id, NEW)
    assert texts(editor, one, Origin.OWN) == texts(editor, other, Origin.OWN) == [NEW]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "own_empty"),
        ("?", "own_not_text"),
        ("Hvad\x07?", "own_not_text"),
        ("a" * (LONGEST_QUESTION + 1), "own_too_long"),
    ],
)
def test_a_question_that_cannot_be_read_is_refused(editor, passage, text, code):
    assert code_of(editor.add_question, passage.id, text) == code
    assert editor.changes == ()


def test_what_is_not_there_cannot_be_changed_or_removed(editor, passage, place):
    heading = next(p for p in place.documents[0].passages if not p.kind.is_answer)
    assert code_of(editor.remove_question, passage.id, NEW) == "own_question_unknown"
    assert code_of(editor.change_question, passage.id, NEW, "Hvad?") == "own_question_unknown"
    assert code_of(editor.restore_question, passage.id, NEW) == "own_question_unknown"
    assert code_of(editor.add_question, "borte-12345678", NEW) == "passage_unknown"
    assert code_of(editor.add_question, heading.id, NEW) == "passage_unknown"


def test_words_are_kept_in_groups_by_the_documents_word(editor):
    editor.add_synonym("leder", "skipper")
    editor.add_synonym("Leder", "bådfører")
    editor.add_synonym("social kapital", "den gode stemning")
    assert editor.words == (
        ("leder", "skipper", "bådfører"),
        ("social kapital", "den gode stemning"),
    )
    editor.remove_synonym("leder", "skipper")
    editor.remove_synonym("social kapital", "den gode stemning")
    assert editor.words == (("leder", "bådfører"),)
    assert not editor.is_indexed


@pytest.mark.parametrize(
    ("canonical", "word", "code"),
    [
        ("leder", "Leder", "own_word_same"),
        ("kvindfolkeskib", "skipper", "own_word_unfound"),
        ("leder", "medarbejdere", "own_word_written"),
        ("leder", "", "own_empty"),
        ("", "skipper", "own_empty"),
        ("leder", "a" * (LONGEST_WORD + 1), "own_too_long"),
    ],
)
def test_a_word_that_would_lead_nowhere_is_refused(editor, canonical, word, code):
    assert code_of(editor.add_synonym, canonical, word) == code


def test_a_word_means_one_thing_only(editor):
    editor.add_synonym("leder", "skipper")
    assert code_of(editor.add_synonym, "social kapital", "Skipper") == "own_word_known"
    assert code_of(editor.remove_synonym, "leder", "styrmand") == "own_word_unknown"


def test_changes_are_listed_newest_first_and_undone_one_by_one_after_a_restart(
    editor, passage, place
):
    first = texts(editor, passage, Origin.SHIPPED)[0]
    editor.add_question(passage.id, NEW)
    editor.add_synonym("leder", "skipper")
    editor.change_question(passage.id, first, f"{NEW} Nu?")
    again = Editor(Workplace(place.settings))
    assert [change.kind for change in again.changes] == [
        ChangeKind.QUESTION_CHANGED,
        ChangeKind.WORD_ADDED,
        ChangeKind.QUESTION_ADDED,
    ]
    assert again.undo().text == f"{NEW} Nu?"
    assert texts(again, passage, Origin.HIDDEN) == []
    again.undo()
    assert again.words == ()
    again.undo()
    assert again.changes == ()
    assert code_of(again.undo) == "undo_nothing"
    assert Editor(Workplace(place.settings)).questions(passage.id) == again.questions(passage.id)


def test_a_file_that_is_broken_is_an_error_that_names_it(editor, passage, place):
    folder = place.settings.data_dir
    folder.mkdir()
    (folder / "ledelsesgrundlag-2016.questions.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(DocumentsUnusableError) as caught:
        editor.add_question(passage.id, NEW)
    assert caught.value.fields["path"].endswith("ledelsesgrundlag-2016.questions.jsonl")


def test_a_folder_that_cannot_be_written_is_an_error_that_names_it(editor, passage, place):
    place.settings.data_dir.write_text("optaget", encoding="utf-8")
    with pytest.raises((EditUnusableError, DocumentsUnusableError)) as caught:
        editor.add_question(passage.id, NEW)
    assert str(place.settings.data_dir) in caught.value.fields["path"]


def test_an_own_question_and_an_own_word_change_what_is_answered(tmp_path, test_documents):
    folder = test_documents / "uden-overskrifter"
    settings = Settings(documents=folder, index_dir=tmp_path / "indeks", data_dir=tmp_path / "egne")
    before = Workplace(settings)
    assert before.assistant.answer(NEW).citations == ()
    target = before.documents[0].answers[-1]
    Editor(before).add_question(target.id, NEW)
    after = Workplace(settings)
    answer = after.assistant.answer(NEW)
    assert [citation.passage_id for citation in answer.citations] == [target.id]
