"""A page as HTML: whole, or as a piece that stands by itself in any other page, as a notebook shows it.

Both need nothing else: no script, no picture, no network. They can be read in light and dark, narrow and on paper, and
what folds can be worked by keyboard. A whole page has its trees open; a piece has its sections folded.

>>> root = Point("it <b>rains</b>", label="so:")
>>> print(fragment(Page(sections=(Section("", (Tree((root,)),)),))).partition("</style>")[2])
<p><strong>so:</strong> it &lt;b&gt;rains&lt;/b&gt;</p></div>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from attrs import frozen

from uncc.kernel.declared import not_one_of
from uncc.pages.page import Block, Entries, Entry, Heading, Page, Paragraph, Point, Points, Section, Table, Tree
from uncc.pages.words import visible
from uncc.pages.writers.citations import TITLE, anchor, linked, summary

__all__ = ["MOST_OPEN", "fragment", "written"]

MOST_OPEN = 12
"""In a piece, a tree of more points than these opens with its first level only."""
_UNTITLED = "United Nations Convention against Cybercrime"
_SHEET = """\
& { font-family: system-ui, sans-serif; line-height: 1.5; overflow-wrap: anywhere; max-width: 60rem; }
& h1 { font-size: 1.6rem; } & h2 { font-size: 1.25rem; margin-top: 2rem; }
& h3 { font-size: 1rem; margin: 1.5rem 0 0; } & h4 { font-size: 1rem; font-weight: 600; margin: .75rem 0 0; }
& ul { margin: .25rem 0; padding-left: 1.25rem; } & li > p { margin: .25rem 0; }
& details { margin: .25rem 0; } & > details, & details > div > details { margin: .75rem 0; }
& summary { cursor: pointer; } & details > div { padding-left: 1.25rem; }
& details > ul, & li > ul:has(> li > details) { list-style: none; margin: 0; border-left: 1px solid #808080; }
& cite { font-style: normal; } & [href^="#art-"] { white-space: nowrap; }
& dl { display: grid; grid-template-columns: 12rem 1fr; gap: .25rem 1rem; }
& dt { font-weight: 600; } & dd { margin: 0; grid-column: 2; }
& table { border-collapse: collapse; margin: .25rem 0; }
& th, & td { border: 1px solid #808080; padding: .25rem .5rem; text-align: right; } & td + td { white-space: nowrap; }
& th:first-child, & td:first-child, & .words th, & .words td { text-align: left; }
& :focus-visible { outline: 2px solid; outline-offset: 2px; } & [tabindex] { overflow-x: auto; overflow-wrap: normal; }
& footer { margin-top: 2rem; font-size: .9rem; }
@media (max-width: 40rem) { & dl { display: block; } & dt { margin-top: .5rem; } }
@media print { & { max-width: none; font-size: 10pt; } & summary { list-style: none; }
  & details:not(.aside)::details-content { content-visibility: visible; } & .aside { display: none; }
  & a { text-decoration: none; } & section { font-size: .9em; }
  & h2, & h3, & h4, & summary { break-after: avoid; } & tr, & dd { break-inside: avoid; }
  & [tabindex] { overflow-x: visible; } }"""
"""The one style sheet; `&` is what it is for: a piece, or the body of a whole page."""
_FRAME = """\
:root { color-scheme: light dark; }
body { background: Canvas; color: CanvasText; margin: 2rem auto; padding: 0 1rem; }
@page { margin: 2cm; } @media print { body { margin: 0; padding: 0; } }"""


def written(page: Page) -> str:
    """Return a page of HTML that needs nothing else, what is in its marks highlighted."""
    title, style = _safe(page.title) or _UNTITLED, f"{_sheet('body')}\n{_FRAME}"
    head = (
        *("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">'),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *(f"<title>{title}</title>", f"<style>\n{style}\n</style>", "</head>", "<body>"),
    )
    body = "\n".join(_Body(page, whole=True).lines())
    return "\n".join((*head, *(_with_provisions(body) if page.is_report else (body,)), "</body>", "</html>")) + "\n"


def fragment(page: Page) -> str:
    """Return a page as a piece of HTML that stands by itself in any page, light or dark."""
    body = "\n".join(_Body(page, whole=False).lines())
    return f'<div class="uncc" lang="en"><style>\n{_sheet(".uncc")}\n</style>{body}</div>'


def _sheet(scope: str) -> str:
    return _SHEET.replace("&", scope)


def _safe(text: str) -> str:
    return escape(visible(text))


@frozen
class _Body:
    """Writes what a page says. A piece has no headings of its own among those of the page around it."""

    page: Page
    whole: bool

    @property
    def folded(self) -> bool:
        """Whether trees are closed, and say beside their question what they come to."""
        return self.whole and self.page.is_report

    def lines(self) -> Iterator[str]:
        """Yield the lines of the page."""
        page = self.page
        if page.title:
            yield self.heading(1, page.title)
        yield from self.entries(page.entries)
        if page.brief:
            yield self.heading(2, "In brief")
            yield from self.entries(page.brief)
        for section in page.sections:
            yield from self.section(section)
        if page.foot:
            foot = f"<p>{_safe(page.foot)}</p>"
            yield f"<footer>{foot}</footer>" if self.whole else foot

    def heading(self, level: int, words: str) -> str:
        """Return a heading of a level."""
        return f"<h{level}>{_safe(words)}</h{level}>" if self.whole else f"<p><strong>{_safe(words)}</strong></p>"

    def section(self, section: Section) -> Iterator[str]:
        """Yield a section, which folds in a piece and is closed there."""
        folds = bool(section.title) and not self.whole
        if folds:
            yield f"<details><summary><strong>{_safe(section.heading)}</strong></summary><div>"
        elif section.title:
            yield self.heading(2, section.heading)
        for block in section.blocks:
            yield from self.block(block)
        if folds:
            yield "</div></details>"

    def block(self, block: Block) -> Iterator[str]:
        """Yield the lines of one block."""
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Heading():
                yield self.heading(3, block.words)
            case Points():
                yield from self.listed(block)
            case Tree():
                yield from self.tree(block)
            case Entries():
                yield from self.entries(block.entries)
            case Table():
                yield from _table(block)
            case _:
                raise not_one_of("block", block, Block)

    def listed(self, points: Points) -> Iterator[str]:
        """Yield a list below its title."""
        if points.title:
            yield self.heading(4, points.title)
        if points.points:
            yield from ("<ul>", *(self.item(point) for point in points.points), "</ul>")

    def item(self, point: Point) -> str:
        """Return a point of a list, which does not fold; what is below it may."""
        below = (self.root(one) for one in point.below)
        return f"<li>{_words(point)}{_below(point, below)}</li>"

    def tree(self, tree: Tree) -> Iterator[str]:
        """Yield trees that fold, below the question that they answer."""
        comes_to = _comes_to(tree.points) if self.folded else ""
        roots = (Point(comes_to, label=tree.question, below=tree.points),) if tree.question else tree.points
        for root in roots:
            yield self.root(root) if root.below or root.more else f"<p>{_words(root)}</p>"

    def root(self, root: Point) -> str:
        """Return a tree; one that stands aside is closed, and in a whole report every one."""
        opened = not root.aside and not self.folded
        return _branch(root, opened=opened, below=self.whole or root.count() <= MOST_OPEN)

    def entries(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Yield labels with what stands beside them."""
        first = next((number for number, (label, _) in enumerate(entries) if label), len(entries))
        yield from (f"<p>{self.highlighted(words)}</p>" for _, words in entries[:first])
        if entries[first:]:
            yield from ("<dl>", *(self.entry(label, words) for label, words in entries[first:]), "</dl>")

    def entry(self, label: str, words: str) -> str:
        """Return a label with what stands beside it."""
        above = f"<dt>{_safe(label)}</dt>" if label else ""
        return f"{above}<dd>{self.highlighted(words)}</dd>"

    def highlighted(self, words: str) -> str:
        """Return words with the marks in them highlighted."""
        safe = _safe(words)
        for mark in sorted(map(_safe, self.page.marks)):
            safe = safe.replace(mark, f"<mark>{mark}</mark>")
        return safe


def _branch(point: Point, *, opened: bool, below: bool) -> str:
    """Return a point with what is below it: `opened` is whether it is open itself, `below` whether the points below."""
    if not point.below and not point.more:
        return _words(point)
    branches = (_branch(one, opened=below and not one.aside, below=below) for one in point.below)
    aside, state = ' class="aside"' if point.aside else "", " open" if opened else ""
    return f"<details{aside}{state}><summary>{_words(point)}</summary>{_below(point, branches)}</details>"


def _comes_to(points: Sequence[Point]) -> str:
    """Return what trees come to: the first answer, or what the first says where it is a day or an amount."""
    answers = (point.answer.name for point in points if point.answer is not None)
    first = points[0] if points else Point("")
    return next(answers, f"{first.label} {first.words}".strip())


def _below(point: Point, branches: Iterable[str]) -> str:
    listed = "".join(f"<li>{branch}</li>" for branch in branches)
    return (listed and f"<ul>{listed}</ul>") + "".join(map(_paragraph, point.more))


def _words(point: Point) -> str:
    lead = point.label if point.answer is None else point.answer.name
    label = f"<strong>{_safe(lead)}</strong>" if lead else ""
    cited = f"<cite>[{_safe(point.cited)}]</cite>" if point.cited else ""
    return " ".join(part for part in (label, _safe(point.words), cited) if part)


def _with_provisions(body: str) -> Iterator[str]:
    """Yield a body in which each citation leads to its provision, and below it the provisions that are cited."""
    body, cited = linked(body, lambda words, provision: f'<a href="#{anchor(provision)}">{words}</a>')
    body, mark, foot = body.rpartition("<footer>")
    yield body.rstrip("\n")
    if cited:
        yield from ("<section>", f"<h2>{TITLE}</h2>", "<dl>")
        for provision in cited:
            yield f'<dt id="{anchor(provision)}">{provision}</dt><dd>{_safe(summary(provision))}</dd>'
        yield from ("</dl>", "</section>")
    yield f"{mark}{foot}"


def _paragraph(said: Paragraph) -> str:
    label = f"<strong>{_safe(said.label)}</strong> " if said.label else ""
    return f"<p>{label}{_safe(said.words)}</p>"


def _table(table: Table) -> Iterator[str]:
    """Yield a table in a frame that scrolls by itself where it is too narrow, by keyboard too."""
    head = "".join(f'<th scope="col">{_safe(cell)}</th>' for cell in table.header)
    kind = ' class="words"' if table.widths else ""
    yield f'<div tabindex="0"><table{kind}><thead><tr>{head}</tr></thead><tbody>'
    for cells in table.rows:
        yield "<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"
