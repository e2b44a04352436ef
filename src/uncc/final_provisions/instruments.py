"""The instruments that can count towards entry into force: by State, for the first of each does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from uncc.final_provisions.events import Receipt
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    Day,
    Number,
    earlier_of,
    fixed_day,
    fixed_number,
    how_many,
    not_after,
    nth_of,
    sum_of,
)

__all__: list[str] = []


@frozen
class Instruments(Model):
    """The instruments of each State, and how many States are needed."""

    needed: int
    by_state: Mapping[str, Sequence[Receipt]]

    @cached_property
    def _spans(self) -> Mapping[str, tuple[date, date]]:
        """Between which days the first instrument of each State can have been deposited."""
        return {
            name: (min(one.event.span[0] for one in own), min(one.event.span[1] for one in own))
            for name, own in self.by_state.items()
        }

    @cached_property
    def _ends(self) -> tuple[list[date], list[date]]:
        """The first days of these spans in order, and the last days."""
        return sorted(least for least, _ in self._spans.values()), sorted(most for _, most in self._spans.values())

    @cached_property
    def completing(self) -> tuple[str, ...]:
        """Whose first instrument can be the one that completes the number; none while there are too few."""
        needed, (leasts, mosts) = self.needed, self._ends
        if len(leasts) < needed:
            return ()
        least, most = leasts[needed - 1], mosts[needed - 1]
        return tuple(name for name, span in self._spans.items() if span[1] >= least and span[0] <= most)

    @cached_property
    def _certain(self) -> int:
        """How many instruments come before any that can complete the number; all, while there are too few."""
        needed, (leasts, mosts) = self.needed, self._ends
        return len(mosts) if len(leasts) < needed else bisect_left(mosts, leasts[needed - 1])

    @cached_property
    def completion(self) -> Day:
        """The day of the deposit that completes the number; `NEVER` while there are too few.

        What comes before it for certain is counted, what comes after it for certain is left out.
        """
        needed = fixed_number(self.needed - self._certain, "so many, beside those deposited before")
        statement = "the instrument that completes the number was deposited"
        return nth_of(statement, art(65, 1), needed, *map(self._first, self.completing))

    def completed_by(self, completed: Day, on: date) -> tuple[str, ...]:
        """Return those whose first instrument can be the one that completes the number, by a day; none for `NEVER`."""
        spans = ((name, self._spans[name]) for name in self.completing)
        return tuple(
            name
            for name, (least, most) in spans
            if least <= on and least.toordinal() <= completed.most and completed.least <= most.toordinal()
        )

    def _first(self, name: str) -> Day:
        """Return the day of a State's first instrument."""
        days = [one.on for one in self.by_state[name]]
        return days[0] if len(days) == 1 else earlier_of("the first instrument was deposited", art(65, 1), *days)

    def surely_by(self, on: date) -> int:
        """Return how many first instruments had been deposited by a day for certain."""
        return bisect_right(self._ends[1], on)

    def counted_by(self, on: date, others: Number) -> Number:
        """Return how many count by a day, with those that stand elsewhere."""
        asked, statement = fixed_day(on, "the day asked about"), "the first instrument was deposited by the day"
        limbs = (not_after(statement, art(65, 1), self._first(name), asked) for name in self._uncertain_on(on))
        sure = fixed_number(self.surely_by(on), "deposited for certain")
        beside = sum_of("beside them", art(65, 1), sure, others)
        return how_many("instruments that count", art(65, 1), *limbs, more=beside)

    def _uncertain_on(self, on: date) -> tuple[str, ...]:
        return tuple(name for name, (least, most) in self._spans.items() if least <= on < most)
