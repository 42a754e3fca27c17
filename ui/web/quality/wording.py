"""The tab for HR's own questions and words: change them, undo, build the index, see the effect."""

from collections.abc import Callable, Generator

import gradio as gr

from assistant.editing import Editor, Origin, PassageQuestion
from assistant.errors import AssistantError
from assistant.journal import Change
from ui.errors import InputUnusableError
from ui.failure import explain
from ui.number import with_comma
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.effect import EffectPart
from ui.web.quality.following import QUIET, Values, notice, render_own, skip
from ui.web.quality.guard import require_hr
from ui.web.quality.places import Places
from ui.web.quality.rebuilding import Rebuilding, rebuild
from ui.web.quality.runner import EvalRunner
from ui.web.quality.wording_layout import (
    LEFT_AS_IT_IS,
    REMOVE_UNCHOSEN,
    WordingParts,
    clear_told,
    lay_out,
)
from ui.web.quality.wording_listing import (
    list_choices,
    render_changes,
    render_effects,
    render_questions,
    render_words,
    tell_change,
    tell_undone,
)


class WordingTab:
    """HR's own questions and words.

    Args:
        context: What the page shares.
        runner: Runs the evals, to see what a change does.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._places = Places(context.service)
        self._effect = EffectPart(context, runner)

    def build(self, *tabs: gr.Tab) -> None:
        """Lay out the tab; whoever opens one of `tabs` sees things as they are."""
        gr.Markdown(own_texts.WORDING_INTRODUCTION, elem_classes="kvalitet")
        parts = lay_out(self._places.passage_choices)
        passage = parts.questions.passage
        self._connect_questions(parts)
        self._connect_words(parts)
        self._connect_changes(parts)
        clear_told(parts)
        self._effect.build()
        for tab in tabs:
            tab.select(self.open, [passage], [passage, *parts.shown], **QUIET)

    def open(self, passage: str | None, request: gr.Request) -> Values:
        """Return everything as it is now."""
        require_hr(self._context, request)
        choices = gr.update(choices=self._places.passage_choices)
        return choices, *self._show(self._editor(), passage)

    def choose(self, passage: str | None, request: gr.Request) -> Values:
        """Show the questions of a passage."""
        require_hr(self._context, request)
        return self._try(passage, lambda _editor, _passage: None)

    def add(self, passage: str | None, text: str, request: gr.Request) -> Values:
        """Add a question to a passage; the field is emptied when it is there."""
        require_hr(self._context, request)
        if not passage:
            return _missing(own_texts.PASSAGE_UNCHOSEN, 1)
        return self._try(passage, lambda editor, at: editor.add_question(at, text or ""), 1)

    def begin(self, passage: str | None, question: str | None, request: gr.Request) -> Values:
        """Return the wording of a question, to be changed, and what can be done with it."""
        require_hr(self._context, request)
        questions = self._questions(self._editor(), self._find(passage))
        origins = {each.text: each.origin for each in questions}
        origin = origins.get(question or "")
        if origin is None:
            return "", *_offer_nothing()
        is_shown = origin is not Origin.HIDDEN
        remove = gr.update(value=own_texts.REMOVE_QUESTION[origin.value], interactive=True)
        return question if is_shown else "", gr.update(interactive=is_shown), remove

    def change(
        self, passage: str | None, question: str | None, text: str, request: gr.Request
    ) -> Values:
        """Change the wording of a question."""
        require_hr(self._context, request)
        if not passage or not question:
            return _missing(own_texts.QUESTION_UNCHOSEN, 1)
        return self._try(
            passage, lambda editor, at: editor.change_question(at, question, text or ""), 1
        )

    def remove(self, passage: str | None, question: str | None, request: gr.Request) -> Values:
        """Remove a question, or let a hidden one count again."""
        require_hr(self._context, request)
        if not passage or not question:
            return _missing(own_texts.QUESTION_UNCHOSEN, 1)
        return self._try(passage, lambda editor, at: _toggle(editor, at, question), 1)

    def add_word(self, passage: str | None, said: str, meant: str, request: gr.Request) -> Values:
        """Let a word of HR's mean one of the documents'."""
        require_hr(self._context, request)
        return self._try(passage, lambda editor, _: editor.add_synonym(meant or "", said or ""), 2)

    def remove_word(self, passage: str | None, word: str | None, request: gr.Request) -> Values:
        """Let a word of HR's mean nothing again."""
        require_hr(self._context, request)
        meanings = {w: group[0] for group in self._editor().words for w in group[1:]}
        if not word or word not in meanings:
            return _missing(own_texts.WORD_UNCHOSEN)
        return self._try(passage, lambda editor, _: editor.remove_synonym(meanings[word], word))

    def undo(self, passage: str | None, request: gr.Request) -> Values:
        """Put back what stood before the newest change."""
        require_hr(self._context, request)
        return self._try(passage, lambda editor, _: editor.undo(), tell=tell_undone)

    def rebuild(self, passage: str | None, request: gr.Request) -> Generator[Values]:
        """Build the index again; yield how far it is, then what it changed."""
        require_hr(self._context, request)
        cases = self._context.store.list_cases()
        waiting = gr.update(interactive=False)
        for step in rebuild(self._context.service, cases):
            if not step.is_done:
                yield waiting, _tell_building(step), "", *skip(LEFT_AS_IT_IS)
                continue
            ready = gr.update(interactive=True)
            if step.error is not None:
                told = notice(own_texts.REBUILD_FAILED, explain(step.error), is_wrong=True)
                yield ready, told, "", *skip(LEFT_AS_IT_IS)
                return
            seconds = with_comma(step.seconds, 1)
            told = notice(own_texts.REBUILT.format(seconds=seconds))
            yield ready, told, render_effects(step.effects), *self._show(self._editor(), passage)

    def _try(
        self,
        passage: str | None,
        work: Callable[[Editor, str], Change | None],
        emptied: int = 0,
        tell: Callable[[Change], str] = tell_change,
    ) -> Values:
        """Do something and return what came of it: a sentence, how things are, fields emptied."""
        editor = self._editor()
        try:
            change = work(editor, self._places.choose_passage(passage) if passage else "")
            shown = self._show(editor, passage)
        except (AssistantError, InputUnusableError) as error:
            return _missing(explain(error), emptied)
        sentence = notice(tell(change)) if change else ""
        return sentence, *shown, *([""] * emptied)

    def _show(self, editor: Editor, passage: str | None) -> Values:
        questions = self._questions(editor, self._find(passage))
        words = [
            (own_texts.WORD_CHOICE.format(word=word, canonical=group[0]), word)
            for group in editor.words
            for word in group[1:]
        ]
        changes = editor.changes
        return (
            render_questions(questions) if self._find(passage) else "",
            gr.update(choices=list_choices(questions), value=None),
            *_offer_nothing(),
            render_words(editor.words),
            gr.update(choices=words, value=None),
            render_changes(changes, is_indexed=editor.is_indexed),
            gr.update(interactive=bool(changes)),
        )

    def _find(self, passage: str | None) -> str:
        """Return the passage that is chosen or meant, or ""."""
        try:
            return self._places.choose_passage(passage)
        except InputUnusableError:
            return ""

    def _questions(self, editor: Editor, passage: str) -> tuple[PassageQuestion, ...]:
        return editor.questions(passage) if passage else ()

    def _connect_questions(self, parts: WordingParts) -> None:
        questions = parts.questions
        passage, told = questions.passage, questions.told
        passage.input(self.choose, [passage], [told, *parts.shown], **QUIET)
        begun = [questions.wording, questions.change, questions.remove]
        questions.chosen.input(self.begin, [passage, questions.chosen], begun, **QUIET)
        inputs = [passage, questions.fresh]
        added = [told, *parts.shown, questions.fresh]
        questions.add.click(self.add, inputs, added, **QUIET)
        questions.fresh.submit(self.add, inputs, added, **QUIET)
        inputs = [passage, questions.chosen, questions.wording]
        changed = [told, *parts.shown, questions.wording]
        questions.change.click(self.change, inputs, changed, **QUIET)
        inputs = [passage, questions.chosen]
        questions.remove.click(self.remove, inputs, changed, **QUIET)

    def _connect_words(self, parts: WordingParts) -> None:
        words, passage = parts.words, parts.questions.passage
        inputs = [passage, words.said, words.meant]
        added = [words.told, *parts.shown, words.said, words.meant]
        words.add.click(self.add_word, inputs, added, **QUIET)
        removed = [words.told, *parts.shown]
        words.remove.click(self.remove_word, [passage, words.chosen], removed, **QUIET)

    def _connect_changes(self, parts: WordingParts) -> None:
        changes, passage = parts.changes, parts.questions.passage
        changes.undo.click(self.undo, [passage], [changes.told, *parts.shown], **QUIET)
        built = [changes.rebuild, changes.progress, changes.effects, *parts.shown]
        changes.rebuild.click(self.rebuild, [passage], built, **QUIET)

    def _editor(self) -> Editor:
        return Editor(self._context.service.workplace)


def _toggle(editor: Editor, passage: str, question: str) -> Change:
    """Remove a question, or show it again if it is hidden."""
    hidden = {each.text for each in editor.questions(passage) if each.origin is Origin.HIDDEN}
    if question in hidden:
        return editor.restore_question(passage, question)
    return editor.remove_question(passage, question)


def _tell_building(step: Rebuilding) -> str:
    seconds = round(step.seconds)
    return render_own("rebuilding.html", seconds=seconds)


def _offer_nothing() -> Values:
    """Return the buttons for one question where none is chosen."""
    return gr.update(interactive=False), gr.update(value=REMOVE_UNCHOSEN, interactive=False)


def _missing(sentence: str, emptied: int = 0) -> Values:
    """Return a sentence, and leave everything else as it is."""
    return notice(sentence, is_wrong=True), *skip(LEFT_AS_IT_IS + emptied)
