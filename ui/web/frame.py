"""What stands round the tabs: who answers, what it reads, where questions go."""

from assistant.library import Library
from assistant.settings import Settings
from ui.web import texts
from ui.web.context import PageContext
from ui.web.edition import describe_edition
from ui.web.templating import render_line


def render_heading(context: PageContext, user: str = "") -> str:
    """Return the page's head: its name, what it does and who is logged in."""
    subject = context.service.library.subject_name()
    introduction = texts.INTRODUCTION.format(subject=subject)
    return render_line(
        "heading.html", introduction=introduction, user=user, has_login=bool(context.settings.auth)
    )


def render_about(context: PageContext) -> str:
    """Return which documents are read, from when, and where a question goes."""
    return render_line(
        "about.html",
        documents=describe_documents(context.service.library),
        going=describe_going(context.service.assistant.engine),
        kept=describe_keeping(context.settings),
    )


def render_reader() -> str:
    """Return the frame that a script fills with the document."""
    return render_line("pane.html")


def describe_documents(library: Library) -> tuple[str, ...]:
    """Return for each document its title, owner, edition, date of approval and version."""
    described: list[str] = []
    for document in library.documents:
        metadata = document.metadata
        edition = describe_edition(
            owner=metadata.owner,
            edition=metadata.edition,
            date=metadata.date,
            version=document.version,
        )
        described.append(f"{metadata.title}, {edition}")
    return tuple(described)


def describe_keeping(settings: Settings) -> str:
    """Return what becomes of a question's text."""
    if not settings.keep_questions:
        return texts.NOTHING_KEPT
    return texts.QUESTIONS_KEPT.format(days=settings.retention_days)


def describe_going(engine: str) -> str:
    """Return where a question goes: nowhere, or to the language model called `engine`."""
    is_own = engine in texts.OWN_ENGINES
    return texts.NOTHING_LEAVES if is_own else texts.GOES_TO_MODEL.format(model=engine)


def describe_engine(engine: str) -> str:
    """Return what formulates the answers."""
    return texts.NO_MODEL if engine in texts.OWN_ENGINES else texts.MODEL.format(model=engine)
