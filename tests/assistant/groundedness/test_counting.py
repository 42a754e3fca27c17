import pytest

from assistant.groundedness.counting import count_things

LIST = "Kusken skal\n\n- fodre hestene\n- smøre hjulene\n- pudse seletøjet\n- feje gården"


def test_the_items_of_each_list_are_counted(lexicon, read, unit):
    reading = read(f"{LIST}\n\nBageren skal\n\n- ælte dejen\n- tænde ovnen")
    counts = count_things(unit("Kusken har pligter."), reading, lexicon)
    assert {4.0, 2.0} <= counts
    assert not {3.0, 5.0, 6.0} & counts


def test_the_parts_of_an_enumeration_on_the_same_things_are_counted(lexicon, read, unit):
    reading = read("Gården holder køer, grise og får.")
    assert 3.0 in count_things(unit("Gården holder tre slags dyr."), reading, lexicon)


def test_an_enumeration_of_other_things_is_not_counted(lexicon, read, unit):
    reading = read("Butikken sælger rug, byg og havre.")
    assert 3.0 not in count_things(unit("Gården holder tre slags dyr."), reading, lexicon)


def test_a_sentence_may_count_what_it_names(lexicon, read, unit):
    sentence = unit("Kusken skal to ting: fodre hestene og smøre hjulene.")
    assert 2.0 in count_things(sentence, read("Kusken arbejder."), lexicon)


def test_a_part_of_a_longer_enumeration_is_not_the_number_of_things(lexicon, read, unit):
    reading = read("Gården holder køer, grise og får.")
    counts = count_things(unit("Gården holder køer og grise."), reading, lexicon)
    assert counts == {3.0}


@pytest.mark.parametrize("text", ["løbe " * 4000, "løbe, " * 2000, "a" * 20000])
def test_a_long_run_of_words_is_read_in_time(lexicon, read, unit, text):
    assert count_things(unit(text), read("Kusken løber."), lexicon) == set()
