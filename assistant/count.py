"""Prove the counts in an answer's fixed phrases ("4 af 4 punkter")."""

import re
from collections.abc import Iterator, Sequence

from assistant import texts
from assistant.draft import Rendered
from corpus.document import Document, Listing

_LABEL = "{label}"


def find_wrong_counts(rendered: Rendered, documents: Sequence[Document]) -> Iterator[str]:
    """Yield the lines whose count is not that of what the answer cites or points to.

    A list that is counted is cited whole, places that are counted are the citations, and a list
    that is only pointed to has that many items.
    """
    cited = {citation.passage_id for citation in rendered.citations}
    listings = [listing for document in documents for listing in document.listings]
    whole = {len(each.items) for each in listings if cited.issuperset(each.items)}
    pointed = {(label, len(each.items)) for d in documents for each, label in _labelled(d)}
    for line in map(str.strip, rendered.text.split("\n")):
        for phrase, pattern in _PATTERNS.items():
            match = pattern.fullmatch(line.removeprefix("- "))
            if match is None:
                continue
            counts = {int(count) for name, count in match.groupdict().items() if name != "label"}
            if phrase == texts.MORE_LIST:
                is_right = (match["label"], *counts) in pointed
            elif phrase == texts.STANDS_IN_PLACES:
                is_right = counts == {len(rendered.citations)}
            else:
                is_right = len(counts) == 1 and counts <= whole
            if not is_right:
                yield line


def _labelled(document: Document) -> Iterator[tuple[Listing, str]]:
    labels = {section.path: section.label for section in document.sections}
    for listing in document.listings:
        yield listing, labels.get(listing.section, document.metadata.title)


def _pattern(phrase: str) -> re.Pattern[str]:
    numbers = iter(range(phrase.count("{count}")))
    filled = re.sub(
        r"\\\{count\\\}", lambda _: rf"(?P<count{next(numbers)}>\d+)", re.escape(phrase)
    )
    return re.compile(filled.replace(re.escape(_LABEL), "(?P<label>.+)"))


_PATTERNS = {
    phrase: _pattern(phrase)
    for phrase in (
        texts.COUNTS,
        texts.COUNTS_SECTIONS,
        texts.STANDS_IN_PLACES,
        texts.WHOLE_LIST,
        texts.MORE_LIST,
    )
}
