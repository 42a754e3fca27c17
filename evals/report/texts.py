"""Every Danish sentence of the report that is not the name of a task, a measure or a kind."""

MISSING = "–"
TIMES = "gange"
SECONDS = "s"
POINTS = "procentpoint"
FROM_TO = "{low} til {high}"
MOMENT = "{day}. {month} {year} kl. {clock}{zone}"
ZONE = " (UTC)"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
COUNT_OF = "{count}\N{NO-BREAK SPACE}af\N{NO-BREAK SPACE}{total}"

# Tables of times
TIME_COLUMNS = ("", "antal", "median ({unit})", "95 % er under ({unit})", "længste ({unit})")

STACKED = "{name}: {cell}"

# Tables of measures
MEASURE = "Mål"
COUNT = "Antal"
PREVIOUS = "Gemt grundlag"
REQUIRED = "Krav"
AT_LEAST = "mindst {value}"
AT_MOST = "højst {value}"
AT_MOST_NONE = "der må ingen være"
ALL_MEASURES = "{title} – alle mål"
BY_KIND = "{title} – efter slags"
BY_ROLE = "{title} – efter hvem der spørger"
KIND = "Slags"
ROLE = "Rolle"

# The page
TITLE = "Hvor godt svarer Ledelsesassistenten?"
SKIP = "Gå til indholdet"
CONTENTS = "Indhold"
RUN_AT = "Målt {moment}."
READING = (
    "Tallene i parentes viser usikkerheden: Gentog vi målingen med andre spørgsmål af samme "
    "slags, ville tallet som regel ligge mellem de to tal (95 %-konfidensinterval). Jo færre "
    "spørgsmål, jo større usikkerhed. Står der for eksempel »212 af 220« under antal, giver "
    "tallet kun mening for 212 af dem. Er der færre end fem, viser vi ikke usikkerheden."
)
PARTS = (
    "Prøvespørgsmålene er delt i to. Udviklingsdelen må udviklerne se på, mens de retter fejl. "
    "Prøvedelen ser de ikke. Derfor viser den, hvordan assistenten klarer spørgsmål, som den ikke "
    "er rettet til efter."
)

# The summary
SUMMARY = "Kort fortalt"
GOOD = "Det er godt"
BAD = "Det er ikke godt nok"
UNMEASURED = "Det er ikke målt"
FIGURES_ONLY = "Tallene i korthed"
SEVERAL_TASKS = "{count} dele af målingen"
TOPIC_PART = "{topic}, {part}"
ONLY_SOME_TASKS = "Kun {count} af prøvens {total} dele er prøvet. For dem gælder:"
NO_FLOORS = "Der er ikke sat krav til denne måling, så tallene står her uden en dom."
ALL_MET = "Alle {total} krav er opfyldt."
SOME_FAILED = "{failed} af {total} krav er ikke opfyldt."
ONE_FAILED = "Ét af {total} krav er ikke opfyldt."
THE_ONE_MET = "Det ene krav, der er sat, er opfyldt."
THE_ONE_FAILED = "Det ene krav, der er sat, er ikke opfyldt."
NONE_JUDGED = "Ingen af kravene kunne bedømmes, for det, de gælder, er ikke målt."
SOME_UNMEASURED = "{count} krav kunne ikke bedømmes, fordi det, de gælder, ikke er målt."
ONE_UNMEASURED = "Ét krav kunne ikke bedømmes, fordi det, det gælder, ikke er målt."
REQUIREMENT = "Krav: {bound}."
CLOSE = "Kravet er kun lige opfyldt: Usikkerheden rækker ned under det."
CLOSE_HIGH = "Kravet er kun lige opfyldt: Usikkerheden rækker op over det."
SINCE = "Sammenlignet med det gemte sammenligningsgrundlag"
SINCE_BETTER = "Sikkert bedre: {names}."
SINCE_WORSE = "Sikkert ringere: {names}."
SINCE_NOTHING = "Ingen mål er blevet sikkert bedre eller ringere. Små udsving kan være tilfældige."
SINCE_WHEN = "Grundlaget er en måling fra {moment}, som er gemt sammen med programmet."
NAME_IN_TASK = "{name} ({task})"

# Pictures
SHOW_NUMBERS = "Se tallene"
BARS = "{name} – efter slags"
BARS_ALT = (
    "Søjler over »{name}« efter slags. Lavest: {low}. Højest: {high}. Tallene står i tabellen."
)
BAR = "{name} {value}"
CURVE = "Hvad koster det at afvise flere?"
CURVE_X = "Afvist uden grund"
CURVE_Y = "Afvist med rette"
CURVE_ALT = (
    "Kurve over, hvor mange spørgsmål der kan afvises med rette, når flere må afvises uden grund. "
    "{points}"
)
CURVE_POINT = "Ved {level} uden grund: {refused} med rette."
CURVE_EXPLAINED = (
    "Assistenten afviser et spørgsmål, når den regner det for usandsynligt, at dokumentet svarer. "
    "Sættes grænsen højere, bliver flere afvist med rette, men også flere uden grund."
)
CURVE_COLUMNS = ("Må højst afvises uden grund", "Kan afvises med rette")
CURVE_POINTS = "Kurvens tal"
TIMES_TITLE = "Hvor hurtigt kommer svarene?"
TIMES_X = "Sekunder"
TIMES_Y = "Antal svar"
TIMES_ALT = (
    "Søjler over svartider for {count} svar. Flest svar, {most}, tog {span}. "
    "Det længste tog {longest}."
)
TIMES_POINTS = "Svartidernes tal"
TIMES_COLUMNS = ("Svartid", "Antal svar")
SPAN = "{low}–{high} s"
SPAN_OPEN = "{low} s eller mere"

# The map
MAP = "Kort over dokumentet"
MAP_EXPLAINED = (
    "Hver firkant er et tekststed, for eksempel et punkt på en liste. Bliver et tekststed ikke "
    "spurgt til, ved vi ikke, om det kan findes."
)
MAP_STATES = {
    "found": "fundet",
    "lost": "spurgt til, men ikke fundet",
    "unasked": "ikke spurgt til",
}
MAP_SIGNS = {"found": "✓", "lost": "!", "unasked": "·"}
MAP_TABLE = "Tekststeder i hvert afsnit"
MAP_COLUMNS = ("Afsnit", "Tekststeder", "Spurgt til", "Fundet")
MAP_ALT = "{section}: {count} tekststeder, {asked} spurgt til, {found} fundet."
MAP_SQUARE = "{label} ({state})"
MAP_LABEL = ": "
MAP_TOTAL = "I alt"
MAP_UNASKED = "Steder, som ingen spørger til ({count})"

# What failed
FAILURES = "Det, der gik galt"
FAILURES_EXPLAINED = (
    "Her står hvert spørgsmål, der gik galt, med det, vi ventede, og det, assistenten svarede."
)
FAILURES_NONE = "Intet gik galt."
FAILURES_HIDDEN = (
    "Fra prøvedelen vises kun antal, så spørgsmålene fortsat kan bruges til en ærlig prøve."
)
REMARK = "»{kind}«: {note}"
FAILURES_TEST = "{title} – fejl i prøvedelen"
FAILURES_COLUMNS = ("Slags", "Antal", "Fejl")
FAILURES_ALL = "I alt"
FAILURES_LEFT_OUT = "Her vises de første {shown} af {count}. Resten står i målingens datafil."
FAILURES_COUNT = "{title}: {count} fejl"
FAILURES_COUNT_ONE = "{title}: én fejl"
SHOW_REST = "Vis resten"
CUT = " …"
EXPECTED = "Ventet"
EXPECTED_ONE_OF = "Ventet (ét eller flere af dem)"
NOTE = "Bemærkning"
GIVEN = "Givet"
NOTHING_GIVEN = "Ingenting"
STATUS = "Udfald"
CITATIONS = "Henvisninger"
REASON = "Hvorfor"
TRACE = "Sådan søgte assistenten"
HITS = "De tætteste tekststeder, det bedste først (tallet viser, hvor godt det passer):"

# About the run
ABOUT = "Om målingen"
WHEN = "Hvornår"
ENGINE = "Svarene er sat sammen af"
DURATION = "Målingen tog"
GOLD = "Prøvespørgsmålenes fingeraftryk"
DOCUMENT = "Dokument"
DOCUMENTS = "Dokumenter"
ABOUT_COLUMNS = ("Oplysning", "Indhold")
ITEMS = "Antal prøver"
VERSION = "{name}, udgave {version}"
FINGERPRINT = (
    "Et fingeraftryk er en kode, der ændrer sig, så snart teksten ændrer sig. Er koden den samme, "
    "er teksten den samme."
)
LIMITS = "Det måler vi ikke"
LIMITED = (
    "Om dokumentet selv er rigtigt, godt eller tidssvarende. Vi måler kun, om svarene holder sig "
    "til det.",
    "Om svarene hjælper den, der spørger. Ingen ledere eller medarbejdere har bedømt dem.",
    "Om prøvespørgsmålene ligner dem, I får. De er skrevet til formålet af én person og læst "
    "kritisk igennem én gang, men ikke bedømt af flere uafhængigt af hinanden.",
    "Andre dokumenter end dem, der står ovenfor. Nye dokumenter skal have deres egne spørgsmål.",
    "Hvad der sker, når mange spørger på samme tid, og om skærmbillederne er lette at bruge.",
    "Om det er klogt at følge dokumentet i en bestemt sag. Det er stadig et menneskes skøn.",
)

# Comparing two runs
COMPARISON = "To målinger side om side"
BEFORE = "Før"
AFTER = "Efter"
DIFFERENCE = "Forskel"
BETTER = "Bedre"
WORSE = "Ringere"
VERDICT = "Vurdering"
NOW = "nu {verdict}"
VERDICTS = {
    "better": "sikkert bedre",
    "worse": "sikkert ringere",
    "unclear": "kan være tilfældigt",
    "unchanged": "uændret",
}
YES = "ja"
NO = "nej"
UNCHANGED = "Uændrede mål vises ikke her ({count})."
OTHER_GOLD = (
    "Advarsel: De to målinger bruger ikke de samme prøvespørgsmål. Forskelle kan skyldes "
    "spørgsmålene og ikke assistenten."
)
NOTHING_COMMON = "De to målinger har ingen prøver til fælles, så der er ikke noget at sammenligne."
LITTLE_COMMON = (
    "Advarsel: De to målinger har næsten ingen prøver til fælles (kun {common}), så forskellene "
    "siger meget lidt."
)
OTHER_DOCUMENTS = "Bemærk: De to målinger gælder ikke de samme dokumenter eller udgaver."
OTHER_ENGINE = "Bemærk: Svarene er sat sammen på to forskellige måder."
COMPARED = (
    "Kun de prøver, som begge målinger har, er sammenlignet. »Bedre« og »ringere« er "
    "antallet af dem, der har ændret sig. En forskel kaldes sikker, når den næppe er tilfældig."
)
RUNS = "De to målinger"
RUN = "Måling"
MEASURES = "Forskelle"
CHANGED = "Det, der har ændret sig ({count})"
CHANGED_TASK = "{title}: {count} ændret"
CHANGED_NONE = "Ingen prøver har ændret sig."
CHANGED_SCORE = "{name}: {before} → {after}"
ITEM = "Prøve"
QUESTION = "Spørgsmål"
WHAT_CHANGED = "Ændring"
HIDDEN = "(vises ikke)"
ONLY = "Prøver, som kun den ene måling har"
ONLY_BEFORE = "{title}: {count} kun i den første måling ({ids})."
ONLY_AFTER = "{title}: {count} kun i den anden måling ({ids})."
AMONG = "; "
AND_MORE = " og flere"
SAME_ANSWER = "Svaret er ordret det samme."
