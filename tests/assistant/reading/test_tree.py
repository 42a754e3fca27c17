from pathlib import Path

import pytest

from assistant.reading.page import Paragraph, Points, Table
from assistant.reading.tree import find_home, make_page
from corpus.document import Metadata
from corpus.loading import BUNDLED_DOCUMENTS, load_documents
from corpus.parsing import parse_document

OTHERS = Path(__file__).parents[3] / "evals" / "data" / "documents"
FOLDERS = (BUNDLED_DOCUMENTS, *sorted(path for path in OTHERS.iterdir() if path.is_dir()))
DOCUMENTS = [document for folder in FOLDERS for document in load_documents(folder)]


def page_of(text, **metadata):
    return make_page(parse_document("prove", text, Metadata(**{"title": "", **metadata})))


def text_of(runs):
    return "".join(run.text for run in runs)


def read_pieces(pieces):
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield from ((words.passage, text_of(words.runs)) for words in piece.words)
        elif isinstance(piece, Points):
            for item in piece.items:
                yield item.words.passage, text_of(item.words.runs)
                yield from read_pieces(item.below)
        else:
            rows = (piece.header, *piece.rows) if piece.header else piece.rows
            for row in rows:
                yield row.passage, " | ".join(text_of(cell) for cell in row.cells)


def read_part(part):
    yield part.heading.passage, text_of(part.heading.runs)
    yield from read_pieces(part.pieces)
    for below in part.parts:
        yield from read_part(below)


def parts_of(parts):
    for part in parts:
        yield part
        yield from parts_of(part.parts)


def read(page):
    """Return every passage of a page with its text, in order."""
    found = list(read_pieces(page.pieces))
    for part in page.parts:
        found += read_part(part)
    return found + [(w.passage, text_of(w.runs)) for note in page.notes for w in note.words]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_passage_stands_once_in_order_with_its_plain_text(document):
    assert read(make_page(document)) == [(p.id, p.plain) for p in document.passages]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_section_has_an_anchor_of_its_own(document):
    anchors = [part.anchor for part in parts_of(make_page(document).parts)]
    assert len(set(anchors)) == len(anchors) == len(document.sections)
    assert all(find_home([document], anchor) == document.name for anchor in anchors)


def test_sections_lie_in_each_other_by_their_headings():
    page = page_of("# A\n\n### Dyb\n\nx\n\n## B\n\ny\n\n# C\n\nz\n")
    assert [(p.title, p.depth) for p in parts_of(page.parts)] == [
        ("A", 1),
        ("Dyb", 2),
        ("B", 2),
        ("C", 1),
    ]


def test_sections_of_one_name_are_told_apart():
    page = page_of("# Titel\n\n## Ærø Å\n\nx\n\n## Ærø Å\n\ny\n")
    assert [part.anchor for part in page.parts[0].parts] == [
        "afsnit-aeroe-aa",
        "afsnit-aeroe-aa-2",
    ]


def test_a_first_heading_over_everything_is_the_title():
    assert page_of("# T\n\n## A\n\nx\n").is_titled
    assert page_of("# Min titel\n\nx\n\n# B\n\ny\n", title="MIN TITEL").is_titled
    assert not page_of("# A\n\nx\n\n# B\n\ny\n", title="Andet").is_titled
    assert not page_of("Først.\n\n# A\n\nx\n\n## B\n\ny\n").is_titled
    assert not page_of("Kun tekst.\n").is_titled


def test_lists_lie_in_lists_and_keep_the_documents_numbers():
    page = page_of("1. en\n2. to\n   - a\n   - b\n\n     mere\n")
    (points,) = page.pieces
    assert points.is_numbered
    assert [item.marker for item in points.items] == ["1.", "2."]
    (below,) = points.items[1].below
    assert not below.is_numbered
    assert [item.number for item in below.items] == [1, 2]
    assert text_of(below.items[1].below[0].words[0].runs) == "mere"


def test_lettered_paragraphs_are_a_list():
    page = page_of("Han skal\n\na) gå,\n\nb) løbe.\n")
    assert [item.marker for item in page.pieces[1].items] == ["a)", "b)"]


def test_a_list_of_one_has_no_number():
    (points,) = page_of("- kun en\n").pieces
    assert points.items[0].number is None


def test_two_lists_that_follow_each_other_are_two():
    page = page_of("- a\n- b\n\n* c\n* d\n")
    assert [len(points.items) for points in page.pieces] == [2, 2]


def test_a_quotation_a_subtitle_and_a_credit_are_told_apart():
    text = "# T\n\nUnder overskriften\n\nTekst.\n\n> Et citat.\n\nCopyright: Nogen\n"
    subtitle, paragraph, quoted, notice = page_of(text).parts[0].pieces
    assert subtitle.is_subtitle
    assert True not in {paragraph.is_quoted, paragraph.is_subtitle, paragraph.is_notice}
    assert quoted.is_quoted
    assert notice.is_notice


def test_the_sentences_of_a_paragraph_stay_together():
    sentence = "Det her er en sætning, der er ganske lang, for ellers bliver den ikke delt. "
    (paragraph,) = page_of(sentence * 5).pieces
    assert len(paragraph.words) == 5


def test_a_table_keeps_its_heads_rows_and_empty_cells():
    (table,) = page_of("| A | B |\n|---|---|\n| **1** | |\n| 2 | 3 |\n").pieces
    assert isinstance(table, Table)
    assert [text_of(cell) for cell in table.header.cells] == ["A", "B"]
    assert [[text_of(cell) for cell in row.cells] for row in table.rows] == [["1", ""], ["2", "3"]]


def test_notes_stand_apart_and_are_referred_to_where_they_belong():
    page = page_of("Ja.[^b]\n\n[^b]: En note.\n\n    Mere.\n")
    (note,) = page.notes
    assert (note.name, len(note.words)) == ("b", 2)
    assert [run.note for run in page.pieces[0].words[0].runs] == ["", "b"]


def test_a_place_is_found_in_the_document_that_has_it():
    for document in DOCUMENTS:
        passage = document.passages[-1]
        assert find_home(DOCUMENTS, f"passage-{passage.id}") == document.name
    assert find_home(DOCUMENTS, "passage-findes-ikke") == ""
    assert find_home(DOCUMENTS, "afsnit-findes-ikke") == ""
    assert find_home(DOCUMENTS, "") == ""
