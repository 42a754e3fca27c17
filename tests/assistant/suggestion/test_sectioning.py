from assistant.suggestion.sectioning import ask_of_section


def asked(document):
    return [c.question for section in document.sections for c in ask_of_section(section, document)]


def test_a_section_is_asked_of_by_its_name_or_by_its_own_question(elsewhere):
    (document,) = elsewhere("ledelse-sygehus").documents
    questions = asked(document)
    assert "Hvad står der om funktionslederen?" in questions
    assert "Hvad står der i afsnittet »Vi giver plads«?" in questions
    assert "Må jeg sige nej til en ekstra vagt?" in questions


def test_neither_the_whole_document_nor_a_mere_parent_is_asked_of(elsewhere):
    (document,) = elsewhere("personalepolitik").documents
    questions = asked(document)
    assert not any("personalepolitik for" in question.lower() for question in questions)
    assert "Hvad står der om trivsel?" not in questions  # it only holds sections


def test_the_answer_must_stand_in_the_section(leadership):
    section = next(s for s in leadership.sections if s.title == "Vilkåret")
    (candidate,) = ask_of_section(section, leadership)
    assert candidate.targets == {passage.id for passage in leadership.under(section.path)}


def test_a_document_without_headings_has_no_section_to_ask_of(elsewhere):
    (document,) = elsewhere("uden-overskrifter").documents
    assert asked(document) == []
