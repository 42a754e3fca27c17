"""How a question ended, before it is proven."""

from dataclasses import dataclass

from assistant.answer import Status, Trace
from assistant.draft import Rendered
from assistant.question import Question


@dataclass(frozen=True)
class Outcome:
    """How a question ended, before it is proven.

    Attributes:
        status: How it ended.
        rendered: What is said.
        answerability: Probability that the documents answer, in [0, 1].
        trace: Why it ended so.
        standalone: The question that was answered, if another than the one that was decided on.
        question: What passages were chosen for, understood; None where nothing was chosen.
        is_whole_list: Whether what is said is a list that must stay whole.
    """

    status: Status
    rendered: Rendered
    answerability: float
    trace: Trace
    standalone: str = ""
    question: Question | None = None
    is_whole_list: bool = False
