import io

import pytest

from ui import users
from ui.accounts import check_password, read_accounts

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own


@pytest.fixture
def typed(monkeypatch):
    """Lets a script write on standard input."""

    def write(text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    write("")
    return write


@pytest.fixture
def file(tmp_path):
    return tmp_path / "brugere.txt"


def test_a_user_is_added_listed_and_removed(command, typed, file):
    typed(f"{PASSWORD}\n")
    added = command("user", "add", "Anna", "--hr", "--file", file)
    assert added.status == 0
    assert "Anna kan nu logge ind og se fanen Kvalitet" in added.out
    typed(f"{PASSWORD}\n")
    assert command("user", "add", "bo", "--file", file).status == 0
    assert command("user", "list", "--file", file).out == "Anna (HR)\nbo\n"
    assert command("user", "remove", "ANNA", "--file", file).status == 0
    assert command("user", "list", "--file", file).out == "bo\n"


def test_adding_a_user_again_gives_a_new_password(command, typed, file):
    for password in (PASSWORD, PASSWORD + "2"):
        typed(password)
        command("user", "add", "anna", "--file", file)
    (account,) = read_accounts(file).values()
    assert check_password(PASSWORD + "2", account.hashed)


def test_the_settings_name_the_file(command, typed, file, monkeypatch):
    monkeypatch.setenv("LEDELSESASSISTENT_AUTH", str(file))
    typed(PASSWORD)
    assert command("user", "add", "anna").status == 0
    assert list(read_accounts(file)) == ["anna"]


def test_without_a_file_it_is_asked_for(command):
    refused = command("user", "list")
    assert refused.status == 2
    assert "--file" in refused.err
    assert refused.err.count("\n") == 1


def test_an_unknown_user_cannot_be_removed(command, typed, file):
    typed(PASSWORD)
    command("user", "add", "anna", "--file", file)
    refused = command("user", "remove", "bo", "--file", file)
    assert refused.status == 2
    assert "»bo«" in refused.err


def test_a_short_password_changes_nothing(command, typed, file):
    typed("kort\n")
    refused = command("user", "add", "anna", "--file", file)
    assert refused.status == 2
    assert "mindst 12 tegn" in refused.err
    assert not file.exists()


def test_a_person_writes_the_password_twice(command, file, monkeypatch):
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stdin", terminal)
    answers = iter([PASSWORD, PASSWORD + "x", PASSWORD, PASSWORD])
    monkeypatch.setattr(users.getpass, "getpass", lambda _: next(answers))
    refused = command("user", "add", "anna", "--file", file)
    assert refused.status == 2
    assert "ikke ens" in refused.err
    assert command("user", "add", "anna", "--file", file).status == 0


def test_no_password_is_taken_from_the_command_line(command):
    assert "adgangskode" not in command("user", "add", "--help").out.split("Tilvalg:")[1].lower()
