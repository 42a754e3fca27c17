import pytest

from assistant.groundedness.verdict import Evidence, Verdict
from corpus.loading import load_documents
from evals.measure import compute_figures
from evals.metric.text import normalise
from evals.mutant.answer import tamper
from evals.mutant.making import make_mutants
from evals.mutant.mutant import Mutant
from evals.task.mutation import plan_mutation

EVIDENCE = Evidence("Lederen skal vise mod.", "Mod")
LIE = Mutant("modality", "krav", (EVIDENCE,), "Lederen kan vise mod.", is_harmful=True)
NOISE = Mutant("noise:case", "krav", (EVIDENCE,), "LEDEREN skal vise mod.", is_harmful=False)


def contains(sentence, passages, question):
    """Support what stands word for word in a passage."""
    assert question == ""
    said = normalise(sentence)
    is_held = any(said in normalise(passage.text) for passage in passages)
    return Verdict(is_held, float(is_held), "Det står der." if is_held else "Det står der ikke.")


def trusting(*_):
    return Verdict(is_supported=True, score=1.0, reason="Alt passer.")


def suspicious(*_):
    return Verdict(is_supported=False, score=0.0, reason="Intet passer.")


def _run(mutants, check, **kwargs):
    task = plan_mutation(mutants, check, **kwargs)
    items = list(task.run())
    assert task.name == "mutation"
    assert len(items) == task.total
    return items


@pytest.mark.parametrize(
    ("check", "caught", "false_alarm"),
    [(contains, 1.0, 0.0), (trusting, 0.0, 0.0), (suspicious, 1.0, 1.0)],
)
def test_lies_are_scored_by_being_caught_and_noise_by_being_let_be(check, caught, false_alarm):
    lie, noise = _run([LIE, NOISE], check)
    assert lie.scores == {"caught": caught, "false_alarm": None}
    assert noise.scores == {"caught": None, "false_alarm": false_alarm}


def test_an_item_tells_its_class_document_and_number():
    lie, noise = _run([LIE, NOISE], contains)
    assert [item.id for item in (lie, noise)] == ["M0001", "M0002"]
    assert [item.kind for item in (lie, noise)] == ["modality", "noise:case"]
    assert {(i.task, i.part, i.cluster) for i in (lie, noise)} == {("mutation", "dev", "krav")}


def test_only_what_was_judged_wrongly_is_told():
    assert [item.exchange for item in _run([LIE, NOISE], contains)] == [None, None]
    (lie,) = _run([LIE], trusting)
    assert lie.exchange is not None
    assert lie.exchange.question == LIE.sentence
    assert lie.exchange.expected == (EVIDENCE.text,)
    assert (lie.exchange.note, lie.exchange.reason) == ("Mod", "Alt passer.")
    assert (lie.exchange.given, lie.exchange.status) == ("1,00", "supported")


def test_answers_are_proven_after_the_sentences(leadership):
    answers = tamper([leadership], per_kind=3)
    items = _run([LIE], contains, answers=answers, documents=[leadership])
    assert [item.id for item in items] == [f"M{n:04d}" for n in range(1, len(answers) + 2)]
    by_kind = {item.kind: item.scores for item in items}
    assert by_kind["answer:offset"] == {"caught": 1.0, "false_alarm": None}
    assert by_kind["noise:answer"] == {"caught": None, "false_alarm": 0.0}


def test_answers_about_documents_that_are_not_there_are_all_flawed(leadership):
    answers = [a for a in tamper([leadership], per_kind=3) if not a.is_harmful]
    items = _run([], contains, answers=answers, documents=[])
    assert {item.scores["false_alarm"] for item in items} == {1.0}
    assert {item.exchange.given for item in items if item.exchange} == {"slice"}


def test_a_verbatim_check_catches_every_lie_and_is_alarmed_by_every_rewording(
    leadership, test_documents
):
    documents = [leadership, *load_documents(test_documents / "vedtaegt")]
    items = _run(make_mutants(documents, per_kind=40), contains)
    figures = {(f.measure, f.group): f for f in compute_figures(items)}
    assert figures["caught", "kind:negation"].value == 1.0
    assert figures["false_alarm", "kind:noise:frame"].value == 1.0
    assert figures["false_alarm", "kind:noise:quotes"].value == 0.0
    assert figures["caught", "kind:negation"].n == 40
