"""Every Danish word of the web page that is common to its tabs or belongs to the tab for asking."""

TITLE = "Ledelsesassistenten"
TAB_ASK = "Spørg"
TAB_EXPLORE = "Udforsk"
TAB_QUALITY = "Kvalitet"

HEADING = "Ledelsesassistenten"
INTRODUCTION = "Spørg om {subject}. Du får ordrette citater og kan se, hvor de står."
LOGGED_IN = "Logget ind som"
LOG_OUT = "Log ud"
AUTOMATIC = "Du taler med en automatisk assistent, ikke et menneske."
READS = "Den læser"
APPROVED = "godkendt {date}"
VERSION = "tekstudgave {hash}"
DOCUMENT_PANE = "Dokumentet"
BACK_TO_ANSWER = "Tilbage til svaret"
BACK_TO_LIST = "Tilbage til listen"
NOTHING_LEAVES = "Dine spørgsmål bliver på denne server og sendes ikke til nogen sprogmodel."
GOES_TO_MODEL = (
    "Dine spørgsmål og de steder, der handler om dem, bliver sendt til sprogmodellen {model}."
)
OWN_ENGINES = frozenset({"extractive"})
"""Engines that are no language model."""

NO_MODEL = "Svarene er citater fra dokumentet. Der er ikke brugt nogen sprogmodel."
MODEL = (
    "Svarene er formuleret af sprogmodellen {model}, og hver sætning er holdt op mod dokumentet, "
    "før den bliver vist."
)
ABOUT_LINK = "Om assistenten"
ACCESSIBILITY_LINK = "Tilgængelighedserklæring"
ABOUT_ANSWER = "Om svaret"
FAILED_TITLE = "Det kunne ikke lade sig gøre"
FAILED = "Der skete en uventet fejl på serveren. Prøv igen om lidt."
ANSWER_FORGOTTEN = "Svaret er ikke længere i hukommelsen. Stil spørgsmålet igen."
WITHOUT_OWNER = "Den myndighed, der stiller siden til rådighed,"
STATEMENT_WRITTEN = "30. november 2026"
NOTHING_KEPT = "De bliver ikke gemt."
QUESTIONS_KEPT = (
    "De bliver gemt i {days} dage, så HR kan se, hvad der mangler svar på. Cpr-numre, "
    "mailadresser og telefonnumre bliver fjernet først."
)

ROLE = "Hvem spørger?"
ROLES = {"leder": "Leder", "medarbejder": "Medarbejder", "hr": "HR"}
ROLE_NONE = "Alle"
QUESTION = "Dit spørgsmål"
PLACEHOLDER = "Hvad vil du vide?"
SEND = "Spørg"
CONVERSATION = "Samtale"
STARTERS = "Stil dit eget spørgsmål, eller begynd med et af disse:"
FOLLOW_UPS = "Spørg videre:"
NEW_CONVERSATION = "Ny samtale"

OUTCOMES = {
    "answered": "Ordret fra dokumentet",
    "nearest": "Det tætteste – ikke et svar",
    "refused": "Står der ikke",
    "meta": "",
}
OUTCOME_NOTES = {
    "answered": "",
    "nearest": "Dokumentet svarer ikke på spørgsmålet.",
    "refused": "",
    "meta": "",
}
WORDED = "Formuleret af en sprogmodel"
WORDED_NOTE = "{model} har skrevet sætningerne. De er holdt op mod citaterne i kilderne."
OPEN_SOURCE = "Kilde {n}: {label}. Åbn stedet i dokumentet"
COPY = "Kopiér"
COPIED = "Kopieret"
PRINT = "Udskriv"
SAVE_DOCX = "Gem som Word"
SAVE_MARKDOWN = "Gem som Markdown"
MAKE_CASE = "Gør til en prøve"
DID_IT_HELP = "Hjalp svaret?"
YES = "Ja"
NO = "Nej"
SOURCES = "{count} kilder"
ONE_SOURCE = "1 kilde"

# The tab to explore
READ_DOCUMENT = "Læs {subject}"
EXPLORE_INTRODUCTION = (
    ", søg i teksten, eller se, hvad der især gælder dig. Er du ny, så begynd med de ord, der er "
    "gode at kende."
)
SEARCH = "Søg i dokumentet"
SEARCH_PLACEHOLDER = "Skriv et eller flere ord"
SEARCH_BUTTON = "Søg"
HIGHLIGHT = "Fremhæv det, der især gælder"
HIGHLIGHT_NOTHING = "Ingen"
TERMS = "## Hvad betyder det?"
TERMS_NOTE = "Vælg et ord, og se, hvad der står om det."
ASK_TERM = "Hvad er {term}?"
ASK_ABOUT = "Hvad står der om {words}?"
GO_ON = "Stil et spørgsmål om »{words}«"

SCRIPT = {
    "back_to_answer": BACK_TO_ANSWER,
    "back_to_list": BACK_TO_LIST,
    "reader_failed": "Dokumentet kunne ikke hentes. Prøv igen om lidt.",
    "forgotten": "Svaret er ikke længere i hukommelsen. Stil spørgsmålet igen.",
    "copied": COPIED,
    "rating_failed": "Din vurdering kunne ikke gemmes. Prøv igen om lidt.",
    "conversation": "Samtalen",
    "clear": NEW_CONVERSATION,
    "you_said": "Du spurgte",
    "assistant_said": "Assistenten svarede",
    "answer_is": "Svar:",
    "close": "Luk",
    "failed": FAILED_TITLE,
    "more_tabs": "Flere faner",
    "quality_tab": TAB_QUALITY,
    "cases_tab": "Egne prøver",
    "to_end": "Gå til det nyeste svar",
}
"""What the page's scripts say."""


def source_count(count: int) -> str:
    """Return how many sources an answer has.

    >>> source_count(1), source_count(5)
    ('1 kilde', '5 kilder')
    """
    return ONE_SOURCE if count == 1 else SOURCES.format(count=count)
