"""Art. 50(3), (7), (8): grounds for refusing, lifting, and the hearing before."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import Assignment, World, disagreements
from uncc.confiscation import (
    ConfiscationPosition,
    ConfiscationRequest,
    ConfiscationRequestKind,
    ProvisionalMeasure,
    confiscation_grounds,
    duties_on_confiscation_refusal,
    hearing_duty,
    may_lift_provisional_measure,
    may_refuse_confiscation,
    must_consult_before_refusing_confiscation,
    must_give_reasons_for_refusing_confiscation,
    must_hear_before_lifting,
)
from uncc.cooperation import Ground, Position, UnderlyingConduct
from uncc.findings import Finding, Truth
from uncc.parties import AssistanceTreaty
from uncc.provisions import art
from uncc.testing import collections_of

REQUEST = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
NO_TREATY = AssistanceTreaty(binds=False)
TREATY = AssistanceTreaty(binds=True, paragraphs_agreed=False)

OWN = {Ground.INSUFFICIENT_EVIDENCE, Ground.TRIFLING_PROPERTY}
CLOSED = {
    Ground.BANK_SECRECY,
    Ground.PERSONAL_DATA,
    Ground.EXTRADITION_CONDITIONS,
    Ground.NATIONALITY,
    Ground.FISCAL_MATTERS,
}
TAKEN_OVER = [ground for ground in Ground if ground not in OWN | CLOSED | {Ground.DISCRIMINATION}]

ALL = ConfiscationPosition(
    general=Position(
        prejudices_essential_interests=True, prohibited_for_similar_offence=True, discriminatory_purpose=True
    ),
    conduct=UnderlyingConduct(criminal_in_requested_state=False),
    treaty=NO_TREATY,
    contrary_to_legal_system=True,
    trifling_matter=True,
    available_elsewhere=True,
    evidence_sufficient=False,
    trifling_property=True,
)
"""A position on which every ground that can be open is."""


@pytest.mark.parametrize("ground", Ground)
def test_50_3_and_7_which_grounds_can_be_open(ground: Ground) -> None:
    """Art. 50(3) and (7): all but five can be open, and those five never are."""
    assert may_refuse_confiscation(REQUEST, ground, position=ALL).is_yes is (ground not in CLOSED)
    assert may_refuse_confiscation(REQUEST, ground).is_no is (ground in CLOSED)


@given(
    st.builds(
        ConfiscationPosition,
        general=collections_of(Position),
        conduct=collections_of(UnderlyingConduct),
        treaty=collections_of(AssistanceTreaty),
        treaty_grounds=st.none() | st.just(tuple(Ground)),
        evidence_sufficient=st.none() | st.booleans(),
    )
)
def test_31_7_bank_secrecy_is_never_a_ground(position: ConfiscationPosition) -> None:
    """Art. 31(7): not even where a treaty would open it; listing the grounds gives what asking for each gives."""
    found = confiscation_grounds(REQUEST, position=position)
    assert tuple(found) == tuple(Ground)
    assert all(found[ground].is_no for ground in CLOSED)
    for ground, finding in found.items():
        assert finding == may_refuse_confiscation(REQUEST, ground, position=position)


# Art. 50(7)


def wanting(a: Assignment) -> ConfiscationPosition:
    return ConfiscationPosition(
        evidence_sufficient=a["sufficient"], evidence_timely=a["timely"], trifling_property=a["trifling"]
    )


EVIDENCE = ("sufficient", "timely", "trifling")


def test_50_7_tables() -> None:
    """Art. 50(7): evidence must be both sufficient and timely; trifling value is a ground of its own; both lift."""

    def evidence(w: World) -> bool:
        return not (w["sufficient"] and w["timely"])

    def refuse(which: Ground, a: Assignment) -> Finding:
        return may_refuse_confiscation(REQUEST, which, position=wanting(a))

    assert not disagreements(lambda a: refuse(Ground.INSUFFICIENT_EVIDENCE, a), evidence, *EVIDENCE)
    assert not disagreements(lambda a: refuse(Ground.TRIFLING_PROPERTY, a), lambda w: w["trifling"], *EVIDENCE)
    assert not disagreements(
        lambda a: may_lift_provisional_measure(wanting(a)), lambda w: evidence(w) or w["trifling"], *EVIDENCE
    )


@pytest.mark.parametrize("ground", sorted(OWN, key=str), ids=lambda ground: ground.value)
def test_50_7_whatever_treaty_governs(ground: Ground) -> None:
    """Art. 50(7): the article's own grounds do not turn on a treaty on assistance."""
    position = ConfiscationPosition(treaty=TREATY, treaty_grounds=(), evidence_timely=False, trifling_property=True)
    assert may_refuse_confiscation(REQUEST, ground, position=position).is_yes


# Art. 50(3): the article on assistance, or a treaty in its place


@pytest.mark.parametrize("ground", TAKEN_OVER, ids=str)
def test_50_3_where_a_treaty_governs(ground: Ground) -> None:
    """Art. 50(3), with Art. 40(7): a treaty in the place of the paragraphs decides which of their grounds are open."""
    none, one = (attrs.evolve(ALL, treaty=TREATY, treaty_grounds=grounds) for grounds in ((), (ground,)))
    assert may_refuse_confiscation(REQUEST, ground, position=none).is_no
    assert may_refuse_confiscation(REQUEST, ground, position=one).is_yes
    unknown = may_refuse_confiscation(REQUEST, ground, position=attrs.evolve(ALL, treaty=TREATY))
    assert [(q.statement, q.subject) for q in unknown.open_questions] == [
        ("the treaty between the two States opens the ground", ground.value)
    ]
    agreed = attrs.evolve(none, treaty=AssistanceTreaty(binds=True, paragraphs_agreed=True))
    assert may_refuse_confiscation(REQUEST, ground, position=agreed).is_yes


def test_50_3_discrimination_under_any_treaty() -> None:
    """Art. 40(22) speaks of the whole Convention: the ground is open whatever treaty governs."""
    position = ConfiscationPosition(general=Position(discriminatory_prejudice=True), treaty=TREATY, treaty_grounds=())
    assert may_refuse_confiscation(REQUEST, Ground.DISCRIMINATION, position=position).is_yes


def test_50_3_non_conformity() -> None:
    """Art. 50(3), with Art. 40(21)(a): an incomplete request may be refused, unlike one for preservation."""
    position = ConfiscationPosition(treaty=NO_TREATY)
    assert may_refuse_confiscation(REQUEST, Ground.NON_CONFORMITY, position=position).is_yes


CONSULTED = {Ground.NON_CONFORMITY, Ground.ESSENTIAL_INTERESTS, Ground.DOMESTIC_PROHIBITION, Ground.LEGAL_SYSTEM}


@pytest.mark.parametrize("ground", Ground)
def test_50_3_consultation_and_reasons(ground: Ground) -> None:
    """Art. 50(3), with Art. 40(25) and (28): reasons for any refusal, consultation before those of one paragraph."""
    assert must_consult_before_refusing_confiscation(ground, treaty=NO_TREATY).is_yes is (ground in CONSULTED)
    consult, reasons = duties_on_confiscation_refusal(ground, treaty=NO_TREATY)
    assert consult.trigger.is_yes is (ground in CONSULTED)
    assert reasons.trigger.is_yes
    assert art(40, 28) in consult.authority
    assert art(40, 25) in reasons.authority


def test_50_3_reasons_where_a_treaty_governs() -> None:
    """Art. 40(7): where a treaty governs in their place, the paragraphs on consultation and reasons do not apply."""
    assert must_give_reasons_for_refusing_confiscation(treaty=TREATY).is_no
    assert must_consult_before_refusing_confiscation(Ground.LEGAL_SYSTEM, treaty=TREATY).is_no
    assert must_give_reasons_for_refusing_confiscation().truth is Truth.UNKNOWN


# Art. 50(8)


def test_50_8_table() -> None:
    """Art. 50(8): a measure taken upon request, lifting in mind, a hearing possible, and none given yet."""
    names = tuple(ProvisionalMeasure.questions())
    assert not disagreements(
        lambda a: must_hear_before_lifting(ProvisionalMeasure(**a)),
        lambda w: (
            w["taken_on_request"] and w["lifting_intended"] and w["hearing_possible"] and not w["opportunity_given"]
        ),
        *names,
    )
    assert hearing_duty(ProvisionalMeasure()).qualifications == ("wherever possible",)
