"""Art. 37(11) to (13): extradite or submit the case, conditional surrender, enforcing the sentence at home."""

import pytest
from attrs import evolve

from tests.cooperation.extradition import ACCESS, FOR_NATIONALITY, NATIONAL, REQUEST
from tests.truthtables import Assignment, World, disagreements
from uncc.cooperation import (
    ConditionalSurrender,
    ExtraditionPosition,
    ExtraditionRequest,
    NonExtradition,
    SoughtOffence,
    SubmissionStep,
    can_submit_case,
    duties_on_non_extradition,
    is_discharged_by_conditional_surrender,
    is_owed_by_submission,
    is_refused_solely_for_nationality,
    may_submit_though_not_obliged,
    must_consider_enforcing_sentence,
    must_submit_case,
    still_must_submit_case,
)
from uncc.kernel.duties import Modality, Promptness
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import SentencedNational, SoleGround

SUFFICIENT = Readings.of(SoleGround.SUFFICIENT)
REFUSAL = ("not_extradited", "nationality", "other", "asked")
SURRENDER = ("only_on_return", "requested_agrees", "requesting_agrees", "surrendered")


def surrender(a: Assignment) -> ConditionalSurrender:
    return ConditionalSurrender(
        only_on_return=a.get("only_on_return"),
        requested_agrees=a.get("requested_agrees"),
        requesting_agrees=a.get("requesting_agrees"),
        surrendered=a.get("surrendered"),
    )


def refusal(a: Assignment) -> NonExtradition:
    return NonExtradition(
        not_extradited=a.get("not_extradited"),
        nationality_invoked=a.get("nationality"),
        other_ground=a.get("other"),
        submission_requested=a.get("asked"),
        jurisdiction_established=a.get("jurisdiction"),
        law_permits_enforcement=a.get("law"),
        enforcement_applied_for=a.get("applied"),
        surrender=surrender(a),
    )


def is_owed(w: World) -> bool:
    return w["not_extradited"] and w["nationality"] and not w["other"] and w["asked"] and w["national"]


# Art. 37(11): when the duty arises


def test_37_11_table() -> None:
    """Art. 37(11): not extradited, for nationality and nothing else, on request; all of them."""
    assert not disagreements(
        lambda a: must_submit_case(REQUEST, refusal(a), position=ExtraditionPosition(is_national=a["national"])),
        is_owed,
        *REFUSAL,
        "national",
    )


def test_37_11_s29() -> None:
    """S29, Art. 37(11): nationality and the lapse of time: not solely, so the text obliges to nothing."""
    both = evolve(FOR_NATIONALITY, other_ground=True)
    assert must_submit_case(REQUEST, both, position=NATIONAL).is_no
    assert is_refused_solely_for_nationality(both).is_no


def test_37_11_the_other_reading_of_solely() -> None:
    """Art. 37(11): where nationality would have been enough, the other reading keeps the duty."""
    both = evolve(FOR_NATIONALITY, other_ground=True)
    assert must_submit_case(REQUEST, both, position=NATIONAL).under(SUFFICIENT).is_yes
    without = evolve(both, nationality_invoked=False)
    assert must_submit_case(REQUEST, without, position=NATIONAL).under(SUFFICIENT).is_no


@pytest.mark.parametrize("under", [Readings(), SUFFICIENT])
def test_37_11_for_nationality_alone_on_request_always(under: Readings) -> None:
    """Art. 37(11): a refusal for nationality alone, on request, yields the duty, whatever else is known."""
    for jurisdiction in (None, True, False):
        for surrendered in (None, True, False):
            case = evolve(
                FOR_NATIONALITY,
                jurisdiction_established=jurisdiction,
                surrender=ConditionalSurrender(surrendered=surrendered),
            )
            assert must_submit_case(REQUEST, case, position=NATIONAL).under(under).is_yes


def test_37_11_not_unasked() -> None:
    """Art. 37(11): the duty arises at the request of the State that seeks extradition, and not of itself."""
    assert must_submit_case(REQUEST, evolve(FOR_NATIONALITY, submission_requested=False), position=NATIONAL).is_no


def test_37_11_only_for_offences_of_the_article() -> None:
    """Art. 37(11): in respect of an offence to which the article applies, of a person found in the territory."""
    foreign = evolve(REQUEST, offences=(evolve(ACCESS, established_in_accordance=False),))
    assert must_submit_case(foreign, FOR_NATIONALITY, position=NATIONAL).is_no
    elsewhere = evolve(REQUEST, person_present=False)
    assert must_submit_case(elsewhere, FOR_NATIONALITY, position=NATIONAL).is_no
    assert must_submit_case(ExtraditionRequest(), FOR_NATIONALITY, position=NATIONAL).is_unknown
    two = evolve(REQUEST, offences=(evolve(ACCESS, established_in_accordance=False), ACCESS))
    assert must_submit_case(two, FOR_NATIONALITY, position=NATIONAL, number=1).is_yes


def test_37_11_an_alleged_offender_is_not_under_sentence() -> None:
    """Art. 37(11) is about an alleged offender; whoever is sought to serve a sentence falls under Art. 37(13)."""
    for serving, answer in ((True, Truth.NO), (False, Truth.YES), (None, Truth.UNKNOWN)):
        request = evolve(REQUEST, sought_to_serve_sentence=serving, sentence_final=True)
        assert must_submit_case(request, FOR_NATIONALITY, position=NATIONAL).truth is answer
    sought = evolve(REQUEST, sought_to_serve_sentence=True, sentence_final=True)
    appeal = evolve(sought, sentence_final=False)
    assert must_submit_case(appeal, FOR_NATIONALITY, position=NATIONAL).is_yes
    wider = Readings.of(SentencedNational.WHOEVER_IS_SOUGHT)
    assert must_submit_case(sought, FOR_NATIONALITY, position=NATIONAL).under(wider).is_yes
    asked = evolve(FOR_NATIONALITY, law_permits_enforcement=True, enforcement_applied_for=True)
    assert must_consider_enforcing_sentence(sought, asked, position=NATIONAL).is_yes


def test_37_11_want_of_jurisdiction_is_no_excuse() -> None:
    """Art. 22(3), Art. 37(11): a State that did not establish its jurisdiction still owes the submission."""
    case = evolve(FOR_NATIONALITY, jurisdiction_established=False)
    assert must_submit_case(REQUEST, case, position=NATIONAL).is_yes
    assert can_submit_case(case).is_no


def test_22_4_table() -> None:
    """Art. 22(4): who is not extradited, on whatever ground, may be prosecuted where jurisdiction is established."""
    assert not disagreements(
        lambda a: may_submit_though_not_obliged(
            ExtraditionRequest(
                person_present=a["present"],
                offences=(
                    SoughtOffence(title="a", established_in_accordance=a["first"]),
                    SoughtOffence(title="b", established_in_accordance=a["second"]),
                ),
            ),
            refusal(a),
        ),
        lambda w: (w["first"] or w["second"]) and w["present"] and w["not_extradited"] and w["jurisdiction"],
        "first",
        "second",
        "present",
        "not_extradited",
        "jurisdiction",
    )


# Art. 37(11): what is owed


def test_37_11_what_is_owed() -> None:
    """Art. 37(11): submission, equal treatment and cooperation are owed; charges and outcomes are not."""
    owed = {step for step in SubmissionStep if is_owed_by_submission(step).is_yes}
    assert owed == {SubmissionStep.SUBMIT, SubmissionStep.DECIDE_ALIKE, SubmissionStep.COOPERATE}
    assert all(is_owed_by_submission(step).is_no for step in set(SubmissionStep) - owed)


def test_37_11_duties() -> None:
    """Art. 37(11): submit without undue delay; the authorities decide alike; the States cooperate."""
    submit, alike, cooperate, _ = duties_on_non_extradition(REQUEST, _not_surrendered(), position=NATIONAL)
    assert submit.bearer is Role.REQUESTED_STATE
    assert submit.deadline is Promptness.WITHOUT_UNDUE_DELAY
    assert alike.bearer is Role.COMPETENT_AUTHORITY
    assert cooperate.bearer is Role.STATES_PARTIES
    for duty in (submit, alike, cooperate):
        assert duty.modality is Modality.SHALL
        assert duty.authority == (art(37, 11),)
        assert duty.trigger.is_yes


def _not_surrendered() -> NonExtradition:
    return evolve(FOR_NATIONALITY, surrender=ConditionalSurrender(surrendered=False))


# Art. 37(12)


def test_37_12_table() -> None:
    """Art. 37(12): the law permits only that, both States agree, and the person is surrendered so."""
    assert not disagreements(
        lambda a: is_discharged_by_conditional_surrender(surrender(a)),
        lambda w: w["only_on_return"] and w["requested_agrees"] and w["requesting_agrees"] and w["surrendered"],
        *SURRENDER,
    )


@pytest.mark.parametrize("missing", ["requested_agrees", "requesting_agrees"])
def test_37_12_only_with_both_agreements(missing: str) -> None:
    """Art. 37(12): without the agreement of either State the duty stays."""
    agreed = surrender(dict.fromkeys(SURRENDER, True))
    assert still_must_submit_case(REQUEST, evolve(FOR_NATIONALITY, surrender=agreed), position=NATIONAL).is_no
    one = evolve(FOR_NATIONALITY, surrender=surrender({**dict.fromkeys(SURRENDER, True), missing: False}))
    assert still_must_submit_case(REQUEST, one, position=NATIONAL).is_yes


def test_37_12_discharge_table() -> None:
    """Art. 37(11), Art. 37(12): the duty stands where it arose and was not discharged."""
    assert not disagreements(
        lambda a: still_must_submit_case(
            REQUEST, refusal({**a, "not_extradited": True, "other": False}), position=NATIONAL
        ),
        lambda w: w["nationality"] and w["asked"] and not all(w[name] for name in SURRENDER),
        "nationality",
        "asked",
        *SURRENDER,
    )


# Art. 37(13)


def test_37_13_table() -> None:
    """Art. 37(13): sought for a sentence, refused for nationality, law permits, applied for."""
    assert not disagreements(
        lambda a: must_consider_enforcing_sentence(
            evolve(REQUEST, sought_to_serve_sentence=a["serve"]), refusal(a), position=NATIONAL
        ),
        lambda w: w["serve"] and w["not_extradited"] and w["nationality"] and w["law"] and w["applied"],
        "serve",
        "not_extradited",
        "nationality",
        "law",
        "applied",
    )


def test_37_13_need_not_be_the_sole_ground() -> None:
    """Art. 37(13): unlike its neighbour it says because, and not solely because."""
    case = refusal({"not_extradited": True, "nationality": True, "other": True, "law": True, "applied": True})
    serve = evolve(REQUEST, sought_to_serve_sentence=True)
    assert must_consider_enforcing_sentence(serve, case, position=NATIONAL).is_yes
    assert must_submit_case(serve, evolve(case, submission_requested=True), position=NATIONAL).is_no


def test_37_13_is_weaker() -> None:
    """Art. 37(13): what is owed is to consider."""
    duty = duties_on_non_extradition(REQUEST, _not_surrendered(), position=NATIONAL)[3]
    assert duty.modality is Modality.SHALL_CONSIDER
    assert duty.authority == (art(37, 13),)
    assert duty.trigger.is_no


def test_37_13_only_nationals() -> None:
    """Art. 37(13): because the person is a national: not of another person."""
    case = refusal({"not_extradited": True, "nationality": True, "law": True, "applied": True})
    serve = evolve(REQUEST, sought_to_serve_sentence=True)
    assert must_consider_enforcing_sentence(serve, case, position=ExtraditionPosition(is_national=False)).is_no


def test_37_13_only_under_the_article() -> None:
    """Art. 37(1), Art. 37(13): offences of the Convention that both States punish, as with every paragraph."""
    case = refusal({"not_extradited": True, "nationality": True, "law": True, "applied": True})
    for offences, answer in (
        ((evolve(ACCESS, established_in_accordance=False),), Truth.NO),
        ((evolve(ACCESS, punishable_in_requested_state=False),), Truth.NO),
        ((evolve(ACCESS, established_in_accordance=None),), Truth.UNKNOWN),
        ((evolve(ACCESS, established_in_accordance=False), ACCESS), Truth.YES),
        ((), Truth.UNKNOWN),
    ):
        serve = evolve(REQUEST, offences=offences, sought_to_serve_sentence=True)
        assert must_consider_enforcing_sentence(serve, case, position=NATIONAL).truth is answer
