from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.pipeline import Ask
from ui.web.manuscript import about_answer, write_manuscript

WINTER = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def answered(workplace):
    return workplace.assistant.answer("Hvad forventes af mig som leder?")


@pytest.fixture(scope="module")
def manuscript(answered, workplace):
    return write_manuscript(answered, about_answer(answered, workplace.library, asked_at=WINTER))


def test_a_source_names_document_place_and_version(manuscript, answered):
    source, citation = manuscript.sources[0], answered.citations[0]
    start, end = (f"{at:,}".replace(",", ".") for at in (citation.start, citation.end))
    version = citation.version.removeprefix("sha256:")[:8]
    assert source.place == f"Ledelsesgrundlag, tegn {start}–{end} (tekstudgave {version})"
    assert (source.n, source.label) == (1, citation.label)


def test_the_facts_say_that_a_machine_answered_from_which_document_and_when(manuscript):
    facts = "\n".join(manuscript.facts)
    assert "automatisk assistent" in facts
    assert "ikke brugt nogen sprogmodel" in facts
    assert "Ledelsesgrundlag, Sorø Kommune, udgave 2016, godkendt 31. august 2016" in facts
    assert "Spurgt 24. november 2026 kl. 10.05" in facts


def test_the_time_is_danish_in_summer_too(answered, workplace):
    about = about_answer(answered, workplace.library, asked_at=SUMMER)
    assert "Spurgt 2. juli 2026 kl. 00.30" in write_manuscript(answered, about).facts


def test_a_refusal_has_no_sources_and_names_what_was_read(workplace):
    answer = workplace.assistant.answer("Hvor mange feriedage har jeg?")
    about = about_answer(answer, workplace.library, asked_at=WINTER)
    manuscript = write_manuscript(answer, about)
    assert manuscript.outcome == "Står der ikke"
    assert manuscript.sources == ()
    assert [document.name for document in about.documents] == ["ledelsesgrundlag-2016"]
    assert not any("ordret" in fact for fact in manuscript.facts)


def test_the_version_is_the_one_that_was_cited_even_if_the_document_changed_since(
    answered, workplace
):
    older = "sha256:" + "0" * 64
    citations = tuple(replace(citation, version=older) for citation in answered.citations)
    answer = replace(answered, citations=citations)
    about = about_answer(answer, workplace.library, asked_at=WINTER)
    assert about.documents[0].version == older


def test_a_language_model_is_named(answered, workplace):
    about = about_answer(answered, workplace.library, asked_at=WINTER)
    facts = write_manuscript(answered, replace(about, engine="brage-7b")).facts
    assert any("brage-7b" in fact for fact in facts)
    assert not any("ikke brugt nogen sprogmodel" in fact for fact in facts)


def test_a_follow_up_is_saved_with_what_it_was_taken_for(answered, workplace):
    from assistant.conversation import Conversation

    asked = Ask("uddyb punkt 2", None, Conversation().after(answered))
    answer = workplace.assistant.answer(asked)
    about = about_answer(answer, workplace.library, asked_at=WINTER)
    assert answer.standalone_question in write_manuscript(answer, about).understood
    about = about_answer(answered, workplace.library, asked_at=WINTER)
    assert write_manuscript(answered, about).understood == ""


def test_signs_that_no_file_can_hold_or_that_turn_the_text_are_dropped(answered, workplace):
    odd = replace(answered, question="Hvad\x00 er\u202e\ud800\n mod\x1b?\uffff")
    about = about_answer(odd, workplace.library, asked_at=WINTER)
    assert write_manuscript(odd, about).question == "Hvad er mod?"
