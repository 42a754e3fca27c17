"""What to say when the documents do not answer: what was looked for, and whom to ask."""

import re
from collections.abc import Sequence

from assistant import texts
from assistant.composition import quote_lines
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from assistant.question import Question
from corpus.document import Passage, PassageKind
from index.language import fold

_MOST_WORDS = 3
_LONGEST_WORD = 40
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
    return render([*_refuse(question, (), library, scope), *_ask_contact(library)], library)


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
    words = [] if question.is_english else _telling_words(question, library)
    asked = next((text for pattern, text in _ASKED if pattern.search(fold(question.text))), "")
    if not words:
        return texts.NOTHING_STATED.format(document=name)
    if asked:
        return texts.LOOKED_FOR_ASKED.format(words=_join(words), document=name, asked=asked)
    return texts.LOOKED_FOR.format(words=_join(words), document=name)


def _telling_words(question: Question, library: Library) -> list[str]:
    """Return the words of the question that say what it is about, as they were written.

    They are those that the documents do not know, if there are any.
    """
    vocabulary = library.retriever.channels.vocabulary
    asking = {word for pattern, _ in _ASKED for word in _asking(pattern, question)}
    telling = set(question.subject) - asking
    unknown = {word for word in telling if vocabulary.lemma(word) not in vocabulary.written}
    written = [word for word in _WORD.findall(question.text) if len(word) <= _LONGEST_WORD]
    found = [word for word in written if (unknown or telling) & set(_parts(word))]
    unique: dict[str, str] = {}
    for word in found:
        unique.setdefault(fold(word), word)
    longest = sorted(unique.values(), key=len, reverse=True)[:_MOST_WORDS]
    return [word for word in unique.values() if word in longest]


def _asking(pattern: re.Pattern[str], question: Question) -> list[str]:
    match = pattern.search(fold(question.text))
    return match.group().split() if match else []


def _parts(word: str) -> list[str]:
    return fold(word).split("-")


def _join(words: Sequence[str]) -> str:
    marked = [f"»{word}«" for word in words]
    if len(marked) == 1:
        return marked[0]
    return texts.AND.format(first=", ".join(marked[:-1]), last=marked[-1])


def _ask_contact(library: Library) -> list[Line]:
    return [Line(texts.ASK_CONTACT.format(contact=library.contact))] if library.contact else []


_ASKED = tuple((re.compile(pattern), text) for pattern, text in texts.ASKED.items())
