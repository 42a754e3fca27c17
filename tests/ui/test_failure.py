import errno
import inspect
import re
from pathlib import Path

import pytest

import assistant.errors
import corpus.errors
import index.errors
from assistant.errors import AssistantError, IndexUnusableError
from corpus.errors import CorpusError
from index.errors import RetrievalError
from ui import error_texts
from ui.errors import InputUnusableError
from ui.failure import explain, run_guarded

ROOT = Path(__file__).parents[2]
ENGLISH = re.compile(
    r"\b(the|error|file|not|usage|invalid|missing|unknown|cannot)\b", re.IGNORECASE
)


def raising(error):
    def work():
        raise error

    return work


def known_codes():
    classes = [
        found
        for module in (assistant.errors, corpus.errors, index.errors)
        for _, found in inspect.getmembers(module, inspect.isclass)
    ]
    roots = {AssistantError, CorpusError, RetrievalError}
    yield from (c.code for c in classes if issubclass(c, tuple(roots)) and c not in roots)
    for path in (*(ROOT / "assistant").glob("*.py"), *(ROOT / "ui").glob("*.py")):
        yield from re.findall(r'raise \w+Error\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", sorted(set(known_codes())))
def test_every_error_code_has_a_danish_sentence(code):
    assert code in error_texts.ERRORS


@pytest.mark.parametrize("sentence", [*error_texts.ERRORS.values(), error_texts.ERROR_UNKNOWN])
def test_every_sentence_is_danish_and_ends_as_a_sentence_or_a_command(sentence):
    assert not ENGLISH.search(re.sub(r"\{.*?\}|--[\w-]+", "", sentence))
    # a reason is a sentence itself
    assert sentence.endswith((".", "?", "--help", '"…"', "{reason}"))


def test_a_sentence_names_the_path_and_the_line():
    error = AssistantError("enrichment_invalid", path="a.questions.jsonl", line="3", detail="x")
    assert explain(error).startswith("a.questions.jsonl, linje 3 kan ikke læses.")


def test_a_sentence_holds_no_english_detail():
    error = IndexUnusableError("index_unwritable", path="/x", detail="No space left on device")
    assert "space" not in explain(error)


def test_what_a_user_wrote_is_shown_short_and_on_one_line():
    sentence = explain(AssistantError("role_unknown", name="a\n\x1b" + "b" * 9999, allowed="hr"))
    assert len(sentence) < 500
    assert "\n" not in sentence
    assert "\x1b" not in sentence


def test_an_error_that_no_sentence_knows_is_still_told_in_danish(capsys):
    assert run_guarded(raising(AssistantError("ny_fejl"))) == 2
    assert capsys.readouterr().err == f"{error_texts.ERROR_UNKNOWN}\n"


def test_an_unexpected_exception_is_one_danish_sentence(capsys):
    assert run_guarded(raising(RuntimeError("boom"))) == 2
    written = capsys.readouterr().err
    assert written == f"{error_texts.ERROR_UNKNOWN}\n"
    assert "LEDELSESASSISTENT_DEBUG=1" in written


@pytest.mark.parametrize("error", [RuntimeError("boom"), InputUnusableError("question_missing")])
def test_the_debug_variable_shows_the_traceback(capsys, monkeypatch, error):
    monkeypatch.setenv("LEDELSESASSISTENT_DEBUG", "1")
    assert run_guarded(raising(error)) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_ends_quietly_with_130(capsys):
    assert run_guarded(raising(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == ""


def test_a_reader_who_left_ends_it_quietly(capsys):
    assert run_guarded(raising(BrokenPipeError())) == 141
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_told_as_such(capsys):
    assert run_guarded(raising(OSError(errno.ENOSPC, "No space left on device"))) == 2
    assert capsys.readouterr().err == f"{error_texts.ERRORS['output_full']}\n"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["spørg"], "Kommandoen findes ikke"),
        (["index", "slet"], "ledelsesassistent index --help"),
        (["ask", "--farve"], "--farve"),
        (["--farve"], "--farve"),
        (["ask", "--role"], "--role"),
        (["ask", "--json=1", "mod"], "--json"),
        (["ask", "Hvad", "er", "mod?"], "anførselstegn"),
        (["search", "mod", "--k", "0"], "helt tal"),
        (["search", "mod", "--k", "ti"], "helt tal"),
    ],
)
def test_a_command_line_that_cannot_be_read_is_told_in_danish(command, arguments, hint):
    outcome = command(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert hint in outcome.err
    assert outcome.err.count("\n") == 1
    assert not ENGLISH.search(outcome.err)
