import pytest

from assistant.draft import Line, flatten, render


@pytest.mark.parametrize(
    ("slice_", "flat"),
    [
        ("én linje", "én linje"),
        ("to\nlinjer", "to linjer"),
        ("et\n  > citat\n  > i en liste", "et citat i en liste"),
        ("  luft   imellem ", "luft imellem"),
    ],
)
def test_a_slice_is_flattened_to_one_line(slice_, flat):
    assert flatten(slice_) == flat


def test_passages_are_numbered_in_the_order_of_their_lines(library, leadership):
    first, second = leadership.answers[3], leadership.answers[1]
    rendered = render([Line("Det siger:"), Line(passage=first), Line(passage=second)], library)
    assert [citation.quote for citation in rendered.citations] == [first.text, second.text]
    assert rendered.text.split("\n\n") == [
        "Det siger:",
        f"»{flatten(first.text)}« [1]",
        f"»{flatten(second.text)}« [2]",
    ]


def test_a_passage_shown_twice_is_cited_once(library, leadership):
    passage = leadership.answers[0]
    rendered = render([Line(passage=passage), Line(passage=passage)], library)
    assert len(rendered.citations) == 1
    assert rendered.text.count("[1]") == 2


def test_a_list_s_first_item_is_number_one_though_the_lead_in_stands_first(library, listing_under):
    listing = listing_under("FORVENTNING")
    lead_in = library.passage(listing.lead_in)
    items = library.items(listing)
    lines = [Line(passage=lead_in), *(Line(passage=p, number=p.number) for p in items)]
    rendered = render(lines, library, cite_last=lead_in)
    assert [citation.n for citation in rendered.citations] == [1, 2, 3, 4, 5]
    assert rendered.citations[4].quote == lead_in.text
    assert rendered.text.splitlines()[0].endswith("« [5]")
    assert rendered.text.splitlines()[2].startswith("1. »Acceptere")
    assert rendered.text.splitlines()[2].endswith("« [1]")


def test_the_lines_of_a_list_stand_close_and_others_apart(library, leadership):
    one, two, three = leadership.answers[:3]
    lines = [Line(passage=one, is_bullet=True), Line(passage=two, is_bullet=True), Line("Slut.")]
    text = render([*lines, Line(passage=three)], library).text
    assert text.count("\n\n") == 2
    assert text.startswith("- »")


def test_a_line_without_a_passage_has_no_marker(library):
    rendered = render([Line("Hej.")], library)
    assert rendered.text == "Hej."
    assert rendered.citations == ()
