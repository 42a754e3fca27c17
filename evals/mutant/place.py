"""Say that something stands where it does not: another section, a splice, an invented source."""

import re
from collections.abc import Iterator, Sequence

from corpus.document import Document, Section
from evals.metric.text import normalise
from evals.mutant.clause import find_verb, words_of
from evals.mutant.language import Language, chance
from evals.mutant.mutant import Mutant, Truth
from evals.mutant.truth import lower_first

_NUMBERING = re.compile(
    r"^(?:§\s*\d+\s*[a-z]?\b|\d+(?:\.\d+)*|[A-Z](?=\.))[.,:)]?\s*(?:stk\.\s*\d+)?\s*"
)
_KIND_OF = re.compile(r"^[^:]+:\s+(?=\w)")
_PUNCTUATION = re.compile(r"[?!:»«›]")
_HALF_WORDS = 3
_PER_TRUTH = 3


def misplace(truths: Sequence[Truth], document: Document, language: Language) -> Iterator[Mutant]:
    """Yield true sentences that are said to stand in another section."""
    for truth in truths:
        rng = chance("section", truth.sentence)
        names = [
            name
            for section in document.sections
            if not _are_kin(section.path, truth.path)
            and (name := name_section(section, document, language))
            and not _is_near(name, truth)
        ]
        for name in rng.sample(sorted(set(names)), min(_PER_TRUTH, len(set(names)))):
            sentence = put_in_frame(truth, "in_section", language, section=name)
            yield Mutant("section", truth.document, (truth.evidence,), sentence, is_harmful=True)


def splice(truths: Sequence[Truth], language: Language) -> Iterator[Mutant]:
    """Yield quotes of which the first half stands in one passage and the second in another."""
    for at, first in enumerate(truths):
        others = [t for t in truths if t.evidence != first.evidence]
        rng = chance("splice", first.document, at)
        for second in rng.sample(others, min(_PER_TRUTH, len(others))):
            quote = _join_halves(first.sentence, second.sentence)
            passages = (first.evidence, second.evidence)
            if quote and not any(normalise(quote) in normalise(p.text) for p in passages):
                sentence = rng.choice(language.frames["quotes"]).format(quote=quote)
                yield Mutant("spliced_quotes", first.document, passages, sentence, is_harmful=True)


def invent(truths: Sequence[Truth], document: Document, language: Language) -> Iterator[Mutant]:
    """Yield quotes, places and sources that the document has not."""
    text = normalise(document.text)
    invented = [statement for statement in language.invented if normalise(statement) not in text]
    places = [place for place in language.places if place.rstrip(",") not in text]
    sources = [source for source in language.sources if source not in text]
    for truth in truths:
        rng = chance("invented", truth.sentence)
        quote = rng.choice(invented).rstrip(".")
        place, source = rng.choice(places), rng.choice(sources)
        for sentence in (
            rng.choice(language.frames["quotes"]).format(quote=quote),
            put_in_frame(truth, "at_place", language, place=place),
            put_in_frame(truth, "by_source", language, place=source),
        ):
            yield Mutant(
                "invented_citation", truth.document, (truth.evidence,), sentence, is_harmful=True
            )


def name_section(section: Section, document: Document, language: Language) -> str:
    """Return what to call a section in a sentence, or "" if its heading is none to name.

    The heading that names the whole document is none: everything stands under it. A heading that
    is a sentence ("Vi holder, hvad vi lover") does not fit after "afsnittet om".
    """
    bare = _KIND_OF.sub("", _NUMBERING.sub("", section.title)).strip(" .:")
    is_title = normalise(bare) == normalise(document.metadata.title)
    words = words_of(bare)
    is_sentence = any(word in language.verbs for word in words) or any(
        word in language.subject_pronouns for word in words[:1]
    )
    if not bare or is_title or is_sentence or _PUNCTUATION.search(bare):
        return ""
    return lower_first(bare, document.text)


def put_in_frame(truth: Truth, frame: str, language: Language, **fields: str) -> str:
    """Return the sentence in the frame, as a clause after "at" if its order of words fits."""
    rng = chance(frame, truth.sentence, *fields.values())
    is_clause = fits_after_at(truth.sentence, language)
    chosen = rng.choice(language.frames[frame if is_clause else f"{frame}_whole"])
    clause = lower_first(truth.sentence.rstrip("."), truth.evidence.text)
    return chosen.format(sentence=truth.sentence, clause=clause, **fields)


def fits_after_at(sentence: str, language: Language) -> bool:
    """Say whether `sentence` keeps its order of words in a clause after "at"."""
    verb = find_verb(sentence, language)
    is_moved = any(word in language.moved for word in words_of(sentence))
    return verb is not None and not verb.is_inverted and not is_moved and ":" not in sentence


def _are_kin(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Say whether one section stands within the other, by place or by numbering."""
    shorter = min(len(first), len(second))
    if first[:shorter] == second[:shorter]:
        return True
    numbers = [re.match(r"§?\s*(\d+)", path[-1]) for path in (first, second)]
    return all(numbers) and len({n.group(1) for n in numbers if n}) == 1


def _is_near(name: str, truth: Truth) -> bool:
    """Say whether the section's name shares a telling word with the truth's own headings."""
    own = {word for heading in truth.path for word in words_of(heading)}
    return any(word in own for word in words_of(name) if len(word) > _HALF_WORDS)


def _join_halves(first: str, second: str) -> str:
    """Return the first half of one sentence with the second of another, or "" if too short."""
    opening, ending = first.rstrip(".").split(), second.rstrip(".").split()
    half, rest = len(opening) // 2, len(ending) // 2
    if half < _HALF_WORDS or len(ending) - rest < _HALF_WORDS:
        return ""
    return " ".join([*opening[:half], *ending[rest:]])
