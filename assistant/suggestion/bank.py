"""The questions that can be asked of a passage: hand-written ones, the most telling first."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from threading import Lock

from assistant.conversation.situation import opening_subject
from assistant.kinship import coverage
from assistant.library import Library
from assistant.question import Role, understand
from assistant.suggestion import texts
from assistant.suggestion.phrasing import (
    is_about_leaders,
    is_of_own_duty,
    is_presentable,
    style_of,
    suits,
)
from assistant.suggestion.trial import Candidate
from corpus.document import Passage, PassageKind
from index.entry import describe
from index.language import words

_MOST = 3
_IS_TELLING = 0.6
_INTRODUCES = 0.3
_REWRITTEN = re.compile(r"ae|oe|aa")
"""How æ, ø and å are written where a keyboard has none."""


class QuestionBank:
    """Questions by passage; each passage's are chosen when they are first wanted.

    Args:
        library: The documents and their index, which holds the hand-written questions.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._chosen: dict[tuple[str, Role | None], tuple[Candidate, ...]] = {}
        self._lock = Lock()

    def of(self, passage: Passage, role: Role | None) -> tuple[Candidate, ...]:
        """Return the best questions that `passage` answers, for somebody in `role`."""
        key = (passage.id, role)
        with self._lock:
            if key not in self._chosen:
                self._chosen[key] = self._choose(passage, role)
            return self._chosen[key]

    @cached_property
    def _written(self) -> dict[str, list[str]]:
        written: defaultdict[str, list[str]] = defaultdict(list)
        for entry in self._library.retriever.channels.questions:
            if entry.is_answered and is_presentable(entry.text):
                written[entry.passage].append(entry.text)
        return written

    @cached_property
    def _own_words(self) -> frozenset[str]:
        passages = (p for document in self._library.documents for p in document.passages)
        return frozenset(word for passage in passages for word in words(passage.plain))

    def _choose(self, passage: Passage, role: Role | None) -> tuple[Candidate, ...]:
        subject = opening_subject(passage, self._library)
        asks = texts.ABOUT if texts.PERSONS.search(subject) else texts.DEFINE
        made = [asks.format(subject=subject)] if subject else []
        chosen = [*islice(self._rank(passage, role), _MOST), *made]
        return tuple(Candidate(text, frozenset({passage.id})) for text in dict.fromkeys(chosen))

    def _rank(self, passage: Passage, role: Role | None) -> Iterator[str]:
        """Yield the hand-written questions that are well put, the best first."""
        is_introducing = passage.kind is PassageKind.LEAD_IN
        floor = _INTRODUCES if is_introducing else _IS_TELLING
        told = {
            text: self._tells(text, passage)
            for text in self._written.get(passage.id, [])
            if suits(text, role) and not self._mistakes_side(text, passage, role)
        }
        telling = [text for text in told if told[text] >= floor]
        telling.sort(key=lambda text: told[text] + style_of(text, role), reverse=True)
        return (text for text in telling if is_introducing or self._is_usual(text, passage))

    def _mistakes_side(self, question: str, passage: Passage, role: Role | None) -> bool:
        """Say whether a question takes what leaders must do for something else.

        "Skal jeg være fleksibel?" is a leader's question there, and "hvem?" needs no asking.
        """
        lead_in = self._library.lead_in(passage)
        if lead_in is None or not is_about_leaders(lead_in.plain):
            return False
        return question.startswith("Hvem") or (role is Role.EMPLOYEE and is_of_own_duty(question))

    def _tells(self, question: str, passage: Passage) -> float:
        """Return how much of what a question is about stands in the passage, 0 to 1."""
        subject = self._subject(question)
        surroundings = describe(passage, self._library.document_of(passage))
        own = coverage(subject, [passage.plain])
        return (own + coverage(subject, [surroundings])) / 2

    def _is_usual(self, question: str, passage: Passage) -> bool:
        """Say whether a question is spelt right and worded as others ask of the passage, too."""
        foreign = set(words(question)) - self._own_words
        if any(_REWRITTEN.search(word) for word in foreign):
            return False
        channels = self._library.retriever.channels
        asked = set(channels.lemmatise(" ".join(self._subject(question))))
        is_usual = asked <= channels.vocabulary.held(passage.id)
        return is_usual and self._library.respell(question) == question

    def _subject(self, question: str) -> tuple[str, ...]:
        return understand(question, ignored=self._library.names).subject
