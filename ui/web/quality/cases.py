"""The tab for HR's own cases: write them, point to the right place, run them, see which pass."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.errors import AssistantError
from ui.errors import InputUnusableError
from ui.failure import explain, explain_code
from ui.storage.errors import StorageError
from ui.storage.noun import TestCase
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.case_form import (
    CaseForm,
    build_case_form,
    empty_form,
    fill_form,
    fill_from_answer,
    read_form,
)
from ui.web.quality.case_listing import list_choices, render_cases
from ui.web.quality.case_running import LISTED, CaseRunning
from ui.web.quality.case_sheet import read_pasted
from ui.web.quality.following import (
    LASTING,
    QUIET,
    Values,
    build_following,
    notice,
    skip,
)
from ui.web.quality.guard import require_hr
from ui.web.quality.places import Places
from ui.web.quality.rendering import make_markdown
from ui.web.quality.routes import CASES_FILE
from ui.web.quality.runner import EvalRunner
from ui.web.quality.wording_layout import button

_FIELDS = 6
"""Parts of the form that are filled."""


@dataclass(frozen=True)
class _Parts:
    """What the tab consists of."""

    listing: gr.Markdown
    chosen: gr.Dropdown
    told: gr.Markdown
    form: CaseForm

    @property
    def listed(self) -> list[Any]:
        """What shows the cases."""
        return [self.listing, self.chosen]


class CasesTab:
    """HR's own cases.

    Args:
        context: What the page shares.
        runner: Runs them.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._running = CaseRunning(context, runner, self._listing)
        self._places = Places(context.service)

    def build(self, *tabs: gr.Tab) -> None:
        """Lay out the tab; whoever opens one of `tabs` sees the cases as they are."""
        gr.Markdown(own_texts.CASES_INTRODUCTION, elem_classes="kvalitet")
        listing = make_markdown("egne-proever-liste")
        with gr.Row(elem_classes="knapper"):
            run_all = button(own_texts.RUN_ALL, "koer-egne", primary=True)
            gr.Markdown(
                f"[{own_texts.EXPORT_CASES}](kvalitet/{CASES_FILE})", elem_id="hent-proever"
            )
        following = build_following("egne")
        chosen = gr.Dropdown([], label=own_texts.CHOSEN_CASE, elem_id="valgt-proeve")
        with gr.Row(elem_classes="knapper"):
            run_one = button(own_texts.RUN_ONE, "koer-proeve")
            edit = button(own_texts.EDIT, "ret-proeve")
            remove = button(own_texts.REMOVE, "fjern-proeve")
        form = build_case_form(self._places)
        with gr.Row(elem_classes="knapper"):
            save = button(own_texts.SAVE, "gem-proeve", primary=True)
            clear = button(own_texts.CLEAR, "ryd-proeve")
        told = make_markdown("proeve-besked", "levende")
        parts = _Parts(listing, chosen, told, form)
        self._running.connect(run_all, run_one, chosen, following, parts.listed)
        changed = [told, *parts.listed, *form.all]
        inputs = [form.number, form.question, form.role, form.place, form.note]
        save.click(self.save, inputs, changed, **QUIET)
        edit.click(self.edit, [chosen], [told, *form.all], **QUIET)
        remove.click(self.remove, [chosen], changed, **QUIET)
        clear.click(self.clear, [], [told, *form.all], **QUIET)
        self._build_pasting(parts)
        self._build_way_in(parts)
        for tab in tabs:
            opened = tab.select(self.open, [], [*parts.listed, form.place], **QUIET)
            opened.then(self._running.follow, [], [*following.all, *parts.listed], **LASTING)

    def open(self, request: gr.Request) -> Values:
        """Return the cases with their results, the list to choose from, and the places of now."""
        require_hr(self._context, request)
        return *self._listing(), gr.update(choices=self._places.choices)

    def save(
        self,
        number: int | None,
        question: str,
        role: str,
        place: str,
        note: str,
        request: gr.Request,
    ) -> Values:
        """Store a case, and return a word of it, the cases, and an empty form."""
        require_hr(self._context, request)
        store = self._context.store
        try:
            draft = read_form(self._places, question, role, place, note)
            case = store.change_case(number, draft) if number else store.add_case(draft)
        except (AssistantError, InputUnusableError) as error:
            return _refuse(explain(error), LISTED + _FIELDS)
        except StorageError as error:
            return _refuse(explain_code(error.code, error.fields), LISTED + _FIELDS)
        told = notice(own_texts.CASE_SAVED.format(id=case.id))
        return told, *self._listing(), *empty_form(self._places)

    def edit(self, chosen: int | None, request: gr.Request) -> Values:
        """Fill the form with a case."""
        require_hr(self._context, request)
        case = self._find(chosen)
        if case is None:
            return _refuse(own_texts.CASE_UNCHOSEN, _FIELDS)
        return "", *fill_form(self._places, case)

    def remove(self, chosen: int | None, request: gr.Request) -> Values:
        """Remove a case."""
        require_hr(self._context, request)
        if chosen is None:
            return _refuse(own_texts.CASE_UNCHOSEN, LISTED + _FIELDS)
        self._context.store.remove_case(chosen)
        told = notice(own_texts.CASE_REMOVED.format(id=chosen))
        return told, *self._listing(), *empty_form(self._places)

    def clear(self, request: gr.Request) -> Values:
        """Empty the form."""
        require_hr(self._context, request)
        return "", *empty_form(self._places)

    def paste(self, text: str, request: gr.Request) -> Values:
        """Add cases that were copied from a spreadsheet: all of them or none."""
        require_hr(self._context, request)
        try:
            drafts = read_pasted(text or "", self._places)
        except InputUnusableError as error:
            return _refuse(explain(error), LISTED + 1)
        for draft in drafts:
            self._context.store.add_case(draft)
        count = len(drafts)
        told = own_texts.PASTED_ONE if count == 1 else own_texts.PASTED.format(count=count)
        return notice(told), *self._listing(), ""

    def from_answer(self, token: str, request: gr.Request) -> Values:
        """Fill the form from an answer that somebody got."""
        require_hr(self._context, request)
        shelved = self._context.shelf.get((token or "").strip())
        if shelved is None:
            return _refuse(own_texts.ANSWER_FORGOTTEN, _FIELDS)
        return notice(own_texts.CASE_FILLED), *fill_from_answer(self._places, shelved)

    def _find(self, chosen: int | None) -> TestCase | None:
        return next((c for c in self._context.store.list_cases() if c.id == chosen), None)

    def _listing(self) -> Values:
        store = self._context.store
        cases = store.list_cases()
        choices = gr.update(choices=list_choices(cases), value=None)
        return render_cases(store, cases, self._places), choices

    def _build_pasting(self, parts: _Parts) -> None:
        with gr.Accordion(own_texts.PASTE, open=False, elem_id="indsaet-proever"):
            rows = gr.Textbox(
                label=own_texts.PASTE,
                info=own_texts.PASTE_INFO,
                lines=4,
                max_lines=12,
                elem_id="indsatte-raekker",
            )
            add = button(own_texts.PASTE_BUTTON, "tilfoej-proever")
            told = make_markdown("indsat-besked", "levende")
        add.click(self.paste, [rows], [told, *parts.listed, rows], **QUIET)

    def _build_way_in(self, parts: _Parts) -> None:
        """Lay out what a script fills with an answer's token (static/testcase.js)."""
        token = gr.Textbox(label=own_texts.MAKE_CASE, visible="hidden", elem_id="proeve-token")
        fill = gr.Button(own_texts.MAKE_CASE, visible="hidden", elem_id="proeve-udfyld")
        fill.click(self.from_answer, [token], [parts.told, *parts.form.all], **QUIET)


def _refuse(sentence: str, left: int) -> Values:
    """Return a sentence, and leave so many other parts as they are."""
    return notice(sentence, is_wrong=True), *skip(left)
