"""A report as a document of sections, and that document as text, Markdown and HTML.

Whatever a document says is data: each form shows as escapes what cannot be seen, and takes no mark in it for its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from attrs import frozen

from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.pages.layout import entry, heading, paragraph, visible

__all__ = ["Document", "Group", "Item", "Section", "Table", "as_html", "as_markdown", "as_text", "markdown_table"]


@frozen(field_transformer=tuples_only)
class Item(Model):
    """One point of a list: what it is about, and what is said of it below."""

    words: str
    details: tuple[str, ...] = ()


@frozen(field_transformer=tuples_only)
class Group(Model):
    """Points that belong together, below a title and, where it changes, the title above that."""

    items: tuple[Item, ...]
    title: str = ""
    over: str = ""


@frozen(field_transformer=tuples_only)
class Table(Model):
    """Rows below a header; every row has a cell for each column."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen(field_transformer=tuples_only)
class Section(Model):
    """A part of a document: a title, what is said first, entries in two columns, then groups of points or a table.

    An entry without a label is a further paragraph of the one before it, or one of the box where none is before it.
    """

    title: str
    lead: str = ""
    groups: tuple[Group, ...] = ()
    table: Table | None = None
    entries: tuple[tuple[str, str], ...] = ()


@frozen(field_transformer=tuples_only)
class Document(Model):
    """A title, entries in two columns, sections, and what is said at the foot."""

    title: str
    entries: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str


def _overs(groups: Sequence[Group]) -> Iterator[tuple[str, Group]]:
    """Yield each group with the title above it where that is not the same as for the group before."""
    before = ""
    for group in groups:
        yield ("" if group.over == before else group.over), group
        before = group.over


# Text


def as_text(document: Document) -> str:
    """Return a document as text, with no line longer than 98 characters but for single long words."""
    return "\n".join(line.rstrip() for line in _text(document)) + "\n"


def _text(document: Document) -> Iterator[str]:
    yield from paragraph(document.title.upper())
    yield ""
    for label, words in document.entries:
        yield from entry(label, words)
    for section in document.sections:
        yield from heading(section.title)
        yield from paragraph(section.lead)
        below = False
        for label, words in section.entries:
            below = below or bool(label)
            yield from paragraph(f"{label}:", "  ") if label else ()
            yield from paragraph(words, "    " if below else "  ")
        for over, group in _overs(section.groups):
            yield from _text_group(over, group)
        if section.table is not None:
            yield ""
            yield from _text_table(section.table)
    yield ""
    yield from paragraph(document.foot)


def _text_group(over: str, group: Group) -> Iterator[str]:
    if over:
        yield from ("", *paragraph(over.upper()))
    if group.title:
        yield from paragraph(group.title)
    for item in group.items:
        yield from paragraph(item.words, "  - ", "    ")
        for detail in item.details:
            yield from paragraph(detail, "      ")


def _text_table(table: Table) -> Iterator[str]:
    rows = [tuple(visible(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.header))]
    for row in rows:
        first, *others = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(["", first, *others])


# Markdown

_MARKS = re.compile(r"([\\`*_{}\[\]<>!|~&$])")
_OPENING = re.compile(r"^(\d+(?=[.)])|(?=[#+=-]))")


def _marked(text: str) -> str:
    r"""Return a text so that Markdown takes no sign in it for a mark of its own.

    >>> print(_marked("a*b*|<c>"))
    a\*b\*\|\<c\>
    """
    return _OPENING.sub(r"\1\\", _MARKS.sub(r"\\\1", visible(text)))


def as_markdown(document: Document) -> str:
    """Return a document as Markdown."""
    return "\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    yield from (f"# {_marked(document.title)}", "")
    for label, words in document.entries:
        yield f"- **{_marked(label)}:** {_marked(words)}"
    for section in document.sections:
        yield from ("", f"## {_marked(section.title)}", "")
        if section.lead:
            yield from (_marked(section.lead), "")
        yield from _markdown_entries(section.entries)
        if section.entries and section.groups:
            yield ""
        for over, group in _overs(section.groups):
            yield from _markdown_group(over, group)
        if section.table is not None:
            yield from markdown_table(section.table)
    yield from ("", _marked(document.foot))


def _markdown_entries(entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    below = False
    for number, (label, words) in enumerate(entries):
        below = below or bool(label)
        if label:
            yield f"- **{_marked(label)}:** {_marked(words)}"
        elif below:
            yield from ("", f"  {_marked(words)}")
        else:
            yield from ("", _marked(words)) if number else (_marked(words),)


def _markdown_group(over: str, group: Group) -> Iterator[str]:
    if over:
        yield from (f"### {_marked(over)}", "")
    if group.title:
        yield from (f"**{_marked(group.title)}**", "")
    for item in group.items:
        yield f"- {_marked(item.words)}"
        for detail in item.details:
            yield f"  - {_marked(detail)}"
    yield ""


def markdown_table(table: Table) -> Iterator[str]:
    r"""Yield the lines of a table in Markdown.

    >>> print(*markdown_table(Table(("a", "b"), (("1", "x|y"),))), sep="\n")
    | a | b |
    |---|---|
    | 1 | x\|y |
    """
    yield "| " + " | ".join(map(_marked, table.header)) + " |"
    yield "|" + "---|" * len(table.header)
    for row in table.rows:
        yield "| " + " | ".join(map(_marked, row)) + " |"


# HTML

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  background: Canvas; color: CanvasText; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1.5rem 0 0; }
h4 { font-size: 1rem; font-weight: 600; margin: .75rem 0 0; } ul { margin: .25rem 0; padding-left: 1.25rem; }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; grid-column: 2; }
@media (max-width: 40rem) { dl { display: block; } dt { margin-top: .5rem; } }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
[tabindex] { overflow-x: auto; overflow-wrap: normal; }
table { border-collapse: collapse; } th, td { border: 1px solid GrayText; padding: .25rem .5rem; text-align: right; }
td + td { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; } footer { margin-top: 2rem; font-size: .9rem; }"""


def _safe(text: str) -> str:
    return escape(visible(text))


def as_html(document: Document, marks: frozenset[str] = frozenset()) -> str:
    """Return a document as a page of HTML that needs nothing else and can be read in light and dark.

    What is in `marks` is highlighted where it stands in an entry.
    """
    return "\n".join(_html(document, tuple(sorted(map(_safe, marks))))) + "\n"


def _html(document: Document, marks: tuple[str, ...]) -> Iterator[str]:
    yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield from (f"<title>{_safe(document.title)}</title>", f"<style>\n{_STYLE}\n</style>", "</head>", "<body>")
    yield from (f"<h1>{_safe(document.title)}</h1>", "<dl>")
    for label, words in document.entries:
        yield f"<dt>{_safe(label)}</dt><dd>{_safe(words)}</dd>"
    yield "</dl>"
    for section in document.sections:
        yield f"<h2>{_safe(section.title)}</h2>"
        if section.lead:
            yield f"<p>{_safe(section.lead)}</p>"
        yield from _html_entries(section.entries, marks)
        for over, group in _overs(section.groups):
            yield from _html_group(over, group)
        if section.table is not None:
            yield from _html_table(section.table)
    yield from (f"<footer><p>{_safe(document.foot)}</p></footer>", "</body>", "</html>")


def _html_entries(entries: Sequence[tuple[str, str]], marks: tuple[str, ...]) -> Iterator[str]:
    first = next((number for number, (label, _) in enumerate(entries) if label), len(entries))
    yield from (f"<p>{_highlighted(words, marks)}</p>" for _, words in entries[:first])
    if entries[first:]:
        yield from ("<dl>", *(_html_entry(label, words, marks) for label, words in entries[first:]), "</dl>")


def _html_entry(label: str, words: str, marks: tuple[str, ...]) -> str:
    above = f"<dt>{_safe(label)}</dt>" if label else ""
    return f"{above}<dd>{_highlighted(words, marks)}</dd>"


def _highlighted(words: str, marks: tuple[str, ...]) -> str:
    safe = _safe(words)
    for mark in marks:
        safe = safe.replace(mark, f"<mark>{mark}</mark>")
    return safe


def _html_group(over: str, group: Group) -> Iterator[str]:
    if over:
        yield f"<h3>{_safe(over)}</h3>"
    if group.title:
        yield f"<h4>{_safe(group.title)}</h4>"
    yield "<ul>"
    for item in group.items:
        details = "".join(f"<li>{_safe(detail)}</li>" for detail in item.details)
        below = f"<ul>{details}</ul>" if details else ""
        yield f"<li>{_safe(item.words)}{below}</li>"
    yield "</ul>"


def _html_table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{_safe(cell)}</th>' for cell in table.header)
    yield f'<div tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>'
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table></div>"
