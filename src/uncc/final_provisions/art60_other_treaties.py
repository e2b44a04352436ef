"""Art. 60: other treaties between Parties on the same matters, and other rights and obligations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import asked_about, in_force_in_pair
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, given, read_off
from uncc.kernel.measured import day_of
from uncc.kernel.names import Roll
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day, before, not_after
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.kernel.values import a_name, some_names
from uncc.readings.chapter_9 import FloorUnderTreaty

__all__ = ["OtherTreaty", "affects_other_rights", "may_apply_other_treaty", "may_preserve_for_less"]


def _two_at_least(_: object, attribute: Attribute[Any], parties: tuple[str, ...]) -> None:
    if len(set(parties)) < 2:
        raise InvalidValue(attribute.name, parties, "the names of two parties at least")


@frozen(kw_only=True, field_transformer=typed)
class OtherTreaty(Facts, asked_of=Role.STATES_PARTIES):
    """An agreement, a treaty or other established relations between Parties, before the Convention or after.

    `since` and `until`: the first day on which it binds them, and the first on which it does so no more, as far as that
    is known. Where one is missing, `binds` says whether it does on the day asked about.
    """

    name: str = field(validator=a_name)
    between: tuple[str, ...] = field(validator=[some_names, _two_at_least])
    since: DayFact = day_fact("the other treaty began to bind its parties", art(60, 1))
    until: DayFact = day_fact("the other treaty ceased to bind its parties", art(60, 1), follows="since")
    binds: Fact = fact("the other treaty is in force on the day asked about", art(60, 1))
    on_convention_matters: Fact = fact(
        "the other treaty or relation is on matters that the Convention deals with", art(60, 1)
    )


T = fields(OtherTreaty)


def may_apply_other_treaty(history: History, pair: tuple[str, str], on: date, *, treaty: OtherTreaty) -> Finding:
    """Whether two Parties are entitled to apply another treaty between them on the Convention's matters, on a day.

    The Convention entitles and does not oblige them. NO as well where the Convention is not in force between the two:
    they may then apply their treaty all the same, and need no leave of the Convention.

    Source: Art. 60(1).

    >>> from datetime import date
    >>> treaty = OtherTreaty(name="Treaty of 1999", between=("Astoria", "Borduria"))
    >>> may_apply_other_treaty(History(), ("Astoria", "Borduria"), date(2028, 1, 1), treaty=treaty).truth.name
    'UNKNOWN'
    """
    named = Roll.of(treaty.between, "between")
    return all_of(
        "the two are entitled by the Convention to apply their other treaty",
        art(60, 1),
        in_force_in_pair(history, pair, on),
        read_off(
            treaty,
            T.between,
            all(named.spelt(one, "pair") for one in pair),
            "the two are parties to the other treaty",
            art(60, 1),
            asked_of=Role.STATES_PARTIES,
            subject=Said(treaty.name),
        ),
        *_runs(treaty, asked_about(on)),
        given(treaty, T.on_convention_matters, Said(treaty.name)),
    )


def _runs(treaty: OtherTreaty, asked: Day) -> Iterator[Finding]:
    """Yield whether the treaty runs on a day: by its days and, where one is missing, by what is stated of it."""
    if treaty.since is not None:
        yield not_after(
            "the other treaty has begun to bind", art(60, 1), day_of(treaty, T.since, Said(treaty.name)), asked
        )
    if treaty.until is not None:
        yield before("the other treaty has not ended", art(60, 1), asked, day_of(treaty, T.until, Said(treaty.name)))
    if treaty.since is None or treaty.until is None:
        yield given(treaty, T.binds, Said(treaty.name))


def may_preserve_for_less(history: History, pair: tuple[str, str], on: date, *, treaty: OtherTreaty) -> Finding:
    """Whether two Parties may by another treaty preserve data for each other for less than the least time.

    Whether such a treaty may fall below what the article on preservation sets is a reading, on which none is adopted.

    Source: Art. 60(1), Art. 42(8).

    >>> from datetime import date
    >>> treaty = OtherTreaty(name="Treaty of 1999", between=("Astoria", "Borduria"))
    >>> may_preserve_for_less(History(), ("Astoria", "Borduria"), date(2028, 1, 1), treaty=treaty).truth.name
    'UNKNOWN'
    """
    statement = "the treaty may set a shorter time of preservation"
    return all_of(
        "the two may preserve data for each other for less than the least time",
        (art(60, 1), art(42, 8)),
        may_apply_other_treaty(history, pair, on, treaty=treaty),
        by_reading(
            statement,
            FloorUnderTreaty,
            {
                FloorUnderTreaty.MAY: by_text(True, statement, art(60, 1)),
                FloorUnderTreaty.MAY_NOT: by_text(False, statement, art(42, 8)),
            },
        ),
    )


def affects_other_rights() -> Finding:
    """Whether the Convention affects what else international law gives a Party or asks of it: it does not.

    Source: Art. 60(2).

    >>> affects_other_rights().truth.name
    'NO'
    """
    return by_text(
        False,
        "the Convention affects other rights, restrictions, obligations and responsibilities of a Party",
        art(60, 2),
    )


checked(__name__)
