"""Arts. 35(1)(b) and (c), 2(h): the offence of a request, stated or worked out from its conduct and its penalties."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from tests.metamorphic.documents import outcome
from uncc.cases import AssistanceCase, PreservationCase, assess
from uncc.confiscation import ConfiscationRequest, ConfiscationRequestKind, may_request_confiscation
from uncc.cooperation import (
    AssistancePurpose,
    AssistanceRequest,
    Cooperation,
    CooperationSought,
    DataCategory,
    DataItem,
    Ground,
    NetworkMeasure,
    NetworkRequest,
    Offence,
    PreservationRequest,
    cooperation_is_open,
    duties_on_network_request,
    evidence_articles_apply,
    is_convention_offence,
    is_serious_offence,
    may_refuse_assistance,
    want_of_dual_criminality,
)
from uncc.doors.serial import from_data, load_case, to_json
from uncc.general import Penalty
from uncc.kernel import again
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Truth
from uncc.kernel.parties import AssistanceTreaty, State, StateParty
from uncc.offences import (
    AbuseMaterial,
    ChildAbuseMaterial,
    Conduct,
    DataInterference,
    Dissemination,
    IntimateImage,
    Solicitation,
)
from uncc.readings import Readings
from uncc.readings.chapter_1 import SeriousCrimeLaw
from uncc.readings.chapter_2 import ExtendedPart
from uncc.readings.chapter_5_assistance import NonConformity

EXAMPLES = Path(__file__).parents[2] / "examples"
RANSOM = DataInterference(intentional=True, without_right=True, suppresses=True)
FOUR, THREE = Penalty(years=4), Penalty(years=3)
KNOWN: dict[str, Any] = dict.fromkeys(PreservationRequest.questions(), True)
PRESERVE = PreservationRequest(
    data=(DataItem(category=DataCategory.TRAFFIC_DATA, description="connections"),),
    **KNOWN,
)
EVIDENCE = CooperationSought(electronic_evidence=True)
ASSIST = AssistanceRequest(purposes=(AssistancePurpose.STORED_DATA,), serves_criminal_proceedings=True)


@pytest.mark.parametrize("stated", [True, False])
def test_35_1_b_what_is_stated_counts(stated: Fact) -> None:
    """What the case states of the offence counts, whatever the conduct that it names and that can be it."""
    slip = DataInterference(intentional=None if stated else False)
    for conduct in (None, RANSOM, slip):
        offence = Offence(title="ransom", established_in_accordance=stated, conduct=conduct)
        assert is_convention_offence(offence).truth is Truth.of(stated)


def test_35_1_b_the_conduct_answers_where_nothing_is_stated() -> None:
    """The facts of the conduct make out the offence, do not, or leave it open, with their own questions."""
    assert is_convention_offence(Offence(title="ransom", conduct=RANSOM)).is_yes
    assert is_convention_offence(Offence(title="slip", conduct=DataInterference(intentional=False))).is_no
    open_ = is_convention_offence(Offence(title="ransom", conduct=evolve(RANSOM, without_right=None)))
    assert [question.name for question in open_.open_questions] == ["DataInterference.without_right"]
    assert is_convention_offence(Offence(title="ransom")).is_unknown


DECOY = Solicitation(
    intentional=True, grooms=True, through_system=True, for_sexual_offence=True, is_child=False, believed_child=True
)
STORY = ChildAbuseMaterial(
    intentional=True,
    without_right=True,
    possesses=True,
    in_system=True,
    material=AbuseMaterial(visual=False, written_or_audio=True, person_under_18=True, simulated_activity=True),
)
YOUNG = Dissemination(
    intentional=True,
    without_right=True,
    publishes=True,
    by_system=True,
    consent_given=False,
    image=IntimateImage(
        visual_recording=True,
        over_18=False,
        sexual_in_nature=True,
        parts_exposed=True,
        private_when_recorded=True,
        privacy_maintained=True,
        of_legal_age=True,
        depicts_abuse=False,
    ),
)


@pytest.mark.parametrize("conduct", [DECOY, STORY, YOUNG], ids=["15(3)", "14(2)", "16(3)"])
def test_35_1_b_what_only_an_extension_makes_an_offence(conduct: Conduct) -> None:
    """Arts. 14(2), 15(3), 16(3): a decoy, a story, a person under 18 count on a reading, where extended to."""
    counts, not_so = (Readings.of(option) for option in ExtendedPart)
    for extended in (True, False, None):
        offence = Offence(title="beyond the text", conduct=conduct, extended=extended)
        assert is_convention_offence(offence).under(counts).truth is Truth.of(extended)
        assert is_convention_offence(offence).under(not_so).is_no
        asked = [question.name for question in is_convention_offence(offence).open_questions]
        wanted = [*(["Offence.extended"] if extended is None else []), "extended-part"]
        assert sorted(asked) == ([] if extended is False else wanted)
    within = Offence(title="never", conduct=evolve(conduct, intentional=False), extended=True)
    assert is_convention_offence(within).under(counts).is_no


@pytest.mark.parametrize("conduct", [DECOY, STORY, YOUNG], ids=["15(3)", "14(2)", "16(3)"])
def test_35_1_b_whoever_asks_for_an_offence_of_the_convention_consults_the_reading(conduct: Conduct) -> None:
    """Arts. 35(1), 40(9), 42(5), 50(1): each of them asks whether the extended part is of the Convention."""
    offence = Offence(title="beyond the text", conduct=conduct, extended=True, serious_crime=False)
    asked = (
        cooperation_is_open(Cooperation.PRESERVATION, offence),
        cooperation_is_open(Cooperation.CONFISCATION, offence),
        want_of_dual_criminality(PreservationRequest(offence=offence)),
        may_request_confiscation(ConfiscationRequest(kind=ConfiscationRequestKind.OBTAIN_ORDER, offence=offence)),
    )
    for finding in asked:
        assert "extended-part" in [question.name for question in finding.open_questions]


def test_35_1_b_what_the_text_describes_asks_for_no_extension() -> None:
    """Art. 15(1): a child is a child, whatever the State has added."""
    child = evolve(DECOY, is_child=True)
    finding = is_convention_offence(Offence(title="grooming", conduct=child))
    assert finding.is_yes
    assert not finding.open_questions


@pytest.mark.parametrize(
    ("requesting", "requested", "expected"),
    [
        (FOUR, FOUR, Truth.YES),
        (THREE, THREE, Truth.NO),
        (FOUR, THREE, Truth.UNKNOWN),
        (FOUR, None, Truth.UNKNOWN),
        (None, None, Truth.UNKNOWN),
    ],
)
def test_2_h_both_laws_are_taken(requesting: Penalty | None, requested: Penalty | None, expected: Truth) -> None:
    """The penalties of both laws answer whether the crime is serious; what is stated agrees with one of them."""
    offence = Offence(title="fraud", penalty=requesting, penalty_in_requested_state=requested)
    assert is_serious_offence(offence).truth is expected
    if FOUR in (requesting, requested) and THREE not in (requesting, requested):
        with pytest.raises(InvalidValue, match="serious_crime: False is not true or null"):
            evolve(offence, serious_crime=False)
    else:
        assert is_serious_offence(evolve(offence, serious_crime=False)).is_no


def test_35_1_c_the_reading_reaches_every_answer_on_scope() -> None:
    """Whose law measures is chosen once, and what is open for serious crimes follows it."""
    offence = Offence(title="fraud", established_in_accordance=False, penalty=FOUR, penalty_in_requested_state=THREE)
    for law, expected in ((SeriousCrimeLaw.REQUESTING, Truth.YES), (SeriousCrimeLaw.REQUESTED, Truth.NO)):
        under = Readings.of(law)
        assert evidence_articles_apply(offence).under(under).truth is expected
        for kind in (Cooperation.PRESERVATION, Cooperation.STORED_DATA, Cooperation.INTERCEPTION):
            assert cooperation_is_open(kind, offence).under(under).truth is expected
        for kind in (Cooperation.ASSISTANCE, Cooperation.NETWORK):
            assert cooperation_is_open(kind, offence, sought=EVIDENCE).under(under).truth is expected
    assert [q.name for q in evidence_articles_apply(offence).open_questions] == ["serious-crime-law"]


@pytest.mark.parametrize("law", SeriousCrimeLaw)
def test_2_h_a_reading_that_is_chosen_reaches_every_answer_and_duty(law: SeriousCrimeLaw) -> None:
    """Art. 40(17), (21)(a), (26), 42(4): to choose whose law measures comes to the same as to state the answer."""
    under = Readings((law, NonConformity.WHOLE_ARTICLE))
    measured = Offence(title="fraud", established_in_accordance=False, penalty=FOUR, penalty_in_requested_state=THREE)
    stated = Offence(title="fraud", established_in_accordance=False, serious_crime=law is SeriousCrimeLaw.REQUESTING)
    for one, other in zip(_both_kinds(measured, under), _both_kinds(stated, under), strict=True):
        assert outcome(assess(one)) == outcome(assess(other))


@pytest.mark.parametrize("law", SeriousCrimeLaw)
def test_40_21_a_a_reading_that_is_chosen_reaches_what_may_be_asked_for(law: SeriousCrimeLaw) -> None:
    """Art. 40(21)(a): of a request made as the article asks, whether it asks for what it may turns on the reading."""
    complete = load_case(EXAMPLES / "subscriber_information.json", AssistanceCase).request
    assert complete.offence is not None
    offence = evolve(
        complete.offence,
        established_in_accordance=False,
        serious_crime=None,
        penalty=FOUR,
        penalty_in_requested_state=THREE,
    )
    ground = may_refuse_assistance(
        evolve(complete, offence=offence, transmission=evolve(complete.transmission, language_acceptable=True)),
        Ground.NON_CONFORMITY,
        treaty=AssistanceTreaty(binds=False),
    ).under(Readings((law, NonConformity.WHOLE_ARTICLE)))
    assert ground.is_yes is (law is SeriousCrimeLaw.REQUESTED)


def _both_kinds(offence: Offence, under: Readings) -> tuple[PreservationCase | AssistanceCase, ...]:
    between: dict[str, Any] = {
        "as_of": date(2028, 1, 1),
        "requesting": StateParty(state=State("Astoria")),
        "requested": StateParty(state=State("Borduria")),
        "readings": under,
    }
    return (
        PreservationCase(**between, request=evolve(PRESERVE, offence=offence)),
        AssistanceCase(**between, request=evolve(ASSIST, offence=offence)),
    )


@pytest.mark.parametrize("law", SeriousCrimeLaw)
def test_41_3_b_a_reading_that_is_chosen_reaches_the_location_of_the_provider(law: SeriousCrimeLaw) -> None:
    """Art. 41(3)(b): whether the network is open, and for the location of the provider, turns on the same reading."""
    offence = Offence(title="fraud", established_in_accordance=False, penalty=FOUR, penalty_in_requested_state=THREE)
    call = NetworkRequest(
        offence=offence,
        seeks_electronic_evidence=True,
        provider_location_known=True,
        provider_location_appropriate=True,
    )
    duties = again.under(duties_on_network_request(NetworkMeasure.PRESERVATION, call), Readings((law,)))
    expected = Truth.of(law is SeriousCrimeLaw.REQUESTING)
    assert {duty.id: duty.trigger.truth for duty in duties if duty.id != "carry-out-directly"} == {
        "assist-immediately": expected,
        "tell-provider-location": expected,
    }


def test_42_1_a_report_uses_the_conduct_that_a_request_names() -> None:
    """A case that names the conduct, and states nothing else of the offence, has its scope worked out in the report."""
    from pathlib import Path

    example = Path(__file__).parents[2] / "examples" / "hospital_ransomware.json"
    case = load_case(example, PreservationCase)
    assert case.request.offence is not None
    offence = evolve(case.request.offence, established_in_accordance=None, serious_crime=None, conduct=RANSOM)
    named = evolve(case, request=evolve(case.request, offence=offence))
    scope = assess(named).answer("scope").finding
    assert scope.is_yes
    assert {str(p) for node in scope.decisive().walk() for p in node.authority} >= {"Art. 9(1)", "Art. 35(2)"}
    slip = evolve(offence, conduct=evolve(RANSOM, intentional=False))
    assert assess(evolve(case, request=evolve(case.request, offence=slip))).answer("scope").finding.is_unknown


def test_a_request_with_its_conduct_comes_back_from_json() -> None:
    """The conduct stands under the name of its offence."""
    import json

    offence = Offence(title="ransom", conduct=RANSOM, penalty=FOUR)
    document = json.loads(to_json(offence))
    assert list(document["conduct"]) == ["data-interference"]
    assert from_data(document, Offence) == offence
