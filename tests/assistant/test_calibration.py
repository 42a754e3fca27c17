import json
import sys

import numpy as np
import pytest

from assistant import calibration
from assistant.answerability import AnswerabilityModel, Regression, load_answerability
from assistant.calibration import (
    Examiner,
    Sample,
    choose_threshold,
    fit_regression,
    main,
    open_bare,
    read_dev,
)

SLOPE = Regression({"x": 1.0}, {"x": 0.0}, {"x": 1.0}, 0.0, 0.5, 0.0)


def _rows(*values):
    return [{"x": value, "noise": 1.0} for value in values]


TEN = Sample(_rows(*range(10)), [])


def test_a_fitted_regression_tells_the_two_kinds_apart():
    sample = Sample(_rows(0.8, 0.9, 1.0, 0.95), _rows(0.0, 0.1, 0.2, 0.15))
    fitted = fit_regression(sample, ["x"])
    assert fitted.weights["x"] > 0
    assert fitted.means["x"] == pytest.approx(0.5125)
    assert all(fitted.probability(row) > 0.5 for row in sample.answerable)
    assert all(fitted.probability(row) < 0.5 for row in sample.unanswerable)


def test_a_signal_that_never_changes_does_no_harm():
    fitted = fit_regression(Sample(_rows(1.0), _rows(0.0)), ["x", "noise"])
    assert np.isfinite(fitted.probability({"x": 0.5, "noise": 1.0}))


def test_the_threshold_refuses_the_stated_share_of_answerable_questions():
    # Ten answerable questions at x = 0 … 9: the tenth quantile lies nine tenths from 0 to 1.
    chosen = choose_threshold(SLOPE, TEN, false_refusals=0.1)
    first, second = SLOPE.probability({"x": 0.0}), SLOPE.probability({"x": 1.0})
    assert chosen.threshold == pytest.approx(first + 0.9 * (second - first), abs=1e-6)
    assert 0.0 < chosen.near_threshold < chosen.threshold


def test_no_more_than_the_stated_share_is_refused():
    chosen = choose_threshold(SLOPE, TEN, false_refusals=0.1)
    refused = [row for row in TEN.answerable if SLOPE.probability(row) < chosen.threshold]
    assert len(refused) == 1


def test_no_false_refusals_takes_the_lowest_answerable_question():
    chosen = choose_threshold(SLOPE, Sample(_rows(3.0, 0.5, 2.0), []), false_refusals=0.0)
    assert chosen.threshold == pytest.approx(SLOPE.probability({"x": 0.5}), abs=1e-6)


def test_only_even_ids_are_dev(tmp_path):
    path = tmp_path / "gold.jsonl"
    rows = [{"id": f"Q{n:03d}", "question": f"nr. {n}"} for n in range(1, 7)]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert read_dev(path) == ["nr. 2", "nr. 4", "nr. 6"]


def test_a_bare_library_has_no_questions_per_passage(workplace, leadership, tmp_path):
    library = open_bare([leadership], workplace.embedder, tmp_path)
    strengths = library.retriever.retrieve("Hvad er mod?", 1).strengths
    assert "dense_passages" in strengths
    assert "dense_questions" not in strengths


def test_a_training_question_is_judged_without_itself(workplace):
    known = "Hvor ligger den nærmeste svømmehal med sauna?"
    blank = Regression({}, {}, {}, 0.0, 0.5, 0.0)
    model = AnswerabilityModel(
        blank,
        blank,
        [known, "Hvad koster en is?"],
        workplace.embedder,
        workplace.library.retriever.channels.vocabulary,
    )
    examiner = Examiner(workplace.library, model)
    (with_itself,) = examiner.gather([known])
    (without,) = examiner.gather([known], leave_out=True)
    assert with_itself["unanswerable_nearest"] == pytest.approx(1.0, abs=1e-4)
    assert without["unanswerable_nearest"] < 0.9
    assert set(calibration.ENRICHED_SIGNALS) <= set(without)
    assert set(calibration.GENERAL_SIGNALS) <= set(without)


def test_the_whole_recipe_writes_a_model_that_can_be_loaded(
    workplace, tmp_path, monkeypatch, capsys, test_documents
):
    def _write(name, questions):
        rows = [
            {"id": f"Q{n}", "question": text, "gold": gold}
            for n, (text, gold) in enumerate(questions)
        ]
        path = tmp_path / name
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return path

    known = [(f"Hvad er {word}?", ["x"]) for word in ("mod", "tillid", "commitment", "topstyring")]
    unknown = [(f"Hvad koster en {word}?", []) for word in ("is", "bil", "hest", "svømmetur")]
    (tmp_path / "notat").symlink_to(test_documents / "uden-overskrifter")
    _write("answerable.jsonl", known)
    _write("unanswerable.jsonl", unknown)
    _write("notat.questions.jsonl", [("Hvornår skal passagererne have besked?", ["x"]), *unknown])
    model_file = tmp_path / "model.json"
    for name, path in (
        ("MODEL_FILE", model_file),
        ("ANSWERABLE_FILE", tmp_path / "answerable.jsonl"),
        ("UNANSWERABLE_FILE", tmp_path / "unanswerable.jsonl"),
        ("_SAMPLED", 5),
    ):
        monkeypatch.setattr(calibration, name, path)
    monkeypatch.setattr(calibration, "Workplace", lambda _settings: workplace)
    monkeypatch.setattr(
        sys, "argv", ["calibration", "--gold", str(tmp_path), "--others", str(tmp_path)]
    )
    main()
    shown = capsys.readouterr().out
    assert shown.startswith("enriched: ")
    assert "general: " in shown
    model = load_answerability(
        workplace.embedder,
        workplace.library.retriever.channels.vocabulary,
        model_file=model_file,
    )
    assert set(model._enriched.weights) == set(calibration.ENRICHED_SIGNALS)
    assert set(model._general.weights) == set(calibration.GENERAL_SIGNALS)
