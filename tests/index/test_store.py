import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock
from langchain_core.embeddings import DeterministicFakeEmbedding

from corpus.document import Metadata
from corpus.enrichment import Enrichment, PassageQuestions
from corpus.parsing import parse_document
from index import build
from index import store as store_module
from index.errors import IndexBusyError, IndexUnwritableError, RetrievalError
from index.retriever import Channels, PassageRetriever
from index.store import EmbedderChoice, IndexState, IndexStore

TEXT = "# Mod\n\nVi tør fejle.\n\n# Tillid\n\nVi stoler på andre.\n"
ROOT = Path(__file__).parent.parent.parent

PRELUDE = """
import sys, time
from pathlib import Path
from corpus.document import Metadata
from corpus.enrichment import Enrichment
from corpus.parsing import parse_document
from index.embedder import load_embedder
from index.store import EmbedderChoice, IndexStore
folder, text = Path(sys.argv[1]), sys.argv[2]
document = parse_document("notat", text, Metadata(title="Notat"))
store = IndexStore(folder, [document], Enrichment(), EmbedderChoice())
embedder = load_embedder()
"""
BUILD = (
    PRELUDE
    + """
print("ready", flush=True)
sys.stdin.readline()
print(store.open(embedder).dense["passages"].count(), flush=True)
"""
)
BUILD_FOR_EVER = (
    PRELUDE
    + """
class Endless(type(embedder)):
    def embed_documents(self, texts):
        print("midway", flush=True)
        time.sleep(600)
embedder.__class__ = Endless
store.build(embedder)
"""
)


def document(text: str = TEXT):
    return parse_document("notat", text, Metadata(title="Notat"))


def make_store(folder, text=TEXT, enrichment=None, choice=None):
    return IndexStore(
        folder, [document(text)], enrichment or Enrichment(), choice or EmbedderChoice()
    )


def start(script: str, folder: Path, text: str = TEXT) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder), text],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {".lock"}


def first_hit(channels: Channels, query: str, text: str = TEXT) -> str:
    retriever = PassageRetriever(channels=channels, documents=(document(text),))
    return retriever.search(query, 1)[0].passage.plain


@pytest.fixture(scope="module")
def built_once(tmp_path_factory, embedder):
    folder = tmp_path_factory.mktemp("built")
    make_store(folder).build(embedder)
    return folder


@pytest.fixture
def store(tmp_path, built_once):
    shutil.copytree(built_once, tmp_path / "index")
    return make_store(tmp_path / "index")


def test_a_missing_index_is_built_and_then_read(tmp_path, embedder):
    made = make_store(tmp_path / "ny" / "mappe")
    assert made.status().state is IndexState.MISSING
    assert first_hit(made.open(embedder), "tør I fejle?") == "Vi tør fejle."
    status = made.status()
    assert (status.state, status.folder, status.fingerprint) == (
        IndexState.READY,
        made.path,
        made.fingerprint,
    )
    assert status.size > 0


def test_a_sound_index_is_not_built_again(store, embedder):
    before = (store.path / "manifest.json").stat().st_mtime_ns
    store.open(embedder)
    store.build(embedder)
    assert (store.path / "manifest.json").stat().st_mtime_ns == before
    store.build(embedder, force=True)
    assert (store.path / "manifest.json").stat().st_mtime_ns != before


def test_reading_an_index_leaves_it_sound(store, embedder):
    for _ in range(3):
        assert first_hit(store.open(embedder), "stoler I på andre?") == "Vi stoler på andre."
        assert store.status().state is IndexState.READY


def test_the_bundled_index_stays_sound_while_it_is_used(built_store, retriever):
    retriever.search("Hvad forventes af mig som leder?")
    assert built_store.status().state is IndexState.READY


@pytest.mark.parametrize(
    "change",
    [
        {"text": TEXT.replace("fejle", "handle")},
        {"text": TEXT.replace("# Mod", "# Modet")},
        {"text": TEXT + "\nNyt afsnit.\n"},
        {"enrichment": Enrichment({document().answers[0].id: PassageQuestions(("Fejl?",))})},
        {"enrichment": Enrichment(thesaurus=(("mod", "dristighed"),))},
        {"choice": EmbedderChoice("a/b")},
        {"choice": EmbedderChoice(query_prompt="query: ")},
        {"choice": EmbedderChoice(passage_prompt="passage: ")},
    ],
)
def test_any_change_makes_the_index_stale(store, change):
    changed = make_store(store.path.parent, **change)
    assert changed.fingerprint != store.fingerprint
    assert changed.status().state is IndexState.STALE
    assert store.status().state is IndexState.READY


def test_what_changes_no_entry_keeps_the_index(store):
    assert make_store(store.path.parent).fingerprint == store.fingerprint


def test_a_changed_format_makes_the_index_stale(store, monkeypatch):
    monkeypatch.setattr(build, "FORMAT", build.FORMAT + 1)
    assert make_store(store.path.parent).status().state is IndexState.STALE


def one(folder: Path, pattern: str) -> Path:
    return sorted(folder.rglob(pattern))[0]


def truncate(folder):
    path = one(folder, "data.csc*")
    path.write_bytes(path.read_bytes()[:-7])


def flip_a_byte_of_the_graph(folder):
    path = one(folder, "data_level0.bin")
    data = bytearray(path.read_bytes())
    data[100] ^= 0xFF
    path.write_bytes(bytes(data))


def overwrite_the_database(folder):
    one(folder, "*.sqlite3").write_bytes(b"no database" * 500)


def damage_a_page_of_the_database(folder):
    path = one(folder, "*.sqlite3")
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(bytes(data))


def change_the_manifest(folder, **fields):
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


DAMAGES = {
    "truncated file": truncate,
    "flipped byte": flip_a_byte_of_the_graph,
    "overwritten database": overwrite_the_database,
    "damaged page": damage_a_page_of_the_database,
    "missing database": lambda folder: one(folder, "*.sqlite3").unlink(),
    "missing file": lambda folder: (folder / "vocabulary.json").unlink(),
    "missing manifest": lambda folder: (folder / "manifest.json").unlink(),
    "half a manifest": lambda folder: (folder / "manifest.json").write_text('{"files": {'),
    "odd manifest": lambda folder: (folder / "manifest.json").write_text("[1]"),
    "other fingerprint": lambda folder: change_the_manifest(folder, fingerprint="0" * 64),
    "empty folder": lambda folder: [shutil.rmtree(folder), folder.mkdir()],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_every_corruption_is_detected_and_rebuilt(store, embedder, damage):
    damage(store.path)
    assert store.status().state is IndexState.CORRUPT
    assert first_hit(store.open(embedder), "tør I fejle?") == "Vi tør fejle."
    assert store.status().state is IndexState.READY
    assert names(store.path.parent) == {store.path.name}


@pytest.mark.parametrize("damage", [flip_a_byte_of_the_graph, overwrite_the_database])
def test_a_process_that_has_the_index_open_can_rebuild_it(store, embedder, damage):
    used = store.open(embedder)
    first_hit(used, "tør I fejle?")
    damage(store.path)
    assert first_hit(store.open(embedder), "stoler I på andre?") == "Vi stoler på andre."


def test_entries_missing_from_a_sound_database_are_noticed(store, embedder):
    channels = store.open(embedder)
    channels.dense["passages"].store.delete([channels.passages[0].id])
    assert store.open(embedder).dense["passages"].count() == 2


def test_a_folder_with_an_odd_name_is_checked_like_any_other(tmp_path, embedder):
    made = make_store(tmp_path / "mål #1 100%41 ?x=&")
    made.build(embedder)
    assert made.status().state is IndexState.READY
    overwrite_the_database(made.path)
    assert made.status().state is IndexState.CORRUPT
    assert {path.name for path in tmp_path.iterdir()} == {"mål #1 100%41 ?x=&"}


def test_a_relative_folder_will_do(tmp_path, embedder, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = make_store(Path(".index"))
    made.open(embedder)
    assert made.status().state is IndexState.READY


def test_a_killed_build_leaves_the_old_index_serving_and_is_cleaned_up(store, embedder):
    text = TEXT + "\nEt nyt afsnit om mod.\n"
    process = start(BUILD_FOR_EVER, store.path.parent, text)
    assert process.stdout.readline() == "midway\n"
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    left = names(store.path.parent) - {store.path.name}
    assert len(left) == 1
    assert store.status().state is IndexState.READY
    assert first_hit(store.open(embedder), "tør I fejle?") == "Vi tør fejle."
    newer = make_store(store.path.parent, text)
    assert newer.status().state is IndexState.STALE
    assert newer.open(embedder).dense["passages"].count() == 3
    assert names(store.path.parent) == {store.path.name, newer.path.name}


def test_two_processes_that_build_at_once_both_succeed(tmp_path):
    folder = tmp_path / "index"
    processes = [start(BUILD, folder) for _ in range(2)]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 2
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in processes] == ["2\n"] * 2
    assert [process.returncode for process in processes] == [0, 0]
    made = make_store(folder)
    assert names(folder) == {made.path.name}
    assert made.status().state is IndexState.READY


def test_a_build_that_waits_too_long_says_that_another_is_at_it(tmp_path, embedder, monkeypatch):
    monkeypatch.setattr(store_module, "_LOCK_SECONDS", 0.1)
    with FileLock(tmp_path / ".lock"), pytest.raises(IndexBusyError):
        make_store(tmp_path).build(embedder)


def test_a_folder_that_cannot_be_made_is_unwritable(tmp_path, embedder):
    (tmp_path / "fil").write_text("x")
    for folder in (tmp_path / "fil", tmp_path / "fil" / "index"):
        with pytest.raises(IndexUnwritableError, match="fil"):
            make_store(folder).open(embedder)


def test_a_read_only_folder_is_unwritable(embedder):
    folder = Path("/proc/ledelsesassistenten")
    with pytest.raises(IndexUnwritableError):
        make_store(folder).build(embedder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write in every folder")
def test_a_folder_without_permission_is_unwritable(tmp_path, embedder):
    tmp_path.chmod(0o500)
    with pytest.raises(IndexUnwritableError):
        make_store(tmp_path).build(embedder)


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("name", ["write_text", "mkdir", "rename"])
def test_a_full_disk_is_told_and_leaves_no_half_index(store, embedder, monkeypatch, name):
    newer = make_store(store.path.parent, TEXT + "\nEt nyt afsnit.\n")

    def fail(*_args, **_kwargs):
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(Path, name, fail)
        with pytest.raises(IndexUnwritableError, match="ENOSPC"):
            newer.build(embedder)
    assert names(store.path.parent) == {store.path.name}
    assert store.status().state is IndexState.READY
    assert newer.open(embedder).dense["passages"].count() == 3


def test_a_disk_that_is_full_for_the_database_is_told_too(tmp_path):
    script = """
import resource, signal
""" + PRELUDE + """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from index.errors import IndexUnwritableError
try:
    store.build(embedder)
except IndexUnwritableError:
    print(sorted(path.name for path in folder.iterdir() if path.name != ".lock"))
"""  # fmt: skip
    process = start(script, tmp_path)
    assert process.communicate()[0] == "[]\n"


def test_only_the_latest_builds_are_kept(tmp_path, embedder):
    made = []
    for number in range(6):
        made.append(make_store(tmp_path, TEXT + "\nVi tør.\n" * (number + 1)))
        made[-1].build(embedder)
        time.sleep(0.02)
    assert names(tmp_path) == {store.path.name for store in made[-4:]}


def test_an_embedder_that_fails_leaves_no_half_index(tmp_path):
    class Failing(DeterministicFakeEmbedding):
        def embed_documents(self, texts):
            raise RuntimeError(f"cannot embed {len(texts)} texts")

    with pytest.raises(RetrievalError, match="cannot embed"):
        make_store(tmp_path).build(Failing(size=8))
    assert names(tmp_path) == set()


def test_any_langchain_embedder_will_do(tmp_path):
    made = make_store(tmp_path, choice=EmbedderChoice("fake"))
    channels = made.open(DeterministicFakeEmbedding(size=8))
    assert channels.dense["passages"].count() == 2
