import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Metadata, PassageKind
from corpus.loading import canonicalise, load_documents
from corpus.parsing import parse_document

WORDS = (
    "leder", "Mod", "åbenhed", "Ærlighed", "ø", "f.eks.", "kl.", "15.", "maj", "2016", "Sorø",
    "**skal**", "*kan*", "og", "tillid.", "Hvorfor?", "ja,", "dvs.", "stk.", "[link](x)",
    "Trivsel:",
)  # fmt: skip
MARKER = re.compile(
    r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)]|[a-z]\)|\[\^\w+\]:)(?:[ \t]+|$))+|\[\^\w+\]|\]\(x\)|^#+ ",
    re.MULTILINE,
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
    pairs = [
        st.tuples(item, nested).map(lambda pair: "\n".join(filter(None, pair))) for item in items
    ]
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
        assert (
            passage.listing is None or passage.id in document.listing_by_id[passage.listing].items
        )
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


SAME_BULLETS = "# A\n\nFørst:\n\n- Lytter\n- Handler\n\nSiden:\n\n- Lytter\n- Handler\n"


def ids(document: Document) -> dict[str, str]:
    return {passage.plain: passage.id for passage in document.passages}


def test_identical_bullets_in_two_lists_have_ids_of_their_own():
    document = parse(SAME_BULLETS)
    items = [passage.id for passage in document.passages if passage.kind is PassageKind.ITEM]
    assert len(set(items)) == 4
    assert len({listing.id for listing in document.listings}) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Med den indsigt in mente", "Et nyt afsnit står her.\n\nMed den indsigt in mente"),
        ("- Er nysgerrig og undersøgende\n", "- Er nysgerrig\n"),
        ("- Er nysgerrig og undersøgende\n", ""),
        ("# VILKÅRET", "# NYT KAPITEL\n\nNoget helt andet.\n\n# VILKÅRET"),
        ("\nCopyright: Illustrationer", "\nEn sidste sætning.\n\nCopyright: Illustrationer"),
    ],
)
def test_passage_ids_survive_edits_elsewhere(leadership, before, after):
    assert leadership.text.count(before) == 1
    edited = parse_document(
        leadership.name, leadership.text.replace(before, after), leadership.metadata
    )
    then, now = ids(leadership), ids(edited)
    kept = then.keys() & now.keys()
    assert len(kept) >= len(then) - 1
    assert {plain for plain in kept if then[plain] != now[plain]} == set()


@given(markdown, paragraph)
def test_a_paragraph_put_first_or_last_changes_no_other_id(text, added):
    new = "Zebraer løber frit, siger " + added.replace("\n", " ") + " vi."
    known = {p.id for p in parse(text).passages if p.kind is PassageKind.ITEM}
    for edited in (f"{new}\n\n{text}", f"{text}\n\nSlut.\n\n{new}"):
        assert known <= {p.id for p in parse(edited).passages}


@pytest.mark.parametrize(
    ("label", "opening"),
    [
        ("Krav og forventning, punkt 2", "Motivere og bringe fagfagligheden"),
        ("Strategi B › Koordinering", "Ved vi, hvem der skal gøre hvad?"),
        ("Ledelsesværdi: Mod, punkt 3", "Er nysgerrig og undersøgende"),
        ("Ledelsesværdi: Tillid og respekt, punkt 6", "Lader sig udfordre"),
        ("Ledelse i Sorø Kommune, afsnit 4", "Ledelsesgrundlaget er godkendt"),
        ("Strategi C, punkt 4", "I Sorø Kommune har vi valgt"),
        ("Vilkåret, punkt 1", "Samproduktion med borgere"),
    ],
)
def test_bundled_passages_are_called_what_a_person_would_call_them(leadership, label, opening):
    (passage,) = [p for p in leadership.answers if p.plain.startswith(opening)]
    assert passage.label == label


def labels(folder) -> dict[str, str]:
    (document,) = load_documents(folder)
    return {passage.plain: passage.label for passage in document.passages}


def find(found: dict[str, str], opening: str) -> str:
    (label,) = [label for plain, label in found.items() if plain.startswith(opening)]
    return label


def test_bylaws_are_cited_by_paragraph_subsection_and_letter(test_documents):
    found = labels(test_documents / "vedtaegt")
    assert find(found, "Boligafgiften betales forud") == "§ 4, stk. 2"
    assert find(found, "Stk. 2. Foreningen har hjemsted") == "§ 1, stk. 2"
    assert find(found, "Stk. 2. Foreningen ledes efter") == "§ 2, stk. 2"
    assert find(found, "Ingen må have personlig fordel") == "§ 2, stk. 2, litra b"
    assert find(found, "Valg til bestyrelsen") == "§ 8, stk. 3, punkt 6"
    assert find(found, "Foreningen tegnes af") == "§ 11. Tegningsret"


def test_numbered_headings_rows_and_notes_have_labels(test_documents):
    found = labels(test_documents / "personalepolitik")
    assert find(found, "Seniorsamtale |") == "4. Samtaler og udvikling, række 4"
    assert find(found, "Efter fire uger lægger leder") == "2.1 Sygefravær, punkt 3"
    assert find(found, "på mail, som besvares") == "3.2 Hjemmearbejde, punkt 2.2"
    assert find(found, "Deltidsansatte under 15 timer").endswith("note 2")
    assert find(found, "Lederen må ikke spørge") == "2.1 Sygefravær, afsnit 2"


def test_a_document_without_headings_is_labelled_by_its_paragraphs(test_documents):
    found = labels(test_documents / "uden-overskrifter")
    assert find(found, "Teamlederen kan selv aflyse") == "afsnit 4"
    assert find(found, "at ros bliver sagt") == "punkt 3"


def test_no_passage_of_the_other_documents_is_a_mere_numbering(test_documents):
    for folder in sorted(test_documents.iterdir()):
        if folder.is_dir():
            for document in load_documents(folder):
                assert_sound(document)
                assert [p.plain for p in document.answers if not re.search(r"\w{4}", p.plain)] == []


def listing_of(document: Document, opening: str):
    (item,) = [p for p in document.passages if p.plain.startswith(opening)]
    return document.listing_by_id[item.listing]


def test_the_nine_points_of_mod_are_one_listing_with_its_lead_in(leadership):
    listing = listing_of(leadership, "Er nysgerrig og undersøgende")
    items = [leadership.by_id[item] for item in listing.items]
    assert [item.number for item in items] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    lead_in = leadership.by_id[listing.lead_in]
    assert lead_in.kind is PassageKind.LEAD_IN
    assert lead_in.text.endswith("betyder, at lederen:")
    assert {item.lead_in for item in items} == {lead_in.id}


def test_the_three_strategies_are_a_listing_of_sections(leadership):
    (listing,) = [
        listing
        for listing in leadership.listings
        if listing.section == ("TRE GRUNDLÆGGENDE STRATEGIER I LEDELSE",)
    ]
    assert listing.of_sections
    assert [leadership.by_id[item].plain[:2] for item in listing.items] == ["A.", "B.", "C."]
    assert leadership.by_id[listing.lead_in].plain.startswith("De følgende ledelsesstrategier")


def test_a_list_without_a_line_before_it_has_no_lead_in(leadership):
    assert listing_of(leadership, "Topstyring er stram styring").lead_in is None


def test_a_nested_list_is_introduced_by_the_item_above_it():
    document = parse("Vi aftaler:\n\n- stedet\n  - hjemme\n  - ude\n- tiden\n")
    outer, inner = listing_of(document, "stedet"), listing_of(document, "hjemme")
    assert [document.by_id[item].plain for item in outer.items] == ["stedet", "tiden"]
    assert [document.by_id[item].plain for item in inner.items] == ["hjemme", "ude"]
    assert document.by_id[inner.lead_in].plain == "stedet"
    assert document.by_id[outer.lead_in].plain == "Vi aftaler:"
    assert [p.label for p in document.answers][2:4] == ["punkt 1.1", "punkt 1.2"]


def test_table_rows_are_a_listing_introduced_by_the_header():
    document = parse("| Hvem | Hvad |\n|---|---|\n| Leder | Leder |\n| HR | Hjælper |\n")
    listing = listing_of(document, "HR")
    assert [document.by_id[item].text for item in listing.items] == [
        "Leder | Leder",
        "HR | Hjælper",
    ]
    assert document.by_id[listing.lead_in].kind is PassageKind.TABLE_HEADER


def test_sections_reach_to_the_next_of_their_level(leadership):
    mod = next(s for s in leadership.sections if s.path[-1] == "Ledelsesværdi: Mod")
    source = leadership.text[mod.start : mod.end]
    assert source.startswith("## Ledelsesværdi: Mod\n")
    assert "Giver mulighed for at videndele" in source
    assert "Helhedssynet" not in source
    assert len(leadership.under(mod.path)) == 11  # definition, lead-in, nine points


def test_the_version_is_the_hash_of_the_canonical_text(leadership):
    edited = parse_document("x", leadership.text + "\nNyt.\n", leadership.metadata)
    assert leadership.version.startswith("sha256:")
    assert edited.version != leadership.version


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# LEDELSE I PRAKSIS\n\nTekst her.\n", "Ledelse i praksis"),
        ("Et afsnit først.\n\n# Overskrift\n\nTekst her.\n", "Overskrift"),
        ("Kun et afsnit.\n", "navn"),
        ("", "navn"),
    ],
)
def test_a_document_without_a_title_takes_its_first_heading_or_its_name(text, title):
    assert parse_document("navn", text, Metadata(title="")).metadata.title == title


def test_sections_of_the_same_name_are_told_apart():
    document = parse(
        "# A\n\n## Formål\n\nDen ene.\n\n## Mål\n\nX.\n\n# A\n\n## Formål\n\nDen anden.\n"
    )
    assert_sound(document)


def test_headings_that_number_subsections_are_joined_with_their_paragraph():
    document = parse("# § 4 a. Løn\n\n## Stk. 2\n\nLønnen betales bagud hver måned.\n")
    assert document.answers[0].label == "§ 4 a, stk. 2"


def test_later_sentences_of_a_subsection_keep_its_number():
    sentences = " ".join(["Bestyrelsen kan træffe en beslutning om de ting, der haster mest."] * 5)
    document = parse(f"# § 7. Hast\n\nStk. 1. {sentences}\n\nStk. 2. Kort.\n")
    assert {passage.label for passage in document.answers} == {"§ 7, stk. 1", "§ 7, stk. 2"}
    assert document.answers[0].text.startswith("Stk. 1. Bestyrelsen")


def test_a_numbered_item_that_is_a_number_is_cited_without_its_marker():
    document = parse("Antal:\n\n1. 1\n2. 2\n")
    items = [p for p in document.answers if p.kind is PassageKind.ITEM]
    assert [document.text[p.start - 3 : p.start] for p in items] == ["1. ", "2. "]


def test_a_large_document_parses_in_seconds():
    section = (
        "## Afsnit {0}\n\nVi i Sorø Kommune lytter til Afdeling{0}:\n\n- punkt {0}\n- andet\n\n"
    )
    prose = "Ledelse handler om mennesker i Sorø. " * 3
    text = "# Alt\n\n" + "".join(section.format(at) + prose + "\n\n" for at in range(400))
    assert len(parse(text + "\n".join(f"- Punkt {at}" for at in range(800))).answers) > 2000
