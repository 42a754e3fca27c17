"""Where a sentence says otherwise than the evidence: quotes, actors, names, polarity, opposites."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.groundedness.alignment import Alignment
from assistant.groundedness.lexicon import Lexicon
from assistant.groundedness.reading import Clause, Reading, Unit
from index.language import fold

_QUOTED = re.compile(r"»([^»«]+)«|“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"")
_NAME = re.compile(r"(?<=[\w,»(] )[A-ZÆØÅ][\wæøåéü-]+")
_WORD = re.compile(r"\w+")
_NEGATORS = frozenset(
    ("ikke", "ingen", "intet", "ingenting", "aldrig", "hverken", "uden", "ej", "naeppe")
)
_SECTION = re.compile(
    r"(?:[Uu]nder|afsnittet om|afsnittet|overskriften|kapitlet om|kapitlet|værdien)\s+"
    r"(?:[»\"]([^«\"]{3,60})[«\"]|([A-ZÆØÅ]\w+))"
    r"|(?:^Under|[Aa]fsnittet om|[Kk]apitlet om) ([^,.:«»\"]{3,60}?)"
    r"(?:,| står| nævn| omtal| hør| spørg| find)"
)
_SOURCE = re.compile(
    r"^(?:(?:Ifølge|I følge|Det fremgår af|Det står i) ([^,.:«»\"]{3,60}?)(?:,| står| gælder)"
    r"|I ([^,.:«»\"]{3,60}?) står der)"
)
_SHORTEST_QUOTE = 3
_IMPLIED = "lederen"
"""Who does what a leadership document lists, where a bullet is quoted without its lead-in."""
_SHARED_STEM = 6


@dataclass(frozen=True)
class Opposite:
    """A word of the sentence whose opposite the evidence has in its place."""

    said: str
    stands: str


def find_wrong_quotes(sentence: Unit, reading: Reading) -> list[str]:
    """Return the quotes of three words or more that no piece of evidence holds as they are."""
    sources = [f" {_bare(source)} " for source in (*reading.sources, *reading.headings)]
    return [
        quote
        for quote in find_quotes(sentence.text)
        if len(quote.split()) >= _SHORTEST_QUOTE
        and not any(f" {_bare(quote)} " in source for source in sources)
    ]


def find_quotes(text: str) -> list[str]:
    """Return what stands in quotation marks.

    >>> find_quotes('Der står »tør ville« og "mod".')
    ['tør ville', 'mod']
    """
    return [next(filter(None, found)) for found in _QUOTED.findall(text)]


def is_verbatim(sentence: Unit, reading: Reading) -> bool:
    """Say whether the whole sentence stands in one piece of evidence."""
    own = _bare(sentence.text)
    return bool(own) and any(f" {own} " in f" {_bare(source)} " for source in reading.sources)


def find_actors(words: Iterable[str], lexicon: Lexicon) -> set[int]:
    """Return the groups of persons and bodies that the words name."""
    bare = (word.strip(".,;:!?()»«\"'") for word in words)
    return {actor for word in bare if (actor := lexicon.actor(word)) is not None}


def find_new_actors(
    sentence: Unit, reading: Reading, question: Unit, lexicon: Lexicon
) -> list[str]:
    """Return the persons and bodies that neither evidence nor question speaks of.

    Nothing is new to evidence that speaks of nobody. To a bullet that lacks its lead-in ("Skaber
    tryghed") the leader is not new: who does it is not named there.
    """
    known = find_actors(reading.words, lexicon)
    if not known:
        return []
    known |= find_actors([word.text for word in question.words], lexicon)
    stems = {fold(word) for word in reading.words}
    found: list[str] = []
    for word in sentence.words:
        actor = lexicon.actor(word.text)
        stem = fold(word.text)[:_SHARED_STEM]
        if actor is not None and actor not in known and not any(stem in each for each in stems):
            found.append(word.text)
    lacks_subject = any(
        not unit.lead_in and unit.words and lexicon.is_verb(unit.words[0].text)
        for unit in reading.units
    )
    is_implied = lacks_subject and found and lexicon.actor(found[0]) == lexicon.actor(_IMPLIED)
    return found[1:] if is_implied else found


def find_new_names(sentence: Unit, reading: Reading, question: Unit) -> list[str]:
    """Return the words with a capital inside the sentence that the evidence does not have."""
    known = f"{reading.folded} {question.folded}"
    return [
        name
        for name in _NAME.findall(sentence.text)
        if not all(fold(part).rstrip("s")[:_SHARED_STEM] in known for part in name.split("-"))
    ]


def find_opposites(alignment: Alignment, reading: Reading, lexicon: Lexicon) -> list[Opposite]:
    """Return the words that the evidence lacks and whose opposite stands in the nearest unit."""
    if not reading.units:
        return []
    there = {word.lemma: word.text for word in reading.units[alignment.nearest].words}
    anywhere = {lemma for unit in reading.units for lemma in unit.lemmas}
    return [
        Opposite(word.text, there[other])
        for word in alignment.words
        if word.lemma not in anywhere
        for other in sorted(lexicon.antonyms.get(word.lemma, set()) & set(there))
    ]


def count_negations(folded: str) -> int:
    """Return how many negating words a folded text has, "Nej," at its start aside."""
    return sum(word in _NEGATORS for word in _WORD.findall(folded))


def count_turned_clauses(sentence: Unit, reading: Reading, lexicon: Lexicon) -> tuple[int, int]:
    """Return how many clauses deny what the evidence says or the reverse, and how many could."""
    theirs = [clause for unit in reading.units for clause in unit.clauses]
    judged = [_is_turned(clause, theirs, lexicon) for clause in sentence.clauses]
    return sum(each is True for each in judged), sum(each is not None for each in judged)


def names_other_section(sentence: Unit, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether the sentence names a section or source that the evidence is not of.

    A section must be one of the evidence's headings; a source ("Ifølge …") need only be spoken of,
    or be the kind of document that is asked about.
    """
    if _names_other_of_a_kind(sentence, reading, lexicon):
        return True
    headings = {lemma for heading in reading.headings for lemma in lexicon.lemmas(heading)}
    openings = {lemma for unit in reading.units[:1] for lemma in unit.lemmas}
    section = _SECTION.search(sentence.text)
    if section is not None:
        named = _content_of(next(filter(None, section.groups())), lexicon)
        return bool(named) and not named & (headings or openings)
    source = _SOURCE.search(sentence.text)
    name = next(filter(None, source.groups())) if source else ""
    if not name or lexicon.has("genre", fold(name)):
        return False
    named = _content_of(name, lexicon)
    return bool(named) and not named & {lexicon.lemma(word) for word in reading.words}


def _content_of(text: str, lexicon: Lexicon) -> set[str]:
    return {lemma for lemma in lexicon.lemmas(text) if lexicon.is_content(lemma)}


def _names_other_of_a_kind(sentence: Unit, reading: Reading, lexicon: Lexicon) -> bool:
    """Say whether a heading is "Value: Trust" and the sentence speaks of the value something else.

    What the sentence names must stand nowhere in the evidence.
    """
    split = (heading.partition(":") for heading in reading.headings)
    openings = (lexicon.lemmas(kind) for kind, _, name in split if name.strip())
    kinds = {opening[0] for opening in openings if len(opening) == 1}
    known = {lexicon.lemma(word) for word in reading.words}
    pairs = zip(sentence.lemmas, sentence.lemmas[1:], strict=False)
    return any(kind in kinds and named not in known for kind, named in pairs)


def _is_turned(clause: Clause, theirs: list[Clause], lexicon: Lexicon) -> bool | None:
    """Compare a clause with those that share most of its content words; None if none does."""
    own = {word.lemma for word in clause.words if lexicon.is_content(word.lemma)}
    shared = [(len(own & {word.lemma for word in other.words}), other) for other in theirs]
    most = max((count for count, _ in shared), default=0)
    if not most:
        return None
    return all(_is_denied(other) != _is_denied(clause) for count, other in shared if count == most)


def _is_denied(clause: Clause) -> bool:
    return sum(fold(word.text) in _NEGATORS for word in clause.words) % 2 == 1


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
