"""HR's tab as HR uses it, on a server of its own: what is stored here nobody else may see."""

import csv
import re

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def own_server(start):
    with start(questions_per_minute="10000", keep_questions="true") as served:
        yield served


@pytest.fixture
def page(open_page, own_server):
    opened = open_page(address=own_server.address)
    opened.locator("#forslag button").first.wait_for()
    return opened


def open_tab(page, *names):
    for name in names:
        page.get_by_role("tab", name=name, exact=True).click()


def test_hr_runs_the_suite_follows_it_and_cancels_it(page):
    open_tab(page, "Kvalitet", "Prøven")
    page.locator("#koer-proeven").click()
    bar = page.locator("[role=progressbar]").first
    bar.wait_for(timeout=60_000)
    moved = '[role=progressbar][aria-valuenow]:not([aria-valuenow="0"])'
    page.locator(moved).first.wait_for(timeout=90_000)
    page.locator("#annuller-proeven").click()
    bar.wait_for(state="detached", timeout=20_000)
    assert page.locator("#koer-proeven").is_visible()


@pytest.mark.timeout(240)
def test_hr_runs_the_quick_part_and_reads_what_it_came_to(page):
    open_tab(page, "Kvalitet", "Prøven")
    page.locator("#proevedel label").nth(1).click()
    page.locator("#koer-proeven").click()
    page.locator("#maaling table").first.wait_for(timeout=180_000)
    shown = page.locator("#maaling").inner_text()
    assert re.search(r"\d+,\d %", shown)
    assert not re.search(r"\d\.\d %", shown)
    open_tab(page, "Dækning")
    page.locator("#kort", has_text="hele prøven").wait_for()


def test_hr_sees_why_a_question_was_answered_as_it_was(page):
    open_tab(page, "Kvalitet", "Spor")
    page.locator("#spor-spoergsmaal textarea").fill("Hvad er social kapital?")
    page.keyboard.press("Enter")
    page.locator("#spor-fane", has_text=re.compile("Sandsynligheden var .* %, og der")).wait_for()
    page.locator("#spor-fane details summary").last.click()
    table = page.locator("#spor-fane table")
    table.wait_for()
    assert table.locator("tbody tr").count() == 10
    assert re.search(r"\d,\d\d", table.inner_text())
    assert (
        "Sandsynlighed for, at svaret står i dokumentet" in page.locator("#spor-fane").inner_text()
    )


def test_an_answer_becomes_a_test_case_that_is_run(page, ask):
    answer = ask(page, "Hvad er beslutningskapital?")
    answer.locator("button.til-proeve").click()
    question = page.locator("#proeve-spoergsmaal textarea")
    question.wait_for()
    expect(question).to_have_value(re.compile("beslutningskapital"))
    page.locator("#gem-proeve").click()
    listed = page.locator("#kvalitet table", has_text="beslutningskapital").first
    listed.wait_for()
    page.locator("#koer-egne").click()
    page.locator("#kvalitet", has_text="Bestået").wait_for(timeout=90_000)


def test_feedback_reaches_hr_and_is_safe_in_a_spreadsheet(page, ask):
    answer = ask(page, "Hvad er mod?")
    answer.locator("button.nej").click()
    answer.locator("form textarea").fill(
        '=HYPERLINK("http://example.invalid") <b>ring 22 33 44 55</b>'
    )
    answer.locator("form [type=submit]").click()
    answer.locator(".vurdering-tak").wait_for()
    ask(page, "Hvad koster en cykel?")
    open_tab(page, "Kvalitet", "Tilbagemeldinger")
    shown = page.locator("#kvalitet table", has_text="HYPERLINK").first
    shown.wait_for()
    assert "22 33 44 55" not in shown.inner_text()
    assert shown.locator("b, a[href^=http]").count() == 0
    assert page.locator("#kvalitet table", has_text="cykel").count() > 0
    with page.expect_download() as waiting:
        page.locator("#kvalitet a[href*='tilbagemeldinger.csv']").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(text.splitlines(), delimiter=";") for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@"[:] and cell]


@pytest.mark.timeout(240)
def test_a_question_of_ones_own_counts_after_reindexing_and_can_be_undone(page, ask):
    asked = "Hvad er en glimmerfjeder?"

    def is_answered():
        page.locator("#ny-samtale").click()
        page.locator("#samtale .svar").wait_for(state="detached")
        answer = ask(page, asked)
        return "beslutningskapital" in answer.inner_text().lower()

    assert not is_answered()
    open_tab(page, "Kvalitet", "Egne spørgsmål og ord")
    page.locator("#ordlyd-sted input").fill("Beslutningskapital er")
    page.get_by_role("option", name=re.compile("Beslutningskapital er")).click()
    page.locator("#nyt-spoergsmaal textarea").fill(asked)
    page.locator("#tilfoej-spoergsmaal").click()
    page.locator("#ordlyd-spoergsmaal", has_text=asked).wait_for()
    rebuild(page)
    open_tab(page, "Spørg")
    assert is_answered()
    open_tab(page, "Kvalitet", "Egne spørgsmål og ord")
    page.locator("#fortryd").click()
    page.locator("#ordlyd-spoergsmaal", has_text=asked).wait_for(state="detached")
    rebuild(page)
    open_tab(page, "Spørg")
    assert not is_answered()


def rebuild(page):
    tab = page.locator("#ord-fane")
    page.locator("#ord-fane", has_text="som ikke gælder endnu").wait_for()
    page.locator("#byg-indeks").click()
    page.locator("#ord-fane", has_text="Alle ændringer gælder.").wait_for(timeout=60_000)
    assert re.search(r"bygget igen på \d+,\d sekunder", tab.inner_text())
