"""A page as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
from uncc.pages.writers.citations import TITLE, anchor, linked, summary

__all__ = ["table_lines", "written"]

_MARKS = re.compile(r"([\\`*_{}\[\]<>!|~&$])")
_OPENING = re.compile(r"^(\d+(?=[.)])|(?=[#+=-]))")


def _marked(text: str) -> str:
    r"""Return a text so that Markdown takes no sign in it for a mark of its own.

    >>> print(_marked("a*b*|<c>"))
    a\*b\*\|\<c\>
    """
    return _OPENING.sub(r"\1\\", _MARKS.sub(r"\\\1", visible(text)))


def written(page: Page) -> str:
    """Return a page as Markdown."""
    body = "\n".join(_page(page))
    end = ["", _marked(page.foot)] if page.foot else []
    return "\n".join((*(_with_provisions(body) if page.is_report else (body,)), *end)) + "\n"


def _with_provisions(body: str) -> Iterator[str]:
    """Yield a body in which each citation leads to its provision, and below it the provisions that are cited."""
    body, cited = linked(body, lambda words, provision: f"[{words}](#{anchor(provision)})")
    yield body
    if cited:
        yield from ("", f"## {TITLE}", "")
        for provision in cited:
            yield f'- <a id="{anchor(provision)}"></a>**{provision}:** {_marked(summary(provision))}'


def _page(page: Page) -> Iterator[str]:
    if page.title:
        yield from (f"# {_marked(page.title)}", "")
    yield from _entries(page.entries)
    if page.brief:
        yield from ("", "## In brief", "", *_entries(page.brief))
    for section in page.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    if section.title:
        yield from ("", f"## {_marked(section.heading)}", "")
    for number, block in enumerate(section.blocks, 1):
        yield from _block(block)
        if isinstance(block, Entries) and number < len(section.blocks):
            yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (_labelled(block), "")
        case Heading():
            yield from (f"### {_marked(block.words)}", "")
        case Points():
            yield from _list(block.title, block.points)
        case Tree():
            yield from _list(block.question, block.points)
        case Entries():
            yield from _entries(block.entries)
        case Table():
            yield from table_lines(block)
        case _:
            raise not_one_of("block", block, Block)


def _list(title: str, points: Iterable[Point]) -> Iterator[str]:
    if title:
        yield from (f"**{_marked(title)}**", "")
    for point in outright(points):
        yield from _point(point, "")
    yield ""


def _point(point: Point, margin: str) -> Iterator[str]:
    yield f"{margin}- {_said(point)}"
    for below in outright(point.below):
        yield from _point(below, f"{margin}  ")
    for more in point.more:
        yield from ("", f"{margin}  {_labelled(more)}")


def _said(point: Point) -> str:
    lead = point.label if point.answer is None else point.answer.name
    cited = f"[{point.cited}]" if point.cited else ""
    words = _marked(" ".join(part for part in (point.words, cited) if part))
    return " ".join(part for part in (lead and f"**{_marked(lead)}**", words) if part)


def _labelled(said: Paragraph) -> str:
    return f"**{_marked(said.label)}** {_marked(said.words)}" if said.label else _marked(said.words)


def _entries(entries: Sequence[Entry]) -> Iterator[str]:
    below = False
    for number, (label, words) in enumerate(entries):
        below = below or bool(label)
        if label:
            yield f"- **{_marked(label)}:** {_marked(words)}"
        elif below:
            yield from ("", f"  {_marked(words)}")
        else:
            yield from ("", _marked(words)) if number else (_marked(words),)


def table_lines(table: Table) -> Iterator[str]:
    r"""Yield the lines of a table in Markdown.

    >>> print(*table_lines(Table(("a", "b"), (("1", "x|y"),))), sep="\n")
    | a | b |
    |---|---|
    | 1 | x\|y |
    """
    yield "| " + " | ".join(map(_marked, table.header)) + " |"
    yield "|" + "---|" * len(table.header)
    for row in table.rows:
        yield "| " + " | ".join(map(_marked, row)) + " |"
