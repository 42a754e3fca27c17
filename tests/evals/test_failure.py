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
from evals.check import BatchUnusableError
from evals.failure import explain
from evals.folder import FolderUnusableError
from evals.gold.case import CasesInvalidError
from evals.gold.row import GoldInvalidError
from evals.record import RecordInvalidError, read_record

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
        (BatchUnusableError("missing", "b.jsonl"), "filen b.jsonl findes ikke."),
        (BatchUnusableError("unreadable", "b.jsonl"), "filen b.jsonl kan ikke læses."),
        (BatchUnusableError("empty", "-"), "standardinput har ingen sætninger."),
        (
            BatchUnusableError("not_utf8", "b.jsonl"),
            "b.jsonl er ikke skrevet i UTF-8. Gem filen som UTF-8, og prøv igen.",
        ),
        (FolderUnusableError(PATH), f"mappen {PATH} kan ikke oprettes."),
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


def broken(*lines, code="question_empty", names=()):
    return CasesInvalidError([GoldInvalidError(code, PATH, line) for line in lines], names)


def test_a_run_that_is_not_there_is_told_from_one_that_cannot_be_read(tmp_path):
    with pytest.raises(RecordInvalidError) as caught:
        read_record(tmp_path / "run.json")
    assert explain(caught.value) == f"kørslen {tmp_path / 'run.json'} findes ikke."


def test_the_only_broken_case_is_one_sentence():
    assert explain(broken(3)) == f"{PATH}, linje 3: spørgsmålet er tomt."


def test_every_broken_case_has_a_line():
    assert explain(broken(3, 5)).split("\n") == [
        f"2 fejl i {PATH}:",
        "- linje 3: spørgsmålet er tomt.",
        "- linje 5: spørgsmålet er tomt.",
    ]


@pytest.mark.parametrize(("count", "last"), [(20, "- linje 21: "), (23, "- og 3 til")])
def test_no_more_than_twenty_broken_cases_are_listed(count, last):
    lines = explain(broken(*range(2, count + 2))).split("\n")
    assert lines[0] == f"{count} fejl i {PATH}:"
    assert lines[-1].startswith(last)
    assert len([line for line in lines if line.startswith("- linje ")]) == 20


def test_what_sections_are_called_is_told_once_where_one_is_unknown():
    said = explain(broken(3, 5, code="section_unknown", names=["Mod", "Krav"])).split("\n")
    assert said[-1] == "Afsnittene hedder: »Mod«, »Krav«."
    assert len([line for line in said if "hedder" in line]) == 1
    assert "hedder" not in explain(broken(3, 5, names=["Mod", "Krav"]))


def test_no_more_than_thirty_sections_are_listed():
    names = [f"Afsnit {n}" for n in range(1, 33)]
    said = explain(broken(3, code="section_unknown", names=names))
    assert said.endswith(", »Afsnit 30« og 2 til.")


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
