"""Say to somebody in distress that they are not alone, and who can help."""

from assistant.distress import texts
from assistant.distress.recognition import Distress
from assistant.draft import Line, Rendered, render
from assistant.library import Library


def compose_comfort(distress: Distress, library: Library, *, is_english: bool) -> Rendered:
    """Return what is said to somebody in `distress`, in English first where that is asked in."""
    said = texts.DISTRESSED[distress].format(contact=library.contact or texts.HELPER)
    english = [Line(texts.DISTRESSED_ENGLISH[distress])] if is_english else []
    return render([*english, Line(said)], library)
