"""Chapter V, Arts. 35 to 39: principles, personal data, extradition and transfers, from the text alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial
from itertools import product

import pytest
from attrs import evolve

from tests.proof_tables.table import Law, Table, Values, World, by_name, differences, every, names, of, one, some, table
from uncc.cooperation import (
    BasisNotice,
    ConditionalSurrender,
    Cooperation,
    CooperationSought,
    DataSafeguards,
    ExtraditionAuthority,
    ExtraditionCustody,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    Ground,
    NonExtradition,
    Offence,
    OnwardTransfer,
    PersonalDataTransfer,
    PersonInProceedings,
    ProceedingsTransfer,
    SentencedPerson,
    SoughtOffence,
    SubmissionStep,
    UnderlyingConduct,
    can_submit_case,
    convention_is_basis_for_transfer_of_person,
    cooperation_is_open,
    dual_criminality_satisfied,
    evidence_articles_apply,
    extradition_article_applies,
    has_extradition_basis,
    has_notified_extradition_authority,
    has_safeguards,
    is_compliant_transfer,
    is_convention_offence,
    is_deemed_included_in_treaty,
    is_discharged_by_conditional_surrender,
    is_extraditable,
    is_extraditable_offence,
    is_guaranteed_fair_treatment,
    is_owed_by_submission,
    is_prejudicial_extradition,
    is_refused_solely_for_nationality,
    is_serious_offence,
    keeps_extradition_register_correct,
    may_apply_to_related_offence,
    may_consider_transfer_agreement,
    may_extradite_though_not_punishable,
    may_extradite_to_serve_sentence,
    may_impose_conditions,
    may_refuse_extradition,
    may_submit_though_not_obliged,
    may_take_convention_as_extradition_basis,
    may_take_convention_as_proceedings_basis,
    may_take_into_custody,
    may_transfer_onward,
    must_consider_enforcing_sentence,
    must_consider_transferring_proceedings,
    must_consult_before_refusing_extradition,
    must_extradite,
    must_give_basis_notice,
    must_give_reasons_for_refusing_extradition,
    must_guarantee_fair_treatment,
    must_inform_of_extradition_decision,
    must_recognise_as_extraditable,
    must_seek_extradition_treaties,
    must_submit_case,
    need_not_transfer,
    needs_authorization,
    still_must_submit_case,
)
from uncc.kernel.findings import Finding, Truth
from uncc.readings import Readings
from uncc.readings.chapter_5 import (
    BasisNoticeEffect,
    BetweenThemselves,
    ExtraditionDuty,
    PersonalDataConditions,
    SentencedNational,
    SoleGround,
    UnpunishedOffence,
)

ONLY_CONVENTION_OFFENCES = (
    Cooperation.EXTRADITION,
    Cooperation.SENTENCED_PERSONS,
    Cooperation.PROCEEDINGS,
    Cooperation.PERSON_IN_CUSTODY,
    Cooperation.LAW_ENFORCEMENT,
    Cooperation.JOINT_INVESTIGATION,
    Cooperation.CONFISCATION,
)
"""Arts. 37(1), 38, 39(1), 40(9), 47(1), 48 and 50(1) speak of no offences but those of the Convention."""
ELECTRONIC_EVIDENCE = (
    Cooperation.PRESERVATION,
    Cooperation.PATH_DISCLOSURE,
    Cooperation.STORED_DATA,
    Cooperation.TRAFFIC_DATA,
    Cooperation.INTERCEPTION,
)
"""Art. 35(2): Arts. 42 to 46 gather electronic evidence, of those offences and of any serious crime."""
MIXED = (Cooperation.ASSISTANCE, Cooperation.NETWORK)
"""Arts. 40(1) and 41(1): anything for those offences; for serious crimes electronic evidence alone."""


def _offence(values: Values) -> Offence:
    return of(Offence, values, title="an offence")


def _open(kind: Cooperation, values: Values) -> Finding:
    return cooperation_is_open(kind, _offence(values), sought=of(CooperationSought, values))


PRINCIPLES: list[Table] = [
    *(
        table(
            f"Art. 35(1)(a), {kind.value}",
            partial(_open, kind),
            ["established_in_accordance"],
            lambda w: w.established_in_accordance,
            [Offence, CooperationSought],
        )
        for kind in ONLY_CONVENTION_OFFENCES
    ),
    *(
        table(
            f"Art. 35(1)(b) and (c), {kind.value}",
            partial(_open, kind),
            ("established_in_accordance", "serious_crime"),
            lambda w: w.established_in_accordance or w.serious_crime,
            [Offence, CooperationSought],
        )
        for kind in ELECTRONIC_EVIDENCE
    ),
    *(
        table(
            f"Art. 35(1), {kind.value}",
            partial(_open, kind),
            ("established_in_accordance", "serious_crime", "electronic_evidence"),
            lambda w: w.established_in_accordance or (w.serious_crime and w.electronic_evidence),
            [Offence, CooperationSought],
        )
        for kind in MIXED
    ),
    table(
        "Art. 35(1)(b), the offence",
        lambda v: is_convention_offence(_offence(v)),
        ["established_in_accordance"],
        lambda w: w.established_in_accordance,
        [Offence],
    ),
    table(
        "Art. 35(1)(c), the offence",
        lambda v: is_serious_offence(_offence(v)),
        ["serious_crime"],
        lambda w: w.serious_crime,
        [Offence],
    ),
    table(
        "Art. 35(2)",
        lambda v: evidence_articles_apply(_offence(v)),
        ("established_in_accordance", "serious_crime"),
        lambda w: w.established_in_accordance or w.serious_crime,
        [Offence],
    ),
    every(
        "Art. 35(3), whatever the category or the name",
        dual_criminality_satisfied,
        UnderlyingConduct,
        "criminal_in_requesting_state",
        "criminal_in_requested_state",
    ),
]
LAWFUL = ("accords_with_domestic_law", "accords_with_international_law")
PERSONAL_DATA: list[Table] = [
    every("Art. 36(1)(a), first sentence", is_compliant_transfer, PersonalDataTransfer, *LAWFUL),
    one(
        "Art. 36(1)(a), second sentence",
        need_not_transfer,
        PersonalDataTransfer,
        ("personal", "data_protection_allows"),
        lambda w: w.personal and not w.data_protection_allows,
    ),
    one(
        "Art. 36(1)(a), conditions first",
        lambda transfer: need_not_transfer(transfer).under(Readings.of(PersonalDataConditions.MUST_SEEK)),
        PersonalDataTransfer,
        ("personal", "data_protection_allows", "conditions_would_comply"),
        lambda w: w.personal and not w.data_protection_allows and not w.conditions_would_comply,
    ),
    one(
        "Art. 36(1)(b)",
        may_impose_conditions,
        PersonalDataTransfer,
        names(PersonalDataTransfer),
        lambda w: (
            w.personal
            and not (w.accords_with_domestic_law and w.accords_with_international_law and w.data_protection_allows)
            and w.conditions_would_comply
        ),
    ),
    every("Art. 36(2)", has_safeguards, DataSafeguards, "in_legal_framework", "effective", "appropriate"),
    one(
        "Art. 36(3), what needs authorization",
        needs_authorization,
        OnwardTransfer,
        ("personal", "obtained_under_convention", "to_third_country", "to_international_organization"),
        lambda w: (
            w.personal and w.obtained_under_convention and (w.to_third_country or w.to_international_organization)
        ),
    ),
    one(
        "Art. 36(3), authorized",
        may_transfer_onward,
        OnwardTransfer,
        ("notified", "authorization_requested", "authorized", "requires_written_form", "authorized_in_writing"),
        lambda w: (
            w.notified
            and w.authorization_requested
            and w.authorized
            and (not w.requires_written_form or w.authorized_in_writing)
        ),
    ),
]

APPLIES = (
    "established_in_accordance",
    "punishable_in_requesting_state",
    "punishable_in_requested_state",
    "person_present",
)
REQUEST = (SoughtOffence, ExtraditionRequest)


def _applies(w: World) -> bool:
    """Art. 37(1), first sentence."""
    return all(getattr(w, name) for name in APPLIES)


def _extraditable(w: World) -> bool:
    """Art. 37(1), (2) and (8): punishable here too, or a law that does without; and a period that is long enough."""
    covered = w.established_in_accordance and w.punishable_in_requesting_state and w.person_present
    return bool(
        covered and (w.punishable_in_requested_state or w.permits_without_punishability) and not w.period_too_short
    )


def _request(values: Values, *others: SoughtOffence) -> ExtraditionRequest:
    return of(ExtraditionRequest, values, offences=(of(SoughtOffence, values, title="an offence"), *others))


def _relation(values: Values, notice: BasisNotice | None = BasisNotice.NONE_GIVEN) -> ExtraditionRelation:
    return of(ExtraditionRelation, values, notice=notice)


def _position(values: Values) -> ExtraditionPosition:
    return of(ExtraditionPosition, values)


def _refusal(values: Values) -> NonExtradition:
    return of(NonExtradition, values, surrender=of(ConditionalSurrender, values))


CARRIER = ("carrier_established", "carrier_here", "carrier_there", "carrier_short")


def _related(values: Values) -> Finding:
    """Art. 37(3), asked of the first of two offences, the other of which may carry it."""
    carrier = SoughtOffence(
        title="another",
        established_in_accordance=values["carrier_established"],
        punishable_in_requested_state=values["carrier_here"],
        punishable_in_requesting_state=values["carrier_there"],
        period_too_short=values["carrier_short"],
    )
    return may_apply_to_related_offence(
        _request(values, carrier), 0, relation=_relation({"permits_without_punishability": False})
    )


def _may_take(notice: BasisNotice, values: Values) -> Finding:
    return may_take_convention_as_extradition_basis(_request(values), relation=_relation(values, notice)).under(
        NARROW_ARTICLE
    )


WIDE_ARTICLE = Readings.of(UnpunishedOffence.APPLIES)
NARROW_ARTICLE = Readings.of(UnpunishedOffence.DOES_NOT_APPLY)
"""Art. 37(2): what a State extradites for without punishing it is an offence to which the article applies, or none."""


def _applies_widely(w: World) -> bool:
    """Art. 37(1) and (2), on the wide reading."""
    here = w.punishable_in_requested_state or w.permits_without_punishability
    return bool(w.established_in_accordance and w.person_present and w.punishable_in_requesting_state and here)


def _must_seek(notice: BasisNotice, values: Values) -> Finding:
    return must_seek_extradition_treaties(relation=_relation(values, notice))


def _has_basis(notice: BasisNotice, values: Values) -> Finding:
    return has_extradition_basis(relation=_relation(values, notice))


WITHOUT_NOTICE: dict[BasisNotice, Law] = {
    BasisNotice.NONE_GIVEN: lambda w: w.treaty_binds or not w.conditional_on_treaty or w.considers_convention_basis,
    BasisNotice.DOES_NOT_TAKE: lambda w: w.treaty_binds or not w.conditional_on_treaty or w.considers_convention_basis,
}
BASIS: list[Table] = [
    table("Art. 37(1), first sentence", lambda v: extradition_article_applies(_request(v)), APPLIES, _applies, REQUEST),
    table(
        "Art. 37(1), second sentence",
        lambda v: may_extradite_to_serve_sentence(_request(v), relation=_relation(v)),
        (
            "sought_to_serve_sentence",
            "sentence_final",
            "sentence_detains",
            "permits_serving_sentence",
            "established_in_accordance",
            "period_too_short",
        ),
        lambda w: (
            w.sought_to_serve_sentence
            and w.sentence_final
            and w.sentence_detains
            and w.permits_serving_sentence
            and w.established_in_accordance
            and not w.period_too_short
        ),
        punishable_in_requesting_state=True,
        punishable_in_requested_state=True,
        person_present=True,
    ),
    table(
        "Art. 37(2)",
        lambda v: may_extradite_though_not_punishable(_request(v), relation=_relation(v)),
        (*APPLIES, "permits_without_punishability"),
        lambda w: (
            w.established_in_accordance
            and w.person_present
            and w.punishable_in_requesting_state
            and not w.punishable_in_requested_state
            and w.permits_without_punishability
        ),
        [*REQUEST, ExtraditionRelation],
    ),
    table(
        "Art. 37(1), (2) and (8), one offence",
        lambda v: is_extraditable_offence(_request(v), relation=_relation(v)),
        (*APPLIES, "permits_without_punishability", "period_too_short"),
        _extraditable,
        [*REQUEST, ExtraditionRelation],
    ),
    table(
        "Art. 37(3)",
        _related,
        (
            "period_too_short",
            "related",
            "punishable_in_requesting_state",
            "punishable_in_requested_state",
            "person_present",
            *CARRIER,
        ),
        lambda w: (
            w.period_too_short
            and w.related
            and w.punishable_in_requesting_state
            and w.punishable_in_requested_state
            and w.person_present
            and w.carrier_established
            and w.carrier_here
            and w.carrier_there
            and not w.carrier_short
        ),
    ),
    table(
        "Art. 37(4)",
        lambda v: is_deemed_included_in_treaty(_request(v), relation=_relation(v)).under(NARROW_ARTICLE),
        (*APPLIES, "treaty_binds"),
        lambda w: _applies(w) and w.treaty_binds,
        [*REQUEST, ExtraditionRelation],
    ),
    table(
        "Art. 37(4), the article applying without punishability",
        lambda v: is_deemed_included_in_treaty(_request(v), relation=_relation(v)).under(WIDE_ARTICLE),
        (*APPLIES, "permits_without_punishability", "treaty_binds"),
        lambda w: _applies_widely(w) and w.treaty_binds,
        [*REQUEST, ExtraditionRelation],
    ),
    *(
        table(
            f"Art. 37(5), {notice.value}",
            partial(_may_take, notice),
            (*APPLIES, "conditional_on_treaty", "treaty_binds"),
            lambda w: _applies(w) and w.conditional_on_treaty and not w.treaty_binds,
            [*REQUEST, ExtraditionRelation],
        )
        for notice in BasisNotice
    ),
    table(
        "Art. 37(5), the article applying without punishability",
        lambda v: may_take_convention_as_extradition_basis(
            _request(v), relation=_relation(v, BasisNotice.NONE_GIVEN)
        ).under(WIDE_ARTICLE),
        (*APPLIES, "permits_without_punishability", "conditional_on_treaty", "treaty_binds"),
        lambda w: _applies_widely(w) and w.conditional_on_treaty and not w.treaty_binds,
        [*REQUEST, ExtraditionRelation],
    ),
    one(
        "Art. 37(6)(a)",
        by_name(must_give_basis_notice),
        ExtraditionRelation,
        ["conditional_on_treaty"],
        lambda w: w.conditional_on_treaty,
    ),
    *(
        table(
            f"Art. 37(6)(b), {notice.value}",
            partial(_must_seek, notice),
            ["conditional_on_treaty"],
            lambda w: w.conditional_on_treaty,
            [ExtraditionRelation],
        )
        for notice in (BasisNotice.NONE_GIVEN, BasisNotice.DOES_NOT_TAKE)
    ),
    *(
        table(
            f"Art. 37(4) to (7), {notice.value}",
            partial(_has_basis, notice),
            ("treaty_binds", "conditional_on_treaty", "considers_convention_basis"),
            law,
            [ExtraditionRelation],
        )
        for notice, law in WITHOUT_NOTICE.items()
    ),
    table(
        "Art. 37(5), a notice that settles it",
        lambda v: has_extradition_basis(relation=_relation(v, BasisNotice.DOES_NOT_TAKE)).under(
            Readings.of(BasisNoticeEffect.EXCLUDED)
        ),
        ("treaty_binds", "conditional_on_treaty"),
        lambda w: w.treaty_binds or not w.conditional_on_treaty,
        [ExtraditionRelation],
    ),
    table(
        "Art. 37(7), both States",
        lambda v: must_recognise_as_extraditable(_request(v), relation=_relation(v)).under(NARROW_ARTICLE),
        (*APPLIES, "conditional_on_treaty", "requesting_conditional_on_treaty"),
        lambda w: _applies(w) and not w.conditional_on_treaty and not w.requesting_conditional_on_treaty,
        [*REQUEST, ExtraditionRelation],
    ),
    table(
        "Art. 37(7), the requested State",
        lambda v: must_recognise_as_extraditable(_request(v), relation=_relation(v)).under(
            Readings.of(BetweenThemselves.REQUESTED, UnpunishedOffence.APPLIES)
        ),
        (*APPLIES, "permits_without_punishability", "conditional_on_treaty"),
        lambda w: _applies_widely(w) and not w.conditional_on_treaty,
        [*REQUEST, ExtraditionRelation],
    ),
    table(
        "Art. 37, whether it may be granted",
        lambda v: is_extraditable(_request(v), relation=_relation(v), position=_position(v)).under(WIDE_ARTICLE),
        (
            *APPLIES,
            "period_too_short",
            "permits_without_punishability",
            "treaty_binds",
            "conditional_on_treaty",
            "considers_convention_basis",
            "other_conditions_met",
        ),
        lambda w: _extraditable(w) and WITHOUT_NOTICE[BasisNotice.NONE_GIVEN](w) and w.other_conditions_met,
        sought_to_serve_sentence=False,
    ),
    table(
        "Art. 37(2) and (5), the Convention being no basis without punishability",
        lambda v: is_extraditable(_request(v), relation=_relation(v), position=_position(v)).under(NARROW_ARTICLE),
        (
            "punishable_in_requested_state",
            "permits_without_punishability",
            "treaty_binds",
            "conditional_on_treaty",
            "considers_convention_basis",
        ),
        lambda w: (
            (w.punishable_in_requested_state or w.permits_without_punishability)
            and WITHOUT_NOTICE[BasisNotice.NONE_GIVEN](w)
            and (w.punishable_in_requested_state or w.treaty_binds or not w.conditional_on_treaty)
        ),
        established_in_accordance=True,
        punishable_in_requesting_state=True,
        person_present=True,
        period_too_short=False,
        sought_to_serve_sentence=False,
        other_conditions_met=True,
    ),
    table(
        "Art. 37(1), second sentence, in the whole request",
        lambda v: is_extraditable(_request(v), relation=_relation(v), position=_position(v)),
        ("sought_to_serve_sentence", "sentence_final", "sentence_detains", "permits_serving_sentence"),
        lambda w: (
            not (w.sought_to_serve_sentence and w.sentence_final) or (w.sentence_detains and w.permits_serving_sentence)
        ),
        established_in_accordance=True,
        punishable_in_requesting_state=True,
        punishable_in_requested_state=True,
        person_present=True,
        period_too_short=False,
        treaty_binds=True,
        other_conditions_met=True,
    ),
    table(
        "Art. 37(1), (8), (11) and (15), if the article obliges",
        lambda v: must_extradite(_request(v), relation=_relation(v), position=_position(v)).under(
            Readings.of(ExtraditionDuty.OBLIGES)
        ),
        (
            "established_in_accordance",
            "punishable_in_requested_state",
            "period_too_short",
            "other_conditions_met",
            "is_national",
            "spares_nationals",
            "discriminatory_request",
            "prejudice_by_compliance",
            "sought_to_serve_sentence",
            "sentence_final",
        ),
        lambda w: (
            w.established_in_accordance
            and w.punishable_in_requested_state
            and not w.period_too_short
            and w.other_conditions_met
            and not (w.is_national and w.spares_nationals)
            and not w.discriminatory_request
            and not w.prejudice_by_compliance
            and not (w.sought_to_serve_sentence and w.sentence_final)
        ),
        punishable_in_requesting_state=True,
        person_present=True,
        treaty_binds=True,
    ),
]
WHOEVER_IS_SOUGHT = Readings.of(SentencedNational.WHOEVER_IS_SOUGHT)
SUBMISSION = ("not_extradited", "nationality_invoked", "other_ground", "submission_requested", "is_national")


def _owed(w: World) -> bool:
    """Art. 37(11), first sentence, the article applying to the offence."""
    alone = w.nationality_invoked and not w.other_ground and w.is_national
    return bool(w.not_extradited and alone and w.submission_requested)


def _surrendered(w: World) -> bool:
    """Art. 37(12)."""
    return all(getattr(w, name) for name in names(ConditionalSurrender))


PROSECUTION: list[Table] = [
    table(
        "Art. 37(10)",
        lambda v: may_take_into_custody(_request(v), of(ExtraditionCustody, v)).under(NARROW_ARTICLE),
        ("warranted", "urgent", "requested", "law_and_treaties_allow", *APPLIES),
        lambda w: w.warranted and w.urgent and w.requested and w.law_and_treaties_allow and _applies(w),
        [*REQUEST, ExtraditionCustody],
    ),
    table(
        "Art. 37(11), solely",
        lambda v: is_refused_solely_for_nationality(_refusal(v)),
        ("not_extradited", "nationality_invoked", "other_ground"),
        lambda w: w.not_extradited and w.nationality_invoked and not w.other_ground,
        [NonExtradition],
    ),
    table(
        "Art. 37(11), nationality being enough",
        lambda v: is_refused_solely_for_nationality(_refusal(v)).under(Readings.of(SoleGround.SUFFICIENT)),
        ("not_extradited", "nationality_invoked"),
        lambda w: w.not_extradited and w.nationality_invoked,
        [NonExtradition],
    ),
    table(
        "Art. 37(11), whoever is sought",
        lambda v: must_submit_case(_request(v), _refusal(v), position=_position(v)).under(WHOEVER_IS_SOUGHT),
        (*APPLIES, *SUBMISSION),
        lambda w: _applies(w) and _owed(w),
        [*REQUEST, NonExtradition, ExtraditionPosition],
    ),
    table(
        "Art. 37(11), who is sought to be tried",
        lambda v: must_submit_case(_request(v), _refusal(v), position=_position(v)),
        ("sought_to_serve_sentence", "sentence_final", *APPLIES, *SUBMISSION),
        lambda w: _applies(w) and _owed(w) and not (w.sought_to_serve_sentence and w.sentence_final),
        [*REQUEST, NonExtradition, ExtraditionPosition],
    ),
    table(
        "Art. 37(12)",
        lambda v: is_discharged_by_conditional_surrender(of(ConditionalSurrender, v)),
        names(ConditionalSurrender),
        _surrendered,
    ),
    table(
        "Art. 37(11) and (12)",
        lambda v: still_must_submit_case(_request(v), _refusal(v), position=_position(v)),
        (*SUBMISSION, *names(ConditionalSurrender)),
        lambda w: _owed(w) and not _surrendered(w),
        [NonExtradition],
        sought_to_serve_sentence=False,
        **dict.fromkeys(APPLIES, True),
    ),
    table(
        "Art. 37(13), which does not ask that nationality be the sole ground",
        lambda v: must_consider_enforcing_sentence(_request(v), _refusal(v), position=_position(v)),
        (
            *APPLIES,
            "sought_to_serve_sentence",
            "not_extradited",
            "nationality_invoked",
            "is_national",
            "law_permits_enforcement",
            "enforcement_applied_for",
        ),
        lambda w: (
            _applies(w)
            and w.sought_to_serve_sentence
            and w.not_extradited
            and w.nationality_invoked
            and w.is_national
            and w.law_permits_enforcement
            and w.enforcement_applied_for
        ),
        [*REQUEST, NonExtradition, ExtraditionPosition],
    ),
    table(
        "Arts. 22(3) and 22(4), what submitting needs",
        lambda v: can_submit_case(_refusal(v)),
        ["jurisdiction_established"],
        lambda w: w.jurisdiction_established,
        [NonExtradition],
    ),
    table(
        "Art. 22(4)",
        lambda v: may_submit_though_not_obliged(_request(v), _refusal(v)),
        ("established_in_accordance", "person_present", "not_extradited", "jurisdiction_established"),
        lambda w: w.established_in_accordance and w.person_present and w.not_extradited and w.jurisdiction_established,
        [*REQUEST, NonExtradition],
    ),
    every("Art. 37(14), when", must_guarantee_fair_treatment, PersonInProceedings, "proceedings_carried_out"),
    one(
        "Art. 37(14)",
        is_guaranteed_fair_treatment,
        PersonInProceedings,
        ("proceedings_carried_out", "treated_fairly", "enjoys_domestic_rights"),
        lambda w: not w.proceedings_carried_out or (w.treated_fairly and w.enjoys_domestic_rights),
    ),
    some(
        "Art. 37(15)",
        by_name(is_prejudicial_extradition),
        ExtraditionPosition,
        "discriminatory_request",
        "prejudice_by_compliance",
    ),
    every(
        "Art. 37(17)",
        by_name(must_consult_before_refusing_extradition),
        ExtraditionDecision,
        "intends_refusal",
        "consultation_appropriate",
    ),
    some("Art. 37(18), first sentence", must_inform_of_extradition_decision, ExtraditionDecision, "decided", "refused"),
    one(
        "Art. 37(18), second sentence",
        by_name(must_give_reasons_for_refusing_extradition),
        ExtraditionDecision,
        ("refused", "law_prevents_reasons", "obligations_prevent_reasons"),
        lambda w: w.refused and not w.law_prevents_reasons and not w.obligations_prevent_reasons,
    ),
    every(
        "Art. 37(19), first sentence, with the instrument",
        lambda one: has_notified_extradition_authority(
            evolve(one, communicated_on=date(2027, 5, 3), deposited_on=date(2027, 5, 3))
        ),
        ExtraditionAuthority,
        "name_communicated",
        "address_communicated",
    ),
    every("Art. 37(19), the register", keeps_extradition_register_correct, ExtraditionAuthority, "details_correct"),
    every("Art. 38", may_consider_transfer_agreement, SentencedPerson, *names(SentencedPerson)),
    every(
        "Art. 39(1)",
        must_consider_transferring_proceedings,
        ProceedingsTransfer,
        "established_in_accordance",
        "serves_justice",
    ),
    one(
        "Art. 39(2)",
        may_take_convention_as_proceedings_basis,
        ProceedingsTransfer,
        ("established_in_accordance", "conditional_on_treaty", "request_received", "treaty_binds"),
        lambda w: w.established_in_accordance and w.conditional_on_treaty and w.request_received and not w.treaty_binds,
    ),
]

GROUNDS: dict[Ground, tuple[tuple[str, ...], Law]] = {
    Ground.DUAL_CRIMINALITY: (
        ("punishable_in_requesting_state", "punishable_in_requested_state"),
        lambda w: not (w.punishable_in_requesting_state and w.punishable_in_requested_state),
    ),
    Ground.EXTRADITION_CONDITIONS: (
        ("period_too_short", "other_conditions_met"),
        lambda w: w.period_too_short or not w.other_conditions_met,
    ),
    Ground.NATIONALITY: (("is_national", "spares_nationals"), lambda w: w.is_national and w.spares_nationals),
    Ground.DISCRIMINATION: (
        ("discriminatory_request", "prejudice_by_compliance"),
        lambda w: w.discriminatory_request or w.prejudice_by_compliance,
    ),
    Ground.FISCAL_MATTERS: ((), lambda _: False),
}
"""Art. 37(1), (8), (11), (15) and (16): the grounds of which the article speaks, and the one that is never enough."""


def _refuse(ground: Ground, values: Values) -> Finding:
    return may_refuse_extradition(_request(values), ground, relation=_relation(values), position=_position(values))


REFUSAL = [
    table(
        f"Art. 37, {ground.value}",
        partial(_refuse, ground),
        facts,
        law,
        [*REQUEST, ExtraditionRelation, ExtraditionPosition],
    )
    for ground, (facts, law) in GROUNDS.items()
]


@pytest.mark.parametrize(
    "tab", [*PRINCIPLES, *PERSONAL_DATA, *BASIS, *PROSECUTION, *REFUSAL], ids=lambda tab: tab.source
)
def test_the_rule_is_the_text(tab: Table) -> None:
    """Each rule says what the text says, over every state of the facts on which the text turns."""
    assert differences(tab) == []


def test_the_kinds_of_cooperation_are_whole() -> None:
    """Art. 35: every kind of cooperation has its row, and none has two."""
    rows = [*ONLY_CONVENTION_OFFENCES, *ELECTRONIC_EVIDENCE, *MIXED]
    assert {*rows} == {*Cooperation}
    assert len(rows) == len({*rows})


@pytest.mark.parametrize("ground", [ground for ground in Ground if ground not in GROUNDS])
def test_a_ground_of_which_the_article_does_not_speak(ground: Ground) -> None:
    """Art. 37(8): it is open or not as domestic law and treaties have it, so no fact of the article opens it."""
    facts = ("period_too_short", "is_national", "spares_nationals", "discriminatory_request", "considered_fiscal")
    for values in product((True, False, None), repeat=len(facts)):
        assert not _refuse(ground, dict(zip(facts, values, strict=True))).is_yes


@pytest.mark.parametrize("conditional", [True, False])
def test_a_state_that_takes_the_convention_as_basis(conditional: bool) -> None:
    """Art. 37(6): it need seek no treaties, and has a basis for every request."""
    relation = ExtraditionRelation(conditional_on_treaty=conditional, notice=BasisNotice.TAKES)
    assert must_seek_extradition_treaties(relation=relation).is_no
    assert has_extradition_basis(relation=relation).is_yes


@pytest.mark.parametrize("steps", [{SubmissionStep.SUBMIT, SubmissionStep.DECIDE_ALIKE, SubmissionStep.COOPERATE}])
def test_what_submitting_a_case_owes(steps: Collection[SubmissionStep]) -> None:
    """Art. 37(11): to submit, to treat the case like one's own, and to cooperate; not to prosecute or convict."""
    for step in SubmissionStep:
        assert is_owed_by_submission(step).truth is Truth.of(step in steps)


def test_the_article_on_sentenced_persons_is_no_basis() -> None:
    """Art. 38: it speaks of agreements that States may consider, and not of itself as a basis."""
    assert convention_is_basis_for_transfer_of_person().is_no
