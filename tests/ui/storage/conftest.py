"""A store in SQLite and one in a real PostgreSQL, started from Debian's package."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy

from assistant.settings import Settings
from ui.storage.store import Store, open_store
from ui.storage.table import Table

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
USER = "leder"
PASSWORD = "hemmelig-kode"  # noqa: S105  of a database that lives as long as the tests
DATABASE = "ledelse"

OpenStore = Callable[..., Store]


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that asks for a password and has one empty database."""

    port: int

    @property
    def url(self) -> str:
        return self.address()

    def address(
        self, *, user: str = USER, password: str = PASSWORD, database: str = DATABASE, port: int = 0
    ) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{port or self.port}/{database}"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of our own for the session; skipped where it is not installed, save in CI."""
    if not PROGRAMS:
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    # not pytest's folder: the user that the server runs as must be able to reach it
    folder = Path(tempfile.mkdtemp(prefix="ledelse-pg-"))
    cluster = Cluster(PROGRAMS[-1].parent, folder)
    try:
        yield cluster.start()
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    """Starts and stops a PostgreSQL in a folder; as `postgres` where we are root."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._data = folder / "data"
        self._as = ()
        if os.geteuid() == 0:  # initdb refuses root
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            self._as = ("runuser", "-u", "postgres", "--")

    def start(self) -> Server:
        secret = self._folder / "kode"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        self._run(
            "initdb",
            f"--pgdata={self._data}",
            f"--username={USER}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )
        port = free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {self._folder} -c fsync=off"
        log = self._folder / "log"
        self._run("pg_ctl", "-D", self._data, "-l", log, "-o", options, "-w", "-t", "60", "start")
        made = Server(port)
        run_sql(made.address(database="postgres"), f"CREATE DATABASE {DATABASE}")
        return made

    def stop(self) -> None:
        if (self._data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [*self._as, self._programs / program, *arguments]
        # what pg_ctl starts keeps its output open: a pipe would never end
        with (self._folder.parent / f"{self._folder.name}.out").open("w+b") as output:
            done = subprocess.run(
                command, stdout=output, stderr=output, check=False, timeout=100, cwd="/"
            )
            output.seek(0)
            written = output.read().decode()
        Path(output.name).unlink()
        assert done.returncode == 0, written


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def run_sql(url: str, *statements: str) -> None:
    """Run statements on a PostgreSQL, each by itself."""
    driver = url.replace("postgresql://", "postgresql+psycopg://")
    engine = sqlalchemy.create_engine(driver, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture
def run_statements() -> Callable[..., None]:
    """Runs statements on a PostgreSQL, each by itself."""
    return run_sql


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path) -> str:
    """The setting for an empty database: a file, then a PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'lager' / 'proeve.db'}"
    url = request.getfixturevalue("server").url
    tables = ", ".join(Table.metadata.tables)
    run_sql(url, f"DROP TABLE IF EXISTS {tables}")
    return url


@pytest.fixture
def opened(database, tmp_path) -> Iterator[OpenStore]:
    """Opens the store, with settings of one's own; closed afterwards."""
    stores: list[Store] = []

    def call(**settings) -> Store:
        stores.append(open_store(Settings(database=database, **settings), tmp_path))
        return stores[-1]

    yield call
    for store in stores:
        store.close()


@pytest.fixture
def store(opened) -> Store:
    """A store that keeps no questions, empty."""
    return opened()
