"""Put proven sentences together into an answer whose markers name exact quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, cite
from assistant.draft import Rendered
from assistant.library import Library
from corpus.document import Passage


@dataclass(frozen=True)
class Proven:
    """A sentence that may be shown, with what it rests on."""

    text: str
    passages: tuple[Passage, ...]


def assemble(
    sentences: Sequence[Proven],
    library: Library,
    *,
    listed: Rendered | None = None,
    notes: Sequence[str] = (),
) -> Rendered:
    """Return the answer that consists of `sentences`, each a line that ends in its markers.

    Args:
        sentences: In the order they are shown.
        library: Where their passages stand.
        listed: What follows them whole, its citations' numbers kept, or None.
        notes: Fixed phrases that come last.
    """
    citations = list(listed.citations) if listed else []
    numbers = {citation.passage_id: citation.n for citation in citations}
    lines: list[str] = []
    for sentence in sentences:
        for passage in sentence.passages:
            if passage.id not in numbers:
                numbers[passage.id] = len(citations) + 1
                citations.append(_cite(len(citations) + 1, passage, library))
        cited = sorted(numbers[passage.id] for passage in sentence.passages)
        lines.append(sentence.text + "".join(f" [{number}]" for number in cited))
    shown = [*lines, *([listed.text] if listed else []), *notes]
    points = listed.points if listed else len(citations)
    return Rendered("\n\n".join(shown), tuple(citations), points)


def add_note(rendered: Rendered, note: str) -> Rendered:
    """Return an answer with a fixed phrase after it."""
    return Rendered(f"{rendered.text}\n\n{note}", rendered.citations, rendered.points)


def _cite(number: int, passage: Passage, library: Library) -> Citation:
    return cite(number, passage, library.document_of(passage))
