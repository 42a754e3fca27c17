"""Read what a question takes for granted: its words without the frame of the question."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from assistant.groundedness.quantity import Quantity, find_quantities
from assistant.premise.vocabulary import Vocabulary
from index.language import fold

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|(?<=\w:)\s+")
_OPENING = re.compile(r"^\W*(?:(?:og|men|saa|naa|mon|okay|ok)\W+)?")
_BLANK = "_"


class Force(IntEnum):
    """How firmly a form of question states its premise."""

    ASKED = 0
    OPEN = 1
    IMPLIED = 2
    STATED = 3


@dataclass(frozen=True)
class Premise:
    """What a question takes for granted.

    Attributes:
        words: As written, the frame ("Hvorfor", "Er det rigtigt, at") left out.
        lemmas: Of the words.
        clauses: By word, the number of the part between commas that it stands in.
        content: Places of the words that say something of the matter, in order.
        names: Those of them that name the document or its owner.
        denying: Places of the words that deny ("ikke", "afskaffet").
        exclusive: Place of the first "kun" or the like, or None.
        instead: Place from which on something is set aside ("og ikke ..."), or None.
        quantities: Numbers and dates.
        force: How firmly the form states it: "Hvad ...", "Hvilke ...", "Hvorfor ...".
        is_conditional: Whether an "if" or "when" may govern it.
        is_ended: Whether it says that something was stopped or taken away.
        ranking: Place of a "vigtigere end" or the like, or None.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    clauses: tuple[int, ...]
    content: tuple[int, ...]
    names: frozenset[int]
    denying: frozenset[int]
    exclusive: int | None
    instead: int | None
    quantities: tuple[Quantity, ...]
    force: Force
    is_conditional: bool
    is_ended: bool
    ranking: int | None


def read_premise(
    text: str,
    vocabulary: Vocabulary,
    *,
    names: Collection[str] = (),
    lemmatise: Callable[[str], str],
) -> Premise | None:
    """Return what the question `text` takes for granted, or None if its form grants nothing.

    A question that only points back ("Hvorfor er det sådan?") is read with the sentence before.

    Args:
        text: A question.
        vocabulary: Forms and words.
        names: Folded words that name the document or its owner.
        lemmatise: One word to its folded lemma.
    """
    sentences = [part for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    if not sentences:
        return None
    asked = [at for at, part in enumerate(sentences) if part.rstrip().endswith("?")]
    at = asked[-1] if asked else len(sentences) - 1
    reader = _Reader(vocabulary, names, lemmatise)
    premise = reader.read(sentences[at])
    if premise is not None and not premise.content and at:
        premise = reader.read(f"{sentences[at - 1]} {sentences[at]}")
    return premise if premise is not None and premise.content else None


class _Reader:
    """Reads one sentence."""

    def __init__(
        self, vocabulary: Vocabulary, names: Collection[str], lemmatise: Callable[[str], str]
    ) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._lemmatise = lemmatise

    def read(self, text: str) -> Premise | None:
        folded = fold(text)
        force = self._weigh(folded)
        bare = self._blank(folded)
        spans = [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+|_+", folded)]
        written = _WORD.findall(text)
        if len(spans) != len(written):
            return None
        kept = [
            (word, start)
            for word, (start, _) in zip(written, spans, strict=True)
            if bare[start] != _BLANK
        ]
        return self._build(text, bare, kept, force)

    def _weigh(self, folded: str) -> Force:
        """Return how firmly the form states what it asks about; a mere statement implies."""
        if self._vocabulary.find("strong", folded):
            return Force.STATED
        opened = (force for form, force in _FORMS.items() if self._open_with(form, folded))
        return next(opened, Force.IMPLIED)

    def _open_with(self, form: str, folded: str) -> tuple[int, int] | None:
        """Return where `form` stands if the text opens with it."""
        start = _opening_end(folded)
        spans = [match.span() for match in self._vocabulary.find(form, folded)]
        return next((span for span in spans if span[0] == start), None)

    def _blank(self, folded: str) -> str:
        """Return the text with its frame blanked out, as long as before."""
        spans = [match.span() for match in self._vocabulary.find("frame", folded)]
        spans += [span for form in _FORMS if (span := self._open_with(form, folded))]
        for start, end in spans:
            folded = f"{folded[:start]}{_BLANK * (end - start)}{folded[end:]}"
        return folded

    def _build(self, text: str, bare: str, kept: list[tuple[str, int]], force: Force) -> Premise:
        words = tuple(word for word, _ in kept)
        starts = [start for _, start in kept]
        lemmas = tuple(self._lemmatise(word) for word in words)
        granted = self._vocabulary.find("granted", bare)
        instead = self._places("instead", bare, starts, granted)
        denying = self._places("denying", bare, starts, granted) - instead
        exclusive = self._places("exclusive", bare, starts, granted)
        ranking = self._places("ranking", bare, starts, granted)
        named = self._named(words, lemmas)
        taken = instead | denying | exclusive
        return Premise(
            words=words,
            lemmas=lemmas,
            clauses=tuple(bare.count(",", 0, start) for start in starts),
            content=tuple(
                at
                for at, lemma in enumerate(lemmas)
                if at not in taken and (self._vocabulary.is_telling(lemma) or at in named)
            ),
            names=named,
            denying=frozenset(denying),
            exclusive=min(exclusive, default=None),
            instead=min(instead, default=None),
            quantities=tuple(find_quantities(text, self._vocabulary.lexicon)),
            force=force,
            is_conditional=bool(self._vocabulary.find("condition", bare)),
            is_ended=bool(self._vocabulary.find("phase", bare)),
            ranking=min(ranking, default=None),
        )

    def _named(self, words: Sequence[str], lemmas: Sequence[str]) -> frozenset[int]:
        """Return the places of the words that name the document or its owner."""
        pairs = enumerate(zip(words, lemmas, strict=True))
        return frozenset(
            at for at, pair in pairs if fold(pair[0]) in self._names or pair[1] in self._names
        )

    def _places(
        self, form: str, bare: str, starts: list[int], granted: list[re.Match[str]]
    ) -> set[int]:
        """Return the places of the words of `form`, but not in "ikke kun" and the like."""
        found = [
            match.span()
            for match in self._vocabulary.find(form, bare)
            if not any(each.start() <= match.start() < each.end() for each in granted)
        ]
        return {
            at
            for at, place in enumerate(starts)
            for start, end in found
            if start <= place < end and (place == start or not self._is_telling(bare, place))
        }

    def _is_telling(self, bare: str, start: int) -> bool:
        """Say whether what stands between the words of an expression tells something."""
        word = _WORD.match(bare, start)
        return word is not None and self._vocabulary.is_telling(self._lemmatise(word.group()))


_FORMS = {"weak": Force.IMPLIED, "open": Force.OPEN, "asked": Force.ASKED}


def _opening_end(folded: str) -> int:
    opening = _OPENING.match(folded)
    return opening.end() if opening else 0
