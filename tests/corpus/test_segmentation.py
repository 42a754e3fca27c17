from corpus.document import PassageKind
from corpus.markdown import parse_blocks
from corpus.segmentation import LONG_PARAGRAPH, segment_blocks


def segments(text: str, notices: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = segment_blocks(parse_blocks(text), text, notices)
    return [(segment.kind.value, text[segment.start : segment.end]) for segment in found]


def kinds(text: str, notices: tuple[str, ...] = ()) -> list[str]:
    return [kind for kind, _ in segments(text, notices)]


LONG = "Ledelsen i kommunen handler om at lytte til hinanden og om at handle i tide."


def test_a_short_paragraph_is_one_passage():
    assert segments("Vi lytter. Vi handler.\n") == [("paragraph", "Vi lytter. Vi handler.")]


def test_a_long_paragraph_is_cut_by_sentence():
    sentences = [f"{LONG[:-1]} {number}." for number in ("et", "to", "tre", "fire")]
    text = " ".join(sentences)
    assert len(text) > LONG_PARAGRAPH
    assert segments(text + "\n") == [("sentence", sentence) for sentence in sentences]


def test_one_long_sentence_stays_whole():
    assert kinds((LONG[:-1] + ", " + LONG[:-1] + ", ") * 3 + "slut.\n") == ["paragraph"]


def test_the_last_sentence_before_a_list_is_its_lead_in():
    assert segments("Vi er mange. Vi vil:\n\n- lytte\n- handle\n") == [
        ("paragraph", "Vi er mange."),
        ("lead_in", "Vi vil:"),
        ("item", "lytte"),
        ("item", "handle"),
    ]


def test_a_lead_in_needs_no_colon():
    assert kinds("Ejendomslederen skal\n\n- lede\n- fordele\n")[0] == "lead_in"
    assert kinds("# H\n\nEjendomslederen skal\n\n- lede\n- fordele\n")[1] == "lead_in"
    assert kinds("Alle holder øje med tre tegn.\n\n- et\n- to\n")[0] == "lead_in"


def test_a_paragraph_that_ends_otherwise_introduces_nothing():
    assert kinds("Vi er mange. Vi lytter.\n\n- punkt\n")[0] == "paragraph"


def test_a_paragraph_before_a_table_introduces_it():
    assert kinds("Samtaler:\n\n| a | b |\n|---|---|\n| c | d |\n") == [
        "lead_in",
        "table_header",
        "row",
    ]


def test_a_short_line_under_a_heading_is_a_subtitle():
    text = "# KRAV\n\nAt committe sig som leder\n\nMan skal kunne lede.\n"
    assert kinds(text) == ["heading", "subtitle", "paragraph"]


def test_a_sentence_under_a_heading_is_no_subtitle():
    text = "# KRAV\n\nMan skal kunne lede.\n\nMan skal kunne følge.\n"
    assert kinds(text) == ["heading", "paragraph", "paragraph"]


def test_a_line_that_is_all_a_section_says_is_no_subtitle():
    text = "# A\n\nTekst her.\n\n# Kontakt\n\nHR i Sorø Kommune\n\n# C\n\nTekst her.\n"
    assert segments(text)[3] == ("paragraph", "HR i Sorø Kommune")


def test_credits_are_notices():
    for credit in ("Copyright: Illustrationer: M. Eriksen", "Foto: A. Hansen", "© Sorø 2016"):
        assert kinds(f"Tekst her.\n\n{credit}\n")[1] == "notice"


def test_the_sidecar_names_further_notices():
    assert kinds("Sidst rettet i maj.\n", ("Sidst rettet",)) == ["notice"]
    assert kinds("Sidst rettet i maj.\n") == ["paragraph"]


def test_a_paragraph_about_photographs_is_no_notice():
    assert kinds("Fotografering kræver samtykke fra alle på billedet.\n") == ["paragraph"]
    assert kinds("Billedet af os selv som ledere er vigtigt.\n") == ["paragraph"]


def test_subtitles_and_the_picture_credit_of_the_bundled_document_are_no_answers(leadership):
    outside = {
        passage.plain
        for passage in leadership.passages
        if passage.kind in {PassageKind.SUBTITLE, PassageKind.NOTICE}
    }
    assert outside == {
        "Sorø Kommune 2016",
        "At håndtere velfærdsudfordringernes kompleksitet",
        "At committe sig som leder",
        "Copyright: Illustrationer: Michael Eriksen, Visuel Retning",
    }
    assert not outside & {passage.plain for passage in leadership.answers}


def test_a_segment_stands_under_its_headings():
    text = "# A\n\n## B\n\nTekst.\n\n# C\n\nMere.\n"
    found = segment_blocks(parse_blocks(text), text, ())
    assert [segment.section for segment in found] == [
        ("A",), ("A", "B"), ("A", "B"), ("C",), ("C",),
    ]  # fmt: skip
