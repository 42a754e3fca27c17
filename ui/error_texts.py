"""The Danish sentence for each error, by its code: what is wrong, and what to do about it."""

ERRORS = {
    "question_empty": "Du mangler at skrive et spørgsmål.",
    "question_too_long": "Spørgsmålet er for langt. Skriv højst {limit} tegn.",
    "question_not_text": "Spørgsmålet indeholder tegn, der ikke kan læses. Skriv det som UTF-8.",
    "question_invalid": "Spørgsmålet kan ikke læses. Skriv det igen med hele ord.",
    "question_missing": "Skriv et spørgsmål i anførselstegn, eller brug --batch med en fil.",
    "question_and_batch": "Brug enten et spørgsmål eller --batch, ikke begge dele.",
    "role_unknown": "Rollen »{name}« findes ikke. Vælg en af disse: {allowed}.",
    "setting_unknown": (
        "Miljøvariablen {name} findes ikke. Fjern den, eller brug en af disse: {allowed}."
    ),
    "setting_invalid": (
        "Miljøvariablen {name} har en værdi, der ikke kan bruges. Ret den, eller fjern den."
    ),
    "model_provider_unknown": (
        "{name} skal begynde med en udbyder, som kendes, for eksempel ollama:gemma3:12b. Vælg en "
        "af disse, eller sæt også LEDELSESASSISTENT_MODEL_BASE_URL: {allowed}."
    ),
    "model_package_missing": (
        "Sprogmodellen {name} kræver en pakke. Installér den med »pip install {package}«."
    ),
    "model_invalid": (
        "Sprogmodellen {name} kan ikke åbnes. Ret de miljøvariabler, der begynder med "
        "LEDELSESASSISTENT_MODEL, eller fjern dem for at svare uden sprogmodel."
    ),
    "model_missing": (
        "Der er ikke valgt nogen sprogmodel. Sæt LEDELSESASSISTENT_MODEL, for eksempel til "
        "ollama:gemma3:12b."
    ),
    "model_unusable": "Forslagene er ikke færdige. {reason} De første ligger i filen efter --out.",
    "out_exists": "Filen {where} findes i forvejen. Vælg et andet navn efter --out.",
    "out_unwritable": "Filen {where} kan ikke skrives. Vælg et andet sted efter --out.",
    "leave_out_unreadable": "Filen {where} kan ikke læses. Ret stien efter --leave-out.",
    "entailment_unavailable": (
        "Kontrolmodellen {where} kan ikke indlæses. Ret LEDELSESASSISTENT_MODEL_NLI, eller fjern "
        "den."
    ),
    "folder_missing": (
        "Mappen {where} findes ikke eller kan ikke læses. Ret stien efter --documents."
    ),
    "folder_empty": (
        "Der er ingen dokumenter i mappen {where}. Læg mindst én fil i den, der ender på .md."
    ),
    "document_unreadable": (
        "Dokumentet {where} kan ikke læses som tekst. Gem det som UTF-8, og prøv igen."
    ),
    "document_empty": (
        "Dokumentet {where} har ingen tekst at svare ud fra. Skriv noget i det, eller flyt det."
    ),
    "metadata_invalid": (
        "Oplysningerne om dokumentet i {where} kan ikke læses. De skal være YAML med en nøgle og "
        "en værdi på hver linje."
    ),
    "enrichment_invalid": (
        "{where} kan ikke læses. Hver linje skal være et JSON-objekt, gemt som UTF-8."
    ),
    "documents_unusable": "Dokumenterne i {where} kan ikke bruges. Se efter, om filerne er hele.",
    "document_unknown": "Der er intet dokument med navnet »{name}«. Vælg et af disse: {known}.",
    "embedder_unavailable": (
        "Sprogmodellen {where} kan ikke indlæses. Ret LEDELSESASSISTENT_EMBEDDER, eller fjern den "
        "for at bruge den model, der følger med."
    ),
    "index_unwritable": (
        "Indekset kan ikke skrives i {where}. Se efter, om du må skrive der, og om der er plads på "
        "disken, eller vælg en anden mappe med --index-dir."
    ),
    "index_corrupt": (
        "Indekset i {where} er beskadiget. Byg det igen med: ledelsesassistent index build --force."
    ),
    "index_busy": ("Et andet program er ved at bygge indekset i {where}. Vent lidt, og prøv igen."),
    "index_unusable": (
        "Indekset i {where} kan ikke bruges. Byg det igen med: ledelsesassistent index build "
        "--force."
    ),
    "batch_unreadable": "Filen {where} kan ikke læses. Ret stien efter --batch.",
    "batch_not_text": "Filen {where} er ikke gemt som UTF-8. Gem den som UTF-8, og prøv igen.",
    "line_not_text": "Linje {line} er ikke gemt som UTF-8. Gem filen som UTF-8.",
    "line_not_json": "Linje {line} er ikke gyldig JSON. Skriv ét JSON-objekt pr. linje.",
    "line_not_object": (
        'Linje {line} er ikke et JSON-objekt. Skriv for eksempel {{"id": "1", "question": "…"}}.'
    ),
    "line_without_question": "Linje {line} mangler et spørgsmål i feltet »question«.",
    "line_question_not_string": "Spørgsmålet på linje {line} skal være tekst i anførselstegn.",
    "line_role_not_string": "Rollen på linje {line} skal være tekst. Vælg en af disse: {allowed}.",
    "output_full": (
        "Resultatet kan ikke skrives, for der er ikke mere plads på disken. Gør plads, og prøv "
        "igen."
    ),
    "database_invalid": (
        "LEDELSESASSISTENT_DATABASE kan ikke læses. Skriv for eksempel "
        "postgresql://bruger:adgangskode@server/navn, eller fjern den for at bruge en fil i "
        "datamappen."
    ),
    "database_driver_missing": (
        "Databasen i LEDELSESASSISTENT_DATABASE er af en slags, der mangler et program til. Brug "
        "PostgreSQL, eller fjern variablen for at bruge en fil i datamappen."
    ),
    "database_unreachable": (
        "Databasen {where} svarer ikke. Se efter, om den kører, og om adressen i "
        "LEDELSESASSISTENT_DATABASE er rigtig."
    ),
    "database_refused": (
        "Databasen {where} afviste forbindelsen. Ret brugernavn, adgangskode eller databasens navn "
        "i LEDELSESASSISTENT_DATABASE."
    ),
    "database_forbidden": (
        "Brugeren af databasen {where} må ikke oprette eller ændre tabeller. Giv den ret til det."
    ),
    "database_unwritable": (
        "Der kan ikke skrives i {where}. Se efter, om du må skrive der, eller vælg en anden mappe "
        "med LEDELSESASSISTENT_DATA_DIR."
    ),
    "database_newer": (
        "Databasen {where} er lavet af en nyere udgave af programmet. Opdatér programmet, eller "
        "brug en anden database."
    ),
    "database_corrupt": (
        "Databasen {where} er beskadiget. Hent den fra en sikkerhedskopi, eller flyt den, så der "
        "bliver lavet en ny."
    ),
    "database_full": (
        "Der er ikke mere plads på disken til databasen {where}. Gør plads, og prøv igen."
    ),
    "database_busy": "Databasen {where} er optaget. Vent lidt, og prøv igen.",
    "database_unusable": (
        "Databasen {where} kan ikke bruges. Brug en anden, eller sæt miljøvariablen "
        "LEDELSESASSISTENT_DEBUG=1 for at se detaljerne."
    ),
    "case_missing": "Testspørgsmålet findes ikke længere. Måske har en anden fjernet det.",
    "run_missing": "Kørslen findes ikke længere. Måske har en anden fjernet den.",
    "own_empty": "Du mangler at skrive noget.",
    "own_too_long": "Teksten er for lang. Skriv højst {limit} tegn.",
    "own_not_text": "Teksten kan ikke læses. Skriv den igen med hele ord.",
    "own_question_known": "Stedet har allerede det spørgsmål.",
    "own_question_unknown": "Stedet har ikke længere det spørgsmål. Vælg stedet igen.",
    "own_question_same": "Spørgsmålet er det samme som før. Ret det først.",
    "own_word_same": "De to ord er ens. Skriv et andet ord, folk bruger.",
    "own_word_unfound": (
        "»{name}« står hverken i dokumentet eller i spørgsmålene til det. Skriv ordet, som "
        "dokumentet bruger det."
    ),
    "own_word_written": "»{name}« står selv i dokumentet og bliver derfor allerede fundet.",
    "own_word_known": "»{name}« er allerede knyttet til »{canonical}«.",
    "own_word_unknown": "»{name}« er her ikke længere.",
    "own_journal_invalid": (
        "Listen over ændringer i {where} kan ikke læses. Slet filen; så kan de hidtidige ændringer "
        "ikke fortrydes, men de bliver stående."
    ),
    "own_unreadable": "Filen {where} kan ikke læses. Se efter, om den er gemt som UTF-8.",
    "own_unwritable": (
        "Der kan ikke gemmes i mappen {where}. Se efter, om du må skrive der, og om der er plads "
        "på disken."
    ),
    "own_busy": "En anden er ved at gemme i mappen {where}. Vent lidt, og prøv igen.",
    "edit_invalid": "Ændringen kan ikke bruges. Se den efter, og prøv igen.",
    "edit_unusable": "Det kan ikke gemmes. Prøv igen om lidt.",
    "passage_unknown": "Stedet findes ikke længere i dokumentet. Vælg et andet.",
    "case_place_unchosen": (
        "Vælg, hvor svaret står. Står det ikke i dokumentet, så vælg det øverst på listen."
    ),
    "case_note_too_long": "Noten er for lang. Skriv højst {limit} tegn.",
    "cases_none": "Der er ingen rækker at tilføje.",
    "cases_too_many": "Sæt højst {limit} rækker ind ad gangen.",
    "cases_rows_invalid": "Rækkerne kan ikke læses. Ret dem, og sæt dem ind igen.",
    "case_place_unknown": (
        "Der er intet afsnit eller sted med navnet »{name}«. Se navnene på listen over steder."
    ),
    "case_place_close": "Der er intet afsnit eller sted med navnet »{name}«. Mente du »{close}«?",
    "case_place_several": "»{name}« kan være flere afsnit. Mente du {meant}?",
    "case_place_ambiguous": "»{name}« passer på flere steder. Vælg ét af dem på listen.",
    "case_role_close": "Rollen »{name}« findes ikke. Mente du »{close}«?",
    "undo_nothing": "Der er ikke mere at fortryde.",
    "undo_changed": (
        "Filen {where} er ændret på anden måde siden, så den seneste ændring her på siden kan ikke "
        "fortrydes."
    ),
    "port_taken": (
        "Port {port} er optaget. Stop det andet program, eller vælg en anden port med --port."
    ),
    "port_forbidden": (
        "Du må ikke bruge port {port} på denne maskine. Vælg en port over 1023 med --port."
    ),
    "host_unknown": (
        "Adressen {host} hører ikke til denne maskine. Brug 127.0.0.1 for kun denne maskine eller "
        "0.0.0.0 for hele netværket efter --host."
    ),
    "proxy_invalid": (
        "»{name}« i LEDELSESASSISTENT_TRUSTED_PROXIES er ikke en IP-adresse. Skriv for eksempel "
        "127.0.0.1 eller 10.0.0.0/8."
    ),
    "accounts_unreadable": (
        "Filen med brugere {where} kan ikke læses. Ret stien, eller opret filen med "
        "»ledelsesassistent user add«."
    ),
    "accounts_unwritable": (
        "Filen med brugere {where} kan ikke skrives. Se efter, om du må skrive der."
    ),
    "account_invalid": (
        "{where}: Linjen kan ikke læses. Fjern den, og opret brugeren igen med "
        "»ledelsesassistent user add«."
    ),
    "user_name_invalid": (
        "Brugernavnet »{name}« kan ikke bruges. Skriv højst 64 bogstaver, tal og tegnene . _ - @."
    ),
    "user_unknown": "Der er ingen bruger med navnet »{name}« i {where}.",
    "user_file_missing": (
        "Skriv, hvor filen med brugere ligger, efter --file eller i LEDELSESASSISTENT_AUTH."
    ),
    "password_length": "Adgangskoden skal være på mindst {limit} tegn.",
    "passwords_differ": "De to adgangskoder er ikke ens. Prøv igen.",
    "login_key_unusable": (
        "Nøglen til login kan ikke skrives i {where}. Se efter, om du må skrive der, eller vælg en "
        "anden mappe med LEDELSESASSISTENT_DATA_DIR."
    ),
    "option_unknown": "Tilvalget {name} findes ikke. Se dem, der findes, med: {command} --help",
    "option_incomplete": (
        "Tilvalget {name} er ikke skrevet rigtigt. Se hvordan med: {command} --help"
    ),
    "value_invalid": "Værdien efter {name} kan ikke bruges. Se hvordan med: {command} --help",
    "value_missing": "Du mangler at skrive {name}. Se hvordan med: {command} --help",
    "number_invalid": "Værdien efter {name} skal være et helt tal, der er mindst 1.",
    "command_unknown": "Kommandoen findes ikke. Se dem, der findes, med: {command} --help",
    "words_extra": (
        "Kommandoen forstår kun én tekst. Sæt hele teksten i anførselstegn, for eksempel: "
        '{command} "…"'
    ),
}
"""{where} is the path with its line, if it has one."""

ERROR_UNKNOWN = (
    "Der opstod en fejl, som programmet ikke kender. Prøv igen, eller sæt miljøvariablen "
    "LEDELSESASSISTENT_DEBUG=1 for at se detaljerne."
)
WHERE_LINE = "{path}, linje {line}"
