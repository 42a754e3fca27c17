from assistant.answer import Status
from assistant.suggestion.term import MOST_TERMS, find_terms


def test_a_document_with_words_of_its_own_has_those(assistant, leadership):
    assert find_terms(assistant) == leadership.metadata.terms


def test_words_are_else_what_passages_explain_and_sections_are_called(elsewhere):
    assistant = elsewhere("personalepolitik").assistant
    terms = find_terms(assistant)
    assert {"krænkende adfærd", "orlov"} <= set(terms)
    assert "formål" not in terms
    assert 0 < len(terms) <= MOST_TERMS
    assert all(assistant.answer(f"Hvad er {term}?").status is Status.ANSWERED for term in terms)


def test_a_word_explained_inside_a_sentence_is_found(elsewhere):
    assert "husstandsmedlem" in find_terms(elsewhere("vedtaegt").assistant)


def test_a_word_that_is_not_in_the_document_is_left_out(written):
    text = "# Start\n\nEn makker er en kollega, som man kan spørge.\n"
    assistant = written(notat_md=text, notat_yaml="terms: [makker, cykelgodtgørelse]\n").assistant
    assert find_terms(assistant) == ("makker",)


def test_a_bare_document_has_no_words_to_know(written):
    assert (
        find_terms(written(notat_md="Vi lytter til hinanden og siger det højt.\n").assistant) == ()
    )
