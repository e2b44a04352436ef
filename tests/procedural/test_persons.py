"""Arts. 32 to 34: foreign convictions, witnesses and victims, read from the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.procedural.tables import differences, ignored
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural import (
    ForeignConviction,
    ProtectionMeans,
    RemovalRequest,
    Victim,
    VictimRegime,
    Witness,
    WitnessMeasure,
    WitnessRegime,
    assists_victims,
    assists_victims_of_abuse,
    duties_on_foreign_conviction,
    duties_on_removal,
    duties_on_victims,
    duties_on_witnesses,
    ensures_removal,
    has_considered_relocation_agreements,
    hears_victims,
    is_protected_witness,
    is_victim,
    may_consider_conviction,
    may_protect_by,
    must_ensure_removal,
    must_protect_close_person,
    opens_compensation,
    protects_witnesses,
    takes_circumstances_into_account,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import WitnessOffenceLink

INFORMATION_ONLY = Readings.of(WitnessOffenceLink.INFORMATION)

# Art. 32


def test_32_what_may_be_considered() -> None:
    """Art. 32: an earlier conviction of the alleged offender, abroad, in proceedings on a Convention offence."""
    assert not differences(may_consider_conviction, ForeignConviction, lambda w: all(w.values()))


def test_32_is_an_option() -> None:
    """Art. 32: may; under terms and for a purpose of the State's own."""
    (duty,) = duties_on_foreign_conviction(ForeignConviction(earlier=False))
    assert (duty.modality, duty.bearer, duty.authority) == (Modality.MAY, Role.STATE_PARTY, (art(32),))
    assert duty.trigger.is_no
    assert duty.qualifications


# Art. 33

HELP = (
    "testifies",
    "informs",
    "in_good_faith",
    "on_reasonable_grounds",
    "otherwise_cooperates",
    "about_convention_offence",
)


def informs(world: Mapping[str, bool]) -> bool:
    """Art. 33(1): information in good faith and on reasonable grounds."""
    return world["informs"] and world["in_good_faith"] and world["on_reasonable_grounds"]


@pytest.mark.long
def test_33_1_who_is_a_witness() -> None:
    """Art. 33(1): testimony, information, other cooperation; good faith is asked of information alone."""
    assert not differences(
        is_protected_witness,
        Witness,
        lambda w: w["about_convention_offence"] and (w["testifies"] or w["otherwise_cooperates"] or informs(w)),
        *HELP,
    )
    assert not differences(
        lambda witness: is_protected_witness(witness).under(INFORMATION_ONLY),
        Witness,
        lambda w: w["testifies"] or w["otherwise_cooperates"] or (informs(w) and w["about_convention_offence"]),
        *HELP,
    )


def test_33_1_close_persons_as_appropriate() -> None:
    """Art. 33(1): relatives and other close persons, as appropriate."""
    names = ("close_to_witness", "protection_appropriate")
    assert not differences(must_protect_close_person, Witness, lambda w: all(w.values()), *names)


@pytest.mark.parametrize("testifies", [False, True])
def test_33_4_victims_insofar_as_witnesses(testifies: bool) -> None:
    """Art. 33(4): a victim who helps is a witness; a victim who does not is none."""
    known = {"testifies": testifies, "informs": False, "otherwise_cooperates": False, "about_convention_offence": True}
    assert ignored(is_protected_witness, Witness, "victim", **known)
    assert is_protected_witness(Witness(**known, victim=True)).truth is Truth.of(testifies)


@pytest.mark.parametrize(
    ("means", "conditions"),
    [
        (ProtectionMeans.PHYSICAL_PROTECTION, ()),
        (ProtectionMeans.RELOCATION, ("necessary", "feasible")),
        (ProtectionMeans.NON_DISCLOSURE, ("necessary", "feasible", "appropriate")),
        (ProtectionMeans.SAFE_TESTIMONY, ("ensures_safety",)),
    ],
)
def test_33_2_the_means(means: ProtectionMeans, conditions: tuple[str, ...]) -> None:
    """Art. 33(2): each means under its own conditions, none to the prejudice of the defendant."""
    assert not differences(
        lambda measure: may_protect_by(means, measure),
        WitnessMeasure,
        lambda w: w["leaves_defendant_rights"] and all(w[name] for name in conditions),
    )


def test_33_1_and_4_the_law() -> None:
    """Art. 33(1) and (4): witnesses, those close to them, victims who are witnesses; the means of (2) are not owed."""
    names = ("effective_protection", "protects_close_persons", "protects_victims_as_witnesses")
    assert not differences(protects_witnesses, WitnessRegime, lambda w: all(w.values()), *names)
    assert ignored(
        protects_witnesses,
        WitnessRegime,
        "physical_protection",
        "safe_testimony",
        "relocation_considered",
        "relocation_agreed",
        **dict.fromkeys(names, True),
    )


def test_33_3_to_consider_is_enough() -> None:
    """Art. 33(3): shall consider; no agreement is owed, and whoever has one has considered it."""
    assert not differences(
        has_considered_relocation_agreements,
        WitnessRegime,
        lambda w: w["relocation_considered"] or w["relocation_agreed"],
        "relocation_considered",
        "relocation_agreed",
    )


def test_33_duties() -> None:
    """Art. 33: shall for protection, may for its means, shall consider for agreements."""
    witness = Witness(testifies=True, about_convention_offence=True, close_to_witness=False)
    found = {duty.id: (duty.modality, duty.authority, duty.trigger.truth) for duty in duties_on_witnesses(witness)}
    assert found == {
        "protect-witness": (Modality.SHALL, (art(33, 1),), Truth.YES),
        "protect-close-person": (Modality.SHALL, (art(33, 1),), Truth.NO),
        "protect-physically": (Modality.MAY, (art(33, 2, "a"),), Truth.YES),
        "take-safe-testimony": (Modality.MAY, (art(33, 2, "b"),), Truth.YES),
        "relocation-agreements": (Modality.SHALL_CONSIDER, (art(33, 3),), Truth.YES),
    }


def test_33_1_is_softened_twice() -> None:
    """Art. 33(1): in accordance with domestic law and within the State's means."""
    assert {"within its means", "in accordance with its domestic law"} <= set(
        duties_on_witnesses(Witness())[0].qualifications
    )


# Art. 34

LAW: dict[int, tuple[Callable[[VictimRegime], Finding], tuple[str, ...]]] = {
    1: (assists_victims, ("assistance_and_protection",)),
    2: (opens_compensation, ("compensation", "restitution")),
    3: (hears_victims, ("views_presented", "defence_unharmed")),
    4: (assists_victims_of_abuse, ("recovery", "with_organizations")),
    5: (takes_circumstances_into_account, ("circumstances",)),
    6: (ensures_removal, ("removal",)),
}


@pytest.mark.parametrize("paragraph", LAW)
def test_34_the_law(paragraph: int) -> None:
    """Art. 34(1) to (6): each paragraph by all that it asks, and by nothing else."""
    rule, names = LAW[paragraph]
    assert not differences(rule, VictimRegime, lambda w: all(w.values()), *names)
    others = [name for name in VictimRegime.questions() if name not in names]
    assert ignored(rule, VictimRegime, *others, **dict.fromkeys(names, True))
    assert rule(VictimRegime()).authority == (art(34, paragraph),)


def test_34_1_who_is_a_victim() -> None:
    """Art. 34(1) and (4): the offences of Arts. 14 to 16 are offences of the Convention."""
    assert not differences(is_victim, Victim, lambda w: w["of_convention_offence"] or w["of_sexual_offence"])


@pytest.mark.parametrize(
    ("victim", "arising"),
    [
        (Victim(of_convention_offence=True, of_sexual_offence=False), [1, 2, 3, 5]),
        (Victim(of_sexual_offence=True), [1, 2, 3, 4, 5]),
        (Victim(of_convention_offence=False, of_sexual_offence=False), []),
    ],
)
def test_34_which_duties_arise(victim: Victim, arising: list[int]) -> None:
    """Art. 34(1) to (5): the fourth paragraph is for victims of Arts. 14 to 16 alone."""
    found = [duty.authority[0] for duty in duties_on_victims(victim) if duty.trigger.is_yes]
    assert found == [art(34, paragraph) for paragraph in arising]


def duties() -> list[Duty]:
    """Return every duty of the article, in the order of the text."""
    return [*duties_on_victims(Victim()), *duties_on_removal(RemovalRequest())]


def test_34_modality_and_qualifications() -> None:
    """Art. 34: shall throughout; (2) to (4) subject to domestic law, (6) as the legal framework lets."""
    assert [duty.modality for duty in duties()] == [Modality.SHALL] * 6
    assert [duty.authority for duty in duties()] == [(art(34, paragraph),) for paragraph in range(1, 7)]
    subject_to_law = ["subject to its domestic law" in duty.qualifications for duty in duties()]
    assert subject_to_law == [False, True, True, True, False, False]
    assert "within its means" in duties()[0].qualifications


def test_34_6_removal() -> None:
    """Art. 34(6): a request, content of Art. 14 or Art. 16, as far as the domestic framework allows."""
    assert not differences(
        must_ensure_removal,
        RemovalRequest,
        lambda w: (
            w["was_made"] and (w["child_abuse_material"] or w["intimate_image"]) and w["consistent_with_framework"]
        ),
    )
    request = RemovalRequest(was_made=True, intimate_image=True, consistent_with_framework=True)
    assert duties_on_removal(request)[0].trigger == must_ensure_removal(request)
