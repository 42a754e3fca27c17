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
        """Lay out the tab inside `tab`; each part shows things as they are when it is opened."""
        context, runner = self._context, self._runner
        with gr.Tabs(elem_id="kvalitetsfaner"):
            with gr.Tab(texts.TAB_RUNNING, id="koer", elem_id="koer") as running:
                RunningTab(context, runner).build(tab, running)
            with gr.Tab(texts.TAB_COVERING, id="kort", elem_id="kort") as covering:
                CoveringTab(context).build(covering)
            with gr.Tab(own_texts.TAB_TRACING, id="spor-fane", elem_id="spor-fane"):
                TracingTab(context, runner).build()
            with gr.Tab(own_texts.TAB_CASES, id="proever", elem_id="proever") as cases:
                CasesTab(context, runner).build(cases)
            with gr.Tab(own_texts.TAB_WORDING, id="ord-fane", elem_id="ord-fane") as wording:
                WordingTab(context, runner).build(wording)
            with gr.Tab(own_texts.TAB_FEEDBACK, id="svar-fane", elem_id="svar-fane") as feedback:
                FeedbackTab(context, runner).build(feedback)
