import json
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability import (
    Judgement,
    Regression,
    load_answerability,
    read_questions,
)
from assistant.question import understand
from index.language import Lemmatiser
from index.vocabulary import Vocabulary

REGRESSION = Regression(
    weights={"near": 2.0, "far": -1.0},
    means={"near": 0.5, "far": 0.0},
    scales={"near": 0.25, "far": 2.0},
    intercept=-1.0,
    threshold=0.6,
    near_threshold=0.2,
)


def test_a_probability_is_the_logistic_of_the_standardised_signals():
    # -1 + 2 * (0.75 - 0.5) / 0.25 - 1 * (4 - 0) / 2 = -1 + 2 - 2 = -1
    assert REGRESSION.probability({"near": 0.75, "far": 4.0}) == pytest.approx(1 / (1 + exp(1)))


def test_a_missing_signal_counts_as_zero():
    # -1 + 2 * (0 - 0.5) / 0.25 = -5
    assert REGRESSION.probability({}) == pytest.approx(1 / (1 + exp(5)))


@given(st.dictionaries(st.sampled_from(["near", "far"]), st.floats(-1e12, 1e12)))
def test_a_probability_stays_between_0_and_1(signals):
    assert 0.0 <= REGRESSION.probability(signals) <= 1.0


@pytest.mark.parametrize(
    ("probability", "answers", "is_near"),
    [(0.6, True, True), (0.59, False, True), (0.2, False, True), (0.19, False, False)],
)
def test_the_thresholds_belong_to_what_they_open(probability, answers, is_near):
    judgement = Judgement(probability, 0.6, 0.2, {})
    assert (judgement.is_answerable, judgement.is_near) == (answers, is_near)


def test_the_shipped_thresholds_are_probabilities_in_order(embedder):
    model = load_answerability(embedder, Vocabulary([], Lemmatiser({})))
    for regression in (model._enriched, model._general):
        assert 0.0 < regression.near_threshold < regression.threshold < 1.0
        assert regression.weights.keys() == regression.means.keys() == regression.scales.keys()


def _judge(workplace, question):
    model = load_answerability(workplace.embedder, workplace.library.retriever.channels.vocabulary)
    return model.judge(understand(question), workplace.library.retriever.retrieve(question, 10))


def test_a_question_on_the_document_s_words_is_likelier_than_one_on_none_of_them(workplace):
    known = _judge(workplace, "Hvad er social kapital?")
    unknown = _judge(workplace, "Hvem vandt Superligaen?")
    assert known.is_answerable
    assert not unknown.is_answerable
    assert known.probability > unknown.probability + 0.3


def test_documents_without_questions_per_passage_get_the_general_threshold(workplace, elsewhere):
    model = load_answerability(workplace.embedder, workplace.library.retriever.channels.vocabulary)
    question = "Hvad er krænkende adfærd?"
    retrieval = elsewhere("personalepolitik").library.retriever.retrieve(question, 10)
    judgement = model.judge(understand(question), retrieval)
    assert judgement.threshold == model._general.threshold
    assert _judge(workplace, question).threshold == model._enriched.threshold


def test_a_known_unanswerable_question_weighs_less_when_it_is_left_out(workplace):
    question = "Hvornår holder leder-lønforhandlingerne åbent i kælderen?"
    model = load_answerability(
        workplace.embedder, workplace.library.retriever.channels.vocabulary, [question]
    )
    retrieval = workplace.library.retriever.retrieve(question, 1)
    known = model.signals(understand(question), retrieval)
    left_out = model.signals(understand(question), retrieval, without=[question])
    assert known["unanswerable_nearest"] == pytest.approx(1.0, abs=1e-4)
    assert left_out["unanswerable_nearest"] < known["unanswerable_nearest"]
    assert left_out["unanswerable_ngrams_nearest"] < known["unanswerable_ngrams_nearest"]


def test_nothing_found_covers_nothing_of_the_subject(workplace):
    model = load_answerability(workplace.embedder, workplace.library.retriever.channels.vocabulary)
    retrieval = workplace.library.retriever.retrieve("mod", 0)
    assert list(retrieval.hits) == []
    assert model.signals(understand("mod"), retrieval)["subject_covered"] == 0.0


def test_questions_are_read_in_order_and_blank_lines_are_not_questions(tmp_path):
    path = tmp_path / "q.jsonl"
    rows = [json.dumps({"question": text}) for text in ("Må man?", "Kan man?")]
    path.write_text("\n\n".join(rows) + "\n", encoding="utf-8")
    assert read_questions(path) == ["Må man?", "Kan man?"]
