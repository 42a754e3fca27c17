from assistant.suggestion.topic import ask_of_topics


def test_a_note_without_headings_is_asked_of_what_it_speaks_of_most(elsewhere):
    (document,) = elsewhere("uden-overskrifter").documents
    first = ask_of_topics(document)[0]
    assert first.question == "Hvad står der om teamlederen?"
    assert all("teamlederen" in document.by_id[p].plain.lower() for p in first.targets)


def test_what_is_said_once_is_no_topic(written):
    (document,) = written(
        notat_md="Vi lytter til kollegaerne, og mødelederen skriver ned.\n"
    ).documents
    assert ask_of_topics(document) == []
