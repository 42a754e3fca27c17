import dataclasses

import pytest

from assistant.groundedness.verdict import Evidence, Verdict


def test_evidence_needs_no_section():
    assert Evidence("Hestene sover.") == Evidence("Hestene sover.", "")


@pytest.mark.parametrize("noun", [Evidence("Tekst"), Verdict(True, 0.9, "Grund.")])
def test_a_noun_cannot_be_changed(noun):
    field = dataclasses.fields(noun)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(noun, field, "andet")
