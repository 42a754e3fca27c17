import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.case import read_cases
from ui.errors import InputUnusableError, RowsUnusableError
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


def test_a_header_names_the_columns_in_any_order(places):
    text = "Nr.\tRolle\tNote\tSporgsmål\tAfsnit\tSpørgsmål\n7\thr\tHusk\t\tmod\tHvad er mod?\n"
    assert read_pasted(text, places) == [
        CaseDraft("Hvad er mod?", "hr", "Ledelsesværdi: Mod", "", "Husk")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "cases_none"),
        ("spørgsmål;afsnit;rolle", "cases_none"),
        ("Hvad?\n" * (MOST_PASTED + 1), "cases_too_many"),
    ],
)
def test_what_is_no_table_is_told(places, text, code):
    with pytest.raises(InputUnusableError) as caught:
        read_pasted(text, places)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hvad?;Ferie;", [(1, "case_place_unknown")]),
        ("spørgsmål;afsnit\nHvad?;Ferie", [(2, "case_place_unknown")]),
        (
            "Hvad?;;\n\n;Mood;\n'Hvad?;;ledder",
            [(3, "case_place_close"), (3, "question_empty"), (4, "case_role_close")],
        ),
        ("Hvad?;;direktør", [(1, "role_unknown")]),
        (f"Hvad?;;;{'a' * 501}", [(1, "case_note_too_long")]),
    ],
)
def test_all_that_is_no_case_is_told_at_once_by_its_row(places, text, told):
    with pytest.raises(RowsUnusableError) as caught:
        read_pasted(text, places)
    assert [(number, error.code) for number, error in caught.value.errors] == told


def test_the_file_holds_the_notes_and_can_be_pasted_again(places):
    noted = replace(case("Hvad?", "Krav og forventning", "leder"), note="Husk")
    text = export_cases([noted]).decode("utf-8-sig")
    assert read_pasted(text, places) == [
        CaseDraft("Hvad?", "leder", "Krav og forventning", "", "Husk")
    ]


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
