import json

import pytest

QUESTION = "Hvad forventes af mig som leder?"
CONTRACT = {
    "question",
    "standalone_question",
    "status",
    "answer",
    "citations",
    "answerability",
    "engine",
    "seconds",
}
CITATION = {
    "n",
    "document",
    "version",
    "section",
    "label",
    "passage_id",
    "quote",
    "start",
    "end",
}
FINDING = {
    "passage_id",
    "document",
    "section",
    "label",
    "text",
    "start",
    "end",
    "score",
}


def assert_one_sentence(outcome):
    """Exit status 2, nothing on standard output, one line that is no traceback."""
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert outcome.err.strip()
    assert "Traceback" not in outcome.err
    assert "Error" not in outcome.err


@pytest.fixture(scope="module")
def answer(index_dir):
    """One answer as the command writes it with --json --trace."""
    import contextlib
    import io

    from ui.cli import run

    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        assert run(["ask", QUESTION, "--json", "--trace", "--index-dir", str(index_dir)]) == 0
    return written.getvalue()


def test_ask_as_json_writes_one_object_and_nothing_else(answer):
    assert answer.count("\n") == 1
    assert set(json.loads(answer)) == CONTRACT | {"trace"}


def test_the_json_of_an_answer_keeps_the_contract_field_by_field(answer):
    content = json.loads(answer)
    assert content["question"] == QUESTION
    assert content["standalone_question"] == QUESTION
    assert content["status"] == "answered"
    assert content["engine"] == "extractive"
    assert 0 <= content["answerability"] <= 1
    assert content["seconds"] > 0
    assert content["citations"]
    for at, citation in enumerate(content["citations"], start=1):
        assert set(citation) == CITATION
        assert citation["n"] == at
        assert f"[{at}]" in content["answer"]
        assert citation["version"].startswith("sha256:")
        assert all(isinstance(heading, str) for heading in citation["section"])


def test_every_quote_is_its_slice_of_what_document_prints(answer, command):
    for citation in json.loads(answer)["citations"]:
        text = command("document", citation["document"]).out
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_danish_letters_are_written_as_themselves_in_json(answer):
    assert "\\u00" not in answer
    assert "ø" in answer


def test_the_trace_is_only_given_when_asked_for(command, index_dir):
    plain = command("ask", QUESTION, "--json", "--index-dir", index_dir)
    assert set(json.loads(plain.out)) == CONTRACT
    shown = command("ask", QUESTION, "--trace", "--index-dir", index_dir)
    assert "et spørgsmål om forventninger" in shown.out


def test_an_answer_in_a_pipe_has_its_markers_its_sources_and_no_colours(command, index_dir):
    shown = command("ask", QUESTION, "--role", "leder", "--index-dir", index_dir)
    assert shown.status == 0
    assert shown.err == ""
    assert "[1]\n" in shown.out
    assert "Kilder\n[1] Krav og forventning, punkt 1\n" in shown.out
    assert "\x1b" not in shown.out


def test_a_refusal_is_a_success(command, index_dir):
    shown = command("ask", "Hvad koster en kop kaffe på Mars?", "--index-dir", index_dir)
    assert shown.status == 0
    assert shown.out.startswith("Intet svar")
    assert "ledelsesgrundlaget" in shown.out


def test_search_ranks_passages_with_the_best_first(command, index_dir):
    arguments = ("search", "mod", "--k", "3", "--index-dir", index_dir)
    results = json.loads(command(*arguments, "--json").out)["results"]
    assert len(results) == 3
    assert all(set(result) == FINDING for result in results)
    scores = [result["score"] for result in results]
    assert scores == sorted(scores, reverse=True)
    shown = command(*arguments).out
    assert shown.startswith(f"1. {results[0]['label']} (")
    assert "," in shown.splitlines()[0].rpartition("(")[2]


def test_search_results_are_slices_of_what_document_prints(command, index_dir, document_text):
    found = command("search", "tillid", "--json", "--index-dir", index_dir)
    results = json.loads(found.out)["results"]
    assert len(results) == 10
    assert all(document_text[r["start"] : r["end"]] == r["text"] for r in results)


def test_document_without_a_name_lists_the_documents(command):
    assert command("document").out == "ledelsesgrundlag-2016: Ledelsesgrundlag, udgave 2016\n"


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "\x00\x07\x1b", "\u200b\u202e"])
def test_a_question_with_nothing_to_read_is_refused_with_a_sentence(command, question):
    outcome = command("ask", question)
    assert_one_sentence(outcome)
    assert "mangler" in outcome.err


def test_a_question_of_100_kilobytes_is_refused_with_the_limit(command):
    outcome = command("ask", "a" * 100_000)
    assert_one_sentence(outcome)
    assert "20.000" in outcome.err


def test_control_characters_in_a_question_are_passed_over(command, index_dir):
    outcome = command("ask", "Hvad er\x07 \x1b[31mmod\x00?", "--index-dir", index_dir)
    assert outcome.status == 0
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("name", ["ask", "search"])
def test_a_lone_surrogate_is_refused_with_a_sentence(command, name):
    outcome = command(name, "hvad er \udce6ble")
    assert_one_sentence(outcome)
    assert "UTF-8" in outcome.err


@pytest.mark.parametrize("name", ["ask", "chat"])
def test_an_unknown_role_is_named_with_the_ones_there_are(command, name):
    outcome = command(name, *(["Hvad er mod?"] if name == "ask" else []), "--role", "chef")
    assert_one_sentence(outcome)
    assert "»chef«" in outcome.err
    assert "leder, medarbejder, hr" in outcome.err


@pytest.mark.parametrize("name", ["ask", "search"])
def test_a_question_and_a_batch_cannot_be_given_together(command, name):
    assert_one_sentence(command(name, "mod", "--batch", "fil.jsonl"))


@pytest.mark.parametrize("name", ["ask", "search"])
def test_either_a_question_or_a_batch_must_be_given(command, name):
    outcome = command(name)
    assert_one_sentence(outcome)
    assert "--batch" in outcome.err


def test_an_unknown_document_is_named_with_those_there_are(command):
    outcome = command("document", "personalepolitik")
    assert_one_sentence(outcome)
    assert "»personalepolitik«" in outcome.err
    assert "ledelsesgrundlag-2016" in outcome.err


def test_an_unknown_setting_is_named(command, monkeypatch):
    monkeypatch.setenv("LEDELSESASSISTENT_DOKUMENTER", "x")
    outcome = command("document")
    assert_one_sentence(outcome)
    assert "LEDELSESASSISTENT_DOKUMENTER" in outcome.err


def test_a_missing_folder_of_documents_is_named(command, tmp_path):
    outcome = command("ask", QUESTION, "--documents", tmp_path / "findes-ikke")
    assert_one_sentence(outcome)
    assert "findes-ikke" in outcome.err


def test_an_empty_folder_of_documents_is_named(command, folder):
    outcome = command("ask", QUESTION, "--documents", folder)
    assert_one_sentence(outcome)
    assert str(folder) in outcome.err
    assert ".md" in outcome.err


@pytest.mark.parametrize("content", [b"# Mod\n\nMod er vigtigt.\n\xff\xfe\n", b"PK\0\0\0"])
def test_a_document_that_is_not_text_is_named(command, folder, content):
    (folder / "notat.md").write_bytes(content)
    outcome = command("ask", QUESTION, "--documents", folder)
    assert_one_sentence(outcome)
    assert "notat.md" in outcome.err
    assert "UTF-8" in outcome.err


def test_the_line_with_invalid_utf_8_is_named(command, folder):
    (folder / "notat.md").write_bytes(b"# Mod\n\nMod er \xe6gte.\n")
    assert "notat.md, linje 3" in command("document", "--documents", folder).err


def test_a_document_without_text_is_named(command, folder):
    (folder / "tom.md").write_text("\n\n", encoding="utf-8")
    outcome = command("ask", QUESTION, "--documents", folder)
    assert_one_sentence(outcome)
    assert "tom.md" in outcome.err


def test_a_document_without_headings_is_answered_from(command, folder, tmp_path):
    text = "Mødet holdes hver tirsdag kl. 9.\n\nKaffen betales af kassen.\n"
    (folder / "notat.md").write_text(text, encoding="utf-8")
    options = ("--documents", folder, "--index-dir", tmp_path / "indeks")
    found = json.loads(command("ask", "Hvornår holdes mødet?", "--json", *options).out)
    assert found["citations"][0]["section"] == []
    assert found["citations"][0]["quote"] == "Mødet holdes hver tirsdag kl. 9."
    assert command("document", "notat", *options).out == text


def test_with_several_documents_each_source_names_its_own(command, folder, tmp_path):
    for name in ("Kaffe", "Te"):
        text = f"# {name}\n\n{name} brygges af kontoret hver morgen.\n"
        (folder / f"{name.lower()}.md").write_text(text, encoding="utf-8")
    options = ("--documents", folder, "--index-dir", tmp_path / "indeks")
    assert " – Kaffe (" in command("search", "Hvem brygger kaffe?", *options).out
    listed = command("document", "--documents", folder).out
    assert listed == "kaffe: Kaffe\nte: Te\n"


@pytest.mark.parametrize("arguments", [["ask", QUESTION], ["index", "build"], ["search", "mod"]])
def test_an_index_folder_that_is_a_file_is_named(command, tmp_path, arguments):
    file = tmp_path / "indeks"
    file.write_text("ikke en mappe", encoding="utf-8")
    outcome = command(*arguments, "--index-dir", file)
    assert_one_sentence(outcome)
    assert str(file) in outcome.err
    assert "--index-dir" in outcome.err


def test_an_index_folder_that_cannot_be_made_is_named(command):
    outcome = command("ask", QUESTION, "--index-dir", "/proc/findes-ikke")
    assert_one_sentence(outcome)
    assert "/proc/findes-ikke" in outcome.err
