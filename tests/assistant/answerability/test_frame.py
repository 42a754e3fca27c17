import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability.frame import mask
from assistant.question import understand
from corpus.document import Metadata
from corpus.parsing import parse_document
from index.entry import Entry, passage_entries
from index.language import Lemmatiser, fold, gather_forms, words
from index.vocabulary import Vocabulary

TEXT = """# Møder

Lederen holder møde tre gange om ugen med Anna Holm.

# Løn

Lønnen aftales i maj 2019.

# Frihed

Alle må fejle.

# Kaffe

Kaffen er gratis.
"""
DOCUMENT = parse_document("notat", TEXT, Metadata(title="Notat"))
MEETING, PAY, FREEDOM, COFFEE = DOCUMENT.answers


@pytest.fixture(scope="module")
def vocabulary():
    entries = passage_entries([DOCUMENT])
    held = sorted({word for entry in entries for word in words(entry.text)})
    return Vocabulary(entries, Lemmatiser(gather_forms(held)))


@pytest.fixture(scope="module")
def masked(vocabulary):
    def _masked(text, *passages):
        return mask(understand(text), passages, vocabulary)

    return _masked


def test_words_are_marked_by_where_they_stand(masked):
    asked = "Må lederen fejle og drikke kaffe med bananer?"
    assert masked(asked, MEETING, FREEDOM, PAY) == (
        "maa BEST NEAR og UNKNOWN drikke WRITTEN med UNKNOWN bananer"
    )


def test_only_the_best_three_are_near(masked):
    assert masked("Er kaffen gratis?", MEETING, PAY, FREEDOM, COFFEE) == "er WRITTEN WRITTEN"
    assert masked("Er kaffen gratis?", MEETING, PAY, COFFEE) == "er NEAR NEAR"


def test_another_form_of_a_word_is_the_same_word(masked):
    assert masked("Er der møder?", MEETING) == "er der BEST"


def test_without_passages_nothing_is_held_but_what_is_written_is_known(masked):
    assert masked("Er kaffen sort?") == "er WRITTEN UNKNOWN sort"


@pytest.mark.parametrize(
    ("text", "best", "mark"),
    [
        ("Hvor mange møder er der?", MEETING, "COUNTSTATED"),  # "tre"
        ("Hvor mange må fejle?", FREEDOM, "COUNTMISSING"),
        ("Hvor meget er lønnen?", PAY, "COUNTSTATED"),  # "2019"
        ("Hvor tit er der møde?", MEETING, "TIMESSTATED"),  # "gange", "ugen"
        ("Hvor længe må man fejle?", FREEDOM, "TIMESMISSING"),
        ("Hvornår aftales lønnen?", PAY, "DATESTATED"),  # "maj"
        ("Hvornår er der møde?", MEETING, "DATEMISSING"),
        ("Hvem holder lederen møde med?", MEETING, "NAMESTATED"),  # "Anna"
        ("Hvem aftaler lønnen?", PAY, "NAMEMISSING"),  # a first word is no name
        ("How many meetings?", MEETING, "COUNTSTATED"),
    ],
)
def test_the_frame_ends_in_whether_the_best_passage_states_what_is_asked_for(
    masked, text, best, mark
):
    assert masked(text, best).split()[-1] == mark


def test_only_the_best_passage_states_anything(masked):
    assert masked("Hvornår aftales lønnen?", MEETING, PAY).endswith("DATEMISSING")
    assert masked("Hvornår aftales lønnen?").endswith("DATEMISSING")


def test_several_kinds_of_thing_can_be_asked_for(masked):
    ends = masked("Hvem fejler, og hvornår?", PAY).split()[-2:]
    assert ends == ["DATESTATED", "NAMEMISSING"]


def test_a_question_for_nothing_countable_has_no_such_end(masked):
    assert masked("Er lederen til møde?", MEETING) == "er BEST til BEST"


def test_texts_that_are_left_out_hold_nothing():
    entries = [
        Entry("p:a", "a", "Lederen lytter"),
        *(Entry(f"q:a:{n}", "a", f"Må chefen {doing}?") for n, doing in enumerate(("se", "gå"))),
    ]
    vocabulary = Vocabulary(entries, Lemmatiser({}))
    passage = type("P", (), {"id": "a", "plain": "Lederen lytter"})()
    question = understand("Lytter chefen?")
    assert mask(question, [passage], vocabulary) == "BEST BEST"
    left = mask(question, [passage], vocabulary, without=["Må chefen se?"])
    assert left == "BEST UNKNOWN chefen"


@given(st.text(max_size=120))
def test_any_text_has_a_frame_of_its_own_words_and_marks(masked, text):
    marks = {"BEST", "NEAR", "WRITTEN", "UNKNOWN"}
    ends = {f"{kind}{end}" for kind in ("COUNT", "TIMES", "DATE", "NAME")
            for end in ("STATED", "MISSING")}  # fmt: skip
    for word in masked(text, MEETING, PAY).split():
        assert word in marks | ends or word in fold(text)
