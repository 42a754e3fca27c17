"""The documents as a whole: what they say they are about, their sections, and a section shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.draft import Line, Rendered, render
from assistant.kinship import coverage
from assistant.library import Library
from assistant.run import compose_run
from corpus.document import Document, Passage, PassageKind, Section
from index.language import fold, words

_ASKED_FOR = re.compile(
    r"^(?:kan du |vil du |må jeg |maa jeg |kunne du |gerne )*(?:vis|vise|se|læs|læse|laes|giv"
    r"|give|få|citer|citere|åbn|find"
    r"|hent)(?: mig| lige| os| gerne)*(?P<whole> hele| alt i)?(?P<section> (?:afsnittet?"
    r"|kapit(?:el|let)|stykket|punktet"
    r"|paragraf(?:fen)?|hele afsnittet))?(?P<about> (?:om|der hedder|der handler om|med titlen"
    r"|med overskriften|nr\.?"
    r"|nummer|kaldet))?\s+(?P<name>.+?)$",
    re.IGNORECASE,
)
_REST = re.compile(r"\s*(?:,\s*tak|tak|op)$", re.IGNORECASE)
_LONG_ENOUGH = 120
_OPENING = frozenset({PassageKind.PARAGRAPH, PassageKind.SENTENCE, PassageKind.LEAD_IN})
_MOST_OPENING = 4
_IS_NAMED = 0.95
_ARTICLES = frozenset(["afsnit", "afsnittet", "kapitel", "om", "det", "den", "de"])


@dataclass(frozen=True)
class Shown:
    """A section that was asked for.

    Attributes:
        rendered: The section, or the sentence that there is none of that name.
        is_found: Whether there is one.
    """

    rendered: Rendered
    is_found: bool


def describe_contents(library: Library) -> Rendered:
    """Return the names of the sections of every document."""
    return render(_contents(library.documents), library)


def describe_subject(library: Library) -> Rendered:
    """Return how each document opens, word for word, then its sections."""
    lines: list[Line] = []
    for document in library.documents:
        opening = _opening(document)
        if opening:
            lines.append(Line(texts.OPENS.format(title=document.metadata.title)))
            lines += [Line(passage=passage) for passage in opening]
    return render([*lines, *_contents(library.documents)], library)


def show_section(text: str, library: Library) -> Shown | None:
    """Return the section that `text` asks to see; None if it asks for something else.

    "Vis afsnittet om mod" always asks for a section; "vis mig krav og forventning" does only where
    a section is called so.
    """
    match = _ASKED_FOR.match(_REST.sub("", text.strip(" ?.!")))
    if match is None:
        return None
    name = match["name"].strip(" \"'»«”“")
    is_section = match["section"] is not None
    found = _find_section(name, library, is_loose=is_section)
    if found is None:
        if not is_section or not words(name):
            return None
        missing = [Line(texts.NO_SECTION), *_contents(library.documents)]
        return Shown(render(missing, library), is_found=False)
    document, section = found
    heading = document.by_id[section.heading]
    below = [p for p in document.passages if _is_shown(p, section)]
    return Shown(compose_run([heading, *below], library), is_found=True)


def _is_shown(passage: Passage, section: Section) -> bool:
    inside = passage.section[: len(section.path)] == section.path
    return inside and passage.id != section.heading and passage.kind is not PassageKind.NOTICE


def _contents(documents: Sequence[Document]) -> list[Line]:
    lines: list[Line] = []
    for document in documents:
        title = document.metadata.title
        titles = [s.title for s in document.sections if document.under(s.path)]
        phrase = texts.CONTENTS if titles else texts.NO_SECTIONS
        lines.append(Line(phrase.format(title=title)))
        lines += [Line(title, is_bullet=True) for title in dict.fromkeys(titles)]
    return lines


def _opening(document: Document) -> list[Passage]:
    """Return the first paragraph of running text, with the next where that is short."""
    running: list[Passage] = []
    for passage in document.answers:
        if passage.kind not in _OPENING:
            break
        is_next = not running or passage.block == running[-1].block
        if not is_next and sum(len(p.plain) for p in running) >= _LONG_ENOUGH:
            break
        running.append(passage)
    return running[:_MOST_OPENING]


def _find_section(
    name: str, library: Library, *, is_loose: bool
) -> tuple[Document, Section] | None:
    """Return the section whose title or label is called `name`, the one that says least besides.

    Args:
        name: As it was asked for.
        library: Documents and index.
        is_loose: Whether a part of the title is enough.
    """
    named = [word for word in words(name) if fold(word) not in _ARTICLES]
    if not named:
        return None
    fitting: list[tuple[float, Document, Section]] = []
    for document in library.documents:
        for section in document.sections:
            fit = max(
                _fit(named, title, is_loose=is_loose) for title in (section.title, section.label)
            )
            if fit and document.under(section.path):
                fitting.append((fit, document, section))
    best = max(fitting, key=lambda entry: entry[0], default=None)
    return (best[1], best[2]) if best else None


def _fit(named: Sequence[str], title: str, *, is_loose: bool) -> float:
    """Return how well a title fits a name, 0 to 2; 0 if it does not.

    Numbers and letters name a section by its beginning: "2.1", "B", "§ 8".
    """
    own = words(title)
    if [fold(word) for word in own[: len(named)]] == [fold(word) for word in named]:
        is_numbered = all(len(word) <= 2 for word in named)  # noqa: PLR2004  "2", "1", "B"
        if is_loose or is_numbered or len(own) == len(named):
            return 1.0 + len(named) / len(own)
    if any(char.isdigit() for word in named for char in word):
        return 0.0
    covered, covering = coverage(named, [title]), coverage(own, [" ".join(named)])
    if covered < _IS_NAMED or not (is_loose or covering >= _IS_NAMED):
        return 0.0
    return (covered + covering) / 2
