from dataclasses import replace
from datetime import UTC, date, datetime

import gradio as gr
import pytest

from assistant.pipeline import Ask
from assistant.settings import Settings
from ui.storage import texts as stored
from ui.storage.noun import Feedback, OutcomeCount, UnansweredQuestion
from ui.storage.store import open_store
from ui.web.quality import feedback_texts, own_texts
from ui.web.quality.feedback import (
    MOST_SHOWN,
    FeedbackTab,
    render_feedback,
    render_outcomes,
    render_unanswered,
)

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_outcomes_are_counted_by_day_the_newest_first():
    shown = render_outcomes(
        [
            OutcomeCount(date(2026, 11, 29), "answered", 3),
            OutcomeCount(date(2026, 11, 30), "refused", 2),
            OutcomeCount(date(2026, 11, 30), "answered", 5),
        ]
    )
    assert shown.index("30.11.2026") < shown.index("29.11.2026")
    assert "<td>5</td><td>0</td><td>2</td><td>0</td><td>7</td>" in shown
    assert "Ingen har spurgt" in render_outcomes([])


def test_feedback_is_told_in_danish_and_encoded():
    given = Feedback(
        helped=False,
        reason="incomplete",
        comment="<img src=x onerror=alert(1)>",
        status="answered",
        role="leder",
        citations=("Mod, punkt 1", "Mod"),
        at=AT,
    )
    shown = render_feedback([given, replace(given, helped=True, comment="")])
    for words in ("Der mangler noget", "Leder", "Mod, punkt 1; Mod", "1 af 2"):
        assert words in shown
    assert "<img" not in shown
    assert own_texts.MISSING in shown


def test_a_long_list_says_that_it_is_cut():
    many = [
        UnansweredQuestion(n, f"Nr. {n}?", "refused", "", (), AT) for n in range(MOST_SHOWN + 1)
    ]
    shown = render_unanswered(many, "")
    assert f"Nr. {MOST_SHOWN - 1}?" in shown
    assert f"Nr. {MOST_SHOWN}?" not in shown
    assert feedback_texts.SHOWN_ONLY.format(shown=MOST_SHOWN) in shown


def test_it_says_when_questions_are_not_kept_and_how_to_change_that(context, hr_request):
    answer = context.service.assistant.answer(Ask("Hvad koster en cykel?"))
    context.store.note_answer(answer, None)
    outcomes, _, unanswered = FeedbackTab(context).show(hr_request)
    assert "<td>1</td>" in outcomes
    assert "cykel" not in unanswered
    assert feedback_texts.UNANSWERED_COUNT.format(count=1, days=30) in unanswered
    assert feedback_texts.NOT_WRITTEN in unanswered
    assert feedback_texts.UNANSWERED_NONE not in unanswered
    assert "LEDELSESASSISTENT_KEEP_QUESTIONS=true" in unanswered


def test_kept_questions_are_listed_with_how_long_they_live(context, hr_request, tmp_path):
    settings = Settings(keep_questions=True, retention_days=30)
    store = open_store(settings, tmp_path / "kept")
    kept = replace(context, settings=settings, store=store)
    store.note_answer(kept.service.assistant.answer(Ask("Hvad koster en cykel?")), None)
    unanswered = FeedbackTab(kept).show(hr_request)[2]
    store.close()
    assert "Hvad koster en cykel?" in unanswered
    assert feedback_texts.KEPT.format(days=30) in unanswered
    assert "KEEP_QUESTIONS" not in unanswered


def test_the_page_calls_the_columns_as_the_file_does():
    shown = render_feedback([Feedback(helped=True, at=AT)])
    for column in stored.FEEDBACK_COLUMNS[:-1]:
        assert f'<th scope="col">{column}</th>' in shown


def test_nothing_unanswered_is_told_as_such():
    assert feedback_texts.UNANSWERED_NONE in render_unanswered([], "")


def test_nobody_but_hr_sees_it(context):
    with pytest.raises(gr.Error):
        FeedbackTab(context).show(None)
