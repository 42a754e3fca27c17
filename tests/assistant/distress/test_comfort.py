import pytest

from assistant.distress import texts
from assistant.distress.comfort import compose_comfort
from assistant.distress.recognition import Distress
from assistant.verification import find_flaws


def test_every_kind_has_words():
    assert set(texts.DISTRESSED) == set(texts.DISTRESSED_ENGLISH) == set(Distress)


@pytest.mark.parametrize("distress", Distress)
@pytest.mark.parametrize("is_english", [False, True])
def test_what_is_said_is_proven_and_cites_nothing(library, leadership, distress, is_english):
    rendered = compose_comfort(distress, library, is_english=is_english)
    assert find_flaws(rendered, [leadership]) == []
    assert rendered.citations == ()
    assert "{" not in rendered.text


def test_each_kind_says_who_can_help(library):
    said = {kind: compose_comfort(kind, library, is_english=False).text for kind in Distress}
    assert "112" in said[Distress.DANGER]
    assert "70 201 201" in said[Distress.DANGER]
    assert "tillidsrepræsentant" in said[Distress.VIOLENCE]
    assert "arbejdsmiljørepræsentant eller HR" in said[Distress.VIOLENCE]
    assert "112" in said[Distress.VIOLENCE]
    assert "din leder" in said[Distress.WELLBEING]


def test_without_a_contact_it_is_hr(elsewhere):
    workplace = elsewhere("uden-overskrifter")
    rendered = compose_comfort(Distress.VIOLENCE, workplace.library, is_english=False)
    assert find_flaws(rendered, workplace.documents) == []
    assert f"eller {workplace.library.contact or texts.HELPER}." in rendered.text
