"""The sources of training pairs: where each lies, what it is worth, whose it is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One file of pairs.

    Attributes:
        name: Short name.
        file: Path under the data folder.
        what: What its pairs are.
        origin: Who made it.
        licence: Under what terms.
        share: How often each row is shown in an epoch; below one, a fresh draw of that share.
    """

    name: str
    file: str
    what: str
    origin: str
    licence: str
    share: float


SOURCES = (
    Source(
        name="law",
        file="train/law_title_provision.jsonl.gz",
        what="title of a Danish act or order, and one of its provisions",
        origin="retsinformation.dk, through Ansvar-Systems/Danish-law-mcp on GitHub",
        licence="law texts are free (ophavsretsloven § 9); the collection is Apache-2.0",
        share=1.0,
    ),
    Source(
        name="docs",
        file="train/docs_heading_section.jsonl.gz",
        what="Danish heading, and the section under it",
        origin="Microsoft's Danish documentation (Dynamics-365-Operations.da-dk, "
        "dynamics365smb-docs-pr.da-dk, powerbi-docs.da-dk and others)",
        licence="CC BY 4.0",
        share=1.0,
    ),
    Source(
        name="parallel",
        file="train/parallel_da_en.jsonl.gz",
        what="Danish sentence, and its English translation",
        origin="Microsoft dynamics365smb-docs and project-operations; Microsoft *-for-beginners "
        "translations; GNOME help",
        licence="CC BY 4.0; MIT; CC BY 3.0",
        share=1.0,
    ),
    Source(
        name="tatoeba",
        file="train/tatoeba_da_en.jsonl.gz",
        what="everyday Danish sentence, and its English translation",
        origin="Tatoeba",
        licence="CC BY 2.0 FR",
        share=1.0,
    ),
    Source(
        name="machine",
        file="train/parallel_da_en_machine.jsonl.gz",
        what="machine-translated Danish sentence, and its English original",
        origin="Microsoft azure-docs",
        licence="CC BY 4.0",
        share=1.0,
    ),
)

THESAURUS = Source(
    name="thesaurus",
    file="enrichment/thesaurus.jsonl",
    what="two terms of one group of workplace synonyms",
    origin="written for this project",
    licence="MIT",
    share=8.0,
)
