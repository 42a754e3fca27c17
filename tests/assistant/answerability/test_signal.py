from math import log

import pytest

from assistant.answerability.signal import (
    BARE,
    CALIBRATED,
    ENRICHED,
    FRAME,
    SIGNALS,
    WORDING,
    read,
)
from assistant.question import understand
from corpus.document import Metadata
from corpus.parsing import parse_document
from index.entry import passage_entries
from index.language import Lemmatiser
from index.retriever import Hit, Retrieval
from index.vocabulary import Vocabulary

DOCUMENT = parse_document(
    "notat", "# Møde\n\nLederen holder møde.\n\n# Løn\n\nMaj aftaler lønnen.\n", Metadata(title="N")
)
MEETING, PAY = DOCUMENT.answers
VOCABULARY = Vocabulary(passage_entries([DOCUMENT]), Lemmatiser({}))


def _read(text, *passages, **strengths):
    hits = [Hit(passage, 1.0, {}) for passage in passages]
    return read(understand(text), Retrieval(hits, strengths), VOCABULARY)


@pytest.fixture(scope="module")
def bundled(workplace):
    """Read a question against the bundled document."""
    retriever = workplace.library.retriever

    def _bundled(text, without=()):
        retrieval = retriever.retrieve(text, 10, without=without)
        vocabulary = retriever.channels.vocabulary
        return read(understand(text), retrieval, vocabulary, without=without)

    return _bundled


def test_the_signals_are_hand_worked():
    reading = _read("Holder lederen bananer?", MEETING, PAY, lemma_passages=0.4)
    assert reading.signals == {
        "lemma_passages": 0.4,
        # "holder" and "lederen" of three words.
        "subject_covered": pytest.approx(2 / 3),
        # Two texts, and half a one for a word that none holds.
        "rarest_uncovered_by_best": pytest.approx(log(4)),
        "rarest_uncovered_by_best_three": pytest.approx(log(4)),
        "length": pytest.approx(log(4)),
    }


def test_a_word_of_the_second_best_is_uncovered_by_the_best_alone():
    signals = _read("Aftaler lederen lønnen?", MEETING, PAY).signals
    assert signals["rarest_uncovered_by_best"] == pytest.approx(log(2))
    assert signals["rarest_uncovered_by_best_three"] == 0.0


def test_a_heading_of_the_best_passage_covers_the_subject_too():
    (passage,) = parse_document(
        "barsel", "# Barsel\n\nAlle får fri.\n", Metadata(title="B")
    ).answers
    assert _read("barsel?", passage).signals["subject_covered"] == 1.0
    assert _read("barsel?", MEETING).signals["subject_covered"] == 0.0


def test_nothing_found_covers_nothing():
    reading = _read("Holder lederen møde?")
    assert reading.signals["subject_covered"] == 0.0
    assert reading.signals["rarest_uncovered_by_best"] == pytest.approx(log(2))
    assert reading.frame == "WRITTEN WRITTEN WRITTEN"


def test_the_two_texts_are_the_folded_question_and_its_frame():
    reading = _read("Må Lederen spise ÆBLER?", MEETING)
    assert reading.wording == "maa lederen spise aebler?"
    assert reading.frame == "maa BEST UNKNOWN spise UNKNOWN aebler"


def test_every_signal_but_the_texts_is_read_from_an_enriched_index(bundled):
    assert bundled("Hvad er mod?").signals.keys() == set(SIGNALS[CALIBRATED]) - {FRAME, WORDING}


def test_an_index_without_questions_has_the_bare_signals(elsewhere):
    library = elsewhere("personalepolitik").library
    retrieval = library.retriever.retrieve("Hvad er krænkende adfærd?", 10)
    reading = read(
        understand("Hvad er krænkende adfærd?"), retrieval, library.retriever.channels.vocabulary
    )
    assert set(SIGNALS[BARE]) - {FRAME} <= reading.signals.keys()
    assert not reading.signals.keys() & set(SIGNALS[ENRICHED]) - set(SIGNALS[BARE])


def test_a_known_question_is_weaker_when_it_is_left_out(bundled, enrichment):
    known = next(iter(enrichment.questions.values())).answered[0]
    absent = [known]
    with_it, without = bundled(known).signals, bundled(known, without=absent).signals
    assert without["dense_questions"] < with_it["dense_questions"]
    assert without["lemma_questions"] < with_it["lemma_questions"]
    assert without["lemma_passages"] == with_it["lemma_passages"]
