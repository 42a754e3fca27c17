"""What the evals' tests share: a workplace on the index that every package's tests share."""

import os

import pytest

from assistant.opening import Workplace
from assistant.settings import Settings
from index.store import IndexStore


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch):
    for name in os.environ:
        if name.upper().startswith("LEDELSESASSISTENT_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def workplace(built_store: IndexStore) -> Workplace:
    """The bundled document's workplace."""
    return Workplace(Settings(index_dir=built_store.path.parent))
