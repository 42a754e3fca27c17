import pytest

from assistant.groundedness.containment import (
    drops_condition,
    drops_denial,
    find_shifted_modal,
    is_gathered,
)

LIST = "Kusken skal\n\n- fodre hestene\n- smøre hjulene\n- pudse seletøjet"
TWO_LISTS = f"{LIST}\n\nBageren skal\n\n- ælte dejen\n- tænde ovnen"


@pytest.mark.parametrize(
    "sentence",
    [
        "Kusken skal fodre hestene, smøre hjulene og pudse seletøjet.",
        "Kusken skal pudse seletøjet, fodre hestene og smøre hjulene.",
        "Kusken skal fodre hestene.",
    ],
)
def test_items_of_one_list_are_gathered_in_any_order(lexicon, read, unit, sentence):
    assert is_gathered(unit(sentence), read(LIST), lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kusken skal fodre hestene, sælge hjulene og pudse seletøjet.",
        "Kusken skal fodre hestene, men ælte dejen.",  # the items of two lists
        "Det er det.",
    ],
)
def test_what_no_list_holds_is_not_gathered(lexicon, read, unit, sentence):
    assert not is_gathered(unit(sentence), read(TWO_LISTS), lexicon)


@pytest.mark.parametrize(
    ("sentence", "stands", "expected"),
    [
        ("Kusken kan fodre hestene.", "Kusken skal fodre hestene.", "possibility"),
        ("Kusken bør fodre hestene.", "Kusken skal fodre hestene.", "advice"),
        ("Kusken skal låne vognen.", "Kusken kan låne vognen.", "duty"),
        ("Kusken skal fodre hestene.", "Kusken skal fodre hestene.", ""),
        ("Kusken skal fodre hestene.", "Kusken fodrer hestene.", ""),
        ("Kusken kan fodre hestene.", "Kusken fodrer hestene.", "possibility"),
    ],
)
def test_a_modal_in_anothers_place_is_found(lexicon, unit, sentence, stands, expected):
    assert find_shifted_modal(unit(sentence), unit(stands), lexicon) == expected


def test_without_evidence_no_modal_is_shifted(lexicon, unit):
    assert find_shifted_modal(unit("Kusken skal fodre hestene."), None, lexicon) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Toget aflyses, hvis det sner.",
        "Hvis det sner, toget aflyses.",
        "Toget aflyses, medmindre det tør.",
    ],
)
def test_a_condition_that_is_left_out_is_dropped(lexicon, read, unit, text):
    assert drops_condition(unit("Toget aflyses."), read(text), lexicon)


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("Toget aflyses, hvis det sner.", ["Toget aflyses, hvis det sner."]),
        ("Toget aflyses.", ["Toget aflyses, og passagererne får besked."]),
        ("Toget aflyses.", ["Toget aflyses, hvis det sner.", "Toget aflyses."]),
        ("Toget kører.", ["Toget aflyses, hvis det sner."]),
    ],
)
def test_no_condition_is_dropped_where_it_is_kept_or_not_demanded(
    lexicon, read, unit, sentence, texts
):
    assert not drops_condition(unit(sentence), read(*texts), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "Det er ikke rigtigt, at heste må gå på vejen.",
        "Ingen heste må gå på vejen.",
        "Vi mener aldrig, at heste må gå på vejen.",
    ],
)
def test_words_that_stand_only_under_a_denial_lose_it(read, unit, text):
    assert drops_denial(unit("Heste må gå på vejen."), read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Heste må gå på vejen, men ikke på stien.",
        "Køer må ikke, men heste må gå på vejen.",
        "Der er ingen tvivl om, at heste må gå på vejen.",
        "Ingen heste må gå på vejen.\n\nOm natten: heste må gå på vejen.",
        "Hunde må ikke gå på vejen.",
    ],
)
def test_a_denial_of_something_else_is_not_lost(read, unit, text):
    assert not drops_denial(unit("Heste må gå på vejen."), read(text))
