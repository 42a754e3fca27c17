import pytest

from assistant.groundedness.foreign import find_foreign

CASES = {
    "Butikken åbner halv otte.": {
        "Butikken åbner klokken 7.30.": [],
        "Butikken åbner kl. 7:30.": [],
        "Butikken åbner halv ni.": ["halv ni"],
        "Butikken åbner klokken 8.30.": ["8.30"],
        "Butikken åbner klokken otte.": ["otte"],
    },
    "Butikken lukker klokken 17.": {
        "Butikken lukker klokken 17.00.": [],
        "Butikken lukker klokken 18.": ["18"],
    },
    "Øvelsen holdes to gange om året.": {
        "Øvelsen holdes halvårligt.": [],
        "Øvelsen holdes to gange årligt.": [],
        "Øvelsen holdes tre gange om året.": ["tre gange om året"],
        "Øvelsen holdes hver måned.": ["hver måned"],
    },
    "Messen holdes hvert andet år.": {
        "Messen holdes hvert andet år.": [],
        "Messen holdes hvert år.": ["hvert år"],
        "Messen holdes årligt.": ["årligt"],
        "Messen holdes hvert tredje år.": ["hvert tredje år"],
    },
    "Eftersynet er årligt.": {
        "Eftersynet er hvert år.": [],
        "Eftersynet er én gang om året.": [],
        "Eftersynet er hver uge.": ["hver uge"],
    },
    "Klagen besvares inden fire uger.": {
        "Klagen besvares inden 28 dage.": [],
        "Klagen besvares inden 4 uger.": [],
        "Klagen besvares inden fire dage.": ["fire"],
        "Klagen besvares inden 14 dage.": ["14"],
    },
    "Fristen er 14 dage.": {"Fristen er to uger.": [], "Fristen er tre uger.": ["tre"]},
    "Prøvetiden er seks måneder.": {
        "Prøvetiden er et halvt år.": [],
        "Prøvetiden er 12 måneder.": ["12"],
    },
    "Aftalen er fra den 12. marts 2014.": {
        "Aftalen er fra marts 2014.": [],
        "Aftalen er fra den 12. marts.": [],
        "Aftalen er fra 2014.": [],
        "Aftalen er fra 2015.": ["2015"],
        "Aftalen er fra den 13. marts 2014.": ["13. marts 2014"],
        "Aftalen er fra maj 2014.": ["maj 2014"],
    },
    "Skraldet hentes hver mandag.": {
        "Skraldet hentes om mandagen.": [],
        "Skraldet hentes om fredagen.": ["fredagen"],
    },
    "Halvdelen cykler, og 25 procent går.": {
        "50 procent cykler.": [],
        "En fjerdedel går.": [],
        "25 % går.": [],
        "40 procent går.": ["40 procent"],
        "En tredjedel går.": ["tredjedel"],
    },
    "Laget har 1.250 medlemmer og tolv trænere.": {
        "Laget har 1250 medlemmer.": [],
        "Laget har 12 trænere.": [],
        "Laget har 12 medlemmer.": ["12"],
        "Laget har 1.520 medlemmer.": ["1.520"],
    },
    "Kusken skal\n\n- fodre hestene\n- smøre hjulene\n- pudse seletøjet": {
        "Kusken skal tre ting.": [],
        "Kusken skal fire ting.": ["fire"],
    },
}


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [(text, sentence, found) for text, each in CASES.items() for sentence, found in each.items()],
)
def test_a_quantity_is_foreign_unless_the_evidence_holds_it(
    lexicon, read, unit, text, sentence, expected
):
    assert find_foreign(unit(sentence), read(text), lexicon)[:1] == expected


def test_a_sentence_without_quantities_has_no_foreign_one(lexicon, read, unit):
    assert find_foreign(unit("Kusken fodrer."), read("Der er 14 heste."), lexicon) == []
