"""What a document without headings speaks of most, as words that can be asked of."""

from collections import Counter, defaultdict

from assistant import lexicon
from assistant.suggestion import texts
from assistant.suggestion.trial import Candidate
from corpus.document import Document
from index.language import fold, words

_MOST = 4
_SHORTEST = 7
_OFTEN = 2


def ask_of_topics(document: Document) -> list[Candidate]:
    """Return questions of the nouns that several passages hold, the most frequent first.

    A noun is told by its definite ending; other words of that form are seldom repeated.
    """
    held: defaultdict[str, set[str]] = defaultdict(set)
    counted: Counter[str] = Counter()
    for passage in document.answers:
        for word in set(words(passage.plain)):
            if _is_noun(word):
                held[word].add(passage.id)
                counted[word] += 1
    often = [word for word, count in counted.most_common(_MOST) if count >= _OFTEN]
    return [Candidate(texts.ABOUT.format(subject=word), frozenset(held[word])) for word in often]


def _is_noun(word: str) -> bool:
    ignored = lexicon.FRAME_WORDS | lexicon.COMMON_WORDS
    return len(word) >= _SHORTEST and word.endswith(texts.DEFINITE) and fold(word) not in ignored
