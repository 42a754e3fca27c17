import pytest

HOSTILE = (
    "<img src=x onerror=window.owned=1>",
    "<script>window.owned=1</script> Hvad er mod?",
    "[Klik](javascript:window.owned=1) og ![x](http://example.invalid/x.png)",
    '"><svg onload=window.owned=1>',
    "</div><form action=http://example.invalid><button>Log ind</button></form>",
    "`<b>Hvad er mod?</b>` **fed** &lt;i&gt; <!-- -->",
    "# Overskrift\n\n- punkt\n\n<a href='http://example.invalid'>her</a>",
)


@pytest.mark.parametrize("question", HOSTILE)
def test_what_a_visitor_writes_is_shown_as_text(page, watched, question):
    page.locator("#spoergsmaal textarea").fill(question)
    page.keyboard.press("Enter")
    page.locator("#samtale .svar .handlinger, #samtale .besked").first.wait_for()
    asked = page.locator("#samtale [data-testid=user]").first
    assert " ".join(asked.inner_text().split()) == " ".join(question.split())
    for selector in ("img", "script", "form", "a", "b", "svg", "h1", "li"):
        assert asked.locator(selector).count() == 0
    answer = page.locator("#samtale [data-testid=bot]").first
    assert answer.locator("img, script, form, svg, a[href^='http'], a[href^='java']").count() == 0
    assert page.evaluate("window.owned") is None
    assert not [error for error in watched.errors if "example.invalid" in error]


def test_nothing_is_fetched_from_elsewhere(page, ask, watched, server):
    answer = ask(page, "Hvad forventes af mig som leder?")
    answer.locator("a.henvisning").first.click()
    page.locator("#laeser .er-citeret").wait_for()
    page.keyboard.press("Escape")
    for tab in ("Udforsk", "Kvalitet"):
        page.get_by_role("tab", name=tab, exact=True).click()
        page.wait_for_timeout(500)
    assert watched.hosts == {server.address.split("/")[2]}


def test_the_security_policy_stops_nothing_of_the_page_itself(page, ask, watched):
    ask(page, "Hvad er mod?").locator("a.henvisning").first.click()
    page.locator("#laeser .er-citeret").wait_for()
    page.get_by_role("tab", name="Udforsk", exact=True).click()
    page.wait_for_timeout(500)
    assert watched.errors == []


def test_a_hostile_document_can_do_nothing(start, open_page, watched, tmp_path):
    (tmp_path / "farlig.md").write_text(
        "# Ledelse <script>window.owned=1</script>\n\n"
        "Lederen skal <img src=x onerror=window.owned=1> lytte til alle medarbejdere.\n\n"
        "- Lederen skal [klikke](javascript:window.owned=1) hver mandag.\n"
        "- Lederen skal vise ![billede](http://example.invalid/x.png) til møder.\n",
        encoding="utf-8",
    )
    with start("--documents", str(tmp_path), index_dir=str(tmp_path / "index")) as served:
        page = open_page(address=served.address)
        page.locator("#spoergsmaal textarea").fill("Hvad skal lederen?")
        page.keyboard.press("Enter")
        page.locator("#samtale .svar .handlinger").wait_for()
        page.get_by_role("tab", name="Udforsk", exact=True).click()
        page.locator("#laeser [id^=passage-]").first.wait_for()
        for place in ("#samtale", "#laeser [id^=passage-]"):
            found = page.locator(f"{place} :is(script, img, form, a[href^=java], a[href^=http])")
            assert found.count() == 0
        assert page.evaluate("window.owned") is None
        assert watched.hosts == {served.address.split("/")[2]}
