"""Say the same otherwise: what a check must not be alarmed by."""

import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence

from corpus.document import Document, Passage, PassageKind
from evals.mutant.clause import words_of
from evals.mutant.language import Language, chance
from evals.mutant.mutant import Mutant, Truth
from evals.mutant.place import fits_after_at, name_section, put_in_frame
from evals.mutant.truth import (
    evidence_of,
    is_open,
    lower_first,
    strip_numbering,
)

_INNER_COMMA = re.compile(r",(?=\s)")
_DASH = re.compile(r"\s[-–]\s")
_LEADER_DOES = re.compile(r"\bat (\w+)$")
_ENDING = re.compile(r"[\s,;.]*(?:\b(?:og|eller))?[\s,;.]*$")
_LEAD_IN = "lead_in"
_CHOICE = re.compile(r"\beller\W*$")
_SETS = 24


def make_noise(truths: Sequence[Truth], document: Document, language: Language) -> Iterator[Mutant]:
    """Yield harmless rewrites of true sentences, in every class."""
    own = {section.path: name_section(section, document, language) for section in document.sections}
    for truth in truths:
        for kind, rewrite in _REWRITES.items():
            for sentence in dict.fromkeys(rewrite(truth, language)):
                if kind == _LEAD_IN or sentence != truth.sentence:
                    yield _noise(kind, truth, sentence)
        name = own.get(truth.path, "")
        if name:
            framed = put_in_frame(truth, "in_section", language, section=name)
            yield _noise("frame", truth, framed)
    yield from _reorder(document, language)


def _noise(kind: str, truth: Truth, sentence: str) -> Mutant:
    return Mutant(f"noise:{kind}", truth.document, (truth.evidence,), sentence, is_harmful=False)


def _change_case(truth: Truth, _: Language) -> Iterator[str]:
    yield truth.sentence.lower()
    yield truth.sentence.upper()


def _change_space(truth: Truth, _: Language) -> Iterator[str]:
    words = truth.sentence.split(" ")
    half = len(words) // 2
    yield "  ".join(words) + " "
    yield f"{' '.join(words[:half])}\n{' '.join(words[half:])}"
    yield f"\u00a0{' '.join(words[:half])}\u00a0{' '.join(words[half:])}"


def _add_quotes(truth: Truth, _: Language) -> Iterator[str]:
    if not truth.item and not re.search(r"[»«\"'“”]", truth.sentence):
        yield f"»{truth.sentence}«"
        yield f'"{truth.sentence}"'


def _put_in_frame(truth: Truth, language: Language) -> Iterator[str]:
    yield put_in_frame(truth, "says", language)


def _change_punctuation(truth: Truth, _: Language) -> Iterator[str]:
    sentence = truth.sentence
    yield sentence.rstrip(".")
    yield _INNER_COMMA.sub("", sentence)
    yield _DASH.sub(lambda match: " – " if "-" in match.group() else " - ", sentence)
    yield f"{sentence.rstrip('.')}!"


def _lead_in(truth: Truth, language: Language) -> Iterator[str]:
    """Yield a list item as a sentence: with its lead-in, and as what somebody must do."""
    if not truth.item:
        return
    yield truth.sentence
    yield f"{truth.lead_in.rstrip(':')}: {truth.item}."
    subject = _LEADER_DOES.search(truth.lead_in)
    if subject and subject.group(1) in language.duty_subjects:
        doer, verb, rest = subject.group(1), *truth.item.partition(" ")[::2]
        yield f"{doer.capitalize()} {verb} {rest}."
        infinitive = _infinitive(verb)
        if infinitive:
            yield f"{doer.capitalize()} skal {infinitive} {rest}."


def _infinitive(verb: str) -> str:
    """Return the infinitive of a verb in the present tense, or "" if it is not known."""
    from simplemma import lemmatize

    found = str(lemmatize(verb, lang="da"))
    if verb == "er":
        return "være"
    is_regular = found != verb and verb.startswith(found.rstrip("e")) and verb.endswith("r")
    return found if is_regular else ""


_REWRITES: dict[str, Callable[[Truth, Language], Iterator[str]]] = {
    "case": _change_case,
    "space": _change_space,
    "quotes": _add_quotes,
    "frame": _put_in_frame,
    _LEAD_IN: _lead_in,
    "punctuation": _change_punctuation,
}


def _reorder(document: Document, language: Language) -> Iterator[Mutant]:
    """Yield two or three items of a list, the last one first."""
    labels = {section.path: section.label for section in document.sections}
    for listing in document.listings:
        lead_in = document.by_id.get(listing.lead_in or "")
        items = [document.by_id[item] for item in listing.items]
        is_choice = any(_CHOICE.search(item.plain) for item in items)
        if listing.of_sections or is_choice or lead_in is None or lead_in.kind is PassageKind.ITEM:
            continue
        section = labels.get(listing.section, "")
        for chosen in _choose(items, language, chance("order", listing.id)):
            evidence = tuple(evidence_of(item, document, section) for item in chosen)
            for sentence in _name_all(lead_in, chosen[::-1], document, language):
                yield Mutant("noise:order", document.name, evidence, sentence, is_harmful=False)


def _choose(
    items: Sequence[Passage], language: Language, rng: random.Random
) -> list[tuple[Passage, ...]]:
    """Return pairs of items, and threes of those that hold no comma."""
    plain = [item for item in items if _is_plain(item, language)]
    bare = [item for item in plain if "," not in _bare(item)]
    sets = [*itertools.combinations(plain, 2), *itertools.combinations(bare, 3)]
    return rng.sample(sets, min(_SETS, len(sets)))


def _name_all(
    lead_in: Passage, items: Sequence[Passage], document: Document, language: Language
) -> Iterator[str]:
    """Yield a sentence that names the items, if the list's lead-in leaves room for it."""
    named = [lower_first(_bare(item), document.text) for item in items]
    joined = f"{', '.join(named[:-1])} og {named[-1]}"
    opening = strip_numbering(lead_in.plain).rstrip(" :.")
    if is_open(lead_in.plain, language):
        yield f"{opening} {joined}."
    elif all(fits_after_at(item.plain, language) for item in items):
        for frame in language.frames["says_both"]:
            yield frame.format(first=named[0], second=named[-1])
    elif not any(item.plain.endswith(".") for item in items):
        yield f"{opening}: {joined}."


def _is_plain(item: Passage, language: Language) -> bool:
    """Say whether what follows an item cannot be taken for a part of its last clause."""
    clauses = [words_of(clause)[:1] for clause in _bare(item).split(", ")[1:]]
    is_one_sentence = re.search(r"[.?!:;]\s", _bare(item)) is None
    return is_one_sentence and not any(language.subordinators.intersection(c) for c in clauses)


def _bare(item: Passage) -> str:
    return _ENDING.sub("", item.plain)
