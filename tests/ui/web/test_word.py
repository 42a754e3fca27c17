from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from assistant.answer import Answer, Citation, Status
from ui.web.manuscript import About, about_answer, write_manuscript
from ui.web.word import build_docx

AT = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)


def read(answer, about):
    return docx.Document(BytesIO(build_docx(write_manuscript(answer, about))))


@pytest.fixture(scope="module")
def answered(workplace):
    return workplace.assistant.answer("Hvad forventes af mig som leder?")


@pytest.fixture(scope="module")
def saved(answered, workplace):
    return read(answered, about_answer(answered, workplace.library, asked_at=AT))


def made_answer(text, *quotes):
    citations = tuple(
        Citation(n, "regler", "sha256:ab", (), "Regler", f"p{n}", quote, 0, len(quote))
        for n, quote in enumerate(quotes, start=1)
    )
    return Answer("Hvad?", "Hvad?", Status.ANSWERED, text, citations)


def test_headings_have_real_levels_without_a_leap(saved, answered):
    headings = [p for p in saved.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(p.style.name[-1]) for p in headings]
    assert headings[0].text == answered.question
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_points_of_a_list_are_list_items_in_order(saved, answered):
    points = [p.text for p in saved.paragraphs if p.style.name == "List Number"]
    quotes = [citation.quote for citation in answered.citations[: answered.points]]
    assert points == [f"{quote} [{n}]" for n, quote in enumerate(quotes, start=1)]


def test_no_paragraph_is_empty(saved):
    assert all(p.text.strip() for p in saved.paragraphs)


def test_every_mark_leads_to_its_source(saved, answered):
    body = saved.element.body
    targets = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links == targets
    assert len(targets) == len(answered.citations)


def test_title_and_language_are_set_and_no_author_is_made_up(saved, answered):
    properties = saved.core_properties
    assert (properties.title, properties.language) == (answered.question, "da-DK")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == AT
    languages = {each.get(qn("w:val")) for each in saved.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_numbering_starts_again_with_a_new_list():
    text = "1. Lytte [1]\n2. Svare [2]\n\nOg:\n\n1. Handle [3]"
    saved = read(made_answer(text, "Lytte", "Svare", "Handle"), About((), AT, "extractive"))
    items = [p for p in saved.paragraphs if p.style.name == "List Number"]
    ids = [p.paragraph_format.element.pPr.numPr.numId.val for p in items]
    assert ids[0] == ids[1] != ids[2]
    numbering = saved.part.numbering_part.element
    for used in set(ids):
        (override,) = numbering.num_having_numId(used).lvlOverride_lst
        assert override.startOverride.val == 1


def test_emphasis_and_nested_bullets_of_the_document_are_kept():
    saved = read(
        made_answer("1. Vi **lytter** [1]\n   - *altid* [2]", "Vi **lytter**", "*altid*"),
        About((), AT, "extractive"),
    )
    numbered, nested = (
        next(p for p in saved.paragraphs if p.style.name == name)
        for name in ("List Number", "List Bullet 2")
    )
    assert [run.text for run in numbered.runs if run.bold] == ["lytter"]
    assert [run.text for run in nested.runs if run.italic] == ["altid"]


@pytest.mark.parametrize("question", ["a\x00b\x0b\ud800", "<w:p/>&]]>", "x" * 20_000, "😀 \u202e"])
def test_whatever_was_asked_the_file_is_sound(question, answered, workplace):
    answer = replace(answered, question=question)
    content = build_docx(
        write_manuscript(answer, about_answer(answer, workplace.library, asked_at=AT))
    )
    with ZipFile(BytesIO(content)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    assert docx.Document(BytesIO(content)).paragraphs[0].style.name == "Heading 1"
