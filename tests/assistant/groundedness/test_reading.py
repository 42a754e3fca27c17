import pytest

from assistant.groundedness.reading import read_evidence
from assistant.groundedness.verdict import Evidence

MARKDOWN = """# Stalden

## Pligter

Kusken skal

- fodre hestene
- passe vognen
  - smøre hjulene
  - pudse lygterne

Alle **hviler** om [søndagen](http://eksempel.dk). Ingen arbejder.
"""


def test_headings_are_no_units(read):
    reading = read(MARKDOWN)
    assert reading.headings == ("Stalden", "Pligter")
    assert not {"Stalden", "Pligter"} & {unit.text for unit in reading.units}


def test_sentences_and_items_are_units_without_markup(read):
    texts = [unit.text for unit in read(MARKDOWN).units]
    assert texts[-2:] == ["Alle hviler om søndagen.", "Ingen arbejder."]
    assert "fodre hestene" in texts


def test_an_item_has_its_lead_in_and_headings_above(read):
    item = next(unit for unit in read(MARKDOWN).units if unit.text == "fodre hestene")
    assert item.lead_in == "Kusken skal"
    assert {"stald", "pligt", "kusk"} <= set(item.above_lemmas)
    assert "skal" in item.folded


def test_an_item_of_a_nested_list_has_every_lead_in_above(read):
    item = next(unit for unit in read(MARKDOWN).units if unit.text == "smøre hjulene")
    assert item.lead_in == "Kusken skal passe vognen"


def test_the_items_of_each_list_are_counted(read):
    assert sorted(read(MARKDOWN).bullets) == [2, 2]


def test_a_named_section_is_a_heading(lexicon):
    reading = read_evidence([Evidence("Hestene sover.", "Natten")], lexicon)
    assert reading.headings == ("Natten",)
    assert "nat" in reading.units[0].above_lemmas


def test_a_table_is_read_row_by_row(read):
    reading = read("| Opgave | Hvem |\n|---|---|\n| Foder | Kusken |\n| Brød | Bageren |")
    assert [unit.words[-1].text for unit in reading.units] == ["Hvem", "Kusken", "Bageren"]


def test_clauses_break_at_marks_and_conjunctions(unit):
    clauses = unit("Kusken ler, fordi hesten danser og bageren synger").clauses
    assert [" ".join(word.text for word in clause.words) for clause in clauses] == [
        "Kusken ler",
        "fordi hesten danser",
        "og bageren synger",
    ]


@pytest.mark.parametrize("text", ["#", "---", "<!-- intet -->", "\n\n"])
def test_what_says_nothing_has_no_units(read, text):
    assert read(text).units == ()


def test_pieces_keep_apart(read):
    reading = read("Kusken ler.", "Hesten danser.")
    assert reading.sources == ("Kusken ler.", "Hesten danser.")
    assert reading.text == "Kusken ler.\nHesten danser."
