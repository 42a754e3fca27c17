"""What to suggest that people ask: starter questions, follow-ups, words to know."""

from assistant.suggestion.offer import Suggestions

__all__ = ["Suggestions"]
