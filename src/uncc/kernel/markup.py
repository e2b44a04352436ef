"""A tree of points as HTML that a notebook shows: it folds, and needs no colour, no script and no mouse.

Whatever stands in a point is data: what cannot be seen in it is shown as escapes, and no mark in it counts.

>>> print(fragment(Point("it <b>rains</b>", "YES")).partition("</style>")[2])
<p><strong>YES</strong> it &lt;b&gt;rains&lt;/b&gt;</p></div>
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from attrs import frozen

from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model

__all__ = ["Point", "escaped", "fragment", "safe", "visible"]

MOST_OPEN = 12
"""A tree of more points than these opens with its first level only."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_STYLE = """\
.uncc { font-family: system-ui, sans-serif; line-height: 1.5; overflow-wrap: anywhere; max-width: 60rem; }
.uncc ul { list-style: none; margin: 0; padding: 0 0 0 1.25rem; border-left: 1px solid #808080; }
.uncc summary { cursor: pointer; }
.uncc :focus-visible { outline: 2px solid; outline-offset: 2px; }
.uncc cite { font-style: normal; }
.uncc [tabindex] { overflow-x: auto; overflow-wrap: normal; }
.uncc td + td { white-space: nowrap; }
.uncc table { border-collapse: collapse; margin: .25rem 0; }
.uncc th, .uncc td { border: 1px solid #808080; padding: .125rem .5rem; text-align: left; }"""


@frozen(field_transformer=tuples_only)
class Point(Model):
    """One point of a tree: its label (an answer, or a heading), its words, its citation, and the points below it.

    `table` is what stands below the words as a table: a header, then rows.
    """

    words: str
    label: str = ""
    cited: str = ""
    points: tuple[Point, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()

    def count(self) -> int:
        """Return how many points there are, this one included."""
        return 1 + sum(point.count() for point in self.points)


def visible(text: str) -> str:
    r"""Return the text on one line, with what cannot be seen in it shown as escapes.

    >>> print(visible("a\x1b[31m\u202eb"))
    a\x1b[31m\u202eb
    """
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    r"""Return the text with what cannot be seen in it shown as escapes, and its blanks as they are.

    >>> print(escaped("a  b\n"))
    a  b\n
    """
    return "".join(
        character.encode("unicode_escape").decode() if _is_unseen(character) else character for character in text
    )


def _is_unseen(character: str) -> bool:
    """Whether a character shows nothing, or is none: two at the end of each plane, and a block of 32."""
    code = ord(character)
    return unicodedata.category(character) in _UNSEEN or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def safe(text: str) -> str:
    """Return the text as it can stand in HTML.

    >>> print(safe("<b> & more"))
    &lt;b&gt; &amp; more
    """
    from html import escape

    return escape(visible(text))


def fragment(root: Point) -> str:
    """Return a tree as a piece of HTML that stands by itself in any page, light or dark."""
    body = "".join(_point(root, open_below=root.count() <= MOST_OPEN, opened=True))
    whole = body if root.points or root.table else f"<p>{body}</p>"
    return f'<div class="uncc" lang="en"><style>\n{_STYLE}\n</style>{whole}</div>'


def _point(point: Point, *, open_below: bool, opened: bool) -> Iterator[str]:
    if not point.points and not point.table:
        yield _words(point)
        return
    yield f"<details{' open' if opened else ''}><summary>{_words(point)}</summary>"
    if point.table:
        yield from _table(point.table)
    if point.points:
        yield "<ul>"
        for below in point.points:
            yield "<li>"
            yield from _point(below, open_below=open_below, opened=open_below)
            yield "</li>"
        yield "</ul>"
    yield "</details>"


def _words(point: Point) -> str:
    label = f"<strong>{safe(point.label)}</strong>" if point.label else ""
    cited = f"<cite>[{safe(point.cited)}]</cite>" if point.cited else ""
    return " ".join(part for part in (label, safe(point.words), cited) if part)


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Yield a table in a frame that scrolls by itself where it is too narrow, by keyboard too."""
    head = "".join(f'<th scope="col">{safe(cell)}</th>' for cell in rows[0])
    yield f'<div tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>'
    for row in rows[1:]:
        yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table></div>"
