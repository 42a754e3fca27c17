"""ALCE's citation metrics, with verbatim containment in the place of a judge model.

A statement is supported if its citations together hold it; citation recall is the share of
statements that are. A citation is precise if its statement is supported and it is not
superfluous: it holds the statement alone, or the others do not hold it without it
(Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", section 4.3).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evals.metric.text import normalise, rests_on

_MARKER = re.compile(r"\s*\[(\d+)\]")
_LIST_MARKER = re.compile(r"^\s*(?:- |\d+\. )?")
_LABEL = re.compile(r"^\*\*[^*]+:\*\*\s*")
_QUOTED = re.compile(r"»([^«]+)«")
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Statement:
    """One line of an answer that says something.

    Attributes:
        pieces: What it says, each piece to be found in a citation; without quotation marks,
            label and list marker.
        sources: What each of its citations holds.
    """

    pieces: tuple[str, ...]
    sources: tuple[str, ...]

    def is_held_by(self, sources: Sequence[str]) -> bool:
        """Say whether `sources` together hold every piece."""
        return bool(sources) and all(
            any(normalise(piece) in normalise(source) for source in sources)
            for piece in self.pieces
        )


def parse_statement(line: str, sources: dict[int, str]) -> Statement:
    """Return what a line says with the sources that its markers name.

    Args:
        line: One line of an answer's Markdown.
        sources: What each citation holds, by number; a marker of another number names nothing.

    >>> parse_statement("- **Mod:** »Tør ville« [2]", {2: "Tør ville og kunne"})
    Statement(pieces=('Tør ville',), sources=('Tør ville og kunne',))
    """
    cited = tuple(sources.get(int(n), "") for n in _MARKER.findall(line))
    body = _LABEL.sub("", _LIST_MARKER.sub("", _MARKER.sub("", line), count=1)).strip()
    around = _QUOTED.sub("\n", body).split("\n")
    pieces = (*_QUOTED.findall(body), *(part.strip() for part in around))
    return Statement(tuple(p for p in pieces if p and p != _ELLIPSIS), cited)


def citation_recall(statements: Sequence[Statement]) -> float | None:
    """Return the share of statements that their citations hold; None without statements.

    >>> citation_recall([Statement(("a",), ("a b",)), Statement(("c",), ())])
    0.5
    """
    if not statements:
        return None
    return sum(each.is_held_by(each.sources) for each in statements) / len(statements)


def citation_precision(statements: Sequence[Statement]) -> float | None:
    """Return the share of citations that are precise; None without citations.

    >>> citation_precision([Statement(("a",), ("a b", "c"))])
    0.5
    """
    judged = [_is_precise(each, at) for each in statements for at in range(len(each.sources))]
    return sum(judged) / len(judged) if judged else None


def gold_precision(quotes: Sequence[str], gold: Sequence[str]) -> float | None:
    """Return the share of `quotes` that rest on gold; None without quotes.

    >>> gold_precision(["a b", "c d"], ["a b"])
    0.5
    """
    if not quotes:
        return None
    return sum(rests_on(quote, gold) for quote in quotes) / len(quotes)


def _is_precise(statement: Statement, at: int) -> bool:
    if not statement.is_held_by(statement.sources):
        return False
    others = (*statement.sources[:at], *statement.sources[at + 1 :])
    return statement.is_held_by(statement.sources[at : at + 1]) or not statement.is_held_by(others)
