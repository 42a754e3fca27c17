import pytest

from assistant.meta import answer_meta


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Hej!", "Hej!"),
        ("godmorgen", None),
        ("God morgen :)", "Hej!"),
        ("hello", "Hej!"),
        ("Tak!", "Selv tak."),
        ("mange tak for hjælpen", "Selv tak."),
        ("thank you", "Selv tak."),
        ("Hvad kan du?", "Jeg svarer på spørgsmål om ledelsesgrundlaget"),
        ("Hvad kan jeg spørge dig om?", "Jeg svarer på spørgsmål"),
        ("hjælp", "Jeg svarer på spørgsmål"),
    ],
)
def test_greetings_thanks_and_help_are_answered_as_such(library, text, start):
    rendered = answer_meta(text, library)
    assert (rendered is None) == (start is None)
    if rendered is not None:
        assert rendered.text.startswith(start)
        assert rendered.citations == ()


@pytest.mark.parametrize(
    "text", ["Hvilke afsnit er der?", "Hvad handler ledelsesgrundlaget om?", "indholdsfortegnelse"]
)
def test_the_contents_name_every_section_that_says_something(library, leadership, text):
    rendered = answer_meta(text, library)
    assert rendered is not None
    for section in leadership.sections:
        if leadership.under(section.path):
            assert f"- {section.title}" in rendered.text


def test_the_contents_name_each_section_once(library):
    rendered = answer_meta("Hvilke afsnit er der?", library)
    assert rendered is not None
    lines = rendered.text.splitlines()
    bullets = [line for line in lines if line.startswith("- ")]
    assert len(bullets) == len(set(bullets))


@pytest.mark.parametrize(
    "text",
    [
        "Hej, hvad er mod?",
        "Hvad kan du forvente af din leder?",
        "Tak for tillid",
        "Hvad handler mod om?",
        "Hvem er du leder for?",
    ],
)
def test_a_question_to_the_document_is_not_meta(library, text):
    assert answer_meta(text, library) is None
