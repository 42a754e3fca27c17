"""Train the token vectors: each text's bag must find its partner among the batch's others."""

import logging
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.training.bag import Bags, encode
from index.training.batch import plan_batches
from index.training.cloze import with_clozes
from index.training.noise import Noise, misspell
from index.training.pairs import Counted, PairSet
from index.training.tokenizer import train_tokenizer

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

_REPORT_EVERY = 100

_SMALLEST_PART = 16
"""A batch may be this many times smaller than asked for, where a source has no more to give."""


@dataclass(frozen=True)
class Recipe:
    """How the model is trained.

    Attributes:
        seed: Where every random choice comes from.
        vocabulary: Most tokens.
        dimensions: Length of a token's vector.
        epochs: How often the pairs are gone through.
        batch: Pairs in a batch; each is told apart from the others.
        rate: Adam's first learning rate; it falls linearly to zero.
        spread: Standard deviation of the first weights. Small, so that a token which training
            seldom meets weighs little beside those it knows.
        scale: What cosines are multiplied by before the softmax.
        longest: Tokens of a text that training looks at.
        misspelt: Chance that a batch's first sides are misspelt.
        noise: How they are misspelt.
        clozes: By source name, how often a sentence of each of its texts is paired with the rest.
    """

    seed: int = 1
    vocabulary: int = 48_000
    dimensions: int = 256
    epochs: int = 4
    batch: int = 1024
    rate: float = 0.01
    spread: float = 0.1
    scale: float = 20.0
    longest: int = 64
    misspelt: float = 0.5
    noise: Noise = field(default_factory=Noise)
    clozes: dict[str, float] = field(default_factory=lambda: {"law": 0.7, "docs": 1.0})


@dataclass(frozen=True)
class Trained:
    """What training gives.

    Attributes:
        model: StaticEmbedding and Normalize, weights in 32 bits.
        losses: The loss of each batch, in order.
        sources: What it was trained on, with the number of pairs after cleaning.
    """

    model: "SentenceTransformer"
    losses: tuple[float, ...]
    sources: tuple[Counted, ...]


@dataclass(frozen=True)
class _Encoded:
    """Every pair as token ids: first sides, the same misspelt, and second sides."""

    first: Bags
    misspelt: Bags
    second: Bags
    keys: tuple[str, ...]
    members: tuple[NDArray[np.int64], ...]


def train(sets: list[PairSet], recipe: Recipe) -> Trained:
    """Return a model trained on `sets`; the same recipe gives the same but for rounding of sums."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    tokenizer = train_tokenizer(_vocabulary_texts(sets), vocabulary=recipe.vocabulary)
    log.info("tokenizer: %d tokens", tokenizer.get_vocab_size())
    sets = with_clozes(sets, shares=recipe.clozes, seed=recipe.seed)
    encoded = _encode_sets(tokenizer, sets, recipe)
    log.info("encoded: %d pairs", len(encoded.first))
    rng = np.random.default_rng(recipe.seed)
    plan = _plan(encoded, sets, recipe, rng)
    model = _new_model(tokenizer, recipe)
    losses = tuple(_descend(model, encoded, plan, recipe))
    return Trained(model, losses, tuple(Counted(one.source, len(one.pairs)) for one in sets))


def _vocabulary_texts(sets: list[PairSet]) -> Iterator[str]:
    """Yield every text as often as its source's pairs are shown."""
    for one in sets:
        for _ in range(max(1, round(one.source.share))):
            for pair in one.pairs:
                yield pair.first
                yield pair.second


def _encode_sets(tokenizer: Tokenizer, sets: list[PairSet], recipe: Recipe) -> _Encoded:
    pairs = [pair for one in sets for pair in one.pairs]
    ends = np.cumsum([0, *(len(one.pairs) for one in sets)])
    rng = random.Random(recipe.seed)  # noqa: S311  the noise must be the same every time
    misspelt = [misspell(pair.first, recipe.noise, rng) for pair in pairs]
    return _Encoded(
        first=encode(tokenizer, [pair.first for pair in pairs], longest=recipe.longest),
        misspelt=encode(tokenizer, misspelt, longest=recipe.longest),
        second=encode(tokenizer, [pair.second for pair in pairs], longest=recipe.longest),
        keys=tuple(pair.key for pair in pairs),
        members=tuple(np.arange(a, b) for a, b in pairwise(ends)),
    )


def _plan(
    encoded: _Encoded, sets: list[PairSet], recipe: Recipe, rng: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Return the batches of all epochs, in order.

    A batch has pairs of one source only: a provision is hard to tell from other provisions, and
    easy to tell from English sentences.
    """
    plan: list[NDArray[np.int64]] = []
    for _ in range(recipe.epochs):
        epoch: list[NDArray[np.int64]] = []
        for members, one in zip(encoded.members, sets, strict=True):
            epoch += plan_batches(
                _draw(members, one.source.share, rng),
                encoded.keys,
                size=recipe.batch,
                smallest=max(2, recipe.batch // _SMALLEST_PART),
                rng=rng,
            )
        plan += [epoch[int(at)] for at in rng.permutation(len(epoch))]
    return plan


def _draw(members: NDArray[np.int64], share: float, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return `members` as often as `share` says, the fraction of it drawn without replacement."""
    whole = int(share)
    part = rng.choice(members, size=round(len(members) * (share - whole)), replace=False)
    return np.concatenate([*([members] * whole), part])


def _new_model(tokenizer: Tokenizer, recipe: Recipe) -> "SentenceTransformer":
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    generator = torch.Generator().manual_seed(recipe.seed)
    shape = (tokenizer.get_vocab_size(), recipe.dimensions)
    weights = torch.randn(shape, generator=generator) * recipe.spread
    vectors = StaticEmbedding(tokenizer, embedding_weights=weights)
    return SentenceTransformer(modules=[vectors, Normalize()], device="cpu")


def _descend(
    model: "SentenceTransformer",
    encoded: _Encoded,
    plan: list[NDArray[np.int64]],
    recipe: Recipe,
) -> Iterator[float]:
    """Take one step per batch of `plan`; yield its loss.

    The loss is InfoNCE with in-batch negatives from both sides (GTE, Li et al. 2023, section 3.3).
    """
    import torch
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss

    loss_of: Any = MultipleNegativesRankingLoss(
        model,
        scale=recipe.scale,
        directions=("query_to_doc", "query_to_query", "doc_to_query", "doc_to_doc"),
    )
    adam = torch.optim.Adam(model.parameters(), lr=recipe.rate, fused=True)
    rng = np.random.default_rng([recipe.seed, 1])
    for step, rows in enumerate(plan):
        adam.param_groups[0]["lr"] = recipe.rate * (1 - step / len(plan))
        first = encoded.misspelt if rng.random() < recipe.misspelt else encoded.first
        features = [_features(first.select(rows)), _features(encoded.second.select(rows))]
        loss = loss_of(features, None)
        adam.zero_grad(set_to_none=True)
        loss.backward()
        adam.step()
        if step % _REPORT_EVERY == 0:
            log.info("step %d of %d: loss %.3f", step, len(plan), loss.item())
        yield float(loss.item())


def _features(bags: Bags) -> "dict[str, Any]":
    import torch

    return {
        "input_ids": torch.from_numpy(bags.ids).long(),
        "offsets": torch.from_numpy(bags.starts[:-1]),
    }
