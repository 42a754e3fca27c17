"""What is shown of an answer so far."""

from dataclasses import dataclass

from assistant.outcome import Outcome


@dataclass(frozen=True)
class Step:
    """What is shown of an answer so far.

    Attributes:
        outcome: With what is shown.
        is_worded: Whether a model's words are in it.
    """

    outcome: Outcome
    is_worded: bool
