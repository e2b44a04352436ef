"""Art. 19: participation shall, attempt and preparation may be made criminal offences."""

import pytest

from tests.truthtables import Assignment, disagreements
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    Involvement,
    InvolvementLaw,
    ParticipatingAct,
    breaches_participation_duty,
    criminalises_involvement,
    duties_on_involvement,
    is_participation,
    may_criminalise_involvement,
    must_criminalise_involvement,
)

CAPACITIES = ("accomplice", "assistant", "instigator", "other")
ALL = (*CAPACITIES, "attempt", "preparation")


def law(a: Assignment) -> InvolvementLaw:
    """The law that a row of a table describes."""
    return InvolvementLaw(
        punishes_accomplices=a.get("accomplice"),
        punishes_assistants=a.get("assistant"),
        punishes_instigators=a.get("instigator"),
        punishes_other_capacities=a.get("other"),
        punishes_attempt=a.get("attempt"),
        punishes_preparation=a.get("preparation"),
    )


def test_19_what_must_and_what_may() -> None:
    """Art. 19: shall in paragraph 1, may in paragraphs 2 and 3, and never both."""
    assert {i.value: must_criminalise_involvement(i).truth.name for i in Involvement} == {
        "participation": "YES",
        "attempt": "NO",
        "preparation": "NO",
    }
    for involvement in Involvement:
        must, may = must_criminalise_involvement(involvement), may_criminalise_involvement(involvement)
        assert may.truth is ~must.truth
        assert must.authority == may.authority


def test_19_1_table() -> None:
    """Art. 19(1): participation in any capacity, the three named and the others."""
    assert not disagreements(
        lambda a: criminalises_involvement(law(a), Involvement.PARTICIPATION), lambda w: all(w.values()), *CAPACITIES
    )


def test_19_1_presupposes_an_offence_that_is_committed() -> None:
    """Art. 19(1): intentional help with what nobody does is no participation; the answer asks whether somebody did."""
    assert not disagreements(
        lambda a: is_participation(ParticipatingAct(**a)), lambda w: all(w.values()), *ParticipatingAct.questions()
    )
    asked = is_participation(ParticipatingAct(takes_part=True, intentional=True)).open_questions
    assert [question.name for question in asked] == ["ParticipatingAct.offence_committed"]


@pytest.mark.parametrize("capacity", CAPACITIES)
def test_19_1_each_capacity_can_be_what_is_missing(capacity: str) -> None:
    """Art. 19(1): the capacities named are examples, so one that is not named counts as well."""
    lacking = law({**dict.fromkeys(ALL, True), capacity: False})
    assert criminalises_involvement(lacking, Involvement.PARTICIPATION).is_no
    assert breaches_participation_duty(lacking, Involvement.PARTICIPATION).is_yes


@pytest.mark.parametrize("involvement", [Involvement.ATTEMPT, Involvement.PREPARATION])
def test_19_2_and_3_table(involvement: Involvement) -> None:
    """Art. 19(2) and (3): the law makes it an offence or not, and leaving it out breaches nothing."""
    assert not disagreements(
        lambda a: criminalises_involvement(law(a), involvement),
        lambda w: w[involvement.value],
        "attempt",
        "preparation",
    )
    assert not disagreements(
        lambda a: breaches_participation_duty(law(a), involvement), lambda w: False, "attempt", "preparation"
    )


def test_19_1_table_of_the_breach() -> None:
    """Art. 19(1): the duty is breached exactly where a capacity is left out."""
    assert not disagreements(
        lambda a: breaches_participation_duty(law(a), Involvement.PARTICIPATION),
        lambda w: not all(w.values()),
        *CAPACITIES,
    )


def test_s15_accomplices_in_illegal_interception() -> None:
    """Art. 19(1): a State that does not make it an offence to be an accomplice is in breach, the rest unknown."""
    astoria = InvolvementLaw(punishes_accomplices=False)
    breach = breaches_participation_duty(astoria, Involvement.PARTICIPATION)
    assert breach.is_yes
    assert not breach.open_questions
    assert art(19, 1) in {provision for node in breach.decisive().walk() for provision in node.authority}


def test_19_duties_in_the_words_of_the_text() -> None:
    """Art. 19: one obligation and two options, all when committed intentionally and under domestic law."""
    duties = duties_on_involvement()
    assert [duty.modality for duty in duties] == [Modality.SHALL, Modality.MAY, Modality.MAY]
    assert [duty.authority for duty in duties] == [(art(19, n),) for n in (1, 2, 3)]
    assert [duty.id for duty in duties] == [f"criminalize-{i.value}" for i in Involvement]
    for duty in duties:
        assert duty.bearer is Role.STATE_PARTY
        assert duty.trigger.is_yes
        assert duty.qualifications == ("in accordance with its domestic law", "when committed intentionally")
