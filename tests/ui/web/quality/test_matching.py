from ui.storage.noun import RunDraft
from ui.web.quality import own_texts, texts
from ui.web.quality.matching import RunMatcher, name_choices, shorten_title


def _add(store, run, kind="suite"):
    return store.add_run(RunDraft(kind, 1.0, run.overview, run.record)).id


def test_a_run_matches_those_with_the_same_parts_and_never_itself(store, make_item, make_run):
    first = _add(store, make_run([make_item(1)]))
    second = _add(store, make_run([make_item(1), make_item(2)]))
    _add(store, make_run([make_item(1, task="grounding", scores={"right": 1.0})]))
    matched = RunMatcher(store).match(second, store.list_runs())
    assert [run.id for run in matched] == [first]


def test_own_cases_match_by_their_questions(store, make_item, make_run):
    own = {"kind": "cases", "floors": ()}
    first = _add(store, make_run([make_item(1, part="own")], **own), "cases")
    _add(store, make_run([make_item(2, part="own")], **own), "cases")
    _add(store, make_run([make_item(1)]))
    last = _add(store, make_run([make_item(1, part="own"), make_item(2, part="own")], **own))
    matcher = RunMatcher(store)
    assert [run.id for run in matcher.match(first, store.list_runs())] == [last]


def test_what_is_gone_or_of_another_format_matches_nothing(store, make_item, make_run):
    store.add_run(RunDraft("suite", 1.0, {"format": 99}, {}))
    _add(store, make_run([make_item(1)]))
    matcher = RunMatcher(store)
    assert matcher.match(2, store.list_runs()) == ()
    assert matcher.match(999, store.list_runs()) == ()
    assert matcher.match(None, store.list_runs()) == ()


def test_runs_of_the_same_minute_and_title_are_told_apart(make_item, make_run):
    runs = [make_run([make_item(1)], number=number) for number in (7, 8)]
    other = make_run([make_item(1)], number=9, title=own_texts.COMPARE_TITLE)
    names = [name for name, _ in name_choices([*runs, other], [*runs, other])]
    assert names == [
        "23.11.2026 kl. 21.05: Prøven (nr. 7)",
        "23.11.2026 kl. 21.05: Prøven (nr. 8)",
        f"23.11.2026 kl. 21.05: {texts.AFTER_CHANGE}",
    ]
    assert name_choices(runs[:1], runs)[0][0] == names[0], "the same in every list"


def test_a_long_title_is_cut():
    short = shorten_title("Efter at vi skrev alle vores ord om")
    assert short.startswith("Efter at vi skrev")
    assert short.endswith("…")
    assert len(short) <= 28
