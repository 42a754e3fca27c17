"""Every Danish sentence that an answer is joined with. None of them says what a document says."""

SAYS = "Det siger {document}:"
SAYS_OF_LEADER = "Det siger {document} om din leder:"
DEFINES = "Sådan beskriver {document} det:"
LISTS = "Det nævner {document}:"
COUNTS = "Der er {count} punkter på listen:"
COUNTS_SECTIONS = "Der er {count}:"
EXPECTS_OF_LEADER = "Det her kan du forvente af din leder:"
EXPECTS_LEADER_DOES = "Du kan forvente, at din leder …"
STANDS_HERE = "Det står her:"
STANDS_IN_PLACES = "Det står {count} steder:"
COMPARES = "Sådan beskriver {document} de to:"
WHOLE_LIST = "*{count} af {count} punkter ({label}).*"
MORE_LISTS = "Du finder også lister om ledere her:"
MORE_LIST = "{label} ({count} punkter)"
ELLIPSIS = "…"

DOCUMENTS = "dokumenterne"
"""What several documents of different kinds are called together."""

ENGLISH = "The document is in Danish, so the answer is quoted from it word for word, in Danish:"

ENGLISH_REFUSAL = "The document does not say; the rest of this reply is in Danish."

NOTHING_STATED = "Det står der ikke noget om i {document}."
NEAREST = "Det her kommer tættest på, men svarer ikke på dit spørgsmål:"
ASK_CONTACT = "Du kan spørge {contact}."
NOT_PROVEN = "Jeg kunne ikke bevise svaret ord for ord og viser det derfor ikke."
NOT_UNDERSTOOD = "Jeg forstår ikke spørgsmålet. Prøv at skrive det på en anden måde."

GREETING = "Hej! Spørg mig om, hvad der står i {document}."
THANKS = "Selv tak. Spørg bare igen."
HELP = (
    "Jeg svarer på spørgsmål om {document} med ordrette citater og fortæller, hvor de står. "
    "Når der ikke står noget om det, du spørger om, siger jeg det. Du kan for eksempel spørge:"
)
HELP_EXAMPLES = (
    "Hvad forventes af mig som leder?",
    "Hvad kan jeg forvente af min leder?",
    "Hvilke afsnit er der?",
)
CONTENTS = "{title} består af disse afsnit:"
NO_PREVIOUS = "Jeg er ikke sikker på, hvad du mener. Prøv at skrive hele spørgsmålet."

AS_EMPLOYEE = "(som medarbejder)"
"""Added to what is searched for, not to what is shown."""

ASK_WHAT = "Hvad er {subject}?"
ASK_POINTS = "Hvilke punkter er der under {subject}?"
ASK_AT = "Hvad står der i {label}?"
ASK_PLACE = "{question} Hvor står det?"
"""Questions that stand alone, made of follow-ups."""

REASON_ANSWERED = "Sandsynligheden for, at svaret står i dokumentet, er over grænsen."
REASON_UNANSWERED = "Sandsynligheden for, at svaret står i dokumentet, er under grænsen."
REASON_NAMED = "Spørgsmålet nævner en liste eller et ord, som står i dokumentet."
REASON_NO_HITS = "Ingen af dokumentets afsnit deler ord eller mening med spørgsmålet."
REASON_META = "Spørgsmålet handler om assistenten eller om dokumentets indhold som helhed."
REASON_NOT_PROVEN = "Mindst ét citat svarede ikke til dokumentets tekst."


def shown_phrases() -> tuple[str, ...]:
    """Return every phrase that a line of an answer can consist of, placeholders unfilled."""
    return (
        SAYS, SAYS_OF_LEADER, DEFINES, LISTS, COUNTS, COUNTS_SECTIONS, EXPECTS_OF_LEADER,
        EXPECTS_LEADER_DOES, STANDS_HERE, STANDS_IN_PLACES, COMPARES, WHOLE_LIST, MORE_LISTS,
        MORE_LIST, ENGLISH, ENGLISH_REFUSAL, NOTHING_STATED, NEAREST, ASK_CONTACT, NOT_PROVEN,
        NOT_UNDERSTOOD, GREETING, THANKS, HELP, *HELP_EXAMPLES, CONTENTS, NO_PREVIOUS,
    )  # fmt: skip
