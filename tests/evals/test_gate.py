"""The gate as a rule over records, and the real assistant broken in one place at a time."""

from dataclasses import replace

import pytest

import assistant.composition
import assistant.draft
import assistant.pipeline
import corpus.parsing
import index.retriever
from assistant.answer import cite
from assistant.answerability.model import AnswerabilityModel
from assistant.opening import Workplace
from corpus.document import PassageKind
from evals.floor import FLOORS, Floor, of_tasks
from evals.gate import Breach, find_breaches
from evals.measure import compute_figures
from evals.record import Item, Source
from evals.suite import plan_suite, run_tasks

MEASURED = of_tasks(FLOORS, ["answerable", "unanswerable", "coverage"])
HALF = Floor("answerable", "any_right", 0.5, "Halvdelen skal være rigtige.")
NO_LIE = Floor("answerable", "wrong_quotes", 0.0, "Citater skal være ordrette.")


def items(measure, values, task="answerable"):
    return [
        Item(task, f"Q{n:03}", "dev", "direct", "", f"C{n}", {measure: value})
        for n, value in enumerate(values)
    ]


def codes(breaches):
    return {(breach.code, breach.task, breach.measure) for breach in breaches}


def test_a_floor_that_is_kept_to_the_digit_is_no_breach(make_record):
    record = make_record(items("any_right", [1.0, 0.0]))
    assert find_breaches(record, None, [HALF]) == []


def test_a_broken_floor_is_told_with_its_figures_and_its_reason(make_record):
    record = make_record(items("any_right", [1.0, 0.0, 0.0, 0.0]))
    (breach,) = find_breaches(record, None, [HALF])
    assert (breach.code, breach.task, breach.measure) == ("floor", "answerable", "any_right")
    assert breach.sentence.endswith(
        "er 25,0\N{NO-BREAK SPACE}%, men må ikke være under 50,0\N{NO-BREAK SPACE}%. "
        "Halvdelen skal være rigtige."
    )


def test_where_less_is_better_the_floor_is_a_ceiling(make_record):
    record = make_record(items("wrong_quotes", [0.0, 0.0, 1.0]))
    (breach,) = find_breaches(record, None, [NO_LIE])
    assert "er 1, men må ikke være over 0." in breach.sentence
    assert find_breaches(make_record(items("wrong_quotes", [0.0])), None, [NO_LIE]) == []


@pytest.mark.parametrize("measured", [[], items("any_right", [None, None])])
def test_a_measure_that_is_missing_is_a_breach(make_record, measured):
    (breach,) = find_breaches(make_record(measured), None, [HALF])
    assert (breach.code, breach.measure) == ("not_measured", "any_right")
    assert breach.sentence.endswith(" er ikke målt.")


def test_every_floor_of_the_gate_is_a_breach_where_nothing_was_measured(make_record):
    breaches = find_breaches(make_record([]), None, FLOORS)
    assert codes(breaches) == {("not_measured", floor.task, floor.measure) for floor in FLOORS}


def test_dropped_questions_are_a_breach_though_every_figure_rises(make_record):
    whole = items("any_right", [1.0, 1.0, 0.0, 0.0])
    dropped = make_record(whole[:2])
    (breach,) = find_breaches(dropped, make_record(whole), [HALF])
    assert (breach.code, breach.task) == ("items_missing", "answerable")
    assert breach.sentence.startswith("2 af sammenligningsgrundlagets målinger mangler i »")


def test_new_questions_are_no_breach(make_record):
    whole = items("any_right", [1.0, 1.0, 1.0])
    assert find_breaches(make_record(whole), make_record(whole[:2]), [HALF]) == []


@pytest.mark.parametrize(
    "changed", [{"gold": "sha256:cc"}, {"documents": (Source("grundlag", "sha256:dd"),)}]
)
def test_other_gold_or_documents_are_a_breach_that_says_how_to_go_on(make_record, changed):
    whole = items("any_right", [1.0, 1.0])
    (breach,) = find_breaches(make_record(whole, **changed), make_record(whole), [HALF])
    assert breach.code == "other_gold"
    assert "`python -m evals gate --update`" in breach.sentence


def test_a_certain_loss_is_a_breach_though_the_floor_is_kept(make_record):
    before = make_record(items("any_right", [1.0] * 40))
    after = make_record(items("any_right", [0.0] * 8 + [1.0] * 32))
    (breach,) = find_breaches(after, before, [HALF])
    assert (breach.code, breach.measure) == ("loss", "any_right")
    assert "fra 100,0\N{NO-BREAK SPACE}% til 80,0\N{NO-BREAK SPACE}%" in breach.sentence
    assert "8 blev dårligere og 0 bedre" in breach.sentence
    assert find_breaches(before, after, [HALF]) == []


def test_a_change_that_may_be_chance_is_no_breach(make_record):
    before = make_record(items("any_right", [1.0] * 40))
    after = make_record(items("any_right", [0.0] + [1.0] * 39))
    assert find_breaches(after, before, [HALF]) == []


def test_a_breach_holds_only_danish_words_and_is_one_sentence_or_two(make_record):
    before = make_record(items("any_right", [1.0] * 40))
    after = make_record(items("any_right", [0.0] * 40))
    breaches = find_breaches(after, before, [HALF, NO_LIE])
    assert [breach.code for breach in breaches] == ["floor", "not_measured", "loss"]
    assert not any("any_right" in breach.sentence for breach in breaches)
    assert not any("\n" in breach.sentence for breach in breaches)


@pytest.fixture
def broken(workplace, gold, healthy):
    """Measures tasks again on what a test has broken; what it did not measure stays healthy."""

    def measure(*tasks, kinds=(), within=workplace):
        asked = [row for row in gold.answerable if not kinds or row.kind in kinds]
        narrowed = replace(gold, answerable=asked)
        again = run_tasks(within, plan_suite(within, narrowed, tasks), gold.hash).items
        new = {(item.task, item.id): item for item in again}
        kept = [
            item
            for item in healthy.items
            if (item.task, item.id) not in new and (kinds or item.task not in tasks)
        ]
        merged = [*kept, *new.values()]
        return replace(healthy, items=tuple(merged), figures=tuple(compute_figures(merged)))

    return measure


def breaches_of(record, healthy) -> list[Breach]:
    return find_breaches(record, healthy, MEASURED)


def test_the_healthy_assistant_opens_the_gate(healthy):
    assert [breach.sentence for breach in breaches_of(healthy, healthy)] == []
    assert [breach.sentence for breach in breaches_of(healthy, None)] == []


def test_a_retriever_that_turns_its_ranking_round_shuts_it(broken, healthy, monkeypatch):
    fuse = index.retriever.fuse
    monkeypatch.setattr(index.retriever, "fuse", lambda *given: 1.0 - fuse(*given))
    found = codes(breaches_of(broken("answerable"), healthy))
    floors = ("first_right", "any_right", "gold_precision", "nugget_recall", "hit_at_5")
    assert {("floor", "answerable", measure) for measure in floors} <= found
    losses = (*floors, "hit_at_1", "reciprocal_rank", "ndcg_at_10")
    assert {("loss", "answerable", measure) for measure in losses} <= found


def test_a_retriever_that_loses_a_channel_shuts_it(broken, healthy, monkeypatch):
    """A break so small that most floors are kept: it is the comparison that tells."""
    fuse = index.retriever.fuse

    def fuse_words_alone(scores, weights):
        kept = {n: s for n, s in scores.by_channel.items() if not n.endswith("_questions")}
        return fuse(replace(scores, by_channel=kept), weights)

    monkeypatch.setattr(index.retriever, "fuse", fuse_words_alone)
    found = codes(breaches_of(broken("answerable"), healthy))
    assert ("loss", "answerable", "hit_at_1") in found
    assert ("loss", "answerable", "first_right") in found


def test_a_bullet_that_the_parser_drops_shuts_it(broken, healthy, monkeypatch, tmp_path, workplace):
    segment = corpus.parsing.segment_blocks

    def drop_one(*given):
        segments = segment(*given)
        bullets = [s for s in segments if s.kind is PassageKind.ITEM]
        return [s for s in segments if s is not bullets[len(bullets) // 2]]

    monkeypatch.setattr(corpus.parsing, "segment_blocks", drop_one)
    settings = workplace.settings.model_copy(update={"index_dir": tmp_path})
    without = Workplace(settings)
    assert without.documents[0].version == workplace.documents[0].version
    record = broken("coverage", within=without)
    found = codes(breaches_of(record, healthy))
    assert ("floor", "coverage", "line_read") in found
    assert ("items_missing", "coverage", "") in found
    assert record.figure("coverage", "line_read").value < 1.0


def drop_item(compose):
    """Drop the last item of a whole list, whatever the sentence below it counts."""

    def composed(*given):
        lines, last = compose(*given)
        items_at = [at for at, line in enumerate(lines) if line.number is not None]
        return [line for at, line in enumerate(lines) if at != items_at[-1]], last

    return composed


def cut_list(compose):
    """Take a list for shorter than it is, so that what is left is counted."""

    def composed(question, listing, library):
        return compose(question, replace(listing, items=listing.items[:-1]), library)

    return composed


CUTS = pytest.mark.parametrize("cut", [drop_item, cut_list])


def compose_lists(monkeypatch, cut):
    compose = assistant.composition._compose_listing
    monkeypatch.setattr(assistant.composition, "_compose_listing", cut(compose))


def switch_off_proof(monkeypatch):
    monkeypatch.setattr(assistant.pipeline, "find_flaws", lambda *_: [])


@CUTS
def test_a_bullet_that_composition_drops_shuts_it(broken, healthy, monkeypatch, cut):
    compose_lists(monkeypatch, cut)
    switch_off_proof(monkeypatch)
    found = codes(breaches_of(broken("answerable", kinds=("list",)), healthy))
    assert ("floor", "answerable", "broken_lists") in found
    assert ("loss", "answerable", "broken_lists") in found


@CUTS
def test_a_dropped_bullet_that_the_proof_withholds_shuts_it_too(broken, healthy, monkeypatch, cut):
    compose_lists(monkeypatch, cut)
    record = broken("answerable", kinds=("list",))
    assert record.figure("answerable", "broken_lists").value == 0
    assert ("loss", "answerable", "false_refusal") in codes(breaches_of(record, healthy))


LIES = {
    "moved": lambda c: replace(c, start=c.start + 1, end=c.end + 1),
    "cut": lambda c: replace(c, end=c.end - 1),
    "altered": lambda c: replace(c, quote=c.quote.replace(" ", "  ", 1) + "."),
    "elsewhere": lambda c: replace(c, section=("ET ANDET AFSNIT",)),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_shifted_quote_shuts_it(broken, healthy, monkeypatch, lie):
    monkeypatch.setattr(assistant.draft, "cite", lambda *given: lie(cite(*given)))
    switch_off_proof(monkeypatch)
    found = codes(breaches_of(broken("answerable", kinds=("definition",)), healthy))
    assert ("floor", "answerable", "wrong_quotes") in found
    assert ("loss", "answerable", "wrong_quotes") in found


def test_a_shifted_quote_that_the_proof_withholds_shuts_it_too(broken, healthy, monkeypatch):
    monkeypatch.setattr(assistant.draft, "cite", lambda *given: LIES["moved"](cite(*given)))
    record = broken("answerable")
    found = codes(breaches_of(record, healthy))
    assert record.figure("answerable", "wrong_quotes").value == 0
    assert ("floor", "answerable", "false_refusal") in found
    assert ("floor", "answerable", "any_right") in found
    assert ("loss", "answerable", "false_refusal") in found


def judge_all(monkeypatch, probability):
    judge = AnswerabilityModel.judge
    monkeypatch.setattr(
        AnswerabilityModel,
        "judge",
        lambda *given: replace(judge(*given), probability=probability),
    )


def test_an_assistant_that_always_answers_shuts_it(broken, healthy, monkeypatch):
    judge_all(monkeypatch, 1.0)
    found = codes(breaches_of(broken("unanswerable"), healthy))
    assert ("floor", "unanswerable", "handled") in found
    assert ("loss", "unanswerable", "handled") in found
    assert ("loss", "unanswerable", "refused") in found


def test_an_assistant_that_always_refuses_shuts_it(broken, healthy, monkeypatch):
    judge_all(monkeypatch, 0.0)
    found = codes(breaches_of(broken("answerable", kinds=("direct",)), healthy))
    assert ("floor", "answerable", "false_refusal") in found
    assert ("loss", "answerable", "any_right") in found
