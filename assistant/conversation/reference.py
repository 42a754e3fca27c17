"""Which passages "punkt 2", "den sidste af de tre", "B" or "de andre" refer to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.conversation import wording
from assistant.conversation.focus import Focus
from assistant.conversation.history import Conversation
from assistant.kinship import kinship
from assistant.library import Library
from corpus.document import Passage, PassageKind
from index.language import fold, words

_IS_KIN = 0.8
_MOST_BESIDE = 6
_FIRST_OF = re.compile(r"\bde (?P<count>\w+) foerste\b|\bfoerste (?P<other>\w+)\b")


@dataclass(frozen=True)
class Reference:
    """What a question points at in an earlier answer.

    Attributes:
        passage: The passage meant, or None if there is no such point.
        points: How many points there are.
    """

    passage: Passage | None
    points: int


def find_point(folded: str, conversation: Conversation, library: Library) -> Reference | None:
    """Return the point that a trimmed, folded question refers to; None if it refers to none."""
    framed = wording.POINT_FRAME.sub("", folded)
    if wording.NEXT_POINT.fullmatch(framed):
        return _find_next(conversation, library)
    match = wording.POINT.fullmatch(framed)
    if match is None:
        return None
    has_frame = framed != folded
    if match["letter"] and not match["noun"]:
        return _find_letter(match["letter"], conversation, library)
    number = _number(match, has_frame=has_frame)
    if number is None or not _fits_noun(match["noun"], conversation):
        return None
    return _find_place(number, match, conversation, library)


def _find_place(
    number: int, match: re.Match[str], conversation: Conversation, library: Library
) -> Reference:
    """Return point `number` of the list that `match` means: the newest that has so many."""
    lists = _lists(conversation, library)
    wanted = wording.NUMBERS.get(match["of"] or "")
    fitting = [points for points in lists if wanted is None or len(points) == wanted] or lists
    if not fitting:
        return Reference(None, 0)
    if match["ordinal"]:
        fitting = [*_points_before_asides(conversation, library), *fitting]
    picked = _pick(number, fitting[0])
    if picked.passage is None and number > 0 and number != wording.MIDDLE:
        longer = (points for points in _shown(conversation, library) if len(points) >= number)
        return _pick(number, next(longer, fitting[0]))
    return picked


def _shown(conversation: Conversation, library: Library) -> Iterator[tuple[Passage, ...]]:
    """Yield what earlier answers listed, the newest first; of a section, its list."""
    for answer in conversation.answers:
        if answer.citations:
            focus = Focus(answer, library)
            items = library.items(focus.listing) if focus.listing is not None else ()
            yield items if set(items) <= set(focus.cited) and items else focus.points


def _points_before_asides(
    conversation: Conversation, library: Library
) -> list[tuple[Passage, ...]]:
    """Return the points that an elaboration took up before a "hvorfor?" came between."""
    base = conversation.before_asides
    points = Focus(base, library).points if base is not None else ()
    return [points] if len(points) > 1 else []


def find_several(folded: str, conversation: Conversation, library: Library) -> tuple[Passage, ...]:
    """Return the points that "punkt 2 og 3" or "de to første" refers to; none if it does not."""
    match = wording.SEVERAL.fullmatch(wording.POINT_FRAME.sub("", folded))
    lists = _lists(conversation, library) if match else []
    if match is None or not lists:
        return ()
    points = lists[0]
    first = _read_number(match["first"] or match["first_of"])
    last = _read_number(match["last"] or match["last_of"])
    if first or last:
        return points[:first] if first else points[-last:]
    numbers = (_read_number(match["one"]), _read_number(match["other"]))
    return tuple(points[n - 1] for n in numbers if 0 < n <= len(points))


def find_others(folded: str, conversation: Conversation, library: Library) -> tuple[Passage, ...]:
    """Return the points that "de andre" leaves to be told, or none if that is not to be seen."""
    base = conversation.last_list
    if base is None:
        return ()
    focus = Focus(base, library)
    first = _first_asked(fold(base.question))
    if first:
        longer = [points for points in _lists(conversation, library) if len(points) > first]
        return longer[0][first:] if longer else ()
    told = {c.passage_id for answer in conversation.elaborations for c in answer.citations}
    untold = tuple(p for p in focus.points if p.id not in told)
    beside = _beside(conversation, library)
    count = _count(folded)
    if count is not None:
        candidates = [some for some in (untold, beside) if len(some) == count]
        return candidates[0] if candidates else ()
    are_headings = len(untold) > 1 and untold[0].kind is PassageKind.HEADING
    if 0 < len(untold) < len(focus.points) or are_headings:
        return untold
    return beside


def _first_asked(folded: str) -> int:
    """Return how many first points a question asked for ("giv mig de tre første punkter")."""
    match = _FIRST_OF.search(folded)
    return wording.NUMBERS.get(match["count"] or match["other"], 0) if match else 0


def _count(folded: str) -> int | None:
    found = [wording.NUMBERS[word] for word in folded.split() if word in wording.NUMBERS]
    return found[0] if found else None


def _beside(conversation: Conversation, library: Library) -> tuple[Passage, ...]:
    """Return the headings beside the one that the last answer stands under."""
    if conversation.last is None:
        return ()
    focus = Focus(conversation.last, library)
    section = focus.section
    if section is None:
        return ()
    lists = [library.items(x) for x in focus.document.listings if x.of_sections]
    own = next((items for items in lists if section.heading in {p.id for p in items}), ())
    if len(own) > _MOST_BESIDE:
        return ()
    return tuple(p for p in own if p.id != section.heading and focus.document.under(p.section))


def _number(match: re.Match[str], *, has_frame: bool) -> int | None:
    if match["number"]:
        word = match["number"]
        return int(word) if word.isdigit() else _read_number(word) or None
    if match["ordinal"]:
        return wording.ORDINALS.get(match["ordinal"])
    return int(match["bare"]) if has_frame and match["bare"] else None


def _read_number(word: str | None) -> int:
    """Return the number that a word or digits say; 0 for none."""
    if not word:
        return 0
    return int(word) if word.isdigit() else wording.NUMBERS.get(word, wording.ORDINALS.get(word, 0))


def _fits_noun(noun: str | None, conversation: Conversation) -> bool:
    """Say whether "den første værdi" can mean a point of what was asked for."""
    if not noun or noun in wording.POINT_NOUNS:
        return True
    base = conversation.last_list
    if base is None:
        return False
    told = [base.question, base.standalone_question, *(c.label for c in base.citations)]
    return any(kinship(noun, word) >= _IS_KIN for text in told for word in words(text))


def _lists(conversation: Conversation, library: Library) -> list[tuple[Passage, ...]]:
    """Return what can be counted through, the likeliest first."""
    lists: list[tuple[Passage, ...]] = []
    if conversation.last_list is not None:
        lists.append(Focus(conversation.last_list, library).points)
    if conversation.last is not None:
        focus = Focus(conversation.last, library)
        if focus.listing is not None:
            lists.append(library.items(focus.listing))
        lists += _lists_around(focus, library)
    return sorted(lists, key=lambda points: len(points) < 2)  # noqa: PLR2004  one is no list


def _lists_around(focus: Focus, library: Library) -> list[tuple[Passage, ...]]:
    """Return the lists in the section an answer stands in, and the sections beside it."""
    section = focus.section
    if section is None:
        return []
    listings = focus.document.listings
    inside = [x for x in listings if x.section == section.path and not x.of_sections]
    beside = [x for x in listings if x.of_sections and x.section == section.path[:-1]]
    return [
        library.items(x) for x in (*inside, *beside) if len(x.items) <= _MOST_BESIDE or x in inside
    ]


def _pick(number: int, points: Sequence[Passage]) -> Reference:
    size = len(points)
    if number == wording.MIDDLE:
        return Reference(points[size // 2] if size % 2 else None, size)
    if number == 0:
        return Reference(None, size)
    place = number - 1 if number > 0 else size + number
    return Reference(points[place] if 0 <= place < size else None, size)


def _find_letter(letter: str, conversation: Conversation, library: Library) -> Reference | None:
    """Return the point or heading that opens with `letter` ("B. Fælles kurs", "b) maling")."""
    opening = re.compile(
        rf"(?:\W|\b(?:strategi|bilag|del|afsnit|punkt)\s)*{letter}\s*[.):]", re.IGNORECASE
    )
    shown: list[Passage] = []
    if conversation.last_list is not None:
        shown = [*Focus(conversation.last_list, library).cited]
    headings = [
        passage
        for document in library.documents
        for passage in document.passages
        if passage.kind is PassageKind.HEADING
    ]
    lettered = re.compile(rf"\b(?:litra|punkt) {letter}$", re.IGNORECASE)
    found = [
        passage
        for passage in (*shown, *headings)
        if opening.match(passage.plain) or lettered.search(passage.label)
    ]
    return Reference(found[0], len(found)) if found else None


def _find_next(conversation: Conversation, library: Library) -> Reference:
    if conversation.last is None:
        return Reference(None, 0)
    last = Focus(conversation.last, library).cited
    lists = _lists(conversation, library)
    for points in lists:
        places = [at for at, point in enumerate(points) if point in last]
        if places and places[-1] + 1 < len(points):
            return Reference(points[places[-1] + 1], len(points))
    return Reference(None, len(lists[0]) if lists else 0)
