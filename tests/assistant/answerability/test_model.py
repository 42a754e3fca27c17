from dataclasses import replace
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability.model import (
    BARE,
    CALIBRATED,
    ENRICHED,
    FOLDER,
    AnswerabilityModel,
    Judgement,
    Stored,
    fingerprint,
    load_answerability,
)
from assistant.answerability.scope import KINDS, Scope
from assistant.answerability.signal import SIGNALS
from assistant.answerability.wording import Wording
from assistant.question import understand
from corpus.parsing import parse_document

KNOWN, UNKNOWN = "Hvad er social kapital?", "Hvem vandt Superligaen?"


@pytest.fixture(scope="module")
def stored():
    return Stored.load()


def _judge_in(workplace, documents):
    retriever = workplace.library.retriever
    model = load_answerability(retriever.channels.vocabulary, documents)

    def _judge(text):
        question = understand(text, ignored=workplace.library.names)
        return model.judge(question, retriever.retrieve(text, 10))

    return _judge


@pytest.fixture(scope="module")
def judge(workplace):
    return _judge_in(workplace, workplace.documents)


@pytest.mark.parametrize(
    ("probability", "answers", "is_near"),
    [(0.6, True, True), (0.59, False, True), (0.2, False, True), (0.19, False, False)],
)
def test_the_thresholds_belong_to_what_they_open(probability, answers, is_near):
    judgement = Judgement(probability, 0.6, 0.2)
    assert (judgement.is_answerable, judgement.is_near) == (answers, is_near)


def test_nothing_is_near_to_a_question_that_no_such_document_answers():
    assert not Judgement(0.3, 0.6, 0.2, scope="personal").is_near


def test_a_question_on_the_document_is_answerable_and_one_on_football_is_not(judge):
    known, unknown = judge(KNOWN), judge(UNKNOWN)
    assert known.is_answerable
    assert known.probability > 0.9
    assert not unknown.is_answerable
    assert unknown.probability < 0.1


def test_only_a_refused_question_has_a_scope(judge):
    assert judge(UNKNOWN).scope == "off_topic"
    assert judge("Hvor ofte skal lederen evalueres?").scope == ""
    assert judge(KNOWN).scope == ""


def test_an_answerable_question_has_no_scope_even_if_it_sounds_like_one(workplace, stored):
    always = Wording(np.zeros(8, np.float32), np.ones(8, np.float32), intercept=9.0)
    blunt = replace(stored, scope=Scope({"machine": always}))
    retriever = workplace.library.retriever
    model = AnswerabilityModel(blunt, retriever.channels.vocabulary, stored.fingerprint)
    judged = [model.judge(understand(q), retriever.retrieve(q, 10)) for q in (KNOWN, UNKNOWN)]
    assert [judgement.scope for judgement in judged] == ["", "machine"]
    assert [judgement.is_near for judgement in judged] == [True, False]


# Which regression judges.


def test_the_documents_it_was_fitted_for_are_judged_by_the_calibrated_one(judge, stored):
    judgement = judge(KNOWN)
    assert judgement.basis == CALIBRATED
    assert judgement.threshold == stored.regressions[CALIBRATED].threshold
    assert judgement.signals.keys() == set(SIGNALS[CALIBRATED])


def test_one_letter_changed_makes_it_another_document(workplace, leadership, stored):
    at = leadership.text.index("tillid")
    letters = f"{leadership.text[:at]}T{leadership.text[at + 1 :]}"
    changed = parse_document(leadership.name, letters, leadership.metadata)
    judgement = _judge_in(workplace, [changed])(KNOWN)
    assert judgement.basis == ENRICHED
    assert judgement.threshold == stored.regressions[ENRICHED].threshold
    assert judgement.signals.keys() == set(SIGNALS[ENRICHED])
    assert judgement.is_answerable


def test_another_document_beside_the_known_one_makes_it_other_documents(workplace, elsewhere):
    documents = (*workplace.documents, *elsewhere("vedtaegt").documents)
    assert _judge_in(workplace, documents)(KNOWN).basis == ENRICHED


def test_documents_without_questions_are_judged_by_the_bare_one(elsewhere, stored):
    place = elsewhere("personalepolitik")
    judgement = _judge_in(place, place.documents)("Hvad er krænkende adfærd?")
    assert judgement.basis == BARE
    assert judgement.threshold == stored.regressions[BARE].threshold
    assert set(SIGNALS[BARE]) <= judgement.signals.keys()
    assert judgement.contributions.keys() == set(SIGNALS[BARE])


def test_documents_known_but_without_questions_are_judged_by_the_bare_one(elsewhere, leadership):
    place = elsewhere("personalepolitik")
    assert _judge_in(place, [leadership])("Hvad er krænkende adfærd?").basis == BARE


def test_the_order_of_the_documents_is_no_matter(workplace, elsewhere):
    (one,), (other,) = workplace.documents, elsewhere("vedtaegt").documents
    assert fingerprint([one, other]) == fingerprint([other, one])
    assert fingerprint([one]) != fingerprint([one, other])


# What it is made of.


@given(st.text(min_size=1, max_size=100))
def test_the_probability_is_what_the_contributions_add_up_to(judge, stored, text):
    judgement = judge(text)
    fitted = stored.regressions[judgement.basis]
    total = sum(judgement.contributions.values()) + fitted.slope * fitted.intercept + fitted.offset
    chance = judgement.probability
    assert 0.0 < chance < 1.0
    assert log(chance / (1 - chance)) == pytest.approx(max(-30.0, min(30.0, total)), abs=1e-3)
    assert judgement.scope in ({""} if judgement.is_answerable else {"", *KINDS})


@pytest.mark.parametrize(
    ("name", "signals"),
    [(CALIBRATED, SIGNALS[CALIBRATED]), (ENRICHED, SIGNALS[ENRICHED]), (BARE, SIGNALS[BARE])],
)
def test_each_shipped_regression_weighs_its_signals_and_has_thresholds_in_order(
    stored, name, signals
):
    fitted = stored.regressions[name]
    for values in (fitted.weights, fitted.means, fitted.scales):
        assert values.keys() == set(signals)
    assert all(scale > 0 for scale in fitted.scales.values())
    assert 0.0 < fitted.near_threshold < fitted.threshold < 1.0


def test_the_shipped_model_is_of_the_bundled_document(stored, leadership):
    assert stored.fingerprint == fingerprint([leadership])


def test_what_was_saved_can_be_loaded(stored, tmp_path):
    renamed = replace(stored, fingerprint="another")
    renamed.save(tmp_path)
    again = Stored.load(tmp_path)
    assert again.fingerprint == "another"
    assert again.regressions == stored.regressions
    assert again.wording.score("hvad er mod?") == stored.wording.score("hvad er mod?")
    assert again.scope.of(UNKNOWN) == stored.scope.of(UNKNOWN)
    for name in (ENRICHED, BARE):
        assert again.frames[name].score("hvad er BEST") == stored.frames[name].score("hvad er BEST")


def test_the_shipped_model_is_small():
    assert sum((FOLDER / f"model.{kind}").stat().st_size for kind in ("json", "npz")) < 1_000_000
