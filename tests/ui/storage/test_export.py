import csv
import unicodedata
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui.storage import texts
from ui.storage.export import export_feedback, export_unanswered, make_safe
from ui.storage.noun import Feedback, UnansweredQuestion

AT = datetime(2026, 11, 30, 13, 5, tzinfo=UTC)
SIGNS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫−"
UNSEEN = " \u00a0\u2003\u200b\ufeff\u00ad\x00\x1f\u0301\u202e"


def read(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def test_feedback_is_written_in_danish():
    feedback = Feedback(
        helped=False,
        reason="not_found",
        comment='Der stod; "mere"',
        status="nearest",
        role="leder",
        citations=("Mod, punkt 1", "Løn"),
        versions=("regler ab12",),
        at=AT,
    )
    header, row = read(export_feedback([feedback]))
    assert header == list(texts.FEEDBACK_COLUMNS)
    assert row == [
        "30-11-2026 14:05",
        "Nej",
        "Det står i dokumentet, men blev ikke fundet",
        'Der stod; "mere"',
        "Det tætteste – ikke et svar",
        "Leder",
        "",
        "Mod, punkt 1 | Løn",
        "regler ab12",
    ]


def test_unanswered_questions_are_written_in_danish():
    question = UnansweredQuestion(1, "Hvad koster en cykel?", "refused", "hr", (), AT)
    header, row = read(export_unanswered([question]))
    assert header == list(texts.UNANSWERED_COLUMNS)
    assert row == ["30-11-2026 14:05", "Hvad koster en cykel?", "Står der ikke", "HR", ""]


def test_an_empty_list_is_its_headings_alone():
    assert read(export_feedback([])) == [list(texts.FEEDBACK_COLUMNS)]


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://ond.dk";"klik")',
        "=cmd|' /C calc'!A0",
        "+4512345678",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "＝1+1",
        " ＠SUM(1)",
        "\n=1",
    ],
)
def test_a_formula_becomes_text(cell):
    assert make_safe(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "Hvad er 1+1?", "»citat«", "a=b", "'citat'", "– og mere"])
def test_what_is_no_formula_is_left_alone(cell):
    assert make_safe(cell) == cell


def begins_as_formula(cell: str) -> bool:
    """Say whether a spreadsheet that trims what shows nothing would see a formula."""
    seen = "".join(sign for sign in cell if unicodedata.category(sign)[0] not in "ZC")
    return unicodedata.normalize("NFKC", seen)[:1] in set("=+-@")


@given(
    st.text(alphabet=st.sampled_from(UNSEEN), max_size=4),
    st.sampled_from(SIGNS),
    st.text(max_size=20),
)
@example("", "=", "")
def test_no_cell_of_an_export_is_a_formula(before, sign, after):
    feedback = Feedback(helped=True, comment=before + sign + after, reason=sign, at=AT)
    _, row = read(export_feedback([feedback]))
    assert len(row) == len(texts.FEEDBACK_COLUMNS)
    assert not any(begins_as_formula(cell) for cell in row)
    assert row[3].startswith("'")


@given(st.text())
def test_any_text_is_one_cell_on_one_line_of_which_nothing_is_lost(text):
    _, row = read(export_unanswered([UnansweredQuestion(1, text, "refused", "", (), AT)]))
    assert not set(row[1]) & set("\n\r\t\x0b\x0c\x85\u2028\u2029")
    broken = {"Cc", "Zl", "Zp"}
    flat = "".join(" " if unicodedata.category(sign) in broken else sign for sign in text)
    assert row[1] in {flat, f"'{flat}"}
