import gradio as gr
import pytest

from assistant.pipeline import Ask
from ui.storage.noun import CaseDraft
from ui.web import texts as page_texts
from ui.web.quality import own_texts
from ui.web.quality.cases import CasesTab
from ui.web.quality.places import NOT_IN_DOCUMENT, Places, find_called
from ui.web.quality.runner import EvalRunner


@pytest.fixture
def tab(context, tmp_path):
    runner = EvalRunner(context.settings, context.store, tmp_path / "runs")
    yield CasesTab(context, runner)
    runner.close()


@pytest.fixture
def key(context):
    return find_called("Krav og forventning", Places(context.service).all).key


def test_a_case_is_saved_changed_and_removed(tab, context, hr_request, key):
    told, shown, chosen, run_all, *rest = tab.save(None, "Hvad?", "leder", key, "", hr_request)
    assert "Prøve 1 er gemt" in told
    assert "Hvad?" in shown
    assert chosen["choices"] == [("1: Hvad?", 1)]
    assert run_all["interactive"] is True
    assert [each["interactive"] for each in rest[:3]] == [False] * 3
    assert rest[3] is None
    tab.save(1, "Hvad så?", "", NOT_IN_DOCUMENT, "note", hr_request)
    (case,) = context.store.list_cases()
    assert (case.id, case.question, case.role, case.section) == (1, "Hvad så?", "", "")
    told, _, _, run_all, *_, removed, put_back = tab.remove(1, (), hr_request)
    assert "fjernet" in told
    assert context.store.list_cases() == ()
    assert (run_all["interactive"], put_back["visible"]) == (False, True)
    told, *_, removed, put_back = tab.put_back(removed, hr_request)
    assert own_texts.CASE_BACK.format(id=1) in told
    assert context.store.list_cases() == (case,)
    assert (removed, put_back["visible"]) == ((), False)
    assert own_texts.CASE_BACK_UNKNOWN in tab.put_back((), hr_request)[0]


def test_what_works_on_one_case_waits_for_one(tab, hr_request):
    for chosen in (1, None):
        enabled = [each["interactive"] for each in tab.choose(chosen, hr_request)]
        assert enabled == [chosen is not None] * 3


@pytest.mark.parametrize(
    ("question", "place"),
    [("", NOT_IN_DOCUMENT), ("Hvad?", None), ("Hvad?", "Ferieloven"), ("Hvad?", "mod")],
)
def test_what_is_no_case_is_refused_and_the_fields_stay(tab, hr_request, question, place):
    told, *rest = tab.save(None, question, "", place, "", hr_request)
    assert "fejl" in told
    assert all(value == gr.skip() for value in rest)


def test_a_case_that_was_removed_meanwhile_is_told(tab, context, hr_request):
    told = tab.save(99, "Hvad?", "", NOT_IN_DOCUMENT, "", hr_request)[0]
    assert "fejl" in told
    assert context.store.list_cases() == ()
    assert own_texts.CASE_UNCHOSEN in tab.edit(99, hr_request)[0]
    assert own_texts.CASE_UNCHOSEN in tab.remove(None, (), hr_request)[0]


def test_a_case_can_be_edited(tab, context, hr_request):
    case = context.store.add_case(CaseDraft("Hvad?", "hr", "Krav og forventning", "", "note"))
    told, number, heading, question, role, place, note = tab.edit(case.id, hr_request)
    assert (told, number, question, role, note) == ("", case.id, "Hvad?", "hr", "note")
    assert str(case.id) in heading
    assert place["value"]
    assert tab.clear(hr_request)[1] is None


def test_an_answer_becomes_a_case(tab, context, hr_request, key):
    asked = "Hvad forventes af mig som leder?"
    shelved = context.shelf.put(context.service.assistant.answer(Ask(asked)), None)
    told, number, _, question, _, place, _ = tab.from_answer(f" {shelved.token} ", hr_request)
    assert own_texts.CASE_FILLED in told
    assert (number, question, place["value"]) == (None, asked, key)
    assert own_texts.ANSWER_FORGOTTEN in tab.from_answer("borte", hr_request)[0]


def test_rows_are_pasted_all_or_none(tab, context, hr_request):
    refused = tab.paste("Hvad?;;\nHvad?;Ferie;\n\nHvad?;Mood;chef", hr_request)
    for sentence in ("Række 2", "Række 4", "»Ledelsesværdi: Mod«", "»chef«"):
        assert sentence in refused[0]
    assert context.store.list_cases() == ()
    told, shown, *_, left = tab.paste("Hvad?;;\nHvem?;Krav og forventning;leder", hr_request)
    assert own_texts.PASTED.format(count=2) in told
    assert "Hvem?" in shown
    assert left == ""
    many = tab.paste("Hvad?;Ferie;\n" * 30, hr_request)[0]
    assert "Række 20" in many
    assert "Række 21" not in many
    assert own_texts.PASTED_MORE.format(count=10) in many
    assert own_texts.PASTED_ONE in tab.paste("Hvor?;;", hr_request)[0]


def test_nobody_but_hr_sees_or_changes_cases(tab, context):
    for work in (
        lambda: tab.open(None),
        lambda: tab.save(None, "Hvad?", "", NOT_IN_DOCUMENT, "", None),
        lambda: tab.edit(1, None),
        lambda: tab.remove(1, (), None),
        lambda: tab.put_back((), None),
        lambda: tab.choose(1, None),
        lambda: tab.clear(None),
        lambda: tab.paste("Hvad?;;", None),
        lambda: tab.from_answer("token", None),
    ):
        with pytest.raises(gr.Error):
            work()
    assert context.store.list_cases() == ()


def test_the_script_knows_the_tab_by_its_name():
    assert page_texts.SCRIPT["cases_tab"] == own_texts.TAB_CASES
