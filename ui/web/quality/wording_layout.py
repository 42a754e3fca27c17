"""Lay out the tab for HR's own questions and words."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.web.quality import own_texts
from ui.web.quality.following import clear_at
from ui.web.quality.rendering import make_markdown

LEFT_AS_IT_IS = 8
"""How many parts show how things are."""

REMOVE_UNCHOSEN = own_texts.REMOVE_QUESTION["own"]
"""What the button says where no question is chosen."""


@dataclass(frozen=True)
class QuestionParts:
    """A passage and its questions."""

    passage: gr.Dropdown
    listing: gr.Markdown
    fresh: gr.Textbox
    add: gr.Button
    chosen: gr.Dropdown
    wording: gr.Textbox
    change: gr.Button
    remove: gr.Button
    told: gr.Markdown


@dataclass(frozen=True)
class WordParts:
    """HR's own words."""

    listing: gr.Markdown
    said: gr.Textbox
    meant: gr.Textbox
    add: gr.Button
    chosen: gr.Dropdown
    remove: gr.Button
    told: gr.Markdown


@dataclass(frozen=True)
class ChangeParts:
    """What was changed, and how it comes to count."""

    listing: gr.Markdown
    undo: gr.Button
    told: gr.Markdown
    rebuild: gr.Button
    progress: gr.Markdown
    effects: gr.Markdown


@dataclass(frozen=True)
class WordingParts:
    """What the tab consists of."""

    questions: QuestionParts
    words: WordParts
    changes: ChangeParts

    @property
    def shown(self) -> list[Any]:
        """What shows how things are."""
        questions, words, changes = self.questions, self.words, self.changes
        return [
            questions.listing,
            questions.chosen,
            questions.change,
            questions.remove,
            words.listing,
            words.chosen,
            changes.listing,
            changes.undo,
        ]


def lay_out(passages: list[tuple[str, str]]) -> WordingParts:
    """Lay out everything; `passages` are those to choose from."""
    return WordingParts(_questions(passages), _words(), _changes())


def clear_told(parts: WordingParts) -> None:
    """Let no sentence stand once something else is done."""
    questions, words, changes = parts.questions, parts.words, parts.changes
    of_questions = [
        questions.add.click,
        questions.fresh.submit,
        questions.change.click,
        questions.remove.click,
    ]
    of_words = [words.add.click, words.remove.click]
    undone = [changes.undo.click]
    clear_at([*of_words, *undone, changes.rebuild.click], [questions.told])
    clear_at([*of_questions, *undone, changes.rebuild.click], [words.told])
    clear_at([*of_questions, *of_words, changes.rebuild.click], [changes.told])
    clear_at([*of_questions, *of_words, *undone], [changes.progress])


def _questions(passages: list[tuple[str, str]]) -> QuestionParts:
    passage = gr.Dropdown(
        passages,
        value=None,
        label=own_texts.CHOOSE_PASSAGE,
        info=own_texts.PLACE_INFO,
        allow_custom_value=True,  # so that what was typed is judged and not dropped
        elem_id="ordlyd-sted",
    )
    with gr.Row(elem_classes="felter-raekke"):
        fresh = gr.Textbox(
            label=own_texts.NEW_QUESTION, max_lines=3, elem_id="nyt-spoergsmaal", scale=3
        )
        add = button(own_texts.ADD, "tilfoej-spoergsmaal")
    with gr.Row(elem_classes="felter-raekke"):
        chosen = gr.Dropdown([], label=own_texts.CHOSEN_QUESTION, elem_id="valgt-spoergsmaal")
        wording = gr.Textbox(label=own_texts.NEW_WORDING, max_lines=3, elem_id="ny-ordlyd")
    with gr.Row(elem_classes="knapper"):
        change = button(own_texts.CHANGE, "gem-ordlyd", is_enabled=False)
        remove = button(REMOVE_UNCHOSEN, "fjern-spoergsmaal", is_enabled=False)
    told = make_markdown("ordlyd-besked", "levende")
    listing = make_markdown("ordlyd-spoergsmaal")
    return QuestionParts(passage, listing, fresh, add, chosen, wording, change, remove, told)


def _words() -> WordParts:
    gr.Markdown(
        f"{own_texts.WORDS_HEADING}\n\n{own_texts.WORDS_EXPLAINED}", elem_classes="kvalitet"
    )
    with gr.Row(elem_classes="felter-raekke"):
        said = gr.Textbox(label=own_texts.OWN_WORD, max_lines=1, elem_id="eget-ord")
        meant = gr.Textbox(label=own_texts.DOCUMENT_WORD, max_lines=1, elem_id="dokumentets-ord")
        add = button(own_texts.ADD_WORD, "tilfoej-ord")
    with gr.Row(elem_classes="felter-raekke"):
        chosen = gr.Dropdown([], label=own_texts.CHOSEN_WORD, elem_id="valgt-ord")
        remove = button(own_texts.REMOVE_WORD, "fjern-ord")
    told = make_markdown("ord-besked", "levende")
    return WordParts(make_markdown("egne-ord"), said, meant, add, chosen, remove, told)


def _changes() -> ChangeParts:
    gr.Markdown(own_texts.CHANGES_HEADING, elem_classes="kvalitet")
    listing = make_markdown("aendringer")
    with gr.Row(elem_classes="knapper"):
        rebuild = button(own_texts.REBUILD, "byg-indeks", primary=True)
        undo = button(own_texts.UNDO, "fortryd")
    told, progress = (
        make_markdown("fortryd-besked", "levende"),
        make_markdown("indeks-besked", "levende"),
    )
    return ChangeParts(listing, undo, told, rebuild, progress, make_markdown("proever-foer-og-nu"))


def button(
    label: str,
    elem_id: str,
    *,
    primary: bool = False,
    is_enabled: bool = True,
    is_visible: bool = True,
) -> gr.Button:
    """Return a button as wide as its words."""
    return gr.Button(
        label,
        variant="primary" if primary else "secondary",
        elem_id=elem_id,
        scale=0,
        min_width=160,
        interactive=is_enabled,
        visible=is_visible,
    )
