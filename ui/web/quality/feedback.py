"""The tab for what people said of the answers, and for what was not answered."""

from collections.abc import Sequence

import gradio as gr

from assistant.answer import Status
from assistant.settings import PREFIX
from ui.storage import texts as stored
from ui.storage.moment import write_moment
from ui.storage.noun import Feedback, OutcomeCount, UnansweredQuestion
from ui.web.context import PageContext
from ui.web.quality import feedback_texts, own_texts
from ui.web.quality.following import QUIET, Values
from ui.web.quality.guard import require_hr
from ui.web.quality.own_table import OwnTable, render_table
from ui.web.quality.rendering import make_markdown
from ui.web.quality.routes import FEEDBACK_FILE, UNANSWERED_FILE
from ui.web.quality.wording_layout import button

MOST_SHOWN = 200
DAYS = 30
"""How far back the outcomes are shown."""

_UNANSWERED = frozenset({Status.NEAREST.value, Status.REFUSED.value})
_SETTING = f"{PREFIX}KEEP_QUESTIONS"


class FeedbackTab:
    """Feedback, unanswered questions, and how questions ended day by day.

    Args:
        context: What the page shares.
        _runner: Not needed here; every tab is made alike.
    """

    def __init__(self, context: PageContext, _runner: object = None) -> None:
        self._context = context

    def build(self, *tabs: gr.Tab) -> None:
        """Lay out the tab; whoever opens one of `tabs` sees what there is now."""
        gr.Markdown(feedback_texts.FEEDBACK_INTRODUCTION, elem_classes="kvalitet")
        refresh = button(feedback_texts.REFRESH, "hent-tilbagemeldinger")
        gr.Markdown(_links(), elem_classes="kvalitet", elem_id="hent-filer")
        outcomes = make_markdown("udfald-pr-dag")
        feedback = make_markdown("tilbagemeldinger-liste")
        unanswered = make_markdown("ubesvarede-liste")
        shown = [outcomes, feedback, unanswered]
        refresh.click(self.show, [], shown, **QUIET)
        for tab in tabs:
            tab.select(self.show, [], shown, **QUIET)

    def show(self, request: gr.Request) -> Values:
        """Return outcomes, feedback and unanswered questions as HTML."""
        require_hr(self._context, request)
        store, settings = self._context.store, self._context.settings
        keeping = feedback_texts.KEPT.format(days=settings.retention_days)
        if not settings.keep_questions:
            keeping = feedback_texts.NOT_KEPT.format(setting=_SETTING, days=settings.retention_days)
        outcomes = store.count_outcomes(DAYS)
        return (
            render_outcomes(outcomes),
            render_feedback(store.list_feedback()),
            render_unanswered(store.list_unanswered(), keeping, count_unanswered(outcomes)),
        )


def render_outcomes(counts: Sequence[OutcomeCount]) -> str:
    """Return how questions ended day by day as HTML, the newest day first."""
    days = sorted({count.day for count in counts}, reverse=True)
    by_day = {(count.day, count.status): count.count for count in counts}
    rows: list[tuple[str, ...]] = []
    for day in days:
        cells = [by_day.get((day, status), 0) for status in stored.STATUSES]
        rows.append((f"{day:%d.%m.%Y}", *map(str, cells), str(sum(cells))))
    columns = (feedback_texts.DAY, *stored.STATUSES.values(), feedback_texts.TOTAL)
    return render_table(
        OwnTable(
            feedback_texts.OUTCOMES,
            columns,
            rows,
            empty=feedback_texts.OUTCOMES_NONE.format(days=DAYS),
            after=feedback_texts.OUTCOMES_EXPLAINED.format(days=DAYS),
        )
    )


def render_feedback(feedback: Sequence[Feedback]) -> str:
    """Return feedback as HTML."""
    helped = sum(each.helped for each in feedback)
    told = feedback_texts.FEEDBACK_SUMMARY.format(helped=helped, total=len(feedback))
    return render_table(
        OwnTable(
            feedback_texts.FEEDBACK,
            stored.FEEDBACK_COLUMNS[:-1],
            [_feedback_row(each) for each in feedback[:MOST_SHOWN]],
            empty=feedback_texts.FEEDBACK_NONE,
            told=told if feedback else "",
            after=_left_out(len(feedback)),
        )
    )


def count_unanswered(counts: Sequence[OutcomeCount]) -> int:
    """Return how many questions got no answer."""
    return sum(count.count for count in counts if count.status in _UNANSWERED)


def render_unanswered(questions: Sequence[UnansweredQuestion], keeping: str, count: int = 0) -> str:
    """Return questions without an answer as HTML, and whether they are kept at all.

    Args:
        questions: Those whose wording is kept.
        keeping: Says how to have it kept, or for how long it is.
        count: How many there were of late, kept or not.
    """
    told = feedback_texts.UNANSWERED_COUNT.format(count=count, days=DAYS) if count else ""
    empty = f"{told} {feedback_texts.NOT_WRITTEN}" if count else feedback_texts.UNANSWERED_NONE
    return render_table(
        OwnTable(
            feedback_texts.UNANSWERED,
            stored.UNANSWERED_COLUMNS,
            [_unanswered_row(each) for each in questions[:MOST_SHOWN]],
            empty=f"{empty} {keeping}",
            told=told if questions else "",
            after=" ".join(filter(None, (_left_out(len(questions)), keeping))),
            heading=1,
        )
    )


def _feedback_row(feedback: Feedback) -> tuple[str, ...]:
    cells = (
        write_moment(feedback.at),
        stored.YES if feedback.helped else stored.NO,
        stored.REASONS.get(feedback.reason, feedback.reason),
        feedback.comment,
        stored.STATUSES.get(feedback.status, feedback.status),
        stored.ROLES.get(feedback.role, feedback.role),
        feedback.question,
        own_texts.LISTED.join(feedback.citations),
    )
    return tuple(cell or own_texts.MISSING for cell in cells)


def _unanswered_row(question: UnansweredQuestion) -> tuple[str, ...]:
    cells = (
        write_moment(question.at),
        question.question,
        stored.STATUSES.get(question.status, question.status),
        stored.ROLES.get(question.role, question.role),
        own_texts.LISTED.join(question.citations),
    )
    return tuple(cell or own_texts.MISSING for cell in cells)


def _left_out(count: int) -> str:
    return feedback_texts.SHOWN_ONLY.format(shown=MOST_SHOWN) if count > MOST_SHOWN else ""


def _links() -> str:
    named = (
        (feedback_texts.SAVE_FEEDBACK, FEEDBACK_FILE),
        (feedback_texts.SAVE_UNANSWERED, UNANSWERED_FILE),
    )
    return " · ".join(f"[{name}](kvalitet/{file})" for name, file in named)
