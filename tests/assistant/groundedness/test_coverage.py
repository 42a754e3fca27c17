import pytest

from assistant.groundedness.alignment import Aligner
from assistant.groundedness.coverage import measure_coverage, measure_reverse

TEXT = "Kusken fodrer hestene ved daggry, og bageren ælter dejen."


@pytest.fixture(scope="module")
def measure(lexicon, read, unit):
    def _measure(sentence, text=TEXT):
        found = unit(sentence)
        return measure_coverage(Aligner(read(text), lexicon).align(found), found, lexicon)

    return _measure


def test_what_stands_there_is_covered_whole(measure):
    signals = measure(TEXT)
    assert signals["exact_mean"] == signals["best_least"] == signals["worst_clause"] == 1.0
    assert signals["asked_unsaid"] == 0.0


def test_the_mean_is_over_content_words(measure):
    # Of "kusken", "hestene" and "violinen" the last is not there.
    assert measure("Det er kusken, hestene og violinen.")["exact_mean"] == pytest.approx(2 / 3)


def test_what_is_not_said_is_weighed_by_its_length(measure):
    # "kompagniskab" has 12 letters and "sol" 3.
    signals = measure("Solopgangskompagniskab og xyz.")
    assert signals["exact_unsaid"] == 12 + 3


def test_the_worst_clause_is_found_between_good_ones(measure):
    signals = measure("Kusken fodrer hestene, hvis orgelet brummer, og bageren ælter dejen.")
    assert signals["worst_clause"] < 0.5 < signals["best_mean"]


def test_an_invented_cause_lowers_the_cause_alone(measure):
    invented = measure("Kusken fodrer hestene, fordi orgelet brummer.")
    without = measure("Kusken fodrer hestene, mens orgelet brummer.")
    assert invented["worst_cause"] < 0.5
    assert without["worst_cause"] == 1.0


def test_two_units_say_more_than_one_where_a_sentence_joins_them(measure):
    signals = measure(
        "Kusken fodrer og bageren ælter.", "Kusken fodrer hestene.\n\nBageren ælter dejen."
    )
    assert signals["second_unit"] == pytest.approx(signals["two_units"] - signals["unit"])
    assert signals["second_unit"] > 0.3


def test_no_content_words_leave_nothing_unsaid(measure):
    signals = measure("Det er det.")
    assert signals["words"] == 0
    assert signals["best_mean"] == 1.0
    assert signals["best_unsaid"] == 0.0


def test_the_reverse_measures_what_the_sentence_leaves_out(lexicon, unit):
    nearest = unit("Kusken fodrer hestene ved daggry.")
    whole = measure_reverse(nearest, unit("Ved daggry fodrer kusken hestene."), lexicon)
    half = measure_reverse(nearest, unit("Kusken fodrer."), lexicon)
    assert whole == 1.0
    assert 0.3 < half < 0.9
    assert measure_reverse(None, unit("Kusken fodrer."), lexicon) == 1.0
