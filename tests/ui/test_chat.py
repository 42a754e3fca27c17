import io

import pytest


@pytest.fixture
def chat(command, index_dir, monkeypatch):
    """Holds a conversation of the given lines."""

    def call(*lines, options=()):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return command("chat", "--index-dir", index_dir, *options)

    return call


def test_a_follow_up_is_understood_from_what_came_before(chat):
    held = chat("Hvad er mod?", "Hvor står det?")
    assert held.status == 0
    assert held.out.count("Ledelsesværdi: Mod") >= 2
    assert held.out.endswith("Farvel.\n")


@pytest.mark.parametrize("word", ["slut", "Farvel!", " SLUT "])
def test_a_word_of_farewell_ends_the_conversation(chat, word):
    assert chat(word, "Hvad er mod?").out == "Farvel.\n"


def test_the_end_of_input_ends_the_conversation(chat):
    assert chat() == chat("slut")


def test_an_empty_line_is_passed_over(chat):
    held = chat("", "   ", "slut")
    assert (held.status, held.out, held.err) == (0, "Farvel.\n", "")


def test_an_error_on_one_line_does_not_end_the_conversation(chat):
    held = chat("\x07", "x" * 30_000, "hvad er \udcff", "Hej", options=("--role", "hr"))
    assert held.status == 0
    assert held.err.count("\n") == 3
    assert held.out.startswith("Hej! ")
