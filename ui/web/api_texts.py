"""Every Danish word that programmes meet: what the endpoints do, and what went wrong.

The first three are read by Gradio and by MCP clients as docstrings: one line for each parameter.
"""

ASK = """Besvar et spørgsmål ud fra organisationens dokumenter med ordrette citater.

Svaret er et JSON-objekt med status (answered, nearest, refused eller meta), selve svaret og
kilderne med citat, afsnit og tegnpositioner. Ved status refused står svaret ikke i dokumenterne,
og ved nearest vises kun de steder, der kommer tættest på.

Args:
    question: Spørgsmålet på dansk eller engelsk.
    role: Hvem der spørger: leder, medarbejder eller hr. Udelades, hvis det er uden betydning.
    session: Nøgle til en samtale, så næste spørgsmål kan bygge videre på svaret. Vælg selv 16-128 tilfældige tegn, for eksempel et UUID, og brug den samme hver gang.
"""  # noqa: E501  Gradio reads a parameter's description from one line

SEARCH = """Find de steder i organisationens dokumenter, der ligger tættest på en søgning.

Svaret er et JSON-objekt med de fundne steder, det bedste først, uden at det er afgjort, om de
besvarer noget.

Args:
    query: Ord eller et spørgsmål på dansk eller engelsk.
    k: Hvor mange steder der højst vises, fra 1 til 50.
"""

DOCUMENT = """Hent et af organisationens dokumenter, eller se, hvilke der er.

Svaret er et JSON-objekt. Tegnpositionerne i svar og søgninger gælder feltet text.

Args:
    name: Dokumentets navn. Udelades det, vises en liste over dokumenterne.
"""

NOT_TEXT = "Feltet »{field}« skal være tekst."
BAD_COUNT = "Feltet »k« skal være et helt tal fra 1 til {most}."
BAD_SESSION = (
    "Nøglen i feltet »session« skal være på mellem {fewest} og {most} tegn. Vælg tilfældige tegn, "
    "for eksempel et UUID, så andre ikke kan gætte den."
)
