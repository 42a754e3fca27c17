"""Say why a question was answered or refused, in Danish, for HR."""

from assistant import texts
from assistant.answerability.model import Judgement

_MOST = 3
_LEAST = 0.15
"""Of the log-odds; what adds less is not worth a line."""


def explain(judgement: Judgement) -> tuple[str, ...]:
    """Return what decided: the probability, the model, and what spoke for and against."""
    chance, limit = _number(judgement.probability), _number(judgement.threshold)
    lines = [
        texts.CHANCE.format(chance=chance, limit=limit),
        texts.BASES[judgement.basis],
    ]
    weighed = sorted(judgement.contributions.items(), key=lambda entry: -abs(entry[1]))
    for phrase, sign in ((texts.SPEAKS_FOR, 1), (texts.SPEAKS_AGAINST, -1)):
        told = [texts.SIGNALS[name] for name, value in weighed if value * sign > _LEAST][:_MOST]
        if told:
            lines.append(phrase.format(signals="; ".join(told)))
    return tuple(lines)


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
