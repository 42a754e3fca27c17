"""Every Danish word of a saved answer that does not already stand on the page."""

SOURCES = {"nearest": "Nærmeste steder i dokumentet"}
SOURCES_OTHERWISE = "Kilder"
ABOUT = "Om svaret"

UNDERSTOOD = "Forstået sådan ud fra samtalen: »{question}«"
PLACE = "{title}, tegn {start}–{end} ({version})"
EDITION = "udgave {edition}"
ASKED = "Spurgt {day}. {month} {year} kl. {hour:02}.{minute:02}"
READ = "Læst dokument: {document}"
AUTOMATIC = "Svaret er lavet af en automatisk assistent, ikke af et menneske."
VERBATIM = "Citaterne er hentet ordret fra dokumentet."
ENGINES = {"extractive": "Der er ikke brugt nogen sprogmodel."}
ENGINE_OTHER = (
    "Sprogmodellen {engine} har formuleret svaret, og det er holdt op mod dokumentets egne ord."
)
CHECK = "Slå efter i dokumentet, før du bruger svaret til at træffe en beslutning."

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

FILE_NAME = "svar"
LANGUAGE = "da-DK"
TRANSLITERATED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})
"""Letters that do not come apart into a plain letter and an accent."""
