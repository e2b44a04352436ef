"""Art. 35: for which offences the articles on electronic evidence apply, and when dual criminality is fulfilled."""

from itertools import product

import pytest

from tests.truthtables import disagreements
from uncc.cooperation import Offence, UnderlyingConduct, dual_criminality_satisfied, evidence_articles_apply
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision, art


def cited(finding: Finding) -> set[Provision]:
    return {provision for part in finding.walk() for provision in part.authority}


# Art. 35(1)(b), (c) and (2)


def test_35_2_table() -> None:
    """Art. 35(2): the articles on evidence apply iff the offence is of the Convention or is a serious crime."""
    assert not disagreements(
        lambda a: evidence_articles_apply(
            Offence(title="fraud", established_in_accordance=a["convention"], serious_crime=a["serious"])
        ),
        lambda w: w["convention"] or w["serious"],
        "convention",
        "serious",
    )


def test_35_1_b_needs_no_seriousness() -> None:
    """Art. 35(1)(b): evidence of an offence of the Convention is covered however mild its penalty."""
    assert evidence_articles_apply(
        Offence(title="illegal access", established_in_accordance=True, serious_crime=False)
    ).is_yes


def test_35_1_c_needs_no_link_with_the_convention() -> None:
    """Art. 35(1)(c): evidence of any serious crime is covered, were it unknown to the Convention."""
    assert evidence_articles_apply(Offence(title="murder", established_in_accordance=False, serious_crime=True)).is_yes


def test_35_2_petty_offences_are_outside() -> None:
    """Art. 35(2): an offence that is neither of the Convention nor serious gets nothing from the evidence articles."""
    assert evidence_articles_apply(Offence(title="parking", established_in_accordance=False, serious_crime=False)).is_no


def test_35_2_says_where_it_comes_from() -> None:
    """Art. 35(2) refers back to two of the purposes of the first paragraph, and all three are named."""
    finding = evidence_articles_apply(Offence(title="fraud"))
    assert {art(35, 2), art(35, 1, "b"), art(35, 1, "c")} <= cited(finding)


@pytest.mark.parametrize("penalty", [None, "two years", "life"])
def test_35_1_c_turns_on_the_fact_not_on_the_note(penalty: str | None) -> None:
    """Art. 35(1)(c): what is written about the penalty is a note, and seriousness is asked as a fact."""
    offence = Offence(title="fraud", maximum_penalty=penalty, established_in_accordance=False)
    assert evidence_articles_apply(offence).is_unknown


def test_35_offence_has_a_title() -> None:
    """Art. 35(1): an offence without a name is none."""
    with pytest.raises(InvalidValue):
        Offence(title="")


# Art. 35(3)


def test_35_3_table() -> None:
    """Art. 35(3): dual criminality is fulfilled iff the conduct is criminal under both laws."""
    assert not disagreements(
        lambda a: dual_criminality_satisfied(
            UnderlyingConduct(
                criminal_in_requesting_state=a["requesting"],
                criminal_in_requested_state=a["requested"],
                same_category=a["category"],
                same_terminology=a["terminology"],
            )
        ),
        lambda w: w["requesting"] and w["requested"],
        "requesting",
        "requested",
        "category",
        "terminology",
    )


@pytest.mark.parametrize(("category", "terminology"), list(product((True, False, None), repeat=2)))
def test_35_3_category_and_terminology_never_matter(category: bool | None, terminology: bool | None) -> None:
    """Art. 35(3): neither the category nor the name of the offence makes up for conduct that is not criminal."""
    lawful = UnderlyingConduct(
        criminal_in_requesting_state=True,
        criminal_in_requested_state=False,
        same_category=category,
        same_terminology=terminology,
    )
    assert dual_criminality_satisfied(lawful).is_no


def test_35_3_asks_nothing_about_category_and_terminology() -> None:
    """Art. 35(3): since they never matter, what category and name the offence has is not an open question."""
    finding = dual_criminality_satisfied(UnderlyingConduct())
    assert finding.is_unknown
    assert len(finding.open_questions) == 2
    assert art(35, 3) in cited(finding)
