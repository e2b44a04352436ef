"""Chapter II: the offences of Arts. 7 to 17, what a State may vary in them, and Arts. 18 to 21, from the text alone.

An offence that can be committed in many forms has one table for each form, in which no other form is there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

import pytest

from tests.proof_tables.table import Law, Table, World, differences, every, names, of, one, some, table
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding, Truth
from uncc.offences import (
    AbuseMaterial,
    ChildAbuseMaterial,
    ConventionOffence,
    DataInterference,
    DeviceAct,
    DeviceItem,
    Dissemination,
    DomesticMatter,
    Forgery,
    IllegalAccess,
    IllegalInterception,
    IntimateImage,
    Involvement,
    InvolvementLaw,
    Laundering,
    LegalPersonLaw,
    LimitationLaw,
    MisuseOfDevices,
    Option,
    OptionKind,
    ParticipatingAct,
    PredicateLaw,
    PredicateOffence,
    ProsecutedPerson,
    ReservedAct,
    SanctionLaw,
    Solicitation,
    SystemInterference,
    TheftOrFraud,
    Variation,
    breaches_participation_duty,
    can_consent,
    conforms_on_limitation,
    counts_as_predicate,
    criminalises_involvement,
    enjoys_guarantees,
    establishes_liability_of_legal_persons,
    gives_long_period,
    gives_more_time_after_evasion,
    has_permitted_form_of_liability,
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
    is_participation,
    is_permitted_reservation,
    is_permitted_variation,
    is_reserved_to_domestic_law,
    is_solicitation,
    is_system_interference,
    is_theft_or_fraud,
    knowledge_may_be_inferred,
    leaves_natural_persons_liable,
    may_aggravate,
    may_criminalise_involvement,
    must_aggravate,
    must_criminalise_involvement,
    predicates_suffice,
    protects_accused_children,
    sanctions_legal_persons,
    sanctions_offences,
    weighs_gravity_at_release,
)
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_2 import EighteenthBirthday, NoLimitation, PredicateRange, PredicatesAbroad

NOTHING: Mapping[str, Any] = {}
CULPABLE = ("intentional", "without_right")


def each_form(
    source: str,
    rule: Callable[[Any], Finding],
    model: type[Facts],
    forms: Iterable[Collection[str]],
    *needed: str,
    beside: Collection[str] = (),
) -> Iterator[Table]:
    """Yield a table for each form of an offence: it and all that is needed, while no other form is there."""
    kinds = [tuple(form) for form in forms]
    for form in kinds:
        facts = (*needed, *form)
        fixed = {name: False for other in kinds for name in other if name not in facts}
        own = {name: False for name in model.questions() if name not in facts and name not in beside}
        yield one(f"{source}, {form[0]}", rule, model, facts, _all(facts), **{**own, **fixed})


def _all(facts: Collection[str]) -> Law:
    return lambda w: all(getattr(w, name) for name in facts)


def _with(rule: Callable[..., Finding], readings: Readings = AS_ADOPTED, **chosen: Any) -> Callable[[Any], Finding]:
    return lambda conduct: rule(conduct, **chosen).under(readings)


ACTS_11 = ("obtains", "produces", "sells", "procures_for_use", "imports", "distributes", "makes_available", "possesses")
ITEMS_11 = (("is_device", "made_for_offences"), ("is_access_data", "gives_access"))
AIMS_11 = ("meant_for_access", "meant_for_interception", "meant_for_data_interference", "meant_for_system_interference")
FORMS = [
    *each_form("Art. 7(1)", is_illegal_access, IllegalAccess, [["whole_accessed"], ["part_accessed"]], *CULPABLE),
    *each_form(
        "Art. 8(1)",
        is_illegal_interception,
        IllegalInterception,
        [["to_system"], ["from_system"], ["within_system"], ["emissions"]],
        *CULPABLE,
        "intercepts",
        "technical_means",
        "non_public",
    ),
    *each_form(
        "Art. 9(1)",
        is_data_interference,
        DataInterference,
        [["damages"], ["deletes"], ["deteriorates"], ["alters"], ["suppresses"]],
        *CULPABLE,
    ),
    *each_form(
        "Art. 10",
        is_system_interference,
        SystemInterference,
        [["inputs"], ["transmits"], ["damages"], ["deletes"], ["deteriorates"], ["alters"], ["suppresses"]],
        *CULPABLE,
        "hinders",
        "serious",
    ),
    *each_form(
        "Art. 11(1) and (2)",
        is_misuse_of_devices,
        MisuseOfDevices,
        [(act, *item, aim) for act, item, aim in product(ACTS_11, ITEMS_11, AIMS_11)],
        *CULPABLE,
        "purpose_is_offence",
    ),
    *each_form(
        "Art. 12(1)",
        is_forgery,
        Forgery,
        [
            (act, use)
            for act, use in product(
                ("inputs", "alters", "deletes", "suppresses"), ("to_be_considered", "to_be_acted_upon")
            )
        ],
        *CULPABLE,
        "inauthentic",
        "legal_purposes",
    ),
    *each_form(
        "Art. 13",
        is_theft_or_fraud,
        TheftOrFraud,
        [
            ("inputs", "for_oneself", "gain_in_money"),
            ("alters", "for_oneself", "gain_in_other_property"),
            ("deletes", "for_another", "gain_in_money"),
            ("suppresses", "for_another", "gain_in_other_property"),
            ("interferes", "for_oneself", "gain_in_money"),
            ("deceives", "through_system", "causes_act", "for_oneself", "gain_in_money"),
            ("deceives", "through_system", "causes_omission", "for_another", "gain_in_other_property"),
        ],
        *CULPABLE,
        "loss_to_another",
        "dishonest_intent",
        "gain_without_right",
    ),
    *each_form(
        "Art. 15(1)",
        is_solicitation,
        Solicitation,
        [
            (act, aim)
            for act, aim in product(
                ("communicates", "solicits", "grooms", "arranges"), ("for_sexual_offence", "for_material_offence")
            )
        ],
        "intentional",
        "through_system",
        "is_child",
    ),
    *each_form(
        "Art. 17(1)(a)(i)",
        is_laundering,
        Laundering,
        list(product(("converts", "transfers"), ("to_conceal_origin", "to_help_evade"))),
        "intentional",
        "is_proceeds",
        "knows",
    ),
    *each_form(
        "Art. 17(1)(a)(ii)",
        is_laundering,
        Laundering,
        list(
            product(
                ("conceals", "disguises"),
                ("true_nature", "source", "location", "disposition", "movement", "ownership", "rights"),
            )
        ),
        "intentional",
        "is_proceeds",
        "knows",
    ),
    *each_form(
        "Art. 17(1)(b)(i)",
        is_laundering,
        Laundering,
        [["acquires"], ["possesses"], ["uses"]],
        "intentional",
        "is_proceeds",
        "knew_at_receipt",
    ),
    *each_form(
        "Art. 17(1)(b)(ii)",
        is_laundering,
        Laundering,
        [
            [how]
            for how in (
                "participates",
                "associates",
                "conspires",
                "attempts",
                "aids",
                "abets",
                "facilitates",
                "counsels",
            )
        ],
        "intentional",
    ),
]


def _shows(w: World) -> bool:
    """Art. 14(2)(a) to (d): the four contents, of which the third and the fourth have a condition of their own."""
    return bool(
        w.real_activity
        or w.simulated_activity
        or w.in_presence
        or (w.parts_displayed and w.for_sexual_purposes)
        or (w.cruelty and w.sexual_in_nature)
    )


SHOWN = (
    "real_activity",
    "simulated_activity",
    "in_presence",
    "parts_displayed",
    "for_sexual_purposes",
    "cruelty",
    "sexual_in_nature",
)
SHARED = (
    "produces",
    "offers",
    "sells",
    "distributes",
    "transmits",
    "broadcasts",
    "displays",
    "publishes",
    "makes_available",
    "solicits",
    "procures",
    "accesses",
)
PRIVATE = ("consensual", "conduct_lawful", "private_use")


def _material(values: Any, **fixed: Any) -> ChildAbuseMaterial:
    both = {**fixed, **values}
    return of(ChildAbuseMaterial, both, material=of(AbuseMaterial, both))


def _child_material(
    source: str, facts: Collection[str], law: Law, chosen: Mapping[str, Any] = NOTHING, **fixed: Any
) -> Table:
    rest = {name: False for name in names(AbuseMaterial, ChildAbuseMaterial) if name not in facts}
    return table(source, lambda v: is_material_offence(_material(v), **chosen), facts, law, **{**rest, **fixed})


def _not_by_a_child_of_itself(act: str) -> Law:
    """Art. 14(4)(a): what children do with material that they made and that depicts them can be left out."""
    return lambda w: getattr(w, act) and not (w.by_child and w.self_generated)


def _private_law(act: str) -> Law:
    """Art. 14(4)(b): only producing, transmitting or possessing, and no material of the fourth content."""
    open_to_it = act in ("produces", "transmits", "possesses")

    def law(w: World) -> bool:
        within = open_to_it and all(getattr(w, name) for name in PRIVATE) and not (w.cruelty and w.sexual_in_nature)
        return bool(getattr(w, act) and not within)

    return law


MADE = {"intentional": True, "without_right": True, "visual": True, "person_under_18": True, "through_system": True}
CHILDREN = [
    one(
        "Art. 14(2), visual",
        is_child_abuse_material,
        AbuseMaterial,
        ("visual", "person_under_18", *SHOWN),
        lambda w: w.visual and w.person_under_18 and _shows(w),
        written_or_audio=False,
    ),
    one(
        "Art. 14(2), written or audio content where the State includes it",
        _with(is_child_abuse_material, extending=[Option.MATERIAL_WRITTEN_OR_AUDIO]),
        AbuseMaterial,
        ("visual", "written_or_audio", "person_under_18", "in_presence", "cruelty", "sexual_in_nature"),
        lambda w: (
            (w.visual or w.written_or_audio)
            and w.person_under_18
            and (w.in_presence or (w.cruelty and w.sexual_in_nature))
        ),
        real_activity=False,
        simulated_activity=False,
        parts_displayed=False,
    ),
    one(
        "Art. 14(3)(a)",
        _with(is_child_abuse_material, requiring=[Option.MATERIAL_EXISTING_PERSON]),
        AbuseMaterial,
        ("visual", "person_under_18", "in_presence", "existing_person"),
        lambda w: w.visual and w.person_under_18 and w.in_presence and w.existing_person,
        real_activity=False,
        simulated_activity=False,
        parts_displayed=False,
        cruelty=False,
    ),
    one(
        "Art. 14(3)(b)",
        _with(is_child_abuse_material, requiring=[Option.MATERIAL_VISUAL_DEPICTION]),
        AbuseMaterial,
        ("visual", "person_under_18", "in_presence", "visually_depicted"),
        lambda w: w.visual and w.person_under_18 and w.in_presence and w.visually_depicted,
        real_activity=False,
        simulated_activity=False,
        parts_displayed=False,
        cruelty=False,
    ),
    *(
        _child_material(
            f"Art. 14(1)(a) and (b), {act}",
            ("visual", "person_under_18", "real_activity", *CULPABLE, act, "through_system"),
            _all(("visual", "person_under_18", "real_activity", *CULPABLE, act, "through_system")),
        )
        for act in SHARED
    ),
    *(
        _child_material(
            f"Art. 14(1)(c), {act} {where}",
            ("visual", "person_under_18", "real_activity", *CULPABLE, act, where),
            _all(("visual", "person_under_18", "real_activity", *CULPABLE, act, where)),
        )
        for act, where in product(("possesses", "controls"), ("in_system", "in_other_medium"))
    ),
    *(
        _child_material(
            f"Art. 14(4)(a), {act}",
            (act, "by_child", "self_generated"),
            _not_by_a_child_of_itself(act),
            {"excluding": [Option.MATERIAL_SELF_GENERATED]},
            **MADE,
            real_activity=True,
        )
        for act in ("produces", "transmits", "accesses")
    ),
    *(
        _child_material(
            f"Art. 14(4)(b), {act}",
            (act, *PRIVATE, "cruelty", "sexual_in_nature") if act in ("produces", "transmits", "possesses") else (act,),
            _private_law(act) if act in ("produces", "transmits", "possesses") else _all([act]),
            {"excluding": [Option.MATERIAL_PRIVATE]},
            **MADE,
            in_system=True,
            real_activity=True,
            **({} if act in ("produces", "transmits", "possesses") else dict.fromkeys(PRIVATE, True)),
        )
        for act in (*SHARED, "possesses", "controls")
    ),
]

IMAGE = ("visual_recording", "sexual_in_nature", "private_when_recorded", "privacy_maintained")


def _passed_on(act: str) -> Law:
    """Art. 16(1): the act by means of a system, on an intimate image, without the consent of the person depicted."""
    needed = _all((*CULPABLE, act, "by_system", "parts_exposed"))
    return lambda w: needed(w) and not w.consent_given


IMAGES = [
    one(
        "Art. 16(2)",
        _with(is_intimate_image, Readings.of(EighteenthBirthday.AFTER_BIRTHDAY)),
        IntimateImage,
        (*IMAGE, "over_18", "parts_exposed", "sexual_activity"),
        lambda w: all(getattr(w, name) for name in IMAGE) and w.over_18 and (w.parts_exposed or w.sexual_activity),
    ),
    one(
        "Art. 16(3)",
        _with(is_intimate_image, extending=[Option.IMAGE_UNDER_18]),
        IntimateImage,
        ("over_18", "of_legal_age", "depicts_abuse", "parts_exposed"),
        lambda w: (w.over_18 or (w.of_legal_age and not w.depicts_abuse)) and w.parts_exposed,
        sexual_activity=False,
        **dict.fromkeys(IMAGE, True),
    ),
    one(
        "Art. 16(4)",
        can_consent,
        IntimateImage,
        ("over_18", "is_abuse_material"),
        lambda w: w.over_18 or not w.is_abuse_material,
    ),
    *(
        table(
            f"Art. 16(1), {act}",
            lambda v: is_dissemination(of(Dissemination, v, image=of(IntimateImage, v))),
            (*CULPABLE, act, "by_system", "consent_given", "parts_exposed"),
            _passed_on(act),
            over_18=True,
            sexual_activity=False,
            is_abuse_material=False,
            **dict.fromkeys(IMAGE, True),
            **{
                other: False
                for other in ("sells", "distributes", "transmits", "publishes", "makes_available")
                if other != act
            },
        )
        for act in ("sells", "distributes", "transmits", "publishes", "makes_available")
    ),
    table(
        "Art. 16(5)",
        lambda v: is_dissemination(
            of(Dissemination, v, image=of(IntimateImage, v)), requiring=[Option.IMAGE_INTENT_TO_HARM]
        ),
        ("sells", "consent_given", "intends_harm"),
        lambda w: w.sells and not w.consent_given and w.intends_harm,
        intentional=True,
        without_right=True,
        distributes=False,
        transmits=False,
        publishes=False,
        makes_available=False,
        by_system=True,
        over_18=True,
        parts_exposed=True,
        is_abuse_material=False,
        **dict.fromkeys(IMAGE, True),
    ),
]

ABROAD = ("criminal_where_committed", "criminal_at_home")
ARTICLES_7_TO_16 = names(PredicateLaw)[:10]
OTHERS = [
    one(
        "Art. 15(3), a person believed to be a child",
        _with(is_solicitation, extending=[Option.SOLICITATION_BELIEVED_CHILD]),
        Solicitation,
        ("grooms", "is_child", "believed_child"),
        lambda w: w.grooms and (w.is_child or w.believed_child),
        intentional=True,
        through_system=True,
        for_sexual_offence=True,
        communicates=False,
        solicits=False,
        arranges=False,
    ),
    one(
        "Art. 15(2) and (4)",
        _with(
            is_solicitation,
            requiring=[Option.SOLICITATION_FURTHERANCE],
            excluding=[Option.SOLICITATION_BY_CHILD],
        ),
        Solicitation,
        ("grooms", "act_in_furtherance", "by_child"),
        lambda w: w.grooms and w.act_in_furtherance and not w.by_child,
        intentional=True,
        through_system=True,
        for_sexual_offence=True,
        is_child=True,
        communicates=False,
        solicits=False,
        arranges=False,
    ),
    one(
        "Art. 17(2)(e)",
        _with(is_laundering, excluding=[Option.SELF_LAUNDERING_LEFT_OUT]),
        Laundering,
        ("converts", "own_predicate"),
        lambda w: w.converts and not w.own_predicate,
        intentional=True,
        is_proceeds=True,
        knows=True,
        to_conceal_origin=True,
        **{name: False for name in names(Laundering)[3:28] if name not in ("knows", "to_conceal_origin")},
    ),
    every(
        "Art. 17(2)(b), offences of every article",
        predicates_suffice,
        PredicateLaw,
        *ARTICLES_7_TO_16,
    ),
    every(
        "Art. 17(2)(b), a wide selection",
        _with(predicates_suffice, Readings.of(PredicateRange.WIDE_SELECTION)),
        PredicateLaw,
        "range_comprehensive",
    ),
    one(
        "Art. 17(2)(c), of every State",
        _with(counts_as_predicate, Readings.of(PredicatesAbroad.EVERY_STATE)),
        PredicateOffence,
        ("of_articles_7_to_16", "otherwise_predicate", "outside_jurisdiction", *ABROAD),
        lambda w: (
            (w.of_articles_7_to_16 or w.otherwise_predicate)
            and (not w.outside_jurisdiction or (w.criminal_where_committed and w.criminal_at_home))
        ),
    ),
    one(
        "Art. 17(2)(c), of States with a list",
        _with(counts_as_predicate, Readings.of(PredicatesAbroad.LIST_STATES)),
        PredicateOffence,
        names(PredicateOffence),
        lambda w: (
            (w.of_articles_7_to_16 or w.otherwise_predicate)
            and (
                not w.outside_jurisdiction
                or (w.criminal_where_committed and w.criminal_at_home if w.state_has_list else w.reached_without_list)
            )
        ),
    ),
    some(
        "Art. 18(2)",
        has_permitted_form_of_liability,
        LegalPersonLaw,
        "criminal_liability",
        "civil_liability",
        "administrative_liability",
    ),
    one(
        "Art. 18(1) and (2)",
        establishes_liability_of_legal_persons,
        LegalPersonLaw,
        ("reaches_participation", "criminal_liability", "civil_liability", "administrative_liability"),
        lambda w: w.reaches_participation and (w.criminal_liability or w.civil_liability or w.administrative_liability),
    ),
    one(
        "Art. 18(3)",
        leaves_natural_persons_liable,
        LegalPersonLaw,
        ["spares_natural_persons"],
        lambda w: not w.spares_natural_persons,
    ),
    every(
        "Art. 18(4)", sanctions_legal_persons, LegalPersonLaw, "effective", "proportionate", "dissuasive", "monetary"
    ),
    every(
        "Art. 19(1), in any capacity",
        lambda law: criminalises_involvement(law, Involvement.PARTICIPATION),
        InvolvementLaw,
        "punishes_accomplices",
        "punishes_assistants",
        "punishes_instigators",
        "punishes_other_capacities",
    ),
    every(
        "Art. 19(2)",
        lambda law: criminalises_involvement(law, Involvement.ATTEMPT),
        InvolvementLaw,
        "punishes_attempt",
    ),
    every(
        "Art. 19(3)",
        lambda law: criminalises_involvement(law, Involvement.PREPARATION),
        InvolvementLaw,
        "punishes_preparation",
    ),
    every(
        "Art. 19(1), an act",
        is_participation,
        ParticipatingAct,
        "takes_part",
        "intentional",
        "offence_committed",
    ),
    one(
        "Art. 19(1), breached",
        lambda law: breaches_participation_duty(law, Involvement.PARTICIPATION),
        InvolvementLaw,
        ("punishes_accomplices", "punishes_assistants", "punishes_instigators", "punishes_other_capacities"),
        lambda w: (
            not (
                w.punishes_accomplices
                and w.punishes_assistants
                and w.punishes_instigators
                and w.punishes_other_capacities
            )
        ),
    ),
    some("Art. 20, a long period", gives_long_period, LimitationLaw, "never_limited", "period_is_long"),
    every(
        "Art. 20, a long period, read to the letter",
        _with(gives_long_period, Readings.of(NoLimitation.FALLS_SHORT)),
        LimitationLaw,
        "period_is_long",
    ),
    some(
        "Art. 20, more time after evasion",
        gives_more_time_after_evasion,
        LimitationLaw,
        "never_limited",
        "longer_after_evasion",
        "suspended_after_evasion",
    ),
    one(
        "Art. 20, where appropriate",
        conforms_on_limitation,
        LimitationLaw,
        names(LimitationLaw),
        lambda w: (
            not w.appropriate
            or w.never_limited
            or (w.period_is_long and (w.longer_after_evasion or w.suspended_after_evasion))
        ),
    ),
    every("Art. 21(1)", sanctions_offences, SanctionLaw, "effective", "proportionate", "dissuasive", "weighs_gravity"),
    every(
        "Art. 21(4), of somebody who is prosecuted",
        enjoys_guarantees,
        ProsecutedPerson,
        "rights_of_domestic_law",
        "rights_of_international_law",
        "fair_trial",
        "rights_of_defence",
    ),
    one(
        "Art. 21(6)",
        weighs_gravity_at_release,
        ProsecutedPerson,
        ("convicted", "early_release_considered", "gravity_considered"),
        lambda w: not w.convicted or not w.early_release_considered or w.gravity_considered,
    ),
    every(
        "Art. 21(7)",
        protects_accused_children,
        SanctionLaw,
        "protects_children",
        "keeps_rights_of_child",
        "keeps_other_instruments",
    ),
]
ONLY: dict[type[Facts], tuple[tuple[str, ...], tuple[str, ...]]] = {
    IllegalAccess: (("whole_accessed",), ("part_accessed",)),
    IllegalInterception: (
        ("intercepts", "technical_means", "non_public", "to_system"),
        ("from_system", "within_system", "emissions"),
    ),
    DataInterference: (("alters",), ("damages", "deletes", "deteriorates", "suppresses")),
    Forgery: (
        ("inputs", "inauthentic", "to_be_acted_upon", "legal_purposes"),
        ("alters", "deletes", "suppresses", "to_be_considered"),
    ),
}
"""One form of an offence, and its others."""
REQUIRABLE: list[tuple[str, Callable[..., Finding], type[Facts], Option, tuple[str, ...]]] = [
    ("Art. 7(2)", is_illegal_access, IllegalAccess, Option.ACCESS_SECURITY, ("infringes_security",)),
    (
        "Art. 7(2)",
        is_illegal_access,
        IllegalAccess,
        Option.ACCESS_INTENT,
        ("intends_to_obtain_data", "otherwise_dishonest"),
    ),
    ("Art. 7(2)", is_illegal_access, IllegalAccess, Option.ACCESS_CONNECTED, ("system_connected",)),
    (
        "Art. 8(2)",
        is_illegal_interception,
        IllegalInterception,
        Option.INTERCEPTION_INTENT,
        ("dishonest_intent",),
    ),
    ("Art. 8(2)", is_illegal_interception, IllegalInterception, Option.INTERCEPTION_CONNECTED, ("system_connected",)),
    ("Art. 9(2)", is_data_interference, DataInterference, Option.DATA_SERIOUS_HARM, ("serious_harm",)),
    ("Art. 12(2)", is_forgery, Forgery, Option.FORGERY_INTENT, ("intends_to_defraud", "similar_intent")),
]


def _required(
    source: str, rule: Callable[..., Finding], model: type[Facts], option: Option, any_of: tuple[str, ...]
) -> Table:
    """What a State may require: the offence of the first paragraph, and any of the facts that meet the requirement."""
    form, absent = ONLY[model]
    needed = (*CULPABLE, *form)
    return one(
        f"{source}, {option.value}",
        _with(rule, requiring=[option]),
        model,
        (*needed, *any_of),
        lambda w: _all(needed)(w) and any(getattr(w, name) for name in any_of),
        **dict.fromkeys(absent, False),
    )


REQUIRED = [_required(*row) for row in REQUIRABLE]


@pytest.mark.parametrize("tab", [*FORMS, *REQUIRED, *CHILDREN, *IMAGES, *OTHERS], ids=lambda tab: tab.source)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


SALE_OF_ACCESS_DATA = {
    ReservedAct(act=act, item=DeviceItem.ACCESS_DATA)
    for act in (DeviceAct.SALE, DeviceAct.DISTRIBUTION, DeviceAct.MAKING_AVAILABLE)
}
"""Art. 11(3): the acts that no reservation may concern, and only where the item is one of Art. 11(1)(a)(ii)."""
ACTS = [ReservedAct(act=act, item=item) for act, item in product(DeviceAct, DeviceItem)]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_which_acts_with_devices_may_be_reserved(size: int) -> None:
    """Art. 11(3): a reservation is permitted if none of its acts is one of the three with access data."""
    for reserved in combinations(ACTS, size):
        assert is_permitted_reservation(reserved).truth is Truth.of(not SALE_OF_ACCESS_DATA & {*reserved}), reserved


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.act.value} {act.item.value}")
def test_what_a_reservation_takes_out(act: ReservedAct) -> None:
    """Art. 11(3): an act that is reserved is no offence, but for the three that cannot be."""
    done = {
        DeviceAct.OBTAINING: "obtains",
        DeviceAct.PRODUCTION: "produces",
        DeviceAct.SALE: "sells",
        DeviceAct.PROCUREMENT: "procures_for_use",
        DeviceAct.IMPORT: "imports",
        DeviceAct.DISTRIBUTION: "distributes",
        DeviceAct.MAKING_AVAILABLE: "makes_available",
        DeviceAct.POSSESSION: "possesses",
    }
    item = ITEMS_11[act.item is DeviceItem.ACCESS_DATA]
    facts = {
        name: name in (done[act.act], *item, *CULPABLE, AIMS_11[0], "purpose_is_offence")
        for name in names(MisuseOfDevices)
    }
    conduct = of(MisuseOfDevices, facts)
    for reserved in ACTS:
        taken_out = reserved == act and act not in SALE_OF_ACCESS_DATA
        assert is_misuse_of_devices(conduct, reserving=[reserved]).truth is Truth.of(not taken_out)


PERMITTED: dict[ConventionOffence, set[Option]] = {
    ConventionOffence.ILLEGAL_ACCESS: {Option.ACCESS_SECURITY, Option.ACCESS_INTENT, Option.ACCESS_CONNECTED},
    ConventionOffence.ILLEGAL_INTERCEPTION: {Option.INTERCEPTION_INTENT, Option.INTERCEPTION_CONNECTED},
    ConventionOffence.DATA_INTERFERENCE: {Option.DATA_SERIOUS_HARM},
    ConventionOffence.SYSTEM_INTERFERENCE: set(),
    ConventionOffence.MISUSE_OF_DEVICES: {Option.DEVICES_RESERVATION},
    ConventionOffence.FORGERY: {Option.FORGERY_INTENT},
    ConventionOffence.THEFT_OR_FRAUD: set(),
    ConventionOffence.CHILD_ABUSE_MATERIAL: {
        Option.FINANCING_SEPARATE,
        Option.MATERIAL_WRITTEN_OR_AUDIO,
        Option.MATERIAL_EXISTING_PERSON,
        Option.MATERIAL_VISUAL_DEPICTION,
        Option.MATERIAL_SELF_GENERATED,
        Option.MATERIAL_PRIVATE,
    },
    ConventionOffence.SOLICITATION: {
        Option.SOLICITATION_FURTHERANCE,
        Option.SOLICITATION_BELIEVED_CHILD,
        Option.SOLICITATION_BY_CHILD,
    },
    ConventionOffence.INTIMATE_IMAGES: {Option.IMAGE_UNDER_18, Option.IMAGE_INTENT_TO_HARM},
    ConventionOffence.LAUNDERING: {
        Option.LAUNDERING_RECEIPT_LEFT_OUT,
        Option.LAUNDERING_PARTICIPATION_LEFT_OUT,
        Option.SELF_LAUNDERING_LEFT_OUT,
    },
}
"""What the text of each article lets a State vary, and so what it does not let its neighbour vary."""
CONDITIONAL: dict[Option, tuple[str, ...]] = {
    Option.DEVICES_RESERVATION: ("spares_access_data",),  # Art. 11(3): it must not concern three acts with access data
    Option.MATERIAL_SELF_GENERATED: (  # Art. 14(4): domestic law, international obligations; (a): children, their own
        "by_domestic_law",
        "fits_international_obligations",
        "by_children_only",
        "own_material_only",
    ),
    Option.MATERIAL_PRIVATE: (  # the same, and the limits of Art. 14(4)(b)
        "by_domestic_law",
        "fits_international_obligations",
        "within_limits",
    ),
    Option.SOLICITATION_BY_CHILD: ("committed_by_children",),  # Art. 15(4): children
    Option.IMAGE_UNDER_18: ("of_legal_age_only", "spares_abuse"),  # Art. 16(3): legal age, and no child abuse
    Option.LAUNDERING_RECEIPT_LEFT_OUT: ("basic_concepts",),  # Art. 17(1)(b): basic concepts of the legal system
    Option.LAUNDERING_PARTICIPATION_LEFT_OUT: ("basic_concepts",),
    Option.SELF_LAUNDERING_LEFT_OUT: (  # Art. 17(2)(e): fundamental principles must require it, for one person
        "principles_require",
        "predicate_offenders_only",
    ),
}
"""The variations that the text makes depend on something, and on what."""


@pytest.mark.parametrize(("offence", "option"), [*product(ConventionOffence, Option)])
def test_which_variation_which_article_permits(offence: ConventionOffence, option: Option) -> None:
    """Arts. 7 to 17: an option is open to the article that names it, once its condition is met, and to no other."""
    conditions = CONDITIONAL.get(option, ())
    for met in product((True, False, None), repeat=len(conditions)):
        values = dict(zip(conditions, met, strict=True))
        variation = Variation(words="a variation", kind=option.kind, option=option, **values)
        expected = min(map(Truth.of, met), default=Truth.YES) if option in PERMITTED[offence] else Truth.NO
        assert is_permitted_variation(offence, variation).truth is expected, values


@pytest.mark.parametrize(("offence", "kind"), [*product(ConventionOffence, [OptionKind.REQUIRE, OptionKind.EXCLUDE])])
def test_a_variation_of_which_no_article_speaks(offence: ConventionOffence, kind: OptionKind) -> None:
    """Art. 21(8): it may leave no conduct out, unless it is a defence or a principle that domestic law governs."""
    tab = table(
        "Art. 21(8)",
        lambda v: is_permitted_variation(offence, of(Variation, v, words="a variation", kind=kind)),
        ("narrows", "general_principle"),
        lambda w: not w.narrows or w.general_principle,
    )
    assert differences(tab) == []


@pytest.mark.parametrize("offence", ConventionOffence)
def test_a_law_may_reach_further(offence: ConventionOffence) -> None:
    """Art. 59(2): stricter measures than those of the Convention are open to every State."""
    assert is_permitted_variation(offence, Variation(words="a variation", kind=OptionKind.EXTEND, narrows=False)).is_yes


def test_which_involvement_must_be_an_offence() -> None:
    """Art. 19(1) to (3): participation shall be one, attempt and preparation may."""
    assert {kind: must_criminalise_involvement(kind).truth for kind in Involvement} == {
        Involvement.PARTICIPATION: Truth.YES,
        Involvement.ATTEMPT: Truth.NO,
        Involvement.PREPARATION: Truth.NO,
    }
    assert {kind: may_criminalise_involvement(kind).truth for kind in Involvement} == {
        Involvement.PARTICIPATION: Truth.NO,
        Involvement.ATTEMPT: Truth.YES,
        Involvement.PREPARATION: Truth.YES,
    }


@pytest.mark.parametrize("kind", [Involvement.ATTEMPT, Involvement.PREPARATION])
def test_what_need_be_no_offence_is_never_missing(kind: Involvement) -> None:
    """Art. 19(2) and (3): leaving attempt or preparation unpunished breaches nothing, whatever the law says."""
    for values in product((True, False, None), repeat=len(names(InvolvementLaw))):
        law = of(InvolvementLaw, dict(zip(names(InvolvementLaw), values, strict=True)))
        assert breaches_participation_duty(law, kind).is_no


def test_what_is_left_to_domestic_law() -> None:
    """Art. 21(8): how an offence is described, excused, pursued and punished, but not whether to have it."""
    assert {matter: is_reserved_to_domestic_law(matter).truth for matter in DomesticMatter} == {
        DomesticMatter.DESCRIPTION: Truth.YES,
        DomesticMatter.DEFENCES: Truth.YES,
        DomesticMatter.LAWFULNESS: Truth.YES,
        DomesticMatter.PROSECUTION_AND_PUNISHMENT: Truth.YES,
        DomesticMatter.ESTABLISHMENT: Truth.NO,
    }


def test_what_the_text_settles_without_facts() -> None:
    """Arts. 17(2)(f) and 21(2): knowledge may be inferred; aggravating circumstances may be established, not must."""
    assert knowledge_may_be_inferred().is_yes
    assert may_aggravate().is_yes
    assert must_aggravate().is_no
