"""The command that serves the page, as a service manager runs it: whole processes."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
LONGEST_STOP = 10


@contextmanager
def running(index_dir, data_dir, **settings):
    """Run the page on a free port; give its process, its address and what it writes."""
    environment = {
        **os.environ,
        "LEDELSESASSISTENT_INDEX_DIR": str(index_dir),
        "LEDELSESASSISTENT_DATA_DIR": str(data_dir),
        **{f"LEDELSESASSISTENT_{name.upper()}": value for name, value in settings.items()},
    }
    with subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "ui", "--port", "0"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # A shell that starts the tests in the background has them ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  no threads
    ) as process:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if " er klar på " in line:
                break
        reader = threading.Thread(target=lambda: lines.extend(process.stdout), daemon=True)
        reader.start()
        try:
            yield process, lines
        finally:
            if process.poll() is None:
                process.kill()
            reader.join(5)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_tells_where_it_is_answers_and_stops_in_order(index_dir, tmp_path, number):
    with running(index_dir, tmp_path) as (process, lines):
        told = "".join(lines)
        found = re.search(r"klar på (http://127\.0\.0\.1:\d+) – stop med Ctrl\+C", told)
        assert found, told
        assert httpx.get(f"{found[1]}/readyz").status_code == 200
        told = httpx.get(f"{found[1]}/gradio_api/info").json()["named_endpoints"]
        assert set(told) == {"/ask", "/search", "/document"}
        began = time.monotonic()
        body = {"data": ["Hvad forventes af mig som leder?", "", ""]}
        answer = httpx.post(f"{found[1]}/gradio_api/run/ask", json=body, timeout=10)
        assert answer.json()["data"][0]["status"] == "answered"
        assert time.monotonic() - began < 2
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(LONGEST_STOP + 5) == 0
        assert time.monotonic() - began < LONGEST_STOP
    assert lines[-1] == "Ledelsesassistenten er stoppet.\n"
    assert "Traceback" not in "".join(lines)


def test_a_port_that_is_taken_is_one_danish_sentence(process):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = process("ui", "--port", port)
    assert refused.returncode == 2
    assert refused.stdout == b""
    sentence = refused.stderr.decode()
    assert sentence.startswith(f"Port {port} er optaget.")
    assert sentence.count("\n") == 1


def test_an_address_that_is_not_this_machine_s_is_one_danish_sentence(process):
    refused = process("ui", "--host", "203.0.113.9")
    assert refused.returncode == 2
    assert refused.stderr.decode().startswith("Adressen 203.0.113.9 hører ikke til")


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--port", "70000"], {}, "Værdien efter --port"),
        (["--auth", "findes-ikke.txt"], {}, "Filen med brugere findes-ikke.txt kan ikke læses."),
        ([], {"LEDELSESASSISTENT_TRUSTED_PROXIES": "min-proxy"}, "»min-proxy«"),
        (["--documents", "findes-ikke"], {}, "Mappen"),
    ],
)
def test_what_cannot_be_used_is_named_before_the_page_opens(
    process, tmp_path, arguments, environment, expected
):
    data = {"LEDELSESASSISTENT_DATA_DIR": str(tmp_path)}
    refused = process("ui", "--port", "0", *arguments, env={**data, **environment})
    assert refused.returncode == 2
    sentence = refused.stderr.decode()
    assert expected in sentence
    assert sentence.count("\n") == 1


def test_the_help_is_danish_and_quick(command):
    shown = command("ui", "--help")
    assert shown.status == 0
    for option in ("--host", "--port", "--auth", "--documents", "--index-dir"):
        assert option in shown.out


def test_whoever_starts_it_reads_danish_alone_while_the_index_is_built(tmp_path):
    with running(tmp_path / "indeks", tmp_path / "data") as (_, lines):
        told = list(lines)
    assert [line for line in told if "edelsesassistent" not in line] == []
