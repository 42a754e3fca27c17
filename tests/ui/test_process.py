"""The command line as a user's shell runs it: whole processes."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

QUESTION = "Hvad forventes af mig som leder?"


def test_document_prints_the_canonical_text_byte_for_byte(process, document_text):
    printed = process("document", "ledelsesgrundlag-2016", env={"LC_ALL": "C"})
    assert printed.returncode == 0
    assert printed.stdout == document_text.encode("utf-8")
    assert printed.stderr == b""


def test_danish_letters_survive_a_machine_without_a_language(process, index_dir):
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    line = '{"id": "æ", "question": "Hvad er fællesskabsledelse?"}\n'.encode()
    answered = process("ask", "--batch", "-", "--index-dir", index_dir, env=environment, input=line)
    assert answered.returncode == 0
    assert answered.stderr == b""
    content = json.loads(answered.stdout.decode("utf-8"))
    assert content["id"] == "æ"
    assert content["question"] == "Hvad er fællesskabsledelse?"


def test_the_error_of_a_machine_without_a_language_is_readable(process):
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    refused = process("ask", env=environment)
    assert refused.returncode == 2
    assert "Skriv et spørgsmål" in refused.stderr.decode("utf-8")


def test_invalid_bytes_on_the_command_line_are_refused_with_a_sentence(process):
    refused = process("ask", b"hvad er \xff\xfe?")
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert "UTF-8" in refused.stderr.decode("utf-8")
    assert b"Traceback" not in refused.stderr


def test_a_reader_who_leaves_early_ends_it_quietly(index_dir, tmp_path):
    file = tmp_path / "batch.jsonl"
    row = json.dumps({"id": "1", "question": QUESTION})
    file.write_text(f"{row}\n" * 500, encoding="utf-8")
    arguments = ["ask", "--batch", str(file), "--index-dir", str(index_dir)]
    with subprocess.Popen(
        [sys.executable, "-m", "ui.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_control_c_ends_a_conversation_quietly(index_dir):
    with subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "chat", "--index-dir", str(index_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        # A shell that starts the tests in the background has them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b"Hej\n")
        running.stdin.flush()
        assert running.stdout.readline().startswith(b"Hej!")
        running.send_signal(signal.SIGINT)
        assert running.stderr.read() == b""
    assert running.returncode == 130


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a full device")  # noqa: PTH110
def test_a_full_disk_for_the_output_is_one_danish_sentence(process):
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device, not a file
        failed = process("document", "ledelsesgrundlag-2016", stdout=full, stderr=subprocess.PIPE)
    assert failed.returncode == 2
    written = failed.stderr.decode("utf-8")
    assert "plads på disken" in written
    assert written.count("\n") == 1


def test_an_index_that_outgrows_the_disk_is_one_danish_sentence(process, tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    failed = process("ask", QUESTION, "--index-dir", tmp_path / "indeks", preexec_fn=limit)
    assert failed.returncode == 2
    assert failed.stdout == b""
    written = failed.stderr.decode("utf-8")
    assert "plads på disken" in written
    assert written.count("\n") == 1


def test_the_debug_variable_is_no_unknown_setting(process):
    listed = process("document", env={"LEDELSESASSISTENT_DEBUG": "1"})
    assert listed.returncode == 0


def test_closed_streams_do_no_harm():
    command = f"{sys.executable} -m ui.cli document >&- 2>&- <&-"
    closed = subprocess.run(["/bin/sh", "-c", command], check=False, capture_output=True, cwd=ROOT)
    assert closed.returncode == 0


def test_help_does_not_wait_for_the_answering_parts():
    code = (
        "import sys; from ui.cli import run; run(['ask', '--help']);"
        "heavy = {'numpy', 'chromadb', 'langchain_core', 'torch', 'rich', 'simplemma'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=ROOT
    )
    assert finished.returncode == 0


def test_the_answering_parts_load_no_training_library():
    code = (
        "import sys; import assistant.opening, assistant.pipeline, index.vector, langchain_chroma;"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'sklearn'};"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=ROOT
    )
    assert finished.returncode == 0
