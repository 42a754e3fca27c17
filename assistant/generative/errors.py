"""What can go wrong when a model is asked, told apart whatever provider it comes from.

ModelFailedError    the model gave nothing to use; the extractive answer is given instead

It never leaves this package. What a provider says of an error may hold the key; it is not kept.
"""

from collections.abc import Iterator

_DENIED = frozenset({401, 403})
_BUSY = 429
_SERVER = 500
_CLIENT = 400
_TIMES_OUT = frozenset({408, 504})

TRANSIENT = frozenset({"busy", "failed", "unreachable"})
"""Causes that may be over in a moment."""

CAUSES = frozenset(
    {"unreachable", "timeout", "busy", "denied", "rejected", "failed", "unreadable", "paused"}
)
"""Keys of `assistant.texts.FALLBACKS`."""


class ModelFailedError(Exception):
    """The model gave nothing to use.

    Attributes:
        cause: One of `CAUSES`.
    """

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


def find_cause(error: BaseException) -> str:
    """Return why `error` was raised: one of `CAUSES`.

    The providers' packages have no errors in common, so it goes by status code and by name.
    """
    for each in _chain(error):
        if isinstance(each, ModelFailedError):
            return each.cause
        status = _status(each)
        if status is not None:
            return _by_status(status)
    names = [name for each in _chain(error) for name in _names(each)]
    if any("timeout" in name for name in names):
        return "timeout"
    if any(part in name for name in names for part in ("connect", "network", "protocol")):
        return "unreachable"
    return "unreadable"


def _by_status(status: int) -> str:
    if status in _DENIED:
        return "denied"
    if status == _BUSY:
        return "busy"
    if status in _TIMES_OUT:
        return "timeout"
    return "failed" if status >= _SERVER else "rejected"


def _status(error: BaseException) -> int | None:
    response = getattr(error, "response", None)
    for value in (getattr(error, "status_code", None), getattr(response, "status_code", None)):
        if isinstance(value, int) and value >= _CLIENT:
            return value
    return None


def _names(error: BaseException) -> list[str]:
    return [kind.__name__.lower() for kind in type(error).__mro__]


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
