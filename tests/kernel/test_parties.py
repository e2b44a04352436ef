"""States, their reservations, and the relation between two of them on a day."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from uncc.kernel.between import Between
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Truth
from uncc.kernel.parties import (
    AssistanceTreaty,
    Relation,
    Reservation,
    State,
    StateParty,
    has_reserved,
    is_bound_by_convention,
    was_made_in_time,
)
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

FIRST = date(2027, 6, 1)
LAST = date(2029, 6, 1)
DAY = timedelta(days=1)
ASTORIA, BORDURIA = State("Astoria"), State("Borduria")
MOMENT: Any = datetime(2027, 6, 1, tzinfo=UTC)

days = st.dates(date(2027, 1, 1), date(2027, 1, 9))


def relation(requesting: StateParty, requested: StateParty, on: date = FIRST) -> Relation:
    """Return the relation between two Parties on a day."""
    return Relation(requesting=requesting, requested=requested, on=on)


# States


@pytest.mark.parametrize("name", ["", "  ", 42, None])
def test_a_state_has_a_name(name: Any) -> None:
    """A State without a name is not a State of the case."""
    with pytest.raises(InvalidValue, match="name"):
        State(name)


def test_a_state_prints_as_its_name() -> None:
    """A State is known by its name."""
    assert str(ASTORIA) == "Astoria"
    assert State("Astoria") == ASTORIA


# Reservations

STANDS: list[tuple[date | None, date | None, date | None, Fact]] = [
    (None, None, None, True),
    (None, None, FIRST, True),
    (FIRST, None, None, None),
    (None, LAST, None, None),
    (FIRST, LAST, None, None),
    (FIRST, None, FIRST - DAY, False),
    (FIRST, None, FIRST, True),
    (FIRST, None, FIRST + DAY, True),
    (None, LAST, LAST - DAY, True),
    (None, LAST, LAST, False),
    (None, LAST, LAST + DAY, False),
    (FIRST, LAST, FIRST - DAY, False),
    (FIRST, LAST, FIRST, True),
    (FIRST, LAST, LAST - DAY, True),
    (FIRST, LAST, LAST, False),
    (FIRST, FIRST, FIRST, False),
]


@pytest.mark.parametrize(("made", "withdrawn", "on", "stands"), STANDS)
def test_whether_a_reservation_stands(made: date | None, withdrawn: date | None, on: date | None, stands: Fact) -> None:
    """It stands from the day it is made, included, to the day it is withdrawn, excluded; or the day must be known."""
    reservation = Reservation(provision=art(42, 5), made_on=made, withdrawn_on=withdrawn, stands=True)
    assert reservation.stands_on(on).truth is Truth.of(stands)


@given(st.none() | days, st.none() | days, days)
def test_a_reservation_stands_on_a_run_of_days(made: date | None, withdrawn: date | None, on: date) -> None:
    """A reservation that cannot have been withdrawn before it was made stands on each day between, and no other."""
    if made is not None and withdrawn is not None and withdrawn < made:
        with pytest.raises(InvalidValue):
            Reservation(provision=art(42, 5), made_on=made, withdrawn_on=withdrawn)
        return
    reservation = Reservation(provision=art(42, 5), made_on=made, withdrawn_on=withdrawn, stands=True)
    assert reservation.stands_on(on).settled() is ((made or date.min) <= on < (withdrawn or date.max))


def test_a_reservation_is_not_withdrawn_before_it_is_made() -> None:
    """The error shows both days."""
    with pytest.raises(InvalidValue) as caught:
        Reservation(provision=art(42, 5), made_on=FIRST, withdrawn_on=FIRST - DAY)
    assert str(caught.value) == "withdrawn_on: '2027-05-31' is not on or after made_on, 2027-06-01"


@pytest.mark.parametrize(("field", "value"), [("made_on", MOMENT), ("withdrawn_on", MOMENT), ("text", " ")])
def test_a_reservation_holds_days_and_a_text(field: str, value: Any) -> None:
    """A moment is no day, and a blank is no text; the error names the field."""
    with pytest.raises(InvalidValue) as caught:
        Reservation(provision=art(42, 5), **{field: value})
    assert caught.value.field == field


@pytest.mark.parametrize("made_on", [None, FIRST])
def test_a_reservation_is_not_asked_about_a_moment(made_on: date | None) -> None:
    """A moment where a day belongs is refused with the advice to give a date."""
    with pytest.raises(InvalidValue, match=r"^on: .*without a time"):
        Reservation(provision=art(42, 5), made_on=made_on, stands=True).stands_on(MOMENT)


AGAINST: list[tuple[tuple[Reservation, ...] | None, date | None, Fact]] = [
    (None, FIRST, None),
    (None, None, None),
    ((), FIRST, False),
    ((), None, False),
    ((Reservation(provision=art(42, 5), stands=True),), None, True),
    ((Reservation(provision=art(42, 6), stands=True),), FIRST, False),
    ((Reservation(provision=art(42), stands=True),), FIRST, None),
    ((Reservation(provision=art(42), stands=False),), FIRST, False),
    ((Reservation(provision=art(42, 5)),), FIRST, None),
    ((Reservation(provision=art(42, 5), made_on=LAST, stands=True),), FIRST, False),
    ((Reservation(provision=art(42, 5), made_on=FIRST, stands=True),), None, None),
    (
        (
            Reservation(provision=art(42, 5), made_on=FIRST, stands=True),
            Reservation(provision=art(42, 5), stands=True),
        ),
        None,
        True,
    ),
    (
        (
            Reservation(provision=art(42, 5), withdrawn_on=FIRST),
            Reservation(provision=art(42, 5), made_on=LAST, stands=True),
        ),
        LAST,
        True,
    ),
    (
        (
            Reservation(provision=art(42, 5), withdrawn_on=FIRST),
            Reservation(provision=art(42, 5), made_on=LAST, stands=True),
        ),
        FIRST,
        False,
    ),
]


@pytest.mark.parametrize(("reservations", "on", "expected"), AGAINST)
def test_whether_a_state_has_reserved(
    reservations: tuple[Reservation, ...] | None, on: date | None, expected: Fact
) -> None:
    """One that stands is enough; where none surely stands and one may, or nothing is known, it is not known."""
    party = StateParty(state=ASTORIA, reservations=reservations)
    assert has_reserved(party, art(42, 5), on).truth is Truth.of(expected)


# Being bound

BOUND: list[tuple[date | None, date | None, date, Fact]] = [
    (None, None, FIRST, None),
    (FIRST, None, FIRST - DAY, False),
    (FIRST, None, FIRST, True),
    (FIRST, LAST, LAST - DAY, True),
    (FIRST, LAST, LAST, False),
    (FIRST, LAST, FIRST - DAY, False),
    (None, LAST, LAST - DAY, None),
    (None, LAST, LAST, False),
    (FIRST, FIRST, FIRST, False),
]


@pytest.mark.parametrize(("since", "until", "on", "bound"), BOUND)
def test_whether_a_state_is_bound(since: date | None, until: date | None, on: date, bound: Fact) -> None:
    """A State is bound from the day of entry into force, included, until its denunciation takes effect, excluded."""
    party = StateParty(state=ASTORIA, bound_from=since, bound_until=until, denounced=until is not None)
    assert party.is_bound(on).truth is Truth.of(bound)


@pytest.mark.parametrize("since", [None, FIRST])
def test_a_party_is_not_asked_about_a_moment(since: date | None) -> None:
    """A moment where a day belongs is refused with the advice to give a date."""
    with pytest.raises(InvalidValue, match=r"^on: .*without a time"):
        StateParty(state=ASTORIA, bound_from=since, denounced=False).is_bound(MOMENT)


def test_a_state_is_not_released_before_it_is_bound() -> None:
    """The error shows both days; the same day is possible."""
    assert StateParty(state=ASTORIA, bound_from=FIRST, bound_until=FIRST).bound_until == FIRST
    with pytest.raises(InvalidValue) as caught:
        StateParty(state=ASTORIA, bound_from=FIRST, bound_until=FIRST - DAY)
    assert str(caught.value) == "bound_until: '2027-05-31' is not on or after bound_from, 2027-06-01"


@pytest.mark.parametrize("field", ["bound_from", "bound_until"])
def test_a_party_is_bound_from_and_until_days(field: str) -> None:
    """A moment is no day; the error names the field."""
    with pytest.raises(InvalidValue) as caught:
        StateParty(state=ASTORIA, **{field: MOMENT})
    assert caught.value.field == field


# Two States

BETWEEN: list[tuple[date | None, date | None, Truth]] = [
    (FIRST, FIRST, Truth.YES),
    (FIRST, FIRST + DAY, Truth.NO),
    (FIRST + DAY, FIRST, Truth.NO),
    (FIRST, None, Truth.UNKNOWN),
    (None, FIRST, Truth.UNKNOWN),
    (None, None, Truth.UNKNOWN),
    (None, FIRST + DAY, Truth.NO),
    (FIRST + DAY, None, Truth.NO),
]


@pytest.mark.parametrize(("requesting", "requested", "truth"), BETWEEN)
def test_whether_the_convention_binds_two_states(requesting: date | None, requested: date | None, truth: Truth) -> None:
    """It must bind both; one that it does not bind is enough for NO, whatever is not known of the other."""
    between = relation(
        StateParty(state=ASTORIA, bound_from=requesting, denounced=False),
        StateParty(state=BORDURIA, bound_from=requested, denounced=False),
    )
    finding = is_bound_by_convention(relation=between)
    assert finding.truth is truth
    assert finding.authority == (art(65, 1), art(65, 2), art(67, 1))
    assert [limb.statement for limb in finding.because] == [
        "the Convention binds the requesting State on the day",
        "the Convention binds the requested State on the day",
    ]


def test_what_is_not_known_of_a_party_is_asked_of_the_depositary() -> None:
    """The open question is about the Party of which it is not known, and of no other, with what binds a Party."""
    known, unknown = (
        StateParty(state=ASTORIA, bound_from=FIRST, denounced=False),
        StateParty(state=BORDURIA, denounced=False),
    )
    for between, which in ((relation(known, unknown), "requested"), (relation(unknown, known), "requesting")):
        (question,) = is_bound_by_convention(relation=between).open_questions
        assert question.statement == "the Convention entered into force for the State"
        assert question.authority == (art(65, 1), art(65, 2))
        assert question.asked_of is Role.DEPOSITARY
        assert question.subject == which


def test_between_two_states_the_whole_finding_cites_what_binds_a_party() -> None:
    """Whether both are bound has the words and the provisions that its limbs have."""
    finding = is_bound_by_convention(relation=relation(StateParty(state=ASTORIA), StateParty(state=BORDURIA)))
    assert finding.statement == "the Convention is in force between the two States on the day"
    assert all(limb.authority == finding.authority for limb in finding.because)


def test_a_state_has_no_relation_to_itself() -> None:
    """Two Parties that are one State are refused, also where they are described differently."""
    with pytest.raises(InvalidValue) as caught:
        relation(StateParty(state=ASTORIA), StateParty(state=State("Astoria"), bound_from=FIRST, denounced=False))
    differ = "requesting has this name too, and the two must differ"
    assert str(caught.value) == f"requested: 'Astoria' is not a State other than the requesting one: {differ}"


@pytest.mark.parametrize(("name", "differ"), [("astoria ", "blanks and case"), ("Astória", "accents")])
def test_one_state_spelt_in_two_ways(name: str, differ: str) -> None:
    """The two States of a relation are two, and not one in another spelling."""
    one, other = (StateParty(state=State(each)) for each in ("Astoria", name))
    with pytest.raises(InvalidValue) as caught:
        Relation(requesting=one, requested=other, on=date(2028, 1, 1))
    told = f"a State other than the requesting one: it differs from 'Astoria' in requesting by {differ} only"
    assert str(caught.value) == f"requested: {name!r} is not {told}"


@pytest.mark.parametrize("on", [MOMENT, "2027-06-01", None])
def test_a_relation_is_on_a_day(on: Any) -> None:
    """A relation without a day, or on a moment, cannot be meant."""
    with pytest.raises(InvalidValue) as caught:
        relation(StateParty(state=ASTORIA), StateParty(state=BORDURIA), on)
    assert caught.value.field == "on"


def test_of_a_treaty_on_assistance_nothing_is_known_unless_said() -> None:
    """A relation says nothing of a treaty by default, and none of its facts is false by default."""
    treaty = relation(StateParty(state=ASTORIA), StateParty(state=BORDURIA)).assistance_treaty
    assert treaty == AssistanceTreaty(
        binds=None, paragraphs_agreed=None, allows_dual_criminality=None, paragraphs_facilitate=None, silent_on=None
    )
    assert all(question.authority == (art(40, 7),) for question in AssistanceTreaty.questions().values())


def test_relations_compare_by_value_and_travel() -> None:
    """Two relations that say the same are equal, hash equally, and survive pickling."""
    reservation = Reservation(provision=art(42, 5), made_on=FIRST, text="The State reserves the right.", stands=True)
    party = StateParty(state=ASTORIA, bound_from=FIRST, reservations=(reservation,), denounced=False)
    between = relation(party, StateParty(state=BORDURIA))
    assert pickle.loads(pickle.dumps(between)) == between == evolve(between)
    assert hash(evolve(between)) == hash(between)


# What is not known of a denunciation, and days that cannot be meant


@pytest.mark.parametrize(
    ("denounced", "until", "answers"),
    [
        (None, None, ["UNKNOWN", "UNKNOWN"]),
        (False, None, ["YES", "YES"]),
        (True, None, ["UNKNOWN", "UNKNOWN"]),
        (None, LAST, ["YES", "NO"]),
        (None, Between(LAST, None), ["YES", "UNKNOWN"]),  # sent, and not known to be received
        (True, Between(None, LAST), ["UNKNOWN", "NO"]),
        (False, Between(LAST, None), ["YES", "YES"]),  # that question is answered by a no: the day never came
    ],
)
def test_what_is_known_of_a_denunciation(denounced: Fact, until: Any, answers: list[str]) -> None:
    """Art. 67(1): without a word on it, whether the State is bound still is open; a sure day settles it."""
    party = StateParty(state=ASTORIA, bound_from=FIRST, denounced=denounced, bound_until=until)
    assert [party.is_bound(on).truth.name for on in (LAST - DAY, LAST)] == answers


def test_no_denunciation_has_no_day() -> None:
    """A day on which a denunciation takes effect, beside the word that there is none, is refused."""
    with pytest.raises(InvalidValue, match=r"^denounced: False is not true where the day is stated"):
        StateParty(state=ASTORIA, denounced=False, bound_until=LAST)


@pytest.mark.parametrize(("year", "words"), [(227, "adopted"), (2024, "adopted"), (2570, "another|far off")])
@pytest.mark.parametrize("field", ["bound_from", "bound_until"])
def test_a_day_of_another_era(field: str, year: int, words: str) -> None:
    """Nothing binds before the adoption of the Convention, and a year that is far off is one of another calendar."""
    day: dict[str, Any] = {field: date(year, 6, 1)}
    with pytest.raises(InvalidValue, match=words) as caught:
        StateParty(state=ASTORIA, **day)
    assert caught.value.field == field


def test_a_reservation_of_another_era() -> None:
    """The day on which it was made, or withdrawn, lies in the time of the Convention."""
    for field in ("made_on", "withdrawn_on"):
        day: dict[str, Any] = {field: date(2570, 6, 1)}
        with pytest.raises(InvalidValue, match=field):
            Reservation(provision=art(42, 5), **day)


def test_what_is_said_of_the_consent_stands_beside_days_known_in_part() -> None:
    """Art. 63(3), 65: that a reservation came too late stays settled when a day is learnt that leaves the days open."""
    late = Reservation(provision=art(63, 3), made_on=Between(FIRST, None), made_with_consent=False)
    for bound_from in (None, LAST, Between(FIRST, None)):
        assert was_made_in_time(StateParty(state=ASTORIA, bound_from=bound_from), late).is_no


def test_no_reservation_stands_that_was_withdrawn_as_it_was_made() -> None:
    """Art. 63(4): of one withdrawn on the day it was made, no day needs to be known to say that it does not stand."""
    gone = Reservation(provision=art(42, 5), made_on=FIRST, withdrawn_on=FIRST)
    assert gone.stands_on(None).is_no
    assert not gone.stands_on(None).open_questions
