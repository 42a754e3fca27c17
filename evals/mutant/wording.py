"""Turn what a sentence says round: negation and modality."""

import re
from collections.abc import Iterator

from evals.mutant.actor import names_actor
from evals.mutant.clause import Verb, find_verb, next_word, words_of
from evals.mutant.language import Language
from evals.mutant.mutant import Truth

_NOT = re.compile(r"(?<!men )\bikke\s+")
_TO = re.compile(r"\bat$")
_THAT_SOMEBODY = re.compile(r"\bat \w+$")
_INFINITIVE = re.compile(r"\w{2,}e|få|gå|se|stå|ske|nå")
_DEFINITE = re.compile(r"\w+(?:en|et|ne)")


def change_negation(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` with its negation taken out, or with one put in if it has none."""
    words = words_of(truth.sentence)
    found = [word for word in words if word in language.negations]
    if len(found) == 1:
        yield from _affirm(truth.sentence, language)
    elif not found and "kun" not in words:
        yield from _negate(truth, language)


def change_modality(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` with more or less leave or duty than it gives."""
    sentence = truth.sentence
    verb = find_verb(sentence, language)
    if verb is None:
        return
    swaps = [
        (modal, other)
        for modal, others in language.modal_swaps.items()
        if _has_modal(sentence, verb, modal, language)
        for other in others
        if not (verb.is_inverted and " " in other)  # its subject would stand between
    ]
    phrases = [
        (modal, other)
        for modal, others in language.modal_phrases.items()
        if _takes_phrase(sentence, verb, modal, language)
        for other in others
    ]
    for modal, other in [*swaps, *phrases]:
        yield sentence[: verb.start] + other + sentence[verb.start + len(modal) :]


def _has_modal(sentence: str, verb: Verb, modal: str, language: Language) -> bool:
    """Say whether the verb is `modal`, and no negation or bound would turn the change round."""
    if not re.match(rf"{modal}\b", sentence[verb.start :]):
        return False
    following = next_word(sentence, verb.start + len(modal))
    is_bound = following is not None and following.group() in language.bounds
    negations = {word for word in words_of(sentence) if word in language.negations}
    return not is_bound and (not negations or "ikke" in modal)


def _takes_phrase(sentence: str, verb: Verb, modal: str, language: Language) -> bool:
    """Say whether somebody is the subject and, after a single verb, an infinitive follows."""
    if not _has_modal(sentence, verb, modal, language) or verb.is_inverted:
        return False
    if not names_actor(sentence[: verb.start], language):
        return False
    following = next_word(sentence, verb.start + len(modal))
    return " " in modal or (
        following is not None
        and following.group() not in language.no_negation_before
        and _INFINITIVE.fullmatch(following.group()) is not None
    )


def _negate(truth: Truth, language: Language) -> Iterator[str]:
    if truth.item and _TO.search(truth.lead_in):
        yield f"{_TO.sub('ikke at', truth.lead_in)} {truth.item}."
    elif truth.item and _THAT_SOMEBODY.search(truth.lead_in):
        yield f"{truth.lead_in} ikke {truth.item}."
    verb = find_verb(truth.sentence, language)
    at = _place_for_not(truth.sentence, verb, language) if verb else None
    if at is not None:
        yield f"{truth.sentence[:at]} ikke{truth.sentence[at:]}"


def _place_for_not(sentence: str, verb: Verb, language: Language) -> int | None:
    """Return where "ikke" goes: after the verb, and after a subject that follows it."""
    at = verb.end
    following = next_word(sentence, at)
    word = following.group() if following else ""
    is_subject = word in language.subject_pronouns or _DEFINITE.fullmatch(word) is not None
    if verb.is_inverted and not is_subject:
        return None
    if following and (verb.is_inverted or word in language.object_pronouns):
        at = following.end()
        following = next_word(sentence, at)
    return None if following and following.group() in language.no_negation_before else at


def _affirm(sentence: str, language: Language) -> Iterator[str]:
    match = _NOT.search(sentence)
    following = next_word(sentence, match.end()) if match else None
    if match and following and following.group() not in language.fixed_after_negation:
        yield sentence[: match.start()] + sentence[match.end() :]
    for negation, opposite in language.negation_swaps.items():
        swapped = re.sub(rf"\b{negation}\b", opposite, sentence, flags=re.IGNORECASE)
        if swapped != sentence:
            yield swapped[0].upper() + swapped[1:]
