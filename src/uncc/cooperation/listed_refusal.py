"""Art. 42(6), Art. 43(2): a refusal of what may be refused on the grounds of a closed list only."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, fields, frozen

from uncc.cooperation.all_grounds import Ground
from uncc.kernel.consistency import shows
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, given, read_off, said_of
from uncc.kernel.life import Event, stated_on
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import GroundBesideOthers

__all__ = ["ListedRefusal"]


def _each_once(grounds: tuple[Ground, ...]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(grounds))


@frozen(kw_only=True, field_transformer=typed)
class ListedRefusal(Facts, asked_of=Role.REQUESTED_STATE):
    """What is known of a refusal to preserve, or to disclose the path of a communication.

    `grounds`: those that the requested State stated, and no others.

    - `grounds`: the grounds on which the refusal rests.
    """

    grounds: tuple[Ground, ...] = field(default=(), converter=_each_once)
    refused: Fact = fact("the requested State has refused", art(42, 6), art(43, 2))
    refused_on: DayFact = day_fact("the requested State refused", art(42, 6), art(43, 2))
    consulted: Fact = fact(
        "the requested State consulted the requesting State before it refused, on whether terms and conditions would "
        "help",
        art(40, 28),
    )
    reasons_given: Fact = fact("reasons were given for the refusal", art(40, 25))

    ties = (shows("refused_on", "refused", art(42, 6)),)


L = fields(ListedRefusal)
NO_REFUSAL = ListedRefusal()
"""A refusal of which nothing is known."""


def rests_on_open_ground(refusal: ListedRefusal, provision: Provision, of_list: Callable[[Ground], Finding]) -> Finding:
    """Return whether a refusal rests on the grounds that were stated, as the closed list of a paragraph has them."""
    statement = "a ground that is stated is one that the article admits, and is open"
    if not refusal.grounds:
        return read_off(refusal, L.grounds, None, statement, provision)
    stated = [said_of(ground.value, of_list(ground)) for ground in refusal.grounds]
    one = any_of(statement, provision, *stated)
    if len(stated) == 1:
        return one
    each = all_of("each ground that is stated is one that the article admits, and is open", provision, *stated)
    return by_reading(
        "the grounds that are stated carry the refusal",
        GroundBesideOthers,
        {GroundBesideOthers.ONE_SUFFICES: one, GroundBesideOthers.EACH_IS_LISTED: each},
    )


def refused(
    refusal: ListedRefusal, statement: str, provision: Provision, on_ground: Finding, *, displaces: bool = True
) -> Event:
    """Return that it was refused, and so; by default it takes the place of what was refused."""
    held = all_of(statement, provision, given(refusal, L.refused), on_ground)
    return stated_on(held, refusal, L.refused_on, displaces=displaces)


checked(__name__)
