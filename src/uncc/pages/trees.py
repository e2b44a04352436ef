"""Trees of reasons: a finding, the days between which something must happen, and where a provision stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from uncc.kernel.dates import Window
from uncc.kernel.explanation import AS_ABOVE, CONTESTED, Line, lines
from uncc.kernel.findings import Node
from uncc.kernel.provisions import Provision, chapter_numeral
from uncc.pages.called import UNNAMED, Called
from uncc.pages.page import Block, Page, Point, Points, Section, Tree
from uncc.pages.words import no_last_day

__all__ = [
    "aside",
    "finding_page",
    "one_tree",
    "provision_page",
    "reasons",
    "told_once",
    "tree",
    "window_page",
    "window_points",
]


def tree(finding: Node, names: Called = UNNAMED) -> Point:
    """Return a finding with all of its reasons, each limb below what it is a limb of."""
    return _points(tuple(lines(finding, names.of)))[0]


def _points(told: Sequence[Line]) -> tuple[Point, ...]:
    """Return lines as points, each with the lines further in below it."""
    starts = [place for place, line in enumerate(told) if line.depth == told[0].depth]
    return tuple(_point(told[start], told[start + 1 : end]) for start, end in pairwise([*starts, len(told)]))


def _point(line: Line, below: Sequence[Line]) -> Point:
    label = f"{line.shown}:" if line.shown else line.label
    return Point(line.statement, label=label, cited=line.citation, answer=line.truth, below=_points(below))


def aside(finding: Node, names: Called = UNNAMED) -> Point:
    """Return a finding with all of its reasons, to be told where it can be folded away."""
    return evolve(tree(finding, names), aside=True)


def reasons(finding: Node, names: Called = UNNAMED) -> tuple[Point, ...]:
    """Return what carries a finding, and aside, where that is not all, the whole of its reasons."""
    carrying = finding.decisive()
    if carrying == finding:
        return (tree(finding, names),)
    return tree(carrying, names), Point("all of the reasons", below=(tree(finding, names),), aside=True)


def told_once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections of which each form tells the options of a contested reading once, and refers to them after."""
    full, short = _Told(), _Told()
    return tuple(evolve(one, blocks=full.blocks(one.blocks), short=short.blocks(one.short)) for one in sections)


class _Told:
    """Goes through one form of a page; knows which contested readings it tells already, and which it folds away."""

    def __init__(self) -> None:
        self.outright: set[object] = set()
        self.aside: set[object] = set()

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(
            evolve(one, points=self.points(one.points)) if isinstance(one, Points | Tree) else one for one in blocks
        )

    def points(self, points: Iterable[Point], *, aside: bool = False) -> tuple[Point, ...]:
        return tuple(self.point(one, aside=aside or one.aside) for one in points)

    def point(self, point: Point, *, aside: bool) -> Point:
        if point.label in (CONTESTED, AS_ABOVE):
            known = self.outright | self.aside if aside else self.outright
            options = (point.words, point.below)
            point = evolve(point, label=AS_ABOVE if point.words in known else point.label)
            if options in known:
                return evolve(point, below=())
            (self.aside if aside else self.outright).update((point.words, options))
        return evolve(point, below=self.points(point.below, aside=aside)) if point.below else point


def one_tree(root: Point) -> Page:
    """Return a page that has one tree and nothing else."""
    return Page(sections=(Section("", (Tree((root,)),)),))


def finding_page(finding: Node) -> Page:
    """Return a finding with all of its reasons as a page."""
    return one_tree(tree(finding))


def window_points(window: Window, names: Called = UNNAMED) -> tuple[Point, ...]:
    """Return the bounds of a window, and why they are so."""
    return (
        Point(str(window.not_before or "no floor is set or known"), label="Not before the end of:"),
        Point(str(window.not_after or no_last_day(window)), label="Not after:"),
        *reasons(window.because, names),
    )


def window_page(window: Window) -> Page:
    """Return the days between which something must happen as a page."""
    return one_tree(Point("Window", below=window_points(window)))


def provision_page(provision: Provision) -> Page:
    """Return a provision as a page: its article and chapter, and each of its parts."""
    chapter = Point(provision.chapter_title, label=f"Chapter {chapter_numeral(provision.chapter)}")
    return one_tree(Point(provision.article_title, label=str(provision), below=(chapter, *_parts(provision))))


def _parts(provision: Provision) -> tuple[Point, ...]:
    return tuple(Point("", label=str(part), below=_parts(part)) for part in provision.children)
