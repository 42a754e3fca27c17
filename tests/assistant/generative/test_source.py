from assistant.draft import Line, render
from assistant.generative.source import make_source, read_sources


def test_a_list_s_item_comes_with_its_lead_in(library, listing_under):
    item = library.items(listing_under("Mod"))[2]
    source = make_source(item, library)
    assert source.text.startswith("Ledelsesværdien omsat")
    assert source.text.endswith(item.plain)
    assert source.evidence.section == item.section[-1]


def test_what_is_cited_comes_first_and_nothing_twice(library, leadership):
    first, second, third = leadership.answers[:3]
    rendered = render([Line(passage=second), Line(passage=third)], library)
    sources = read_sources(rendered, [first.id, second.id], library)
    assert [s.passage.id for s in sources] == [second.id, third.id, first.id]


def test_at_most_eight_are_given(library, leadership):
    rendered = render([Line(passage=leadership.answers[0])], library)
    further = [passage.id for passage in leadership.answers[:30]]
    assert len(read_sources(rendered, further, library)) == 8
