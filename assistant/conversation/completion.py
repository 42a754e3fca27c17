"""Complete what a turn leaves out, from where the last answer stands."""

import re
from dataclasses import replace

from assistant.conversation.move import Contextualised, Move
from assistant.conversation.situation import Situation
from index.language import fold, words

_DEFINITE = re.compile(r"^(?:det|den|de)\s+(?P<adjective>[^\W\d_]+)$", re.IGNORECASE)
_PRONOUNS = frozenset({"den", "det", "dem", "de", "dette", "denne"})


def complete(phrase: str, situation: Situation) -> str:
    """Return a phrase with the noun it leaves out ("det varme"), or what its pronoun stands for."""
    bare = phrase.strip()
    if fold(bare) in _PRONOUNS:
        return situation.subject or bare
    match = _DEFINITE.match(bare)
    if match is None or situation.focus is None:
        return bare
    noun = situation.focus.noun_after(match["adjective"])
    if not noun:
        known = words(situation.subject)
        noun = known[-1] if len(known) > 1 else ""
    return f"{bare} {noun}".strip()


def naming(phrase: str, situation: Situation) -> tuple[str, ...]:
    """Return the ids of the passages near that name all that `phrase` names."""
    if situation.focus is None:
        return ()
    named = replace(situation, text=phrase).own_words
    found = situation.focus.passages_naming(named) if named else ()
    return tuple(passage.id for passage in found)


def near(situation: Situation) -> tuple[str, ...]:
    """Return the ids of the passages around the last answer."""
    return tuple(p.id for p in situation.focus.near) if situation.focus is not None else ()


def lean(standalone: str, situation: Situation, *, is_empty: bool = False) -> Contextualised:
    """Return a question about what was said before, to be answered from there if it can be."""
    subject = situation.subject
    return Contextualised(standalone, Move.LEAN, near(situation), subject, is_empty)
