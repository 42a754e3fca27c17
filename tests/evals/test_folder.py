import pytest

from evals.folder import FolderUnusableError, open_folder


def test_what_is_written_stays(tmp_path):
    with open_folder(tmp_path / "ny" / "ud"):
        (tmp_path / "ny" / "ud" / "run.json").touch()
    assert (tmp_path / "ny" / "ud" / "run.json").exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_fresh_folder_is_gone_again_when_nothing_came_of_it(tmp_path, error):
    with pytest.raises(error), open_folder(tmp_path / "ny" / "ud"):
        raise error
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays(tmp_path):
    (tmp_path / "ud").mkdir()
    with pytest.raises(KeyboardInterrupt), open_folder(tmp_path / "ud"):
        raise KeyboardInterrupt
    assert (tmp_path / "ud").is_dir()


@pytest.mark.parametrize("name", ["fil", "fil/ud"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path, name):
    (tmp_path / "fil").write_text("min", encoding="utf-8")
    with pytest.raises(FolderUnusableError) as caught, open_folder(tmp_path / name):
        pass
    assert caught.value.path == tmp_path / name
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "min"
