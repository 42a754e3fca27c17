"""Say in Danish why a run cannot be."""

import errno

from assistant.errors import (
    AssistantError,
    DocumentsUnusableError,
    IndexUnusableError,
    SettingInvalidError,
)
from evals import texts
from evals.check import BatchUnreadableError
from evals.gold.row import GoldInvalidError
from evals.record import RecordInvalidError

_ASSISTANT_ERRORS: dict[type[AssistantError], str] = {
    DocumentsUnusableError: texts.DOCUMENTS_UNUSABLE,
    IndexUnusableError: texts.INDEX_UNUSABLE,
    SettingInvalidError: texts.SETTING_INVALID,
}

EXPECTED = (AssistantError, BatchUnreadableError, GoldInvalidError, RecordInvalidError, OSError)
"""What a user can mend; anything else is a fault of ours."""


def explain(error: Exception) -> str:
    """Return one Danish sentence about what went wrong."""
    if isinstance(error, GoldInvalidError):
        return _explain_gold(error)
    if isinstance(error, RecordInvalidError):
        return texts.RECORD_INVALID.format(path=error.path)
    if isinstance(error, BatchUnreadableError):
        return texts.FILE_UNREADABLE.format(path=error.path)
    if isinstance(error, OSError):  # what is read has errors of its own
        return _explain_os_error(error)
    fields = error.fields if isinstance(error, AssistantError) else {}
    phrase = next(
        (text for kind, text in _ASSISTANT_ERRORS.items() if isinstance(error, kind)),
        texts.UNEXPECTED,
    )
    known = {"path": "", "name": "", "code": getattr(error, "code", type(error).__name__)}
    return phrase.format(**{**known, **fields})


def _explain_os_error(error: OSError) -> str:
    if error.filename is None:
        code = errno.errorcode.get(error.errno or 0, type(error).__name__)
        return texts.UNEXPECTED.format(code=code)
    is_missing = isinstance(error, FileNotFoundError)
    phrase = texts.PATH_MISSING if is_missing else texts.FILE_UNWRITABLE
    return phrase.format(path=error.filename)


def _explain_gold(error: GoldInvalidError) -> str:
    detail = texts.GOLD[error.code].format(field=error.field, detail=error.detail)
    if not error.line:
        return texts.GOLD_FILE.format(path=error.path, detail=detail)
    return texts.GOLD_PLACE.format(path=error.path, line=error.line, detail=detail)
