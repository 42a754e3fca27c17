"""The nouns of the groundedness check: evidence in, verdict out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """A passage that a sentence is said to rest on.

    Attributes:
        text: Markdown; its own headings and lead-in may stand at the top.
        section: What its section is called, or "" if the text alone tells.
    """

    text: str
    section: str = ""


@dataclass(frozen=True)
class Verdict:
    """Whether a sentence is supported.

    Attributes:
        is_supported: Whether the evidence says what the sentence says.
        score: How surely, in [0, 1]; at least 0.5 if it is supported.
        reason: One Danish sentence.
        additions: Words, and kinds of expression by name, that the evidence does not have; a
            sentence may be supported with some of them.
    """

    is_supported: bool
    score: float
    reason: str
    additions: tuple[str, ...] = ()
