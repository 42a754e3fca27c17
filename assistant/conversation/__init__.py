"""What a conversation adds to a question: from a follow-up to a question that stands alone."""

from assistant.conversation.context import contextualise
from assistant.conversation.history import (
    FOLLOW_UP,
    LONGEST_CONVERSATION,
    SECTION,
    Conversation,
    Turn,
    said_role,
)
from assistant.conversation.move import Contextualised, Move

__all__ = [
    "FOLLOW_UP",
    "LONGEST_CONVERSATION",
    "SECTION",
    "Contextualised",
    "Conversation",
    "Move",
    "Turn",
    "contextualise",
    "said_role",
]
