from assistant.settings import Settings
from ui import texts
from ui.opening import announce_build, open_ready, open_workplace


def test_the_command_line_s_folders_overrule_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("LEDELSESASSISTENT_INDEX_DIR", str(tmp_path / "andet"))
    opened = open_workplace(None, tmp_path / "indeks")
    assert opened.settings == Settings(index_dir=tmp_path / "indeks")


def test_a_waiting_person_is_told_that_the_index_is_built(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    open_ready(None, tmp_path)
    assert texts.BUILDING in capsys.readouterr().err


def test_nobody_is_told_when_it_is_ready_or_nobody_waits(capsys, workplace, tmp_path):
    announce_build(workplace)
    open_ready(None, tmp_path)
    assert capsys.readouterr().err == ""
