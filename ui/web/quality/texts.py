"""Every Danish word of the tab for quality that is about running the evals and their results."""

NOT_HR_TITLE = "Kun for HR"
NOT_HR = "Denne side er for HR. Log ind som HR, eller spørg den, der driver assistenten."

TAB_RUNNING = "Prøven"
TAB_COVERING = "Dækning"

# Run
RUNNING_INTRODUCTION = (
    "## Prøv assistenten\n\n"
    "Prøven stiller assistenten nogle tusinde opgaver, som vi kender svaret på, og tæller, hvor "
    "ofte den svarer rigtigt, afviser det, der ikke står i dokumentet, og holder sig til ordene. "
    "Imens kan alle spørge, som de plejer."
)
PART = "Hvor meget vil du prøve?"
WHOLE = "Hele prøven (halvandet til to minutter)"
QUICK = "En hurtig prøve: kun enkelte spørgsmål og svar (under et minut)"
QUICK_TITLE = "Hurtig prøve"
START = "Kør prøven"
CANCEL = "Annullér"
PROGRESS = "Prøvens forløb"
STARTING = "Prøven gør klar …"
MEASURING = "{task}: {done} af {total} opgaver ({percent} %)"
STORING = "Alt er prøvet. Resultatet bliver skrevet og gemt …"
DONE = "Prøven er færdig."
CANCELLED = "Prøven er annulleret. Der er ikke gemt noget."
BEGUN = "Prøven er begyndt."
PERCENT_DONE = "Prøven er {percent} % færdig."
RUN_FAILED = (
    "Prøven kunne ikke gennemføres. Prøv igen om lidt. Bliver det ved, så sig det til den, der "
    "driver assistenten."
)
OTHER_DOCUMENTS = (
    "Prøvens spørgsmål hører til et andet dokument end det, assistenten læser her. Skriv jeres "
    "egne prøver under »Egne prøver«, og kør dem."
)
CASES_FILE = "Egne prøver"
CASE_ID = "Prøve {id}"
SECONDS = "{seconds} sekunder"
MINUTES = "{minutes} og {seconds}"
ONE_MINUTE = "1 minut"
MANY_MINUTES = "{minutes} minutter"

# Results
RUN_SHOWN = "Vis målingen fra"
RUN_BEFORE = "Sammenlign med"
NO_COMPARISON = "Sammenlign ikke"
KINDS = {"suite": "Prøven", "cases": "Egne prøver"}
RUN_NAMED = "{moment}: {title}"
RUN_NUMBERED = "{name} (nr. {id})"
AFTER_CHANGE = "Efter ændring"
NO_RUNS = "Der er ingen målinger endnu. Kør prøven for at få den første."
RUN_GONE = "Målingen findes ikke længere. Vælg en anden."
MEASURED = "Målt {moment}. Målingen tog {time}."
GOOD = "Det er godt"
BAD = "Det er ikke godt nok"
UNMEASURED = "Det er ikke målt"
FIGURES_ONLY = "Tallene i korthed"
HOW_TO_READ = "Sådan læser du tallene"
LIMITS = "Det måler vi ikke"
HEADLINES = "De vigtigste tal"
HEADLINE_COLUMNS = ("Mål", "Resultat", "Krav", "Opfyldt")
KEPT = {True: "✓ ja", False: "✗ nej", None: "–"}
MISSING = "–"
SHARE = "{share}\N{NO-BREAK SPACE}%"
ALL_FIGURES = "Alle tal, del for del"
ALL_FIGURES_EXPLAINED = "Åbn en del for at se, hvad der er prøvet, med tabeller og tegninger."
SEE_NUMBERS = "Se tallene"
ANSWERS = "Alle spørgsmål og svar"

# What failed
FAILURES = "Det, der gik galt"
FAILURES_EXPLAINED = (
    "Her står hvert spørgsmål, der gik galt, med det, vi ventede, og det, assistenten svarede. Af "
    "prøvedelen vises kun antal, så spørgsmålene fortsat kan bruges til en ærlig prøve."
)
OWN_FAILURES_EXPLAINED = (
    "Her står de omskrivninger, der førte et andet sted hen end spørgsmålet selv."
)
FAILURES_NONE = "Intet gik galt."
EXPECTED = "Ventet"
GIVEN = "Givet"
SEE_EXCHANGE = "Se det ventede og det givne svar"
NOTHING_GIVEN = "Ingenting"
STATUS = "Udfald"
CITATIONS = "Henvisninger"
WHY = "Hvorfor"
HITS = "De tætteste tekststeder, det bedste først"

# Over time
HISTORY = "Udvikling over tid"
HISTORY_NONE = "Når prøven er kørt mindst to gange, kan du følge udviklingen her."
HISTORY_EXPLAINED = (
    "Her er de seneste {count} målinger med hele eller dele af prøven, den ældste først. Små "
    "udsving kan være tilfældige."
)
HISTORY_TABLE = "De vigtigste tal, måling for måling"
HISTORY_MEASURE = "Mål"
HISTORY_ALT = "{name}: fra {first} til {last} over {count} målinger. Tallene står i tabellen."

# Comparing
COMPARISON = "Hvad har ændret sig?"
COMPARED = "Før er målingen fra {before}. Nu er målingen fra {after}."
NOTHING_COMMON = "De to målinger har ingen opgaver til fælles, så der er ikke noget at sammenligne."
COMMON_ONLY = "Kun de {count} opgaver, som begge målinger har, er sammenlignet."
OTHER_VERSIONS = "Bemærk: De to målinger gælder ikke de samme udgaver af dokumenterne."
OTHER_QUESTIONS = "Bemærk: De to målinger har ikke helt de samme spørgsmål."
BECAME_BETTER = "Blev bedre ({count})"
BECAME_WORSE = "Blev dårligere ({count})"
SLIGHTLY_BETTER = "Blev lidt bedre ({count})"
SLIGHTLY_WORSE = "Blev lidt dårligere ({count})"
SLIGHTLY_EXPLAINED = (
    "Her steg eller faldt et tal, uden at opgaven gik fra rigtig til forkert eller omvendt."
)
HIDDEN_CHANGES = "{count} i prøvedelen gik {how}. Prøvedelens opgaver bliver ikke vist."
CHANGED_OTHERWISE = (
    "{count} gik anderledes uden at være klart bedre eller dårligere. Det kan for eksempel være "
    "svarets længde, der er en anden."
)
HOW = {
    "better": "bedre", "worse": "dårligere",
    "slightly_better": "lidt bedre", "slightly_worse": "lidt dårligere",
}  # fmt: skip
ONE_ITEM = "Én opgave"
MANY_ITEMS = "{count} opgaver"
SCORE_CHANGED = "{name}: {before} → {after}"
VERDICT = "{better}, og {worse}."
BECAME = "{count} blev {how}"
NOTHING_CHANGED = "Alle opgaver gik på samme måde i de to målinger."
FAULTS_BEFORE = "Før: {faults}"
FAULTS_AFTER = "Nu: {faults}"
FAULTLESS = "som det skal være"
GIVEN_BEFORE = "Svaret før"
GIVEN_AFTER = "Svaret nu"
SEE_BOTH = "Se svaret før og nu"
SAME_GIVEN = "Svaret er ordret det samme."
CHANGES_LEFT_OUT = "Her vises de første {shown} af {count}."
FIGURES_CHANGED = "De vigtigste tal før og nu"
FIGURE_COLUMNS = ("Mål", "Før", "Nu")

# Coverage
COVERAGE = "Kort over dokumentet"
COVERAGE_EXPLAINED = (
    "Hvert felt er et tekststed, for eksempel et punkt på en liste. Vælg et felt for at læse "
    "stedet i dokumentet. Et sted, som ingen spørger til i prøven, ved vi ikke om kan findes. "
    "Skriv en prøve om det under »Egne prøver«."
)
COVERAGE_NONE = (
    "Der er ikke noget kort endnu. Kør hele prøven under »Prøven«, så bliver det tegnet."
)
SIGNS = {"found": "✓", "lost": "!", "unasked": "·"}
LEGEND = "Sådan læser du kortet"
COVERAGE_TABLE = "Tekststeder i hvert afsnit"
COVERAGE_COLUMNS = ("Afsnit", "Tekststeder", "Spurgt til", "Fundet")
COVERAGE_TOTAL = "I alt"
OF = "{part} af {whole}"
LISTED = {
    "lost": "Steder, som prøven spørger til uden at finde dem ({count})",
    "unasked": "Steder, som ingen spørger til ({count})",
}
COVERAGE_OF = "Målt {moment}: {documents}."


def tell_time(seconds: float) -> str:
    """Return a length of time in words.

    >>> tell_time(8.4), tell_time(92)
    ('8 sekunder', '1 minut og 32 sekunder')
    """
    minutes, rest = divmod(round(seconds), 60)
    told = SECONDS.format(seconds=rest) if rest != 1 else "1 sekund"
    if not minutes:
        return told
    shown = ONE_MINUTE if minutes == 1 else MANY_MINUTES.format(minutes=minutes)
    return MINUTES.format(minutes=shown, seconds=told)


def tell_number(number: float, decimals: int = 0) -> str:
    """Return a number with a decimal comma and points between thousands.

    >>> tell_number(4935), tell_number(66.666, 1)
    ('4.935', '66,7')
    """
    return f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def tell_items(count: int) -> str:
    """Return how many tasks of the suite, at the beginning of a sentence.

    >>> tell_items(1), tell_items(1200)
    ('Én opgave', '1.200 opgaver')
    """
    return ONE_ITEM if count == 1 else MANY_ITEMS.format(count=tell_number(count))


def tell_verdict(better: int, worse: int, *, is_slight: bool = False) -> str:
    """Return how many became better, and how many worse.

    >>> tell_verdict(1, 0), tell_verdict(3, 2)
    ('1 blev bedre, og ingen blev dårligere.', '3 blev bedre, og 2 blev dårligere.')
    >>> tell_verdict(0, 1, is_slight=True)
    'Ingen blev lidt bedre, og 1 blev lidt dårligere.'
    """
    slight = "lidt " if is_slight else ""
    return VERDICT.format(
        better=BECAME.format(
            count=tell_number(better) if better else "Ingen", how=f"{slight}bedre"
        ),
        worse=BECAME.format(
            count=tell_number(worse) if worse else "ingen", how=f"{slight}dårligere"
        ),
    )
