"""The mutators' own Danish words, apart from those of the check that they test."""

import random
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

_FILE = Path(__file__).parent.parent / "data" / "mutation.json"


@dataclass(frozen=True)
class Actor:
    """Somebody who does something.

    Attributes:
        group: What its synonyms share.
        forms: Indefinite and definite singular, indefinite and definite plural.
        swapped_in: Whether it may take another's place.
    """

    group: str
    forms: tuple[str, str, str, str]
    swapped_in: bool


@dataclass(frozen=True)
class Body:
    """A body that acts, in the definite form.

    Attributes:
        group: What its synonyms share.
        form: In lower case.
    """

    group: str
    form: str


@dataclass(frozen=True)
class Language:
    """Words, in lower case. What the lists are for stands where they are used.

    Attributes:
        about: What the file is.
        number_words: Cardinals and what they count.
        ordinal_words: Ordinals and what they count.
        months: In order.
        weekdays: In order.
        seasons: In order, definite.
        at_least: What makes a number a lower bound.
        at_most: What makes it an upper bound.
        outside: What bounds a number and may as well tell which things are meant.
        allowances: What is at most as much as is allowed, and so more than any less.
        before: After a number with "senest" these make it a lower bound.
        conditionals: What opens a clause that says when something holds.
        permissions: What says that something is allowed.
        subordinators: What opens a subordinate clause.
        openings: What may stand before the verb without being its subject.
        subject_pronouns: Subjects that "ikke" follows where the verb stands before them.
        object_pronouns: Objects that "ikke" follows.
        verbs: Finite verbs.
        negations: What negates.
        fixed_after_negation: After "ikke" these make a phrase that is no plain negation.
        no_negation_before: What "ikke" cannot be put in front of.
        negation_swaps: Negations, as regular expressions, with their opposites.
        moved: What stands before the verb in a clause after "at", and after it in a main clause.
        bounds: What after a modal verb bounds what it allows or demands.
        modal_swaps: Modal verbs with those that say more or less.
        modal_phrases: The same, where an infinitive follows at once.
        actors: People who act.
        overlaps: Groups of which one may be another: a director is a leader.
        bodies: Bodies that act.
        hedges: Restrictions, as regular expressions, with what overstates them; "" leaves them out.
        limits: What opens a phrase that limits what is allowed, as regular expressions.
        restricted: What opens a noun phrase that a relative clause narrows.
        overclaims: What takes the place of a condition.
        invented: Statements that no document makes.
        places: Places that no document has.
        sources: Sources that are not the document.
        frames: Sentences to put a sentence, clause or quote into, by name.
        open_endings: How a lead-in ends that its items go on from, as regular expressions.
        duty_subjects: Subjects of lead-ins whose items say what they do.
    """

    about: str
    number_words: dict[str, int]
    ordinal_words: dict[str, int]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    outside: tuple[str, ...]
    allowances: tuple[str, ...]
    before: tuple[str, ...]
    conditionals: tuple[str, ...]
    permissions: tuple[str, ...]
    subordinators: frozenset[str]
    openings: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    verbs: frozenset[str]
    negations: frozenset[str]
    fixed_after_negation: frozenset[str]
    no_negation_before: frozenset[str]
    negation_swaps: dict[str, str]
    moved: frozenset[str]
    bounds: frozenset[str]
    modal_swaps: dict[str, tuple[str, ...]]
    modal_phrases: dict[str, tuple[str, ...]]
    actors: tuple[Actor, ...]
    overlaps: tuple[frozenset[str], ...]
    bodies: tuple[Body, ...]
    hedges: dict[str, tuple[str, ...]]
    limits: tuple[str, ...]
    restricted: tuple[str, ...]
    overclaims: tuple[str, ...]
    invented: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]
    frames: dict[str, tuple[str, ...]]
    open_endings: tuple[str, ...]
    duty_subjects: tuple[str, ...]


def read_language() -> Language:
    """Return the words in ``evals/data/mutation.json``."""
    return TypeAdapter(Language).validate_json(_FILE.read_bytes())


def chance(*parts: object) -> random.Random:
    """Return a source of chance that is the same every time for the same `parts`."""
    return random.Random("\x1f".join(map(str, parts)))  # noqa: S311  reproducible, no secret
