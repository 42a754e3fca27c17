"""Every Danish word that the shell round the page says to people and programmes."""

HEADING = "Ledelsesassistenten"

NOT_FOUND = "Siden findes ikke."
METHOD_CLOSED = "Denne måde at kalde serveren på er slået fra."
HOST_UNKNOWN = (
    "Serveren kender ikke adressen {host}. Den, der driver serveren, kan tilføje den til "
    "LEDELSESASSISTENT_ALLOWED_HOSTS."
)
FOREIGN_ORIGIN = "Forespørgslen kom fra et andet websted og blev derfor afvist."
BODY_TOO_LARGE = "Forespørgslen er for stor. Den må højst fylde {limit} bytes."
TOO_MANY = "Du har stillet mange spørgsmål på kort tid. Vent {seconds} sekunder, og prøv igen."
TOO_MANY_ONE = "Du har stillet mange spørgsmål på kort tid. Vent 1 sekund, og prøv igen."
LOGIN_NEEDED = "Du skal logge ind for at bruge Ledelsesassistenten."
PROXY_LOGIN_NEEDED = (
    "Du er ikke logget ind. Åbn Ledelsesassistenten gennem din organisations egen indgang."
)
LOGIN_BUSY = "Der er forsøgt at logge ind for mange gange. Vent {minutes} minutter, og prøv igen."
LOGIN_WRONG = "Brugernavnet eller adgangskoden passer ikke."
METRICS_CLOSED = "Målingerne kan kun læses fra serveren selv."
FAILED = "Der skete en uventet fejl på serveren. Prøv igen om lidt."
GETTING_READY = "Ledelsesassistenten er ved at gøre sig klar. Siden prøver selv igen om lidt."


def say_wait(seconds: int) -> str:
    """Return how long whoever asks too fast must wait.

    >>> say_wait(1).endswith("Vent 1 sekund, og prøv igen.")
    True
    """
    return TOO_MANY_ONE if seconds == 1 else TOO_MANY.format(seconds=seconds)
