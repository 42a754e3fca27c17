import pytest
from sqlalchemy import make_url

from ui.storage.errors import StorageError
from ui.storage.place import describe, find_place, is_file


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_uses_the_driver_that_is_installed(tmp_path, scheme):
    url = find_place(f"{scheme}://hr:kode@db/ledelse", tmp_path)
    assert url.drivername == "postgresql+psycopg"
    assert (url.username, url.password, url.database) == ("hr", "kode", "ledelse")


def test_another_driver_that_was_named_is_left_alone(tmp_path):
    assert find_place("postgresql+pg8000://db/x", tmp_path).drivername == "postgresql+pg8000"


def test_no_setting_is_a_file_in_the_folder(tmp_path):
    url = find_place("", tmp_path)
    assert is_file(url)
    assert describe(url) == str(tmp_path / "ledelsesassistent.db")


def test_a_folder_may_hold_signs_that_mean_something_in_an_address(tmp_path):
    folder = tmp_path / "50% af @hr?#"
    assert describe(find_place("", folder)) == str(folder / "ledelsesassistent.db")


@pytest.mark.parametrize(
    "setting",
    [
        "hemmelig-kode",
        "postgresql//hr:hemmelig-kode@db",
        "postgresql://hr:hemmelig-kode@db:port/x",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:hemmelig-kode?uri=true",
    ],
)
def test_what_cannot_be_used_is_refused_and_not_repeated(tmp_path, setting):
    with pytest.raises(StorageError) as caught:
        find_place(setting, tmp_path)
    assert caught.value.code == "database_invalid"
    assert caught.value.fields == {}
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "setting",
    [
        "postgresql://hr:hemmelig@db:5432/ledelse",
        "postgresql://hr@db:5432/ledelse?password=hemmelig&sslpassword=hemmelig",
        "postgresql://hr:hemmelig%40@db:5432/ledelse",
    ],
)
def test_a_place_is_shown_without_its_password(setting):
    assert describe(make_url(setting)) == "postgresql://hr@db:5432/ledelse"
