"""Art. 50(3) and (7): grounds for refusing, postponement, and what is owed before."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.confiscation.requests import SENT, complete
from tests.truthtables import Assignment, World, disagreements
from uncc.confiscation import (
    ConfiscationPosition,
    ConfiscationRequest,
    ConfiscationRequestKind,
    confiscation_grounds,
    duties_on_confiscation_refusal,
    may_lift_provisional_measure,
    may_postpone_confiscation,
    may_refuse_confiscation,
    must_consult_before_postponing_confiscation,
    must_consult_before_refusing_confiscation,
    must_give_reasons_for_refusing_confiscation,
)
from uncc.cooperation import (
    Channel,
    Ground,
    Offence,
    Position,
    RequestForm,
    Transmission,
    UnderlyingConduct,
)
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import Provision, art
from uncc.readings import Readings
from uncc.readings.chapter_5_assistance import DiscriminationClause, NonConformity, TreatyGaps
from uncc.testing import collections_of

REQUEST = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
NO_TREATY = AssistanceTreaty(binds=False)
TREATY = AssistanceTreaty(binds=True, paragraphs_agreed=False)
FRAUD = Offence(title="fraud", established_in_accordance=True, summary_of_facts="a forged page")
COMPLETE = attrs.evolve(complete(ConfiscationRequestKind.PROVISIONAL), offence=FRAUD)

OWN = {Ground.INSUFFICIENT_EVIDENCE, Ground.TRIFLING_PROPERTY}
TREATY_ALONE = {Ground.PERSONAL_DATA, Ground.EXTRADITION_CONDITIONS, Ground.NATIONALITY, Ground.FISCAL_MATTERS}
CLOSED = {Ground.BANK_SECRECY, *TREATY_ALONE}
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
    """Art. 50(3) and (7): all but five can be open by the Convention; one of the five never is, by whatever treaty."""
    assert may_refuse_confiscation(REQUEST, ground, position=ALL).is_yes is (ground not in CLOSED)
    assert may_refuse_confiscation(REQUEST, ground, position=ALL).is_no is (ground in CLOSED)
    assert may_refuse_confiscation(REQUEST, ground).is_no is (ground is Ground.BANK_SECRECY)


@pytest.mark.parametrize("ground", sorted(TREATY_ALONE, key=str), ids=str)
def test_50_3_what_a_treaty_alone_opens(ground: Ground) -> None:
    """Art. 40(7), 40(23): a treaty in the place of the paragraphs can have grounds that the Convention has not."""
    opens, agreed = (
        attrs.evolve(ALL, treaty=AssistanceTreaty(binds=True, paragraphs_agreed=agreed), treaty_grounds=(ground,))
        for agreed in (False, True)
    )
    assert may_refuse_confiscation(REQUEST, ground, position=opens).is_yes
    assert may_refuse_confiscation(REQUEST, ground, position=agreed).is_no
    assert may_refuse_confiscation(REQUEST, ground, position=attrs.evolve(opens, treaty_grounds=())).is_no
    cited = {str(provision) for node in may_refuse_confiscation(REQUEST, ground).walk() for provision in node.authority}
    assert ("Art. 40(23)" in cited) is (ground is Ground.FISCAL_MATTERS)


@pytest.mark.long
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
    assert found[Ground.BANK_SECRECY].is_no
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
        lambda a: may_lift_provisional_measure(position=wanting(a)), lambda w: evidence(w) or w["trifling"], *EVIDENCE
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
    """Art. 40(22) speaks of the whole Convention: it is open under any treaty, on the reading adopted."""
    position = ConfiscationPosition(general=Position(discriminatory_prejudice=True), treaty=TREATY, treaty_grounds=())
    found = may_refuse_confiscation(REQUEST, Ground.DISCRIMINATION, position=position)
    assert found.is_yes
    assert [consulted.reading for consulted in found.readings] == [DiscriminationClause]
    displaced = Readings.of(DiscriminationClause.DISPLACED, TreatyGaps.NOT_FILLED)
    opens = attrs.evolve(position, treaty_grounds=(Ground.DISCRIMINATION,))
    assert may_refuse_confiscation(REQUEST, Ground.DISCRIMINATION, position=position).under(displaced).is_no
    assert may_refuse_confiscation(REQUEST, Ground.DISCRIMINATION, position=opens).under(displaced).is_yes


def test_50_3_non_conformity() -> None:
    """Art. 50(3), with Art. 40(21)(a): an incomplete request may be refused, unlike one for preservation."""
    position = ConfiscationPosition(treaty=NO_TREATY)
    assert may_refuse_confiscation(REQUEST, Ground.NON_CONFORMITY, position=position).is_yes


def test_50_3_non_conformity_on_the_other_reading() -> None:
    """Art. 40(21)(a): where the whole article is meant, a request on which nobody must act does not conform either."""
    kidnapping = attrs.evolve(COMPLETE, offence=attrs.evolve(FRAUD, established_in_accordance=False))
    position = ConfiscationPosition(treaty=NO_TREATY)
    assert may_refuse_confiscation(kidnapping, Ground.NON_CONFORMITY, position=position).is_no
    whole = Readings.of(NonConformity.WHOLE_ARTICLE)
    assert may_refuse_confiscation(kidnapping, Ground.NON_CONFORMITY, position=position).under(whole).is_yes


@pytest.mark.parametrize(
    ("changed", "provision"),
    [
        ({"channel": Channel.OTHER}, art(40, 12, "d")),
        ({"form": RequestForm.ORAL, "urgent": False}, art(40, 13)),
        ({"language_acceptable": False}, art(40, 13)),
    ],
)
def test_50_3_non_conformity_in_channel_or_form(changed: dict[str, Any], provision: Provision) -> None:
    """Art. 50(3), with Art. 40(12)(d) and (13): a complete request that went straight to a bank, or was only told."""
    wrong = attrs.evolve(COMPLETE, transmission=attrs.evolve(SENT, **changed))
    position = ConfiscationPosition(treaty=NO_TREATY)
    found = may_refuse_confiscation(wrong, Ground.NON_CONFORMITY, position=position)
    assert found.is_yes
    assert provision in {cited for node in found.decisive().walk() for cited in node.authority}
    assert may_refuse_confiscation(COMPLETE, Ground.NON_CONFORMITY, position=position).is_no
    unsent = attrs.evolve(COMPLETE, transmission=Transmission())
    assert may_refuse_confiscation(unsent, Ground.NON_CONFORMITY, position=position).is_unknown


def test_50_3_postponement() -> None:
    """Art. 50(3), with Art. 40(27) and (28): a request may be put off for ongoing proceedings, after consultation."""
    interfering, idle = (
        ConfiscationPosition(interferes_with_proceedings=value, treaty=NO_TREATY) for value in (True, False)
    )
    found = may_postpone_confiscation(position=interfering)
    assert found.is_yes
    assert {art(50, 3), art(40, 27)} <= set(found.authority)
    assert may_postpone_confiscation(position=idle).is_no
    assert may_postpone_confiscation(position=attrs.evolve(interfering, treaty=TREATY)).is_no
    assert may_postpone_confiscation(position=ConfiscationPosition(treaty=NO_TREATY)).is_unknown
    assert must_consult_before_postponing_confiscation(treaty=NO_TREATY).is_yes
    assert must_consult_before_postponing_confiscation(treaty=TREATY).is_no


def test_50_3_gaps_of_a_treaty() -> None:
    """Art. 40(7): on the reading that the paragraphs fill gaps, one of which the treaty says nothing applies."""
    silent = attrs.evolve(TREATY, silent_on=(art(40, 25), art(40, 27)))
    filled = Readings.of(TreatyGaps.FILLED)
    assert must_give_reasons_for_refusing_confiscation(treaty=silent).is_no
    assert must_give_reasons_for_refusing_confiscation(treaty=silent).under(filled).is_yes
    assert must_consult_before_refusing_confiscation(Ground.LEGAL_SYSTEM, treaty=silent).under(filled).is_no
    position = ConfiscationPosition(interferes_with_proceedings=True, treaty=silent)
    assert may_postpone_confiscation(position=position).under(filled).is_yes


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
