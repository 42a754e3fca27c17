"""What a model may rest an answer on: passages, each with what introduces it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.draft import Rendered, flatten
from assistant.generative.order import gives_orders
from assistant.groundedness.verdict import Evidence
from assistant.library import Library
from corpus.document import Passage

_MOST = 8


@dataclass(frozen=True)
class Source:
    """A passage that an answer may rest on.

    Attributes:
        passage: The passage.
        text: What it says, with the lead-in that it cannot be read without.
        evidence: The same, as the groundedness check reads it.
    """

    passage: Passage
    text: str
    evidence: Evidence


def read_sources(rendered: Rendered, further: Sequence[str], library: Library) -> list[Source]:
    """Return what an answer may rest on: what the extractive answer cites, and the next hits.

    What gives orders to a machine is left out; where the answer itself cites such, nothing is
    left.

    Args:
        rendered: The extractive answer.
        further: Ids of passages that were found, best first.
        library: Where they stand.
    """
    cited = [citation.passage_id for citation in rendered.citations]
    if any(gives_orders(library.passage(identity).text) for identity in cited):
        return []
    wanted = list(dict.fromkeys([*cited, *further]))[: max(_MOST, len(cited))]
    passages = [library.passage(identity) for identity in wanted]
    return [make_source(p, library) for p in passages if not gives_orders(p.text)]


def make_source(passage: Passage, library: Library) -> Source:
    """Return `passage` as something that an answer may rest on."""
    lead_in = library.lead_in(passage)
    plain = flatten(passage.plain)
    section = passage.section[-1] if passage.section else ""
    if lead_in is None:
        return Source(passage, plain, Evidence(plain, section))
    above = flatten(lead_in.plain)
    return Source(passage, f"{above} {plain}", Evidence(f"{above}\n\n- {plain}", section))
