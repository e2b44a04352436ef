"""What the pictures share: a figure of its own, an axis of days, and texts in which nothing is a mark.

No state of matplotlib is touched but its settings while an SVG is written, and those are put back. Ink is black on
white, whatever the settings of colours are; what differs, differs by its shape and by its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from io import StringIO
from itertools import islice, takewhile
from textwrap import wrap
from types import MappingProxyType
from typing import Any

from uncc.pages.words import visible

try:
    import matplotlib
    from matplotlib import font_manager
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
except ModuleNotFoundError as error:
    raise ModuleNotFoundError('a picture needs matplotlib: pip install "uncc[plot]"', name="matplotlib") from error

__all__ = [
    "INK",
    "LINE",
    "Key",
    "Look",
    "Picture",
    "days_along",
    "look",
    "named_at",
    "picture",
    "said",
    "ticks",
    "wrapped",
]

INK, PAPER, PALE = "black", "white", "0.75"
WIDTH = 10.0
LINE = 0.165
"""The height of a line of text, in inches."""
MOST_TICKS = 6
MOST_LINES = 8
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
FIRST, LAST = date.min.toordinal(), date.max.toordinal()

Look = Mapping[str, Any]
Key = tuple[Look, str]
"""How a mark looks, as properties of a line, and what it says."""


def look(**properties: object) -> Look:
    """Return the properties of a line or a mark, as matplotlib names them; nobody changes them."""
    return MappingProxyType(properties)


_UNDER = look(facecolor=PAPER, edgecolor="none", pad=0.5)


class Picture(Figure):
    """A figure of matplotlib that a notebook shows as it is; `savefig` writes it in any other form."""

    def svg(self) -> str:
        """Return the picture as an SVG with its texts as texts: the same picture gives the same bytes."""
        out, drawn = StringIO(), _any(self)
        with _any(matplotlib).rc_context({"svg.hashsalt": "uncc", "svg.fonttype": "none", "svg.id": None}):
            drawn.savefig(
                out,
                format="svg",
                metadata={"Title": self.get_label(), "Date": None, "Creator": None, "Format": None, "Type": None},
            )
        return out.getvalue()

    def _repr_svg_(self) -> str:
        return self.svg()


def picture(title: str, note: str, height: float, key: list[Key]) -> tuple[Picture, Any]:
    """Return a new picture with one pair of axes of a height in inches, its title, the key to its marks, and a note."""
    heading = wrapped(title, 90)
    texts = [wrapped(words, 120) for words in (*(words for _, words in key), note)]
    lines = sum(text.count("\n") + 1 for text in texts) + heading.count("\n")
    made = Picture(
        figsize=(WIDTH, height + (lines + 6) * LINE), dpi=100, layout="constrained", facecolor=PAPER, edgecolor=PAPER
    )
    made.set_label(visible(title))
    _any(made).suptitle(heading, x=0.01, ha="left", fontsize=11, color=INK, parse_math=False, usetex=False)
    marks = [*(Line2D([], [], **look) for look, _ in key), Line2D([], [], linestyle="none")]
    legend = _any(made).legend(
        marks, texts, loc="outside lower left", fontsize=8, labelcolor=INK, facecolor=PAPER, edgecolor=PALE,
        framealpha=1, handlelength=3.5,
    )  # fmt: skip
    for text in legend.get_texts():
        _plain(text)
    axes: Any = made.add_subplot()
    axes.set_facecolor(PAPER)
    axes.tick_params(colors=INK, labelsize=8)
    axes.grid(visible=False)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("bottom", "left"))
        spine.set_edgecolor(INK)
    return made, axes


def _any(value: Any) -> Any:
    """Return a value of which the type checkers ask nothing, since matplotlib leaves its parameters open."""
    return value


def said(axes: Any, place: tuple[float, float], text: str, **how: Any) -> None:
    """Write a text at a place, some points beside it if `xytext` says so; nothing in it is a mark of mathematics."""
    given = {"textcoords": "offset points", "xytext": (0, 0), "fontsize": 8, "color": INK, "bbox": {**_UNDER}, **how}
    _plain(axes.annotate("\n".join(map(drawable, text.split("\n"))), place, **given))


def named_at(axes: Any, places: Sequence[float], names: Sequence[str]) -> None:
    """Make the vertical axis one of names, each at its place."""
    axes.set_yticks(places, names)
    axes.tick_params(axis="y", length=0)
    for name in axes.get_yticklabels():
        _plain(name)


def _plain(text: Any) -> None:
    text.set_parse_math(False)
    text.set_usetex(False)


def days_along(axes: Any, first: date, last: date, *, room: float = 0.0) -> None:
    """Make the horizontal axis one of days, from before the first to after the last, with `room` more behind it."""
    span = max(last.toordinal() - first.toordinal(), 7)
    low, high = first.toordinal() - span * 0.04, last.toordinal() + span * (0.04 + room)
    axes.set_xlim(max(low, FIRST), min(high, LAST))
    round_days = ticks(date.fromordinal(max(int(low), FIRST)), date.fromordinal(min(int(high), LAST)))
    axes.set_xticks([tick.toordinal() for tick in round_days], [tick.isoformat() for tick in round_days])
    for on in round_days:
        axes.axvline(on.toordinal(), color=PALE, linewidth=0.5, zorder=0)


def ticks(low: date, high: date) -> list[date]:
    """Return round days between two, by the smallest step that gives few of them."""
    steps = (*map(_each_days, _DAYS), *map(_each_months, _MONTHS))
    found = (list(islice(takewhile(lambda tick: tick <= high, step(low)), MOST_TICKS + 1)) for step in steps)
    return next(few for few in found if len(few) <= MOST_TICKS)


def _each_days(size: int) -> Callable[[date], Iterator[date]]:
    def days(low: date) -> Iterator[date]:
        start = low.toordinal() + (1 - low.toordinal()) % size  # a week begins on Monday
        return (date.fromordinal(day) for day in range(start, LAST + 1, size))

    return days


def _each_months(size: int) -> Callable[[date], Iterator[date]]:
    def months(low: date) -> Iterator[date]:
        start = max(low.year * 12 // size * size, 12)
        firsts = (date(month // 12, month % 12 + 1, 1) for month in range(start, 10_000 * 12, size))
        return (first for first in firsts if first >= low)

    return months


def wrapped(text: str, width: int) -> str:
    """Return a text on lines of a width, at most a few, as it can be drawn."""
    kept = drawable(visible(text)).replace("Art. ", "Art.\N{NO-BREAK SPACE}")
    lines = wrap(kept, width, max_lines=MOST_LINES, placeholder=" …", break_on_hyphens=False)
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def drawable(text: str) -> str:
    r"""Return the text with what the fonts in use cannot draw shown as escapes.

    >>> print(drawable("State \U000f0000"))
    State \U000f0000
    """
    fonts = _any(font_manager)
    named = (fonts.FontProperties(family=[name]) for name in fonts.FontProperties().get_family())
    glyphs = [_glyphs(fonts.findfont(properties)) for properties in named]
    return "".join(
        one if any(ord(one) in drawn for drawn in glyphs) else one.encode("unicode_escape").decode()
        for one in visible(text)
    )


@lru_cache
def _glyphs(path: str) -> frozenset[int]:
    return frozenset(_any(font_manager).get_font(path).get_charmap())
