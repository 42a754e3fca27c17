"""What a comparison of sentence and evidence found: signals for the model, findings for people."""

from dataclasses import dataclass

from assistant.groundedness.contrast import Opposite


@dataclass(frozen=True)
class Finding:
    """What stands out in a sentence, for the reason.

    Attributes:
        wrong_quotes: Quotes that stand nowhere.
        quantities: Numbers, dates and frequencies that stand nowhere.
        actors: Persons and bodies that the evidence does not speak of.
        names: Names that stand nowhere.
        opposites: Words whose opposite stands there.
        is_turned: Whether it denies what the evidence says, or the reverse.
        is_elsewhere: Whether it names another section.
        new_phrases: Classes of expressions that the evidence lacks.
        unsaid: Words that are not said.
        is_verbatim: Whether it stands there as it is.
        is_contained: Whether the content words, but for verbs, stand in one unit in the same
            order, or each clause in an item of one list, and nothing above was found.
        is_loosened: Whether it makes a duty an option, or puts another modal into words that the
            nearest unit says.
        shifted_modal: Which modal it has where the nearest unit has another, or "".
        drops_condition: Whether it stands there with a condition that it lacks.
        drops_denial: Whether it stands there after words that deny it.
        is_unrelated: Whether too little of it is said for the model to judge.
        is_hollow: Whether it has neither content words nor quantities.
        nearest: The unit that says most of it, or "".
    """

    wrong_quotes: tuple[str, ...]
    quantities: tuple[str, ...]
    actors: tuple[str, ...]
    names: tuple[str, ...]
    opposites: tuple[Opposite, ...]
    is_turned: bool
    is_elsewhere: bool
    new_phrases: tuple[str, ...]
    unsaid: tuple[str, ...]
    is_verbatim: bool
    is_contained: bool
    is_loosened: bool
    shifted_modal: str
    drops_condition: bool
    drops_denial: bool
    is_unrelated: bool
    is_hollow: bool
    nearest: str


@dataclass(frozen=True)
class Comparison:
    """A sentence compared with its evidence.

    Attributes:
        signals: By name, for the model.
        finding: For the reason.
    """

    signals: dict[str, float]
    finding: Finding
