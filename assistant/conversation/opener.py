"""What a question opens with before it asks: thanks, a change of subject, a way back."""

import re
from dataclasses import dataclass

_MOST_OPENERS = 4
_ACKNOWLEDGED = re.compile(
    r"^(?:nå|naa|okay|ok|oki|godt|fint|super|(?:mange |tusind )?tak(?: for (?:det|svaret|hjælpen))?"
    r"|perfekt|fedt|interessant|spændende|aha|ah|åh|hm+|hov|ja|jo|nej|javel|forstået|cool|hej|hejsa"
    r"|alletiders|dejligt|glimrende|undskyld|vent|det giver mening|det forstår jeg|godt så)"
    r"(?:\s*[.!,;:–-]+\s*|\s+(?=(?:og|men|så|hvad|hvor\w*|hvem|hvilke\w*|kan|er|jeg|skal|må)\b))"
    r"(?=\S)",
    re.IGNORECASE,
)
_LINKS = re.compile(r"^(?:men|så|altså|jamen|nu)\s+(?=\w)(?!(?:med|hvis)\b)", re.IGNORECASE)
_NEW_SUBJECT = re.compile(
    r"^(?:og\s+|nu\s+|til\s+|så\s+)*(?:noget\s+(?:helt\s+)?(?:andet|nyt)"
    r"|(?:et\s+)?(?:helt\s+)?(?:nyt|andet)\s+(?:spørgsmål|emne)|skift(?:er)?\s+(?:af\s+)?emne"
    r"|(?:jeg\s+)?(?:vil\s+gerne\s+)?skifter?\s+emne|emneskift|(?:en\s+)?anden\s+ting|forresten"
    r"|for\s+resten"
    r"|i\s+øvrigt|et\s+(?:sidste\s+)?spørgsmål\s+(?:mere|til))\s*(?:[:,.!–-]+\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^(?:(?:lad\s+os\s+|jeg\s+vil\s+gerne\s+)?(?:lige\s+)?(?:gå\s+|vende\s+"
    r"|hoppe\s+)?tilbage\s+til|jeg\s+vender"
    r"\s+tilbage\s+til)\s+(?P<what>[^:,.?!–]{1,80})\s*[:,.?!–]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^(?:nej\W+)?(?:(?:men\s+)?(?:det\s+var\s+ikke\s+det\W+)?(?:jeg\s+(?:mente|mener"
    r"|spurgte\s+(?:jo\s+)?om"
    r"|spørger\s+om|tænkte\s+(?:mere\s+)?på|ville\s+(?:gerne\s+)?vide(?:\s+noget\s+om)?)))"
    r"\s*(?:altså\s+|nu\s+|bare\s+)?[,:]?\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Opened:
    """A question without what it opens with.

    Attributes:
        rest: What it asks; all of it where it opens with nothing.
        is_new: Whether it says that it leaves the subject.
        back_to: What it says that it returns to ("det første"), or "".
        is_correction: Whether it says what the last question should have been.
    """

    rest: str
    is_new: bool = False
    back_to: str = ""
    is_correction: bool = False


def open_question(text: str) -> Opened:
    """Return `text` without its opening words.

    >>> open_question("Nå. Noget helt andet: hvad er mod?")
    Opened(rest='Hvad er mod?', is_new=True, back_to='', is_correction=False)
    """
    rest, is_new = text, False
    for _ in range(_MOST_OPENERS):
        meant = _MEANT.match(rest)
        if meant:
            return Opened(meant["rest"], is_correction=True)
        back = _BACK.match(rest)
        if back:
            return Opened(capitalise(back["rest"]), back_to=back["what"].strip())
        fresh = _NEW_SUBJECT.match(rest)
        is_new = is_new or fresh is not None
        match = fresh or _ACKNOWLEDGED.match(rest) or (_LINKS.match(rest) if rest != text else None)
        if match is None:
            break
        rest = rest[match.end() :]
    return Opened(capitalise(rest) if rest != text else text, is_new=is_new)


def capitalise(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]
