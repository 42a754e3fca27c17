from evals.record import Item, forget_exchanges
from evals.report import refusal_texts
from evals.report.page import write_page
from evals.report.refusal import build_refusals

_HELD = (0.9, 0.8, 0.7, 0.6, 0.4)
_UNHELD = (
    ("near_miss", 0.1, 1.0),
    ("near_miss", 0.5, 1.0),
    ("fact_missing", 0.65, 1.0),
    ("fact_missing", 0.65, 0.0),
    ("false_premise", 0.05, 0.0),  # answered in spite of it: a passage sets the premise right
)


def _item(task, number, part, kind, **scores):
    return Item(task, f"{part}{number}", part, kind, "", "", scores)


def _questions(part):
    """Return five questions of each sort; one that is held is refused, though it is probable."""
    held = [
        _item("answerable", n, part, "direct", answerability=p, false_refusal=float(n == 0))
        for n, p in enumerate(_HELD)
    ]
    unheld = [
        _item("unanswerable", n, part, kind, answerability=p, refused=refused)
        for n, (kind, p, refused) in enumerate(_UNHELD)
    ]
    return [*held, *unheld]


def _rows(table):
    return {
        row.heading: [cell.split("\N{NO-BREAK SPACE}")[0] for cell in row.cells]
        for row in table.rows
    }


def _both(make_record):
    return build_refusals(make_record([*_questions("dev"), *_questions("test")]))


def test_the_test_part_comes_first_with_the_shares_at_each_level_and_in_use(make_record):
    test, _ = _both(make_record).parts
    assert test.title == refusal_texts.PARTS["test"]
    # At 5 and 10 % none of the five may be refused (threshold .4), at 20 % one (threshold .6).
    assert _rows(test.table) == {
        "Alle uden svar i dokumentet": ["40,0", "40,0", "60,0", "60,0", "5"],
        "Oplysningen mangler": ["0,0", "0,0", "0,0", "50,0", "2"],
        "Tæt på, men står der ikke": ["50,0", "50,0", "100,0", "100,0", "2"],
        "Forkert antagelse": ["100,0", "100,0", "100,0", "0,0", "1"],
        "Alle med svar i dokumentet": ["0,0", "0,0", "20,0", "20,0", "5"],
    }


def test_the_dev_part_is_cross_validated(make_record):
    _, dev = _both(make_record).parts
    rows = _rows(dev.table)
    # The last round chooses .6 without .4, and so refuses .4 wrongly, at every level; at 20 %
    # none of the four chosen on may be refused.
    assert rows["Alle med svar i dokumentet"] == ["20,0", "20,0", "20,0", "20,0", "5"]
    assert rows["Alle uden svar i dokumentet"] == ["40,0", "40,0", "40,0", "60,0", "5"]


def test_what_the_threshold_in_use_gives_is_said_in_a_sentence(make_record):
    for part in _both(make_record).parts:
        told = part.told.replace("\N{NO-BREAK SPACE}", " ")
        assert "afviser 60,0 % af spørgsmålene uden svar og, uden grund, 20,0 %" in told


def test_five_or_more_questions_get_an_interval_and_fewer_do_not(make_record):
    test, _ = _both(make_record).parts
    cells = {row.heading: row.cells[0] for row in test.table.rows}
    assert cells["Alle uden svar i dokumentet"] == "40,0\N{NO-BREAK SPACE}% (11,8–76,9)"
    assert "(" not in cells["Oplysningen mangler"]


def test_a_part_with_too_few_questions_is_left_out(make_record):
    few = _questions("test")[1:]  # four answerable
    built = build_refusals(make_record([*_questions("dev"), *few]))
    assert [part.title for part in built.parts] == [refusal_texts.PARTS["dev"]]
    only_held = _questions("dev")[: len(_HELD)]
    assert build_refusals(make_record(only_held)) is None
    assert build_refusals(make_record([])) is None


def test_a_question_without_a_probability_is_left_out(make_record):
    odd = _item("unanswerable", 9, "test", "personal", answerability=None, refused=1.0)
    (test,) = build_refusals(make_record([*_questions("test"), odd])).parts
    assert _rows(test.table)["Alle uden svar i dokumentet"][-1] == "5"
    assert "Personlige forhold" not in _rows(test.table)


def test_the_page_shows_both_parts_and_one_s_own_cases_neither(make_record, tmp_path):
    items = [*_questions("dev"), *_questions("test")]
    write_page(forget_exchanges(make_record(items)), tmp_path / "side.html")
    page = (tmp_path / "side.html").read_text(encoding="utf-8")
    section = page[page.index('<section id="unanswerable">') : page.index('<section id="fejl">')]
    assert refusal_texts.TITLE in section
    for sentence in (*refusal_texts.EXPLANATION, *refusal_texts.CHOSEN.values()):
        assert sentence in section
    for name in refusal_texts.PARTS.values():
        assert f"<caption>{refusal_texts.CAPTION.format(part=name)}</caption>" in section
    write_page(make_record(_questions("own")), tmp_path / "egne.html")
    assert refusal_texts.TITLE not in (tmp_path / "egne.html").read_text(encoding="utf-8")
