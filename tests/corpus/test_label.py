import pytest

from corpus.label import Labeller, find_subsection

TEXT = "Ledelse i Sorø Kommune, hvor Sorø Kommune er en mindre kommune. Her i Sorø bor vi."


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("KRAV OG FORVENTNING", "Krav og forventning"),
        ("LEDELSE I SORØ KOMMUNE", "Ledelse i Sorø Kommune"),
        ("Koordinering:", "Koordinering"),
        ("Fælles Kurs", "Fælles Kurs"),
        ("ÅBENHED", "Åbenhed"),
        ("1. FORMÅL", "1. Formål"),
        ("A", "A"),
        ("2016", "2016"),
    ],
)
def test_a_title_does_not_shout_and_has_no_colon(heading, title):
    assert Labeller(TEXT, {}).title(heading) == title


def test_a_section_is_named_by_its_headings():
    assert Labeller("", {}).section(("Værdier", "Mod")) == "Værdier › Mod"


def test_the_single_outermost_heading_is_left_out_except_for_itself():
    labeller = Labeller("", {}, top="Politik")
    assert labeller.section(("Politik", "Fravær")) == "Fravær"
    assert labeller.section(("Politik",)) == "Politik"


@pytest.mark.parametrize(
    "heading", ["2.1 Sygefravær", "§ 4. Indskud", "Kapitel 3", "Bilag A", "3) Mål"]
)
def test_a_numbered_heading_stands_alone(heading):
    assert Labeller("", {}).section(("Fravær", heading)) == heading


def test_an_override_stands_for_its_heading_and_all_above_it():
    labeller = Labeller("", {"B. Fælles Kurs": "Strategi B"})
    path = ("TRE STRATEGIER", "B. Fælles Kurs", "Koordinering:")
    assert labeller.section(path) == "Strategi B › Koordinering"


@pytest.mark.parametrize(
    ("path", "subsection", "place", "label"),
    [
        (("Krav",), "", "punkt 2", "Krav, punkt 2"),
        (("Krav",), "", "", "Krav"),
        ((), "", "afsnit 2", "afsnit 2"),
        ((), "", "", "Hele dokumentet"),
        (("§ 4. Indskud",), "stk. 2", "", "§ 4, stk. 2"),
        (("§ 4 a. Indskud",), "stk. 2", "litra b", "§ 4 a, stk. 2, litra b"),
        (("Regler",), "stk. 2", "", "Regler, stk. 2"),
        (("§ 4, stk. 2",), "", "punkt 1", "§ 4, stk. 2, punkt 1"),
    ],
)
def test_a_passage_is_named_by_its_section_and_place(path, subsection, place, label):
    assert Labeller("", {}).passage(path, subsection, place) == label


@pytest.mark.parametrize(
    ("plain", "subsection"),
    [
        ("Stk. 2. Foreningen ejer.", "stk. 2"),
        ("stk 12 Foreningen ejer.", "stk. 12"),
        ("Efter stk. 2 ejer foreningen.", ""),
        ("", ""),
    ],
)
def test_a_passage_opens_a_subsection_by_its_number(plain, subsection):
    assert find_subsection(plain) == subsection
