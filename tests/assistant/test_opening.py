import json

import pytest

from assistant.errors import DocumentsUnusableError, DocumentUnknownError, IndexUnusableError
from assistant.opening import Workplace
from assistant.pipeline import Assistant
from assistant.settings import Settings
from index.store import IndexState


def test_the_bundled_document_is_the_default(workplace):
    assert [document.name for document in workplace.documents] == ["ledelsesgrundlag-2016"]
    assert workplace.document("ledelsesgrundlag-2016").metadata.owner == "Sorø Kommune"
    assert workplace.enrichment.questions


def test_an_unknown_document_is_an_error_that_names_those_there_are(workplace):
    with pytest.raises(DocumentUnknownError) as caught:
        workplace.document("ledelsesgrundlag-2017")
    assert caught.value.fields == {
        "name": "ledelsesgrundlag-2017",
        "known": "ledelsesgrundlag-2016",
    }


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (None, "folder_missing"),
        ({}, "folder_empty"),
        ({"a.md": b""}, "document_empty"),
        ({"a.md": b"# Mod\n\n\xff\xfe\xfd\n"}, "document_unreadable"),
    ],
)
def test_documents_that_cannot_be_read_are_the_assistant_s_error(tmp_path, files, code):
    folder = tmp_path / "dokumenter"
    for name, content in (files or {}).items():
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    if files == {}:
        folder.mkdir()
    with pytest.raises(DocumentsUnusableError) as caught:
        _ = Workplace(Settings(documents=folder)).documents
    assert caught.value.code == code
    assert str(folder) in caught.value.fields["path"]
    assert caught.value.__cause__ is not None


def test_an_index_folder_that_is_a_file_is_the_assistant_s_error(tmp_path):
    taken = tmp_path / "optaget"
    taken.write_text("her ligger en fil", encoding="utf-8")
    with pytest.raises(IndexUnusableError) as caught:
        _ = Workplace(Settings(index_dir=taken)).library
    assert str(taken) in caught.value.fields["path"]


def test_an_embedder_that_cannot_be_loaded_is_the_assistant_s_error(tmp_path):
    modules = [{"idx": 0, "name": "0", "path": "", "type": "x.models.StaticEmbedding"}]
    (tmp_path / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    with pytest.raises(IndexUnusableError) as caught:
        _ = Workplace(Settings(embedder=str(tmp_path))).embedder
    assert caught.value.code == "embedder_unavailable"
    assert caught.value.fields["path"] == str(tmp_path)


def test_an_index_is_missing_then_built_then_left_alone(tmp_path, test_documents):
    documents = test_documents / "uden-overskrifter"
    workplace = Workplace(Settings(documents=documents, index_dir=tmp_path / "indeks"))
    assert workplace.index_status().state is IndexState.MISSING
    built = workplace.build_index()
    assert built.state is IndexState.READY
    again = workplace.build_index()
    assert again.folder == built.folder
    assert isinstance(workplace.assistant, Assistant)


def test_a_configured_contact_stands_in_every_refusal(tmp_path):
    settings = Settings(index_dir=tmp_path, contact="Personalejuristen, lokal 4040")
    answer = Workplace(settings).assistant.answer("Hvor mange feriedage har jeg?")
    assert answer.text.endswith("Du kan spørge Personalejuristen, lokal 4040.")


def own_folder(tmp_path, *rows, name="ledelsesgrundlag-2016.questions.jsonl"):
    folder = tmp_path / "egne"
    folder.mkdir(exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_what_people_added_is_read_from_their_data_folder_and_changes_the_index(
    tmp_path, workplace
):
    passage = workplace.documents[0].answers[0]
    row = {"passage": passage.plain, "questions": ["Hvad er fredagsslynglen?"]}
    settings = Settings(index_dir=tmp_path / "indeks", data_dir=own_folder(tmp_path, row))
    enriched = Workplace(settings)
    assert "Hvad er fredagsslynglen?" in enriched.enrichment.questions[passage.id].own
    assert enriched.index_status().fingerprint != workplace.index_status().fingerprint


def test_a_broken_file_of_people_s_own_is_the_assistant_s_error_and_names_it(tmp_path):
    with pytest.raises(DocumentsUnusableError) as caught:
        _ = Workplace(Settings(data_dir=own_folder(tmp_path, "{", name="thesaurus.jsonl"))).library
    assert caught.value.code == "enrichment_invalid"
    assert caught.value.fields["path"].endswith("thesaurus.jsonl")
    assert caught.value.fields["line"] == "1"
