"""A real server, started as a newcomer would, and a real browser in front of it."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[4]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_ADDRESS = re.compile(r"http://[\w.:-]+(?:/\S*)?")


@dataclass
class Served:
    """A running server.

    Attributes:
        address: Where it listens, without a slash at the end.
        process: The process.
        lines: What it wrote.
    """

    address: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)


@contextmanager
def serving(
    index_dir: Path, data_dir: Path, /, *arguments: str, **settings: str
) -> Iterator[Served]:
    """Run `ledelsesassistent ui` on a free port until the block ends."""
    named = {f"LEDELSESASSISTENT_{name.upper()}": value for name, value in settings.items()}
    environment = {
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "LEDELSESASSISTENT_INDEX_DIR": str(index_dir),
        "LEDELSESASSISTENT_DATA_DIR": str(data_dir),
        **named,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "ui", "--port", "0", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    served = Served("", process)
    reader = threading.Thread(target=served.lines.extend, args=(process.stdout,), daemon=True)
    try:
        reader.start()
        served.address = _wait_until_ready(served)
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)


def _wait_until_ready(served: Served) -> str:
    """Return the address that the server printed, once it says that it is ready."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and served.process.poll() is None:
        found = _ADDRESS.search("".join(served.lines))
        if found:
            address = found[0].rstrip("/")
            if _is_ready(address):
                return address
        time.sleep(0.1)
    pytest.fail("the server did not start: " + "".join(served.lines))


def _is_ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/readyz", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture(scope="session")
def start(workplace, tmp_path_factory) -> Callable[..., object]:
    """Starts a server on the index that all tests share, with a data folder of its own."""

    def begin(*arguments: str, **settings: str):
        data_dir = tmp_path_factory.mktemp("data")
        return serving(workplace.settings.index_dir, data_dir, *arguments, **settings)

    return begin


@pytest.fixture(scope="session")
def server(start) -> Iterator[Served]:
    """One server for every test that changes nothing others would see."""
    with start(questions_per_minute="10000") as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for one module: its event loop must not outlive it."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("CI must install chromium (see .ci/run)")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield launched
        launched.close()


@dataclass
class Watched:
    """What a page did that a user would not see.

    Attributes:
        hosts: Every host that was asked for something.
        errors: What the scripts complained of, and what the security policy stopped.
    """

    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


Open = Callable[..., Page]


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def open_page(browser, server, watched) -> Iterator[Open]:
    """Opens the page in a browser context of its own, and watches what it asks for."""
    contexts: list[BrowserContext] = []

    def begin(path: str = "/", *, address: str = "", width: int = 1280, **options) -> Page:
        settings = {"viewport": {"width": width, "height": 900}, "locale": "da-DK", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("request", lambda request: watched.hosts.add(request.url.split("/")[2]))
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("console", lambda message: _note(watched, message))
        page.goto((address or server.address) + path)
        return page

    yield begin
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page) -> Page:
    """The page, ready to be asked."""
    opened = open_page()
    wait_until_usable(opened)
    return opened


def wait_until_usable(page: Page) -> None:
    """Wait until there is something to ask with, and something suggested."""
    page.locator("#spoergsmaal textarea").wait_for()
    page.locator("#forslag button").first.wait_for()


def ask(page: Page, question: str):
    """Ask, wait for the whole answer, and return its element."""
    answers = page.locator("#samtale .svar")
    before = answers.count()
    page.locator("#spoergsmaal textarea").fill(question)
    page.keyboard.press("Enter")
    answer = answers.nth(before)
    answer.locator(".handlinger").wait_for()
    return answer


@pytest.fixture(name="ask")
def _ask() -> Callable[..., object]:
    return ask


def _note(watched: Watched, message) -> None:
    if message.type == "error" or "Content Security Policy" in message.text:
        watched.errors.append(message.text)
