"""Let a model make a follow-up stand alone, where our own reading of it finds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import RunnableConfig

from assistant.conversation.history import Conversation
from assistant.conversation.move import Contextualised
from assistant.conversation.subject import subject_of
from assistant.draft import flatten
from assistant.generative.calling import Caller
from assistant.generative.errors import ModelFailedError
from assistant.generative.order import gives_orders
from assistant.generative.parsing import read_objects
from assistant.generative.prompt import quote_data, read_prompt
from assistant.generative.proof import tidy
from assistant.generative.usage import Meter
from assistant.lexicon import FRAME_WORDS
from index.language import fold, words

SCHEMA = {
    "title": "Spoergsmaal",
    "description": "Et spørgsmål, der kan forstås alene.",
    "type": "object",
    "properties": {"spoergsmaal": {"type": "string"}},
    "required": ["spoergsmaal"],
    "additionalProperties": False,
}

_LONGEST = 200
_STEM = 4
_TURNS = 3
_SMALL_WORDS = frozenset(
    """hvad hvem hvor hvordan hvorfor hvilke hvilken hvilket hvornaar siger staar der om i paa for
    af til med og eller er det den de en et som at ledelsesgrundlaget dokumentet""".split()  # noqa: SIM905  the quoted words would hide the list
)


@dataclass(frozen=True)
class Rewriter:
    """Makes follow-ups stand alone.

    Attributes:
        caller: Calls the model.
    """

    caller: Caller

    def rewrite(
        self, text: str, conversation: Conversation, config: RunnableConfig | None
    ) -> Contextualised | None:
        """Return `text` as a question that stands alone, or None where it stays unclear.

        The model may only put together what has been said: a word of its own makes the whole
        question void.
        """
        if not conversation.answers or gives_orders(text):
            return None
        told = [line for answer in reversed(conversation.answers[:_TURNS]) for line in (
            answer.standalone_question, *(flatten(c.quote) for c in answer.citations[:_TURNS])
        )]  # fmt: skip
        question = self._ask(text, told, config)
        if not _is_made_of(question, [text, *told]):
            return None
        return Contextualised(question, subject=subject_of(question))

    def _ask(self, text: str, told: Sequence[str], config: RunnableConfig | None) -> str:
        asked = read_prompt("conversation").format(
            turns=" / ".join(map(quote_data, told)), question=quote_data(text)
        )
        messages: list[BaseMessage] = [SystemMessage(read_prompt("rewrite")), HumanMessage(asked)]
        try:
            reply = "".join(self.caller.stream(messages, config, Meter()))
        except ModelFailedError:
            return ""
        found = [value.get("spoergsmaal") for value in read_objects(reply)]
        question = next((tidy(each) for each in found if isinstance(each, str)), "")
        return question if len(question) <= _LONGEST and question.endswith("?") else ""


def _is_made_of(question: str, told: Sequence[str]) -> bool:
    """Say whether each telling word of a question stands, in some form, in what was said."""
    known = {fold(word) for text in told for word in words(text)}
    asked = [fold(word) for word in words(question)]
    telling = [word for word in asked if word not in FRAME_WORDS | _SMALL_WORDS]
    return bool(telling) and all(_is_known(word, known) for word in telling)


def _is_known(word: str, known: set[str]) -> bool:
    stem = word[: max(_STEM, len(word) * 2 // 3)]
    return word in known or any(other.startswith(stem) for other in known if len(word) > _STEM)
