import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from ui.web.line import LineKind, Run, read_lines, read_runs


def make_answer(text: str, *quotes: str) -> Answer:
    citations = tuple(
        Citation(n, "regler", "sha256:ab", (), "Regler", f"p{n}", quote, 0, len(quote))
        for n, quote in enumerate(quotes, start=1)
    )
    return Answer("Hvad?", "Hvad?", Status.ANSWERED, text, citations)


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def test_each_kind_of_line_is_told_apart_with_number_and_citation():
    text = "Det siger dokumentet:\n\n1. Lytte [1]\n   - Altid [2]\n2. Svare [3]\n\n- »Slut« [4]"
    lines = read_lines(make_answer(text, "Lytte", "Altid", "Svare", "Slut"))
    assert [(line.kind, line.number, line.cited) for line in lines] == [
        (LineKind.PARAGRAPH, None, None),
        (LineKind.NUMBERED, 1, 1),
        (LineKind.NESTED, None, 2),
        (LineKind.NUMBERED, 2, 3),
        (LineKind.BULLET, None, 4),
    ]
    assert [words(line.runs) for line in lines] == [
        "Det siger dokumentet:", "Lytte", "Altid", "Svare", "»Slut«"
    ]  # fmt: skip


def test_a_heading_with_a_number_of_its_own_is_no_list_item():
    (line,) = read_lines(make_answer("2. Formål [1]", "2. Formål"))
    assert (line.kind, words(line.runs), line.cited) == (LineKind.PARAGRAPH, "2. Formål", 1)


def test_a_number_in_brackets_that_names_no_citation_stays_in_the_text():
    (line,) = read_lines(make_answer("Se bilag [7]"))
    assert (words(line.runs), line.cited) == ("Se bilag [7]", None)


def test_a_quote_that_was_wrapped_in_the_document_is_still_recognised():
    (line,) = read_lines(make_answer("2. Formål og mål [1]", "2. Formål\n  og mål"))
    assert line.kind is LineKind.PARAGRAPH


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        (
            "Vi **lytter** *altid*",
            (Run("Vi "), Run("lytter", True), Run(" "), Run("altid", False, True)),
        ),
        ("***begge***", (Run("begge", True, True),)),
        ("[sted](http://x.dk) `kode`", (Run("sted kode"),)),
        ("<b>&amp;</b> \\* ![a](b)", (Run("<b>&amp;</b> * !a"),)),
        ("lytte_til_alle", (Run("lytte_til_alle"),)),
        ("", ()),
    ],
)  # fmt: skip
def test_emphasis_is_kept_and_other_markup_becomes_its_words(source, runs):
    assert read_runs(source) == runs


@given(st.text(alphabet="*_`[]()<>!&\\ ab1.#\n", max_size=60))
def test_no_text_is_too_odd_to_read(text):
    for run in read_runs(text):
        assert run.text


def test_every_word_of_real_answers_is_kept(workplace):
    for question in ("Hvad forventes af mig som leder?", "Hvor står der noget om mod?", "Hjælp"):
        answer = workplace.assistant.answer(question)
        read = " ".join(words(line.runs) for line in read_lines(answer))
        for citation in answer.citations:
            assert citation.quote in read
        assert "*" not in read
        assert {line.cited for line in read_lines(answer)} - {None} == {
            citation.n for citation in answer.citations
        }
