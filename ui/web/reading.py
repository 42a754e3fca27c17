"""A document as HTML: beside the conversation, and as a page of its own to share and print.

Everything a document holds is encoded by the templates; of its Markdown only the styles that
`corpus.inline` reads are kept. A passage is one element whose text is the passage's plain text.
"""

from collections.abc import Iterator
from urllib.parse import quote

from assistant.reading.page import PASSAGE_ANCHOR, Page, Paragraph, Part, Piece, Points, Words
from assistant.reading.tree import find_home, make_page
from ui.web import reading_texts
from ui.web.edition import describe_edition
from ui.web.service import Service
from ui.web.templating import render_template


def render_pane(service: Service, name: str) -> str:
    """Return a document as the fragment that stands beside the conversation.

    Raises:
        DocumentUnknownError: If no document has that name; "" is the first one's.
    """
    page = _open(service, name)
    share = f"?dokument={quote(page.name, safe='')}"
    return _render(
        "pane_document.html",
        page,
        service,
        share=share,
        link_name=reading_texts.SECTION_LINK,
        document_address="?dokument={name}",
        is_open=False,
    )


def render_whole(service: Service, name: str) -> str:
    """Return a document as a page of its own.

    Raises:
        DocumentUnknownError: If no document has that name.
    """
    return _render(
        "whole_document.html",
        _open(service, name),
        service,
        share="",
        link_name=reading_texts.SECTION_ADDRESS,
        document_address="{name}",
        is_open=True,
    )


def render_missing(service: Service) -> str:
    """Return a page that says there is no such document, and which there are."""
    return render_template("missing_document.html", reading=reading_texts, titles=service.titles)


def find_top(service: Service) -> str:
    """Return the id of the element that the first document begins with."""
    page = _open(service, "")
    if page.parts and not page.pieces:
        return page.parts[0].anchor
    return PASSAGE_ANCHOR + next(_walk(page)).passage


def first_document(service: Service) -> str:
    """Return the name of the document that is shown when none is asked for."""
    return service.workplace.documents[0].name


def locate(service: Service, element: str) -> str:
    """Return the name of the document in which an element with this id stands, or ""."""
    return find_home(service.workplace.documents, element)


def _open(service: Service, name: str) -> Page:
    return make_page(service.workplace.document(name or first_document(service)))


def _render(template: str, page: Page, service: Service, **values: object) -> str:
    titles = service.titles
    return render_template(
        template,
        page=page,
        anchor=PASSAGE_ANCHOR,
        words_of=reading_texts,
        others=titles if len(titles) > 1 else {},
        edition=_describe(page),
        notes={note.name: PASSAGE_ANCHOR + note.words[0].passage for note in page.notes},
        returns=_returns(page),
        is_subtitle=_is_subtitle,
        **values,
    )


def _describe(page: Page) -> str:
    return describe_edition(
        owner=page.owner, edition=page.edition, date=page.date, version=page.version
    )


def _is_subtitle(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.is_subtitle


def _returns(page: Page) -> dict[str, str]:
    """Return the element that each note is referred to from, by the note's name."""
    returns: dict[str, str] = {}
    for words in _walk(page):
        for run in words.runs:
            if run.note:
                returns.setdefault(run.note, PASSAGE_ANCHOR + words.passage)
    return returns


def _walk(page: Page) -> Iterator[Words]:
    """Yield the passages of running text and lists, in order."""
    yield from _walk_pieces(page.pieces)
    for part in page.parts:
        yield from _walk_part(part)


def _walk_part(part: Part) -> Iterator[Words]:
    yield part.heading
    yield from _walk_pieces(part.pieces)
    for below in part.parts:
        yield from _walk_part(below)


def _walk_pieces(pieces: tuple[Piece, ...]) -> Iterator[Words]:
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield from piece.words
        elif isinstance(piece, Points):
            for item in piece.items:
                yield item.words
                yield from _walk_pieces(item.below)
        else:
            rows = (piece.header, *piece.rows) if piece.header else piece.rows
            for row in rows:
                runs = tuple(run for cell in row.cells for run in cell)
                yield Words(row.passage, row.label, runs)
