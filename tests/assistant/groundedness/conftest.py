"""What the groundedness check's tests share: words, readings and verdicts on the bundled model."""

from collections.abc import Callable

import pytest
from langchain_core.embeddings import Embeddings

from assistant.groundedness.check import GroundednessCheck, load_check
from assistant.groundedness.finding import Comparison
from assistant.groundedness.lexicon import Lexicon, load_lexicon
from assistant.groundedness.reading import Reading, Unit, read_evidence, read_unit
from assistant.groundedness.signal import compare
from assistant.groundedness.verdict import Evidence, Verdict


@pytest.fixture(scope="session")
def lexicon(embedder: Embeddings) -> Lexicon:
    """The words that the product ships with."""
    return load_lexicon(embedder)


@pytest.fixture(scope="session")
def check(embedder: Embeddings) -> GroundednessCheck:
    """The check that the product ships with."""
    return load_check(embedder)


@pytest.fixture(scope="session")
def judge(check: GroundednessCheck) -> Callable[..., Verdict]:
    """Judge a sentence by the texts that follow it."""

    def _judge(sentence: str, *texts: str, question: str = "") -> Verdict:
        return check(sentence, [Evidence(text) for text in texts], question)

    return _judge


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Callable[..., Reading]:
    """Read Markdown texts as evidence."""
    return lambda *texts: read_evidence([Evidence(text) for text in texts], lexicon)


@pytest.fixture(scope="session")
def unit(lexicon: Lexicon) -> Callable[..., Unit]:
    """Read a sentence."""
    return lambda text: read_unit(text, lexicon)


@pytest.fixture(scope="session")
def contrast_with(lexicon: Lexicon) -> Callable[..., Comparison]:
    """Compare a sentence with the texts that follow it."""

    def _compare(sentence: str, *texts: str, question: str = "") -> Comparison:
        return compare(sentence, [Evidence(text) for text in texts], question, lexicon)

    return _compare
