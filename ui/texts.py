"""Every Danish word that a user of the terminal reads, apart from the answers themselves."""

PROGRAM = "ledelsesassistent"

# Help
HELP_APP = (
    "Svarer på spørgsmål om jeres ledelsesgrundlag med ordrette citater og fortæller, hvor de "
    "står. Virker uden internet."
)
HELP_ASK = (
    "Stil et spørgsmål, og få svaret med kilder. "
    'Eksempel: ledelsesassistent ask "Hvad forventes af mig som leder?"'
)
HELP_CHAT = "Før en samtale. Slut med »slut«, »farvel« eller Ctrl-D."
HELP_SEARCH = "Find de steder i dokumenterne, der ligger tættest på en tekst."
HELP_DOCUMENT = "Vis et dokuments tekst uændret, eller vis listen over dokumenter."
HELP_INDEX = "Byg søgeindekset, eller se, hvordan det står til."
HELP_INDEX_BUILD = "Byg søgeindekset, hvis det mangler eller er forældet."
HELP_INDEX_STATUS = "Se, om søgeindekset passer til dokumenterne."
HELP_QUESTION = "Spørgsmålet i anførselstegn."
HELP_QUERY = "Teksten, du leder efter, i anførselstegn."
HELP_NAME = "Dokumentets navn. Uden navn vises listen over dokumenter."
HELP_ROLE = "Hvem der spørger: leder, medarbejder eller hr."
HELP_JSON = "Skriv resultatet som JSON, så et andet program kan læse det."
HELP_TRACE = "Vis også, hvordan svaret blev til."
HELP_BATCH = (
    "Læs mange spørgsmål fra en fil med ét JSON-objekt pr. linje, og skriv ét JSON-objekt pr. "
    "svar. »-« læser fra standardinput."
)
HELP_K = "Hvor mange steder du vil se. Uden dette tilvalg vises 10."
HELP_DOCUMENTS = (
    "Mappe med dokumenter (.md). Uden dette tilvalg bruges det dokument, der følger med."
)
HELP_INDEX_DIR = "Mappe til søgeindekset. Uden dette tilvalg bruges din egen cache-mappe."
HELP_FORCE = "Byg indekset, selv om det er i orden."
HELP_HELP = "Vis denne hjælp."
METAVAR_QUESTION = "SPØRGSMÅL"
METAVAR_QUERY = "TEKST"
METAVAR_NAME = "NAVN"
METAVAR_ROLE = "ROLLE"
METAVAR_FILE = "FIL"
METAVAR_FOLDER = "MAPPE"
METAVAR_NUMBER = "TAL"
METAVAR_OPTIONS = "[TILVALG]"
METAVAR_COMMAND = "KOMMANDO"
USAGE = "Brug: {line}"
SECTION_ARGUMENTS = "Det skal du skrive:"
SECTION_OPTIONS = "Tilvalg:"
SECTION_COMMANDS = "Kommandoer:"

# Answers
STATUS_HEADINGS = {
    "answered": "Svar",
    "nearest": "Ikke et svar – men det tætteste på",
    "refused": "Intet svar",
    "meta": "",
}
SOURCES = "Kilder"
NEAREST_SOURCES = "Kilde til det tætteste"
SOURCE = "[{n}] {label}"
SOURCE_IN_DOCUMENT = "[{n}] {label} – {title}"
TRACE = "Sådan blev svaret til"
TRACE_KIND = "Spørgsmålet blev opfattet som {kind}."
TRACE_STANDALONE = "Spørgsmålet med samtalen lagt til: {question}"
TRACE_PROBABILITY = "Sandsynlighed for, at dokumentet svarer: {probability} (grænse {threshold})."
TRACE_MODEL = (
    "Sprogmodellen {name}: {outcome} Sætninger skrevet: {written}. Vist: {shown}. Kald: {calls}. "
    "Tokens: {tokens}."
)
TRACE_COST = "Det kostede {cost} kr."
TRACE_REMOVED = "Udeladt, fordi: {reason}"
TRACE_HITS = "De tætteste steder, det bedste først:"
SCORED = "{score}  {label}"
KINDS = {
    "expectation": "et spørgsmål om forventninger",
    "list": "et spørgsmål om en liste",
    "count": "et spørgsmål om et antal",
    "comparison": "en sammenligning",
    "definition": "et spørgsmål om, hvad noget er",
    "where_stated": "et spørgsmål om, hvor noget står",
    "who": "et hvem-spørgsmål",
    "when": "et hvornår-spørgsmål",
    "why": "et hvorfor-spørgsmål",
    "other": "et almindeligt spørgsmål",
    "meta": "en hilsen eller et spørgsmål om assistenten",
    "follow_up": "et spørgsmål til det forrige svar",
    "section": "et ønske om at se et helt afsnit",
}
KIND_UNKNOWN = "et almindeligt spørgsmål"

# Search, documents, index
NO_HITS = "Ingen steder i dokumenterne ligner det, du leder efter. Prøv med andre ord."
HIT = "{rank}. {label} ({score})"
HIT_IN_DOCUMENT = "{rank}. {label} – {title} ({score})"
DOCUMENT_LINE = "{name}: {title}"
DOCUMENT_LINE_EDITION = "{name}: {title}, udgave {edition}"
BUILDING = "Bygger indekset (første gang eller efter en ændring) …"
BUILT = "Indekset er bygget. Det ligger i {folder} og fylder {size} MB."
BUILT_ALREADY = "Indekset er i orden og blev ikke bygget igen. Det ligger i {folder}."
INDEX_STATES = {
    "ready": "Indekset er klar.",
    "missing": "Indekset mangler. Det bliver bygget, næste gang du spørger.",
    "stale": "Indekset er forældet. Det bliver bygget igen, næste gang du spørger.",
    "corrupt": "Indekset er beskadiget. Det bliver bygget igen, næste gang du spørger.",
}
INDEX_FOLDER = "Mappe: {folder}"
INDEX_SIZE = "Størrelse: {size} MB"
INDEX_DOCUMENTS = "Dokumenter: {names}"
UNMATCHED = (
    "Disse linjer med spørgsmål passer ikke længere til noget sted i dokumenterne. Ret dem, eller "
    "slet dem:"
)
UNMATCHED_LINE = "  {path}, linje {line}: »{passage}«"

# Chat
CHAT_WELCOME = "Spørg løs. Skriv »slut«, når du er færdig."
CHAT_PROMPT = "Du: "
CHAT_FAREWELL = "Farvel."
CHAT_ENDINGS = frozenset({"slut", "farvel"})
