import pytest

from assistant.own_lines import PassageLines
from corpus.document import Metadata
from corpus.enrichment import QuestionLine
from corpus.parsing import parse_document

DOCUMENT = parse_document(
    "notat", "# Mod\n\nVi tør fejle hver dag.\n\n# Tillid\n\nVi stoler på andre.\n", Metadata("N")
)
MOD, TRUST = DOCUMENT.answers
BY_HAND = QuestionLine(1, "VI TØR FEJLE HVER DAG", (), ("Må man fejle?",), ("Fejl?",))
OTHER = QuestionLine(2, TRUST.plain, TRUST.section, ("Stoler I?",))


@pytest.fixture
def lines():
    return PassageLines(DOCUMENT, MOD, [BY_HAND, OTHER])


def test_a_question_is_added_to_a_line_of_the_passage_s_own(lines):
    lines.add("Hvad er mod?")
    lines.add("Hvem tør?")
    assert lines.all == [
        BY_HAND,
        OTHER,
        QuestionLine(0, MOD.plain, MOD.section, ("Hvad er mod?", "Hvem tør?")),
    ]


def test_a_question_that_was_written_by_hand_can_be_removed(lines):
    lines.remove("Må man fejle?")
    lines.remove("Fejl?")
    assert lines.all == [OTHER]


def test_other_passages_keep_their_questions(lines):
    lines.remove("Stoler I?")
    assert lines.all == [BY_HAND, OTHER]


def test_a_hidden_question_can_be_shown_again(lines):
    lines.hide("Tør I?")
    lines.hide("Tør I?")
    assert lines.all[-1].removed == ("Tør I?",)
    lines.show("Tør I?")
    assert lines.all == [BY_HAND, OTHER]
