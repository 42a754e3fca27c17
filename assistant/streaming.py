"""Iterate beside the event loop, so that whoever waits for a step holds up nobody else."""

import asyncio
from collections.abc import AsyncIterator, Generator
from typing import TypeVar, cast

_T = TypeVar("_T")


async def iterate_aside(steps: Generator[_T]) -> AsyncIterator[_T]:
    """Yield what `steps` yields, each step made in a thread.

    Where the caller is cancelled in the middle of a step, `steps` is closed when that step ends.
    """
    end = object()
    while True:
        pending = asyncio.ensure_future(asyncio.to_thread(next, steps, end))
        try:
            step = await asyncio.shield(pending)
        except asyncio.CancelledError:
            pending.add_done_callback(lambda done: _close(steps, done))
            raise
        if step is end:
            return
        try:
            yield cast("_T", step)
        except GeneratorExit:
            steps.close()
            raise


def _close(steps: Generator[_T], done: "asyncio.Future[object]") -> None:
    if not done.cancelled():
        done.exception()  # nobody is left to tell
    steps.close()
