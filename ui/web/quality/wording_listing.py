"""Show a passage's questions, people's own words, and what was changed."""

from collections.abc import Sequence

from assistant.editing import Origin, PassageQuestion
from assistant.journal import Change
from ui.storage.moment import write_moment
from ui.storage.texts import STATUSES
from ui.web.quality import own_texts
from ui.web.quality.following import notice
from ui.web.quality.own_table import OwnTable, render_table
from ui.web.quality.rebuilding import CaseEffect


def render_questions(questions: Sequence[PassageQuestion]) -> str:
    """Return a passage's questions as HTML: people's own and hidden ones first, the rest folded."""
    changed = [each for each in questions if each.origin is not Origin.SHIPPED]
    shipped = [each for each in questions if each.origin is Origin.SHIPPED]
    tables = [
        OwnTable(
            own_texts.OWN_QUESTIONS,
            own_texts.QUESTION_COLUMNS,
            [(each.text, own_texts.ORIGINS[each.origin.value]) for each in changed],
            empty=own_texts.OWN_QUESTIONS_NONE,
        ),
        OwnTable(
            own_texts.QUESTIONS_OF,
            own_texts.QUESTION_COLUMNS[:1],
            [(each.text,) for each in shipped],
            empty=own_texts.QUESTIONS_NONE,
            folded=own_texts.SEE_SHIPPED.format(count=len(shipped)),
        ),
    ]
    return " ".join(map(render_table, tables))


def render_words(groups: Sequence[Sequence[str]]) -> str:
    """Return people's own words as HTML."""
    return render_table(
        OwnTable(
            own_texts.WORDS,
            own_texts.WORD_COLUMNS,
            [(word, group[0]) for group in groups for word in group[1:]],
            empty=own_texts.WORDS_NONE,
        )
    )


def render_changes(changes: Sequence[Change], *, is_indexed: bool) -> str:
    """Return the latest changes as HTML, and whether they count yet."""
    return render_table(
        OwnTable(
            own_texts.CHANGES,
            own_texts.CHANGE_COLUMNS,
            [
                (write_moment(change.at), tell_change(change))
                for change in changes[: own_texts.MOST_CHANGES]
            ],
            empty=own_texts.CHANGES_NONE,
            told=own_texts.UP_TO_DATE if is_indexed else own_texts.PENDING,
            heading=1,
        )
    )


def tell_change(change: Change) -> str:
    """Return a change as a sentence."""
    return own_texts.CHANGE_KINDS[change.kind.value].format(
        text=change.text, before=change.before, place=change.place
    )


def tell_undone(change: Change) -> str:
    """Return that a change is undone, as a sentence."""
    return own_texts.UNDONE[change.kind.value].format(text=change.text, before=change.before)


def list_choices(questions: Sequence[PassageQuestion]) -> list[tuple[str, str]]:
    """Return questions to choose from: people's own first, and each says where it comes from."""
    order = [Origin.OWN, Origin.HIDDEN, Origin.SHIPPED]
    return [
        (own_texts.PICKED[each.origin.value].format(text=each.text), each.text)
        for each in sorted(questions, key=lambda each: order.index(each.origin))
    ]


def render_effects(effects: Sequence[CaseEffect]) -> str:
    """Return what a rebuild did to HR's cases as HTML."""
    changed = [effect for effect in effects if effect.effect]
    if not effects:
        return notice(own_texts.CASES_WITHOUT)
    if not changed:
        return notice(own_texts.CASES_SAME.format(count=len(effects)))
    return render_table(
        OwnTable(
            own_texts.CASES_BEFORE_AFTER,
            own_texts.EFFECT_COLUMNS,
            [
                (
                    each.case.question,
                    _tell_given(each.before.status.value, each.before.citations),
                    _tell_given(each.after.status.value, each.after.citations),
                    own_texts.EFFECTS[each.effect],
                )
                for each in changed
            ],
            told=own_texts.EFFECT_SUMMARY.format(changed=len(changed), total=len(effects)),
        )
    )


def _tell_given(status: str, citations: Sequence[object]) -> str:
    labels = [str(getattr(citation, "label", "")) for citation in citations]
    outcome = STATUSES[status]
    if not labels:
        return outcome
    return own_texts.EFFECT_GIVEN.format(outcome=outcome, labels=own_texts.LISTED.join(labels))
