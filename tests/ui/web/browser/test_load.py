"""Fifty simulated users, each asking every ten seconds, as the page itself asks."""

import asyncio
import json
import random
import secrets
import time
from dataclasses import dataclass, field

import httpx

USERS = 50
SECONDS_BETWEEN = 10
SECONDS = 30
SLOWEST_P95 = 1.0

QUESTIONS = (
    "Hvad forventes af mig som leder?",
    "Hvad er mod?",
    "Hvad er social kapital?",
    "Hvor mange feriedage har jeg?",
    "Hvad kan jeg forvente af min leder?",
    "Hvad er forskellen på topstyring og netværksstyring?",
    "Hvor mange punkter er der under mod?",
    "Må jeg sige min chef imod?",
    "Hvad koster en cykel?",
    "hvordan skal lederen kommunikere",
)


@dataclass
class Measured:
    """Seconds from question to whole answer, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Calls:
    """The numbers of the functions that the page calls.

    Attributes:
        answer: Called with a question.
        suggest: Called when the answer is whole.
    """

    answer: int
    suggest: int


async def call(client, function, session, values, measured):
    """Call a function as the page does, and read its stream to the end."""
    body = {"data": values, "fn_index": function, "session_hash": session}
    joined = await client.post("/gradio_api/queue/join", json=body)
    if joined.status_code != 200:
        measured.errors.append(f"{joined.status_code} {joined.text}")
        return
    async with client.stream(
        "GET", "/gradio_api/queue/data", params={"session_hash": session}
    ) as stream:
        async for line in stream.aiter_lines():
            message = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
            if message.get("msg") == "process_completed" and not message["success"]:
                measured.errors.append(str(message["output"]))
            if message.get("msg") == "close_stream":
                return


async def ask(client, calls, session, question, measured):
    started = time.perf_counter()
    await call(client, calls.answer, session, [question, "", None], measured)
    measured.seconds.append(time.perf_counter() - started)
    await call(client, calls.suggest, session, ["", None], measured)


async def use(client, calls, number, measured, end):
    """Ask every ten seconds, as one user in a conversation of their own."""
    chance = random.Random(number)  # noqa: S311  not for secrets
    session = secrets.token_hex(8)
    await asyncio.sleep(chance.random() * SECONDS_BETWEEN)
    while time.perf_counter() < end:
        started = time.perf_counter()
        await ask(client, calls, session, chance.choice(QUESTIONS), measured)
        await asyncio.sleep(max(0.0, SECONDS_BETWEEN - (time.perf_counter() - started)))


async def find_calls(client):
    """Return what the question box calls."""
    config = (await client.get("/config")).json()
    box = next(
        part["id"] for part in config["components"] if part["props"].get("elem_id") == "spoergsmaal"
    )
    calls = config["dependencies"]
    answer = next(each["id"] for each in calls if [box, "submit"] in each["targets"])
    suggest = next(each["id"] for each in calls if each["trigger_after"] == answer)
    return Calls(answer, suggest)


async def load(address):
    measured = Measured()
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        calls = await find_calls(client)
        await ask(client, calls, "varm", QUESTIONS[0], Measured())
        end = time.perf_counter() + SECONDS
        users = (use(client, calls, number, measured, end) for number in range(USERS))
        await asyncio.gather(*users)
    return measured


def test_fifty_users_get_whole_answers_within_a_second(server, record_property):
    measured = asyncio.run(load(server.address))
    seconds = sorted(measured.seconds)
    p95 = seconds[int(0.95 * len(seconds))]
    record_property("answers", len(seconds))
    record_property("p95", p95)
    assert measured.errors == []
    assert len(seconds) >= USERS * (SECONDS // SECONDS_BETWEEN - 1)
    assert p95 < SLOWEST_P95
