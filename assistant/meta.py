"""What is not a question to the documents: greetings, thanks, the assistant itself, its limits."""

import re

from assistant import texts
from assistant.conversation.opener import open_question
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from assistant.overview import describe_contents, describe_subject
from index.language import fold

_LONGEST = 200
_ASKING = (
    r"(?:kan du |vil du |kunne du |gider du |maa jeg bede dig |jeg vil gerne have,? (?:at )?du )?"
)
_GREETING = re.compile(
    r"(hej|hejsa|hejhej|goddag|davs|dav|halloej|hallo|god ?(morgen|dag|aften|formiddag|eftermiddag)"
    r"|hello|hi)( (med (dig|jer)|igen|du|alle|there))?"
    r"|(hej\W+)?hvordan (gaar det( med dig)?|har du det)"
)
_THANKS = re.compile(
    r"((mange |tusind |1000 |super )?tak|thanks|thank you)"
    r"( (for (hjaelpen|svaret|svarene|det|nu|i dag|snakken|din tid)|skal du have|fordi du \w+.*))*"
    r"|det var (en )?(stor |god )?(hjaelp|brugbart|nyttigt)|super,? tak"
)
_FAREWELL = re.compile(
    r"(farvel|vi ses|hej hej|paa gensyn|(ha en )?god (dag|weekend|aften)|ses|goodbye|bye)( saa"
    r"| da)?"
)
_HELP = re.compile(
    r"hjaelp|hjaelp mig|hvad kan (du|jeg spoerge( dig)? om|jeg bruge dig til)( egentlig)?"
    r"|hvordan (virker|bruger jeg|fungerer) (du|det|det her|dig)|hvad (er|kan) det her"
    r"|hvad kan (du|i|den( her)?|chatten|assistenten) (egentlig )?"
    r"(hjaelpe( mig| os| til)? med|svare( mig)? paa|bruges til|goere( for (mig|os))?)"
    r"|hvad (kan|maa|skal) (man|jeg|vi) (egentlig )?"
    r"(spoerge( dig| jer)? om|bruge (dig|jer|den) til)"
    r"|hvad er dit formaal|hvordan kan (du|i) hjaelpe( mig| os)?"
    r"|what can (you do|you help( me)? with|i ask( you)?( about)?)|help"
)
_WHO = re.compile(
    r"hvem er du|hvad er du( for (en|noget))?|hvad hedder du|hvem har (lavet|bygget|skabt) dig"
    r"|(er|taler) (du|jeg)( med)?( et| en| rigtig| rigtigt| levende)*"
    r" (robot|bot|chatbot|maskine|computer|program|menneske|ai|kunstig intelligens|chatgpt|chat gpt"
    r"|gpt\w*|copilot|claude|sprogmodel|person)|er der et menneske( bag)?|who are you"
    r"|(bruger|er) du (en |et )?(sprogmodel|chatgpt|kunstig intelligens|ai)"
)
_KEPT = r"(gemt|logget|optaget|registreret|husket|overvaaget|delt|anonymt?|fortroligt?|hemmeligt?)"
_WRITTEN = (
    r"((det|hvad|alt)( hvad| som| der)? (jeg|vi|man) (skriver|spoerger|har skrevet|har spurgt)\b.*"
    r"|min(e)? (spoergsmaal|beskeder|svar|samtale\w*|data|chat\w*|tekst\w*)\b.*"
    r"|(vores )?samtalen?\b.*|det( her)?)"
)
_READERS = (
    r"(min (leder|chef|arbejdsgiver|arbejdsplads|kommune)|mine kolleger|hr|andre|nogen|i|du|de"
    r"|\w+(en|et|erne))"
)
_PRIVACY = re.compile(
    r"(gemmer|logger|husker|optager|registrerer|deler|videregiver|saelger|sender)"
    rf" (du|i|i her|systemet|programmet|nogen|den( her)?) ({_WRITTEN}"
    r"|(noget|mine|vores|alt|spoergsmaal\w*|data)\b.*)"
    r"|(bliver|er) (det|mine \w+|samtalen|alt)( hvad| som)?,? ?(jeg (skriver|spoerger om) )?"
    rf"{_KEPT}( her)?( hvad jeg (skriver|spoerger om))?"
    rf"|(bliver|er) (det )?(hvad|noget af det|alt hvad) jeg (skriver|spoerger om) {_KEPT}( her)?"
    r"|er (jeg|samtalen|det her) (anonym|fortrolig|anonymt|fortroligt)( her)?"
    rf"|(kan|maa) {_READERS} (godt |ogsaa )?(se|laese|(laese|foelge) med i) {_WRITTEN}"
    rf"|hvem ((kan|maa)( godt)? (se|laese)|ser|laeser) {_WRITTEN}"
    rf"|hvad (sker der med|bruger (du|i)) {_WRITTEN}"
    r"|(can|does) (you|anyone|anybody|my (boss|manager)|hr) (see|read) (what i|my|this)\b.*"
    r"|(do|does) (you|this|it|anyone) (save|store|log|keep|record) (what i|my|this)\b.*"
    r"|is (this|it|my \w+) (anonymous|confidential|private)|am i anonymous"
)
_CONTENTS = re.compile(
    r"(hvilke|hvor mange|hvad for nogle) (afsnit|kapitler|dele|overskrifter|paragraffer)"
    r" (er der|findes der|har \w+|indeholder \w+|bestaar \w+ af)( i (alt|dokumentet|teksten))?"
    r"|vis( mig)? (indhold(et|sfortegnelsen)?|alle afsnit(tene)?|overskrifterne)"
    r"|indholdsfortegnelse(n)?|hvad indeholder (dokumentet|teksten)"
    r"|hvad staar der i (dokumentet|teksten)|hvordan er (dokumentet|teksten) (bygget op|opbygget)"
)
_SUBJECT = re.compile(
    r"hvad (handler|drejer) (dokumentet|teksten|det hele|det her dokument|dette dokument)( sig)? om"
    r"|hvad er (dokumentet|det her for et dokument|det for et dokument)( for noget)?"
    r"|hvad gaar (dokumentet|det hele|teksten) ud paa|fortael( mig)? om dokumentet"
    r"|what is (the|this) document about"
)
_WORKS = (
    r"(tale|mail|e-mail|email|brev|besked|digt|sang|rap|skema|praesentation|slides|powerpoint"
    r"|handlingsplan|handleplan|plan|dagsorden|referat|ansoegning|opslag|stillingsopslag|artikel"
    r"|historie|vits|joke|quiz|tabel|regneark|resume|kode|program|billede|tegning|video|plakat|logo"
    r"|nyhedsbrev|invitation|spoergeskema|kontrakt|essay|stil|rapport|notat|pressemeddelelse"
    r"|workshop"
    r"|evaluering|spoergeguide|budget|vagtplan|kalender|moede)\w*"
)
_ORDERS = re.compile(
    rf"{_ASKING}(?:skriv|skrive|lav|lave|tegn|tegne|formuler|formulere|generer|generere|udarbejd"
    r"|udarbejde|opret|oprette|send|sende|book|booke|design|designe|vis|vise|byg|bygge|digt|digte"
    r"|hjaelp mig med at (?:skrive|lave)|hjaelpe mig med at (?:skrive|lave))"
    rf"(?: mig| os| lige)?(?: (?:en|et|min|mit|mine|vores|nogle|et udkast til|et forslag til"
    rf"|udkast til))"
    rf"(?: \w+){{0,2}}? {_WORKS}\b.*"
    rf"|{_ASKING}(?:(?:oversaet|oversaette)(?!.* til dansk)|translate|synge?|ring til|beregn|google"
    rf"|soeg paa nettet)\b.*"
    rf"|fortael( mig)? en (vits|joke|historie)\b.*"
)
_SUMMARIES = re.compile(
    rf"{_ASKING}(?:opsummer\w*|sammenfat\w*|resumer\w*|forkort\w*|lav et resume(?: af)?"
    r"|giv mig et resume(?: af)?|give mig et resume(?: af)?)"
    r" (?:hele )?(?:dokumentet|teksten|det hele|hele dokumentet|hele teksten)\b.*"
)
_HOSTILE = re.compile(
    r"(?:din |dit |dumme |klamme |lede )*(?:idiot|lort|pis|nar|taaber?|fjols|svin|roev\w*"
    r"|spasser|moegdyr)"
    r"( \w+){0,2}|hold (nu )?(din |dog )?(kaeft|mund)( \w+){0,3}|fuck( \w+){0,3}|skrid|gaa (ad"
    r"|fanden) \w+( i vold)?"
    r"|(hvor )?(er du|du er|det er|det var|sikke|du var|hvor er du)( jo| bare| da| simpelthen"
    r"| helt| total\w*| et| en| noget| saa| godt nok)*"
    r" (dum\w*|idiot\w*|ubrugelig\w*|elendig\w*|lort\w*|taabelig\w*|haabloes\w*|daarlig|klam\w*"
    r"|pis\w*"
    r"|vaerdiloes\w*|aandssvag\w*|latterlig\w*|til grin|noget lort|noget pis|spild af tid|bras"
    r"|skrald|vrøvl|vroevl)"
    r"( \w+){0,3}|jeg hader dig( \w+){0,2}"
)


def answer_meta(text: str, library: Library) -> Rendered | None:
    """Return what to say to a greeting or a question of the assistant itself, else None."""
    if len(text) > _LONGEST:
        return None
    asked = {_fold(text, library), _fold(open_question(text).rest, library)}
    if _matches(_CONTENTS, asked):
        return describe_contents(library)
    if _matches(_SUBJECT, asked):
        return describe_subject(library)
    name = library.subject_name()
    for pattern, sentence in _SENTENCES:
        if _matches(pattern, asked):
            lines = [Line(sentence.format(document=name, contact=library.contact))]
            if pattern is _HELP:
                lines += [Line(example, is_bullet=True) for example in texts.HELP_EXAMPLES]
            if pattern is _PRIVACY and library.contact:
                lines.append(Line(texts.ASK_CONTACT.format(contact=library.contact)))
            return render(lines, library)
    return None


_SENTENCES = (
    (_GREETING, texts.GREETING),
    (_THANKS, texts.THANKS),
    (_FAREWELL, texts.FAREWELL),
    (_HELP, texts.HELP),
    (_WHO, texts.WHO),
    (_PRIVACY, texts.PRIVACY),
    (_SUMMARIES, texts.NO_SUMMARY),
    (_ORDERS, texts.NO_WORK),
    (_HOSTILE, texts.HOSTILE),
)


def _matches(pattern: re.Pattern[str], asked: set[str]) -> bool:
    return any(pattern.fullmatch(question) for question in asked)


def _fold(text: str, library: Library) -> str:
    """Return `text` folded, without closing signs, the documents called "dokumentet"."""
    folded = " ".join(fold(text).replace(",", " ").split()).strip(" ?.!:;)(-")
    for subject in {document.metadata.subject for document in library.documents}:
        folded = re.sub(rf"\b{re.escape(fold(subject))}\b", "dokumentet", folded)
    return folded
