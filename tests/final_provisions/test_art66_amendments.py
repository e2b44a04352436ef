"""Arts. 59, 60, 66 and 68, and what binds two participants to each other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.final_provisions.builders import (
    ASTORIA,
    BORDURIA,
    CALDERA,
    IN_FORCE,
    PAIR,
    START,
    WHOLE,
    accessions,
    ev,
    history,
    in_force,
    plus,
)
from uncc.final_provisions import (
    Act,
    Amendment,
    AuthenticLanguage,
    Event,
    OtherTreaty,
    affects_other_rights,
    amendment_enters_into_force,
    amendments_binding,
    duties_on_implementation,
    duties_on_proposal,
    is_bound_by_amendment,
    may_adopt_stricter_measures,
    may_apply_other_treaty,
    may_propose_amendment,
    one_language_prevails,
    proposal_window,
    regime_between,
)
from uncc.kernel.duties import Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_9 import AmendmentOpening, NewPartyText

ADOPTED = date(2034, 1, 1)
FIRST = (Amendment("First", ADOPTED),)
ON = date(2040, 1, 1)


def accepts(who: str, on: date, which: str = "First") -> Event:
    """Return an instrument on an amendment."""
    return ev(who, Act.AMENDMENT, on, subject=which)


# 66(1): a proposal


def test_five_years_from_entry_into_force() -> None:
    """In force on 29 September 2027: the anniversary is the last of the five years, or the first after."""
    anniversary = date(2032, 9, 29)
    assert date(2027, 9, 29) == IN_FORCE
    found, other = in_force(), Readings.of(AmendmentOpening.ANNIVERSARY)
    answers = [may_propose_amendment(found, ASTORIA, plus(anniversary, days)).truth.name for days in (-1, 0, 1)]
    assert answers == ["NO", "NO", "YES"]
    answers = [may_propose_amendment(found, ASTORIA, plus(anniversary, d)).under(other).truth.name for d in (-1, 0, 1)]
    assert answers == ["NO", "YES", "YES"]
    for under, first in ((Readings(), plus(anniversary, 1)), (other, anniversary)):
        window = proposal_window(found).under(under)
        assert window.not_before is not None
        assert (window.not_before.on, window.not_after) == (first, None)
    assert may_propose_amendment(found, ASTORIA, date(2031, 6, 1)).is_no
    assert may_propose_amendment(in_force(others=("Outsider",)), "Outsider", ON).is_no
    assert may_propose_amendment(history(), ASTORIA, ON).is_no


def test_a_leap_day_is_clamped() -> None:
    """In force on 29 February 2028: five years end on 28 February 2033, and the window says that it was clamped."""
    found = history(accessions(*PAIR, CALDERA, on=date(2027, 12, 1)))
    window = proposal_window(found).under(Readings.of(AmendmentOpening.ANNIVERSARY))
    assert window.not_before is not None
    assert (window.not_before.on, window.not_before.clamped) == (date(2033, 2, 28), True)


def test_what_follows_a_proposal() -> None:
    """The Party transmits, the Secretary-General communicates, the Conference seeks consensus."""
    duties = duties_on_proposal(in_force(), ASTORIA, ON)
    assert [duty.modality for duty in duties] == [Modality.MAY, Modality.SHALL, Modality.SHALL]
    assert all(duty.trigger.is_yes for duty in duties)


# 66(3) to (5): consent, entry into force, versions of the text


@pytest.mark.parametrize(
    ("deposited", "expected"),
    [
        (date(2034, 1, 1), date(2034, 4, 1)),
        (date(2035, 12, 2), date(2036, 3, 1)),
        (date(2036, 1, 31), date(2036, 4, 30)),
    ],
)
def test_ninety_days_after_the_deposit(deposited: date, expected: date) -> None:
    """For each Party ninety days after its own deposit, however few have accepted."""
    found = in_force(accepts(ASTORIA, deposited), amendments=FIRST)
    entered = amendment_enters_into_force(found, "First", ASTORIA)
    assert entered.on == expected
    assert is_bound_by_amendment(found, "First", ASTORIA, plus(expected, -1)).is_no
    assert is_bound_by_amendment(found, "First", ASTORIA, expected).is_yes
    assert is_bound_by_amendment(found, "First", BORDURIA, expected).is_no


def test_an_amendment_does_not_bind_before_the_convention() -> None:
    """An instrument on the amendment deposited with a late accession waits for the Convention, if that takes longer."""
    early = (Amendment("First", date(2027, 7, 1)),)
    found = history(
        accessions(*PAIR), accepts(ASTORIA, START), accessions(CALDERA, on=plus(START, 100)), amendments=early
    )
    entered = amendment_enters_into_force(found, "First", ASTORIA)
    assert entered.on == plus(START, 190)
    assert is_bound_by_amendment(found, "First", ASTORIA, plus(START, 190)).is_yes
    nobody = history(accepts(ASTORIA, START), amendments=early)
    assert amendment_enters_into_force(nobody, "First", ASTORIA).is_never


def test_an_amendment_that_is_not_known_to_be_adopted() -> None:
    """Where the history does not say that it was adopted, an instrument does not settle the answer."""
    found = in_force(accepts(ASTORIA, date(2034, 1, 1), "Second"), amendments=FIRST)
    assert is_bound_by_amendment(found, "Second", ASTORIA, ON).is_unknown
    assert is_bound_by_amendment(found, "Second", BORDURIA, ON).is_no
    assert list(amendments_binding(found, ASTORIA, ON)) == ["First"]
    assert list(amendments_binding(found, ASTORIA, plus(ADOPTED, -1))) == []


def test_one_that_comes_later() -> None:
    """Whether it takes over an amendment in force is a reading; its own acceptance settles it."""
    newcomer = accessions("Drovia", on=date(2036, 1, 1))
    found = in_force(accepts(ASTORIA, date(2034, 1, 1)), newcomer, amendments=FIRST)
    assert is_bound_by_amendment(found, "First", "Drovia", ON).is_unknown
    for option, answer in ((NewPartyText.AS_AMENDED, "YES"), (NewPartyText.CONSENT_NEEDED, "NO")):
        assert is_bound_by_amendment(found, "First", "Drovia", ON).under(Readings.of(option)).truth.name == answer
    accepted = in_force(*found.events[3:], accepts("Drovia", date(2036, 1, 1)), amendments=FIRST)
    assert is_bound_by_amendment(accepted, "First", "Drovia", ON).is_yes
    early = in_force(accepts(ASTORIA, date(2036, 1, 1)), accessions("Drovia", on=date(2035, 1, 1)), amendments=FIRST)
    assert is_bound_by_amendment(early, "First", "Drovia", ON).is_no
    successor = in_force(accepts(ASTORIA, date(2034, 1, 1)), ev("Drovia", Act.SUCCESSION, START), amendments=FIRST)
    assert is_bound_by_amendment(successor, "First", "Drovia", ON).is_unknown


def test_leaving_takes_the_amendment_along() -> None:
    """Denunciation ends it; one that comes back is a newcomer like any other."""
    left = [ev(ASTORIA, Act.DENUNCIATION, date(2035, 1, 1)), *accessions(ASTORIA, on=date(2037, 1, 1))]
    found = in_force(accepts(ASTORIA, date(2034, 1, 1)), left, amendments=FIRST)
    days = (date(2035, 12, 31), date(2036, 1, 1), ON)
    assert [is_bound_by_amendment(found, "First", ASTORIA, on).truth.name for on in days] == ["YES", "NO", "UNKNOWN"]


def test_a_successor_from_a_day_that_is_not_recorded() -> None:
    """Whether what it has accepted binds it is open from ninety days after its deposit, while it has not left."""
    heir = [ev("Heir", Act.SUCCESSION, date(2028, 1, 1)), accepts("Heir", date(2034, 1, 1))]
    found = in_force(heir, accepts(ASTORIA, date(2034, 1, 1), "Second"), amendments=FIRST)
    answers = [
        is_bound_by_amendment(found, "First", "Heir", on).truth.name for on in (date(2034, 3, 31), date(2034, 4, 1))
    ]
    assert answers == ["NO", "UNKNOWN"]
    assert is_bound_by_amendment(found, "Second", "Heir", ON).is_unknown  # it may have joined later than the amendment
    left = in_force(heir, ev("Heir", Act.DENUNCIATION, date(2035, 1, 1)), amendments=FIRST)
    assert is_bound_by_amendment(left, "First", "Heir", date(2035, 12, 31)).is_unknown
    assert is_bound_by_amendment(left, "First", "Heir", date(2036, 1, 1)).is_no
    back = in_force(*left.events[3:], accessions("Heir", on=date(2037, 1, 1)), amendments=FIRST)
    assert is_bound_by_amendment(back, "First", "Heir", ON).is_unknown
    before = in_force(ev("Heir", Act.SUCCESSION, date(2034, 1, 2)), heir[1], amendments=FIRST)
    assert is_bound_by_amendment(before, "First", "Heir", ON).is_no
    same_day = in_force(ev("Heir", Act.SUCCESSION, date(2034, 1, 1)), heir[1], amendments=FIRST)
    assert is_bound_by_amendment(same_day, "First", "Heir", ON).is_unknown


def test_a_protocol_of_the_same_name_is_no_acceptance() -> None:
    """A successor accepts an amendment by an instrument on it, and by nothing else (Art. 66(4))."""
    joins = ev("Heir", Act.PROTOCOL, date(2034, 1, 1), subject="First")
    found = in_force(ev("Heir", Act.SUCCESSION, date(2028, 1, 1)), joins, amendments=FIRST)
    assert is_bound_by_amendment(found, "First", "Heir", ON).is_no


def test_an_amendment_does_not_enter_into_force_before_the_convention() -> None:
    """While the Convention is not in force for a State, surely no amendment is, whatever it has deposited."""
    alone = history(accessions(ASTORIA), accepts(ASTORIA, date(2034, 1, 1)), amendments=FIRST)
    accepted = next(
        node for node in is_bound_by_amendment(alone, "First", ASTORIA, ON).walk() if "has accepted" in node.statement
    )
    assert accepted.is_no


def test_a_newcomer_stays_one() -> None:
    """That another Party leaves, comes back and accepts anew does not change who came after the amendment."""
    found = in_force(
        accepts(ASTORIA, date(2034, 1, 1)),
        accessions("Drovia", on=date(2035, 6, 1)),
        ev(ASTORIA, Act.DENUNCIATION, date(2035, 12, 1)),
        accessions(ASTORIA, on=date(2037, 1, 1)),
        accepts(ASTORIA, date(2038, 1, 1)),
        amendments=FIRST,
    )
    days = (date(2036, 1, 1), date(2037, 6, 1), date(2039, 1, 1))
    assert [is_bound_by_amendment(found, "First", "Drovia", on).is_unknown for on in days] == [True] * 3


@pytest.mark.parametrize(("joined", "answer"), [(date(2034, 3, 1), "NO"), (date(2034, 3, 2), "UNKNOWN")])
def test_from_when_on_one_is_a_newcomer(joined: date, answer: str) -> None:
    """From the day on which the amendment enters into force for the first, if it becomes a Party on that day."""
    found = in_force(accepts(ASTORIA, date(2034, 1, 1)), accessions("Drovia", on=joined), amendments=FIRST)
    assert is_bound_by_amendment(found, "First", "Drovia", ON).truth.name == answer


def test_no_newcomer_to_another_text() -> None:
    """What is in force by then must be this amendment, and neither another nor a protocol of its name."""
    found = in_force(
        accepts(ASTORIA, date(2034, 1, 1), "Second"),
        ev(ASTORIA, Act.PROTOCOL, date(2034, 1, 1), subject="First"),
        accessions("Drovia", on=date(2036, 1, 1)),
        amendments=FIRST,
    )
    assert is_bound_by_amendment(found, "First", "Drovia", ON).is_no


def test_what_the_reading_on_newcomers_says() -> None:
    """Either option is said in the words of the question, with the paragraph that leaves it open."""
    found = in_force(accepts(ASTORIA, date(2034, 1, 1)), accessions("Drovia", on=date(2036, 1, 1)), amendments=FIRST)
    newcomer = is_bound_by_amendment(found, "First", "Drovia", ON).because[2].because[1]
    words = "the participant takes over the amendment by joining later"
    assert newcomer.statement == words
    said = [(limb.truth.name, limb.statement, limb.authority) for limb in newcomer.because]
    assert said == [("YES", words, (art(66, 5),)), ("NO", words, (art(66, 5),))]


def test_an_amendment_is_adopted_from_the_day_of_its_adoption() -> None:
    """The limb on adoption is YES on that day, and NO on the eve."""
    found = in_force(amendments=FIRST)
    eve, day = (is_bound_by_amendment(found, "First", ASTORIA, on).because[1] for on in (plus(ADOPTED, -1), ADOPTED))
    assert (eve.truth.name, day.truth.name) == ("NO", "YES")


def test_the_window_as_known_on_a_day() -> None:
    """Before the number is complete no day is known from which on an amendment can be proposed."""
    assert proposal_window(in_force(), on=plus(START, -1)).not_before is None
    assert proposal_window(in_force(), on=START).not_before is not None


# Between two

MIXED = in_force(
    accepts(ASTORIA, date(2034, 1, 1)),
    accepts(BORDURIA, date(2034, 2, 1)),
    accepts(ASTORIA, date(2036, 1, 1), "Second"),
    ev(ASTORIA, Act.PROTOCOL, date(2033, 1, 1), subject="P1"),
    ev(BORDURIA, Act.PROTOCOL, date(2033, 6, 1), subject="P1"),
    ev(CALDERA, Act.PROTOCOL, date(2033, 6, 1), subject="P2"),
    ev(ASTORIA, Act.PROTOCOL, date(2033, 6, 1), subject="P3"),
    amendments=(*FIRST, Amendment("Second", date(2035, 1, 1))),
    **WHOLE,
)


def test_nobody_is_bound_to_itself() -> None:
    """A pair is of two."""
    with pytest.raises(InvalidValue, match="other"):
        regime_between(MIXED, (ASTORIA, ASTORIA), ON)


def test_what_binds_two_to_each_other() -> None:
    """Only what binds both: the common text, the protocols of both, and the treaties between them."""
    treaty = OtherTreaty(name="Treaty of 1999", between=PAIR, binds=True, on_convention_matters=True)
    fishing = OtherTreaty(name="Fishing", between=PAIR, binds=True, on_convention_matters=False)
    regime = regime_between(MIXED, PAIR, ON, treaties=(treaty, fishing))
    assert regime.in_force.is_yes
    assert {one.name: one.finding.truth.name for one in regime.amendments} == {"First": "YES", "Second": "NO"}
    assert {one.name: one.finding.truth.name for one in regime.protocols} == {"P1": "YES", "P3": "NO"}
    assert {one.name: one.finding.truth.name for one in regime.treaties} == {"Treaty of 1999": "YES", "Fishing": "NO"}
    assert regime.reservations_complete is True
    early = regime_between(MIXED, PAIR, plus(IN_FORCE, -1))
    assert (early.in_force.truth.name, early.amendments, early.protocols) == ("NO", (), ())


# Other treaties


def another_treaty(**others: Any) -> OtherTreaty:
    """Return a treaty between the two."""
    fields: dict[str, Any] = {"name": "Treaty of 1999", "between": PAIR, "binds": True, **others}
    return OtherTreaty(**fields)


@pytest.mark.parametrize(
    ("others", "on", "answer"),
    [
        ({}, ON, "UNKNOWN"),
        ({"on_convention_matters": True}, ON, "YES"),
        ({"on_convention_matters": True}, plus(IN_FORCE, -1), "NO"),
        ({"on_convention_matters": False}, ON, "NO"),
        ({"on_convention_matters": True, "since": ON}, ON, "YES"),
        ({"on_convention_matters": True, "since": plus(ON, 1)}, ON, "NO"),
        ({"on_convention_matters": True, "until": ON}, ON, "NO"),
        ({"on_convention_matters": True, "until": plus(ON, 1)}, ON, "YES"),
        ({"on_convention_matters": True, "between": (ASTORIA, CALDERA)}, ON, "NO"),
        ({"on_convention_matters": True, "between": (*PAIR, CALDERA)}, ON, "YES"),
    ],
)
def test_other_treaties(others: dict[str, Any], on: date, answer: str) -> None:
    """Both must be parties to it on the day, and it must be on the Convention's matters."""
    treaty = another_treaty(**others)
    assert may_apply_other_treaty(in_force(), PAIR, on, treaty=treaty).truth.name == answer


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ({"between": (ASTORIA,)}, "between"),
        ({"between": (ASTORIA, ASTORIA)}, "between"),
        ({"between": (ASTORIA, "")}, "between"),
        ({"since": ON, "until": plus(ON, -1)}, "until"),
        ({"name": ""}, "name"),
    ],
)
def test_another_treaty_is_between_two_at_least(others: dict[str, Any], field: str) -> None:
    """What cannot be meant is refused with the field."""
    with pytest.raises(InvalidValue, match=field):
        another_treaty(**others)


# What the text settles, and Art. 59


def test_what_the_text_itself_settles() -> None:
    """Stricter measures may be adopted; other rights stay as they are; no language prevails."""
    assert may_adopt_stricter_measures().is_yes
    assert affects_other_rights().is_no
    assert one_language_prevails().is_no
    assert [language.value for language in AuthenticLanguage] == ["ar", "zh", "en", "fr", "ru", "es"]


@pytest.mark.parametrize(("on", "answer"), [(plus(IN_FORCE, -1), "NO"), (IN_FORCE, "YES")])
def test_measures_are_owed_by_parties(on: date, answer: str) -> None:
    """From the day on which the Convention binds it."""
    assert duties_on_implementation(in_force(), ASTORIA, on)[0].trigger.truth.name == answer


def test_a_treaty_ends_no_earlier_than_it_begins() -> None:
    """One that ends on its first day binds on no day; one that ends before it cannot be meant."""
    none = another_treaty(since=ON, until=ON, on_convention_matters=True)
    assert may_apply_other_treaty(in_force(), PAIR, ON, treaty=none).is_no
    with pytest.raises(InvalidValue) as caught:
        another_treaty(since=ON, until=plus(ON, -1))
    error = caught.value
    assert (error.field, error.value, error.expected) == ("until", str(plus(ON, -1)), f"on or after since, {ON}")


def test_an_instrument_of_one_that_has_not_consented_to_the_convention() -> None:
    """Art. 66(3): only States Parties ratify amendments; one that has consented counts once the Convention binds it."""
    signed = ev("Drovia", Act.SIGNATURE, date(2026, 1, 1))
    for consented, entered in ((ADOPTED, date(2034, 4, 1)), (plus(ADOPTED, 1), None)):
        joins = ev("Drovia", Act.RATIFICATION, consented)
        found = in_force(signed, joins, accepts("Drovia", ADOPTED), amendments=FIRST)
        day = amendment_enters_into_force(found, "First", "Drovia")
        assert day.on == entered
        assert is_bound_by_amendment(found, "First", "Drovia", ON).is_yes is (entered is not None)
