"""Turns that want the answer again or its counterpart: read aloud, reworded, opposed, counted."""

import re
from collections.abc import Sequence

from assistant import texts
from assistant.conversation.anaphora import put_in
from assistant.conversation.focus import Focus
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.reference import find_point
from assistant.conversation.situation import Situation, opening_subject
from corpus.document import Listing, Passage, PassageKind
from index.language import fold, words

_ALOUD = re.compile(
    r"(?:laes|laese|citer|citere|gentag|gentage)(?: mig| os)? (?:det|dem|den|svaret|listen"
    r"|punkterne|ordene)?(?: ?igen)?(?: ?op)?(?: ?(?:hoejt|igen|alle(?: sammen)?))*"
)
"""Asks for what was shown, again."""
_REPHRASE = re.compile(
    r"(?:med andre ord|i andre ord|paa (?:godt|almindeligt|jaevnt|rigtigt|normalt|let) dansk"
    r"|(?:(?:forklar|forklare|sig|sige|skriv|skrive|formuler|formulere|udtryk|goer|goere)"
    r"(?: mig)?(?: det| den| dem| svaret)?(?: lidt| noget)?(?: (?:mere|paa en))?"
    r" (?:enkelt|enklere|simpelt|simplere|nemt|nemmere|let|lettere|letforstaaeligt|forstaaeligt"
    r"|klart|tydeligt|tydeligere|jordnaert|med andre ord|anden maade|med dine egne ord"
    r"|paa (?:godt|almindeligt|jaevnt|let) dansk)(?: maade| ord| at forstaa)?)"
    r"|(?:mere )?(?:enkelt|enklere|simpelt|simplere|nemmere|lettere|med dine egne ord)"
    r"|(?:omformuler|omformulere|omskriv|omskrive)(?: det| den| dem| svaret| teksten)?"
    r"|(?:det )?(?:forstaar|forstod|fatter|fattede) jeg ikke(?: helt| noget af)?"
    r"|jeg (?:forstaar|forstod|fatter) (?:det |den |dem )?ikke(?: helt)?(?: det| svaret)?)"
)
"""Asks for other words than the documents'."""
_OPPOSITE = re.compile(
    r"(?:hvad|hvem|hvilken)?(?: (?:er|var|hedder|kaldes))?(?: saa| der)? ?(?:det|dets|dens|den)? ?"
    r"(?:modsaetning\w*|modsatte|modstykke\w*|modpol\w*|anden side)"
    r"(?: (?:til|af|her|saa|hertil|dertil|det|den|dem|dette))*"
)
_OPPOSED = re.compile(
    r"\b(?:(?:den|de) anden side|én side|modsæt\w*|modsat\w*|modstykke\w*|modpol\w*|omvendt"
    r"|i stedet for|frem for|snarere end|derimod)\b",
    re.IGNORECASE,
)
"""How a text names the opposite of something."""
_PERMISSION = re.compile(r"(?:maa|faar|slipper|behoever) (?:jeg|vi|man) saa\b")
"""Draws a leave from what was said."""
_COUNT_OF = re.compile(
    r"hvor mange (?:punkter|punkt|dele|krav|linjer|underpunkter|ting|pinde)"
    r"(?: (?:har|er|staar|hoerer|findes|indeholder|bestaar|ligger|der|til|i|under|paa|ved|saa"
    r"|for|af))* (?P<point>\S.*)"
)
_SHORTEST_OPPOSED = 4
_AGAINST = "mod"


def read_again(situation: Situation) -> Contextualised | None:
    """Read "læs dem op", "med andre ord" and "hvad er modsætningen til det?"."""
    turns = (
        (_ALOUD, _read_aloud),
        (_REPHRASE, _read_rephrase),
        (_OPPOSITE, _read_opposite),
    )
    read = next((read for asks, read in turns if asks.fullmatch(situation.folded)), None)
    if read is None:
        return None
    if situation.focus is None:
        return Contextualised(situation.text, Move.NOTHING_EARLIER)
    return read(situation, situation.focus)


def read_count(situation: Situation) -> Contextualised | None:
    """Read "hvor mange punkter har den første?": the whole list under that point."""
    match = _COUNT_OF.fullmatch(situation.folded)
    if match is None or situation.focus is None:
        return None
    library = situation.library
    found = find_point(match["point"], situation.conversation, library)
    if found is None or found.passage is None or found.passage.kind is not PassageKind.HEADING:
        return None
    path = found.passage.section
    listings = [x for x in library.document_of(found.passage).listings if x.section == path]
    if len(listings) != 1:
        return None
    subject = texts.MARKED.format(name=opening_subject(found.passage, library))
    question = texts.ASK_COUNT.format(subject=subject)
    items = tuple(item.id for item in library.items(listings[0]))
    return Contextualised(question, Move.WHOLE_LIST, items, subject)


def read_permission(situation: Situation) -> Contextualised | None:
    """Read "må jeg så bestemme selv?" where what was said does not speak of it.

    A passage from elsewhere would read as a yes, so what was said is shown as no answer.
    """
    focus = situation.focus
    if focus is None or _PERMISSION.match(fold(situation.text)) is None:
        return None
    if focus.knows(situation.own_words):
        return None
    question = put_in(situation.text, situation.subject)
    return _show(question, Move.UNTOLD, focus.points[:1], situation)


def _read_aloud(situation: Situation, focus: Focus) -> Contextualised:
    """Show a list again, or the passages just cited, in the document's order."""
    question = texts.ASK_AGAIN.format(subject=situation.subject)
    listing = _listing_shown(focus, situation)
    if listing is not None:
        return _show(question, Move.WHOLE_LIST, situation.library.items(listing), situation)
    return _show(question, Move.WHOLE_SECTION, _in_order(focus.cited), situation)


def _read_rephrase(situation: Situation, focus: Focus) -> Contextualised:
    question = texts.ASK_AGAIN.format(subject=situation.subject)
    return _show(question, Move.REPHRASE, _in_order(focus.cited), situation)


def _read_opposite(situation: Situation, focus: Focus) -> Contextualised:
    """Show what stands near that names an opposite; without one, it is asked as any question."""
    question = texts.ASK_OPPOSITE.format(subject=situation.subject)
    candidates = dict.fromkeys([*focus.cited, *focus.near])
    opposed = [p for p in candidates if _is_opposed(p, situation.subject)]
    subject = texts.OPPOSITE_OF.format(subject=situation.subject)
    if not opposed:
        return Contextualised(question, Move.ASK, subject=subject)
    return Contextualised(question, Move.POINT, (opposed[0].id,), subject)


def _is_opposed(passage: Passage, subject: str) -> bool:
    """Say whether a passage names an opposite: in so many words, or "modstyring" of "styring"."""
    if _OPPOSED.search(passage.plain):
        return True
    named = [fold(word) for word in words(subject)]
    rests = [
        fold(word).removeprefix(_AGAINST)
        for word in words(passage.plain)
        if fold(word).startswith(_AGAINST)
    ]
    return any(
        len(rest) >= _SHORTEST_OPPOSED and name.endswith(rest) for rest in rests for name in named
    )


def _listing_shown(focus: Focus, situation: Situation) -> Listing | None:
    """Return the list whose items the answer's points are, or None."""
    points = {p.id for p in focus.points}
    listings = situation.library.listings
    return next((x for x in listings if len(x.items) > 1 and set(x.items) == points), None)


def _in_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda p: (p.document, p.start)))


def _show(
    standalone: str, move: Move, passages: Sequence[Passage], situation: Situation
) -> Contextualised:
    identities = tuple(passage.id for passage in passages)
    return Contextualised(standalone, move, identities, situation.subject)
