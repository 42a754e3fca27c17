from assistant.suggestion.scene import question_key
from assistant.suggestion.selection import choose
from assistant.suggestion.trial import Candidate, Trial, points_of


def pick(assistant, *questions, k=3, **known):
    return choose([Candidate(question) for question in questions], Trial(assistant), k=k, **known)


def test_only_answered_questions_are_chosen_in_their_order(assistant):
    asked = ("Hvad koster en cykel?", "Hvad er mod?", "hej", "Hvad er social kapital?")
    assert pick(assistant, *asked) == ("Hvad er mod?", "Hvad er social kapital?")


def test_no_more_than_wanted_are_asked(assistant):
    def endless():
        yield Candidate("Hvad er mod?")
        message = "asked for more than was wanted"
        raise AssertionError(message)

    assert choose(endless(), Trial(assistant), k=0) == ()


def test_two_that_show_the_same_are_not_both_chosen(assistant):
    assert pick(assistant, "Hvad er mod?", "hvad er  MOD", "Hvad betyder mod?") == ("Hvad er mod?",)


def test_what_was_asked_or_shown_is_not_chosen(assistant, ask):
    shown = points_of(ask("Hvad er mod?"))
    assert pick(assistant, "Hvad betyder mod?", shown=shown) == ()
    assert pick(assistant, "Hvad er mod?", asked=frozenset({question_key("hvad er mod")})) == ()


def test_the_search_gives_up_where_nothing_is_answered(assistant):
    asked = [f"Hvad koster {number} cykler?" for number in range(20)]
    assert pick(assistant, *asked, "Hvad er mod?") == ()
