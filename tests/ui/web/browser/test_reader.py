import re

import pytest

DOCUMENT = "ledelsesgrundlag-2016"


@pytest.fixture
def explored(page):
    """The tab to explore, with the document beside it."""
    page.get_by_role("tab", name="Udforsk").click()
    page.locator("#laeser .dokument").wait_for()
    return page


def search(page, words):
    page.locator("#soegefelt textarea, #soegefelt input").first.fill(words)
    page.keyboard.press("Enter")
    page.locator("#fundet .fundne").wait_for()


def has_focus(locator):
    return locator.evaluate("e => e === document.activeElement")


def test_a_found_place_opens_in_the_document_and_leads_back_to_the_list(explored):
    search(explored, "mod")
    link = explored.locator("#fundet .fundne a").first
    link.click()
    explored.locator("#laeser .er-citeret").wait_for()
    assert explored.locator("#laeser mark.citat").all_text_contents() == ["Ledelsesværdi: Mod"]
    explored.get_by_role("button", name="Tilbage til listen").click()
    assert has_focus(link)
    assert explored.locator("#laeser").is_visible()


def test_what_concerns_a_role_is_painted_in_the_document(explored):
    role = explored.locator("#fremhaev-rolle")
    role.get_by_label("Leder", exact=True).check()
    explored.locator("#laeser .er-fremhaevet").first.wait_for()
    links = explored.locator("#fremhaevet a").count()
    assert explored.locator("#laeser .er-fremhaevet").count() == links
    role.get_by_label("Ingen", exact=True).check()
    explored.locator("#laeser .er-fremhaevet").first.wait_for(state="detached")


def test_a_search_leads_to_the_conversation_with_a_question_written(explored):
    search(explored, "tillid")
    explored.get_by_role("link", name="Stil et spørgsmål om »tillid«").click()
    field = explored.locator("#spoergsmaal textarea")
    field.wait_for()
    assert field.input_value() == "Hvad står der om tillid?"


def test_words_are_found_in_the_document_one_after_the_other(explored):
    field = explored.locator("#find-ord")
    told = explored.locator(".find-antal")
    field.fill("ledere")
    told.filter(has_text="1 af").wait_for()
    count = int(told.inner_text().split()[-1])
    assert told.inner_text() == f"1 af {count}"
    field.press("Enter")
    assert told.inner_text() == f"2 af {count}"
    explored.get_by_role("button", name="Forrige sted").click()
    assert told.inner_text() == f"1 af {count}"
    field.fill("xyzzy")
    told.filter(has_text="Ingen").wait_for()
    assert told.inner_text() == "Ingen steder"
    field.press("Escape")
    assert (field.input_value(), told.inner_text()) == ("", "")


def test_the_link_of_a_section_is_copied_and_opens_it_elsewhere(explored, open_page):
    explored.get_by_role("link", name="Kopiér link til afsnittet »Vilkåret«").click()
    explored.locator(".sagt").get_by_text("Linket er kopieret").wait_for()
    copied = explored.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/?dokument={DOCUMENT}#afsnit-vilkaaret")
    other = open_page(re.sub(r"^https?://[^/]+", "", copied))
    other.locator("#afsnit-vilkaaret:focus").wait_for()


def test_on_a_small_screen_the_document_covers_the_page_until_one_goes_back(open_page, ask):
    page = open_page(width=320)
    link = ask(page, "Hvad er mod?").locator("a.henvisning").first
    for go_back in (lambda: page.locator("#luk-laeser").click(), page.go_back):
        link.click()
        page.locator("#laeser .er-citeret").wait_for()
        box = page.locator("#laeser-indhold").bounding_box()
        assert (box["x"], box["width"]) == (0, 320)
        assert page.get_by_role("dialog", name="Dokumentet").is_visible()
        assert page.locator("#samtale").evaluate("e => !!e.closest('[inert]')")
        go_back()
        page.locator("#laeser").wait_for(state="hidden")
        assert has_focus(link)
        assert not page.locator("[inert]").count()


def test_a_document_on_a_page_of_its_own_needs_no_other_page(open_page):
    page = open_page(f"/dokument/{DOCUMENT}#afsnit-vilkaaret")
    page.locator("#find-ord").fill("kommune")
    page.locator(".find-antal").filter(has_text="1 af").wait_for()
    page.emulate_media(media="print")
    assert page.locator("form.find").is_hidden()
    assert page.locator("h1").is_visible()
