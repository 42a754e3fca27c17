"""Leave out what a sentence is limited by, or overstate it."""

import re
from collections.abc import Iterator

from evals.mutant.clause import find_verb, next_word, words_of
from evals.mutant.language import Language
from evals.mutant.mutant import Truth

_CLAUSE = r"[^,;:]*(?:,\d[^,;:]*)*"
_RELATIVE = r"(?:der|som)"
_ONLY = "kun"
_JOINING = frozenset({"og", "eller", "men"})


def drop_qualifiers(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` without a condition, restriction or limit, so that it says more than is true.

    A limit is dropped from what is allowed, never from a duty: "skal handle" follows from "skal
    handle inden for to dage", but "kan arbejde hjemme" not from "kan arbejde hjemme to dage".
    """
    sentence = truth.sentence
    yield from _drop_conditions(sentence, language)
    yield from _drop_opening(sentence, language)
    yield from _replace_hedges(sentence, language)
    if _binds_or_allows(sentence, language):
        yield from _drop_narrowing(sentence, language)
    if _allows(sentence, language):
        yield from _drop_limits(sentence, language)


def _drop_conditions(sentence: str, language: Language) -> Iterator[str]:
    """Yield the sentence cut off before its condition, as it is and made general."""
    match = re.search(rf",\s(?:{_conditions(language)})\b", sentence)
    verb = find_verb(sentence, language)
    if match is None or verb is None or verb.start > match.start():
        return
    kept = sentence[: match.start()]
    if words_of(kept)[-1] in _JOINING:
        return
    yield f"{kept}."
    for overclaim in language.overclaims:
        yield f"{kept} {overclaim}."


def _drop_opening(sentence: str, language: Language) -> Iterator[str]:
    """Yield the main clause alone, its subject first, where that is one word."""
    match = re.match(rf"(\w+)\b{_CLAUSE},\s(\w+)\s(\w+)\b", sentence)
    if match is None:
        return
    opening, verb, subject = match.groups()
    is_condition = re.fullmatch(_conditions(language), opening, re.IGNORECASE)
    is_subject = subject in language.subject_pronouns or re.fullmatch(r"\w{3,}(?:en|ne)", subject)
    if (
        (is_condition or opening.lower() in language.verbs)
        and verb in language.verbs
        and is_subject
    ):
        start = f"{subject[0].upper()}{subject[1:]} {verb}"
        yield f"{start}{sentence[match.end() :]}"
        yield f"{start} altid{sentence[match.end() :]}"


def _replace_hedges(sentence: str, language: Language) -> Iterator[str]:
    if _ONLY in words_of(sentence):
        return
    for hedge, others in language.hedges.items():
        for match in re.finditer(rf"\b{hedge}\b (?=\w)", sentence):
            for other in others:
                shown = f"{other} " if other else ""
                yield sentence[: match.start()] + shown + sentence[match.end() :]


def _drop_narrowing(sentence: str, language: Language) -> Iterator[str]:
    """Yield the sentence without the clause that says which of them is meant."""
    openers = "|".join(language.restricted)
    noun = rf"\b(?:{openers})(?:\s\w+){{0,2}}"
    clause = rf",\s{_RELATIVE}\b{_CLAUSE}"
    for match in re.finditer(rf"{noun}({clause}(?:,\sog{clause[1:]})?)(?=[,.])", sentence, re.I):
        rest = sentence[match.end() :]
        following = next_word(rest, 0)
        if rest == "." or (following and following.group() in language.verbs):
            yield sentence[: match.start(1)] + rest.removeprefix(",")


def _drop_limits(sentence: str, language: Language) -> Iterator[str]:
    for limit in language.limits:
        ending = rf"(?=\.$|,\s(?:{_conditions(language)})\b)"
        for match in re.finditer(rf"\s{limit}\b{_CLAUSE}{ending}", sentence):
            rest = sentence[: match.start()] + sentence[match.end() :]
            if find_verb(rest, language) is not None:
                yield rest


def _conditions(language: Language) -> str:
    return "|".join(word for word in language.conditionals if not re.fullmatch(_RELATIVE, word))


def _allows(sentence: str, language: Language) -> bool:
    words = set(words_of(sentence))
    if words & (language.negations - {"uden"}) or _ONLY in words:
        return False
    return any(re.search(rf"\b{word}\b", sentence) for word in language.permissions)


def _binds_or_allows(sentence: str, language: Language) -> bool:
    """Say whether the main verb says what somebody may or must do."""
    verb = find_verb(sentence, language)
    return verb is not None and sentence[verb.start : verb.end] in language.modal_swaps
