import pytest

from assistant.groundedness.alignment import Aligner
from assistant.groundedness.contrast import (
    count_negations,
    count_turned_clauses,
    find_new_actors,
    find_new_names,
    find_opposites,
    find_quotes,
    find_wrong_quotes,
    is_verbatim,
    names_other_section,
)
from assistant.groundedness.reading import read_evidence
from assistant.groundedness.verdict import Evidence

QUAY = "# Havnen\n\n## Sikkerhed på kajen\n\nAlle bærer redningsvest på kajen ved Aalborg."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der står »pas på isen«.", ["pas på isen"]),
        ('Der står "pas på" og “giv agt”.', ["pas på", "giv agt"]),
        ("Der står „pas på“.", ["pas på"]),
        ("Der står intet.", []),
    ],
)
def test_quotes_are_found_in_every_kind_of_marks(text, expected):
    assert find_quotes(text) == expected


@pytest.mark.parametrize(
    ("quote", "is_wrong"),
    [
        ("bærer redningsvest på kajen", False),
        ("BÆRER redningsvest, på kajen", False),
        ("Sikkerhed på kajen", False),
        ("bærer redningskrans på kajen", True),
        ("redningsvest på kaj", True),  # a part of a word is not the word
        ("to ord", False),  # too short to be judged
    ],
)
def test_a_quote_is_wrong_unless_it_stands_word_for_word(read, unit, quote, is_wrong):
    assert bool(find_wrong_quotes(unit(f"Der står »{quote}«."), read(QUAY))) == is_wrong


def test_the_name_of_the_section_may_be_quoted(lexicon, unit):
    reading = read_evidence([Evidence("Lønnen falder den sidste.", "Løn og ferie")], lexicon)
    assert not find_wrong_quotes(unit("Under »Løn og ferie« står, at lønnen falder."), reading)
    assert find_wrong_quotes(unit("Under »Løn og pension« står det."), reading)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Alle bærer redningsvest på kajen", True),
        ("alle bærer REDNINGSVEST", True),
        ("Alle bærer redning", False),
        ("Kajen bærer alle", False),
        ("!?", False),
    ],
)
def test_verbatim_is_word_for_word_and_in_order(read, unit, sentence, expected):
    assert is_verbatim(unit(sentence), read(QUAY)) == expected


def new_actors(lexicon, read, unit, sentence, text, question=""):
    return find_new_actors(unit(sentence), read(text), unit(question), lexicon)


def test_another_doer_is_new(lexicon, read, unit):
    found = new_actors(lexicon, read, unit, "Borgmesteren tier.", "Lederen taler.")
    assert found == ["Borgmesteren"]


@pytest.mark.parametrize(
    ("sentence", "text", "question"),
    [
        ("Chefen taler.", "Lederen taler.", ""),  # the same person in another word
        ("Borgmesteren taler.", "Der tales.", ""),  # the evidence speaks of nobody
        ("Borgmesteren taler.", "Lederen taler.", "Hvad gør borgmesteren?"),
        ("Det er frivilligt.", "Lederen taler.", ""),  # no person, though "frivillig" is
    ],
)
def test_who_is_known_or_understood_is_not_new(lexicon, read, unit, sentence, text, question):
    assert new_actors(lexicon, read, unit, sentence, text, question) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vi mødes i Svendborg.", ["Svendborg"]),
        ("Vi mødes i Aalborg.", []),
        ("Vi ser Aalborgs kaj.", []),
        ("Svendborg er langt væk.", []),  # every sentence opens with a capital
    ],
)
def test_a_name_that_the_evidence_lacks_is_new(read, unit, sentence, expected):
    assert find_new_names(unit(sentence), read(QUAY), unit("")) == expected


def test_a_name_of_the_question_is_not_new(read, unit):
    question = unit("Hvad gælder i Svendborg?")
    assert find_new_names(unit("Det gælder i Svendborg."), read(QUAY), question) == []


def test_a_word_in_its_opposites_place_is_found(lexicon, read, unit):
    reading, sentence = read("Lågen er åben om natten."), unit("Lågen er lukket om natten.")
    (found,) = find_opposites(Aligner(reading, lexicon).align(sentence), reading, lexicon)
    assert (found.said, found.stands) == ("lukket", "åben")


def test_no_opposite_is_found_where_the_evidence_has_both(lexicon, read, unit):
    reading, sentence = read("Lågen er åben eller lukket."), unit("Lågen er lukket.")
    assert find_opposites(Aligner(reading, lexicon).align(sentence), reading, lexicon) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("vi gaar ikke uden hat", 2), ("vi gaar", 0), ("ikkevold", 0)]
)
def test_negating_words_are_counted_whole(text, expected):
    assert count_negations(text) == expected


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("Vi holder ikke løfterne.", 1),
        ("Vi holder aldrig løfterne.", 1),
        ("Vi holder løfterne.", 0),
        ("Vi undlader ikke aldrig løfterne.", 0),
    ],
)
def test_a_clause_is_turned_by_an_odd_number_of_negations(lexicon, read, unit, sentence, turned):
    reading = read("Vi holder løfterne.")
    assert count_turned_clauses(unit(sentence), reading, lexicon) == (turned, 1)


def test_a_clause_that_shares_no_word_is_not_judged(lexicon, read, unit):
    assert count_turned_clauses(unit("Katten gøede ikke."), read(QUAY), lexicon) == (0, 0)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Under »Sikkerhed på kajen« står det.", False),
        ("I afsnittet om Sikkerhed står det.", False),
        ("Under »Løn og ferie« står det.", True),
        ("I afsnittet om Løn står det.", True),
        ("Alle bærer vest.", False),
    ],
)
def test_a_section_that_no_heading_is_is_another(lexicon, read, unit, sentence, expected):
    assert names_other_section(unit(sentence), read(QUAY), lexicon) == expected


def test_another_of_the_kind_that_a_heading_names_is_another_section(lexicon, read, unit):
    reading = read("# Dyd: Sparsommelighed\n\nVi køber kun det nødvendige.")
    assert names_other_section(unit("Dyden flid er at købe lidt."), reading, lexicon)
    assert not names_other_section(unit("Dyden sparsommelighed er vigtig."), reading, lexicon)
