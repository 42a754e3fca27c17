import json

import pytest

from corpus.document import Metadata
from corpus.parsing import parse_document
from evals.gold.case import read_cases
from evals.gold.row import GoldInvalidError

HANDBOOK = """# Håndbog

Velkommen til alle.

## Løn og ferie

Ferien ønskes hos lederen.

- Sommerferie holdes i juli.
- Vinterferie holdes i februar.

### Særlige fridage

Grundlovsdag er en fridag.

## Åben kantine

Kantinen åbner klokken elleve.
"""
PLAIN = "spørgsmål;afsnit;rolle\nHvornår er der ferie?;Løn og ferie;leder\n"


@pytest.fixture(scope="module")
def documents():
    return [parse_document("haandbog", HANDBOOK, Metadata(title="Håndbog"))]


@pytest.fixture
def read(tmp_path, documents):
    def _read(content, name="cases.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return read_cases(path, documents)

    return _read


def test_a_case_rests_on_every_passage_of_its_section_and_below(read):
    (case,) = read(PLAIN)
    assert case.question == "Hvornår er der ferie?"
    assert (case.id, case.role, case.section) == ("linje 2", "leder", "Løn og ferie")
    assert case.gold == (
        "Ferien ønskes hos lederen.",
        "Sommerferie holdes i juli.",
        "Vinterferie holdes i februar.",
        "Grundlovsdag er en fridag.",
    )
    assert (case.part, case.own) == ("own", True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_case_reads_the_same_as_every_spreadsheet_writes_it(read, encoding, delimiter, line_end):
    content = PLAIN.replace(";", delimiter).replace("\n", line_end)
    assert read(content, encoding=encoding) == read(PLAIN)


@pytest.mark.parametrize(
    "header",
    ["Spørgsmål;Forventet afsnit;Rolle", "SPOERGSMAAL ; AFSNIT ; ROLLE", "question;section;role"],
)
def test_the_columns_are_known_by_the_names_that_people_write(read, header):
    assert read(PLAIN.replace("spørgsmål;afsnit;rolle", header)) == read(PLAIN)


def test_columns_may_stand_in_any_order_and_others_are_let_be(read):
    content = "note;afsnit;spørgsmål\nhusk;Løn og ferie;Hvornår er der ferie?\n"
    (case,) = read(content)
    assert (case.question, case.role, len(case.gold)) == ("Hvornår er der ferie?", "", 4)


def test_a_quoted_question_may_hold_the_delimiter_and_a_line_break(read):
    content = 'spørgsmål;afsnit\n"Hvornår er der;\nferie?";Løn og ferie\nOg mad?;Åben kantine\n'
    first, second = read(content)
    assert first.question == "Hvornår er der;\nferie?"
    assert second.question == "Og mad?"


def test_empty_lines_are_passed_over(read):
    content = f"{PLAIN}\n;;\nOg mad?;Åben kantine;\n"
    assert [case.id for case in read(content)] == ["linje 2", "linje 5"]


@pytest.mark.parametrize("content", ["Hvem vandt?;", "Hvem vandt?", "Hvem vandt?;  "])
def test_a_case_without_a_section_is_expected_not_to_be_answered(read, content):
    (case,) = read(f"spørgsmål;afsnit\n{content}\n")
    assert (case.question, case.gold, case.section) == ("Hvem vandt?", (), "")


@pytest.mark.parametrize(
    ("named", "gold"),
    [
        ("åben kantine", ("Kantinen åbner klokken elleve.",)),
        ("AABEN KANTINE", ("Kantinen åbner klokken elleve.",)),
        ("Særlige fridage", ("Grundlovsdag er en fridag.",)),
        ("Løn og ferie, punkt 2", ("Vinterferie holdes i februar.",)),
    ],
)
def test_a_section_or_a_passage_is_found_by_what_people_call_it(read, named, gold):
    (case,) = read(f"spørgsmål\tafsnit\nHvad?\t{named}\n")
    assert case.gold == gold


def test_jsonl_reads_as_csv_does(read):
    lines = [
        {"spørgsmål": "Hvornår er der ferie?", "afsnit": "Løn og ferie", "rolle": "leder"},
        {"id": "Q7", "question": "Og mad?", "section": "Åben kantine"},
        {"question": "Hvem vandt?"},
    ]
    content = "\n".join(json.dumps(line) for line in lines)
    first, second, third = read(content, "cases.jsonl")
    assert first.gold == read(PLAIN)[0].gold
    assert (first.id, first.role) == ("linje 1", "leder")
    assert (second.id, second.gold) == ("Q7", ("Kantinen åbner klokken elleve.",))
    assert (third.id, third.gold) == ("linje 3", ())
    assert {case.part for case in (first, second, third)} == {"own"}


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("afsnit\nMod\n", "c.csv", ("column_missing", 1, "spørgsmål")),
        ("spørgsmål\nHvad?\n", "c.csv", ("column_missing", 1, "afsnit")),
        ("", "c.csv", ("column_missing", 1, "spørgsmål")),
        ("spørgsmål;afsnit\n", "c.csv", ("empty", 0, "")),
        ("spørgsmål;afsnit\n;Løn og ferie\n", "c.csv", ("text_missing", 2, "spørgsmål")),
        ('spørgsmål;afsnit\n"Hvad?;Mod\nOg?;Mod\n', "c.csv", ("not_csv", 3, "")),
        ("[" * 100_000, "c.jsonl", ("not_json", 1, "")),
        (PLAIN.replace("leder", "chef"), "c.csv", ("value_unknown", 2, "chef")),
        (PLAIN.replace("Løn og ferie", "Pension"), "c.csv", ("section_unknown", 2, "Pension")),
        ('{"question": 5}', "c.jsonl", ("text_missing", 1, "question")),
        ('{"question": "Hvad?", "afsnit": "Nej"}', "c.jsonl", ("section_unknown", 1, "Nej")),
        ("spørgsmål;afsnit", "c.jsonl", ("not_json", 1, "")),
        ("", "c.jsonl", ("empty", 0, "")),
        (b"\xff\xfe\x00", "c.jsonl", ("unreadable", 0, "")),
    ],
)
def test_a_broken_case_is_named_by_file_and_line(read, tmp_path, content, name, expected):
    with pytest.raises(GoldInvalidError) as caught:
        read(content, name)
    error = caught.value
    assert error.path == tmp_path / name
    assert (error.code, error.line, error.field) == expected


def test_a_missing_file_is_named(tmp_path, documents):
    with pytest.raises(GoldInvalidError) as caught:
        read_cases(tmp_path / "findes-ikke.csv", documents)
    assert (caught.value.code, caught.value.line) == ("unreadable", 0)


@pytest.mark.parametrize("named", ["Lon og ferie", "Løn og ferier", "ferie og løn"])
def test_an_unknown_section_is_answered_with_the_nearest(read, named):
    with pytest.raises(GoldInvalidError) as caught:
        read(PLAIN.replace("Løn og ferie", named))
    assert caught.value.detail.startswith("»Løn og ferie«, ")


def test_a_label_goes_before_a_heading_and_a_shared_heading_means_every_place(tmp_path):
    text = "# A\n\n## Ferie\n\n### Formål\n\nAt hvile.\n\n## Løn\n\n### Formål\n\nAt leve.\n\n"
    document = parse_document("a", f"{text}## Mål\n\nAt bestå.\n", Metadata(title="A"))
    assert "Ferie › Formål" in [section.label for section in document.sections]
    path = tmp_path / "cases.csv"
    path.write_text("spørgsmål;afsnit\nHvad?;Formål\nHvad?;Løn › formål\n", encoding="utf-8")
    both, one = read_cases(path, [document])
    assert both.gold == ("At hvile.", "At leve.")
    assert one.gold == ("At leve.",)


def test_a_section_that_shares_its_label_with_the_one_around_it_is_no_two(leadership, tmp_path):
    labels = [section.label for section in leadership.sections]
    assert labels.count("Fundamentet") == 2
    path = tmp_path / "cases.csv"
    path.write_text("spørgsmål;afsnit\nHvad?;Fundamentet\n", encoding="utf-8")
    (case,) = read_cases(path, [leadership])
    assert len(case.gold) == len(set(case.gold)) > 1


def test_a_heading_with_nothing_under_it_is_not_suggested(leadership, tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text("spørgsmål;afsnit\nHvad?;Ledelsesgrundlag\n", encoding="utf-8")
    with pytest.raises(GoldInvalidError) as caught:
        read_cases(path, [leadership])
    assert "»Ledelsesgrundlag«" not in caught.value.detail
    assert "»Ledelsesværdier og ledelseskompetencer i Sorø Kommune«" in caught.value.detail


def test_a_section_of_any_document_is_found(documents, tmp_path):
    other = parse_document("andet", "# Vedtægt\n\n## Formål\n\nTekst.\n", Metadata(title="V"))
    path = tmp_path / "cases.csv"
    path.write_text("spørgsmål;afsnit\nHvad?;Formål\nOg?;Åben kantine\n", encoding="utf-8")
    cases = read_cases(path, [*documents, other])
    assert [case.gold for case in cases] == [("Tekst.",), ("Kantinen åbner klokken elleve.",)]
