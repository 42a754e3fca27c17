import pytest

from assistant.draft import Line, render
from assistant.generative.assembly import Proven, add_note, assemble
from assistant.texts import GENERATED
from assistant.verification import find_flaws


@pytest.fixture(scope="module")
def some(leadership):
    return leadership.answers[:3]


def test_each_sentence_ends_in_the_numbers_of_its_quotes(library, some):
    sentences = [Proven("Et.", (some[0],)), Proven("To.", (some[1], some[0]))]
    rendered = assemble(sentences, library, notes=[GENERATED])
    assert rendered.text == f"Et. [1]\n\nTo. [1] [2]\n\n{GENERATED}"
    assert [c.passage_id for c in rendered.citations] == [some[0].id, some[1].id]
    assert rendered.points == 2


def test_a_list_keeps_its_numbers_and_its_points(library, some):
    listed = render([Line(passage=p, number=n + 1) for n, p in enumerate(some[:2])], library)
    rendered = assemble([Proven("Et.", (some[2], some[0]))], library, listed=listed)
    assert rendered.text == f"Et. [1] [3]\n\n{listed.text}"
    assert rendered.citations[:2] == listed.citations
    assert rendered.points == listed.points


def test_a_sentence_passes_only_where_it_is_proven(library, leadership, some):
    rendered = assemble([Proven("Noget helt andet.", (some[0],))], library)
    assert find_flaws(rendered, [leadership])
    assert find_flaws(rendered, [leadership], lambda *_: False)
    assert not find_flaws(rendered, [leadership], lambda *_: True)


def test_a_note_that_is_no_fixed_phrase_is_a_flaw(library, leadership, some):
    rendered = add_note(render([Line(passage=some[0])], library), "Chefen er gået hjem.")
    assert find_flaws(rendered, [leadership], lambda *_: True)


def test_a_marker_without_a_citation_is_a_flaw(library, leadership, some):
    sound = assemble([Proven("Et.", (some[0],))], library)
    lie = type(sound)(sound.text.replace("[1]", "[1] [2]"), sound.citations)
    assert find_flaws(lie, [leadership], lambda *_: True)


def test_an_altered_list_is_a_flaw_though_a_model_is_used(library, leadership, listing_under):
    from assistant.generative.proof import find_fault

    items = library.items(listing_under("Mod"))
    listed = render([Line(passage=p, number=n + 1) for n, p in enumerate(items)], library)
    lie = type(listed)(listed.text.replace("nysgerrig", "nysgerrige"), listed.citations)
    assert lie.text != listed.text
    assert find_flaws(lie, [leadership], lambda sentence, _: not find_fault(sentence))
