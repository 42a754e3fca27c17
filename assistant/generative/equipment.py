"""Put together what it takes to let a model word answers, held to the proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

from assistant.generative import enriching, rewriting
from assistant.generative.breaker import Breaker
from assistant.generative.calling import Caller
from assistant.generative.enriching import Enricher
from assistant.generative.parsing import SCHEMA
from assistant.generative.proof import Entailment, Prover
from assistant.generative.rewriting import Rewriter
from assistant.generative.usage import Price
from assistant.generative.writer import Writer
from assistant.groundedness.check import load_check
from assistant.library import Library
from assistant.settings import Settings


@dataclass(frozen=True)
class Equipment:
    """What an assistant with a language model has besides.

    Attributes:
        writer: Words answers.
        rewriter: Makes follow-ups stand alone.
        asking: Calls the model for questions to suggest.
    """

    writer: Writer
    rewriter: Rewriter
    asking: Caller

    def make_enricher(self, known: Iterable[str]) -> Enricher:
        """Return what suggests questions other than those `known`."""
        return Enricher(
            self.writer.library,
            asking=self.asking,
            answering=self.writer.caller,
            prover=self.writer.prover,
            known=known,
        )


def equip(
    model: BaseChatModel,
    name: str,
    *,
    library: Library,
    embedder: Embeddings,
    settings: Settings,
    entailment: Entailment | None = None,
) -> Equipment:
    """Return what it takes to let `model` word answers.

    Args:
        model: Any LangChain chat model.
        name: What to call it for a reader.
        library: Documents and index.
        embedder: Compares words for the groundedness check.
        settings: How long to wait, how strict to be, what tokens cost.
        entailment: A second opinion on each sentence, or None.
    """
    breaker = Breaker()

    def make_caller(schema: dict[str, Any]) -> Caller:
        return Caller(model, schema, timeout=settings.model_timeout, breaker=breaker)

    prover = Prover(
        library, load_check(embedder), least=settings.model_support, entailment=entailment
    )
    price = Price(settings.model_input_price, settings.model_output_price)
    return Equipment(
        Writer(name, library, make_caller(SCHEMA), prover, price),
        Rewriter(make_caller(rewriting.SCHEMA)),
        make_caller(enriching.SCHEMA),
    )
