"""Whole answers with one thing in them made false, for the proof that every answer must pass."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant import texts
from assistant.answer import Citation, cite
from assistant.draft import Rendered, flatten
from assistant.verification import is_fixed_phrase
from corpus.document import Document, Passage, PassageKind
from evals.mutant.language import Language, chance, read_language

PER_KIND = 120
_SHIFTS = ((1, 1), (-1, -1), (0, 3), (4, 0))
_SOUND = "noise:answer"


@dataclass(frozen=True)
class TamperedAnswer:
    """An answer that has been tampered with, or left as it is.

    Attributes:
        kind: What is wrong with it; "noise:answer" if nothing is.
        document: Name of the document.
        rendered: Its text and citations.
        is_harmful: Whether it says what cannot be proven.
    """

    kind: str
    document: str
    rendered: Rendered
    is_harmful: bool


def tamper(documents: Sequence[Document], *, per_kind: int = PER_KIND) -> list[TamperedAnswer]:
    """Return tampered answers, and sound ones, about `documents`; the same every time.

    Args:
        documents: Whose passages the answers cite.
        per_kind: How many of a class are kept at most.
    """
    language = read_language()
    found: dict[str, list[TamperedAnswer]] = {}
    for document in documents:
        for rendered in _compose(document):
            made = [TamperedAnswer(_SOUND, document.name, rendered, is_harmful=False)]
            for kind, change in _CHANGES.items():
                made += [
                    TamperedAnswer(kind, document.name, changed, is_harmful=True)
                    for changed in change(rendered, document, language)
                ]
            for answer in made:
                found.setdefault(answer.kind, []).append(answer)
    return [
        answer
        for kind, answers in found.items()
        for answer in chance(kind).sample(answers, min(per_kind, len(answers)))
    ]


def _compose(document: Document) -> Iterator[Rendered]:
    """Yield sound answers: each passage quoted with the next one, each list whole."""
    answering = [p for p in document.answers if p.kind is not PassageKind.ROW]
    for pair in pairwise(answering):
        yield _render(pair, document)
    for listing in document.listings:
        if not listing.of_sections and len(listing.items) > 1:
            yield _render([document.by_id[item] for item in listing.items], document)


def _render(passages: Sequence[Passage], document: Document) -> Rendered:
    lines = [texts.SAYS.format(document=document.metadata.subject), ""]
    lines += [f"- »{flatten(p.text)}« [{n}]" for n, p in enumerate(passages, start=1)]
    citations = tuple(cite(n, p, document) for n, p in enumerate(passages, start=1))
    return Rendered("\n".join(lines), citations, len(citations))


def _change_quote(rendered: Rendered, document: Document, _: Language) -> Iterator[Rendered]:
    """Yield the answer with a word left out, and with a quote spliced; then cited as such."""
    first, second = (flatten(citation.quote) for citation in rendered.citations[:2])
    words, others = first.split(), second.split()
    without = " ".join([*words[: len(words) // 2], *words[len(words) // 2 + 1 :]])
    spliced = " ".join([*words[: len(words) // 2], *others[len(others) // 2 :]])
    for lie in (without, spliced):
        if lie and lie != first:
            text = rendered.text.replace(f"»{first}« [1]", f"»{lie}« [1]")
            yield replace(rendered, text=text)
            if lie not in document.text:
                yield _replace_first(replace(rendered, text=text), quote=lie)


def _change_section(rendered: Rendered, document: Document, _: Language) -> Iterator[Rendered]:
    """Yield the answer with its first citation said to stand in another section."""
    first = rendered.citations[0]
    for section in document.sections:
        holds = section.start <= first.start and first.end <= section.end
        if not holds and section.path != first.section:
            yield _replace_first(rendered, section=section.path)


def _change_marker(rendered: Rendered, _: Document, __: Language) -> Iterator[Rendered]:
    """Yield the answer with a marker left out, put on nothing, and put on another's quote."""
    unknown = len(rendered.citations) + 1
    yield replace(rendered, text=rendered.text.replace(" [1]", "", 1))
    yield replace(rendered, text=rendered.text.replace("[1]", f"[{unknown}]", 1))
    if flatten(rendered.citations[0].quote) != flatten(rendered.citations[1].quote):
        swapped = rendered.text.replace("[1]", "[0]").replace("[2]", "[1]").replace("[0]", "[2]")
        yield replace(rendered, text=swapped)


def _change_offset(rendered: Rendered, _: Document, __: Language) -> Iterator[Rendered]:
    """Yield the answer with its first citation moved, stretched or cut."""
    first = rendered.citations[0]
    for before, after in _SHIFTS:
        yield _replace_first(rendered, start=first.start + before, end=first.end + after)


def _add_claim(rendered: Rendered, document: Document, language: Language) -> Iterator[Rendered]:
    """Yield the answer with a statement of nobody's: by itself, beside a quote, as a list item."""
    claim = chance("claim", rendered.text).choice(language.invented)
    if claim in document.text or is_fixed_phrase(claim, [document]):
        return
    yield replace(rendered, text=f"{rendered.text}\n\n{claim}")
    yield replace(rendered, text=rendered.text.replace("« [1]", f"« {claim} [1]", 1))
    yield replace(rendered, text=rendered.text.replace("- »", f"- {claim} »", 1))


def _replace_first(rendered: Rendered, **changes: object) -> Rendered:
    first, *others = rendered.citations
    changed: Citation = replace(first, **changes)  # pyright: ignore[reportArgumentType]  by field
    return replace(rendered, citations=(changed, *others))


_CHANGES: dict[str, Callable[[Rendered, Document, Language], Iterator[Rendered]]] = {
    "answer:quote": _change_quote,
    "answer:section": _change_section,
    "answer:marker": _change_marker,
    "answer:offset": _change_offset,
    "answer:claim": _add_claim,
}
