"""How strict a language model's sentences are judged: what is shown wrongly, what is lost.

`python -m evals.threshold` prints the curve; docs/language-model.md holds it.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.generative.proof import Prover, tidy
from assistant.groundedness.check import load_check
from assistant.opening import Workplace
from assistant.settings import Settings, read_settings
from corpus.document import Passage
from evals import texts
from evals.gold.answer import ModelAnswer, ModelSentence, read_model_answers
from evals.gold.row import BUNDLED_GOLD

MODEL_ANSWERS = BUNDLED_GOLD / "model_answers.jsonl"

SHIPPED = float(Settings.model_fields["model_support"].default)
STRICT = 0.98
"""Only what is all but verbatim scores as much."""

LIMITS = (0.5, 0.6, 0.7, SHIPPED, 0.8, 0.85, 0.9, STRICT)


@dataclass(frozen=True)
class Point:
    """What happens to sentences at one setting.

    Attributes:
        least: The setting.
        good: Sentences that their passages say.
        good_shown: Those of them that are shown.
        bad_shown: Sentences shown that their passages do not say.
    """

    least: float
    good: int
    good_shown: int
    bad_shown: int

    @property
    def lost(self) -> float:
        """The share of good sentences that are not shown, in [0, 1]."""
        return 1 - self.good_shown / self.good

    @property
    def unsupported(self) -> float:
        """The share of what is shown that is not supported, in [0, 1]; 0 where nothing is."""
        shown = self.good_shown + self.bad_shown
        return self.bad_shown / shown if shown else 0.0


def measure_threshold(answers: Sequence[ModelAnswer], workplace: Workplace, least: float) -> Point:
    """Return what is shown of `answers` where a sentence must score `least`.

    Args:
        answers: With at least one good sentence.
        workplace: Whose documents they are about.
        least: See `Settings.model_support`.
    """
    prover = Prover(workplace.library, load_check(workplace.embedder), least=least)
    passages = {p.plain: p for document in workplace.documents for p in document.passages}
    judged = [
        (sentence.is_supported, _is_shown(sentence, prover, passages))
        for answer in answers
        for sentence in answer.sentences
    ]
    return Point(
        least=least,
        good=sum(is_good for is_good, _ in judged),
        good_shown=sum(is_good and is_shown for is_good, is_shown in judged),
        bad_shown=sum(is_shown and not is_good for is_good, is_shown in judged),
    )


def _is_shown(sentence: ModelSentence, prover: Prover, passages: dict[str, Passage]) -> bool:
    cited = [passages[text] for text in sentence.passages]
    return prover.prove(tidy(sentence.text), cited).is_proven


def main() -> None:
    """Print the curve for both parts."""
    workplace = Workplace(read_settings())
    answers = read_model_answers(MODEL_ANSWERS)
    sys.stdout.write(texts.THRESHOLD_HEADING + "\n")
    for part in ("dev", "test"):
        chosen = [answer for answer in answers if answer.part == part]
        for least in LIMITS:
            point = measure_threshold(chosen, workplace, least)
            line = texts.THRESHOLD_LINE.format(
                part=part, least=least, lost=point.lost, unsupported=point.unsupported
            )
            sys.stdout.write(line.replace(".", ",") + "\n")


if __name__ == "__main__":
    main()
