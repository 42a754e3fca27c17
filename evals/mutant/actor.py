"""Have somebody else do what a sentence says."""

import re
from collections.abc import Iterator

from evals.mutant.clause import words_of
from evals.mutant.language import Actor, Language, chance
from evals.mutant.mutant import Truth

_WORD = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)*\b")
_SHOWN = 2


def change_actor(truth: Truth, language: Language) -> Iterator[str]:
    """Yield `truth` with somebody else in an actor's place.

    Nobody is put in whom the evidence names, by a synonym or as one of several.
    """
    rng = chance("actor", truth.sentence)
    named = _groups_in(truth.evidence.text, language)
    shut_out = named.union(*(group for group in language.overlaps if group & named))
    for match in _WORD.finditer(truth.sentence):
        form, ending = _form_of(match.group().lower(), language)
        actors = [a for a in language.actors if a.swapped_in and a.group not in shut_out]
        if form is not None:
            for other in rng.sample(actors, min(_SHOWN, len(actors))):
                yield _put(truth.sentence, match, other.forms[form] + ending)
        bodies = [body.form for body in language.bodies if body.group not in shut_out]
        if match.group().lower() in {body.form for body in language.bodies}:
            for other in rng.sample(bodies, min(_SHOWN, len(bodies))):
                yield _put(truth.sentence, match, other)


def names_actor(text: str, language: Language) -> bool:
    """Say whether `text` names a person or a body, or has a pronoun for one."""
    words = words_of(text)
    return bool(_groups_in(text, language)) or any(
        word in language.subject_pronouns for word in words
    )


def _form_of(word: str, language: Language) -> tuple[int | None, str]:
    """Return which form of an actor `word` is or ends in, and "s" if it is a genitive."""
    for bare, ending in ((word, ""), (word.removesuffix("s"), "s")):
        for actor in language.actors:
            for number, form in enumerate(actor.forms):
                if bare.endswith(form):
                    return number, ending
    return None, ""


def _groups_in(text: str, language: Language) -> set[str]:
    """Return the groups of everybody whom `text` names, in compounds and genitives too."""
    lower = text.lower()
    named = {actor.group for actor in language.actors if _is_named(actor, lower)}
    return named | {body.group for body in language.bodies if body.form[:-2] in lower}


def _is_named(actor: Actor, lower: str) -> bool:
    return any(re.search(rf"{form}s?\b", lower) for form in actor.forms)


def _put(sentence: str, match: re.Match[str], word: str) -> str:
    if match.group()[0].isupper():
        word = word[0].upper() + word[1:]
    return sentence[: match.start()] + word + sentence[match.end() :]
