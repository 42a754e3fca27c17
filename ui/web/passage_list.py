"""Lists of places as HTML, each a link into the document: what a search found, what concerns whom.

Every text in them is encoded, and each list is one line: Gradio reads it as Markdown.
"""

from collections.abc import Collection
from itertools import groupby

from assistant.errors import AssistantError
from assistant.mention import Mentions, excerpt, find_mentions
from assistant.question import Role
from assistant.reading.page import PASSAGE_ANCHOR
from ui.failure import explain
from ui.web import reading_texts
from ui.web.message import render_notice
from ui.web.service import Service
from ui.web.templating import render_line

MOST_OPEN = 8
"""More places than these are folded away until asked for."""


def render_search(service: Service, query: str) -> str:
    """Return where the words of `query` stand, then what is about the same; or why nothing is."""
    if not query.strip():
        return render_notice(reading_texts.NO_WORDS)
    try:
        found = find_mentions(service.library, query)
    except AssistantError as error:
        return render_notice(explain(error))
    if not found.words:
        return render_notice(reading_texts.NO_WORDS)
    return _render(
        service,
        "found.html",
        query=" ".join(query.split()).rstrip("?.! "),
        heading=_name(service, found, reading_texts.STANDS),
        nowhere=_name(service, found, reading_texts.STANDS_NOWHERE),
        stated=found.stated,
        related=found.related,
        most=MOST_OPEN,
    )


def render_highlights(service: Service, role: Role, passages: Collection[str]) -> str:
    """Return the places that concern a role, by section, in the documents' order.

    Args:
        service: Tells which the documents are.
        role: Whom they concern.
        passages: Their ids; ids of no document are left out.
    """
    documents = service.workplace.documents
    found = [passage for d in documents for passage in d.passages if passage.id in passages]
    if not found:
        subject = service.library.subject_name()
        sentence = reading_texts.CONCERNS_NOBODY.format(subject=subject)
        return render_notice(sentence[:1].upper() + sentence[1:])
    labels = {(s.path, d.name): s.label for d in documents for s in d.sections}
    titles = service.titles
    sections = [
        (labels.get(key, titles[key[1]]), [excerpt(passage) for passage in listed])
        for key, listed in groupby(found, key=lambda passage: (passage.section, passage.document))
    ]
    return _render(
        service,
        "concerning.html",
        heading=reading_texts.CONCERNS[role],
        count=len(found),
        sections=sections,
        most=MOST_OPEN,
    )


def _name(service: Service, found: Mentions, sentences: tuple[str, str]) -> str:
    """Return the sentence for one word, or that for several, with them in it."""
    sentence = sentences[0] if len(found.words) == 1 else sentences[1]
    subject = service.library.subject_name()
    return sentence.format(query=reading_texts.quote_words(found.words), subject=subject)


def _render(service: Service, template: str, **values: object) -> str:
    titles = service.titles
    return render_line(
        template,
        reading=reading_texts,
        anchor=PASSAGE_ANCHOR,
        titles=titles if len(titles) > 1 else {},
        **values,
    )
