"""Arts. 3, 35(1), 40(1) to (3) and 41(1): what cooperation the Convention opens at all, and for what."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tests.truthtables import disagreements
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    Cooperation,
    CooperationSought,
    Offence,
    PreservationRequest,
    cooperation_is_open,
    duties_on_assistance,
    duties_on_cooperation,
    evidence_articles_apply,
    may_request_assistance,
    may_request_preservation,
    purpose_is_admitted,
    purpose_is_open,
)
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art

EVIDENCE_BY_NATURE = {
    Cooperation.PRESERVATION,
    Cooperation.PATH_DISCLOSURE,
    Cooperation.STORED_DATA,
    Cooperation.TRAFFIC_DATA,
    Cooperation.INTERCEPTION,
}
EVIDENCE_AMONG_OTHERS = {Cooperation.ASSISTANCE, Cooperation.NETWORK}


def offence(convention: bool | None, serious: bool | None) -> Offence:
    """Return an offence of this nature."""
    return Offence(title="an offence", established_in_accordance=convention, serious_crime=serious)


def in_text(kind: Cooperation, world: Any) -> bool:
    """Return what Arts. 35(1), 40(1) and 41(1) say, clause by clause."""
    if world["convention"]:
        return True
    evidence = kind in EVIDENCE_BY_NATURE or (kind in EVIDENCE_AMONG_OTHERS and world["electronic"])
    return bool(world["serious"] and evidence)


@pytest.mark.parametrize("kind", Cooperation)
def test_35_1_table(kind: Cooperation) -> None:
    """Arts. 35(1), 40(1), 41(1): all for Convention offences, evidence in electronic form for serious crimes."""
    assert not disagreements(
        lambda a: cooperation_is_open(
            kind,
            offence(a["convention"], a["serious"]),
            sought=CooperationSought(electronic_evidence=a["electronic"]),
        ),
        lambda w: in_text(kind, w),
        "convention",
        "serious",
        "electronic",
    )


@pytest.mark.parametrize("kind", Cooperation)
def test_35_1_what_opens_a_kind_is_cited(kind: Cooperation) -> None:
    """Art. 35(1): the answer cites the article of the kind, or for evidence the paragraph that leads to it."""
    finding = cooperation_is_open(kind, offence(None, None))
    cited = {provision for node in finding.walk() for provision in node.authority}
    assert kind.opened_by in cited or (kind in EVIDENCE_BY_NATURE and art(35, 2) in cited)


@pytest.mark.parametrize(("convention", "serious"), list(product((True, False, None), repeat=2)))
def test_35_2_preservation_asks_the_same(convention: bool | None, serious: bool | None) -> None:
    """Art. 35(2): whether preservation may be asked for turns on the one answer about what is open."""
    asked = offence(convention, serious)
    opened = cooperation_is_open(Cooperation.PRESERVATION, asked)
    assert opened == evidence_articles_apply(asked)
    assert opened in may_request_preservation(PreservationRequest(offence=asked)).because


def test_35_1_duty() -> None:
    """Art. 35(1): where a kind is open the States shall cooperate; elsewhere no duty arises."""
    assert duties_on_cooperation(Cooperation.EXTRADITION, offence(True, None))[0].trigger.is_yes
    (duty,) = duties_on_cooperation(Cooperation.CONFISCATION, offence(False, True))
    assert duty.trigger.is_no
    assert (duty.modality, duty.authority) == (Modality.SHALL, (art(35, 1), art(50, 1)))


# Art. 40(1) to (3)

BY_NATURE = {AssistancePurpose.STORED_DATA, AssistancePurpose.TRAFFIC_DATA, AssistancePurpose.INTERCEPTION}
NEVER = {AssistancePurpose.SERVICE, AssistancePurpose.APPEARANCE, AssistancePurpose.RECOVERY}


@pytest.mark.parametrize("purpose", AssistancePurpose)
def test_40_1_table_for_each_purpose(purpose: AssistancePurpose) -> None:
    """Art. 40(1): for a serious crime only what gathers electronic evidence, by nature or in fact."""

    def text(world: Any) -> bool:
        electronic = purpose in BY_NATURE or (purpose not in NEVER and world["electronic"])
        return bool(world["convention"] or (world["serious"] and electronic))

    assert not disagreements(
        lambda a: purpose_is_open(
            AssistanceRequest(
                offence=offence(a["convention"], a["serious"]), seeks_electronic_evidence=a["electronic"]
            ),
            purpose,
        ),
        text,
        "convention",
        "serious",
        "electronic",
    )


def test_40_1_table_for_a_whole_request() -> None:
    """Art. 40(1): each purpose must be open, in criminal proceedings, and the law must not be against another kind."""
    purposes = (AssistancePurpose.STORED_DATA, AssistancePurpose.RECORDS, AssistancePurpose.OTHER)
    assert not disagreements(
        lambda a: may_request_assistance(
            AssistanceRequest(
                purposes=purposes,
                offence=offence(a["convention"], a["serious"]),
                seeks_electronic_evidence=a["electronic"],
                serves_criminal_proceedings=a["criminal"],
                contrary_to_domestic_law=a["contrary"],
            )
        ),
        lambda w: w["criminal"] and not w["contrary"] and (w["convention"] or (w["serious"] and w["electronic"])),
        *("convention", "serious", "electronic", "criminal", "contrary"),
    )


@pytest.mark.parametrize("purpose", sorted(NEVER, key=str))
def test_40_1_a_part_may_be_open_where_the_whole_is_not(purpose: AssistancePurpose) -> None:
    """Art. 40(1): service, appearance and recovery are no evidence, whatever else is asked for beside them."""
    request = AssistanceRequest(
        purposes=(AssistancePurpose.STORED_DATA, purpose),
        offence=offence(convention=False, serious=True),
        serves_criminal_proceedings=True,
        seeks_electronic_evidence=True,
    )
    assert purpose_is_open(request, AssistancePurpose.STORED_DATA).is_yes
    assert may_request_assistance(request).is_no


def test_40_1_a_request_without_a_purpose_is_not_determined() -> None:
    """Art. 40(3): while no purpose is named, what the Convention opens is not known."""
    request = AssistanceRequest(offence=offence(convention=True, serious=None), serves_criminal_proceedings=True)
    assert may_request_assistance(request).is_unknown


def test_40_2_legal_persons() -> None:
    """Art. 40(2): proceedings about an offence for which a legal person may be held liable."""
    assert not disagreements(
        lambda a: (
            duties_on_assistance(
                AssistanceRequest(serves_criminal_proceedings=a["criminal"], legal_person_liable=a["liable"])
            )[1].trigger
        ),
        lambda w: w["criminal"] and w["liable"],
        "criminal",
        "liable",
    )


def test_40_3_the_list_is_that_of_the_text() -> None:
    """Art. 40(3): thirteen purposes, each of its own item, in order."""
    assert [purpose.named_in for purpose in AssistancePurpose] == list(art(40, 3).children)
    for purpose in AssistancePurpose:
        for contrary in (True, False, None):
            finding = purpose_is_admitted(AssistanceRequest(contrary_to_domestic_law=contrary), purpose)
            expected = not contrary if purpose is AssistancePurpose.OTHER and contrary is not None else None
            if purpose is not AssistancePurpose.OTHER:
                assert finding.is_yes
            elif expected is None:
                assert finding.is_unknown
            else:
                assert finding.settled() is expected
