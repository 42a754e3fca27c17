"""Turns that compare what was spoken of: "hvad er forskellen på dem?", "hvilken af de to ...?"."""

import re

from assistant import texts
from assistant.conversation import wording
from assistant.conversation.anaphora import put_in
from assistant.conversation.completion import complete, lean, near
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.opener import capitalise
from assistant.conversation.situation import Situation, both, last_subjects

_OF_THE_TWO = re.compile(
    r"^(?P<head>(?:hvilke[nt]?|hvem|hvad for (?:en|et))\s+)af\s+(?:de to|dem|begge to)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"^(?:og|men)\s+", re.IGNORECASE)


def read_difference(situation: Situation) -> Contextualised | None:
    """Read "hvad er forskellen på dem?" and "... på den og den menneskelige?"."""
    match = wording.DIFFERENCE.match(situation.text.rstrip(" ?.!"))
    if match is None or situation.focus is None:
        return None
    head = match["head"] or texts.DIFFERENCE
    what = match["what"] or match["these"]
    if wording.THE_TWO.fullmatch(what.strip()):
        subjects = last_subjects(situation)
        if subjects is None:
            return lean(put_in(f"{head} {what}", situation.subject), situation)
    else:
        sides = re.split(r"\s+og\s+", what)
        if len(sides) != 2:  # noqa: PLR2004  a comparison has two sides
            return None
        subjects = (complete(sides[0], situation), complete(sides[1], situation))
        if subjects == tuple(sides):
            return None
    question = texts.ASK_SIDES.format(head=head, sides=both(subjects))
    return Contextualised(question, subject=both(subjects))


def read_of_the_two(situation: Situation) -> Contextualised | None:
    """Read "hvilken af de to ...?"."""
    bare = capitalise(_LINK.sub("", situation.text.rstrip(" ?.!")))
    subjects = last_subjects(situation) if _OF_THE_TWO.match(bare) else None
    if subjects is None:
        return None
    question = _OF_THE_TWO.sub(lambda m: m["head"] + texts.OF_THE_TWO, bare, count=1)
    first, second = subjects
    standalone = texts.ASK_OF_TWO.format(question=question, first=first, second=second)
    return Contextualised(standalone, Move.LEAN, near(situation), both(subjects))
