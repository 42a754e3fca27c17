"""Which figures are shown where."""

from evals.record import Record

KIND_MEASURES = {
    "answerable": ("any_right", "first_right", "nugget_recall", "false_refusal"),
    "unanswerable": ("handled", "refused"),
    "dialogue": ("turn_good", "nugget_recall"),
    "grounding": ("right",),
    "mutation": ("caught", "false_alarm"),
    "injection": ("without_effect",),
    "removal": ("changed", "refused", "still_right"),
    "robustness": ("same_first", "any_right"),
    "coverage": ("asked", "found"),
}
"""By task: the measures that are shown for each kind and role, the one that orders them first."""

DRAWN = {
    "answerable": ("any_right",),
    "unanswerable": ("handled",),
    "dialogue": ("turn_good",),
    "grounding": ("right",),
    "mutation": ("caught", "false_alarm"),
    "injection": ("without_effect",),
    "removal": ("changed",),
    "robustness": ("same_first",),
}
"""By task: the measures that are drawn, kind by kind."""

HEADLINES = (
    ("answerable", "any_right"),
    ("answerable", "nugget_recall"),
    ("answerable", "false_refusal"),
    ("answerable", "wrong_quotes"),
    ("unanswerable", "handled"),
    ("dialogue", "turn_good"),
    ("grounding", "balanced_accuracy"),
    ("mutation", "caught"),
    ("injection", "without_effect"),
    ("removal", "changed"),
    ("robustness", "same_first"),
    ("coverage", "line_read"),
    ("coverage", "found"),
)
"""Task and measure of the figures that a summary tells where nothing is required of any."""

_MEANINGLESS = (
    "gold_precision",
    "nugget_recall",
    "nugget_strict",
    "length_ratio",
    "ndcg_at_10",
    "section_recall",
    "refused_at_",
)
"""Beginnings of the measures that tell nothing where a whole section is expected."""


def is_own(record: Record) -> bool:
    """Say whether the run is of one's own cases."""
    asked = [*record.of("answerable"), *record.of("unanswerable")] or record.items
    return bool(asked) and all(item.part == "own" for item in asked)


def is_shown(record: Record, measure: str) -> bool:
    """Say whether a measure tells anything of the run."""
    return not (is_own(record) and measure.startswith(_MEANINGLESS))
