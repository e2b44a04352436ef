"""What stands in the sections of a page, by kind."""

from __future__ import annotations

from uncc.pages.page import Entries, Entry, Paragraph, Point, Points, Section

__all__ = ["details", "entries", "lead", "lists"]


def entries(section: Section) -> list[Entry]:
    """Return the entries of a section."""
    return [entry for block in section.blocks if isinstance(block, Entries) for entry in block.entries]


def lists(section: Section) -> list[Points]:
    """Return the lists of a section."""
    return [block for block in section.blocks if isinstance(block, Points)]


def lead(section: Section) -> str:
    """Return what is said first in a section."""
    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    return first.words


def details(point: Point) -> tuple[str, ...]:
    """Return what is said below a point of a list."""
    return tuple(below.words for below in point.below)
