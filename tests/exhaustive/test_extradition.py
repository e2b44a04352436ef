"""Arts. 37, 38, 39, 47 and 48: every rule over every three-valued state of its facts, and long ones over samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

from tests.universal import hold_universal_properties
from uncc.cooperation import (
    BasisNotice,
    ConditionalSurrender,
    EnforcementTies,
    ExtraditionAuthority,
    ExtraditionCustody,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    Ground,
    JointInvestigation,
    LawEnforcementMeasures,
    LawEnforcementTask,
    NonExtradition,
    PersonInProceedings,
    ProceedingsTransfer,
    SentencedPerson,
    SoughtOffence,
    cooperates_in_law_enforcement,
    extradition_article_applies,
    extradition_grounds,
    has_extradition_basis,
    has_notified_extradition_authority,
    is_deemed_included_in_treaty,
    is_discharged_by_conditional_surrender,
    is_extraditable,
    is_extraditable_offence,
    is_guaranteed_fair_treatment,
    is_prejudicial_extradition,
    is_refused_solely_for_nationality,
    may_apply_to_related_offence,
    may_consider_transfer_agreement,
    may_extradite_though_not_punishable,
    may_extradite_to_serve_sentence,
    may_investigate_jointly,
    may_refuse_extradition,
    may_submit_though_not_obliged,
    may_take_convention_as_extradition_basis,
    may_take_convention_as_law_enforcement_basis,
    may_take_convention_as_proceedings_basis,
    may_take_into_custody,
    must_consider_enforcing_sentence,
    must_consider_joint_investigation_agreement,
    must_consider_transferring_proceedings,
    must_consult_before_refusing_extradition,
    must_extradite,
    must_give_reasons_for_refusing_extradition,
    must_recognise_as_extraditable,
    must_submit_case,
    performs_task,
    still_must_submit_case,
)
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding
from uncc.readings import Readings
from uncc.readings.chapter_5 import BetweenThemselves, ExtraditionDuty, SoleGround

Values = Mapping[str, Fact]
F = TypeVar("F", bound=Facts)


def _of(model: type[F], values: Values, **others: object) -> F:
    """Return the collection of facts with its share of the values, which are named `Class.field`."""
    own = {key.partition(".")[2]: value for key, value in values.items() if key.startswith(f"{model.__name__}.")}
    return model(**own, **others)


def _names(model: type[Facts], *only: str) -> list[str]:
    return [question.name for name, question in model.questions().items() if not only or name in only]


def _offence(v: Values) -> SoughtOffence:
    return _of(SoughtOffence, v, title="an offence")


def _request(v: Values, *others: SoughtOffence) -> ExtraditionRequest:
    return _of(ExtraditionRequest, v, offences=(_offence(v), *others))


def _relation(v: Values) -> ExtraditionRelation:
    """Return a relation in which the depositary was told nothing; what it was told is in tests of the basis."""
    return _of(ExtraditionRelation, v, notice=BasisNotice.NONE_GIVEN)


def _position(v: Values) -> ExtraditionPosition:
    return _of(ExtraditionPosition, v)


def _refusal(v: Values) -> NonExtradition:
    return _of(NonExtradition, v, surrender=_of(ConditionalSurrender, v))


def _short_of(v: Values) -> ExtraditionRequest:
    """Return a request whose first offence is too short, beside one that is extraditable if the person is there."""
    carrier = SoughtOffence(
        title="illegal access",
        established_in_accordance=True,
        punishable_in_requesting_state=True,
        punishable_in_requested_state=True,
        period_too_short=False,
    )
    return _request(v, carrier)


ARTICLE = [
    *_names(
        SoughtOffence, "established_in_accordance", "punishable_in_requesting_state", "punishable_in_requested_state"
    ),
    *_names(ExtraditionRequest, "person_present"),
]
PERIOD = _names(SoughtOffence, "period_too_short")
WAIVER = _names(ExtraditionRelation, "permits_without_punishability")
SENTENCE = [
    *_names(ExtraditionRequest, "sought_to_serve_sentence", "sentence_final", "sentence_detains"),
    *_names(ExtraditionRelation, "permits_serving_sentence"),
]
BASIS = _names(ExtraditionRelation, "treaty_binds", "conditional_on_treaty", "considers_convention_basis")
SOLELY = _names(NonExtradition, "not_extradited", "nationality_invoked", "other_ground")
SERVING = _names(ExtraditionRequest, "sought_to_serve_sentence")
TO_BE_TRIED = dict.fromkeys(SERVING, False)
SUBMISSION = [
    *SOLELY,
    *_names(NonExtradition, "submission_requested"),
    *_names(ExtraditionPosition, "is_national"),
]
RULES: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    "37(1)": (lambda v: extradition_article_applies(_request(v)), ARTICLE),
    "37(1) serving a sentence": (
        lambda v: may_extradite_to_serve_sentence(
            _request({**v, **dict.fromkeys(ARTICLE, True)}), relation=_relation(v)
        ),
        [*SENTENCE, *PERIOD],
    ),
    "37(1) and (2) one offence": (
        lambda v: is_extraditable_offence(_request(v), relation=_relation(v)),
        [*ARTICLE, *PERIOD, *WAIVER],
    ),
    "37(2)": (
        lambda v: may_extradite_though_not_punishable(_request(v), relation=_relation(v)),
        [ARTICLE[0], ARTICLE[2], *WAIVER],
    ),
    "37(3)": (
        lambda v: may_apply_to_related_offence(_short_of(v), 0),
        [*_names(SoughtOffence, "period_too_short", "related"), ARTICLE[3]],
    ),
    "37(4)": (
        lambda v: is_deemed_included_in_treaty(_request(v), relation=_relation(v)),
        [*ARTICLE, BASIS[0]],
    ),
    "37(4) to (7)": (
        lambda v: has_extradition_basis(relation=_relation(v)),
        BASIS,
    ),
    "37(5)": (
        lambda v: may_take_convention_as_extradition_basis(_request(v), relation=_relation(v)),
        [*ARTICLE, *BASIS[:2]],
    ),
    "37(7)": (
        lambda v: must_recognise_as_extraditable(_request(v), relation=_relation(v)),
        [*ARTICLE, *_names(ExtraditionRelation, "conditional_on_treaty", "requesting_conditional_on_treaty")],
    ),
    "37(7), the requested State alone": (
        lambda v: must_recognise_as_extraditable(
            _request(v), relation=_relation(v), under=Readings.of(BetweenThemselves.REQUESTED)
        ),
        [*ARTICLE, BASIS[1]],
    ),
    "37(10)": (
        lambda v: may_take_into_custody(_request(v), _of(ExtraditionCustody, v)),
        [*_names(ExtraditionCustody), ARTICLE[3]],
    ),
    "37(11) solely": (lambda v: is_refused_solely_for_nationality(_refusal(v)), SOLELY),
    "37(11)": (
        lambda v: must_submit_case(_request({**dict.fromkeys(ARTICLE, True), **v}), _refusal(v), position=_position(v)),
        [*ARTICLE[2:], *SERVING, *SUBMISSION],
    ),
    "37(11), nationality sufficient": (
        lambda v: must_submit_case(
            _request({**v, **TO_BE_TRIED}), _refusal(v), position=_position(v), under=Readings.of(SoleGround.SUFFICIENT)
        ),
        [*ARTICLE, *SUBMISSION[:2], *SUBMISSION[3:]],
    ),
    "37(12)": (
        lambda v: is_discharged_by_conditional_surrender(_of(ConditionalSurrender, v)),
        _names(ConditionalSurrender),
    ),
    "37(11) and (12)": (
        lambda v: still_must_submit_case(
            _request({**v, **dict.fromkeys(ARTICLE, True), **TO_BE_TRIED}),
            _refusal({**v, SOLELY[0]: True}),
            position=_position(v),
        ),
        [*SUBMISSION[1:], *_names(ConditionalSurrender)],
    ),
    "37(13)": (
        lambda v: must_consider_enforcing_sentence(
            _request({**dict.fromkeys(ARTICLE, True), **v}), _refusal(v), position=_position(v)
        ),
        [
            *ARTICLE[2:],
            *_names(ExtraditionRequest, "sought_to_serve_sentence"),
            *_names(ExtraditionPosition, "is_national"),
            *_names(
                NonExtradition,
                "not_extradited",
                "nationality_invoked",
                "law_permits_enforcement",
                "enforcement_applied_for",
            ),
        ],
    ),
    "22(4)": (
        lambda v: may_submit_though_not_obliged(_request(v), _refusal(v)),
        [ARTICLE[3], *_names(NonExtradition, "not_extradited", "jurisdiction_established")],
    ),
    "37(14)": (
        lambda v: is_guaranteed_fair_treatment(_of(PersonInProceedings, v)),
        _names(PersonInProceedings),
    ),
    "37(15)": (lambda v: is_prejudicial_extradition(position=_position(v)), _names(ExtraditionPosition)),
    "37(17)": (
        lambda v: must_consult_before_refusing_extradition(decision=_of(ExtraditionDecision, v)),
        _names(ExtraditionDecision),
    ),
    "37(18)": (
        lambda v: must_give_reasons_for_refusing_extradition(decision=_of(ExtraditionDecision, v)),
        _names(ExtraditionDecision),
    ),
    "37(19)": (
        lambda v: has_notified_extradition_authority(_of(ExtraditionAuthority, v)),
        _names(ExtraditionAuthority),
    ),
    "38": (lambda v: may_consider_transfer_agreement(_of(SentencedPerson, v)), _names(SentencedPerson)),
    "39(1)": (
        lambda v: must_consider_transferring_proceedings(_of(ProceedingsTransfer, v)),
        _names(ProceedingsTransfer),
    ),
    "39(2)": (
        lambda v: may_take_convention_as_proceedings_basis(_of(ProceedingsTransfer, v)),
        _names(ProceedingsTransfer),
    ),
    "47(2)": (
        lambda v: may_take_convention_as_law_enforcement_basis(_of(EnforcementTies, v)),
        _names(EnforcementTies),
    ),
    "48": (lambda v: may_investigate_jointly(_of(JointInvestigation, v)), _names(JointInvestigation)),
    "48, agreements": (
        lambda v: must_consider_joint_investigation_agreement(_of(JointInvestigation, v)),
        _names(JointInvestigation),
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_the_universal_properties_hold(name: str) -> None:
    """Settled is final, no doubt is idle, and the open questions are just the pivotal ones."""
    rule, facts = RULES[name]
    assert len(facts) <= 8
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)


@pytest.mark.parametrize("ground", extradition_grounds(ExtraditionRequest()))
def test_the_universal_properties_hold_for_every_ground(ground: Ground) -> None:
    """Art. 37(8), Art. 37(15), Art. 37(16): 6,561 states of all on which a ground can turn."""

    def rule(values: Values) -> Finding:
        return may_refuse_extradition(_request(values), ground, relation=_relation(values), position=_position(values))

    facts = [*ARTICLE[1:3], *PERIOD, *_names(ExtraditionPosition)[:4], *_names(ExtraditionRelation, "spares_nationals")]
    assert hold_universal_properties(rule, facts) == 3**8


@pytest.mark.parametrize("task", LawEnforcementTask)
def test_the_universal_properties_hold_for_every_task(task: LawEnforcementTask) -> None:
    """Art. 47(1): each item over every state of the facts that it names."""
    facts = [question.name for question in performs_task(LawEnforcementMeasures(), task).open_questions]
    assert hold_universal_properties(lambda v: performs_task(_of(LawEnforcementMeasures, v), task), facts) == 3 ** len(
        facts
    )


# Rules of many facts.

WHOLE = [*ARTICLE, *PERIOD, *WAIVER, *SENTENCE, *BASIS, *_names(ExtraditionPosition, "other_conditions_met")]
OWED = [
    *ARTICLE,
    *PERIOD,
    *SENTENCE[:1],
    *BASIS,
    *_names(
        ExtraditionPosition, "is_national", "other_conditions_met", "discriminatory_request", "prejudice_by_compliance"
    ),
    *_names(ExtraditionRelation, "spares_nationals"),
]
LONG: dict[str, tuple[Callable[[Values], Finding], list[str]]] = {
    "37 as a whole": (
        lambda v: is_extraditable(_request(v), relation=_relation(v), position=_position(v)),
        WHOLE,
    ),
    "37, if it obliges": (
        lambda v: must_extradite(
            _request(v), relation=_relation(v), position=_position(v), under=Readings.of(ExtraditionDuty.OBLIGES)
        ),
        OWED,
    ),
    "47(1)": (
        lambda v: cooperates_in_law_enforcement(_of(LawEnforcementMeasures, v)),
        _names(LawEnforcementMeasures),
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_the_universal_properties_hold_of_many_facts(name: str) -> None:
    """The same of the rules that bring others together, over all of their states."""
    rule, facts = LONG[name]
    assert hold_universal_properties(rule, facts) == 3 ** len(facts)
