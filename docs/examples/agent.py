"""Someone else's agent: our retriever and our groundedness check inside a LangGraph graph.

The graph is not ours. It looks passages up, lets a chat model of its own write, and shows a
sentence only where our check finds it in the passages. Run it with a model that LangChain knows:

    python docs/examples/agent.py ollama:gemma3:12b "Hvad er social kapital?"
"""

import re
import sys
from typing import TypedDict

from langchain.chat_models import init_chat_model
from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from assistant.groundedness.check import load_check
from assistant.groundedness.verdict import Evidence
from assistant.opening import Workplace
from assistant.settings import read_settings

PROMPT = "Svar kort på dansk, kun ud fra disse afsnit:\n\n{passages}\n\nSpørgsmål: {question}"


class State(TypedDict, total=False):
    """What the graph's nodes hand on."""

    question: str
    passages: list[Document]
    draft: str
    answer: str
    removed: list[str]


def build_agent(workplace: Workplace, model: BaseChatModel) -> CompiledStateGraph:
    """Return a graph of three nodes: retrieve, write, check.

    Args:
        workplace: Our documents, index and embedder.
        model: Any chat model.
    """
    retriever = workplace.library.retriever  # a LangChain BaseRetriever
    check = load_check(workplace.embedder)

    def retrieve(state: State) -> State:
        return {"passages": retriever.invoke(state["question"])[:5]}

    def write(state: State) -> State:
        passages = "\n\n".join(document.page_content for document in state["passages"])
        asked = PROMPT.format(passages=passages, question=state["question"])
        return {"draft": model.invoke(asked).text}

    def prove(state: State) -> State:
        evidence = [Evidence(document.page_content) for document in state["passages"]]
        kept: list[str] = []
        removed: list[str] = []
        for sentence in re.split(r"(?<=[.!?])\s+", state["draft"].strip()):
            verdict = check(sentence, evidence, state["question"])
            if verdict.is_supported:
                kept.append(sentence)
            else:
                removed.append(f"{sentence} ({verdict.reason})")
        return {"answer": " ".join(kept), "removed": removed}

    graph = StateGraph(State)
    graph.add_node("retrieve", retrieve)
    graph.add_node("write", write)
    graph.add_node("prove", prove)
    graph.add_edge(START, "retrieve")
    graph.add_edge("retrieve", "write")
    graph.add_edge("write", "prove")
    graph.add_edge("prove", END)
    return graph.compile()


def main() -> None:
    """Ask the agent what the command line asks."""
    name, question = sys.argv[1:]
    agent = build_agent(Workplace(read_settings()), init_chat_model(name))
    result = agent.invoke({"question": question})
    sys.stdout.write(f"{result['answer']}\n")
    for sentence in result["removed"]:
        sys.stdout.write(f"Udeladt: {sentence}\n")


if __name__ == "__main__":
    main()
