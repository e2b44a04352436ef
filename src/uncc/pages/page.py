"""A page as values: what is shown of a report, a review, a finding or a draft, told once for every form.

A page has a title and sections; a section has paragraphs, headings, lists, trees of reasons, entries and tables. The
writers turn it into text, Markdown, HTML and DOCX. Whatever a page says is data: each writer shows as escapes what
cannot be seen, and takes no mark in it for its own.

>>> from uncc.pages.writers.text import written
>>> reasons = Tree((Point("it rains", answer=Truth.YES, cited="Art. 42(4)"),), "Shall we take an umbrella?")
>>> print(written(Page("Weather", (("In", "Astoria"),), sections=(Section("Today", (reasons,)),))), end="")
WEATHER
<BLANKLINE>
  In           Astoria
<BLANKLINE>
Today
-----
Shall we take an umbrella?
  YES      it rains [Art. 42(4)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from uncc.kernel.findings import Truth
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model

__all__ = [
    "Block",
    "Entries",
    "Entry",
    "Heading",
    "Page",
    "Paragraph",
    "Point",
    "Points",
    "Section",
    "Table",
    "Tree",
    "outright",
]

Entry: TypeAlias = tuple[str, str]
"""A label, and what stands beside it."""


@frozen
class Paragraph(Model):
    """Words, behind a label where they need one."""

    words: str
    label: str = ""


@frozen(field_transformer=tuples_only)
class Point(Model):
    """One point of a list or a tree: its answer or its label, its words, its citation, and the points below it.

    - `more`: further paragraphs of the point itself, after the points below it.
    - `aside`: it is told only in a form that can fold it away; text, Markdown and DOCX leave it out.
    """

    words: str
    label: str = ""
    cited: str = ""
    answer: Truth | None = None
    below: tuple[Point, ...] = ()
    more: tuple[Paragraph, ...] = ()
    aside: bool = False

    def count(self) -> int:
        """Return how many points every form tells of, this one included."""
        return 1 + sum(point.count() for point in outright(self.below))


def outright(points: Iterable[Point]) -> Iterator[Point]:
    """Yield the points that every form tells."""
    return (point for point in points if not point.aside)


@frozen
class Heading(Model):
    """A heading within a section, above the lists that follow."""

    words: str


@frozen(field_transformer=tuples_only)
class Points(Model):
    """A list, below a title where it has one."""

    points: tuple[Point, ...]
    title: str = ""


@frozen(field_transformer=tuples_only)
class Tree(Model):
    """Trees of reasons, which fold where a form can fold; below the question that they answer, if there is one."""

    points: tuple[Point, ...]
    question: str = ""


@frozen(field_transformer=tuples_only)
class Entries(Model):
    """Labels with what stands beside them.

    An entry without a label is a further paragraph of the one before it, or one of the section where none is before it.
    """

    entries: tuple[Entry, ...]


@frozen(field_transformer=tuples_only)
class Table(Model):
    """Rows below a header; every row has a cell for each column.

    `widths`: of a table of words, how wide each column is in text; the first takes less where the page is narrow. A
    table without them is one of figures, which stand to the right.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


Block: TypeAlias = Paragraph | Heading | Points | Tree | Entries | Table


@frozen(field_transformer=tuples_only)
class Section(Model):
    """A part of a page: its title, if it has one, and what stands below it.

    - `verdict`: what it comes to, in a word or two beside the title.
    - `short`: what the short form of the page tells of it; nothing where it is told in the full form only.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    verdict: str = ""
    short: tuple[Block, ...] = ()

    @property
    def heading(self) -> str:
        """The title, with the verdict beside it."""
        if not self.verdict:
            return self.title
        return f"{self.title} {self.verdict}" if self.title.endswith("?") else f"{self.title} ({self.verdict})"


@frozen(field_transformer=tuples_only)
class Page(Model):
    """A title, entries in two columns, what the page comes to in brief, its sections, and what is said at the foot.

    - `marks`: what is highlighted where it stands in an entry, since somebody must still complete it.
    - `is_form`: a form that is filled in: in DOCX each section is a box.
    - `ends_apart`: the last section of a form stands on a page of its own: notes that are taken out before it is sent.
    - `width`: how many columns the lines of its text have.
    - `is_report`: trees are closed in HTML; each citation, but in text, leads to a list of provisions at its end.
    - `rest`: where what the short form leaves out is to be found.
    """

    title: str = ""
    entries: tuple[Entry, ...] = ()
    brief: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    foot: str = ""
    marks: tuple[str, ...] = ()
    is_form: bool = False
    is_report: bool = False
    ends_apart: bool = False
    width: int = 98
    rest: str = ""

    def short(self) -> Page:
        """Return the short form: of the sections what they tell there, and at the foot where the rest is.

        A page that makes no difference is its own short form.

        >>> Page(sections=(Section("All"), Section("To do", (), short=(Paragraph("Nothing."),)))).short().sections
        (Section(title='To do', blocks=(Paragraph(words='Nothing.', label=''),), verdict='', short=()),)
        """
        told = tuple(evolve(one, blocks=one.short, short=()) for one in self.sections if one.short)
        if not told and not self.rest:
            return self
        return evolve(self, sections=told, foot=" ".join(filter(None, (self.rest, self.foot))), rest="")
