import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from langchain_chroma import Chroma

from index.entry import Entry
from index.vector import VectorIndex, open_client


def entries(size: int) -> list[Entry]:
    return [Entry(f"p:{at}", str(at), f"Punkt {at} om ledelse og mod") for at in range(size)]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".sqlite3" not in path.name
    }


@pytest.fixture
def client(tmp_path):
    with closing(open_client(tmp_path / "chroma")) as opened:
        yield opened


def test_the_store_is_langchains_chroma(client, embedder):
    index = VectorIndex.open(client, "passages", embedder, size=2)
    index.add([Entry("p:1", "a", "Viser tillid"), Entry("p:2", "b", "Cyklen er blå")])
    assert isinstance(index.store, Chroma)
    (found,) = index.store.similarity_search("tillid til andre", k=1)
    assert (found.id, found.metadata["passage"]) == ("p:1", "a")


def test_scores_are_cosines_and_higher_is_better(client, embedder):
    index = VectorIndex.open(client, "passages", embedder, size=2)
    index.add([Entry("p:1", "a", "Viser tillid"), Entry("p:2", "b", "Cyklen er blå")])
    scores = index.search(embedder.embed_query("Viser tillid"), 2)
    first, second = embedder.embed(["Viser tillid", "Cyklen er blå"])
    assert scores["p:1"] == pytest.approx(1, abs=1e-4)
    assert scores["p:2"] == pytest.approx(float(first @ second), abs=1e-4)


def test_a_query_without_tokens_finds_nothing_near(client, embedder):
    index = VectorIndex.open(client, "passages", embedder, size=3)
    index.add(entries(3))
    assert all(abs(score) < 1e-6 for score in index.search(embedder.embed_query(""), 3).values())


@pytest.mark.parametrize("size", [1, 2, 3, 501])
def test_every_entry_is_stored_and_reading_changes_no_file(tmp_path, embedder, size):
    with closing(open_client(tmp_path)) as client:
        VectorIndex.open(client, "passages", embedder, size=size).add(entries(size))
    written = files(tmp_path)
    for _ in range(2):
        with closing(open_client(tmp_path)) as client:
            index = VectorIndex.open(client, "passages", embedder, size=size)
            assert index.count() == size
            assert "p:0" in index.search(embedder.embed_query("Punkt 0 om ledelse og mod"), size)
    assert files(tmp_path) == written


def test_a_new_collection_is_empty(client, embedder):
    assert VectorIndex.open(client, "passages", embedder, size=1).count() == 0


def test_telemetry_is_off(client):
    assert client.get_settings().anonymized_telemetry is False


def test_building_and_searching_open_no_connection(tmp_path):
    script = """
import socket, sys
from contextlib import closing
from pathlib import Path

def refuse(*arguments):
    raise AssertionError(f"network: {arguments}")

socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from index.embedder import load_embedder
from index.entry import Entry
from index.vector import VectorIndex, open_client
embedder = load_embedder()
with closing(open_client(Path(sys.argv[1]))) as client:
    index = VectorIndex.open(client, "passages", embedder, size=2)
    index.add([Entry("1", "a", "Mod"), Entry("2", "b", "Tillid")])
    print(sorted(index.search(embedder.embed_query("mod"), 2)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},  # noqa: PTH109
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "['1', '2']\n"), done.stderr
