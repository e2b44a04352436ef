"""Art. 3: what the Convention applies to, read with Arts. 23 and 35 to which it refers."""

import pytest

from tests.truthtables import Assignment, World, disagreements
from uncc.general import Activity, EvidenceSide, evidence_is_within_reach, is_within_scope
from uncc.kernel.provisions import art

FACTS = ("pursues", "gathers", "proceedings", "convention", "serious", "criminal")


def activity(a: Assignment) -> Activity:
    """The activity that a row of the table describes."""
    return Activity(
        prevents_or_pursues=a["pursues"],
        gathers_electronic_evidence=a["gathers"],
        for_criminal_proceedings=a["proceedings"],
        convention_offence=a["convention"],
        serious_crime=a["serious"],
        criminal_offence=a["criminal"],
    )


def coherent(a: Assignment) -> bool:
    """Every offence of the Convention, and every serious crime, is a criminal offence."""
    return a["criminal"] is True or (a["convention"] is False and a["serious"] is False)


def offence_reached(w: World, side: EvidenceSide) -> bool:
    """Art. 3(b): at home by Art. 23(2), and between States by Art. 35(1)."""
    return w["criminal"] if side is EvidenceSide.DOMESTIC else w["convention"] or w["serious"]


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_b_table_of_offences(side: EvidenceSide) -> None:
    """Art. 3(b): evidence is within reach if it is of an offence that the article referred to names."""
    assert not disagreements(
        lambda a: evidence_is_within_reach(activity(a), side),
        lambda w: offence_reached(w, side),
        *FACTS,
        where=coherent,
    )


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_table(side: EvidenceSide) -> None:
    """Art. 3: the pursuit of offences of the Convention, or the evidence of the other limb."""
    assert not disagreements(
        lambda a: is_within_scope(activity(a), side),
        lambda w: (
            (w["pursues"] and w["convention"]) or (w["gathers"] and w["proceedings"] and offence_reached(w, side))
        ),
        *FACTS,
        where=coherent,
    )


PETTY_THEFT = Activity(
    prevents_or_pursues=True,
    gathers_electronic_evidence=True,
    for_criminal_proceedings=True,
    convention_offence=False,
    serious_crime=False,
    criminal_offence=True,
)
MURDER = Activity(
    prevents_or_pursues=True,
    gathers_electronic_evidence=True,
    for_criminal_proceedings=True,
    convention_offence=False,
    serious_crime=True,
    criminal_offence=True,
)


def test_3_b_at_home_any_criminal_offence() -> None:
    """Art. 3(b) with Art. 23(2)(c): at home electronic evidence of the pettiest offence is covered."""
    assert evidence_is_within_reach(PETTY_THEFT, EvidenceSide.DOMESTIC).is_yes
    assert is_within_scope(PETTY_THEFT, EvidenceSide.DOMESTIC).is_yes


def test_3_b_in_cooperation_not_any_offence() -> None:
    """Art. 3(b) with Art. 35(1)(b) and (c): no State need gather evidence of petty offences for another."""
    assert evidence_is_within_reach(PETTY_THEFT, EvidenceSide.COOPERATION).is_no
    assert is_within_scope(PETTY_THEFT, EvidenceSide.COOPERATION).is_no


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_b_serious_crimes_on_either_side(side: EvidenceSide) -> None:
    """Art. 3(b) with Arts. 23(2)(c) and 35(1)(c): evidence of murder is covered on both sides."""
    assert evidence_is_within_reach(MURDER, side).is_yes


def test_3_b_a_serious_crime_is_a_criminal_offence() -> None:
    """Art. 3(b) with Arts. 2(h) and 23(2)(c): what carries four years of prison is criminal, so nothing is open."""
    evidence = Activity(gathers_electronic_evidence=True, for_criminal_proceedings=True, serious_crime=True)
    assert evidence_is_within_reach(evidence, EvidenceSide.DOMESTIC).is_yes


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_a_only_offences_of_the_convention(side: EvidenceSide) -> None:
    """Art. 3(a): the pursuit of murder as such, without electronic evidence, is not the Convention's business."""
    pursuit = Activity(
        prevents_or_pursues=True,
        gathers_electronic_evidence=False,
        convention_offence=False,
        serious_crime=True,
        criminal_offence=True,
    )
    assert is_within_scope(pursuit, side).is_no


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_a_needs_no_evidence(side: EvidenceSide) -> None:
    """Art. 3(a): preventing an offence of the Convention is covered with no proceedings and no evidence."""
    prevention = Activity(
        prevents_or_pursues=True,
        gathers_electronic_evidence=False,
        for_criminal_proceedings=False,
        convention_offence=True,
        criminal_offence=True,
    )
    assert is_within_scope(prevention, side).is_yes


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_b_offences_of_the_convention_on_either_side(side: EvidenceSide) -> None:
    """Art. 3(b) with Arts. 23(2)(a) and 35(1)(b): an offence of the Convention is covered and no more is asked."""
    evidence = Activity(gathers_electronic_evidence=True, for_criminal_proceedings=True, convention_offence=True)
    assert evidence_is_within_reach(evidence, side).is_yes
    assert is_within_scope(evidence, side).is_yes


@pytest.mark.parametrize("side", EvidenceSide)
def test_3_b_only_for_criminal_proceedings(side: EvidenceSide) -> None:
    """Art. 3(b): evidence for a civil suit is outside, even if the same conduct is an offence."""
    suit = Activity(
        prevents_or_pursues=False,
        gathers_electronic_evidence=True,
        for_criminal_proceedings=False,
        convention_offence=True,
        criminal_offence=True,
    )
    assert is_within_scope(suit, side).is_no


@pytest.mark.parametrize(("side", "article"), [(EvidenceSide.DOMESTIC, art(23)), (EvidenceSide.COOPERATION, art(35))])
def test_3_b_refers_to_another_article(side: EvidenceSide, article: object) -> None:
    """Art. 3(b): the finding rests on the limb itself and on the article to which it sends the reader."""
    finding = evidence_is_within_reach(Activity(), side)
    cited = {provision for part in finding.walk() for provision in part.authority}
    assert art(3, "b") in cited
    assert any(str(provision).startswith(str(article)) for provision in cited)
