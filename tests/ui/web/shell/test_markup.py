import re

from gradio.routes import templates

from ui.web.shell.markup import MendingLoader, mend, mend_page


def page():
    mend_page()
    return templates.env.loader.get_source(templates.env, "frontend/index.html")[0]


def test_the_page_is_danish():
    assert re.search(r'<html\s+lang="da"', page())
    assert 'lang="en"' not in page()


def test_every_script_has_the_nonce():
    scripts = re.findall(r"<script\b[^>]*>", page())
    assert len(scripts) >= 5
    assert all('nonce="{{ request.state.nonce }}"' in script for script in scripts)


def test_it_names_no_other_site():
    source = page()
    assert "http://" not in source
    assert "https://" not in source
    assert "manifest" not in source
    assert "gradio.app" not in source


def test_mending_twice_changes_nothing_more():
    mend_page()
    loader = templates.env.loader
    mend_page()
    assert templates.env.loader is loader
    assert isinstance(loader, MendingLoader)


def test_the_rest_of_the_page_stays():
    assert mend("<p>lang</p><script>a</script>").endswith(">a</script>")
    assert mend("<scripture>") == "<scripture>"
