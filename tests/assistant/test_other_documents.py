"""Other organisations' documents, put in a folder and asked, with no enrichment."""

import json

import pytest

from assistant import texts
from assistant.answer import Status
from assistant.pipeline import Ask
from assistant.question import parse_role

FOLDERS = ["personalepolitik", "vedtaegt", "ledelse-sygehus", "uden-overskrifter"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quote_of_every_answer_is_its_slice(elsewhere, test_documents, folder):
    workplace = elsewhere(folder)
    assert not workplace.enrichment.questions
    (document,) = workplace.documents
    path = test_documents / f"{folder}.questions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines]
    headings = [{"question": f"Hvad står der om {p.plain[:60]}?"} for p in document.answers]
    for row in [*rows, *headings[:30]]:
        answer = workplace.assistant.answer(Ask(row["question"], parse_role(row.get("role"))))
        assert answer.text != texts.NOT_PROVEN
        for citation in answer.citations:
            assert citation.quote == document.text[citation.start : citation.end]
            assert citation.label


@pytest.mark.parametrize(
    ("folder", "question", "quotes", "label"),
    [
        (
            "personalepolitik",
            "Hvilke formål har personalepolitikken?",
            ("at gøre det tydeligt", "at sikre, at ens", "at give ledere"),
            "3 af 3 punkter (1. Formål)",
        ),
        (
            "personalepolitik",
            "Hvad skal leder og medarbejder aftale før den første dag hjemme?",
            (
                "hvilke opgaver", "hvordan kolleger", "på telefon", "på mail",
                "hvordan arbejdspladsen", "kommunen låner", "medarbejderen betaler",
            ),
            "3 af 3 punkter (3.2 Hjemmearbejde)",
        ),
        (
            "personalepolitik",
            "Hvilke samtaler er der?",
            ("Introduktionssamtale |", "MUS |", "GRUS |", "Seniorsamtale |", "Fratrædelses"),
            "5 af 5 punkter (4. Samtaler og udvikling)",
        ),
        (
            "vedtaegt",
            "Hvilke punkter skal dagsordenen mindst omfatte?",
            (
                "Valg af dirigent", "Bestyrelsens", "Godkendelse", "Budget", "Indkomne",
                "Valg til", "Eventuelt",
            ),
            "7 af 7 punkter (§ 8, stk. 3)",
        ),
        (
            "ledelse-sygehus",
            "Hvad kan afdelingsledelserne regne med fra sygehusledelsen?",
            ("klare mål", "højst fem mål", "meldt ud", "ærlige svar", "opbakning"),
            "3 af 3 punkter (Hvem gør hvad › Sygehusledelsen)",
        ),
        (
            "uden-overskrifter",
            "Hvilke tre ting ønsker besætningerne sig af deres teamledere?",
            ("at teamlederen kommer", "at ferieønsker", "at ros"),
            "3 af 3 punkter (notat)",
        ),
    ],
)  # fmt: skip
def test_a_list_is_given_whole_with_sub_items_and_rows(elsewhere, folder, question, quotes, label):
    answer = elsewhere(folder).assistant.invoke(question)
    assert answer.status is Status.ANSWERED
    items = [citation.quote for citation in answer.citations][: len(quotes)]
    assert [item.startswith(start) for item, start in zip(items, quotes, strict=True)] == (
        [True] * len(quotes)
    )
    assert f"{label}.*" in answer.text


@pytest.mark.parametrize(
    ("folder", "question", "label", "nugget"),
    [
        ("vedtaegt", "Hvad er et husstandsmedlem?", "§ 3, stk. 2", "mindst seks måneder"),
        ("vedtaegt", "Hvad koster det at betale boligafgiften for sent?", "§ 4, stk. 2", "275 kr."),
        ("vedtaegt", "Hvor stort er indskuddet?", "§ 4, stk. 1", "1.150 kr."),
        ("personalepolitik", "Hvem kan være bisidder?", "note 1", "En bisidder kan være"),
        ("personalepolitik", "Hvor tit holder man GRUS?", "række 3", "Hvert andet år"),
        ("personalepolitik", "Hvad er krænkende adfærd?", "5.1 Krænkende adfærd", "nedværdigende"),
        ("ledelse-sygehus", "Hvem kan udløse beredskab?", "udløse beredskab", "vagthavende"),
        ("uden-overskrifter", "Hvornår skal passagererne have besked?", "afsnit 4", "45 minutter"),
    ],
)
def test_a_specific_question_is_answered_with_its_place(elsewhere, folder, question, label, nugget):
    answer = elsewhere(folder).assistant.invoke(question)
    assert answer.status is Status.ANSWERED
    assert nugget in answer.citations[0].quote
    assert label in answer.citations[0].label


def test_a_comparison_is_found_in_the_rows_of_a_table(elsewhere):
    answer = elsewhere("personalepolitik").assistant.invoke("Hvad er forskellen på MUS og GRUS?")
    starts = [citation.quote.split(" |")[0] for citation in answer.citations]
    assert {"MUS", "GRUS"} <= set(starts)


def test_the_duties_of_a_named_leader_are_given_whole(elsewhere):
    answer = elsewhere("vedtaegt").assistant.invoke("Hvad forventes der af ejendomslederen?")
    assert answer.status is Status.ANSWERED
    assert len([c for c in answer.citations if "litra" in c.label]) == 4


def test_a_comparison_of_two_unknown_things_is_refused(elsewhere):
    answer = elsewhere("vedtaegt").assistant.invoke("Hvad er forskellen på MUS og GRUS?")
    assert answer.status is not Status.ANSWERED


def test_a_wholly_foreign_question_is_not_answered(elsewhere):
    answer = elsewhere("personalepolitik").assistant.invoke("Hvem vandt Superligaen sidste år?")
    assert answer.status is not Status.ANSWERED


def test_an_unknown_subject_is_refused_in_the_document_s_own_name(elsewhere):
    answer = elsewhere("vedtaegt").assistant.invoke("Hvordan bliver vejret i weekenden?")
    assert answer.status is not Status.ANSWERED
    assert "dokumentet" in answer.text.split("\n")[0]
