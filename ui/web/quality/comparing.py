"""Compare two runs: which questions became better, and which worse."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.storage.noun import StoredRun
from ui.web.quality import texts
from ui.web.quality.rendering import render_quality

MOST_SHOWN = 50
"""Changed questions of one sort that are shown."""

Key = tuple[str, str]


@dataclass(frozen=True)
class ChangedQuestion:
    """A question that came out otherwise.

    Attributes:
        task: In which part of the run, in Danish.
        id: Its name in the run.
        question: What was asked, or "" where it is not to be seen.
        faults_before: What was wrong with it before.
        faults_after: What is wrong with it now.
        given_before: The answer before, or "".
        given_after: The answer now, or "".
    """

    task: str
    id: str
    question: str
    faults_before: tuple[str, ...]
    faults_after: tuple[str, ...]
    given_before: str
    given_after: str


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
        figures: The most important figures that both have.
    """

    before: str
    after: str
    common: int
    warnings: tuple[str, ...]
    better: tuple[ChangedQuestion, ...]
    worse: tuple[ChangedQuestion, ...]
    figures: tuple[FigureChange, ...]


def compare_runs(before: StoredRun, after: StoredRun) -> RunComparison:
    """Return which questions became better or worse from one run to the next.

    Measurements of the same name are the same unless both show what was asked, and that differs.
    """
    first, second = _items(before), _items(after)
    common = [key for key in second if key in first and _is_same(first[key], second[key])]
    was_wrong = {key for key in common if _faults(before, key)}
    is_wrong = {key for key in common if _faults(after, key)}
    changed = {
        key: _change(before, after, first[key], second[key], key) for key in was_wrong ^ is_wrong
    }
    return RunComparison(
        before=before.overview["moment"],
        after=after.overview["moment"],
        common=len(common),
        warnings=_warn(before, after, is_all_common=len(common) == len(first) == len(second)),
        better=tuple(changed[key] for key in common if key in was_wrong - is_wrong),
        worse=tuple(changed[key] for key in common if key in is_wrong - was_wrong),
        figures=_compare_figures(before, after),
    )


def render_comparison(comparison: RunComparison) -> str:
    """Return a comparison as HTML."""
    better, worse = comparison.better, comparison.worse
    sorts = (
        (texts.BECAME_WORSE.format(count=len(worse)), "daarligere", worse),
        (texts.BECAME_BETTER.format(count=len(better)), "bedre", better),
    )
    return render_quality(
        "comparison.html",
        comparison=comparison,
        sorts=[sort for sort in sorts if sort[2]],
        verdict=texts.tell_verdict(len(better), len(worse)),
        most=MOST_SHOWN,
    )


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
    key: Key,
) -> ChangedQuestion:
    titles = {task["key"]: task["title"] for task in after.overview["tasks"]}
    seen_before, seen_after = (item["exchange"] or {} for item in (old, new))
    return ChangedQuestion(
        task=titles.get(key[0], key[0]),
        id=key[1],
        question=(seen_after or seen_before).get("question", ""),
        faults_before=_faults(before, key),
        faults_after=_faults(after, key),
        given_before=seen_before.get("given", ""),
        given_after=seen_after.get("given", ""),
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
