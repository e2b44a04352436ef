"""Art. 60: other treaties between Parties on the same matters, and other rights and obligations."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.final_provisions.history import History
from uncc.final_provisions.parties import in_force_between
from uncc.kernel.dates import a_date, day
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, by_reading, by_text, given, read_off
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text, some_texts
from uncc.readings.chapter_9 import FloorUnderTreaty

__all__ = ["OtherTreaty", "affects_other_rights", "may_apply_other_treaty", "may_preserve_for_less"]


def _in_order(treaty: OtherTreaty, _: object, until: date | None) -> None:
    if until is not None and treaty.since is not None and until < treaty.since:
        raise InvalidValue("until", until.isoformat(), f"on or after since, {treaty.since}")


def _two_at_least(_: object, attribute: Attribute[Any], parties: tuple[str, ...]) -> None:
    if len(set(parties)) < 2:
        raise InvalidValue(attribute.name, parties, "the names of two parties at least")


@frozen(kw_only=True, field_transformer=typed)
class OtherTreaty(Facts, asked_of=Role.STATES_PARTIES):
    """An agreement, a treaty or other established relations between Parties, before the Convention or after.

    `since` and `until`: the first day on which it binds them, and the first on which it does so no more; `None` for
    always.
    """

    name: str = field(validator=a_text)
    between: tuple[str, ...] = field(validator=[some_texts, _two_at_least])
    since: date | None = field(default=None, validator=optional(a_date))
    until: date | None = field(default=None, validator=[optional(a_date), _in_order])
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
    'NO'
    """
    day(on, "on")
    runs = (treaty.since is None or treaty.since <= on) and (treaty.until is None or on < treaty.until)
    return all_of(
        "the two are entitled by the Convention to apply their other treaty",
        art(60, 1),
        in_force_between(history, *pair, on),
        read_off(
            treaty,
            T.between,
            runs and set(pair) <= set(treaty.between),
            "the other treaty binds the two on the day",
            art(60, 1),
            asked_of=Role.STATES_PARTIES,
            subject=treaty.name,
        ),
        given(treaty, T.on_convention_matters, treaty.name),
    )


def may_preserve_for_less(history: History, pair: tuple[str, str], on: date, *, treaty: OtherTreaty) -> Finding:
    """Whether two Parties may by another treaty preserve data for each other for less than the least time.

    Whether such a treaty may fall below what the article on preservation sets is a reading, on which none is adopted.

    Source: Art. 60(1), Art. 42(8).

    >>> from datetime import date
    >>> treaty = OtherTreaty(name="Treaty of 1999", between=("Astoria", "Borduria"))
    >>> may_preserve_for_less(History(), ("Astoria", "Borduria"), date(2028, 1, 1), treaty=treaty).truth.name
    'NO'
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
