import pytest

from assistant.errors import QuestionInvalidError
from assistant.mention import MOST_RELATED, excerpt, find_mentions


def text_of(place):
    return "".join(extract.text for extract in place.extracts)


def matches(place):
    return [extract.text for extract in place.extracts if extract.is_match]


def test_a_word_is_found_where_it_stands_the_heading_first(library):
    found = find_mentions(library, "mod")
    assert found.stated[0].label == text_of(found.stated[0]) == "Ledelsesværdi: Mod"
    assert all("mod" in [match.lower() for match in matches(place)] for place in found.stated)


def test_every_place_holds_the_passages_plain_text(library):
    found = find_mentions(library, "tillid")
    for place in (*found.stated, *found.related):
        assert text_of(place) == library.passage(place.passage).plain


def test_no_place_is_told_twice(library):
    found = find_mentions(library, "ledelse")
    passages = [place.passage for place in (*found.stated, *found.related)]
    assert len(set(passages)) == len(passages)
    assert len(found.related) <= MOST_RELATED


def test_other_forms_of_a_word_are_found_and_marked(library):
    found = find_mentions(library, "medarbejder")
    marked = {match for place in found.stated for match in matches(place)}
    assert {"medarbejderne", "medarbejdere"} <= marked


def test_exact_forms_come_before_others(library):
    stated = find_mentions(library, "medarbejderen").stated
    assert "medarbejderen" in matches(stated[0])


def test_with_several_words_all_of_them_stand_there(library):
    found = find_mentions(library, "hvad er tillid og respekt")
    assert found.words == ("tillid", "respekt")
    for place in found.stated:
        assert {"tillid", "respekt"} <= {match.lower() for match in matches(place)}


def test_related_places_are_found_where_the_word_does_not_stand(library):
    found = find_mentions(library, "robusthed")
    assert not found.stated
    assert found.related


def test_for_a_word_that_is_nowhere_near_nothing_is_found(library):
    found = find_mentions(library, "xyzzy")
    assert (found.stated, found.related) == ((), ())


def test_small_words_alone_are_searched_for_as_they_are(library):
    assert find_mentions(library, "i og").words == ("i", "og")


def test_signs_alone_are_no_words(library):
    assert find_mentions(library, "!?").words == ()


def test_danish_letters_may_be_written_otherwise(library):
    normal, other = find_mentions(library, "fælles kurs"), find_mentions(library, "faelles kurs")
    assert normal.stated == other.stated
    assert normal.stated


@pytest.mark.parametrize("query", ["", "x" * 20_001])
def test_what_cannot_be_read_is_an_error(query, library):
    with pytest.raises(QuestionInvalidError):
        find_mentions(library, query)


def test_an_excerpt_marks_nothing(library):
    passage = library.documents[0].answers[0]
    assert matches(excerpt(passage)) == []
    assert text_of(excerpt(passage)) == passage.plain
