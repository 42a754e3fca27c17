"""Build the index again with what HR changed, and tell what that does to HR's own cases."""

import time
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from assistant.answer import Answer, Status
from assistant.errors import AssistantError
from assistant.pipeline import Ask, Assistant
from assistant.question import parse_role
from ui.storage.noun import TestCase
from ui.web.quality.places import Places
from ui.web.service import Service

_SECONDS_BETWEEN = 0.5


@dataclass(frozen=True)
class CaseEffect:
    """What a change did to one case.

    Attributes:
        case: The case.
        before: The answer before.
        after: The answer now.
        effect: "better", "worse", "other" or "" where nothing changed.
    """

    case: TestCase
    before: Answer
    after: Answer
    effect: str


@dataclass(frozen=True)
class Rebuilding:
    """How far a rebuild is.

    Attributes:
        seconds: How long it has taken.
        is_done: Whether it has ended.
        error: Why it failed, or None.
        effects: What it did to each case, once it is done.
    """

    seconds: float
    is_done: bool = False
    error: AssistantError | None = None
    effects: tuple[CaseEffect, ...] = ()


def rebuild(service: Service, cases: Sequence[TestCase]) -> Generator[Rebuilding]:
    """Build the index again and serve it; yield how far it is, and at last what it changed."""
    before = ask_all(service.assistant, cases)
    started = time.monotonic()
    with ThreadPoolExecutor(1, thread_name_prefix="rebuild") as pool:
        job = pool.submit(service.reload)
        while not job.done():
            yield Rebuilding(time.monotonic() - started)
            time.sleep(_SECONDS_BETWEEN)
    seconds = time.monotonic() - started
    error = job.exception()
    if isinstance(error, AssistantError):
        yield Rebuilding(seconds, is_done=True, error=error)
        return
    if error is not None:
        raise error
    after = ask_all(service.assistant, cases)
    places = Places(service)
    effects = tuple(
        CaseEffect(case, old, new, judge_effect(case, old, new, places))
        for case, old, new in zip(cases, before, after, strict=True)
    )
    yield Rebuilding(seconds, is_done=True, effects=effects)


def ask_all(assistant: Assistant, cases: Sequence[TestCase]) -> list[Answer]:
    """Return the answer to each case."""
    return [assistant.answer(Ask(case.question, parse_role(case.role))) for case in cases]


def judge_effect(case: TestCase, before: Answer, after: Answer, places: Places) -> str:
    """Return what became of a case: "better", "worse", "other", or "" for nothing."""
    was_right, is_right = (is_expected(case, answer, places) for answer in (before, after))
    if was_right != is_right:
        return "better" if is_right else "worse"
    return "" if _gist(before) == _gist(after) else "other"


def is_expected(case: TestCase, answer: Answer, places: Places) -> bool:
    """Say whether a case is answered as HR expects: from the right place, or not at all."""
    place = places.locate(case.section, case.passage_id)
    if not case.section:
        return answer.status is not Status.ANSWERED
    cited = {citation.passage_id for citation in answer.citations}
    return answer.status is Status.ANSWERED and place is not None and bool(cited & place.passages)


def _gist(answer: Answer) -> tuple[object, ...]:
    return answer.status, *(citation.passage_id for citation in answer.citations)
