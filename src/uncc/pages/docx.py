"""A document as DOCX, for a word processor: each section a box with its title, its marks highlighted.

What the document says is data: it goes into the file as plain runs of text, and what cannot be seen, or
cannot stand in XML, is shown as escapes. The same document gives the same bytes.
"""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from uncc.pages.document import Document, Group, Section
from uncc.pages.layout import visible

__all__ = ["as_docx"]

_LONGEST_TITLE = 255
_LABEL_WIDTH, _TEXT_WIDTH = 4.2, 12.3


def as_docx(document: Document, marks: frozenset[str] = frozenset()) -> bytes:
    """Return a document as the bytes of a DOCX file, what is in `marks` highlighted, the last section on its own page.

    `ModuleNotFoundError` where python-docx is not there.
    """
    page = _new_page(document)
    page.add_heading(_shown(document.title), level=0)
    for label, words in document.entries:
        paragraph = page.add_paragraph()
        paragraph.add_run(f"{_shown(label)}: ").bold = True
        paragraph.add_run(_shown(words))
        paragraph.paragraph_format.space_after = 0
    gaps = _any_of(marks)
    for number, section in enumerate(document.sections, 1):
        between = _space(page)
        between.page_break_before = number == len(document.sections)
        between.keep_with_next = True
        table = _add_box(page, section, gaps)
        _hold_together(table, with_next=number == len(document.sections) - 2)
    page.add_paragraph()
    page.add_paragraph(_shown(document.foot)).runs[0].italic = True
    return _settled(page)


def _shown(text: str) -> str:
    """Return a text as it stands in the file: a citation is not parted from its number at the end of a line."""
    return visible(text).replace("Art. ", "Art.\N{NO-BREAK SPACE}")


def _any_of(marks: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds each of the marks in a text as it is shown."""
    return re.compile(f"({'|'.join(re.escape(_shown(mark)) for mark in sorted(marks))})") if marks else None


def _space(page: Any) -> Any:
    """Add the space above a box, and return its format."""
    space: Any = page.add_paragraph().paragraph_format
    space.space_after = space.space_before = 0
    return space


def _new_page(document: Document) -> Any:
    try:
        import docx
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError('DOCX needs python-docx: pip install "uncc[docx]"', name="docx") from error
    from docx.shared import Cm, Pt

    page: Any = docx.Document()
    page.core_properties.title = visible(document.title)[:_LONGEST_TITLE]
    page.core_properties.author, page.core_properties.comments = "", ""
    page.styles["Normal"].font.size = Pt(10)
    page.styles["Title"].font.size = Pt(16)
    for name in ("Normal", "Title"):
        _set_font(page.styles[name])
    (sheet,) = page.sections
    _number_pages(sheet.footer.paragraphs[0])
    sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
    sheet.left_margin = sheet.right_margin = Cm(2.25)
    sheet.top_margin = sheet.bottom_margin = Cm(2)
    return page


def _element(name: str, attribute: str | None = None, value: str = "") -> Any:
    """Return an element of a document's XML, which python-docx types in part only."""
    from docx import oxml
    from docx.oxml.ns import qn

    element = cast("Any", oxml).OxmlElement(name)
    if attribute is not None:
        element.set(qn(attribute), value)
    return element


def _set_font(style: Any) -> None:
    """Give a style a font that every word processor has, in place of those of the theme, and the language."""
    from docx.oxml.ns import qn

    fonts: Any = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), "Arial")
    style.element.rPr.append(_element("w:lang", "w:val", "en-GB"))


def _number_pages(paragraph: Any) -> None:
    """Write into a paragraph the number of the page and how many there are."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, code in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        field = _element("w:fldSimple", "w:instr", code)
        paragraph._p.append(field)  # noqa: SLF001  # the library has no fields of its own


def _add_box(page: Any, section: Section, gaps: re.Pattern[str] | None) -> Any:
    from docx.shared import Cm

    table = page.add_table(rows=0, cols=2)
    table.style, table.autofit = "Table Grid", False
    _pad(table)
    for column, width in zip(table.columns, (_LABEL_WIDTH, _TEXT_WIDTH), strict=True):
        column.width = Cm(width)
    _add_title(table, section.title)
    if section.lead:
        _across(table).paragraphs[0].add_run(_shown(section.lead))
    cell: Any = None
    for label, words in section.entries:
        if label or cell is None:
            cell = _add_entry(table, label) if label else _across(table)
            paragraph = cell.paragraphs[0]
        else:
            paragraph = cell.add_paragraph()
        _write(paragraph, words, gaps)
    for group in section.groups:
        _add_group(table, group)
    return table


def _hold_together(table: Any, *, with_next: bool) -> None:
    """Keep a title with its first row, and leave no last row alone on the next page; or keep all with what follows.

    The box before the last two is kept so: a signature stands below something.
    """
    firsts = [row.cells[0] for row in table.rows]
    for cell in firsts if with_next else (firsts[0], *firsts[-2:-1]):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _add_title(table: Any, title: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    cell = _across(table)
    shade: Any = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="E7E6E6"/>')
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  # the library has no shading of its own
    cell.paragraphs[0].add_run(_shown(title)).bold = True


def _pad(table: Any) -> None:
    """Keep the text of a table off its lines: 60 twentieths of a point above and below, 100 at the sides."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    margins: Any = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    properties = table._tbl.tblPr  # noqa: SLF001  # the library has no margins of its own
    looks = properties.first_child_found_in("w:tblLook")
    looks.addprevious(margins)


def _across(table: Any) -> Any:
    """Add a row of one cell, which stays on one page."""
    left, right = _whole(table.add_row()).cells
    return left.merge(right)


def _add_entry(table: Any, label: str) -> Any:
    from docx.shared import Cm

    left, right = _whole(table.add_row()).cells
    left.width, right.width = Cm(_LABEL_WIDTH), Cm(_TEXT_WIDTH)
    left.paragraphs[0].add_run(_shown(label)).bold = True
    return right


def _whole(row: Any) -> Any:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001  # the library has no word for it
    return row


def _write(paragraph: Any, words: str, gaps: re.Pattern[str] | None) -> None:
    """Write a text, with the marks in it highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    text = _shown(words)
    for number, part in enumerate(gaps.split(text) if gaps else [text]):
        run = paragraph.add_run(part) if part else None
        if run is not None and number % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _add_group(table: Any, group: Group) -> None:
    """Add a row for each point, with no line between them: a page ends after a point, never within one."""
    rows: list[Any] = []
    if group.title:
        rows.append(_across(table))
        rows[-1].paragraphs[0].add_run(_shown(group.title)).bold = True
        rows[-1].paragraphs[0].paragraph_format.keep_with_next = True
    for item in group.items:
        rows.append(_across(table))
        rows[-1].paragraphs[0].style = "List Bullet"
        rows[-1].paragraphs[0].add_run(_shown(item.words))
        for detail in item.details:
            rows[-1].add_paragraph(_shown(detail), style="List Bullet 2")
    for above, below in pairwise(rows):
        _without_line(above, "bottom")
        _without_line(below, "top")


def _without_line(cell: Any, side: str) -> None:
    """Take away the line of a cell on one side; the format wants the sides in order."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # the library has no borders of its own
    borders = properties.first_child_found_in("w:tcBorders")
    if borders is None:
        borders = _element("w:tcBorders")
        properties.append(borders)
    borders.append(_element(f"w:{side}", "w:val", "nil"))


def _settled(page: Any) -> bytes:
    """Return the file with the day of every part in it set to the first that the format knows, and nothing else."""
    written, settled = BytesIO(), BytesIO()
    page.save(written)
    with ZipFile(written) as parts, ZipFile(settled, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            copy.writestr(part, parts.read(name))
    return settled.getvalue()
