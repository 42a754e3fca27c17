"""The signals of a sentence and its evidence, and what was found that a person can be told."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.groundedness.alignment import Aligner
from assistant.groundedness.containment import (
    drops_condition,
    drops_denial,
    find_shifted_modal,
    is_gathered,
)
from assistant.groundedness.contrast import (
    count_negations,
    count_turned_clauses,
    find_actors,
    find_new_actors,
    find_new_names,
    find_opposites,
    find_quotes,
    find_wrong_quotes,
    is_verbatim,
    names_other_section,
)
from assistant.groundedness.coverage import measure_coverage, measure_reverse
from assistant.groundedness.finding import Comparison, Finding
from assistant.groundedness.foreign import find_foreign
from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.order import measure_order
from assistant.groundedness.quantity import find_quantities
from assistant.groundedness.reading import read_evidence, read_unit
from assistant.groundedness.verdict import Evidence
from index.language import fold

PHRASES = (
    "duty", "advice", "possibility", "choice", "universal", "cause", "condition", "purpose",
    "implicit_negator", "exclusive", "majority", "few", "often", "seldom", "hedge",
)  # fmt: skip
"""Classes of expressions; the sentence and the evidence are compared in each."""


_UNRELATED_WORDS = 0.4
_UNRELATED_COSINE = 0.2
"""Below both nothing ties the sentence to the evidence, and the model has seen nothing like it."""
_SAID = 0.8
"""How well the content words must be said, on average, where the names among them are in order."""


def compare(
    sentence: str, evidence: Sequence[Evidence], question: str, lexicon: Lexicon
) -> Comparison:
    """Return the comparison of `sentence` with `evidence`.

    Args:
        sentence: In Danish.
        evidence: What it should rest on.
        question: What it answers, or "".
        lexicon: What is known of words.
    """
    return _Comparer(sentence, evidence, question, lexicon).compare()


class _Comparer:
    def __init__(
        self, sentence: str, evidence: Sequence[Evidence], question: str, lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._reading = read_evidence(evidence, lexicon)
        self._sentence = read_unit(sentence, lexicon)
        self._question = read_unit(question, lexicon)
        self._alignment = Aligner(self._reading, lexicon).align(
            self._sentence, self._question.lemmas
        )
        units = self._reading.units
        self._nearest = units[self._alignment.nearest] if units else None
        self._folded = fold(sentence)
        self._turned, self._judged = count_turned_clauses(self._sentence, self._reading, lexicon)

    def compare(self) -> Comparison:
        found = self._find()
        signals = {
            **measure_coverage(self._alignment, self._sentence, self._lexicon),
            **measure_order(self._sentence, self._reading, self._lexicon),
            **self._likeness(),
            **self._negation(),
            **self._phrases(),
            **self._actors(),
            **self._faults(found),
            "reverse": measure_reverse(self._nearest, self._sentence, self._lexicon),
            "units": float(len(self._reading.units)),
        }
        is_said = signals["best_mean"] >= _SAID and signals["names_in_order"] == 1.0
        is_whole = signals["in_order"] == 1.0 or is_said
        is_gathered_ = is_gathered(self._sentence, self._reading, self._lexicon)
        finding = replace(
            found,
            is_contained=(is_whole or is_gathered_) and _is_faultless(found, signals),
            is_loosened=_is_loosened(signals)
            or bool(found.shifted_modal and (is_whole or is_gathered_)),
            is_unrelated=_is_unrelated(signals),
            is_hollow=not signals["words"] and not signals["quantities"],
        )
        return Comparison(signals, finding)

    def _find(self) -> Finding:
        sentence, reading, lexicon = self._sentence, self._reading, self._lexicon
        return Finding(
            wrong_quotes=tuple(find_wrong_quotes(sentence, reading)),
            quantities=tuple(find_foreign(sentence, reading, lexicon)),
            actors=tuple(find_new_actors(sentence, reading, self._question, lexicon)),
            names=tuple(find_new_names(sentence, reading, self._question)),
            opposites=tuple(find_opposites(self._alignment, reading, lexicon)),
            is_turned=self._turned > 0,
            is_elsewhere=names_other_section(sentence, reading, lexicon),
            new_phrases=tuple(name for name in PHRASES if self._is_new(name)),
            unsaid=self._alignment.unsaid,
            is_verbatim=is_verbatim(sentence, reading),
            is_contained=False,
            is_loosened=False,
            shifted_modal=find_shifted_modal(sentence, self._nearest, lexicon),
            drops_condition=drops_condition(sentence, reading, lexicon),
            drops_denial=drops_denial(sentence, reading),
            is_unrelated=False,
            is_hollow=False,
            nearest=self._nearest.text if self._nearest else "",
        )

    def _faults(self, finding: Finding) -> dict[str, float]:
        quotes = find_quotes(self._sentence.text)
        quantities = self._quantities(self._sentence.text)
        written = set(self._quantities(f"{self._reading.text}\n{self._question.text}"))
        return {
            "verbatim": float(finding.is_verbatim),
            "wrong_quotes": float(len(finding.wrong_quotes)),
            "right_quotes": float(len(quotes) - len(finding.wrong_quotes)),
            "foreign_quantities": float(len(finding.quantities)),
            "quantities": float(len(quantities)),
            "unwritten_quantities": float(len(set(quantities) - written)),
            "new_actors": float(len(finding.actors)),
            "new_names": float(len(finding.names)),
            "opposites": float(len(finding.opposites)),
            "other_section": float(finding.is_elsewhere),
            "shifted_modal": float(bool(finding.shifted_modal)),
            "names_section": float("under" in self._folded or "afsnit" in self._folded),
        }

    def _likeness(self) -> dict[str, float]:
        sentence, nearest = self._sentence.text, self._nearest.text if self._nearest else ""
        texts = [sentence, f"{self._question.text} {sentence}", nearest, self._reading.text]
        vectors = self._lexicon.embed([*texts, *(unit.text for unit in self._reading.units)])
        units = vectors[len(texts) :] @ vectors[0]
        return {
            "cosine_nearest": float(vectors[0] @ vectors[2]),
            "cosine_asked": float(vectors[1] @ vectors[2]),
            "cosine_whole": float(vectors[0] @ vectors[3]),
            "cosine_best": float(units.max(initial=0.0)),
        }

    def _negation(self) -> dict[str, float]:
        nearest = self._nearest.folded if self._nearest else ""
        own = count_negations(self._folded.removeprefix("nej"))
        there, anywhere = count_negations(nearest), count_negations(self._reading.folded)
        return {
            "denies": float(own > 0),
            "denies_there": float(there > 0),
            "denies_alone": float(own > 0 and not anywhere),
            "denial_lost": float(not own and there > 0),
            "denial_parity": float(own % 2 != there % 2),
            "denial_differs": float((own > 0) != (there > 0)),
            "turned": float(self._turned),
            "turned_share": self._turned / self._judged if self._judged else 0.0,
            "says_no": float(self._folded.startswith("nej")),
            "says_yes": float(self._folded.startswith(("ja", "jo"))),
        }

    def _phrases(self) -> dict[str, float]:
        nearest = self._nearest.folded if self._nearest else ""
        signals: dict[str, float] = {}
        for name in PHRASES:
            own, there = self._has(name), self._lexicon.has(name, nearest)
            signals[f"{name}_new"] = float(self._is_new(name))
            signals[f"{name}_not_there"] = float(own and not there)
            signals[f"{name}_lost"] = float(there and not own)
        kept = set(self._lexicon.find("qualifier", self._folded))
        lost = set(self._lexicon.find("qualifier", nearest)) - kept
        return {**signals, "qualifiers_lost": float(len(lost))}

    def _quantities(self, text: str) -> list[tuple[str, float]]:
        return [(each.kind, each.value) for each in find_quantities(text, self._lexicon)]

    def _actors(self) -> dict[str, float]:
        own = find_actors([word.text for word in self._sentence.words], self._lexicon)
        there = find_actors(
            self._nearest.text.split() + self._nearest.lead_in.split() if self._nearest else [],
            self._lexicon,
        )
        return {
            "actors": float(len(own)),
            "actors_not_there": float(len(own - there)),
            "actors_lost": float(len(there - own)),
        }

    def _has(self, name: str) -> bool:
        return self._lexicon.has(name, self._folded)

    def _is_new(self, name: str) -> bool:
        return self._has(name) and not self._lexicon.has(name, self._reading.folded)


def _is_faultless(found: Finding, signals: dict[str, float]) -> bool:
    faults = (
        found.wrong_quotes, found.quantities, found.actors, found.names, found.opposites,
        found.is_turned, found.is_elsewhere, found.shifted_modal, found.drops_condition,
    )  # fmt: skip
    return not any(faults) and set(found.new_phrases) <= {"duty"} and not signals["denial_parity"]


def _is_unrelated(signals: dict[str, float]) -> bool:
    likeness = max(signals["cosine_best"], signals["cosine_whole"])
    return signals["asked_mean"] < _UNRELATED_WORDS and likeness < _UNRELATED_COSINE


def _is_loosened(signals: dict[str, float]) -> bool:
    is_option = signals["choice_new"] or signals["possibility_not_there"]
    return bool(signals["duty_lost"] and is_option)
