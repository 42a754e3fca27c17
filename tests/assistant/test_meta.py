import pytest

from assistant import texts
from assistant.answer import Status
from assistant.meta import answer_meta
from assistant.verification import find_flaws

FOLDERS = ["personalepolitik", "vedtaegt", "ledelse-sygehus", "uden-overskrifter"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Hej!", "Hej!"),
        ("godmorgen", "Hej!"),
        ("God morgen :)", "Hej!"),
        ("hello", "Hej!"),
        ("Hej, hvordan går det?", "Hej!"),
        ("Tak!", "Selv tak."),
        ("mange tak for hjælpen", "Selv tak."),
        ("thank you", "Selv tak."),
        ("Farvel", "Farvel"),
        ("Hvad kan du?", "Jeg svarer på spørgsmål om ledelsesgrundlaget"),
        ("Hej! Hvad kan du?", "Jeg svarer på spørgsmål om ledelsesgrundlaget"),
        ("Hvad kan jeg spørge dig om?", "Jeg svarer på spørgsmål"),
        ("hjælp", "Jeg svarer på spørgsmål"),
        ("hvem er du?", "Jeg er et program"),
        ("Er du en robot?", "Jeg er et program"),
        ("er du ChatGPT", "Jeg er et program"),
        ("Gemmer du det, jeg skriver?", "Jeg husker kun"),
        ("Kan min leder se, hvad jeg skriver?", "Jeg husker kun"),
        ("kan i se hvad jeg skriver?", "Jeg husker kun"),
        ("hvem kan se mine spørgsmål", "Jeg husker kun"),
        ("hvem læser det jeg skriver", "Jeg husker kun"),
        ("bliver det gemt hvad jeg skriver", "Jeg husker kun"),
        ("bliver hvad jeg skriver gemt?", "Jeg husker kun"),
        ("er det anonymt", "Jeg husker kun"),
        ("Kan kommunen se, hvad jeg skriver?", "Jeg husker kun"),
        ("Can my boss see what I write?", "Jeg husker kun"),
        ("hvad kan i hjælpe med", "Jeg svarer på spørgsmål"),
        ("Hvad kan du hjælpe mig med?", "Jeg svarer på spørgsmål"),
        ("hvad kan jeg spørge om", "Jeg svarer på spørgsmål"),
        ("hvad kan man spørge jer om", "Jeg svarer på spørgsmål"),
    ],
)
def test_small_talk_and_questions_of_the_assistant_are_answered_as_such(library, text, start):
    rendered = answer_meta(text, library)
    assert rendered is not None
    assert rendered.text.startswith(start)
    assert rendered.citations == ()


@pytest.mark.parametrize(
    "text",
    [
        "Skriv en tale til min medarbejder",
        "skriv en tale",
        "Kan du lave et skema over kravene?",
        "Oversæt dokumentet til engelsk",
        "Hjælp mig med at skrive en mail til HR",
        "Kan du vise et billede af stamtræet?",
    ],
)
def test_work_that_it_does_not_do_is_declined_with_what_it_does(library, text):
    rendered = answer_meta(text, library)
    assert rendered is not None
    assert rendered.text == texts.NO_WORK.format(document="ledelsesgrundlaget")


@pytest.mark.parametrize("text", ["Opsummer hele dokumentet", "Kan du sammenfatte det hele?"])
def test_it_does_not_summarise(library, text):
    rendered = answer_meta(text, library)
    assert rendered is not None
    assert rendered.text == texts.NO_SUMMARY.format(document="ledelsesgrundlaget")


@pytest.mark.parametrize("text", ["Du er ubrugelig", "din idiot", "Hold kæft"])
def test_an_insult_gets_a_calm_sentence(library, text):
    rendered = answer_meta(text, library)
    assert rendered is not None
    assert rendered.text == texts.HOSTILE.format(document="ledelsesgrundlaget")


@pytest.mark.parametrize(
    "text", ["Hvilke afsnit er der?", "indholdsfortegnelse", "Vis mig indholdet"]
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
    "text", ["Hvad handler ledelsesgrundlaget om?", "Hvad går det hele ud på?"]
)
def test_what_the_document_is_about_is_how_it_begins(library, leadership, text):
    rendered = answer_meta(text, library)
    assert rendered is not None
    assert rendered.citations[0].quote.startswith("Ledelsesgrundlaget beskriver, hvordan ledelse")
    assert find_flaws(rendered, [leadership]) == []
    assert "- Vilkåret" in rendered.text


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_document_says_how_it_begins_and_what_it_consists_of(elsewhere, folder):
    workplace = elsewhere(folder)
    answer = workplace.assistant.answer("Hvad handler dokumentet om?")
    (document,) = workplace.documents
    assert answer.status is Status.META
    assert answer.citations[0].passage_id == document.answers[0].id
    if not document.sections:
        assert answer.text.endswith("er ikke delt op i afsnit med overskrifter.")


@pytest.mark.parametrize(
    "text",
    [
        "Hej, hvad er mod?",
        "Hvad kan du forvente af din leder?",
        "Tak for tillid",
        "Hvad handler mod om?",
        "Hvem er du leder for?",
        "Er min leder en robot?",
        "Hvordan går det med tillid?",
        "Skriv de fire krav op",
        "Hvad skal man skrive under på?",
        "Hvad sender lederen videre?",
        "Lav en liste over punkterne under mod",
        "Opsummer afsnittet om mod",
        "Hvem gemmer det?",
        "Kan I se, hvad der sker, når ledere er modige?",
        "Kan lederen se det store billede?",
        "Hvem kan se, hvad en leder gør?",
        "Hvad kan I gøre for trivslen?",
        "Hvad må jeg spørge mine medarbejdere om?",
        "Er det dumt at være modig?",
        "Hvad indeholder afsnittet om mod?",
        "Hvad gør lederen, når en medarbejder er dårlig?",
    ],
)
def test_a_question_to_the_document_is_not_meta(library, text):
    assert answer_meta(text, library) is None


def test_a_very_long_text_is_not_meta(library):
    assert answer_meta("hej " * 5_000, library) is None
