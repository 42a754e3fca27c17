import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Metadata, PassageKind
from corpus.loading import canonicalise, load_documents
from corpus.parsing import parse_document

WORDS = (
    "leder", "Mod", "åbenhed", "Ærlighed", "ø", "f.eks.", "kl.", "15.", "maj", "2016", "Sorø",
    "**skal**", "*kan*", "og", "tillid.", "Hvorfor?", "ja,", "dvs.", "stk.", "[link](x)", "Trivsel:",
)  # fmt: skip
MARKER = re.compile(
    r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)]|[a-z]\)|\[\^\w+\]:)(?:[ \t]+|$))+|\[\^\w+\]|\]\(x\)|^#+ ", re.MULTILINE
)

word = st.sampled_from(WORDS)
line = st.lists(word, min_size=1, max_size=9).map(" ".join)
wrapped = st.lists(line, min_size=1, max_size=4)


def marked(marker: str, indent: str = "") -> st.SearchStrategy[str]:
    follow = indent + " " * (len(marker) + 1)
    return wrapped.map(lambda lines: f"{indent}{marker} " + f"\n{follow}".join(lines))


def a_list(markers: list[str]) -> st.SearchStrategy[str]:
    items = [marked(marker) for marker in markers]
    nested = st.one_of(st.just(""), marked("-", "   "), marked("1.", "   "))
    pairs = [st.tuples(item, nested).map(lambda pair: "\n".join(filter(None, pair))) for item in items]
    return st.tuples(*pairs).map("\n".join)


heading = st.tuples(st.integers(1, 4), line).map(lambda pair: f"{'#' * pair[0]} {pair[1]}")
paragraph = wrapped.map("\n".join)
bullets = st.integers(1, 4).flatmap(lambda n: a_list(["-"] * n))
numbered = st.integers(1, 4).flatmap(lambda n: a_list([f"{i + 1}." for i in range(n)]))
lettered = st.integers(2, 4).flatmap(
    lambda n: st.tuples(*(marked(f"{'abcd'[i]})") for i in range(n))).map("\n".join)
)
quote = wrapped.map(lambda lines: "\n".join(f"> {text}" for text in lines))
table = st.lists(st.tuples(word, word), min_size=2, max_size=4).map(
    lambda rows: "\n".join(
        [f"| {rows[0][0]} | {rows[0][1]} |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows[1:])]
    )
)
footnote = line.map(lambda text: f"Se noten.[^n]\n\n[^n]: {text}")
rule = st.just("---")
block = st.one_of(heading, paragraph, bullets, numbered, lettered, quote, table, rule)
markdown = st.tuples(st.lists(block, min_size=1, max_size=8), st.one_of(st.just(""), footnote)).map(
    lambda pair: canonicalise("\n\n".join([*pair[0], pair[1]]))
)
any_text = st.one_of(
    st.text(max_size=120),
    st.text(alphabet="#*-+>|`[]()^:_\\ \n\t12.)abå<!&;~=\"'", max_size=120),
    st.text(alphabet="-*>#| \na1.)\t", max_size=60),
)


def parse(text: str, **metadata: object) -> Document:
    return parse_document("prøve", canonicalise(text), Metadata(title="Prøve", **metadata))


def assert_sound(document: Document) -> None:
    ids = [passage.id for passage in document.passages]
    assert len(set(ids)) == len(ids)
    end = 0
    for passage in document.passages:
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.text == passage.text.strip()
        assert passage.plain
        assert passage.start >= end
        end = passage.end
        assert passage.lead_in is None or passage.lead_in in document.by_id
        assert passage.listing is None or passage.id in document.listing_by_id[passage.listing].items
    listings = [listing.id for listing in document.listings]
    assert len(set(listings)) == len(listings)
    for listing in document.listings:
        assert all(item in document.by_id for item in listing.items)
    for section in document.sections:
        assert document.by_id[section.heading].section == section.path
        assert section.start <= document.by_id[section.heading].start < section.end


@given(any_text)
def test_any_text_parses_into_slices_in_order_with_ids_of_their_own(text):
    assert_sound(parse(text))


@given(markdown)
def test_markdown_parses_into_slices_in_order_with_ids_of_their_own(text):
    assert_sound(parse(text))


@given(markdown)
def test_every_word_stands_in_exactly_one_passage(text):
    document = parse(text)
    markup = {at for match in MARKER.finditer(document.text) for at in range(*match.span())}
    covered = [at for p in document.passages for at in range(p.start, p.end)]
    assert len(covered) == len(set(covered))
    reached = markup | set(covered)
    missed = [
        match.group()
        for match in re.finditer(r"[^\W_]+", document.text)
        if not set(range(*match.span())) <= reached
    ]
    assert missed == []


@given(markdown)
def test_passages_lie_inside_the_section_they_name(text):
    document = parse(text)
    for passage in document.passages:
        if passage.section:
            assert any(
                section.path == passage.section and section.start <= passage.start < section.end
                for section in document.sections
            )
