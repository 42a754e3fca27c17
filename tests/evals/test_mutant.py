import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.groundedness.verdict import Evidence
from assistant.verification import find_flaws
from corpus.document import Document
from corpus.loading import load_documents
from evals.metric.text import normalise
from evals.mutant.answer import tamper
from evals.mutant.language import read_language
from evals.mutant.making import make_mutants
from evals.mutant.truth import read_truths

LANGUAGE = read_language()
HARMFUL = {
    "number", "date", "negation", "modality", "actor", "section", "dropped_qualifier",
    "spliced_quotes", "invented_citation",
}  # fmt: skip
HARMLESS = {
    f"noise:{name}"
    for name in ("case", "space", "quotes", "frame", "lead_in", "punctuation", "order", "count")
}
ANSWER = {"quote", "section", "marker", "offset", "claim"}
FOLDERS = (
    "personalepolitik", "vedtaegt", "ledelse-sygehus", "uden-overskrifter",
)  # fmt: skip


@pytest.fixture(scope="module")
def documents(leadership, test_documents) -> list[Document]:
    others = [d for folder in FOLDERS for d in load_documents(test_documents / folder)]
    return [leadership, *others]


@pytest.fixture(scope="module")
def mutants(documents):
    return make_mutants(documents)


def _parse(tmp_path, text):
    (tmp_path / "krav.md").write_text(text, encoding="utf-8")
    return load_documents(tmp_path)[0]


# What is true


def test_items_are_read_with_the_lead_in_that_they_go_on_from(tmp_path):
    document = _parse(
        tmp_path,
        "# Krav\n\nDet betyder, at lederen:\n\n- Viser mod\n- Tager ansvar, og\n\n"
        "Hun har tre pligter.\n\n- et møde hver uge\n- en plan\n",
    )
    truths = read_truths(document, LANGUAGE)
    assert [truth.sentence for truth in truths] == [
        "Det betyder, at lederen viser mod.",
        "Det betyder, at lederen tager ansvar.",
        "Hun har tre pligter: et møde hver uge.",
        "Hun har tre pligter: en plan.",
    ]
    assert truths[0].evidence == Evidence("Det betyder, at lederen:\n- Viser mod", "Krav")
    assert (truths[0].lead_in, truths[0].item) == ("Det betyder, at lederen", "viser mod")


def test_sentences_are_read_without_numbering_and_questions_are_left_out(tmp_path):
    document = _parse(
        tmp_path, "# § 1. Krav\n\nStk. 1. Lederen viser mod. Er du enig? Hun er klog, jf. § 2.\n"
    )
    assert [truth.sentence for truth in read_truths(document, LANGUAGE)] == [
        "Lederen viser mod.",
        "Hun er klog, jf. § 2.",
    ]


# All of them


def test_there_are_a_hundred_mutants_of_every_class_over_several_documents(mutants):
    counts = Counter(mutant.kind for mutant in mutants)
    assert set(counts) == HARMFUL | HARMLESS
    assert {kind: count for kind, count in counts.items() if count < 100} == {}
    for kind in counts:
        assert len({m.document for m in mutants if m.kind == kind}) >= 4, kind


def test_mutants_are_the_same_every_time(mutants, documents):
    assert make_mutants(documents) == mutants


def test_harmful_is_what_is_no_noise(mutants):
    assert all(mutant.is_harmful is (mutant.kind in HARMFUL) for mutant in mutants)


def test_a_class_is_shared_out_between_the_documents(documents):
    few = [m.document for m in make_mutants(documents, per_kind=5) if m.kind == "negation"]
    assert sorted(few) == sorted(document.name for document in documents)


def test_evidence_is_the_document_s_own_text(mutants, documents):
    texts = {document.name: document.text for document in documents}
    for mutant in mutants:
        for passage in mutant.passages:
            lines = [line.removeprefix("- ") for line in passage.text.split("\n")]
            assert all(line.strip() in texts[mutant.document] for line in lines)


VERBATIM = HARMFUL - {"dropped_qualifier"}
"""What leaves a limit out may well be a part of its passage, word for word."""


def test_no_harmful_mutant_stands_word_for_word_in_its_passages(mutants):
    for mutant in mutants:
        if mutant.kind in VERBATIM:
            said = normalise(mutant.sentence).rstrip(".")
            assert not any(said in normalise(p.text) for p in mutant.passages), mutant


def test_a_section_that_is_named_wrongly_is_another_than_the_passage_s(mutants):
    misplaced = [m for m in mutants if m.kind == "section"]
    for mutant in misplaced:
        named = re.match(r"(?:I afsnittet om|Under) (.+?) (?:står|nævnes)", mutant.sentence)
        assert named, mutant.sentence
        assert normalise(named.group(1)) not in normalise(mutant.passages[0].section)


def test_no_section_above_or_below_the_right_one_is_called_wrong(tmp_path):
    document = _parse(
        tmp_path,
        "# 1. Fravær\n\nLederen viser omsorg.\n\n# 1.1 Sygdom\n\nLederen ringer hver dag.\n\n"
        "# 2. Trivsel\n\nLederen holder et møde.\n\n## Mål\n\nLederen skriver et mål.\n",
    )
    wrong = {
        (m.passages[0].text, word)
        for m in make_mutants([document])
        if m.kind == "section"
        for word in ("fravær", "sygdom", "trivsel", "mål")
        if re.search(rf"(om|Under) {word}\b", m.sentence)
    }
    above = {("Lederen viser omsorg.", place) for place in ("trivsel", "mål")}
    below = {("Lederen ringer hver dag.", place) for place in ("trivsel", "mål")}
    others = {
        (said, place)
        for said in ("Lederen holder et møde.", "Lederen skriver et mål.")
        for place in ("fravær", "sygdom")
    }
    assert wrong == above | below | others


def test_a_heading_that_is_no_name_is_not_named(tmp_path):
    document = _parse(
        tmp_path,
        "# Politik for alle\n\nLederen viser mod.\n\n## Hvad gør man?\n\nMan ringer hver dag.\n\n"
        "## Vi holder sammen\n\nVi holder møder.\n\n## § 3. Værdi: Tillid\n\nVi viser tillid.\n",
    )
    sentences = [m.sentence for m in make_mutants([document]) if m.kind == "section"]
    named = {re.match(r"(?:I afsnittet om|Under) (.+?) (?:står|nævnes)", s)[1] for s in sentences}
    assert named == {"tillid"}


def test_a_spliced_quote_takes_half_of_each_passage(mutants):
    for mutant in (m for m in mutants if m.kind == "spliced_quotes"):
        quote = normalise(re.search("»(.+)«", mutant.sentence).group(1))
        assert len(mutant.passages) == 2
        assert not any(quote in normalise(passage.text) for passage in mutant.passages)


def test_an_invented_quote_place_or_source_is_not_in_the_document(mutants, documents):
    texts = {document.name: normalise(document.text) for document in documents}
    for mutant in (m for m in mutants if m.kind == "invented_citation"):
        quote = re.search("»(.+)«", mutant.sentence)
        known = [*LANGUAGE.places, *LANGUAGE.sources]
        invented = [quote.group(1)] if quote else [p for p in known if p in mutant.sentence]
        assert invented, mutant.sentence
        assert not any(normalise(part) in texts[mutant.document] for part in invented)


def _letters(text):
    return sorted(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("kind", ["case", "space", "quotes", "punctuation"])
def test_noise_leaves_every_letter_where_it_was(mutants, kind):
    noisy = [m for m in mutants if m.kind == f"noise:{kind}"]
    truths = {"".join(_letters(m.sentence)) for m in noisy}
    assert len(truths) > 20
    for mutant in noisy:
        source = normalise(" ".join(p.text for p in mutant.passages)).split()
        words = normalise(mutant.sentence).split()
        known = {re.sub(r"\W", "", word) for word in source}
        strange = [w for w in (re.sub(r"\W", "", word) for word in words) if w not in known]
        assert strange == [], mutant


def test_reordered_items_are_all_there(mutants):
    for mutant in (m for m in mutants if m.kind == "noise:order"):
        said = normalise(mutant.sentence)
        items = [normalise(p.text.split("\n- ")[1]) for p in mutant.passages]
        places = [said.find(re.sub(r"[\s,;.]*(\b(og|eller))?[\s,;.]*$", "", i)) for i in items]
        assert -1 not in places, mutant
        assert places == sorted(places, reverse=True), mutant


def test_a_list_whose_lead_in_counts_otherwise_is_not_counted(tmp_path):
    text = "# Krav\n\nDer er {count} former:\n\n- mod\n- tillid\n- ro\n"
    counted = make_mutants([_parse(tmp_path, text.format(count="tre"))])
    assert "Listen har tre punkter." in {m.sentence for m in counted if not m.is_harmful}
    assert "Listen har fire punkter." in {m.sentence for m in counted if m.is_harmful}
    unclear = make_mutants([_parse(tmp_path, text.format(count="to"))])
    assert not any("punkter" in mutant.sentence for mutant in unclear)


@given(st.text(alphabet="# \n-.,abcæø1234Lederen skal ikke", min_size=1, max_size=120))
def test_any_text_can_be_mutated_without_failing(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    document = _parse(folder, f"# Krav\n\nLederen skal vise mod.\n\n{text}\n")
    assert all(mutant.sentence.strip() for mutant in make_mutants([document]))


# Whole answers


def test_tampered_answers_are_caught_and_sound_ones_are_not(documents):
    answers = tamper(documents)
    counts = Counter(answer.kind for answer in answers)
    assert set(counts) == {"noise:answer", *(f"answer:{name}" for name in ANSWER)}
    assert min(counts.values()) >= 100
    for answer in answers:
        assert bool(find_flaws(answer.rendered, documents)) is answer.is_harmful, answer
    assert tamper(documents) == answers


def test_every_tampered_answer_differs_from_the_sound_one(documents):
    answers = tamper(documents, per_kind=10_000)
    sound = {a.rendered for a in answers if not a.is_harmful}
    assert not any(answer.rendered in sound for answer in answers if answer.is_harmful)
