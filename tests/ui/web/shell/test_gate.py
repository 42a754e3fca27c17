import asyncio
import contextlib
import threading

import pytest
from starlette.responses import PlainTextResponse

from ui.web.shell import texts
from ui.web.shell.gate import Gate, Inside


class Story:
    """What happened, in order."""

    def __init__(self):
        self.told = []
        self.may_open = threading.Event()

    def make(self):
        assert self.may_open.wait(10)
        self.told.append("made")

        @contextlib.asynccontextmanager
        async def live():
            self.told.append("begun")
            yield
            self.told.append("ended")

        return Inside(
            app=PlainTextResponse("inde"),
            lifespan=live,
            is_ready=lambda: True,
            tidy=lambda: self.told.append("tidied"),
            stop_streams=lambda: self.told.append("stopped"),
            close=lambda: self.told.append("closed"),
        )


@pytest.fixture
def story():
    return Story()


async def call(gate, path="/"):
    sent = []
    scope = {"type": "http", "method": "GET", "path": path, "headers": []}

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    await gate(scope, receive, send)
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"].decode()


@contextlib.asynccontextmanager
async def living(gate):
    """Run the gate's lifespan round what a test does."""
    messages, sent = asyncio.Queue(), asyncio.Queue()
    task = asyncio.create_task(gate({"type": "lifespan"}, messages.get, sent.put))
    await messages.put({"type": "lifespan.startup"})
    assert (await sent.get())["type"] == "lifespan.startup.complete"
    yield
    await messages.put({"type": "lifespan.shutdown"})
    assert (await sent.get())["type"] == "lifespan.shutdown.complete"
    await task


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


def test_visitors_wait_until_the_page_is_made(story):
    async def run():
        gate = Gate(story.make, on_open=lambda: story.told.append("open"))
        async with living(gate):
            status, headers, body = await call(gate)
            assert (status, headers[b"retry-after"]) == (503, b"2")
            assert texts.GETTING_READY in body
            assert not gate.is_ready()
            story.may_open.set()
            await until(lambda: "tidied" in story.told)
            assert await call(gate) == (200, *(await call(gate))[1:])
            assert gate.is_ready()
            gate.stop_streams()

    asyncio.run(run())
    assert story.told == ["made", "begun", "open", "tidied", "stopped", "ended", "closed"]


def test_a_page_that_cannot_be_made_is_told_of():
    def fail():
        raise ValueError("intet dokument")

    told = []

    async def run():
        gate = Gate(fail)
        gate.on_failure = lambda: told.append("failed")
        async with living(gate):
            await until(lambda: told)
            assert (await call(gate))[0] == 503
        return gate.failure

    failure = asyncio.run(run())
    assert str(failure) == "intet dokument"


def test_a_server_that_is_not_ready_yet_stops_without_waiting(story):
    async def run():
        gate = Gate(story.make)
        async with asyncio.timeout(5), living(gate):
            gate.stop_streams()

    asyncio.run(run())
    assert story.told == []
    story.may_open.set()


def test_tidying_that_fails_does_no_harm(story, caplog):
    story.may_open.set()

    async def run():
        def make():
            inside = story.make()
            broken = {**vars(inside), "tidy": lambda: 1 / 0}
            return Inside(**broken)

        gate = Gate(make)
        async with living(gate):
            await until(lambda: "tidying failed" in caplog.text)
            assert (await call(gate))[0] == 200

    asyncio.run(run())
    assert story.told[-1] == "closed"
