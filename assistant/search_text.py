"""Word a question for the search."""

from assistant import texts
from assistant.question import Question, Role
from index.language import words

_TOPIC_REPEATED = 2


def search_text(question: Question) -> str:
    """Return what to search for.

    A question of duties in general says whose, an employee's or a leader's. A topic after
    words that only say that it asks ("hvad står der om ...") is said again, so that those words
    do not outweigh it.
    """
    if question.topic and set(question.subject) <= set(words(question.topic)):
        return question.topic
    topics = [question.topic] * _TOPIC_REPEATED if question.topic else []
    return " ".join([question.text, *_whose(question), *topics])


def _whose(question: Question) -> list[str]:
    """Return whose duties a question asks for where it does not say so itself."""
    if question.own_duty:
        return [texts.AS_EMPLOYEE]
    is_leaders = question.is_broad and question.role is Role.LEADER
    return [texts.AS_LEADER] if is_leaders and not _names_leader(question) else []


def _names_leader(question: Question) -> bool:
    return any(word.startswith(("leder", "chef")) for word in question.subject)
