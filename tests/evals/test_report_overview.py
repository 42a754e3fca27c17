import json
import re

import pytest

from evals.floor import Floor
from evals.measure import MEASURES, MeasureKind
from evals.record import Exchange, Item
from evals.report.overview import FORMAT, build_overview, write_overview
from evals.report.summary import bound_text


def _item(number, task="answerable", *, part="dev", kind="direct", **scores):
    exchange = Exchange(
        question=f"Hvad er <b>{part}</b>? {number}",
        expected=("Ventet tekst",),
        note=f"Afsnit {number}",
        given="Givet tekst",
        status="answered",
        citations=("Afsnit 1",),
        reason="Derfor.",
        hits=("Afsnit 1 (0,90)",),
    )
    return Item(task, f"X{number:04}", part, kind, "leder", f"Afsnit {number}", scores, exchange)


def _every_task():
    """Return items of every task, half of them failing, the last two in the test part."""
    for task, measures in MEASURES.items():
        for number in range(8):
            fails = number % 2
            scores = {
                measure.name: float(fails)
                if measure.kind is MeasureKind.COUNT
                else float(fails != bool(measure.is_better_high))
                for measure in measures
            }
            part, kind = ("test" if number > 5 else "dev"), ("number", "typo")[number // 4]
            yield _item(number, task, part=part, kind=kind, **scores)


FLOORS = (
    Floor("answerable", "any_right", 0.9, "Derfor."),
    Floor("answerable", "false_refusal", 0.9, "Derfor."),
)


@pytest.fixture
def written(make_record, tmp_path):
    """Writes the overview of some items and reads it as another program would."""

    def _write(items, **options):
        path = tmp_path / "overview.json"
        write_overview(make_record(list(items)), path, **options)
        return json.loads(path.read_text(encoding="utf-8"))

    return _write


def test_an_overview_says_its_format_when_it_was_measured_and_on_what(written):
    overview = written(_every_task())
    assert overview["format"] == FORMAT
    assert overview["created"] == "2026-11-23T20:05:00+00:00"
    assert overview["moment"] == "23. november 2026 kl. 21.05"
    assert overview["documents"] == ["grundlag, udgave sha256:aa"]
    assert [task["key"] for task in overview["tasks"]] == list(MEASURES)


def test_each_headline_says_what_is_required_of_it_and_whether_it_was_met(written):
    overview = written(_every_task(), floors=FLOORS)
    found = {(h["task"], h["measure"], h["group"]): h for h in overview["headlines"]}
    missed = found["answerable", "any_right", "all"]
    assert (missed["value"], missed["target"], missed["is_kept"]) == (0.5, 0.9, False)
    assert missed["required"] == "mindst 90\N{NO-BREAK SPACE}%"
    assert missed["shown"].startswith("50,0\N{NO-BREAK SPACE}% (")
    kept = found["answerable", "false_refusal", "all"]
    assert (kept["is_kept"], kept["is_better_low"]) == (True, True)
    free = found["coverage", "found", "all"]
    assert (free["required"], free["target"], free["is_kept"]) == ("", None, None)
    assert overview["summary"]["verdict"] == "Ét af 2 krav er ikke opfyldt."


def test_failures_of_the_test_part_are_counted_and_not_shown(written):
    overview = written(_every_task())
    failures = next(group for group in overview["failures"] if group["task"] == "answerable")
    assert [item["id"] for item in failures["items"]] == ["X0001", "X0003", "X0005"]
    first = failures["items"][0]
    assert first["faults"]
    assert first["exchange"]["question"] == "Hvad er <b>dev</b>? 1"
    assert first["exchange"]["expected"] == ["Ventet tekst"]
    assert first["exchange"]["given"] == "Givet tekst"
    assert failures["hidden"]["rows"][-1]["cells"] == ["2", "1"]
    assert "<b>test</b>" not in json.dumps(overview["failures"])


def test_failures_of_the_test_part_are_shown_on_request(written):
    overview = written(_every_task(), show_test=True)
    failures = next(group for group in overview["failures"] if group["task"] == "answerable")
    assert "X0007" in [item["id"] for item in failures["items"]]


def test_the_faults_tell_of_every_item_whether_it_failed(written):
    faults = written(_every_task())["faults"]
    assert sorted(faults) == sorted(MEASURES)
    assert sorted(faults["answerable"]) == ["X0001", "X0003", "X0005", "X0007"]
    assert all(faults["answerable"].values())


def test_the_map_tells_of_each_passage_what_it_is_and_whether_it_was_found(written):
    items = [
        _item(1, "coverage", asked=1.0, found=1.0),
        _item(2, "coverage", asked=1.0, found=0.0),
        _item(3, "coverage", asked=0.0),
        _item(4, "coverage", kind="line", line_read=1.0),
    ]
    coverage = written(items)["coverage"]
    squares = [square for section in coverage["sections"] for square in section["squares"]]
    assert [square["state"] for square in squares] == ["found", "lost", "unasked"]
    assert squares[0]["id"] == "X0001"
    assert squares[0]["label"] == "Afsnit 1"
    assert squares[0]["text"] == "Hvad er <b>dev</b>? 1"
    assert set(coverage["states"]) == {"found", "lost", "unasked"}


def test_a_run_of_one_task_has_no_map_and_no_refusals(written):
    overview = written([_item(1, any_right=1.0)])
    assert overview["coverage"] is None
    assert overview["refusals"] is None


def test_own_cases_are_shown_with_their_answers_and_judged_by_no_floor(written):
    overview = written([_item(1, part="own", any_right=1.0, first_right=1.0, false_refusal=0.0)])
    assert overview["is_own"] is True
    assert overview["answers"][0]["is_right"] is True
    assert overview["answers"][0]["exchange"]["given"] == "Givet tekst"
    assert overview["summary"]["verdict"] == "1 af 1 spørgsmål gik, som I ventede."
    assert overview["failures"] == []


def test_drawings_hold_no_script_and_take_their_colours_from_the_page(written):
    blocks = [block for task in written(_every_task())["tasks"] for block in task["blocks"]]
    drawings = [block["picture"] for block in blocks if block["kind"] == "picture"]
    assert drawings
    for drawing in drawings:
        assert drawing["svg"].startswith("<svg")
        assert drawing["alternative"]
        assert "var(--ink)" in drawing["svg"]
        assert not re.search(r"<script|<use|\son\w+=|https?://(?!www\.w3\.org)", drawing["svg"])


def test_an_overview_is_built_of_a_run_without_items(make_record):
    overview = build_overview(make_record([]))
    assert overview.headlines == ()
    assert overview.tasks == ()


def test_a_bound_is_told_without_idle_decimals_and_that_there_may_be_none():
    bounds = (
        (Floor("answerable", "citation_recall", 1.0, ""), "mindst 100\xa0%"),
        (Floor("answerable", "any_right", 0.925, ""), "mindst 92,5\xa0%"),
        (Floor("answerable", "wrong_quotes", 0.0, ""), "der må ingen være"),
    )
    assert [bound_text(floor) for floor, _ in bounds] == [told for _, told in bounds]


def test_an_overview_says_whether_only_a_part_was_tried(written):
    assert written(_every_task())["scope"] == ""
    assert written([_item(1, any_right=1.0)])["scope"].startswith("Kun 1 af prøvens 9 dele")


def test_an_overview_says_how_scores_are_read_times_left_out(written):
    measures = {each["measure"]: each for each in written(_every_task())["measures"]}
    assert measures["false_refusal"]["is_better_high"] is False
    assert measures["length_ratio"]["is_better_high"] is None
    assert "seconds" not in measures
