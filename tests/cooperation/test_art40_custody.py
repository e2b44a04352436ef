"""Art. 40(9) to (11): the transfer of a person in custody, and what follows from it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, disagreements
from uncc.cooperation import (
    Offence,
    PersonTransfer,
    Restraint,
    credit_for_custody,
    duties_on_person_transfer,
    is_protected_after_transfer,
    may_require_extradition,
    may_transfer_person,
    must_keep_in_custody,
    must_return_person,
    return_deadline,
)
from uncc.kernel.dates import Deadline, Period
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role

DEPARTED = date(2027, 5, 1)
NO_TREATY = AssistanceTreaty(binds=False)
facts = st.sampled_from((True, False, None))
days = st.dates(date(2027, 4, 20), date(2027, 5, 20))


def cited(finding: Finding) -> set[Provision]:
    return {provision for part in finding.walk() for provision in part.authority}


def by_id(duties: tuple[Duty, ...]) -> dict[str, Duty]:
    return {duty.id: duty for duty in duties}


# Art. 40(9)


def transfer(a: Assignment) -> PersonTransfer:
    return PersonTransfer(
        offence=Offence(title="illegal access", established_in_accordance=a["convention"]),
        detained=a["detained"],
        serving_sentence=a["serving"],
        presence_for_evidence=a["evidence"],
        consents=a["consents"],
        consent_free=a["free"],
        consent_informed=a["informed"],
        requested_agrees=a["requested"],
        requesting_agrees=a["requesting"],
    )


CONDITIONS = (
    "detained",
    "serving",
    "evidence",
    "convention",
    "consents",
    "free",
    "informed",
    "requested",
    "requesting",
)


@pytest.mark.long
def test_40_9_table() -> None:
    """Art. 40(9): custody, presence for evidence of a Convention offence, free informed consent, both authorities."""
    assert not disagreements(
        lambda a: may_transfer_person(transfer(a), treaty=NO_TREATY),
        lambda w: (w["detained"] or w["serving"]) and all(w[name] for name in CONDITIONS[2:]),
        *CONDITIONS,
    )


def test_40_9_a_serious_crime_is_not_enough() -> None:
    """Art. 40(9): unlike evidence in electronic form, the transfer is for Convention offences alone."""
    murder = Offence(title="murder", established_in_accordance=False, serious_crime=True)
    assert may_transfer_person(PersonTransfer(offence=murder), treaty=NO_TREATY).is_no
    assert may_transfer_person(PersonTransfer(), treaty=NO_TREATY).is_unknown


def test_40_9_s34() -> None:
    """S34, Art. 40(9)(a): consent of which it is not recorded whether it was free and informed."""
    found = may_transfer_person(
        PersonTransfer(
            offence=Offence(title="illegal access", established_in_accordance=True),
            serving_sentence=True,
            presence_for_evidence=True,
            consents=True,
            requested_agrees=True,
            requesting_agrees=True,
        ),
        treaty=NO_TREATY,
    )
    assert found.is_unknown
    assert [question.name for question in found.open_questions] == [
        "PersonTransfer.consent_free",
        "PersonTransfer.consent_informed",
    ]


def test_40_9_says_where_it_comes_from() -> None:
    """Art. 40(9): the two conditions are named by their items."""
    assert {art(40, 9), art(40, 9, "a"), art(40, 9, "b")} <= cited(
        may_transfer_person(PersonTransfer(), treaty=NO_TREATY)
    )


# Art. 40(10)


def test_40_10_a_table() -> None:
    """Art. 40(10)(a): custody until the return, unless the other State requested or authorized otherwise."""
    assert not disagreements(
        lambda a: must_keep_in_custody(
            PersonTransfer(
                departed_on=DEPARTED,
                returned=a["returned"],
                release_requested=a["requested"],
                release_authorized=a["authorized"],
            ),
            treaty=NO_TREATY,
        ),
        lambda w: not (w["returned"] or w["requested"] or w["authorized"]),
        "returned",
        "requested",
        "authorized",
    )


@pytest.mark.parametrize("transferred", [True, False, None])
def test_40_10_needs_a_transfer(transferred: bool | None) -> None:
    """Art. 40(10): before the transfer nothing is owed, and where it is not known nothing is sure."""
    person = PersonTransfer(
        transferred=transferred, release_requested=False, release_authorized=False, immunity_lifted=False
    )
    duties = [duty for duty in duties_on_person_transfer(person, treaty=NO_TREATY) if duty.id != "credit-time"]
    assert len(duties) == 4
    for duty in duties:
        assert duty.trigger.is_no is (transferred is False), duty.id
    assert must_return_person(PersonTransfer(transferred=transferred, returned=None), treaty=NO_TREATY).is_no is (
        transferred is False
    )


def test_40_10_b_return() -> None:
    """Art. 40(10)(b): the return is owed until it has happened."""
    assert must_return_person(PersonTransfer(departed_on=DEPARTED, returned=False), treaty=NO_TREATY).is_yes
    assert must_return_person(PersonTransfer(departed_on=DEPARTED, returned=True), treaty=NO_TREATY).is_no
    assert must_return_person(PersonTransfer(departed_on=DEPARTED), treaty=NO_TREATY).is_unknown


def test_40_10_b_by_when() -> None:
    """Art. 40(10)(b): without delay, and on the day on which the authorities agreed where they did."""
    agreed = PersonTransfer(departed_on=DEPARTED, return_agreed_on=date(2027, 6, 1))
    assert return_deadline(agreed) == Deadline(date(2027, 6, 1), (art(40, 10, "b"),))
    assert return_deadline(PersonTransfer()) is Promptness.WITHOUT_DELAY
    assert by_id(duties_on_person_transfer(agreed, treaty=NO_TREATY))["return-person"].deadline == return_deadline(
        agreed
    )


def test_40_10_c_no_extradition() -> None:
    """Art. 40(10)(c): no facts open the demand for extradition proceedings."""
    assert may_require_extradition().is_no
    assert not may_require_extradition().open_questions
    duty = by_id(duties_on_person_transfer(PersonTransfer(transferred=True, returned=False), treaty=NO_TREATY))[
        "require-no-extradition"
    ]
    assert duty.modality is Modality.SHALL_NOT
    assert duty.trigger.is_yes


def test_40_10_d_credit() -> None:
    """Art. 40(10)(d): the days in custody abroad count, in order, each once."""
    first, second = Period(date(2027, 5, 2), date(2027, 5, 9)), Period(date(2027, 5, 10), date(2027, 5, 12))
    inner, later = Period(date(2027, 5, 3), date(2027, 5, 4)), Period(date(2027, 5, 14), date(2027, 5, 14))
    credit = credit_for_custody(
        PersonTransfer(departed_on=DEPARTED, serving_sentence=True, custody=(later, second, first, inner)),
        treaty=NO_TREATY,
    )
    assert credit.because.is_yes
    assert credit.periods == (Period(date(2027, 5, 2), date(2027, 5, 12)), later)


@pytest.mark.parametrize(
    ("serving", "custody", "answer"),
    [
        (False, (Period(DEPARTED, DEPARTED),), "NO"),
        (None, (Period(DEPARTED, DEPARTED),), "UNKNOWN"),
        (True, None, "UNKNOWN"),
        (True, (), "NO"),
        (True, (Period(DEPARTED, DEPARTED),), "YES"),
    ],
)
def test_40_10_d_credit_is_for_a_sentence(
    serving: bool | None, custody: tuple[Period, ...] | None, answer: str
) -> None:
    """Art. 40(10)(d): a person who serves no sentence has none to be credited; what is not known is not guessed."""
    credit = credit_for_custody(
        PersonTransfer(departed_on=DEPARTED, serving_sentence=serving, custody=custody), treaty=NO_TREATY
    )
    assert credit.because.truth.name == answer
    assert bool(credit.periods) is (answer == "YES")


def test_40_10_modalities() -> None:
    """Art. 40(10) and (11): who shall, and who shall not."""
    assert [(duty.modality, duty.bearer) for duty in duties_on_person_transfer(PersonTransfer(), treaty=NO_TREATY)] == [
        (Modality.SHALL, Role.REQUESTING_STATE),
        (Modality.SHALL, Role.REQUESTING_STATE),
        (Modality.SHALL_NOT, Role.REQUESTING_STATE),
        (Modality.SHALL, Role.REQUESTED_STATE),
        (Modality.SHALL_NOT, Role.REQUESTING_STATE),
    ]


# Art. 40(11)


def protected(a: Assignment) -> Finding:
    person = PersonTransfer(transferred=a["transferred"], immunity_lifted=a["lifted"])
    restraint = Restraint(
        restricts_liberty=a["restricts"],
        in_territory=a["territory"],
        held_for_return=a["held"],
        before_departure=a["before"],
    )
    return is_protected_after_transfer(person, restraint, treaty=NO_TREATY)


def test_40_11_table() -> None:
    """Art. 40(11): protected is what lies before the departure, until the State of departure agrees otherwise."""
    assert not disagreements(
        protected,
        lambda w: (
            w["transferred"] and w["restricts"] and w["territory"] and not w["held"] and w["before"] and not w["lifted"]
        ),
        "transferred",
        "restricts",
        "territory",
        "held",
        "before",
        "lifted",
    )


@given(
    st.builds(Restraint, restricts_liberty=facts, in_territory=facts, held_for_return=facts, about_on=days),
    facts,
)
def test_40_11_never_covers_what_came_after(restraint: Restraint, lifted: bool | None) -> None:
    """Art. 40(11): whatever else is known, an act after the departure is not covered; by days it is decided alone."""
    person = PersonTransfer(departed_on=DEPARTED, immunity_lifted=lifted)
    found = is_protected_after_transfer(person, restraint, treaty=NO_TREATY)
    assert isinstance(restraint.about_on, date)
    if restraint.about_on > DEPARTED:
        assert found.is_no
    elif restraint.about_on < DEPARTED:
        assert "Restraint.before_departure" not in {question.name for question in found.open_questions}
    else:
        same_day = [question.name for question in found.open_questions]
        assert found.is_no or "Restraint.before_departure" in same_day


def test_40_11_consent_of_the_person_does_not_lift_it() -> None:
    """Art. 40(11): the person's own consent is asked for in the transfer and changes nothing here."""
    restraint = Restraint(
        restricts_liberty=True, in_territory=True, held_for_return=False, about_on=DEPARTED - timedelta(days=1)
    )
    for consents in (True, False, None):
        person = PersonTransfer(departed_on=DEPARTED, consents=consents, immunity_lifted=False)
        assert is_protected_after_transfer(person, restraint, treaty=NO_TREATY).is_yes


# What cannot be meant


def test_days_and_facts_must_agree() -> None:
    """A fact that the days contradict is a mistake, and is said to be one."""
    late = Restraint(about_on=DEPARTED + timedelta(days=1), before_departure=True)
    with pytest.raises(InvalidValue, match=r"^before_departure: True is not false, as the days say"):
        is_protected_after_transfer(PersonTransfer(departed_on=DEPARTED), late, treaty=NO_TREATY)
    early = Restraint(about_on=DEPARTED - timedelta(days=1), before_departure=False)
    with pytest.raises(InvalidValue, match=r"^before_departure: False is not true, as the days say"):
        is_protected_after_transfer(PersonTransfer(departed_on=DEPARTED), early, treaty=NO_TREATY)
    agreeing = Restraint(about_on=DEPARTED - timedelta(days=1), before_departure=True)
    assert is_protected_after_transfer(PersonTransfer(departed_on=DEPARTED), agreeing, treaty=NO_TREATY).is_unknown


def test_events_in_order() -> None:
    """Neither custody abroad nor the return lies before the departure."""
    before = DEPARTED - timedelta(days=1)
    with pytest.raises(
        InvalidValue, match=r"^return_agreed_on: '2027-04-30' is not on or after departed_on, 2027-05-01"
    ):
        PersonTransfer(departed_on=DEPARTED, return_agreed_on=before)
    with pytest.raises(InvalidValue, match=r"^custody\[1\]\.start: '2027-04-30' is not on or after departed_on"):
        PersonTransfer(departed_on=DEPARTED, custody=(Period(DEPARTED, DEPARTED), Period(before, DEPARTED)))
    assert PersonTransfer(custody=(Period(before, DEPARTED),)).transferred is True


@pytest.mark.parametrize(
    "sign", [{"departed_on": DEPARTED}, {"returned": True}, {"custody": (Period(DEPARTED, DEPARTED),)}]
)
def test_what_came_later_says_that_there_was_a_transfer(sign: dict[str, Any]) -> None:
    """A departure, a return and custody abroad each say that the person was transferred."""
    assert PersonTransfer(**sign).transferred is True
    with pytest.raises(InvalidValue, match=r"^transferred: False is not true"):
        PersonTransfer(transferred=False, **sign)
