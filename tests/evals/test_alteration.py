from dataclasses import replace

import pytest

from assistant.pipeline import Ask
from evals.task.alteration import RememberingEmbedder, alter


class Counting:
    """The real embedder, with what it was asked written down."""

    def __init__(self, embedder):
        self.embedder = embedder
        self.passages = []
        self.queries = []

    def embed_documents(self, texts):
        self.passages.append(list(texts))
        return self.embedder.embed_documents(texts)

    def embed_query(self, text):
        self.queries.append(text)
        return self.embedder.embed_query(text)


def test_each_text_is_embedded_once_and_its_vector_is_the_models(embedder):
    counting = Counting(embedder)
    remembering = RememberingEmbedder(counting)
    first = remembering.embed_documents(["mod", "tillid", "mod"])
    again = remembering.embed_documents(["tillid", "vilkår"])
    assert first == embedder.embed_documents(["mod", "tillid", "mod"])
    assert again == embedder.embed_documents(["tillid", "vilkår"])
    assert counting.passages == [["mod", "tillid"], ["vilkår"]]


def test_a_query_is_not_taken_for_a_passage_with_the_same_words(embedder):
    counting = Counting(embedder)
    remembering = RememberingEmbedder(counting)
    remembering.embed_documents(["mod"])
    assert remembering.embed_query("mod") == remembering.embed_query("mod")
    assert counting.queries == ["mod"]


@pytest.fixture
def only_the_first_section(workplace, tmp_path):
    (document,) = workplace.documents
    first = next(section for section in document.sections if document.under(section.path))
    kept = tuple(p for p in document.passages if p.section == first.path)
    reduced = replace(document, passages=kept, listings=(), sections=(first,))
    altered = alter(
        workplace,
        tmp_path,
        documents=(reduced,),
        enrichment=replace(workplace.enrichment, questions={}),
        embedder=workplace.embedder,
    )
    return altered, {passage.id for passage in kept}


def test_an_altered_workplace_finds_and_cites_only_its_own_documents(only_the_first_section):
    altered, kept = only_the_first_section
    hits = altered.library.search("Hvad er mod, tillid og respekt?")
    assert hits
    assert {hit.passage.id for hit in hits} <= kept
    answer = altered.assistant.answer(Ask("Hvad beskriver ledelsesgrundlaget?"))
    assert {citation.passage_id for citation in answer.citations} <= kept


def test_its_index_lies_in_the_folder_given(only_the_first_section, tmp_path):
    altered, _ = only_the_first_section
    assert altered.build_index().folder.parent == tmp_path
