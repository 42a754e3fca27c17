"""The Danish words of the command that lets a language model suggest questions."""

HELP_CORPUS = "Gør et dokument lettere at spørge i."
HELP_ENRICH = (
    "Lad sprogmodellen foreslå spørgsmål til hvert afsnit. Forslagene skrives i en fil, som du "
    "gennemgår. Intet bliver brugt, før du selv har flyttet det til »questions«."
)
HELP_OUT = "Filen, som forslagene skrives i."
HELP_NAME = "Dokumentets navn, som »ledelsesassistent document« viser det."
HELP_COUNT = "Hvor mange spørgsmål der højst foreslås til hvert afsnit. Uden tilvalget er det 5."
HELP_LEAVE_OUT = (
    "JSONL-fil med spørgsmål, der ikke må foreslås, for eksempel dem, kvaliteten måles med. Kan "
    "skrives flere gange."
)
STATUS = "ikke gennemgået"
ANSWERED = "foreslået"
DOUBTFUL = "tvivlsomt: afsnittet svarer måske ikke"
WRITTEN = (
    "{count} forslag til {passages} afsnit ligger i {path}. {doubtful} af dem er mærket som "
    "tvivlsomme, og {left_out} er sorteret fra, fordi de er kendt i forvejen. Flyt dem, du vil "
    "bruge, til »questions« i {name}.questions.jsonl ved siden af dokumentet."
)
