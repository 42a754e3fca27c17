from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from evals.floor import Floor
from evals.measure import MEASURES, MeasureKind
from evals.record import Exchange, Item, Source
from evals.report import texts
from evals.report.coverage import build_map
from evals.report.failure import SHOWN, find_faults, gather_failures
from evals.report.page import write_page
from evals.report.summary import summarise_record
from evals.report.wording import task_text

_VOID = {"meta", "link", "br", "img", "input", "hr"}
_LINKS = {"href", "src", "xlink:href", "action", "data", "poster", "srcset"}


class _Page(HTMLParser):
    """A page taken apart; tags that are not closed in order are an error."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self._open = [], [], []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self._open)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self._open)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if not {"style"} & set(self._open):
            self.text.append(data)

    def all(self, name):
        return [attributes for tag, attributes, _ in self.tags if tag == name]

    @property
    def words(self):
        return " ".join(" ".join(self.text).split())


def _item(number, task="answerable", *, part="dev", kind="direct", question="Hvad?", **scores):
    exchange = Exchange(
        question=f"{question} {number}",
        expected=("Ventet tekst",),
        given="Givet **tekst**",
        status="answered",
        citations=("Afsnit 1",),
        reason="Derfor.",
        hits=("Afsnit 1 (0,90)",),
    )
    return Item(task, f"X{number:04}", part, kind, "leder", f"C{number}", scores, exchange)


def _every_task():
    """Return items of every task, with every measure, half of them failing, in both parts."""
    items = []
    for task, measures in MEASURES.items():
        for number in range(8):
            fails = number % 2
            scores = {
                measure.name: float(fails)
                if measure.kind is MeasureKind.COUNT
                else float(fails != bool(measure.is_better_high))
                for measure in measures
            }
            scores["answerability"] = number / 8
            kind = ("number", "noise:case", "ny-slags", "typo")[number % 4]
            part = "test" if number > 5 else "dev"
            items.append(_item(number, task, part=part, kind=kind, **scores))
    return items


def _written(tmp_path, record, **options):
    path = tmp_path / "side.html"
    write_page(record, path, **options)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def full(tmp_path_factory, make_record):
    return _written(tmp_path_factory.mktemp("page"), make_record(_every_task()))


def test_the_page_stands_alone_and_holds_no_script(full):
    page = _Page(full)
    assert not {tag for tag, _, _ in page.tags} & {"script", "link", "iframe", "object", "img"}
    for _, attributes, _ in page.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert all(attributes[name].startswith("#") for name in _LINKS & attributes.keys())
    assert "url(http" not in full
    assert "@import" not in full
    policy = next(m for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"].startswith("default-src 'none'")


def test_the_page_is_danish_and_every_link_on_it_leads_somewhere(full):
    page = _Page(full)
    assert page.all("html") == [{"lang": "da"}]
    ids = Counter(attributes["id"] for _, attributes, _ in page.tags if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    assert {link["href"].removeprefix("#") for link in page.all("a")} <= set(ids)


def test_tables_have_captions_and_headings_and_pictures_are_told_in_words(full):
    page = _Page(full)
    assert len(page.all("caption")) == len(page.all("table")) > len(MEASURES)
    assert {heading.get("scope") for heading in page.all("th")} == {"col", "row"}
    pictures = [a for _, a, _ in page.tags if a.get("role") == "img"]
    assert len(pictures) > len(MEASURES)
    assert all(picture["aria-label"] for picture in pictures)
    svgs = [attributes for tag, attributes, _ in page.tags if tag == "svg"]
    assert len(svgs) == sum(picture["class"] == "drawing" for picture in pictures)


def test_the_page_follows_dark_mode_and_prints_what_is_folded(full):
    style = full[full.index("<style>") : full.index("</style>")]
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    used = {part.split(")")[0] for part in full.split("var(")[1:]}
    defined = {line.split(":")[0].strip() for line in style.replace(";", "\n").splitlines()}
    assert used <= defined


def test_every_task_has_a_section_with_all_its_measures(full):
    words = _Page(full).words
    for task in MEASURES:
        assert f'<section id="{task}">' in full
        assert task_text(task).intro in words
    assert "Ny-slags" not in words
    assert "ny-slags" in words


def test_a_task_that_was_not_run_is_left_out(tmp_path, make_record):
    page = _written(tmp_path, make_record([_item(1, any_right=1.0)]))
    assert '<section id="answerable">' in page
    assert "Samtaler" not in page
    assert 'href="#dialogue"' not in page


def test_a_run_without_items_is_still_a_page(tmp_path, make_record):
    words = _Page(_written(tmp_path, make_record([]))).words
    assert "Intet gik galt." in words


_MARKUP = "<script>alert(1)</script><img src=x onerror=y>\"'&lt;b&gt; </svg></style>"


def test_markup_in_questions_answers_documents_and_names_is_shown_as_text(tmp_path, make_record):
    exchange = Exchange(
        question=_MARKUP,
        expected=(_MARKUP,),
        note=_MARKUP,
        given=_MARKUP,
        status=_MARKUP,
        citations=(_MARKUP,),
        reason=_MARKUP,
        hits=(_MARKUP,),
    )
    items = [
        replace(_item(1, any_right=0.0, seconds=0.1), id=_MARKUP, kind=_MARKUP, role=_MARKUP),
        replace(_item(2, any_right=1.0), kind="to", role="tre"),
        replace(_item(3, "coverage", asked=0.0), cluster=_MARKUP, id=_MARKUP),
    ]
    items = [replace(item, exchange=exchange) for item in items]
    record = make_record(
        items, documents=(Source(_MARKUP, _MARKUP),), gold=_MARKUP, engine=_MARKUP, created=_MARKUP
    )
    floors = [Floor("answerable", "any_right", 0.9, _MARKUP), Floor(_MARKUP, _MARKUP, 1.0, "")]
    page = _Page(_written(tmp_path, record, floors=floors, baseline=record))
    names = {tag for tag, _, _ in page.tags}
    assert not names & {"script", "img"}
    assert not [a for _, a, _ in page.tags if "onerror" in a]
    assert page.words.count("<script>alert(1)</script><img src=x onerror=y>") > 10


def test_the_test_part_is_counted_by_kind_but_not_shown(tmp_path, make_record):
    items = [
        _item(1, part="test", kind="typo", question="Hemmeligt", any_right=0.0),
        _item(3, part="test", kind="typo", question="Hemmeligt", any_right=1.0),
        _item(5, part="test", kind="why", question="Hemmeligt", any_right=0.0),
        _item(2, question="Åbent", any_right=0.0),
        _item(4, part="own", question="Eget", any_right=0.0),
    ]
    record = make_record(items)
    (group,) = gather_failures(record)
    assert [item.exchange.question for item in group.items] == ["Åbent 2", "Eget 4"]
    rows = [(row.heading, *row.cells) for row in group.hidden.rows]
    assert rows == [("Slåfejl", "2", "1"), ("Hvorfor", "1", "1"), ("I alt", "3", "2")]
    page = _written(tmp_path, record)
    assert "Hemmeligt" not in page
    assert texts.FAILURES_HIDDEN in page
    shown = _written(tmp_path, record, show_test=True)
    assert "Hemmeligt 1" in shown
    assert "Hemmeligt 3" not in shown
    assert texts.FAILURES_HIDDEN not in shown


def test_what_a_record_does_not_hold_of_the_test_part_is_still_counted(make_record):
    item = replace(_item(1, part="test", any_right=0.0), exchange=None)
    (group,) = gather_failures(make_record([item]), show_test=True)
    assert group.items == ()
    assert group.hidden.rows[-1].cells == ("1", "1")


def test_a_failed_item_tells_what_was_expected_given_and_searched(tmp_path, make_record):
    words = _Page(_written(tmp_path, make_record([_item(2, any_right=0.0)]))).words
    for shown in (
        "Spørgsmål X0002: Hvad? 2",
        "Ingen rigtig henvisning",
        "Udviklingsdel · Direkte spørgsmål · Ledere",
        "Ventet Ventet tekst",
        "Givet Givet tekst",
        "Henvisninger Afsnit 1",
        "Udfald Besvaret",
        "Hvorfor Derfor.",
        "Afsnit 1 (0,90)",
    ):
        assert shown in words


@pytest.mark.parametrize(
    ("task", "scores", "faults"),
    [
        ("answerable", {"any_right": 1.0, "first_right": 1.0}, ()),
        ("answerable", {"first_right": 0.0, "any_right": 0.0}, ("Ingen rigtig henvisning",)),
        ("answerable", {"first_right": 0.0, "any_right": 1.0}, ("Første henvisning er forkert",)),
        (
            "answerable",
            {"any_right": 0.0, "false_refusal": 1.0, "wrong_quotes": 2.0, "broken_lists": 0.0},
            ("Afvist, selv om dokumentet svarer", "Forkert citat"),
        ),
        ("answerable", {"hit_at_1": 0.0, "gold_precision": 0.2, "nugget_strict": None}, ()),
        ("unanswerable", {"handled": 0.0}, ("Besvaret, selv om dokumentet ikke svarer",)),
        ("unanswerable", {"handled": 1.0, "refused": 0.0, "corrected": 0.0}, ()),
        (
            "dialogue",
            {"turn_good": 0.0, "unanswerable_turn_refused": 0.0},
            ("Besvaret, selv om dokumentet ikke svarer",),
        ),
        (
            "grounding",
            {"right": 0.0, "unsupported_caught": 0.0},
            ("Sætning uden belæg blev godkendt",),
        ),
        ("mutation", {"caught": 0.0, "false_alarm": None}, ("Forfalskningen blev ikke fanget",)),
        ("mutation", {"caught": None, "false_alarm": 1.0}, ("Falsk alarm",)),
        ("removal", {"changed": 1.0, "refused": 0.0, "still_right": 0.0}, ()),
        ("coverage", {"asked": 0.0, "found": None}, ()),
        ("coverage", {"line_read": 0.0}, ("Linjen er ikke læst helt ind",)),
    ],
)
def test_the_gravest_fault_is_named_and_every_broken_proof(task, scores, faults):
    assert find_faults(_item(1, task, **scores)) == faults


def test_a_flood_of_failures_is_cut_short_and_says_so(tmp_path, make_record):
    items = [_item(n, any_right=0.0) for n in range(SHOWN + 5)]
    (group,) = gather_failures(make_record(items))
    assert len(group.items) == SHOWN
    assert f"{SHOWN + 5} fejl" in group.title
    assert f"de første {SHOWN} af {SHOWN + 5}" in _written(tmp_path, make_record(items))


@pytest.fixture
def judge(make_record):
    return lambda items, *floors: summarise_record(make_record(items), floors)


_HALF = [_item(n, any_right=float(n % 2), false_refusal=float(n % 2)) for n in range(8)]


@pytest.mark.parametrize(
    ("measure", "value", "is_met"),
    [
        ("any_right", 0.5, True),
        ("any_right", 0.51, False),
        ("false_refusal", 0.5, True),
        ("false_refusal", 0.49, False),
        ("nugget_recall", 0.0, None),
    ],
)
def test_a_figure_is_held_against_its_floor_in_its_own_direction(measure, value, is_met, judge):
    (judgement,) = judge(_HALF, Floor("answerable", measure, value, "Derfor")).judgements
    assert judgement.is_met is is_met
    assert judgement.reason == "Derfor"


def test_a_judgement_says_what_was_measured_and_what_is_required(judge):
    (judgement,) = judge(_HALF, Floor("answerable", "false_refusal", 0.05, "")).judgements
    assert judgement.sentence == (
        "50,0\xa0% (21,5–78,5) af spørgsmålene bliver afvist, selv om dokumentet svarer på dem."
    )
    assert judgement.bound == "Krav: højst 5\xa0%."


def test_a_floor_that_the_interval_reaches_past_is_only_just_kept(judge):
    keeps = Floor("answerable", "any_right", 0.5, "")
    assert judge(_HALF, keeps).judgements[0].note == texts.CLOSE
    assert judge(_HALF, replace(keeps, value=0.2)).judgements[0].note == ""
    ceiling = Floor("answerable", "false_refusal", 0.5, "")
    assert judge(_HALF, ceiling).judgements[0].note == texts.CLOSE_HIGH
    assert judge(_HALF, replace(ceiling, value=0.8)).judgements[0].note == ""


def test_no_share_lies_past_all_or_nothing(judge):
    items = [_item(n, any_right=1.0) for n in range(4)]
    (judgement,) = judge(items, Floor("answerable", "any_right", 1.0, "")).judgements
    assert (judgement.is_met, judgement.note) == (True, "")


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((), "Der er ikke sat krav"),
        ((0.1,), "Det ene krav, der er sat, er opfyldt."),
        ((0.9,), "Det ene krav, der er sat, er ikke opfyldt."),
        ((0.1, 0.2), "Alle 2 krav er opfyldt."),
        ((0.1, 0.9), "Ét af 2 krav er ikke opfyldt."),
        ((0.1, 0.8, 0.9), "2 af 3 krav er ikke opfyldt."),
    ],
)
def test_the_verdict_counts_the_floors(values, verdict, judge):
    floors = [Floor("answerable", "any_right", value, "") for value in values]
    assert judge(_HALF, *floors).verdict.startswith(verdict)


def test_a_floor_that_was_not_measured_is_neither_kept_nor_broken(tmp_path, make_record, judge):
    unmeasured = Floor("dialogue", "turn_good", 0.8, "Vigtigt")
    kept = Floor("answerable", "any_right", 0.1, "")
    assert judge(_HALF, unmeasured).verdict == texts.NONE_JUDGED
    summary = judge(_HALF, kept, unmeasured)
    assert summary.verdict == f"{texts.THE_ONE_MET} {texts.ONE_UNMEASURED}"
    words = _Page(_written(tmp_path, make_record(_HALF), floors=[kept, unmeasured])).words
    assert "Det er ikke målt ? Gode svar i samtalen (Samtaler)" in words
    assert "Det er ikke godt nok" not in words
    assert words.index("Det er ikke målt") < words.index("Det er godt")


def test_without_floors_the_figures_are_told_and_not_judged(tmp_path, make_record):
    words = _Page(_written(tmp_path, make_record(_HALF))).words
    assert texts.NO_FLOORS in words
    assert "af spørgsmålene er mindst én af svarets henvisninger rigtig." in words
    assert "Det er godt" not in words


def test_an_earlier_run_is_compared_with(tmp_path, make_record):
    before = [_item(n, any_right=1.0, first_right=0.0) for n in range(20)]
    after = [
        replace(item, scores={"any_right": float(n > 9), "first_right": float(n > 9)})
        for n, item in enumerate(before)
    ]
    old = make_record(before, gold="sha256:cc", created="2026-10-01T10:00:00+00:00")
    words = _Page(_written(tmp_path, make_record(after), baseline=old)).words
    assert "Sammenlignet med det gemte sammenligningsgrundlag" in words
    assert "Grundlaget er en måling fra 1. oktober 2026 kl. 12.00" in words
    assert texts.OTHER_GOLD in words
    assert (
        "Sikkert bedre: Første henvisning er rigtig (Spørgsmål, som dokumentet svarer på)." in words
    )
    assert (
        "Sikkert ringere: Mindst én henvisning er rigtig (Spørgsmål, som dokumentet svarer på)."
        in words
    )
    assert "Gemt grundlag" in words
    assert "100,0\xa0% (nu sikkert ringere)".replace("\xa0", " ") in words


def test_the_same_run_again_is_neither_better_nor_worse(tmp_path, make_record):
    words = _Page(_written(tmp_path, make_record(_HALF), baseline=make_record(_HALF))).words
    assert texts.SINCE_NOTHING in words
    assert "Advarsel" not in words


def _passage(number, section, **scores):
    item = _item(number, "coverage", kind="item", **scores)
    return replace(
        item, cluster=section, exchange=Exchange(f"Tekst {number}", note=f"Sted {number}")
    )


def test_the_map_has_a_square_for_each_passage_in_its_section(make_record):
    items = [
        _passage(1, "Mod", asked=1.0, found=1.0),
        _passage(2, "Mod", asked=1.0, found=0.0),
        _passage(3, "Tillid", asked=0.0, found=None),
        replace(_item(4, "coverage", kind="line", line_read=1.0), cluster="Mod"),
    ]
    coverage = build_map(make_record(items))
    squares = {part.title: [s.state for s in part.squares] for part in coverage.sections}
    assert squares == {"Mod": ["found", "lost"], "Tillid": ["unasked"]}
    assert coverage.sections[0].squares[1].title == "Sted 2 (spurgt til, men ikke fundet)"
    assert coverage.sections[0].alternative == "Mod: 2 tekststeder, 2 spurgt til, 1 fundet."
    rows = [(row.heading, *row.cells) for row in coverage.table.rows]
    assert rows == [("Mod", "2", "2", "1"), ("Tillid", "1", "0", "0"), ("I alt", "3", "2", "1")]
    assert coverage.unasked == ("Sted 3: Tekst 3",)


def test_the_map_is_left_out_where_only_lines_were_looked_at(tmp_path, make_record):
    record = make_record([_item(1, "coverage", kind="line", line_read=1.0)])
    assert build_map(record) is None
    assert texts.MAP not in _written(tmp_path, record)


def test_kinds_are_listed_the_worst_first_with_their_number(tmp_path, make_record):
    items = [_item(n, kind="typo", any_right=1.0) for n in range(3)]
    items += [_item(9, kind="why", any_right=0.0), _item(10, kind="ny", any_right=1.0)]
    page = _written(tmp_path, make_record(items))
    table = page[page.index("– efter slags</caption>") :]
    headings = [
        part.split("<")[0] for part in table.split('<th scope="row" role="rowheader">')[1:4]
    ]
    assert headings == ["Hvorfor", "Slåfejl", "ny"]
    row = table[table.index("Slåfejl") : table.index("</tr>", table.index("Slåfejl"))]
    assert row.endswith("<span>3</span></td>")


def test_the_page_names_documents_versions_questions_and_limits(full):
    words = _Page(full).words
    assert "Dokument grundlag, udgave sha256:aa" in words
    assert "Prøvespørgsmålenes fingeraftryk sha256:bb" in words
    assert "Svarene er sat sammen af Ordrette citater, uden sprogmodel" in words
    assert "Hvornår 23. november 2026 kl. 21.05" in words
    assert all(sentence in words for sentence in texts.LIMITED)


def test_the_same_record_gives_the_same_page(tmp_path, full, make_record):
    assert _written(tmp_path, make_record(_every_task())) == full
