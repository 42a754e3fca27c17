import asyncio
import threading

import pytest

from assistant.streaming import iterate_aside


def test_every_step_comes_through_in_order():
    async def _collect():
        return [step async for step in iterate_aside(number for number in range(4))]

    assert asyncio.run(_collect()) == [0, 1, 2, 3]


def test_an_error_in_a_step_is_raised():
    def _broken():
        yield 1
        raise ValueError("no")

    async def _collect():
        return [step async for step in iterate_aside(_broken())]

    with pytest.raises(ValueError, match="no"):
        asyncio.run(_collect())


def test_the_steps_are_closed_when_their_reader_is_cancelled():
    closed, goes_on = threading.Event(), threading.Event()

    def _slow():
        try:
            yield 1
            goes_on.wait(5)
            yield 2
        finally:
            closed.set()

    async def _leave():
        async def _read():
            async for _ in iterate_aside(_slow()):
                pass

        task = asyncio.create_task(_read())
        await asyncio.sleep(0.1)
        task.cancel()
        goes_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.2)

    asyncio.run(_leave())
    assert closed.is_set()
