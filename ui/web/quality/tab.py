"""The tab for quality: running the suite, coverage, and HR's own tests, words and feedback."""

import gradio as gr

from ui.web.context import PageContext
from ui.web.quality import own_texts, texts
from ui.web.quality.cases import CasesTab
from ui.web.quality.covering import CoveringTab
from ui.web.quality.feedback import FeedbackTab
from ui.web.quality.runner import EvalRunner
from ui.web.quality.running import RunningTab
from ui.web.quality.tracing import TracingTab
from ui.web.quality.wording import WordingTab


class QualityTab:
    """Everything that HR does.

    Args:
        context: What the page shares.
        runner: Runs the evals, for everybody; whoever made it closes it.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._runner = runner

    def build(self, tab: gr.Tab) -> None:
        """Lay out the tab inside `tab`."""
        with gr.Tabs(elem_id="kvalitetsfaner"):
            with gr.Tab(texts.TAB_RUNNING, id="koer", elem_id="koer") as running:
                RunningTab(self._context, self._runner).build(tab, running)
            with gr.Tab(
                texts.TAB_COVERING, id="daekning-fane", elem_id="daekning-fane"
            ) as covering:
                CoveringTab(self._context).build(covering)
            with gr.Tab(own_texts.TAB_CASES, id="egne-proever", elem_id="egne-proever") as cases:
                CasesTab(self._context, self._runner).build(tab, cases)
            with gr.Tab(own_texts.TAB_WORDING, id="ordlyd", elem_id="ordlyd") as wording:
                WordingTab(self._context, self._runner).build(tab, wording)
            with gr.Tab(own_texts.TAB_TRACING, id="spor-fane", elem_id="spor-fane"):
                TracingTab(self._context).build()
            with gr.Tab(
                own_texts.TAB_FEEDBACK, id="tilbagemeldinger", elem_id="tilbagemeldinger"
            ) as feedback:
                FeedbackTab(self._context).build(tab, feedback)
