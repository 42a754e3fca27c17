"""Take out of a text what tells who somebody is: CPR numbers, mail addresses, phone numbers.

In doubt it is taken out. A text is read through its *projection*: every digit, dash, dot and
at-sign in whatever form (full-width, superscript, ...) as the plain one, and without characters
that show nothing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ui.storage import texts

Span = tuple[int, int]
"""Where something begins and ends."""

_UNSEEN = frozenset({"Cf", "Mn", "Me", "Cc"})
"""Categories of characters that show nothing or sit on the one before."""

_LIKE = {"−": "-", "。": ".", "｡": ".", "․": ".", "·": "."}
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT_DAY = 60
"""Added to the day in the number of somebody who has no CPR number of their own."""

_LOCAL = r"[\w.!#$%&'*+/=?^`{|}~-]"
_MAIL = re.compile(
    rf"(?:\"[^\"\n]{{1,64}}\"|(?<!{_LOCAL}){_LOCAL}++)"
    r"(?:@[\w-]+(?:\.[\w-]+)*|\s{0,2}@\s{0,2}[\w-]+(?:\.[\w-]+)+|@\[[\da-fA-F.:]+\])"
)
_CPR = (
    re.compile(r"(\d{2})[ ./-]{0,2}(\d{2})[ ./-]{0,2}(?:18|19|20)?\d{2}[ ./-]{0,3}\d{4}(?!\d)"),
    re.compile(r"(\d{2})[ ./-]{0,2}(\d{2})[ ./-]{0,2}\d{2}[ ./-]{1,3}\d{2}[ -]\d{2}(?!\d)"),
)
_FIRST_DIGIT = re.compile(r"(?<!\d)\d")
_ABROAD = re.compile(r"(?:\+|(?<!\d)00)[ (]{0,2}\d(?:[ .()-]{0,2}\d){7,13}(?!\d)")
_PHONE = re.compile(
    r"[2-9]"  # no Danish number begins with 0 or 1
    r"(?:\d{7}|\d([ .-])\d{2}\1\d{2}\1\d{2}|\d{3}[ .-]\d{4}"
    r"|\d \d{3} \d{3}|\d{2} \d{2} \d{3}|\d{2} \d{3} \d{2})(?!\d)"
)
_YEARS = re.compile(r"(?:19|20)\d{2}[ -](?:19|20)\d{2}")


@dataclass(frozen=True)
class _Projection:
    """A text in plain characters.

    Attributes:
        text: The plain characters.
        places: Where each of them stands in the text itself.
    """

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a part of the projection stands in the text itself."""
        return self.places[start], self.places[end - 1] + 1


def redact(text: str) -> str:
    """Return `text` with Danish placeholders for what tells who somebody is.

    >>> redact("Jeg er 010190-1234, ring til 12 eller 22 33 44 55, skriv til ib@soro.dk")
    'Jeg er [cpr-nummer], ring til 12 eller [telefonnummer], skriv til [mailadresse]'
    """
    before = None
    while text != before:  # what stood beside something taken out may be an address of its own
        before = text
        for find, placeholder in _KINDS:
            text = _replace(text, find, placeholder)
    return text


def _replace(text: str, find: Callable[[str], Iterator[Span]], placeholder: str) -> str:
    projection = _project(text)
    kept, end = "", 0
    for found in sorted(find(projection.text)):
        start, stop = projection.span(*found)
        if start >= end:
            kept += text[end:start] + placeholder
        end = max(end, stop)
    return kept + text[end:]


def _project(text: str) -> _Projection:
    plain = [(_plain(character), at) for at, character in enumerate(text)]
    seen = [(character, at) for character, at in plain if character]
    return _Projection("".join(character for character, _ in seen), tuple(at for _, at in seen))


def _plain(character: str) -> str:
    """Return the plain character for one in another form; "" for one that shows nothing."""
    if character.isspace():
        return " "
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    if category == "Pd":
        return "-"
    folded = unicodedata.normalize("NFKC", character)
    return _LIKE.get(folded, folded if len(folded) == 1 else character)


def _find_mail(text: str) -> Iterator[Span]:
    return (match.span() for match in _MAIL.finditer(text))


def _find_cpr(text: str) -> Iterator[Span]:
    for first in _FIRST_DIGIT.finditer(text):
        for pattern in _CPR:
            match = pattern.match(text, first.start())
            if match is not None and _is_birthday(int(match[1]), int(match[2])):
                yield match.span()


def _is_birthday(day: int, month: int) -> bool:
    day = day - _REPLACEMENT_DAY if day > _REPLACEMENT_DAY else day
    return 1 <= month <= len(_LONGEST_MONTHS) and 1 <= day <= _LONGEST_MONTHS[month - 1]


def _find_phone(text: str) -> Iterator[Span]:
    yield from (match.span() for match in _ABROAD.finditer(text))
    for first in _FIRST_DIGIT.finditer(text):
        match = _PHONE.match(text, first.start())
        if match is not None and not _YEARS.fullmatch(match[0]):
            yield match.span()


_KINDS = ((_find_mail, texts.EMAIL), (_find_cpr, texts.CPR), (_find_phone, texts.PHONE))
"""What is looked for, and what it is replaced by; an address may hold a number."""
