import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import PassageKind
from corpus.errors import (
    DocumentEmptyError,
    DocumentUnreadableError,
    FolderEmptyError,
    FolderMissingError,
    MetadataInvalidError,
)
from corpus.loading import (
    BUNDLED_DOCUMENTS,
    canonicalise,
    list_documents,
    load_document,
    load_documents,
)

PLAIN = "# Åbenhed\n\nVi lytter til hinanden på kontoret.\n"


def load(tmp_path, data, name="notat.md"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return load_document(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", PLAIN).encode(),
        ("\n\n" + PLAIN + "\n\n").encode(),
        ("---\ntitle: T\n---\n" + PLAIN).encode(),
        ("\ufeff---\r\ntitle: T\r\n---\r\n\r\n" + PLAIN).encode(),
        ("---\n---\n" + PLAIN).encode(),
    ],
    ids=[
        "bom",
        "crlf",
        "cr",
        "nfd",
        "blank",
        "front-matter",
        "bom-crlf-front-matter",
        "empty-front",
    ],
)
def test_every_way_of_writing_a_file_gives_the_same_text_and_version(tmp_path, data):
    document = load(tmp_path, data)
    assert document.text == PLAIN
    assert document.version == load(tmp_path, PLAIN).version
    assert document.passages == load(tmp_path, PLAIN).passages


@given(st.text())
def test_canonical_text_stays_as_it_is(text):
    assert canonicalise(canonicalise(text)) == canonicalise(text)


def test_the_bundled_document_is_canonical(leadership):
    source = (BUNDLED_DOCUMENTS / f"{leadership.name}.md").read_text(encoding="utf-8")
    assert leadership.text == source == canonicalise(source)


def test_the_bundled_sidecar_says_what_the_document_is(leadership):
    metadata = leadership.metadata
    assert (metadata.title, metadata.owner, metadata.edition, metadata.date) == (
        "Ledelsesgrundlag",
        "Sorø Kommune",
        "2016",
        "31. august 2016",
    )
    headings = {p.plain for p in leadership.passages if p.kind is PassageKind.HEADING}
    assert metadata.labels.keys() <= headings


def test_front_matter_gives_metadata_and_is_no_part_of_the_text(test_documents):
    (document,) = load_documents(test_documents / "vedtaegt")
    metadata = document.metadata
    assert (metadata.edition, metadata.date, metadata.owner) == ("4.1", "2024-04-18", "Bestyrelsen")
    assert document.text.startswith("# Vedtægt for Boligforeningen")


def test_a_sidecar_wins_over_front_matter(tmp_path):
    (tmp_path / "notat.yaml").write_text("title: Fra sidecar\nnotices: [Trykt hos]\n")
    document = load(
        tmp_path, "---\ntitle: Fra filen\nowner: HR\n---\n" + PLAIN + "\nTrykt hos os.\n"
    )
    assert (document.metadata.title, document.metadata.owner) == ("Fra sidecar", "HR")
    assert document.passages[-1].kind is PassageKind.NOTICE


def test_labels_match_headings_however_their_letters_are_written(tmp_path):
    label = unicodedata.normalize("NFD", "labels:\n  Åbenhed: Værdi 1\n")
    (tmp_path / "notat.yaml").write_text(label, encoding="utf-8")
    assert load(tmp_path, PLAIN).answers[0].label == "Værdi 1"


@pytest.mark.parametrize(
    "source",
    ["- en\n- to\n", "title: [\n", "just text", "labels: tekst\n", "notices: tekst\n",
     "starters: tekst\n", "starters: {chef: [a]}\n", "highlights: [a]\n", "terms: tekst\n",
     "date: 2024-13-45\n", "a: b: c\n", "? [1, 2]\n: x\n"],
)  # fmt: skip
def test_metadata_that_cannot_be_used_is_an_error_naming_the_sidecar(tmp_path, source):
    (tmp_path / "notat.yaml").write_text(source)
    with pytest.raises(MetadataInvalidError, match="notat"):
        load(tmp_path, PLAIN)


def test_what_a_sidecar_suggests_changes_neither_text_nor_passages(tmp_path):
    plain = load(tmp_path, PLAIN)
    (tmp_path / "notat.yaml").write_text(
        "starters:\n  leder:\n    - Hvem lytter?\nhighlights:\n  hr: [Åbenhed]\nterms: [åbenhed]\n",
        encoding="utf-8",
    )
    document = load(tmp_path, PLAIN)
    metadata = document.metadata
    assert metadata.starters == {"leder": ("Hvem lytter?",)}
    assert (metadata.highlights, metadata.terms) == ({"hr": ("Åbenhed",)}, ("åbenhed",))
    assert (document.version, document.passages) == (plain.version, plain.passages)


def test_front_matter_holds_the_same_keys_as_a_sidecar(tmp_path):
    document = load(tmp_path, "---\nterms: [åbenhed]\n---\n" + PLAIN)
    assert document.metadata.terms == ("åbenhed",)


def test_the_bundled_sidecar_suggests_something_to_everybody(leadership):
    starters = leadership.metadata.starters
    assert starters.keys() == {"alle", "leder", "medarbejder", "hr"}
    assert {len(questions) for questions in starters.values()} == {6}
    assert len(leadership.metadata.terms) == 8


def test_front_matter_that_cannot_be_used_names_the_document(tmp_path):
    with pytest.raises(MetadataInvalidError, match=r"notat\.md"):
        load(tmp_path, "---\ntitle: [\n---\n" + PLAIN)


def test_text_that_is_not_utf_8_names_the_line(tmp_path):
    with pytest.raises(DocumentUnreadableError) as caught:
        load(tmp_path, "# Å\n\nFørst.\n".encode() + "Så æ.\n".encode("latin-1"))
    assert caught.value.line == 4
    assert "notat.md:4" in str(caught.value)


def test_a_nul_byte_is_no_text(tmp_path):
    with pytest.raises(DocumentUnreadableError, match="NUL"):
        load(tmp_path, b"# A\n\nTekst\0 her.\n")


def test_a_sidecar_that_is_not_utf_8_is_unreadable(tmp_path):
    (tmp_path / "notat.yaml").write_bytes("title: Å".encode("latin-1"))
    with pytest.raises(DocumentUnreadableError, match=r"notat\.yaml:1"):
        load(tmp_path, PLAIN)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# Kun\n\n## Overskrifter\n", "<!-- x -->\n", "---\n"]
)
def test_a_document_with_nothing_to_cite_is_empty(tmp_path, text):
    with pytest.raises(DocumentEmptyError, match=r"notat\.md"):
        load(tmp_path, text)


def test_a_document_without_headings_is_read(test_documents):
    (document,) = load_documents(test_documents / "uden-overskrifter")
    assert document.sections == ()
    assert document.metadata.title == "notat"
    assert {passage.section for passage in document.passages} == {()}


def test_a_missing_folder_is_missing(tmp_path):
    with pytest.raises(FolderMissingError, match="findes-ikke"):
        load_documents(tmp_path / "findes-ikke")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "fil").write_text("x")
    with pytest.raises(FolderMissingError):
        load_documents(tmp_path / "fil")


def test_a_folder_without_documents_is_empty(tmp_path):
    (tmp_path / "README.md").write_text("# Læs mig\n\nTekst her.\n")
    (tmp_path / "noter.txt").write_text("Tekst her.\n")
    with pytest.raises(FolderEmptyError):
        load_documents(tmp_path)


def test_documents_are_listed_by_name_without_readme_and_hidden_files(tmp_path):
    for name in ("b.md", "a.MD", "c.markdown", "readme.md", ".skjult.md", "d.txt", "a.yaml"):
        (tmp_path / name).write_text(PLAIN if "yaml" not in name else "title: A")
    assert [path.name for path in list_documents(tmp_path)] == ["a.MD", "b.md", "c.markdown"]
    assert [document.name for document in load_documents(tmp_path)] == ["a", "b", "c"]


def test_one_bad_document_loads_none(tmp_path):
    (tmp_path / "a.md").write_text(PLAIN)
    (tmp_path / "b.md").write_bytes(b"\xff")
    with pytest.raises(DocumentUnreadableError, match=r"b\.md"):
        load_documents(tmp_path)


def test_a_broken_link_is_unreadable(tmp_path):
    (tmp_path / "a.md").symlink_to(tmp_path / "findes-ikke.md")
    with pytest.raises(DocumentUnreadableError):
        load_documents(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_unreadable(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(PLAIN)
    path.chmod(0)
    with pytest.raises(DocumentUnreadableError):
        load_documents(tmp_path)
