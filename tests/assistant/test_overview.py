import pytest

from assistant import texts
from assistant.answer import Status
from assistant.overview import show_section
from assistant.verification import find_flaws


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Vis afsnittet om mod", "Ledelsesværdi: Mod"),
        ("vis mig hele afsnittet om tillid", "Ledelsesværdier: Tillid og respekt"),
        ("Kan du vise afsnit B?", "B. Fælles Kurs, Koordinering og Commitment"),
        ("Læs afsnittet Vilkåret op", "VILKÅRET"),
        ("Vis mig krav og forventning", "KRAV OG FORVENTNING"),
    ],
)
def test_a_section_is_shown_whole(library, leadership, text, heading):
    shown = show_section(text, library)
    assert shown is not None
    assert shown.is_found
    first, *rest = shown.rendered.citations
    section = next(s for s in leadership.sections if s.path[-1] == heading)
    assert first.passage_id == section.heading
    cited = {citation.passage_id for citation in rest}
    assert {passage.id for passage in leadership.under(section.path)} <= cited
    assert find_flaws(shown.rendered, [leadership]) == []


@pytest.mark.parametrize(
    ("folder", "text", "heading"),
    [
        ("vedtaegt", "vis § 8", "§ 8. Generalforsamling"),
        ("vedtaegt", "Vis paragraf 6", "§ 6. Fremleje og husdyr"),
        ("personalepolitik", "vis afsnit 3.2", "3.2 Hjemmearbejde"),
        ("personalepolitik", "Vis afsnittet om gaver", "5.3 Gaver"),
        ("ledelse-sygehus", "vis afsnittet om funktionslederen", "Funktionslederen"),
    ],
)
def test_a_section_of_any_document_is_shown(elsewhere, folder, text, heading):
    answer = elsewhere(folder).assistant.answer(text)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote == heading


def test_a_section_that_is_not_there_is_said_with_those_that_are(library):
    shown = show_section("vis afsnittet om ferie", library)
    assert shown is not None
    assert not shown.is_found
    assert shown.rendered.text.startswith(texts.NO_SECTION)
    assert "- Vilkåret" in shown.rendered.text
    assert shown.rendered.citations == ()


def test_a_document_without_headings_has_no_section_to_show(elsewhere):
    answer = elsewhere("uden-overskrifter").assistant.answer("vis afsnittet om vind")
    assert answer.status is Status.META
    assert answer.text.endswith("er ikke delt op i afsnit med overskrifter.")


@pytest.mark.parametrize(
    "text",
    [
        "Vis mig de fire krav",
        "Hvad står der i afsnittet om mod?",
        "Hvordan viser jeg mod?",
        "Giv mig tre punkter om tillid",
        "Find noget om ressourcer",
        "Vis respekt",
    ],
)
def test_other_requests_are_questions_to_the_document(library, text):
    assert show_section(text, library) is None
