"""What the tests of the user interface share: one built index, and the command line itself."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import assistant.opening
from assistant.opening import Workplace
from assistant.settings import Settings
from ui.cli import run

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "corpus" / "documents" / "ledelsesgrundlag-2016.md"


@dataclass(frozen=True)
class Outcome:
    """How a command line ended."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture(scope="session")
def workplace(tmp_path_factory) -> Workplace:
    """The bundled document with its index, built once and opened once."""
    opened = Workplace(Settings(index_dir=tmp_path_factory.mktemp("index")))
    opened.build_index()
    return opened


@pytest.fixture(scope="session")
def index_dir(workplace) -> Path:
    """The folder with the built index of the bundled document."""
    return workplace.settings.index_dir


@pytest.fixture
def command(capsys, monkeypatch, workplace) -> Command:
    """Runs a command line in this process; what reads the shared index finds it open."""

    def reuse(settings: Settings) -> Workplace:
        return workplace if settings == workplace.settings else Workplace(settings)

    monkeypatch.setattr(assistant.opening, "Workplace", reuse)

    def call(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Outcome(status, written.out, written.err)

    return call


@pytest.fixture
def process():
    """Runs a command line as a process of its own; bytes in, bytes out."""

    def call(*arguments: str | Path | bytes, **options) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **options.pop("env", {})}
        return subprocess.run(
            [sys.executable, "-m", "ui.cli", *arguments],
            capture_output="stdout" not in options,
            check=False,
            cwd=ROOT,
            env=environment,
            timeout=100,
            **options,
        )

    return call


@pytest.fixture
def folder(tmp_path) -> Path:
    """An empty folder for documents."""
    made = tmp_path / "dokumenter"
    made.mkdir()
    return made


@pytest.fixture
def document_text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")
