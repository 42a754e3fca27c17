"""Every Danish word of HR's own tests, questions and words, and of the trace."""

TAB_TRACING = "Spor"
TAB_CASES = "Egne prøver"
TAB_WORDING = "Egne spørgsmål og ord"
TAB_FEEDBACK = "Tilbagemeldinger"

QUESTION = "Spørgsmål"
ROLE = "Hvem spørger?"
ROLE_NONE = "Uden rolle"
MISSING = "–"
LISTED = "; "
QUOTED = "»{text}«"
EITHER = "{first} eller {last}"

# The trace
TRACING_INTRODUCTION = (
    "## Hvorfor svarer den sådan?\n\n"
    "Stil ét spørgsmål, og se, hvordan svaret blev til. Spørgsmålet bliver hverken talt med eller "
    "gemt."
)
TRACE = "Vis sporet"
OUTCOME = "Udfald"
MODEL = "Sprogmodellen"
UNDERSTOOD = "Spørgsmålet, som det blev forstået"
TAKEN_FOR = "Læst som {kind}."
CHANCE_UNJUDGED = "Sandsynligheden blev ikke vurderet, for spørgsmålet kunne afgøres med det samme."
WHY = "Derfor"
WHY_CHANCE = "Sandsynligheden var {chance}, og der kræves {limit}: {because}"
BECAUSE = {
    "answered": "Mindst ét sted i dokumentet lignede spørgsmålet nok.",
    "nearest": "Ingen steder i dokumentet lignede spørgsmålet nok, så det tætteste er vist.",
    "refused": "Ingen steder i dokumentet lignede spørgsmålet nok.",
}
PERCENT = "{number} %"
PERCENT_BELOW = "under 1 %"
PERCENT_ABOVE = "over 99 %"
SEE_SEARCH = "Vis, hvordan der er søgt"
ANSWER = "Svaret"
SECONDS = "Det tog {seconds} sekunder."
HITS = "De steder, der ligger tættest på spørgsmålet, det tætteste først"
HITS_EXPLAINED = (
    "Hver måde at søge på giver sit bedste sted 1,00. »Ord« er hele ord, »bogstaver« er dele af "
    "ord, og »mening« er tekster, der handler om det samme. »I spørgsmålene« er de spørgsmål, som "
    "er skrevet til stedet. »Samlet« er det, der afgør rækkefølgen."
)
HITS_NONE = "Der blev ikke søgt i dokumentet."
PLACE = "Sted"
SCORE = "Samlet"
CITED = "Med i svaret"
IS_CITED = "✓ ja"
CHANNELS = {
    "lemma_passages": "Ord i teksten",
    "ngram_passages": "Bogstaver i teksten",
    "dense_passages": "Mening i teksten",
    "lemma_questions": "Ord i spørgsmålene",
    "ngram_questions": "Bogstaver i spørgsmålene",
    "dense_questions": "Mening i spørgsmålene",
}
MAKE_CASE = "Gør til en prøve"

# Own cases
CASES_INTRODUCTION = (
    "## Egne prøver\n\n"
    "Skriv spørgsmål, som I ved, hvad der skal svares på, og peg på det rette sted i dokumentet. "
    "Så kan I altid se, om assistenten svarer, som den skal. Du kan også gøre et svar under "
    "»Spørg« til en prøve."
)
CASES = "Jeres prøver"
CASES_NONE = "I har ingen prøver endnu. Skriv den første herunder."
CASE_COLUMNS = ("Nr.", QUESTION, "Hvem", "Det rette sted", "Resultat", "Assistentens svar")
CASE_NAMED = "{id}: {question}"
PASSED = "✓ bestået"
FAILED = "✗ ikke bestået"
UNRUN = "Ikke kørt"
MEASURED = "Kørt {moment}"
SUMMARY = "{passed} af {total} prøver er bestået. {unrun}"
NONE_RUN = "Prøverne er ikke kørt endnu."
UNRUN_SOME = "{count} er ikke kørt, siden de blev skrevet eller ændret."
UNRUN_ONE = "1 er ikke kørt, siden den blev skrevet eller ændret."
NOT_IN_DOCUMENT = "Svaret står ikke i dokumentet"
GONE = "Stedet findes ikke længere: {section}"
RUN_ALL = "Kør alle prøver"
RUN_ONE = "Kør den valgte"
CANCEL = "Annullér"
CHOSEN_CASE = "Vælg en prøve for at køre, rette eller fjerne den"
EDIT = "Ret prøven"
REMOVE = "Fjern prøven"
PUT_BACK = "Fortryd fjernelsen"
NEW_CASE = "### Ny prøve"
EDITED_CASE = "### Ret prøve {id}"
RIGHT_PLACE = "Hvor står svaret?"
PLACE_INFO = "Skriv et ord for at finde stedet på listen, og vælg det."
SECTION_CHOICE = "Hele afsnittet: {label}"
PASSAGE_CHOICE = "{label}: {text}"
NOTE = "Note (kan udelades)"
SAVE = "Gem prøven"
CLEAR = "Ryd felterne"
CASE_SAVED = "Prøve {id} er gemt."
CASE_REMOVED = "Prøve {id} er fjernet."
CASE_BACK = "Prøve {id} er tilbage på listen."
CASE_BACK_UNKNOWN = "Der er ingen fjernet prøve at få tilbage."
CASE_UNCHOSEN = "Vælg først en prøve på listen."
CASE_FILLED = (
    "Felterne er udfyldt fra svaret. Se efter, om stedet er det rette, og gem prøven, når det er."
)
ANSWER_FORGOTTEN = "Svaret er ikke længere i hukommelsen. Stil spørgsmålet igen."
RUN_BUSY = "En anden måling er i gang. Vent, til den er færdig, og prøv igen."
RUN_TITLE_ALL = "Alle egne prøver"
RUN_TITLE_ONE = "Prøve {id}"
EXPORT_CASES = "Hent prøverne som CSV"
CASES_HEADER = ("spørgsmål", "afsnit", "rolle", "note")
PASTE = "Indsæt prøver fra et regneark"
PASTE_INFO = (
    "Kopiér rækkerne i regnearket med spørgsmål, afsnit, rolle og note i hver sin kolonne, og sæt "
    "dem ind her. Afsnittet kan hedde »Mod« eller »Mod, punkt 2«. Et tomt afsnit betyder, at "
    "svaret ikke står i dokumentet."
)
PASTE_BUTTON = "Tilføj prøverne"
PASTED = "{count} prøver er tilføjet."
PASTED_ONE = "1 prøve er tilføjet."
PASTED_WRONG = "Ingen prøver er tilføjet. Ret dette i regnearket, og sæt rækkerne ind igen:"
PASTED_ROW = "Række {line}: {reason}"
PASTED_MORE = "Og {count} fejl til."

# Own questions and words
WORDING_INTRODUCTION = (
    "## Egne spørgsmål og ord\n\n"
    "Bliver et sted ikke fundet, så skriv spørgsmålet, som folk stiller det. Kalder I noget andet, "
    "end dokumentet gør, så skriv jeres ord. Dokumentet selv bliver aldrig ændret. "
    "Ændringerne gælder, når indekset er bygget igen."
)
CHOOSE_PASSAGE = "Vælg et sted i dokumentet"
OWN_QUESTIONS = "Spørgsmål, I har skrevet eller skjult for stedet"
OWN_QUESTIONS_NONE = "I har ikke ændret spørgsmålene til stedet."
QUESTIONS_OF = "Dokumentets egne spørgsmål til stedet"
SEE_SHIPPED = "Se dokumentets egne spørgsmål til stedet ({count})"
QUESTION_COLUMNS = (QUESTION, "Kommer fra")
ORIGINS = {
    "own": "✚ Skrevet af jer",
    "hidden": "⊘ Skjult af jer",
}
QUESTIONS_NONE = "Dokumentet har ingen spørgsmål til stedet."
NEW_QUESTION = "Nyt spørgsmål til stedet"
ADD = "Tilføj"
CHOSEN_QUESTION = "Vælg et spørgsmål for at ændre, fjerne eller skjule det"
NEW_WORDING = "Spørgsmålets nye ordlyd"
CHANGE = "Gem ændringen"
PICKED = {
    "own": "Jeres egne · {text}",
    "hidden": "Skjult af jer · {text}",
    "shipped": "Følger med dokumentet · {text}",
}
REMOVE_QUESTION = {
    "own": "Fjern spørgsmålet",
    "hidden": "Vis spørgsmålet igen",
    "shipped": "Skjul spørgsmålet",
}
PASSAGE_UNCHOSEN = "Vælg først et sted i dokumentet."
QUESTION_UNCHOSEN = "Vælg først et spørgsmål på listen."

WORDS_HEADING = "### Jeres egne ord"
WORDS_EXPLAINED = (
    "Når nogen bruger jeres ord, leder assistenten efter dokumentets. Bøjede former "
    "klarer den selv."
)
WORDS = "Jeres ord og dokumentets"
WORD_COLUMNS = ("I siger", "Dokumentet siger")
WORDS_NONE = "I har ikke skrevet nogen ord endnu."
OWN_WORD = "I siger"
DOCUMENT_WORD = "Dokumentet siger"
ADD_WORD = "Tilføj ordet"
CHOSEN_WORD = "Vælg et ord for at fjerne det"
WORD_CHOICE = "{word} → {canonical}"
REMOVE_WORD = "Fjern ordet"
WORD_UNCHOSEN = "Vælg først et ord på listen."

CHANGES_HEADING = "### Ændringer"
CHANGES = "Ændringer, den seneste først"
CHANGES_NONE = "Her er ingen ændringer at fortryde."
CHANGE_COLUMNS = ("Tidspunkt", "Ændring")
MOST_CHANGES = 20
CHANGE_KINDS = {
    "question_added": "Spørgsmålet »{text}« blev tilføjet til {place}.",
    "question_changed": "Spørgsmålet »{before}« til {place} blev ændret til »{text}«.",
    "question_removed": "Spørgsmålet »{text}« til {place} gælder ikke længere.",
    "question_restored": "Spørgsmålet »{text}« til {place} gælder igen.",
    "word_added": "»{text}« betyder nu »{place}«.",
    "word_removed": "»{text}« betyder ikke længere »{place}«.",
}
UNDO = "Fortryd den seneste ændring"
UNDONE = {
    "question_added": "Tilføjelsen af »{text}« er fortrudt.",
    "question_changed": "Ændringen af »{before}« er fortrudt.",
    "question_removed": "Fjernelsen er fortrudt, så »{text}« gælder igen.",
    "question_restored": "Det er fortrudt, så »{text}« er skjult igen.",
    "word_added": "Tilføjelsen af ordet »{text}« er fortrudt.",
    "word_removed": "Fjernelsen af ordet »{text}« er fortrudt.",
}
PENDING = "Der er ændringer, som ikke gælder endnu. Byg indekset igen, så de kommer med."
UP_TO_DATE = "Alle ændringer gælder."

REBUILD = "Byg indekset igen"
REBUILDING = "Indekset bliver bygget … {seconds} sekunder"
REBUILD_BEGUN = "Indekset bliver bygget. De gamle svar gælder, til det er færdigt."
REBUILT = "Indekset er bygget igen på {seconds} sekunder."
REBUILD_FAILED = "Indekset kunne ikke bygges, så de gamle svar gælder stadig. Prøv igen om lidt."
CASES_BEFORE_AFTER = "Jeres prøver før og nu"
CASES_SAME = "Alle jeres prøver ({count}) svares på samme måde som før."
CASES_WITHOUT = "Skriv egne prøver under »Egne prøver«; så ser du her, hvad en ændring gør ved dem."
EFFECT_COLUMNS = (QUESTION, "Før", "Nu", "Ændring")
EFFECTS = {
    "better": "✓ blev bedre",
    "worse": "✗ blev dårligere",
    "other": "svarer anderledes",
}
EFFECT_GIVEN = "{outcome}: {labels}"
EFFECT_SUMMARY = "{changed} af jeres {total} prøver svares anderledes end før."

COMPARE_HEADING = "### Se, hvad det ændrer"
COMPARE_EXPLAINED = (
    "Kør de faste spørgsmål igen, og se, hvilke der nu går bedre eller dårligere end ved den "
    "seneste måling."
)
COMPARE = "Kør og sammenlign"
COMPARE_TITLE = "Efter ændring af spørgsmål og ord"
COMPARE_WITHOUT = (
    "Der er ingen tidligere måling at sammenligne med. Målingen bliver kørt nu; næste gang kan du "
    "se, hvad en ændring gør."
)
