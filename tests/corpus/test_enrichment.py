import json

import pytest

from corpus.document import Metadata, PassageKind
from corpus.enrichment import load_enrichment, match_passages
from corpus.errors import EnrichmentInvalidError
from corpus.parsing import parse_document

TEXT = """# A

En undertitel

Vi lytter til alle i huset.

## Mod

- Tager ansvar for sig selv og for andre
- Er nysgerrig

## Tillid

- Er nysgerrig
"""


@pytest.fixture
def document():
    return parse_document("notat", TEXT, Metadata(title="Notat"))


def write(tmp_path, *rows, name="notat.questions.jsonl"):
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def question_sets(tmp_path, document):
    enrichment = load_enrichment(tmp_path, [document])
    return {document.by_id[key].label: value for key, value in enrichment.questions.items()}


def test_every_line_of_the_bundled_enrichment_matches_a_passage(enrichment, leadership):
    assert enrichment.unmatched == ()
    assert enrichment.questions.keys() == {passage.id for passage in leadership.answers}
    assert all(questions.answered for questions in enrichment.questions.values())


def test_the_bundled_thesaurus_is_always_read(tmp_path, document):
    groups = load_enrichment(tmp_path, [document]).thesaurus
    assert any(group[0] == "leder" and "chef" in group for group in groups)


def test_a_folder_may_add_to_the_thesaurus(tmp_path, document):
    before = load_enrichment(tmp_path, [document]).thesaurus
    write(tmp_path, {"canonical": "tavlemøde", "terms": ["tavle"]}, name="thesaurus.jsonl")
    assert load_enrichment(tmp_path, [document]).thesaurus == (*before, ("tavlemøde", "tavle"))


def test_questions_reach_the_passage_of_their_text_whatever_its_case_and_points(tmp_path, document):
    write(
        tmp_path,
        {"passage": "vi  LYTTER til alle i huset", "questions": ["Hvem lyttes der til?"]},
        {
            "passage": "Vi lytter til alle i huset.",
            "questions": ["Lytter I?"],
            "pointers": ["Hus?"],
        },
    )
    (questions,) = question_sets(tmp_path, document).values()
    assert questions.answered == ("Hvem lyttes der til?", "Lytter I?")
    assert questions.pointers == ("Hus?",)
    assert questions.all == ("Hvem lyttes der til?", "Lytter I?", "Hus?")


def test_a_line_that_matches_no_passage_is_reported(tmp_path, document):
    write(tmp_path, "", {"passage": "Det her står der ikke.", "questions": ["Hvad?"]})
    enrichment = load_enrichment(tmp_path, [document])
    (unmatched,) = enrichment.unmatched
    assert (unmatched.path.name, unmatched.line) == ("notat.questions.jsonl", 2)
    assert unmatched.passage == "Det her står der ikke."
    assert enrichment.questions == {}


def test_two_passages_with_the_same_text_are_told_apart_by_section(tmp_path, document):
    write(tmp_path, {"passage": "Er nysgerrig", "section": ["A", "Tillid"], "questions": ["Hvem?"]})
    assert question_sets(tmp_path, document).keys() == {"Tillid"}


def test_without_a_section_every_passage_of_that_text_is_meant(document):
    assert len(match_passages(document, "Er nysgerrig")) == 2


def test_a_part_of_a_passage_matches_it_unless_it_is_too_short(document):
    (found,) = match_passages(document, "Tager ansvar for sig selv")
    assert found.plain == "Tager ansvar for sig selv og for andre"
    assert match_passages(document, "Tager") == []


def test_what_matches_a_subtitle_goes_to_the_first_answer_under_it(document):
    subtitle = next(p for p in document.passages if p.kind is PassageKind.SUBTITLE)
    (found,) = match_passages(document, subtitle.plain)
    assert found.plain == "Vi lytter til alle i huset."


def test_a_heading_with_nothing_under_it_matches_nothing():
    document = parse_document("x", "Tekst her.\n\n# Til sidst\n", Metadata(title="X"))
    assert match_passages(document, "Til sidst") == []


@pytest.mark.parametrize(
    "row",
    ["{", "[]", '"tekst"', "{}", '{"passage": ""}', '{"passage": 3}',
     '{"passage": "x", "questions": 3}', '{"passage": "x", "questions": [1]}',
     '{"passage": "x", "pointers": {}}', '{"passage": "x", "section": [null]}'],
)  # fmt: skip
def test_a_bad_line_names_file_and_line(tmp_path, document, row):
    good = {"passage": "Vi lytter til alle i huset.", "questions": []}
    write(tmp_path, good, "", row)
    with pytest.raises(EnrichmentInvalidError) as caught:
        load_enrichment(tmp_path, [document])
    assert caught.value.line == 3
    assert "notat.questions.jsonl:3" in str(caught.value)


def test_a_bad_line_of_the_thesaurus_names_file_and_line(tmp_path, document):
    write(tmp_path, {"canonical": "leder", "terms": "chef"}, {"terms": []}, name="thesaurus.jsonl")
    with pytest.raises(EnrichmentInvalidError, match=r"thesaurus\.jsonl:2"):
        load_enrichment(tmp_path, [document])


def test_enrichment_that_is_not_utf_8_is_invalid(tmp_path, document):
    (tmp_path / "notat.questions.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(EnrichmentInvalidError):
        load_enrichment(tmp_path, [document])


def test_line_ends_of_other_systems_and_rare_separators_are_read(tmp_path, document):
    row = '{"passage": "Vi lytter til alle i huset.", "questions": ["Hvem\u2028 lytter?"]}'
    (tmp_path / "notat.questions.jsonl").write_bytes(f"\ufeff\r\n{row}\r\n".encode())
    (questions,) = question_sets(tmp_path, document).values()
    assert questions.answered == ("Hvem\u2028 lytter?",)


def added(tmp_path, document, *rows):
    """Return the questions by label when people added `rows` to one shipped line."""
    write(tmp_path, {"passage": LISTEN, "questions": ["Lytter I?", "Hvem?"], "pointers": ["Hus?"]})
    own = tmp_path / "egne"
    own.mkdir()
    write(own, *rows)
    enrichment = load_enrichment(tmp_path, [document], additional=own)
    return enrichment, {document.by_id[key].label: q for key, q in enrichment.questions.items()}


LISTEN = "Vi lytter til alle i huset."


def test_people_may_add_questions_in_a_folder_of_their_own(tmp_path, document):
    _, sets = added(
        tmp_path,
        document,
        {"passage": LISTEN, "questions": ["Har I ører?"]},
        {"passage": "Tager ansvar for sig selv og for andre", "questions": ["Hvem tager ansvar?"]},
    )
    assert sets["A"].answered == ("Lytter I?", "Hvem?", "Har I ører?")
    assert sets["A"].own == {"Har I ører?"}
    assert sets["Mod, punkt 1"].own == {"Hvem tager ansvar?"}


def test_people_may_take_a_shipped_question_out_without_touching_its_file(tmp_path, document):
    row = {"passage": LISTEN, "questions": ["Hvem hører I på?"], "removed": ["Hvem?", "Hus?"]}
    _, sets = added(tmp_path, document, row)
    assert sets["A"].all == ("Lytter I?", "Hvem hører I på?")
    assert "Hvem?" in (tmp_path / "notat.questions.jsonl").read_text(encoding="utf-8")


def test_a_question_of_people_s_own_that_was_shipped_too_is_there_once_and_theirs(
    tmp_path, document
):
    _, sets = added(tmp_path, document, {"passage": LISTEN, "questions": ["Hvem?", "Hvem?"]})
    assert sets["A"].answered == ("Lytter I?", "Hvem?")
    assert sets["A"].own == {"Hvem?"}


def test_only_people_s_own_folder_may_take_questions_out(tmp_path, document):
    write(tmp_path, {"passage": LISTEN, "questions": ["Hvem?"], "removed": ["Hvem?"]})
    (questions,) = question_sets(tmp_path, document).values()
    assert questions.answered == ("Hvem?",)


def test_a_line_of_people_s_own_that_matches_nothing_is_reported_with_its_file(tmp_path, document):
    enrichment, _ = added(tmp_path, document, {"passage": "Står der ikke.", "questions": ["Hvad?"]})
    assert [unmatched.path.parent.name for unmatched in enrichment.unmatched] == ["egne"]


def test_a_broken_file_of_people_s_own_names_itself(tmp_path, document):
    with pytest.raises(EnrichmentInvalidError) as caught:
        added(tmp_path, document, {"passage": LISTEN, "removed": 3})
    assert caught.value.path == tmp_path / "egne" / "notat.questions.jsonl"
    assert caught.value.line == 1


def test_words_for_these_documents_are_told_from_the_bundled_ones(tmp_path, document):
    own = tmp_path / "egne"
    own.mkdir()
    write(tmp_path, {"canonical": "tavlemøde", "terms": ["tavle"]}, name="thesaurus.jsonl")
    write(own, {"canonical": "leder", "terms": ["skibsfører"]}, name="thesaurus.jsonl")
    enrichment = load_enrichment(tmp_path, [document], additional=own)
    assert enrichment.synonyms == (("tavlemøde", "tavle"), ("leder", "skibsfører"))
    assert enrichment.thesaurus[-2:] == enrichment.synonyms
    assert len(enrichment.thesaurus) > 100


def test_a_folder_of_people_s_own_that_is_not_there_adds_nothing(tmp_path, document):
    write(tmp_path, {"passage": LISTEN, "questions": ["Hvem?"]})
    without = load_enrichment(tmp_path, [document])
    assert load_enrichment(tmp_path, [document], additional=tmp_path / "borte") == without
