"""Prove an answer before anybody sees it (design.md, promise 1)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.draft import Rendered, flatten
from corpus.document import Document


@dataclass(frozen=True)
class Flaw:
    """What keeps an answer from being shown.

    Attributes:
        code: "slice", "section", "marker" or "quote".
        detail: In English, for the log.
    """

    code: str
    detail: str


def find_flaws(rendered: Rendered, documents: Iterable[Document]) -> list[Flaw]:
    """Return what is not proven in `rendered`; an empty list is a proof.

    Every quote is its slice of the canonical text and stands in the section it names; every
    marker has its citation and every citation its marker; and each line that carries a marker
    holds that citation's quote, word for word.
    """
    by_name = {document.name: document for document in documents}
    flaws = [flaw for c in rendered.citations for flaw in _check_citation(c, by_name)]
    cited = {citation.n: citation for citation in rendered.citations}
    # A quote may itself hold "[1]": only markers outside the quotes are ours.
    own = dict.fromkeys(cited, 0)
    for line in rendered.text.split("\n"):
        for n in _markers(line):
            if n not in cited:
                flaws.append(Flaw("marker", f"[{n}] names no citation"))
                continue
            own[n] += 1
            if flatten(cited[n].quote) not in line:
                flaws.append(Flaw("quote", f"the line of [{n}] does not hold its quote"))
    flaws += [
        Flaw("marker", f"citation {n} has no marker") for n, count in own.items() if not count
    ]
    return flaws


def _markers(line: str) -> list[int]:
    """Return the numbers of the markers at the end of `line`."""
    numbers: list[int] = []
    rest = line.rstrip()
    while match := re.search(r" \[(\d+)\]$", rest):
        numbers.append(int(match.group(1)))
        rest = rest[: match.start()]
    return numbers


def _check_citation(citation: Citation, documents: dict[str, Document]) -> list[Flaw]:
    document = documents.get(citation.document)
    if document is None or document.version != citation.version:
        return [Flaw("slice", f"citation {citation.n} names no loaded document")]
    flaws: list[Flaw] = []
    if not citation.quote or document.text[citation.start : citation.end] != citation.quote:
        flaws.append(Flaw("slice", f"citation {citation.n} is not its slice"))
    if not _stands_in(citation, document):
        flaws.append(Flaw("section", f"citation {citation.n} is outside its section"))
    return flaws


def _stands_in(citation: Citation, document: Document) -> bool:
    if not citation.section:
        return not any(s.start <= citation.start < s.end for s in document.sections)
    return any(
        section.path == citation.section
        and section.start <= citation.start
        and citation.end <= section.end
        for section in document.sections
    )
