import pytest
from pydantic import SecretStr

from assistant.errors import SettingInvalidError
from assistant.generative.opening import name_model, open_model
from assistant.settings import Settings
from ui.failure import explain


def _open(model, **settings):
    return open_model(Settings(model=model, **settings))


@pytest.mark.parametrize(
    ("model", "settings", "kind"),
    [
        ("ollama:gemma3:12b", {}, "ChatOllama"),
        ("openai:gpt-4o-mini", {"model_api_key": SecretStr("k")}, "ChatOpenAI"),
        ("openai:gpt-5-mini", {"model_api_key": SecretStr("k")}, "ChatOpenAI"),
        ("gemma-3", {"model_base_url": "http://localhost:8000/v1"}, "ChatOpenAI"),
        ("google/gemma-3", {"model_base_url": "http://localhost:8000/v1"}, "ChatOpenAI"),
        ("mistralai:mistral-small", {"model_api_key": SecretStr("k")}, "ChatMistralAI"),
        (
            "azure_openai:vores",
            {
                "model_api_key": SecretStr("k"),
                "model_base_url": "https://x.example.com",
                "model_api_version": "2024-10-21",
            },
            "AzureChatOpenAI",
        ),
    ],
)
def test_one_setting_opens_any_provider(model, settings, kind):
    assert type(_open(model, **settings)).__name__ == kind


def test_a_model_is_named_without_its_provider():
    assert name_model("ollama:gemma3:12b") == "gemma3:12b"
    assert name_model("gemma-3") == "gemma-3"


@pytest.mark.parametrize(
    ("model", "settings", "code"),
    [
        ("findesikke:model", {}, "model_provider_unknown"),
        ("bare-et-navn", {}, "model_provider_unknown"),
        ("anthropic:claude", {}, "model_package_missing"),
        ("openai:gpt-4o-mini", {}, "model_invalid"),
    ],
)
def test_what_cannot_be_opened_is_one_danish_sentence(model, settings, code, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingInvalidError) as caught:
        _open(model, **settings)
    assert caught.value.code == code
    assert explain(caught.value).endswith((".", "anthropic"))


def test_the_key_stands_in_no_error_and_no_settings():
    settings = Settings(model="azure_openai:x", model_api_key=SecretStr("sk-hemmelig"))
    with pytest.raises(SettingInvalidError) as caught:
        open_model(settings)
    assert "sk-hemmelig" not in str(caught.value)
    assert "sk-hemmelig" not in explain(caught.value)
    assert "sk-hemmelig" not in repr(settings)
