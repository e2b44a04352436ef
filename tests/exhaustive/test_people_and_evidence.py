"""Arts. 36, 40(9) to (11), 40(29), 41, 44, 45, 46: every rule over every three-valued state of its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import pytest

from tests.universal import hold_universal_properties
from uncc.cooperation import (
    DataSafeguards,
    ExistingNetwork,
    InterceptionRequest,
    NetworkMeasure,
    NetworkRequest,
    Offence,
    OnwardTransfer,
    PersonalDataTransfer,
    PersonTransfer,
    PointOfContact,
    Restraint,
    SafeConduct,
    SimilarCase,
    StoredDataRequest,
    TrafficDataRequest,
    credit_for_custody,
    duties_on_onward_transfer,
    has_safe_conduct,
    has_safeguards,
    interception_is_permitted,
    is_compliant_transfer,
    is_protected_after_transfer,
    leaving_opportunity,
    may_ask_contact_point,
    may_impose_conditions,
    may_request_access,
    may_request_traffic_data,
    may_transfer_onward,
    may_transfer_person,
    may_use_existing_network,
    meets_network_obligations,
    must_carry_out_directly,
    must_endeavour_at_least,
    must_endeavour_to_intercept,
    must_keep_in_custody,
    must_respond_expeditiously,
    must_return_person,
    must_tell_provider_location,
    need_not_transfer,
    needs_authorization,
    network_is_open,
    safe_conduct_covers,
    safe_conduct_has_ceased,
    traffic_data_conformity,
)
from uncc.general import Situation
from uncc.kernel.dates import Period
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.readings import Readings
from uncc.readings.chapter_5 import (
    InterceptionPermission,
    NetworkDirectHelp,
    PersonalDataConditions,
    SafeConductReturn,
    TreatyGaps,
)

Values = Mapping[str, Fact]
Model = TypeVar("Model", bound=Facts)
LATE = date(2027, 7, 1)
NO_TREATY = AssistanceTreaty(binds=False)
STAY = (Period(date(2027, 5, 4), date(2027, 5, 9)),)


def _of(model: type[Model], values: Values, **others: Any) -> Model:
    """Return the collection of facts with its share of the values, which are named `Class.field`."""
    own = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{model.__name__}.")}
    return model(**others, **own)


def _names(model: type[Facts], *only: str) -> list[str]:
    return [question.name for name, question in model.questions().items() if not only or name in only]


def _offence(values: Values) -> Offence:
    return _of(Offence, values, title="an offence")


def _asked(model: type[Model], values: Values) -> Model:
    return _of(model, values, offence=_offence(values))


def _stay(values: Values) -> SafeConduct:
    """Return a person who came to the requesting State, was informed, and of whom it is known on which days."""
    return _of(
        SafeConduct,
        values,
        departed_on=date(2027, 4, 20),
        informed_on=date(2027, 5, 3),
        period_agreed=False,
        hindrances=STAY,
        returned_on=date(2027, 6, 15),
    )


OFFENCE = _names(Offence)
BINDING = _names(AssistanceTreaty, "binds", "paragraphs_agreed")
CONVENTION_OFFENCE = Offence(title="illegal access", established_in_accordance=True)
AGREED: dict[str, Fact] = dict.fromkeys(
    ("consent_free", "consent_informed", "requested_agrees", "requesting_agrees"), True
)
NETWORK = [*_names(NetworkRequest, "specific_case", "seeks_electronic_evidence"), *OFFENCE]
RULES: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    "36(1)(a) compliance": (
        lambda v: is_compliant_transfer(_of(PersonalDataTransfer, v)),
        _names(PersonalDataTransfer, "accords_with_domestic_law", "accords_with_international_law"),
    ),
    "36(1)(a) freedom": (
        lambda v: need_not_transfer(_of(PersonalDataTransfer, v)),
        _names(PersonalDataTransfer, "personal", "data_protection_allows"),
    ),
    "36(1)(a) freedom, conditions first": (
        lambda v: need_not_transfer(_of(PersonalDataTransfer, v), under=Readings.of(PersonalDataConditions.MUST_SEEK)),
        _names(PersonalDataTransfer, "personal", "data_protection_allows", "conditions_would_comply"),
    ),
    "36(1)(b) conditions": (
        lambda v: may_impose_conditions(_of(PersonalDataTransfer, v)),
        _names(PersonalDataTransfer),
    ),
    "36(2) safeguards": (
        lambda v: has_safeguards(_of(DataSafeguards, v)),
        _names(DataSafeguards, "in_legal_framework", "effective", "appropriate"),
    ),
    "36(3) scope": (
        lambda v: needs_authorization(_of(OnwardTransfer, v)),
        _names(
            OnwardTransfer, "personal", "obtained_under_convention", "to_third_country", "to_international_organization"
        ),
    ),
    "36(3) onward transfer": (lambda v: may_transfer_onward(_of(OnwardTransfer, v)), _names(OnwardTransfer)),
    "36(3) prohibition": (
        lambda v: duties_on_onward_transfer(_of(OnwardTransfer, v, obtained_under_convention=True))[2].trigger,
        [name for name in _names(OnwardTransfer) if not name.endswith("obtained_under_convention")],
    ),
    "40(9) transfer": (
        lambda v: may_transfer_person(_asked(PersonTransfer, v), treaty=NO_TREATY),
        [
            *_names(
                PersonTransfer,
                "detained",
                "serving_sentence",
                "presence_for_evidence",
                "consents",
                "consent_free",
                "consent_informed",
                "requested_agrees",
                "requesting_agrees",
            ),
            *_names(Offence, "established_in_accordance"),
        ],
    ),
    "40(10)(a) custody": (
        lambda v: must_keep_in_custody(_of(PersonTransfer, v, departed_on=date(2027, 5, 1)), treaty=NO_TREATY),
        _names(PersonTransfer, "release_requested", "release_authorized", "returned"),
    ),
    "40(10)(b) return": (
        lambda v: must_return_person(_of(PersonTransfer, v, departed_on=date(2027, 5, 1)), treaty=NO_TREATY),
        _names(PersonTransfer, "returned"),
    ),
    "40(10)(d) credit": (
        lambda v: credit_for_custody(_of(PersonTransfer, v, custody=STAY), treaty=NO_TREATY).because,
        _names(PersonTransfer, "serving_sentence"),
    ),
    "40(11) immunity": (
        lambda v: is_protected_after_transfer(_of(PersonTransfer, v), _of(Restraint, v), treaty=NO_TREATY),
        [*_names(PersonTransfer, "transferred", "immunity_lifted"), *_names(Restraint)],
    ),
    "40(9) transfer beside a treaty": (
        lambda v: may_transfer_person(
            _of(PersonTransfer, v, offence=CONVENTION_OFFENCE, **AGREED), treaty=_of(AssistanceTreaty, v)
        ),
        [*BINDING, *_names(PersonTransfer, "detained", "serving_sentence", "presence_for_evidence", "consents")],
    ),
    "40(11) immunity beside a treaty that may be silent": (
        lambda v: is_protected_after_transfer(
            _of(PersonTransfer, v),
            _of(Restraint, v, before_departure=True),
            treaty=_of(AssistanceTreaty, v, silent_on=(art(40, 11),)),
            under=Readings.of(TreatyGaps.FILLED),
        ),
        [
            *BINDING,
            *_names(PersonTransfer, "transferred", "immunity_lifted"),
            *_names(Restraint, "restricts_liberty", "in_territory", "held_for_return"),
        ],
    ),
    "40(29) safe conduct beside a treaty": (
        lambda v: has_safe_conduct(_stay(v), LATE, treaty=_of(AssistanceTreaty, v)),
        [
            *BINDING,
            *_names(
                SafeConduct,
                "at_request",
                "consents",
                "in_requesting_territory",
                "remained_voluntarily",
                "returned_freely",
            ),
        ],
    ),
    "40(29) ceased": (
        lambda v: safe_conduct_has_ceased(_stay(v), LATE),
        _names(SafeConduct, "remained_voluntarily", "returned_freely"),
    ),
    "40(29) ceased, return at once": (
        lambda v: safe_conduct_has_ceased(_stay(v), LATE, under=Readings.of(SafeConductReturn.AT_ONCE)),
        _names(SafeConduct, "remained_voluntarily", "returned_freely"),
    ),
    "40(29) ceased, days not known": (
        lambda v: safe_conduct_has_ceased(_of(SafeConduct, v, informed_on=date(2027, 6, 30)), LATE),
        _names(SafeConduct, "remained_voluntarily", "left"),
    ),
    "40(29) safe conduct": (
        lambda v: has_safe_conduct(_stay(v), LATE, treaty=NO_TREATY),
        _names(
            SafeConduct,
            "at_request",
            "consents",
            "in_requesting_territory",
            "remained_voluntarily",
            "returned_freely",
        ),
    ),
    "40(29) coverage": (
        lambda v: safe_conduct_covers(_stay(v), _of(Restraint, v), LATE, treaty=NO_TREATY),
        [
            *_names(
                SafeConduct,
                "at_request",
                "consents",
                "in_requesting_territory",
                "remained_voluntarily",
                "returned_freely",
            ),
            *_names(Restraint, "restricts_liberty", "in_territory", "before_departure"),
        ],
    ),
    "41(1) matters": (lambda v: network_is_open(_asked(NetworkRequest, v)), NETWORK),
    "41(3)(e) emergency": (
        lambda v: may_ask_contact_point(
            NetworkMeasure.EMERGENCY_DATA, _asked(NetworkRequest, v), situation=_of(Situation, v)
        ),
        [*NETWORK, *_names(Situation)],
    ),
    "41(3) direct help": (
        lambda v: must_carry_out_directly(
            NetworkMeasure.LOCATING_SUSPECTS,
            _asked(NetworkRequest, v),
            under=Readings.of(NetworkDirectHelp.DIRECT),
        ),
        [*NETWORK, *_names(NetworkRequest, "law_permits_direct_help", "practice_permits_direct_help")],
    ),
    "41(3)(b) location": (
        lambda v: must_tell_provider_location(_asked(NetworkRequest, v)),
        [*NETWORK, *_names(NetworkRequest, "provider_location_known", "provider_location_appropriate")],
    ),
    "41 what a State must have": (
        lambda v: meets_network_obligations(_of(PointOfContact, v)),
        _names(PointOfContact),
    ),
    "41(6) existing networks": (
        lambda v: may_use_existing_network(_of(ExistingNetwork, v)),
        _names(ExistingNetwork),
    ),
    "44(1) access": (
        lambda v: may_request_access(_asked(StoredDataRequest, v)),
        [*OFFENCE, *_names(StoredDataRequest, "system_in_requested_territory")],
    ),
    "44(3) speed": (
        lambda v: must_respond_expeditiously(_of(StoredDataRequest, v)),
        _names(StoredDataRequest, "vulnerable", "expedited_elsewhere"),
    ),
    "45(1) request": (
        lambda v: may_request_traffic_data(_asked(TrafficDataRequest, v)),
        [
            *OFFENCE,
            *_names(
                TrafficDataRequest,
                "in_real_time",
                "communications_specified",
                "communications_in_territory",
                "by_ict_system",
            ),
        ],
    ),
    "45(2) floor": (
        lambda v: must_endeavour_at_least(
            TrafficDataRequest(
                offence=_offence(v),
                in_real_time=True,
                communications_specified=True,
                communications_in_territory=True,
                by_ict_system=True,
            ),
            _of(SimilarCase, v),
        ),
        [*OFFENCE, *_names(SimilarCase)],
    ),
    "45(3) conformity of an empty request": (
        lambda v: traffic_data_conformity(_of(TrafficDataRequest, v)),
        _names(TrafficDataRequest, "identifying_data_available"),
    ),
    "46 permission": (
        lambda v: interception_is_permitted(
            _of(InterceptionRequest, v), under=Readings.of(InterceptionPermission.BOTH)
        ),
        _names(InterceptionRequest, "treaty_permits", "domestic_law_permits"),
    ),
    "46 endeavour": (
        lambda v: must_endeavour_to_intercept(_asked(InterceptionRequest, v)),
        [*OFFENCE, *_names(InterceptionRequest)],
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


def test_the_opportunity_asks_only_for_what_is_missing() -> None:
    """Art. 40(29): whether a period was agreed is a fact, and with the days known it is the only open one."""
    known = SafeConduct(informed_on=date(2027, 5, 3), hindrances=())
    assert len(leaving_opportunity(known).because.open_questions) == 1
