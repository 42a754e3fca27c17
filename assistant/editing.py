"""Let people add and change the questions per passage, and the words they use themselves."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from assistant.errors import EditInvalidError
from assistant.journal import Change, ChangeKind
from assistant.opening import Workplace, corpus_errors
from assistant.own_lines import PassageLines
from assistant.own_text import LONGEST_QUESTION, LONGEST_WORD, are_alike, clean
from assistant.own_words import OwnWords
from corpus.document import Document, Passage
from corpus.enrichment import Enrichment, PassageQuestions, load_enrichment
from index.language import fold, words


class Origin(StrEnum):
    """Where a question for a passage comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class PassageQuestion:
    """A question for a passage.

    Attributes:
        text: As it is written.
        origin: Shipped with the documents, people's own, or shipped and hidden by people.
    """

    text: str
    origin: Origin


class Editor:
    """Changes what people added to one folder of documents.

    Nothing of it counts in answers before the documents' index is built again: open a fresh
    `Workplace`. What the caller did wrong is an `EditInvalidError`; files that cannot be read or
    written raise `EditUnusableError` or `DocumentsUnusableError`.

    Args:
        workplace: The documents, as they are served now.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._own = OwnWords(workplace.settings.data_folder(workplace.folder))

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed and can be undone, the newest first."""
        with corpus_errors():
            return tuple(self._own.changes)

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The groups of words that people added, the documents' word first."""
        with corpus_errors():
            return tuple(self._own.read_words())

    @property
    def is_indexed(self) -> bool:
        """Whether the documents are served with everything that was changed."""
        return self._now() == self._workplace.enrichment

    def questions(self, passage_id: str) -> tuple[PassageQuestion, ...]:
        """Return the questions for a passage: shipped, own, and at last those that are hidden."""
        self._find(passage_id)
        shipped = self._shipped.questions.get(passage_id, PassageQuestions()).all
        now = self._now().questions.get(passage_id, PassageQuestions())
        shown = [
            PassageQuestion(text, Origin.OWN if text in now.own else Origin.SHIPPED)
            for text in dict.fromkeys(now.all)
        ]
        hidden = [text for text in dict.fromkeys(shipped) if text not in now.all]
        return (*shown, *(PassageQuestion(text, Origin.HIDDEN) for text in hidden))

    def add_question(self, passage_id: str, text: str) -> Change:
        """Add a question that a passage answers."""
        asked = clean(text, LONGEST_QUESTION)
        with self._changing(passage_id) as lines:
            self._require_new(passage_id, asked)
            lines.add(asked)
            return self._save(lines, ChangeKind.QUESTION_ADDED, asked)

    def change_question(self, passage_id: str, before: str, text: str) -> Change:
        """Change the wording of a question; a shipped one is hidden and people's own put for it."""
        asked = clean(text, LONGEST_QUESTION)
        with self._changing(passage_id) as lines:
            self._require(passage_id, before, (Origin.OWN, Origin.SHIPPED))
            if asked == before:
                raise EditInvalidError("own_question_same")
            self._require_new(passage_id, asked, besides=before)
            self._drop(lines, before)
            lines.add(asked)
            return self._save(lines, ChangeKind.QUESTION_CHANGED, asked, before)

    def remove_question(self, passage_id: str, text: str) -> Change:
        """Remove a question of people's own, or hide a shipped one."""
        with self._changing(passage_id) as lines:
            self._require(passage_id, text, (Origin.OWN, Origin.SHIPPED))
            self._drop(lines, text)
            return self._save(lines, ChangeKind.QUESTION_REMOVED, text)

    def restore_question(self, passage_id: str, text: str) -> Change:
        """Let a shipped question that was hidden count again."""
        with self._changing(passage_id) as lines:
            self._require(passage_id, text, (Origin.HIDDEN,))
            lines.show(text)
            return self._save(lines, ChangeKind.QUESTION_RESTORED, text)

    def add_synonym(self, canonical: str, word: str) -> Change:
        """Let people's own `word` mean what the documents call `canonical`."""
        meant, said = clean(canonical, LONGEST_WORD), clean(word, LONGEST_WORD)
        self._require_words(meant, said)
        with corpus_errors(), self._own.changing():
            groups = self._own.read_words()
            self._require_unmeant(groups, said)
            at = next((n for n, group in enumerate(groups) if fold(group[0]) == fold(meant)), None)
            if at is None:
                groups.append((meant, said))
            else:
                groups[at] = (*groups[at], said)
            change = _note(ChangeKind.WORD_ADDED, meant, said)
            self._own.write_words(groups, change)
        return change

    def remove_synonym(self, canonical: str, word: str) -> Change:
        """Let a word of people's own mean nothing again."""
        with corpus_errors(), self._own.changing():
            groups = self._own.read_words()
            if not any(group[0] == canonical and word in group[1:] for group in groups):
                raise EditInvalidError("own_word_unknown", name=word)
            kept = [
                (canonical, *(term for term in group[1:] if term != word))
                if group[0] == canonical
                else group
                for group in groups
            ]
            change = _note(ChangeKind.WORD_REMOVED, canonical, word)
            self._own.write_words([group for group in kept if len(group) > 1], change)
        return change

    def undo(self) -> Change:
        """Put back what stood before the newest change, and return that change."""
        return self._own.undo()

    @cached_property
    def _shipped(self) -> Enrichment:
        with corpus_errors():
            return load_enrichment(self._workplace.folder, self._workplace.documents)

    def _now(self) -> Enrichment:
        """Return the enrichment as the files say it now, whether it is indexed or not."""
        workplace = self._workplace
        added = workplace.settings.data_folder(workplace.folder)
        with corpus_errors():
            return load_enrichment(workplace.folder, workplace.documents, additional=added)

    def _find(self, passage_id: str) -> tuple[Document, Passage]:
        for document in self._workplace.documents:
            passage = document.by_id.get(passage_id)
            if passage is not None and passage.kind.is_answer:
                return document, passage
        raise EditInvalidError("passage_unknown", name=passage_id)

    def _require_new(self, passage_id: str, text: str, besides: str = "") -> None:
        known = self._now().questions.get(passage_id, PassageQuestions()).all
        if any(are_alike(text, other) for other in known if other != besides):
            raise EditInvalidError("own_question_known")

    def _require(self, passage_id: str, text: str, allowed: Sequence[Origin]) -> Origin:
        """Return where a question that is there comes from."""
        for question in self.questions(passage_id):
            if question.text == text and question.origin in allowed:
                return question.origin
        raise EditInvalidError("own_question_unknown")

    def _drop(self, lines: PassageLines, text: str) -> None:
        """Take a question out of people's own, and hide it where it is shipped."""
        lines.remove(text)
        if text in self._shipped.questions.get(lines.passage.id, PassageQuestions()).all:
            lines.hide(text)

    @contextmanager
    def _changing(self, passage_id: str) -> Generator[PassageLines]:
        """Give the lines of a passage, and keep everybody else from changing any meanwhile."""
        document, passage = self._find(passage_id)
        with corpus_errors(), self._own.changing():
            yield PassageLines(document, passage, self._own.read_questions(document.name))

    def _save(self, lines: PassageLines, kind: ChangeKind, text: str, before: str = "") -> Change:
        change = _note(kind, lines.passage.label, text, before)
        self._own.write_questions(lines.document.name, lines.all, change)
        return change

    def _require_words(self, meant: str, said: str) -> None:
        vocabulary = self._workplace.library.retriever.channels.vocabulary
        if fold(meant) == fold(said):
            raise EditInvalidError("own_word_same")
        if not all(vocabulary.knows(word) for word in words(meant)):
            raise EditInvalidError("own_word_unfound", name=meant)
        parts = words(said)
        if len(parts) == 1 and vocabulary.lemma(parts[0]) in vocabulary.written:
            raise EditInvalidError("own_word_written", name=said)

    def _require_unmeant(self, groups: Sequence[Sequence[str]], said: str) -> None:
        for group in groups:
            if any(fold(word) == fold(said) for word in group):
                raise EditInvalidError("own_word_known", name=said, canonical=group[0])


def _note(kind: ChangeKind, place: str, text: str, before: str = "") -> Change:
    return Change(kind, place, text, before, datetime.now(UTC).replace(microsecond=0))
