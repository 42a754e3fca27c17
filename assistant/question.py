"""Understand what a question asks for: its kind, its asker's side, its language, its subject."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant import lexicon
from assistant.errors import QuestionInvalidError, RoleUnknownError
from index.language import fold

LONGEST_QUESTION = 20_000
"""Code points; a longer question is refused rather than read in part."""

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.?!])")
_LONGEST_COMPARISON = 300
_COMPARED = re.compile(
    r"(?:forskel(?:len|le)?|ligheder(?:ne)?|differences?)\s+(?:er der\s+)?(?:paa|mellem|imellem"
    r"|i|between)\s+(?P<a>.+?)\s+(?:og|and)\s+(?P<b>.+)"
    r"|(?:sammenlign\w*|compare)\s+(?P<c>.+?)\s+(?:og|med|and|with|to)\s+(?P<d>.+)"
    r"|^(?P<e>.+?)\s+(?:kontra|versus|vs\.?)\s+(?P<f>.+)"
    r"|(?:adskiller)\s+(?P<g>.+?)\s+sig\s+fra\s+(?P<h>.+)",
)


class Role(StrEnum):
    """Who asks."""

    LEADER = "leder"
    EMPLOYEE = "medarbejder"
    HR = "hr"


class QuestionKind(StrEnum):
    """What shape of answer a question asks for."""

    EXPECTATION = "expectation"
    LIST = "list"
    COUNT = "count"
    COMPARISON = "comparison"
    DEFINITION = "definition"
    WHERE_STATED = "where_stated"
    WHO = "who"
    WHEN = "when"
    WHY = "why"
    OTHER = "other"


@dataclass(frozen=True)
class Question:
    """A question, understood.

    Attributes:
        text: As asked, without control characters.
        kind: What shape of answer it asks for.
        role: Who asks, if known.
        subject: Its folded words that say what it is about, in order.
        is_english: Whether it is in English.
        is_broad: Whether it asks for a leader's duties in general, of no subject in particular.
        expects: Whether it asks what somebody must do, of whatever subject.
        wants_number: Whether it asks for an amount, a length of time or how often.
        is_wide: Whether it asks for all that is said, wherever it stands.
        from_employee: Whether it looks at a leader's duties from the employee's side.
        own_duty: Whether an employee asks what is expected of the employee.
        sides: The two things compared, folded; else empty.
        topic: What stands after "i forhold til", "står der om" and the like, folded; else "".
        number: The number of things asked for ("de tre ..."), or None.
    """

    text: str
    kind: QuestionKind
    role: Role | None
    subject: tuple[str, ...]
    is_english: bool
    is_broad: bool
    expects: bool
    wants_number: bool
    is_wide: bool
    from_employee: bool
    own_duty: bool
    sides: tuple[str, ...] = ()
    number: int | None = None
    topic: str = ""


def clean_question(text: str) -> str:
    """Return `text` on one line without control characters.

    Raises:
        QuestionInvalidError: If nothing to read is left, or it is too long.
    """
    if len(text) > LONGEST_QUESTION:
        raise QuestionInvalidError("question_too_long", limit=str(LONGEST_QUESTION))
    if any(0xD800 <= ord(char) <= 0xDFFF for char in text):  # noqa: PLR2004  lone surrogates
        raise QuestionInvalidError("question_not_text")
    cleaned = " ".join(_CONTROL.sub(" ", text).split())
    if not cleaned:
        raise QuestionInvalidError("question_empty")
    return cleaned


def is_readable(text: str) -> bool:
    """Say whether `text` holds a word.

    >>> is_readable("mod?"), is_readable("?!")
    (True, False)
    """
    return _WORD.search(text) is not None


def parse_role(name: str | None) -> Role | None:
    """Return the role called `name`, in any case; None and "" give None.

    Raises:
        RoleUnknownError: If there is no such role.
    """
    if not name:
        return None
    try:
        return Role(name.strip().lower())
    except ValueError as error:
        allowed = ", ".join(role.value for role in Role)
        raise RoleUnknownError(name=name, allowed=allowed) from error


def understand(
    text: str, role: Role | None = None, *, ignored: frozenset[str] = frozenset()
) -> Question:
    """Return the question that `text` asks.

    Args:
        text: A question that stands alone.
        role: Who asks, if known.
        ignored: Folded words that name the document or its owner: no question's subject.

    >>> understand("Hvor mange punkter er der under mod?").kind.value
    'count'
    >>> understand("Hvad forventes af mig som leder?").is_broad
    True
    >>> understand("Hvad er forskellen på mod og tillid?").sides
    ('mod', 'tillid')
    """
    folded = fold(text)
    asking = _asking_part(folded)
    subject = _subject(folded, ignored)
    sides = _compared(asking)
    expects = lexicon.EXPECTATION_REQUEST.search(asking) is not None
    own_duty = _asks_own_duty(asking, role)
    asks_duties = expects or lexicon.DUTY_REQUEST.search(asking) is not None
    is_general = set(_subject(asking, ignored)) <= lexicon.EXPECTATION_WORDS
    is_broad = asks_duties and is_general and not own_duty
    kind = QuestionKind.COMPARISON if sides else _kind(asking, is_broad=is_broad)
    if kind is QuestionKind.WHERE_STATED:
        subject = _subject(asking.split(",")[0], ignored) or subject
    return Question(
        text=text,
        kind=kind,
        role=role,
        subject=subject,
        is_english=is_english(folded),
        is_broad=is_broad,
        expects=expects,
        wants_number=lexicon.NUMBER_REQUEST.search(asking) is not None,
        is_wide=lexicon.WIDE_REQUEST.search(asking) is not None,
        from_employee=not own_duty and _from_employee(folded, role),
        own_duty=own_duty,
        sides=sides,
        number=_number(folded),
        topic=_topic(asking),
    )


def is_english(folded: str) -> bool:
    """Say whether folded text has more English than Danish function words.

    >>> is_english("what is expected of me"), is_english("hvad er mod")
    (True, False)
    """
    found = _WORD.findall(folded)
    english = sum(word in lexicon.ENGLISH_WORDS for word in found)
    danish = sum(word in lexicon.DANISH_WORDS for word in found)
    return english > danish


def _subject(folded: str, ignored: frozenset[str]) -> tuple[str, ...]:
    words = _WORD.findall(folded)
    return tuple(w for w in words if w not in lexicon.FRAME_WORDS and w not in ignored)


def _asking_part(folded: str) -> str:
    """Return the last sentence that ends in a question mark, else all of it."""
    sentences = [part for part in _SENTENCE_END.split(folded) if _WORD.search(part)]
    asked = [part for part in sentences if part.endswith("?")]
    return asked[-1].strip() if asked else folded


def _kind(asking: str, *, is_broad: bool) -> QuestionKind:
    """Return the kind whose words come first in the question."""
    if is_broad and lexicon.COUNT_REQUEST.search(asking) is None:
        return QuestionKind.EXPECTATION
    patterns = (
        (lexicon.COUNT_REQUEST, QuestionKind.COUNT),
        (lexicon.WHERE_STATED_REQUEST, QuestionKind.WHERE_STATED),
        (lexicon.WHY_REQUEST, QuestionKind.WHY),
        (lexicon.DEFINITION_REQUEST, QuestionKind.DEFINITION),
        (lexicon.WHEN_REQUEST, QuestionKind.WHEN),
        (lexicon.WHO_REQUEST, QuestionKind.WHO),
        (lexicon.LIST_REQUEST, QuestionKind.LIST),
    )
    matches = [(pattern.search(asking), kind) for pattern, kind in patterns]
    found = [(match.start(), kind) for match, kind in matches if match is not None]
    return min(found, key=lambda entry: entry[0])[1] if found else QuestionKind.OTHER


def _compared(folded: str) -> tuple[str, ...]:
    if len(folded) > _LONGEST_COMPARISON:
        return ()
    match = _COMPARED.search(folded.rstrip(" ?.!"))
    if match is None:
        return ()
    groups = [side.strip(" ,\"'") for side in match.groups() if side]
    return tuple(groups) if len(groups) == 2 else ()  # noqa: PLR2004  a comparison has two sides


def _from_employee(folded: str, role: Role | None) -> bool:
    if lexicon.LEADER_SIDE.search(folded):
        return False
    return role is Role.EMPLOYEE or any(
        pattern.search(folded) for pattern in (lexicon.EMPLOYEE_SIDE, lexicon.AS_EMPLOYEE)
    )


def _asks_own_duty(asking: str, role: Role | None) -> bool:
    is_employee = role is Role.EMPLOYEE or lexicon.AS_EMPLOYEE.search(asking) is not None
    if not is_employee or lexicon.EMPLOYEE_SIDE.search(asking):
        return False
    return lexicon.OWN_DUTY.search(asking) is not None


def _topic(asking: str) -> str:
    match = lexicon.TOPIC.search(asking)
    return match.group("topic").strip() if match else ""


def _number(folded: str) -> int | None:
    found = [lexicon.NUMBER_WORDS[word] for word in folded.split() if word in lexicon.NUMBER_WORDS]
    return found[0] if found else None
