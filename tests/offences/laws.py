"""Domestic laws for the tests, and what the text says of them: every form must be reached in each of its ways."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tests.offences.tables import MODELS, build, each
from tests.offences.ways import NEEDED, ways
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Truth
from uncc.offences import ConventionOffence, DomesticOffence, Option, OptionKind, Variation
from uncc.offences import ConventionOffence as Offence

OF_ONE_WAY = {
    "through_system",
    "made_for_offences",
    "gives_access",
    "for_sexual_purposes",
    "sexual_in_nature",
    "is_proceeds",
    "knows",
    "knew_at_receipt",
}
"""What the text asks for in some ways only: elements, which a law may do without, and no forms."""

DEMANDED: dict[Offence, dict[Option, tuple[str, ...]]] = {
    Offence.ILLEGAL_ACCESS: {
        Option.ACCESS_SECURITY: ("infringes_security",),
        Option.ACCESS_INTENT: ("intends_to_obtain_data", "otherwise_dishonest"),
        Option.ACCESS_CONNECTED: ("system_connected",),
    },
    Offence.ILLEGAL_INTERCEPTION: {
        Option.INTERCEPTION_INTENT: ("dishonest_intent",),
        Option.INTERCEPTION_CONNECTED: ("system_connected",),
    },
    Offence.DATA_INTERFERENCE: {Option.DATA_SERIOUS_HARM: ("serious_harm",)},
    Offence.FORGERY: {Option.FORGERY_INTENT: ("intends_to_defraud", "similar_intent")},
    Offence.CHILD_ABUSE_MATERIAL: {
        Option.MATERIAL_EXISTING_PERSON: ("existing_person",),
        Option.MATERIAL_VISUAL_DEPICTION: ("visually_depicted",),
    },
    Offence.SOLICITATION: {Option.SOLICITATION_FURTHERANCE: ("act_in_furtherance",)},
    Offence.INTIMATE_IMAGES: {Option.IMAGE_INTENT_TO_HARM: ("intends_harm",)},
}
"""By which facts a law names what its article lets it require."""


def requirable(offence: ConventionOffence) -> tuple[str, ...]:
    """Every fact that a law may demand beside the text."""
    return tuple(name for names in DEMANDED.get(offence, {}).values() for name in names)


def _elements(offence: ConventionOffence) -> set[str]:
    return {name for name in NEEDED[offence] if name != "visual"} | OF_ONE_WAY


def elements(offence: ConventionOffence) -> list[str]:
    """The elements that the text demands, in some of its ways at least."""
    return sorted({name for way in ways(offence) for name in way} & _elements(offence))


def forms(offence: ConventionOffence) -> list[str]:
    """The forms that a law must reach, in the order of the text."""
    named = dict.fromkeys(name for way in ways(offence) for name in way)
    return [name for name in named if name not in _elements(offence)]


def ways_by_form(offence: ConventionOffence) -> list[frozenset[str]]:
    """Every way to commit an offence, each as the forms that it takes."""
    mandatory = set(forms(offence))
    return [frozenset(mandatory & set(way)) for way in ways(offence)]


def law(
    offence: ConventionOffence,
    changes: Mapping[str, Fact] | None = None,
    *,
    title: str = "The law",
    criminal: Fact = True,
    variations: Collection[Variation] = (),
) -> DomesticOffence:
    """A provision in the words of the Convention, with the changes."""
    named: dict[str, Fact] = each((*forms(offence), *elements(offence)), True)
    values = named | each(requirable(offence), False) | dict(changes or {})
    definition = build(MODELS[offence], values)
    return DomesticOffence(title=title, criminal=criminal, definition=definition, variations=tuple(variations))


CONDITIONS: dict[Option, dict[str, str]] = {
    Option.DEVICES_RESERVATION: {"spares_access_data": "11(3)"},
    Option.MATERIAL_SELF_GENERATED: {
        "by_domestic_law": "14(4)",
        "fits_international_obligations": "14(4)",
        "by_children_only": "14(4)(a)",
        "own_material_only": "14(4)(a)",
    },
    Option.MATERIAL_PRIVATE: {
        "by_domestic_law": "14(4)",
        "fits_international_obligations": "14(4)",
        "within_limits": "14(4)(b)",
    },
    Option.SOLICITATION_BY_CHILD: {"committed_by_children": "15(4)"},
    Option.IMAGE_UNDER_18: {"of_legal_age_only": "16(3)", "spares_abuse": "16(3)"},
    Option.LAUNDERING_RECEIPT_LEFT_OUT: {"basic_concepts": "17(1)(b)"},
    Option.LAUNDERING_PARTICIPATION_LEFT_OUT: {"basic_concepts": "17(1)(b)"},
    Option.SELF_LAUNDERING_LEFT_OUT: {"principles_require": "17(2)(e)", "predicate_offenders_only": "17(2)(e)"},
}
"""What the text makes each option depend on, fact by fact, with the provision that says so."""


def leaving_out(option: Option, *, condition_met: Fact = None) -> Variation:
    """A variation that rests on an option to exclude, of whose conditions all are alike."""
    conditions = dict.fromkeys(CONDITIONS.get(option, ()), condition_met)
    return Variation(words="it is left out", kind=OptionKind.EXCLUDE, option=option, **conditions)


def reached(offence: ConventionOffence, definitions: Sequence[Mapping[str, Fact]], *, unknown: bool) -> bool:
    """Whether each way is wholly within one provision, where what is not known is taken to be so, or not."""
    named = [{name for name, value in d.items() if value or (value is None and unknown)} for d in definitions]
    return all(any(way <= names for names in named) for way in ways_by_form(offence))


def expected(offence: ConventionOffence, definitions: Sequence[Mapping[str, Fact]]) -> Truth:
    """Whether provisions that name these forms together reach all: naming more never hurts, so the ends decide."""
    if reached(offence, definitions, unknown=False):
        return Truth.YES
    return Truth.UNKNOWN if reached(offence, definitions, unknown=True) else Truth.NO
