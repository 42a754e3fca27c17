"""A tiny cross-encoder made here exercises the loading code: no model hub can be reached."""

import pytest

from index import entailment
from index.entailment import load_entailment
from index.errors import EntailmentUnavailableError


@pytest.fixture(scope="module")
def make_model(tmp_path_factory):
    """Save a cross-encoder with random weights and these labels."""

    def _make_model(labels: list[str]) -> str:
        from tokenizers import Tokenizer, models, pre_tokenizers, processors
        from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

        words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "lederen", "skal", "lytte", "tale"]
        tokenizer = Tokenizer(models.WordLevel({w: i for i, w in enumerate(words)}, "[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
        folder = str(tmp_path_factory.mktemp("nli"))
        PreTrainedTokenizerFast(
            tokenizer_object=tokenizer,
            unk_token="[UNK]",  # noqa: S106  a token, not a password
            pad_token="[PAD]",  # noqa: S106  the same
            cls_token="[CLS]",  # noqa: S106  the same
            sep_token="[SEP]",  # noqa: S106  the same
            model_max_length=32,
        ).save_pretrained(folder)
        config = BertConfig(
            vocab_size=len(words),
            hidden_size=8,
            num_hidden_layers=1,
            num_attention_heads=1,
            intermediate_size=8,
            max_position_embeddings=32,
            id2label=dict(enumerate(labels)),
            label2id={label: n for n, label in enumerate(labels)},
        )
        BertForSequenceClassification(config).save_pretrained(folder)
        return folder

    return _make_model


@pytest.mark.parametrize(
    "labels", [["contradiction", "entailment", "neutral"], ["ENTAILMENT", "not_entailment"]]
)
def test_a_cross_encoder_gives_a_probability(make_model, labels):
    opinion = load_entailment(make_model(labels))
    assert 0 <= opinion.entails("lederen skal lytte", "lederen skal tale") <= 1


def test_a_single_score_is_taken_for_entailment(make_model):
    opinion = load_entailment(make_model(["LABEL_0"]))
    assert 0 <= opinion.entails("lederen skal lytte", "lederen skal tale") <= 1


def test_a_model_of_something_else_is_refused(make_model):
    with pytest.raises(EntailmentUnavailableError):
        load_entailment(make_model(["positiv", "negativ"]))


def test_a_model_that_is_not_there_is_a_clear_error(tmp_path):
    with pytest.raises(EntailmentUnavailableError) as caught:
        load_entailment(str(tmp_path / "findes-ikke"))
    assert caught.value.code == "entailment_unavailable"


def test_the_entailing_label_is_found_by_its_name():
    assert entailment._find_column({0: "neutral", 1: "Entailment", 2: "contradiction"}) == 1
