import pytest

from evals.gold.row import GoldInvalidError
from evals.gold.sheet import read_sheet


@pytest.fixture
def read(tmp_path):
    def _read(content, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_sheet(path)

    return _read


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_whatever_parts_and_encodes_it(read, delimiter, encoding):
    sheet = read(f"æ{delimiter}b\n1{delimiter}ø\n", encoding)
    assert sheet.header == ("æ", "b")
    assert [sheet.row(line, 2).fields for line in sheet.lines] == [{"æ": "1", "b": "ø"}]


def test_a_line_is_called_after_its_first_and_blank_ones_are_counted(read):
    sheet = read('\na;b\n"1\n1";2\n;\n3;4\n')
    assert [sheet.row(line, 2).line for line in sheet.lines] == [3, 6]
    assert sheet.row(sheet.lines[0], 2).fields == {"a": "1\n1", "b": "2"}


def test_lines_before_a_broken_one_can_be_read(read):
    sheet = read('a;b\n1;2\n"3;4\n')
    first, broken = sheet.lines
    assert sheet.row(first, 2).fields == {"a": "1", "b": "2"}
    with pytest.raises(GoldInvalidError) as caught:
        sheet.row(broken, 2)
    assert (caught.value.code, caught.value.line) == ("not_csv", 3)


@pytest.mark.parametrize(("line", "code"), [("1", "cells_missing"), ("1;2;3", "cells_extra")])
def test_too_few_cells_and_too_many_are_told(read, line, code):
    sheet = read(f"a;b\n{line}\n")
    with pytest.raises(GoldInvalidError) as caught:
        sheet.row(sheet.lines[0], 2)
    assert (caught.value.code, caught.value.line) == (code, 2)


def test_columns_that_need_not_be_there_and_empty_cells_beyond_them_are_let_be(read):
    sheet = read("a;b\n1\n1;2;;\n")
    fields = [sheet.row(line, 1).fields for line in sheet.lines]
    assert fields == [{"a": "1"}, {"a": "1", "b": "2"}]


@pytest.mark.parametrize(
    ("content", "code"),
    [("", "empty"), ("\n;\n", "empty"), ('"a\n', "not_csv"), (b"PK\x03\x04\x00", "not_text")],
)
def test_a_file_that_is_no_table_is_named(read, tmp_path, content, code):
    with pytest.raises(GoldInvalidError) as caught:
        read(content)
    assert (caught.value.code, caught.value.path) == (code, tmp_path / "table.csv")
