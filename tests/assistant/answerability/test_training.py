import json

import pytest

from assistant.answerability.training import (
    ANSWERABLE_FILE,
    CALIBRATION_FILE,
    DOCUMENTS,
    Source,
    join,
    read_asked,
    read_dev,
    read_rows,
    read_sources,
)
from corpus.loading import load_documents
from evals.gold.row import BUNDLED_GOLD
from index.language import fold, words

FILES = sorted(DOCUMENTS.glob("*.questions.jsonl"))
"""Questions about the invented organisations' documents."""


def _write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def _questions(path):
    return {row["question"] for row in read_rows(path)}


def _trained():
    everything = join([*read_sources(), *(read_asked(path, path.stem) for path in FILES)], "all")
    return {*everything.answerable, *everything.unanswerable}


def _gold():
    """Return every gold question, those of the test part too: they are only compared."""
    files = [BUNDLED_GOLD / f"{kind}.jsonl" for kind in ("answerable", "unanswerable")]
    files += (BUNDLED_GOLD / "documents").glob("*.questions.jsonl")
    return {question for path in files for question in _questions(path)}


def _spoken(questions):
    """Return the folded words of each of `questions`, which is what a regression sees of them."""
    return {" ".join(words(fold(question))) for question in questions} - {""}


def _shared(one, other):
    """Return how many texts both hold: a failing test must not print the gold's test part."""
    return len(set(one) & set(other))


@pytest.fixture(scope="module")
def own():
    """Return the training questions about the bundled document."""
    everything = join(read_sources(), "own")
    return [*everything.answerable, *everything.unanswerable]


# Files.


def test_rows_are_read_in_order_and_blank_lines_are_none(tmp_path):
    path = tmp_path / "q.jsonl"
    # A line separator within a text ends no row.
    path.write_text('{"a": "x\u2028y"}\n\n  \n{"a": 2}\n', encoding="utf-8")
    assert read_rows(path) == [{"a": "x\u2028y"}, {"a": 2}]


def test_a_row_without_gold_is_unanswerable(tmp_path):
    path = _write(
        tmp_path / "q.jsonl",
        {"question": "Må man?", "gold": ["Ja."]},
        {"question": "Hvem vandt?", "gold": [], "kind": "off_topic"},
        {"question": "Hvad nu?"},
    )
    asked = read_asked(path, "mine")
    assert asked == Source(
        "mine",
        ["Må man?"],
        ["Hvem vandt?", "Hvad nu?"],
        ["off_topic", ""],
    )


def test_only_even_ids_are_dev(tmp_path):
    rows = [{"id": f"Q{n:03d}", "question": f"nr. {n}", "kind": f"k{n}"} for n in range(1, 7)]
    _write(tmp_path / "answerable.jsonl", *rows)
    _write(tmp_path / "unanswerable.jsonl", *rows[:4])
    dev = read_dev(tmp_path)
    assert dev.answerable == ["nr. 2", "nr. 4", "nr. 6"]
    assert (dev.unanswerable, dev.kinds) == (["nr. 2", "nr. 4"], ["k2", "k4"])


def test_sources_are_joined_in_order():
    one = Source("a", ["1"], ["2"], ["x"])
    other = Source("b", ["3"], ["4"], ["y"])
    assert join([one, other], "both") == Source("both", ["1", "3"], ["2", "4"], ["x", "y"])
    assert join([], "none") == Source("none")


# What is shipped.


def test_every_source_has_questions_of_both_kinds():
    sources = read_sources()
    assert len({source.name for source in sources}) == len(sources) > 1
    for source in sources:
        assert min(len(source.answerable), len(source.unanswerable)) >= 100
        assert len(source.kinds) == len(source.unanswerable)
        assert all(source.kinds)


def test_no_training_question_is_of_both_kinds_however_it_is_written():
    everything = join(read_sources(), "all")
    both = _spoken(everything.answerable) & _spoken(everything.unanswerable)
    assert both == set()


def test_no_training_question_stands_twice(own):
    assert len(set(own)) == len(own)


def test_every_invented_document_has_its_questions_and_each_file_its_document():
    folders = {path.name for path in DOCUMENTS.iterdir() if path.is_dir()}
    assert {path.name.removesuffix(".questions.jsonl") for path in FILES} == folders


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.split(".")[0])
def test_what_answers_a_question_stands_in_the_document(path):
    text = "\n".join(
        document.text
        for document in load_documents(DOCUMENTS / path.name.removesuffix(".questions.jsonl"))
    )
    rows = read_rows(path)
    assert all(piece in text for row in rows for piece in row["gold"])
    assert {bool(row["gold"]) for row in rows} == {True, False}


def test_what_answers_a_question_stands_in_the_bundled_document(leadership):
    rows = [*read_rows(ANSWERABLE_FILE), *read_rows(CALIBRATION_FILE)]
    assert all(piece in leadership.text for row in rows for piece in row["gold"])
    assert all(row["gold"] for row in read_rows(ANSWERABLE_FILE))


# The gold and calibration questions are never trained on.


def test_no_gold_question_is_a_training_question():
    shared = _shared(_trained(), _gold())
    assert shared == 0


def test_no_calibration_question_is_a_training_question(own):
    shared = _shared(own, _questions(CALIBRATION_FILE))
    assert shared == 0


def test_no_gold_question_is_a_training_question_however_it_is_written():
    shared = _shared(_spoken(_trained()), _spoken(_gold()))
    assert shared == 0


def test_no_calibration_question_is_a_training_question_however_it_is_written(own):
    shared = _shared(_spoken(own), _spoken(_questions(CALIBRATION_FILE)))
    assert shared == 0


def test_no_gold_question_is_a_calibration_question():
    shared = _shared(_questions(CALIBRATION_FILE), _gold())
    assert shared == 0


def test_no_gold_question_is_a_question_per_passage(enrichment):
    asked = {question for entry in enrichment.questions.values() for question in entry.all}
    shared = _shared(asked, _gold())
    assert shared == 0
