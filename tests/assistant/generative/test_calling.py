import pytest
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.generative.breaker import Breaker
from assistant.generative.calling import Caller
from assistant.generative.errors import ModelFailedError
from assistant.generative.parsing import SCHEMA
from assistant.generative.usage import Meter

ASKED = [HumanMessage("Hvad?")]


class Scripted(BaseChatModel):
    """Yields chunks, and raises what is no chunk."""

    chunks: list = []  # noqa: RUF012  pydantic copies it
    bound: list = []  # noqa: RUF012  the same

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, *_, **__):
        return ChatResult(generations=[ChatGeneration(message=AIMessage("hel"))])

    def _stream(self, *_, **kwargs):
        self.bound.append(kwargs)
        for chunk in self.chunks:
            if isinstance(chunk, Exception):
                raise chunk
            yield ChatGenerationChunk(message=chunk)

    def bind_tools(self, tools, **_):
        return self.bind(tools=tools)


def _caller(*chunks, **given):
    waits = []
    caller = Caller(
        Scripted(chunks=list(chunks), bound=[]),
        SCHEMA,
        **{"timeout": 5, "sleep": waits.append, **given},
    )
    return caller, waits


def _read(caller, meter=None):
    return list(caller.stream(ASKED, None, meter or Meter()))


def test_pieces_come_as_they_are_written():
    caller, _ = _caller(AIMessageChunk("et "), AIMessageChunk(""), AIMessageChunk("to"))
    assert _read(caller) == ["et ", "to"]


def test_what_is_written_into_a_tool_call_is_read_too():
    call = {"name": "Svar", "args": '{"svar', "id": "1", "index": 0, "type": "tool_call_chunk"}
    caller, _ = _caller(AIMessageChunk("", tool_call_chunks=[call]))
    assert _read(caller) == ['{"svar']


def test_a_provider_with_tools_is_asked_for_the_structured_form():
    caller, _ = _caller(AIMessageChunk("x"))
    _read(caller)
    assert caller._structured.bound.bound[0]["tools"]


def test_what_may_pass_is_tried_three_times_with_growing_waits():
    caller, waits = _caller(ConnectionError())
    meter = Meter()
    with pytest.raises(ModelFailedError) as caught:
        _read(caller, meter)
    assert caught.value.cause == "unreachable"
    assert len(waits) == 2
    assert meter.calls == 1


def test_an_error_after_the_first_piece_is_not_tried_again():
    caller, waits = _caller(AIMessageChunk("et"), ConnectionError())
    with pytest.raises(ModelFailedError):
        _read(caller)
    assert waits == []


def test_nothing_at_all_is_unreadable():
    caller, _ = _caller(AIMessageChunk(""))
    with pytest.raises(ModelFailedError) as caught:
        _read(caller)
    assert caught.value.cause == "unreadable"


def test_an_open_breaker_asks_nobody():
    breaker = Breaker(most=1)
    breaker.fail()
    caller, _ = _caller(AIMessageChunk("x"), breaker=breaker)
    with pytest.raises(ModelFailedError) as caught:
        _read(caller)
    assert caught.value.cause == "paused"


def test_the_original_error_is_not_kept_with_what_it_may_hold():
    caller, _ = _caller(ValueError("sk-hemmelig"))
    with pytest.raises(ModelFailedError) as caught:
        _read(caller)
    assert caught.value.__suppress_context__
    assert "sk-hemmelig" not in str(caught.value)


def test_a_reply_that_is_too_long_is_cut():
    caller, _ = _caller(*[AIMessageChunk("a" * 1000)] * 100)
    assert len("".join(_read(caller))) < 20_000
