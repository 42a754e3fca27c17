"""Count the points of a list, rightly and wrongly."""

from collections.abc import Iterator

from assistant.groundedness.verdict import Evidence
from corpus.document import Document, Listing, PassageKind
from evals.mutant.clause import words_of
from evals.mutant.language import Language
from evals.mutant.mutant import Mutant

_FEWEST = 2
_WRONG = (-1, 1, 2)


def make_counts(document: Document, language: Language) -> Iterator[Mutant]:
    """Yield how many points each list has: wrong ones as harmful, the right one as noise."""
    for listing in document.listings:
        if not _is_countable(listing, document, language):
            continue
        evidence = (_show(listing, document),)
        right = len(listing.items)
        for frame in language.frames["counts"]:
            for count in _write(right, language):
                sentence = frame.format(count=count)
                yield Mutant("noise:count", document.name, evidence, sentence, is_harmful=False)
            for wrong in (right + step for step in _WRONG if right + step >= _FEWEST):
                sentence = frame.format(count=_write(wrong, language)[0])
                yield Mutant("number", document.name, evidence, sentence, is_harmful=True)


def _is_countable(listing: Listing, document: Document, language: Language) -> bool:
    """Say whether the list has points, no lists within them, and no lead-in that says otherwise.

    "Der er tre former:" above four points leaves open how many there are.
    """
    parents = {passage.lead_in for passage in document.passages}
    kinds = {document.by_id[item].kind for item in listing.items}
    lead_in = document.by_id[listing.lead_in].plain if listing.lead_in else ""
    said = {value for word, value in language.number_words.items() if word in words_of(lead_in)}
    return (
        len(listing.items) >= _FEWEST
        and kinds == {PassageKind.ITEM}
        and parents.isdisjoint(listing.items)
        and said <= {len(listing.items)}
    )


def _show(listing: Listing, document: Document) -> Evidence:
    """Return the whole list as one passage."""
    labels = {section.path: section.label for section in document.sections}
    lines = [document.by_id[listing.lead_in].text] if listing.lead_in else []
    lines += [f"- {document.by_id[item].text}" for item in listing.items]
    return Evidence("\n".join(lines), labels.get(listing.section, ""))


def _write(count: int, language: Language) -> list[str]:
    """Return `count` in words, if there is a word for it, and in digits."""
    words = [word for word, value in language.number_words.items() if value == count]
    return [*words, str(count)]
