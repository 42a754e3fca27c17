"""Lay out the tab for HR's own cases."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.web.quality import own_texts
from ui.web.quality.case_form import CaseForm, build_case_form
from ui.web.quality.following import Following, build_following, clear_at
from ui.web.quality.places import Places
from ui.web.quality.rendering import make_markdown
from ui.web.quality.routes import CASES_FILE
from ui.web.quality.wording_layout import button


@dataclass(frozen=True)
class ListParts:
    """The cases, and what can be done with them.

    Attributes:
        listing: All of them.
        run_all: Runs all of them.
        following: Shows how far a run is.
        chosen: The one that is chosen.
        run_one: Runs it.
        edit: Fills the form with it.
        remove: Removes it.
        put_back: Undoes the latest removal; there only where something was removed.
        removed: What was removed on this page, the latest last.
    """

    listing: gr.Markdown
    run_all: gr.Button
    following: Following
    chosen: gr.Dropdown
    run_one: gr.Button
    edit: gr.Button
    remove: gr.Button
    put_back: gr.Button
    removed: gr.State

    @property
    def for_one(self) -> list[Any]:
        """What works on the chosen case alone."""
        return [self.run_one, self.edit, self.remove]

    @property
    def all(self) -> list[Any]:
        """What shows the cases, in the order of `CasesTab`'s values."""
        return [self.listing, self.chosen, self.run_all, *self.for_one]


@dataclass(frozen=True)
class PasteParts:
    """Where rows of a spreadsheet are put."""

    rows: gr.Textbox
    add: gr.Button
    told: gr.Markdown


@dataclass(frozen=True)
class CaseParts:
    """What the tab consists of."""

    cases: ListParts
    form: CaseForm
    save: gr.Button
    clear: gr.Button
    told: gr.Markdown
    pasting: PasteParts


def lay_out(places: Places) -> CaseParts:
    """Lay out everything."""
    cases = _list()
    form = build_case_form(places)
    with gr.Row(elem_classes="knapper"):
        save = button(own_texts.SAVE, "gem-proeve", primary=True)
        clear = button(own_texts.CLEAR, "ryd-proeve")
    told = make_markdown("proeve-besked", "levende")
    return CaseParts(cases, form, save, clear, told, _pasting())


def clear_told(parts: CaseParts) -> None:
    """Let no sentence stand once something else is done."""
    cases = parts.cases
    runs = [cases.run_all.click, cases.run_one.click]
    changes = [cases.edit, cases.remove, cases.put_back, parts.save, parts.clear]
    clear_at([*runs, parts.pasting.add.click], [parts.told])
    clear_at([*runs, *(each.click for each in changes)], [parts.pasting.told])


def _list() -> ListParts:
    listing = make_markdown("egne-proever-liste")
    with gr.Row(elem_classes="knapper"):
        run_all = button(own_texts.RUN_ALL, "koer-egne", primary=True)
        gr.Markdown(f"[{own_texts.EXPORT_CASES}](kvalitet/{CASES_FILE})", elem_id="hent-proever")
    following = build_following("egne")
    chosen = gr.Dropdown([], label=own_texts.CHOSEN_CASE, elem_id="valgt-proeve")
    with gr.Row(elem_classes="knapper"):
        run_one = button(own_texts.RUN_ONE, "koer-proeve", is_enabled=False)
        edit = button(own_texts.EDIT, "ret-proeve", is_enabled=False)
        remove = button(own_texts.REMOVE, "fjern-proeve", is_enabled=False)
        put_back = button(own_texts.PUT_BACK, "fortryd-fjernelse", is_visible=False)
    removed = gr.State(())
    return ListParts(listing, run_all, following, chosen, run_one, edit, remove, put_back, removed)


def _pasting() -> PasteParts:
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
    return PasteParts(rows, add, told)
