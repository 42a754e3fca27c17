"""What programmes may call, through Gradio's API and through MCP: ask, search, document."""

import json
import logging
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import gradio as gr
from gradio.events import api
from mcp.types import ImageContent, TextContent

from assistant.answer import Answer
from assistant.errors import AssistantError
from assistant.pipeline import Ask
from assistant.question import Role, parse_role
from ui.failure import explain
from ui.finding import find
from ui.web import api_texts, texts
from ui.web.service import Service
from ui.web.session import SessionShelf

MOST_FOUND = 50
"""Passages that one search gives at most."""

SHORTEST_KEY, LONGEST_KEY = 16, 128
"""Characters of a session's key: enough that nobody guesses one."""

_log = logging.getLogger(__name__)

Endpoint = Callable[..., dict[str, Any]]


class EndpointError(gr.Error):
    """What a programme did wrong, as one Danish sentence; MCP shows it as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, title=texts.FAILED_TITLE, print_exception=False)

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class Endpoints:
    """The functions that programmes call.

    Attributes:
        ask: Gives the object of ``ledelsesassistent ask --json``.
        search: Gives the object of ``ledelsesassistent search --json``.
        document: Gives a document's canonical text, or which documents there are.
    """

    ask: Endpoint
    search: Endpoint
    document: Endpoint


def make_endpoints(
    service: Service,
    sessions: SessionShelf,
    *,
    owner_of: Callable[[Any], str],
    note: Callable[[Answer, Role | None], None],
) -> Endpoints:
    """Return the functions, described in Danish.

    Args:
        service: The documents and the assistant, as they are served when a call comes.
        sessions: The conversations of programmes.
        owner_of: Who sent a request, so that nobody reaches another's conversation. It is handed
            Gradio's request, or Starlette's where the call came by MCP.
        note: Is told of every answer.
    """
    return Endpoints(
        _make_ask(service, sessions, owner_of, note), _make_search(service), _make_document(service)
    )


def add_endpoints(endpoints: Endpoints) -> None:
    """Give the page that is being built its endpoints for programmes.

    Without the queue a call is one request, and MCP does not call its own server again.
    """
    api(endpoints.ask, api_name="ask", queue=False)
    api(endpoints.search, api_name="search", queue=False)
    api(endpoints.document, api_name="document", queue=False)


def speak_json(page: gr.Blocks) -> None:
    """Let the MCP server of a page, which is mounted already, answer in JSON.

    Gradio 6.31 would write a Python dictionary (`GradioMCPServer.postprocess_output_data`).
    """
    if page.mcp_server_obj is not None:
        page.mcp_server_obj.postprocess_output_data = _write_json


def _make_ask(
    service: Service,
    sessions: SessionShelf,
    owner_of: Callable[[Any], str],
    note: Callable[[Answer, Role | None], None],
) -> Endpoint:
    def ask(
        question: str, role: str = "", session: str = "", request: gr.Request | None = None
    ) -> dict[str, Any]:
        with _explained():
            asker = parse_role(_text(role, "role") or None)
            asked, key = _text(question, "question"), _key(session)
            if not key:
                answer = service.assistant.answer(Ask(asked, asker))
            else:
                with sessions.turn(owner_of(request), key) as held:
                    answer = service.assistant.answer(Ask(asked, asker, held.conversation))
                    held.conversation = held.conversation.after(answer)
            note(answer, asker)
            return answer.to_json()

    ask.__doc__ = api_texts.ASK
    return ask


def _make_search(service: Service) -> Endpoint:
    def search(query: str, k: int = 10) -> dict[str, Any]:
        with _explained():
            found = find(service.library, _text(query, "query"), _count(k))
            return {"results": [asdict(finding) for finding in found]}

    search.__doc__ = api_texts.SEARCH
    return search


def _make_document(service: Service) -> Endpoint:
    def document(name: str = "") -> dict[str, Any]:
        with _explained():
            wanted = _text(name, "name")
            if not wanted:
                return {"documents": [_describe(each) for each in service.workplace.documents]}
            found = service.workplace.document(wanted)
            return {**_describe(found), "text": found.text}

    document.__doc__ = api_texts.DOCUMENT
    return document


def _describe(document: Any) -> dict[str, str]:  # noqa: ANN401  corpus' noun, out of ui's reach
    metadata = document.metadata
    return {
        "name": document.name,
        "title": metadata.title,
        "owner": metadata.owner,
        "edition": metadata.edition,
        "date": metadata.date,
        "version": document.version,
    }


@contextmanager
def _explained() -> Generator[None]:
    """Turn whatever goes wrong into one Danish sentence; details stay in the log."""
    try:
        yield
    except gr.Error:
        raise
    except AssistantError as error:
        raise EndpointError(explain(error)) from None
    except Exception:  # noqa: BLE001  MCP would hand its text to whoever called
        _log.exception("an endpoint failed")
        raise EndpointError(texts.FAILED) from None


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise EndpointError(api_texts.NOT_TEXT.format(field=field))
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_FOUND:
        raise EndpointError(api_texts.BAD_COUNT.format(most=MOST_FOUND))
    return value


def _key(value: object) -> str:
    key = _text(value, "session")
    if key and not SHORTEST_KEY <= len(key) <= LONGEST_KEY:
        limits = {"fewest": SHORTEST_KEY, "most": LONGEST_KEY}
        raise EndpointError(api_texts.BAD_SESSION.format(**limits))
    return key


def _write_json(data: Iterable[object], root_url: str) -> list[TextContent | ImageContent]:
    """Return what the endpoints gave, as MCP hands it on."""
    del root_url  # nothing in it is an address of ours
    return [TextContent(type="text", text=json.dumps(each, ensure_ascii=False)) for each in data]
