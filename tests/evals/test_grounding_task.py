import pytest

from assistant.groundedness.check import load_check
from assistant.groundedness.verdict import Evidence, Verdict
from evals.gold.grounding import GoldSentence
from evals.measure import MEASURES, compute_figures
from evals.task.grounding import plan_grounding

TRUE = GoldSentence("G002", "Hvad?", ("Tekst.", "Mere."), "Sandt.", is_supported=True, kind="same")
FALSE = GoldSentence("G003", "", ("Tekst.",), "Falsk.", is_supported=False, kind="number")


def run(check, *sentences):
    task = plan_grounding(check, sentences)
    items = list(task.run())
    assert (task.name, task.total) == ("grounding", len(items))
    return items


def saying(supported):
    return lambda *_: Verdict(supported, 0.75 if supported else 0.25, "Derfor.")


@pytest.mark.parametrize(
    ("sentence", "said", "scores"),
    [
        (TRUE, True, (1, 1, None)),
        (TRUE, False, (0, 0, None)),
        (FALSE, False, (1, None, 1)),
        (FALSE, True, (0, None, 0)),
    ],
)
def test_a_verdict_is_right_where_it_is_the_gold_s(sentence, said, scores):
    (item,) = run(saying(said), sentence)
    names = ("right", "supported_kept", "unsupported_caught")
    assert tuple(item.scores[name] for name in names) == scores
    assert item.scores["support"] == (0.75 if said else 0.25)
    assert set(names) == {measure.name for measure in MEASURES["grounding"]}


def test_the_check_gets_sentence_passages_and_question():
    asked = []

    def check(sentence, evidence, question):
        asked.append((sentence, list(evidence), question))
        return Verdict(is_supported=True, score=1.0, reason="")

    run(check, TRUE)
    assert asked == [("Sandt.", [Evidence("Tekst."), Evidence("Mere.")], "Hvad?")]


def test_an_item_tells_what_was_judged_and_why():
    first, second = run(saying(False), TRUE, FALSE)
    assert [(item.id, item.part, item.kind) for item in (first, second)] == [
        ("G002", "dev", "same"),
        ("G003", "test", "number"),
    ]
    told = first.exchange
    assert (told.note, told.expected, told.given) == ("Sandt.", ("Tekst.", "Mere."), "0,25")
    assert (told.status, told.reason) == ("unsupported", "Derfor.")


def test_a_check_that_agrees_with_everything_is_half_right():
    figures = compute_figures(run(saying(True), TRUE, FALSE))
    values = {figure.measure: figure.value for figure in figures if figure.group == "all"}
    assert values["balanced_accuracy"] == 0.5
    assert (values["supported_kept"], values["unsupported_caught"]) == (1, 0)


def test_the_real_check_is_better_than_a_coin_on_both_parts_of_the_gold(workplace, gold):
    figures = compute_figures(run(load_check(workplace.embedder), *gold.sentences))
    values = {f.group: f.value for f in figures if f.measure == "balanced_accuracy"}
    assert values["dev"] > 0.75
    assert values["test"] > 0.75
