from ui.web.frame import (
    describe_documents,
    describe_engine,
    describe_going,
    describe_keeping,
    render_about,
    render_heading,
)


def test_the_frame_says_what_is_read_and_from_when(context):
    (described,) = describe_documents(context.service.library)
    version = context.service.library.documents[0].version.partition(":")[2]
    assert described == (
        f"Ledelsesgrundlag, Sorø Kommune, 2016, godkendt 31. august 2016, tekstudgave {version[:8]}"
    )
    assert described in render_about(context)


def test_the_frame_says_that_it_is_no_person(context):
    assert "ikke et menneske" in render_about(context)
    assert "ledelsesgrundlaget" in render_heading(context)


def test_who_is_logged_in_is_shown_as_text(context):
    assert "Logget ind" not in render_heading(context)
    assert "&lt;b&gt;" in render_heading(context, "<b>")
    assert "log-ud" not in render_heading(context, "bo"), "a proxy's user cannot log out here"


def test_the_frame_says_where_questions_go():
    assert "sendes ikke til nogen sprogmodel" in describe_going("extractive")
    assert "sendt til sprogmodellen gemma3:12b" in describe_going("gemma3:12b")
    assert "gemma3:12b" in describe_engine("gemma3:12b")
    assert "ikke brugt nogen sprogmodel" in describe_engine("extractive")


def test_the_frame_says_whether_questions_are_kept(context):
    settings = context.settings
    assert describe_keeping(settings) == "De bliver ikke gemt."
    kept = settings.model_copy(update={"keep_questions": True, "retention_days": 30})
    assert "30 dage" in describe_keeping(kept)
