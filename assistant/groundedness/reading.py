"""Read evidence and sentence into what the signals compare: clauses of words with lemmas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.verdict import Evidence
from corpus.document import Document, Metadata, Passage, PassageKind
from corpus.loading import canonicalise
from corpus.parsing import parse_document
from corpus.sentence import split_sentences
from index.language import fold

_TOKEN = re.compile(r"[^\W_]+|[,;:.!?–—()]")
_WORD = re.compile(r"[^\W_]+")
BREAKING = frozenset(
    """men fordi hvis naar saa som der at samt eller selv mens dog og hvor medmindre""".split()  # noqa: SIM905  the quoted words would hide the list
)
_HEADINGS = frozenset({PassageKind.HEADING, PassageKind.SUBTITLE})


@dataclass(frozen=True)
class Word:
    """A word as written and as compared."""

    text: str
    lemma: str


@dataclass(frozen=True)
class Clause:
    """Words between two marks or conjunctions, the conjunction with what follows it."""

    words: tuple[Word, ...]


@dataclass(frozen=True)
class Unit:
    """One sentence or bullet.

    Attributes:
        text: Without markup.
        lead_in: What introduces it, or "".
        clauses: Of the text.
        above_lemmas: Of the headings that it stands under, and of the lead-in.
    """

    text: str
    lead_in: str
    clauses: tuple[Clause, ...]
    above_lemmas: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word, in order."""
        return tuple(word for clause in self.clauses for word in clause.words)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Every lemma, in order."""
        return tuple(word.lemma for word in self.words)

    @cached_property
    def folded(self) -> str:
        """The text with its lead-in, folded."""
        return fold(f"{self.text} {self.lead_in}")


@dataclass(frozen=True)
class Reading:
    """What the evidence says.

    Attributes:
        units: In order, headings left out.
        headings: With the sections that the evidence names.
        bullets: How many items its lists hold, by list.
        sources: The plain text of each piece of evidence.
    """

    units: tuple[Unit, ...]
    headings: tuple[str, ...]
    bullets: tuple[int, ...]
    sources: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """Everything, headings included, a unit a line."""
        return "\n".join((*self.headings, *(unit.text for unit in self.units)))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word as written, in order, headings included."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def folded(self) -> str:
        """Everything, folded."""
        return fold(self.text)


def read_evidence(evidence: Sequence[Evidence], lexicon: Lexicon) -> Reading:
    """Return what `evidence` says, its Markdown taken apart as a document's is."""
    units: list[Unit] = []
    headings: list[str] = []
    bullets: list[int] = []
    sources: list[str] = []
    for piece in evidence:
        document = parse_document("", canonicalise(piece.text), Metadata(title="-"))
        headings += [piece.section] if piece.section else []
        headings += [p.plain for p in document.passages if p.kind in _HEADINGS]
        bullets += [len(each.items) for each in document.listings]
        sources.append(" ".join(passage.plain for passage in document.passages))
        for passage in document.passages:
            if passage.kind not in _HEADINGS:
                units += _read_passage(passage, document, piece.section, lexicon)
    return Reading(tuple(units), tuple(headings), tuple(bullets), tuple(sources))


def read_unit(text: str, lexicon: Lexicon, *, lead_in: str = "", headings: str = "") -> Unit:
    """Return one sentence or bullet.

    Args:
        text: Without markup.
        lexicon: What is known of words.
        lead_in: What introduces it, or "".
        headings: What it stands under, or "".
    """
    clauses: list[list[Word]] = [[]]
    for token in _TOKEN.findall(text):
        if not token[0].isalnum():
            clauses.append([])
            continue
        if fold(token) in BREAKING:
            clauses.append([])
        clauses[-1].append(Word(token, lexicon.lemma(token)))
    return Unit(
        text=text,
        lead_in=lead_in,
        clauses=tuple(Clause(tuple(clause)) for clause in clauses if clause),
        above_lemmas=tuple(lexicon.lemmas(f"{headings} {lead_in}")),
    )


def _read_passage(
    passage: Passage, document: Document, section: str, lexicon: Lexicon
) -> list[Unit]:
    lead_ins: list[str] = []
    above = passage.lead_in
    while above:
        lead_ins.insert(0, document.by_id[above].plain)
        above = document.by_id[above].lead_in
    lead_in = " ".join(lead_ins)
    headings = " ".join((section, *passage.section))
    plain = passage.plain
    return [
        read_unit(plain[span.start : span.end], lexicon, lead_in=lead_in, headings=headings)
        for span in split_sentences(plain)
    ]
