import gzip
import json
from pathlib import Path

import pytest

from index.training.errors import DataInvalidError, DataMissingError
from index.training.jsonl import read_objects
from index.training.pairs import Pair, clean_pairs, read_pair_sets, read_thesaurus


def test_copies_and_too_short_pairs_are_left_out():
    pairs = [Pair("Løn", "Om løn"), Pair("Løn", "Om løn"), Pair("a", "Om løn"), Pair("OM", "om")]
    assert list(clean_pairs(pairs)) == [Pair("Løn", "Om løn")]


def test_long_texts_are_shortened():
    (pair,) = clean_pairs([Pair("a" * 999, "b" * 999)])
    assert (len(pair.first), len(pair.second)) == (300, 450)


def test_a_thesaurus_group_gives_every_pair_of_its_terms(tmp_path: Path):
    path = tmp_path / "thesaurus.jsonl"
    path.write_text(json.dumps({"canonical": "leder", "terms": ["chef", "boss", "chef"]}))
    assert [(p.first, p.second) for p in read_thesaurus(path)] == [
        ("leder", "chef"),
        ("leder", "boss"),
        ("chef", "boss"),
    ]
    assert {pair.key for pair in read_thesaurus(path)} == {"leder"}


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataMissingError, match=r"law_title_provision\.jsonl\.gz: no such file"):
        read_pair_sets(tmp_path)


@pytest.mark.parametrize("line", ["{", "[1]", '"a"'])
def test_a_broken_line_is_named(tmp_path: Path, line: str):
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": "b"}\n' + line + "\n")
    with pytest.raises(DataInvalidError, match=r"x\.jsonl:2: not"):
        list(read_objects(path))


def test_an_empty_file_is_named(tmp_path: Path):
    path = tmp_path / "x.jsonl"
    path.touch()
    with pytest.raises(DataInvalidError, match="holds no lines"):
        list(read_objects(path))


def test_a_damaged_archive_is_named(tmp_path: Path):
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"a": 1}\n' * 999)[:40])
    with pytest.raises(DataInvalidError, match="damaged"):
        list(read_objects(path))


def test_a_row_without_the_texts_is_named(tmp_path: Path):
    path = tmp_path / "thesaurus.jsonl"
    path.write_text('{"canonical": "leder", "terms": "chef"}\n')
    with pytest.raises(DataInvalidError, match='list of texts "terms"'):
        list(read_thesaurus(path))
