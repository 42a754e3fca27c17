"""Web Content Accessibility Guidelines 2.1, levels A and AA, checked by axe in every state."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
LOOKS = [(width, scheme) for width in (320, 768, 1440) for scheme in ("light", "dark")]


def violations(page):
    """Return what axe finds, short enough to read."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


def is_too_wide(page):
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


@pytest.fixture(params=LOOKS, ids=[f"{width}-{scheme}" for width, scheme in LOOKS])
def looked_at(request, open_page):
    """The page at one width, light or dark."""
    width, scheme = request.param
    page = open_page(width=width, color_scheme=scheme)
    page.locator("#forslag button").first.wait_for()
    return page


def check(page):
    assert violations(page) == []
    assert not is_too_wide(page)


def test_asking_is_accessible_in_every_outcome(looked_at, ask):
    check(looked_at)
    ask(looked_at, "Hvad forventes af mig som leder?")
    answer = ask(looked_at, "Hvad koster en cykel?")
    looked_at.locator("#forslag-overskrift", has_text="Spørg videre").wait_for()
    check(looked_at)
    answer.locator("button.nej").click()
    answer.locator("form").wait_for()
    check(looked_at)
    ask(looked_at, "Hvad er mod?").locator("a.henvisning").first.click()
    looked_at.locator("#laeser .er-citeret").wait_for()
    check(looked_at)


def test_exploring_is_accessible(looked_at):
    looked_at.get_by_role("tab", name="Udforsk", exact=True).click()
    looked_at.locator("#laeser [id^=passage-]").first.wait_for()
    check(looked_at)
    looked_at.locator("#soegefelt :is(input, textarea)").fill("tillid")
    looked_at.keyboard.press("Enter")
    looked_at.locator("#fundet a").first.wait_for()
    looked_at.locator("#fremhaev-rolle input[value=leder]").check()
    looked_at.locator("#fremhaevet summary").first.click()
    looked_at.locator("#fremhaevet a").first.wait_for()
    looked_at.locator("#ord button").first.click()
    looked_at.locator("#forklaring .svar").wait_for()
    check(looked_at)


def open_tab(page, name):
    """Open a tab, from the menu where there is no room for it."""
    tab = page.get_by_role("tab", name=name, exact=True)
    if tab.count():
        tab.click()
        return
    page.locator("#kvalitetsfaner .overflow-menu > button").click()
    page.locator("#kvalitetsfaner .overflow-dropdown button", has_text=name).click()


def test_what_is_hrs_is_accessible(looked_at):
    open_tab(looked_at, "Kvalitet")
    for name, part in (
        ("Prøven", "#koer-proeven"),
        ("Dækning", "#kort"),
        ("Egne prøver", "#gem-proeve"),
        ("Egne spørgsmål og ord", "#byg-indeks"),
        ("Tilbagemeldinger", "#hent-tilbagemeldinger"),
        ("Spor", "#vis-spor"),
    ):
        open_tab(looked_at, name)
        looked_at.locator(part).wait_for()
        check(looked_at)
    looked_at.locator("#spor-spoergsmaal textarea").fill("Hvad er mod?")
    looked_at.locator("#vis-spor").click()
    looked_at.locator("#spor-fane details summary").last.click()
    looked_at.locator("#spor-fane table").wait_for()
    check(looked_at)


def test_a_notice_is_accessible(looked_at):
    looked_at.route("**/gradio_api/queue/join*", lambda route: route.fulfill(status=429, json={}))
    looked_at.locator("#spoergsmaal textarea").fill("Hvad er mod?")
    looked_at.keyboard.press("Enter")
    notice = looked_at.locator(".toast-header").first
    notice.wait_for()
    expect(notice).to_contain_text("Det kunne ikke lade sig gøre")
    looked_at.wait_for_timeout(800)  # it fades in, and a half-seen text has no contrast
    check(looked_at)


@pytest.mark.parametrize("path", ["/om", "/tilgaengelighed", "/dokument/ledelsesgrundlag-2016"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_pages_that_stand_alone_are_accessible(open_page, path, width, scheme):
    page = open_page(path, width=width, color_scheme=scheme)
    page.locator("h1").wait_for()
    assert page.locator("html").get_attribute("lang") == "da"
    check(page)


def test_a_question_is_asked_and_its_proof_read_by_keyboard_alone(page):
    page.evaluate("document.querySelector('#spoergsmaal textarea').focus()")
    page.keyboard.type("Hvad er mod?")
    page.keyboard.press("Enter")
    page.locator("#samtale .svar .handlinger").wait_for()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('henvisning')"):
            break
    page.keyboard.press("Enter")
    page.locator("#laeser .er-citeret").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('henvisning')")


def test_the_role_is_chosen_with_arrow_keys(page):
    page.locator("#rolle input[value='']").focus()
    for role in ("leder", "medarbejder"):
        before = page.locator("#forslag").inner_text()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.value") == role
        expect(page.locator(f"#rolle input[value={role}]")).to_be_checked()
        expect(page.locator("#forslag")).not_to_have_text(before)


def test_every_tab_stop_shows_where_it_is(page):
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return true;
              const look = getComputedStyle(e);
              const label = e.closest('label');
              const around = label && getComputedStyle(label);
              const has = l => l && (
                l.outlineStyle !== 'none' && l.outlineWidth !== '0px' || l.boxShadow !== 'none'
              );
              return has(look) || has(around) || e.outerHTML.slice(0, 200);
            }"""
        )
        assert shown is True


def test_a_whole_answer_is_said_once(page, ask):
    answer = ask(page, "Hvad er mod?")
    page.locator("#oplaesning", has_text="Ordret fra dokumentet").wait_for(state="attached")
    assert "Mod handler" in page.locator("#oplaesning").inner_text()
    assert page.locator("#samtale [role=log]").get_attribute("aria-live") == "off"
    assert answer.is_visible()


def test_the_page_is_danish(page):
    assert page.locator("html").get_attribute("lang") == "da"
    for word in ("Submit", "Clear", "Loading", "Chatbot", "Built with"):
        assert word not in page.locator("body").inner_text()
    names = page.evaluate(
        "[...document.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'))"
    )
    english = {"chatbot conversation", "Clear", "user", "bot", "Scroll to bottom", "Copy"}
    assert not english & set(names)
