"""What a question is about, as a phrase that the next question can be asked of."""

import re

_END = (
    r"(?=\s*(?:[?.!,;:]|$|\s(?:egentlig|for noget|i praksis|her hos|hos (?:os|jer|dem)"
    r"|som leder|som medarbejder|ifølge|så)\b))"
)
_LONGEST = 7
_LONGEST_QUESTION = 300
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bforskel\w*\s+(?:på|paa|mellem|imellem)\s+(?P<subject>.+?)" + _END,
        r"\bnår\s+det\s+gælder\s+(?P<subject>.+?)(?=[?.!]|$)",
        r"\bi\s+forhold\s+til\s+(?P<subject>.+?)" + _END,
        r"^hvorfor\s+er\s+det\s+\w+\s+med\s+(?P<subject>.+?)" + _END,
        r"^(?:så\s+)?hvad\s+(?:er|betyder|dækker|kendetegner|indebærer|omfatter|kræver"
        r"|vil)\s+(?:ordet\s+|begrebet\s+)?"
        r"(?P<subject>(?!(?:det|der|min|mit|mine|en|et|jeg)\b).+?)(?:\s+(?:over|omsat\s+til\s.*"
        r"|for\s+\w+|af))?" + _END,
        r"\b(?:menes\s+der|mener\s+(?:i|man|de)|forstås\s+der|forstår\s+(?:i"
        r"|man))\s+(?:egentlig\s+)?(?:med|ved)\s+(?P<subject>.+?)" + _END,
        r"\bmenes\s+(?:med|ved)\s+(?P<subject>.+?)" + _END,
        r"^hvad\s+(?:går|består|handler)\s+(?P<subject>.+?)\s+(?:ud\s+på|af|om)" + _END,
        r"\b(?:står|siger|siges|skriver|skrives|nævnes|nævner|fortæl|fortælles"
        r"|mere)\b[^?.!]*?\bom\s+(?P<subject>.+?)" + _END,
        r"\b(?:under|ved)\s+(?P<subject>(?!siden\b).+?)" + _END,
        r"^(?:hvordan|hvorfor)\s+(?:viser|udvikler|skaber|styrker|sikrer|bruger|opdyrker"
        r"|får)\s+(?:jeg|man|vi)\s+"
        r"(?:så\s+|min\s+|sin\s+|sit\s+|mere\s+)?(?P<subject>.+?)" + _END,
        r"^(?:hvilke|hvor\s+mange)\s+(?P<subject>(?:\S+\s+){0,2}?\S+)\s+(?:er|har|findes|stilles"
        r"|gælder|hører"
        r"|handler|nævnes|skal|kan|består|arbejder|bruger|ligger)\b",
    )
)
_LEADING = re.compile(
    r"^(?:så|egentlig|der|nu|præcis|helt|en|et|de\s+(?:to|tre|fire|fem|seks)|to|tre|fire|fem"
    r"|afsnittet|punktet)\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:det|den|de|dem|dette|denne|disse|der|jeg|vi|man|i|du|mig|os|han|hun|begge|noget|her"
    r"|sig)\b"
    r"(?!\s+\w+e\b)",
    re.IGNORECASE,
)


def subject_of(question: str) -> str:
    """Return the noun phrase that `question` is about, or "" if its form does not show it.

    >>> subject_of("Hvad menes der egentlig med det kolde vand?")
    'det kolde vand'
    >>> subject_of("Hvorfor er det vigtigt?")
    ''
    """
    if len(question) > _LONGEST_QUESTION:
        return ""
    for pattern in _PATTERNS:
        match = pattern.search(question.strip())
        if match is None:
            continue
        subject = _LEADING.sub("", match["subject"].strip(" \"'»«”“"))
        if subject and not _PRONOUN.match(subject) and len(subject.split()) <= _LONGEST:
            return subject
    return ""
