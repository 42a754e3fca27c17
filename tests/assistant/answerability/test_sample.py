import pytest

from assistant.answerability.fitting import open_bare
from assistant.answerability.sample import Sample, sample
from assistant.answerability.training import Source

ANSWERABLE, UNANSWERABLE = "Hvad er social kapital?", "Hvem vandt Superligaen?"


@pytest.fixture(scope="module")
def read_one(library):
    def _read_one(text, without=()):
        (reading,) = sample(library, Source("s", [text]), without=without).answerable
        return reading

    return _read_one


def test_a_sample_reads_both_kinds_in_order(library):
    found = sample(library, Source("mine", [ANSWERABLE, "Hvad er mod?"], [UNANSWERABLE], ["x"]))
    assert found.name == "mine"
    wordings = ["hvad er social kapital?", "hvad er mod?", "hvem vandt superligaen?"]
    assert [reading.wording for reading in found.readings] == wordings
    assert found.labels == [1, 1, 0]


def test_no_questions_are_an_empty_sample(library):
    assert sample(library, Source("none")) == Sample("none", [], [])


def test_a_misspelt_word_is_read_as_the_word_it_is_meant_for(read_one):
    assert read_one("Hvad er kordinering?").wording == "hvad er koordinering?"


def test_a_training_question_is_read_as_if_it_did_not_help_the_index(read_one, enrichment):
    known = next(iter(enrichment.questions.values())).answered[0]
    with_itself, without = read_one(known), read_one(known, without=[known])
    assert without.signals["dense_questions"] < with_itself.signals["dense_questions"]
    assert without.signals["lemma_questions"] < with_itself.signals["lemma_questions"]
    assert without.wording == with_itself.wording


def test_leaving_other_questions_out_changes_nothing(read_one):
    assert read_one(UNANSWERABLE, without=["Hvad koster en is?"]) == read_one(UNANSWERABLE)


def test_the_document_s_own_name_is_no_subject(read_one):
    # Else every question of Sorø's document would have a word that the passages know.
    assert "BEST" not in read_one("Hvad er Sorøs ledelsesgrundlag?").frame


def test_against_a_bare_library_only_passages_are_read(leadership, embedder, tmp_path):
    library = open_bare([leadership], embedder, tmp_path)
    (reading,) = sample(library, Source("s", [ANSWERABLE])).answerable
    assert "dense_passages" in reading.signals
    assert "dense_questions" not in reading.signals
