import pytest

from assistant.groundedness.check import CEILINGS


@pytest.mark.parametrize("name", sorted(CEILINGS))
def test_every_ceiling_is_of_something_that_is_found(contrast_with, name):
    assert not getattr(contrast_with("Hestene sover.", "Hestene sover.").finding, name)


@pytest.mark.parametrize(
    ("name", "sentence", "text"),
    [
        ("wrong_quotes", "Der står »hestene danser vals«.", "Hestene sover."),
        ("quantities", "Ni heste sover.", "Syv heste sover."),
        ("names", "Hestene sover i Thisted.", "Hestene sover."),
        ("actors", "Borgmesteren sover.", "Lederen sover."),
        ("is_elsewhere", "Under »Føl« står det.", "# Heste\n\nHestene sover."),
        ("is_loosened", "Kusken kan fodre hesten.", "Kusken skal fodre hesten."),
        ("drops_condition", "Hestene sover.", "Hestene sover, hvis det er nat."),
        ("drops_denial", "Heste flyver.", "Det er ikke sandt, at heste flyver."),
        ("is_unrelated", "Solen skinner.", "Regnskabet skal godkendes af bestyrelsen."),
        ("is_hollow", "Det er det.", "Hestene sover."),
        ("is_turned", "Hestene sover ikke.", "Hestene sover."),
        ("unsaid", "Hestene spiller harmonika.", "Hestene sover."),
    ],
)
def test_what_is_wrong_is_found(contrast_with, name, sentence, text):
    assert getattr(contrast_with(sentence, text).finding, name)
