"""Prove the sentences of a model: nothing is shown on its word alone."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from assistant.answer import Citation
from assistant.generative import texts
from assistant.generative.order import gives_orders, is_foreign
from assistant.generative.source import make_source
from assistant.groundedness.verdict import Evidence, Verdict
from assistant.library import Library
from corpus.document import Passage

Check = Callable[[str, Sequence[Evidence]], Verdict]
"""Sentence and evidence in; verdict out."""

LONGEST = 400
"""Characters of a sentence that is shown; what is longer hides its claims from the check."""

_ENTAILED = 0.5
_MAY_BE_ADDED = frozenset({"duty"})
_REMEMBERED = 1024
_SHORTEST = 3
_NOT_PLAIN = re.compile(r"[<>\[\]{}|\\`]|://|\bwww\.|@|!\(")
_MARKUP = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|`+|^\s*(?:[-•>#]+|\d{1,2}[.)])\s+")
_YES_OR_NO = re.compile(r"(?:ja|jo|nej)\s*[,.:;!–-]\s*(?=\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = (".", "!", "?", ":", "…", "«", '"', ")")


class Entailment(Protocol):
    """A second opinion: a model of whether one text follows from another."""

    def entails(self, premise: str, hypothesis: str) -> float:
        """Return the probability that `hypothesis` follows from `premise`, in [0, 1]."""
        ...


@dataclass(frozen=True)
class Proof:
    """Whether a sentence may be shown.

    Attributes:
        is_proven: Whether it may.
        reason: Why not, in Danish; "" if it may.
        passage: What proves it, or None.
    """

    is_proven: bool
    reason: str = ""
    passage: Passage | None = None


class Prover:
    """Proves sentences against passages, and remembers what it found.

    Args:
        library: Where the passages stand.
        check: The groundedness check.
        least: The score that a sentence must have.
        entailment: A model that must agree, or None.
    """

    def __init__(
        self,
        library: Library,
        check: Check,
        *,
        least: float,
        entailment: Entailment | None = None,
    ) -> None:
        self._library = library
        self._check = check
        self._least = least
        self._entailment = entailment
        self._judge = lru_cache(maxsize=_REMEMBERED)(self._judge_once)

    def prove(self, sentence: str, passages: Sequence[Passage]) -> Proof:
        """Return whether one of `passages`, alone, says what `sentence` says.

        A sentence that is only true of several together is where the check errs
        (docs/groundedness.md), so it is not proven.
        """
        if not passages:
            return Proof(is_proven=False, reason=texts.NO_NUMBER)
        fault = find_fault(sentence)
        if fault:
            return Proof(is_proven=False, reason=fault)
        proofs = [self._judge(sentence, passage.id) for passage in passages]
        return next((proof for proof in proofs if proof.is_proven), proofs[0])

    def is_proven(self, sentence: str, citations: Sequence[Citation]) -> bool:
        """Say whether a line of an answer is proven by each of the passages that it cites."""
        passages = [self._library.passage(citation.passage_id) for citation in citations]
        return bool(passages) and all(self.prove(sentence, [p]).is_proven for p in passages)

    def _judge_once(self, sentence: str, identity: str) -> Proof:
        source = make_source(self._library.passage(identity), self._library)
        if gives_orders(source.passage.text):
            return Proof(is_proven=False, reason=texts.GIVES_ORDERS)
        verdict = self._check(sentence, [source.evidence])
        reason = "" if verdict.is_supported else verdict.reason
        if not reason and verdict.score < self._least:
            reason = texts.NOT_SURE
        if not reason and _adds(verdict):
            reason = texts.ADDS
        if not reason and not self._is_entailed(source.text, sentence):
            reason = texts.NOT_ENTAILED
        return Proof(not reason, reason, source.passage if not reason else None)

    def _is_entailed(self, premise: str, sentence: str) -> bool:
        return self._entailment is None or self._entailment.entails(premise, sentence) >= _ENTAILED


def _adds(verdict: Verdict) -> bool:
    """Say whether a sentence says anything that its passage has no word for.

    "Skal" may be added: a list of what leaders do says it in its lead-in.
    """
    return bool(set(verdict.additions) - _MAY_BE_ADDED)


def tidy(text: str) -> str:
    """Return a model's sentence on one line, without markup, with its full stop.

    A "ja" or "nej" before it goes, too: it is said of the question, and no passage knows that.

    >>> tidy("- **Lederen** skal lytte")
    'Lederen skal lytte.'
    """
    seen = "".join(
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
        for char in unicodedata.normalize("NFC", text)
        if unicodedata.category(char) not in ("Cf", "Cs", "Co")
    )
    bare = " ".join(_MARKUP.sub("", seen).split())
    answer = _YES_OR_NO.match(bare)
    if answer is not None:
        bare = bare[answer.end()].upper() + bare[answer.end() + 1 :]
    return bare if not bare or bare.endswith(_ENDS) else f"{bare.rstrip(',;')}."


def find_fault(sentence: str) -> str:
    """Return the Danish reason why a sentence is none that an answer can hold, or ""."""
    if len(sentence) > LONGEST:
        return texts.TOO_LONG
    if _NOT_PLAIN.search(sentence) or sentence != tidy(sentence):
        return texts.NOT_PLAIN
    if sentence.endswith(("?", ":")) or len(_WORD.findall(sentence)) < _SHORTEST:
        return texts.NOT_A_STATEMENT
    if is_foreign(sentence):
        return texts.NOT_DANISH
    return texts.GIVES_ORDERS if gives_orders(sentence) else ""
