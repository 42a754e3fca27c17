"""How Danish leans on what was said before: patterns of folded questions, of no one document."""

import re

ORDINALS = {
    "foerste": 1, "oeverste": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5,
    "sjette": 6, "syvende": 7, "ottende": 8, "niende": 9, "tiende": 10, "sidste": -1,
    "nederste": -1, "naestsidste": -2, "midterste": 1000,
}  # fmt: skip
"""Places in a list; the last is -1."""

MIDDLE = ORDINALS["midterste"]
"""Stands for the middle of a list."""

NUMBERS = {
    "et": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8,
    "ni": 9, "ti": 10,
}  # fmt: skip

_COUNT = r"(?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d{1,2})"
_POLITE = re.compile(
    r"^(?:(?:og|men|ja|nej|ok|okay|kan du|kunne du|vil du|gider du|maa jeg|jeg vil gerne"
    r"|kan jeg faa|maa jeg faa|kan jeg se|proev at|lige)\s+)+"
)
_TRAILING = re.compile(r"(?:[\s,]+(?:tak|venligst|please|saa|egentlig|lige|for mig))+$")

PLACE = re.compile(
    r"(?:hvor(?:henne)?|(?:i |paa |under )?hvilke[nt] (?:afsnit|side|kapitel|paragraf|sted|punkt))"
    r"(?: (?:henne|praecis|i \w+|du|jeg|man|vi|det|dette|den|de|dem"
    r"|noget|svaret|er|ses|skrevet|har|fra|kan|staar|stod|finder|findes|laese|finde|se|naevnes))*"
)
SOURCE = re.compile(
    r"er du (?:helt )?sikker(?: paa det)?|hvem siger det|hvor (?:ved|har) du det fra|passer det"
    r"|er det rigtigt|hvad bygger du det paa|kan jeg stole paa det|dokumenter det|bevis det"
)
PLACE_VERB = re.compile(
    r"\b(?:staar|stod|finder|findes|finde|laese|se|ses|naevnes|har|er|afsnit|side|kapitel"
    r"|paragraf)\b"
)
WHOLE = re.compile(
    r"(?:(?:giv|vis|send|laes|skriv|faa|se|citer)(?: mig)? )?"
    r"(?:det hele|dem alle(?: sammen)?|alle sammen|hele (?:listen|svaret|teksten|afsnittet|stykket"
    r"|molevitten)|alt|den (?:fulde|hele|komplette) liste|alle punkter(?:ne)?|listen"
    r"|(?:det|alt),? (?:der|hvad der) staar(?: i afsnittet)?)(?: op)?"
    r"|hvilke(?: (?:er|var) (?:det|de))?|hvad (?:er|var|hedder) de(?: alle)?"
    r"|(?:naevn|list|opremse?|rems|vis|giv mig|remse?|faa) (?:dem|punkterne)(?: alle)?(?: op)?"
)
ALSO_OTHERS = re.compile(
    rf"(?:har|staar|gaelder|er|findes|hoerer)(?: (?:det|der|ogsaa|saa|samme))*"
    rf"(?: (?:for|til|om|ved|under|i|med))? (?P<others>(?:alle )?de (?:{_COUNT} )?"
    rf"(?:andre|oevrige|resterende)(?: {_COUNT})?)(?! \w+e\b)(?: \w+){{0,4}}"
)
"""Asks of the others what one of them was shown to have."""
WHOLE_SECTION = re.compile(r"\b(?:afsnit\w*|stykket|teksten)\b")
SHORTER = re.compile(
    r"(?:(?:sig|goer|skriv|forklar|giv mig|fortael)(?: mig)? )?(?:det )?"
    r"(?:(?:lidt |meget |endnu )?kortere|kort(?: sagt| fortalt| og godt)?|i korte traek|helt kort"
    r"|(?:bare |kun )?det vigtigste|(?:det|et) kort(?:e)? svar|med faerre ord|(?:en )?kort version"
    r"|(?:i |med )?(?:en|een) saetning|essensen|hovedpointen|pointen|tldr)"
    r"|(?:hvad er (?:saa )?)?(?:essensen|hovedpointen|pointen|det vigtigste)"
    r"(?: i det| af det| her)?"
    r"|(?:sammenfat|opsummer|forkort|opsummere|sammenfatte|forkorte|sige)(?: det| svaret)?"
    r"(?: kort| kortere)?"
)
MORE = re.compile(
    r"(?:(?:lidt |noget |meget )?mere|flere(?: detaljer| punkter)?|fortsaet|videre|naermere)"
    r"|(?:sig|fortael|skriv|vis|giv)(?: mig)?(?: lidt| noget)? mere"
    r"(?: om (?:det|dem|den|dette|emnet))?(?: her)?"
    r"|(?:uddyb|uddybe|forklar|forklare)(?: (?:det|dem|den|svaret|dette|lidt|gerne|naermere|mere"
    r"|yderligere|bedre))*"
    r"|(?:er|staar|var) der (?:ikke )?(?:noget )?(?:mere|andet|flere|ellers)(?: (?:end det|om det"
    r"|om dem|om den|i afsnittet|punkter|at sige|at vide))*"
    r"|(?:og )?(?:hvordan gik det|hvad skete der|hvad saa|saa)"
    r"|hvad (?:(?:staar|er|siger)(?: der| det)? )?(?:ellers|mere|videre)(?: (?:staar der|siges der"
    r"))?(?: (?:i (?:det|samme|dette) afsnit|i afsnittet|om det|der))*"
)
IS_ALL = re.compile(
    r"(?:er|var) (?:det|der) (?:saa |nu )?(?:alt|det hele|hele historien|det eneste|alle"
    r"|hele svaret|hele listen)(?: (?:i afsnittet|om det|der er|der staar))*"
)
OTHERS = re.compile(
    rf"(?:hvad (?:med|er|saa med|gaar|siger|daekker) )?(?:alle )?(?:de (?:{_COUNT} )?(?:andre"
    rf"|oevrige|resterende|sidste)(?: {_COUNT})?|resten)(?: (?:punkter|af dem|af listen|ud paa|saa"
    r"|om|for nogle))*"
)
SEVERAL = re.compile(
    rf"(?:de (?P<first>{_COUNT}) foerste|de foerste (?P<first_of>{_COUNT})"
    rf"|de (?P<last>{_COUNT}) sidste|de sidste (?P<last_of>{_COUNT})"
    r"|(?:punkt(?:erne)?|pkt|nr|nummer)\.? (?P<one>\d{1,2}|[a-z]+)(?: og |, | samt )"
    r"(?:punkt |nr |nummer )?(?P<other>\d{1,2}|[a-z]+))(?: (?:punkter|af dem|ud paa|om|mere))*"
)
WHY = re.compile(
    r"hvorfor(?: det| dog| saa)?|hvordan kan det vaere"
    r"|hvorfor (?:netop|lige|praecis) (?:det|dem|den|de|dette|disse)"
)
WHY_NOT = re.compile(
    r"hvorfor ikke|hvorfor (?:kan|vil|svarer|ved|siger|maa) du ikke.*|hvordan kan det vaere"
    r"|er du sikker|hvorfor staar (?:det|der) (?:der )?ikke.*|hvad mener du(?: med det)?"
)
CLOSING = re.compile(
    r"(?:(?:ok|okay|ja|jo|javel|godt|fint|super|perfekt|fedt|forstaaet|det forstaar jeg|aha"
    r"|naa|ah|hm+|alletiders|dejligt|interessant|det giver (?:god )?mening|cool|glimrende|klart"
    r"|det var det|det er godt|ikke andet|saa er jeg med|jeg er med|det hjalp|godt at vide)"
    r"[\s,.!]*)+"
)
DENIAL = re.compile(r"(?:nej|niks|naeh|nej,? det var ikke det(?:,? jeg (?:mente|spurgte om))?"
                    r"|det var ikke (?:det,? )?(?:jeg spurgte om|svar paa mit spoergsmaal)"
                    r"|forkert|det passer ikke|det er forkert)")  # fmt: skip

POINT_FRAME = re.compile(
    r"^(?:(?:og|men|saa|uddyb|uddybe|forklar|forklare|vis|beskriv|sig|sige|fortael|fortaelle|citer"
    r"|gentag|giv|laes|kan|vil|du|mig|lidt|noget|mere|naermere|lige|gerne|om|hvad|med|er|betyder"
    r"|gaar|daekker|staar|der|i|under|ved|paa|indebaerer|handler|siger|menes|mener|lyder|hvordan"
    r"|selve|jeg|vil|gerne|hoere|hvilken|hvilket|var)\s+)*"
)
POINT = re.compile(
    r"(?:det |den )?(?:(?:punkt|pkt|nr|nummer|afsnit|trin|skridt|litra|raekke|regel|krav"
    r"|princip)\.? ?(?:nr\.? |nummer )?(?P<number>\d{1,3}"
    r"|[a-z]+)|(?P<letter>[a-h])\b|(?P<ordinal>[a-z]+)|(?P<bare>\d{1,3})\.?)"
    r"(?: (?P<noun>[a-z-]+))??"
    rf"(?: (?:af|ud af) (?:de (?P<of>{_COUNT})|dem)(?: \w+)?)?"
    r"(?: (?:paa|i|fra) (?:listen|raekken|svaret))?(?: (?:ud paa|om|over|mere|naermere|saa|egentlig"
    r"|for noget|helt praecis|i praksis|naermere bestemt|lige))*"
)
POINT_NOUNS = frozenset(["punkt", "pind", "bullet", "afsnit", "linje", "en", "et"])
NEXT_POINT = re.compile(r"(?:det |den )?naeste(?: punkt)?(?: (?:paa|i) (?:listen|raekken))?")

WHAT_ABOUT = re.compile(
    r"^(?:(?:og|men|jo|ja|eller)\s+)*(?:hvad\s+(?:så\s+|saa\s+|nu\s+|da\s+|er\s+der\s+)?med"
    r"|end)\s+(?P<subject>.+)$",
    re.IGNORECASE,
)
AND_ABOUT = re.compile(r"^(?:og|samt|eller|så|saa)\s+(?P<subject>.+)$", re.IGNORECASE)
TELL_ABOUT = re.compile(
    r"^(?:kan du |vil du )?(?:(?:sig|fortæl|fortael|fortælle|sige)(?: mig)?(?: lidt"
    r"| noget)?(?: mere)?"
    r"(?: også)? om|mere om|uddyb|uddybe|forklar|beskriv)\s+(?P<subject>.+)$",
    re.IGNORECASE,
)
QUESTION_WORD = re.compile(
    r"^(?:hv\w+|er|har|kan|skal|maa|boer|vil|goer|faar|bliver|findes|gaelder|staar|siger|naar"
    r"|i hv\w+"
    r"|af hv\w+|til hv\w+|for hv\w+|med hv\w+|paa hv\w+|fra hv\w+|naevn|vis|giv|list|forklar|uddyb"
    r"|fortael|sig|mon|betyder|hoerer|kraever|var|kunne|skulle|ville|maatte|burde|laeg|lav|skriv"
    r"|what|who|where|when|why|how|which|is|are|does|do|can|should)\b"
)
WH_FRAGMENT = re.compile(
    r"(?:og )?(?:(?:af|til|for|med|paa|fra|i|hos|over for|om) )?"
    r"(?:hvem|hvad|hvornaar|hvordan|hvor (?:ofte|tit|laenge|mange|meget|lang tid|stor\w*|hurtigt)"
    r"|hvilke[nt]?)(?: (?:saa|fra|til|af|med|praecis|helst|da|i saa fald|gange|dage|timer|aar))*"
)
ALSO = re.compile(r"^(?:og )?(?P<rest>(?:også|ogsaa)\s+.+)$", re.IGNORECASE)
CONDITION = re.compile(r"^(?:og |men )?(?:hvad )?(?P<rest>(?:hvis|når|naar)\s+.+)$", re.IGNORECASE)

PREPOSITION = re.compile(
    r"^(?:i forhold til|over for|om|med|for|til|ved|under|af|på|i|mod|hos)\s+", re.IGNORECASE
)
DIFFERENCE = re.compile(
    r"^(?P<head>.*\b(?:forskel\w*|ligheder\w*)\s+(?:på|paa|mellem|imellem))\s+(?P<what>.+)$"
    r"|^(?P<compare>sammenlign\w*)\s+(?P<these>.+)$",
    re.IGNORECASE,
)
THE_TWO = re.compile(
    r"\b(?:de to(?: (?:første|foerste|sidste|ting|begreber))?|dem begge|begge to|begge|dem|de)\b",
    re.IGNORECASE,
)

GENERIC = frozenset(
    """
    vigtig vigtigt vigtige noedvendig noedvendigt noedvendige godt god smart praksis hverdagen
    hverdag laenge lang tid ofte tit meget betyder betoed gik gaar gaa kommer kom komme sker
    skete ske opnaar opnaa brug bruge bruges bruger slags anden andet andre egentlig praecis
    naermere mere laengere saa nemlig stadig altid netop ligesom sammen samme begge oevrigt
    form type maade maaden ny nye alle ogsaa tager tage virker foeles svaert svaer muligt
    historien nemt
    laver lave ting hedder kaldes kalder oven bag baggrunden grunden formaalet relevant relevante
    uddyb uddybe sig lidt henne
    """.split()  # noqa: SIM905  words to be read and edited as a text
)
"""Words of a leaning question that name no subject of their own."""

RECOURSE = re.compile(
    r"\b(?:hvem (?:kan|skal|boer|klager|kontakter) (?:jeg|man|vi)"
    r"|hvad (?:goer|kan|skal) (?:jeg|man|vi)(?: saa)?(?: goere)?,? hvis (?:det|de|den|han|hun)"
    r"|hvor (?:klager|henvender) (?:jeg|man|vi))\b"
)
"""Asks what to do if what was said does not happen: no part of what was said answers that."""

BARE = frozenset(
    ["vigtig", "vigtigt", "noedvendig", "noedvendigt", "praksis", "godt", "svaert", "sker"]
)
"""Such words of `GENERIC` as leave a question with nothing before it without a meaning."""

PEOPLE = frozenset({
    "leder", "lederen", "ledere", "lederne", "medarbejder", "medarbejdere", "medarbejderne",
})  # fmt: skip
"""They name no subject beside a word that points back ("hvad betyder den for lederen?")."""

EXACTING = re.compile(
    r"\b(?:hvor (?:mange|meget|tit|ofte|laenge|lang\w*|stor\w*|hoej\w*|varm\w*|hurtigt|dyrt)"
    r"|hvem|hvornaar|hvorfra|hvor (?:kommer|stammer)|hvad (?:koster|hedder|sker|goer (?:jeg|vi"
    r"|man))|(?:faar|maa|skal|kan) (?:jeg|vi|man) (?:faa|have|ikke)?"
    r"|faar (?:jeg|vi|man)|hvilke[nt] (?:aar|dato|farve|side))\b"
)
"""Asks for a name, an amount, a time, a price or a right: not to be had from the subject alone."""


def trim(folded: str) -> str:
    """Return a folded question without its courtesies and closing signs.

    >>> trim("kan du give mig det hele, tak?")
    'give mig det hele'
    """
    bare = " ".join(folded.replace(",", " , ").split()).strip(" ?.!,:;")
    bare = _TRAILING.sub("", _POLITE.sub("", bare)).strip(" ?.!,:;")
    return bare.replace(" , ", ", ")
