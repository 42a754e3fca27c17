"""The Danish words of the form in which somebody says whether an answer helped."""

WHY_HELPED = "Tak, det er gemt. Hvad var godt ved svaret?"
WHY_DID_NOT_HELP = "Tak, det er gemt. Hvorfor hjalp svaret ikke?"
OPTIONAL = "Du kan lade være med at svare."
COMMENT = "Med dine egne ord (valgfrit)"
EARLIER_KEPT = "Din begrundelse fra før er stadig gemt. Sender du en ny, træder den i stedet."
SEND = "Send"
THANKS = "Tak for hjælpen. Din vurdering er gemt."

NO_PERSONAL_DATA = "Skriv ikke navne eller andet, der kan vise, hvem nogen er."
QUESTION_KEPT = (
    "Dit spørgsmål bliver gemt sammen med vurderingen i {days}. Cpr-numre, mailadresser og "
    "telefonnumre bliver fjernet først."
)
QUESTION_NOT_KEPT = (
    "Dit spørgsmål bliver ikke gemt. Vurderingen bliver gemt i {days} sammen med din rolle, og "
    "hvilke steder svaret henviste til."
)
DAYS = "{count} dage"
ONE_DAY = "1 dag"

FORGOTTEN = "Svaret er ikke længere i hukommelsen. Stil spørgsmålet igen."
NOT_STORED = "Din vurdering kunne ikke gemmes. Prøv igen om lidt."
NOT_UNDERSTOOD = "Vurderingen kunne ikke læses. Vælg »Ja« eller »Nej« under svaret."
FOREIGN = "Vurderingen kom fra en anden side og er ikke gemt."


def days(count: int) -> str:
    """Return a number of days.

    >>> days(1), days(90)
    ('1 dag', '90 dage')
    """
    return ONE_DAY if count == 1 else DAYS.format(count=count)
