"""The tab for quality: running the suite, coverage, and HR's own tests, words and feedback."""

import gradio as gr

from ui.web.context import PageContext
from ui.web.quality import texts
from ui.web.quality.covering import CoveringTab
from ui.web.quality.runner import EvalRunner
from ui.web.quality.running import RunningTab


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
