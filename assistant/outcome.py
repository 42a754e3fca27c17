"""How a question ended, before it is proven."""

from dataclasses import dataclass

from assistant.answer import Status, Trace
from assistant.draft import Rendered


@dataclass(frozen=True)
class Outcome:
    """How a question ended, before it is proven.

    Attributes:
        status: How it ended.
        rendered: What is said.
        answerability: Probability that the documents answer, in [0, 1].
        trace: Why it ended so.
        standalone: The question that was answered, if another than the one that was decided on.
    """

    status: Status
    rendered: Rendered
    answerability: float
    trace: Trace
    standalone: str = ""
