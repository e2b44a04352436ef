"""Art. 23(2) and (3), application of the powers: what a reservation takes out, and what is left to apply."""

from __future__ import annotations

from attrs import fields

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may_reserve, shall_consider
from uncc.kernel.findings import (
    Finding,
    all_of,
    any_of,
    by_reading,
    by_text,
    exactly,
    given,
    read_off,
)
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.procedural.art23_application.reservations import (
    CONTENT,
    RESERVED_GROUPS,
    RESERVED_OFFENCES,
    TRAFFIC,
    UNTOLD,
    ClosedGroupReservation,
    O,
    OffenceReservation,
    ReservingState,
    existed_at_adoption,
    is_unable,
    lies_in_legislation,
    may_reserve_closed_groups,
    may_reserve_offences,
)
from uncc.procedural.art23_application.scope import (
    UNKNOWN_SCOPE,
    I,
    PowerUse,
    ProceduralPower,
    ScopeRegime,
    is_among,
    may_apply,
    told_by,
)
from uncc.procedural.standing_reservation import has_effect
from uncc.readings.chapter_4 import ImpermissibleReservation, RangeMoment

__all__ = [
    "duties_on_reservations",
    "has_considered_restricting",
    "keeps_closed_groups_within_reach",
    "keeps_traffic_data_within_reach",
    "may_decline",
    "must_apply",
]

U = fields(PowerUse)
S = fields(ScopeRegime)


def may_decline(power: ProceduralPower, use: PowerUse, state: ReservingState) -> Finding:
    """Whether a reservation of the State takes this use of the power out, on a day.

    NO for every power but the two real-time measures. What becomes of a reservation that is wider than permitted is a
    reading, on which none is adopted; where it matters the answer is UNKNOWN. What no reservation could have left out
    is taken out on neither of its options: an offence for which interception is provided, or communications of other
    than isolated closed groups, even where they are stated to be within the reservation.

    Source: Art. 23(3), Art. 23(3)(a), Art. 23(3)(b).

    >>> from uncc.kernel.parties import State, StateParty
    >>> state = ReservingState(party=StateParty(state=State("Astoria"), reservations=()))
    >>> may_decline(ProceduralPower.REAL_TIME_TRAFFIC_DATA, PowerUse(), state).truth.name
    'NO'
    """
    return exactly(
        any_of(
            "a reservation takes the use out",
            art(23, 3),
            _is_outside_reserved_offences(power, use, state),
            _is_in_reserved_closed_group(power, use, state),
        )
    )


def _have_effect(state: ReservingState, provision: Provision, statement: str) -> Finding:
    return has_effect(state.party, provision, state.on or UNTOLD, statement, place="party")


def _is_outside_reserved_offences(power: ProceduralPower, use: PowerUse, state: ReservingState) -> Finding:
    reservation, provision = state.offences, art(23, 3, "a")
    return all_of(
        "the offence is one to which the State has reserved not to apply the measure",
        provision,
        _is_touched(power, reservation, provision, TRAFFIC),
        _have_effect(state, provision, RESERVED_OFFENCES),
        ~read_off(
            *told_by(use, reservation, O.offences),
            is_among(use.offence, reservation.offences),
            "the offence is among those that the reservation names",
            provision,
            asked_of=Role.STATE_PARTY,
        ),
        ~_is_intercepted(use, state),
        by_reading(
            "the reservation has effect against this offence",
            ImpermissibleReservation,
            {
                ImpermissibleReservation.VOID: may_reserve_offences(reservation, interception=state.interception),
                ImpermissibleReservation.REDUCED: by_text(
                    True, "a permitted reservation could have left the offence out", provision
                ),
            },
        ),
    )


def _is_intercepted(use: PowerUse, state: ReservingState) -> Finding:
    """Whether the offence is one that no reservation may leave out, at the moment that counts."""
    ranges = {
        RangeMoment.ON_THE_DAY: (I.on_day, "interception is provided for the offence on the day"),
        RangeMoment.WHEN_RESERVED: (
            I.when_reserved,
            "interception was provided for the offence when the reservation was made",
        ),
    }
    return by_reading(
        "the offence is one for which interception is provided",
        RangeMoment,
        {
            option: read_off(
                *told_by(use, state.interception, attribute),
                is_among(use.offence, getattr(state.interception, attribute.name)),
                statement,
                art(23, 3, "a"),
                asked_of=Role.STATE_PARTY,
            )
            for option, (attribute, statement) in ranges.items()
        },
    )


def _is_touched(
    power: ProceduralPower,
    reservation: OffenceReservation | ClosedGroupReservation,
    provision: Provision,
    *permitted: ProceduralPower,
) -> Finding:
    attribute = fields(type(reservation)).measures
    return read_off(
        reservation,
        attribute,
        power in permitted and power in reservation.measures,
        "the measure is one that the reservation touches and may touch",
        provision,
        asked_of=Role.STATE_PARTY,
    )


def _is_in_reserved_closed_group(power: ProceduralPower, use: PowerUse, state: ReservingState) -> Finding:
    reservation, provision = state.closed_groups, art(23, 3, "b")
    return all_of(
        "the communications are of a closed group that the State has left out",
        provision,
        _is_touched(power, reservation, provision, TRAFFIC, CONTENT),
        _have_effect(state, provision, RESERVED_GROUPS),
        given(use, U.within_reservation_terms),
        _is_isolated_closed_group(use),
        by_reading(
            "the reservation has effect for these communications",
            ImpermissibleReservation,
            {
                ImpermissibleReservation.VOID: may_reserve_closed_groups(reservation),
                ImpermissibleReservation.REDUCED: _could_be_reserved(power, reservation),
            },
        ),
    )


def _is_isolated_closed_group(use: PowerUse) -> Finding:
    """Whether the communications are such as a reservation may leave out: a permitted one names no others."""
    return all_of(
        "the communications are within a provider's isolated system for a closed group",
        art(23, 3, "b"),
        given(use, U.in_provider_system),
        given(use, U.for_closed_group),
        ~given(use, U.employs_public_networks),
        ~given(use, U.connected_to_other_system),
    )


def _could_be_reserved(power: ProceduralPower, reservation: ClosedGroupReservation) -> Finding:
    return all_of(
        "a permitted reservation could have left these communications out",
        art(23, 3, "b"),
        lies_in_legislation(reservation.law),
        existed_at_adoption(reservation.law),
        is_unable(reservation.law, (power,)),
    )


def must_apply(power: ProceduralPower, use: PowerUse, state: ReservingState) -> Finding:
    """Whether the State shall apply the power to this use: the chapter provides it and no reservation takes it out.

    Source: Art. 23(2), Art. 23(3).

    >>> use = PowerUse(for_specific_proceedings=True, convention_offence=True)
    >>> must_apply(ProceduralPower.PRODUCTION_ORDER, use, ReservingState()).truth.name
    'YES'
    """
    return all_of(
        "the State shall apply the power to this use",
        (art(23, 2), art(23, 3)),
        may_apply(power, use, interception=state.interception),
        ~may_decline(power, use, state),
    )


def keeps_traffic_data_within_reach(regime: ScopeRegime, state: ReservingState) -> Finding:
    """Whether the law restricts the real-time collection of traffic data at most as a valid reservation lets it.

    Source: Art. 23(3)(a).

    >>> from uncc.kernel.parties import State, StateParty
    >>> state = ReservingState(party=StateParty(state=State("Astoria"), reservations=()))
    >>> keeps_traffic_data_within_reach(ScopeRegime(restricts_traffic_data=True), state).truth.name
    'NO'
    """
    provision = art(23, 3, "a")
    return any_of(
        "traffic data are collected for every offence, or a valid reservation says for which",
        provision,
        ~given(regime, S.restricts_traffic_data),
        all_of(
            "a valid reservation to certain offences stands on the day",
            provision,
            _have_effect(state, provision, RESERVED_OFFENCES),
            may_reserve_offences(state.offences, interception=state.interception),
        ),
    )


def keeps_closed_groups_within_reach(regime: ScopeRegime, state: ReservingState) -> Finding:
    """Whether the law leaves out communications of closed groups at most as a valid reservation lets it.

    Source: Art. 23(3)(b).

    >>> regime = ScopeRegime(leaves_out_closed_groups=False)
    >>> keeps_closed_groups_within_reach(regime, ReservingState()).truth.name
    'YES'
    """
    provision = art(23, 3, "b")
    return any_of(
        "closed groups are within reach, or a valid reservation leaves them out",
        provision,
        ~given(regime, S.leaves_out_closed_groups),
        all_of(
            "a valid reservation about closed groups stands on the day",
            provision,
            _have_effect(state, provision, RESERVED_GROUPS),
            may_reserve_closed_groups(state.closed_groups),
        ),
    )


def has_considered_restricting(regime: ScopeRegime, state: ReservingState) -> Finding:
    """Whether a State that has reserved has considered restricting its reservation; the result is its own.

    YES as well for a State that has made neither reservation.

    Source: Art. 23(3)(a), Art. 23(3)(b).

    >>> from uncc.kernel.parties import State, StateParty
    >>> state = ReservingState(party=StateParty(state=State("Astoria"), reservations=()))
    >>> has_considered_restricting(ScopeRegime(), state).truth.name
    'YES'
    """
    return all_of(
        "the State has reserved nothing, or has considered restricting what it reserved",
        (art(23, 3, "a"), art(23, 3, "b")),
        any_of(
            "no reservation to certain offences stands, or restricting it was considered",
            art(23, 3, "a"),
            ~state.has_reserved_offences(),
            given(regime, S.considered_restricting_offences),
        ),
        any_of(
            "no reservation about closed groups stands, or restricting it was considered",
            art(23, 3, "b"),
            ~state.has_reserved_closed_groups(),
            given(regime, S.considered_restricting_closed_groups),
        ),
    )


def duties_on_reservations(state: ReservingState, regime: ScopeRegime = UNKNOWN_SCOPE) -> tuple[Duty, ...]:
    """What may a State reserve about real-time measures, and what must it consider once it has?

    It must consider restricting its reservation whether that is valid or not.

    Source: Art. 23(3), Art. 23(3)(a), Art. 23(3)(b).

    >>> [duty.modality.words for duty in duties_on_reservations(ReservingState())]
    ['may reserve', 'shall consider', 'may reserve', 'shall consider']
    """
    offences, groups = state.offences, state.closed_groups
    return (
        may_reserve(
            "reserve-traffic-data",
            Role.STATE_PARTY,
            "the right to collect traffic data in real time for certain offences only",
            art(23, 3, "a"),
            may_reserve_offences(offences, interception=state.interception),
            life=Life(done=found(state.has_reserved_offences())),
        ),
        shall_consider(
            "restrict-offence-reservation",
            Role.STATE_PARTY,
            "restrict the reservation",
            art(23, 3, "a"),
            state.has_reserved_offences(),
            qualifications=("so that the measures apply as broadly as possible",),
            life=Life(done=found(given(regime, S.considered_restricting_offences))),
        ),
        may_reserve(
            "reserve-closed-systems",
            Role.STATE_PARTY,
            "the right not to apply the real-time measures to communications of isolated closed groups",
            art(23, 3, "b"),
            may_reserve_closed_groups(groups),
            life=Life(done=found(state.has_reserved_closed_groups())),
        ),
        shall_consider(
            "restrict-closed-group-reservation",
            Role.STATE_PARTY,
            "restrict the reservation",
            art(23, 3, "b"),
            state.has_reserved_closed_groups(),
            qualifications=("so that the measures apply as broadly as possible",),
            life=Life(done=found(given(regime, S.considered_restricting_closed_groups))),
        ),
    )


checked(__name__)
