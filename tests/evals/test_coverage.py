from dataclasses import replace

import pytest

from assistant.answer import Status
from assistant.opening import Workplace
from assistant.settings import Settings
from corpus.document import Metadata
from corpus.parsing import parse_document
from evals.gold.question import GoldQuestion
from evals.task.alteration import alter
from evals.task.asking import Desk
from evals.task.coverage import find_coverage, plan_coverage

HANDBOOK = """# Håndbog

Kantinen åbner klokken elleve hver dag undtagen fredag.

## Ferie

Ferien ønskes hos nærmeste leder inden den første marts.

- Sommerferie holdes i juli.
- Vinterferie holdes i februar.
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handbook")
    (folder / "handbook.md").write_text(HANDBOOK, encoding="utf-8")
    return Desk(Workplace(Settings(documents=folder, index_dir=folder / "index")))


@pytest.fixture
def desk(workplace):
    return Desk(workplace)


def desk_over(workplace, *documents):
    """A desk where nothing is asked, so that no index is built."""
    altered = alter(
        workplace,
        workplace.settings.index_dir,
        documents=documents,
        enrichment=workplace.enrichment,
        embedder=workplace.embedder,
    )
    return Desk(altered)


def lines_of(desk):
    items = plan_coverage(desk, []).run()
    return {
        item.exchange.question: item.scores["line_read"] for item in items if item.kind == "line"
    }


def test_a_passage_is_asked_for_found_or_neither(handbook):
    canteen = "Kantinen åbner klokken elleve hver dag undtagen fredag."
    winter = "Vinterferie holdes i februar."
    questions = [
        GoldQuestion("Q002", "Åbner kantinen klokken elleve hver dag?", gold=(canteen,)),
        GoldQuestion("Q004", "Hvem vandt VM i fodbold i 2022?", gold=(winter,)),
    ]
    items = {
        item.exchange.question: item.scores
        for item in plan_coverage(handbook, questions).run()
        if item.kind != "line"
    }
    assert items[canteen] == {"asked": 1, "found": 1}
    assert items[winter] == {"asked": 1, "found": 0}
    assert items["Sommerferie holdes i juli."] == {"asked": 0, "found": None}


class Refusing(Desk):
    def ask(self, question, role="", conversation=None):
        return replace(super().ask(question, role, conversation), status=Status.NEAREST)


def test_a_passage_that_is_only_shown_as_nearest_is_not_found(handbook):
    canteen = GoldQuestion(
        "Q002", "Åbner kantinen klokken elleve hver dag?", gold=("Kantinen åbner",)
    )
    assert len(find_coverage(handbook, [canteen]).found) == 1
    refusing = find_coverage(Refusing(handbook.workplace), [canteen])
    assert len(refusing.asked) == 1
    assert not refusing.found


def test_a_dropped_bullet_is_the_one_line_not_read(workplace, leadership):
    bullet = next(p for p in leadership.passages if p.kind == "item" and "\n" not in p.text)
    kept = tuple(passage for passage in leadership.passages if passage != bullet)
    lines = lines_of(desk_over(workplace, replace(leadership, passages=kept)))
    assert [line for line, read in lines.items() if read == 0] == [f"- {bullet.text}"]


def test_a_passage_cut_a_letter_short_is_noticed(workplace, leadership):
    first, *rest = leadership.passages
    short = replace(first, text=first.text[:-1], end=first.end - 1)
    lines = lines_of(desk_over(workplace, replace(leadership, passages=(short, *rest))))
    assert sum(read == 0 for read in lines.values()) == 1


def test_markers_tables_and_rules_are_no_lost_letters(workplace):
    text = (
        "# Regler\n\n> Et citat[^b] her.\n\na) Det første.\nb) Det andet.\n\n"
        "1. Et punkt.\n   - Under.\n\n"
        "| Navn | Rolle |\n|:-----|------:|\n| Leder | Leder |\n\n---\n\n[^b]: En note.\n"
    )
    document = parse_document("regler", text, Metadata(title="Regler"))
    lines = lines_of(desk_over(workplace, document))
    assert set(lines.values()) == {1.0}
    assert len(lines) == 9


def test_a_line_of_code_that_no_passage_holds_is_told(workplace):
    document = parse_document(
        "kode", "# Titel\n\nTekst.\n\n```\nskjult linje\n```\n", Metadata(title="")
    )
    assert lines_of(desk_over(workplace, document)) == {
        "# Titel": 1,
        "Tekst.": 1,
        "skjult linje": 0,
    }


def test_every_line_of_the_bundled_document_is_read(desk):
    lines = lines_of(desk)
    assert lines
    assert set(lines.values()) == {1.0}


def test_there_is_an_item_for_each_answering_passage_and_each_line(handbook):
    task = plan_coverage(handbook, [])
    items = list(task.run())
    assert len(items) == task.total == 4 + 6
    assert len({item.id for item in items}) == len(items)
    assert {item.cluster for item in items} == {"Håndbog", "Ferie"}


def test_sections_of_several_documents_are_told_apart(workplace, leadership):
    other = parse_document("andet", "# Formål\n\nTekst.\n", Metadata(title="Vedtægt"))
    items = list(plan_coverage(desk_over(workplace, leadership, other), []).run())
    assert "Vedtægt, Formål" in {item.cluster for item in items}
    assert f"{leadership.metadata.title}, Vilkåret" in {item.cluster for item in items}
