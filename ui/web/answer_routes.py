"""The addresses of one answer: to print, to save as Word, to save as Markdown."""

from collections.abc import Callable
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import HTMLResponse

from assistant.answer import Answer
from ui.web import texts
from ui.web.context import PageContext
from ui.web.export import file_name, to_docx, to_markdown, to_text
from ui.web.manuscript import About, about_answer, write_manuscript
from ui.web.shelf import ShelvedAnswer
from ui.web.templating import render_template

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARKDOWN = "text/markdown; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_UNKEPT = {"Cache-Control": "no-store"}
"""An answer is one visitor's: no cache between holds it."""


def answer_routes(context: PageContext) -> APIRouter:
    """Return the addresses of an answer; a token that is unknown gets a Danish 404."""
    router = APIRouter(include_in_schema=False)

    @router.get("/svar/{token}.docx")
    def save_docx(token: str) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        return _save(context, token, "docx", _DOCX, to_docx)

    @router.get("/svar/{token}.md")
    def save_markdown(token: str) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        return _save(context, token, "md", _MARKDOWN, _encode_markdown)

    @router.get("/svar/{token}.txt")
    def copy_text(token: str) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        shelved = _find(context, token)
        text = to_text(shelved.answer, _about(context, shelved))
        return Response(text, media_type=_TEXT, headers=_UNKEPT)

    @router.get("/svar/{token}")
    def print_answer(token: str) -> HTMLResponse:  # pyright: ignore[reportUnusedFunction]  a route
        shelved = _find(context, token)
        manuscript = write_manuscript(shelved.answer, _about(context, shelved))
        page = render_template("printed.html", manuscript=manuscript, status=shelved.answer.status)
        return HTMLResponse(page, headers=_UNKEPT)

    return router


def _save(
    context: PageContext,
    token: str,
    ending: str,
    media_type: str,
    write: Callable[[Answer, About], bytes],
) -> Response:
    shelved = _find(context, token)
    name = quote(file_name(shelved.answer.question, ending))
    return Response(
        write(shelved.answer, _about(context, shelved)),
        media_type=media_type,
        headers={**_UNKEPT, "Content-Disposition": f'attachment; filename="{name}"'},
    )


def _encode_markdown(answer: Answer, about: About) -> bytes:
    return to_markdown(answer, about).encode("utf-8")


def _find(context: PageContext, token: str) -> ShelvedAnswer:
    shelved = context.shelf.get(token)
    if shelved is None:
        raise HTTPException(404, texts.ANSWER_FORGOTTEN)
    return shelved


def _about(context: PageContext, shelved: ShelvedAnswer) -> About:
    return about_answer(shelved.answer, context.service.library, asked_at=shelved.at)
