import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.errors import DocumentUnknownError
from assistant.opening import Workplace
from assistant.settings import Settings
from ui.web.reading import find_top, first_document, locate, render_pane, render_whole
from ui.web.service import Service

OTHERS = Path(__file__).parents[3] / "evals" / "data" / "documents"
HOSTILE = """# Fjendtlig <script>alert(1)</script>

<script>window.hacked = 1</script>

<img src=x onerror="window.hacked=1">

Med <b onclick="hacked=1">HTML</b>, ![billede](http://x.example/x.png), [link](javascript:hacked=1),
`<i>` &lt;b&gt; og {{ 7*7 }}.[^"><b>]

| <u>A</u> | "B" |
|---|---|
| <img src=x onerror=alert(1)> en | to |

## Ens "><script>alert(1)</script>

x

## Ens "><script>alert(1)</script>

[^"><b>]: Note med <script>x</script>
"""
VOID = {"input", "br", "meta", "link"}
ALLOWED = re.compile(
    "article|nav|[uo]l|li|a|form|label|input|span|button|h[1-6]|p|details|summary|section|div"
    "|strong|em|blockquote|table|caption|thead|tbody|t[rhd]"
)


class Reader(HTMLParser):
    """Gathers the elements of a page with their texts."""

    def __init__(self):
        super().__init__()
        self.open, self.elements, self.texts, self.order = [], [], {}, []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self.open.append(attributes.get("id"))
        if attributes.get("id"):
            self.texts[attributes["id"]] = ""

    def handle_endtag(self, tag):  # noqa: ARG002  the parser's signature
        self.open.pop()

    def handle_data(self, data):
        for identity in filter(None, self.open):
            self.texts[identity] += data


def parse(html):
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def serve(folder):
    return Service(Workplace(Settings(documents=folder)))


@pytest.fixture
def hostile(tmp_path):
    (tmp_path / "fjendtlig.md").write_text(HOSTILE, encoding="utf-8")
    return serve(tmp_path)


@pytest.mark.parametrize("folder", [None, *sorted(p for p in OTHERS.iterdir() if p.is_dir())])
@pytest.mark.parametrize("render", [render_pane, render_whole])
def test_every_passage_is_one_element_with_its_plain_text(folder, render):
    service = serve(folder)
    for document in service.workplace.documents:
        html = render(service, document.name)
        texts = parse(html).texts
        for passage in document.passages:
            assert html.count(f'id="passage-{passage.id}"') == 1
            assert texts[f"passage-{passage.id}"] == passage.plain


def test_every_id_is_given_once_and_every_link_leads_somewhere():
    service = serve(OTHERS / "personalepolitik")
    elements = parse(render_pane(service, "")).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    links = [attributes.get("href", "") for _, attributes in elements]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_every_heading_can_be_shared():
    service = serve(OTHERS / "vedtaegt")
    elements = parse(render_pane(service, "")).elements
    links = [a["href"] for _, a in elements if a.get("class") == "afsnit-link"]
    assert len(links) == len(service.workplace.documents[0].sections)
    assert "?dokument=vedtaegt-boligforening#afsnit-paragraf-2-formaal" in links


def test_headings_never_skip_a_level():
    for folder in OTHERS.iterdir():
        if not folder.is_dir():
            continue
        service = serve(folder)
        for render, top in ((render_pane, 2), (render_whole, 1)):
            levels = [int(level) for level in re.findall(r"<h(\d)", render(service, ""))]
            assert levels[0] == top
            assert levels.count(top) == 1
            assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_document_without_headings_is_named_by_its_title():
    html = render_whole(serve(OTHERS / "uden-overskrifter"), "notat")
    assert '<h1 class="dokument-titel">notat</h1>' in html
    assert "indhold" not in html


def test_bullets_keep_the_number_that_citations_use():
    service = serve(OTHERS / "personalepolitik")
    html = render_pane(service, "")
    (document,) = service.workplace.documents
    for label, number in (
        ("3.2 Hjemmearbejde, punkt 2", "2"),
        ("3.2 Hjemmearbejde, punkt 2.1", "2.1"),
    ):
        (passage,) = (p for p in document.passages if p.label == label)
        assert f'<li data-punkt="{number}"><span class="passage" id="passage-{passage.id}">' in html


def test_the_documents_own_numbers_are_shown():
    html = render_pane(serve(OTHERS / "vedtaegt"), "")
    assert '<span class="nummer">a)</span>' in html
    assert '<span class="nummer">7.</span>' in html


def test_tables_have_a_name_and_heads():
    html = render_pane(serve(OTHERS / "personalepolitik"), "")
    assert "Tabel: 4. Samtaler og udvikling</caption>" in html
    assert html.count('<th scope="col">') == 3


def test_notes_and_the_text_lead_to_each_other():
    service = serve(OTHERS / "personalepolitik")
    html = render_pane(service, "")
    (document,) = service.workplace.documents
    note = next(p for p in document.passages if p.label.endswith("note 1"))
    cited = next(p for p in document.passages if "[^1]" in p.text)
    assert f'href="#passage-{note.id}" aria-label="Note 1"' in html
    assert f'class="note-tilbage" href="#passage-{cited.id}"' in html


@pytest.mark.parametrize("render", [render_pane, render_whole])
def test_nothing_that_a_document_holds_becomes_markup(render, hostile):
    html = render(hostile, "fjendtlig")
    body = html[html.index("<article") : html.index("</article>") + len("</article>")]
    elements = parse(body).elements
    assert all(ALLOWED.fullmatch(tag) for tag, _ in elements)
    for _, attributes in elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert not attributes.get("href", "").lower().startswith(("javascript:", "http"))
        assert "src" not in attributes
    assert "{{ 7*7 }}" in body
    for passage in hostile.workplace.documents[0].passages:
        assert parse(body).texts[f"passage-{passage.id}"] == passage.plain


def test_a_page_of_its_own_says_what_it_is(hostile):
    html = render_whole(serve(None), "ledelsesgrundlag-2016")
    assert html.startswith('<!DOCTYPE html>\n<html lang="da">')
    assert "<title>Ledelsesgrundlag – Ledelsesassistenten</title>" in html
    assert "Sorø Kommune, 2016, godkendt 31. august 2016, tekstudgave" in html
    assert 'href="../statisk/print.css" media="print"' in html
    assert "<title>Fjendtlig" in render_whole(hostile, "fjendtlig")


def test_with_several_documents_each_leads_to_the_others(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# Titel {name}\n\nTekst.\n", encoding="utf-8")
    service = serve(tmp_path)
    assert first_document(service) == "a"
    html = render_pane(service, "b")
    assert 'href="?dokument=b" data-navn="b" aria-current="page">Titel b</a>' in html
    assert 'href="?dokument=a" data-navn="a">Titel a</a>' in html
    assert 'href="a" data-navn="a"' in render_whole(service, "b")
    assert "Titel b" not in render_pane(serve(None), "")


def test_the_home_of_an_element_is_found():
    service = serve(None)
    (document,) = service.workplace.documents
    assert locate(service, f"passage-{document.passages[0].id}") == document.name
    assert locate(service, "afsnit-krav-og-forventning") == document.name
    assert locate(service, "laeser") == ""


def test_the_top_is_where_the_first_document_begins():
    assert find_top(serve(None)) == "afsnit-ledelsesgrundlag"
    service = serve(OTHERS / "uden-overskrifter")
    assert find_top(service) == f"passage-{service.workplace.documents[0].passages[0].id}"


def test_an_unknown_document_is_an_error():
    with pytest.raises(DocumentUnknownError):
        render_pane(serve(None), "findes-ikke")
