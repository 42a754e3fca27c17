import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from assistant.errors import IndexUnusableError, ModelUnusableError
from assistant.opening import Workplace
from ui.failure import explain


def test_a_second_opinion_that_cannot_be_loaded_is_one_danish_sentence(workplace, tmp_path):
    settings = workplace.settings.model_copy(update={"model_nli": str(tmp_path / "ingen")})
    with pytest.raises(IndexUnusableError) as caught:
        Workplace(settings).assistant_with(FakeListChatModel(responses=["{}"]))
    assert "LEDELSESASSISTENT_MODEL_NLI" in explain(caught.value)


def test_without_a_model_there_is_nothing_to_equip_with(workplace):
    with pytest.raises(ModelUnusableError) as caught:
        workplace.equip()
    assert "LEDELSESASSISTENT_MODEL" in explain(caught.value)


def test_writer_and_rewriter_share_their_breaker(workplace):
    equipment = workplace.equip(FakeListChatModel(responses=["{}"]))
    assert equipment.rewriter.caller._breaker is equipment.writer.caller._breaker
