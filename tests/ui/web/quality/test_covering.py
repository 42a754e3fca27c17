import gradio as gr
import pytest

from ui.storage.noun import RunDraft
from ui.web.quality import texts
from ui.web.quality.covering import CoveringTab, render_coverage


@pytest.fixture
def run(make_item, make_run):
    """A run that asks for two of three places, in two sections, and finds one."""
    return make_run(
        [
            make_item(1, "coverage", scores={"asked": 1.0, "found": 1.0}),
            make_item(2, "coverage", scores={"asked": 1.0, "found": 0.0}),
            make_item(3, "coverage", scores={"asked": 0.0}, section="Afsnit <2>"),
        ]
    )


def test_each_place_leads_to_the_document_and_tells_its_state_in_words(run):
    shown = render_coverage(run)
    for number, state in ((1, "found"), (2, "lost"), (3, "unasked")):
        assert f'class="felt {state}" href="#passage-Q00{number}"' in shown
    assert "Sted 2 (spurgt til, men ikke fundet)" in shown


def test_sections_are_counted(run):
    shown = render_coverage(run)
    assert "<td>2 af 2</td> <td>1 af 2</td>" in shown
    assert "<td>0 af 1</td> <td>0 af 0</td>" in shown
    assert "<td>2 af 3</td> <td>1 af 2</td>" in shown
    assert "Afsnit &lt;2&gt;" in shown


def test_places_that_nobody_finds_or_asks_for_are_listed_with_their_words(run):
    shown = render_coverage(run)
    assert texts.LISTED["lost"].format(count=1) in shown
    assert texts.LISTED["unasked"].format(count=1) in shown
    assert "Hvad er 3?" in shown


def test_the_map_is_that_of_the_latest_run_that_has_one(
    context, hr_request, run, make_item, make_run
):
    tab = CoveringTab(context)
    assert texts.COVERAGE_NONE in tab.show(hr_request)
    for each in (run, make_run([make_item(1)])):
        context.store.add_run(RunDraft("suite", 1.0, each.overview, each.record))
    assert "felt lost" in tab.show(hr_request)


def test_who_is_not_hr_sees_no_map(context):
    with pytest.raises(gr.Error):
        CoveringTab(context).show(None)
