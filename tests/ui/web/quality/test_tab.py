import gradio as gr

from ui.web.quality import own_texts, texts
from ui.web.quality.runner import EvalRunner
from ui.web.quality.tab import QualityTab


def test_every_part_has_a_tab_and_no_event_is_open_to_programmes(context, tmp_path):
    runner = EvalRunner(context.settings, context.store, tmp_path)
    with gr.Blocks() as page, gr.Tabs(), gr.Tab("Kvalitet") as tab:
        QualityTab(context, runner).build(tab)
    labels = [block.label for block in page.blocks.values() if isinstance(block, gr.Tab)]
    assert labels == [
        "Kvalitet",
        texts.TAB_RUNNING,
        texts.TAB_COVERING,
        own_texts.TAB_TRACING,
        own_texts.TAB_CASES,
        own_texts.TAB_WORDING,
        own_texts.TAB_FEEDBACK,
    ]
    assert page.fns
    assert {event.api_visibility for event in page.fns.values()} == {"private"}
