import pytest

from assistant.generative import texts
from assistant.generative.parsing import Written
from assistant.generative.proof import Prover
from assistant.generative.sifting import Sieve
from assistant.generative.source import make_source
from assistant.groundedness.check import load_check

FIRST = "Menneskelig kapital er den enkeltes faglighed, talent og engagement."
SECOND = "Det holder man vedlige og udvikler ved at cirkulere og dele."
LIE = "Menneskelig kapital koster 5.000 kroner."


@pytest.fixture
def sources(library, leadership):
    found = [
        next(p for p in leadership.passages if p.plain.startswith(start))
        for start in ("Menneskelig kapital er", "Social kapital er")
    ]
    return [make_source(passage, library) for passage in found]


@pytest.fixture
def make_sieve(library, embedder, sources):
    def _make_sieve(**given):
        core = frozenset({sources[0].passage.id})
        prover = Prover(library, load_check(embedder), least=0.5)
        return Sieve(sources, prover, **{"most": 5, "core": core, **given})

    return _make_sieve


def test_what_is_proven_is_kept_with_the_one_passage_that_proves_it(make_sieve, sources):
    sieve = make_sieve()
    assert sieve.sift(Written(FIRST, (2, 1)))
    assert sieve.kept[0].passages == (sources[0].passage,)
    assert sieve.is_about


def test_what_is_not_is_told_why(make_sieve):
    sieve = make_sieve()
    assert not sieve.sift(Written(LIE, (1,)))
    ((sentence, reason),) = sieve.take_faults()
    assert sentence == LIE
    assert reason == sieve.removed[0]
    assert sieve.take_faults() == []


def test_a_sentence_that_leans_back_needs_the_one_before_it(make_sieve):
    alone = make_sieve()
    assert not alone.sift(Written(SECOND, (1,)))
    after_a_lie = make_sieve()
    after_a_lie.sift(Written(LIE, (1,)))
    assert not after_a_lie.sift(Written(SECOND, (1,)))
    together = make_sieve()
    together.sift(Written(FIRST, (1,)))
    shown = together.sift(Written(SECOND, (1,)))
    assert shown or together.removed[0] != texts.LEANS


def test_what_is_shown_whole_is_not_said_again(make_sieve, sources):
    sieve = make_sieve(shown_whole=frozenset({sources[0].passage.id}))
    assert not sieve.sift(Written(FIRST, (1,)))
    assert sieve.removed == [texts.REPEATS]


def test_the_same_sentence_counts_once_and_a_mended_one_takes_its_place(make_sieve):
    sieve = make_sieve()
    for _ in range(3):
        sieve.sift(Written(LIE, (1,)))
    sieve.take_faults()
    sieve.sift(Written(FIRST, (1,)))
    assert (sieve.written, len(sieve.kept)) == (1, 1)


def test_a_model_that_goes_on_and_on_is_not_listened_to(make_sieve):
    sieve = make_sieve()
    for number in range(100):
        sieve.sift(Written(f"Det er sætning nummer {number} af mange.", ()))
    assert sieve.is_full
    assert sieve.written < 30


def test_an_answer_about_something_else_is_not_about_it(make_sieve):
    sieve = make_sieve()
    said = "Social kapital består af tillid, retfærdighed og samarbejdsevne."
    assert sieve.sift(Written(said, (2,)))
    assert not sieve.is_about
