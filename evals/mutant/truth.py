"""The true sentences of a document, each with the passage that says it."""

import re
from collections.abc import Iterator

from assistant.groundedness.verdict import Evidence
from corpus.document import Document, Passage, PassageKind
from corpus.sentence import split_sentences
from evals.mutant.clause import find_verb
from evals.mutant.language import Language
from evals.mutant.mutant import Truth

_NUMBERING = re.compile(r"^(?:stk\.?\s*\d+\.?|§\s*\d+\.?)\s+", re.IGNORECASE)
_CONTINUES = re.compile(r"[\s,;]*(?:\b(?:og|eller))?[\s,;.]*$")
_INSIDE = re.compile(r"[a-zæøå,] $")
_FEWEST_WORDS = 3
_SKIPPED = frozenset({PassageKind.ROW, PassageKind.LEAD_IN})


def read_truths(document: Document, language: Language) -> list[Truth]:
    """Return what `document` says, sentence by sentence, questions left out."""
    labels = {section.path: section.label for section in document.sections}
    truths: list[Truth] = []
    for passage in document.answers:
        if passage.kind not in _SKIPPED and not _is_nested(passage, document):
            section = labels.get(passage.section, "")
            truths += _read_passage(passage, document, section, language)
    return [truth for truth in truths if len(truth.sentence.split()) >= _FEWEST_WORDS]


def evidence_of(passage: Passage, document: Document, section: str) -> Evidence:
    """Return `passage` as evidence, its lead-in above it."""
    if passage.lead_in is None:
        return Evidence(passage.text, section)
    return Evidence(f"{document.by_id[passage.lead_in].text}\n- {passage.text}", section)


def lower_first(text: str, document_text: str = "") -> str:
    """Return `text` with a small first letter, unless it opens with a name or an abbreviation.

    Args:
        text: A clause.
        document_text: Where a name is met with its capital inside sentences.

    >>> lower_first("Viser mod"), lower_first("HR hjælper"), lower_first("Sorø er", "i Sorø")
    ('viser mod', 'HR hjælper', 'Sorø er')
    """
    first = text.split(" ", maxsplit=1)[0].rstrip(".,:;")
    if not first[1:].islower() and len(first) > 1:
        return text
    if any(
        _INSIDE.search(document_text, max(0, found.start() - 2), found.start())
        for found in re.finditer(rf"\b{re.escape(first)}\b", document_text)
    ):
        return text
    return text[:1].lower() + text[1:]


def strip_numbering(plain: str) -> str:
    """Return a passage without the number that opens it.

    >>> strip_numbering("Stk. 2. Foreningen ejer huset.")
    'Foreningen ejer huset.'
    """
    return _NUMBERING.sub("", plain)


def _read_passage(
    passage: Passage, document: Document, section: str, language: Language
) -> Iterator[Truth]:
    evidence = evidence_of(passage, document, section)
    plain = strip_numbering(passage.plain)
    sentences = [plain[span.start : span.end] for span in split_sentences(plain)]
    if passage.lead_in is not None and not stands_alone(passage, document, language):
        lead_in, item = _join(document.by_id[passage.lead_in], sentences[0], document, language)
        sentence = f"{lead_in} {item}."
        yield Truth(document.name, sentence, evidence, passage.section, section, lead_in, item)
        sentences = []
    for sentence in sentences:
        if sentence.endswith(".") and find_verb(sentence, language) is not None:
            yield Truth(document.name, sentence, evidence, passage.section, section)


def _is_nested(passage: Passage, document: Document) -> bool:
    """Say whether `passage` is an item below an item, which two lead-ins would introduce."""
    lead_in = document.by_id[passage.lead_in] if passage.lead_in else None
    return lead_in is not None and lead_in.kind is PassageKind.ITEM


def stands_alone(passage: Passage, document: Document, language: Language) -> bool:
    """Say whether a list item is a sentence though a lead-in stands above it."""
    lead_in = document.by_id[passage.lead_in or passage.id]
    if is_open(lead_in.plain, language):
        return False
    return passage.plain.endswith(".") and find_verb(passage.plain, language) is not None


def is_open(lead_in: str, language: Language) -> bool:
    """Say whether the items go on from `lead_in` within the same sentence."""
    bare = lead_in.rstrip(" :.")
    return any(re.search(ending, bare) for ending in language.open_endings)


def _join(lead_in: Passage, item: str, document: Document, language: Language) -> tuple[str, str]:
    """Return what a sentence made of an item opens with, and the item as it goes on."""
    opening = _CONTINUES.sub("", strip_numbering(lead_in.plain).rstrip(" :."))
    ending = _CONTINUES.sub("", item)
    if is_open(lead_in.plain, language):
        return opening, lower_first(ending, document.text)
    return f"{opening}:", ending
