"""The words of the Convention on a page: beside each answer those of the provisions that it cites, marked as such.

The words of a provision stand once on a page, where an answer cites it first. What is cited elsewhere, in entries and
reasons, follows at the end. Of an article that is cited as a whole, and has parts, no words are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from uncc.doors.authentic_text import Text
from uncc.kernel.declared import not_one_of
from uncc.kernel.errors import InvalidProvision
from uncc.kernel.provisions import Provision
from uncc.pages.page import Block, Entries, Heading, Page, Paragraph, Point, Points, Section, Table, Tree

__all__ = ["text_mark", "with_text", "words_of"]

_CITATION = re.compile(r"Art\. [0-9]+(?:\([0-9a-z]+\))*")
_TITLE = "The words of the Convention"
_MOST_NAMED = 5


def text_mark(text: Text, shown: Provision | None = None) -> str:
    """Return what is said of where the words of a text come from, and where those that are shown are not as adopted.

    Shown is one provision, or whatever stands on a page.
    """
    where = f"Text of the Convention in {text.language.words}, as it was added to this library"
    if not text.is_checked:
        return f"{where}, not checked."
    departing = sorted(one for one in _departing(text) if shown is None or shown.contains(one))
    if not departing:
        return f"{where}, held against the text as adopted: the words are the same."
    some = ", ".join(map(str, departing[:_MOST_NAMED]))
    more = f" and {len(departing) - _MOST_NAMED} others" if departing[_MOST_NAMED:] else ""
    return f"{where}. It departs from the text as adopted in {some}{more}: do not quote it from here."


def _departing(text: Text) -> frozenset[Provision]:
    """Return the provisions of which a text lacks words, or has others."""
    return frozenset(one.provision for one in text.departures())


def words_of(provision: Provision, text: Text) -> tuple[Paragraph, ...]:
    """Return the words of a provision and its parts as paragraphs, the first behind its citation; or none."""
    return tuple(_words(provision, text, _departing(text)))


def _words(provision: Provision, text: Text, departing: frozenset[Provision]) -> Iterator[Paragraph]:
    if provision not in text:
        return
    departs = text.is_checked and any(map(provision.contains, departing))
    first, *rest = text[provision].split("\n")
    yield Paragraph(first, label=f"{provision}, text{' (departs from the text as adopted)' if departs else ''}:")
    yield from map(Paragraph, rest)


def with_text(page: Page, text: Text) -> Page:
    """Return a page with the words of the Convention beside what cites them."""
    words = _Words(text, _departing(text))
    sections = tuple(evolve(one, blocks=tuple(map(words.block, one.blocks))) for one in page.sections)
    rest = tuple(words.of(sorted({*_cited(page)})))
    number = f"{len(sections) + 1}. " if sections and sections[-1].title[:1].isdigit() else ""
    last = Section(f"{number}{_TITLE}", (Paragraph(text_mark(text)), *rest))
    return evolve(page, sections=(*sections, last))


@frozen
class _Words:
    """Puts words beside points; `told` are the provisions whose words stand on the page already."""

    text: Text
    departing: frozenset[Provision]
    told: dict[Provision, None] = field(factory=dict[Provision, None])

    def block(self, block: Block) -> Block:
        """Return a block with words beside each of its outermost points."""
        if isinstance(block, Points | Tree):
            return evolve(block, points=tuple(map(self.point, block.points)))
        return block

    def point(self, point: Point) -> Point:
        """Return a point with the words of the provisions that it cites."""
        return point if point.aside else evolve(point, more=(*point.more, *self.of(_provisions((point.cited,)))))

    def of(self, provisions: Iterable[Provision]) -> Iterator[Paragraph]:
        """Yield the words of provisions whose words are not told yet; of an article, which its parts fill, none."""
        for provision in provisions:
            if not any(one.contains(provision) for one in self.told) and (provision.steps or not provision.children):
                self.told[provision] = None
                yield from _words(provision, self.text, self.departing)


def _provisions(said: Iterable[str]) -> Iterator[Provision]:
    for words in said:
        for citation in _CITATION.findall(words):
            try:
                yield Provision.parse(citation)
            except InvalidProvision:  # of another treaty, in what a file says
                continue


def _cited(page: Page) -> Iterator[Provision]:
    """Yield the provisions that a page cites, each as often as it does."""
    entries = (*page.entries, *page.brief)
    blocks = (said for section in page.sections for block in section.blocks for said in _said(block))
    yield from _provisions((*(words for _, words in entries), *(one.title for one in page.sections), *blocks))


def _said(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield block.words
        case Points() | Tree():
            yield from _of_points(block.points)
        case Entries():
            yield from (word for entry in block.entries for word in entry)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case _:
            raise not_one_of("block", block, Block)


def _of_points(points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        if not point.aside:
            yield from (point.cited, point.words, *(more.words for more in point.more))
            yield from _of_points(point.below)
