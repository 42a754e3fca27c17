import pytest

from evals.writing import write_whole


def test_a_text_is_written_as_utf_8(tmp_path):
    write_whole("Sådan «går» det\n", tmp_path / "fil.json")
    assert (tmp_path / "fil.json").read_bytes() == "Sådan «går» det\n".encode()


def test_a_text_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path):
    path = tmp_path / "fil.json"
    write_whole("gammel", path)
    with pytest.raises(UnicodeEncodeError):
        write_whole("ny \ud800", path)
    assert [file.name for file in tmp_path.iterdir()] == ["fil.json"]
    assert path.read_text(encoding="utf-8") == "gammel"
