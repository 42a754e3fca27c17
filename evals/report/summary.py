"""Say in plain words what is good, what is not, and what has changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.comparison import Comparison, MeasureChange, Verdict
from evals.floor import Floor, is_kept
from evals.measure import is_low_better
from evals.record import Figure, Record
from evals.report import texts
from evals.report.choice import HEADLINES
from evals.report.number import Unit, show, show_figure, show_moment
from evals.report.wording import MeasureText, group_text, measure_text, task_text

_NO_DECIMALS = re.compile(r",0+(?=\D|$)")


@dataclass(frozen=True)
class Judgement:
    """One figure held against what is required of it.

    Attributes:
        topic: In which task.
        sentence: What was measured.
        bound: What is required.
        reason: Why that is required.
        is_met: None if it was not measured.
        note: That it was only just met, or "".
    """

    topic: str
    sentence: str
    bound: str
    reason: str
    is_met: bool | None
    note: str = ""


@dataclass(frozen=True)
class Summary:
    """What a reader should know first.

    Attributes:
        verdict: One or two sentences.
        judgements: One for each floor; one for all that say the same of several tasks.
        plain: The most important figures, where nothing is required of any.
    """

    verdict: str
    judgements: tuple[Judgement, ...]
    plain: tuple[str, ...]

    def of(self, is_met: bool | None) -> list[Judgement]:  # noqa: FBT001  read from a template
        """Return the judgements that came out so."""
        return [judgement for judgement in self.judgements if judgement.is_met is is_met]


def summarise_record(record: Record, floors: Sequence[Floor]) -> Summary:
    """Return the record's summary; without floors it judges nothing."""
    judgements = _merge([_judge(record, floor) for floor in floors])
    plain = () if floors else tuple(_tell(record))
    return Summary(_conclude(judgements), tuple(judgements), plain)


def _merge(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return the judgements with those that say the same of several tasks said once."""
    merged: dict[Judgement, list[str]] = {}
    for each in judgements:
        merged.setdefault(replace(each, topic=""), []).append(each.topic)
    return [
        replace(each, topic=topics[0])
        if len(topics) == 1
        else replace(each, topic=texts.SEVERAL_TASKS.format(count=len(topics)))
        for each, topics in merged.items()
    ]


def bound_text(floor: Floor) -> str:
    """Return what a floor requires, such as "mindst 90 %"."""
    low_is_better = is_low_better(floor.task, floor.measure)
    if low_is_better and not floor.value:
        return texts.AT_MOST_NONE
    pattern = texts.AT_MOST if low_is_better else texts.AT_LEAST
    value = show(floor.value, measure_text(floor.task, floor.measure).unit)
    return pattern.format(value=_NO_DECIMALS.sub("", value))


def tell_since(comparison: Comparison) -> tuple[str, ...]:
    """Return sentences on what has certainly changed, warnings first."""
    sentences = [*warn(comparison)]
    for verdict, pattern in (
        (Verdict.BETTER, texts.SINCE_BETTER),
        (Verdict.WORSE, texts.SINCE_WORSE),
    ):
        changes = comparison.judged(verdict)
        if changes:
            sentences.append(pattern.format(names="; ".join(map(_name, changes))))
    judged = comparison.judged(Verdict.BETTER) or comparison.judged(Verdict.WORSE)
    if comparison.common and not judged:
        sentences.append(texts.SINCE_NOTHING)
    when = texts.SINCE_WHEN.format(moment=show_moment(comparison.before.created))
    return (when, *sentences)


def warn(comparison: Comparison) -> tuple[str, ...]:
    """Return why two runs may not be alike, the gravest first."""
    if not comparison.common:
        return (texts.NOTHING_COMMON,)
    few = texts.LITTLE_COMMON.format(common=comparison.common)
    checks = (
        (not comparison.has_little_common, few),
        (comparison.has_same_gold, texts.OTHER_GOLD),
        (comparison.has_same_documents, texts.OTHER_DOCUMENTS),
        (comparison.has_same_engine, texts.OTHER_ENGINE),
    )
    return tuple(sentence for is_same, sentence in checks if not is_same)


def _name(change: MeasureChange) -> str:
    name, task = measure_text(change.task, change.measure).name, task_text(change.task).title
    return texts.NAME_IN_TASK.format(name=name, task=task)


def _judge(record: Record, floor: Floor) -> Judgement:
    words = measure_text(floor.task, floor.measure)
    figure = record.figure(floor.task, floor.measure, floor.group)
    topic = task_text(floor.task).title
    if floor.group != "all":
        topic = texts.TOPIC_PART.format(topic=topic, part=group_text(floor.group).lower())
    bound = texts.REQUIREMENT.format(bound=bound_text(floor))
    if figure is None or figure.value is None:
        return Judgement(topic, words.name, bound, floor.reason, None)
    low_is_better = is_low_better(floor.task, floor.measure)
    is_met = is_kept(floor, figure.value)
    note = ""
    if is_met and _reaches_past(floor, figure.high if low_is_better else figure.low):
        note = texts.CLOSE_HIGH if low_is_better else texts.CLOSE
    return Judgement(topic, _say(words, figure), bound, floor.reason, is_met, note)


def _reaches_past(floor: Floor, end: float | None) -> bool:
    """Say whether the worse end of the interval of a figure breaks the floor it keeps."""
    if floor.value in (0.0, 1.0):
        return False  # no share lies past it
    return end is not None and not is_kept(floor, end)


def _say(words: MeasureText, figure: Figure) -> str:
    """Return a figure as a sentence; a count is only a number."""
    shown = show_figure(figure, words.unit)
    if words.unit is Unit.COUNT:
        shown = show(figure.value, words.unit)
    return words.sentence.format(value=shown)


def _tell(record: Record) -> list[str]:
    figures = [record.figure(task, measure) for task, measure in HEADLINES]
    return [
        _say(measure_text(figure.task, figure.measure), figure)
        for figure in figures
        if figure is not None and figure.value is not None
    ]


def _conclude(judgements: Sequence[Judgement]) -> str:
    judged = [judgement for judgement in judgements if judgement.is_met is not None]
    failed, total = sum(not judgement.is_met for judgement in judged), len(judged)
    unjudged = len(judgements) - total
    if not judgements:
        return texts.NO_FLOORS
    if not judged:
        return texts.NONE_JUDGED
    sentence = _conclude_judged(failed, total)
    if not unjudged:
        return sentence
    rest = texts.ONE_UNMEASURED if unjudged == 1 else texts.SOME_UNMEASURED
    return f"{sentence} {rest.format(count=unjudged)}"


def _conclude_judged(failed: int, total: int) -> str:
    if total == 1:
        return texts.THE_ONE_FAILED if failed else texts.THE_ONE_MET
    if failed == 0:
        return texts.ALL_MET.format(total=total)
    pattern = texts.ONE_FAILED if failed == 1 else texts.SOME_FAILED
    return pattern.format(failed=failed, total=total)
