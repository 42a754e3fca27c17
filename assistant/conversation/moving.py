"""Turns that move within what was answered: where, more, all of it, point 2, the others."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import texts
from assistant.answer import Answer, Status
from assistant.conversation import wording
from assistant.conversation.focus import Focus
from assistant.conversation.history import FOLLOW_UP, SECTION
from assistant.conversation.move import Contextualised, Move
from assistant.conversation.reference import find_others, find_point, find_several
from assistant.conversation.situation import Situation, name_section, opening_subject
from assistant.enumeration import enumerate_phrases
from corpus.document import Passage, PassageKind

_MOST_MORE = 4
_INTRODUCING = frozenset({PassageKind.HEADING, PassageKind.LEAD_IN})
_STILL_NEAR = 0.5
_SHORT = 1
_SHORT_OF_MANY = 2
_MANY = 4
_LONGEST_SECTION = 12
_LONGEST_QUOTED = 300


def read_answering(situation: Situation) -> Contextualised | None:
    """Read what only answers the assistant: "ok", "nej", "hvorfor ikke?" after a refusal."""
    text, folded = situation.text, situation.folded or situation.text.casefold().strip(" .!?")
    if wording.CLOSING.fullmatch(folded):
        return Contextualised(text, Move.CLOSE)
    if wording.DENIAL.fullmatch(folded):
        return Contextualised(text, Move.DENY)
    latest = situation.conversation.latest
    asks_why = wording.WHY_NOT.fullmatch(folded) or wording.WHY.fullmatch(folded)
    if asks_why and latest is not None and latest.status is not Status.ANSWERED:
        return Contextualised(texts.ASK_WHY_NOT.format(question=latest.question), Move.WHY_NOT)
    return None


def read_move(situation: Situation) -> Contextualised | None:
    """Read a turn that asks for a part of what was answered, or more of it."""
    moves = (
        (_asks_place, _read_place),
        (wording.WHOLE.fullmatch, _read_whole),
        (wording.IS_ALL.fullmatch, _read_rest),
        (wording.SHORTER.fullmatch, _read_shorter),
        (wording.MORE.fullmatch, _read_more),
    )
    read = next((read for asks, read in moves if asks(situation.folded)), None)
    if read is None:
        return None
    if situation.focus is None:
        return Contextualised(situation.text, Move.NOTHING_EARLIER)
    return read(situation, situation.focus)


def _asks_place(folded: str) -> bool:
    names_place = wording.PLACE.fullmatch(folded) and wording.PLACE_VERB.search(folded)
    return bool(names_place or wording.SOURCE.fullmatch(folded))


def _read_place(situation: Situation, focus: Focus) -> Contextualised:
    if focus.answer.trace.kind in {FOLLOW_UP, SECTION}:
        question = texts.ASK_WHERE.format(subject=situation.subject)
    else:
        question = texts.ASK_PLACE.format(question=_unmark(_close(focus.answer, situation)))
    return _show(question, Move.PLACE, focus.places, situation)


def _read_shorter(situation: Situation, focus: Focus) -> Contextualised:
    question = _close(focus.answer, situation)
    if not question.startswith(texts.ASK_SHORT.partition("{")[0]):
        question = texts.ASK_SHORT.format(question=_unmark(question))
    return _show(question, Move.SHORTER, _most_relevant(focus, situation), situation)


def read_point(situation: Situation) -> Contextualised | None:
    """Read "uddyb punkt 2", "og C?", "hvad går den første ud på?"."""
    several = find_several(situation.folded, situation.conversation, situation.library)
    if several:
        return _show(_ask_of(several), Move.POINT, several, situation)
    found = find_point(situation.folded, situation.conversation, situation.library)
    if found is None:
        return None
    if found.passage is None:
        move = Move.NO_SUCH_POINT if found.points else Move.NOTHING_EARLIER
        return Contextualised(situation.text, move, points=found.points)
    passage = found.passage
    subject = opening_subject(passage, situation.library)
    if passage.kind is PassageKind.HEADING:
        subject = texts.MARKED.format(name=subject)
    question = texts.ASK_AT.format(label=passage.label)
    return Contextualised(
        question, Move.POINT, (passage.id,), subject or texts.MARKED.format(name=passage.label)
    )


def read_others(situation: Situation) -> Contextualised | None:
    """Read "og de to andre?" and "og resten?"."""
    also = wording.ALSO_OTHERS.fullmatch(situation.folded)
    if also is None and wording.OTHERS.fullmatch(situation.folded) is None:
        return None
    if situation.focus is None:
        return Contextualised(situation.text, Move.NOTHING_EARLIER) if also is None else None
    asked = also["others"] if also else situation.folded
    others = find_others(asked, situation.conversation, situation.library)
    if not others and also:
        return None
    if not others:
        return _read_more(situation, situation.focus)
    return _show(_ask_of(others), Move.POINT, others, situation)


def _ask_of(passages: Sequence[Passage]) -> str:
    labels = list(dict.fromkeys(passage.label for passage in passages))
    if len(labels) > _MANY:
        labels = [texts.FROM_TO.format(first=labels[0], last=labels[-1])]
    return texts.ASK_AT.format(label=enumerate_phrases(labels))


def _read_whole(situation: Situation, focus: Focus) -> Contextualised:
    """Give the list the answer came from; the section where that was given already."""
    listing = focus.listing
    asks_section = wording.WHOLE_SECTION.search(situation.folded) is not None
    if listing is not None and not asks_section and focus.cited[0].kind is not PassageKind.HEADING:
        items = situation.library.items(listing)
        is_given = {p.id for p in items} <= {p.id for p in focus.cited}
        if not is_given or "list" in situation.folded or "punkt" in situation.folded:
            question = texts.ASK_POINTS.format(subject=texts.MARKED.format(name=_list_name(focus)))
            return _of_whole(_show(question, Move.WHOLE_LIST, items, situation), _list_name(focus))
    question = texts.ASK_WHOLE.format(name=name_section(focus))
    path = focus.section.path if focus.section is not None else ()
    section = focus.document.under(path) if path else focus.near
    whole = _show(question, Move.WHOLE_SECTION, section, situation)
    return _of_whole(whole, name_section(focus))


def _of_whole(context: Contextualised, name: str) -> Contextualised:
    """Return a turn that shows all of `name`: it is no more about a single point of it."""
    is_point = context.subject.startswith(texts.MARKED.partition("{")[0])
    return replace(context, subject=texts.MARKED.format(name=name)) if is_point else context


def _list_name(focus: Focus) -> str:
    listing = focus.listing
    path = listing.section if listing is not None else ()
    titles = (s.title for s in focus.document.sections if s.path == path)
    return next(titles, focus.document.metadata.title)


def _read_more(situation: Situation, focus: Focus) -> Contextualised:
    """Go on with what the section holds that was not shown, then with what was found besides.

    What was found besides is not gone on with in its turn: it stands in other sections.
    """
    shown = {c.passage_id for answer in situation.conversation.answers for c in answer.citations}
    in_section = focus.document.under(focus.paths[0]) if any(focus.paths) else focus.near
    if focus.answer.standalone_question.startswith(texts.ASK_MORE_ABOUT.partition("{")[0]):
        in_section = ()
    untold = [p for p in in_section if p.id not in shown]
    after = [p for p in untold if p.start > focus.cited[0].start]
    found = [*after, *(p for p in untold if p not in after)]
    question = texts.ASK_MORE.format(name=name_section(focus))
    if not found:
        found = _found_besides(situation, focus, shown)
        question = texts.ASK_MORE_ABOUT.format(subject=situation.subject)
    if not found:
        return Contextualised(question, Move.NOTHING_MORE, subject=situation.subject)
    chosen = sorted(found[:_MOST_MORE], key=lambda p: (p.document, p.start))
    return _show(question, Move.MORE, chosen, situation)


def _read_rest(situation: Situation, focus: Focus) -> Contextualised:
    """Show the section whole where it is short and holds more than was shown."""
    section = focus.document.under(focus.paths[0]) if any(focus.paths) else ()
    untold = {p.id for p in section} - {p.id for p in focus.cited}
    if not untold or len(section) > _LONGEST_SECTION:
        return _read_more(situation, focus)
    question = texts.ASK_WHOLE.format(name=name_section(focus))
    return _show(question, Move.WHOLE_SECTION, section, situation)


def _found_besides(situation: Situation, focus: Focus, shown: set[str]) -> list[Passage]:
    base = situation.conversation.last_list
    hits = focus.answer.trace.hits or (base.trace.hits if base else ())
    floor = _STILL_NEAR * hits[0].score if hits else 0.0
    near = [hit for hit in hits if hit.score >= floor and hit.passage_id not in shown]
    return [situation.library.passage(hit.passage_id) for hit in near]


def _most_relevant(focus: Focus, situation: Situation) -> tuple[Passage, ...]:
    """Return the one or two of the cited passages that were found first."""
    cited = focus.cited[: focus.answer.points] or focus.cited
    telling = [p for p in cited if p.kind not in _INTRODUCING] or list(cited)
    rank = _rank(telling, focus, situation)
    ranked = sorted(telling, key=lambda p: rank.get(p.id, len(rank)))
    most = _SHORT_OF_MANY if len(telling) > _MANY else _SHORT
    return tuple(sorted(ranked[:most], key=telling.index))


def _rank(telling: Sequence[Passage], focus: Focus, situation: Situation) -> dict[str, int]:
    """Return the places of the passages found for the question that `focus` answers.

    A point that was asked for by its number was not found for the question before it.
    """
    for answer in (focus.answer, *situation.conversation.answers):
        cited = {citation.passage_id for citation in answer.citations}
        if answer.trace.hits and any(p.id in cited for p in telling):
            return {hit.passage_id: at for at, hit in enumerate(answer.trace.hits)}
    return {}


def _close(answer: Answer, situation: Situation) -> str:
    """Return the question of an answer, as one that can be quoted."""
    if answer.trace.kind == SECTION and answer.citations:
        return texts.ASK_WHOLE.format(name=name_section(Focus(answer, situation.library)))
    if len(answer.standalone_question) > _LONGEST_QUOTED:
        return texts.ASK_ABOUT.format(subject=situation.subject)
    return answer.standalone_question.strip().rstrip("?.! ") + "?"


def _unmark(question: str) -> str:
    """Return a question without quotation marks, so that it can stand in some."""
    return question.replace("»", "").replace("«", "")


def _show(
    standalone: str, move: Move, passages: Sequence[Passage], situation: Situation
) -> Contextualised:
    identities = tuple(passage.id for passage in passages)
    return Contextualised(standalone, move, identities, situation.subject)
