import shutil

import gradio as gr
import pytest

from assistant.editing import Editor
from assistant.journal import ChangeKind
from assistant.opening import Workplace
from ui.storage.noun import CaseDraft
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.runner import EvalRunner
from ui.web.quality.wording import WordingTab
from ui.web.service import Service

NEW = "Hvad er <b>fredagsslynglen</b>?"
SHOWN = "Hvad er &lt;b&gt;fredagsslynglen&lt;/b&gt;?"
SKIPPED = (gr.skip(),) * 8


@pytest.fixture
def place(workplace, tmp_path):
    """The bundled document with a data folder and an index of its own: the tests rebuild it."""
    folder = shutil.copytree(workplace.settings.index_dir, tmp_path / "indeks")
    own = {"data_dir": tmp_path / "egne", "index_dir": folder}
    settings = workplace.settings.model_copy(update=own)
    opened = Workplace(settings)
    _ = opened.assistant
    return opened


@pytest.fixture
def tab(context, place, tmp_path):
    own = PageContext(
        Service(place),
        context.store,
        context.shelf,
        place.settings,
        context.visitor_of,
        context.meter,
    )
    runner = EvalRunner(place.settings, context.store, tmp_path / "runs")
    yield WordingTab(own, runner)
    runner.close()


@pytest.fixture
def passage(place):
    return place.documents[0].answers[0]


def test_a_question_is_added_shown_encoded_and_undone(tab, passage, place, hr_request):
    told, questions, chosen, *_, changes, undo, field = tab.add(passage.id, NEW, hr_request)
    assert own_texts.CHANGE_KINDS["question_added"].split("»")[0] in told
    for shown in (told, questions, changes):
        assert SHOWN in shown
        assert "<b>" not in shown
    assert chosen["choices"][0] == (f"Jeres egne · {NEW}", NEW)
    assert chosen["choices"][1][0].startswith("Følger med dokumentet · ")
    assert own_texts.PENDING in changes
    assert (undo["interactive"], field) == (True, "")
    told, *_, changes, undo = tab.undo(passage.id, hr_request)
    assert "Tilføjelsen af »" in told
    assert "er fortrudt." in told
    assert own_texts.UP_TO_DATE in changes
    assert undo["interactive"] is False
    assert Editor(place).is_indexed


def test_a_question_is_changed_hidden_and_shown_again(tab, passage, place, hr_request):
    first = Editor(place).questions(passage.id)[0].text
    told = tab.change(passage.id, first, NEW, hr_request)[0]
    assert SHOWN in told
    kinds = [change.kind for change in Editor(place).changes]
    assert kinds == [ChangeKind.QUESTION_CHANGED]
    tab.remove(passage.id, first, hr_request)  # it is hidden already: it counts again
    assert Editor(place).changes[0].kind is ChangeKind.QUESTION_RESTORED
    tab.remove(passage.id, NEW, hr_request)
    assert Editor(place).is_indexed


def test_the_button_says_what_it_does_to_the_chosen_question(tab, passage, place, hr_request):
    first = Editor(place).questions(passage.id)[0].text
    tab.add(passage.id, NEW, hr_request)
    wording, change, remove = tab.begin(passage.id, NEW, hr_request)
    assert (wording, change["interactive"]) == (NEW, True)
    assert remove["value"] == own_texts.REMOVE_QUESTION["own"]
    assert tab.begin(passage.id, first, hr_request)[2]["value"] == "Skjul spørgsmålet"
    *_, shown_change, shown_remove = tab.remove(passage.id, first, hr_request)[:5]
    assert (shown_change["interactive"], shown_remove["interactive"]) == (False, False)
    wording, change, remove = tab.begin(passage.id, first, hr_request)
    assert (wording, change["interactive"], remove["value"]) == ("", False, "Vis spørgsmålet igen")
    assert tab.begin(passage.id, None, hr_request)[2]["interactive"] is False


def test_what_was_typed_for_a_place_is_judged(tab, passage, hr_request):
    typed = f"{passage.label}: {passage.plain[:40]}"
    assert tab.choose(typed, hr_request)[1] == tab.choose(passage.id, hr_request)[1]
    assert "»" in tab.add(typed, NEW, hr_request)[0]
    assert "Ferieloven" in tab.choose("Ferieloven", hr_request)[0]
    assert tab.add("Ferieloven", NEW, hr_request)[1:9] == SKIPPED


def test_words_are_added_and_removed(tab, place, hr_request):
    told, *_, said, meant = tab.add_word(None, "skipper", "leder", hr_request)
    assert "»skipper« betyder nu »leder«" in told
    assert (said, meant) == ("", "")
    opened = tab.open(None, hr_request)
    assert opened[6]["choices"] == [("skipper → leder", "skipper")]
    tab.remove_word(None, "skipper", hr_request)
    assert Editor(place).words == ()


def test_what_is_wrong_is_told_and_nothing_changes(tab, passage, hr_request):
    for refused in (
        tab.add(None, NEW, hr_request),
        tab.add(passage.id, " ", hr_request),
        tab.change(passage.id, None, NEW, hr_request),
        tab.remove(passage.id, None, hr_request),
        tab.add_word(None, "skipper", "kvindfolkeskib", hr_request),
        tab.remove_word(None, "skipper", hr_request),
        tab.undo(None, hr_request),
    ):
        assert "fejl" in refused[0]
        assert refused[1:9] == SKIPPED


def test_a_passage_shows_its_questions(tab, passage, place, hr_request):
    shown = tab.choose(passage.id, hr_request)[1]
    assert place.enrichment.questions[passage.id].answered[0] in shown
    assert tab.choose(None, hr_request)[1] == ""
    assert "fejl" in tab.choose("borte-12345678", hr_request)[0]


def test_the_index_is_built_again_with_time_and_effect(tab, context, passage, hr_request):
    context.store.add_case(CaseDraft(NEW, "", passage.label, passage.id))
    tab.add(passage.id, NEW, hr_request)
    *waiting, last = tab.rebuild(passage.id, hr_request)
    assert all(step[0]["interactive"] is False for step in waiting)
    assert "sekunder" in last[1]
    assert own_texts.EFFECTS["better"] in last[2]
    assert own_texts.UP_TO_DATE in last[-2]


def test_an_index_that_cannot_be_built_is_told(tab, place, hr_request):
    folder = place.settings.data_dir
    folder.mkdir(exist_ok=True)
    (folder / "thesaurus.jsonl").write_text("{", encoding="utf-8")
    *_, last = tab.rebuild(None, hr_request)
    assert own_texts.REBUILD_FAILED in last[1]
    assert "thesaurus.jsonl" in last[1]


def test_nobody_but_hr_changes_anything(tab, passage, place):
    for work in (
        lambda: tab.open(None, None),
        lambda: tab.choose(passage.id, None),
        lambda: tab.add(passage.id, NEW, None),
        lambda: tab.begin(passage.id, NEW, None),
        lambda: tab.change(passage.id, NEW, NEW, None),
        lambda: tab.remove(passage.id, NEW, None),
        lambda: tab.add_word(None, "skipper", "leder", None),
        lambda: tab.remove_word(None, "skipper", None),
        lambda: tab.undo(None, None),
        lambda: next(tab.rebuild(None, None)),
    ):
        with pytest.raises(gr.Error):
            work()
    assert Editor(place).changes == ()
