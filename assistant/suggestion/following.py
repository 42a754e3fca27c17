"""Questions that go on from an answer, gathered from what stands around it."""

from collections.abc import Iterable, Iterator
from itertools import combinations, zip_longest

from assistant import lexicon
from assistant import texts as main_texts
from assistant.conversation.focus import Focus
from assistant.conversation.situation import opening_subject
from assistant.kinship import coverage
from assistant.question import understand
from assistant.suggestion import texts
from assistant.suggestion.phrasing import title_at, title_of
from assistant.suggestion.scene import Scene
from assistant.suggestion.sectioning import ask_of_section
from assistant.suggestion.topic import ask_of_topics
from assistant.suggestion.trial import Candidate
from corpus.document import Listing, Passage, PassageKind

_MOST_POINTS = 3
_IS_CLOSE = 0.3
_AND = f" {main_texts.CONJUNCTION} "
_RUNNING = frozenset({PassageKind.PARAGRAPH, PassageKind.SENTENCE})
_INTRODUCING = frozenset({PassageKind.HEADING, PassageKind.LEAD_IN})


def after_answer(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """Yield candidates from every direction in turn, the most natural ones first."""
    directions = (_own_lists, _related, _comparisons, _neighbours, _moves, _other_lists, _sections)
    return interleave(direct(scene, focus) for direct in directions)


def after_refusal(scene: Scene) -> Iterator[Candidate]:
    """Yield candidates from the passages that share something with what was asked."""
    ignored = scene.library.names | lexicon.EXPECTATION_WORDS | lexicon.COMMON_WORDS
    subject = understand(scene.answer.standalone_question, ignored=ignored).subject
    vocabulary = scene.library.retriever.channels.vocabulary
    asked = [word for word in subject if vocabulary.knows(word)]
    shown = [scene.library.passage(identity) for identity in scene.just_shown]
    for passage in [*shown, *scene.found]:
        for candidate in scene.bank.of(passage, scene.role):
            if coverage(asked, [candidate.question, passage.plain]) >= _IS_CLOSE:
                yield candidate


def interleave(groups: Iterable[Iterable[Candidate]]) -> Iterator[Candidate]:
    """Yield the first of each group, then the second, and so on; each only when it is wanted."""
    for row in zip_longest(*groups):
        yield from (candidate for candidate in row if candidate is not None)


def ask_of_listing(listing: Listing, scene: Scene) -> Iterator[Candidate]:
    """Yield questions that a whole list answers."""
    document = scene.library.document_of(scene.library.passage(listing.items[0]))
    targets = frozenset(listing.items)
    lead_in = document.by_id[listing.lead_in] if listing.lead_in else None
    if lead_in is not None and lead_in.kind.is_answer:
        written = scene.bank.of(lead_in, scene.role)
        yield from (Candidate(c.question, targets, is_whole=True) for c in written)
    title = title_at(listing.section, document)
    if title:
        yield Candidate(title.fill(texts.POINTS, texts.POINTS_AT), targets, is_whole=True)


def _own_lists(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """Lists in the section that the answer comes from."""
    for listing in _untold_lists(scene):
        if listing.section == focus.paths[0]:
            yield from ask_of_listing(listing, scene)


def _other_lists(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    for listing in _untold_lists(scene):
        if listing.section != focus.paths[0]:
            yield from list(ask_of_listing(listing, scene))[:1]


def _untold_lists(scene: Scene) -> list[Listing]:
    """Return the lists not shown yet: the same document's first, as found, then as they stand.

    What stands after the answer goes before what stands above it.
    """
    place = {passage.id: at for at, passage in enumerate(scene.found)}
    home = {scene.library.passage(identity).document for identity in scene.just_shown}
    end = max(citation.start for citation in scene.answer.citations)

    def order(listing: Listing) -> tuple[bool, int, bool]:
        first = scene.library.passage(listing.items[0])
        found = min(place.get(p, len(place)) for p in (listing.lead_in or "", *listing.items))
        return first.document not in home, found, first.start <= end

    lists = [entry for entry in scene.library.listings if len(entry.items) > 1]
    return sorted((entry for entry in lists if not set(entry.items) <= scene.shown), key=order)


def _related(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """What was found for the question besides what answers it, the same document's first."""
    for passage in sorted(scene.found, key=lambda p: p.document != focus.document.name):
        if passage.kind not in _INTRODUCING:
            yield from scene.bank.of(passage, scene.role)[:1]


def _neighbours(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """What stands in the same section, from the answer on, then what stands after it."""
    here = focus.document.under(focus.paths[0]) if any(focus.paths) else ()
    last = max(passage.start for passage in focus.cited)
    later = [p for p in focus.document.answers if p.start > last]
    ordered = [*(p for p in later if p in here), *here, *later]
    for passage in dict.fromkeys(ordered):
        if passage.id not in scene.shown and passage.kind not in _INTRODUCING:
            yield from scene.bank.of(passage, scene.role)[:1]


def _comparisons(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """What was explained against what is explained beside it."""
    told = _subjects(focus.points, scene)
    beside = [p for p in focus.document.answers if p.section == focus.cited[0].section]
    siblings = {**_subjects(beside, scene), **_titles_beside(focus)}
    pairs = [(one, other) for one in told for other in siblings if other not in told]
    for one, other in pairs or combinations(told, 2):
        targets = frozenset({told[one], siblings.get(other, "")})
        yield Candidate(texts.COMPARE.format(one=one, other=other), targets)


def _subjects(passages: Iterable[Passage], scene: Scene) -> dict[str, str]:
    """Return ids of passages by the things that they open by explaining."""
    found: dict[str, str] = {}
    for passage in passages:
        subject = opening_subject(passage, scene.library)
        if subject and passage.kind is not PassageKind.HEADING:
            found.setdefault(subject, passage.id)
    return found


def _titles_beside(focus: Focus) -> dict[str, str]:
    """Return the ids of the first passages of the sections beside, by their names."""
    if focus.section is None:
        return {}
    parent = focus.section.path[:-1]
    beside = [
        section
        for section in focus.document.sections
        if section.path[:-1] == parent and section.path != focus.section.path and parent
    ]
    found: dict[str, str] = {}
    for section in beside:
        title, below = title_of(section, focus.document), focus.document.under(section.path)
        if title and title.is_phrase and below and _AND not in title.name:
            found[title.name] = below[0].id
    return found


def _moves(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """What the conversation itself offers: a point of a list of headings, or the reason.

    The reason for a point is what introduces it in running text; nothing else is taken for one.
    """
    del scene
    first = focus.points[0]
    if first.kind is PassageKind.HEADING:
        numbers = range(1, min(len(focus.points), _MOST_POINTS) + 1)
        yield from (Candidate(texts.ELABORATE.format(number=number)) for number in numbers)
    before = [p for p in focus.document.under(first.section) if p.start < first.start]
    reasons = frozenset(p.id for p in before if p.kind in _RUNNING)
    if first.kind is PassageKind.ITEM and reasons:
        yield Candidate(texts.WHY, reasons)


def _sections(scene: Scene, focus: Focus) -> Iterator[Candidate]:
    """The sections that follow, then those before, then the other documents'."""
    start = focus.cited[0].start
    sections = sorted(focus.document.sections, key=lambda section: section.start <= start)
    others = [d for d in scene.library.documents if d.name != focus.document.name]
    everywhere = [(s, focus.document) for s in sections] + [
        (s, d) for d in others for s in d.sections
    ]
    for section, document in everywhere:
        below = document.under(section.path)
        if not below or below[0].id in scene.shown:
            continue
        written = scene.bank.of(below[0], scene.role)[:1]
        yield from written or ask_of_section(section, document)
    yield from ask_of_topics(focus.document)
