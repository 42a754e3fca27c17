import random

from index.training.noise import Noise, misspell, transliterate


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  the noise is no secret


SENTENCE = "Hvilke forventninger har medarbejderne til ledelsesgrundlaget?"


def test_the_same_seed_gives_the_same_misspelling():
    noise = Noise(typo=1.0, split=1.0)
    first = misspell(SENTENCE, noise, seeded(4))
    assert first == misspell(SENTENCE, noise, seeded(4))
    assert first != SENTENCE


def test_without_noise_the_text_stands():
    assert misspell(SENTENCE, Noise(0, 0, 0, 0), seeded(1)) == SENTENCE


def test_short_words_are_left_alone():
    assert misspell("er vi på vej", Noise(1, 1, 0, 0), seeded(1)) == "er vi på vej"


def test_long_words_are_split_into_two():
    assert len(misspell("ledelsesgrundlag", Noise(0, 1, 0, 0), seeded(1)).split()) == 2


def test_danish_letters_are_written_as_a_keyboard_without_them_does():
    assert transliterate("Åben økonomi, færre") == "Aaben oekonomi, faerre"
