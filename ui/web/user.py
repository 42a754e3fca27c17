"""Who a request comes from, and whether they see what is HR's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:  # the command that keeps the login file must not wait for it
    from collections.abc import Iterable

    import gradio as gr
    from starlette.requests import HTTPConnection

    from assistant.settings import Settings

_STATE = "visitor"


@dataclass(frozen=True)
class Visitor:
    """Who sent a request.

    Attributes:
        name: The user's name; "" when nobody is logged in.
        is_hr: Whether the tab for quality is theirs.
        key: What limits and conversations hang on: the user, or the address of a nameless one.
    """

    name: str
    is_hr: bool
    key: str


NOBODY = Visitor("", is_hr=False, key="ukendt")
"""Where there is no request, or it did not come through the shell."""


def named_visitor(
    name: str, settings: Settings, *, groups: Iterable[str] = (), is_hr: bool = False
) -> Visitor:
    """Return the visitor who is logged in as `name`.

    Args:
        name: As the login file or the reverse proxy writes it.
        settings: Name HR's group and further users.
        groups: What the reverse proxy says the user belongs to.
        is_hr: Whether the login file says that the user is HR.
    """
    further = {user.strip().casefold() for user in settings.hr_users.split(",")} - {""}
    wanted = settings.hr_group.strip().casefold()
    belongs = bool(wanted) and wanted in {group.casefold() for group in groups}
    is_theirs = is_hr or belongs or name.casefold() in further
    return Visitor(name, is_hr=is_theirs, key=f"bruger:{name.casefold()}")


def nameless_visitor(address: str, *, is_alone: bool) -> Visitor:
    """Return the visitor of a page that asks for no login.

    Args:
        address: Where the request came from.
        is_alone: Whether the page is served to this very machine alone: its user is HR too.
    """
    return Visitor("", is_hr=is_alone, key=f"adresse:{address}")


def note_visitor(scope: Any, visitor: Visitor) -> None:  # noqa: ANN401  an ASGI scope is a dict
    """Write on a request who sent it, for `visitor_of`."""
    scope.setdefault("state", {})[_STATE] = visitor


def visitor_of(request: gr.Request | HTTPConnection | None) -> Visitor:
    """Return who sent a request, whether Gradio, MCP or FastAPI hands it over."""
    inner = getattr(request, "request", None)  # Gradio wraps Starlette's
    connection = cast("Any", inner if inner is not None else request)
    scope = getattr(connection, "scope", None)
    if not isinstance(scope, dict):
        return NOBODY
    return visitor_of_scope(cast("dict[str, Any]", scope))


def visitor_of_scope(scope: Any) -> Visitor:  # noqa: ANN401  an ASGI scope is a dict
    """Return who sent the request of an ASGI scope."""
    found = scope.get("state", {}).get(_STATE)
    return found if isinstance(found, Visitor) else NOBODY
