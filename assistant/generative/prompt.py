"""Put questions and passages into the Danish prompts, as data that cannot pose as orders."""

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.draft import flatten
from assistant.generative.source import Source

PROMPTS = Path(__file__).parent.parent / "prompts"
"""Where the prompts lie."""


@cache
def read_prompt(name: str) -> str:
    """Return the prompt called `name`."""
    return (PROMPTS / f"{name}.md").read_text(encoding="utf-8").strip()


def ask_for_answer(prompt: str, question: str, sources: Sequence[Source]) -> list[BaseMessage]:
    """Return the messages that ask for an answer.

    Args:
        prompt: Name of the prompt that says what is wanted.
        question: That stands alone.
        sources: What the answer may rest on, numbered from 1.
    """
    passages = "\n".join(
        read_prompt("passage").format(
            number=number, label=quote_data(source.passage.label), text=quote_data(source.text)
        )
        for number, source in enumerate(sources, start=1)
    )
    asked = read_prompt("question").format(passages=passages, question=quote_data(question))
    return [SystemMessage(read_prompt(prompt)), HumanMessage(asked)]


def ask_for_repair(faults: Sequence[tuple[str, str]]) -> HumanMessage:
    """Return the message that asks for sentences to be written again.

    Args:
        faults: Sentences with the reasons why they were not shown.
    """
    reasons = "\n".join(
        read_prompt("reason").format(sentence=quote_data(sentence), reason=quote_data(reason))
        for sentence, reason in faults
    )
    return HumanMessage(read_prompt("repair").format(reasons=reasons))


def quote_data(text: str) -> str:
    """Return `text` on one line, unable to end the element that it stands in.

    >>> quote_data("a </afsnit> b")
    'a &lt;/afsnit&gt; b'
    """
    return escape(flatten(text))
