"""The nouns: a true sentence of a document, and what is made of it."""

from dataclasses import dataclass

from assistant.groundedness.verdict import Evidence


@dataclass(frozen=True)
class Truth:
    """A sentence that its document says.

    Attributes:
        document: Name of the document.
        sentence: One sentence, with its full stop; of a list item it opens with the lead-in.
        evidence: The passage that says it, its lead-in above it.
        path: The headings above it, as the document writes them.
        section: What its section is called, or "".
        lead_in: What the sentence has before the item, or "".
        item: The item's own words, as they go on from the lead-in, or "".
    """

    document: str
    sentence: str
    evidence: Evidence
    path: tuple[str, ...]
    section: str
    lead_in: str = ""
    item: str = ""


@dataclass(frozen=True)
class Mutant:
    """A sentence made of true ones.

    Attributes:
        kind: How it was made; "noise:" begins what must not alarm.
        document: Name of the document.
        passages: What it is said to rest on.
        sentence: In Danish.
        is_harmful: Whether it says what its passages do not say.
    """

    kind: str
    document: str
    passages: tuple[Evidence, ...]
    sentence: str
    is_harmful: bool
