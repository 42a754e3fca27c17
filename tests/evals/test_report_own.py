from dataclasses import replace

import pytest

from evals.record import Exchange, Item
from evals.report import own_texts, texts
from evals.report.choice import is_own
from evals.report.own import gather_own, summarise_own
from evals.report.page import write_page


def _case(line, *, section="Mod", role="", given="Givet svar", status="answered", **scores):
    task = "answerable" if section else "unanswerable"
    exchange = Exchange(
        question=f"Spørgsmål {line}?",
        expected=("Afsnittets første punkt", "Afsnittets andet punkt") if section else (),
        note=section,
        given=given,
        status=status,
        citations=("Mod, punkt 1",),
        reason="Derfor.",
        hits=("Mod (0,90)",),
    )
    return Item(task, f"linje {line}", "own", "", role, f"C{line}", scores, exchange)


def _cases():
    return [
        _case(2, role="leder", any_right=1.0, first_right=1.0, length_ratio=0.3, seconds=0.1),
        _case(10, any_right=0.0, first_right=0.0, false_refusal=1.0, seconds=0.2),
        _case(3, section="", status="refused", handled=1.0, refused=1.0, wrong_quotes=0.0),
    ]


def _rewritten(line, variant, **scores):
    case = _case(line, **scores)
    return replace(case, task="robustness", id=f"{case.id}.{variant}", kind=variant)


@pytest.fixture
def write_own(tmp_path, make_record):
    def write(items):
        path = tmp_path / "side.html"
        write_page(make_record(items), path)
        return path.read_text(encoding="utf-8")

    return write


def test_a_run_is_of_own_cases_if_all_that_is_asked_is(make_record):
    assert is_own(make_record(_cases()))
    assert is_own(make_record([_rewritten(2, "typo", same_first=1.0)]))
    assert not is_own(make_record([*_cases(), replace(_cases()[0], id="Q1", part="dev")]))
    assert not is_own(make_record([]))


def test_every_case_is_shown_in_the_order_of_the_file_with_its_whole_answer(write_own):
    page = write_own(_cases())
    places = [page.index(f"Linje {line}: Spørgsmål {line}?") for line in (2, 3, 10)]
    assert places == sorted(places)
    answers = page[page.index('id="svar"') : page.index("</section>", page.index('id="svar"'))]
    assert answers.count("Givet svar") == 3
    assert answers.count("<dd>Mod</dd>") == 2
    assert answers.count(own_texts.EXPECTED_NONE) == 1
    assert answers.count("<dd>Afvist</dd>") == 1
    assert "Afsnittets første punkt" in answers
    assert own_texts.RIGHT_SECTION in answers


def test_a_long_answer_is_there_in_full(write_own):
    words = [f"ord{n}" for n in range(400)]
    page = write_own([_case(2, any_right=1.0, given=" ".join(words))])
    assert [word for word in words if page.count(f"{word} ") + page.count(f"{word}<") != 1] == []


@pytest.mark.parametrize(
    ("case", "is_right", "verdict"),
    [
        (_case(2, any_right=1.0, first_right=1.0), True, own_texts.RIGHT_SECTION),
        (_case(2, any_right=1.0, first_right=0.0), True, own_texts.RIGHT_LATER),
        (_case(2, any_right=0.0, false_refusal=0.0), False, own_texts.WRONG_SECTION),
        (_case(2, any_right=0.0, false_refusal=1.0), False, own_texts.WRONG_REFUSED),
        (_case(2, section="", handled=1.0), True, own_texts.RIGHT_REFUSED),
        (_case(2, section="", handled=0.0), False, own_texts.WRONG_ANSWERED),
        (_case(2), None, own_texts.UNJUDGED),
        (
            _case(2, any_right=1.0, wrong_quotes=1.0),
            False,
            f"{own_texts.RIGHT_SECTION} Desuden: forkert citat.",
        ),
    ],
)
def test_a_verdict_says_what_was_expected_and_what_came(case, is_right, verdict, make_record):
    (answer,) = gather_own(make_record([case]))
    assert (answer.is_right, answer.verdict) == (is_right, verdict)


def test_the_summary_counts_cases_and_gives_no_share_of_so_few(make_record):
    rewrites = [_rewritten(2, "typo", same_first=1.0), _rewritten(2, "bare", same_first=0.0)]
    summary = summarise_own(make_record([*_cases(), *rewrites]))
    assert summary.verdict == "2 af 3 spørgsmål gik, som I ventede."
    assert summary.plain[:3] == (
        "1 af 2 spørgsmål med et angivet afsnit fik et svar fra afsnittet.",
        "1 af 1 spørgsmål uden et afsnit blev afvist.",
        own_texts.TOLD_REWRITTEN.format(right=1, total=2),
    )


def test_the_page_says_what_is_checked_and_nothing_of_parts_or_of_other_questions(write_own):
    page = write_own(_cases())
    assert "<h1>Egne spørgsmål" in page
    assert own_texts.NOTE in page
    assert "udviklingsdel" not in page.casefold()
    assert "prøvedel" not in page.casefold()
    assert "af én person" not in page
    assert texts.PARTS not in page
    assert "fuldstændigt og henviser" not in page


def test_what_tells_nothing_of_own_cases_is_left_out(write_own):
    case = _case(2, any_right=1.0, gold_precision=0.5, length_ratio=0.3, answerability=0.9)
    case.scores.update(nugget_recall=1.0, ndcg_at_10=0.4, section_recall=0.5, seconds=0.1)
    others = [replace(case, id=f"linje {n}", role="leder") for n in (3, 4)]
    refused = _case(5, section="", handled=1.0, answerability=0.1)
    items = [case, *others, refused]
    own = write_own(items)
    gold = write_own([replace(item, part="dev") for item in items])
    for name in (
        "Andel rigtige henvisninger",
        "Hvor meget af svaret er med",
        "Svarets længde",
        "Søgningens rækkefølge",
        "Rigtige afsnit fundet",
        "må afvises uden grund",
        "<svg",
    ):
        assert name not in own
        assert name in gold
    assert "<td>–" not in own
    assert "(20,7–100,0)" not in own


def test_a_column_of_nothing_but_dashes_is_left_out(write_own):
    items = [_case(2, role="leder", any_right=1.0), _case(3, role="hr", any_right=0.0)]
    page = write_own([replace(item, part="dev") for item in items])
    assert ">Afvist uden grund<" not in page
    assert ">Mindst én henvisning er rigtig<" in page


def test_roles_add_up_where_some_are_not_given(write_own):
    items = [_case(n, role=role, any_right=1.0) for n, role in enumerate(("leder", "hr", "", ""))]
    page = write_own(items)
    table = page[page.index("efter hvem der spørger</caption>") :]
    table = table[: table.index("</table>")]
    rows = table.split('role="rowheader">')[1:]
    assert [row.split("<")[0] for row in rows] == ["Ledere", "HR", "Ikke angivet"]
    assert [row.split("<span>")[-1].split("<")[0] for row in rows] == ["1", "1", "2"]


def test_roles_are_not_shown_where_none_is_given(write_own):
    page = write_own([_case(n, any_right=1.0) for n in (2, 3)])
    assert "efter hvem der spørger" not in page


def test_only_rewrites_are_listed_as_gone_wrong_and_named_in_danish(write_own):
    rewrites = [
        replace(
            _rewritten(2, "typo", same_first=0.0),
            exchange=Exchange("Spørgsmål 2 meed fejl?", note="Spørgsmål 2?"),
        )
    ]
    page = write_own([*_cases(), *rewrites])
    failures = page[page.index('id="fejl"') :]
    assert "linje 2, slåfejl: Spørgsmål 2 meed fejl?" in failures
    assert "<dt>Oprindeligt spørgsmål</dt><dd>Spørgsmål 2?</dd>" in failures
    assert "linje 2.typo" not in page
    assert "linje 10" not in failures
    assert own_texts.FAILURES_NONE in write_own(_cases())
