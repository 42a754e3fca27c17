import json

import pytest

from corpus.document import Metadata
from corpus.enrichment import Enrichment, PassageQuestions
from corpus.loading import load_documents
from corpus.parsing import parse_document
from index.build import gather_content, read_index, write_index
from index.errors import IndexCorruptError
from index.retriever import PassageRetriever

DOCUMENT = parse_document(
    "notat", "# Mod\n\nVi tør fejle.\n\n# Tillid\n\nVi stoler på andre.\n", Metadata(title="Notat")
)
ENRICHMENT = Enrichment({DOCUMENT.answers[0].id: PassageQuestions(("Må man lave fejl?",))})


def test_the_content_is_every_answer_every_question_and_the_thesaurus(leadership, enrichment):
    content = gather_content([leadership], enrichment)
    assert len(content.passages) == len(leadership.answers)
    assert len(content.questions) == sum(len(q.all) for q in enrichment.questions.values())
    assert content.thesaurus == enrichment.thesaurus


def test_what_is_written_can_be_read_and_asked(tmp_path, embedder):
    content = gather_content([DOCUMENT], ENRICHMENT)
    write_index(tmp_path, content, embedder)
    channels = read_index(tmp_path, content, embedder)
    assert {name: store.count() for name, store in channels.dense.items()} == {
        "passages": 2,
        "questions": 1,
    }
    retriever = PassageRetriever(channels=channels, documents=(DOCUMENT,))
    assert retriever.search("må man gerne lave fejl", 1)[0].passage.plain == "Vi tør fejle."


def test_without_enrichment_there_are_only_passages(tmp_path, embedder):
    content = gather_content([DOCUMENT], Enrichment())
    write_index(tmp_path, content, embedder)
    channels = read_index(tmp_path, content, embedder)
    assert channels.dense.keys() == {"passages"}
    retriever = PassageRetriever(channels=channels, documents=(DOCUMENT,))
    assert retriever.search("stoler I på andre?", 1)[0].passage.plain == "Vi stoler på andre."


@pytest.mark.parametrize("text", ["🙈\n", "Mod\n", "?\n\n# !\n\n...\n"])
def test_a_document_with_hardly_a_word_can_be_indexed(tmp_path, embedder, text):
    document = parse_document("lille", text, Metadata(title="Lille"))
    content = gather_content([document], Enrichment())
    write_index(tmp_path, content, embedder)
    channels = read_index(tmp_path, content, embedder)
    PassageRetriever(channels=channels, documents=(document,)).search("mod")


def test_passages_of_several_documents_are_told_apart(tmp_path, embedder):
    other = parse_document("andet", "# Mod\n\nVi tør fejle.\n", Metadata(title="Andet"))
    content = gather_content([DOCUMENT, other], Enrichment())
    write_index(tmp_path, content, embedder)
    retriever = PassageRetriever(
        channels=read_index(tmp_path, content, embedder), documents=(DOCUMENT, other)
    )
    found = [hit.passage.document for hit in retriever.search("tør I fejle?", 2)]
    assert found == ["notat", "andet"]


def test_an_index_of_other_content_is_corrupt(tmp_path, embedder):
    write_index(tmp_path, gather_content([DOCUMENT], Enrichment()), embedder)
    longer = parse_document("notat", DOCUMENT.text + "\nEt nyt afsnit.\n", DOCUMENT.metadata)
    with pytest.raises(IndexCorruptError, match="2 vectors"):
        read_index(tmp_path, gather_content([longer], Enrichment()), embedder)


def test_an_empty_folder_is_corrupt(tmp_path, embedder):
    with pytest.raises(IndexCorruptError):
        read_index(tmp_path, gather_content([DOCUMENT], Enrichment()), embedder)


def test_the_vocabulary_holds_the_words_of_document_questions_and_thesaurus(tmp_path, embedder):
    enrichment = Enrichment(ENRICHMENT.questions, thesaurus=(("mod", "dristighed"),))
    write_index(tmp_path, gather_content([DOCUMENT], enrichment), embedder)
    vocabulary = json.loads((tmp_path / "vocabulary.json").read_text(encoding="utf-8"))
    assert {"tør", "fejl", "dristighed"} <= vocabulary.keys()
    assert all(count > 0 for count in vocabulary.values())


# Slips in the questions per passage.

CANTEEN = parse_document(
    "kantine",
    "# Frokost\n\nFrokostbordplanen hænger i kantinen.\n\n# Pauser\n\nAlle holder pause.\n",
    Metadata(title="Kantine"),
)
PLAN = CANTEEN.answers[0]


def _respell(folder, embedder, *questions, thesaurus=()):
    """Return what mends words in a built index whose passages have these questions."""
    enrichment = Enrichment({PLAN.id: PassageQuestions(questions)}, thesaurus=thesaurus)
    content = gather_content([CANTEEN], enrichment)
    write_index(folder, content, embedder)
    return read_index(folder, content, embedder).respell


def test_a_slip_in_a_question_is_no_word_that_others_are_mended_to(tmp_path, embedder):
    respell = _respell(tmp_path, embedder, "Hvor er frokostbordplnen?", "Hvor er planen?")
    assert respell("frokostbordplnen") == "frokostbordplanen"  # the very slip
    assert respell("frokostbordplnn") == "frokostbordplanen"  # nearer to the slip
    assert "frokostbordplnen" not in json.loads((tmp_path / "vocabulary.json").read_text("utf-8"))


def test_a_word_of_a_question_that_the_dictionary_knows_is_a_word(tmp_path, embedder):
    respell = _respell(tmp_path, embedder, "Hvor ligger biblioteket?")
    assert respell("bibloteket") == "biblioteket"


def test_a_word_of_no_dictionary_counts_where_it_is_like_no_other(tmp_path, embedder):
    respell = _respell(tmp_path, embedder, "Er der gryderetsfest?")
    assert respell("gryderetsfst") == "gryderetsfest"


def test_a_word_of_the_thesaurus_is_a_word_though_no_dictionary_knows_it(tmp_path, embedder):
    respell = _respell(tmp_path, embedder, thesaurus=(("frokost", "middagsgumling"),))
    assert respell("middagsgumlng") == "middagsgumling"


def test_a_slip_is_searched_for_all_the_same(tmp_path, embedder):
    enrichment = Enrichment({PLAN.id: PassageQuestions(("Hvor er opslaagstavlen?",))})
    content = gather_content([CANTEEN], enrichment)
    write_index(tmp_path, content, embedder)
    channels = read_index(tmp_path, content, embedder)
    retriever = PassageRetriever(channels=channels, documents=(CANTEEN,))
    assert retriever.search("opslaagstavlen", 1)[0].passage == PLAN


def test_a_slip_in_one_question_of_several_passages_is_one_slip(tmp_path, embedder):
    longer = parse_document(
        "kantine", CANTEEN.text + "\n# Mad\n\nMaden er god.\n", CANTEEN.metadata
    )
    asked = PassageQuestions(("Hvor er frokostbordplnen?",))
    content = gather_content([longer], Enrichment({p.id: asked for p in longer.answers}))
    write_index(tmp_path, content, embedder)
    respell = read_index(tmp_path, content, embedder).respell
    assert respell("frokostbordplnen") == "frokostbordplanen"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tilid", "tillid"), ("komunen", "kommunen"), ("topstyrring", "topstyring")],
)
def test_a_common_slip_of_the_bundled_questions_is_mended(channels, typed, meant):
    assert channels.respell(typed) == meant


# Words and questions of people's own.


def test_a_word_of_people_s_own_leads_where_the_documents_word_does(tmp_path, embedder):
    groups = (("kantine", "snaskehulen"),)
    enrichment = Enrichment(
        {PLAN.id: PassageQuestions(("Hvor er planen?",))}, thesaurus=groups, synonyms=groups
    )
    content = gather_content([CANTEEN], enrichment)
    write_index(tmp_path, content, embedder)
    channels = read_index(tmp_path, content, embedder)
    assert channels.respell("Hvor er snaskehulen?") == "Hvor er kantine?"
    retriever = PassageRetriever(channels=channels, documents=(CANTEEN,))
    assert retriever.search("snaskehulen", 1)[0].passage == PLAN


def test_a_single_question_of_a_document_without_any_changes_no_other_ranking(
    tmp_path, test_documents, embedder
):
    (document,) = load_documents(test_documents / "personalepolitik")
    third = document.answers[3]
    alone = Enrichment({third.id: PassageQuestions(("Hvad er fredagsslynglen?",))})
    found = {}
    for name, enrichment in (("uden", Enrichment()), ("med", alone)):
        content = gather_content([document], enrichment)
        (tmp_path / name).mkdir()
        write_index(tmp_path / name, content, embedder)
        channels = read_index(tmp_path / name, content, embedder)
        found[name] = PassageRetriever(channels=channels, documents=(document,))
    for query in ("Hvad er reglerne for ferie?", "Hvad gør vi ved mobning?", "løn"):
        before, after = (found[name].retrieve(query, 5) for name in ("uden", "med"))
        assert [hit.passage for hit in after.hits] == [hit.passage for hit in before.hits]
        assert after.strengths == before.strengths
    assert found["med"].search("Hvad er fredagsslynglen?", 1)[0].passage == third
    assert found["med"].search("fredagsslynglen", 1)[0].passage == third
