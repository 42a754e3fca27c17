from collections import Counter
from dataclasses import dataclass

import pytest

from assistant.opening import Workplace
from assistant.settings import Settings
from corpus.document import Metadata
from corpus.enrichment import Enrichment, PassageQuestions
from corpus.parsing import parse_document
from evals.gold.question import GoldQuestion
from evals.task.asking import Desk
from evals.task.removal import plan_removal, take_out

POLICY = """# Politik

Politikken gælder for alle ansatte.

## Fravær

Sygdom meldes til lederen inden klokken otte:

- på telefon
- på mail

### Barns sygdom

Barnets første sygedag er med løn.

## Kantine

Kantinen åbner klokken elleve hver dag.
Vagten låser kantinen klokken femten.

## Bygningen

Vagten låser kantinen klokken femten og hoveddøren klokken seksten.
"""


@pytest.fixture
def policy():
    return parse_document("politik", POLICY, Metadata(title="Politik"))


@pytest.fixture(scope="module")
def policy_desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("policy")
    (folder / "politik.md").write_text(POLICY, encoding="utf-8")
    return Desk(Workplace(Settings(documents=folder, index_dir=folder / "index")))


def texts_of(document):
    return [passage.text for passage in document.answers]


def test_a_section_goes_with_all_that_stands_below_it(policy):
    removal = take_out([policy], Enrichment(), "politik", ("Politik", "Fravær"))
    (left,) = removal.documents
    assert [section.title for section in left.sections] == ["Politik", "Kantine", "Bygningen"]
    assert not any("syg" in text.casefold() for text in texts_of(left))
    assert len(texts_of(left)) == 3
    assert len(removal.removed) == len(policy.passages) - len(left.passages) == 6


def test_what_is_left_is_still_slices_and_names_nothing_that_is_gone(policy):
    removal = take_out([policy], Enrichment(), "politik", ("Politik", "Fravær"))
    (left,) = removal.documents
    assert left.text == policy.text
    assert all(left.text[p.start : p.end] == p.text for p in left.passages)
    named = {p.lead_in for p in left.passages} | {item for li in left.listings for item in li.items}
    assert named.isdisjoint(removal.removed)
    (sections,) = left.listings
    assert [left.by_id[item].text for item in sections.items] == ["Kantine", "Bygningen"]


def test_only_what_stands_right_under_the_one_outermost_heading_goes(policy):
    removal = take_out([policy], Enrichment(), "politik", ("Politik",))
    (left,) = removal.documents
    assert [policy.by_id[gone].text for gone in removal.removed] == [
        "Politikken gælder for alle ansatte."
    ]
    assert left.sections == policy.sections
    (before, after) = ([li.lead_in for li in d.listings if li.of_sections] for d in (policy, left))
    assert before == [*removal.removed]
    assert after == [None]


def test_the_questions_of_what_is_gone_go_and_others_stay(policy):
    *_, canteen, building = policy.answers
    questions = {p.id: PassageQuestions((p.plain,)) for p in (policy.answers[1], canteen, building)}
    removal = take_out([policy], Enrichment(questions), "politik", ("Politik", "Kantine"))
    assert set(removal.enrichment.questions) == {policy.answers[1].id, building.id}


def test_other_documents_are_left_alone(policy, leadership):
    removal = take_out([leadership, policy], Enrichment(), "politik", ("Politik", "Fravær"))
    assert removal.documents[0] is leadership
    assert removal.documents[1] != policy


OPENING = GoldQuestion(
    "Q002", "Åbner kantinen klokken elleve hver dag?", gold=("Kantinen åbner klokken elleve",)
)
LOCKING = GoldQuestion(
    "Q004", "Låser vagten kantinen klokken femten?", gold=("Vagten låser kantinen klokken femten",)
)
UNKNOWN = GoldQuestion("Q006", "Hvem vandt VM i fodbold i 2022?", gold=("Argentina",))


@pytest.fixture(scope="module")
def asked(policy_desk):
    task = plan_removal(policy_desk, [UNKNOWN, OPENING, LOCKING], most_sections=1)
    items = {item.id: item for item in task.run()}
    assert len(items) == task.total == 3
    return items


def test_an_answer_changes_when_its_section_is_gone(asked):
    scores = asked["Q002"].scores
    assert scores["changed"] == 1
    assert scores["refused"] == 1 or scores["still_right"] == 0
    assert asked["Q002"].exchange.note == "Politik › Kantine"
    assert "elleve" not in asked["Q002"].exchange.given


def test_what_also_stands_elsewhere_is_still_right(asked):
    scores = asked["Q004"].scores
    assert (scores["changed"], scores["refused"], scores["still_right"]) == (1, 0, 1)
    assert scores["refused_or_right"] == 1
    assert scores["wrong_quotes"] == 0


def test_what_was_not_answered_before_has_no_score(asked):
    assert set(asked["Q006"].scores.values()) == {None}


def test_only_the_sections_with_the_most_answers_are_taken_out(policy_desk):
    child = GoldQuestion("Q008", "Er barnets første sygedag med løn?", gold=("Barnets første",))
    items = list(plan_removal(policy_desk, [child, OPENING, LOCKING], most_sections=1).run())
    unscored = [item.id for item in items if item.scores["changed"] is None]
    assert unscored == ["Q008"]


@dataclass(frozen=True)
class Remembering(Desk):
    """Answers from all that it has ever read, whatever is left of the documents."""

    past: Workplace

    def ask(self, question, role="", conversation=None):
        return Desk(self.past).ask(question, role, conversation)


def test_an_assistant_that_remembers_is_caught(policy_desk):
    remembering = Remembering(policy_desk.workplace, past=policy_desk.workplace)
    (item,) = plan_removal(remembering, [OPENING]).run()
    assert item.scores["changed"] == 0


def test_a_document_without_headings_cannot_lose_its_only_section(test_documents, tmp_path):
    settings = Settings(documents=test_documents / "uden-overskrifter", index_dir=tmp_path)
    asked = GoldQuestion("Q002", "Hvor længe må samtalen vare?", gold=("ti minutter",))
    desk = Desk(Workplace(settings))
    assert desk.ask(asked.question).citations
    (item,) = plan_removal(desk, [asked]).run()
    assert item.scores["changed"] is None


def test_every_section_of_the_bundled_document_can_be_taken_out(leadership, enrichment):
    lost = Counter()
    for section in leadership.sections:
        removal = take_out([leadership], enrichment, leadership.name, section.path)
        assert removal.leaves_something
        assert set(removal.enrichment.questions).isdisjoint(removal.removed)
        lost.update(removal.removed)
    assert {passage.id for passage in leadership.answers} <= set(lost)
