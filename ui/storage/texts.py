"""Every Danish word that is written into an export, or that stands for what is stored."""

MOMENT = "%d.%m.%Y kl. %H.%M"
MOMENT_IN_SHEET = "%d-%m-%Y %H:%M"
"""A Danish spreadsheet takes it for a date, and so sorts it."""

CPR = "[cpr-nummer]"
EMAIL = "[mailadresse]"
PHONE = "[telefonnummer]"

REASONS = {
    "not_relevant": "Citatet svarer ikke på spørgsmålet",
    "incomplete": "Der mangler noget",
    "not_found": "Det står i dokumentet, men blev ikke fundet",
    "hard_to_read": "Svært at forstå",
    "precise": "Citatet var det, jeg ledte efter",
    "complete": "Det hele var med",
    "easy_to_read": "Let at forstå",
    "other": "Andet",
}
"""Why an answer helped or did not, by the code that is stored."""

REASONS_HELPED = ("precise", "complete", "easy_to_read", "other")
REASONS_DID_NOT_HELP = ("not_relevant", "incomplete", "not_found", "hard_to_read", "other")

STATUSES = {
    "answered": "Ordret fra dokumentet",
    "nearest": "Det tætteste – ikke et svar",
    "refused": "Står der ikke",
    "meta": "Om assistenten",
}
ROLES = {"leder": "Leder", "medarbejder": "Medarbejder", "hr": "HR"}
YES = "Ja"
NO = "Nej"

FEEDBACK_COLUMNS = (
    "Tidspunkt",
    "Hjalp svaret?",
    "Begrundelse",
    "Kommentar",
    "Udfald",
    "Rolle",
    "Spørgsmål",
    "Henvisninger",
    "Dokumentudgaver",
)
UNANSWERED_COLUMNS = ("Tidspunkt", "Spørgsmål", "Udfald", "Rolle", "Det tætteste sted")
LISTED = " | "
"""Between the members of a list in one cell."""
