import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever

from index.fusion import CHANNELS
from index.voting import VOTERS, group_entries, vote

entry_scores = st.integers(1, 30).flatmap(
    lambda size: st.tuples(
        arrays(np.float32, size, elements=st.floats(0, 100, width=32)),
        arrays(np.intp, size, elements=st.integers(0, 5)),
    )
)


@given(entry_scores)
def test_a_vote_lies_between_the_passages_least_and_best_entry(pair):
    scores, rows = pair
    votes = vote(scores, group_entries(rows, 6))
    assert votes.shape == (6,)
    for row in range(6):
        own = np.sort(scores[rows == row])[::-1][:VOTERS]
        expected = own.mean() if own.size else 0
        assert votes[row] == pytest.approx(expected, rel=1e-4, abs=1e-4)


def test_a_passage_without_entries_gets_no_vote():
    assert vote(np.float32([2, 4]), group_entries(np.array([1, 1]), 3)).tolist() == [0, 3, 0]
    assert vote(np.float32([]), group_entries(np.array([], dtype=np.intp), 2)).tolist() == [0, 0]


def test_the_expected_passage_comes_first(retriever):
    hits = retriever.search("Skal en leder være nysgerrig?")
    assert hits[0].passage.plain == "Er nysgerrig og undersøgende"
    assert hits[0].passage.label == "Ledelsesværdi: Mod, punkt 3"


@pytest.mark.parametrize(
    "query",
    [
        "Hvad er social kapital?",
        "hvad er social kapitel",
        "what is social capital",
        "SOCIAL KAPITAL",
    ],
)
def test_case_misspelling_and_english_find_the_same(retriever, query):
    assert any("Social kapital" in hit.passage.plain for hit in retriever.search(query, 3))


def test_danish_letters_may_be_written_out(retriever):
    one = retriever.search("hvad er fællesskabsledelse", 5)
    other = retriever.search("hvad er faellesskabsledelse", 5)
    assert [hit.passage.section for hit in one][:1] == [hit.passage.section for hit in other][:1]


def test_hits_are_ranked_once_each_with_scores_between_0_and_1(retriever, leadership):
    hits = retriever.search("Hvad forventes af mig som leder?")
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    found = [hit.passage.id for hit in hits]
    assert len(set(found)) == len(found)
    assert set(found) <= {passage.id for passage in leadership.answers}
    assert retriever.search("Hvad forventes af mig som leder?", 3) == hits[:3]


@settings(max_examples=25)
@given(
    query=st.one_of(st.text(max_size=80), st.sampled_from(["", " ", "\0", "🦆", "ﾞ", "?" * 5000]))
)
def test_any_text_may_be_asked(retriever, leadership, query):
    retrieval = retriever.retrieve(query)
    assert {hit.passage.id for hit in retrieval.hits} <= leadership.by_id.keys()
    assert all(0 <= hit.score <= 1 + 1e-6 for hit in retrieval.hits)
    assert retrieval.strengths.keys() == set(CHANNELS)
    assert all(0 <= value <= 1 + 1e-5 for value in retrieval.strengths.values())


def test_an_empty_query_finds_nothing(retriever):
    assert retriever.search("") == []


def test_a_100_kb_query_is_answered(retriever):
    assert retriever.search("Hvad forventes af mig som leder? " * 3000, 3)


def test_strengths_tell_a_question_the_document_knows_from_one_it_does_not(retriever):
    known = retriever.retrieve("Hvad er beslutningskapital?").strengths
    unknown = retriever.retrieve("Hvor mange katte bor der på Mars?").strengths
    assert known["lemma_questions"] > unknown["lemma_questions"]
    assert known["dense_questions"] > unknown["dense_questions"]


def test_every_channel_is_in_the_trace_of_a_hit(retriever):
    (hit,) = retriever.search("Hvad betyder mod?", 1)
    assert hit.channels.keys() == set(CHANNELS)
    assert all(0 <= value <= 1 for value in hit.channels.values())


def test_entries_can_be_left_out_by_their_text(retriever):
    question = retriever.channels.questions[0].text
    with_it = retriever.channels.score(question)
    without = retriever.channels.score(question, without=[question])
    assert with_it.strengths["dense_questions"] > without.strengths["dense_questions"]
    assert with_it.strengths["lemma_questions"] >= without.strengths["lemma_questions"]


def test_langchain_gets_documents_with_metadata(retriever, leadership):
    assert isinstance(retriever, BaseRetriever)
    found = retriever.invoke("Hvad forventes af mig som leder?")
    assert len(found) == retriever.k
    for document in found:
        assert isinstance(document, LangChainDocument)
        passage = leadership.by_id[document.id]
        assert document.page_content == passage.text
        assert document.metadata["section"] == list(passage.section)
        assert document.metadata["label"] == passage.label
        start, end = document.metadata["start"], document.metadata["end"]
        assert leadership.text[start:end] == document.page_content
        assert 0 < document.metadata["score"] <= 1


async def ask(retriever):
    return await retriever.ainvoke("Hvad betyder mod?")


def test_langchain_may_ask_asynchronously_and_in_batches(retriever):
    import asyncio

    alone = retriever.invoke("Hvad betyder mod?")
    assert asyncio.run(ask(retriever)) == alone
    assert retriever.batch(["Hvad betyder mod?"] * 4) == [alone] * 4
