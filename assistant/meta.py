"""Greetings, thanks, help and the documents' contents: what is not a question to the documents."""

import re

from assistant import texts
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from index.language import fold

_GREETING = re.compile(
    r"^(hej|hejsa|goddag|davs|halloej|god (morgen|dag|aften)|hello|hi)( med (dig|jer))?$"
)
_THANKS = re.compile(
    r"^(mange |tusind )?tak( for (hjaelpen|svaret|det))?( skal du have)?$"
    r"|^(thanks|thank you)$|^super tak$"
)
_HELP = re.compile(
    r"^(hjaelp|hvad kan (du|jeg spoerge( dig)? om)|hvem er du|hvad er du"
    r"|hvordan (virker|bruger jeg) (du|det|det her|dig)"
    r"|hvad kan du (hjaelpe( mig)? med|svare paa)|what can you do|help)$"
)
_CONTENTS = re.compile(
    r"^(hvilke afsnit (er der|har \w+|indeholder \w+|bestaar \w+ af)( i \w+)?"
    r"|vis( mig)? indhold(et|sfortegnelsen)?|indholdsfortegnelse"
    r"|hvad indeholder (dokumentet|teksten)|hvad staar der i (dokumentet|teksten)"
    r"|hvad handler (dokumentet|teksten) om|hvordan er (dokumentet|teksten) bygget op)$"
)


def answer_meta(text: str, library: Library) -> Rendered | None:
    """Return what to say to a greeting or a question of the assistant itself, else None."""
    folded = fold(text).strip(" ?.!,:)")
    name = library.subject_name()
    for subject in {document.metadata.subject for document in library.documents}:
        folded = re.sub(rf"\b{re.escape(fold(subject))}\b", "dokumentet", folded)
    if _GREETING.match(folded):
        return render([Line(texts.GREETING.format(document=name))], library)
    if _THANKS.match(folded):
        return render([Line(texts.THANKS)], library)
    if _HELP.match(folded):
        examples = [Line(example, is_bullet=True) for example in texts.HELP_EXAMPLES]
        return render([Line(texts.HELP.format(document=name)), *examples], library)
    if _CONTENTS.match(folded):
        return render(_contents(library), library)
    return None


def _contents(library: Library) -> list[Line]:
    lines: list[Line] = []
    for document in library.documents:
        title = document.metadata.title
        lines.append(Line(texts.CONTENTS.format(title=title)))
        titles = [s.title for s in document.sections if document.under(s.path)]
        lines += [Line(title, is_bullet=True) for title in dict.fromkeys(titles)]
    return lines
