import json

import pytest

from corpus.document import Metadata
from corpus.parsing import parse_document
from evals.gold.case import CasesInvalidError, read_cases
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
        return read_cases(path, documents).questions

    return _read


@pytest.fixture
def faults(read):
    """Gives the errors of a file's lines: code, line and field of each."""

    def _faults(content, name="cases.csv"):
        with pytest.raises(CasesInvalidError) as caught:
            read(content, name)
        return [(error.code, error.line, error.field) for error in caught.value.errors]

    return _faults


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
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


@pytest.mark.parametrize("content", ["Hvem vandt?;", "Hvem vandt?;  "])
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


def test_a_table_may_be_called_anything_but_json_lines(read):
    assert read(PLAIN.replace(";", "\t"), "unicode.txt", "utf-16") == read(PLAIN)
    assert read(PLAIN, "cases") == read(PLAIN)


def test_a_row_may_have_an_id_of_its_own(read):
    content = "id;spørgsmål;afsnit\nF1;Hvornår er der ferie?;Løn og ferie\n;Hvem?;\n"
    assert [case.id for case in read(content)] == ["F1", "linje 3"]


def test_columns_that_mean_nothing_are_named_as_written(tmp_path, documents):
    path = tmp_path / "cases.csv"
    path.write_text("Note;afsnit;spørgsmål;Svar;\n1;Løn og ferie;Hvad?;2;\n", encoding="utf-8")
    assert read_cases(path, documents).ignored == ("Note", "Svar")
    path = tmp_path / "cases.jsonl"
    path.write_text('{"question": "Hvad?", "id": "a", "afsnitt": "Mod"}\n', encoding="utf-8")
    assert read_cases(path, documents).ignored == ("afsnitt",)
    path.write_text('{"question": "Hvad?", "rolle": "hr"}\n', encoding="utf-8")
    assert read_cases(path, documents).ignored == ()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("afsnit\nMod\n", "c.csv", ("column_missing", 1, "spørgsmål")),
        ("spørgsmål\nHvad?\n", "c.csv", ("column_missing", 1, "afsnit")),
        ("", "c.csv", ("empty", 0, "")),
        ("\n;;\n", "c.csv", ("empty", 0, "")),
        ("spørgsmål;afsnit\n", "c.csv", ("questions_none", 0, "")),
        ("spørgsmål;afsnit\n;\n", "c.csv", ("questions_none", 0, "")),
        ("\n", "c.jsonl", ("questions_none", 0, "")),
        ('"spørgsmål;afsnit\n', "c.csv", ("not_csv", 1, "")),
        (b"PK\x03\x04\x00\x00", "c.xlsx", ("not_text", 0, "")),
        (b"\xff\xfe\x00", "c.jsonl", ("unreadable", 0, "")),
    ],
)
def test_a_file_that_is_none_of_cases_is_named(read, tmp_path, content, name, expected):
    with pytest.raises(GoldInvalidError) as caught:
        read(content, name)
    error = caught.value
    assert error.path == tmp_path / name
    assert (error.code, error.line, error.field) == expected


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("spørgsmål;afsnit\n;Løn og ferie\n", "c.csv", ("question_empty", 2, "")),
        ("spørgsmål;afsnit\nHvad?\n", "c.csv", ("cells_missing", 2, "")),
        ("rolle;spørgsmål;afsnit\nhr;Hvad?\n", "c.csv", ("cells_missing", 2, "")),
        ("spørgsmål,afsnit\nHvad, og hvem?,Mod\n", "c.csv", ("cells_extra", 2, "")),
        ('spørgsmål;afsnit\n"Hvad?;Mod\nOg?;Mod\n', "c.csv", ("not_csv", 2, "")),
        ("id;spørgsmål;afsnit\na;Hvad?;\na;Og?;\n", "c.csv", ("id_twice", 3, "a")),
        ("[" * 100_000, "c.jsonl", ("not_json", 1, "")),
        ("[]", "c.jsonl", ("not_object", 1, "")),
        (PLAIN.replace("leder", "chef"), "c.csv", ("value_unknown", 2, "chef")),
        (PLAIN.replace("Løn og ferie", "Pension"), "c.csv", ("section_unknown", 2, "Pension")),
        (f"{PLAIN}Hvad?;Løn, punkt 9;\n", "c.csv", ("section_unknown", 3, "Løn, punkt 9")),
        ('{"question": 5}', "c.jsonl", ("text_missing", 1, "question")),
        ('{"question": "  "}', "c.jsonl", ("question_empty", 1, "")),
        ('{"afsnit": "Løn og ferie"}', "c.jsonl", ("text_missing", 1, "spørgsmål")),
        ('{"question": "Hvad?", "afsnit": 5}', "c.jsonl", ("text_missing", 1, "section")),
        ('{"question": "Hvad?", "afsnit": "Nej"}', "c.jsonl", ("section_unknown", 1, "Nej")),
        ("spørgsmål;afsnit", "c.jsonl", ("not_json", 1, "")),
    ],
)
def test_a_broken_case_is_named_by_its_line(faults, content, name, expected):
    assert faults(content, name) == [expected]


def test_empty_cells_beyond_the_columns_are_let_be(read):
    assert read("spørgsmål;afsnit\nHvad?;;;\n")[0].question == "Hvad?"


def test_every_broken_case_is_named_at_once(faults):
    content = (
        "spørgsmål;afsnit;rolle\n"
        "Hvad?;Pension;chef\n"
        "Hvornår er der ferie?;Løn og ferie;leder\n"
        "Hvem?\n"
        ";Løn og ferie;\n"
        '"Hvor?;Pension\n'
    )
    assert faults(content) == [
        ("value_unknown", 2, "chef"),
        ("section_unknown", 2, "Pension"),
        ("cells_missing", 4, ""),
        ("question_empty", 5, ""),
        ("not_csv", 6, ""),
    ]
    lines = ['{"question": 5}', "nej", '{"question": "Hvad?", "afsnit": "Pension"}']
    assert [line for _, line, _ in faults("\n".join(lines), "c.jsonl")] == [1, 2, 3]


def test_broken_cases_tell_what_the_sections_are_called(read):
    with pytest.raises(CasesInvalidError) as caught:
        read(PLAIN.replace("Løn og ferie", "Pension"))
    assert caught.value.names == (
        "Håndbog",
        "Løn og ferie",
        "Løn og ferie › Særlige fridage",
        "Åben kantine",
    )


def test_a_missing_file_is_named(tmp_path, documents):
    with pytest.raises(GoldInvalidError) as caught:
        read_cases(tmp_path / "findes-ikke.csv", documents)
    assert (caught.value.code, caught.value.line) == ("unreadable", 0)
