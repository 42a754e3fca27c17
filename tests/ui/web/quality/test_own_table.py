from hypothesis import given
from hypothesis import strategies as st

from ui.web.quality.own_table import OwnTable, render_table


def test_every_row_is_named_by_one_of_its_cells():
    shown = render_table(OwnTable("Titel", ("A", "B"), [("1", "x")], heading=1))
    assert "<caption>Titel</caption>" in shown
    assert '<td>1</td><th scope="row">x</th>' in shown
    assert '<th scope="col">A</th>' in shown


def test_without_rows_there_is_a_sentence_and_no_table():
    shown = render_table(OwnTable("Titel", ("A",), [], empty="Ingen.", after="Bagefter."))
    assert "Ingen." in shown
    assert "<table" not in shown


def test_a_table_may_be_folded():
    assert "<summary>Se dem</summary>" in render_table(
        OwnTable("Titel", ("A",), [("1",)], folded="Se dem")
    )


@given(st.text(max_size=30))
def test_no_cell_can_write_html(cell):
    shown = render_table(OwnTable("Titel", ("A",), [(f"<b>{cell}",)]))
    assert "<b>" not in shown
    assert "\n" not in shown
