import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from assistant.creation import create_assistant
from assistant.errors import SettingInvalidError


@pytest.fixture
def index_dir(workplace):
    return workplace.settings.index_dir


def test_one_line_gives_the_extractive_assistant(index_dir, assistant):
    created = create_assistant(index_dir=index_dir)
    assert created.engine == "extractive"
    assert created.invoke("Hvad er mod?").text == assistant.answer("Hvad er mod?").text


def test_a_model_of_one_s_own_is_taken_as_it_is(index_dir):
    created = create_assistant(model=FakeListChatModel(responses=["{}"]), index_dir=index_dir)
    assert created.engine == "FakeListChatModel"


def test_a_model_is_opened_by_its_name(index_dir):
    assert create_assistant(model="ollama:gemma3:12b", index_dir=index_dir).engine == "gemma3:12b"


def test_a_name_that_cannot_be_opened_is_told(index_dir):
    with pytest.raises(SettingInvalidError):
        create_assistant(model="findesikke:model", index_dir=index_dir)
