"""Whether an answer's quotes are the document's, and its whole lists whole."""

import re
from collections.abc import Sequence

from assistant import texts
from assistant.answer import Answer, Citation
from corpus.document import Document

_WHOLE_LIST = re.compile(
    re.escape(texts.WHOLE_LIST).replace(r"\{count\}", r"(\d+)").replace(r"\{label\}", r"(.+)")
)


def count_wrong_quotes(answer: Answer, documents: Sequence[Document]) -> int:
    """Return how many citations are not their slice of their document, within their section."""
    by_name = {document.name: document for document in documents}
    return sum(not _is_exact(c, by_name.get(c.document)) for c in answer.citations)


def count_broken_lists(answer: Answer, documents: Sequence[Document]) -> int:
    """Return how many of the lists that the answer calls whole are not cited whole."""
    cited = {citation.passage_id for citation in answer.citations}
    sizes = {
        len(listing.items)
        for document in documents
        for listing in document.listings
        if cited.issuperset(listing.items)
    }
    announced = _WHOLE_LIST.findall(answer.text)
    return sum(shown != whole or int(whole) not in sizes for shown, whole, _ in announced)


def _is_exact(citation: Citation, document: Document | None) -> bool:
    if document is None or not citation.quote:
        return False
    if document.text[citation.start : citation.end] != citation.quote:
        return False
    return not citation.section or any(
        section.path == citation.section
        and section.start <= citation.start
        and citation.end <= section.end
        for section in document.sections
    )
