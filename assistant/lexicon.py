"""Danish and English words that say what a question asks for; all folded (æ as ae, lower case).

Nothing here comes from any one document: these are the words questions are made of.
"""

import re

LIST_REQUEST = re.compile(
    r"\b(naevn|opremse?|remse? op|opstil|oplist|list( op)?|hele listen|liste(n)? over|alle punkter"
    r"|punkterne|punktform|hvilke|hvad for nogle|hvad er de"
    r"|de (to|tre|fire|fem|seks|syv|otte|ni|ti)|which|list|name the|what are the)\b"
)
COUNT_REQUEST = re.compile(r"\b(hvor mange|antallet af|how many|number of)\b")
NUMBER_REQUEST = re.compile(
    r"\b(hvor (mange|meget|lang|langt|lange|laenge|hurtigt|stor|stort|store|dyrt|ofte|tit|hoej"
    r"|hoejt)|hvad koster|hvad er prisen|sidste frist|how (much|many|long|often|big|large))\b"
)
DEFINITION_REQUEST = re.compile(
    r"^(hvad er\b(?! de\b)|hvad betyder|hvad vil det sige|hvad daekker|hvad (menes|forstaas)"
    r"|hvad mener|hvad forstaar|hvordan (defineres|forstaas|definerer|beskrives)|definer|definition"
    r"|forklar|hvad gaar .{3,60} ud paa|hvad indebaerer|hvad handler .{3,60} om|hvad bestaar"
    r"|what is|what does .{3,60} mean|define|explain)|\b(definitionen|defineres|betydningen)\b"
)
WHO_REQUEST = re.compile(r"\b(hvem|hvis ansvar|who)\b")
WHEN_REQUEST = re.compile(
    r"\b(hvornaar|hvilket aar|hvilken dato|what year|when was|when did|when)\b"
)
WHERE_STATED_REQUEST = re.compile(
    r"\b(hvor (staar|naevnes|optraeder|finder|findes|kan jeg (laese|finde)|i .{3,40} (staar|naevnes"
    r"|optraeder|finder|findes)|henne staar|omtales|beskrives)|hvilket afsnit|hvilke afsnit"
    r"|where (does it say|is it stated|is .{3,40} mentioned))\b"
)
WHY_REQUEST = re.compile(r"\b(hvorfor|hvad er grunden|why)\b")
TOPIC = re.compile(
    r"(?:i forhold til|naar det gaelder|hvad angaar|med hensyn til|vedroerende|angaaende"
    r"|(?:staar|siger|siges|skriver|naevner|mener|forventes|forventer|ved|laese)\b[^?]{0,60}?\bom)"
    r" (?P<topic>[^?.!]+)"
)
"""What a question is about, after words that only say that it asks."""

WIDE_REQUEST = re.compile(
    r"\b(paa tvaers af (afsnit\w*|dokumentet|teksten)|samlet set|alle steder|forskellige steder"
    r"|i hvert tilfaelde|overblik|alt (hvad )?(der )?(staar|siges)|baade (i|under) .+ og"
    r"|altogether|overview)\b"
)
EXPECTATION_REQUEST = re.compile(
    r"\b(forvent\w*|kraeves?|krav(ene)?|stilles? af krav|(skal|boer) (jeg|en leder|en god leder"
    r"|lederen|ledere) (kunne|goere|leve op)|ansvar som|rolle som|opgaver? som|pligter?"
    r"|forpligte\w*|expect\w*|required)\b"
)

DUTY_REQUEST = re.compile(r"\bhvad (skal|boer) (jeg|man|vi|en (god )?leder|lederen|ledere)\b")
"""Asks for duties in general where it names no subject besides."""

DEFINES = re.compile(
    r"^\W*\w+( \w+){0,4}? (er|handler|betyder|bestaar|forstaas|forstaaet|daekker|defineres|omfatter"
    r"|kan forstaas|vil sige|kendetegnes|stammer)\b"
)
"""How a passage opens that says what something is; folded."""

# Words of a question that say nothing of its subject.
FRAME_WORDS = frozenset(
    """
    to tre fire fem seks syv otte ni ti two three four five six seven eight nine ten
    hvad hvem hvor hvornaar hvorfor hvordan hvilke hvilken hvilket hvis mon er var vaere vaeret
    bliver blev blive har havde have faar fik faa kan kunne skal skulle vil ville maa maatte
    boer burde ber goer goere gjort gjorde der det den de dem dets deres denne dette disse et en
    til af i paa om med for fra ved hos som at og eller men saa ikke noget nogen nogle alle alt
    hele mit min mine jeg mig du dig din dit dine vi os vores man sin sit sine han hun ham hende
    jer jeres selv ogsaa bare egentlig lige helt nu her derfor naar mens end under over efter
    foer igennem gennem inden samt siger sige sagt staar staaet stod naevnes naevnt naevn
    naevner naevne beskrives beskriver beskrevet optraeder optraede forekommer omtales omtalt
    omtaler finder findes finde henne forklar forklare fortael fortaelle vis vise giv give mener
    menes mene betyder betyde betydning forstaas forstaa defineres definition definitionen
    definerer definere vide ved gaelder gaelde gaar ud handler handle dokumentet dokument
    teksten tekst papir papiret afsnit afsnittet afsnittene sted steder stedet spoergsmaal punkt
    punkter punkterne liste listen list opstil oplist opremse op ned mange antal flere faerre
    forskel forskellen forskelle sammenlign mellem kontra versus hinanden forhold forbindelse
    hensyn naar gaelder kort godt gerne egen eget egne slags form helst tak venligst hej what
    who where when why how which is are was were be been do does did can could should shall will
    would may must the a an of in on to for from with at by about and or but not my me i you
    your we our us it its this that these those there say says said mentioned mean means meaning
    explain document list name tell as if than then so any some all
    """.split()  # noqa: SIM905  words to be read and edited as a text
)

# Words for being a leader and being expected something of; a broad question holds no others.
EXPECTATION_WORDS = frozenset(
    """
    forvente forventes forvent forventning forventninger forventet krav kraeve kraeves kraevet
    stilles stille starte starter startet begynde begynder tiltraede tiltraeder leder ledere
    lederen lederne leders lederens ledelse ledelsen chef chefer chefen chefs boss ny nye nyt
    nyansat nyudnaevnt ansat ansatte medarbejder medarbejdere medarbejderen medarbejderne
    naermeste min rolle roller ansvar opgave opgaver pligt pligter forpligte forpligter
    forpligtelse forpligtelser leve grundlaeggende generelt helt overordnet god gode arbejde
    arbejder kommune kommunen organisation organisationen virksomhed virksomheden her hos dag
    expect expected expectation expectations leader leaders manager managers boss employee new
    role required require requirements
    """.split()  # noqa: SIM905  words to be read and edited as a text
)

EMPLOYEE_SIDE = re.compile(
    r"\b((min|vores|mine|naermeste|ens) (\w+ )?(leder\w*|chef\w*|boss\w*|overordnede)"
    r"|my (manager|boss|leader))\b"
)
AS_EMPLOYEE = re.compile(r"\b(som (ny |menig |almindelig )?(medarbejder|ansat)|as an employee)\b")
OWN_DUTY = re.compile(
    r"\b(af (mig|os|(en |de )?medarbejder\w*|(en |de )?ansatte?)|mit ansvar|min (rolle|opgave)"
    r"|mine (pligter|opgaver)|krav\b.{0,30}\btil (mig|os)"
    r"|(skal|boer|kan) (jeg|vi|man) (selv )?(goere|bidrage)|bidrage|of me)\b"
)
LEADER_SIDE = re.compile(
    r"\b(som (\w+ )?(leder|chef|teamleder|mellemleder)|mine (\w+ )?(medarbejdere|ansatte|folk)"
    r"|as a (\w+ )?(leader|manager))\b"
)

COMMON_WORDS = frozenset(
    """
    bruger bruge brugt brug hedder hedde skriver skrive skrevet synes siges taler tale bliver
    laver lave lavet holdes holde holder haandterer haandtere griber gribe foregaar komme kommer
    sidste foerste naeste hoejst mindst ofte gange maaden maade maader bedst bedste stor stort
    store lille smaa gammel gamle samme anden andre andet flest mest mere mindre hvert enkelte
    implementere implementeres gennemfoere gennemfoeres foelges laves sker ske skete skifter
    koster koste tjener tjene reglerne regler regel praecis praecist konkret helst maerke gerne
    laenge lang langt varer vare varet rent hurtigt sagt naevner folk mennesker ting noget
    emne eksempel eksempler information oplysninger
    """.split()  # noqa: SIM905  words to be read and edited as a text
)
"""Folded words of asking and doing; that they are missing says nothing of a document."""

NUMBER_WORDS = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip

NUMBER_STATED = re.compile(
    r"\d|\b(to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|halv\w*|hundrede|tusind)\b"
)

ENGLISH_WORDS = frozenset(
    """
    the what is are of how who when why which does do can should my me i you we our to in and
    for a an be on with as at it that this have has leader leaders manager managers employee
    from about there
    """.split()  # noqa: SIM905  words to be read and edited as a text
)
DANISH_WORDS = frozenset(
    """
    hvad hvem hvor hvornaar hvorfor hvordan hvilke er af jeg mig min mit du din vi os vores det
    der og eller til paa som en et ikke med skal kan har om ved fra at den de leder ledere man i
    for bliver naar hvis
    """.split()  # noqa: SIM905  words to be read and edited as a text
)
