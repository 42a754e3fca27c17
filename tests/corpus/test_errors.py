from pathlib import Path

import pytest

from corpus import errors

KINDS = [
    errors.FolderMissingError,
    errors.FolderEmptyError,
    errors.DocumentUnreadableError,
    errors.DocumentEmptyError,
    errors.MetadataInvalidError,
    errors.EnrichmentInvalidError,
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_a_corpus_error_and_names_its_path(kind):
    error = kind(Path("mappe/fil.md"), "what was found")
    assert isinstance(error, errors.CorpusError)
    assert str(error) == "mappe/fil.md: what was found"
    assert (error.path, error.detail, error.line) == (Path("mappe/fil.md"), "what was found", None)


def test_every_error_has_a_code_of_its_own():
    assert len({kind.code for kind in [errors.CorpusError, *KINDS]}) == len(KINDS) + 1


def test_an_error_names_the_line_where_there_is_one():
    assert str(errors.EnrichmentInvalidError(Path("q.jsonl"), "not JSON", line=3)).startswith(
        "q.jsonl:3: "
    )
