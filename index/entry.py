"""What is indexed: passages with their surroundings, and the questions that lead to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document, Passage
from corpus.enrichment import Enrichment, PassageQuestions
from index.voting import VOTERS


@dataclass(frozen=True)
class Entry:
    """One text that a query is compared with.

    Attributes:
        id: Unique among the entries.
        passage: Id of the passage it leads to.
        text: What is compared.
        is_answered: Whether the passage answers the text, where it is a question; a pointer
            leads to the passage all the same.
    """

    id: str
    passage: str
    text: str
    is_answered: bool = True


def passage_entries(documents: Sequence[Document]) -> list[Entry]:
    """Return an entry for each answering passage: headings, lead-in and its own words."""
    return [
        Entry(f"p:{passage.id}", passage.id, describe(passage, document))
        for document in documents
        for passage in document.answers
    ]


def question_entries(documents: Sequence[Document], enrichment: Enrichment) -> list[Entry]:
    """Return an entry for each question of each passage, in the documents' order.

    A question that people added has as many entries as there are votes: it was written because
    somebody asks so, and must not be outvoted by the questions that were there before.
    """
    entries: list[Entry] = []
    for document in documents:
        for passage in document.answers:
            questions = enrichment.questions.get(passage.id, PassageQuestions())
            voiced = [
                (text, is_answered)
                for texts, is_answered in ((questions.answered, True), (questions.pointers, False))
                for text in texts
                for _ in range(VOTERS if text in questions.own else 1)
            ]
            entries += [
                Entry(f"q:{passage.id}:{number}", passage.id, text, is_answered)
                for number, (text, is_answered) in enumerate(voiced)
            ]
    return entries


def describe(passage: Passage, document: Document) -> str:
    """Return the passage's words under its headings and after its lead-in.

    A label that goes by another name than its heading ("Strategi B") is a heading too.
    """
    above = [section for section in document.sections if _is_above(section.path, passage)]
    named = [
        (section.title, "" if section.title in section.label else section.label)
        for section in above
    ]
    names = [name for pair in named for name in pair]
    lead_in = document.by_id[passage.lead_in].plain if passage.lead_in else ""
    return "\n".join(dict.fromkeys(part for part in (*names, lead_in, passage.plain) if part))


def _is_above(path: tuple[str, ...], passage: Passage) -> bool:
    return passage.section[: len(path)] == path
