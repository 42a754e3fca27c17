"""Say in Danish why a run cannot be."""

import errno
from collections.abc import Sequence

from assistant.errors import (
    AssistantError,
    DocumentsUnusableError,
    IndexUnusableError,
    SettingInvalidError,
)
from evals import texts
from evals.check import STANDARD_INPUT, BatchUnusableError
from evals.folder import FolderUnusableError
from evals.gold.case import CasesInvalidError
from evals.gold.row import GoldInvalidError
from evals.record import RecordInvalidError

_ASSISTANT_ERRORS: dict[type[AssistantError], str] = {
    DocumentsUnusableError: texts.DOCUMENTS_UNUSABLE,
    IndexUnusableError: texts.INDEX_UNUSABLE,
    SettingInvalidError: texts.SETTING_INVALID,
}

EXPECTED = (
    AssistantError,
    BatchUnusableError,
    CasesInvalidError,
    FolderUnusableError,
    GoldInvalidError,
    RecordInvalidError,
    OSError,
)
"""What a user can mend; anything else is a fault of ours."""


_MOST_ERRORS = 20
_MOST_NAMES = 30


def explain(error: Exception) -> str:
    """Return in Danish what went wrong: one sentence, or a line for each broken line of cases."""
    if isinstance(error, CasesInvalidError):
        return _explain_cases(error)
    if isinstance(error, GoldInvalidError):
        return _explain_gold(error)
    if isinstance(error, AssistantError):
        return _explain_assistant(error)
    if isinstance(error, OSError):  # what is read has errors of its own
        return _explain_os_error(error)
    return _explain_file(error)


def _explain_file(error: Exception) -> str:
    if isinstance(error, RecordInvalidError):
        is_missing = isinstance(error.__cause__, FileNotFoundError)
        phrase = texts.RECORD_MISSING if is_missing else texts.RECORD_INVALID
        return phrase.format(path=error.path)
    if isinstance(error, BatchUnusableError):
        name = texts.STANDARD_INPUT if error.name == STANDARD_INPUT else error.name
        return texts.BATCH[error.code].format(path=name)
    if isinstance(error, FolderUnusableError):
        return texts.FOLDER_UNUSABLE.format(path=error.path)
    return texts.UNEXPECTED.format(code=type(error).__name__)


def _explain_assistant(error: AssistantError) -> str:
    phrase = next(
        (text for kind, text in _ASSISTANT_ERRORS.items() if isinstance(error, kind)),
        texts.UNEXPECTED,
    )
    known = {"path": "", "name": "", "code": error.code}
    return phrase.format(**{**known, **error.fields})


def _explain_os_error(error: OSError) -> str:
    if error.filename is None:
        code = errno.errorcode.get(error.errno or 0, type(error).__name__)
        return texts.UNEXPECTED.format(code=code)
    is_missing = isinstance(error, FileNotFoundError)
    phrase = texts.PATH_MISSING if is_missing else texts.FILE_UNWRITABLE
    return phrase.format(path=error.filename)


def _explain_cases(error: CasesInvalidError) -> str:
    """Return a line for each error, and once what the sections are called."""
    first, *others = error.errors
    lines = [_explain_gold(first)]
    if others:
        shown = error.errors[:_MOST_ERRORS]
        left = len(error.errors) - len(shown)
        lines = [texts.GOLD_COUNT.format(count=len(error.errors), path=first.path)]
        lines += [texts.GOLD_LINE.format(line=e.line, detail=_detail(e)) for e in shown]
        lines += [texts.GOLD_MORE.format(count=left)] * bool(left)
    if any(e.code == "section_unknown" for e in error.errors):
        lines.append(_list_names(error.names))
    return "\n".join(lines)


def _list_names(names: Sequence[str]) -> str:
    listed = ", ".join(f"»{name}«" for name in names[:_MOST_NAMES])
    left = len(names) - _MOST_NAMES
    if left > 0:
        listed = texts.NAMES_MORE.format(names=listed, count=left)
    return texts.NAMES.format(names=listed)


def _explain_gold(error: GoldInvalidError) -> str:
    if not error.line:
        return texts.GOLD_FILE.format(path=error.path, detail=_detail(error))
    return texts.GOLD_PLACE.format(path=error.path, line=error.line, detail=_detail(error))


def _detail(error: GoldInvalidError) -> str:
    return texts.GOLD[error.code].format(field=error.field, detail=error.detail)
