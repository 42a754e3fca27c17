from pathlib import Path

import pytest

from index import errors

KINDS = [
    errors.EmbedderUnavailableError,
    errors.IndexUnwritableError,
    errors.IndexCorruptError,
    errors.IndexBusyError,
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_a_retrieval_error_and_names_its_subject(kind):
    error = kind(Path("mappe"), "what happened")
    assert isinstance(error, errors.RetrievalError)
    assert str(error) == "mappe: what happened"
    assert str(kind("model")) == "model"


def test_every_error_has_a_code_of_its_own():
    assert len({kind.code for kind in [errors.RetrievalError, *KINDS]}) == len(KINDS) + 1
