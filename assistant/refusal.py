"""What to say when the documents do not answer: what was looked for, and whom to ask."""

import re
from collections.abc import Collection, Sequence

from assistant import lexicon, texts
from assistant.composition import quote_lines
from assistant.draft import Line, Rendered, render
from assistant.enumeration import enumerate_phrases
from assistant.library import Library
from assistant.question import Question
from corpus.document import Passage, PassageKind
from index.language import fold

_MOST_WORDS = 3
_SHORTEST_WORD, _LONGEST_WORD = 4, 40
_STEM = 5
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def compose_nearest(
    question: Question, passages: Sequence[Passage], library: Library, *, scope: str = ""
) -> Rendered:
    """Return the text that says that nothing answers, and shows `passages` as the nearest."""
    lines = [*_refuse(question, passages, library, scope), Line(texts.NEAREST)]
    lines += quote_lines(passages, library)
    return render([*lines, *_ask_contact(library)], library)


def compose_refusal(question: Question, library: Library, *, scope: str = "") -> Rendered:
    """Return the text that says that nothing answers.

    Args:
        question: Understood.
        library: Documents and index.
        scope: What kind of thing was asked for, a key of `texts.OUT_OF_SCOPE`; "" for a
            question that the documents might have answered.
    """
    contact = [] if scope in texts.WITHOUT_CONTACT else _ask_contact(library)
    return render([*_refuse(question, (), library, scope), *contact], library)


def telling_passages(passages: Sequence[Passage], most: int) -> list[Passage]:
    """Return the first `most` of `passages` that say something by themselves.

    A bare lead-in or heading is left out where there is anything else.
    """
    silent = {PassageKind.LEAD_IN, PassageKind.HEADING, PassageKind.TABLE_HEADER}
    telling = [passage for passage in passages if passage.kind not in silent]
    return (telling or list(passages))[:most]


def _refuse(
    question: Question, passages: Sequence[Passage], library: Library, scope: str
) -> list[Line]:
    name = library.subject_name(passages)
    said = texts.OUT_OF_SCOPE.get(scope)
    stated = Line(said.format(document=name) if said else _looked_for(question, name, library))
    return [Line(texts.ENGLISH_REFUSAL), stated] if question.is_english else [stated]


def _looked_for(question: Question, name: str, library: Library) -> str:
    """Return the sentence that says what was looked for and not found."""
    words = [] if question.is_english else _unknown_words(question, library)
    if not words:
        return texts.NOTHING_STATED.format(document=name)
    return texts.LOOKED_FOR.format(
        words=enumerate_phrases([f"»{word}«" for word in words]), document=name
    )


def _unknown_words(question: Question, library: Library) -> list[str]:
    """Return the telling words of the question that the documents do not know, as written.

    A word of which a part or another form stands in the documents is known: what is said to be
    missing must be missing.
    """
    vocabulary = library.retriever.channels.vocabulary
    unknown = {
        word
        for word in question.subject
        if len(word) >= _SHORTEST_WORD
        and word not in lexicon.COMMON_WORDS
        and not _is_known(vocabulary.lemma(word), vocabulary.written)
    }
    written = [word for word in _WORD.findall(question.text) if len(word) <= _LONGEST_WORD]
    unique: dict[str, str] = {}
    for word in written:
        if unknown & set(_parts(word)):
            unique.setdefault(fold(word), word)
    longest = sorted(unique.values(), key=len, reverse=True)[:_MOST_WORDS]
    return [word for word in unique.values() if word in longest]


def _is_known(lemma: str, written: Collection[str]) -> bool:
    stem = lemma[:_STEM]
    return lemma in written or any(
        other.startswith(stem) or (len(other) >= _STEM and other in lemma) for other in written
    )


def _parts(word: str) -> list[str]:
    return fold(word).split("-")


def _ask_contact(library: Library) -> list[Line]:
    return [Line(texts.ASK_CONTACT.format(contact=library.contact))] if library.contact else []
