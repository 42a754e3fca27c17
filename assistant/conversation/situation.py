"""A turn with all that it can lean on."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant import lexicon, texts
from assistant.answer import Answer
from assistant.conversation import wording
from assistant.conversation.anaphora import find_anaphor
from assistant.conversation.focus import Focus
from assistant.conversation.history import Conversation
from assistant.conversation.subject import subject_of
from assistant.enumeration import enumerate_phrases
from assistant.library import Library
from assistant.question import QuestionKind
from corpus.document import Passage, PassageKind
from index.language import fold

_WORD = re.compile(r"[a-z0-9]+")
_DEFINES = re.compile(
    r"^\W*(?P<subject>[^\W\d_][\w-]*(?: [\w-]+)?) (?:er|handler|betyder|består|dækker|omfatter)\b"
)
_NO_SUBJECT = frozenset(["det", "den", "de", "der", "dette", "hvad", "ingen", "vi", "man", "jeg"])


@dataclass(frozen=True)
class Situation:
    """What is asked, and what was said before.

    Attributes:
        text: The question without its opening words.
        conversation: The turns before.
        library: Documents and index.
        returns_to: The earlier answer that the question says it goes back to, or None.
    """

    text: str
    conversation: Conversation
    library: Library
    returns_to: Answer | None = None

    @cached_property
    def folded(self) -> str:
        """The question, folded, without courtesies and closing signs."""
        return wording.trim(fold(self.text))

    @cached_property
    def last(self) -> Answer | None:
        """The answer that the question leans on, or None."""
        return self.returns_to or self.conversation.last

    @cached_property
    def focus(self) -> Focus | None:
        """Where that answer stands, or None."""
        return Focus(self.last, self.library) if self.last and self.last.citations else None

    @cached_property
    def subject(self) -> str:
        """What that answer was about, as a phrase."""
        return describe(self.last, self.library) if self.last else ""

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The folded words that name a subject of the question's own."""
        ignored = lexicon.FRAME_WORDS | wording.GENERIC | self.library.names
        if find_anaphor(self.text):
            ignored |= wording.PEOPLE
        return tuple(word for word in _WORD.findall(fold(self.text)) if word not in ignored)


def describe(answer: Answer, library: Library) -> str:
    """Return what an answer was about: what was asked about, else where it stands."""
    asked = answer.subject or subject_of(answer.standalone_question)
    return asked or name_place(answer, library)


def name_place(answer: Answer, library: Library) -> str:
    """Return what the answer's first passage says something of, else its section, marked."""
    if not answer.citations:
        return ""
    focus = Focus(answer, library)
    opening = opening_subject(focus.cited[0], library)
    if opening and len(focus.points) == 1 and focus.cited[0].kind is not PassageKind.HEADING:
        return opening
    return texts.MARKED.format(name=name_section(focus))


def name_section(focus: Focus) -> str:
    """Return what to call the section that an answer stands in, or its document."""
    return focus.section.title if focus.section is not None else focus.document.metadata.title


def opening_subject(passage: Passage, library: Library) -> str:
    """Return what `passage` opens by saying something of ("Social kapital er ..."), or ""."""
    if passage.kind is PassageKind.HEADING:
        sections = library.document_of(passage).sections
        return next((s.title for s in sections if s.heading == passage.id), "")
    match = _DEFINES.match(passage.plain)
    if match is None or fold(match["subject"].split()[0]) in _NO_SUBJECT:
        return ""
    subject = match["subject"]
    return subject if subject.isupper() else subject[0].lower() + subject[1:]


def last_subjects(situation: Situation) -> tuple[str, str] | None:
    """Return the two things last spoken of, the earlier first, or None."""
    focus = situation.focus
    if focus is not None and len(focus.points) == 2:  # noqa: PLR2004  "de to"
        one, other = (opening_subject(p, situation.library) for p in focus.points)
        if one and other and fold(one) != fold(other):
            return one, other
    found: list[str] = []
    for answer in situation.conversation.answers:
        if not answer.citations:
            continue
        subject = describe(answer, situation.library)
        sides = [side.strip() for side in re.split(r"\s+og\s+", subject)]
        if answer.trace.kind == QuestionKind.COMPARISON and len(sides) == 2:  # noqa: PLR2004
            return sides[0], sides[1]
        if subject and fold(subject) not in map(fold, found):
            found.append(subject)
    return (found[1], found[0]) if len(found) > 1 else None


def both(subjects: tuple[str, str]) -> str:
    """Return two subjects as one phrase."""
    return enumerate_phrases(subjects)
