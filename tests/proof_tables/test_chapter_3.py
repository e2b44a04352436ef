"""Chapter III: the bases of jurisdiction of Art. 22, from the text alone."""

from __future__ import annotations

from functools import partial

import pytest

from tests.proof_tables.table import Law, Table, Values, World, differences, names, of, one, table
from uncc.general import ActAbroad
from uncc.jurisdiction import (
    Base,
    BaseKind,
    Commission,
    ParallelProceedings,
    Whereabouts,
    base_is_established,
    excludes_domestic_base,
    jurisdiction_bases,
    may_establish_jurisdiction,
    must_consult,
    must_establish_jurisdiction,
)
from uncc.kernel.findings import Finding, Truth
from uncc.readings import Readings
from uncc.readings.chapter_3 import CompanyNational, FlagMoment, NationalityMoment

NARROW = Readings.of(NationalityMoment.AT_COMMISSION, CompanyNational.NATURAL_PERSONS)
"""On these readings only what is so when the offence is committed counts, and only natural persons are nationals."""
BASES: dict[Base, tuple[tuple[str, ...], Law, BaseKind]] = {
    Base.TERRITORY: (("in_territory",), lambda w: w.in_territory, BaseKind.MANDATORY),
    Base.FLAG_OR_REGISTRATION: (
        ("on_vessel", "flag_at_commission", "on_aircraft", "registered_at_commission"),
        lambda w: (w.on_vessel and w.flag_at_commission) or (w.on_aircraft and w.registered_at_commission),
        BaseKind.MANDATORY,
    ),
    Base.VICTIM: (("against_national",), lambda w: w.against_national, BaseKind.OPTIONAL),
    Base.OFFENDER: (
        ("by_national", "by_stateless_person", "resides_habitually"),
        lambda w: w.by_national or (w.by_stateless_person and w.resides_habitually),
        BaseKind.OPTIONAL,
    ),
    Base.LAUNDERING: (
        (
            "involvement_in_laundering",
            "in_territory",
            "aims_at_conversion",
            "aims_at_concealment",
            "aims_at_acquisition",
            "aim_within_territory",
        ),
        lambda w: (
            w.involvement_in_laundering
            and not w.in_territory
            and (w.aims_at_conversion or w.aims_at_concealment or w.aims_at_acquisition)
            and w.aim_within_territory
        ),
        BaseKind.OPTIONAL,
    ),
    Base.STATE_AS_VICTIM: (("against_state",), lambda w: w.against_state, BaseKind.OPTIONAL),
    Base.NATIONAL_NOT_EXTRADITED: (
        ("present_in_territory", "not_extradited", "for_nationality_alone"),
        lambda w: w.present_in_territory and w.not_extradited and w.for_nationality_alone,
        BaseKind.MANDATORY,
    ),
    Base.PERSON_NOT_EXTRADITED: (
        ("present_in_territory", "not_extradited"),
        lambda w: w.present_in_territory and w.not_extradited,
        BaseKind.OPTIONAL,
    ),
}
"""What ties an offence to a State on each base: shall in Art. 22(1) and (3), may in Art. 22(2) and (4)."""
OF_PARAGRAPH_2 = (Base.VICTIM, Base.OFFENDER, Base.LAUNDERING, Base.STATE_AS_VICTIM)


def _on_an_offence(base: Base) -> Law:
    """Art. 22(1): every base is one over an offence established in accordance with the Convention."""
    law = BASES[base][1]
    return lambda w: w.convention_offence and law(w)


def _aircraft_only(w: World) -> bool:
    """Art. 22(1)(b), if its closing words are about aircraft alone."""
    flag = w.on_vessel and (w.flag_at_commission or w.flag_since)
    return bool(w.convention_offence and (flag or (w.on_aircraft and w.registered_at_commission)))


def _mandatory(w: World) -> bool:
    return any(_on_an_offence(base)(w) for base, (_, _, kind) in BASES.items() if kind is BaseKind.MANDATORY)


def _art_5(w: World) -> bool:
    """Art. 5: equality and territorial integrity, non-intervention, and what is reserved to another State."""
    reserved = w.in_territory_of_other and w.exercises_jurisdiction and w.reserved_to_authorities
    return bool(w.respects_equality and w.does_not_intervene and not reserved)


def _established(base: Base, values: Values) -> Finding:
    return base_is_established(base, of(Commission, values), of(Whereabouts, values)).under(NARROW)


TABLES: list[Table] = [
    *(
        table(
            f"Art. 22, {base.value}",
            partial(_established, base),
            ("convention_offence", *facts),
            _on_an_offence(base),
            [Commission, Whereabouts],
        )
        for base, (facts, _, _) in BASES.items()
    ),
    one(
        "Art. 22(1)(b), the moment counts for aircraft alone",
        lambda commission: base_is_established(Base.FLAG_OR_REGISTRATION, commission).under(
            Readings.of(FlagMoment.AIRCRAFT_ONLY)
        ),
        Commission,
        (
            "convention_offence",
            "on_vessel",
            "flag_at_commission",
            "flag_since",
            "on_aircraft",
            "registered_at_commission",
        ),
        _aircraft_only,
    ),
    table(
        "Art. 22(1) and (3)",
        lambda v: must_establish_jurisdiction(of(Commission, v), of(Whereabouts, v)),
        (
            "convention_offence",
            "in_territory",
            "on_vessel",
            "flag_at_commission",
            "on_aircraft",
            "registered_at_commission",
            "present_in_territory",
            "not_extradited",
            "for_nationality_alone",
        ),
        _mandatory,
        [Commission, Whereabouts],
    ),
    table(
        "Art. 22(2), subject to Art. 5",
        lambda v: may_establish_jurisdiction(of(Commission, v), of(Whereabouts, v), act=of(ActAbroad, v)).under(NARROW),
        ("convention_offence", "against_national", *names(ActAbroad)),
        lambda w: w.convention_offence and w.against_national and _art_5(w),
        by_national=False,
        by_stateless_person=False,
        involvement_in_laundering=False,
        against_state=False,
        present_in_territory=False,
    ),
    table(
        "Art. 22(4), which is not said to be subject to Art. 5",
        lambda v: may_establish_jurisdiction(of(Commission, v), of(Whereabouts, v), act=of(ActAbroad, v)).under(NARROW),
        ("convention_offence", "present_in_territory", "not_extradited"),
        lambda w: w.convention_offence and w.present_in_territory and w.not_extradited,
        [ActAbroad],
        against_national=False,
        by_national=False,
        by_stateless_person=False,
        involvement_in_laundering=False,
        against_state=False,
    ),
    one(
        "Art. 22(5)",
        must_consult,
        ParallelProceedings,
        names(ParallelProceedings),
        lambda w: (
            w.convention_offence
            and (w.exercises_mandatory_base or w.exercises_optional_base)
            and (w.notified or w.otherwise_learned)
            and w.other_is_party
            and (w.other_investigates or w.other_prosecutes or w.other_holds_proceedings)
            and w.same_conduct
        ),
    ),
]


@pytest.mark.parametrize("tab", TABLES, ids=lambda tab: tab.source)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


def test_the_list_of_bases_is_that_of_the_text() -> None:
    """Art. 22(1) to (4): eight bases in the text's order, mandatory or optional; only those of (2) under Art. 5."""
    listed = jurisdiction_bases(Commission())
    assert [(found.base, found.kind) for found in listed] == [(base, kind) for base, (_, _, kind) in BASES.items()]
    assert [found.base for found in listed if found.subject_to] == [*OF_PARAGRAPH_2]
    assert {*Base} == {*BASES}


def test_other_jurisdiction_is_not_excluded() -> None:
    """Art. 22(6): the Convention shuts out no jurisdiction that domestic law has established."""
    assert excludes_domestic_base().truth is Truth.NO
