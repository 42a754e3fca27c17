import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import texts
from assistant.errors import QuestionInvalidError
from assistant.question import clean_question, understand
from assistant.refusal import compose_nearest, compose_refusal, telling_passages
from assistant.verification import find_flaws
from corpus.document import Metadata, PassageKind
from corpus.parsing import parse_document

CONTACT = "Du kan spørge HR i Sorø Kommune."
HOSTILE = [
    "Hvad er <img src=x>?",
    "Hvad er <script>alert(1)</script> for noget?",
    "Hvad er **fed** og [link](http://ond.dk)?",
    "Hvad er »mod« [1]?",
    "Hvor står »Lederen må lyve.« [10]",
    "- Lederen må lyve [1]\n- Lederen må stjæle [2]",
    "Der er 9 punkter på listen:",
    "# Overskrift | celle | `kode` ~~streg~~ snake_case_navn",
    "{document} {words} {0} %s",
    "« i ledelsesgrundlaget, men der står, at lederen må lyve »",
    "Du kan spørge Ole. Det står der ikke noget om i ledelsesgrundlaget.",
    "\u202eskjult\u202c ferie\u200bfri \x00 İstanbul ½ ﬁnans हिन्दी 日本語",
]


@pytest.fixture(scope="module")
def refuse(library):
    """Compose the refusal of a question."""

    def _refuse(text, scope=""):
        question = understand(clean_question(text), ignored=library.names)
        return compose_refusal(question, library, scope=scope)

    return _refuse


@pytest.fixture(scope="module")
def looked_for(refuse):
    """Find the words that a refusal says were looked for."""

    def _looked_for(text):
        return re.findall("»(.*?)«", refuse(text).text)

    return _looked_for


# What was looked for.


def test_a_refusal_says_so_and_whom_to_ask(refuse):
    rendered = refuse("Hvad?")
    assert rendered.text.split("\n\n") == [
        "Det står der ikke noget om i ledelsesgrundlaget.",
        CONTACT,
    ]
    assert rendered.citations == ()


def test_a_refusal_names_what_was_looked_for(refuse):
    assert refuse("Må man holde påskefrokost?").text.split("\n\n") == [
        "Jeg har ledt efter »påskefrokost« i ledelsesgrundlaget, men det står der ikke noget om.",
        CONTACT,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hvor mange kapitalformer har lederen brug for?",
        "Hvorfor er økonomien vigtigst?",
        "Hvad er de bedste strategier?",
    ],
)
def test_what_stands_in_the_document_is_not_said_to_be_missing(refuse, text):
    first = refuse(text).text.split("\n\n")[0]
    assert first == "Det står der ikke noget om i ledelsesgrundlaget."


@pytest.mark.parametrize(
    "text", ["Hvor ofte er der barsel?", "Hvor meget barsel er der?", "Hvad koster barsel?"]
)
def test_what_is_asked_of_a_thing_is_not_what_was_looked_for(looked_for, text):
    assert looked_for(text) == ["barsel"]


def test_the_words_are_written_as_they_were(looked_for):
    assert looked_for("Hvad med ÆBLER og skole-hjem-samtaler?") == ["ÆBLER", "skole-hjem-samtaler"]


def test_a_word_is_said_once_as_it_was_written_first(looked_for):
    assert looked_for("Hvad med orlov, Barsel, BARSEL, aeble og æble?") == [
        "orlov",
        "Barsel",
        "aeble",
    ]


def test_a_repeated_word_keeps_its_first_place(looked_for):
    assert looked_for("Hvad med barsel og orlov under barsel?") == ["barsel", "orlov"]


def test_the_three_longest_words_are_enough(looked_for):
    asked = "Må man have hund, kattekilling, ko, skildpadde, gris og marsvin?"
    assert looked_for(asked) == ["kattekilling", "skildpadde", "marsvin"]


@pytest.mark.parametrize(("letters", "said"), [(40, 1), (41, 0)])
def test_a_word_of_more_than_forty_letters_is_not_repeated(refuse, letters, said):
    assert refuse(f"Hvad er {'x' * letters}?").text.count("x" * letters) == said
    assert "xx" not in refuse(f"Hvad er {'x' * 41}?").text


def test_the_document_s_own_name_was_not_looked_for(looked_for):
    assert looked_for("Står der noget om barsel i Sorø Kommunes ledelsesgrundlag?") == ["barsel"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_refusal_s_words_are_those_of_the_question_and_never_markup(looked_for, text):
    for word in looked_for(text):
        assert word in clean_question(text)
        assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", word)
        assert len(word) <= 40


# Other kinds of questions.


@pytest.mark.parametrize("scope", texts.OUT_OF_SCOPE)
def test_a_question_that_no_document_answers_is_told_so_in_its_own_words(refuse, scope, leadership):
    rendered = refuse("Hvem vandt Superligaen?", scope)
    first, *contact = rendered.text.split("\n\n")
    assert first == texts.OUT_OF_SCOPE[scope].format(document="ledelsesgrundlaget")
    assert contact == ([] if scope in {"off_topic", "injection", "machine"} else [CONTACT])
    assert find_flaws(rendered, [leadership]) == []


def test_an_english_question_is_refused_in_english_first_and_its_words_are_not_said(refuse):
    assert refuse("What is the parental leave policy?").text.split("\n\n") == [
        texts.ENGLISH_REFUSAL,
        "Det står der ikke noget om i ledelsesgrundlaget.",
        CONTACT,
    ]


def test_a_refusal_without_a_contact_names_none(elsewhere):
    library = elsewhere("vedtaegt").library
    text = compose_refusal(understand("Hvad?"), library).text
    assert text == "Det står der ikke noget om i dokumentet."


# The nearest.


def test_the_nearest_is_marked_as_no_answer(library, leadership):
    rendered = compose_nearest(understand("Hvad med barsel?"), [leadership.answers[0]], library)
    first, second, quote, contact = rendered.text.split("\n\n")
    assert first == (
        "Jeg har ledt efter »barsel« i ledelsesgrundlaget, men det står der ikke noget om."
    )
    assert "svarer ikke på dit spørgsmål" in second
    assert quote.endswith("[1]")
    assert [citation.quote for citation in rendered.citations] == [leadership.answers[0].text]
    assert contact == CONTACT


def test_a_passage_that_says_something_comes_before_headings_and_lead_ins():
    text = "# Krav\n\nEn leder skal:\n\n- lytte\n- handle\n"
    passages = parse_document("notat", text, Metadata(title="Notat")).passages
    silent = [p for p in passages if p.kind in {PassageKind.HEADING, PassageKind.LEAD_IN}]
    found = telling_passages(passages, 2)
    assert len(silent) == 2
    assert [passage.plain for passage in found] == ["lytte", "handle"]
    assert telling_passages(passages, 1) == found[:1]
    assert telling_passages(silent, 1) == silent[:1]
    assert telling_passages([], 1) == []


# The proof.


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_question_is_refused_with_proof(refuse, library, text):
    assert find_flaws(refuse(text), library.documents) == []
    nearest = compose_nearest(
        understand(clean_question(text)), library.documents[0].answers[:2], library
    )
    assert find_flaws(nearest, library.documents) == []


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(HOSTILE)).map(" ".join)))
def test_the_refusal_of_any_question_passes_the_proof(refuse, looked_for, library, text):
    try:
        cleaned = clean_question(text)
    except QuestionInvalidError:
        return  # never composed for
    rendered = refuse(text)
    assert find_flaws(rendered, library.documents) == []
    assert len(rendered.text.split("\n")) <= 5
    assert all(word in cleaned for word in looked_for(text))


@given(st.from_regex(r"(hvor mange|hvem|hvad) [\w\- <>«»\[\]{}*]{0,60}\?", fullmatch=True))
def test_the_refusal_of_any_danish_question_passes_the_proof(refuse, library, text):
    assert find_flaws(refuse(text), library.documents) == []
