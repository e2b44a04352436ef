"""Art. 23(3), the two reservations on real-time measures: what each may touch, and its limits."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.kernel.between import day_text, ends_of
from uncc.kernel.consistency import excludes
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, day_fact, fact
from uncc.kernel.findings import Finding, all_of, by_reading, given, read_off
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper
from uncc.kernel.parties import State, StateParty, has_reserved, untold_day
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import before, fixed_day, not_after
from uncc.kernel.roles import Role
from uncc.procedural.art23_application.scope import (
    UNKNOWN_RANGE,
    I,
    InterceptionRange,
    ProceduralPower,
    a_range,
)
from uncc.readings.chapter_4 import ClosedGroupInability, RangeMoment

__all__ = [
    "ADOPTION",
    "ClosedGroupReservation",
    "LimitingLaw",
    "OffenceReservation",
    "ReservingState",
    "existed_at_adoption",
    "is_valid_reservation",
    "lies_in_legislation",
    "may_reserve_closed_groups",
    "may_reserve_offences",
]

ADOPTION: Final = date(2024, 12, 24)
"""The day on which the General Assembly adopted the Convention (resolution 79/243); not that of any signature."""

DAY_OF_ADOPTION = fixed_day(ADOPTION, "the day of adoption")
UNTOLD = untold_day("ReservingState.on")
UNNAMED_STATE = StateParty(state=State("the State"))
"""A State of which nothing is known."""

TRAFFIC, CONTENT = ProceduralPower.REAL_TIME_TRAFFIC_DATA, ProceduralPower.CONTENT_INTERCEPTION


def _some_measures(_: object, attribute: Attribute[Any], measures: tuple[Any, ...]) -> None:
    are_powers = all(isinstance(measure, ProceduralPower) for measure in measures)
    if not measures or not are_powers or len(set(measures)) != len(measures):
        raise InvalidValue(attribute.name, measures, "a list of measures with at least one, each named once")


@frozen(kw_only=True, field_transformer=typed)
class OffenceReservation(Paper):
    """The terms of a reservation by which a State applies measures to some offences only, as it is written.

    - `measures`: the measures that it touches; one that names none touches the one that can be so reserved.
    - `offences`: the offences, or categories, to which the State will still apply them, named as in
      `InterceptionRange`; `None` where not known.
    """

    of_the_world = ("offences",)

    measures: tuple[ProceduralPower, ...] = field(default=(TRAFFIC,), validator=_some_measures)
    offences: tuple[str, ...] | None = field(default=None, validator=a_range)


O = fields(OffenceReservation)  # noqa: E741


@frozen(kw_only=True)
class LimitingLaw(Facts, asked_of=Role.STATE_PARTY):
    """The domestic law that keeps a State from applying real-time measures to closed groups.

    - `in_force_from`: the first day on which it was in force.
    - `in_force_until`: the first day on which it no longer was. Where that is not stated, `ended_by_adoption` says what
      matters of it.

    Whether it still keeps the State from a measure is a fact of its own, on the day that is asked about; a law that
    does had not ended.
    """

    in_force_from: DayFact = day_fact("the limiting law entered into force", art(23, 3, "b"))
    in_force_until: DayFact = day_fact("the limiting law ended", art(23, 3, "b"), follows="in_force_from")
    ended_by_adoption: Fact = fact("the limiting law had ended when the Convention was adopted", art(23, 3, "b"))
    lies_in_legislation: Fact = fact("the limitation lies in the State's legislation", art(23, 3, "b"))
    bars_traffic_data: Fact = fact(
        "owing to it the State is unable to collect traffic data of closed groups in real time", art(23, 3, "b")
    )
    bars_content_data: Fact = fact(
        "owing to it the State is unable to intercept content data of closed groups", art(23, 3, "b")
    )

    ties = (
        excludes("bars_traffic_data", "ended_by_adoption", art(23, 3, "b")),
        excludes("bars_content_data", "ended_by_adoption", art(23, 3, "b")),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        ended, (least, most) = self.in_force_until, ends_of(self.in_force_until)
        said = self.ended_by_adoption
        too_late, in_time = least is not None and least > ADOPTION, most is not None and most <= ADOPTION
        if ended is not None and ((said is True and too_late) or (said is False and in_time)):
            right = (
                f"{str(not said).lower()} or null (not known), as in_force_until is {day_text(ended)} (Art. 23(3)(b))"
            )
            raise InvalidValue("ended_by_adoption", said, right)


L = fields(LimitingLaw)


@frozen(kw_only=True, field_transformer=typed)
class ClosedGroupReservation(Paper, Facts, asked_of=Role.STATE_PARTY):
    """The terms of a reservation by which a State leaves out communications of closed groups, and the law behind it.

    `measures`: those that it touches, as it is written; one that names none touches the two that can be reserved.

    - `measures`: the measures to which the reservation applies.
    """

    of_the_world = ("law",)

    measures: tuple[ProceduralPower, ...] = field(default=(TRAFFIC, CONTENT), validator=_some_measures)
    law: LimitingLaw = field(factory=LimitingLaw)
    limited_to_provider_systems: Fact = fact(
        "the reservation names only communications that are being transmitted within a service provider's system",
        art(23, 3, "b"),
    )
    limited_to_closed_groups: Fact = fact(
        "the reservation names only systems operated for a closed group of users", art(23, 3, "b", "i")
    )
    limited_to_no_public_networks: Fact = fact(
        "the reservation names only systems that make no use of public communications networks", art(23, 3, "b", "ii")
    )
    limited_to_unconnected: Fact = fact(
        "the reservation names only systems that are connected with no other, be it public or private",
        art(23, 3, "b", "ii"),
    )


C = fields(ClosedGroupReservation)
RESERVED_OFFENCES = "a reservation to certain offences stands on the day"
RESERVED_GROUPS = "a reservation about closed groups stands on the day"


@frozen(kw_only=True, field_transformer=typed)
class ReservingState(Model):
    """A State on a day, whether it has reserved, what its reservations say, and its range for interception.

    - `party`: the State, with the reservations that it has made (Art. 23(3)(a), Art. 23(3)(b)) and their days.
    - `on`: the day that is asked about; `None` where no day matters.
    - `offences`, `closed_groups`: the terms of its reservations, where it has made them.
    """

    party: StateParty = UNNAMED_STATE
    on: date | None = field(default=None, validator=optional(a_date))
    offences: OffenceReservation = field(factory=OffenceReservation)
    closed_groups: ClosedGroupReservation = field(factory=ClosedGroupReservation)
    interception: InterceptionRange = field(factory=InterceptionRange)

    def has_reserved_offences(self) -> Finding:
        """Whether a reservation to certain offences stands on the day, valid or not."""
        return self._stands(art(23, 3, "a"), RESERVED_OFFENCES)

    def has_reserved_closed_groups(self) -> Finding:
        """Whether a reservation about closed groups stands on the day, valid or not."""
        return self._stands(art(23, 3, "b"), RESERVED_GROUPS)

    def _stands(self, provision: Provision, statement: str) -> Finding:
        return has_reserved(self.party, provision, self.on or UNTOLD, statement, place="party")


def _touches_only(measures: tuple[ProceduralPower, ...], *permitted: ProceduralPower) -> Fact:
    return set(measures) <= set(permitted)


def may_reserve_offences(
    reservation: OffenceReservation, *, interception: InterceptionRange = UNKNOWN_RANGE
) -> Finding:
    """Whether a State may reserve to apply a measure to certain offences only.

    Only the real-time collection of traffic data can be so reserved. The reservation must name offences, since the
    right is to apply the measure to some and not to none, and every offence for which the State provides interception
    must be among them. When the two ranges are compared is a reading.

    Source: Art. 23(3)(a).

    >>> reservation = OffenceReservation(offences=("A", "B", "C"))
    >>> may_reserve_offences(reservation, interception=InterceptionRange(on_day=("A", "B"))).truth.name
    'YES'
    """
    return all_of(
        "the reservation to certain offences is permitted",
        art(23, 3, "a"),
        read_off(
            reservation,
            O.measures,
            _touches_only(reservation.measures, TRAFFIC),
            "it touches the real-time collection of traffic data and no other measure",
            art(23, 3, "a"),
            asked_of=Role.STATE_PARTY,
        ),
        read_off(
            reservation,
            O.offences,
            None if reservation.offences is None else bool(reservation.offences),
            "it specifies the offences or categories to which the measure is still applied",
            art(23, 3, "a"),
            asked_of=Role.STATE_PARTY,
        ),
        _is_as_wide_as_interception(reservation, interception),
    )


def _is_as_wide_as_interception(reservation: OffenceReservation, interception: InterceptionRange) -> Finding:
    ranges = {
        RangeMoment.ON_THE_DAY: (
            I.on_day,
            "every offence for which interception is provided on the day is among those named",
        ),
        RangeMoment.WHEN_RESERVED: (
            I.when_reserved,
            "every offence for which interception was provided when the reservation was made is among those named",
        ),
    }
    return by_reading(
        "the range of offences is not narrower than that for interception",
        RangeMoment,
        {
            option: _includes(reservation, interception, attribute, statement)
            for option, (attribute, statement) in ranges.items()
        },
    )


def _includes(
    reservation: OffenceReservation, interception: InterceptionRange, attribute: Attribute[Any], statement: str
) -> Finding:
    """Return whether the reservation names a whole range; what tells it is the range, once the reservation is known."""
    value = _holds(reservation.offences, getattr(interception, attribute.name))
    if reservation.offences is None:
        return read_off(reservation, O.offences, value, statement, art(23, 3, "a"), asked_of=Role.STATE_PARTY)
    return read_off(interception, attribute, value, statement, art(23, 3, "a"), asked_of=Role.STATE_PARTY)


def _holds(wide: tuple[str, ...] | None, narrow: tuple[str, ...] | None) -> Fact:
    if narrow == ():
        return True
    return None if wide is None or narrow is None else set(narrow) <= set(wide)


def existed_at_adoption(law: LimitingLaw) -> Finding:
    """Whether the limiting law was in force on the day on which the Convention was adopted, 24 December 2024.

    The day on which the State signed or became bound does not matter. A law that came later is no ground, and neither
    is one that had ended before.

    Source: Art. 23(3)(b).

    >>> existed_at_adoption(LimitingLaw(in_force_from=date(2026, 1, 1))).truth.name
    'NO'
    """
    return all_of(
        "the limiting law was in force when the Convention was adopted",
        art(23, 3, "b"),
        not_after(
            "the law had entered into force by the day of adoption",
            art(23, 3, "b"),
            day_of(law, L.in_force_from),
            DAY_OF_ADOPTION,
        ),
        _had_not_ended(law),
    )


def _had_not_ended(law: LimitingLaw) -> Finding:
    if law.in_force_until is None or law.ended_by_adoption is not None:
        return ~given(law, L.ended_by_adoption)
    ended = day_of(law, L.in_force_until)
    return before("the law had not ended by the day of adoption", art(23, 3, "b"), DAY_OF_ADOPTION, ended)


def may_reserve_closed_groups(reservation: ClosedGroupReservation) -> Finding:
    """Whether a State may reserve to leave out communications of closed groups.

    Only the two real-time measures can be so reserved; the reservation may reach only what meets every condition at
    once; and legislation that was in force when the Convention was adopted must keep the State from applying the
    measures. Whether it must be unable to apply both, or each that it reserves, is a reading, on which none is adopted.

    Source: Art. 23(3)(b), Art. 23(3)(b)(i), Art. 23(3)(b)(ii).

    >>> may_reserve_closed_groups(ClosedGroupReservation(limited_to_unconnected=False)).truth.name
    'NO'
    """
    return all_of(
        "the reservation about closed groups is permitted",
        art(23, 3, "b"),
        read_off(
            reservation,
            C.measures,
            _touches_only(reservation.measures, TRAFFIC, CONTENT),
            "it touches the two real-time measures and no other",
            art(23, 3, "b"),
            asked_of=Role.STATE_PARTY,
        ),
        lies_in_legislation(reservation.law),
        existed_at_adoption(reservation.law),
        is_unable(reservation.law, reservation.measures),
        given(reservation, C.limited_to_provider_systems),
        given(reservation, C.limited_to_closed_groups),
        given(reservation, C.limited_to_no_public_networks),
        given(reservation, C.limited_to_unconnected),
    )


def lies_in_legislation(law: LimitingLaw) -> Finding:
    """Whether the limitation lies in the State's legislation: want of means or of practice is no ground.

    Source: Art. 23(3)(b).

    >>> lies_in_legislation(LimitingLaw(lies_in_legislation=False)).truth.name
    'NO'
    """
    return given(law, L.lies_in_legislation)


def is_unable(law: LimitingLaw, measures: tuple[ProceduralPower, ...]) -> Finding:
    """Whether the limitation keeps the State from applying the measures, on the reading that is chosen."""
    bars = {TRAFFIC: given(law, L.bars_traffic_data), CONTENT: given(law, L.bars_content_data)}
    touched = tuple(found for measure, found in bars.items() if measure in measures)
    return by_reading(
        "owing to the limitation the State is unable to apply the measures",
        ClosedGroupInability,
        {
            ClosedGroupInability.EACH: all_of("it is unable to apply each that it reserves", art(23, 3, "b"), *touched),
            ClosedGroupInability.BOTH: all_of("it is unable to apply both", art(23, 3, "b"), *bars.values()),
        },
    )


def is_valid_reservation(
    reservation: OffenceReservation | ClosedGroupReservation, *, interception: InterceptionRange = UNKNOWN_RANGE
) -> Finding:
    """Whether a reservation on procedural measures keeps to what the Convention permits.

    `interception` is the State's range for the interception of content data, which matters to offences alone.

    Source: Art. 23(3), Art. 23(3)(a), Art. 23(3)(b).

    >>> is_valid_reservation(OffenceReservation(measures=(ProceduralPower.PRODUCTION_ORDER,))).truth.name
    'NO'
    """
    if isinstance(reservation, OffenceReservation):
        return may_reserve_offences(reservation, interception=interception)
    return may_reserve_closed_groups(reservation)


checked(__name__)
