import pytest

from corpus.document import Metadata
from corpus.loading import load_documents
from corpus.parsing import parse_document
from evals.gold.place import Directory, PlaceUnknownError

HANDBOOK = """# Håndbog

Velkommen til alle.

## 1. Løn og ferie

Ferien ønskes hos lederen.

- Sommerferie holdes i juli.
- Vinterferie holdes i februar.

### 1.1 Særlige fridage

- Grundlovsdag er en fridag.
- Juleaftensdag er en fridag.

## 2. Værdi: Mod

Mod er at sige fra.

## 3. Kapitler uden tekst

## C. Åben kantine

Kantinen åbner klokken elleve.
"""
HOLIDAYS = ["Grundlovsdag er en fridag.", "Juleaftensdag er en fridag."]


def parse(name, text):
    return parse_document(name, text, Metadata(title=name))


@pytest.fixture(scope="module")
def handbook():
    return Directory([parse("haandbog", HANDBOOK)])


@pytest.fixture(scope="module")
def bundled(leadership):
    return Directory([leadership])


@pytest.fixture(scope="module")
def statutes(test_documents):
    return Directory(load_documents(test_documents / "vedtaegt"))


def texts(passages):
    return [passage.text for passage in passages]


def misunderstood(directory, named):
    with pytest.raises(PlaceUnknownError) as caught:
        directory.find(named)
    return caught.value.code, caught.value.detail


@pytest.mark.parametrize(
    "named",
    [
        "C. Åben kantine",
        "c. AABEN KANTINE",
        "Åben kantine",
        "aaben kantine",
        "»Åben kantine«",
        "C) Åben kantine",
        "C",
    ],
)
def test_a_section_is_found_with_its_numbering_and_without(handbook, named):
    assert texts(handbook.find(named)) == ["Kantinen åbner klokken elleve."]


@pytest.mark.parametrize("named", ["Værdi: Mod", "Mod", "mod", "vaerdi mod", "2. Værdi Mod", "2."])
def test_a_section_is_found_by_what_follows_its_colon(handbook, named):
    assert texts(handbook.find(named)) == ["Mod er at sige fra."]


def test_another_number_is_another_section(handbook):
    assert misunderstood(handbook, "3. Mod")[0] == "section_unknown"
    assert misunderstood(handbook, "1.2 Særlige fridage")[0] == "section_unknown"
    assert texts(handbook.find("§ 1.1 Særlige fridage")) == HOLIDAYS


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ("Professionel kapital", "Strategi C"),
        ("Mod", "Ledelsesværdi: Mod"),
        ("ledelsesværdi mod", "Ledelsesværdi: Mod"),
        ("Fælles kurs", "Strategi B › Fælles kurs"),
    ],
)
def test_short_names_of_the_bundled_document(bundled, named, label):
    assert bundled.find(named) == bundled.find(label)
    assert {passage.label.split(",")[0] for passage in bundled.find(named)} == {label}


@pytest.mark.parametrize("named", ["Formål", "§ 2", "2. Formål", "§ 2 formaal"])
def test_short_names_of_a_document_of_paragraphs(statutes, named):
    assert statutes.find(named) == statutes.find("§ 2. Formål")


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ("Løn og ferie, punkt 2", ["Vinterferie holdes i februar."]),
        ("løn og ferie punkt 2", ["Vinterferie holdes i februar."]),
        ("Særlige fridage, punkt 2", HOLIDAYS[1:]),
    ],
)
def test_a_point_is_found_under_a_short_name(handbook, named, label):
    assert texts(handbook.find(named)) == label


def test_a_point_of_a_point_is_found_under_a_short_name(statutes):
    (found,) = statutes.find("Formål, stk. 2, litra a")
    assert found.label == "§ 2, stk. 2, litra a"
    (found,) = statutes.find("Generalforsamling, stk. 3, punkt 7")
    assert found.label == "§ 8, stk. 3, punkt 7"


def test_a_point_that_is_not_there_is_told_the_last_one(handbook, bundled, statutes):
    last = ("point_unknown", "1. Løn og ferie, punkt 2")
    assert misunderstood(handbook, "Løn og ferie, punkt 3") == last
    assert misunderstood(bundled, "Mod, punkt 10") == (
        "point_unknown",
        "Ledelsesværdi: Mod, punkt 9",
    )
    assert misunderstood(statutes, "§ 8, stk. 3, punkt 8") == (
        "point_unknown",
        "§ 8, stk. 3, punkt 7",
    )


def test_a_section_without_points_has_none_of_those_below_it(handbook, bundled):
    assert misunderstood(handbook, "Mod, punkt 1") == ("points_none", "2. Værdi: Mod")
    strategies = "Tre grundlæggende strategier"
    assert misunderstood(bundled, f"{strategies}, punkt 1") == ("points_none", strategies)


def test_a_short_name_of_several_sections_names_them_all():
    text = (
        "# A\n\n## 1. Formål\n\nAt hvile.\n\n## 2. Mål\n\nAt gå.\n\n## Værdi: Formål\n\nAt leve.\n"
    )
    directory = Directory([parse("a", text), parse("b", "# B\n\n## 7. Formål\n\nAt bestå.\n")])
    expected = ("section_ambiguous", "»1. Formål«, »Værdi: Formål« eller »7. Formål«")
    assert misunderstood(directory, "formål") == expected
    assert misunderstood(directory, "formål, punkt 1") == expected
    assert texts(directory.find("7. Formål")) == ["At bestå."]


def test_a_label_goes_before_a_heading_and_a_shared_heading_means_every_place():
    text = "# A\n\n## Ferie\n\n### Formål\n\nAt hvile.\n\n## Løn\n\n### Formål\n\nAt leve.\n\n"
    document = parse("a", f"{text}## Mål\n\nAt bestå.\n")
    assert "Ferie › Formål" in [section.label for section in document.sections]
    directory = Directory([document])
    assert texts(directory.find("Formål")) == ["At hvile.", "At leve."]
    assert texts(directory.find("Løn › formål")) == ["At leve."]


def test_a_section_that_shares_its_label_with_the_one_around_it_is_no_two(leadership, bundled):
    labels = [section.label for section in leadership.sections]
    assert labels.count("Fundamentet") == 2
    found = bundled.find("Fundamentet")
    assert len(found) == len(set(found)) > 1


def test_a_section_of_any_document_is_found(handbook):
    other = parse("andet", "# Vedtægt\n\n## Formål\n\nTekst.\n")
    directory = Directory([*handbook.documents, other])
    assert texts(directory.find("Formål")) == ["Tekst."]
    assert texts(directory.find("Åben kantine")) == ["Kantinen åbner klokken elleve."]


@pytest.mark.parametrize("named", ["Lon og ferie", "Løn og ferier", "ferie og løn"])
def test_an_unknown_section_is_answered_with_the_nearest(handbook, named):
    code, nearest = misunderstood(handbook, named)
    assert code == "section_unknown"
    assert nearest.startswith("»1. Løn og ferie«, ")


@pytest.mark.parametrize(
    ("named", "first"),
    [("kapital", "»C. Professionel kapital«"), ("Krav", "»Krav og forventning«")],
)
def test_a_name_that_holds_the_words_comes_before_one_that_is_only_similar(bundled, named, first):
    assert misunderstood(bundled, named)[1].startswith(f"{first}, ")


def test_whole_words_come_before_beginnings(bundled):
    nearest = misunderstood(bundled, "Ledelsesværdi")[1].split(", ")
    assert sorted(nearest) == [
        "»Ledelsesværdi: Fællesskabsledelse«",
        "»Ledelsesværdi: Mod«",
        "»Ledelsesværdi: Tillid og respekt«",
    ]


def test_a_heading_with_nothing_under_it_is_not_suggested(handbook):
    assert "3. Kapitler uden tekst" not in handbook.names
    code, nearest = misunderstood(handbook, "Kapitler uden tekst")
    assert code == "section_unknown"
    assert "Kapitler" not in nearest


def test_a_document_without_headings_has_passages_to_name(test_documents):
    directory = Directory(load_documents(test_documents / "uden-overskrifter"))
    assert len(directory.find("punkt 2")) == 1
    assert misunderstood(directory, "punkt 9")[1].startswith("»punkt ")
    assert "punkt 2" in directory.names
