"""Arts. 31 and 49 to 52: settings that the proof does not think of, such as chains of holdings and rights in them.

The contents of a request are held by sets of three or four facts; the rule on them has no fact twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.confiscation.histories import bought, eur, paid, tool_of_none
from tests.effort import is_short
from tests.truthtables import Assignment, disagreements
from tests.universal import hold_universal_properties
from uncc.confiscation import (
    Agreement,
    Asset,
    AssetHistory,
    ConfiscationLaw,
    ConfiscationPosition,
    ConfiscationRequest,
    ConfiscationRequestKind,
    CorrespondingValue,
    Disposal,
    Execution,
    ForeignOrder,
    FreezingBasis,
    Holding,
    OriginBurden,
    ProceedsInformation,
    ProsecutionBar,
    ProvisionalMeasure,
    RecoveryLaw,
    ThirdPartyRight,
    confiscation_conformity,
    counts_as_proceeds,
    duties_on_special_cooperation,
    empowers_access_to_records,
    enables_confiscation,
    enables_provisional_measures,
    failed_to_show_lawful_origin,
    has_treaty_basis,
    is_bona_fide_right,
    is_case_without_conviction,
    is_instrumentality,
    is_open_to_freezing,
    is_to_be_forwardable,
    keeps_recovery_duties,
    liable_to_confiscation,
    may_consider_agreement,
    may_deduct_expenses,
    may_lift_provisional_measure,
    may_postpone_confiscation,
    may_refuse_confiscation,
    may_request_confiscation,
    may_require_lawful_origin,
    must_consider_return,
    must_consult_before_postponing_confiscation,
    must_enable_effect,
    must_enable_freezing_on_order,
    must_enable_freezing_on_request,
    must_give_effect,
    must_hear_before_lifting,
    must_submit_foreign_order,
    regulates_administration,
    represents_proceeds,
)
from uncc.cooperation import Ground, Offence, Position, UnderlyingConduct
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty
from uncc.readings import Readings
from uncc.readings.chapter_4 import EquivalentValue
from uncc.readings.chapter_5 import ConfiscationRoute

Values = Mapping[str, Fact]
OBTAIN, ENFORCE, PROVISIONAL = ConfiscationRequestKind


def _share(model: type[Facts], values: Values) -> dict[str, Any]:
    """Return the share of a collection in the values, which are named `Class.field`."""
    return {key.partition(".")[2]: v for key, v in values.items() if key.startswith(f"{model.__name__}.")}


def _names(model: type[Facts], *only: str) -> list[str]:
    return [question.name for name, question in model.questions().items() if not only or name in only]


def _holding(values: Values, name: str = "x", amount: int = 10) -> Holding:
    return Holding(name=name, value=eur(amount), **_share(Holding, values))


def _asset(values: Values) -> Asset:
    """Return an asset into which one holding was turned, with one right in the whole of it."""
    history = AssetHistory((_holding(values), bought("y", 20, paid("x", 10))))
    right = ThirdPartyRight(holder="somebody", value=eur(20), **_share(ThirdPartyRight, values))
    return Asset(name="y", history=history, rights=(right,), **_share(Asset, values))


def _request(kind: ConfiscationRequestKind, values: Values) -> ConfiscationRequest:
    offence = Offence(title="an offence", **_share(Offence, values))
    return ConfiscationRequest(kind=kind, offence=offence, **_share(ConfiscationRequest, values))


def _position(values: Values) -> ConfiscationPosition:
    return ConfiscationPosition(
        general=Position(**_share(Position, values)),
        conduct=UnderlyingConduct(**_share(UnderlyingConduct, values)),
        treaty=AssistanceTreaty(**_share(AssistanceTreaty, values)),
        treaty_grounds=(),
        **_share(ConfiscationPosition, values),
    )


CONDITIONS = [
    *_names(Offence, "established_in_accordance"),
    *_names(ConfiscationRequest, "requesting_has_jurisdiction", "property_is_liable", "property_in_territory"),
]
COURT = _names(ConfiscationRequest, "order_by_court")
TREATY = _names(AssistanceTreaty, "binds", "paragraphs_agreed")
ORIGIN = _names(Holding, "derived_from_offence", "convention_offence")
OWN_CHOICE = Readings.of(ConfiscationRoute.OWN_CHOICE)

RULES: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    "31(1) law": (
        lambda v: enables_confiscation(ConfiscationLaw(intermingled=True, benefits=True, **_share(ConfiscationLaw, v))),
        _names(
            ConfiscationLaw,
            "proceeds",
            "corresponding_value",
            "instrumentalities_used",
            "instrumentalities_destined",
            "beyond_legal_system",
            "substitutes",
            "prejudices_third_parties",
        ),
    ),
    "31(2) law": (
        lambda v: enables_provisional_measures(ConfiscationLaw(**_share(ConfiscationLaw, v))),
        _names(ConfiscationLaw, "identification", "tracing", "freezing_or_seizure"),
    ),
    "31(3) law": (
        lambda v: regulates_administration(ConfiscationLaw(**_share(ConfiscationLaw, v))),
        _names(ConfiscationLaw, "administration"),
    ),
    "31(7) law": (
        lambda v: empowers_access_to_records(ConfiscationLaw(**_share(ConfiscationLaw, v))),
        _names(
            ConfiscationLaw,
            "records_available",
            "records_seized",
            "bank_records",
            "financial_records",
            "commercial_records",
            "secrecy_stands_in_the_way",
        ),
    ),
    "31(1)(a) proceeds": (lambda v: counts_as_proceeds(_holding(v)), ORIGIN),
    "31(8) lawful origin not shown": (
        lambda v: failed_to_show_lawful_origin(
            _holding(v),
            OriginBurden(required_by_law=True, consistent_with_proceedings=True, **_share(OriginBurden, v)),
        ),
        [
            *_names(Holding, "alleged", "lawful_origin_shown"),
            *_names(OriginBurden, "borne_by_offender", "consistent_with_principles"),
        ],
    ),
    "31(8) burden": (
        lambda v: may_require_lawful_origin(OriginBurden(**_share(OriginBurden, v))),
        _names(OriginBurden, "borne_by_offender", "consistent_with_principles", "consistent_with_proceedings"),
    ),
    "31(1)(a) corresponding value": (
        lambda v: represents_proceeds(CorrespondingValue(outstanding=eur(1), **_share(CorrespondingValue, v))),
        _names(CorrespondingValue, "from_convention_offence"),
    ),
    "31(1)(a) corresponding value, if subsidiary": (
        lambda v: represents_proceeds(CorrespondingValue(outstanding=eur(1), **_share(CorrespondingValue, v))).under(
            Readings.of(EquivalentValue.SUBSIDIARY)
        ),
        _names(CorrespondingValue),
    ),
    "31(1)(b) instrumentality": (lambda v: is_instrumentality(_asset(v)), _names(Asset)),
    "31(9) third party": (
        lambda v: is_bona_fide_right(ThirdPartyRight(holder="x", **_share(ThirdPartyRight, v))),
        _names(ThirdPartyRight),
    ),
    "31(1), (4), (9) liability": (
        lambda v: liable_to_confiscation(_asset(v)).finding,
        [*ORIGIN, *_names(Asset), *_names(ThirdPartyRight)],
    ),
    "31(2) freezing": (lambda v: is_open_to_freezing(_asset(v)), [*ORIGIN, *_names(Asset)]),
    "49(1)(a) foreign order": (
        lambda v: must_enable_effect(ForeignOrder(**_share(ForeignOrder, v))),
        _names(ForeignOrder),
    ),
    "49(1)(c) without conviction": (
        lambda v: is_case_without_conviction(ProsecutionBar(**_share(ProsecutionBar, v))),
        _names(ProsecutionBar),
    ),
    "49(2)(a) freezing on order": (
        lambda v: must_enable_freezing_on_order(FreezingBasis(**_share(FreezingBasis, v))),
        _names(FreezingBasis),
    ),
    "49(2)(b) freezing on request": (
        lambda v: must_enable_freezing_on_request(FreezingBasis(**_share(FreezingBasis, v))),
        _names(FreezingBasis, "under_article_50", "sufficient_grounds", "eventual_confiscation"),
    ),
    "49 law": (
        lambda v: keeps_recovery_duties(RecoveryLaw(foreign_orders=True, **_share(RecoveryLaw, v))),
        _names(RecoveryLaw)[1:],
    ),
    "50(1)(a) conditions": (lambda v: may_request_confiscation(_request(OBTAIN, v)), CONDITIONS),
    "50(1)(b) conditions": (lambda v: may_request_confiscation(_request(ENFORCE, v)), [*CONDITIONS, *COURT]),
    "50(2) conditions": (lambda v: may_request_confiscation(_request(PROVISIONAL, v)), CONDITIONS[:3]),
    "50(1)(a) effect": (
        lambda v: must_give_effect(_request(OBTAIN, v), execution=Execution(**_share(Execution, v))).under(OWN_CHOICE),
        [*CONDITIONS, *_names(Execution, "takes_other_way", "order_granted")],
    ),
    "50(1)(b) submission": (
        lambda v: must_submit_foreign_order(_request(ENFORCE, v), execution=Execution(**_share(Execution, v))).under(
            OWN_CHOICE
        ),
        [*CONDITIONS, *COURT, *_names(Execution, "takes_other_way")],
    ),
    "50(6) treaty": (lambda v: has_treaty_basis(Execution(**_share(Execution, v))), _names(Execution)[2:4]),
    "50(3) postponement": (
        lambda v: may_postpone_confiscation(position=_position(v)),
        [*TREATY, *_names(ConfiscationPosition, "interferes_with_proceedings")],
    ),
    "50(3) consultation before postponing": (
        lambda v: must_consult_before_postponing_confiscation(treaty=_position(v).treaty),
        TREATY,
    ),
    "50(7) lifting": (
        lambda v: may_lift_provisional_measure(position=_position(v)),
        _names(ConfiscationPosition, "evidence_sufficient", "evidence_timely", "trifling_property"),
    ),
    "50(8) hearing": (
        lambda v: must_hear_before_lifting(ProvisionalMeasure(**_share(ProvisionalMeasure, v))),
        _names(ProvisionalMeasure),
    ),
    "51 information": (
        lambda v: is_to_be_forwardable(ProceedsInformation(**_share(ProceedsInformation, v))),
        _names(ProceedsInformation)[:4],
    ),
    "51 duty": (
        lambda v: duties_on_special_cooperation(ProceedsInformation(**_share(ProceedsInformation, v)))[0].trigger,
        _names(ProceedsInformation),
    ),
    "52(2) return": (
        lambda v: must_consider_return(Disposal(**_share(Disposal, v))),
        _names(Disposal)[:5],
    ),
    "52(3)(a) contribution": (
        lambda v: may_consider_agreement(Disposal(**_share(Disposal, v)), Agreement.CONTRIBUTION),
        _names(Disposal, "confiscated", "on_request", "compensation_considered"),
    ),
    "52(3)(b) sharing": (
        lambda v: may_consider_agreement(Disposal(**_share(Disposal, v)), Agreement.SHARING),
        _names(Disposal, "confiscated", "on_request", "compensation_considered", "sharing_allowed"),
    ),
    "52(4) expenses": (
        lambda v: may_deduct_expenses(Disposal(**_share(Disposal, v))),
        [*_names(Disposal, "confiscated", "on_request"), *_names(Disposal)[-4:]],
    ),
}


LARGE = "31(1), (4), (9) liability"


@pytest.mark.parametrize("name", [name for name in RULES if name != LARGE or not is_short()])
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


CONTENTS = {
    OBTAIN: ("location_possible", "value_relevant", "facts_suffice"),
    ENFORCE: ("copy_admissible", "procedure_wanted", "particulars_possible", "period_applicable"),
    PROVISIONAL: ("order_available", "period_applicable", "particulars_possible"),
}


@pytest.mark.parametrize("kind", ConfiscationRequestKind)
def test_the_universal_properties_hold_for_contents(kind: ConfiscationRequestKind) -> None:
    """Art. 50(3): a request that says nothing, and one that says all that is a matter of words."""
    facts = _names(ConfiscationRequest, *CONTENTS[kind])
    words: dict[str, Any] = dict.fromkeys(
        ("statement_of_facts", "property_description", "assistance_sought", "proceeding", "purpose"), "x"
    )

    def rule(values: Values) -> Finding:
        return confiscation_conformity(ConfiscationRequest(kind=kind, **words, **_share(ConfiscationRequest, values)))

    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


GROUND_FACTS = [
    *TREATY,
    *_names(Position, "prejudices_essential_interests", "discriminatory_purpose", "discriminatory_prejudice"),
    *_names(ConfiscationPosition, "contrary_to_legal_system", "evidence_timely"),
]
CONDUCT = [*TREATY, *_names(UnderlyingConduct, "criminal_in_requesting_state", "criminal_in_requested_state")]


@pytest.mark.parametrize("ground", Ground)
def test_the_universal_properties_hold_for_every_ground(ground: Ground) -> None:
    """Art. 50(3) and (7): 2,187 states of what the requested State may consider, for each ground."""
    facts = CONDUCT if ground is Ground.DUAL_CRIMINALITY else GROUND_FACTS

    def rule(values: Values) -> Finding:
        return may_refuse_confiscation(_request(PROVISIONAL, {}), ground, position=_full(values))

    def _full(values: Values) -> ConfiscationPosition:
        given = {
            **dict.fromkeys(_names(ConfiscationPosition), False),
            **dict.fromkeys(_names(ConfiscationPosition, "evidence_sufficient"), True),
            "Position.prohibited_for_similar_offence": False,
        }
        return _position({**given, **values})

    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


def _rent(a: Assignment) -> Finding:
    """Return whether the rent of a house is liable that was bought out of three origins, with two rights in it."""
    history = AssetHistory(
        (
            *(
                Holding(name=name, value=eur(10), derived_from_offence=a[name], convention_offence=True)
                for name in ("one", "two", "three")
            ),
            bought("shares", 40, paid("one", 10), paid("two", 10)),
            bought("house", 70, paid("shares", 40), paid("three", 10)),
            Holding(name="rent", value=eur(5), yielded_by="house"),
        )
    )
    rights = tuple(
        ThirdPartyRight(holder=name, value=eur(3), third_party=True, right_exists=True, bona_fide=a[name])
        for name in ("first", "second")
    )
    return liable_to_confiscation(tool_of_none("rent", history, rights=rights)).finding


def test_a_chain_over_every_state_of_its_facts() -> None:
    """Art. 31(4) to (6), (9): any tainted origin reaches the rent; only both rights together take it up."""
    names = ("one", "two", "three", "first", "second")
    assert not disagreements(
        _rent, lambda w: (w["one"] or w["two"] or w["three"]) and not (w["first"] and w["second"]), *names
    )
    asked = {question.subject for question in _rent(dict.fromkeys(names)).open_questions}
    assert asked == {"holdings[0]", "holdings[1]", "holdings[2]", "rights[0]", "rights[1]"}
