"""A page as DOCX, for a word processor: headings, lists and tables, or the boxes of a form.

What the page says is data: it goes into the file as plain runs of text, and what cannot be seen, or cannot stand in
XML, is shown as escapes. The same page gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from uncc.doors.archive import settled
from uncc.pages.page import Page
from uncc.pages.words import visible
from uncc.pages.writers.docx_blocks import add_block, add_entry, element, shown
from uncc.pages.writers.docx_boxes import add_boxes
from uncc.pages.writers.docx_links import add_provisions

__all__ = ["library", "written"]

_LONGEST_TITLE = 255


def written(page: Page) -> bytes:
    """Return a page as the bytes of a DOCX file; `ModuleNotFoundError` where python-docx is not there."""
    file = _new_file(page)
    if page.title:
        file.add_heading(shown(page.title), level=0)
    for label, words in page.entries:
        add_entry(file, label, words)
    if page.brief:
        file.add_heading("In brief", level=1)
        for label, words in page.brief:
            add_entry(file, label, words)
    if page.is_form:
        add_boxes(file, page)
    else:
        _add_sections(file, page)
    if page.is_report:
        add_provisions(file)
    file.add_paragraph()
    if page.foot:
        file.add_paragraph(shown(page.foot)).runs[0].italic = True
    content = BytesIO()
    file.save(content)
    return settled(content.getvalue())


def _add_sections(file: Any, page: Page) -> None:
    from docx.shared import Pt, RGBColor

    style = file.styles["Heading 1"]
    _set_font(style)
    style.font.size, style.font.color.rgb = Pt(13), RGBColor(0, 0, 0)
    for section in page.sections:
        if section.title:
            file.add_heading(shown(section.heading), level=1)
        for block in section.blocks:
            add_block(file, block)


def library() -> Any:
    """Return python-docx; `ModuleNotFoundError` with what to install where it is not there."""
    try:
        import docx
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError('DOCX needs python-docx: pip install "uncc[docx]"', name="docx") from error
    return docx


def _new_file(page: Page) -> Any:
    file: Any = library().Document()
    from docx.shared import Cm, Pt

    file.core_properties.title = visible(page.title)[:_LONGEST_TITLE]
    file.core_properties.author, file.core_properties.comments = "", ""
    file.styles["Normal"].font.size = Pt(10)
    file.styles["Title"].font.size = Pt(16)
    for name in ("Normal", "Title"):
        _set_font(file.styles[name])
    (sheet,) = file.sections
    _number_pages(sheet.footer.paragraphs[0])
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(2.25)
    sheet.top_margin = sheet.bottom_margin = Cm(2)
    return file


def _set_font(style: Any) -> None:
    """Give a style a font that every word processor has, in place of those of the theme, and the language."""
    from docx.oxml.ns import qn

    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), "Arial")
    style.element.rPr.append(element("w:lang", "w:val", "en-GB"))


def _number_pages(paragraph: Any) -> None:
    """Write into a paragraph the number of the page and how many there are."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, code in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        field = element("w:fldSimple", "w:instr", code)
        paragraph._p.append(field)  # noqa: SLF001  # the library has no fields of its own
