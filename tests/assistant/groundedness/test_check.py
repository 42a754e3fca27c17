import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.groundedness import texts
from assistant.groundedness.check import CEILINGS, GroundednessCheck, _stretch, load_check
from assistant.groundedness.lexicon import load_lexicon
from assistant.groundedness.verdict import Evidence

MEETING = """# Møder

Personalemødet holdes den første tirsdag i måneden klokken 8.30. Referatet sendes til alle
medarbejdere senest to uger efter mødet, hvis der er truffet beslutninger.
"""
GARDEN = """# Kolonihaven

## Ansvar

Lederen skal

- føre tilsyn med drivhuset
- bestille frø hos gartneren
- invitere naboerne til høstfest
- holde redskaberne rene
"""
QUAY = "# Havnen\n\n## Sikkerhed på kajen\n\nAlle bærer redningsvest på kajen."
DUTY = "Lederen skal orientere bestyrelsen om regnskabet."
GATE = "Gæsterne må ikke parkere foran porten."
LONG = "Havnen åbner for sejlere om foråret. Lederen skal orientere bestyrelsen om regnskabet. "

SUPPORTED = [
    ("Personalemødet holdes den første tirsdag i måneden klokken 8.30.", MEETING),
    ("Der står, at personalemødet holdes den første tirsdag i måneden klokken 8.30.", MEETING),
    ("Ifølge teksten holdes personalemødet den første tirsdag i måneden klokken 8.30.", MEETING),
    ("Lederen skal føre tilsyn med drivhuset og bestille frø hos gartneren.", GARDEN),
    ("Lederen skal holde redskaberne rene og føre tilsyn med drivhuset.", GARDEN),
    ("Der er fire punkter på listen over, hvad lederen skal.", GARDEN),
    ("Teksten siger »Personalemødet holdes den første tirsdag«.", MEETING),
    ("Under »Sikkerhed på kajen« står, at alle bærer redningsvest på kajen.", QUAY),
    ("Man afleverer nøglerne på kontoret.", "Nøglerne afleveres på kontoret."),
    ("Medarbejderen må låne ladcyklen.", "Medarbejderen kan låne ladcyklen."),
    ("Aftalen blev underskrevet i marts 2014.", "Aftalen blev underskrevet den 12. marts 2014."),
    ("25 % tager toget.", "Mange cykler, og 25 procent tager toget."),
    ("Lederen skal klippe hækken.", "Lederen skal\n\n- passe haven\n  - klippe hækken"),
    ("Alle bærer redningsvest på kajen.", "Alle bærer **redningsvest** på [kajen](http://x.dk)."),
    ("Alle bærer redningsvest.", "<div>\n\nAlle bærer redningsvest.\n\n</div>"),
    ("Tilsyn: Gartneren.", "| Opgave | Hvem |\n|---|---|\n| Tilsyn | Gartneren |"),
    ("Toget aflyses.", "Toget aflyses, hvis det sner.\n\nToget aflyses."),
]

UNSUPPORTED = [
    ("Teksten siger »Personalemødet holdes hver eneste fredag«.", MEETING, "Citatet"),
    ("Personalemødet holdes den første torsdag i måneden.", MEETING, "»torsdag«"),
    ("Personalemødet holdes klokken halv otte.", MEETING, "»halv otte«"),
    ("Referatet sendes til alle medarbejdere senest tre uger efter mødet.", MEETING, "»tre«"),
    ("Der er fem punkter på listen over, hvad lederen skal.", GARDEN, "»fem«"),
    ("Messen holdes hvert år.", "Messen holdes hvert andet år.", "»hvert år«"),
    ("Messen holdes hver måned.", "Messen holdes to gange om året.", "»hver måned«"),
    ("40 procent tager toget.", "25 procent tager toget.", "»40 procent«"),
    ("Medarbejderen skal orientere bestyrelsen om regnskabet.", DUTY, "»Medarbejderen«"),
    ("Nøglerne ligger hos Karen Holm.", "Nøglerne ligger på kontoret.", "»Karen«"),
    ("Gæsterne må parkere foran porten.", GATE, "benægter"),
    ("Lederen skal ikke orientere bestyrelsen om regnskabet.", DUTY, "benægter"),
    ("Heste må gå her.", "Det er ikke rigtigt, at heste må gå her.", "benægter"),
    ("Lederen kan orientere bestyrelsen om regnskabet.", DUTY, "mulighed"),
    ("Det er frivilligt, om lederen orienterer bestyrelsen om regnskabet.", DUTY, "frivilligt"),
    ("Medarbejderen skal låne ladcyklen.", "Medarbejderen kan låne ladcyklen.", "pligt"),
    ("Toget aflyses.", "Toget aflyses, hvis det sner.", "andet end teksten"),
    ("Døren skal holdes lukket hele dagen.", "Døren skal holdes åben hele dagen.", "»lukket«"),
    ("Under Løn står der, at alle bærer redningsvest.", QUAY, "Løn"),
    ("The leader must inform the board about the accounts.", DUTY, "»The«"),
    ("The weather is nice today.", DUTY, "»weather«"),
    ("Solen skinner.", DUTY, "»Solen«"),
]


@pytest.mark.parametrize(("sentence", "text"), SUPPORTED)
def test_what_the_text_says_is_supported(judge, sentence, text):
    verdict = judge(sentence, text)
    assert verdict.is_supported, verdict


@pytest.mark.parametrize(("sentence", "text", "told"), UNSUPPORTED)
def test_what_the_text_does_not_say_is_unsupported_and_told(judge, sentence, text, told):
    verdict = judge(sentence, text)
    assert not verdict.is_supported, verdict
    assert told in verdict.reason


@pytest.mark.parametrize("sentence", ["", "  \n", "...!?", "-", "🙂", "\u200b", "\ud800"])
def test_without_words_there_is_no_sentence(judge, sentence):
    verdict = judge(sentence, DUTY, sentence)
    assert (verdict.score, verdict.reason) == (0.0, texts.EMPTY)


@pytest.mark.parametrize("sentence", ["og", "Det er det."])
def test_words_that_claim_nothing_are_unsupported(judge, sentence):
    assert judge(sentence, DUTY).reason == texts.HOLLOW


@pytest.mark.parametrize(
    "pieces", [(), ("",), ("", " \n"), ("#",), ("---",), ("<!-- intet -->",), ("🙂",), ("\u200b",)]
)
def test_evidence_that_says_nothing_supports_nothing(judge, pieces):
    verdict = judge("Lederen sover.", *pieces)
    assert (verdict.score, verdict.reason) == (0.0, texts.NO_EVIDENCE)


PLAIN = "Ældre får kørsel til højskolen på søndag."


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", PLAIN),
        PLAIN.replace("kørsel", "kør\u200bsel"),
        PLAIN.replace("kørsel", "kør\u00adsel"),
        PLAIN.replace(" ", "\u00a0"),
        PLAIN.upper(),
        f"\ufeff{PLAIN}",
        f"🎉 {PLAIN} 🎉",
        "Aeldre faar koersel til hoejskolen paa soendag.",
    ],
)
def test_however_it_is_written_it_is_the_same_sentence(judge, written):
    assert judge(written, PLAIN).reason == texts.VERBATIM
    assert judge(PLAIN, written).reason == texts.VERBATIM


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("Lederen skal orientere bestyrelsen om regnskabet.", True), ("Ni konger danser.", False)],
)
def test_long_evidence_is_judged_in_time(judge, sentence, expected):
    text = LONG * (20_000 // len(LONG) + 1)
    started = time.perf_counter()
    verdict = judge(sentence, text)
    assert time.perf_counter() - started < 5  # a third of a second on an idle core
    assert verdict.is_supported == expected


def test_a_long_run_of_letters_is_judged_in_time(judge):
    started = time.perf_counter()
    judge("Lederen sover.", "a" * 20_000)
    judge("a" * 20_000, DUTY)
    assert time.perf_counter() - started < 5


def test_one_piece_of_many_is_enough(judge):
    assert judge(DUTY, QUAY, GATE, DUTY, GARDEN).reason == texts.VERBATIM


def test_the_section_of_a_piece_counts_as_its_heading(check):
    piece = Evidence("Alle får løn den sidste bankdag.", "Løn og ferie")
    right = check("Under »Løn og ferie« står, at alle får løn den sidste bankdag.", [piece])
    wrong = check("Under »Vagt og fravær« står, at alle får løn den sidste bankdag.", [piece])
    assert right.is_supported
    assert not wrong.is_supported


def test_the_question_lends_a_sentence_its_names(judge):
    asked = judge("Lederen i Thisted skal gå.", "Lederen skal gå.", question="Og i Thisted?")
    alone = judge("Lederen i Thisted skal gå.", "Lederen skal gå.")
    assert alone.score <= CEILINGS["names"] < asked.score


class _Certain:
    """A model that is always sure of the same."""

    def __init__(self, probability):
        self._probability = probability

    def probability(self, _signals):
        return self._probability


@pytest.mark.parametrize(
    ("name", "sentence", "text"),
    [
        ("wrong_quotes", "Der står »hestene danser vals«.", "Hestene sover."),
        ("quantities", "Ni heste sover.", "Syv heste sover."),
        ("names", "Hestene sover i Thisted.", "Hestene sover."),
        ("actors", "Borgmesteren sover.", "Lederen sover."),
        ("is_elsewhere", "Under »Føl« sover hestene.", "# Heste\n\nHestene sover."),
        ("is_loosened", "Kusken kan fodre hesten.", "Kusken skal fodre hesten."),
        ("drops_condition", "Hestene sover.", "Hestene sover, hvis det er nat."),
        ("drops_denial", "Heste flyver.", "Det er ikke sandt, at heste flyver."),
        ("is_unrelated", "Solen skinner.", DUTY),
    ],
)
def test_no_model_lifts_a_sentence_over_its_ceiling(embedder, name, sentence, text):
    check = GroundednessCheck(load_lexicon(embedder), _Certain(1.0))
    assert check(sentence, [Evidence(text)]).score == CEILINGS[name] < 0.5


def test_no_model_sinks_what_stands_there(embedder):
    check = GroundednessCheck(load_lexicon(embedder), _Certain(0.0))
    assert check("Hestene sover.", [Evidence("Hestene sover.")]).is_supported
    framed = check("Der står, at hestene sover nu.", [Evidence("Hestene sover nu.")])
    assert framed.is_supported


def test_the_cut_is_where_support_begins():
    places = [_stretch(probability / 100) for probability in range(101)]
    assert (places[0], places[44], places[100]) == (0.0, 0.5, 1.0)
    assert places == sorted(places)
    assert _stretch(0.4399) < 0.5


def test_the_same_question_gets_the_same_verdict(embedder, judge):
    fresh = GroundednessCheck(load_lexicon.__wrapped__(embedder), load_check(embedder)._model)
    for sentence, text in SUPPORTED[:6]:
        verdict = judge(sentence, text)
        assert verdict == judge(sentence, text) == fresh(sentence, [Evidence(text)])


def test_a_long_passage_is_shortened_in_the_reason(judge):
    verdict = judge("Teksten handler om sejlere og havne.", LONG.replace(".", ",") * 9)
    assert len(verdict.reason) < 2 * texts.LONGEST_SHOWN


words = st.sampled_from([
    "Lederen", "skal", "ikke", "12", "maj", "»porten«", "halv", "otte,", "- ", "# ", "|", "og",
    "hvis", "\n\n", "\n- ", "kan", "Odense", "25", "%", "hvert", "andet", "år.", "...", "\u200b",
    "🙂", "<b>", "**", "[x](y)", "```", "&amp;", "\\", "den", "nulte", "nul", "gange", "om året",
])  # fmt: skip
sentences = st.one_of(st.text(max_size=80), st.lists(words, max_size=15).map(" ".join))


@given(sentence=sentences, pieces=st.lists(sentences, max_size=3), question=sentences)
@example(sentence="\x00", pieces=["\x00a"], question="")
@example(sentence="1.000.000,5 %", pieces=["0 gange om året"], question="")
@example(sentence="hver nulte uge", pieces=["hver nulte uge"], question="")
@example(sentence="nul gange om ugen", pieces=["nul gange om ugen"], question="")
def test_every_verdict_is_whole(embedder, sentence, pieces, question):
    verdict = load_check(embedder)(sentence, [Evidence(piece) for piece in pieces], question)
    assert 0.0 <= verdict.score <= 1.0
    assert verdict.is_supported == (verdict.score >= 0.5)
    assert verdict.reason.strip()


def test_every_reason_is_a_danish_sentence():
    shown = [text for name, text in vars(texts).items() if name.isupper() and type(text) is str]
    assert len(shown) > 10
    for text in shown:
        assert text.endswith((".", "»{nearest}«"))
        assert text[0].isupper()
