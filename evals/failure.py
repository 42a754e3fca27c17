"""Say in Danish why a run cannot be."""

import errno

from assistant.errors import (
    AssistantError,
    DocumentsUnusableError,
    IndexUnusableError,
    SettingInvalidError,
)
from evals import texts
from evals.gold.row import GoldInvalidError
from evals.record import RecordInvalidError

_ASSISTANT_ERRORS: dict[type[AssistantError], str] = {
    DocumentsUnusableError: texts.DOCUMENTS_UNUSABLE,
    IndexUnusableError: texts.INDEX_UNUSABLE,
    SettingInvalidError: texts.SETTING_INVALID,
}
_WRITE_ERRORS = frozenset({errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EEXIST, errno.ENOTDIR})


def explain(error: Exception) -> str:
    """Return one Danish sentence about what went wrong."""
    if isinstance(error, GoldInvalidError):
        return _explain_gold(error)
    if isinstance(error, RecordInvalidError):
        return texts.RECORD_INVALID.format(path=error.path)
    if isinstance(error, OSError):
        is_write = error.errno in _WRITE_ERRORS
        phrase = texts.FILE_UNWRITABLE if is_write else texts.FILE_UNREADABLE
        return phrase.format(path=error.filename)
    fields = error.fields if isinstance(error, AssistantError) else {}
    phrase = next(
        (text for kind, text in _ASSISTANT_ERRORS.items() if isinstance(error, kind)),
        texts.UNEXPECTED,
    )
    known = {"path": "", "name": "", "code": getattr(error, "code", "")}
    return phrase.format(**{**known, **fields})


def _explain_gold(error: GoldInvalidError) -> str:
    detail = texts.GOLD[error.code].format(field=error.field, detail=error.detail)
    if not error.line:
        return texts.GOLD_FILE.format(path=error.path, detail=detail)
    return texts.GOLD_PLACE.format(path=error.path, line=error.line, detail=detail)
