"""What stands round the tabs: who answers, what it reads, where questions go."""

from jinja2 import Environment, PackageLoader

from assistant.library import Library
from assistant.settings import Settings
from ui.web import texts
from ui.web.context import PageContext

_VERSION_SHOWN = 8
"""Hexadecimal digits of a document's hash, enough to tell two versions apart by eye."""

_ENVIRONMENT = Environment(
    loader=PackageLoader("ui.web", "template"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render_heading(context: PageContext) -> str:
    """Return the page's head: its name, what it does and that it is no person."""
    subject = context.service.library.subject_name()
    introduction = texts.INTRODUCTION.format(subject=subject)
    return _render("heading.html", introduction=introduction)


def render_about(context: PageContext) -> str:
    """Return which documents are read, from when, and where a question goes."""
    return _render(
        "about.html",
        documents=describe_documents(context.service.library),
        kept=describe_keeping(context.settings),
        footer=context.settings.root_path,
    )


def render_reader() -> str:
    """Return the frame that a script fills with the document."""
    return _render("pane.html")


def describe_documents(library: Library) -> tuple[str, ...]:
    """Return for each document its title, owner, edition, date of approval and version."""
    described: list[str] = []
    for document in library.documents:
        metadata = document.metadata
        approved = texts.APPROVED.format(date=metadata.date) if metadata.date else ""
        version = document.version.partition(":")[2][:_VERSION_SHOWN]
        details = [metadata.owner, metadata.edition, approved, texts.VERSION.format(hash=version)]
        described.append(", ".join([metadata.title, *filter(None, details)]))
    return tuple(described)


def describe_keeping(settings: Settings) -> str:
    """Return what becomes of a question's text."""
    if not settings.keep_questions:
        return texts.NOTHING_KEPT
    return texts.QUESTIONS_KEPT.format(days=settings.retention_days)


def _render(name: str, **values: object) -> str:
    """Return a template on one line, for Gradio takes it as Markdown."""
    html = _ENVIRONMENT.get_template(name).render(texts=texts, **values)
    return " ".join(html.split())
