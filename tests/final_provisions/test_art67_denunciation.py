"""Art. 67: denunciation by States, the end that comes to organizations, and protocols that fall with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
    UNION,
    accessions,
    ev,
    in_force,
    plus,
)
from uncc.final_provisions import (
    Act,
    History,
    RegionalOrganization,
    denunciation_duty,
    denunciation_takes_effect,
    in_force_between,
    is_bound_by_protocol,
    is_party,
    loses_force_for_want_of_parties,
    may_denounce,
    organization_ceases,
    parties_on,
    terms,
)
from uncc.readings import Readings
from uncc.readings.chapter_9 import CeasingDay, CeasingMembers

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
    assert denunciation_duty(found, ASTORIA, IN_FORCE).trigger.is_yes


def test_the_first_of_two_notifications_counts() -> None:
    """A second notification while the first runs changes nothing."""
    found = in_force(ev(ASTORIA, Act.DENUNCIATION, NOTICE), ev(ASTORIA, Act.DENUNCIATION, plus(NOTICE, 30)))
    (term,) = terms(found, ASTORIA)
    assert term.denounced_on == NOTICE
    assert term.until is not None
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
    given_answers = [organization_ceases(found, union, on, under=Readings.of(*options)).truth.name for options in UNDER]
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


# Protocols


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
    assert is_bound_by_protocol(History(), ASTORIA, "First", GONE).is_no
