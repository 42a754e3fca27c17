import sys
from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, ModelTrace, Status, Trace, TracedHit
from assistant.conversation.history import FOLLOW_UP, SECTION
from assistant.question import QuestionKind
from ui import texts
from ui.finding import Finding
from ui.number import with_comma
from ui.rendering import show_answer, show_findings

CITATION = Citation(
    1, "notat", "sha256:0", ("Mod",), "Mod, punkt 1", "mod-1", "Vis <b>mod</b>", 0, 1
)
TITLES = {"notat": "Notat"}


def make_answer(status, text="»Vis <b>mod</b>« [1]", citations=(CITATION,)):
    return Answer("Hvad?", "Hvad?", status, text, citations, trace=Trace("meta", "Derfor."))


@pytest.fixture
def terminal(capsys, monkeypatch):
    """Shows an answer on what looks like a terminal, and returns what was written."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def show(answer):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        show_answer(answer, TITLES)
        return capsys.readouterr().out

    return show


def test_every_status_has_a_heading_and_no_two_are_alike():
    assert set(texts.STATUS_HEADINGS) == {status.value for status in Status}
    assert len(set(texts.STATUS_HEADINGS.values())) == len(Status)


def test_every_kind_of_question_has_danish_words():
    kinds = {kind.value for kind in QuestionKind}
    assert kinds | {FOLLOW_UP, SECTION} <= texts.KINDS.keys()


def test_a_pipe_gets_the_answer_unwrapped(capsys):
    text = "»" + "langt " * 60 + "« [1]"
    show_answer(make_answer(Status.ANSWERED, text), TITLES)
    assert text in capsys.readouterr().out.splitlines()


def test_a_terminal_gets_colour_and_keeps_markers_and_every_word_of_the_quote(terminal):
    shown = terminal(make_answer(Status.ANSWERED))
    assert "\x1b[" in shown
    assert "»Vis <b>mod</b>« [1]" in shown
    assert "[1] Mod, punkt 1" in shown


def test_the_statuses_look_different_on_a_terminal(terminal):
    statuses = (Status.ANSWERED, Status.NEAREST, Status.REFUSED)
    shown = {terminal(make_answer(status, "Tekst", ())) for status in statuses}
    assert len(shown) == 3


def test_the_nearest_passage_is_not_called_a_source(capsys):
    show_answer(make_answer(Status.NEAREST), TITLES)
    shown = capsys.readouterr().out
    assert texts.SOURCES not in shown
    assert texts.NEAREST_SOURCES in shown


def test_a_greeting_has_neither_heading_nor_sources(capsys):
    show_answer(make_answer(Status.META, "Hej!", ()), TITLES)
    assert capsys.readouterr().out == "Hej!\n"


def test_with_several_documents_a_source_names_its_document(capsys):
    show_answer(make_answer(Status.ANSWERED), {**TITLES, "andet": "Andet"})
    assert "[1] Mod, punkt 1 – Notat\n" in capsys.readouterr().out


def test_the_trace_is_told_in_danish(capsys):
    show_answer(make_answer(Status.META), TITLES, with_trace=True)
    shown = capsys.readouterr().out
    assert "Derfor." in shown
    assert "en hilsen" in shown


def test_the_trace_says_what_decided_in_sentences_and_before_the_passages(capsys):
    told = ("Sandsynlighed: 0,20. Der kræves mindst 0,34.", "Det taler imod: emnet.")
    trace = Trace("other", "Derfor.", 0.34, {}, (TracedHit("p", "Mod", 0.5, {}),), told)
    answer = replace(make_answer(Status.REFUSED, "Nej.", ()), trace=trace, answerability=0.2)
    show_answer(answer, TITLES, with_trace=True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[-4:] == [*told, texts.TRACE_HITS, "0,50  Mod"]
    bare = texts.TRACE_PROBABILITY.format(probability="0,20", threshold="0,34")
    assert bare not in lines
    show_answer(replace(answer, trace=replace(trace, explanation=())), TITLES, with_trace=True)
    assert capsys.readouterr().out.splitlines()[-3:] == [bare, texts.TRACE_HITS, "0,50  Mod"]


def test_the_trace_says_what_a_model_did_and_what_it_cost(capsys):
    model = ModelTrace("gemma3", "Det gik.", 2, 100, 20, 0.0004, 1.5, 3, 2, ("Den lyver.",))
    answer = make_answer(Status.ANSWERED)
    told = replace(answer, trace=replace(answer.trace, model=model))
    show_answer(told, TITLES, with_trace=True)
    out = capsys.readouterr().out
    assert "Sprogmodellen gemma3: Det gik. Sætninger skrevet: 3. Vist: 2. Kald: 2." in out
    assert "Tokens: 120." in out
    assert "0,0004 kr." in out
    assert "Udeladt, fordi: Den lyver." in out


def test_no_findings_are_told_as_such(capsys):
    show_findings([], TITLES)
    assert capsys.readouterr().out == f"{texts.NO_HITS}\n"


def test_a_finding_of_several_lines_is_indented(capsys):
    show_findings([Finding("a", "notat", (), "Mod", "en\n  to", 0, 1, 0.5)], TITLES)
    assert capsys.readouterr().out == "1. Mod (0,50)\n   en\n   to\n"


def test_numbers_have_a_decimal_comma():
    assert with_comma(1234.567, 1) == "1234,6"
