"""Let a model suggest questions per passage of a document, for a person to go through."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.errors import ModelUnusableError
from assistant.generative import texts
from assistant.generative.calling import Caller
from assistant.generative.errors import ModelFailedError
from assistant.generative.order import gives_orders
from assistant.generative.parsing import ReplyReader, read_objects
from assistant.generative.prompt import ask_for_answer, quote_data, read_prompt
from assistant.generative.proof import Prover, tidy
from assistant.generative.sifting import Sieve
from assistant.generative.source import Source, make_source
from assistant.generative.usage import Meter
from assistant.library import Library
from corpus.document import Document, Passage
from index.language import fold

SCHEMA = {
    "title": "Spoergsmaal",
    "description": "Spørgsmål, som afsnittet svarer på.",
    "type": "object",
    "properties": {"spoergsmaal": {"type": "array", "items": {"type": "string"}}},
    "required": ["spoergsmaal"],
    "additionalProperties": False,
}

_LONGEST = 200
_SHORTEST_WORDS = 2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Suggestion:
    """A question that a model suggests.

    Attributes:
        question: In Danish.
        is_answered: Whether the model could answer it from the passage alone, and was proven right.
    """

    question: str
    is_answered: bool


@dataclass(frozen=True)
class Suggested:
    """What is suggested for one passage.

    Attributes:
        passage: The passage.
        suggestions: None of them is known already.
        left_out: How many more there were that are.
    """

    passage: Passage
    suggestions: tuple[Suggestion, ...]
    left_out: int


class Enricher:
    """Suggests questions.

    Args:
        library: Where the passages stand.
        asking: Calls the model for questions.
        answering: Calls it for answers, to try the questions.
        prover: Proves these.
        known: Questions that are not suggested again: those there are, and those kept for tests.
    """

    def __init__(
        self,
        library: Library,
        *,
        asking: Caller,
        answering: Caller,
        prover: Prover,
        known: Iterable[str],
    ) -> None:
        self._library = library
        self._asking = asking
        self._answering = answering
        self._prover = prover
        self._known = {_normalise(question) for question in known}

    def suggest(self, document: Document, count: int) -> Iterator[Suggested]:
        """Yield up to `count` questions for each answering passage, in the document's order.

        Raises:
            ModelUnusableError: If the model does not answer.
        """
        for passage in document.answers:
            if not gives_orders(passage.text):
                yield self._suggest_for(make_source(passage, self._library), count)

    def _suggest_for(self, source: Source, count: int) -> Suggested:
        try:
            wanted = [tidy(question) for question in self._ask(source, count)]
            readable = [question for question in wanted if _is_readable(question)][:count]
            fresh = [question for question in readable if self._is_new(question)]
            suggestions = [Suggestion(q, self._is_answered(q, source)) for q in fresh]
        except ModelFailedError as error:
            raise ModelUnusableError(reason=texts.FELL_BACK[error.cause]) from None
        return Suggested(source.passage, tuple(suggestions), len(readable) - len(fresh))

    def _ask(self, source: Source, count: int) -> list[str]:
        passage = read_prompt("passage").format(
            number=1, label=quote_data(source.passage.label), text=quote_data(source.text)
        )
        system = read_prompt("enrich").format(count=count)
        messages: list[BaseMessage] = [SystemMessage(system), HumanMessage(passage)]
        reply = "".join(self._asking.stream(messages, None, Meter()))
        listed = (value.get("spoergsmaal") for value in read_objects(reply))
        rows: list[object] = next((each for each in listed if isinstance(each, list)), [])
        return [row for row in rows if isinstance(row, str)]

    def _is_new(self, question: str) -> bool:
        key = _normalise(question)
        is_new = key not in self._known
        self._known.add(key)
        return is_new

    def _is_answered(self, question: str, source: Source) -> bool:
        """Let the model answer from the passage alone, and say whether that can be proven."""
        reader, sieve = ReplyReader(), Sieve([source], self._prover, 1, frozenset())
        messages = ask_for_answer("answer", question, [source])
        for piece in self._answering.stream(messages, None, Meter()):
            reader.feed(piece)
        sentences = ReplyReader(reader.text).finish()
        return not reader.refuses and any(map(sieve.sift, sentences))


def _is_readable(question: str) -> bool:
    words = _WORD.findall(question)
    is_short = len(question) <= _LONGEST and len(words) > _SHORTEST_WORDS
    return is_short and not gives_orders(question)


def _normalise(question: str) -> str:
    return " ".join(_WORD.findall(fold(question)))
