"""Find the runs that a run can be compared with, and name runs so that each can be told."""

from collections import Counter
from collections.abc import Hashable, Sequence

from ui.storage.errors import StorageError
from ui.storage.noun import StoredRun
from ui.storage.store import Store
from ui.web.quality import own_texts, texts
from ui.web.quality.showing import is_shown, name_run

_SHORT = {own_texts.COMPARE_TITLE: texts.AFTER_CHANGE}
_LONGEST = 28
"""Characters of a title; more would not fit in a list."""

Choice = tuple[str, int]


class RunMatcher:
    """Tells which runs have questions in common; a run never changes, so each is read once.

    Args:
        store: Where runs are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._contents: dict[int, frozenset[Hashable]] = {}

    def match(self, wanted: int | None, runs: Sequence[StoredRun]) -> tuple[StoredRun, ...]:
        """Return those of `runs` that have something in common with the wanted one."""
        mine = self._read(wanted) if wanted else frozenset[Hashable]()
        return tuple(run for run in runs if run.id != wanted and mine & self._read(run.id))

    def _read(self, number: int) -> frozenset[Hashable]:
        """Return what was measured; nothing of a run that is gone or cannot be shown."""
        if number not in self._contents:
            try:
                run = self._store.read_run(number, with_record=False)
            except StorageError:
                return frozenset()
            self._contents[number] = _list_contents(run) if is_shown(run) else frozenset()
        return self._contents[number]


def name_choices(runs: Sequence[StoredRun], among: Sequence[StoredRun]) -> list[Choice]:
    """Return runs for a list: the time first, then a short name, and a number if two are alike.

    Args:
        runs: Those to be listed.
        among: All that there are, so that a run has the same name in every list.
    """
    count = Counter(map(_name, among))
    return [
        (texts.RUN_NUMBERED.format(name=name, id=run.id) if count[name] > 1 else name, run.id)
        for run in runs
        for name in [_name(run)]
    ]


def shorten_title(title: str) -> str:
    """Return a title that is short enough for a list.

    >>> shorten_title("Hurtig prøve")
    'Hurtig prøve'
    """
    short = _SHORT.get(title, title)
    return short if len(short) <= _LONGEST else short[: _LONGEST - 1].rstrip() + "…"


def _name(run: StoredRun) -> str:
    return name_run(run, shorten_title(run.title))


def _list_contents(run: StoredRun) -> frozenset[Hashable]:
    """Return the parts of the suite that a run has, or of HR's own cases each one."""
    overview = run.overview
    if overview["is_own"]:
        return frozenset(
            (each["name"], each["exchange"]["question"]) for each in overview["answers"]
        )
    return frozenset(task["key"] for task in overview["tasks"])
