"""Let somebody else ask: du, man, jeg and vi with the forms that go with them."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"(?<=[,.;:?!–])")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MAN_HAS = re.compile(r"\b(har|havde) man\b|\bman (har|havde)\b", re.IGNORECASE)
_YOU_SUBJECT = re.compile(r"(?<=\w )I\b")
_OPENS_WITH_IN = re.compile(r"(^|[.!?:]\s+)I\b")

_IMPERATIVES = frozenset(
    {"fortæl", "forklar", "giv", "hjælp", "nævn", "opstil", "send", "sig", "skriv", "vis"}
)
_TELLERS = frozenset({"jeg", "mig", "min", "mit", "mine", "vi", "os", "vores"})
_FIRST = {"jeg": "man", "mig": "en", "min": "ens", "mit": "ens", "mine": "ens"}
_SECOND = {"du": "man", "dig": "en", "din": "ens", "dit": "ens", "dine": "ens"}
_POINTING_BACK = {
    "mig": "sig", "min": "sin", "mit": "sit", "mine": "sine",
    "dig": "sig", "din": "sin", "dit": "sit", "dine": "sine",
}  # fmt: skip
_MAN = {"man": "jeg", "sig": "mig", "sin": "min", "sit": "mit", "sine": "mine"}
_MAN_AS_US = {"man": "vi", "sig": "os", "sin": "vores", "sit": "vores", "sine": "vores"}
_WE = {"vi": "I", "os": "jer", "vores": "jeres", "vor": "jeres", "vort": "jeres", "vore": "jeres"}
_YOU = {"I": "vi", "jer": "os", "jeres": "vores"}


def change_person(question: str) -> str | None:
    """Return `question` asked by or about somebody else, or None if that would read wrongly.

    "jeg" and "du" become "man", "man" becomes "jeg" (or "vi", of what has been done), "vi" and
    "I" change places, each with its own object and possessive forms. Who tells of his own case
    before he asks ("Jeg har lige fået jobbet. Hvad skal jeg ...?") would not write "man".

    >>> change_person("Må jeg sige min chef imod?"), change_person("Hvad er mod?")
    ('Må man sige sin chef imod?', None)
    """
    words = set(_words(question))
    if words & _TELLERS and _tells_own_case(question):
        return None
    if words & _FIRST.keys():
        return _exchange(question, _FIRST, subject="jeg")
    if words & _SECOND.keys():
        return _exchange(question, _SECOND, subject="du")
    if "man" in words:
        forms = _MAN_AS_US if _MAN_HAS.search(question) else _MAN
        return _exchange(question, forms, subject="man")
    return _exchange_plural(question, words)


def _exchange_plural(question: str, words: set[str]) -> str | None:
    """Return `question` with "vi" for "I" or the other way round; None if it has both or none."""
    has_us = bool(words & _WE.keys())
    opens_with_in = _OPENS_WITH_IN.search(question) is not None  # the preposition
    has_you = bool(words & _YOU.keys()) or (_YOU_SUBJECT.search(question) is not None)
    if has_us == has_you or (has_you and opens_with_in):
        return None
    return _exchange(question, _WE if has_us else _YOU)


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _tells_own_case(question: str) -> bool:
    """Say whether a sentence that does not ask is about the asker."""
    told = [_words(part) for part in _SENTENCE_END.split(question.strip()) if part[-1:] != "?"]
    return any(words and words[0] not in _IMPERATIVES and _TELLERS & set(words) for words in told)


def _exchange(question: str, forms: Mapping[str, str], *, subject: str = "") -> str:
    """Return `question` with the words of `forms` exchanged.

    Args:
        question: To rewrite.
        forms: What each pronoun becomes.
        subject: The pronoun that a clause must hold for the others in it to point back at it:
            "Skal jeg spørge min leder" gives "sin", "Hvad skal min leder" gives "ens".
    """
    return "".join(_exchange_in(part, forms, subject) for part in _CLAUSE_END.split(question))


def _exchange_in(clause: str, forms: Mapping[str, str], subject: str) -> str:
    words = _words(clause)
    known = dict(forms)
    if "sig" in forms and subject not in words:
        known = {}  # it points back at another
    elif "sig" not in forms and subject in words:
        known |= {old: new for old, new in _POINTING_BACK.items() if old in forms}
    is_request = words[:1] and (words[0] in _IMPERATIVES or "du" in words)
    if is_request and "mig" in known:
        known["mig"] = "os"  # "Giv mig", "Kan du sige mig"

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        new = known.get(word) or known.get(word.lower())
        if new is None:
            return word
        return new[0].upper() + new[1:] if word[0].isupper() and word != "I" else new

    return _WORD.sub(replace, clause)
