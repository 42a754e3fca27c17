"""Read passages once, to set premises beside them."""

from collections.abc import Iterator, Sequence

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Unit, read_unit
from assistant.library import Library
from assistant.premise.comparison import Comparison, Rival
from assistant.premise.statement import Premise, read_premise
from assistant.premise.vocabulary import load_vocabulary
from assistant.question import Question
from corpus.document import Passage
from corpus.sentence import split_sentences
from index.language import fold

_LONGEST_NAME = 3
"""Words before "er" that name what an item is about."""


class PremiseReader:
    """Reads passages once, to compare premises with them.

    Args:
        library: Documents and index.
        lexicon: What is known of words.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self.vocabulary = load_vocabulary(lexicon)
        self._units: dict[str, tuple[Unit, ...]] = {}
        self._rivals: dict[str, tuple[Rival, ...]] = {}
        self._around: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}

    def read_premise(self, question: Question) -> Premise | None:
        """Return what `question` takes for granted, or None."""
        names = self._library.names
        return read_premise(question.text, self.vocabulary, names=names, lemmatise=self._lemmatise)

    def compare(self, premise: Premise, passage: Passage) -> Iterator[Comparison]:
        """Yield `premise` beside each sentence of `passage`."""
        around = self._read_around(passage)
        for unit in self._read(passage):
            yield Comparison(
                premise,
                unit,
                around,
                self.vocabulary,
                names=self._library.names,
                rivals=self._find_rivals(passage),
            )

    def _lemmatise(self, word: str) -> str:
        """Return the lemma; of a word without æ, ø and å that of the documents' word."""
        lemma = self._lexicon.lemma(word)
        if lemma != fold(word):
            return lemma
        known = self._library.retriever.channels.lemmatise(word)
        return known[0] if len(known) == 1 else lemma

    def _read(self, passage: Passage) -> tuple[Unit, ...]:
        if passage.id not in self._units:
            lead_in = self._library.lead_in(passage)
            introduced = lead_in.plain if lead_in is not None else ""
            plain, above = passage.plain, " ".join(passage.section)
            self._units[passage.id] = tuple(
                read_unit(
                    plain[span.start : span.end], self._lexicon, lead_in=introduced, headings=above
                )
                for span in split_sentences(plain)
            )
        return self._units[passage.id]

    def _read_around(self, passage: Passage) -> frozenset[str]:
        document = self._library.document_of(passage)
        key = (document.name, tuple(passage.section))
        if key not in self._around:
            beside = [each for each in document.passages if each.section == passage.section]
            own = {lemma for each in beside for unit in self._read(each) for lemma in unit.lemmas}
            self._around[key] = frozenset(own | set(self._lexicon.lemmas(" ".join(key[1]))))
        return self._around[key]

    def _find_rivals(self, passage: Passage) -> tuple[Rival, ...]:
        """Return what stands beside `passage` under names of its own: items and sections."""
        if passage.id not in self._rivals:
            document = self._library.document_of(passage)
            own = self._name(passage) | set(self._lexicon.lemmas(" ".join(passage.section[-1:])))
            beside = [p for p in document.passages if p.section == passage.section]
            named = [(self._name(each), [each]) for each in beside if each.id != passage.id]
            named += [
                (self._telling(section.title), list(document.under(section.path)))
                for section in document.sections
                if section.path[:-1] == passage.section[:-1] and section.path != passage.section
            ]
            self._rivals[passage.id] = tuple(
                Rival(frozenset(name - own), self._gather(passages))
                for name, passages in named
                if name - own
            )
        return self._rivals[passage.id]

    def _name(self, passage: Passage) -> set[str]:
        """Return the lemmas of what a passage says what it is: those before its first "er"."""
        found = self.vocabulary.find("naming", fold(passage.plain))
        opening = passage.plain[: found[0].start()] if found else ""
        return self._telling(opening) if len(opening.split()) <= _LONGEST_NAME else set()

    def _telling(self, text: str) -> set[str]:
        return {each for each in self._lexicon.lemmas(text) if self.vocabulary.is_telling(each)}

    def _gather(self, passages: Sequence[Passage]) -> frozenset[str]:
        return frozenset(
            lemma for each in passages for unit in self._read(each) for lemma in unit.lemmas
        )
