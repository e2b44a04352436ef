"""Art. 67: denunciation by States, the end that comes to organizations, and protocols that fall with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
    START,
    UNDECLARED,
    UNION,
    accessions,
    ev,
    history,
    in_force,
    plus,
)
from uncc.final_provisions import (
    FOR_EVER,
    Act,
    History,
    RegionalOrganization,
    binds_still,
    court_opens_on,
    denunciation_takes_effect,
    duties_on_denunciation,
    in_force_between,
    is_bound_by_protocol,
    is_party,
    loses_force_for_want_of_parties,
    may_denounce,
    organization_ceases,
    parties_on,
    state_party,
    status_table,
    terms,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_9 import CeasingDay, CeasingMembers, RunningDuties

NOTICE = date(2028, 7, 1)
GONE = date(2029, 7, 1)


@pytest.mark.parametrize(
    ("received", "effect", "clamped"),
    [
        (date(2027, 7, 1), date(2028, 7, 1), False),
        (date(2028, 2, 28), date(2029, 2, 28), False),
        (date(2028, 2, 29), date(2029, 2, 28), True),
        (date(2027, 2, 28), date(2028, 2, 28), False),
        (date(2027, 12, 31), date(2028, 12, 31), False),
    ],
)
def test_one_year_after_receipt(received: date, effect: date, clamped: bool) -> None:
    """The same day of the next year; 29 February falls on the 28th and says so."""
    deadline = denunciation_takes_effect(received)
    assert (deadline.on, deadline.clamped) == (effect, clamped)


def test_a_denunciation_takes_effect() -> None:
    """Its author is bound on the eve and no more on the day; the others stay bound to each other."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE))
    assert is_party(found, ASTORIA, plus(GONE, -1)).is_yes
    assert is_party(found, ASTORIA, GONE).is_no
    assert in_force_between(found, ASTORIA, BORDURIA, plus(GONE, -1)).is_yes
    assert in_force_between(found, ASTORIA, BORDURIA, GONE).is_no
    assert parties_on(found, GONE) == (BORDURIA, CALDERA)


def test_only_a_party_can_denounce() -> None:
    """A notification received before its author is bound ends nothing."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, plus(IN_FORCE, -1)))
    assert may_denounce(found, ASTORIA, plus(IN_FORCE, -1)).is_no
    assert may_denounce(found, ASTORIA, IN_FORCE).is_yes
    assert is_party(found, ASTORIA, plus(IN_FORCE, 400)).is_yes
    assert duties_on_denunciation(found, ASTORIA, IN_FORCE)[0].trigger.is_yes


def test_the_first_of_two_notifications_counts() -> None:
    """A second notification while the first runs changes nothing."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE), ev(ASTORIA, Act.DENUNCIATION, plus(NOTICE, 30)))
    (term,) = terms(found, ASTORIA)
    assert term.denounced.on == NOTICE
    assert term.until.on == GONE


def test_leaving_and_coming_back() -> None:
    """After a new accession it is bound thirty days later, and not in the time between."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE), ev(ASTORIA, Act.ACCESSION, plus(GONE, 10)))
    bound = [is_party(found, ASTORIA, plus(GONE, days)).is_yes for days in (-1, 0, 10, 39, 40, 4000)]
    assert bound == [True, False, False, False, True, True]
    again = in_force(*found.events[3:], ev(ASTORIA, Act.DENUNCIATION, plus(GONE, 100)))
    assert is_party(again, ASTORIA, plus(GONE, 100 + 366)).is_no


@given(st.dates(IN_FORCE, date(2040, 12, 31)), st.integers(0, 800))
def test_a_denunciation_never_binds_and_never_frees_for_good(received: date, pause: int) -> None:
    """Bound until a year after receipt; with a new accession bound again thirty days after that."""
    effect = denunciation_takes_effect(received).on
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, received), ev(ASTORIA, Act.ACCESSION, plus(effect, pause)))
    days = [IN_FORCE, received, plus(effect, -1), effect, plus(effect, pause + 29), plus(effect, pause + 30)]
    assert [is_party(found, ASTORIA, on).is_yes for on in days] == [True, True, True, False, False, True]


def test_fewer_parties_than_brought_it_into_force() -> None:
    """All but one leave: no provision ends the Convention for that, and the one is bound still."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE), ev(BORDURIA, Act.DENUNCIATION, NOTICE))
    assert parties_on(found, GONE) == (CALDERA,)
    assert loses_force_for_want_of_parties().is_no


# Organizations: (members, who denounces when, day, answers on the four readings)
UNIONS = {
    "both": RegionalOrganization(UNION, PAIR),
    "one outside": RegionalOrganization(UNION, (ASTORIA, "Outsider")),
    "unknown": RegionalOrganization(UNION),
}
UNDER = [(members, day) for members in CeasingMembers for day in CeasingDay]
CEASING: list[tuple[str, dict[str, int], date, str]] = [
    ("both", {}, GONE, "NO NO NO NO"),
    ("both", {ASTORIA: 0}, GONE, "NO NO NO NO"),
    ("both", {ASTORIA: 0, BORDURIA: 5}, plus(NOTICE, 4), "NO NO NO NO"),
    ("both", {ASTORIA: 0, BORDURIA: 5}, plus(NOTICE, 5), "NO YES NO YES"),
    ("both", {ASTORIA: 0, BORDURIA: 5}, plus(GONE, 4), "NO YES NO YES"),
    ("both", {ASTORIA: 0, BORDURIA: 5}, plus(GONE, 5), "YES YES YES YES"),
    ("one outside", {ASTORIA: 0}, GONE, "YES YES NO NO"),
    ("unknown", {}, GONE, "NO NO NO NO"),
    ("unknown", {CALDERA: 0}, plus(NOTICE, -1), "NO NO NO NO"),
    ("unknown", {CALDERA: 0}, NOTICE, "UNKNOWN UNKNOWN UNKNOWN UNKNOWN"),
]


@pytest.mark.parametrize(("which", "notices", "on", "answers"), CEASING)
def test_an_organization_ceases_with_its_members(which: str, notices: dict[str, int], on: date, answers: str) -> None:
    """When all its members have denounced; whose and when are readings, and the adopted one asks for effect."""
    union = UNIONS[which]
    found = in_force(
        accessions(UNION),
        [ev(name, Act.DENUNCIATION, plus(NOTICE, days)) for name, days in notices.items()],
        organizations=(union,),
    )
    given_answers = [organization_ceases(found, union, on).under(Readings.of(*options)).truth.name for options in UNDER]
    assert " ".join(given_answers) == answers
    assert organization_ceases(found, union, on).truth.name == answers.split(maxsplit=1)[0]
    assert is_party(found, UNION, on) is not None
    opposite = {"YES": "NO", "NO": "YES", "UNKNOWN": "UNKNOWN"}
    assert is_party(found, UNION, on).truth.name == opposite[answers.split(maxsplit=1)[0]]


def test_an_organization_that_came_back() -> None:
    """What came to its members before its own new accession is past."""
    union = RegionalOrganization(UNION, (ASTORIA,))
    back = plus(GONE, 10)
    found = in_force(
        accessions(UNION),
        ev(ASTORIA, Act.DENUNCIATION, NOTICE),
        ev(ASTORIA, Act.ACCESSION, back),
        accessions(UNION, on=plus(back, 40)),
        organizations=(union,),
    )
    bound = [is_party(found, UNION, on).is_yes for on in (plus(GONE, -1), GONE, plus(back, 45), plus(back, 70))]
    assert bound == [True, False, False, True]


def test_an_organization_may_denounce_for_itself() -> None:
    """What is said of States Parties holds for an organization that is a Party."""
    found = in_force(
        accessions(UNION), ev(UNION, Act.DENUNCIATION, NOTICE), organizations=(RegionalOrganization(UNION, PAIR),)
    )
    assert is_party(found, UNION, plus(GONE, -1)).is_yes
    assert is_party(found, UNION, GONE).is_no


def test_the_terms_as_known_on_a_day() -> None:
    """Before the number is complete no first day is known, and a notification that no Party made ends nothing."""
    found = in_force(accessions("Aland", on=plus(START, -9)), ev("Aland", Act.DENUNCIATION, plus(START, -5)))
    assert [term.since.on for term in terms(found, "Aland", on=plus(START, -1))] == [None]
    for on in (plus(START, -1), START):
        assert [(term.denounced.on, term.until.on) for term in terms(found, "Aland", on=on)] == [(None, None)]


def test_a_successor_may_denounce() -> None:
    """Even where it is not recorded since when it is bound, it is no more once its denunciation takes effect."""
    found = in_force(ev("Heir", Act.SUCCESSION, START), ev("Heir", Act.DENUNCIATION, NOTICE))
    assert [is_party(found, "Heir", on).truth.name for on in (plus(GONE, -1), GONE)] == ["UNKNOWN", "NO"]


def test_why_an_organization_has_ceased() -> None:
    """Who has denounced is said with both paragraphs; on the eve of the first notification no reading matters."""
    union = UNIONS["both"]
    found = in_force(accessions(UNION), [ev(name, Act.DENUNCIATION, NOTICE) for name in PAIR], organizations=(union,))
    assert organization_ceases(found, union, plus(NOTICE, -1)).readings == ()
    limbs = [limb for by_day in organization_ceases(found, union, GONE).because for limb in by_day.because]
    assert len(limbs) == 4
    for limb in limbs:
        assert limb.statement == "all members that the reading asks for have denounced"
        assert limb.authority == (art(67, 1), art(67, 2))


def test_one_that_never_joined_does_not_stand_for_the_others() -> None:
    """Of three members the first never joined and the last stays: the organization stays."""
    union = RegionalOrganization(UNION, ("Aland", ASTORIA, BORDURIA))
    found = in_force(accessions(UNION), ev(ASTORIA, Act.DENUNCIATION, NOTICE), organizations=(union,))
    assert organization_ceases(found, union, GONE).is_no
    assert is_party(found, UNION, GONE).is_yes


def test_a_successor_that_is_recorded_later() -> None:
    """A member that proves to be bound by succession keeps its organization in, once that is known."""
    union = RegionalOrganization(UNION, (ASTORIA, "Heir"))
    heir = ev("Heir", Act.SUCCESSION, plus(GONE, 100), effective_on=date(2028, 1, 1))
    found = in_force(accessions(UNION), ev(ASTORIA, Act.DENUNCIATION, NOTICE), heir, organizations=(union,))
    answers = [organization_ceases(found, union, plus(GONE, days)).truth.name for days in (99, 100)]
    assert answers == ["YES", "NO"]


def test_the_last_member_leaves_on_the_first_day() -> None:
    """An organization that would be bound from the day on which its only member is out is not bound at all."""
    union = RegionalOrganization(UNION, (ASTORIA,))
    leaves = ev(ASTORIA, Act.DENUNCIATION, NOTICE)
    found = in_force(accessions(UNION, on=plus(GONE, -30)), leaves, organizations=(union,))
    (term,) = terms(found, UNION)
    assert term.since.on == GONE
    assert is_party(found, UNION, GONE).is_no


# Protocols


def test_a_protocol_joined_on_the_day_of_the_effect() -> None:
    """The term is over on that day: who joins on it is no Party; what is joined once one is back counts."""
    leaves = ev(ASTORIA, Act.DENUNCIATION, NOTICE)
    for joined, answer in ((plus(GONE, -1), "NO"), (GONE, "NO"), (plus(GONE, 39), "NO"), (plus(GONE, 40), "YES")):
        protocol = ev(ASTORIA, Act.PROTOCOL, joined, subject="First")
        found = in_force(leaves, accessions(ASTORIA, on=plus(GONE, 10)), protocol)
        assert is_bound_by_protocol(found, ASTORIA, "First", plus(GONE, 100)).truth.name == answer


def test_protocols_fall_with_the_convention() -> None:
    """From the day of effect no protocol binds; coming back to the Convention does not bring one back."""
    first = ev(ASTORIA, Act.PROTOCOL, date(2028, 1, 1), subject="First")
    found = in_force(first, ev(ASTORIA, Act.DENUNCIATION, NOTICE), ev(ASTORIA, Act.ACCESSION, plus(GONE, 10)))
    days = (date(2027, 12, 31), date(2028, 1, 1), plus(GONE, -1), GONE, plus(GONE, 100))
    assert [is_bound_by_protocol(found, ASTORIA, "First", on).is_yes for on in days] == [
        False,
        True,
        True,
        False,
        False,
    ]
    again = in_force(*found.events[3:], ev(ASTORIA, Act.PROTOCOL, plus(GONE, 60), subject="First"))
    assert is_bound_by_protocol(again, ASTORIA, "First", plus(GONE, 100)).is_yes
    assert is_bound_by_protocol(again, ASTORIA, "Second", plus(GONE, 100)).is_no
    assert is_bound_by_protocol(History(**UNDECLARED, events=()), ASTORIA, "First", GONE).is_no


def test_a_protocol_is_joined_as_a_party_to_the_convention() -> None:
    """Art. 61(2): what was joined before the Convention bound, or once it did no more, binds to nothing."""
    early = in_force(
        ev("Aland", Act.PROTOCOL, plus(IN_FORCE, 5), subject="First"), accessions("Aland", on=plus(IN_FORCE, 10))
    )
    assert is_party(early, "Aland", plus(IN_FORCE, 60)).is_yes
    assert is_bound_by_protocol(early, "Aland", "First", plus(IN_FORCE, 60)).is_no
    late = in_force(
        ev(ASTORIA, Act.PROTOCOL, plus(NOTICE, -5), subject="First"),
        ev(ASTORIA, Act.DENUNCIATION, NOTICE),
        ev(ASTORIA, Act.PROTOCOL, plus(GONE, 5), subject="First"),
        accessions(ASTORIA, on=plus(GONE, 10)),
    )
    assert is_bound_by_protocol(late, ASTORIA, "First", plus(NOTICE, 5)).is_yes
    assert is_bound_by_protocol(late, ASTORIA, "First", plus(GONE, 60)).is_no
    heir = in_force(ev("Heir", Act.SUCCESSION, START), ev("Heir", Act.PROTOCOL, IN_FORCE, subject="First"))
    assert is_bound_by_protocol(heir, "Heir", "First", plus(IN_FORCE, 5)).is_unknown


def test_the_last_day_of_a_shorter_month_is_told() -> None:
    """Art. 67(1): a year after 29 February is 28 February, and the reasons say why."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, date(2028, 2, 29)))
    told = is_party(found, ASTORIA, date(2029, 2, 28)).explain()
    assert "2029-02-28, the last day of the month, which is shorter  the denunciation takes effect" in told


def test_a_duty_that_arose_before() -> None:
    """Art. 67(1): it binds a Party; of one that has left it is a reading; nothing arises for one that is none."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE))
    before = plus(GONE, -1)
    assert binds_still(found, ASTORIA, before, arisen_on=NOTICE).is_yes
    answers = [binds_still(found, ASTORIA, GONE, arisen_on=NOTICE).under(Readings.of(one)) for one in RunningDuties]
    assert [found.truth.name for found in answers] == ["NO", "YES"]
    assert binds_still(found, ASTORIA, GONE, arisen_on=GONE).is_no


def _party_on(on: Any) -> object:
    return state_party(in_force(), ASTORIA, on)


def _table_on(on: Any) -> object:
    return status_table(in_force(), on)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("received_on", denunciation_takes_effect),
        ("requested_on", court_opens_on),
        ("on", _party_on),
        ("on", _table_on),
    ],
)
def test_a_day_from_which_nothing_is_counted_is_refused_by_name(name: str, called: Callable[[date], Any]) -> None:
    """A day after the year 9000 leaves no room for a period; the error names the parameter."""
    with pytest.raises(InvalidValue, match=rf"^{name}: '9999-12-31' is not a calendar day up to the year 9000"):
        called(date.max)


def test_one_that_is_no_party_on_the_last_day() -> None:
    """After the last day of the year 9000 no day can be stated from which it would be bound."""
    found = state_party(history(), "Aland", FOR_EVER)
    assert found.bound_from is None
