from pathlib import Path

import pytest

from corpus.errors import MetadataInvalidError
from corpus.metadata import make_metadata

PATH = Path("notat.yaml")


def make(**fields):
    return make_metadata(PATH, fields)


def test_nothing_given_gives_a_document_that_is_called_a_document():
    metadata = make()
    assert (metadata.title, metadata.subject, metadata.starters) == ("", "dokumentet", {})
    assert (metadata.highlights, metadata.terms, metadata.notices) == ({}, (), ())


def test_numbers_and_dates_become_texts_and_empty_lines_are_left_out():
    metadata = make(edition=2016, terms=["mod", 2016, " "])
    assert (metadata.edition, metadata.terms) == ("2016", ("mod", "2016"))


def test_starters_are_kept_by_role_in_their_order():
    metadata = make(starters={"alle": ["Hvad er mod?", "Hvem gælder det for?"], "hr": None})
    assert metadata.starters == {"alle": ("Hvad er mod?", "Hvem gælder det for?"), "hr": ()}


def test_texts_are_written_with_whole_letters():
    decomposed = "A\u030alborg"
    metadata = make(
        terms=[decomposed], highlights={"leder": [decomposed]}, labels={decomposed: decomposed}
    )
    assert metadata.terms == metadata.highlights["leder"] == ("Ålborg",)
    assert metadata.labels == {"Ålborg": "Ålborg"}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("starters", ["Hvad er mod?"], "starters must map leder, medarbejder, hr, alle"),
        ("starters", "Hvad er mod?", "starters must map"),
        ("starters", {"chef": ["Hvad er mod?"]}, "and not for chef"),
        ("starters", {"leder": "Hvad er mod?"}, r"starters\.leder must be a list of texts"),
        ("starters", {"leder": [["Hvad er mod?"]]}, r"starters\.leder must be a list of texts"),
        ("starters", {"leder": [None]}, r"starters\.leder must be a list of texts"),
        ("highlights", {"alle": ["Mod"]}, "highlights must be for leder, medarbejder, hr"),
        ("highlights", ["Mod"], "highlights must map"),
        ("terms", "mod", "terms must be a list of texts"),
        ("terms", {"mod": "x"}, "terms must be a list of texts"),
        ("notices", "Copyright", "notices must be a list"),
        ("labels", ["Mod"], "labels must map"),
    ],
)
def test_a_key_of_the_wrong_shape_is_an_error_that_says_the_right_one(key, value, said):
    with pytest.raises(MetadataInvalidError, match=said) as caught:
        make(**{key: value})
    assert caught.value.path == PATH
