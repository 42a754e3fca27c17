import pytest

from ui.web.quality.rendering import draw, make_markdown, set_lines


def test_line_breaks_and_emphasis_are_kept_and_all_else_is_encoded():
    assert (
        str(set_lines("**Mod**\n<b>*x*</b>"))
        == "<strong>Mod</strong><br>&lt;b&gt;<em>x</em>&lt;/b&gt;"
    )


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>alert(1)</script></svg>",
        '<svg onload="alert(1)"></svg>',
        '<svg><a href="javascript:alert(1)"><text>a</text></a></svg>',
        '<svg><image href="https://ond.dk/x.png"/></svg>',
        '<svg><use xlink:href="#a"/></svg>',
        "<svg><foreignObject><p>a</p></foreignObject></svg>",
        "<svg><style>*{}</style></svg>",
    ],
)
def test_a_drawing_that_could_run_or_fetch_something_is_not_shown(svg):
    assert draw(svg) == ""


def test_a_drawing_of_shapes_and_words_is_shown_as_it_is():
    svg = '<svg viewBox="0 0 1 1"><g><path d="M 0 0" style=""/><text x="1">Å</text></g></svg>'
    assert draw(svg) == svg


def test_the_html_keeps_what_screen_readers_need():
    assert make_markdown("x").sanitize_html is False
