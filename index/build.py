"""Build an index into a folder, and open a built one."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from langchain_core.embeddings import Embeddings

from corpus.document import Document
from corpus.enrichment import Enrichment
from index.entry import Entry, passage_entries, question_entries
from index.errors import IndexCorruptError
from index.language import Lemmatiser, gather_forms, ngrams, words
from index.lexical import LexicalIndex
from index.retriever import Channels
from index.spelling import Speller, is_word
from index.synonym import Synonyms
from index.vector import VectorIndex, open_client

FORMAT = 6
"""Raised when the files of a built index change shape, so that old ones are rebuilt."""

LEMMA_K1, LEMMA_B = 1.2, 0.5
NGRAM_K1, NGRAM_B = 1.2, 0.6
"""BM25's parameters, by kind of token (docs/retrieval.md)."""

_CHROMA = "chroma"
"""How the vector store's folder begins. Each build names its own, for Chroma keeps what it has
opened by name: after a rebuild in the same process it would go on reading the old files."""

_VOCABULARY = "vocabulary.json"
_FORMS = "forms.json"


@dataclass(frozen=True)
class Content:
    """What an index is made of.

    Attributes:
        passages: An entry for each answering passage.
        questions: An entry for each question per passage; may be none.
        thesaurus: Groups of terms that mean nearly the same.
        synonyms: Those of them that were written for these documents.
    """

    passages: Sequence[Entry]
    questions: Sequence[Entry]
    thesaurus: tuple[tuple[str, ...], ...]
    synonyms: tuple[tuple[str, ...], ...] = ()


def gather_content(documents: Sequence[Document], enrichment: Enrichment) -> Content:
    """Return what the index of `documents` is made of."""
    return Content(
        passage_entries(documents),
        question_entries(documents, enrichment),
        enrichment.thesaurus,
        enrichment.synonyms,
    )


def write_index(folder: Path, content: Content, embedder: Embeddings) -> None:
    """Write the index of `content` into the empty `folder`."""
    vocabulary = _gather_vocabulary(content)
    forms = gather_forms(vocabulary)
    _write_json(folder / _VOCABULARY, _without_slips(vocabulary, content))
    _write_json(folder / _FORMS, forms)
    lemmatise = Lemmatiser(forms)
    for field, entries in _fields(content).items():
        lemmas = [lemmatise(entry.text) for entry in entries]
        grams = [ngrams(entry.text) for entry in entries]
        LexicalIndex.build(lemmas, k1=LEMMA_K1, b=LEMMA_B).save(folder / f"lemma_{field}")
        LexicalIndex.build(grams, k1=NGRAM_K1, b=NGRAM_B).save(folder / f"ngram_{field}")
    with closing(open_client(Path(mkdtemp(prefix=_CHROMA, dir=folder)))) as client:
        for field, entries in _fields(content).items():
            store = VectorIndex.open(client, field, embedder, size=len(entries))
            store.add(entries)


def read_index(folder: Path, content: Content, embedder: Embeddings) -> Channels:
    """Return the index of `content` that `write_index` wrote into `folder`.

    Raises:
        IndexCorruptError: If what lies there cannot be opened or holds another number of entries.
    """
    try:
        vocabulary = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        forms = json.loads((folder / _FORMS).read_text(encoding="utf-8"))
        fields = _fields(content)
        lexical = {
            f"{kind}_{field}": LexicalIndex.load(folder / f"{kind}_{field}")
            for field in fields
            for kind in ("lemma", "ngram")
        }
        client = open_client(next(folder.glob(f"{_CHROMA}*")))
        dense = {
            field: VectorIndex.open(client, field, embedder, size=len(entries))
            for field, entries in fields.items()
        }
        counts = {field: store.count() for field, store in dense.items()}
    except Exception as error:  # the libraries raise whatever their parts raise
        raise IndexCorruptError(folder, str(error)) from error
    for field, entries in fields.items():
        if counts[field] != len(entries):
            client.close()
            raise IndexCorruptError(folder, f"{counts[field]} vectors of {field}")
    lemmatise = Lemmatiser(forms)
    return Channels(
        passages=content.passages,
        questions=content.questions,
        lexical=lexical,
        dense=dense,
        lemmatise=lemmatise,
        respell=_make_respeller(content, vocabulary, lemmatise),
        embedder=embedder,
    )


def _make_respeller(
    content: Content, vocabulary: Mapping[str, int], lemmatise: Lemmatiser
) -> Callable[[str], str]:
    """Return what mends words, and says people's own in the documents' words."""
    mend = Speller(vocabulary)
    if not content.synonyms:
        return mend
    written = {lemma for entry in content.passages for lemma in lemmatise(entry.text)}
    replace = Synonyms(content.synonyms, lemmatise, written)
    return lambda text: replace(mend(text))


def _fields(content: Content) -> dict[str, Sequence[Entry]]:
    fields: dict[str, Sequence[Entry]] = {"passages": content.passages}
    if content.questions:
        fields["questions"] = content.questions
    return fields


def _write_json(path: Path, content: Mapping[str, object]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _gather_vocabulary(content: Content) -> dict[str, int]:
    """Return how often each word stands in the entries; the thesaurus adds what else is a word."""
    counts: Counter[str] = Counter()
    for entry in (*content.passages, *content.questions):
        counts.update(words(entry.text))
    for group in content.thesaurus:
        for term in group:
            counts.update(word for word in words(term) if word not in counts)
    return dict(sorted(counts.items()))


def _without_slips(vocabulary: Mapping[str, int], content: Content) -> dict[str, int]:
    """Return `vocabulary` without words of questions that look like slips of others.

    Questions per passage are written as people write, slips and all: a slip must not become a
    word that others are mended to.
    """
    written = {word for entry in content.passages for word in words(entry.text)}
    written |= {word for group in content.thesaurus for term in group for word in words(term)}
    sure = {word: count for word, count in vocabulary.items() if word in written or is_word(word)}
    mend = Speller(sure)
    return {word: count for word, count in vocabulary.items() if word in sure or mend(word) == word}
