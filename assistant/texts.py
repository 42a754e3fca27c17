"""Every Danish sentence that an answer is joined with. None of them says what a document says."""

from assistant.distress import texts as distress_texts

SAYS = "Det siger {document}:"
SAYS_OF_LEADER = "Det siger {document} om din leder:"
DEFINES = "Sådan beskriver {document} det:"
LISTS = "I {document} nævnes:"
COUNTS = "Der er {count} punkter på listen:"
COUNTS_SECTIONS = "Der er {count}:"
EXPECTS_OF_LEADER = "Det her kan du forvente af din leder:"
EXPECTS_LEADER_DOES = "Du kan forvente, at din leder …"
STANDS_HERE = "Det står her:"
STANDS_IN_PLACES = "Det står {count} steder:"
CORRECTS = "Spørgsmålet går ud fra noget andet, end der står i {document}. Der står:"
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
LOOKED_FOR = "Jeg har ledt efter {words} i {document}, men det står der ikke noget om."
OUT_OF_SCOPE = {
    "personal": (
        "Jeg kender hverken dig eller dem, du arbejder sammen med, men kun det, der står i "
        "{document}. Det spørgsmål skal du stille til et menneske."
    ),
    "off_topic": "Det handler {document} ikke om, så det kan jeg ikke svare på.",
    "injection": (
        "Jeg følger ikke ordrer, der står i et spørgsmål. Jeg svarer kun ud fra det, der står i "
        "{document}."
    ),
    "machine": "Det kan jeg ikke. Jeg kan kun finde det, der står ordret i {document}.",
    "outside_version": "Det står der ikke noget om i den udgave af {document}, som jeg kender.",
}
"""What to say to questions that the documents could not have answered, by kind."""

WITHOUT_CONTACT = frozenset({"off_topic", "injection", "machine"})
"""Kinds that nobody should be troubled with."""

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
NO_SECTIONS = "{title} er ikke delt op i afsnit med overskrifter."
NO_SECTION = "Det afsnit kan jeg ikke finde."
OPENS = "Sådan begynder {title}:"
WHO = (
    "Jeg er et program og ikke et menneske. Jeg leder i {document} og viser dig ordret, hvad der "
    "står, og hvor det står."
)
PRIVACY = (
    "Jeg husker kun de seneste spørgsmål i samtalen, så du kan spørge videre, og jeg bruger dem "
    "ikke i andres samtaler. Vil du vide, hvordan jeg er sat op her, så spørg den, der har "
    "ansvaret for mig."
)
NO_SUMMARY = (
    "Jeg skriver ikke resuméer, for jeg gengiver kun, hvad der står. Spørg, hvad {document} "
    "handler om, eller bed mig vise et afsnit."
)
NO_WORK = (
    "Den slags opgaver løser jeg ikke. Jeg finder de steder i {document}, der svarer på dit "
    "spørgsmål, og viser dem ordret."
)
HOSTILE = "Jeg kan godt høre, at du er utilfreds. Spørg om noget i {document}, så leder jeg igen."
FAREWELL = "Farvel, og velkommen tilbage en anden gang."
NO_PREVIOUS = "Jeg er ikke sikker på, hvad du mener. Prøv at skrive hele spørgsmålet."
NO_MORE = "Jeg har vist alt, hvad {document} siger i det afsnit. Spørg gerne om noget andet."
POINTS_ARE = "Der er {count} punkter i svaret. Skriv for eksempel »uddyb punkt 1«."
ONE_POINT = "Der er kun {count} punkt i svaret. Skriv »mere«, hvis du vil læse videre."
WHY_REFUSED = (
    "Jeg svarer kun med det, der står i {document}, og jeg har ikke fundet noget, der svarer på "
    "dit spørgsmål."
)
CLOSING = "Godt. Spørg endelig videre."
DENIED = "Det er jeg ked af. Skriv spørgsmålet på en anden måde, så leder jeg igen."
ONLY_QUOTES = "Jeg kan ikke sige det med andre ord, men sådan står det i {document}:"
NO_REASON = "Det giver {document} ingen begrundelse for."
CONNECTED = "Det siger {document} i den forbindelse:"

GENERATED = (
    "*En sprogmodel har formuleret svaret, og hver sætning er kontrolleret mod de steder, den "
    "henviser til.*"
)
INTRODUCED = (
    "*En sprogmodel har formuleret indledningen, og den er kontrolleret mod de steder, den "
    "henviser til. Listen er dokumentets egen.*"
)
LEFT_OUT = "*Det, der ikke kunne bevises, er udeladt.*"
FALLBACKS = {
    "unreachable": "Sprogmodellen kunne ikke nås, så svaret er ordrette citater fra {document}.",
    "timeout": "Sprogmodellen svarede ikke i tide, så svaret er ordrette citater fra {document}.",
    "busy": "Sprogmodellen har for travlt lige nu, så svaret er ordrette citater fra {document}.",
    "denied": "Sprogmodellen afviste adgangen, så svaret er ordrette citater fra {document}.",
    "rejected": (
        "Sprogmodellen kunne ikke tage imod spørgsmålet, så svaret er ordrette citater fra "
        "{document}."
    ),
    "failed": "Sprogmodellen svarede med en fejl, så svaret er ordrette citater fra {document}.",
    "unreadable": (
        "Sprogmodellens svar kunne ikke læses, så svaret er ordrette citater fra {document}."
    ),
    "paused": (
        "Sprogmodellen holder pause efter flere fejl, så svaret er ordrette citater fra {document}."
    ),
    "unproven": (
        "Sprogmodellens svar kunne ikke bevises, så svaret er ordrette citater fra {document}."
    ),
    "refused": ("Sprogmodellen fandt ikke selv svaret, så du får ordrette citater fra {document}."),
}
"""What to say where a language model was asked and its words are not shown, by cause."""

AS_EMPLOYEE = "(som medarbejder)"
AS_LEADER = "som leder"
"""Added to what is searched for, not to what is shown."""

ASK_WHAT = "Hvad er {subject}?"
ASK_POINTS = "Hvilke punkter er der under {subject}?"
ASK_COUNT = "Hvor mange punkter er der under {subject}?"
ASK_AGAIN = "Hvad står der ordret om {subject}?"
ASK_OPPOSITE = "Hvad er modsætningen til {subject}?"
ASK_AT = "Hvad står der i {label}?"
ASK_ABOUT = "Hvad står der om {subject}?"
ASK_PLACE = "Hvor står svaret på »{question}«?"
ASK_WHERE = "Hvor står der noget om {subject}?"
ASK_MORE_ABOUT = "Hvad står der ellers om {subject}?"
ASK_REASON = "Hvorfor er det sådan med {subject}?"
ASK_SHORT = "Hvad er det korte svar på »{question}«?"
ASK_WHOLE = "Hvad står der i hele afsnittet »{name}«?"
ASK_MORE = "Hvad står der ellers i afsnittet »{name}«?"
ASK_WHY_NOT = "Hvorfor er der ikke noget svar på »{question}«?"
ASK_REGARDING = "{question}, når det gælder {subject}?"
ASK_FIRST_REGARDING = "Når det gælder {subject}: {question}?"
ASK_IMPORTANT = "{question} med {subject}?"
ASK_BESIDES = "{question}, og {rest}?"
ASK_ALSO = "Gælder {subject} {rest}?"
ASK_ADVERB = "Hvad står der om {subject} {rest}?"
ASK_AS = "{question} som {role}?"
DIFFERENCE = "Hvad er forskellen på"
ASK_CONDITION = "Hvad siger {document}, {rest}?"
ASK_SIDES = "{head} {sides}?"
MARKED = "»{name}«"
FROM_TO = "{first} til {last}"
OPPOSITE_OF = "modsætningen til {subject}"
OF_THE_TWO = "af de to"
ASK_OF_TWO = "{question}: {first} eller {second}?"
CONJUNCTION = "og"
"""Questions that stand alone, made of follow-ups."""

REASON_ANSWERED = "Sandsynligheden for, at svaret står i dokumentet, er over grænsen."
REASON_UNANSWERED = "Sandsynligheden for, at svaret står i dokumentet, er under grænsen."
REASON_NAMED = "Spørgsmålet nævner en liste eller et ord, som står i dokumentet."
REASON_CORRECTED = "Spørgsmålet bygger på noget, som et afsnit siger imod; det er vist."
REASON_NO_HITS = "Ingen af dokumentets afsnit deler ord eller mening med spørgsmålet."
REASON_SECTION = "Spørgsmålet beder om et bestemt afsnit, som er vist i sin helhed."
REASON_EARLIER = "Spørgsmålet bygger på et tidligere svar og er besvaret derfra."
REASON_DISTRESS = "Den, der skriver, har det svært eller er i fare; derfor er der ikke ledt."
REASON_META = "Spørgsmålet handler om assistenten eller om dokumentets indhold som helhed."
REASON_NOT_PROVEN = "Mindst ét citat svarede ikke til dokumentets tekst."

CHANCE = "Sandsynlighed for, at svaret står i dokumentet: {chance}. Der kræves mindst {limit}."
BASES = {
    "calibrated": "Vurderet af modellen, der er afstemt efter netop denne udgave af dokumentet.",
    "enriched": (
        "Vurderet af den generelle model: Dokumenterne er ikke dem, som modellen er afstemt efter."
    ),
    "bare": (
        "Vurderet af den generelle model for dokumenter uden eksempler på spørgsmål; den er mindre "
        "sikker."
    ),
}
"""Which model judged, by its name in `assistant.answerability.model`."""

SPEAKS_FOR = "Det taler for: {signals}."
SPEAKS_AGAINST = "Det taler imod: {signals}."
SIGNALS = {
    "lemma_passages": "ordene i det bedste afsnit",
    "lemma_questions": "ordene i kendte spørgsmål til afsnittet",
    "ngram_passages": "orddelene i det bedste afsnit",
    "ngram_questions": "orddelene i kendte spørgsmål til afsnittet",
    "dense_passages": "det bedste afsnits betydning",
    "dense_questions": "betydningen af kendte spørgsmål til afsnittet",
    "subject_covered": "hvor meget af emnet det bedste afsnit nævner",
    "rarest_uncovered_by_best": "om det bedste afsnit kender spørgsmålets sjældneste ord",
    "rarest_uncovered_by_best_three": "om de tre bedste afsnit kender de sjældne ord",
    "length": "spørgsmålets længde",
    "frame": "hvad der spørges om ved det, afsnittene kender (tal, navne, regler og andet)",
    "wording": "ligheden med spørgsmål, som dokumentet vides at besvare eller ikke besvare",
}
"""What each signal of answerability looks at, in the words of a sentence."""


def shown_phrases() -> tuple[str, ...]:
    """Return every phrase that a line of an answer can consist of, placeholders unfilled."""
    return (
        SAYS, SAYS_OF_LEADER, DEFINES, LISTS, COUNTS, COUNTS_SECTIONS, EXPECTS_OF_LEADER,
        EXPECTS_LEADER_DOES, CORRECTS, STANDS_HERE, STANDS_IN_PLACES, COMPARES, WHOLE_LIST,
        MORE_LISTS, MORE_LIST, ENGLISH, ENGLISH_REFUSAL, NOTHING_STATED, LOOKED_FOR,
        *OUT_OF_SCOPE.values(), NEAREST, ASK_CONTACT, NOT_PROVEN,
        *distress_texts.shown_phrases(),
        NOT_UNDERSTOOD, GREETING, THANKS, HELP, *HELP_EXAMPLES, CONTENTS, NO_PREVIOUS,
        NO_MORE, NO_SECTIONS, NO_SECTION, OPENS, WHO, PRIVACY, NO_SUMMARY, NO_WORK, HOSTILE,
        FAREWELL, POINTS_ARE, ONE_POINT, WHY_REFUSED, CLOSING, DENIED, CONNECTED, ONLY_QUOTES,
        NO_REASON, GENERATED, INTRODUCED, LEFT_OUT, *FALLBACKS.values(),
    )  # fmt: skip
