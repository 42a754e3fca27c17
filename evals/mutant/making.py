"""Make mutants of every class from the true sentences of documents."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from corpus.document import Document
from evals.mutant.actor import change_actor
from evals.mutant.amount import change_dates, change_numbers
from evals.mutant.count import make_counts
from evals.mutant.language import Language, chance, read_language
from evals.mutant.mutant import Mutant, Truth
from evals.mutant.noise import make_noise
from evals.mutant.place import invent, misplace, splice
from evals.mutant.qualifier import drop_qualifiers
from evals.mutant.truth import read_truths
from evals.mutant.wording import change_modality, change_negation

PER_KIND = 120
"""How many mutants of a class are kept, of as many as the documents give."""

_CHANGES: dict[str, Callable[[Truth, Language], Iterator[str]]] = {
    "number": change_numbers,
    "date": change_dates,
    "negation": change_negation,
    "modality": change_modality,
    "actor": change_actor,
    "dropped_qualifier": drop_qualifiers,
}


def make_mutants(documents: Sequence[Document], *, per_kind: int = PER_KIND) -> list[Mutant]:
    """Return mutants of `documents`, the same every time.

    Args:
        documents: What is true of each is taken from its own text.
        per_kind: How many of a class are kept at most, shared out between the documents.
    """
    language = read_language()
    found: defaultdict[str, defaultdict[str, list[Mutant]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for mutant in _make(document, language):
            found[mutant.kind][mutant.document].append(mutant)
    return [
        mutant
        for kind, of_documents in found.items()
        for mutant in _share_out(kind, list(of_documents.values()), per_kind)
    ]


def _make(document: Document, language: Language) -> Iterator[Mutant]:
    truths = read_truths(document, language)
    for truth in truths:
        for kind, change in _CHANGES.items():
            for sentence in dict.fromkeys(change(truth, language)):
                evidence = (truth.evidence,)
                yield Mutant(kind, truth.document, evidence, sentence, is_harmful=True)
    yield from make_counts(document, language)
    yield from misplace(truths, document, language)
    yield from splice(truths, language)
    yield from invent(truths, document, language)
    yield from make_noise(truths, document, language)


def _share_out(kind: str, groups: list[list[Mutant]], most: int) -> list[Mutant]:
    """Return up to `most` mutants, one of each document in turn, chosen by chance."""
    drawn = [chance(kind, group[0].document).sample(group, len(group)) for group in groups]
    kept: list[Mutant] = []
    while len(kept) < most and any(drawn):
        for group in drawn:
            if group and len(kept) < most:
                kept.append(group.pop())
    return kept
