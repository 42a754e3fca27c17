import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.case import read_cases
from ui.errors import InputUnusableError
from ui.storage.noun import CaseDraft, TestCase
from ui.web.quality.case_sheet import MOST_PASTED, export_cases, read_pasted
from ui.web.quality.places import Places

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def case(question, section="", role="", number=1):
    return TestCase(number, question, role, section, "", "", NOW)


@pytest.fixture
def places(context):
    return Places(context.service)


def test_rows_of_a_spreadsheet_become_cases(places):
    text = (
        "spørgsmål\tafsnit\trolle\n"
        "Hvad forventes af mig?\tKrav og forventning\tLeder\n\n"
        "Hvad koster en cykel?\t\t\n"
    )
    assert read_pasted(text, places) == [
        CaseDraft("Hvad forventes af mig?", "leder", "Krav og forventning"),
        CaseDraft("Hvad koster en cykel?"),
    ]


def test_semicolons_part_cells_too_and_cells_may_be_missing(places):
    (draft,) = read_pasted('"Hvad; egentlig?";Krav og forventning, punkt 2', places)
    assert (draft.question, draft.section) == ("Hvad; egentlig?", "Krav og forventning, punkt 2")
    assert draft.passage_id


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "cases_none", None),
        ("spørgsmål;afsnit;rolle", "cases_none", None),
        ("Hvad?;Borte;", "cases_place_unknown", "1"),
        ("Hvad?;;\n;Krav og forventning;", "cases_row_invalid", "2"),
        ("Hvad?;;direktør", "cases_row_invalid", "1"),
        ("Hvad?\n" * (MOST_PASTED + 1), "cases_too_many", None),
    ],
)
def test_what_is_no_case_is_named_by_its_row(places, text, code, line):
    with pytest.raises(InputUnusableError) as caught:
        read_pasted(text, places)
    assert (caught.value.code, caught.value.fields.get("line")) == (code, line)


def test_the_file_is_read_by_the_evals_themselves(workplace, tmp_path):
    cases = [case("Hvad forventes af mig?", "Krav og forventning", "leder"), case("Ferie?")]
    path = tmp_path / "proever.csv"
    path.write_bytes(export_cases(cases))
    read = read_cases(path, workplace.documents)
    assert [(q.question, q.section, q.role) for q in read.questions] == [
        ("Hvad forventes af mig?", "Krav og forventning", "leder"),
        ("Ferie?", "", ""),
    ]


@given(st.text(max_size=30))
def test_no_cell_of_the_file_is_taken_for_a_formula(question):
    text = export_cases([case(question)]).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    assert len(rows) == 2
    assert not rows[1][0].startswith(("=", "+", "-", "@", "\t"))
