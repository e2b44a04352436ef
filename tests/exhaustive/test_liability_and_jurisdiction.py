"""Arts. 18 to 22: every rule over every three-valued state of its facts.

`may_establish_jurisdiction` has nineteen facts and is swept in parts, the others fixed so that they do not decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from tests.universal import hold_universal_properties
from uncc.general import ActAbroad
from uncc.jurisdiction import (
    Base,
    Commission,
    ParallelProceedings,
    Whereabouts,
    base_is_established,
    may_establish_jurisdiction,
    must_consult,
    must_establish_jurisdiction,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.offences import (
    Involvement,
    InvolvementLaw,
    LegalPersonLaw,
    LimitationLaw,
    ProsecutedPerson,
    SanctionLaw,
    breaches_participation_duty,
    conforms_on_limitation,
    criminalises_involvement,
    enjoys_guarantees,
    establishes_liability_of_legal_persons,
    gives_long_period,
    gives_more_time_after_evasion,
    has_permitted_form_of_liability,
    leaves_natural_persons_liable,
    protects_accused_children,
    sanctions_legal_persons,
    sanctions_offences,
    weighs_gravity_at_release,
)
from uncc.readings import Readings
from uncc.readings.chapter_2 import NoLimitation
from uncc.readings.chapter_3 import FlagMoment

Values = Mapping[str, Fact]
Case = tuple[Callable[[Values], Finding], list[str]]
FALLS_SHORT = Readings.of(NoLimitation.FALLS_SHORT)
LATER_FLAG = Readings.of(FlagMoment.AIRCRAFT_ONLY)
PARTICIPATION, ATTEMPT, PREPARATION = Involvement

FORMS = ("criminal_liability", "civil_liability", "administrative_liability")
SANCTIONS = ("effective", "proportionate", "dissuasive")
GUARANTEES = ("rights_of_domestic_law", "rights_of_international_law", "fair_trial", "rights_of_defence")
RELEASE = ("convicted", "early_release_considered", "gravity_considered")
CHILDREN = ("protects_children", "keeps_rights_of_child", "keeps_other_instruments")
CAPACITIES = ("punishes_accomplices", "punishes_assistants", "punishes_instigators", "punishes_other_capacities")
EVASION = ("longer_after_evasion", "suspended_after_evasion")


def _case(rule: Callable[..., Finding], model: type[Facts], *names: str, **others: object) -> Case:
    """Return a rule over one collection of facts, and the names of the facts that vary: all, or those given."""
    questions = {name: question.name for name, question in model.questions().items() if not names or name in names}

    def swept(values: Values) -> Finding:
        return rule(model(**{name: values[key] for name, key in questions.items()}), **others)

    return swept, list(questions.values())


MODELS: tuple[type[Facts], ...] = (Commission, Whereabouts, ActAbroad)


def _jurisdiction(
    rule: Callable[[Commission, Whereabouts, ActAbroad], Finding], names: Iterable[str], *, fixed: Values | None = None
) -> Case:
    """Return a rule on jurisdiction over facts of its three collections that vary, and others that are fixed."""
    varied = {
        question.name: (model, name)
        for model in MODELS
        for name, question in model.questions().items()
        if name in set(names)
    }

    def swept(values: Values) -> Finding:
        known: dict[type[Facts], dict[str, Fact]] = {
            model: {name: value for name, value in (fixed or {}).items() if name in model.questions()}
            for model in MODELS
        }
        for key, (model, name) in varied.items():
            known[model][name] = values[key]
        return rule(Commission(**known[Commission]), Whereabouts(**known[Whereabouts]), ActAbroad(**known[ActAbroad]))

    return swept, list(varied)


def _base(base: Base, *names: str, under: Readings | None = None) -> Case:
    return _jurisdiction(
        lambda commission, whereabouts, _: base_is_established(
            base, commission, whereabouts, **({} if under is None else {"under": under})
        ),
        ("convention_offence", *names),
    )


VESSEL = ("on_vessel", "flag_at_commission")
AIRCRAFT = ("on_aircraft", "registered_at_commission")
AIMS = ("aims_at_conversion", "aims_at_concealment", "aims_at_acquisition")
ACT = tuple(ActAbroad.questions())
PERSON = tuple(Whereabouts.questions())
HARMLESS: Values = {"in_territory_of_other": False, "respects_equality": True, "does_not_intervene": True}
GONE: Values = {"present_in_territory": False}
NO_OTHER_BASE: Values = {
    "convention_offence": True,
    "against_national": False,
    "by_national": False,
    "by_stateless_person": False,
    "against_state": False,
    **GONE,
}

RULES: dict[str, Case] = {
    "18(1)": _case(establishes_liability_of_legal_persons, LegalPersonLaw, "reaches_participation", *FORMS),
    "18(2)": _case(has_permitted_form_of_liability, LegalPersonLaw, *FORMS),
    "18(3)": _case(leaves_natural_persons_liable, LegalPersonLaw, "spares_natural_persons"),
    "18(4)": _case(sanctions_legal_persons, LegalPersonLaw, *SANCTIONS, "monetary"),
    "19(1)": _case(criminalises_involvement, InvolvementLaw, *CAPACITIES, involvement=PARTICIPATION),
    "19(1) breach": _case(breaches_participation_duty, InvolvementLaw, *CAPACITIES, involvement=PARTICIPATION),
    "19(2)": _case(criminalises_involvement, InvolvementLaw, "punishes_attempt", involvement=ATTEMPT),
    "19(2) breach": _case(breaches_participation_duty, InvolvementLaw, "punishes_attempt", involvement=ATTEMPT),
    "19(3)": _case(criminalises_involvement, InvolvementLaw, "punishes_preparation", involvement=PREPARATION),
    "20": _case(conforms_on_limitation, LimitationLaw),
    "20 falls short": _case(conforms_on_limitation, LimitationLaw, under=FALLS_SHORT),
    "20 long": _case(gives_long_period, LimitationLaw, "never_limited", "period_is_long"),
    "20 evasion": _case(gives_more_time_after_evasion, LimitationLaw, "never_limited", *EVASION),
    "21(1)": _case(sanctions_offences, SanctionLaw, *SANCTIONS, "weighs_gravity"),
    "21(4)": _case(enjoys_guarantees, ProsecutedPerson, *GUARANTEES),
    "21(6)": _case(weighs_gravity_at_release, ProsecutedPerson, *RELEASE),
    "21(7)": _case(protects_accused_children, SanctionLaw, *CHILDREN),
    "22(1)(a)": _base(Base.TERRITORY, "in_territory"),
    "22(1)(b)": _base(Base.FLAG_OR_REGISTRATION, *VESSEL, "flag_since", *AIRCRAFT, "registered_since"),
    "22(1)(b) later flag": _base(
        Base.FLAG_OR_REGISTRATION, *VESSEL, "flag_since", *AIRCRAFT, "registered_since", under=LATER_FLAG
    ),
    "22(2)(a)": _base(Base.VICTIM, "against_national"),
    "22(2)(b)": _base(Base.OFFENDER, "by_national", "by_stateless_person", "resides_habitually"),
    "22(2)(c)": _base(Base.LAUNDERING, "in_territory", "involvement_in_laundering", *AIMS, "aim_within_territory"),
    "22(2)(d)": _base(Base.STATE_AS_VICTIM, "against_state"),
    "22(3)": _base(Base.NATIONAL_NOT_EXTRADITED, *PERSON),
    "22(4)": _base(Base.PERSON_NOT_EXTRADITED, *PERSON),
    "22 must": _jurisdiction(
        lambda commission, whereabouts, _: must_establish_jurisdiction(commission, whereabouts),
        ("convention_offence", "in_territory", *VESSEL, *AIRCRAFT, *PERSON[1:]),
        fixed={"present_in_territory": True},
    ),
    "22 may, sovereignty": _jurisdiction(
        lambda commission, whereabouts, act: may_establish_jurisdiction(commission, whereabouts, act=act),
        ("against_national", "present_in_territory", "not_extradited", *ACT),
        fixed={**NO_OTHER_BASE, "involvement_in_laundering": False},
    ),
    "22 may, laundering": _jurisdiction(
        lambda commission, whereabouts, act: may_establish_jurisdiction(commission, whereabouts, act=act),
        ("convention_offence", "in_territory", "involvement_in_laundering", *AIMS, "aim_within_territory"),
        fixed={**NO_OTHER_BASE, **HARMLESS},
    ),
    "22 may, persons": _jurisdiction(
        lambda commission, whereabouts, act: may_establish_jurisdiction(commission, whereabouts, act=act),
        (
            "convention_offence",
            "against_national",
            "by_national",
            "by_stateless_person",
            "resides_habitually",
            "against_state",
            "present_in_territory",
            "not_extradited",
        ),
        fixed={"involvement_in_laundering": False, **HARMLESS},
    ),
    "22(5)": _case(must_consult, ParallelProceedings),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)
