"""Every Danish word of the commands that serve the web page and keep its users."""

HELP_UI = "Vis Ledelsesassistenten som en side i browseren. Stop med Ctrl+C."
HELP_HOST = "Den adresse, siden skal lytte på. Uden dette tilvalg kun denne maskine (127.0.0.1)."
HELP_PORT = "Den port, siden skal lytte på. Uden dette tilvalg 7860; 0 tager en ledig."
HELP_AUTH = "Fil med dem, der må logge ind. Uden den kan siden bruges uden login."
HELP_USER = "Bestem, hvem der må logge ind på siden."
HELP_USER_ADD = (
    "Giv en bruger adgang, eller giv en, der har adgang, en ny adgangskode. Adgangskoden skrives "
    "bagefter, eller den læses fra standardinput."
)
HELP_USER_REMOVE = "Fjern en brugers adgang. Den, der er logget ind, bliver logget ud."
HELP_USER_LIST = "Vis, hvem der har adgang."
HELP_USER_NAME = "Brugerens navn: bogstaver, tal og tegnene . _ - @."
HELP_USER_HR = "Lad brugeren se fanen Kvalitet."
HELP_USER_FILE = "Filen med brugere. Uden dette tilvalg bruges LEDELSESASSISTENT_AUTH."
METAVAR_HOST = "ADRESSE"

UI_STARTING = "Starter Ledelsesassistenten …"
UI_READY = "Ledelsesassistenten er klar på {address} – stop med Ctrl+C"
UI_STOPPED = "Ledelsesassistenten er stoppet."
USER_ADDED = "{name} kan nu logge ind. Adgangen er gemt i {path}."
USER_ADDED_HR = "{name} kan nu logge ind og se fanen Kvalitet. Adgangen er gemt i {path}."
USER_REMOVED = "{name} kan ikke længere logge ind. Ændringen er gemt i {path}."
USER_LINE_HR = "{name} (HR)"
PASSWORD_PROMPT = "Adgangskode (vises ikke): "  # noqa: S105  what a person is asked
PASSWORD_AGAIN = "Skriv den igen: "  # noqa: S105  the same
