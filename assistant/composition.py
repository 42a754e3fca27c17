"""The extractive answer: quotes, whole lists and fixed phrases, no language model."""

import re
from collections.abc import Sequence

from assistant import lexicon, texts
from assistant.draft import Line, Rendered, render
from assistant.kinship import kinship
from assistant.library import Library
from assistant.question import Question, QuestionKind
from assistant.selection import Selection, Side
from corpus.document import Listing, Passage, PassageKind
from index.language import fold, words

ENGINE = "extractive"

_OPEN_END = re.compile(
    r"\b(at(\s+\w+){0,3}|af|på|til|om|for|med|i|ved|skal|kan|vil|må|bør|er|har|hvis|når|som)$",
    re.IGNORECASE,
)
"""How a lead-in ends that its items go on from: "…, at lederen", "højere grad af"."""

_IS_SUBJECT = 0.9
_OPENING_WORDS = 4
_SHORT_SECTION = 2
"""Sections with more passages than this are named in a list of sections, not written out."""


def compose(question: Question, selection: Selection, library: Library) -> Rendered:
    """Return the answer that `selection` gives to `question`."""
    if selection.listing is not None:
        lines, last = _compose_listing(question, selection.listing, library)
        lines += _point_to(selection.others, library)
        return render(_in_english(question, lines), library, cite_last=last)
    if selection.sides:
        lines = _compose_sides(selection.sides, library)
    elif selection.are_places:
        lines = _compose_places(selection.passages)
    else:
        lines = _compose_passages(question, selection.passages, library)
    return render(_in_english(question, lines), library)


def compose_correction(
    question: Question, passages: Sequence[Passage], library: Library
) -> Rendered:
    """Return `passages` as what the documents say, against what the question takes for granted."""
    lines = [Line(texts.CORRECTS.format(document=library.subject_name(passages)))]
    lines += quote_lines(passages, library)
    return render(_in_english(question, lines), library)


def compose_place(passages: Sequence[Passage], library: Library) -> Rendered:
    """Return the places of `passages`, for "hvor står det?"."""
    return render(_compose_places(tuple(passages)), library)


def compose_elaboration(passage: Passage, library: Library) -> Rendered:
    """Return what stands at `passage` with what introduces it, for "uddyb punkt 2".

    Of a heading it is what stands below.
    """
    if passage.kind is not PassageKind.HEADING:
        return render(quote_lines([passage], library), library)
    below = library.document_of(passage).under(passage.section)
    lead_ins = {p.lead_in for p in below}
    shown = [p for p in below if p.id not in lead_ins]
    return render([Line(passage=passage, has_marks=False), *quote_lines(shown, library)], library)


def quote_lines(
    passages: Sequence[Passage],
    library: Library,
    *,
    bullets: bool = False,
    introduced: set[str] | None = None,
) -> list[Line]:
    """Return a line for each passage; a lead-in is written out once, then stands as "…".

    Args:
        passages: To be quoted.
        library: Where they stand.
        bullets: Whether even one of them is a bullet.
        introduced: Ids of the lead-ins already written out; those written here are added.
    """
    lines: list[Line] = []
    introduced = set() if introduced is None else introduced
    listed = bullets or len(passages) > 1
    for passage in passages:
        lead_in = _introduction(passage, library)
        again = lead_in is not None and lead_in.id in introduced
        if lead_in is not None:
            introduced.add(lead_in.id)
        lines.append(
            Line(
                phrase=texts.ELLIPSIS if again else "",
                passage=passage,
                lead_in=None if again else lead_in,
                is_bullet=listed,
            )
        )
    return lines


def _in_english(question: Question, lines: list[Line]) -> list[Line]:
    if not question.is_english:
        return lines
    quotes = [line for line in lines if line.passage is not None]
    return [Line(texts.ENGLISH), *quotes]


def _compose_listing(
    question: Question, listing: Listing, library: Library
) -> tuple[list[Line], Passage | None]:
    items = library.items(listing)
    lead_in = library.passage(listing.lead_in) if listing.lead_in else None
    lines = _introduce(question, listing, lead_in, library)
    below = {item.id: _below(item, library) for item in items}
    if listing.of_sections and any(len(passages) > _SHORT_SECTION for passages in below.values()):
        below = {item.id: [] for item in items}
    for number, item in enumerate(items, start=1):
        lines.append(Line(passage=item, number=number, has_marks=False))
        lines += [
            Line(passage=sub, is_bullet=True, is_nested=True, has_marks=False)
            for sub in below[item.id]
        ]
    count = len(items)
    label = _list_label(listing, library)
    if not listing.of_sections:
        lines.append(Line(texts.WHOLE_LIST.format(label=label, count=count)))
    return lines, lead_in


def _introduce(
    question: Question, listing: Listing, lead_in: Passage | None, library: Library
) -> list[Line]:
    lines: list[Line] = []
    name = library.subject_name(library.items(listing))
    if question.from_employee and lead_in is not None and _ends_in_leader(lead_in):
        lines.append(Line(texts.EXPECTS_LEADER_DOES))
    elif question.from_employee and question.is_broad:
        lines.append(Line(texts.EXPECTS_OF_LEADER))
    elif question.kind is QuestionKind.COUNT or _miscounts(question, listing):
        phrase = texts.COUNTS_SECTIONS if listing.of_sections else texts.COUNTS
        lines.append(Line(phrase.format(count=len(listing.items))))
    elif lead_in is None:
        lines.append(Line(texts.LISTS.format(document=name)))
    if lead_in is not None:
        lines.append(Line(passage=lead_in, has_marks=False))
    return lines


def _miscounts(question: Question, listing: Listing) -> bool:
    """Say whether the question has another number of items than the list."""
    return question.number is not None and question.number != len(listing.items)


def _ends_in_leader(lead_in: Passage) -> bool:
    return fold(lead_in.plain).rstrip(" :").endswith(("lederen", "ledere", "lederne"))


def _below(item: Passage, library: Library) -> list[Passage]:
    """Return what stands under `item`: the items of its own list, or of its section."""
    document = library.document_of(item)
    if item.kind is PassageKind.HEADING:
        return [p for p in document.under(item.section) if p.section == item.section]
    return [p for p in document.passages if p.lead_in == item.id]


def _point_to(others: Sequence[Listing], library: Library) -> list[Line]:
    if not others:
        return []
    pointers = [
        Line(
            texts.MORE_LIST.format(label=_list_label(other, library), count=len(other.items)),
            is_bullet=True,
        )
        for other in others
    ]
    return [Line(texts.MORE_LISTS), *pointers]


def _list_label(listing: Listing, library: Library) -> str:
    document = library.document_of(library.items(listing)[0])
    section = next((s for s in document.sections if s.path == listing.section), None)
    return section.label if section is not None else document.metadata.title


def _compose_sides(sides: Sequence[Side], library: Library) -> list[Line]:
    name = library.subject_name([p for side in sides for p in side.passages])
    lines = [Line(texts.COMPARES.format(document=name))]
    for side in sides:
        lines += quote_lines(side.passages, library, bullets=True)
    return lines


def _compose_places(passages: Sequence[Passage]) -> list[Line]:
    many = texts.STANDS_IN_PLACES.format(count=len(passages))
    lines = [Line(texts.STANDS_HERE if len(passages) == 1 else many)]
    return lines + [
        Line(phrase=f"**{passage.label}:**", passage=passage, is_bullet=True)
        for passage in passages
    ]


def _compose_passages(
    question: Question, passages: Sequence[Passage], library: Library
) -> list[Line]:
    name = library.subject_name(passages)
    phrase = texts.SAYS
    if question.kind is QuestionKind.DEFINITION and _defines(question, passages):
        phrase = texts.DEFINES
    elif question.from_employee and question.is_broad:
        phrase = texts.SAYS_OF_LEADER
    return [Line(phrase.format(document=name)), *quote_lines(passages, library)]


def _defines(question: Question, passages: Sequence[Passage]) -> bool:
    """Say whether one of `passages` opens with the question's subject and says what it is."""
    return any(
        lexicon.DEFINES.match(fold(passage.plain))
        and any(
            kinship(word, other) >= _IS_SUBJECT
            for word in question.subject
            for other in words(passage.plain)[:_OPENING_WORDS]
        )
        for passage in passages
    )


def _introduction(passage: Passage, library: Library) -> Passage | None:
    """Return the lead-in that `passage` cannot be read without, or None."""
    lead_in = library.lead_in(passage)
    if lead_in is None or lead_in.kind is PassageKind.HEADING:
        return None
    is_complete = lead_in.kind is not PassageKind.TABLE_HEADER and not _OPEN_END.search(
        lead_in.plain.rstrip(" :.")
    )
    return None if is_complete else lead_in
