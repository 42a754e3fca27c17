"""Answer a question that leans on an earlier answer, first from where that answer stands."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import texts
from assistant.answer import Status, Trace
from assistant.composition import compose, quote_lines
from assistant.conversation.history import Conversation
from assistant.decision import trace_hits
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from assistant.outcome import Outcome
from assistant.question import Question, QuestionKind
from assistant.selection import lift, select
from corpus.document import Passage, PassageKind
from index.retriever import Hit

_REASONED = 1.3
_REASON = re.compile(
    r"\b(?:fordi|derfor|dermed|derved|for at|således|med henblik på|idet|eftersom|målet"
    r"|formål\w*"
    r"|begrund\w*|årsag\w*|nødvendig\w*|nødsaget|vigtig\w*|afgørende|central\w*|grundlæggende)\b",
    re.IGNORECASE,
)
_PREFERRED = 1.15
_MOST = 4
_MOST_REASONS = 2
_WHY = re.compile(r"hvorfor\b", re.IGNORECASE)


def merge_hits(searches: Sequence[Sequence[Hit]]) -> list[Hit]:
    """Return the hits of several searches, each with its mean score, best first."""
    found: dict[str, Hit] = {}
    for hit in (hit for hits in searches for hit in hits):
        before = found.get(hit.passage.id)
        share = hit.score / len(searches)
        found[hit.passage.id] = replace(hit, score=share + (before.score if before else 0.0))
    return sorted(found.values(), key=lambda hit: -hit.score)


def prefer_near(hits: Sequence[Hit], near: Collection[str]) -> list[Hit]:
    """Return `hits` with those of the passages `near` lifted, best first."""
    return lift(hits, lambda passage: _PREFERRED if passage.id in near else 1.0)


def answer_near(
    question: Question,
    hits: Sequence[Hit],
    near: Collection[str],
    conversation: Conversation,
    library: Library,
) -> Outcome | None:
    """Return how a question ends that is answered from near, or None if nothing there does.

    A reason often stands where a section begins; so "hvorfor?" gets its opening, too. The points
    of a list that was shown whole are no reason for it: where nothing else stands near, it is
    said that no reason is given.

    Args:
        question: A question that leans on an earlier answer.
        hits: Found for it, best first.
        near: Ids of the passages around that answer.
        conversation: The turns before it.
        library: Documents and index.
    """
    found = [hit for hit in hits if hit.passage.id in near]
    if not found:
        return None
    if question.kind is QuestionKind.WHY or _WHY.match(question.text):
        told = _find_told(conversation, library)
        rendered = _compose_why(question, _prefer_reasons(found), library, told)
    else:
        rendered = _compose_near(question, found, library)
    if rendered is None:
        return None
    trace = Trace(question.kind.value, texts.REASON_EARLIER, hits=trace_hits(hits))
    is_quoted = bool(rendered.citations)
    status = Status.ANSWERED if is_quoted else Status.REFUSED
    return Outcome(status, rendered, float(is_quoted), trace)


def _find_told(conversation: Conversation, library: Library) -> frozenset[str]:
    """Return the ids of the points of lists that the conversation has shown whole."""
    lists = [set(x.items) for x in library.listings if len(x.items) > 1 and not x.of_sections]
    shown = [{c.passage_id for c in answer.citations} for answer in conversation.answers]
    return frozenset(
        item for items in lists if any(items <= ids for ids in shown) for item in items
    )


def _compose_near(question: Question, found: Sequence[Hit], library: Library) -> Rendered | None:
    """Return what was found near that comes closest to `question`."""
    selection = select(question, found, library)
    if selection.listing is not None or selection.sides:
        return compose(question, selection, library)
    chosen = [p for p in dict.fromkeys(selection.passages) if not _is_bare(p)][:_MOST]
    return _quote_near(chosen, library) if chosen else None


def _compose_why(
    question: Question, found: Sequence[Hit], library: Library, told: Collection[str]
) -> Rendered | None:
    """Return the reasons among what was found near and how its section begins."""
    untold = [hit for hit in found if hit.passage.id not in told]
    is_told = len(untold) < len(found)
    selection = select(question, untold, library) if untold else None
    if selection is not None and not is_told and (selection.listing or selection.sides):
        return compose(question, selection, library)
    passages = list(selection.passages) if selection is not None else []
    passages += _openings([hit.passage for hit in found], library)
    chosen = [p for p in dict.fromkeys(passages) if not _is_bare(p) and p.id not in told]
    if is_told:
        chosen = [p for p in chosen if _is_sentence(p) and not _is_fragment(p, library)]
    kept = _keep_reasons(chosen[:_MOST], library)
    if kept:
        return _quote_near(kept, library)
    name = library.subject_name([found[0].passage])
    return render([Line(texts.NO_REASON.format(document=name))], library) if is_told else None


def _quote_near(passages: Sequence[Passage], library: Library) -> Rendered:
    introduction = Line(texts.CONNECTED.format(document=library.subject_name(passages)))
    return render([introduction, *quote_lines(passages, library)], library)


def _is_sentence(passage: Passage) -> bool:
    """Say whether a passage says something whole, as a heading or a catchword does not."""
    return passage.plain.rstrip(" »«\"'*_)").endswith((".", "!"))


def _prefer_reasons(hits: Sequence[Hit]) -> list[Hit]:
    """Return `hits` with those first that give a reason or a purpose."""
    return lift(hits, lambda passage: _REASONED if _gives_reason(passage) else 1.0)


def _keep_reasons(passages: Sequence[Passage], library: Library) -> list[Passage]:
    """Return those of `passages` that give a reason, else the nearest one.

    A point of a list, which a lead-in opens, is no reason for another.
    """
    whole = [p for p in passages if not _is_fragment(p, library)]
    reasons = [p for p in whole if _gives_reason(p)]
    return reasons[:_MOST_REASONS] or (whole or list(passages))[:1]


def _is_fragment(passage: Passage, library: Library) -> bool:
    lead_in = library.lead_in(passage)
    return lead_in is not None and lead_in.kind is PassageKind.LEAD_IN


def _gives_reason(passage: Passage) -> bool:
    is_question = passage.plain.rstrip().endswith("?")
    return not is_question and _REASON.search(passage.plain) is not None


def _is_bare(passage: Passage) -> bool:
    """Say whether a passage only introduces what follows it ("... forpligte sig på at:")."""
    is_introduction = passage.kind in {PassageKind.LEAD_IN, PassageKind.TABLE_HEADER}
    return is_introduction and not passage.plain.rstrip().endswith(".")


def _openings(passages: Sequence[Passage], library: Library) -> list[Passage]:
    """Return how the section of the best passage begins."""
    document = library.document_of(passages[0])
    section = document.under(passages[0].section)
    opening = [p for p in section if p.kind is not PassageKind.ITEM][:2]
    return [p for p in opening if p.kind is not PassageKind.LEAD_IN or len(opening) == 1]
