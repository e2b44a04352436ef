"""Art. 22(1) to (4) and (6): where a State must, and where it may, establish its jurisdiction."""

from collections.abc import Mapping

import pytest

from tests.effort import dice, share
from tests.truthtables import World, by_completion, can_be, disagreements
from uncc.general import ActAbroad
from uncc.jurisdiction import (
    Base,
    BaseKind,
    Commission,
    Whereabouts,
    duties_on_jurisdiction,
    excludes_domestic_base,
    jurisdiction_bases,
    may_establish_jurisdiction,
    must_establish_jurisdiction,
)
from uncc.kernel import again
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_3 import CompanyNational, FlagMoment, NationalityMoment

ALL = tuple(Commission.questions())
PERSON = tuple(Whereabouts.questions())
ACT = tuple(ActAbroad.questions())
NARROW = Readings.of(NationalityMoment.AT_COMMISSION, CompanyNational.NATURAL_PERSONS)
LATER_FLAG = Readings.of(FlagMoment.AIRCRAFT_ONLY)
MANDATORY = (
    "in_territory",
    "on_vessel",
    "flag_at_commission",
    "on_aircraft",
    "registered_at_commission",
    *PERSON,
)
HARMLESS = ActAbroad(in_territory_of_other=False, respects_equality=True, does_not_intervene=True)


def models(values: Mapping[str, bool | None]) -> tuple[Commission, Whereabouts, ActAbroad]:
    """The models that a row of a table describes."""
    return (
        Commission(**{name: values.get(name) for name in ALL}),
        Whereabouts(**{name: values.get(name) for name in PERSON}),
        ActAbroad(**{name: values.get(name) for name in ACT}),
    )


def must(w: World) -> bool:
    """Art. 22(1) and (3), read from the text."""
    aboard = (w["on_vessel"] and w["flag_at_commission"]) or (w["on_aircraft"] and w["registered_at_commission"])
    return w["convention_offence"] and (w["in_territory"] or aboard or all(w[name] for name in PERSON))


def may(w: World) -> bool:
    """Art. 22(2) and (4), read from the text."""
    stateless = w["by_stateless_person"] and w["resides_habitually"]
    aims = w["aims_at_conversion"] or w["aims_at_concealment"] or w["aims_at_acquisition"]
    helped = w["involvement_in_laundering"] and not w["in_territory"] and aims and w["aim_within_territory"]
    connected = w["against_national"] or w["by_national"] or stateless or helped or w["against_state"]
    reserved = w["in_territory_of_other"] and w["exercises_jurisdiction"] and w["reserved_to_authorities"]
    sovereign = w["respects_equality"] and w["does_not_intervene"] and not reserved
    remains = w["present_in_territory"] and w["not_extradited"]
    return w["convention_offence"] and ((connected and sovereign) or remains)


@pytest.mark.long
def test_22_1_and_3_table() -> None:
    """Art. 22(1) and (3): over a Convention offence, on any mandatory base."""
    assert not disagreements(
        lambda a: must_establish_jurisdiction(*models(a)[:2]), must, "convention_offence", *MANDATORY
    )


@pytest.mark.long
def test_22_2_and_4_sampled() -> None:
    """Art. 22(2) and (4): over a Convention offence; sampled, since there are three to the power of nineteen rows."""
    draw = dice(22)
    names = [*ALL, *PERSON, *ACT]
    possible = can_be(models)
    for _ in range(share(20_000)):
        open_names = draw.sample(names, k=draw.randint(0, 6))
        values = {name: None if name in open_names else draw.random() < 0.6 for name in names}
        if not possible(values):
            continue
        commission, whereabouts, act = models(values)
        finding = may_establish_jurisdiction(commission, whereabouts, act=act).under(NARROW)
        assert finding.truth is by_completion(may, values, possible), values


def test_s16_aircraft_registered_elsewhere_since() -> None:
    """Art. 22(1)(b): registered in the State when the offence was committed over the high seas, and elsewhere since."""
    aboard = Commission(
        convention_offence=True,
        in_territory=False,
        on_vessel=False,
        on_aircraft=True,
        registered_at_commission=True,
        registered_since=False,
    )
    finding = must_establish_jurisdiction(aboard)
    assert finding.is_yes
    assert art(22, 1, "b") in {provision for node in finding.decisive().walk() for provision in node.authority}


def test_s17_national_not_extradited() -> None:
    """Art. 22(3): an Astorian in Astoria, whose extradition is refused only since he is one."""
    offender = Whereabouts(present_in_territory=True, not_extradited=True, for_nationality_alone=True)
    finding = must_establish_jurisdiction(Commission(convention_offence=True), offender)
    assert finding.is_yes
    assert art(22, 3) in {provision for node in finding.decisive().walk() for provision in node.authority}


def test_22_4_another_ground_leaves_it_open_to_the_state() -> None:
    """Art. 22(3) and (4): where nationality is not the only ground, nothing obliges, and the State may."""
    offender = Whereabouts(present_in_territory=True, not_extradited=True, for_nationality_alone=False)
    abroad = Commission(convention_offence=True, in_territory=False, on_vessel=False, on_aircraft=False)
    assert must_establish_jurisdiction(abroad, offender).is_no
    assert may_establish_jurisdiction(abroad, offender).is_yes


def test_22_2_is_subject_to_sovereignty() -> None:
    """Art. 22(2): an optional base does not help where Art. 5 stands in the way; paragraphs 1 and 4 do not say so."""
    victim = Commission(convention_offence=True, against_national=True)
    stays = Whereabouts(present_in_territory=False)
    assert may_establish_jurisdiction(victim, stays, act=HARMLESS).is_yes
    assert may_establish_jurisdiction(victim, stays).is_unknown
    raid = ActAbroad(in_territory_of_other=True, exercises_jurisdiction=True, reserved_to_authorities=True)
    assert may_establish_jurisdiction(victim, stays, act=raid).is_no
    present = Whereabouts(present_in_territory=True, not_extradited=True)
    assert may_establish_jurisdiction(victim, present, act=raid).is_yes
    assert must_establish_jurisdiction(Commission(convention_offence=True, in_territory=True)).is_yes


def test_22_the_reading_reaches_must_and_duties() -> None:
    """Art. 22(1)(b): a flag flown only since is not enough, and on the other reading it is."""
    sold = Commission(
        convention_offence=True,
        in_territory=False,
        on_vessel=True,
        flag_at_commission=False,
        flag_since=True,
        on_aircraft=False,
    )
    elsewhere = Whereabouts(present_in_territory=False)
    assert must_establish_jurisdiction(sold, elsewhere).is_no
    assert must_establish_jurisdiction(sold, elsewhere).under(LATER_FLAG).is_yes
    by_id = {duty.id: duty for duty in again.under(duties_on_jurisdiction(sold, elsewhere), LATER_FLAG)}
    assert by_id["jurisdiction-flag-or-registration"].trigger.is_yes


def test_22_6_excludes_no_domestic_base() -> None:
    """Art. 22(6): nothing here takes away a jurisdiction that domestic law has, and no fact changes that."""
    finding = excludes_domestic_base()
    assert finding.is_no
    assert not finding.open_questions
    assert finding.authority == (art(22, 6),)
    nothing = Commission(**dict.fromkeys(ALL, False))
    gone = Whereabouts(**dict.fromkeys(PERSON, False))
    assert must_establish_jurisdiction(nothing, gone).is_no
    assert may_establish_jurisdiction(nothing, gone).is_no
    assert excludes_domestic_base().is_no


def test_22_duties_in_the_words_of_the_text() -> None:
    """Art. 22(1) to (4): shall for the mandatory bases and may for the others, each as far as its base is there."""
    commission = Commission(convention_offence=True, in_territory=True, against_state=False)
    duties = duties_on_jurisdiction(commission)
    bases = jurisdiction_bases(commission)
    assert len(duties) == len(Base)
    for duty, found in zip(duties, bases, strict=True):
        assert duty.id == f"jurisdiction-{found.base.value}"
        assert duty.modality is (Modality.SHALL if found.kind is BaseKind.MANDATORY else Modality.MAY)
        assert duty.bearer is Role.STATE_PARTY
        assert duty.authority == (found.provision,)
        assert duty.trigger == found.connection
        assert ("subject to the protection of sovereignty" in duty.qualifications) is bool(found.subject_to)
    assert len({duty.act for duty in duties}) == len(Base)
    aims = {duty.id for duty in duties if "for the purposes of the duty to submit the case" in duty.qualifications}
    assert aims == {"jurisdiction-national-not-extradited"}
