"""Art. 21: sanctions, aggravation, discretion, guarantees, release, parole, children, and domestic law."""

from typing import Any

import pytest
from attrs import evolve

from tests.truthtables import Assignment, disagreements
from uncc.kernel.duties import Modality
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences import (
    DomesticMatter,
    ProsecutedPerson,
    SanctionLaw,
    duties_on_prosecution,
    duties_on_sanctions,
    enjoys_guarantees,
    is_reserved_to_domestic_law,
    may_aggravate,
    must_aggravate,
    protects_accused_children,
    sanctions_offences,
    weighs_gravity_at_release,
)

QUALITIES = ("effective", "proportionate", "dissuasive", "gravity")
GUARANTEES = ("domestic", "international", "trial", "defence")
CHILDREN = ("measures", "rights_of_child", "others")
RELEASE = ("convicted", "considered", "gravity")


def law(a: Assignment) -> SanctionLaw:
    """The law that a row of a table describes."""
    return SanctionLaw(
        effective=a.get("effective"),
        proportionate=a.get("proportionate"),
        dissuasive=a.get("dissuasive"),
        weighs_gravity=a.get("gravity"),
        protects_children=a.get("measures"),
        keeps_rights_of_child=a.get("rights_of_child"),
        keeps_other_instruments=a.get("others"),
    )


def person(a: Assignment) -> ProsecutedPerson:
    """The person that a row of a table describes."""
    return ProsecutedPerson(
        rights_of_domestic_law=a.get("domestic"),
        rights_of_international_law=a.get("international"),
        fair_trial=a.get("trial"),
        rights_of_defence=a.get("defence"),
        convicted=a.get("convicted"),
        early_release_considered=a.get("considered"),
        gravity_considered=a.get("gravity"),
    )


def test_21_1_table() -> None:
    """Art. 21(1): three qualities, and gravity is taken into account."""
    assert not disagreements(lambda a: sanctions_offences(law(a)), lambda w: all(w.values()), *QUALITIES)


@pytest.mark.parametrize("missing", QUALITIES)
def test_21_1_nothing_may_be_missing(missing: str) -> None:
    """Art. 21(1): each of the four can be what just fails."""
    assert sanctions_offences(law({**dict.fromkeys(QUALITIES, True), missing: False})).is_no


def test_21_1_does_not_ask_for_aggravation() -> None:
    """Art. 21(1) and (2): a law without aggravating circumstances satisfies all the same."""
    complete = law(dict.fromkeys(QUALITIES, True))
    assert sanctions_offences(evolve(complete, aggravates=False, aggravates_for_infrastructures=False)).is_yes


def test_21_2_may_and_need_not() -> None:
    """Art. 21(2): an option, critical infrastructures included, and no more than that."""
    assert may_aggravate().is_yes
    assert must_aggravate().is_no
    assert may_aggravate().authority == must_aggravate().authority == (art(21, 2),)


def test_21_4_table() -> None:
    """Art. 21(4): rights by domestic and by international law, a fair trial and the defence among them."""
    assert not disagreements(lambda a: enjoys_guarantees(person(a)), lambda w: all(w.values()), *GUARANTEES)


def test_21_6_table() -> None:
    """Art. 21(6): gravity is weighed wherever the release of a convicted person is considered."""
    assert not disagreements(
        lambda a: weighs_gravity_at_release(person(a)),
        lambda w: w["gravity"] or not (w["convicted"] and w["considered"]),
        *RELEASE,
    )


def test_21_6_does_not_forbid_release() -> None:
    """Art. 21(6): it asks for gravity to be weighed, and nowhere how the decision turns out."""
    assert not any("granted" in question.statement for question in ProsecutedPerson.questions().values())


def test_21_7_table() -> None:
    """Art. 21(7): measures in place, and consistent with the rights of the child and the other instruments."""
    assert not disagreements(lambda a: protects_accused_children(law(a)), lambda w: all(w.values()), *CHILDREN)


def test_21_8_what_is_domestic() -> None:
    """Art. 21(8): description, defences, principles of lawfulness, and the law of proceedings; not the whether."""
    reserved = {matter for matter in DomesticMatter if is_reserved_to_domestic_law(matter).is_yes}
    assert reserved == {
        DomesticMatter.DESCRIPTION,
        DomesticMatter.DEFENCES,
        DomesticMatter.LAWFULNESS,
        DomesticMatter.PROSECUTION_AND_PUNISHMENT,
    }
    assert is_reserved_to_domestic_law(DomesticMatter.ESTABLISHMENT).is_no


def test_21_duties_about_the_law() -> None:
    """Art. 21(1), (2), (3) and (7): shall, may, shall endeavour, shall; the discretion only where there is any."""
    duties = duties_on_sanctions(SanctionLaw(gives_discretion=False))
    assert [duty.authority for duty in duties] == [(art(21, n),) for n in (1, 2, 3, 7)]
    assert [duty.modality for duty in duties] == [
        Modality.SHALL,
        Modality.MAY,
        Modality.SHALL_ENDEAVOUR,
        Modality.SHALL,
    ]
    assert [duty.trigger.truth.name for duty in duties] == ["YES", "YES", "NO", "YES"]
    assert [duty.bearer for duty in duties] == [Role.STATE_PARTY] * 3 + [Role.STATES_PARTIES]
    assert duties_on_sanctions(SanctionLaw(gives_discretion=True))[2].trigger.is_yes


TRIGGERS: list[tuple[int, tuple[str, ...]]] = [
    (0, ("prosecuted",)),
    (2, ("convicted", "early_release_considered")),
]


@pytest.mark.parametrize(("place", "names"), TRIGGERS)
def test_21_tables_of_the_triggers(place: int, names: tuple[str, ...]) -> None:
    """Art. 21(4), (5) and (6): each duty arises exactly where its paragraph speaks."""
    assert not disagreements(
        lambda a: duties_on_prosecution(ProsecutedPerson(**dict[str, Any](a)))[place].trigger,
        lambda w: all(w[name] for name in names),
        *names,
    )


def test_21_5_table_of_the_trigger() -> None:
    """Art. 21(5): release pending trial or appeal; who appeals may be known as convicted only."""
    assert not disagreements(
        lambda a: duties_on_prosecution(ProsecutedPerson(**dict[str, Any](a)))[1].trigger,
        lambda w: (w["prosecuted"] or w["convicted"]) and w["released_on_conditions"],
        "prosecuted",
        "convicted",
        "released_on_conditions",
    )


def test_21_duties_in_proceedings() -> None:
    """Art. 21(4), (5) and (6): all are obligations; the one on release seeks a result and weighs the defence."""
    duties = duties_on_prosecution(ProsecutedPerson())
    assert [duty.authority for duty in duties] == [(art(21, n),) for n in (4, 5, 6)]
    assert {duty.modality for duty in duties} == {Modality.SHALL}
    assert duties[1].qualifications == (
        "seeking to ensure it",
        "in accordance with its domestic law",
        "with due regard to the rights of the defence",
    )
