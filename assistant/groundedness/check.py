"""Check a Danish sentence against the passages it should rest on."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from langchain_core.embeddings import Embeddings

from assistant.groundedness import texts
from assistant.groundedness.finding import Comparison, Finding
from assistant.groundedness.lexicon import Lexicon, load_lexicon
from assistant.groundedness.signal import compare
from assistant.groundedness.trees import TreeModel, load_trees
from assistant.groundedness.verdict import Evidence, Verdict

_CUT = 0.44
"""The probability from which a sentence is supported: where the dev sentences of the gold set are
best balanced between false and missed alarms."""
_VERBATIM = 0.99
_CONTAINED = 0.75
_OPPOSITES = 0.3
_NOTHING = 0.0
_MOST_NAMED = 3
_WORD = re.compile(r"[^\W_]")

LONGEST_SENTENCE = 2000
"""Characters; what is longer is no sentence, and its words are too many to align."""

CEILINGS = {
    "wrong_quotes": 0.05,
    "quantities": 0.1,
    "names": 0.2,
    "actors": 0.3,
    "is_elsewhere": 0.3,
    "drops_denial": 0.3,
    "is_unrelated": 0.4,
    "is_loosened": 0.4,
    "drops_condition": 0.4,
}
"""What a sentence scores at most where something of this kind was found (docs/evals.md)."""


class GroundednessCheck:
    """Says whether sentences are supported, and why not. Deterministic; no language model.

    Args:
        lexicon: What is known of words.
        model: What the signals were found to mean.
    """

    def __init__(self, lexicon: Lexicon, model: TreeModel) -> None:
        self._lexicon = lexicon
        self._model = model

    def __call__(self, sentence: str, evidence: Sequence[Evidence], question: str = "") -> Verdict:
        """Return whether `evidence` supports `sentence`.

        Args:
            sentence: In Danish.
            evidence: Passages, as Markdown.
            question: What the sentence answers, or ""; it lends an elliptical sentence its subject.
        """
        sentence, question = _clean(sentence), _clean(question)
        if len(sentence) > LONGEST_SENTENCE:
            return _refuse(texts.TOO_LONG)
        if not _WORD.search(sentence):
            return _refuse(texts.EMPTY)
        known = [Evidence(_clean(piece.text), _clean(piece.section)) for piece in evidence]
        if not any(_WORD.search(piece.text) for piece in known):
            return _refuse(texts.NO_EVIDENCE)
        comparison = compare(sentence, known, question, self._lexicon)
        finding = comparison.finding
        if not finding.nearest and not finding.is_verbatim:
            return _refuse(texts.NO_EVIDENCE)
        if finding.is_hollow and not finding.is_verbatim and not question:
            return _refuse(texts.HOLLOW)
        score = self._score(comparison)
        is_supported = score >= SUPPORTED
        explain = _tell_supported if is_supported else _tell_unsupported
        additions = (*finding.unsaid, *finding.new_phrases)
        return Verdict(is_supported, round(score, 4), explain(finding), additions)

    def _score(self, comparison: Comparison) -> float:
        finding = comparison.finding
        ceiling = min(
            (ceiling for name, ceiling in CEILINGS.items() if getattr(finding, name)), default=1.0
        )
        if len(finding.opposites) > 1:
            ceiling = min(ceiling, _OPPOSITES)
        if finding.is_verbatim and ceiling == 1.0:
            return _VERBATIM
        score = _stretch(self._model.probability(comparison.signals))
        floor = _CONTAINED if finding.is_contained else _NOTHING
        return min(ceiling, max(floor, score))


SUPPORTED = 0.5
"""Least score of a supported sentence."""


@lru_cache(maxsize=2)
def load_check(embedder: Embeddings) -> GroundednessCheck:
    """Return the check that the product ships with, its words compared by `embedder`."""
    return GroundednessCheck(load_lexicon(embedder), load_trees())


def _refuse(reason: str) -> Verdict:
    return Verdict(is_supported=False, score=_NOTHING, reason=reason)


def _clean(text: str) -> str:
    """Return `text` without the characters that nobody sees and those that are none."""
    seen = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Cs"))
    return unicodedata.normalize("NFC", seen)


def _stretch(probability: float) -> float:
    """Return the probability on a scale where `_CUT` is `SUPPORTED`; 0 and 1 keep their place."""
    if probability < _CUT:
        return SUPPORTED * probability / _CUT
    return SUPPORTED + (1 - SUPPORTED) * (probability - _CUT) / (1 - _CUT)


def _tell_supported(finding: Finding) -> str:
    if finding.is_verbatim:
        return texts.VERBATIM
    return texts.SUPPORTED.format(nearest=_shorten(finding.nearest))


def _tell_unsupported(finding: Finding) -> str:
    """Return the most telling thing that was found."""
    listed = (
        (texts.WRONG_QUOTE, finding.wrong_quotes),
        (texts.QUANTITY, finding.quantities),
        (texts.NAME, finding.names),
        (texts.ACTOR, finding.actors),
    )
    told = [phrase.format(found=_shorten(found[0])) for phrase, found in listed if found]
    if finding.is_elsewhere:
        told.append(texts.ELSEWHERE)
    for opposite in finding.opposites:
        told.append(texts.OPPOSITE.format(said=opposite.said, stands=opposite.stands))
    if finding.is_turned or finding.drops_denial:
        told.append(texts.TURNED.format(nearest=_shorten(finding.nearest)))
    return told[0] if told else _tell_unsaid(finding)


def _tell_unsaid(finding: Finding) -> str:
    told = [texts.PHRASES[name] for name in finding.new_phrases if name in texts.PHRASES]
    if "cause" in finding.new_phrases and finding.unsaid:
        return texts.CAUSE.format(found=_name(finding.unsaid))
    if finding.unsaid:
        return texts.UNSAID.format(found=_name(finding.unsaid))
    if told:
        return texts.PHRASE.format(found=told[0])
    return texts.OTHERWISE.format(nearest=_shorten(finding.nearest))


def _name(words: Sequence[str]) -> str:
    return _join([f"»{word}«" for word in dict.fromkeys(words)][:_MOST_NAMED])


def _join(named: list[str]) -> str:
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} eller {named[-1]}"


def _shorten(text: str) -> str:
    if len(text) <= texts.LONGEST_SHOWN:
        return text
    return f"{text[: texts.LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
