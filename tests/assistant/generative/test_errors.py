import pytest

from assistant import texts
from assistant.generative import texts as model_texts
from assistant.generative.errors import CAUSES, ModelFailedError, find_cause


class ReadTimeout(Exception):  # noqa: N818  named as httpx names it
    pass


class Told(Exception):  # noqa: N818  stands for a provider's error
    def __init__(self, status):
        super().__init__()
        self.status_code = status


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (Told(401), "denied"),
        (Told(403), "denied"),
        (Told(429), "busy"),
        (Told(404), "rejected"),
        (Told(504), "timeout"),
        (Told(503), "failed"),
        (Told(-1), "unreadable"),
        (ReadTimeout(), "timeout"),
        (TimeoutError(), "timeout"),
        (ConnectionRefusedError(), "unreachable"),
        (ValueError("no JSON"), "unreadable"),
        (ModelFailedError("paused"), "paused"),
    ],
)
def test_causes_are_told_apart_whatever_the_provider(error, cause):
    assert find_cause(error) == cause


def test_the_cause_may_lie_behind_another_error():
    error = RuntimeError()
    error.__cause__ = ReadTimeout()
    assert find_cause(error) == "timeout"


def test_every_cause_has_its_sentences():
    assert set(texts.FALLBACKS) >= CAUSES
    assert set(texts.FALLBACKS) == set(model_texts.FELL_BACK)
