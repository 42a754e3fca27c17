"""Answer a question that leans on an earlier answer, first from where that answer stands."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import texts
from assistant.composition import compose, quote_lines
from assistant.draft import Line, Rendered, render
from assistant.library import Library
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


def compose_near(
    question: Question, hits: Sequence[Hit], near: Collection[str], library: Library
) -> Rendered | None:
    """Return what stands near that comes closest to `question`, or None if nothing does.

    A reason often stands where a section begins; so "hvorfor?" gets its opening, too.
    """
    found = [hit for hit in hits if hit.passage.id in near]
    is_why = question.kind is QuestionKind.WHY or bool(_WHY.match(question.text))
    if is_why:
        found = _prefer_reasons(found)
    if not found:
        return None
    selection = select(question, found, library)
    if selection.listing is not None or selection.sides:
        return compose(question, selection, library)
    passages = list(selection.passages)
    if is_why:
        passages += _openings([*(hit.passage for hit in found)], library)
    chosen = [p for p in dict.fromkeys(passages) if not _is_bare(p)][:_MOST]
    if is_why:
        chosen = _keep_reasons(chosen, library)
    if not chosen:
        return None
    name = library.subject_name(chosen)
    introduction = Line(texts.CONNECTED.format(document=name))
    return render([introduction, *quote_lines(chosen, library)], library)


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
