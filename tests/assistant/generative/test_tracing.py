"""LangChain's callbacks see the assistant's run, and the model's calls as its children."""

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_core.runnables import RunnableLambda
from langchain_core.tracers.base import BaseTracer

FIRST = "Social kapital består af tillid, retfærdighed og samarbejdsevne."
QUESTION = "Hvad er social kapital?"


class Runs(BaseTracer):
    def __init__(self):
        super().__init__()
        self.kept = []

    def _persist_run(self, run):
        self.kept.append(run)


@pytest.fixture
def worded(workplace, reply):
    return workplace.assistant_with(FakeListChatModel(responses=[reply((FIRST, [1]))]))


@pytest.mark.parametrize("way", ["invoke", "stream"])
def test_the_model_s_call_is_a_child_of_the_assistant_s_run(worded, way):
    runs = Runs()
    result = getattr(worded, way)(QUESTION, {"callbacks": [runs]})
    list(result) if way == "stream" else None
    (root,) = runs.kept
    assert root.run_type == "chain"
    assert [child.run_type for child in root.child_runs] == ["llm"]
    assert (root.outputs or {})["output"].text.startswith(FIRST)


def test_it_is_a_link_in_a_chain(worded):
    chain = worded | RunnableLambda(lambda answer: answer.engine)
    assert chain.invoke(QUESTION) == worded.engine
