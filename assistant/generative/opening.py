"""Open the chat model that the settings name."""

import re
from typing import Any

from langchain_core.language_models import BaseChatModel

from assistant.errors import SettingInvalidError
from assistant.settings import PREFIX, Settings

_MODEL_SETTING = f"{PREFIX}MODEL"
_MOST_TOKENS = 2000
_NO_KEY = "none"
"""Sent to a server of one's own that asks for no key: the protocol's client insists on one."""

_REASONING = re.compile(r"^(?:o\d|gpt-5)")
"""Models that take neither a temperature nor so few tokens."""

PACKAGES = {
    "ollama": "langchain-ollama",
    "openai": "langchain-openai",
    "azure_openai": "langchain-openai",
    "mistralai": "langchain-mistralai",
}
"""What is installed for the providers that we try; LangChain knows more."""


def name_model(setting: str) -> str:
    """Return what to call a model for a reader.

    >>> name_model("ollama:gemma3:12b"), name_model("gemma-3")
    ('gemma3:12b', 'gemma-3')
    """
    provider, colon, name = setting.partition(":")
    return name if colon and name and provider.isidentifier() else setting


def open_model(settings: Settings) -> BaseChatModel:
    """Return the chat model; nothing is asked of it yet.

    Raises:
        SettingInvalidError: If there is no such provider, its package is missing, or it cannot
            work with what is set.
    """
    from langchain.chat_models import init_chat_model

    provider, name = _split(settings)
    try:
        return init_chat_model(name, model_provider=provider, **_options(provider, name, settings))
    except ImportError as error:
        package = PACKAGES.get(provider, f"langchain-{provider.replace('_', '-')}")
        raise SettingInvalidError(
            "model_package_missing", name=settings.model, package=package
        ) from error
    except ValueError as error:
        if "nsupported provider" in str(error) or "nable to infer" in str(error):
            raise _unknown(settings) from None
        raise SettingInvalidError("model_invalid", name=settings.model) from None
    except Exception:  # noqa: BLE001  each provider's client has its own; the text may hold the key
        raise SettingInvalidError("model_invalid", name=settings.model) from None


def _split(settings: Settings) -> tuple[str, str]:
    provider, colon, name = settings.model.strip().partition(":")
    if colon and name and provider.isidentifier():
        return provider, name
    if settings.model_base_url and settings.model.strip():
        return "openai", settings.model.strip()
    raise _unknown(settings)


def _unknown(settings: Settings) -> SettingInvalidError:
    allowed = ", ".join(PACKAGES)
    return SettingInvalidError(
        "model_provider_unknown", name=_MODEL_SETTING, value=settings.model, allowed=allowed
    )


def _options(provider: str, name: str, settings: Settings) -> dict[str, Any]:
    key = settings.model_api_key.get_secret_value()
    make = {"ollama": _for_ollama, "openai": _for_openai, "azure_openai": _for_azure}
    options = make.get(provider, _for_any)(settings, key)
    if provider.endswith("openai") and _REASONING.match(name):
        options = {k: v for k, v in options.items() if k not in {"temperature", "max_tokens"}}
    return {option: value for option, value in options.items() if value not in ("", None)}


def _for_any(settings: Settings, key: str) -> dict[str, Any]:
    return {
        "base_url": settings.model_base_url,
        "api_key": key,
        "temperature": 0,
        "max_tokens": _MOST_TOKENS,
        "timeout": max(1, round(settings.model_timeout)),
        "max_retries": 1,
    }


def _for_openai(settings: Settings, key: str) -> dict[str, Any]:
    own = settings.model_base_url != ""
    return {
        **_for_any(settings, key or (_NO_KEY if own else "")),
        "timeout": settings.model_timeout,
        "max_retries": 0,
        "use_responses_api": False,
        "stream_usage": True,
    }


def _for_azure(settings: Settings, key: str) -> dict[str, Any]:
    options = {**_for_openai(settings, key), "api_key": key, "base_url": ""}
    return {
        **options,
        "azure_endpoint": settings.model_base_url,
        "azure_deployment": settings.model.partition(":")[2],
        "api_version": settings.model_api_version,
    }


def _for_ollama(settings: Settings, key: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return {
        "base_url": settings.model_base_url,
        "temperature": 0,
        "num_predict": _MOST_TOKENS,
        "client_kwargs": {"timeout": settings.model_timeout, "headers": headers},
    }
