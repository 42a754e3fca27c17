"""Ask a model and read its reply piece by piece, within bounds, whatever the model does."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.runnables import Runnable, RunnableConfig, RunnableSequence
from tenacity import (
    Retrying,
    retry_if_exception,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential_jitter,
)

from assistant.generative.breaker import Breaker
from assistant.generative.errors import TRANSIENT, ModelFailedError, find_cause
from assistant.generative.usage import Meter

_ATTEMPTS = 3
_FIRST_WAIT, _LONGEST_WAIT = 0.3, 5.0
_MOST_CHARACTERS = 12_000
_log = logging.getLogger(__name__)

Chunks = Iterator[BaseMessage]


class Caller:
    """Calls one model. Safe to share between threads.

    Args:
        model: Any LangChain chat model.
        schema: The structured form that is asked for, where the provider has such.
        timeout: Seconds that one call may take in all.
        breaker: Keeps it from being called while it is down.
        sleep: Waits between attempts.
    """

    def __init__(
        self,
        model: BaseChatModel,
        schema: dict[str, Any],
        *,
        timeout: float,
        breaker: Breaker | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._plain: Runnable[Any, BaseMessage] = model
        self._structured = _bind_schema(model, schema)
        self._timeout = timeout
        self._breaker = breaker or Breaker()
        self._sleep = sleep

    def stream(
        self, messages: Sequence[BaseMessage], config: RunnableConfig | None, meter: Meter
    ) -> Iterator[str]:
        """Yield the reply piece by piece; closing the iterator ends the call.

        A reply that is too long or takes too long ends; what has come in by then stands.

        Raises:
            ModelFailedError: If nothing comes in, or the reply breaks off with an error.
        """
        if not self._breaker.lets_through():
            raise ModelFailedError("paused")
        meter.calls += 1
        try:
            yield from self._read(list(messages), config, meter)
        except Exception as error:  # noqa: BLE001  each provider's client has its own
            cause = find_cause(error)
            if cause != "rejected":
                self._breaker.fail()
            _log.warning("the model failed: %s (%s)", cause, type(error).__name__)
            raise ModelFailedError(cause) from None  # the provider's own words may hold the key
        self._breaker.succeed()

    def _read(
        self, messages: list[BaseMessage], config: RunnableConfig | None, meter: Meter
    ) -> Iterator[str]:
        deadline = time.monotonic() + self._timeout
        first, chunks = self._open(messages, config)
        with closing(cast("Any", chunks)):  # a generator: LangChain's type does not say so
            read = 0
            while first is not None:
                meter.add(first)
                piece = _text_of(first)
                read += len(piece)
                if piece:
                    yield piece
                if read > _MOST_CHARACTERS or time.monotonic() > deadline:
                    _log.warning("the reply was cut off after %d characters", read)
                    return
                first = next(chunks, None)
        if not read:
            raise ModelFailedError("unreadable")

    def _open(
        self, messages: list[BaseMessage], config: RunnableConfig | None
    ) -> tuple[BaseMessage | None, Chunks]:
        """Return the first chunk with the rest; what fails before it may be tried again."""
        attempts = Retrying(
            stop=stop_after_attempt(_ATTEMPTS) | stop_before_delay(self._timeout),
            wait=wait_exponential_jitter(multiplier=_FIRST_WAIT, max=_LONGEST_WAIT),
            retry=retry_if_exception(lambda error: find_cause(error) in TRANSIENT),
            sleep=self._sleep,
            reraise=True,
        )
        return attempts(self._start, messages, config)

    def _start(
        self, messages: list[BaseMessage], config: RunnableConfig | None
    ) -> tuple[BaseMessage | None, Chunks]:
        structured = self._structured
        if structured is not None:
            try:
                return _begin(structured, messages, config)
            except Exception as error:
                if find_cause(error) != "rejected":
                    raise
                _log.info("the model takes no structured output; asking without")
                self._structured = None
        return _begin(self._plain, messages, config)


def _begin(
    model: Runnable[Any, BaseMessage], messages: list[BaseMessage], config: RunnableConfig | None
) -> tuple[BaseMessage | None, Chunks]:
    chunks = model.stream(messages, config)
    return next(chunks, None), chunks


def _bind_schema(model: BaseChatModel, schema: dict[str, Any]) -> Runnable[Any, BaseMessage] | None:
    """Return the model bound to the structured form, or None if its provider has none.

    The parser that LangChain puts after it is left out: it would hold back the sentences until
    all of them are there.
    """
    try:
        structured: object = model.with_structured_output(schema)
    except (NotImplementedError, ValueError, TypeError):
        return None
    if not isinstance(structured, RunnableSequence):
        return None
    return cast("Runnable[Any, BaseMessage]", structured.first)


def _text_of(message: BaseMessage) -> str:
    """Return the text of a chunk, or what it adds to a tool call."""
    if isinstance(message, AIMessageChunk) and message.tool_call_chunks:
        return "".join(chunk["args"] or "" for chunk in message.tool_call_chunks)
    return str(message.text)
