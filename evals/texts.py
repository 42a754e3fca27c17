"""Every Danish sentence that the evals' command line says."""

DESCRIPTION = "Måler, om assistentens svar er rigtige, hele, underbyggede og ærlige."
COMMANDS = {
    "run": "stil alle spørgsmål, og skriv en rapport",
    "check": "kontrollér sætninger mod de afsnit, de bygger på",
    "compare": "sammenlign to kørsler spørgsmål for spørgsmål",
    "gate": "kør hele prøven, og fejl, hvis noget er blevet dårligere",
    "speed": "mål, hvor hurtigt der svares",
}
OPTIONS = {
    "documents": "mappe med dokumenter",
    "index_dir": "mappe til indekset",
    "gold": "mappe med prøvens facit",
    "out": "mappe, som rapporten skrives i",
    "cases": "dine egne prøver: en CSV- eller JSONL-fil med spørgsmål og forventet afsnit",
    "only": "kør kun disse dele; de står nederst",
    "model": "sprogmodellen, der formulerer svarene (ellers den i LEDELSESASSISTENT_MODEL)",
    "show_test": "vis også spørgsmål og svar fra prøvedelen",
    "progress": "bar: en bjælke; lines: en JSON-linje for hvert trin; none: ingenting",
    "batch": "JSONL-fil med sætninger; - læser fra standardinput",
    "before": "den første kørsel (mappe eller run.json)",
    "after": "den anden kørsel (mappe eller run.json)",
    "page": "skriv også sammenligningen som en HTML-side",
    "baseline": "kørslen, der sammenlignes med",
    "update": "gem kørslen som den, der sammenlignes med fremover",
    "help": "vis denne hjælp",
}
USAGE = "Brug: "
HEADING_COMMANDS = "Kommandoer"
HEADING_OPTIONS = "Valgmuligheder"
HEADING_POSITIONALS = "Filer"

WRONG_USE = "Det forstår jeg ikke: {detail} Skriv `{command} --help` for at se, hvad du kan vælge."
WRONG_ARGUMENT = "{name} kan ikke bruges her."
WRONG_CHOICE = "{name} kan kun være {allowed}."
VALUE_MISSING = "der mangler en værdi efter {name} ({value})."
VALUE_NOT_WANTED = "{name} skal stå alene."
WRONG_COMMAND = "kommandoen mangler eller findes ikke. Den skal være {allowed}."
ARGUMENT_MISSING = "{names} skal angives."
OR = " eller "
AND = " og "
HEADING_TASKS = "Dele:"

CANNOT_RUN = "Kan ikke køre: {detail}"
DOCUMENTS_UNUSABLE = (
    "dokumenterne i {path} kan ikke bruges. Se efter med `ledelsesassistent index`."
)
INDEX_UNUSABLE = "indekset {path} kan ikke bruges. Byg det igen med `ledelsesassistent index`."
SETTING_INVALID = "indstillingen {name} kan ikke bruges."
UNEXPECTED = "noget gik galt ({code})."
BATCH = {
    "missing": "filen {path} findes ikke.",
    "unreadable": "filen {path} kan ikke læses.",
    "not_utf8": "{path} er ikke skrevet i UTF-8. Gem filen som UTF-8, og prøv igen.",
    "empty": "{path} har ingen sætninger.",
}
STANDARD_INPUT = "standardinput"
FOLDER_UNUSABLE = "mappen {path} kan ikke oprettes."
RECORD_MISSING = "kørslen {path} findes ikke."
PATH_MISSING = "stien {path} findes ikke."
FILE_UNWRITABLE = "der kan ikke skrives i {path}."
RECORD_INVALID = "{path} er ikke en kørsel, som denne udgave kan læse."
INTERRUPTED = "Afbrudt."
NOTHING_TO_RUN = "Ingen af de valgte dele kan køres med disse prøver."
NO_BASELINE = "der er ingen kørsel at sammenligne med i {path}. Lav den med `{command}`."

GOLD_PLACE = "{path}, linje {line}: {detail}"
GOLD_FILE = "{path}: {detail}"
GOLD = {
    "unreadable": "filen findes ikke eller kan ikke læses som tekst.",
    "not_text": "filen er ikke en tekst. Gem regnearket som CSV (UTF-8).",
    "not_json": "linjen er ikke gyldig JSON.",
    "not_csv": "linjen er ikke gyldig CSV. Se efter, om et anførselstegn mangler.",
    "not_object": "linjen er ikke et JSON-objekt.",
    "text_missing": "feltet »{field}« mangler eller er ikke en tekst.",
    "not_texts": "feltet »{field}« er ikke en liste af tekster.",
    "not_truth_value": "feltet »{field}« skal være true eller false.",
    "not_rows": "feltet »{field}« er ikke en liste af objekter.",
    "value_unknown": "værdien »{field}« kendes ikke. Den skal være en af disse: {detail}.",
    "id_twice": "id »{field}« er brugt før.",
    "empty": "filen er tom.",
    "other_document": (
        "facit hører ikke til de valgte dokumenter. Brug --gold eller --cases til egne prøver."
    ),
    "column_missing": "kolonnen »{field}« mangler. Den første linje skal være: {detail}.",
    "cells_missing": (
        "linjen har for få felter. Skriv et skilletegn efter spørgsmålet, også når svaret ikke "
        "står i dokumentet."
    ),
    "cells_extra": (
        "linjen har flere felter end kolonner. Sæt anførselstegn om en tekst, som indeholder "
        "skilletegnet."
    ),
    "questions_none": "filen har ingen spørgsmål.",
    "question_empty": "spørgsmålet er tomt.",
    "section_unknown": "afsnittet »{field}« findes ikke i dokumenterne. Mente du: {detail}?",
    "section_ambiguous": "»{field}« kan være flere afsnit. Mener du {detail}?",
    "point_unknown": "»{field}« findes ikke. Det sidste er »{detail}«.",
    "points_none": "»{field}« findes ikke: »{detail}« har ingen steder af den slags.",
}
GOLD_COUNT = "{count} fejl i {path}:"
GOLD_LINE = "- linje {line}: {detail}"
GOLD_MORE = "- og {count} til"
NAMES = "Afsnittene hedder: {names}."
NAMES_MORE = "{names} og {count} til"
COLUMNS_IGNORED = "Bemærk: {names} bruges ikke, kun kolonnerne spørgsmål, afsnit, rolle og id."
OWN_CASES = ("1 eget spørgsmål", "{count} egne spørgsmål")
REWRITTEN_CASES = (
    "1 omskrivning af dem (slåfejl, små bogstaver m.m.)",
    "{count} omskrivninger af dem (slåfejl, små bogstaver m.m.)",
)
CASES_PLANNED = "Stiller {cases}."

LINE_NOT_JSON = "Linje {line} er ikke gyldig JSON."
LINE_NOT_UTF8 = "Linje {line} er ikke skrevet i UTF-8. Gem filen som UTF-8, og prøv igen."
LINE_NOT_OBJECT = "Linje {line} er ikke et JSON-objekt."
LINE_WITHOUT = "Linje {line}: feltet »{field}« mangler eller er ikke en tekst."
LINE_CONTEXT = (
    "Linje {line}: feltet »context« skal være en liste af tekster eller af objekter med »text« "
    "og eventuelt »section«."
)

SPEED_WARM = "Svar i en varm proces"
SPEED_QUESTION = "spørgsmål ind til svar ud"
SPEED_WHOLE = "Hele kørsler"
SPEED_ASK = "ask som hel proces"
SPEED_BUILD = "bygge indekset"
WRITTEN = "Rapporten ligger i {path}"
BASELINE_WRITTEN = "Kørslen er gemt som sammenligningsgrundlag i {path}"

GATE_OPEN = "Prøven er bestået: alle grænser er holdt, og intet er blevet målbart dårligere."
GATE_SHUT = "Prøven er ikke bestået:"
BELOW_FLOOR = "{name} er {value}, men må ikke være under {bound}. {reason}"
ABOVE_CEILING = "{name} er {value}, men må ikke være over {bound}. {reason}"
NOT_MEASURED = "{name} er ikke målt."
MISSING_ITEMS = "{count} af sammenligningsgrundlagets målinger mangler i »{task}«."
LOSS = (
    "{name} er faldet fra {before} til {after}: {worse} blev dårligere og {better} bedre. Var det "
    "plat og krone, om et ændret spørgsmål blev bedre eller dårligere, ville mindst så mange falde "
    "dårligere ud med en sandsynlighed på {probability}."
)
OTHER_GOLD = (
    "Facit eller dokumenter er ændret, siden sammenligningsgrundlaget blev gemt. Gem det igen "
    "med `{command}`."
)

THRESHOLD_HEADING = "Del   Mindste score   Gode sætninger tabt   Uden belæg af det viste"
THRESHOLD_LINE = "{part:5} {least:<15.2f} {lost:<21.1%} {unsupported:.1%}"
