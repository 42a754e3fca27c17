"""Split Danish text into sentences, as slices."""

import re
from dataclasses import dataclass

# Danish abbreviations that end in a point without ending a sentence (Dansk Sprognævn's § 42
# writes them with points; the list holds those that occur in administrative prose).
_ABBREVIATIONS = frozenset(
    """adr afd afs alm ang art bd bek bilag bl.a ca cand cirk cpr d.d d.s d.v.s dir div dr dvs eks
    ekskl em evt f.eks feks f fhv fig fm forb forf frk ft følg gl gns hhv hr ib ifm ift inkl jf
    jfr kap kgl kl kr lb lic ltr m.a.o m.fl m.h.t m.m m.v mag maks mdr mia min mio mr mv mht mfl nr
    o.a o.l obs omtr opr osv p.t pct pga pkt prof red ref rk s sen sml sp spm sr st stk str såk
    t.o.m tab tekn tel temp th tlf tv u ugtl v vedr vha vol vs å årg ø åbn
    """.split()  # noqa: SIM905  a hundred quoted words would hide the list
)
# "Stk. 2.", "§ 4 a.", "3." and the like number what follows; alone they say nothing.
_NUMBERING = re.compile(
    r"\W*((stk|kap|nr|pkt|art)\b\.?\s*)*\d{1,3}(\.\d+)*(\s?[a-zæøå])?", re.IGNORECASE
)
_LONGEST_ORDINAL = 2
_END = re.compile(r"[.!?…]+[\"'”»«)\]]*(?=\s)")
_OPENING = re.compile(r"[\s\"'“„”«»(\[*_]*([^\W_]|§)")
_MONTHS = re.compile(r"\s*(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """A half-open slice of a text, in code points."""

    start: int
    end: int


def split_sentences(text: str) -> list[Span]:
    """Return the sentences of `text` as trimmed spans, in order.

    A point ends no sentence after an abbreviation, an ordinal before a month or a lower-case
    word, a single letter, or a numbering that opens the sentence. Works on any alphabet's
    capitals, æøå included.

    >>> text = "Den 31. august, dvs. i dag. Øvelse gør mester! Er det f.eks. Åse?"
    >>> [text[s.start:s.end] for s in split_sentences(text)]
    ['Den 31. august, dvs. i dag.', 'Øvelse gør mester!', 'Er det f.eks. Åse?']
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, start, match):
            _append(spans, text, start, match.end())
            start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    trimmed = piece.strip()
    if trimmed:
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(first, first + len(trimmed)))


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    """Say whether the mark at `end` ends the sentence that began at `start`."""
    mark, after = end.span()
    opening = _OPENING.match(text, after)
    if opening is None:
        return True
    first = opening.group(1)
    if first.islower():
        return False
    if text[mark] != ".":
        return True
    if _NUMBERING.fullmatch(text, start, mark):
        return False
    before = re.split(r"[\s(\[\"“„”«»]", text[start:mark])[-1].lower()
    if before.isdigit() and len(before) <= _LONGEST_ORDINAL:
        return not (first.isdigit() or _MONTHS.match(text, after))
    return not (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha()))
