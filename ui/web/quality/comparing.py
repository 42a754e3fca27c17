"""Compare two runs: which questions became better, and which worse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.storage.noun import StoredRun
from ui.web.quality import texts
from ui.web.quality.rendering import render_quality
from ui.web.quality.scoring import (
    Direction,
    ScoreChange,
    ScoreMeaning,
    compare_scores,
    judge,
    read_meanings,
)

MOST_SHOWN = 50
"""Changed questions of one sort that are shown."""

Key = tuple[str, str]

_HIDDEN_PART = "test"


@dataclass(frozen=True)
class ChangedQuestion:
    """A question that came out otherwise.

    Attributes:
        task: In which part of the run.
        id: Its name in the run.
        question: What was asked, or "" where that was not kept.
        is_hidden: Whether it is of the part that nobody may look at.
        faults_before: What was wrong with it before.
        faults_after: What is wrong with it now.
        given_before: The answer before, or "".
        given_after: The answer now, or "".
        scores: Every score that differs.
    """

    task: str
    id: str
    question: str
    is_hidden: bool
    faults_before: tuple[str, ...]
    faults_after: tuple[str, ...]
    given_before: str
    given_after: str
    scores: tuple[ScoreChange, ...]

    @property
    def slight(self) -> Direction:
        """Which way it went by its scores; same if it began or ceased to fail."""
        is_slight = bool(self.faults_before) is bool(self.faults_after)
        return judge(self.scores) if is_slight else Direction.SAME


@dataclass(frozen=True)
class FigureChange:
    """One of the most important figures, before and now."""

    name: str
    task: str
    before: str
    after: str


@dataclass(frozen=True)
class RunComparison:
    """How a run differs from an earlier one.

    Attributes:
        before: When the earlier was measured, in words.
        after: When the later was.
        common: How many measurements both have.
        warnings: Why the two may not be alike.
        better: The questions that failed before and no longer do.
        worse: Those that fail now and did not before.
        slightly_better: Those whose scores rose, though they still fail, or still do not.
        slightly_worse: Those whose scores fell in the same way.
        otherwise: How many changed without being better or worse.
        figures: The most important figures that both have.
        titles: What each part of the run is called.
    """

    before: str
    after: str
    common: int
    warnings: tuple[str, ...]
    better: tuple[ChangedQuestion, ...]
    worse: tuple[ChangedQuestion, ...]
    slightly_better: tuple[ChangedQuestion, ...]
    slightly_worse: tuple[ChangedQuestion, ...]
    otherwise: int
    figures: tuple[FigureChange, ...]
    titles: dict[str, str]


def compare_runs(before: StoredRun, after: StoredRun) -> RunComparison:
    """Return which questions became better or worse from one run to the next.

    Measurements of the same name are the same unless both show what was asked, and that differs.
    """
    first, second = _items(before), _items(after)
    common = [key for key in second if key in first and _is_same(first[key], second[key])]
    meanings = read_meanings(after)
    compared = [_change(before, after, first[key], second[key], meanings) for key in common]
    return RunComparison(
        before=before.overview["moment"],
        after=after.overview["moment"],
        common=len(common),
        warnings=_warn(before, after, is_all_common=len(common) == len(first) == len(second)),
        better=tuple(c for c in compared if c.faults_before and not c.faults_after),
        worse=tuple(c for c in compared if c.faults_after and not c.faults_before),
        slightly_better=tuple(c for c in compared if c.slight is Direction.BETTER),
        slightly_worse=tuple(c for c in compared if c.slight is Direction.WORSE),
        otherwise=sum(c.slight is Direction.OTHER for c in compared),
        figures=_compare_figures(before, after),
        titles={task["key"]: task["title"] for task in after.overview["tasks"]},
    )


def render_comparison(comparison: RunComparison) -> str:
    """Return a comparison as HTML."""
    sorts = (
        _sort("worse", texts.BECAME_WORSE, "daarligere", comparison.worse),
        _sort("better", texts.BECAME_BETTER, "bedre", comparison.better),
        _sort("slightly_worse", texts.SLIGHTLY_WORSE, "lidt", comparison.slightly_worse),
        _sort("slightly_better", texts.SLIGHTLY_BETTER, "lidt", comparison.slightly_better),
    )
    return render_quality(
        "comparison.html",
        comparison=comparison,
        sorts=[sort for sort in sorts if sort["count"]],
        verdicts=_conclude(comparison),
        common=texts.COMMON_ONLY.format(count=texts.tell_number(comparison.common)),
        most=MOST_SHOWN,
    )


def _sort(
    kind: str, heading: str, css: str, changes: Sequence[ChangedQuestion]
) -> dict[str, object]:
    """Return the changes of one sort as the template shows them: hidden ones as a count."""
    hidden = sum(change.is_hidden for change in changes)
    told = texts.HIDDEN_CHANGES.format(count=texts.tell_items(hidden), how=texts.HOW[kind])
    return {
        "heading": heading.format(count=texts.tell_number(len(changes))),
        "css": css,
        "count": len(changes),
        "hidden": told if hidden else "",
        "changes": [change for change in changes if not change.is_hidden],
        "is_slight": css == "lidt",
    }


def _conclude(comparison: RunComparison) -> list[str]:
    """Return what to say first; that nothing changed only where no score differs."""
    better, worse = len(comparison.better), len(comparison.worse)
    slightly = len(comparison.slightly_better), len(comparison.slightly_worse)
    if not any((better, worse, *slightly, comparison.otherwise)):
        return [texts.NOTHING_CHANGED]
    told = [texts.tell_verdict(better, worse)]
    if any(slightly):
        told.append(texts.tell_verdict(*slightly, is_slight=True))
    if comparison.otherwise:
        count = texts.tell_items(comparison.otherwise)
        told.append(texts.CHANGED_OTHERWISE.format(count=count))
    return told


def _items(run: StoredRun) -> dict[Key, Mapping[str, Any]]:
    return {(item["task"], item["id"]): item for item in run.record["items"]}


def _is_same(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    asked = [item["exchange"]["question"] for item in (before, after) if item["exchange"]]
    return len(set(asked)) < 2  # noqa: PLR2004  two questions are not one


def _faults(run: StoredRun, key: Key) -> tuple[str, ...]:
    task, identity = key
    return tuple(run.overview["faults"].get(task, {}).get(identity, ()))


def _change(
    before: StoredRun,
    after: StoredRun,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    meanings: Mapping[Key, ScoreMeaning],
) -> ChangedQuestion:
    key = new["task"], new["id"]
    seen_before, seen_after = (item["exchange"] or {} for item in (old, new))
    return ChangedQuestion(
        task=key[0],
        id=key[1],
        question=(seen_after or seen_before).get("question", ""),
        is_hidden=new["part"] == _HIDDEN_PART,
        faults_before=_faults(before, key),
        faults_after=_faults(after, key),
        given_before=seen_before.get("given", ""),
        given_after=seen_after.get("given", ""),
        scores=compare_scores(old["scores"], new["scores"], key[0], meanings),
    )


def _warn(before: StoredRun, after: StoredRun, *, is_all_common: bool) -> tuple[str, ...]:
    versions = [set(run.overview["documents"]) for run in (before, after)]
    warnings = [texts.OTHER_VERSIONS] * (versions[0] != versions[1])
    is_other = before.record["gold"] != after.record["gold"]
    warnings += [texts.OTHER_QUESTIONS] * (is_other and not is_all_common)
    return tuple(warnings)


def _compare_figures(before: StoredRun, after: StoredRun) -> tuple[FigureChange, ...]:
    old, new = (
        {(h["task"], h["measure"]): h for h in run.overview["headlines"] if h["is_main"]}
        for run in (before, after)
    )
    return tuple(
        FigureChange(head["name"], head["task_title"], old[key]["plain"], head["plain"])
        for key, head in new.items()
        if key in old
    )
