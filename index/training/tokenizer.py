"""Train the tokenizer: everyday normalisation, then word pieces shared by words and compounds."""

from collections.abc import Iterator
from typing import Any

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"

_FOLDED = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ä", "ae"), ("ö", "oe"))
"""Users write these where their keyboard has no Danish letters; here they are the same word."""

_SIGN = r"[^\w\s]"
"""Punctuation would weigh as much as words in a short text's mean; a question mark says little."""

_LONGEST_WORD = 80


def new_normalizer() -> normalizers.Normalizer:
    """Return the normaliser: NFKC, lower case, Danish letters folded, accents and signs dropped.

    >>> new_normalizer().normalize_str("FÆLLES Café på Sjælland?")
    'faelles cafe paa sjaelland '
    """
    folds = [normalizers.Replace(letter, written) for letter, written in _FOLDED]
    return normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            *folds,
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Replace(Regex(_SIGN), " "),
        ]
    )


def new_pre_tokenizer() -> pre_tokenizers.PreTokenizer:
    """Return the splitter: at white space and around digits."""
    return pre_tokenizers.Sequence(
        [pre_tokenizers.Whitespace(), pre_tokenizers.Digits(individual_digits=False)]
    )


def train_tokenizer(texts: Iterator[str], *, vocabulary: int) -> Tokenizer:
    """Return a WordPiece tokenizer of at most `vocabulary` pieces learnt from `texts`.

    A piece inside a word has no mark of its own, so "grundlag" is the same token alone and in
    "ledelsesgrundlag": Danish compounds get the vectors of their parts.
    """
    model: Any = models.WordPiece
    tokenizer = Tokenizer(
        model(
            unk_token=UNKNOWN, continuing_subword_prefix="", max_input_chars_per_word=_LONGEST_WORD
        )
    )
    loose: Any = tokenizer
    loose.normalizer = new_normalizer()
    loose.pre_tokenizer = new_pre_tokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocabulary,
        special_tokens=[UNKNOWN],
        continuing_subword_prefix="",
        min_frequency=2,
        limit_alphabet=200,
        show_progress=False,
    )
    loose.train_from_iterator(texts, trainer)
    return tokenizer
