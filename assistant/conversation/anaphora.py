"""Words that point back: which of a question's "det", "den" and "de" stand for something said."""

import re

from assistant import lexicon, texts
from assistant.conversation import wording
from assistant.conversation.opener import capitalise
from index.language import fold

_ANAPHOR = re.compile(
    r"\b(?P<word>det|den|de|dem|dette|denne|disse|dens|dets|deres|begge(?: to| dele)?|derfor|dertil"
    r"|dermed|sådan|den slags|heraf|det her|det der)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\bdet\s+(?:(?:\w+\s+){0,3}?at\s|for\s+e[nt]\b|,\s*(?:der|som|at|man|vi|jeg)\b"
    r"|hele\s+taget)|\bsige\s+at\b"
    r"|\bhar\s+det\s+(?:godt|skidt)|\b(?:det|den|de)\s+her\s+\w{3,}",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"^\s+(?P<next>[\w-]+)(?P<after>\s+[\w-]+)?")
_LINK = re.compile(r"^(?:og|men)\s+(?=\w)", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:vil|skal|kan|må|bør|ville|skulle|kunne|måtte|burde|blev|bliver)\s+$", re.IGNORECASE
)
_ORDINAL_LIKE = re.compile(
    r"^(?:anden|andet|andre|første|sidste|næste|samme|slags|form|måde|type)$"
)
_PREPOSITIONS = "om|af|på|til|i|med|for|ved|under|over|hos|fra|mod|mellem|uden|bag"
_OBJECT = re.compile(
    rf"\b(?P<before>(?:{_PREPOSITIONS})\s+)(?P<word>det|den|dem|dette|denne|disse|begge)\b"
    r"(?=\s*(?:[?.!,]|$|\s(?:i|på|hos|som|når|hvis|så|egentlig|her|også|og)\b))",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b(?P<word>den|dem|dette|denne|disse|begge)\b(?=\s*[?.!,]|\s+\w+|$)", re.IGNORECASE
)
_AFTER_VERB = re.compile(
    r"\b(?:vil|skal|kan|må|bør|ville|skulle|kunne|burde|gælder|bliver|blev|virker|fungerer"
    r"|kommer|kom|stammer"
    r"|gik|foregår|hænger|handler|indebærer|betyder|kræver)\s+(?P<word>det|de)\b",
    re.IGNORECASE,
)
_DIRECT_OBJECT = re.compile(
    r"(?<!gør )(?<!gøre )\b(?:jeg|man|vi|du|i|lederen|ledere)\s+(?P<word>det)(?=\s*[?.!,]|$)",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"^(?P<whole>(?:hvorfor|hvordan|hvornår)\s+er\s+det\s+(?:så\s+)?(?:vigtigt|nødvendigt|godt"
    r"|svært"
    r"|relevant|centralt|afgørende|smart|en\s+fordel))\s*[?.!]*$",
    re.IGNORECASE,
)


def find_anaphor(question: str) -> str:
    """Return the first word of `question` that points back, or "".

    >>> find_anaphor("Hvad betyder den for lederen?"), find_anaphor("Hvad er det kolde vand?")
    ('den', '')
    """
    plain = _EXPLETIVE.sub(" ", question)
    for match in _ANAPHOR.finditer(plain):
        if not _is_determiner(match, plain):
            return match["word"].lower()
    return ""


def put_in(question: str, subject: str) -> str:
    """Return `question` with `subject` where it points back, or named at its end.

    >>> put_in("Hvad består den af?", "social kapital")
    'Hvad består social kapital af?'
    >>> put_in("Hvorfor er det vigtigt?", "mod")
    'Hvorfor er det vigtigt med mod?'
    """
    bare = capitalise(_LINK.sub("", question.strip().rstrip(" ?.!")))
    if not subject or fold(subject) in fold(bare):
        return f"{bare}?"
    if fold(bare) in {"hvorfor", "hvorfor det", "hvorfor dog"}:
        return texts.ASK_REASON.format(subject=subject)
    judged = _JUDGED.match(question.strip())
    if judged:
        return texts.ASK_IMPORTANT.format(question=judged["whole"], subject=subject)
    for pattern in (_OBJECT, _PLAIN, _AFTER_VERB, _DIRECT_OBJECT):
        for match in pattern.finditer(bare):
            if not _is_determiner(match, bare, is_strict=True):
                start, end = match.span("word")
                return f"{bare[:start]}{subject}{bare[end:]}?"
    phrase = texts.ASK_FIRST_REGARDING if "," in bare else texts.ASK_REGARDING
    return phrase.format(question=bare, subject=subject)


def _is_determiner(match: re.Match[str], question: str, *, is_strict: bool = False) -> bool:
    """Say whether the word belongs to what follows: "det kolde vand", "de ansatte".

    Args:
        match: Of the word.
        question: That it stands in.
        is_strict: Whether "den anden side" is such a phrase; it points back all the same.
    """
    word = match["word"].lower()
    following = _FOLLOWING.match(question[match.end("word") :])
    if following is None or word not in {"det", "den", "de", "denne", "dette", "disse"}:
        return False
    after = following["next"].lower()
    if _ORDINAL_LIKE.match(after):
        return is_strict and following["after"] is not None
    if _MODAL.search(question[: match.start("word")]):
        return False
    if fold(after) in lexicon.FRAME_WORDS or fold(after) in wording.GENERIC:
        return False
    return after.endswith("e") or word in {"de", "denne", "disse"}
