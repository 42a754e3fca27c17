"""Every Danish word round a document that is read: its contents, its search, its places."""

from collections.abc import Sequence

CONTENTS = "Indhold"
DOCUMENTS = "Dokumenter"
FIND = "Find i dokumentet"
FIND_PREVIOUS = "Forrige sted"
FIND_NEXT = "Næste sted"
FOUND = "{n} af {count}"
FOUND_NONE = "Ingen steder"
SECTION_LINK = "Kopiér link til afsnittet »{title}«"
SECTION_ADDRESS = "Link til afsnittet »{title}«"
LINK_COPIED = "Linket er kopieret"
TABLE = "Tabel: {label}"
NOTES = "Noter"
NOTE = "Note {name}"
BACK_TO_TEXT = "Tilbage til teksten"
OPEN_WHOLE = "Åbn som side til at udskrive eller dele"
PRINT = "Udskriv"
ASK_ABOUT_IT = "Spørg assistenten om dokumentet"
NO_DOCUMENT = "Dokumentet findes ikke."
NO_DOCUMENT_TITLE = "Dokumentet findes ikke"
OTHER_DOCUMENTS = "Måske har det fået et andet navn. Her er de dokumenter, du kan læse:"
ASK_INSTEAD = "Gå til Ledelsesassistenten"
NO_PLACE = "Stedet findes ikke."

# Search
STANDS = ("Her står {query}", "Her står både {query}")
"""For one word, and for several."""

STANDS_NOWHERE = (
    "Ordet {query} står ikke i {subject}.",
    "Ordene {query} står ikke samlet noget sted i {subject}.",
)
NO_WORDS = "Skriv mindst ét ord, du vil finde."
ONE_PLACE = "1 sted"
PLACES = "{count} steder"
RELATED = "Handler om noget, der ligner"
TRY_OTHERWISE = "Prøv et andet ord, eller stil et spørgsmål under »Spørg«."
MORE_PLACES = "Vis {count} steder mere"

# What concerns a role
CONCERNS = {
    "leder": "Det gælder især dig, der er leder",
    "medarbejder": "Det gælder især dig, der er medarbejder",
    "hr": "Det gælder især dig, der arbejder i HR",
}
CONCERNS_NOBODY = "{subject} har ingen steder, der især gælder den rolle."
PAINTED = "Også fremhævet i dokumentet."


def count_places(count: int) -> str:
    """Return how many places were found.

    >>> count_places(1), count_places(3)
    ('1 sted', '3 steder')
    """
    return ONE_PLACE if count == 1 else PLACES.format(count=count)


def quote_words(words: Sequence[str]) -> str:
    """Return words in quotation marks, joined as in a sentence.

    >>> quote_words(["mod"]), quote_words(["tillid", "respekt", "mod"])
    ('»mod«', '»tillid«, »respekt« og »mod«')
    """
    *first, last = (f"»{word}«" for word in words)
    return " og ".join(filter(None, [", ".join(first), last]))
