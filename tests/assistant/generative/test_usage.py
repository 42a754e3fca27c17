from langchain_core.messages import AIMessageChunk

from assistant.generative.usage import Meter, Price


def test_tokens_are_counted_wherever_they_are_told():
    meter = Meter()
    usage = {"input_tokens": 10, "output_tokens": 2, "total_tokens": 12}
    meter.add(AIMessageChunk("", usage_metadata=usage))
    told = {"token_usage": {"prompt_tokens": 5, "completion_tokens": 1}}
    meter.add(AIMessageChunk("", response_metadata=told))
    meter.add(AIMessageChunk("x"))
    assert (meter.input_tokens, meter.output_tokens) == (15, 3)


def test_without_a_price_there_is_no_cost():
    assert Meter(input_tokens=10).cost(Price()) is None
