"""The tab for HR's own cases: write them, point to the right place, run them, see which pass."""

import gradio as gr

from assistant.errors import AssistantError
from ui.errors import InputUnusableError, RowsUnusableError
from ui.failure import explain, explain_code
from ui.storage.errors import StorageError
from ui.storage.noun import TestCase
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.case_form import empty_form, fill_form, fill_from_answer, read_form
from ui.web.quality.case_layout import CaseParts, clear_told, lay_out
from ui.web.quality.case_listing import list_choices, render_cases
from ui.web.quality.case_running import CaseRunning
from ui.web.quality.case_sheet import read_pasted
from ui.web.quality.following import LASTING, QUIET, Values, notice, skip
from ui.web.quality.guard import require_hr
from ui.web.quality.places import Places
from ui.web.quality.runner import EvalRunner

_FIELDS = 6
"""Parts of the form that are filled."""

_LISTED = 6
"""Parts that show the cases; see `case_layout.ListParts.all`."""

_MOST_TOLD = 20
"""Wrong rows that are told; more are counted."""

Removed = tuple[TestCase, ...]


class CasesTab:
    """HR's own cases.

    Args:
        context: What the page shares.
        runner: Runs them.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._running = CaseRunning(context, runner, self._render)
        self._places = Places(context.service)

    def build(self, *tabs: gr.Tab) -> None:
        """Lay out the tab; whoever opens one of `tabs` sees the cases as they are."""
        gr.Markdown(own_texts.CASES_INTRODUCTION, elem_classes="kvalitet")
        parts = lay_out(self._places)
        self._connect_list(parts)
        self._connect_form(parts)
        self._build_way_in(parts)
        clear_told(parts)
        cases = parts.cases
        for tab in tabs:
            opened = tab.select(self.open, [], [*cases.all, parts.form.place], **QUIET)
            followed = [*cases.following.all, cases.listing]
            opened.then(self._running.follow, [], followed, **LASTING)

    def open(self, request: gr.Request) -> Values:
        """Return the cases with their results, the list to choose from, and the places of now."""
        require_hr(self._context, request)
        return *self._listing(), gr.update(choices=self._places.choices)

    def choose(self, chosen: int | None, request: gr.Request) -> Values:
        """Let what works on one case be used, now that one is chosen."""
        require_hr(self._context, request)
        return (gr.update(interactive=chosen is not None),) * 3

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
            return _refuse(explain(error), _LISTED + _FIELDS)
        except StorageError as error:
            return _refuse(explain_code(error.code, error.fields), _LISTED + _FIELDS)
        told = notice(own_texts.CASE_SAVED.format(id=case.id))
        return told, *self._listing(), *empty_form(self._places)

    def edit(self, chosen: int | None, request: gr.Request) -> Values:
        """Fill the form with a case."""
        require_hr(self._context, request)
        case = self._find(chosen)
        if case is None:
            return _refuse(own_texts.CASE_UNCHOSEN, _FIELDS)
        return "", *fill_form(self._places, case)

    def remove(self, chosen: int | None, removed: Removed, request: gr.Request) -> Values:
        """Remove a case, and keep it so that it can be put back."""
        require_hr(self._context, request)
        case = self._find(chosen)
        if case is None:
            return _refuse(own_texts.CASE_UNCHOSEN, _LISTED + _FIELDS + 2)
        self._context.store.remove_case(case.id)
        told = notice(own_texts.CASE_REMOVED.format(id=chosen))
        kept = (*removed, case)
        return told, *self._listing(), *empty_form(self._places), kept, gr.update(visible=True)

    def put_back(self, removed: Removed, request: gr.Request) -> Values:
        """Undo the latest removal."""
        require_hr(self._context, request)
        if not removed:
            return _refuse(own_texts.CASE_BACK_UNKNOWN, _LISTED + 2)
        *kept, latest = removed
        case = self._context.store.put_back_case(latest)
        told = notice(own_texts.CASE_BACK.format(id=case.id))
        return told, *self._listing(), tuple(kept), gr.update(visible=bool(kept))

    def clear(self, request: gr.Request) -> Values:
        """Empty the form."""
        require_hr(self._context, request)
        return "", *empty_form(self._places)

    def paste(self, text: str, request: gr.Request) -> Values:
        """Add cases that were copied from a spreadsheet: all of them or none."""
        require_hr(self._context, request)
        try:
            drafts = read_pasted(text or "", self._places)
        except RowsUnusableError as error:
            return _refuse(_tell_rows(error), _LISTED + 1)
        except InputUnusableError as error:
            return _refuse(explain(error), _LISTED + 1)
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
        cases = self._context.store.list_cases()
        choices = gr.update(choices=list_choices(cases), value=None)
        waiting = (gr.update(interactive=False),) * 3
        return self._render(), choices, gr.update(interactive=bool(cases)), *waiting

    def _render(self) -> str:
        store = self._context.store
        return render_cases(store, store.list_cases(), self._places)

    def _connect_list(self, parts: CaseParts) -> None:
        cases, form, told = parts.cases, parts.form, parts.told
        chosen, removed = cases.chosen, cases.removed
        self._running.connect(cases.run_all, cases.run_one, chosen, cases.following, cases.listing)
        chosen.input(self.choose, [chosen], cases.for_one, **QUIET)
        cases.edit.click(self.edit, [chosen], [told, *form.all], **QUIET)
        undoing = [removed, cases.put_back]
        changed = [told, *cases.all, *form.all, *undoing]
        cases.remove.click(self.remove, [chosen, removed], changed, **QUIET)
        back = [told, *cases.all, *undoing]
        cases.put_back.click(self.put_back, [removed], back, **QUIET)

    def _connect_form(self, parts: CaseParts) -> None:
        cases, form, told, pasting = parts.cases, parts.form, parts.told, parts.pasting
        inputs = [form.number, form.question, form.role, form.place, form.note]
        parts.save.click(self.save, inputs, [told, *cases.all, *form.all], **QUIET)
        parts.clear.click(self.clear, [], [told, *form.all], **QUIET)
        pasted = [pasting.told, *cases.all, pasting.rows]
        pasting.add.click(self.paste, [pasting.rows], pasted, **QUIET)

    def _build_way_in(self, parts: CaseParts) -> None:
        """Lay out what a script fills with an answer's token (static/testcase.js)."""
        token = gr.Textbox(label=own_texts.MAKE_CASE, visible="hidden", elem_id="proeve-token")
        fill = gr.Button(own_texts.MAKE_CASE, visible="hidden", elem_id="proeve-udfyld")
        fill.click(self.from_answer, [token], [parts.told, *parts.form.all], **QUIET)


def _tell_rows(error: RowsUnusableError) -> list[str]:
    told = [
        own_texts.PASTED_ROW.format(line=number, reason=explain(each))
        for number, each in error.errors[:_MOST_TOLD]
    ]
    left = len(error.errors) - len(told)
    more = [own_texts.PASTED_MORE.format(count=left)] if left else []
    return [own_texts.PASTED_WRONG, *told, *more]


def _refuse(sentences: str | list[str], left: int) -> Values:
    """Return sentences, and leave so many other parts as they are."""
    told = [sentences] if isinstance(sentences, str) else sentences
    return notice(*told, is_wrong=True), *skip(left)
