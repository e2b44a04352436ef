"""Art. 22(1) to (4): every base of jurisdiction, and the facts that establish it."""

from collections.abc import Callable
from itertools import product

import pytest
from attrs import evolve

from tests.truthtables import Assignment, World, disagreements
from uncc.jurisdiction import (
    Base,
    BaseKind,
    Commission,
    Whereabouts,
    base_is_established,
    jurisdiction_bases,
)
from uncc.kernel import again
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_3 import CompanyNational, FlagMoment, NationalityMoment
from uncc.testing import every

LATER_FLAG = Readings.of(FlagMoment.AIRCRAFT_ONLY)
BOTH_TIED = Readings.of(FlagMoment.VESSEL_AND_AIRCRAFT)
NARROW = Readings.of(NationalityMoment.AT_COMMISSION, CompanyNational.NATURAL_PERSONS)
OFFENCE = "convention_offence"
VICTIM = ("against_national", "victim_national_since", "against_company")
OFFENDER = (
    "by_national",
    "offender_national_since",
    "by_company",
    "by_stateless_person",
    "resides_habitually",
    "resides_since",
)
ABOARD = (
    OFFENCE,
    "on_vessel",
    "flag_at_commission",
    "flag_since",
    "on_aircraft",
    "registered_at_commission",
    "registered_since",
)
LAUNDERING = (
    OFFENCE,
    "in_territory",
    "involvement_in_laundering",
    "aims_at_conversion",
    "aims_at_concealment",
    "aims_at_acquisition",
    "aim_within_territory",
)
PERSON = ("present_in_territory", "not_extradited", "for_nationality_alone")


def laundering(w: World) -> bool:
    """Art. 22(2)(c), read from the text."""
    aims = w["aims_at_conversion"] or w["aims_at_concealment"] or w["aims_at_acquisition"]
    return w["involvement_in_laundering"] and not w["in_territory"] and aims and w["aim_within_territory"]


def victim(w: World, *, since: bool = False, companies: bool = False) -> bool:
    """Art. 22(2)(a), where a later nationality counts or does not, and companies are nationals or are not."""
    return w["against_national"] or (since and w["victim_national_since"]) or (companies and w["against_company"])


def offender(w: World, *, since: bool = False, companies: bool = False) -> bool:
    """Art. 22(2)(b), on the same readings."""
    resides = w["resides_habitually"] or (since and w["resides_since"])
    national = w["by_national"] or (since and w["offender_national_since"]) or (companies and w["by_company"])
    return national or (w["by_stateless_person"] and resides)


EXPECTED: dict[Base, tuple[Callable[[World], bool], tuple[str, ...]]] = {
    Base.TERRITORY: (lambda w: w["in_territory"], ("in_territory",)),
    Base.VICTIM: (victim, VICTIM),
    Base.OFFENDER: (offender, OFFENDER),
    Base.LAUNDERING: (laundering, LAUNDERING[1:]),
    Base.STATE_AS_VICTIM: (lambda w: w["against_state"], ("against_state",)),
}


def established(base: Base, a: Assignment) -> Finding:
    """The finding on a base for a row of a table."""
    commission = Commission(**{name: value for name, value in a.items() if name not in PERSON})
    return base_is_established(base, commission, Whereabouts(**{n: v for n, v in a.items() if n in PERSON}))


@pytest.mark.long
@pytest.mark.parametrize("base", EXPECTED, ids=lambda base: base.value)
def test_22_1_and_2_tables(base: Base) -> None:
    """Art. 22(1)(a) and (2): each base by its own facts, and always over a Convention offence."""
    predicate, names = EXPECTED[base]
    assert not disagreements(
        lambda a: established(base, a).under(NARROW), lambda w: w[OFFENCE] and predicate(w), OFFENCE, *names
    )


@pytest.mark.long
@pytest.mark.parametrize("since", NationalityMoment)
@pytest.mark.parametrize("companies", CompanyNational)
def test_22_2_a_and_b_on_each_reading(since: NationalityMoment, companies: CompanyNational) -> None:
    """Art. 22(2)(a) and (b): nationality and residence of either moment, and companies, as the readings have it."""
    under = Readings.of(since, companies)
    on = {
        "since": since is NationalityMoment.THEN_OR_SINCE,
        "companies": companies is CompanyNational.LEGAL_PERSONS_TOO,
    }
    for base, law, names in ((Base.VICTIM, victim, VICTIM), (Base.OFFENDER, offender, OFFENDER)):
        assert not disagreements(
            lambda a, base=base: base_is_established(base, Commission(**a)).under(under),  # type: ignore[misc]
            lambda w, law=law: w[OFFENCE] and law(w, **on),  # type: ignore[misc]
            OFFENCE,
            *names,
        )


def test_22_2_no_moment_is_adopted() -> None:
    """Art. 22(2)(a) and (b): who became a national since, and a company, leave the answer to the readings."""
    later = Commission(
        convention_offence=True, against_national=False, victim_national_since=True, against_company=False
    )
    asked = base_is_established(Base.VICTIM, later).open_questions
    assert [question.name for question in asked] == ["nationality-moment"]
    company = evolve(later, victim_national_since=False, against_company=True)
    asked = base_is_established(Base.VICTIM, company).open_questions
    assert [question.name for question in asked] == ["company-national"]
    assert base_is_established(Base.VICTIM, evolve(later, against_national=True)).is_yes


@pytest.mark.parametrize("under", [AS_ADOPTED, BOTH_TIED, LATER_FLAG])
def test_22_1_b_table(under: Readings) -> None:
    """Art. 22(1)(b): vessel or aircraft, with the flag and the registration of the moment that counts."""

    def aboard(w: World) -> bool:
        flag = w["flag_at_commission"] or (under is LATER_FLAG and w["flag_since"])
        return w[OFFENCE] and ((w["on_vessel"] and flag) or (w["on_aircraft"] and w["registered_at_commission"]))

    assert not disagreements(
        lambda a: base_is_established(Base.FLAG_OR_REGISTRATION, Commission(**a)).under(under), aboard, *ABOARD
    )


def test_22_1_b_names_the_reading_only_for_the_flag() -> None:
    """Art. 22(1)(b): the reading on the moment stands in the finding, and the registration has none."""
    finding = base_is_established(Base.FLAG_OR_REGISTRATION, Commission())
    assert [consulted.reading.id for consulted in finding.readings] == ["flag-moment"]
    for base in Base:
        told = {consulted.reading.id for consulted in base_is_established(base, Commission()).readings}
        assert ("flag-moment" in told) is (base is Base.FLAG_OR_REGISTRATION)
        assert ("nationality-moment" in told) is (base in (Base.VICTIM, Base.OFFENDER))
        assert ("company-national" in told) is (base in (Base.VICTIM, Base.OFFENDER))


@pytest.mark.parametrize(("then", "since"), list(product((True, False), repeat=2)))
@pytest.mark.parametrize("under", [AS_ADOPTED, LATER_FLAG])
def test_22_1_b_registration_is_that_of_the_moment(*, then: bool, since: bool, under: Readings) -> None:
    """Art. 22(1)(b): whatever is registered later, on either reading, the registration then decides."""
    flight = Commission(
        convention_offence=True,
        on_vessel=False,
        on_aircraft=True,
        registered_at_commission=then,
        registered_since=since,
    )
    finding = base_is_established(Base.FLAG_OR_REGISTRATION, flight).under(under)
    assert finding.is_yes is then
    assert finding.is_no is not then


def test_22_2_b_residence_counts_for_stateless_persons_only() -> None:
    """Art. 22(2)(b): a foreign national who resides in the territory does not establish the base."""
    foreigner = Commission(
        convention_offence=True,
        by_national=False,
        offender_national_since=False,
        by_company=False,
        by_stateless_person=False,
        resides_habitually=True,
        resides_since=False,
    )
    assert base_is_established(Base.OFFENDER, foreigner).is_no
    assert base_is_established(Base.OFFENDER, evolve(foreigner, by_stateless_person=True)).is_yes
    elsewhere = evolve(foreigner, by_stateless_person=True, resides_habitually=False)
    assert base_is_established(Base.OFFENDER, elsewhere).is_no


def test_22_2_c_only_from_abroad() -> None:
    """Art. 22(2)(c): what is done in the territory is not meant, and falls under the first paragraph."""
    helper = Commission(
        convention_offence=True,
        in_territory=False,
        involvement_in_laundering=True,
        aims_at_concealment=True,
        aim_within_territory=True,
    )
    assert base_is_established(Base.LAUNDERING, helper).is_yes
    at_home = evolve(helper, in_territory=True)
    assert base_is_established(Base.LAUNDERING, at_home).is_no
    assert base_is_established(Base.TERRITORY, at_home).is_yes
    assert base_is_established(Base.LAUNDERING, evolve(helper, aim_within_territory=False)).is_no


def test_22_3_and_4_tables() -> None:
    """Art. 22(3) and (4): presence and no extradition; nationality alone for the first, any ground for the other."""
    assert not disagreements(
        lambda a: established(Base.NATIONAL_NOT_EXTRADITED, a), lambda w: all(w.values()), OFFENCE, *PERSON
    )
    assert not disagreements(
        lambda a: established(Base.PERSON_NOT_EXTRADITED, a),
        lambda w: w[OFFENCE] and w["present_in_territory"] and w["not_extradited"],
        OFFENCE,
        *PERSON,
    )


def test_22_4_stands_beside_22_3() -> None:
    """Art. 22(3) and (4): where the mandatory base is there, the optional one is too; not the reverse."""
    for convention, whereabouts in product((None, True, False), every(Whereabouts)):
        commission = Commission(convention_offence=convention)
        mandatory = base_is_established(Base.NATIONAL_NOT_EXTRADITED, commission, whereabouts)
        optional = base_is_established(Base.PERSON_NOT_EXTRADITED, commission, whereabouts)
        assert mandatory.truth <= optional.truth


def test_22_3_serves_the_duty_to_submit_the_case() -> None:
    """Art. 22(3): the base cites the paragraph on extradition that it is for."""
    finding = base_is_established(Base.NATIONAL_NOT_EXTRADITED, Commission())
    assert art(37, 11) in {provision for node in finding.walk() for provision in node.authority}


def test_22_kinds_and_provisions() -> None:
    """Art. 22: shall in paragraphs 1 and 3, may in 2 and 4; only paragraph 2 is subject to Art. 5."""
    bases = jurisdiction_bases(Commission())
    assert [found.base for found in bases] == list(Base)
    provisions = [found.provision for found in bases]
    assert provisions == sorted(provisions)
    for found in bases:
        paragraph = found.provision.steps[0]
        assert found.kind is (BaseKind.MANDATORY if paragraph in ("1", "3") else BaseKind.OPTIONAL)
        assert found.subject_to == ((art(5, 1), art(5, 2)) if paragraph == "2" else ())
        assert found.provision in found.connection.authority
        assert found.base.provision == found.provision


def test_22_bases_say_established_excluded_or_undetermined() -> None:
    """Art. 22: the finding of each base is that of its rule, on the reading chosen."""
    sold = Commission(convention_offence=True, on_vessel=True, flag_at_commission=False, flag_since=True)
    person = Whereabouts(present_in_territory=True)
    for under in (AS_ADOPTED, LATER_FLAG):
        for found in again.under(jurisdiction_bases(sold, person), under):
            assert found.connection == base_is_established(found.base, sold, person).under(under)


def test_22_no_base_over_other_offences() -> None:
    """Art. 22(1) to (4): an offence that is none of the Convention's gives no base under it."""
    theft = Commission(convention_offence=False, in_territory=True, against_national=True, by_national=True)
    assert all(found.connection.is_no for found in jurisdiction_bases(theft))
