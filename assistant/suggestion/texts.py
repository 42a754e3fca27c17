"""The Danish questions that suggestions are made of; none of them is about any one document."""

import re
from dataclasses import dataclass

EVERYONE = "alle"
"""The sidecar's key for who has said no role."""


@dataclass(frozen=True)
class General:
    """A question that may be asked of any document.

    Attributes:
        text: Where {subject} is what the document is called in a sentence.
        told: What a passage says, folded, that really answers it.
    """

    text: str
    told: re.Pattern[str]


PURPOSE = General(
    "Hvad er formålet med {subject}?",
    re.compile(
        r"(?:dokument|politik|grundlag|princip|vejledning)\w*\b.*\b(?:formaal|beskriver|skal)"
    ),
)
SCOPE = General("Hvem gælder {subject} for?", re.compile(r"\b(?:gaelder|omfatter) (?:for )?alle\b"))
APPROVAL = General(
    "Hvem har godkendt {subject}?", re.compile(r"\b(?:godkendt|vedtaget)\b.* (?:af|den) ")
)
SINCE = General(
    "Hvornår gælder {subject} fra?",
    re.compile(r"\bgaelder fra\b|\bi kraft\b|\bfra (?:og med )?den \d"),
)
RENEWAL = General(
    "Hvornår bliver {subject} taget op igen?",
    re.compile(r"\b(?:evaluer|revider|droeft|juster|taget op)\w*\b"),
)
DUTIES = General(
    "Hvad forventes der af lederne?",
    re.compile(r"\b(?:leder|chef)\w*\b.*\b(?:skal|forvent|sikrer|soerger|foelger|betyder)"),
)
OWN_DUTIES = General("Hvad forventes af mig som leder?", DUTIES.told)
LEADERS_DUTIES = General("Hvad kan jeg forvente af min leder?", DUTIES.told)
CHARGE = General(
    "Hvad har jeg ansvar for som leder?", re.compile(r"\bleder\w*\b.*\bansvar|\bansvar.*\bleder")
)
FREEDOM = General(
    "Hvad kan jeg selv bestemme som leder?",
    re.compile(r"\b(?:leder|chef)\w* kan (?:selv|give)\b|\bselv (?:bestem|beslut)"),
)
TALKS = General("Hvilke samtaler har jeg med min leder?", re.compile(r"\b[a-z]+samtale|\bmus\b"))
TROUBLE = General(
    "Hvem kan jeg gå til, hvis der er et problem?", re.compile(r"\bgaa til\b|\bhenvende sig\b")
)
OBJECTION = General("Må jeg sige min leder imod?", re.compile(r"\buenig|\budfordre|\bimod\b"))
MISTAKES = General(
    "Er det i orden at lave fejl?", re.compile(r"\bfejl sker|\blaer\w*\b.*\bfejl|\bfejl\b.*\blaer")
)

GENERAL = {
    "alle": (PURPOSE, SCOPE, DUTIES, APPROVAL, SINCE),
    "leder": (OWN_DUTIES, CHARGE, FREEDOM, PURPOSE, MISTAKES),
    "medarbejder": (LEADERS_DUTIES, OBJECTION, TALKS, TROUBLE, MISTAKES, SCOPE),
    "hr": (APPROVAL, SINCE, SCOPE, PURPOSE, RENEWAL, DUTIES),
}
"""General questions for each role, the most wanted first."""

DEFINE = "Hvad er {subject}?"
ABOUT = "Hvad står der om {subject}?"
PERSONS = re.compile(
    r"(?:leder|chef|direktør|koordinator|medarbejder|formand|næstformand)(?:e|en|ne)*$"
)
"""How words end that are asked "hvem?" of, and not "hvad?"."""

COMPARE = "Hvad er forskellen på {one} og {other}?"
POINTS = "Hvilke punkter er der under {title}?"
POINTS_AT = "Hvilke punkter er der i afsnittet »{title}«?"
COUNT = "Hvor mange punkter er der under {title}?"
COUNT_AT = "Hvor mange punkter er der i afsnittet »{title}«?"
SECTION = "Hvad står der om {title}?"
SECTION_AT = "Hvad står der i afsnittet »{title}«?"
WHY = "Hvorfor er det vigtigt?"
ELABORATE = "Uddyb punkt {number}"

ROLE_WORDS = {
    "leder": ("leder", "chef"),
    "medarbejder": ("medarbejder", "ansat"),
    "hr": ("hr", "kompetence", "udvikling", "trivsel", "personale", "ansaett"),
}
"""How the words begin, folded, that show whom a passage especially concerns."""

UNDERSTOOD = re.compile(r"\b[Vv]ed (?:en |et )?(?P<subject>[\w-]+(?: [\w-]+)?) forstå(?:s|r)\b")
"""How a sentence explains a word, besides by opening with it."""

NO_TERMS = frozenset({"formål", "indledning", "baggrund", "forord", "afslutning", "opfølgning"})
"""Headings of any document that are no words to explain."""

DEFINITE = ("en", "et", "ne")
"""How nouns end that speak of something known."""
