import pytest

from assistant.groundedness.order import measure_order

TEXT = "Kusken fodrer hestene, og bageren ælter dejen."


@pytest.fixture(scope="module")
def measure(lexicon, read, unit):
    return lambda sentence, text=TEXT: measure_order(unit(sentence), read(text), lexicon)


def test_the_same_words_in_the_same_order_are_in_order(measure):
    signals = measure(TEXT)
    assert signals["in_order"] == signals["names_in_order"] == signals["bigrams"] == 1.0
    assert signals["crossed"] == 0.0


def test_names_that_change_places_are_out_of_order(measure):
    signals = measure("Hestene fodrer kusken.")
    # "hest" and "kusk" stand the other way round: one of two is in order.
    assert signals["names_in_order"] == 0.5
    assert signals["crossed"] == 1.0


def test_a_verb_may_change_its_place(measure):
    signals = measure("Så fodrer kusken hestene.")
    assert signals["names_in_order"] == 1.0
    assert signals["in_order"] == pytest.approx(2 / 3)


def test_the_lead_in_stands_before_its_item(measure):
    text = "Kusken skal\n\n- fodre hestene\n- smøre hjulene"
    assert measure("Kusken skal smøre hjulene.", text)["in_order"] == 1.0


def test_words_from_two_clauses_are_not_together(measure):
    assert measure("Kusken fodrer hestene.")["same_clause"] == 1.0
    assert measure("Kusken og bageren.")["same_clause"] == 0.0


def test_words_of_two_passages_are_further_apart_than_of_one(measure):
    near = measure("Kusken og bageren.", "Kusken, bageren.")["gap_most"]
    far = measure("Kusken og bageren.", "Kusken ler.\n\nHer er bageren.")["gap_most"]
    assert near < far <= 30


def test_without_shared_words_there_is_no_gap_to_measure(measure):
    signals = measure("Violinen brummer.")
    assert (signals["shared"], signals["gap_mean"], signals["gap_most"]) == (0, 3, 3)
    assert signals["in_order"] == 0.0
