import errno
from pathlib import Path

import pytest

from assistant.errors import (
    AssistantError,
    DocumentsUnusableError,
    IndexUnusableError,
    SettingInvalidError,
)
from evals import texts
from evals.check import BatchUnreadableError
from evals.failure import explain
from evals.gold.row import GoldInvalidError
from evals.record import RecordInvalidError

PATH = Path("/mappe/fil.jsonl")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            DocumentsUnusableError("folder_missing", path="/mappe", line="", detail="gone"),
            "dokumenterne i /mappe kan ikke bruges. Se efter med `ledelsesassistent index`.",
        ),
        (
            IndexUnusableError("index_broken", path="/indeks", detail="gone"),
            "indekset /indeks kan ikke bruges. Byg det igen med `ledelsesassistent index`.",
        ),
        (
            SettingInvalidError("setting_unknown", name="LEDELSESASSISTENT_X", allowed="Y"),
            "indstillingen LEDELSESASSISTENT_X kan ikke bruges.",
        ),
        (AssistantError("odd"), "noget gik galt (odd)."),
        (RecordInvalidError(PATH, "no"), f"{PATH} er ikke en kørsel, som denne udgave kan læse."),
        (BatchUnreadableError(PATH), f"filen {PATH} kan ikke læses."),
        (
            PermissionError(errno.EACCES, "Permission denied", str(PATH)),
            f"der kan ikke skrives i {PATH}.",
        ),
        (
            FileNotFoundError(errno.ENOENT, "No such file", str(PATH)),
            f"stien {PATH} findes ikke.",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "noget gik galt (ENOSPC)."),
        (OSError("odd"), "noget gik galt (OSError)."),
    ],
)
def test_each_error_has_a_danish_sentence_that_names_what_is_wrong(error, said):
    assert explain(error) == said


def test_a_broken_gold_line_is_named_by_file_and_line():
    error = GoldInvalidError("text_missing", PATH, 3, field="question")
    assert explain(error) == f"{PATH}, linje 3: feltet »question« mangler eller er ikke en tekst."


def test_a_broken_gold_file_is_named_without_a_line():
    assert explain(GoldInvalidError("empty", PATH)) == f"{PATH}: filen er tom."


@pytest.mark.parametrize("code", texts.GOLD)
def test_every_gold_error_has_a_sentence_without_english_detail(code):
    said = explain(GoldInvalidError(code, PATH, 1, field="felt", detail="»Mod«"))
    assert said.startswith(f"{PATH}, linje 1: ")
    assert said[-1] in ".?"
    assert "{" not in said


def test_every_code_that_gold_errors_are_documented_with_has_its_sentence():
    documented = GoldInvalidError.__doc__ or ""
    named = documented.partition("code:")[2].partition("path:")[0]
    assert set(named.split('"')[1::2]) == set(texts.GOLD)
