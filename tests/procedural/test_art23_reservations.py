"""Art. 23(3): the two reservations, read from the text."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Truth
from uncc.kernel.parties import Reservation, State, StateParty
from uncc.kernel.provisions import Provision, art
from uncc.procedural import (
    ADOPTION,
    ClosedGroupReservation,
    InterceptionRange,
    LimitingLaw,
    OffenceReservation,
    PowerUse,
    ProceduralPower,
    ReservingState,
    ScopeRegime,
    duties_on_reservations,
    existed_at_adoption,
    has_considered_restricting,
    is_valid_reservation,
    keeps_closed_groups_within_reach,
    keeps_traffic_data_within_reach,
    lies_in_legislation,
    may_apply,
    may_decline,
    may_reserve_closed_groups,
    may_reserve_offences,
    must_apply,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_4 import ClosedGroupInability, ImpermissibleReservation, RangeMoment
from uncc.readings.chapter_9 import ReservationMoment

TRAFFIC, CONTENT = ProceduralPower.REAL_TIME_TRAFFIC_DATA, ProceduralPower.CONTENT_INTERCEPTION
OTHERS = [power for power in ProceduralPower if power not in (TRAFFIC, CONTENT)]
EACH, BOTH = Readings.of(ClosedGroupInability.EACH), Readings.of(ClosedGroupInability.BOTH)
VOID, REDUCED = Readings.of(ImpermissibleReservation.VOID), Readings.of(ImpermissibleReservation.REDUCED)
NAMES = ("A", "B", "C", "D")
OLD_LAW = LimitingLaw(
    in_force_from=date(1998, 1, 1), lies_in_legislation=True, bars_traffic_data=True, bars_content_data=True
)
LIMITS = (
    "limited_to_provider_systems",
    "limited_to_closed_groups",
    "limited_to_no_public_networks",
    "limited_to_unconnected",
)
PERMITTED = ClosedGroupReservation(
    law=OLD_LAW,
    limited_to_provider_systems=True,
    limited_to_closed_groups=True,
    limited_to_no_public_networks=True,
    limited_to_unconnected=True,
)
ranges = st.none() | st.lists(st.sampled_from(NAMES), unique=True).map(tuple)
known_ranges = st.lists(st.sampled_from(NAMES), unique=True).map(tuple)
measures = st.lists(st.sampled_from(ProceduralPower), min_size=1, unique=True).map(tuple)
facts = st.sampled_from((None, False, True))


CONSIDERED = {
    art(23, 3, "a"): "considered_restricting_offences",
    art(23, 3, "b"): "considered_restricting_closed_groups",
}


def astoria(*provisions: Provision, made_on: date | None = None) -> StateParty:
    """Return a State that has made these reservations and no other."""
    made = tuple(Reservation(provision=p, made_on=made_on, stands=True, made_with_consent=True) for p in provisions)
    return StateParty(state=State("Astoria"), reservations=made)


# Art. 23(3)(a): certain offences


@pytest.mark.parametrize(
    ("named", "intercepted", "answer"),
    [
        (("A", "B", "C"), ("A", "B"), Truth.YES),
        (("A", "B"), ("A", "B"), Truth.YES),
        (("A",), ("A", "B"), Truth.NO),
        (("C", "D", "E"), ("A", "B"), Truth.NO),
        ((), ("A",), Truth.NO),
        ((), (), Truth.NO),
        (("A",), (), Truth.YES),
        (None, (), Truth.UNKNOWN),
        (None, ("A",), Truth.UNKNOWN),
        (("A",), None, Truth.UNKNOWN),
        (None, None, Truth.UNKNOWN),
    ],
)
def test_23_3_a_not_narrower_than_interception(
    named: tuple[str, ...] | None, intercepted: tuple[str, ...] | None, answer: Truth
) -> None:
    """Art. 23(3)(a): the range is not more restricted than that for interception; equal is enough."""
    found = may_reserve_offences(OffenceReservation(offences=named), interception=InterceptionRange(on_day=intercepted))
    assert found.truth is answer


@given(named=known_ranges, intercepted=known_ranges, touched=measures)
def test_23_3_a_a_reservation_wider_than_permitted_is_never_valid(
    named: tuple[str, ...], intercepted: tuple[str, ...], touched: tuple[ProceduralPower, ...]
) -> None:
    """Art. 23(3)(a): valid just where it touches traffic data alone and names all for which there is interception."""
    reservation = OffenceReservation(measures=touched, offences=named)
    permitted = touched == (TRAFFIC,) and bool(named) and all(offence in named for offence in intercepted)
    found = is_valid_reservation(reservation, interception=InterceptionRange(on_day=intercepted))
    assert found.truth is Truth.of(permitted)


@given(named=known_ranges, intercepted=known_ranges, offence=st.sampled_from(NAMES))
def test_23_3_a_to_name_more_offences_never_harms(
    named: tuple[str, ...], intercepted: tuple[str, ...], offence: str
) -> None:
    """Art. 23(3)(a): a reservation that leaves more within reach stays valid; with more interception it may not."""
    narrow = may_reserve_offences(
        OffenceReservation(offences=named), interception=InterceptionRange(on_day=intercepted)
    )
    wider = OffenceReservation(offences=tuple(dict.fromkeys((*named, offence))))
    wide = may_reserve_offences(wider, interception=InterceptionRange(on_day=intercepted))
    assert narrow.truth <= wide.truth


@pytest.mark.parametrize("power", [power for power in ProceduralPower if power is not TRAFFIC])
def test_23_3_a_touches_traffic_data_alone(power: ProceduralPower) -> None:
    """Art. 23(3)(a): no other measure can be so reserved, not even together with it."""
    everything = InterceptionRange(on_day=())
    for touched in ((power,), (TRAFFIC, power)):
        reservation = OffenceReservation(measures=touched, offences=NAMES)
        assert may_reserve_offences(reservation, interception=everything).is_no


def test_23_3_a_to_some_offences_and_not_to_none() -> None:
    """Art. 23(3)(a): the right is to apply the measure to the offences specified; it is no right to leave it out."""
    reservation = OffenceReservation(offences=())
    assert may_reserve_offences(reservation, interception=InterceptionRange(on_day=(), when_reserved=())).is_no


def test_23_3_a_the_moment_of_comparison_is_a_reading() -> None:
    """Art. 23(3)(a): interception that has outgrown the reservation makes it too narrow, on the reading adopted."""
    interception = InterceptionRange(on_day=("A", "B"), when_reserved=("A",))
    reservation = OffenceReservation(offences=("A",))
    assert may_reserve_offences(reservation, interception=interception).is_no
    chosen = Readings.of(RangeMoment.WHEN_RESERVED)
    assert may_reserve_offences(reservation, interception=interception).under(chosen).is_yes


# Art. 23(3)(b): closed groups


def test_the_day_of_adoption() -> None:
    """Resolution 79/243 is of 24 December 2024."""
    assert date(2024, 12, 24) == ADOPTION


def _law_between(start: date | None, end: date | None) -> LimitingLaw:
    """Return a limiting law in force from one day until another; without the other it had not ended."""
    return LimitingLaw(in_force_from=start, in_force_until=end, ended_by_adoption=False if end is None else None)


@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        (date(1998, 1, 1), None, Truth.YES),
        (ADOPTION, None, Truth.YES),
        (date(2024, 12, 25), None, Truth.NO),
        (date(2026, 1, 1), None, Truth.NO),
        (date(1998, 1, 1), ADOPTION, Truth.NO),
        (date(1998, 1, 1), date(2024, 12, 25), Truth.YES),
        (None, date(2020, 1, 1), Truth.NO),
        (None, None, Truth.UNKNOWN),
        (None, date(2030, 1, 1), Truth.UNKNOWN),
    ],
)
def test_23_3_b_the_law_existed_at_adoption(start: date | None, end: date | None, answer: Truth) -> None:
    """Art. 23(3)(b): the legislation was in force when the Convention was adopted; a later law is no ground."""
    assert existed_at_adoption(_law_between(start, end)).truth is answer


def test_23_3_b_a_law_that_ends_before_it_begins() -> None:
    """A law cannot end before it begins; that it ends on the very day is possible, and then it never was."""
    never = LimitingLaw(in_force_from=ADOPTION, in_force_until=ADOPTION)
    assert existed_at_adoption(never).is_no
    with pytest.raises(InvalidValue, match="in_force_until"):
        LimitingLaw(in_force_from=date(2020, 1, 2), in_force_until=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("touched", "under", "unable"),
    [
        ((TRAFFIC, CONTENT), EACH, ("bars_traffic_data", "bars_content_data")),
        ((TRAFFIC, CONTENT), BOTH, ("bars_traffic_data", "bars_content_data")),
        ((TRAFFIC,), EACH, ("bars_traffic_data",)),
        ((CONTENT,), EACH, ("bars_content_data",)),
        ((TRAFFIC,), BOTH, ("bars_traffic_data", "bars_content_data")),
        ((CONTENT,), BOTH, ("bars_traffic_data", "bars_content_data")),
    ],
)
def test_23_3_b_inability_in_legislation(
    touched: tuple[ProceduralPower, ...], under: Readings, unable: tuple[str, ...]
) -> None:
    """Art. 23(3)(b): the limitation lies in legislation and makes the State unable to apply what it reserves."""
    assert not differences(
        lambda law: may_reserve_closed_groups(evolve(PERMITTED, measures=touched, law=law)).under(under),
        LimitingLaw,
        lambda w: w["lies_in_legislation"] and all(w[name] for name in unable),
        in_force_from=date(1998, 1, 1),
    )


def test_23_3_b_unable_for_one_measure_is_open() -> None:
    """Art. 23(3)(b): whether a State unable for one measure may reserve that one is a reading, and none is adopted."""
    law = evolve(OLD_LAW, bars_content_data=False)
    found = may_reserve_closed_groups(evolve(PERMITTED, measures=(TRAFFIC,), law=law))
    assert found.is_unknown
    assert [question.name for question in found.open_questions] == ["closed-group-inability"]
    for under in (AS_ADOPTED, EACH, BOTH):
        assert may_reserve_closed_groups(evolve(PERMITTED, measures=(CONTENT,), law=law)).under(under).is_no


def test_23_3_b_the_four_limits() -> None:
    """Art. 23(3)(b): a provider's system, a closed group, no public networks, no connection: all at once."""
    assert not differences(
        may_reserve_closed_groups, ClosedGroupReservation, lambda w: all(w[name] for name in LIMITS), law=OLD_LAW
    )


@given(touched=measures, limits=st.tuples(*[st.booleans()] * 4), barred=st.tuples(*[st.booleans()] * 3))
def test_23_3_b_a_reservation_wider_than_permitted_is_never_valid(
    touched: tuple[ProceduralPower, ...], limits: tuple[bool, ...], barred: tuple[bool, bool, bool]
) -> None:
    """Art. 23(3)(b): whatever goes beyond one of the limits is not valid, on any reading."""
    lies, traffic, content = barred
    law = LimitingLaw(
        in_force_from=date(1998, 1, 1), lies_in_legislation=lies, bars_traffic_data=traffic, bars_content_data=content
    )
    reservation = ClosedGroupReservation(measures=touched, law=law, **dict(zip(LIMITS, limits, strict=True)))
    wider = (
        not set(touched) <= {TRAFFIC, CONTENT}
        or not all(limits)
        or not lies
        or (TRAFFIC in touched and not traffic)
        or (CONTENT in touched and not content)
    )
    for under in (AS_ADOPTED, EACH, BOTH):
        found = is_valid_reservation(reservation).under(under)
        assert found.is_no or not wider
    if not wider:
        assert is_valid_reservation(reservation).under(EACH).is_yes


def test_23_3_b_want_of_means_is_no_ground() -> None:
    """Art. 23(3)(b): the limitation must lie in legislation."""
    assert lies_in_legislation(evolve(OLD_LAW, lies_in_legislation=False)).is_no
    assert lies_in_legislation(OLD_LAW).is_yes


@pytest.mark.parametrize("touched", [(), (TRAFFIC, TRAFFIC), ("real-time-traffic-data",)])
def test_a_reservation_touches_something_and_nothing_twice(touched: Any) -> None:
    """A reservation of nothing is none."""
    for model in (OffenceReservation, ClosedGroupReservation):
        with pytest.raises(InvalidValue, match="measures"):
            model(measures=touched)


# What a reservation takes out

THEFT = PowerUse(offence="A", for_specific_proceedings=True, convention_offence=True, within_reservation_terms=True)
ISOLATED = evolve(
    THEFT,
    in_provider_system=True,
    for_closed_group=True,
    employs_public_networks=False,
    connected_to_other_system=False,
)
RESERVED = ReservingState(
    party=astoria(art(23, 3, "a"), art(23, 3, "b")),
    offences=OffenceReservation(offences=("B",)),
    closed_groups=PERMITTED,
    interception=InterceptionRange(on_day=()),
)


@pytest.mark.parametrize("power", OTHERS)
@pytest.mark.parametrize("under", [AS_ADOPTED, VOID, REDUCED])
def test_23_3_takes_nothing_from_other_powers(power: ProceduralPower, under: Readings) -> None:
    """Art. 23(3): only the two real-time measures can be reserved, whatever a reservation says."""
    everything = tuple(ProceduralPower)
    state = evolve(
        RESERVED,
        offences=OffenceReservation(measures=everything, offences=()),
        closed_groups=evolve(PERMITTED, measures=everything),
    )
    assert may_decline(power, THEFT, state).under(under).is_no
    assert must_apply(power, THEFT, state).under(under).is_yes


@given(offence=st.sampled_from(NAMES), named=known_ranges, intercepted=known_ranges, made=st.booleans())
def test_23_3_a_what_a_reservation_to_offences_takes_out(
    offence: str, named: tuple[str, ...], intercepted: tuple[str, ...], made: bool
) -> None:
    """Art. 23(3)(a): void where too narrow, or reduced to what was permitted; never an offence with interception."""
    state = ReservingState(
        party=astoria(art(23, 3, "a")) if made else astoria(),
        offences=OffenceReservation(offences=named),
        interception=InterceptionRange(on_day=intercepted),
    )
    use = evolve(THEFT, offence=offence)
    outside = made and offence not in named
    void = outside and bool(named) and set(intercepted) <= set(named)
    reduced = outside and offence not in intercepted
    assert may_decline(TRAFFIC, use, state).under(VOID).truth is Truth.of(void)
    assert may_decline(TRAFFIC, use, state).under(REDUCED).truth is Truth.of(reduced)
    assert may_decline(TRAFFIC, use, state).truth is (Truth.of(void) if void is reduced else Truth.UNKNOWN)
    assert may_decline(CONTENT, use, state).is_no
    if offence in intercepted:
        assert must_apply(TRAFFIC, use, state).under(REDUCED).is_yes
        assert must_apply(TRAFFIC, use, state).under(VOID).is_yes


def test_23_3_a_reduced_to_the_range_of_the_moment_that_counts() -> None:
    """Art. 23(3)(a): on the other reading of the moment, the range of that day bounds what can be left out."""
    state = evolve(
        RESERVED,
        party=astoria(art(23, 3, "a")),
        interception=InterceptionRange(on_day=("A",), when_reserved=()),
    )
    assert may_decline(TRAFFIC, THEFT, state).under(REDUCED).is_no
    later = Readings.of(ImpermissibleReservation.REDUCED, RangeMoment.WHEN_RESERVED)
    assert may_decline(TRAFFIC, THEFT, state).under(later).is_yes


def test_23_3_b_what_a_reservation_of_closed_groups_takes_out() -> None:
    """Art. 23(3)(b): a valid reservation takes out what its own words name, and nothing else."""
    state = evolve(RESERVED, party=astoria(art(23, 3, "b")))
    for power in (TRAFFIC, CONTENT):
        assert may_decline(power, THEFT, state).truth is Truth.UNKNOWN  # what the communications are is not known
        assert may_decline(power, ISOLATED, state).is_yes
        assert may_decline(power, evolve(ISOLATED, within_reservation_terms=False), state).is_no


@pytest.mark.parametrize("under", [AS_ADOPTED, VOID, REDUCED])
@pytest.mark.parametrize(
    "otherwise",
    [
        {"in_provider_system": False},
        {"for_closed_group": False},
        {"employs_public_networks": True},
        {"connected_to_other_system": True},
    ],
)
@pytest.mark.parametrize("limited", [True, False, None])
def test_23_3_b_what_is_described_outweighs_what_is_stated(
    otherwise: dict[str, Any], limited: bool | None, under: Readings
) -> None:
    """Art. 23(3)(b): other than an isolated closed group is left out on no reading, whatever is said of the terms."""
    groups = evolve(PERMITTED, **dict.fromkeys(LIMITS, limited))
    state = evolve(RESERVED, party=astoria(art(23, 3, "b")), closed_groups=groups)
    assert may_decline(TRAFFIC, evolve(ISOLATED, **otherwise), state).under(under).is_no
    assert must_apply(TRAFFIC, evolve(ISOLATED, **otherwise), state).under(under).is_yes


@pytest.mark.parametrize("under", [AS_ADOPTED, VOID, REDUCED])
@pytest.mark.parametrize("named", [("B",), (), None])
def test_23_3_a_no_reservation_leaves_out_an_offence_with_interception(
    named: tuple[str, ...] | None, under: Readings
) -> None:
    """Art. 23(3)(a): whatever the reservation names, and known or not, interception for the offence settles it."""
    state = evolve(
        RESERVED,
        party=astoria(art(23, 3, "a")),
        offences=OffenceReservation(offences=named),
        interception=InterceptionRange(on_day=("A",)),
    )
    assert may_decline(TRAFFIC, THEFT, state).under(under).is_no


def test_23_3_b_reduced_to_what_was_permitted() -> None:
    """Art. 23(3)(b): of a reservation that goes too far, what remains is bound by each of the conditions."""
    wide = evolve(PERMITTED, limited_to_unconnected=False)
    state = evolve(RESERVED, party=astoria(art(23, 3, "b")), closed_groups=wide)
    under = Readings.of(ImpermissibleReservation.REDUCED, ClosedGroupInability.EACH)
    assert not differences(
        lambda use: may_decline(TRAFFIC, use, state).under(under),
        PowerUse,
        lambda w: (
            w["within_reservation_terms"]
            and w["in_provider_system"]
            and w["for_closed_group"]
            and not w["employs_public_networks"]
            and not w["connected_to_other_system"]
        ),
        "within_reservation_terms",
        "in_provider_system",
        "for_closed_group",
        "employs_public_networks",
        "connected_to_other_system",
    )
    assert may_decline(TRAFFIC, THEFT, state).under(VOID).is_no


def test_23_3_b_reduced_needs_an_old_law_as_well() -> None:
    """Art. 23(3)(b): without legislation from before the adoption nothing was permitted, so nothing remains."""
    for law in (
        evolve(OLD_LAW, in_force_from=date(2025, 1, 1)),
        evolve(OLD_LAW, lies_in_legislation=False),
        evolve(OLD_LAW, bars_traffic_data=False),
    ):
        state = evolve(RESERVED, party=astoria(art(23, 3, "b")), closed_groups=evolve(PERMITTED, law=law))
        for under in (AS_ADOPTED, VOID, REDUCED):
            assert may_decline(TRAFFIC, ISOLATED, state).under(under).is_no
    assert may_decline(TRAFFIC, ISOLATED, evolve(RESERVED, party=astoria(art(23, 3, "b")))).is_yes


def test_23_3_b_a_reservation_touches_the_measures_that_it_names() -> None:
    """Art. 23(3)(b): one that names traffic data alone leaves interception where it is."""
    state = evolve(RESERVED, party=astoria(art(23, 3, "b")), closed_groups=evolve(PERMITTED, measures=(TRAFFIC,)))
    assert may_decline(CONTENT, ISOLATED, state).under(VOID).is_no
    assert may_decline(TRAFFIC, ISOLATED, state).under(VOID).is_yes


@pytest.mark.parametrize(
    ("on", "answer"), [(date(2027, 1, 1), Truth.NO), (date(2027, 6, 1), Truth.YES), (None, Truth.UNKNOWN)]
)
def test_23_3_a_reservation_counts_while_it_stands(on: date | None, answer: Truth) -> None:
    """Art. 23(3): before it is made it takes nothing out; where the day is not known, nothing is guessed."""
    state = evolve(RESERVED, party=astoria(art(23, 3, "a"), made_on=date(2027, 3, 1)), on=on)
    assert may_decline(TRAFFIC, THEFT, state).truth is answer
    assert must_apply(TRAFFIC, THEFT, state).truth is ~answer


@pytest.mark.parametrize("provision", [art(23, 3, "a"), art(23, 3, "b")])
def test_23_3_a_reservation_of_a_state_already_bound(provision: Provision) -> None:
    """Art. 23(3): one made since the Convention bound the State has effect on the reading alone that lets it."""
    any_time = Readings.of(ReservationMoment.ANY_TIME)
    use = THEFT if provision == art(23, 3, "a") else ISOLATED
    regime = ScopeRegime(restricts_traffic_data=True, leaves_out_closed_groups=True)
    keeps = keeps_traffic_data_within_reach if provision == art(23, 3, "a") else keeps_closed_groups_within_reach
    for bound_from, late in ((date(2027, 2, 1), True), (date(2027, 3, 1), True), (date(2027, 3, 2), False)):
        party = evolve(astoria(provision, made_on=date(2027, 3, 1)), bound_from=bound_from)
        state = evolve(RESERVED, party=party, on=date(2028, 1, 1))
        assert may_decline(TRAFFIC, use, state).is_no is late
        assert may_decline(TRAFFIC, use, state).under(any_time).is_yes
        assert keeps(regime, state).is_no is late
        assert keeps(regime, state).under(any_time).is_yes
    both = tuple(
        Reservation(provision=provision, made_on=made_on, stands=True, made_with_consent=True)
        for made_on in (None, date(2027, 3, 1))
    )
    party = StateParty(state=State("Astoria"), bound_from=date(2027, 2, 1), reservations=both, denounced=False)
    twice = evolve(RESERVED, party=party, on=date(2028, 1, 1))
    assert may_decline(TRAFFIC, use, twice).is_yes


def test_23_3_reservations_that_are_not_known() -> None:
    """Art. 23(3): of a State whose reservations nobody has looked up nothing is guessed."""
    state = evolve(RESERVED, party=StateParty(state=State("Astoria")))
    assert must_apply(TRAFFIC, THEFT, state).under(VOID).is_unknown


@given(
    use=st.builds(
        PowerUse,
        offence=st.none() | st.sampled_from(NAMES),
        for_specific_proceedings=facts,
        convention_offence=facts,
        criminal_offence=facts,
        within_reservation_terms=facts,
    ),
    named=ranges,
    intercepted=ranges,
    power=st.sampled_from(ProceduralPower),
    under=st.sampled_from((AS_ADOPTED, VOID, REDUCED)),
)
def test_23_2_what_must_be_applied_is_what_is_provided_and_not_declined(
    use: PowerUse,
    named: tuple[str, ...] | None,
    intercepted: tuple[str, ...] | None,
    power: ProceduralPower,
    under: Readings,
) -> None:
    """Art. 23(2) and (3): the duty is never wider than the chapter, and a reservation never widens it."""
    state = evolve(
        RESERVED,
        offences=OffenceReservation(offences=named),
        interception=InterceptionRange(on_day=intercepted),
    )
    provided = may_apply(power, use, interception=state.interception)
    owed = must_apply(power, use, state).under(under)
    assert owed.truth <= provided.truth
    unreserved = must_apply(power, use, evolve(state, party=astoria())).under(under)
    assert owed.truth <= unreserved.truth
    assert unreserved.truth is provided.truth


def test_23_3_one_reservation_is_enough() -> None:
    """Art. 23(3): a valid reservation of closed groups takes the use out, whatever the other one is worth."""
    state = evolve(
        RESERVED,
        offences=OffenceReservation(measures=(TRAFFIC, CONTENT), offences=("B",)),  # too wide: on it alone, a reading
        interception=InterceptionRange(on_day=()),
        closed_groups=PERMITTED,
    )
    too_wide = evolve(state, party=astoria(art(23, 3, "a")))
    assert may_decline(TRAFFIC, ISOLATED, too_wide).is_unknown
    assert may_decline(TRAFFIC, ISOLATED, too_wide).under(VOID).is_no
    assert may_decline(TRAFFIC, ISOLATED, state).is_yes
    assert must_apply(TRAFFIC, ISOLATED, state).is_no


def test_23_3_what_is_open_is_told_where_nothing_is_known() -> None:
    """Art. 23(3): the questions are found, however many they are."""
    state = ReservingState(
        offences=OffenceReservation(measures=(TRAFFIC,)), closed_groups=ClosedGroupReservation(measures=(TRAFFIC,))
    )
    asked = must_apply(TRAFFIC, PowerUse(), state).open_questions
    assert len(asked) > 20
    assert ImpermissibleReservation.id in {question.name for question in asked}


# A law that restricts the measures


@pytest.mark.parametrize(("made", "valid", "restricts"), [*product((False, True), (False, True), (None, False, True))])
def test_23_3_a_law_restricts_at_most_as_validly_reserved(made: bool, valid: bool, restricts: bool | None) -> None:
    """Art. 23(3): a restriction in the law needs a reservation that is made and that is permitted."""
    party = astoria(art(23, 3, "a"), art(23, 3, "b")) if made else astoria()
    state = ReservingState(
        party=party,
        offences=OffenceReservation(offences=("A", "B") if valid else ("B",)),
        interception=InterceptionRange(on_day=("A",)),
        closed_groups=evolve(PERMITTED, limited_to_closed_groups=valid),
    )
    expected = Truth.YES if made and valid else ~Truth.of(restricts)
    regime = ScopeRegime(restricts_traffic_data=restricts, leaves_out_closed_groups=restricts)
    assert keeps_traffic_data_within_reach(regime, state).truth is expected
    assert keeps_closed_groups_within_reach(regime, state).truth is expected
    assert ignored(
        lambda other: keeps_traffic_data_within_reach(other, state),
        ScopeRegime,
        "leaves_out_closed_groups",
        restricts_traffic_data=restricts,
    )


@pytest.mark.parametrize("provision", [art(23, 3, "a"), art(23, 3, "b")])
def test_23_3_to_restrict_is_to_be_considered(provision: Provision) -> None:
    """Art. 23(3): a State that has reserved shall consider restricting; it need not restrict."""
    state, name = ReservingState(party=astoria(provision)), CONSIDERED[provision]
    assert not differences(
        lambda regime: has_considered_restricting(regime, state),
        ScopeRegime,
        lambda w: w[name],
        name,
    )
    nothing = ScopeRegime(**dict.fromkeys(CONSIDERED.values(), False))
    assert has_considered_restricting(nothing, ReservingState(party=astoria())).is_yes


def test_23_3_duties() -> None:
    """Art. 23(3): two rights to reserve, and for each reservation that stands a duty to consider restricting it."""
    state = evolve(RESERVED, party=astoria(art(23, 3, "b")), interception=InterceptionRange(on_day=("A",)))
    duties = duties_on_reservations(state)
    assert [duty.modality for duty in duties] == [Modality.MAY_RESERVE, Modality.SHALL_CONSIDER] * 2
    assert [duty.trigger.truth for duty in duties] == [Truth.NO, Truth.NO, Truth.YES, Truth.YES]
    assert [duty.authority for duty in duties] == [(art(23, 3, "a"),)] * 2 + [(art(23, 3, "b"),)] * 2
