from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer import Answer, Citation, Status
from ui.web.export import About, about_answer, file_name, to_docx, to_markdown
from ui.web.line import read_runs

AT = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
NOWHERE = About((), AT, "extractive")
RENDERER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
HOSTILE = (
    "[klik](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "![billede](http://ond.dk/x.png)",
    "<http://ond.dk>",
    "https://ond.dk/sti www.ond.dk a@ond.dk",
    "`kode` ~~streg~~ $x$ | a | b |",
    "# overskrift",
    "- punkt",
    "1. punkt",
    "---",
    "> citat",
    "[^1]: note",
    "&lt;script&gt; &#60;",
    "***",
    "\\[a](b)",
)


class Reading(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        assert not attrs or tag == "ol"
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def made_answer(question: str, quote: str) -> Answer:
    line = " ".join(quote.split())
    citation = Citation(1, "regler", "sha256:ab", (), "Regler", "p1", quote, 0, len(quote))
    text = f"Det siger dokumentet:\n\n- »{line}« [1]"
    return Answer(question, question, Status.ANSWERED, text, (citation,))


def show(markdown: str) -> Reading:
    return Reading(RENDERER.render(markdown))


@pytest.fixture(scope="module")
def answered(workplace):
    return workplace.assistant.answer("Hvad forventes af mig som leder?")


def test_markdown_has_question_outcome_answer_sources_and_origin_in_that_order(answered, workplace):
    saved = to_markdown(answered, about_answer(answered, workplace.library, asked_at=AT))
    expected = (
        "# Hvad forventes af mig som leder?",
        "**Ordret fra dokumentet**",
        "1. Acceptere",
        "*4 af 4 punkter (Krav og forventning).*",
        "## Kilder",
        "**[1] Krav og forventning, punkt 1**",
        "## Om svaret",
        "automatisk assistent",
    )
    places = [saved.index(each) for each in expected]
    assert places == sorted(places)
    for citation in answered.citations:
        assert saved.count(citation.quote) == 2  # in the answer and among the sources


def test_the_nearest_is_saved_as_no_answer(answered):
    saved = to_markdown(replace(answered, status=Status.NEAREST), NOWHERE)
    assert "**Det tætteste – ikke et svar** Dokumentet svarer ikke på spørgsmålet." in saved
    assert "## Nærmeste steder i dokumentet" in saved


def test_a_greeting_is_saved_without_outcome_or_sources(workplace):
    answer = workplace.assistant.answer("hej")
    saved = to_markdown(answer, about_answer(answer, workplace.library, asked_at=AT))
    assert saved.startswith("# hej\n\nHej!")
    assert "Kilder" not in saved


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_question_makes_neither_links_html_nor_lists(hostile):
    saved = show(to_markdown(made_answer(hostile, "Mod"), NOWHERE))
    assert saved.text.startswith(hostile)
    assert set(saved.tags) <= {"h1", "h2", "p", "strong", "ul", "li", "blockquote"}
    assert saved.tags.count("h1") == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_documents_words_make_neither_links_html_nor_lists(hostile):
    saved = show(to_markdown(made_answer("Hvad?", hostile), NOWHERE))
    assert "a" not in saved.tags
    assert saved.tags.count("ul") == 2  # the answer and its origin
    assert set(saved.tags) <= {"h1", "h2", "p", "strong", "em", "ul", "li", "blockquote"}


def test_a_bare_address_is_broken_up_where_it_would_become_a_link():
    saved = to_markdown(made_answer("http://ond.dk www.ond.dk WWW.ond.dk a@ond.dk", "Mod"), NOWHERE)
    for start in ("://", "www.", "WWW.", "a@"):
        assert start not in saved


@given(st.text(alphabet="*_`[]()<>!&\\ ab1.#:/@w~|-+=\"'", min_size=1, max_size=40))
def test_a_question_reads_as_it_was_asked(question):
    saved = show(to_markdown(made_answer(question, "Mod"), NOWHERE))
    assert saved.text.partition("\n")[0] == " ".join(question.split())


@given(st.text(alphabet="*_`[]()<>!&\\ ab1.#:/@w~|-+=", min_size=1, max_size=40))
def test_a_quote_reads_as_its_words(quote):
    words = "".join(run.text for run in read_runs(" ".join(quote.split()))).strip()
    saved = show(to_markdown(made_answer("Hvad?", quote), NOWHERE))
    assert "".join(words.split()) in "".join(saved.text.split())
    assert "a" not in saved.tags


def test_the_word_file_says_what_the_markdown_says(answered, workplace):
    about = about_answer(answered, workplace.library, asked_at=AT)
    paragraphs = [p.text for p in docx.Document(BytesIO(to_docx(answered, about))).paragraphs]
    shown = show(to_markdown(answered, about)).text
    assert [text for text in paragraphs if text not in shown] == []


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvad gør en god leder på Ærø?", "svar-hvad-goer-en-god-leder-paa-aeroe.docx"),
        ("../../etc/passwd", "svar-etc-passwd.docx"),
        ("CON", "svar-con.docx"),
        ("?!", "svar.docx"),
        ("如何领导", "svar.docx"),
        ("Bl\u0061\u030a café", "svar-blaa-cafe.docx"),
    ],
)
def test_a_file_is_named_after_its_question(question, name):
    assert file_name(question, "docx") == name


@given(st.text(max_size=300))
def test_every_name_is_one_that_windows_accepts(question):
    name = file_name(question, "docx")
    assert len(name) <= 60
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert name.startswith("svar")
    assert "-." not in name


def test_a_long_name_ends_with_a_whole_word():
    assert file_name("ansvar " * 30, "md") == f"svar{'-ansvar' * 7}.md"
