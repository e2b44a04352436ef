"""Art. 2(h) to (o): crime, property, measures, organizations and emergencies, read from the text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.truthtables import disagreements
from uncc.general import (
    Measure,
    Organization,
    Penalty,
    PenaltyKind,
    Property,
    Situation,
    counts_as_state_party,
    is_confiscation,
    is_emergency,
    is_freezing_or_seizure,
    is_predicate_offence,
    is_proceeds_of_crime,
    is_property,
    is_regional_economic_integration_organization,
    is_serious_crime,
)
from uncc.kernel.errors import InvalidValue
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_1 import SeriousCrimeLaw

REQUESTING = Readings.of(SeriousCrimeLaw.REQUESTING)
REQUESTED = Readings.of(SeriousCrimeLaw.REQUESTED)
EVERY_READING = (AS_ADOPTED, REQUESTING, REQUESTED)

LIFE = Penalty(kind=PenaltyKind.LIFE)
SEVERER = Penalty(kind=PenaltyKind.MORE_SERIOUS)


def term(years: int | None = None, months: int | None = None) -> Penalty:
    """A maximum term of deprivation of liberty."""
    return Penalty(kind=PenaltyKind.TERM, years=years, months=months)


SEVERE, MILD = term(years=4), term(years=3, months=11)


def penalty(severe: bool | None) -> Penalty | None:
    """The penalty that a cell stands for; an empty cell is a law that nobody has looked up."""
    if severe is None:
        return None
    return SEVERE if severe else MILD


# Art. 2(h)


@pytest.mark.parametrize(
    "maximum", [SEVERE, term(months=48), term(years=3, months=12), term(years=4, months=1), term(years=30)]
)
def test_2_h_four_years_are_enough(maximum: Penalty) -> None:
    """Art. 2(h): the maximum reaches the threshold at exactly four years, however they are written."""
    assert maximum.reaches_threshold


@pytest.mark.parametrize("maximum", [MILD, term(months=47), term(years=3), term(months=1), term(years=0)])
def test_2_h_less_than_four_years_is_not(maximum: Penalty) -> None:
    """Art. 2(h): a maximum one month short of four years is below the threshold."""
    assert maximum.reaches_threshold is False


def test_2_h_a_term_without_a_length_is_not_known() -> None:
    """Art. 2(h): a penalty of which nobody stated the length is no mild one; no penalty at all is stated as 0."""
    assert term().reaches_threshold is None
    assert is_serious_crime(requesting=Penalty(), requested=Penalty()).is_unknown
    assert Penalty(years=0).reaches_threshold is False
    assert (Penalty(years=4), Penalty(months=4)) == (Penalty(years=4, months=0), Penalty(years=0, months=4))


@pytest.mark.parametrize("maximum", [LIFE, SEVERER])
def test_2_h_penalties_beyond_any_term(maximum: Penalty) -> None:
    """Art. 2(h): life, and a graver penalty than deprivation of liberty, reach it without a number of years."""
    assert maximum.reaches_threshold


@given(st.integers(0, 100), st.integers(0, 1200))
def test_2_h_terms_are_added_up(years: int, months: int) -> None:
    """Art. 2(h): years and months count together, twelve months to the year."""
    assert term(years, months).reaches_threshold is (12 * years + months >= 48)


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_h_the_mandatory_minimum_is_irrelevant(under: Readings) -> None:
    """Art. 2(h), S01: two to three years is no serious crime, since the minimum is not even asked for."""
    assert is_serious_crime(requesting=term(years=3), requested=term(years=3)).under(under).is_no


def test_2_h_table() -> None:
    """Art. 2(h): the law that the reading points to decides, and both must agree where none is chosen."""

    def reading(by_requesting: bool | None) -> Readings:
        if by_requesting is None:
            return AS_ADOPTED
        return REQUESTING if by_requesting else REQUESTED

    assert not disagreements(
        lambda a: is_serious_crime(requesting=penalty(a["requesting"]), requested=penalty(a["requested"])).under(
            reading(a["by_requesting"])
        ),
        lambda w: w["requesting"] if w["by_requesting"] else w["requested"],
        "requesting",
        "requested",
        "by_requesting",
    )


@pytest.mark.parametrize("mirrored", [False, True])
def test_2_h_two_laws_that_differ(mirrored: bool) -> None:
    """Art. 2(h): the text does not say whose law measures, so only a reading can decide between two laws."""
    there, here = (MILD, SEVERE) if mirrored else (SEVERE, MILD)
    assert is_serious_crime(requesting=there, requested=here).is_unknown
    assert is_serious_crime(requesting=there, requested=here).under(REQUESTING).is_yes is not mirrored
    assert is_serious_crime(requesting=there, requested=here).under(REQUESTED).is_yes is mirrored


@pytest.mark.parametrize("under", EVERY_READING)
def test_2_h_two_laws_that_agree(under: Readings) -> None:
    """Art. 2(h): where both laws reach four years, nothing turns on the reading."""
    assert is_serious_crime(requesting=LIFE, requested=SEVERE).under(under).is_yes


def test_2_h_without_any_law() -> None:
    """Art. 2(h): an offence whose penalty nobody knows is neither serious nor not."""
    finding = is_serious_crime()
    assert finding.is_unknown
    assert art(2, "h") in {provision for part in finding.walk() for provision in part.authority}


@pytest.mark.parametrize(
    "bad",
    [
        {"years": -1},
        {"months": -1},
        {"years": 5, "months": -12},
        {"years": 3.5},
        {"months": 47.9},
        {"years": "4"},
        {"years": True},
        {"months": True},
        {"kind": "life"},
        {"kind": None},
    ],
)
def test_2_h_bad_penalties(bad: dict[str, Any]) -> None:
    """Art. 2(h): a length is a whole number that is not negative, and the kind is one of the three."""
    given_fields: dict[str, Any] = {"kind": PenaltyKind.TERM, **bad}
    with pytest.raises(InvalidValue):
        Penalty(**given_fields)


@pytest.mark.parametrize("kind", [PenaltyKind.LIFE, PenaltyKind.MORE_SERIOUS])
def test_2_h_only_a_term_has_a_length(kind: PenaltyKind) -> None:
    """Art. 2(h): imprisonment for life lasts no number of years, and a law that is read so was misread."""
    with pytest.raises(InvalidValue, match="years: 25 is not 0, since only a term has a length"):
        Penalty(kind=kind, years=25)


# Art. 2(i), (j) and (m)


def test_2_i_table() -> None:
    """Art. 2(i): assets are property, and so are the papers that show a right in them."""
    assert not disagreements(
        lambda a: is_property(Property(is_asset=a["asset"], evidences_asset=a["evidence"])),
        lambda w: w["asset"] or w["evidence"],
        "asset",
        "evidence",
    )


def test_2_i_title_deeds() -> None:
    """Art. 2(i): a deed is property though it is no asset itself."""
    assert is_property(Property(is_asset=False, evidences_asset=True)).is_yes


PROPERTY = ("asset", "evidence", "directly", "indirectly")


def test_2_j_table() -> None:
    """Art. 2(j): property, and got from an offence by a straight or a crooked way."""
    assert not disagreements(
        lambda a: is_proceeds_of_crime(
            Property(
                is_asset=a["asset"],
                evidences_asset=a["evidence"],
                obtained_directly=a["directly"],
                obtained_indirectly=a["indirectly"],
            )
        ),
        lambda w: (w["asset"] or w["evidence"]) and (w["directly"] or w["indirectly"]),
        *PROPERTY,
    )


def test_2_j_indirect_gain() -> None:
    """Art. 2(j): what was bought with the loot is proceeds too."""
    assert is_proceeds_of_crime(Property(is_asset=True, obtained_directly=False, obtained_indirectly=True)).is_yes


def test_2_j_only_property() -> None:
    """Art. 2(j): an advantage that is no property is no proceeds."""
    assert is_proceeds_of_crime(Property(is_asset=False, evidences_asset=False, obtained_directly=True)).is_no


def test_2_m_table() -> None:
    """Art. 2(m): an offence is predicate if it generated proceeds, and these can be laundered."""
    assert not disagreements(
        lambda a: is_predicate_offence(
            Property(
                is_asset=a["asset"],
                evidences_asset=a["evidence"],
                obtained_directly=a["directly"],
                obtained_indirectly=a["indirectly"],
                subject_of_laundering=a["laundering"],
            )
        ),
        lambda w: (w["asset"] or w["evidence"]) and (w["directly"] or w["indirectly"]) and w["laundering"],
        *PROPERTY,
        "laundering",
    )


def test_2_m_no_proceeds() -> None:
    """Art. 2(m): an offence that yielded nothing is no predicate offence."""
    barren = Property(is_asset=True, obtained_directly=False, obtained_indirectly=False, subject_of_laundering=True)
    assert is_predicate_offence(barren).is_no


# Art. 2(k) and (l)


def test_2_k_table() -> None:
    """Art. 2(k): a passing ban on dealing or a passing custody, either of them by order."""
    assert not disagreements(
        lambda a: is_freezing_or_seizure(
            Measure(
                prohibits_dealing=a["ban"],
                assumes_control=a["control"],
                deprives_permanently=a["for_good"],
                ordered_by_authority=a["ordered"],
            )
        ),
        lambda w: (w["ban"] or w["control"]) and w["ordered"],
        "ban",
        "control",
        "for_good",
        "ordered",
    )


def test_2_k_seizure_without_an_order_is_none() -> None:
    """Art. 2(k), S03: a laptop that the police take of their own motion is not seized as the term is defined."""
    laptop = Measure(prohibits_dealing=False, assumes_control=True, ordered_by_authority=False)
    assert is_freezing_or_seizure(laptop).is_no


def test_2_k_freezing_needs_an_order_as_well() -> None:
    """Art. 2(k): the order belongs to both limbs."""
    frozen = Measure(prohibits_dealing=True, assumes_control=False, ordered_by_authority=False)
    assert is_freezing_or_seizure(frozen).is_no


def test_2_l_table() -> None:
    """Art. 2(l): lasting deprivation, by order."""
    assert not disagreements(
        lambda a: is_confiscation(
            Measure(
                prohibits_dealing=a["ban"],
                assumes_control=a["control"],
                deprives_permanently=a["for_good"],
                ordered_by_authority=a["ordered"],
            )
        ),
        lambda w: w["for_good"] and w["ordered"],
        "ban",
        "control",
        "for_good",
        "ordered",
    )


def test_2_k_l_freezing_is_not_confiscation() -> None:
    """Art. 2(k) and (l): one is for a time and the other for good."""
    for_a_time = Measure(
        prohibits_dealing=True, assumes_control=True, deprives_permanently=False, ordered_by_authority=True
    )
    for_good = Measure(
        prohibits_dealing=False, assumes_control=False, deprives_permanently=True, ordered_by_authority=True
    )
    assert is_freezing_or_seizure(for_a_time).is_yes
    assert is_confiscation(for_a_time).is_no
    assert is_freezing_or_seizure(for_good).is_no
    assert is_confiscation(for_good).is_yes


# Art. 2(n)


def test_2_n_table_of_the_definition() -> None:
    """Art. 2(n): States of a region, powers handed over, and leave by its own procedures; the matter is irrelevant."""
    assert not disagreements(
        lambda a: is_regional_economic_integration_organization(
            Organization(
                of_states_of_region=a["region"],
                competence_transferred=a["competence"],
                authorized=a["authorized"],
                within_competence=a["within"],
            )
        ),
        lambda w: w["region"] and w["competence"] and w["authorized"],
        "region",
        "competence",
        "authorized",
        "within",
    )


def test_2_n_table_of_what_follows() -> None:
    """Art. 2(n): what is said of States Parties holds for such an organization as far as its competence goes."""
    assert not disagreements(
        lambda a: counts_as_state_party(
            Organization(
                of_states_of_region=a["region"],
                competence_transferred=a["competence"],
                authorized=a["authorized"],
                within_competence=a["within"],
            )
        ),
        lambda w: w["region"] and w["competence"] and w["authorized"] and w["within"],
        "region",
        "competence",
        "authorized",
        "within",
    )


def test_2_n_beyond_its_competence() -> None:
    """Art. 2(n): outside its competence it remains such an organization but does not stand for a State."""
    union = Organization(
        of_states_of_region=True, competence_transferred=True, authorized=True, within_competence=False
    )
    assert is_regional_economic_integration_organization(union).is_yes
    assert counts_as_state_party(union).is_no


# Art. 2(o)


def test_2_o_table() -> None:
    """Art. 2(o): a risk to a person that is both grave and near."""
    assert not disagreements(
        lambda a: is_emergency(
            Situation(risk_to_person=a["risk"], significant=a["significant"], imminent=a["imminent"])
        ),
        lambda w: all(w.values()),
        "risk",
        "significant",
        "imminent",
    )


@pytest.mark.parametrize(("significant", "imminent"), [(True, False), (False, True)])
def test_2_o_significant_and_imminent(significant: bool, imminent: bool) -> None:
    """Art. 2(o): a grave risk that is far, or a near one that is slight, makes no emergency."""
    assert is_emergency(Situation(risk_to_person=True, significant=significant, imminent=imminent)).is_no


def test_2_o_danger_to_things() -> None:
    """Art. 2(o): danger to things alone is no emergency."""
    assert is_emergency(Situation(risk_to_person=False, significant=True, imminent=True)).is_no


def test_2_o_is_not_assumed() -> None:
    """Art. 2(o): an emergency of which nothing is known is an open question, with three things to ask."""
    finding = is_emergency(Situation())
    assert finding.is_unknown
    assert len(finding.open_questions) == 3
