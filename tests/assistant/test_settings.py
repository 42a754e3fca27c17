from pathlib import Path

import pytest

from assistant.errors import SettingInvalidError
from assistant.settings import PREFIX, Settings, read_settings


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(f"{PREFIX}DOCUMENTS", str(tmp_path))
    monkeypatch.setenv(f"{PREFIX}EMBEDDER", "en-model")
    settings = read_settings()
    assert settings.documents == tmp_path
    assert settings.embedder == "en-model"
    assert settings.index_dir is None


def test_what_is_given_overrules_the_environment_and_none_does_not(monkeypatch, tmp_path):
    monkeypatch.setenv(f"{PREFIX}INDEX_DIR", "fra-miljoeet")
    assert read_settings(index_dir=tmp_path).index_dir == tmp_path
    assert read_settings(index_dir=None).index_dir == Path("fra-miljoeet")


def test_an_unknown_setting_is_named_with_those_that_are_allowed(monkeypatch):
    monkeypatch.setenv(f"{PREFIX}INDEKS", "x")
    with pytest.raises(SettingInvalidError) as caught:
        read_settings()
    assert caught.value.code == "setting_unknown"
    assert caught.value.fields["name"] == f"{PREFIX}INDEKS"
    assert f"{PREFIX}INDEX_DIR" in caught.value.fields["allowed"]


def test_an_impossible_setting_is_named():
    with pytest.raises(SettingInvalidError) as caught:
        read_settings(documents=7)
    assert caught.value.fields["name"] == f"{PREFIX}DOCUMENTS"


def test_an_index_folder_of_one_s_own_is_used_as_it_is(tmp_path):
    assert Settings(index_dir=tmp_path).index_folder(Path("dokumenter")) == tmp_path


def test_each_folder_of_documents_has_its_own_index_in_the_cache(tmp_path):
    settings = Settings()
    one, other = (settings.index_folder(tmp_path / name) for name in ("en", "anden"))
    assert one != other
    assert one.parent == other.parent
    assert one == settings.index_folder(tmp_path / "anden" / ".." / "en")


@pytest.mark.parametrize("contact", ["to\nlinjer", "[1]", "<b>HR</b>", "x" * 201])
def test_a_contact_that_would_break_an_answer_is_refused(monkeypatch, contact):
    monkeypatch.setenv(f"{PREFIX}CONTACT", contact)
    with pytest.raises(SettingInvalidError):
        read_settings()
