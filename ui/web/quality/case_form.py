"""The form in which HR writes a case, and what it is filled with."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.answer import Answer, Status
from assistant.question import clean_question
from ui.errors import InputUnusableError
from ui.storage.noun import CaseDraft, TestCase
from ui.web.quality import own_texts
from ui.web.quality.places import NOT_IN_DOCUMENT, Places
from ui.web.quality.tracing import build_role
from ui.web.shelf import ShelvedAnswer

LONGEST_NOTE = 500

Values = tuple[Any, ...]


@dataclass(frozen=True)
class CaseForm:
    """The fields of a case.

    Attributes:
        number: Which case is edited; None for a new one.
        heading: Says the same.
        question: What is asked.
        role: Who asks.
        place: Where the answer stands.
        note: HR's own words.
    """

    number: gr.State
    heading: gr.Markdown
    question: gr.Textbox
    role: gr.Dropdown
    place: gr.Dropdown
    note: gr.Textbox

    @property
    def all(self) -> list[Any]:
        """Every part, in the order of the values that fill it."""
        return [self.number, self.heading, self.question, self.role, self.place, self.note]


def build_case_form(places: Places) -> CaseForm:
    """Lay out an empty form."""
    number = gr.State(None)
    heading = gr.Markdown(own_texts.NEW_CASE, elem_classes="kvalitet", elem_id="proeve-overskrift")
    with gr.Row(elem_classes="felter-raekke"):
        question = gr.Textbox(
            label=own_texts.QUESTION, max_lines=3, elem_id="proeve-spoergsmaal", scale=3
        )
        role = build_role("proeve-rolle")
    place = gr.Dropdown(
        places.choices,
        value=None,
        label=own_texts.RIGHT_PLACE,
        info=own_texts.PLACE_INFO,
        allow_custom_value=True,  # so that what was typed is judged and not dropped
        elem_id="proeve-sted",
    )
    note = gr.Textbox(label=own_texts.NOTE, max_lines=3, elem_id="proeve-note")
    return CaseForm(number, heading, question, role, place, note)


def read_form(places: Places, question: str, role: str, place: str, note: str) -> CaseDraft:
    """Return what the form says.

    Raises:
        QuestionInvalidError: If the question is none.
        InputUnusableError: If no place is chosen or meant, or the note is too long.
    """
    asked = clean_question(question or "")
    found = places.choose(place)
    return CaseDraft(asked, role or "", found.section, found.passage_id, read_note(note))


def read_note(note: str | None) -> str:
    """Return HR's own words.

    Raises:
        InputUnusableError: If they are too many.
    """
    words = (note or "").strip()
    if len(words) > LONGEST_NOTE:
        raise InputUnusableError("case_note_too_long", limit=str(LONGEST_NOTE))
    return words


def empty_form(places: Places) -> Values:
    """Return the values of a form for a new case; the places are those of now."""
    chosen = gr.update(choices=places.choices, value=None)
    return None, own_texts.NEW_CASE, "", "", chosen, ""


def fill_form(places: Places, case: TestCase) -> Values:
    """Return the values of a form for a case that is there."""
    place = places.locate(case.section, case.passage_id)
    return (
        case.id,
        own_texts.EDITED_CASE.format(id=case.id),
        case.question,
        case.role,
        gr.update(choices=places.choices, value=place.key if place else None),
        case.note,
    )


def fill_from_answer(places: Places, shelved: ShelvedAnswer) -> Values:
    """Return the values of a form for a new case made of an answer."""
    role = shelved.role.value if shelved.role is not None else ""
    return (
        None,
        own_texts.NEW_CASE,
        shelved.answer.standalone_question or shelved.answer.question,
        role,
        gr.update(choices=places.choices, value=suggest_place(places, shelved.answer)),
        "",
    )


def suggest_place(places: Places, answer: Answer) -> str | None:
    """Return the key of the place that an answer came from; HR puts it right if it is wrong.

    What several points of one section answer is the section's.
    """
    if answer.status is Status.META:
        return None
    if answer.status is not Status.ANSWERED or not answer.citations:
        return NOT_IN_DOCUMENT
    cited = frozenset(citation.passage_id for citation in answer.citations)
    smallest: tuple[int, str] | None = None
    for _, key in places.choices:
        place = places.find(key)
        if place is None or not cited <= place.passages:
            continue
        if smallest is None or len(place.passages) < smallest[0]:
            smallest = (len(place.passages), key)
    if smallest is not None:
        return smallest[1]
    first = places.locate(answer.citations[0].label, answer.citations[0].passage_id)
    return first.key if first else None
