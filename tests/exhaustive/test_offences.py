"""Arts. 7 to 17: every rule over every three-valued state of its facts.

Where an offence has more than eight facts, some are fixed, so that no space is wider than three to the power of eight:
forms that are joined by 'or' stand for each other, and each appears in one of the sweeps. Only facts that exclude each
other in life (two ages, two purposes) vary as if they were independent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.offences.tables import NESTED, build, each, names_of
from tests.universal import hold_universal_properties
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.offences import (
    AbuseMaterial,
    ChildAbuseMaterial,
    DataInterference,
    DeviceAct,
    DeviceItem,
    Dissemination,
    Forgery,
    IllegalAccess,
    IllegalInterception,
    IntimateImage,
    Laundering,
    MisuseOfDevices,
    Option,
    PredicateLaw,
    PredicateOffence,
    ReservedAct,
    Solicitation,
    SystemInterference,
    TheftOrFraud,
    can_consent,
    counts_as_predicate,
    is_child_abuse_material,
    is_data_interference,
    is_dissemination,
    is_forgery,
    is_illegal_access,
    is_illegal_interception,
    is_intimate_image,
    is_laundering,
    is_material_offence,
    is_misuse_of_devices,
    is_solicitation,
    is_system_interference,
    is_theft_or_fraud,
    predicates_suffice,
)
from uncc.readings import Readings
from uncc.readings.chapter_2 import EighteenthBirthday, PredicateRange, PredicatesAbroad

Values = Mapping[str, Fact]
FROM_BIRTHDAY = Readings.of(EighteenthBirthday.FROM_BIRTHDAY)
AFTER_BIRTHDAY = Readings.of(EighteenthBirthday.AFTER_BIRTHDAY)
WIDE_SELECTION = Readings.of(PredicateRange.WIDE_SELECTION)
LIST_STATES = Readings.of(PredicatesAbroad.LIST_STATES)
EVERY_STATE = Readings.of(PredicatesAbroad.EVERY_STATE)


def _case(
    rule: Callable[..., Finding], model: type[Facts], *names: str, true: tuple[str, ...] = (), **others: object
) -> tuple[Callable[[Values], Finding], list[str]]:
    """A rule and the names of the facts that vary: all, or those given, with the others false except those `true`."""
    varying = names or names_of(model)
    fixed: dict[str, Fact] = each(names_of(model), False) | each(true, True)
    questions = {question.rpartition(".")[2]: question for question in _questions(model)}
    keys = {name: questions[name] for name in varying}

    def swept(values: Values) -> Finding:
        return rule(build(model, fixed | {name: values[key] for name, key in keys.items()}), **others)

    return swept, list(keys.values())


def _questions(model: type[Facts]) -> list[str]:
    own = [question.name for question in model.questions().values()]
    return own + (_questions(NESTED[model][1]) if model in NESTED else [])


CULPABLE = ("intentional", "without_right")
ADULT = ("visual_recording", "sexual_in_nature", "parts_exposed", "private_when_recorded", "privacy_maintained")
MATERIAL = ("visual", "person_under_18")
MEANT = "meant_for_access"

RULES = {
    "7": _case(is_illegal_access, IllegalAccess),
    "7 all required": _case(
        is_illegal_access,
        IllegalAccess,
        requiring=[Option.ACCESS_SECURITY, Option.ACCESS_INTENT, Option.ACCESS_CONNECTED],
    ),
    "8": _case(
        is_illegal_interception, IllegalInterception, *names_of(IllegalInterception)[:7], true=("technical_means",)
    ),
    "8 emissions": _case(
        is_illegal_interception,
        IllegalInterception,
        "non_public",
        "from_system",
        "within_system",
        "emissions",
        "dishonest_intent",
        "system_connected",
        true=names_of(IllegalInterception)[:4],
        requiring=[Option.INTERCEPTION_INTENT, Option.INTERCEPTION_CONNECTED],
    ),
    "9": _case(is_data_interference, DataInterference),
    "9 serious harm": _case(is_data_interference, DataInterference, requiring=[Option.DATA_SERIOUS_HARM]),
    "10 elements": _case(is_system_interference, SystemInterference, *names_of(SystemInterference)[:6]),
    "10 acts": _case(
        is_system_interference,
        SystemInterference,
        *names_of(SystemInterference)[3:],
        true=names_of(SystemInterference)[:3],
    ),
    "11 items": _case(
        is_misuse_of_devices,
        MisuseOfDevices,
        "possesses",
        "is_device",
        "made_for_offences",
        "is_access_data",
        "gives_access",
        "purpose_is_offence",
        "authorised_testing",
        true=(*CULPABLE, MEANT),
    ),
    "11 acts": _case(
        is_misuse_of_devices,
        MisuseOfDevices,
        *names_of(MisuseOfDevices)[3:9],
        "possesses",
        true=(*CULPABLE, MEANT, "purpose_is_offence", "is_device", "made_for_offences"),
    ),
    "11 purposes": _case(
        is_misuse_of_devices,
        MisuseOfDevices,
        *CULPABLE,
        *(name for name in names_of(MisuseOfDevices) if name.startswith("meant_for")),
        "purpose_is_offence",
        true=("imports", "is_access_data", "gives_access"),
    ),
    "11 reserved": _case(
        is_misuse_of_devices,
        MisuseOfDevices,
        "sells",
        "obtains",
        "possesses",
        "is_device",
        "made_for_offences",
        "is_access_data",
        "gives_access",
        true=(*CULPABLE, MEANT, "purpose_is_offence"),
        reserving=[
            ReservedAct(DeviceAct.SALE, DeviceItem.DEVICE),
            ReservedAct(DeviceAct.OBTAINING, DeviceItem.ACCESS_DATA),
        ],
    ),
    "12": _case(
        is_forgery, Forgery, "without_right", "inputs", "alters", *names_of(Forgery)[6:10], true=("intentional",)
    ),
    "12 intent": _case(
        is_forgery,
        Forgery,
        "deletes",
        "suppresses",
        "to_be_considered",
        "legal_purposes",
        "intends_to_defraud",
        "similar_intent",
        true=(*CULPABLE, "inauthentic"),
        requiring=[Option.FORGERY_INTENT],
    ),
    "13 means": _case(
        is_theft_or_fraud,
        TheftOrFraud,
        "loss_to_another",
        "alters",
        "interferes",
        "deceives",
        "through_system",
        "causes_act",
        "causes_omission",
        true=(*CULPABLE, "dishonest_intent", "for_oneself", "gain_without_right", "gain_in_money"),
    ),
    "13 gain": _case(
        is_theft_or_fraud,
        TheftOrFraud,
        "without_right",
        *names_of(TheftOrFraud)[12:],
        true=("intentional", "loss_to_another", "deletes"),
    ),
    "14(2)": _case(
        is_child_abuse_material, AbuseMaterial, "visual", *names_of(AbuseMaterial)[4:10], true=("person_under_18",)
    ),
    "14(3)": _case(
        is_child_abuse_material,
        AbuseMaterial,
        "visual",
        "written_or_audio",
        "person_under_18",
        "cruelty",
        "sexual_in_nature",
        "existing_person",
        "visually_depicted",
        requiring=[Option.MATERIAL_EXISTING_PERSON, Option.MATERIAL_VISUAL_DEPICTION],
        extending=[Option.MATERIAL_WRITTEN_OR_AUDIO],
    ),
    "14(1)": _case(
        is_material_offence,
        ChildAbuseMaterial,
        "visual",
        "sells",
        "solicits",
        "through_system",
        "possesses",
        "in_other_medium",
        "finances",
        true=(*CULPABLE, "person_under_18", "real_activity"),
    ),
    "14(4)(a)": _case(
        is_material_offence,
        ChildAbuseMaterial,
        *CULPABLE,
        "person_under_18",
        "produces",
        "accesses",
        "by_child",
        "self_generated",
        true=("visual", "real_activity", "through_system"),
        excluding=[Option.MATERIAL_SELF_GENERATED],
    ),
    "14(4)(b)": _case(
        is_material_offence,
        ChildAbuseMaterial,
        "transmits",
        "offers",
        "possesses",
        "cruelty",
        "sexual_in_nature",
        "consensual",
        "real_activity",
        true=(*CULPABLE, *MATERIAL, "through_system", "in_system", "conduct_lawful", "private_use"),
        excluding=[Option.MATERIAL_PRIVATE],
    ),
    "15": _case(is_solicitation, Solicitation, *names_of(Solicitation)[:1], *names_of(Solicitation)[3:9]),
    "15 varied": _case(
        is_solicitation,
        Solicitation,
        *names_of(Solicitation)[5:],
        true=("intentional", "communicates"),
        requiring=[Option.SOLICITATION_FURTHERANCE],
        extending=[Option.SOLICITATION_BELIEVED_CHILD],
        excluding=[Option.SOLICITATION_BY_CHILD],
    ),
    "16(2)": _case(is_intimate_image, IntimateImage, *names_of(IntimateImage)[1:8], true=ADULT, under=FROM_BIRTHDAY),
    "16(3)": _case(
        is_intimate_image,
        IntimateImage,
        "over_18",
        "on_eighteenth_birthday",
        "parts_exposed",
        "sexual_activity",
        "of_legal_age",
        "depicts_abuse",
        true=ADULT,
        extending=[Option.IMAGE_UNDER_18],
        under=AFTER_BIRTHDAY,
    ),
    "16(4)": _case(can_consent, IntimateImage, "over_18", "on_eighteenth_birthday", "is_abuse_material"),
    "16(1)": _case(
        is_dissemination,
        Dissemination,
        *CULPABLE,
        "sells",
        "publishes",
        "by_system",
        "consent_given",
        "intends_harm",
        true=(*ADULT, "over_18"),
        requiring=[Option.IMAGE_INTENT_TO_HARM],
        under=FROM_BIRTHDAY,
    ),
    "16 consent": _case(
        is_dissemination,
        Dissemination,
        "over_18",
        "on_eighteenth_birthday",
        "of_legal_age",
        "depicts_abuse",
        "is_abuse_material",
        "consent_given",
        true=(*ADULT, *CULPABLE, "publishes", "by_system"),
        extending=[Option.IMAGE_UNDER_18],
        under=AFTER_BIRTHDAY,
    ),
    "17(1)(a)(i)": _case(is_laundering, Laundering, *names_of(Laundering)[:7]),
    "17(1)(a)(ii)": _case(
        is_laundering, Laundering, *names_of(Laundering)[8:15], true=("intentional", "is_proceeds", "knows")
    ),
    "17(1) limbs": _case(
        is_laundering,
        Laundering,
        "is_proceeds",
        "converts",
        "knows",
        "conceals",
        "possesses",
        "knew_at_receipt",
        "attempts",
        true=("intentional", "to_help_evade", "ownership"),
    ),
    "17(1)(b)": _case(
        is_laundering,
        Laundering,
        "is_proceeds",
        "uses",
        "knew_at_receipt",
        "own_predicate",
        *names_of(Laundering)[20:22],
        true=("intentional",),
        excluding=[Option.SELF_LAUNDERING_LEFT_OUT],
    ),
    "17(1)(b)(ii)": _case(is_laundering, Laundering, *names_of(Laundering)[21:28], true=("intentional",)),
    "17(2)(a)": _case(predicates_suffice, PredicateLaw, *names_of(PredicateLaw)[:7], true=names_of(PredicateLaw)[7:]),
    "17(2)(b)": _case(predicates_suffice, PredicateLaw, *names_of(PredicateLaw)[6:], under=WIDE_SELECTION),
    "17(2)(c) list": _case(counts_as_predicate, PredicateOffence, under=LIST_STATES),
    "17(2)(c) every": _case(counts_as_predicate, PredicateOffence, under=EVERY_STATE),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)
