"""Count what asking a model costs."""

import time
from dataclasses import dataclass, field

from langchain_core.messages import AIMessage, BaseMessage

_MILLION = 1_000_000


@dataclass(frozen=True)
class Price:
    """Kroner per million tokens.

    Attributes:
        reading: Of what the model reads.
        writing: Of what it writes.
    """

    reading: float = 0.0
    writing: float = 0.0


@dataclass
class Meter:
    """What one answer has cost so far.

    Attributes:
        calls: How often the model was asked.
        input_tokens: Read by the model, as its provider counts them.
        output_tokens: Written by it.
    """

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    _started: float = field(default_factory=time.perf_counter)

    @property
    def seconds(self) -> float:
        """Since the meter was started."""
        return time.perf_counter() - self._started

    def add(self, message: BaseMessage) -> None:
        """Count the tokens that a chunk tells of."""
        usage = message.usage_metadata if isinstance(message, AIMessage) else None
        if usage is not None:
            self.input_tokens += usage["input_tokens"]
            self.output_tokens += usage["output_tokens"]
        elif told := message.response_metadata.get("token_usage"):
            # where OpenAI's own helper streams structured output, LangChain puts it only here
            self.input_tokens += int(told.get("prompt_tokens") or 0)
            self.output_tokens += int(told.get("completion_tokens") or 0)

    def cost(self, price: Price) -> float | None:
        """Return kroner; None where no price is set.

        >>> Meter(input_tokens=500_000, output_tokens=100_000).cost(Price(2.0, 10.0))
        2.0
        """
        if not price.reading and not price.writing:
            return None
        paid = self.input_tokens * price.reading + self.output_tokens * price.writing
        return round(paid / _MILLION, 6)
