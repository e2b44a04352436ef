"""Which of the marks in a text are those of the Convention's provisions: the cheapest way through all of them in order.

The order of the provisions is known, so that each mark is looked for between its neighbours. A provision whose mark is
not found costs more than any mark; where the words up to the next mark are known to be right, nothing is cheaper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from uncc.doors.numbering import Heading, Mark

__all__ = ["Placed", "articles", "placed"]

MISSING = 8
"""What it costs not to find the mark of a provision."""
RIGHT = 6
"""What is gained where the words of a provision are right."""


class Placed(NamedTuple):
    """A mark that was chosen, with the number of the provision that it begins: 0 is what stands before all marks."""

    number: int
    mark: Mark


def articles(found: Sequence[Heading], last: int) -> dict[int, Heading]:
    """Return the heading of each article from 1 to `last`, those that stand last: a list of contents comes before.

    >>> contents, body = (tuple(Heading(number, place + number, 0) for number in (1, 2)) for place in (10, 50))
    >>> [heading.start for heading in articles((*contents, *body), 2).values()]
    [51, 52]
    """
    chosen: dict[int, Heading] = {}
    before: int | None = None
    for number in range(last, 0, -1):
        fitting = [one for one in found if one.number == number and (before is None or one.start < before)]
        if fitting:
            chosen[number] = fitting[-1]
            before = fitting[-1].start
    return dict(sorted(chosen.items()))


def placed(
    steps: Sequence[str], found: Sequence[Mark], whole: tuple[int, int], right: Callable[[int, int, int], bool]
) -> tuple[Placed, ...]:
    """Return the marks of an article whose parts have these last steps, in order, as far as they are found.

    `whole` is where the article starts, after its heading, and ends. `right(number, start, end)` is whether the words
    between two places are those of the provision with this number, from 1; of 0, what stands before all marks.
    """
    opening = Mark("", *(whole[0], whole[0]), 0)
    ways: list[tuple[int, Placed, int]] = [(0, Placed(0, opening), -1)]
    for number, step in enumerate(steps, 1):
        fitting = [mark for mark in found if mark.step == step]
        ways += [_cheapest(ways, Placed(number, mark), right) for mark in fitting]
    closing = Placed(len(steps) + 1, Mark("", *(whole[1], whole[1]), 0))
    _, last, place = _cheapest(ways, closing, right)
    chosen: list[Placed] = []
    while place >= 0:
        _, last, before = ways[place]
        chosen.append(last)
        place = before
    return tuple(reversed(chosen))


def _cheapest(
    ways: Sequence[tuple[int, Placed, int]], then: Placed, right: Callable[[int, int, int], bool]
) -> tuple[int, Placed, int]:
    """Return the cheapest way to a mark: its cost, the mark, and which way it goes on from."""

    def cost(place: int) -> int:
        spent, before, _ = ways[place]
        left_out = MISSING * (then.number - before.number - 1)
        gained = RIGHT * (not left_out and right(before.number, before.mark.end, then.mark.start))
        return spent + then.mark.cost + left_out - gained

    earlier = [place for place, (_, one, _) in enumerate(ways) if _before(one, then)]
    best = min(earlier, key=cost)
    return cost(best), then, best


def _before(one: Placed, then: Placed) -> bool:
    return one.number < then.number and one.mark.end <= then.mark.start
