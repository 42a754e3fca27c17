"""Answer the turns that move within an earlier answer, from the passages they refer to."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answer import Status
from assistant.composition import compose, compose_elaboration, compose_place, quote_lines
from assistant.conversation.history import DISTRESS, FOLLOW_UP, SECTION
from assistant.conversation.move import Contextualised, Move
from assistant.distress.comfort import compose_comfort
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from assistant.meta import answer_meta
from assistant.overview import show_section
from assistant.question import Question
from assistant.run import compose_run
from assistant.selection import Selection
from corpus.document import Listing, Passage, PassageKind

_SENTENCES = {
    Move.NOTHING_EARLIER: texts.NO_PREVIOUS,
    Move.NOTHING_MORE: texts.NO_MORE,
    Move.CLOSE: texts.CLOSING,
    Move.DENY: texts.DENIED,
}


@dataclass(frozen=True)
class Reply:
    """How a turn ends that nothing need be searched for.

    Attributes:
        status: How it ended.
        rendered: What is shown.
        kind: What kind of turn it was, for the trace.
        reason: Why it ended so, in Danish.
    """

    status: Status
    rendered: Rendered
    kind: str
    reason: str


def reply_at_once(
    text: str, context: Contextualised, question: Question, library: Library
) -> Reply | None:
    """Return how a turn ends that nothing need be searched for; None for any other.

    These are cries for help, small talk and questions of the assistant, a section that is asked
    for by name, and turns that move within an earlier answer.

    Args:
        text: As it was asked.
        context: What the conversation adds to it.
        question: What is asked with that, understood.
        library: Documents and index.
    """
    if context.distress is not None:
        comfort = compose_comfort(context.distress, library, is_english=question.is_english)
        return Reply(Status.REFUSED, comfort, DISTRESS, texts.REASON_DISTRESS)
    told = _tell(text, context, library)
    if told is not None or context.move in {Move.ASK, Move.LEAN}:
        return told
    rendered = _show(context, question, library)
    status = Status.NEAREST if context.move is Move.UNTOLD else Status.ANSWERED
    return Reply(status, rendered, FOLLOW_UP, texts.REASON_EARLIER)


def _tell(text: str, context: Contextualised, library: Library) -> Reply | None:
    """Return small talk, or a section that is asked for by name; None for anything else."""
    meta = answer_meta(text, library)
    if meta is not None:
        return _small(meta)
    shown = show_section(context.standalone, library)
    if shown is not None and not shown.is_found:
        return _small(shown.rendered)
    if shown is not None:
        return Reply(Status.ANSWERED, shown.rendered, SECTION, texts.REASON_SECTION)
    said = _say(context, library)
    return _small(render([Line(sentence) for sentence in said], library)) if said else None


def _small(rendered: Rendered) -> Reply:
    return Reply(Status.META, rendered, "meta", texts.REASON_META)


def _show(context: Contextualised, question: Question, library: Library) -> Rendered:
    """Return the passages that a turn refers to."""
    passages = [library.passage(identity) for identity in context.passages]
    if context.move is Move.PLACE:
        return compose_place(passages, library)
    if context.move is Move.WHOLE_LIST:
        listing = _listing_of(passages, library)
        return compose(question, Selection(listing=listing), library)
    if context.move in {Move.UNTOLD, Move.REPHRASE}:
        return _show_again(context, passages, library)
    if len(passages) == 1:
        return compose_elaboration(passages[0], library)
    return compose_run(_spread(passages, library), library)


def _show_again(context: Contextualised, passages: Sequence[Passage], library: Library) -> Rendered:
    """Return what was shown before, under a sentence on what it is not."""
    name = library.subject_name(passages)
    phrase = texts.NEAREST
    if context.move is Move.REPHRASE:
        phrase = texts.ONLY_QUOTES.format(document=name)
    if len(passages) == 1:
        return render([Line(phrase), *quote_lines(passages, library)], library)
    return compose_run(passages, library, introduction=phrase)


def _say(context: Contextualised, library: Library) -> list[str]:
    """Return the sentences of a turn that nothing is quoted for."""
    name = library.subject_name()
    if context.move is Move.NO_SUCH_POINT:
        many = texts.ONE_POINT if context.points == 1 else texts.POINTS_ARE
        return [many.format(count=context.points)]
    if context.move is Move.WHY_NOT:
        contact = [texts.ASK_CONTACT.format(contact=library.contact)] if library.contact else []
        return [texts.WHY_REFUSED.format(document=name), *contact]
    sentence = _SENTENCES.get(context.move)
    return [sentence.format(document=name)] if sentence else []


def _spread(passages: Sequence[Passage], library: Library) -> list[Passage]:
    """Put after each heading what stands under it."""
    spread: list[Passage] = []
    for passage in passages:
        spread.append(passage)
        if passage.kind is PassageKind.HEADING:
            spread += library.document_of(passage).under(passage.section)
    return list(dict.fromkeys(spread))


def _listing_of(items: Sequence[Passage], library: Library) -> Listing:
    wanted = tuple(item.id for item in items)
    return next(listing for listing in library.listings if listing.items == wanted)
