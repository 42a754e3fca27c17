"""What the assistant suggests to ask: made from the documents, tried before it is shown."""

from threading import RLock

from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from assistant.conversation.history import DISTRESS
from assistant.pipeline import Assistant
from assistant.question import Role
from assistant.suggestion.bank import QuestionBank
from assistant.suggestion.concern import find_concerns
from assistant.suggestion.following import after_answer, after_refusal
from assistant.suggestion.scene import Scene
from assistant.suggestion.selection import choose
from assistant.suggestion.starting import find_starters
from assistant.suggestion.term import find_terms
from assistant.suggestion.trial import Candidate, Trial


class Suggestions:
    """Starter questions, follow-ups, words to know and what concerns whom.

    May be used by several threads; what does not depend on a conversation is found once.

    Args:
        assistant: Over the documents; every suggestion is tried on it, though never on a language
            model: that would cost time and money, and send questions away that nobody asked.

    Attributes:
        assistant: The same.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._tried = assistant.without_model()
        self._bank = QuestionBank(assistant.library)
        self._lock = RLock()
        self._starters: dict[Role | None, tuple[str, ...]] = {}
        self._concerns: dict[Role, frozenset[str]] = {}
        self._terms: tuple[str, ...] | None = None

    def starters(self, role: Role | None) -> tuple[str, ...]:
        """Return about six questions that somebody in `role` could begin with."""
        with self._lock:
            if role not in self._starters:
                self._starters[role] = find_starters(self._tried, role)
            return self._starters[role]

    def followups(
        self,
        answer: Answer,
        conversation: Conversation,
        k: int = 3,
        *,
        role: Role | None = None,
    ) -> tuple[str, ...]:
        """Return at most `k` questions that go on from `answer` and that the documents answer.

        Somebody in distress is offered none.

        Args:
            answer: What was said last.
            conversation: The turns so far, with or without that answer.
            k: How many are wanted.
            role: Who asks, if known; a role that was said in the conversation goes before it.
        """
        if answer.trace.kind == DISTRESS:
            return ()
        said = [turn.answer for turn in conversation.turns]
        if answer not in said[-1:]:
            conversation = conversation.after(answer)
        asker = conversation.role or role
        scene = Scene(answer, conversation, asker, self.assistant.library, self._bank)
        trial = Trial(self._tried, role, conversation)
        if scene.focus is not None:
            candidates = after_answer(scene, scene.focus)
            return choose(candidates, trial, k=k, shown=scene.shown, asked=scene.asked)
        near = after_refusal(scene) if answer.status is not Status.META else ()
        begin = (Candidate(question) for question in self.starters(asker))
        candidates = (c for group in (near, begin) for c in group)
        return choose(candidates, trial, k=k, shown=scene.just_shown, asked=scene.asked)

    def role_passages(self, role: Role) -> frozenset[str]:
        """Return the ids of the passages that especially concern `role`."""
        with self._lock:
            if role not in self._concerns:
                self._concerns[role] = find_concerns(self._tried, role)
            return self._concerns[role]

    @property
    def terms(self) -> tuple[str, ...]:
        """At most eight words that somebody new should know; "Hvad er ...?" is answered of each."""
        with self._lock:
            if self._terms is None:
                self._terms = find_terms(self._tried)
            return self._terms
