"""The tab to explore: search, words worth knowing, and what concerns whom in the document."""

from typing import Any

import gradio as gr

from assistant.pipeline import Ask
from assistant.question import parse_role
from ui.web import texts
from ui.web.context import PageContext
from ui.web.message import render_answer
from ui.web.passage_list import render_highlights, render_search
from ui.web.reading import find_top
from ui.web.suggesting import Suggester
from ui.web.templating import render_line

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_PLAIN: dict[str, Any] = {"latex_delimiters": [], "sanitize_html": True}
"""A document's dollar signs are no formulas."""


class ExploringTab:
    """Ways into the document, which stands beside them.

    Args:
        context: What the page shares.
        suggester: Knows the words worth knowing.
    """

    def __init__(self, context: PageContext, suggester: Suggester) -> None:
        self._context = context
        self._suggester = suggester

    def build(self) -> None:
        """Lay out the tab inside a `gr.Blocks` and connect its events."""
        subject = self._context.service.library.subject_name()
        top = find_top(self._context.service)
        introduction = render_line("exploring.html", subject=subject, top=top)
        gr.Markdown(introduction, elem_id="udforsk-indledning")
        self._build_search()
        self._build_terms()
        self._build_roles()

    def search(self, query: str) -> str:
        """Return the places in the documents where something stands, as HTML."""
        return render_search(self._context.service, query)

    def highlight(self, role_name: str | None) -> str:
        """Return the places that concern a role, as HTML."""
        role = parse_role(role_name or None)
        if role is None:
            return ""
        passages = self._suggester.passages_of(role)
        return render_highlights(self._context.service, role, passages)

    def explain(self, term: str) -> str:
        """Return what the documents say of a word, as HTML."""
        answer = self._context.service.assistant.answer(Ask(texts.ASK_TERM.format(term=term)))
        shelved = self._context.shelf.put(answer, None)
        return render_answer(shelved, self._context.service.titles)

    def _build_search(self) -> None:
        query = gr.Textbox(
            label=texts.SEARCH,
            placeholder=texts.SEARCH_PLACEHOLDER,
            submit_btn=texts.SEARCH_BUTTON,
            max_lines=1,
            elem_id="soegefelt",
        )
        found = gr.Markdown("", elem_id="fundet", elem_classes="steder", **_PLAIN)
        query.submit(self.search, [query], [found], **_QUIET)

    def _build_terms(self) -> None:
        terms = self._suggester.terms
        if not terms:
            return
        gr.Markdown(f"{texts.TERMS}\n\n{texts.TERMS_NOTE}", elem_id="ord-overskrift")
        with gr.Row(elem_id="ord"):
            buttons = [gr.Button(term, size="sm", elem_classes="forslag") for term in terms]
        explained = gr.Markdown("", elem_id="forklaring", **_PLAIN)
        for button in buttons:
            button.click(self.explain, [button], [explained], **_QUIET)

    def _build_roles(self) -> None:
        choices = [(texts.HIGHLIGHT_NOTHING, "")]
        choices += [(label, name) for name, label in texts.ROLES.items()]
        role = gr.Radio(choices, value="", label=texts.HIGHLIGHT, elem_id="fremhaev-rolle")
        shown = gr.Markdown("", elem_id="fremhaevet", elem_classes="steder", **_PLAIN)
        role.change(self.highlight, [role], [shown], **_QUIET)
