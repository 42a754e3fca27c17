"""Turns of somebody in distress, who is to meet no quotes."""

from assistant.conversation.history import DISTRESS, Conversation
from assistant.conversation.move import Contextualised, Move
from assistant.distress.recognition import asks_for_help, find_distress, speaks_of_violence
from assistant.library import Library


def read_distress(text: str, conversation: Conversation, library: Library) -> Contextualised | None:
    """Read a cry for help, or what is said on being offered help; None for any other turn.

    "Hvor går jeg hen, hvis jeg bliver mobbet?" supposes a case; it is a question as any other
    where the documents speak of such cases.
    """
    plight = find_distress(text)
    if plight is None:
        return _read_on(text, conversation)
    if plight.is_supposed and _speaks_of_violence(library):
        return None
    return Contextualised(text, Move.DISTRESSED, distress=plight.kind)


def _read_on(text: str, conversation: Conversation) -> Contextualised | None:
    latest = conversation.latest
    if latest is None or latest.trace.kind != DISTRESS or not asks_for_help(text):
        return None
    plight = find_distress(latest.standalone_question)
    if plight is None:
        return None
    told = latest.standalone_question
    return Contextualised(told, Move.DISTRESSED, distress=plight.kind)


def _speaks_of_violence(library: Library) -> bool:
    documents = library.documents
    return any(speaks_of_violence(p.plain) for document in documents for p in document.answers)
