"""The Word document of a saved answer: real headings and lists, marks that lead to sources."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from ui.web import export_texts
from ui.web.line import Line, LineKind, Run
from ui.web.manuscript import Manuscript, Source

_FONT = "Calibri"
_INK = RGBColor(0x1F, 0x2A, 0x24)
_GREEN = RGBColor(0x0B, 0x5A, 0x3A)
_LINK = "Hyperlink"
_SIZES = {"Normal": 11, "Heading 1": 18, "Heading 2": 14, "Heading 3": 11}
_STYLES = {
    LineKind.PARAGRAPH: "Normal",
    LineKind.BULLET: "List Bullet",
    LineKind.NESTED: "List Bullet 2",
    LineKind.NUMBERED: "List Number",
}
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2.5)
_LONGEST_TITLE = 255
"""Characters that a core property may hold."""


def build_docx(manuscript: Manuscript) -> bytes:
    """Return the file."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _set_properties(document, manuscript)
    document.add_heading(manuscript.question, level=1)
    _add_outcome(document, manuscript)
    if manuscript.understood:
        document.add_paragraph(manuscript.understood)
    _add_lines(document, manuscript)
    if manuscript.sources:
        document.add_heading(manuscript.sources_heading, level=2)
        for source in manuscript.sources:
            _add_source(document, source)
    document.add_heading(export_texts.ABOUT, level=2)
    for fact in manuscript.facts:
        document.add_paragraph(fact, style="List Bullet")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _set_styles(document: Document) -> None:
    """Give the styles one font, a colour with contrast, space of their own, and Danish."""
    for name, size in _SIZES.items():
        style = _style(document, name)
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
    _style(document, "Normal").paragraph_format.space_after = Pt(8)
    quote = _style(document, "Quote")
    quote.font.italic, quote.font.color.rgb = False, _INK
    quote.paragraph_format.left_indent = Cm(0.75)
    link = document.styles.add_style(_LINK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(link, CharacterStyle)  # noqa: S101  it was added as one
    link.font.color.rgb, link.font.underline = _GREEN, True
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), export_texts.LANGUAGE)
    for element in document.settings.element.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), export_texts.LANGUAGE)


def _set_properties(document: Document, manuscript: Manuscript) -> None:
    properties = document.core_properties
    properties.title = manuscript.question[:_LONGEST_TITLE]
    properties.language = export_texts.LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = manuscript.asked_at


def _add_outcome(document: Document, manuscript: Manuscript) -> None:
    if not manuscript.outcome:
        return
    paragraph = document.add_paragraph()
    paragraph.add_run(manuscript.outcome).bold = True
    if manuscript.note:
        paragraph.add_run(f" {manuscript.note}")


def _add_lines(document: Document, manuscript: Manuscript) -> None:
    numbering = 0
    last: int | None = None
    for line in manuscript.lines:
        paragraph = document.add_paragraph(style=_STYLES[line.kind])
        if line.number is not None:
            if last is None or line.number != last + 1:
                numbering = _start_numbering(document, line.number)
            last = line.number
            properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = numbering
        _add_line(paragraph, line)


def _start_numbering(document: Document, first: int) -> int:
    """Return the id of a new numbering that begins at `first`."""
    style = _style(document, "List Number").element
    used = style.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    kind = numbering.num_having_numId(used).abstractNumId.val
    added = numbering.add_num(kind)
    added.add_lvlOverride(ilvl=0).add_startOverride(first)
    return added.numId


def _add_line(paragraph: Paragraph, line: Line) -> None:
    _add_runs(paragraph, line.runs)
    if line.cited is not None:
        paragraph.add_run(" ")
        _link(paragraph, line.cited)


def _add_runs(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold = run.is_bold or None
        added.italic = run.is_italic or None


def _add_source(document: Document, source: Source) -> None:
    heading = document.add_heading(level=3)
    heading.add_run(f"[{source.n}] {source.label}")
    _mark(heading, source.n)
    quote = document.add_paragraph(style="Quote")
    _add_runs(quote, source.quote)
    quote.paragraph_format.keep_with_next = True
    document.add_paragraph(source.place)


def _link(paragraph: Paragraph, n: int) -> None:
    """Add the mark of citation `n`, which leads to its source."""
    run = paragraph.add_run(f"[{n}]", style=_LINK)
    link = _element("w:hyperlink", {"w:anchor": _anchor(n), "w:history": "1"})
    words = run.font.element
    words.addprevious(link)
    link.append(words)


def _mark(paragraph: Paragraph, n: int) -> None:
    """Make `paragraph` what the marks of citation `n` lead to."""
    start = _element("w:bookmarkStart", {"w:id": str(n), "w:name": _anchor(n)})
    paragraph.runs[0].font.element.addprevious(start)
    paragraph.paragraph_format.element.append(_element("w:bookmarkEnd", {"w:id": str(n)}))


def _anchor(n: int) -> str:
    return f"kilde_{n}"


def _element(name: str, attributes: dict[str, str]) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101  the template's own
    return style
