"""Questions that may be asked of any document, and whether one really answers them."""

from collections.abc import Iterator

from assistant.answer import Answer
from assistant.library import Library
from assistant.question import Role
from assistant.suggestion import texts
from assistant.suggestion.trial import Candidate, Trial
from corpus.document import Document, Metadata
from index.language import fold


def audience_of(role: Role | None) -> str:
    """Return the sidecar's key for `role`."""
    return role.value if role else texts.EVERYONE


def answered_generally(document: Document, trial: Trial) -> Iterator[tuple[Candidate, Answer]]:
    """Yield the general questions for a role that `document` really answers, with the answers.

    That the assistant answers is not enough where it knows no questions to the document: what it
    cites must say what such an answer says.
    """
    library = trial.assistant.library
    targets = frozenset(passage.id for passage in document.passages)
    for general in texts.GENERAL[audience_of(trial.role)]:
        if "{" in general.text and not _is_clear(document, library):
            continue
        candidate = Candidate(general.text.format(subject=document.metadata.subject), targets)
        answer = trial.answer(candidate)
        if answer is not None and _tells(answer, general, library):
            yield candidate, answer


def _is_clear(document: Document, library: Library) -> bool:
    """Say whether "dokumentet" can only be this one."""
    return len(library.documents) == 1 or document.metadata.subject != Metadata.subject


def _tells(answer: Answer, general: texts.General, library: Library) -> bool:
    cited = (library.passage(citation.passage_id) for citation in answer.citations)
    return any(general.told.search(fold(passage.plain)) for passage in cited)
