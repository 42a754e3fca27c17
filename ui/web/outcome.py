"""What a visitor is told of how a question ended, before reading the answer."""

from dataclasses import dataclass

from assistant.answer import Answer, Status
from assistant.conversation.history import DISTRESS
from ui.web import texts


@dataclass(frozen=True)
class Outcome:
    """How a question ended.

    Attributes:
        name: "Ordret fra dokumentet" and the like; "" for small talk and for comfort.
        note: What that means, or "".
    """

    name: str
    note: str


def name_outcome(answer: Answer) -> Outcome:
    """Return how the question ended; what a language model worded is no quote and says so.

    Whoever is in distress reads what to do, and no label first.
    """
    if answer.trace.kind == DISTRESS:
        return Outcome("", "")
    if answer.status is Status.ANSWERED and answer.engine not in texts.OWN_ENGINES:
        return Outcome(texts.WORDED, texts.WORDED_NOTE.format(model=answer.engine))
    return Outcome(texts.OUTCOMES[answer.status], texts.OUTCOME_NOTES[answer.status])
