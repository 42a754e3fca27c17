from corpus.document import Metadata
from corpus.enrichment import Enrichment, PassageQuestions
from corpus.parsing import parse_document
from index.entry import describe, passage_entries, question_entries
from index.voting import VOTERS


def test_every_answer_and_nothing_else_is_an_entry(leadership):
    entries = passage_entries([leadership])
    assert [entry.passage for entry in entries] == [passage.id for passage in leadership.answers]
    assert len({entry.id for entry in entries}) == len(entries)


def test_a_passage_is_described_by_its_headings_its_lead_in_and_itself(leadership):
    passage = next(p for p in leadership.answers if p.plain.startswith("Er nysgerrig"))
    assert describe(passage, leadership).split("\n") == [
        "Ledelsesværdier og ledelseskompetencer i Sorø Kommune",
        "Ledelsesværdi: Mod",
        "Ledelsesværdien omsat til ledelseskompetence betyder, at lederen:",
        "Er nysgerrig og undersøgende",
    ]


def test_a_passage_without_headings_is_described_by_itself():
    document = parse_document("x", "Vi **lytter**.\n", Metadata(title="X"))
    assert describe(document.answers[0], document) == "Vi lytter."


def test_a_heading_that_occurs_twice_describes_its_passages_once():
    text = (
        "# A\n\n## Mål\n\nDen ene tekst.\n\n# B\n\nX er her.\n\n# A\n\n## Mål\n\nDen anden tekst.\n"
    )
    document = parse_document("x", text, Metadata(title="X"))
    assert describe(document.answers[-1], document).split("\n") == ["A", "Mål", "Den anden tekst."]


def test_each_question_is_an_entry_that_leads_to_its_passage(leadership):
    first, second = leadership.answers[:2]
    enrichment = Enrichment(
        {
            second.id: PassageQuestions(("To?",)),
            first.id: PassageQuestions(("En?", "Og?"), ("Næsten?",)),
        }
    )
    entries = question_entries([leadership], enrichment)
    assert [(entry.passage, entry.text) for entry in entries] == [
        (first.id, "En?"),
        (first.id, "Og?"),
        (first.id, "Næsten?"),
        (second.id, "To?"),
    ]
    assert len({entry.id for entry in entries}) == 4


def test_a_pointer_is_marked_as_not_answered(leadership):
    first = leadership.answers[0]
    enrichment = Enrichment({first.id: PassageQuestions(("Hvad?",), ("Hvor?",))})
    entries = question_entries([leadership], enrichment)
    assert [entry.is_answered for entry in entries] == [True, False]


def test_questions_of_passages_that_are_gone_are_no_entries(leadership):
    enrichment = Enrichment({"borte-12345678": PassageQuestions(("Hvad?",))})
    assert question_entries([leadership], enrichment) == []


def test_the_bundled_entries_have_ids_of_their_own(leadership, enrichment):
    entries = [*passage_entries([leadership]), *question_entries([leadership], enrichment)]
    assert len({entry.id for entry in entries}) == len(entries)


def test_a_question_that_people_added_has_every_vote_and_no_other_has(leadership):
    first = leadership.answers[0]
    questions = PassageQuestions(("Hvad?", "Hvem?"), ("Hvor?",), own=frozenset({"Hvem?"}))
    entries = question_entries([leadership], Enrichment({first.id: questions}))
    assert [entry.text for entry in entries] == ["Hvad?", *["Hvem?"] * VOTERS, "Hvor?"]
    assert [entry.is_answered for entry in entries] == [True] * (1 + VOTERS) + [False]
    assert len({entry.id for entry in entries}) == len(entries)
