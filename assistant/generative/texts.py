"""The Danish sentences about what a model did, for the trace and for the model itself."""

FELL_BACK = {
    "unreachable": "Sprogmodellen kunne ikke nås.",
    "timeout": "Sprogmodellen svarede ikke i tide.",
    "busy": "Sprogmodellen havde for travlt (429).",
    "denied": "Sprogmodellen afviste adgangen. Se efter, om nøglen er rigtig.",
    "rejected": "Sprogmodellen afviste spørgsmålet. Se efter, om modellens navn findes.",
    "failed": "Sprogmodellens tjeneste svarede med en fejl.",
    "unreadable": "Sprogmodellens svar var tomt eller kunne ikke læses.",
    "paused": "Sprogmodellen blev ikke spurgt, for den har svigtet flere gange i træk.",
    "unproven": "For lidt af det, sprogmodellen skrev, kunne bevises.",
    "refused": "Sprogmodellen fandt ikke svaret, men det er sikkert nok, at det står der.",
}
"""Why a model's words are not shown, by cause."""

NARROWED = "Sprogmodellen fandt ikke svaret i afsnittene, og det var i forvejen usikkert."
NOT_ASKED = "Sprogmodellen blev ikke spurgt, for et af afsnittene ligner en ordre til en maskine."
SHOWN = "Sprogmodellens sætninger har belæg i afsnittene."
SHOWN_IN_PART = "Kun en del af sprogmodellens sætninger har belæg i afsnittene; resten er udeladt."

NO_NUMBER = "Sætningen henviser ikke til et afsnit."
UNKNOWN_NUMBER = "Der er ikke noget afsnit {number}."
NOT_A_STATEMENT = "Sætningen siger ikke noget om indholdet."
NOT_PLAIN = "Sætningen indeholder tegn eller links, som ikke hører til i et svar."
NOT_DANISH = "Sætningen er ikke på dansk."
GIVES_ORDERS = "Sætningen er ikke et udsagn om indholdet, men en ordre."
TOO_LONG = "Sætningen er for lang. Del den op."
NOT_SURE = "Det er ikke sikkert nok, at afsnittene siger det."
REPEATS = "Sætningen gentager et punkt på listen."
LEANS = "Sætningen kan ikke læses alene. Nævn det, den handler om."
ADDS = "Sætningen har ord, som afsnittet ikke har. Brug afsnittets egne."
NOT_ENTAILED = "Den ekstra kontrol kan ikke finde det i afsnittene."
