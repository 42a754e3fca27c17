"""Ask gold dialogues turn by turn: does the assistant follow, and still know its limits?"""

from collections.abc import Iterator, Sequence

from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from evals.gold.dialogue import GoldDialogue, GoldTurn
from evals.metric.nugget import nugget_recall
from evals.metric.text import rests_on
from evals.record import Item
from evals.task.asking import Desk, quotes_of, tell
from evals.task.plan import Task


def plan_dialogue(desk: Desk, dialogues: Sequence[GoldDialogue]) -> Task:
    """Return the task of holding the dialogues; every turn is an item."""
    total = sum(len(dialogue.turns) for dialogue in dialogues)
    return Task("dialogue", total, lambda: _hold_all(desk, dialogues))


def _hold_all(desk: Desk, dialogues: Sequence[GoldDialogue]) -> Iterator[Item]:
    for dialogue in dialogues:
        yield from _hold(desk, dialogue)


def _hold(desk: Desk, dialogue: GoldDialogue) -> Iterator[Item]:
    """Ask the turns in order; each follows what the assistant answered, right or wrong."""
    conversation = Conversation()
    is_all_good = True
    for number, turn in enumerate(dialogue.turns, start=1):
        answer = desk.ask(turn.question, dialogue.role, conversation)
        conversation = conversation.after(answer)
        is_good = _is_good(turn, answer)
        is_all_good = is_all_good and is_good
        is_first, is_last = number == 1, number == len(dialogue.turns)
        scores: dict[str, float | None] = {
            "turn_good": float(is_good),
            "later_turn_good": None if is_first else float(is_good),
            "unanswerable_turn_refused": None if turn.is_answerable else float(is_good),
            "nugget_recall": _nugget_recall(turn, answer),
            "dialogue_good": float(is_all_good) if is_last else None,
            **desk.proof(answer),
        }
        yield Item(
            task="dialogue",
            id=f"{dialogue.id}.{number}",
            part=dialogue.part,
            kind=_kind(turn, is_first=is_first),
            role=dialogue.role,
            cluster=dialogue.id,
            scores=scores,
            exchange=tell(answer, turn.gold, answer.standalone_question),
        )


def _is_good(turn: GoldTurn, answer: Answer) -> bool:
    """Say whether an answerable turn is answered from gold, or another is not answered."""
    if not turn.is_answerable:
        return answer.status is not Status.ANSWERED
    return any(rests_on(quote, turn.gold) for quote in quotes_of(answer))


def _nugget_recall(turn: GoldTurn, answer: Answer) -> float | None:
    if not turn.is_answerable:
        return None
    return nugget_recall(answer.text if quotes_of(answer) else "", turn.must)


def _kind(turn: GoldTurn, *, is_first: bool) -> str:
    if not turn.is_answerable:
        return "unanswerable"
    return "first" if is_first else "later"
