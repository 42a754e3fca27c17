"""Every Danish sentence of the report that only one's own cases get."""

TITLE = "Egne spørgsmål: Hvad svarer Ledelsesassistenten?"
NOTE = (
    "Målingen er lavet med jeres egne spørgsmål. Vi kontrollerer kun, om svaret henviser til det "
    "afsnit, I har angivet: Ethvert citat fra afsnittet tæller som rigtigt. Om svaret også er godt "
    "og fyldestgørende, kan kun I afgøre, så læs svarene igennem."
)
READING = (
    "Tallene i parentes viser usikkerheden: Stillede I andre spørgsmål af samme slags, ville "
    "tallet som regel ligge mellem de to tal (95 %-konfidensinterval). Er der færre end fem "
    "spørgsmål, viser vi ikke usikkerheden, for så siger tallet i sig selv kun lidt."
)

VERDICT = "{right} af {total} spørgsmål gik, som I ventede."
VERDICT_REWRITTEN = "Her er kun omskrivninger af jeres spørgsmål."
TOLD_SECTION = "{right} af {total} spørgsmål med et angivet afsnit fik et svar fra afsnittet."
TOLD_REFUSED = "{right} af {total} spørgsmål uden et afsnit blev afvist."
TOLD_REWRITTEN = (
    "{right} af {total} omskrivninger (slåfejl, små bogstaver m.m.) førte til samme sted som "
    "spørgsmålet selv."
)
TOLD_PROOF = "Citater, der ikke står i dokumentet: {quotes}. Ufuldstændige lister: {lists}."

ANSWERS = "Alle spørgsmål og svar"
ANSWERS_EXPLAINED = "Her står hvert spørgsmål med hele svaret. Læs, om svaret er det, I ville give."
RIGHT_SECTION = "Som ventet: Svaret henviser til det angivne afsnit."
RIGHT_LATER = (
    "Svaret henviser til det angivne afsnit, men den første henvisning fører et andet sted hen."
)
RIGHT_REFUSED = "Som ventet: Spørgsmålet blev afvist."
WRONG_SECTION = "Ikke som ventet: Svaret henviser ikke til det angivne afsnit."
WRONG_REFUSED = "Ikke som ventet: Spørgsmålet blev afvist, selv om I har angivet et afsnit."
WRONG_ANSWERED = "Ikke som ventet: Spørgsmålet blev besvaret, selv om I ikke har angivet et afsnit."
UNJUDGED = "Ikke bedømt."
PROOF_BROKEN = " Desuden: {faults}."
EXPECTED = "Ventet afsnit"
EXPECTED_NONE = "Intet: Svaret står ikke i dokumentet"
SECTION_TEXT = "Se afsnittets tekst"
ANSWER = "Svar"

FAILURES = "Omskrivninger, der gik galt"
FAILURES_EXPLAINED = "Her står de omskrivninger, der førte et andet sted hen end spørgsmålet selv."
FAILURES_NONE = "Ingen."
GOLD = "Spørgsmålenes fingeraftryk"

LIMITED = (
    "Om svarene er rigtige, fuldstændige og til at forstå. Vi ser kun, om de henviser til det "
    "afsnit, I har angivet, og om citaterne er ordrette.",
    "Om afsnittene er de rette. Det har I bestemt.",
    "Om dokumentet selv er rigtigt, godt eller tidssvarende.",
    "Om det er klogt at følge dokumentet i en bestemt sag. Det er stadig et menneskes skøn.",
)
