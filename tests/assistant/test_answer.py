import json

from assistant.answer import Answer, Citation, Status, Trace, TracedHit, cite


def test_a_citation_is_the_slice_of_its_passage(leadership):
    passage = leadership.answers[7]
    citation = cite(3, passage, leadership)
    assert citation.n == 3
    assert citation.document == "ledelsesgrundlag-2016"
    assert citation.version == leadership.version
    assert citation.section == passage.section
    assert leadership.text[citation.start : citation.end] == citation.quote == passage.text


def test_the_json_has_exactly_the_contract_s_fields():
    citation = Citation(1, "dok", "sha256:0", ("Mod",), "Mod, punkt 1", "mod-1", "Viser mod", 4, 13)
    answer = Answer("Hvad?", "Hvad?", Status.ANSWERED, "»Viser mod« [1]", (citation,), 0.93217)
    shown = json.loads(json.dumps(answer.to_json()))
    assert list(shown) == [
        "question", "standalone_question", "status", "answer", "citations", "answerability",
        "engine", "seconds",
    ]  # fmt: skip
    assert shown["status"] == "answered"
    assert shown["answerability"] == 0.9322
    assert shown["engine"] == "extractive"
    assert shown["citations"] == [
        {
            "n": 1,
            "document": "dok",
            "version": "sha256:0",
            "section": ["Mod"],
            "label": "Mod, punkt 1",
            "passage_id": "mod-1",
            "quote": "Viser mod",
            "start": 4,
            "end": 13,
        }
    ]


def test_the_trace_is_shown_only_when_it_is_asked_for():
    hit = TracedHit("mod-1", "Mod, punkt 1", 0.5, {"lemma_passages": 1.0})
    answer = Answer(
        "?", "?", Status.META, "", trace=Trace("meta", "fordi", 0.3, {"x": 1.0}, (hit,))
    )
    assert "trace" not in answer.to_json()
    trace = json.loads(json.dumps(answer.to_json(with_trace=True)))["trace"]
    assert trace["reason"] == "fordi"
    assert trace["hits"][0]["passage_id"] == "mod-1"


def test_every_status_of_the_contract_is_there():
    assert {status.value for status in Status} == {"answered", "nearest", "refused", "meta"}
