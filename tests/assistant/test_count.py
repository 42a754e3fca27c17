import pytest

from assistant.composition import compose
from assistant.count import find_wrong_counts
from assistant.draft import Rendered
from assistant.question import understand
from assistant.selection import select
from assistant.verification import find_flaws

WHOLE = "Hvad forventes af mig som leder?"


@pytest.fixture(scope="module")
def whole(library) -> Rendered:
    question = understand(WHOLE, None, ignored=library.names)
    hits = library.search(WHOLE, 50)
    return compose(question, select(question, hits, library, sides=[]), library)


def _wrong(rendered, text, leadership):
    return list(find_wrong_counts(Rendered(text, rendered.citations), [leadership]))


def test_the_counts_of_a_real_answer_are_right(whole, leadership):
    assert "4 af 4 punkter" in whole.text
    assert "(7 punkter)" in whole.text
    assert _wrong(whole, whole.text, leadership) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("4 af 4 punkter", "3 af 3 punkter"),
        ("4 af 4 punkter", "4 af 5 punkter"),
        ("4 af 4 punkter", "99 af 99 punkter"),
        ("(7 punkter)", "(8 punkter)"),
    ],
)
def test_a_changed_count_is_found_and_the_answer_not_proven(whole, leadership, right, wrong):
    lie = whole.text.replace(right, wrong)
    assert lie != whole.text
    assert len(_wrong(whole, lie, leadership)) == 1
    flaws = find_flaws(Rendered(lie, whole.citations), [leadership])
    assert {flaw.code for flaw in flaws} == {"claim"}


def test_a_list_of_which_an_item_is_not_cited_is_not_whole(whole, leadership):
    fewer = Rendered(whole.text, whole.citations[1:])
    assert len(list(find_wrong_counts(fewer, [leadership]))) == 1


@pytest.mark.parametrize(
    "line", ["Der er 99 punkter på listen:", "Det står 12 steder:", "Der er 7:"]
)
def test_a_count_of_nothing_cited_is_wrong(whole, leadership, line):
    assert _wrong(whole, f"{line}\n\n{whole.text}", leadership) == [line]
