"""The citations in a DOCX file as links to the provisions, which are listed at its end."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from uncc.kernel.provisions import Provision
from uncc.pages.writers.citations import TITLE, anchor, pieces, summary
from uncc.pages.writers.docx_blocks import add_entry, element

__all__ = ["add_provisions"]

_COLOUR = "0B57A4"


def add_provisions(file: Any) -> None:
    """Make each citation in a file a link, and add the list of the provisions to which the links lead."""
    cited: set[Provision] = set()
    for paragraph in file.element.body.iter(_named("w:p")):
        for run in paragraph.findall(_named("w:r")):
            cited |= _link(run)
    if cited:
        file.add_heading(TITLE, level=1)
    for number, provision in enumerate(sorted(cited)):
        add_entry(file, str(provision), summary(provision))
        _bookmark(file.paragraphs[-1], number, _bookmark_of(provision))


def _link(run: Any) -> set[Provision]:
    """Put links in the place of a run in which provisions are cited, and return these."""
    said = list(pieces(run.text))
    cited = {provision for _, provision in said if provision is not None}
    if cited:
        for words, provision in said:
            if words:
                run.addprevious(_piece(run, words, provision))
        run.getparent().remove(run)
    return cited


def _piece(run: Any, words: str, provision: Provision | None) -> Any:
    """Return a piece of a run, which looks as the run does."""
    from docx.shared import RGBColor
    from docx.text.run import Run

    piece = deepcopy(run)
    piece.text = words
    if provision is None:
        return piece
    Run(piece, run.getparent()).font.color.rgb = RGBColor.from_string(_COLOUR)
    link = element("w:hyperlink", "w:anchor", _bookmark_of(provision))
    link.append(piece)
    return link


def _bookmark(paragraph: Any, number: int, name: str) -> None:
    """Give a paragraph a name to which a link can lead."""
    start, end = (element(kind, "w:id", str(number)) for kind in ("w:bookmarkStart", "w:bookmarkEnd"))
    start.set(_named("w:name"), name)
    paragraph.paragraph_format.element.get_or_add_pPr().addnext(start)
    start.addnext(end)


def _bookmark_of(provision: Provision) -> str:
    """Return the name of the place of a provision: in such a file, letters, digits and low lines."""
    return anchor(provision).replace("-", "_")


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
