"""Arts. 25, 35(3), 42 and 43: every rule over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from tests.universal import hold_universal_properties
from uncc.cooperation import (
    Discovery,
    Ground,
    Offence,
    Outlook,
    PersonalDataTransfer,
    Position,
    PreservationMeasure,
    PreservationRequest,
    Stage,
    UnderlyingConduct,
    can_hold_until_decision,
    can_meet_floor,
    dual_criminality_satisfied,
    evidence_articles_apply,
    may_refuse_disclosure,
    may_refuse_preservation,
    may_request_preservation,
    may_require_dual_criminality,
    must_continue_until_decision,
    must_disclose_path,
    must_grant_extension,
    must_inform_of_outlook,
    must_outlast_ceiling,
    must_preserve,
    must_say_if_not_confidential,
    preservation_conformity,
    shall_execute_nevertheless,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty, Reservation, State, StateParty
from uncc.kernel.provisions import art
from uncc.procedural import (
    PreservationOrder,
    PreservationRegime,
    enables_preservation,
    keeps_ceiling,
    may_renew,
    obliges_confidentiality,
    obliges_person,
    stays_within_ceiling,
)
from uncc.readings import Readings
from uncc.readings.chapter_4 import OrderRenewal
from uncc.readings.chapter_5 import AssistanceRules, DisclosurePersonalData, ExtensionDuty, FloorAndCeiling

RESERVED = "the requested State has reserved the right to refuse preservation for want of dual criminality"

Values = Mapping[str, Fact]


def _of(model: type[Facts], values: Values, **others: object) -> Facts:
    """Return the collection of facts with its share of the values, which are named `Class.field`."""
    own = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{model.__name__}.")}
    return model(**own, **others)


def _names(model: type[Facts], *only: str) -> list[str]:
    return [question.name for name, question in model.questions().items() if not only or name in only]


def _offence(values: Values) -> Offence:
    offence = _of(Offence, values, title="an offence")
    assert isinstance(offence, Offence)
    return offence


def _position(values: Values) -> Position:
    position = _of(Position, values)
    assert isinstance(position, Position)
    return position


def _regime(values: Values, maximum_days: int | None = 30) -> PreservationRegime:
    regime = _of(PreservationRegime, values, maximum_days=maximum_days)
    assert isinstance(regime, PreservationRegime)
    return regime


def _request(values: Values) -> PreservationRequest:
    request = _of(PreservationRequest, values, offence=_offence(values))
    assert isinstance(request, PreservationRequest)
    return request


def _requested(values: Values) -> StateParty:
    """Return a State whose reservations are known, or not, as the values say."""
    known = {True: (Reservation(provision=art(42, 5)),), False: (), None: None}
    return StateParty(state=State("Borduria"), reservations=known[values.get(RESERVED)])


POSITION = _names(Position)
RESERVATION = [
    *_names(Position, "requires_dual_criminality_for_disclosure", "doubts_dual_criminality_at_disclosure"),
    *_names(Offence, "established_in_accordance"),
    RESERVED,
]
REGIME = _names(PreservationRegime, "by_order_to_person", "provides_renewal", "by_other_means")
RULES: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    "25(1) power": (
        lambda v: enables_preservation(_regime(v)),
        _names(
            PreservationRegime,
            "enables_expeditious_preservation",
            "covers_traffic_data",
            "covers_content_data",
            "covers_subscriber_information",
        ),
    ),
    "25(2) ceiling kept": (lambda v: keeps_ceiling(_regime(v, 120)), _names(PreservationRegime, "by_order_to_person")),
    "25(2) whoever is ordered is bound": (
        lambda v: obliges_person(_regime(v)),
        _names(PreservationRegime, "by_order_to_person", "obliges_to_keep_intact"),
    ),
    "25(2) renewal": (lambda v: may_renew(_regime(v)), _names(PreservationRegime, "provides_renewal")),
    "25(2) order": (
        lambda v: stays_within_ceiling(
            PreservationOrder(days=60, necessary=v["PreservationOrder.necessary"]), _regime(v)
        ),
        ["PreservationOrder.necessary"],
    ),
    "25(3) silence": (
        lambda v: obliges_confidentiality(_regime(v)),
        _names(PreservationRegime, "obliges_confidentiality"),
    ),
    "35(1) evidence": (lambda v: evidence_articles_apply(_offence(v)), _names(Offence)),
    "35(3) dual criminality": (
        lambda v: dual_criminality_satisfied(_conduct(v)),
        _names(UnderlyingConduct),
    ),
    "42(1) conditions": (
        lambda v: may_request_preservation(_request(v)),
        [*_names(PreservationRequest, "system_in_requested_territory", "intends_assistance"), *_names(Offence)],
    ),
    "42(3) conformity of an empty request": (
        lambda v: preservation_conformity(_request(v)),
        _names(PreservationRequest, "locating_information_available", "confidentiality_needed"),
    ),
    "42(4) duty to preserve": (
        lambda v: must_preserve(_request(v)),
        [*_names(PreservationRequest, "system_in_requested_territory", "intends_assistance"), *_names(Offence)],
    ),
    "42(4) dual criminality at preservation": (
        lambda v: may_require_dual_criminality(
            Stage.PRESERVATION, _request(v), position=_position(v), requested=_requested(v)
        ),
        RESERVATION,
    ),
    "40(8) dual criminality at disclosure": (
        lambda v: may_require_dual_criminality(Stage.DISCLOSURE, _request(v), treaty=_treaty(v)),
        _names(AssistanceTreaty),
    ),
    "42(7) information": (lambda v: must_inform_of_outlook(_outlook(v)), _names(Outlook)),
    "42(7) execution": (lambda v: shall_execute_nevertheless(_outlook(v)), _names(Outlook)),
    "42(8) decision pending": (
        lambda v: must_continue_until_decision(_late_request(v)),
        _names(PreservationMeasure, "still_preserved", "decided"),
    ),
    "42(8) floor within reach": (lambda v: can_meet_floor(_regime(v)), REGIME),
    "42(8) floor within reach, one renewal": (
        lambda v: can_meet_floor(_regime(v)).under(Readings.of(OrderRenewal.ONCE)),
        REGIME,
    ),
    "42(8) decision within reach": (lambda v: can_hold_until_decision(_regime(v)), REGIME),
    "42(8) beyond the ceiling": (lambda v: must_outlast_ceiling(_regime(v)), REGIME),
    "42(8) beyond the ceiling, if it limits": (
        lambda v: must_outlast_ceiling(_regime(v)).under(Readings.of(FloorAndCeiling.CEILING_LIMITS)),
        REGIME,
    ),
    "42(9) extension, on the same rules": (
        lambda v: must_grant_extension(
            _request(v),
            position=_position(v),
            requested=_requested(v),
            under=Readings.of(ExtensionDuty.SAME_RULES),
        ),
        [*POSITION, *_names(Offence, "established_in_accordance"), RESERVED],
    ),
    "40(20) confidentiality that cannot be kept": (
        lambda v: must_say_if_not_confidential(
            PreservationRequest(confidentiality="Do not notify the user."),
            _outlook(v),
            under=Readings.of(AssistanceRules.GOVERN),
        ),
        _names(Outlook, "cannot_keep_confidential"),
    ),
    "43(1) disclosure": (lambda v: must_disclose_path(_discovery(v)), _names(Discovery)),
}


def _conduct(values: Values) -> UnderlyingConduct:
    conduct = _of(UnderlyingConduct, values)
    assert isinstance(conduct, UnderlyingConduct)
    return conduct


def _treaty(values: Values) -> AssistanceTreaty:
    treaty = _of(AssistanceTreaty, values)
    assert isinstance(treaty, AssistanceTreaty)
    return treaty


def _outlook(values: Values) -> Outlook:
    outlook = _of(Outlook, values)
    assert isinstance(outlook, Outlook)
    return outlook


def _discovery(values: Values) -> Discovery:
    discovery = _of(Discovery, values)
    assert isinstance(discovery, Discovery)
    return discovery


def _late_request(values: Values) -> PreservationMeasure:
    """Return a measure whose later request came when the floor had run, so that all turns on what had happened."""
    measure = _of(PreservationMeasure, values, effected_on=date(2027, 3, 10), assistance_requested_on=date(2027, 6, 1))
    assert isinstance(measure, PreservationMeasure)
    return measure


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("ground", Ground)
def test_the_universal_properties_hold_for_every_ground(ground: Ground) -> None:
    """Art. 42(5) and Art. 42(6): 2,187 states of all that the requested State may consider, for each ground."""

    def rule(values: Values) -> Finding:
        return may_refuse_preservation(
            _request(values), ground, position=_position(values), requested=_requested(values)
        )

    facts = RESERVATION if ground is Ground.DUAL_CRIMINALITY else POSITION
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground is not Ground.PERSONAL_DATA])
def test_the_universal_properties_hold_for_every_ground_against_disclosure(ground: Ground) -> None:
    """Art. 43(2): the same for the expedited disclosure of traffic data."""
    facts = POSITION[:4]
    assert hold_universal_properties(lambda v: may_refuse_disclosure(ground, position=_position(v)), facts) == 81


@pytest.mark.parametrize("option", DisclosurePersonalData)
def test_the_universal_properties_hold_for_personal_data_against_disclosure(option: DisclosurePersonalData) -> None:
    """Art. 36(1)(a) and Art. 43(2): nine states of what the law on personal data says, on either reading."""

    def rule(values: Values) -> Finding:
        transfer = PersonalDataTransfer(**{key.partition(".")[2]: value for key, value in values.items()})
        return may_refuse_disclosure(Ground.PERSONAL_DATA, transfer=transfer, under=Readings.of(option))

    assert hold_universal_properties(rule, _names(PersonalDataTransfer, "personal", "data_protection_allows")) == 9
