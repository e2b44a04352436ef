"""Parts of amounts: what is left of one, a part of it as it was assessed, and the whole where a mark is reached.

Each limb stands once in what these joints make, so that a tree is as large as what it tells of, however deep.

>>> from uncc.kernel.provisions import art
>>> from uncc.kernel.quantities import fixed_amount
>>> price, debt = fixed_amount(700, "EUR", "the price"), fixed_amount(500, "EUR", "the debt")
>>> rest_of("what the debt leaves", art(31, 9), price, debt).shown
'EUR 200'
"""

from __future__ import annotations

from uncc.kernel.differences import End
from uncc.kernel.findings import Authority, Kind
from uncc.kernel.quantities import Amount, Q, joint
from uncc.kernel.ready import kept_ready

__all__ = ["part", "part_of", "rest_of", "whole_or", "whole_or_part"]


@kept_ready
def rest_of(statement: str, authority: Authority, whole: Q, *parts: Q) -> Q:
    """Return what is left of an amount or a number without these parts: nothing where they are more."""
    least, most = (sum(part.least for part in parts), sum(part.most for part in parts))
    ends = max(0, whole.least - most), max(0, whole.most - least)
    return joint(Kind.REST, (statement, authority), ends, (whole, *parts), whole)


@kept_ready
def part_of(statement: str, authority: Authority, amount: Amount, stated: Amount, rest: Amount) -> Amount:
    """Return a part of an amount as it is stated, within what can be: not more than all, and at most a rest is left."""
    ends = part(amount.least, stated.least, rest.most), part(amount.most, stated.most, rest.least)
    return joint(Kind.PART, (statement, authority), ends, (amount, stated, rest), amount)


def part(amount: End, stated: End, rest: End) -> End:
    """Return what is stated, but not more than the amount, nor less than it without the rest."""
    return max(amount - rest, min(stated, amount))


@kept_ready
def whole_or_part(  # noqa: PLR0913, PLR0917  # what it joins
    statement: str, authority: Authority, amount: Amount, mark: Amount, whole: Amount, rate: Amount
) -> Amount:
    """Return the whole where an amount reaches a mark; else what it comes to at a rate, up to the whole."""
    least = whole_or(amount.least, mark.most, whole.least, rate.least)
    most = whole_or(amount.most, mark.least, whole.most, rate.most)
    return joint(Kind.WHOLE, (statement, authority), (least, most), (amount, mark, whole, rate), whole)


def whole_or(amount: End, mark: End, whole: End, rate: End) -> End:
    """Return the whole where the amount reaches the mark, else what it comes to at the rate, up to the whole."""
    return whole if amount >= mark else min(amount * rate, whole)
