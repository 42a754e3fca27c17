"""A question with its subject masked: what is asked for, and whether it is known.

"Hvor ofte skal lederen evalueres?" of a document that knows "leder" but not "evaluere" becomes
"hvor UNKNOWN ofte skal BEST UNKNOWN evalueres". What is learnt from such frames holds for any
document.
"""

import re
from collections.abc import Collection, Sequence

from assistant.question import Question
from corpus.document import Passage
from index.language import fold
from index.vocabulary import Vocabulary

_WORD = re.compile(r"[a-z0-9]+")
_LOOKED_AT = 3
_BEST, _NEAR, _WRITTEN, _UNKNOWN = "BEST", "NEAR", "WRITTEN", "UNKNOWN"

_KINDS = {
    "COUNT": r"\b(hvor (mange|meget|stor\w*|hoej\w*|langt?)|antal\w*|procent\w*|how (many|much))\b",
    "TIMES": r"\b(hvor (tit|ofte|hyppigt|laenge|lang tid|hurtigt)|how (often|long))\b",
    "DATE": r"\b(hvornaar|hvilke[nt]? (aar|dato|maaned|dag|uge)|frist\w*|deadline|when)\b",
    "NAME": r"\b(hvem|hvad hedder|who|navn\w*)\b",
}
_HELD = {
    "COUNT": r"\d|\b(to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|halv\w*|hundrede|tusind)\b",
    "TIMES": (
        r"\b(hver|aarlig\w*|maanedlig\w*|ugentlig\w*|daglig\w*|gange?|hyppig\w*|loebende|altid"
        r"|jaevnlig\w*|jaevne|dage?|uger?|maaneder?|aar|timer?)\b"
    ),
    "DATE": (
        r"\b((1[89]|20)\d\d|januar|februar|marts|april|maj|juni|juli|august|september|oktober"
        r"|november|december|mandag|tirsdag|onsdag|torsdag|fredag|uge \d+|\d+\. \w+)\b"
    ),
    "NAME": r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøå]+",
}
_ASKED = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_STATED = {name: re.compile(pattern) for name, pattern in _HELD.items()}


def mask(
    question: Question,
    passages: Sequence[Passage],
    vocabulary: Vocabulary,
    *,
    without: Collection[str] = (),
) -> str:
    """Return `question` with what it is about masked.

    A word that the best passage holds, that the best three hold, or that stands elsewhere in the
    documents is only marked as such; one that the documents do not know is marked and kept. At
    the end stands whether the best passage states the kind of thing that is asked for.

    Args:
        question: Understood.
        passages: What was found, best first.
        vocabulary: Which words each passage knows.
        without: Texts to act as if they were not there, for training questions.
    """
    held = [vocabulary.held(passage.id, without=without) for passage in passages[:_LOOKED_AT]]
    best = held[0] if held else frozenset[str]()
    near = frozenset[str]().union(*held)
    subject = set(question.subject)
    folded = fold(question.text)
    masked: list[str] = []
    for word in _WORD.findall(folded):
        lemma = vocabulary.lemma(word)
        if word not in subject:
            masked.append(word)
        elif lemma in best:
            masked.append(_BEST)
        elif lemma in near:
            masked.append(_NEAR)
        elif lemma in vocabulary.written:
            masked.append(_WRITTEN)
        else:
            masked += [_UNKNOWN, word]
    return " ".join([*masked, *_asked(folded, passages[:1])])


def _asked(folded: str, best: Sequence[Passage]) -> list[str]:
    """Return which kinds of thing are asked for, and whether the best passage states them."""
    text = best[0].plain if best else ""
    return [
        f"{name}{'STATED' if _states(name, text) else 'MISSING'}"
        for name, pattern in _ASKED.items()
        if pattern.search(folded)
    ]


def _states(name: str, text: str) -> bool:
    return _STATED[name].search(text if name == "NAME" else fold(text)) is not None
