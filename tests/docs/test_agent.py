"""The example in the documentation runs."""

import importlib.util
from pathlib import Path

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "agent.py"


@pytest.fixture(scope="module")
def example():
    specification = importlib.util.spec_from_file_location("agent_example", EXAMPLE)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_someone_else_s_agent_shows_only_what_our_check_finds(example, workplace):
    true = "Social kapital består af tillid, retfærdighed og samarbejdsevne."
    false = "Social kapital giver hver leder en bonus på 5.000 kroner."
    model = FakeListChatModel(responses=[f"{true} {false}"])
    agent = example.build_agent(workplace, model)
    result = agent.invoke({"question": "Hvad er social kapital?"})
    assert result["answer"] == true
    assert len(result["removed"]) == 1
    assert result["removed"][0].startswith(false)
