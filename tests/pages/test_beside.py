"""The words of the Convention on a page: beside what cites them, once, marked as such."""

from __future__ import annotations

from attrs import evolve

from uncc.doors.authentic_text import Language, Passage, Text
from uncc.kernel.provisions import art
from uncc.pages import as_text
from uncc.pages.beside import text_mark, with_text
from uncc.pages.page import Entries, Heading, Page, Paragraph, Point, Points, Section, Table, Tree

TEXT = Text(
    language=Language.SPANISH,
    passages=tuple(Passage(art(42, number), f"Palabras {number}.") for number in (3, 4, 5, 6, 7, 8, 9)),
)


def test_words_stand_once_beside_what_cites_them() -> None:
    """Points have them beside them; what else is cited follows at the end, and what does not exist is passed over."""
    point = Point("a", cited="Art. 42(4)", below=(Point("b", cited="Art. 42(5)"),), more=(Paragraph("see Art. 42(6)"),))
    aside = Point("c", cited="Art. 42(3)", aside=True)
    blocks = (
        Points((point, aside), "List"),
        Tree((Point("d", cited="Art. 42(4), Art. 42"),)),
        Heading("Art. 42(7)"),
        Entries((("Art. 42(8)", "Art. 99(1) of another treaty, no such provision"),)),
        Table(("H",), (("Art. 42(9)",),)),
    )
    page = with_text(Page(sections=(Section("1. First", blocks),)), TEXT)
    first, last = page.sections
    beside = Paragraph("Palabras 4.", "Art. 42(4), text:")
    assert first.blocks[0] == Points((evolve(point, more=(*point.more, beside)), aside), "List")
    assert first.blocks[1:] == blocks[1:]
    assert last == Section(
        "2. The words of the Convention",
        (Paragraph(text_mark(TEXT)), *(Paragraph(f"Palabras {n}.", f"Art. 42({n}), text:") for n in (5, 6, 7, 8, 9))),
    )
    assert "in Spanish" in as_text(page)
    assert "not checked" in as_text(page)


def test_parts_have_lines_of_their_own() -> None:
    """The words of a paragraph with parts are a paragraph for each, the first behind the citation."""
    text = Text(
        language=Language.FRENCH, passages=(Passage(art(42, 3), "Tête :"), Passage(art(42, 3, "a"), "Une chose."))
    )
    page = with_text(Page(sections=(Section("", (Points((Point("x", cited="Art. 42(3)"),)),)),)), text)
    assert page.sections[0].blocks[0] == Points(
        (Point("x", cited="Art. 42(3)", more=(Paragraph("Tête :", "Art. 42(3), text:"), Paragraph("(a) Une chose."))),)
    )
    assert page.sections[1].title == "The words of the Convention"
