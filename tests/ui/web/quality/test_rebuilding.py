from datetime import UTC, datetime

import pytest

from assistant.editing import Editor
from assistant.errors import DocumentsUnusableError
from assistant.opening import Workplace
from assistant.pipeline import Ask
from assistant.settings import Settings
from ui.storage.noun import TestCase
from ui.web.quality.places import Places
from ui.web.quality.rebuilding import is_expected, judge_effect, rebuild
from ui.web.service import Service

NEW = "Hvad er fredagsslynglen?"
NOW = datetime(2026, 11, 30, tzinfo=UTC)
TEXT = "# Mod\n\nVi tør fejle.\n\n# Tillid\n\nVi stoler på andre.\n"


def case(section="", passage_id="", question=NEW):
    return TestCase(1, question, "", section, passage_id, "", NOW)


@pytest.fixture
def service(tmp_path):
    folder = tmp_path / "dokumenter"
    folder.mkdir()
    (folder / "notat.md").write_text(TEXT, encoding="utf-8")
    settings = Settings(documents=folder, index_dir=tmp_path / "indeks", data_dir=tmp_path / "egne")
    opened = Service(Workplace(settings))
    _ = opened.assistant
    return opened


def test_a_new_question_counts_when_the_index_is_built_and_its_effect_is_told(service):
    passage = service.workplace.documents[0].answers[1]
    editor = Editor(service.workplace)
    editor.add_question(passage.id, NEW)
    cases = [case(passage.label, passage.id), case(), case("Mod", question="Hvad tør vi?")]
    *waiting, last = rebuild(service, cases)
    assert not any(step.is_done for step in waiting)
    assert last.is_done
    assert last.seconds > 0
    assert [effect.effect for effect in last.effects][:2] == ["better", "worse"]
    assert Editor(service.workplace).is_indexed


def test_an_index_that_cannot_be_built_leaves_the_old_answers(service, tmp_path):
    before = service.workplace
    (tmp_path / "egne").mkdir(exist_ok=True)
    (tmp_path / "egne" / "thesaurus.jsonl").write_text("{", encoding="utf-8")
    *_, last = rebuild(service, [])
    assert isinstance(last.error, DocumentsUnusableError)
    assert service.workplace is before


def test_a_case_is_as_expected_when_the_right_place_is_cited_or_nothing_is(context):
    places = Places(context.service)
    answer = context.service.assistant.answer(Ask("Hvad forventes af mig som leder?"))
    refusal = context.service.assistant.answer(Ask("Hvad koster en cykel?"))
    right, elsewhere, none = case("Krav og forventning"), case("Fundamentet"), case()
    assert is_expected(right, answer, places)
    assert not is_expected(elsewhere, answer, places)
    assert not is_expected(none, answer, places)
    assert is_expected(none, refusal, places)
    assert not is_expected(right, refusal, places)
    assert not is_expected(case("Borte"), answer, places)


def test_only_what_is_answered_otherwise_is_an_effect(context):
    places = Places(context.service)
    ask = context.service.assistant.answer
    one, other = ask(Ask("Hvad er social kapital?")), ask(Ask("Hvad er mod?"))
    assert judge_effect(case("Fundamentet"), one, one, places) == ""
    assert judge_effect(case("Borte"), one, other, places) == "other"
