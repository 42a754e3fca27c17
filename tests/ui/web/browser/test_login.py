import pytest
from axe_playwright_python.sync_playwright import Axe

from ui.accounts import make_account, write_accounts

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.fixture(scope="module")
def locked(start, tmp_path_factory):
    """A server that asks for a login."""
    path = tmp_path_factory.mktemp("login") / "brugere.txt"
    users = {"anna": True, "bo": False}
    write_accounts(path, [make_account(name, PASSWORD, is_hr=hr) for name, hr in users.items()])
    with start(auth=str(path)) as served:
        yield served


def log_in(page, name, password=PASSWORD):
    page.get_by_label("Brugernavn").fill(name)
    page.get_by_label("Adgangskode").fill(password)
    page.keyboard.press("Enter")


def violations(page):
    return [each["id"] for each in Axe().run(page, options=RULES).response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_for_logging_in_and_out_can_be_used_by_all(
    open_page, locked, watched, scheme, width
):
    page = open_page(address=locked.address, color_scheme=scheme, width=width)
    assert page.url.endswith("/log-ind")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    log_in(page, "ukendt", "et forkert kodeord")
    page.get_by_role("alert").wait_for()
    assert violations(page) == []
    assert page.get_by_label("Brugernavn").input_value() == "ukendt"
    assert not [error for error in watched.errors if "401" not in error]


def test_only_hr_sees_the_tab_for_quality_and_logging_out_ends_it(open_page, locked):
    for name, sees in (("anna", True), ("bo", False)):
        page = open_page(address=locked.address)
        log_in(page, name)
        page.locator("#spoergsmaal textarea").wait_for()
        page.locator("#forslag button").first.wait_for()
        assert page.get_by_role("tab", name="Kvalitet", exact=True).is_visible() is sees
        page.goto(f"{locked.address}/log-ud")
        assert violations(page) == []
        page.get_by_role("button", name="Log ud").click()
        page.wait_for_url("**/log-ind")


def test_logging_in_works_without_scripts(open_page, locked):
    page = open_page(address=locked.address, java_script_enabled=False)
    log_in(page, "anna")
    page.wait_for_url(f"{locked.address}/")
