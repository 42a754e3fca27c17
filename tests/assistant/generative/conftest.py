"""A real server on loopback that speaks OpenAI's and Ollama's protocols, well or badly."""

import gc
import json
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from assistant.opening import Workplace
from assistant.pipeline import Assistant

KEY = "sk-hemmelig-0123456789"
_PIECE = 12


@dataclass
class ModelServer:
    """What the server is to do and what it has been asked.

    Each call takes the next behaviour; the last one stays. A behaviour holds `text` or `status`,
    `raw` (a body as it is), `hangs` (seconds), `pause` (seconds between pieces), `breaks` (after so
    many pieces), `is_endless`.
    """

    url: str
    behaviours: list[dict[str, Any]] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    was_cut: threading.Event = field(default_factory=threading.Event)
    stops: threading.Event = field(default_factory=threading.Event)

    def script(self, *behaviours: dict[str, Any] | str) -> None:
        self.behaviours = [b if isinstance(b, dict) else {"text": b} for b in behaviours]
        self.requests.clear()

    def next(self) -> dict[str, Any]:
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        model_server: ModelServer = self.server.model_server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model_server.requests.append(body)
        model_server.keys.append(self.headers.get("Authorization", ""))
        behaviour = model_server.next()
        try:
            self._behave(behaviour, body, model_server)
        except (BrokenPipeError, ConnectionResetError):
            model_server.was_cut.set()
        self.close_connection = True

    def _behave(self, behaviour: dict[str, Any], body: dict[str, Any], served: ModelServer) -> None:
        served.stops.wait(behaviour.get("hangs", 0))
        if "refuses" in behaviour and behaviour["refuses"] in body:
            self._send(400, json.dumps({"error": {"message": "no such field"}}).encode())
        elif "status" in behaviour:
            told = {"error": {"message": f"wrong key: {self.headers.get('Authorization')}"}}
            self._send(behaviour["status"], json.dumps(told).encode())
        elif "raw" in behaviour:
            self._send(200, behaviour["raw"])
        elif self.path.endswith("/api/chat"):
            self._stream(behaviour, served, _ollama_line, "application/x-ndjson")
        elif body.get("stream"):
            self._stream(behaviour, served, _openai_line, "text/event-stream")
        else:
            whole = {"role": "assistant", "content": behaviour["text"]}
            self._send(200, json.dumps(_openai(message=whole, finish_reason="stop")).encode())

    def _stream(
        self,
        behaviour: dict[str, Any],
        served: ModelServer,
        line: Callable[[str, bool], bytes],
        kind: str,
    ) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        for number, piece in enumerate(_pieces(behaviour)):
            if number == behaviour.get("breaks"):
                return
            self.wfile.write(line(piece, False))
            self.wfile.flush()
            if behaviour.get("pause") and served.stops.wait(behaviour["pause"]):
                return
        self.wfile.write(line("", True))

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _pieces(behaviour: dict[str, Any]) -> Iterator[str]:
    text = behaviour["text"]
    started = time.monotonic()
    while True:
        yield from (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
        if not behaviour.get("is_endless") or time.monotonic() - started > 30:
            return


def _openai(**choice: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "object": "chat.completion.chunk" if "delta" in choice else "chat.completion",
        "created": 1,
        "model": "prøve",
        "choices": [{"index": 0, **choice}],
    }


def _openai_line(piece: str, is_last: bool) -> bytes:
    finish = "stop" if is_last else None
    chunk = _openai(delta={"role": "assistant", "content": piece}, finish_reason=finish)
    lines = f"data: {json.dumps(chunk)}\n\n"
    if is_last:
        usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        counted = {**_openai(delta={}), "choices": [], "usage": usage}
        lines += f"data: {json.dumps(counted)}\n\ndata: [DONE]\n\n"
    return lines.encode()


def _ollama_line(piece: str, is_last: bool) -> bytes:
    line: dict[str, Any] = {
        "model": "prøve",
        "created_at": "2026-01-01T00:00:00Z",
        "message": {"role": "assistant", "content": piece},
        "done": is_last,
    }
    if is_last:
        line |= {"done_reason": "stop", "prompt_eval_count": 100, "eval_count": 20}
    return json.dumps(line).encode() + b"\n"


@pytest.fixture
def model_server() -> Iterator[ModelServer]:
    """A server of models; nothing is answered before it has a script."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    served = ModelServer(f"http://127.0.0.1:{server.server_port}")
    server.model_server = served  # type: ignore[attr-defined]  how the handler finds it
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield served
    served.stops.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr("assistant.generative.calling._FIRST_WAIT", 0.01)
    monkeypatch.setattr("assistant.generative.calling._LONGEST_WAIT", 0.02)


@pytest.fixture
def worded_by(workplace: Workplace) -> Callable[..., Assistant]:
    """An assistant on the bundled document's index, with the model that the settings name."""

    def _worded_by(model: str, **settings: Any) -> Assistant:
        changed = workplace.settings.model_copy(update={"model": model, **settings})
        opened = Workplace(changed)
        for name in ("documents", "library", "embedder"):  # opened once for all tests
            opened.__dict__[name] = getattr(workplace, name)
        return opened.assistant

    return _worded_by


@pytest.fixture
def over_openai(model_server, worded_by) -> Callable[..., Assistant]:
    """An assistant whose model is behind the server, over OpenAI's protocol."""

    def _over_openai(*behaviours: dict[str, Any] | str, **settings: Any) -> Assistant:
        from pydantic import SecretStr

        model_server.script(*behaviours)
        given = {"model_timeout": 5.0, "model_api_key": SecretStr(KEY), **settings}
        return worded_by("prøve", model_base_url=f"{model_server.url}/v1", **given)

    return _over_openai


@pytest.fixture
def over_ollama(model_server, worded_by) -> Iterator[Callable[..., Assistant]]:
    """An assistant whose model is behind the server, over Ollama's protocol."""

    def _over_ollama(*behaviours: dict[str, Any] | str, **settings: Any) -> Assistant:
        model_server.script(*behaviours)
        given = {"model_timeout": 5.0, **settings}
        return worded_by("ollama:prøve:1b", model_base_url=model_server.url, **given)

    yield _over_ollama
    with warnings.catch_warnings():  # Ollama's client leaves the socket of a broken reply open
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def reply() -> Callable[..., str]:
    """Write a reply as a well-behaved model does."""

    def _reply(*sentences: tuple[str, list[int]], found: bool = True) -> str:
        rows = [{"tekst": text, "afsnit": numbers} for text, numbers in sentences]
        return json.dumps({"svar_findes": found, "saetninger": rows}, ensure_ascii=False)

    return _reply
