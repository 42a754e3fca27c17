import pytest

from assistant.conversation import (
    LONGEST_CONVERSATION,
    Move,
)

COURAGE = "Hvad betyder mod omsat til ledelseskompetence?"
SOCIAL = "Hvad er social kapital?"
VALUES = "Hvilke ledelsesværdier er der?"
DUTIES = "Hvad forventes af mig som leder?"


# Questions that stand alone.


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke kapitalformer består professionel kapital af?",
        "Hvor mange advarsler får man, før man bliver fyret?",
        "Får jeg et tillæg for det?",
        "Hvem klager jeg til, hvis det ikke sker?",
        "Hvad er det kolde vand?",
        "Hvad betyder det at være leder?",
    ],
)
def test_a_question_with_a_subject_of_its_own_is_left_as_it_is(read, question):
    assert read(question).standalone == question
    if "sker" not in question:  # that one asks of what was said
        assert read(question, SOCIAL).standalone == question


@pytest.mark.parametrize(
    ("text", "standalone"),
    [
        ("Noget helt andet: hvad er det, vi kalder mod?", "Hvad er det, vi kalder mod?"),
        ("Nyt spørgsmål: Hvad er den?", "Hvad er den?"),
        ("Skift af emne: må man lave fejl her?", "Må man lave fejl her?"),
        ("Nå. Hvad er mod?", "Hvad er mod?"),
        ("Okay, hvem har tegnet illustrationerne?", "Hvem har tegnet illustrationerne?"),
        ("Tak! Hvad er tillid?", "Hvad er tillid?"),
    ],
)
def test_what_a_question_opens_with_is_left_out(read, text, standalone):
    context = read(text, SOCIAL)
    assert context.standalone == standalone
    assert context.move is Move.ASK


# Where, more, all of it, shorter.


@pytest.mark.parametrize(
    "text",
    [
        "Hvor står det?", "hvor staar det henne", "og hvor finder jeg det?", "i hvilket afsnit?",
        "Hvilken side?", "I hvilket afsnit står det?", "er du sikker?",
    ],
)  # fmt: skip
def test_where_is_that_asks_for_the_last_answer_s_place(read, text):
    assert read(text, SOCIAL).move is Move.PLACE


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("kortere", Move.SHORTER),
        ("Kort sagt?", Move.SHORTER),
        ("Kan du sige det kortere, tak", Move.SHORTER),
        ("giv mig det hele", Move.WHOLE_LIST),
        ("hele listen", Move.WHOLE_LIST),
        ("vis mig hele afsnittet", Move.WHOLE_SECTION),
        ("er det hele historien?", Move.WHOLE_SECTION),
        ("mere", Move.MORE),
        ("Er der mere?", Move.MORE),
        ("Kan du uddybe det?", Move.MORE),
        ("Sig lidt mere", Move.MORE),
        ("ok", Move.CLOSE),
        ("Ja.", Move.CLOSE),
        ("nej", Move.DENY),
    ],
)
def test_a_turn_within_the_last_answer_is_known(read, text, move):
    assert read(text, SOCIAL).move is move


def test_the_standalone_question_of_a_turn_within_an_answer_reads_well(read):
    assert (
        read("Hvor står det?", SOCIAL).standalone
        == "Hvor står svaret på »Hvad er social kapital?«?"
    )
    twice = read("i hvilket afsnit?", SOCIAL, "Hvor står det?")
    assert twice.standalone == "Hvor står der noget om social kapital?"
    assert (
        read("kortere", SOCIAL).standalone == "Hvad er det korte svar på »Hvad er social kapital?«?"
    )


# Questions that lean.


@pytest.mark.parametrize(
    ("text", "standalone"),
    [
        ("Hvad består den af?", "Hvad består social kapital af?"),
        ("Hvorfor er det vigtigt?", "Hvorfor er det vigtigt med social kapital?"),
        ("hvorfor?", "Hvorfor er det sådan med social kapital?"),
        ("Hvad betyder den for lederen?", "Hvad betyder social kapital for lederen?"),
        ("Hvordan gør man det?", "Hvordan gør man det, når det gælder social kapital?"),
        ("Og hvad med beslutningskapital?", "Hvad er beslutningskapital?"),
        ("gælder den også mig som ny?", "Gælder social kapital også mig som ny?"),
        (
            "Hvad er forskellen på den og den menneskelige?",
            "Hvad er forskellen på social kapital og den menneskelige kapital?",
        ),
    ],
)
def test_a_leaning_question_names_what_was_spoken_of(read, text, standalone):
    assert read(text, SOCIAL).standalone == standalone


def test_a_comparison_of_them_names_the_two_last_spoken_of(read):
    before = (SOCIAL, "og beslutningskapital?")
    asked = "hvad er forskellen på dem?"
    assert read(asked, *before).standalone == (
        "Hvad er forskellen på social kapital og beslutningskapital?"
    )
    chosen = read("Hvilken af de to kræver erfaring?", *before)
    assert chosen.standalone == (
        "Hvilken af de to kræver erfaring: social kapital eller beslutningskapital?"
    )


def test_an_adjective_gets_the_noun_that_the_document_gives_it(read):
    context = read("og det varme?", "Hvad betyder det at være i det kolde vand?")
    assert context.standalone == "Hvad er det varme vand?"


def test_a_question_word_is_added_to_the_question_before(read):
    context = read("Af hvem?", "Hvornår er ledelsesgrundlaget godkendt?")
    assert context.standalone == "Hvornår er ledelsesgrundlaget godkendt, og af hvem?"


def test_what_was_meant_takes_the_place_of_what_was_asked(read):
    assert read("Nej, jeg mente tillid", SOCIAL).standalone == "Hvad står der om tillid?"
    asked = "Hvad forventes der af ledere i forhold til innovation?"
    context = read("Jeg mente i forhold til forandringer", asked)
    assert context.standalone == "Hvad forventes der af ledere i forhold til forandringer?"


def test_going_back_leans_on_the_earlier_answer(read):
    before = ("Hvad er topstyring?", "Hvad er mod?", "Hvem har godkendt ledelsesgrundlaget?")
    context = read("Tilbage til det første: hvorfor er det nødvendigt?", *before)
    assert context.standalone == "Hvorfor er det nødvendigt med topstyring?"
    assert read("Tilbage til mod: hvorfor?", *before).subject == "mod"
    assert read("Tilbage til det første.", *before).standalone == "Hvad er topstyring?"


def test_the_first_question_is_known_when_its_turn_is_forgotten(read):
    before = ("Hvad er topstyring?", *["Hvad er mod?"] * LONGEST_CONVERSATION)
    context = read("Tilbage til det første: hvorfor?", *before)
    assert context.subject == "topstyring"


def test_a_new_subject_gets_no_help_from_the_old_one(read):
    context = read("og ferie?", SOCIAL)
    assert context.standalone == "Hvad er ferie?"
    assert context.passages == ()


@pytest.mark.parametrize(
    "text",
    ["Hvor står det?", "uddyb punkt 2", "mere", "kortere", "hvorfor?", "Hvorfor er det vigtigt?",
     "og de andre?", "giv mig det hele"],
)  # fmt: skip
def test_a_follow_up_of_nothing_dangles(read, text):
    assert read(text).is_dangling
