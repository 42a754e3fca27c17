"""How a suggested question is worded: whole, plain Danish, and from the asker's side."""

import re
from dataclasses import dataclass

from assistant import lexicon
from assistant.question import Role, is_english
from corpus.document import Document, Section
from index.language import fold

_SHORTEST, _LONGEST = 12, 75
_QUESTION = re.compile(
    r"(?:Hv\w+|Skal|Må|Kan|Bør|Er|Har|Får|Bliver|Findes|Gælder)\s[^.!:;?\"»«“”()…–]*\?"
)
"""One sentence that asks, without marks that a heading or a quarrel has."""

_SHOUTED = re.compile(r"\b[A-ZÆØÅ]{4,}\b")
_USUAL_LENGTH = 45
_PER_CHARACTER = 0.01
_OWN_SIDE = 0.15
_GAP = re.compile(
    r"^(?!.*\b(?:består|går|handler|bruges?)\b).*\b(?:af|for|til|på|med|om|over|i|under|ved|ud)\?$"
)
_FOR_A_QUIZ = 0.15
_OPENINGS = {
    "Hvordan": 0.2, "Hvorfor": 0.2, "Hvad": 0.2, "Hvilke": 0.1, "Hvilken": 0.1, "Hvilket": 0.1,
    "Må": 0.15, "Kan": 0.1, "Skal": 0.1, "Er": -0.1, "Har": -0.1, "Hvor": -0.1, "Findes": -0.2,
}  # fmt: skip
"""How readily a person would click on a question that opens so."""

_FIRST_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine|vi|os|vor|vores)\b")
_LEANING = re.compile(
    r"\b(?:I|[Dd]u|dig|din|dit|dine|jer|jeres|her|denne|dette|disse|dem|så|egentlig|nu|ham|hende)\b"
    r"|\b[Dd]e[nt]\b(?! \w+e\b)"
)
"""What only somebody who was there understands: "det", but not "det kolde vand"."""

_NUMBERING = re.compile(r"^\W*(?:§\s*\d+\s*[a-zæøå]?\.?|\d+(?:\.\d+)*[.)]?|[A-ZÆØÅ][.)])\s+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 4
_OF_LEADERS = re.compile(r"\b(?:leder|chef)")
_OTHER_SIDE = re.compile(r"\b(?:leder|chef|som (?:ny |menig )?(?:medarbejder|ansat)|os ansat)")
_LEADS = re.compile(r"\blede\b")
_OWED = re.compile(r"\bforvent")


@dataclass(frozen=True)
class Title:
    """What a section is called in a question.

    Attributes:
        name: The title without numbering and without what stands before a colon.
        is_phrase: Whether it can stand inside a sentence; else it is quoted.
    """

    name: str
    is_phrase: bool

    def fill(self, plain: str, quoted: str) -> str:
        """Return the template that fits, filled."""
        return (plain if self.is_phrase else quoted).format(title=self.name)


def is_presentable(question: str) -> bool:
    """Say whether a question is one whole Danish sentence that anybody could be shown.

    >>> is_presentable("Skal lederen være nysgerrig?"), is_presentable("mod i praksis")
    (True, False)
    """
    if not _SHORTEST <= len(question) <= _LONGEST or not _QUESTION.fullmatch(question):
        return False
    is_plain = _LEANING.search(question) is None and _SHOUTED.search(question) is None
    return is_plain and not is_english(fold(question))


def suits(question: str, role: Role | None) -> bool:
    """Say whether somebody in `role` would ask so; without one nobody says "min leder".

    >>> suits("Må jeg sige min chef imod?", Role.LEADER)
    False
    """
    folded = fold(question)
    is_personal = _FIRST_PERSON.search(folded) is not None
    is_leaders = lexicon.LEADER_SIDE.search(folded) is not None
    if role is Role.LEADER:
        is_other = is_personal and _OTHER_SIDE.search(folded)
        return is_leaders or not is_other
    if role is Role.EMPLOYEE:
        return not is_leaders and not (is_personal and _LEADS.search(folded))
    return not is_personal


def is_about_leaders(text: str) -> bool:
    """Say whether `text` names a leader."""
    return _OF_LEADERS.search(fold(text)) is not None


def is_of_own_duty(question: str) -> bool:
    """Say whether its asker is the one who must do what it asks of.

    >>> is_of_own_duty("Skal jeg være fleksibel?"), is_of_own_duty("Må jeg modsige min leder?")
    (True, False)
    """
    folded = fold(question)
    is_owed = _OF_LEADERS.search(folded) or _OWED.search(folded)
    return _FIRST_PERSON.search(folded) is not None and not is_owed


def style_of(question: str, role: Role | None) -> float:
    """Return what speaks for a question's form: its opening, its length, whose side it takes.

    >>> style_of("Hvordan skaber jeg tryghed?", Role.LEADER) > style_of("Hvem har mod?", None)
    True
    """
    is_own = role in {Role.LEADER, Role.EMPLOYEE} and not suits(question, None)
    too_long = max(0, len(question) - _USUAL_LENGTH) * _PER_CHARACTER
    is_for_quiz = _GAP.search(question) is not None
    fit = _OWN_SIDE * is_own - _FOR_A_QUIZ * is_for_quiz
    return _OPENINGS.get(question.split()[0], 0.0) + fit - too_long


def strip_number(title: str) -> str:
    """Return a title without what numbers it.

    >>> strip_number("§ 2. Formål"), strip_number("B. Fælles kurs")
    ('Formål', 'Fælles kurs')
    """
    return _NUMBERING.sub("", title)


def title_of(section: Section, document: Document) -> Title | None:
    """Return what to call a section in a question; None for one that is only a number."""
    bare = strip_number(section.title)
    name = bare.partition(": ")[2] or bare
    first = _FIRST_WORD.match(name)
    if first is None or any(char.isdigit() for char in name):
        return None
    is_short = len(name.split()) <= _MOST_WORDS and not set(name) & set("?.,:;!")
    is_phrase = is_short and fold(first.group()) not in lexicon.FRAME_WORDS
    return Title(_lower(name, first.group(), document) if is_phrase else name, is_phrase)


def title_at(path: tuple[str, ...], document: Document) -> Title | None:
    """Return what to call the section at `path` in a question, if there is a name to call it."""
    found = (section for section in document.sections if section.path == path)
    return next((title_of(section, document) for section in found), None)


def _lower(name: str, first: str, document: Document) -> str:
    """Return a title as it stands inside a sentence; names keep their capital."""
    is_name = re.search(rf"[a-zæøå,] {re.escape(first)}\b", document.text) is not None
    is_written_small = re.search(rf"\b{re.escape(first.lower())}\b", document.text) is not None
    if first.isupper() or (is_name and not is_written_small):
        return name
    return name[0].lower() + name[1:]
