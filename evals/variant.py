"""Rewrite a Danish question as other people would have written it, the same way every time."""

import random
import re
from enum import StrEnum

from assistant.question import is_english
from evals.pronoun import change_person
from index.language import fold
from index.training.noise import transliterate


class Variant(StrEnum):
    """One way to write a question otherwise."""

    ASCII = "ascii"
    TYPO = "typo"
    SPLIT = "split"
    BARE = "bare"
    LOWER = "lower"
    PERSON = "person"


_WORD = re.compile(r"[^\W\d_]+")
_OUTER_MARK = re.compile(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)")

_LONG_ENOUGH = 5
"""Letters of a word that gets a typing slip."""

_SHORTEST_PART = 4
"""Letters of either part of a compound that is written apart."""

_ENDING = re.compile(
    r"else|end|ing|skab|lig|g?ement|ment|ion|hed|ell|ette|dom|kere|r?en[es]|tene|age[rt]|æ[gt]"
)
"""How a part begins that is an ending, not a word, though a dictionary may hold it."""

_NO_FIRST_PARTS = frozenset({"besk", "form", "fors", "fort", "samt"})
"""Short words that the dictionary holds and that many longer ones begin with by chance."""

_BASIC = frozenset({"leder"})
"""What the dictionary takes for a form of another word ("led")."""

_KEYBOARD = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")


def vary(question: str, variant: Variant, *, seed: str) -> str | None:
    """Return `question` written as `variant`, or None where that leaves it as it is.

    Args:
        question: In Danish; compounds and pronouns of an English question are left alone.
        variant: What to change.
        seed: Decides which words change, the same way every time; a question's id.

    >>> vary("Hvad forventes af mig?", Variant.PERSON, seed="Q1")
    'Hvad forventes af en?'
    >>> vary("Hvad er mod?", Variant.ASCII, seed="Q1") is None
    True
    """
    rng = random.Random(f"{seed}.{variant.value}")  # noqa: S311  the same every time, no secret
    if variant is Variant.ASCII:
        changed: str | None = transliterate(question)
    elif variant is Variant.LOWER:
        changed = question.lower()
    elif variant is Variant.BARE:
        changed = " ".join(_OUTER_MARK.sub(" ", question).split())
    elif variant is Variant.TYPO:
        changed = _misspell(question, rng)
    elif is_english(fold(question)):
        changed = None
    else:
        is_split = variant is Variant.SPLIT
        changed = _split(question, rng) if is_split else change_person(question)
    return changed if changed and changed != question else None


def _misspell(question: str, rng: random.Random) -> str | None:
    """Return `question` with a typing slip in one or two long words."""
    words = [m for m in _WORD.finditer(question) if len(m.group()) >= _LONG_ENOUGH]
    if not words:
        return None
    chosen = rng.sample(words, min(rng.choice((1, 2)), len(words)))
    for match in sorted(chosen, key=lambda m: -m.start()):
        slipped = _slip(match.group(), rng)
        question = question[: match.start()] + slipped + question[match.end() :]
    return question


def _slip(word: str, rng: random.Random) -> str:
    """Return `word` with two letters swapped, or one dropped, doubled or hit beside its key."""
    at = rng.randrange(1, len(word) - 1)
    letter, after = word[at], word[at + 1]
    slips = [word[:at] + word[at + 1 :], word[: at + 1] + word[at:]]
    if letter != after:
        slips.append(word[:at] + after + letter + word[at + 2 :])
    beside = _beside(letter)
    if beside:
        slips.append(word[:at] + rng.choice(beside) + word[at + 1 :])
    return rng.choice(slips)


def _beside(letter: str) -> str:
    """Return the letters beside `letter` on a Danish keyboard.

    >>> _beside("l")
    'kæ'
    """
    for row in _KEYBOARD:
        at = row.find(letter.lower())
        if at >= 0:
            return row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    return ""


def _split(question: str, rng: random.Random) -> str | None:
    """Return `question` with one compound written apart, or None if it holds none."""
    found = [(m, at) for m in _WORD.finditer(question) if (at := _seam(m.group())) is not None]
    if not found:
        return None
    match, at = rng.choice(found)
    cut = match.start() + at
    return f"{question[:cut]} {question[cut:]}"


def _seam(word: str) -> int | None:
    """Return where `word` falls into two known words, or None if nowhere or one cannot tell.

    A linking s or e stays with the first part, as people write it. Where an s may as well open
    the second part ("skralde|spand", "skraldes|pand"), the word is left alone.

    >>> _seam("ledelsesgrundlaget"), _seam("hvordan"), _seam("skraldespand")
    (8, None, None)
    """
    lower = word.lower()
    places = range(_SHORTEST_PART, len(lower) - _SHORTEST_PART + 1)
    seams = [at for at in places if _is_last_part(lower[at:]) and _is_first_part(lower[:at])]
    if not seams:
        return None
    last = seams[-1]
    may_link = lower[last] == "s" and _is_word(lower[last + 1 :])
    return None if may_link or last - 1 in seams else last


def _is_last_part(part: str) -> bool:
    return not _ENDING.match(part) and _is_word(part)


def _is_first_part(part: str) -> bool:
    """Say whether `part` is a word's basic form, with or without a linking s or e."""
    if part in _NO_FIRST_PARTS:
        return False
    bare = part[:-1]
    return _is_basic(part) or (part[-1] in "se" and len(bare) >= _SHORTEST_PART and _is_basic(bare))


def _is_basic(text: str) -> bool:
    from simplemma import lemmatize

    return text in _BASIC or (_is_word(text) and lemmatize(text, lang="da") == text)


def _is_word(text: str) -> bool:
    from simplemma import is_known  # the dictionary takes a second to load

    return bool(is_known(text, lang="da"))
