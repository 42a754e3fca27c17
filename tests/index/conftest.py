"""Builds in these tests share the dictionary's work, which takes a second each time."""

from functools import cache

import pytest
from simplemma.strategies import dictionaries

from index import build


@pytest.fixture(autouse=True, scope="session")
def remembered_forms():
    shared = dictionaries.DefaultDictionaryFactory()
    remembered = cache(build.gather_forms)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dictionaries, "DefaultDictionaryFactory", lambda: shared)
        patch.setattr(build, "gather_forms", lambda vocabulary: dict(remembered(tuple(vocabulary))))
        yield
