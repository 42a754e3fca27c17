import pytest

from assistant.groundedness.quantity import find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("tolv heste", "number", 12),
        ("12 heste", "number", 12),
        ("1.250 heste", "number", 1250),
        ("2,5 ton", "number", 2.5),
        ("i 2014", "year", 2014),
        ("den 3. maj", "date", 5),
        ("klokken 7.30", "clock", 450),
        ("halv otte", "clock", 450),
        ("25 %", "share", 0.25),
        ("25 procent", "share", 0.25),
        ("halvdelen", "share", 0.5),
        ("årligt", "rate", 1),
        ("halvårligt", "rate", 2),
        ("hver uge", "rate", 52),
        ("hvert andet år", "rate", 0.5),
        ("hvert tredje år", "rate", 1 / 3),
        ("to gange om året", "rate", 2),
        ("to gange årligt", "rate", 2),
        ("én gang om måneden", "rate", 12),
    ],
)
def test_a_quantity_is_read(lexicon, text, kind, value):
    found = [each for each in find_quantities(f"Det sker {text}.", lexicon) if each.kind == kind]
    assert found
    assert all(each.value == pytest.approx(value) for each in found)


def test_a_date_has_its_day_and_year(lexicon):
    (found,) = find_quantities("Den 12. marts 2014 regnede det.", lexicon)
    assert (found.day, found.value, found.year) == (12, 3, 2014)
    assert found.text == "12. marts 2014"


def test_a_month_alone_has_neither(lexicon):
    (found,) = find_quantities("Det regner i marts.", lexicon)
    assert (found.day, found.value, found.year) == (None, 3, None)


def test_a_number_knows_what_is_counted(lexicon):
    (found,) = find_quantities("Der er 14 dage tilbage.", lexicon)
    assert found.nouns[0] == "dag"


@pytest.mark.parametrize(
    "text",
    ["En kusk og et føl.", "Hver kusk har hest.", "Kusken fodrer.", "", "...", "én, der ler"],
)
def test_an_article_is_no_quantity(lexicon, text):
    assert find_quantities(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "is_plain"), [("årligt", True), ("hvert år", True), ("hvert andet år", False)]
)
def test_a_rate_is_plain_where_it_names_only_its_period(lexicon, text, is_plain):
    (found,) = find_quantities(text, lexicon)
    assert found.is_plain == is_plain
