"""The nouns of an answer: status, citation, trace."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from corpus.document import Document, Passage


class Status(StrEnum):
    """How a question ended (design.md, step 3)."""

    ANSWERED = "answered"
    NEAREST = "nearest"
    REFUSED = "refused"
    META = "meta"


@dataclass(frozen=True)
class Citation:
    """Where a quote stands.

    Attributes:
        n: Its number in the answer, from 1.
        document: Name of the document.
        version: ``sha256:`` and the hash of the document's canonical text.
        section: The headings above the quote, as the document writes them.
        label: What a person would call the place.
        passage_id: Stable id of the passage.
        quote: Exactly ``document.text[start:end]``.
        start: First code point in the canonical text.
        end: One past the last.
    """

    n: int
    document: str
    version: str
    section: tuple[str, ...]
    label: str
    passage_id: str
    quote: str
    start: int
    end: int


def cite(n: int, passage: Passage, document: Document) -> Citation:
    """Return citation number `n`, of the whole `passage`."""
    return Citation(
        n=n,
        document=document.name,
        version=document.version,
        section=passage.section,
        label=passage.label,
        passage_id=passage.id,
        quote=passage.text,
        start=passage.start,
        end=passage.end,
    )


@dataclass(frozen=True)
class TracedHit:
    """One retrieved passage, for HR to see."""

    passage_id: str
    label: str
    score: float
    channels: dict[str, float]


@dataclass(frozen=True)
class ModelTrace:
    """What a language model did for an answer, and what became of it.

    Attributes:
        name: The model's.
        outcome: One Danish sentence.
        calls: How often it was asked.
        input_tokens: Read by it, as its provider counts them.
        output_tokens: Written by it.
        cost: In kroner, or None where no price is set.
        seconds: Spent on it.
        written: How many sentences it wrote.
        shown: How many of them are shown.
        removed: Why the others are not, in Danish.
    """

    name: str
    outcome: str
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0
    written: int = 0
    shown: int = 0
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """Why a question was answered as it was.

    Attributes:
        kind: What kind of question it was taken for.
        reason: One Danish sentence.
        threshold: The probability that answering took.
        signals: What the probability was made of.
        hits: The passages retrieved, best first.
        explanation: Danish sentences on what spoke for and against answering.
        model: What a language model did, or None where none was asked.
    """

    kind: str = ""
    reason: str = ""
    threshold: float = 0.0
    signals: dict[str, float] = field(default_factory=dict[str, float])
    hits: tuple[TracedHit, ...] = ()
    explanation: tuple[str, ...] = ()
    model: ModelTrace | None = None


@dataclass(frozen=True)
class Answer:
    """What the user gets.

    Attributes:
        question: As it was asked.
        standalone_question: With what the conversation adds.
        status: How it ended.
        text: Markdown with [1] markers.
        citations: In the order of their numbers.
        answerability: Calibrated probability that the document answers, in [0, 1].
        engine: What composed the text.
        seconds: From question to answer.
        trace: Why it ended so.
        points: How many of the citations are its points: all but a list's lead-in.
        subject: What the question was about, as a phrase that a follow-up can be asked of, or "".
    """

    question: str
    standalone_question: str
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    answerability: float = 0.0
    engine: str = "extractive"
    seconds: float = 0.0
    trace: Trace = field(default_factory=Trace)
    points: int = 0
    subject: str = ""

    def to_json(self, *, with_trace: bool = False) -> dict[str, Any]:
        """Return the object of the command line's contract (design.md), without ``id``."""
        result: dict[str, Any] = {
            "question": self.question,
            "standalone_question": self.standalone_question,
            "status": self.status.value,
            "answer": self.text,
            "citations": [asdict(citation) for citation in self.citations],
            "answerability": round(self.answerability, 4),
            "engine": self.engine,
            "seconds": round(self.seconds, 6),
        }
        if with_trace:
            result["trace"] = asdict(self.trace)
        return result
