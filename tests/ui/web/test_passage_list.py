import re
from html import unescape

import pytest

from assistant.opening import Workplace
from assistant.question import Role
from assistant.settings import Settings
from ui.web.passage_list import MOST_OPEN, render_highlights, render_search
from ui.web.service import Service


@pytest.fixture(scope="module")
def service(workplace):
    return Service(workplace)


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    """Two documents, of which one is hostile."""
    folder = tmp_path_factory.mktemp("flere")
    hostile = "# Løn $x$ <b>\n\nVi taler om lønnen <script>alert(1)</script> & $x^2$ `<i>`.\n"
    (folder / "a.md").write_text(hostile, encoding="utf-8")
    (folder / "b.md").write_text("# Ferie\n\nHer står ikke noget om løn.\n", encoding="utf-8")
    index_dir = tmp_path_factory.mktemp("flere-indeks")
    return Service(Workplace(Settings(documents=folder, index_dir=index_dir)))


def links(html):
    return re.findall(r'href="#passage-([^"]+)"', html)


def headings(html):
    return re.findall(r"<h2>(.*?)</h2>", html)


def test_places_where_the_word_stands_come_before_related_ones(service):
    html = render_search(service, "mod")
    assert headings(html) == ["Her står »mod«", "Handler om noget, der ligner"]
    first = service.library.passage(links(html)[0])
    assert first.plain == "Ledelsesværdi: Mod"
    assert '<mark class="fundet-ord">Mod</mark> handler dels om' in html
    assert "3 steder" in html


def test_every_link_leads_to_a_passage_and_none_twice(service):
    found = links(render_search(service, "ledelse"))
    assert len(set(found)) == len(found)
    for passage in found:
        assert service.library.passage(passage).id == passage


def test_many_places_are_folded_away(service):
    html = render_search(service, "medarbejder")
    assert re.search(r"<details><summary>Vis \d+ steder? mere</summary>", html)
    assert len(links(html[: html.index("<details>")])) == MOST_OPEN


def test_a_word_that_stands_nowhere_is_told_of(service):
    html = render_search(service, "xyzzy")
    assert "Ordet »xyzzy« står ikke i ledelsesgrundlaget. Prøv et andet ord" in html
    assert not links(html)
    near = render_search(service, "robusthed")
    assert "Ordet »robusthed« står ikke i ledelsesgrundlaget." in near
    assert "Prøv" not in near
    assert links(near)


def test_several_words_are_named_together(service):
    assert headings(render_search(service, "tillid og respekt"))[0].startswith(
        "Her står både »tillid« og »respekt«"
    )
    assert "Ordene »tillid« og »xyzzy« står ikke samlet" in render_search(service, "tillid xyzzy")


@pytest.mark.parametrize("query", ["", "   ", "?!"])
def test_a_search_without_words_asks_for_one(query, service):
    assert "Skriv mindst ét ord" in render_search(service, query)


def test_a_search_that_is_too_long_is_one_danish_sentence(service):
    html = render_search(service, "x" * 20_001)
    assert "Spørgsmålet er for langt. Skriv højst 20.000 tegn." in unescape(html)


def test_a_search_leads_on_to_a_question(service):
    assert "?spoergsmaal=Hvad%20st%C3%A5r%20der%20om%20mod%3F" in render_search(service, "mod")


def test_whatever_is_written_or_read_is_text(several):
    written = render_search(several, '<img src=x onerror="alert(1)"> "><script>')
    read = render_search(several, "løn")
    for html in (written, read):
        assert "<img" not in html
        assert "<script" not in html
        assert "<i>" not in html
        assert "\n" not in html
    assert "&lt;i&gt;" in read


def test_with_several_documents_each_place_names_its_own(several):
    assert "– Ferie</a>" in render_search(several, "løn")


def test_what_concerns_a_role_is_listed_by_section_in_order(service):
    answers = service.workplace.documents[0].answers
    chosen = {answers[at].id for at in (20, 2, 3)}
    html = render_highlights(service, Role.LEADER, chosen | {"findes-ikke"})
    assert html.startswith('<div class="fundne fremhaevede">')
    assert headings(html) == ["Det gælder især dig, der er leder"]
    assert links(html) == [answers[at].id for at in (2, 3, 20)]
    assert "3 steder" in html
    assert html.count("<details open>") == 2


def test_of_many_places_the_sections_alone_are_shown_first(service):
    answers = service.workplace.documents[0].answers
    html = render_highlights(service, Role.EMPLOYEE, {passage.id for passage in answers})
    assert "<details open>" not in html
    assert "<summary>Krav og forventning (5)</summary>" in html


@pytest.mark.parametrize("role", list(Role))
def test_a_role_that_nothing_concerns_is_told_so(role, service):
    html = render_highlights(service, role, frozenset())
    assert "Ledelsesgrundlaget har ingen steder" in html
    assert not links(html)
