import dataclasses

import pytest

from corpus.document import PassageKind


def test_headings_subtitles_notices_and_table_headers_are_no_answers():
    not_answers = {kind for kind in PassageKind if not kind.is_answer}
    assert not_answers == {
        PassageKind.HEADING,
        PassageKind.SUBTITLE,
        PassageKind.NOTICE,
        PassageKind.TABLE_HEADER,
    }


def test_a_document_knows_its_passages_and_listings_by_id(leadership):
    assert all(leadership.by_id[passage.id] is passage for passage in leadership.passages)
    assert all(leadership.listing_by_id[entry.id] is entry for entry in leadership.listings)


def test_answers_are_the_answering_passages_in_order(leadership):
    starts = [passage.start for passage in leadership.answers]
    assert starts == sorted(starts)
    assert all(passage.kind.is_answer for passage in leadership.answers)


def test_under_gives_a_section_with_the_sections_below_it(leadership):
    strategies = leadership.under(("TRE GRUNDLÆGGENDE STRATEGIER I LEDELSE",))
    assert {passage.section[-1] for passage in strategies} >= {
        "C. Professionel kapital",
        "Koordinering:",
    }
    assert leadership.under(()) == leadership.answers
    assert leadership.under(("Findes ikke",)) == ()


def test_a_passage_cannot_be_changed(leadership):
    with pytest.raises(dataclasses.FrozenInstanceError):
        leadership.passages[0].text = "andet"
