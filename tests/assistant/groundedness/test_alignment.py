import numpy as np
import pytest

from assistant.groundedness.alignment import UNALIGNED, Aligner

TWO = "Bageren ælter dejen om natten.\n\nKusken fodrer hestene ved daggry."


@pytest.fixture(scope="module")
def align(lexicon, read, unit):
    def _align(sentence, text, question=""):
        return Aligner(read(text), lexicon).align(unit(sentence), unit(question).lemmas)

    return _align


def test_only_content_words_are_aligned(align):
    found = align("Det er bageren, der ælter dejen.", TWO)
    assert [word.text for word in found.words] == ["bageren", "ælter", "dejen"]


def test_another_form_of_a_word_is_the_same_word(align):
    found = align("Hesten blev fodret.", TWO)
    assert dict(zip((w.text for w in found.words), found.exact, strict=True))["Hesten"] == 1.0


def test_a_word_that_nothing_resembles_is_unsaid(align):
    assert "harmonika" in align("Bageren spiller harmonika.", TWO).unsaid


def test_a_word_of_the_evidence_is_never_unsaid(align):
    assert align("Kusken fodrer hestene.", TWO).unsaid == ()


def test_a_word_of_the_question_is_understood_but_not_said(align):
    alone = align("Harmonikaen, det gør kusken.", TWO)
    asked = align("Harmonikaen, det gør kusken.", TWO, "Hvem pudser harmonikaen?")
    assert "Harmonikaen" in alone.unsaid
    assert "Harmonikaen" not in asked.unsaid
    assert np.array_equal(alone.best, asked.best)


def test_a_synonym_is_said_where_its_letters_differ(align):
    found = align("Forslaget skal godkendes.", "Forslaget skal vedtages.")
    assert found.unsaid == ()
    assert found.exact.tolist() == [1.0, 0.0]


def test_a_part_of_a_compound_is_nearly_said(align):
    (score,) = align("Der er kornsiloer.", "Der er siloer.").best
    assert UNALIGNED < score < 1.0


@pytest.mark.parametrize(
    ("sentence", "place"), [("Kusken fodrer hestene.", 1), ("Bageren ælter dejen.", 0)]
)
def test_the_nearest_unit_is_the_one_that_says_most(align, sentence, place):
    assert align(sentence, TWO).nearest == place


def test_a_doer_is_understood_where_the_evidence_names_nobody(align):
    assert "Medarbejderen" in {
        w.text for w in align("Medarbejderen fodrer.", "Lederen fodrer.").words
    }
    assert "Medarbejderen" not in {
        w.text for w in align("Medarbejderen fodrer hestene.", "Hestene fodres.").words
    }


def test_all_figures_are_shares(align):
    found = align("Bageren fodrer harmonikaer i Nordhavnen.", TWO, "Hvem bager?")
    for values in (found.exact, found.vector, found.best, found.asked, found.by_unit):
        assert ((values >= 0) & (values <= 1 + 1e-6)).all()
    assert found.by_unit.shape == (2, len(found.words))


def test_nothing_to_align_gives_empty_figures(align):
    found = align("Det er det.", TWO)
    assert (found.words, found.best.shape, found.by_unit.shape) == ((), (0,), (2, 0))
    assert found.nearest == 0
