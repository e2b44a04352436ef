"""A page as plain text, for a terminal and for pasting into a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from uncc.kernel.declared import not_one_of
from uncc.pages.page import (
    Block,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Point,
    Points,
    Section,
    Table,
    Tree,
    outright,
)
from uncc.pages.words import visible

__all__ = ["WIDTH", "entry", "heading", "joined", "paragraph", "written"]

WIDTH = 98


def written(page: Page) -> str:
    """Return a page as text, with no line longer than its width but for single long words."""
    return joined(_page(page))


def joined(lines: Iterable[str]) -> str:
    """Return lines as one text, each without blanks at its end."""
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paragraph(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> Iterator[str]:
    """Yield a text as lines of a width, the first behind `first`, the others behind `rest`."""
    together = visible(text).replace("Art. ", "Art.\N{NO-BREAK SPACE}")
    rest = first if rest is None else rest
    for line in wrap(
        together, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    ):
        yield line.replace("\N{NO-BREAK SPACE}", " ")


def entry(label: str, text: str) -> Iterator[str]:
    """Yield a text behind its label, in two columns; a label as wide as its column keeps a blank before the text."""
    yield from paragraph(text, f"  {visible(label):<12} ", " " * 15)


def heading(title: str) -> Iterator[str]:
    """Yield the heading of a section."""
    shown = visible(title)
    yield from ("", shown, "-" * len(shown))


def _page(page: Page) -> Iterator[str]:
    if page.title:
        yield from (*paragraph(page.title.upper()), "")
    yield from _columns(page.entries)
    if page.brief:
        yield from ("", "IN BRIEF", *_columns(page.brief))
    for section in page.sections:
        yield from _section(section, page.width)
    if page.foot:
        yield from ("", *paragraph(page.foot, width=page.width))


def _columns(entries: Iterable[Entry]) -> Iterator[str]:
    for label, words in entries:
        yield from entry(label, words)


def _section(section: Section, width: int) -> Iterator[str]:
    if section.title:
        yield from heading(section.heading)
    for number, block in enumerate(section.blocks):
        if isinstance(block, Heading | Table) or (isinstance(block, Tree) and block.question and number):
            yield ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _labelled(block, "", width)
        case Heading():
            yield from paragraph(block.words.upper())
        case Points():
            yield from paragraph(block.title)
            for point in outright(block.points):
                yield from _item(point)
        case Tree():
            yield from paragraph(block.question)
            for point in outright(block.points):
                yield from _branch(point, "  ")
        case Entries():
            yield from _entries(block.entries)
        case Table():
            yield from _words(block, width) if block.widths else _figures(block)
        case _:
            raise not_one_of("block", block, Block)


def _labelled(said: Paragraph, margin: str, width: int = WIDTH) -> Iterator[str]:
    """Yield a paragraph; behind a label its later lines are set in."""
    together = f"{said.label} {said.words}" if said.label else said.words
    yield from paragraph(together, margin, f"{margin}  " if said.label else margin, width)


def _item(point: Point) -> Iterator[str]:
    """Yield a point of a list, the points below it further in, and its further paragraphs at its own margin."""
    yield from paragraph(_said(point), "  - ", "    ")
    for below in outright(point.below):
        yield from _branch(below, " " * 6)
    for more in point.more:
        yield from _labelled(more, " " * 4)


def _branch(point: Point, margin: str) -> Iterator[str]:
    """Yield a point of a tree, each point below it further in; an answer stands in a column of its own."""
    answer = "" if point.answer is None else f"{point.answer.name:<9}"
    further = "  " if point.label else " " * len(answer)
    yield from paragraph(_said(point), f"{margin}{answer}", f"{margin}{further}")
    for below in outright(point.below):
        yield from _branch(below, f"{margin}  ")
    for more in point.more:
        yield from _labelled(more, f"{margin}{further}")


def _said(point: Point) -> str:
    cited = f"[{point.cited}]" if point.cited else ""
    return " ".join(part for part in (point.label, point.words, cited) if part)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    below = False
    for label, words in entries:
        below = below or bool(label)
        yield from paragraph(f"{label}:", "  ") if label else ()
        yield from paragraph(words, "    " if below else "  ")


# Tables


def _figures(table: Table) -> Iterator[str]:
    """Yield a table of figures: names to the left, figures to the right."""
    rows = [tuple(visible(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.header))]
    for row in rows:
        first, *others = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(["", first, *others])


def _words(table: Table, width: int) -> Iterator[str]:
    """Yield a table of words; the first column takes what the others leave, and each as many lines as it needs."""
    most, *others = table.widths
    widths = [min(most, width - sum(other + 2 for other in others)), *others]
    yield from _folded(table.header, widths)
    yield _row(["-" * width for width in widths], widths)
    for row in table.rows:
        yield from _folded(row, widths)


def _folded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield a row, the later lines of each cell set in."""
    cells = [_lines(visible(cell), width) for cell, width in zip(row, widths, strict=True)]
    first, *rest = zip_longest(*cells)
    yield _row(first, widths)
    yield from (_row(["" if part is None else f"  {part}" for part in parts], widths).rstrip() for parts in rest)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _columns_of(cell)) for cell, width in zip(cells, widths, strict=True))


def _lines(name: str, width: int) -> list[str]:
    """Return a name on lines that fit its column, the later ones to be set in by two blanks."""
    lines: list[str] = []
    for word in name.split(" "):
        together = f"{lines[-1]} {word}" if lines else word
        if _columns_of(together) <= width - (2 if len(lines) > 1 else 0):
            lines[-1:] = [together]
        else:
            lines += _parts(word, width - 2)
    return lines


def _parts(word: str, width: int) -> Iterator[str]:
    """Yield a word in parts that fit, for names longer than a line."""
    part, used = "", 0
    for character in word:
        if used + _columns_of(character) > width:
            yield part
            part, used = "", 0
        part, used = part + character, used + _columns_of(character)
    yield part


def _columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
