"""Recognise what somebody in distress writes, before anything is searched for."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assistant.distress.lexicon import read_lexicon, reduce
from index.spelling import Speller

_SENTENCE_END = re.compile(r"[.?!;:\n]+")
_APOSTROPHE = re.compile(r"(?<=\w)['’`´](?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_MENDED = 3_000


class Distress(StrEnum):
    """What somebody is in distress about, the gravest first."""

    DANGER = "danger"
    VIOLENCE = "violence"
    WELLBEING = "wellbeing"


@dataclass(frozen=True)
class Plight:
    """What a text says of its writer.

    Attributes:
        kind: What the writer is in distress about.
        is_supposed: Whether violence is only supposed ("hvis en kollega mobber mig").
    """

    kind: Distress
    is_supposed: bool = False


def find_distress(text: str) -> Plight | None:
    """Return what `text` says that its writer is in distress about, or None.

    It is the writer who must be, or somebody of the writer's: "hvad står der om mobning?" is a
    question as any other. A bad time alone gives way to a question that comes with it. Misspelt
    words are mended where the text as it stands says nothing of the kind.

    >>> find_distress("Min leder slår mig").kind.value
    'violence'
    >>> find_distress("Det slår mig, at lederen er modig") is None
    True
    """
    return _find(text) or _find(_speller()(text[:_LONGEST_MENDED]))


def asks_for_help(text: str) -> bool:
    """Say whether `text` says no more than what one says when offered help.

    >>> asks_for_help("Hvad skal jeg gøre?"), asks_for_help("Hvad er mod?")
    (True, False)
    """
    phrases = read_lexicon().phrases["help"]
    sentences = _sentences(text)
    return bool(sentences) and all(phrases.fullmatch(sentence) for sentence in sentences)


def speaks_of_violence(text: str) -> bool:
    """Say whether `text` names violence, bullying or harassment at all.

    >>> speaks_of_violence("Vi accepterer ikke mobning."), speaks_of_violence("Mod er vigtigt.")
    (True, False)
    """
    matter = read_lexicon().phrases["matter"]
    return any(matter.search(sentence) for sentence in _sentences(text))


def _find(text: str) -> Plight | None:
    sentences = _sentences(text)
    for distress in Distress:
        pattern = read_lexicon().phrases[distress]
        found = [match for sentence in sentences if (match := pattern.search(sentence))]
        if found:
            return _weigh(distress, found, sentences)
    return None


def _weigh(distress: Distress, found: list[re.Match[str]], sentences: list[str]) -> Plight | None:
    if distress is Distress.WELLBEING:
        return None if _asks(sentences) else Plight(distress)
    is_violence = distress is Distress.VIOLENCE
    return Plight(distress, is_violence and all(_is_supposed(match) for match in found))


def _is_supposed(match: re.Match[str]) -> bool:
    """Say whether the sentence asks or supposes before it comes to what was found."""
    before = match.string[: match.end()]
    return read_lexicon().phrases["supposed"].search(before) is not None


def _asks(sentences: list[str]) -> bool:
    """Say whether something is asked besides what to do about it."""
    phrases = read_lexicon().phrases
    rests = (phrases["help"].sub("", sentence) for sentence in sentences)
    return any(phrases["question"].search(rest) for rest in rests)


def _sentences(text: str) -> list[str]:
    """Return the sentences of `text` as reduced words, a space after each."""
    parts = _SENTENCE_END.split(_APOSTROPHE.sub("", text))
    told = ("".join(f"{reduce(word)} " for word in _WORD.findall(part)) for part in parts)
    return [sentence for sentence in told if sentence]


@cache
def _speller() -> Speller:
    """Return what mends words against the lexicon's own."""
    return Speller(read_lexicon().words)
