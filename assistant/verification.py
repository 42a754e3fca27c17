"""Prove an answer before anybody sees it (design.md, promise 1)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant import texts
from assistant.answer import Citation
from assistant.count import find_wrong_counts
from assistant.draft import Rendered, flatten
from corpus.document import Document

_LINE = re.compile(r"^\s*(?:- |\d+\. )?(?P<body>.*?)(?: \[(?P<n>\d+)\])?$")

_GENERATED = re.compile(r"^(?P<sentence>\S.*?)(?P<markers>(?: \[\d+\])+)$")
_MARKER = re.compile(r"\[(\d+)\]")

_SOUGHT = "»[\\w-]+«(?:, »[\\w-]+«)*(?: og »[\\w-]+«)?"
"""The words of the question that were looked for; they claim nothing of a document."""


Prove = Callable[[str, Sequence[Citation]], bool]
"""Sentence and what it cites in; whether they say it out."""


@dataclass(frozen=True)
class Flaw:
    """What keeps an answer from being shown.

    Attributes:
        code: "slice", "section", "marker", "quote" or "claim".
        detail: In English, for the log.
    """

    code: str
    detail: str


def find_flaws(
    rendered: Rendered, documents: Sequence[Document], prove: Prove | None = None
) -> list[Flaw]:
    """Return what is not proven in `rendered`; an empty list is a proof.

    Every quote is its slice of the canonical text and stands in the section it names. Every line
    that ends in a marker is that citation's quote, with nothing beside it but the passage's own
    lead-in or label; every other line is a fixed phrase whose count is right; every citation has
    its marker.

    Args:
        rendered: The answer.
        documents: What it is about.
        prove: Proves a line in other words than the documents' by the citations that its markers
            name; None, as with every answer that no model worded, lets no such line pass.
    """
    by_name = {document.name: document for document in documents}
    flaws = [flaw for c in rendered.citations for flaw in _check_citation(c, by_name)]
    if flaws:
        return flaws
    cited = {citation.n: citation for citation in rendered.citations}
    phrases = _phrase_pattern(_Names.of(documents))
    used: set[int] = set()
    for line in filter(str.strip, rendered.text.split("\n")):
        generated = read_generated(line, cited) if prove is not None else None
        if prove is not None and generated is not None and prove(*generated):
            used.update(citation.n for citation in generated[1])
            continue
        match = _LINE.match(line)
        body = match.group("body") if match else line
        if match is None or match.group("n") is None:
            if not phrases.fullmatch(body):
                flaws.append(Flaw("claim", f"a line is neither quote nor fixed phrase: {body!r}"))
            continue
        n = int(match.group("n"))
        used.add(n)
        flaws += _check_quote(body, n, cited, by_name)
    flaws += [Flaw("claim", f"wrong count: {w!r}") for w in find_wrong_counts(rendered, documents)]
    return flaws + [Flaw("marker", f"citation {n} has no marker") for n in cited if n not in used]


def is_fixed_phrase(line: str, documents: Sequence[Document]) -> bool:
    """Say whether a line of an answer is one of the fixed phrases, which claim nothing."""
    match = _LINE.match(line)
    body = match.group("body") if match and match.group("n") is None else line
    return _phrase_pattern(_Names.of(documents)).fullmatch(body) is not None


def read_generated(
    line: str, cited: dict[int, Citation]
) -> tuple[str, tuple[Citation, ...]] | None:
    """Return a line's sentence and what its markers name; None if it has none, or a wrong one."""
    match = _GENERATED.match(line)
    if match is None:
        return None
    numbers = [int(n) for n in _MARKER.findall(match["markers"])]
    if any(n not in cited for n in numbers):
        return None
    return match["sentence"], tuple(cited[n] for n in numbers)


def _check_quote(
    body: str, n: int, cited: dict[int, Citation], documents: dict[str, Document]
) -> list[Flaw]:
    """Return what is wrong with the line that ends in marker `n`."""
    citation = cited.get(n)
    if citation is None:
        return [Flaw("marker", f"[{n}] names no citation")]
    quote = flatten(citation.quote)
    form = next((form for form in (f"»{quote}«", quote) if body.endswith(form)), None)
    if form is None:
        return [Flaw("quote", f"the line of [{n}] does not end in its quote")]
    beside = body[: len(body) - len(form)].strip()
    document = documents[citation.document]
    lead_in = document.by_id[document.by_id[citation.passage_id].lead_in or citation.passage_id]
    allowed = {"", texts.ELLIPSIS, f"**{citation.label}:**", flatten(lead_in.plain)}
    if beside not in allowed:
        return [Flaw("claim", f"the line of [{n}] says more than its quote: {beside!r}")]
    return []


def _check_citation(citation: Citation, documents: dict[str, Document]) -> list[Flaw]:
    document = documents.get(citation.document)
    if document is None or document.version != citation.version:
        return [Flaw("slice", f"citation {citation.n} names no loaded document")]
    flaws: list[Flaw] = []
    if not citation.quote or document.text[citation.start : citation.end] != citation.quote:
        flaws.append(Flaw("slice", f"citation {citation.n} is not its slice"))
    passage = document.by_id.get(citation.passage_id)
    if passage is None or passage.label != citation.label:
        flaws.append(Flaw("slice", f"citation {citation.n} names no passage"))
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


@dataclass(frozen=True)
class _Names:
    """What a fixed phrase may name, by the name of its placeholder."""

    document: tuple[str, ...]
    title: tuple[str, ...]
    label: tuple[str, ...]
    contact: tuple[str, ...]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "_Names":
        known = list(documents)
        titles = tuple(document.metadata.title for document in known)
        return cls(
            document=(*(document.metadata.subject for document in known), texts.DOCUMENTS),
            title=titles,
            label=(
                *(s.label for document in known for s in document.sections),
                *(s.title for document in known for s in document.sections),
                *titles,
            ),
            contact=tuple(document.metadata.contact for document in known),
        )


@lru_cache(maxsize=16)
def _phrase_pattern(names: _Names) -> re.Pattern[str]:
    """Return a pattern of every line that `assistant.texts` can make about these documents."""
    filled = {
        name: "|".join(map(re.escape, getattr(names, name)))
        for name in ("document", "title", "label", "contact")
    }
    filled["words"] = _SOUGHT
    patterns = [f"(?:{filled['label']})"]
    for phrase in texts.shown_phrases():
        pattern = re.escape(phrase).replace(r"\{count\}", r"\d+")
        for name, alternatives in filled.items():
            pattern = pattern.replace(rf"\{{{name}\}}", f"(?:{alternatives})")
        patterns.append(pattern)
    return re.compile("|".join(patterns))
