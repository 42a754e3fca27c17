import re

import pytest

from assistant.groundedness.verdict import Evidence
from evals.mutant.actor import change_actor
from evals.mutant.amount import change_dates, change_numbers
from evals.mutant.clause import find_verb
from evals.mutant.language import read_language
from evals.mutant.mutant import Truth
from evals.mutant.qualifier import drop_qualifiers
from evals.mutant.wording import change_modality, change_negation

LANGUAGE = read_language()


def _true(sentence, *, evidence=None, lead_in="", item=""):
    return Truth(
        "krav", sentence, Evidence(evidence or sentence, "Krav"), ("Krav",), "Krav", lead_in, item
    )


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Lederen viser mod.", "viser"),
        ("Den leder, der viser mod, får ros.", "får"),
        ("Når man er syg, ringer man.", "ringer"),
        ("Bliver man syg, skal man ringe.", "skal"),
        ("Derfor må lederen vente.", "må"),
        ("Bestyrelsen kan, hvis det haster, vente.", "kan"),
        ("At der er mod, som lederen viser.", None),
        ("Når man er syg.", None),
        ("Vi ændrer måden, vi giver vagten på.", None),  # "ændrer" is on no list
    ],
)
def test_the_main_verb_is_found_or_none(sentence, verb):
    found = find_verb(sentence, LANGUAGE)
    assert (sentence[found.start : found.end] if found else None) == verb


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("Lederen viser mod.", "Lederen viser ikke mod."),
        ("Derfor kan lederen vente.", "Derfor kan lederen ikke vente."),
        ("Bliver man syg, ringer man.", "Bliver man syg, ringer man ikke."),
        ("Lederen lader sig udfordre.", None),  # "lader" is on no list
        ("Det er ikke nok.", "Det er nok."),
        ("Man må aldrig tie.", "Man må altid tie."),
        ("Ingen må tie.", "Alle må tie."),
        ("Man får orlov uden løn.", "Man får orlov med løn."),
        ("Man kan lede uden at eje.", None),
        ("Det er ikke kun lederen.", None),  # a phrase, not a negation
        ("Kun lederen må tale.", None),
        ("Ingen må ikke tale.", None),  # two negations
        ("Hun er den bedste.", "Hun er ikke den bedste."),
    ],
)
def test_a_negation_is_put_in_or_taken_out(sentence, negated):
    expected = [negated] if negated else []
    assert list(change_negation(_true(sentence), LANGUAGE)) == expected


def test_an_item_is_negated_after_its_lead_in():
    that = _true(
        "Det betyder, at lederen viser mod.", lead_in="Det betyder, at lederen", item="viser mod"
    )
    assert "Det betyder, at lederen ikke viser mod." in change_negation(that, LANGUAGE)
    to = _true("Man er enig om at lede.", lead_in="Man er enig om at", item="lede")
    assert "Man er enig om ikke at lede." in change_negation(to, LANGUAGE)


@pytest.mark.parametrize(
    ("sentence", "changed"),
    [
        (
            "Lederen skal holde møder.",
            {
                "Lederen kan holde møder.",
                "Lederen bør holde møder.",
                "Lederen behøver ikke holde møder.",
                "Lederen har lov til at holde møder.",
                "Lederen opfordres til at holde møder.",
            },
        ),
        ("Der må ikke ryges.", set()),
        ("Man må ikke ryge.", {"Man må gerne ryge."}),
        ("Formanden kan højst sidde i to år.", set()),  # "skal højst" says the same
        ("Ingen kan løbe.", set()),
        (
            "Planen skal være kendt.",  # nobody is told to do something
            {
                "Planen kan være kendt.",
                "Planen bør være kendt.",
                "Planen behøver ikke være kendt.",
            },
        ),
        (
            "Hvis man kan, skal det ske.",
            {"Hvis man kan, kan det ske.", "Hvis man kan, bør det ske."},
        ),
    ],
)
def test_leave_and_duty_are_exchanged_in_the_main_clause(sentence, changed):
    assert set(change_modality(_true(sentence), LANGUAGE)) == changed


def test_nobody_whom_the_passage_names_takes_another_s_place():
    truth = _true(
        "Lederen taler med borgeren.",
        evidence="Lederen taler med borgeren, konsulenten og tillidsrepræsentanten.",
    )
    changed = list(change_actor(truth, LANGUAGE))
    assert changed
    for sentence in changed:
        assert len(set(sentence.split()) ^ set(truth.sentence.split())) in (1, 2)
    named = "leder|direktør|formand|borger|patient|konsulent|repræsentant|medarbejder|praktikant"
    swapped_in = {word for s in changed for word in s.split()} - set(truth.sentence.split())
    assert not any(re.search(named, word.lower()) for word in swapped_in)


def test_an_actor_keeps_its_form_and_a_compound_is_exchanged_whole():
    truth = _true("Ejendomslederen skal støtte medarbejdernes møder.")
    changed = list(change_actor(truth, LANGUAGE))
    assert all(
        re.fullmatch(
            r"(Ejendomslederen|\w+en) skal støtte (medarbejdernes|\w+ernes|\w+ændenes) møder\.",
            sentence,
        )
        for sentence in changed
    )
    assert any(not sentence.startswith("Ejendoms") for sentence in changed)
    assert any("medarbejdernes" not in sentence for sentence in changed)


def _numbers(sentence, **kwargs):
    changed = list(change_numbers(_true(sentence, **kwargs), LANGUAGE))
    return sorted({int(n) for s in changed for n in re.findall(r"(?<![\d.])\d+", s)})


@pytest.mark.parametrize(
    ("sentence", "value", "way"),
    [
        ("Samtalen tager højst 10 minutter.", 10, "down"),
        ("Samtalen tager mindst 10 minutter.", 10, "up"),
        ("Sagen lukkes inden for 10 dage.", 10, "down"),
        ("Forslag sendes senest 10 dage før mødet.", 10, "up"),
        ("Man kan gøre indsigelse inden for 10 dage.", 10, "up"),
        ("Man må tage op til 10 dage.", 10, "up"),
        ("Man får det, når man har været her i mindst 10 år.", 10, "down"),
        ("Man kan gå, når det varer højst 10 minutter.", 10, "up"),
        ("Er der under 10 fremmødte, aflyses mødet.", 10, "up"),
        ("Beløb over 10 kroner godkendes.", 10, "none"),
        ("Man arbejder ikke hjemme de første 10 uger.", 10, "up"),
        ("Udvalget har 10 medlemmer.", 10, "both"),
    ],
)
def test_a_bound_is_moved_to_where_the_true_one_does_not_imply_it(sentence, value, way):
    found = _numbers(sentence)
    ways = {"up" if number > value else "down" for number in found}
    assert ways == {"up": {"up"}, "down": {"down"}, "both": {"up", "down"}, "none": set()}[way]


def test_a_number_that_the_passage_holds_is_not_put_in_another_s_place():
    sentence = "Udvalget har 10 medlemmer."
    free = _numbers(sentence)
    held = "Udvalget har 10 medlemmer. De mødes 11 gange og vælger tretten og 20 andre."
    assert {11, 20} <= set(free)
    assert set(_numbers(sentence, evidence=held)) == set(free) - {11, 20}


def test_numbers_keep_how_they_are_written():
    assert "Udvalget har fem medlemmer." in change_numbers(
        _true("Udvalget har fire medlemmer."), LANGUAGE
    )
    assert "Det koster 19.000 kr." in change_numbers(_true("Det koster 18.000 kr."), LANGUAGE)
    assert "Grænsen er 4,5." in change_numbers(_true("Grænsen er 3,5."), LANGUAGE)


@pytest.mark.parametrize(
    "sentence",
    [
        "Det sker efter § 4, stk. 2.",
        "Det skete den 31. august 2016.",
        "Der kræves fire femtedele af stemmerne.",
        "Ejendommen er Lærkevang 2-88.",
        "Mødet er kl. 7.30.",
    ],
)
def test_what_numbers_something_else_is_no_quantity(sentence):
    assert list(change_numbers(_true(sentence), LANGUAGE)) == []


def test_a_date_gets_another_day_month_or_year_of_the_calendar():
    changed = set(change_dates(_true("Det skete den 31. august 2016."), LANGUAGE))
    assert "Det skete den 30. august 2016." in changed
    assert "Det skete den 31. juli 2016." in changed
    assert "Det skete den 31. august 2017." in changed
    assert not any("31. juni" in s or "31. september" in s for s in changed)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Den mødes hver {}.", "tirsdag: mandag onsdag torsdag"),
        ("Den mødes inden udgangen af {}.", "marts: januar februar"),
        ("Man ringer senest kl. {}.", "7.30: 5.30 6.30"),
        ("Det sker i {}.", "foråret: efteråret sommeren"),
        ("Det skete i {}.", "2013-2014: 2011-2014 2012-2014 2013-2015 2013-2016 2013-2018"),
    ],
)
def test_other_times_that_the_true_one_does_not_imply(sentence, other):
    own, others = other.split(": ")
    changed = set(change_dates(_true(sentence.format(own)), LANGUAGE))
    assert changed == {sentence.format(time) for time in others.split()}


@pytest.mark.parametrize(
    ("sentence", "dropped"),
    [
        ("Man kan sige nej, medmindre det haster.", "Man kan sige nej."),
        ("Man kan sige nej, medmindre det haster.", "Man kan sige nej uden undtagelse."),
        ("Bliver man syg, ringer man til lederen.", "Man ringer til lederen."),
        ("Når det haster, tager lederen over.", "Lederen tager altid over."),
        ("Nye arbejder som hovedregel ikke hjemme.", "Nye arbejder ikke hjemme."),
        ("Man kan efter aftale arbejde hjemme.", "Man kan arbejde hjemme."),
        ("En leder, der får en klage, skal handle.", "En leder skal handle."),
        ("Man kan søge orlov i op til 12 måneder.", "Man kan søge orlov."),
        ("Man kan søge orlov uden løn.", "Man kan søge orlov."),
    ],
)
def test_what_limits_a_sentence_is_left_out(sentence, dropped):
    assert dropped in list(drop_qualifiers(_true(sentence), LANGUAGE))


@pytest.mark.parametrize(
    "sentence",
    [
        "En leder skal handle inden for to dage.",  # "skal handle" follows
        "Kun chefen kan afskedige efter aftale.",
        "Man kan lede uden at eje noget.",
        "Udvalget består af to ansatte, som kollegerne vælger.",
        "Det kan den ene og, hvis det haster, den anden.",
        "Lederen viser mod.",
    ],
)
def test_nothing_is_left_out_where_less_would_still_be_true(sentence):
    assert list(drop_qualifiers(_true(sentence), LANGUAGE)) == []
