"""Chapter V, international cooperation: one module for each article, or for a part of a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.cooperation.art35_principles import (
        Cooperation,
        CooperationSought,
        UnderlyingConduct,
        cooperation_duty,
        cooperation_is_open,
        dual_criminality_satisfied,
        evidence_articles_apply,
        is_convention_offence,
        is_serious_offence,
    )
    from uncc.cooperation.art36_personal_data import (
        DataSafeguards,
        OnwardTransfer,
        PersonalDataTransfer,
        duties_on_onward_transfer,
        has_safeguards,
        is_compliant_transfer,
        may_impose_conditions,
        may_transfer_onward,
        need_not_transfer,
        needs_authorization,
        personal_data_duties,
    )
    from uncc.cooperation.art37_basis import (
        extradition_basis_duties,
        extradition_basis_liberty,
        has_extradition_basis,
        is_deemed_included_in_treaty,
        may_take_convention_as_extradition_basis,
        must_give_basis_notice,
        must_recognise_as_extraditable,
        must_seek_extradition_treaties,
    )
    from uncc.cooperation.art37_extraditable import (
        is_extraditable,
        is_prejudicial_extradition,
        must_extradite,
    )
    from uncc.cooperation.art37_procedure import (
        ExtraditionAuthority,
        ExtraditionCustody,
        PersonInProceedings,
        extradition_authority_duties,
        extradition_procedure_duties,
        has_notified_extradition_authority,
        is_guaranteed_fair_treatment,
        keeps_extradition_register_correct,
        may_take_into_custody,
        must_guarantee_fair_treatment,
    )
    from uncc.cooperation.art37_prosecution import (
        ConditionalSurrender,
        NonExtradition,
        SubmissionStep,
        can_submit_case,
        is_discharged_by_conditional_surrender,
        is_owed_by_submission,
        is_refused_solely_for_nationality,
        may_submit_though_not_obliged,
        must_consider_enforcing_sentence,
        must_submit_case,
        non_extradition_duties,
        still_must_submit_case,
    )
    from uncc.cooperation.art37_refusal import (
        ExtraditionDecision,
        extradition_decision_duties,
        extradition_grounds,
        may_refuse_extradition,
        must_consult_before_refusing_extradition,
        must_give_reasons_for_refusing_extradition,
        must_inform_of_extradition_decision,
    )
    from uncc.cooperation.art37_request import (
        BasisNotice,
        ExtraditionPosition,
        ExtraditionRelation,
        ExtraditionRequest,
        SoughtOffence,
    )
    from uncc.cooperation.art37_scope import (
        extradition_article_applies,
        is_extraditable_offence,
        may_apply_to_related_offence,
        may_extradite_though_not_punishable,
        may_extradite_to_serve_sentence,
    )
    from uncc.cooperation.art38_sentenced_persons import (
        SentencedPerson,
        convention_is_basis_for_transfer_of_person,
        may_consider_transfer_agreement,
        sentenced_person_duties,
    )
    from uncc.cooperation.art39_proceedings import (
        ProceedingsTransfer,
        may_take_convention_as_proceedings_basis,
        must_consider_transferring_proceedings,
        proceedings_basis_liberty,
        transfer_of_proceedings_duty,
    )
    from uncc.cooperation.art40_assistance import (
        execution_is_prohibited,
        is_discriminatory,
        prejudices_essential_interests,
    )
    from uncc.cooperation.art40_conformity import (
        assistance_conformity,
        contains_particulars,
    )
    from uncc.cooperation.art40_custody import (
        Credit,
        PersonTransfer,
        credit_for_custody,
        is_protected_after_transfer,
        may_require_extradition,
        may_transfer_person,
        must_keep_in_custody,
        must_return_person,
        return_deadline,
    )
    from uncc.cooperation.art40_custody_duties import (
        person_transfer_duties,
    )
    from uncc.cooperation.art40_duties import (
        duties_while_handled,
    )
    from uncc.cooperation.art40_handling import (
        Handling,
        bears_ordinary_costs,
        may_request_information,
        must_consult_on_costs,
        must_follow_procedure,
        must_keep_assistance_confidential,
        must_say_if_assistance_not_confidential,
        must_take_account_of_deadline,
    )
    from uncc.cooperation.art40_hearing import (
        Hearing,
        duties_on_hearing,
        may_permit_video_hearing,
    )
    from uncc.cooperation.art40_information import (
        SpontaneousInformation,
        duties_on_spontaneous_information,
        may_transmit_spontaneously,
        must_keep_to_restrictions,
    )
    from uncc.cooperation.art40_records import (
        GovernmentRecords,
        duties_on_records,
    )
    from uncc.cooperation.art40_refusal import (
        assistance_grounds,
        duties_on_postponing_assistance,
        duties_on_refusing_assistance,
        may_assist_all_the_same,
        may_postpone_assistance,
        may_refuse_assistance,
        must_consult_before_postponing_assistance,
        must_consult_before_refusing_assistance,
        must_give_reasons_for_refusing_assistance,
    )
    from uncc.cooperation.art40_regime import (
        duties_under_treaty,
        may_apply_own_treaty,
        paragraph_applies,
        treaty_governs,
    )
    from uncc.cooperation.art40_reply import (
        NegativeReply,
        ReplyKind,
        faults_of_reply,
        reply_conforms,
    )
    from uncc.cooperation.art40_request import (
        AssistancePurpose,
        AssistanceRequest,
        ItemConcerned,
        PersonConcerned,
        Proceeding,
    )
    from uncc.cooperation.art40_restraint import (
        Restraint,
    )
    from uncc.cooperation.art40_safe_conduct import (
        LEAVING_DAYS,
        SafeConduct,
        is_entitled_to_safe_conduct,
        leaving_opportunity,
        safe_conduct_has_begun,
    )
    from uncc.cooperation.art40_safe_conduct_end import (
        SafeConductEnd,
        has_safe_conduct,
        safe_conduct_covers,
        safe_conduct_duties,
        safe_conduct_end,
        safe_conduct_has_ceased,
    )
    from uncc.cooperation.art40_scope import (
        assistance_duties,
        may_request_assistance,
        purpose_is_admitted,
        purpose_is_open,
    )
    from uncc.cooperation.art40_transmission import (
        CentralAuthority,
        Channel,
        RequestForm,
        Transmission,
        duties_of_central_authorities,
        has_central_authority,
        has_notified,
        is_addressed_properly,
        is_in_due_form,
        may_designate_distinct_authority,
        transmission_duties,
    )
    from uncc.cooperation.art40_use import (
        EvidenceUse,
        duties_on_evidence_use,
        may_use_evidence,
    )
    from uncc.cooperation.art41_contact_point import (
        ExistingNetwork,
        PointOfContact,
        contact_point_duties,
        has_capacity,
        has_personnel,
        has_point_of_contact,
        is_registered,
        may_use_existing_network,
        meets_network_obligations,
    )
    from uncc.cooperation.art41_network import (
        NetworkMeasure,
        NetworkRequest,
        duties_on_network_request,
        may_ask_contact_point,
        may_carry_out_directly,
        must_carry_out_directly,
        must_tell_provider_location,
        network_is_open,
    )
    from uncc.cooperation.art42_duration import (
        early_decision,
        extensions_are_known,
        granted_until,
        keeps_floor,
        must_continue_until_decision,
        preservation_window,
        start_is_known,
        start_of_preservation,
    )
    from uncc.cooperation.art42_duties import (
        Outlook,
        duties_on_receipt,
        must_inform_of_outlook,
        must_keep_request_confidential,
        must_preserve,
        must_say_if_not_confidential,
        shall_execute_nevertheless,
    )
    from uncc.cooperation.art42_expiry import (
        Expiry,
        duties_while_preserved,
        extension_deadline,
        may_request_extension,
        preservation_expiry,
        preservation_runs,
    )
    from uncc.cooperation.art42_measure import Extension, PreservationMeasure
    from uncc.cooperation.art42_refusal import (
        Stage,
        duties_on_refusal,
        grounds,
        may_refuse,
        may_require_dual_criminality,
        must_consult_before_refusing,
        must_give_reasons,
        must_grant_extension,
        want_of_dual_criminality,
    )
    from uncc.cooperation.art42_regime import (
        FLOOR_DAYS,
        can_hold_until_decision,
        can_meet_floor,
        must_outlast_ceiling,
    )
    from uncc.cooperation.art42_request import (
        PreservationRequest,
        asks_for_confidentiality,
        conformity,
        data_are_named,
        may_request_preservation,
    )
    from uncc.cooperation.art43_disclosure import (
        Discovery,
        disclosure_duty,
        disclosure_grounds,
        is_disclosed_on_discovery,
        may_refuse_disclosure,
        must_disclose_path,
    )
    from uncc.cooperation.art44_stored_data import (
        StoredDataRequest,
        follows_preservation,
        may_request_access,
        must_respond_expeditiously,
        stored_data_duties,
    )
    from uncc.cooperation.art45_traffic_data import (
        SimilarCase,
        TrafficDataRequest,
        may_exclude_offence,
        may_request_traffic_data,
        must_endeavour_at_least,
        must_endeavour_to_collect,
        traffic_data_conformity,
        traffic_data_duties,
    )
    from uncc.cooperation.art46_content_data import (
        InterceptionRequest,
        interception_duty,
        interception_is_permitted,
        may_request_interception,
        must_endeavour_to_intercept,
    )
    from uncc.cooperation.art47_law_enforcement import (
        EnforcementTies,
        LawEnforcementMeasures,
        LawEnforcementTask,
        basis_for_law_enforcement_liberty,
        cooperates_in_law_enforcement,
        law_enforcement_agreement_duties,
        law_enforcement_duties,
        may_take_convention_as_law_enforcement_basis,
        performs_task,
        tasks_performed,
    )
    from uncc.cooperation.art48_joint_investigations import (
        JointInvestigation,
        joint_investigation_duties,
        may_investigate_jointly,
        must_consider_joint_investigation_agreement,
        respects_territorial_sovereignty,
    )
    from uncc.cooperation.ground import (
        AssistancePosition,
        Ground,
        Position,
    )
    from uncc.cooperation.particulars import (
        Authority,
        Contact,
        Custodian,
        DataCategory,
        DataItem,
        Endpoint,
        Offence,
    )

__all__ = [
    "FLOOR_DAYS",
    "LEAVING_DAYS",
    "AssistancePosition",
    "AssistancePurpose",
    "AssistanceRequest",
    "Authority",
    "BasisNotice",
    "CentralAuthority",
    "Channel",
    "ConditionalSurrender",
    "Contact",
    "Cooperation",
    "CooperationSought",
    "Credit",
    "Custodian",
    "DataCategory",
    "DataItem",
    "DataSafeguards",
    "Discovery",
    "Endpoint",
    "EnforcementTies",
    "EvidenceUse",
    "ExistingNetwork",
    "Expiry",
    "Extension",
    "ExtraditionAuthority",
    "ExtraditionCustody",
    "ExtraditionDecision",
    "ExtraditionPosition",
    "ExtraditionRelation",
    "ExtraditionRequest",
    "GovernmentRecords",
    "Ground",
    "Handling",
    "Hearing",
    "InterceptionRequest",
    "ItemConcerned",
    "JointInvestigation",
    "LawEnforcementMeasures",
    "LawEnforcementTask",
    "NegativeReply",
    "NetworkMeasure",
    "NetworkRequest",
    "NonExtradition",
    "Offence",
    "OnwardTransfer",
    "Outlook",
    "PersonConcerned",
    "PersonInProceedings",
    "PersonTransfer",
    "PersonalDataTransfer",
    "PointOfContact",
    "Position",
    "PreservationMeasure",
    "PreservationRequest",
    "Proceeding",
    "ProceedingsTransfer",
    "ReplyKind",
    "RequestForm",
    "Restraint",
    "SafeConduct",
    "SafeConductEnd",
    "SentencedPerson",
    "SimilarCase",
    "SoughtOffence",
    "SpontaneousInformation",
    "Stage",
    "StoredDataRequest",
    "SubmissionStep",
    "TrafficDataRequest",
    "Transmission",
    "UnderlyingConduct",
    "asks_for_confidentiality",
    "assistance_conformity",
    "assistance_duties",
    "assistance_grounds",
    "basis_for_law_enforcement_liberty",
    "bears_ordinary_costs",
    "can_hold_until_decision",
    "can_meet_floor",
    "can_submit_case",
    "conformity",
    "contact_point_duties",
    "contains_particulars",
    "convention_is_basis_for_transfer_of_person",
    "cooperates_in_law_enforcement",
    "cooperation_duty",
    "cooperation_is_open",
    "credit_for_custody",
    "data_are_named",
    "disclosure_duty",
    "disclosure_grounds",
    "dual_criminality_satisfied",
    "duties_of_central_authorities",
    "duties_on_evidence_use",
    "duties_on_hearing",
    "duties_on_network_request",
    "duties_on_onward_transfer",
    "duties_on_postponing_assistance",
    "duties_on_receipt",
    "duties_on_records",
    "duties_on_refusal",
    "duties_on_refusing_assistance",
    "duties_on_spontaneous_information",
    "duties_under_treaty",
    "duties_while_handled",
    "duties_while_preserved",
    "early_decision",
    "evidence_articles_apply",
    "execution_is_prohibited",
    "extension_deadline",
    "extensions_are_known",
    "extradition_article_applies",
    "extradition_authority_duties",
    "extradition_basis_duties",
    "extradition_basis_liberty",
    "extradition_decision_duties",
    "extradition_grounds",
    "extradition_procedure_duties",
    "faults_of_reply",
    "follows_preservation",
    "granted_until",
    "grounds",
    "has_capacity",
    "has_central_authority",
    "has_extradition_basis",
    "has_notified",
    "has_notified_extradition_authority",
    "has_personnel",
    "has_point_of_contact",
    "has_safe_conduct",
    "has_safeguards",
    "interception_duty",
    "interception_is_permitted",
    "is_addressed_properly",
    "is_compliant_transfer",
    "is_convention_offence",
    "is_deemed_included_in_treaty",
    "is_discharged_by_conditional_surrender",
    "is_disclosed_on_discovery",
    "is_discriminatory",
    "is_entitled_to_safe_conduct",
    "is_extraditable",
    "is_extraditable_offence",
    "is_guaranteed_fair_treatment",
    "is_in_due_form",
    "is_owed_by_submission",
    "is_prejudicial_extradition",
    "is_protected_after_transfer",
    "is_refused_solely_for_nationality",
    "is_registered",
    "is_serious_offence",
    "joint_investigation_duties",
    "keeps_extradition_register_correct",
    "keeps_floor",
    "law_enforcement_agreement_duties",
    "law_enforcement_duties",
    "leaving_opportunity",
    "may_apply_own_treaty",
    "may_apply_to_related_offence",
    "may_ask_contact_point",
    "may_assist_all_the_same",
    "may_carry_out_directly",
    "may_consider_transfer_agreement",
    "may_designate_distinct_authority",
    "may_exclude_offence",
    "may_extradite_though_not_punishable",
    "may_extradite_to_serve_sentence",
    "may_impose_conditions",
    "may_investigate_jointly",
    "may_permit_video_hearing",
    "may_postpone_assistance",
    "may_refuse",
    "may_refuse_assistance",
    "may_refuse_disclosure",
    "may_refuse_extradition",
    "may_request_access",
    "may_request_assistance",
    "may_request_extension",
    "may_request_information",
    "may_request_interception",
    "may_request_preservation",
    "may_request_traffic_data",
    "may_require_dual_criminality",
    "may_require_extradition",
    "may_submit_though_not_obliged",
    "may_take_convention_as_extradition_basis",
    "may_take_convention_as_law_enforcement_basis",
    "may_take_convention_as_proceedings_basis",
    "may_take_into_custody",
    "may_transfer_onward",
    "may_transfer_person",
    "may_transmit_spontaneously",
    "may_use_evidence",
    "may_use_existing_network",
    "meets_network_obligations",
    "must_carry_out_directly",
    "must_consider_enforcing_sentence",
    "must_consider_joint_investigation_agreement",
    "must_consider_transferring_proceedings",
    "must_consult_before_postponing_assistance",
    "must_consult_before_refusing",
    "must_consult_before_refusing_assistance",
    "must_consult_before_refusing_extradition",
    "must_consult_on_costs",
    "must_continue_until_decision",
    "must_disclose_path",
    "must_endeavour_at_least",
    "must_endeavour_to_collect",
    "must_endeavour_to_intercept",
    "must_extradite",
    "must_follow_procedure",
    "must_give_basis_notice",
    "must_give_reasons",
    "must_give_reasons_for_refusing_assistance",
    "must_give_reasons_for_refusing_extradition",
    "must_grant_extension",
    "must_guarantee_fair_treatment",
    "must_inform_of_extradition_decision",
    "must_inform_of_outlook",
    "must_keep_assistance_confidential",
    "must_keep_in_custody",
    "must_keep_request_confidential",
    "must_keep_to_restrictions",
    "must_outlast_ceiling",
    "must_preserve",
    "must_recognise_as_extraditable",
    "must_respond_expeditiously",
    "must_return_person",
    "must_say_if_assistance_not_confidential",
    "must_say_if_not_confidential",
    "must_seek_extradition_treaties",
    "must_submit_case",
    "must_take_account_of_deadline",
    "must_tell_provider_location",
    "need_not_transfer",
    "needs_authorization",
    "network_is_open",
    "non_extradition_duties",
    "paragraph_applies",
    "performs_task",
    "person_transfer_duties",
    "personal_data_duties",
    "prejudices_essential_interests",
    "preservation_expiry",
    "preservation_runs",
    "preservation_window",
    "proceedings_basis_liberty",
    "purpose_is_admitted",
    "purpose_is_open",
    "reply_conforms",
    "respects_territorial_sovereignty",
    "return_deadline",
    "safe_conduct_covers",
    "safe_conduct_duties",
    "safe_conduct_end",
    "safe_conduct_has_begun",
    "safe_conduct_has_ceased",
    "sentenced_person_duties",
    "shall_execute_nevertheless",
    "start_is_known",
    "start_of_preservation",
    "still_must_submit_case",
    "stored_data_duties",
    "tasks_performed",
    "traffic_data_conformity",
    "traffic_data_duties",
    "transfer_of_proceedings_duty",
    "transmission_duties",
    "treaty_governs",
    "want_of_dual_criminality",
]

_HOMES = {
    "art35_principles": """
        Cooperation CooperationSought UnderlyingConduct cooperation_duty cooperation_is_open
        dual_criminality_satisfied evidence_articles_apply is_convention_offence is_serious_offence
    """,
    "art36_personal_data": """
        DataSafeguards OnwardTransfer PersonalDataTransfer duties_on_onward_transfer has_safeguards
        is_compliant_transfer may_impose_conditions may_transfer_onward need_not_transfer needs_authorization
        personal_data_duties
    """,
    "art37_basis": """
        extradition_basis_duties extradition_basis_liberty has_extradition_basis is_deemed_included_in_treaty
        may_take_convention_as_extradition_basis must_give_basis_notice must_recognise_as_extraditable
        must_seek_extradition_treaties
    """,
    "art37_extraditable": "is_extraditable is_prejudicial_extradition must_extradite",
    "art37_procedure": """
        ExtraditionAuthority ExtraditionCustody PersonInProceedings extradition_authority_duties
        extradition_procedure_duties has_notified_extradition_authority is_guaranteed_fair_treatment
        keeps_extradition_register_correct may_take_into_custody must_guarantee_fair_treatment
    """,
    "art37_prosecution": """
        ConditionalSurrender NonExtradition SubmissionStep can_submit_case
        is_discharged_by_conditional_surrender is_owed_by_submission is_refused_solely_for_nationality
        may_submit_though_not_obliged must_consider_enforcing_sentence must_submit_case non_extradition_duties
        still_must_submit_case
    """,
    "art37_refusal": """
        ExtraditionDecision extradition_decision_duties extradition_grounds may_refuse_extradition
        must_consult_before_refusing_extradition must_give_reasons_for_refusing_extradition
        must_inform_of_extradition_decision
    """,
    "art37_request": "BasisNotice ExtraditionPosition ExtraditionRelation ExtraditionRequest SoughtOffence",
    "art37_scope": """
        extradition_article_applies is_extraditable_offence may_apply_to_related_offence
        may_extradite_though_not_punishable may_extradite_to_serve_sentence
    """,
    "art38_sentenced_persons": """
        SentencedPerson convention_is_basis_for_transfer_of_person may_consider_transfer_agreement
        sentenced_person_duties
    """,
    "art39_proceedings": """
        ProceedingsTransfer may_take_convention_as_proceedings_basis must_consider_transferring_proceedings
        proceedings_basis_liberty transfer_of_proceedings_duty
    """,
    "art40_assistance": "execution_is_prohibited is_discriminatory prejudices_essential_interests",
    "art40_conformity": "assistance_conformity contains_particulars",
    "art40_custody": """
        Credit PersonTransfer credit_for_custody is_protected_after_transfer may_require_extradition
        may_transfer_person must_keep_in_custody must_return_person return_deadline
    """,
    "art40_custody_duties": "person_transfer_duties",
    "art40_duties": "duties_while_handled",
    "art40_handling": """
        Handling bears_ordinary_costs may_request_information must_consult_on_costs must_follow_procedure
        must_keep_assistance_confidential must_say_if_assistance_not_confidential must_take_account_of_deadline
    """,
    "art40_hearing": "Hearing duties_on_hearing may_permit_video_hearing",
    "art40_information": """
        SpontaneousInformation duties_on_spontaneous_information may_transmit_spontaneously
        must_keep_to_restrictions
    """,
    "art40_records": "GovernmentRecords duties_on_records",
    "art40_refusal": """
        assistance_grounds duties_on_postponing_assistance duties_on_refusing_assistance may_assist_all_the_same
        may_postpone_assistance may_refuse_assistance must_consult_before_postponing_assistance
        must_consult_before_refusing_assistance must_give_reasons_for_refusing_assistance
    """,
    "art40_regime": "duties_under_treaty may_apply_own_treaty paragraph_applies treaty_governs",
    "art40_reply": "NegativeReply ReplyKind faults_of_reply reply_conforms",
    "art40_request": "AssistancePurpose AssistanceRequest ItemConcerned PersonConcerned Proceeding",
    "art40_restraint": "Restraint",
    "art40_safe_conduct": """
        LEAVING_DAYS SafeConduct is_entitled_to_safe_conduct leaving_opportunity safe_conduct_has_begun
    """,
    "art40_safe_conduct_end": """
        SafeConductEnd has_safe_conduct safe_conduct_covers safe_conduct_duties safe_conduct_end
        safe_conduct_has_ceased
    """,
    "art40_scope": "assistance_duties may_request_assistance purpose_is_admitted purpose_is_open",
    "art40_transmission": """
        CentralAuthority Channel RequestForm Transmission duties_of_central_authorities has_central_authority
        has_notified is_addressed_properly is_in_due_form may_designate_distinct_authority transmission_duties
    """,
    "art40_use": "EvidenceUse duties_on_evidence_use may_use_evidence",
    "art41_contact_point": """
        ExistingNetwork PointOfContact contact_point_duties has_capacity has_personnel has_point_of_contact
        is_registered may_use_existing_network meets_network_obligations
    """,
    "art41_network": """
        NetworkMeasure NetworkRequest duties_on_network_request may_ask_contact_point may_carry_out_directly
        must_carry_out_directly must_tell_provider_location network_is_open
    """,
    "art42_duration": """
        early_decision extensions_are_known granted_until keeps_floor
        must_continue_until_decision preservation_window start_is_known start_of_preservation
    """,
    "art42_duties": """
        Outlook duties_on_receipt must_inform_of_outlook must_keep_request_confidential must_preserve
        must_say_if_not_confidential shall_execute_nevertheless
    """,
    "art42_expiry": """
        Expiry duties_while_preserved extension_deadline may_request_extension preservation_expiry
        preservation_runs
    """,
    "art42_measure": "Extension PreservationMeasure",
    "art42_refusal": """
        Stage duties_on_refusal grounds may_refuse may_require_dual_criminality must_consult_before_refusing
        must_give_reasons must_grant_extension want_of_dual_criminality
    """,
    "art42_regime": "FLOOR_DAYS can_hold_until_decision can_meet_floor must_outlast_ceiling",
    "art42_request": """
        PreservationRequest asks_for_confidentiality conformity data_are_named may_request_preservation
    """,
    "art43_disclosure": """
        Discovery disclosure_duty disclosure_grounds is_disclosed_on_discovery may_refuse_disclosure
        must_disclose_path
    """,
    "art44_stored_data": """
        StoredDataRequest follows_preservation may_request_access must_respond_expeditiously stored_data_duties
    """,
    "art45_traffic_data": """
        SimilarCase TrafficDataRequest may_exclude_offence may_request_traffic_data must_endeavour_at_least
        must_endeavour_to_collect traffic_data_conformity traffic_data_duties
    """,
    "art46_content_data": """
        InterceptionRequest interception_duty interception_is_permitted may_request_interception
        must_endeavour_to_intercept
    """,
    "art47_law_enforcement": """
        EnforcementTies LawEnforcementMeasures LawEnforcementTask basis_for_law_enforcement_liberty
        cooperates_in_law_enforcement law_enforcement_agreement_duties law_enforcement_duties
        may_take_convention_as_law_enforcement_basis performs_task tasks_performed
    """,
    "art48_joint_investigations": """
        JointInvestigation joint_investigation_duties may_investigate_jointly
        must_consider_joint_investigation_agreement respects_territorial_sovereignty
    """,
    "ground": "AssistancePosition Ground Position",
    "particulars": "Authority Contact Custodian DataCategory DataItem Endpoint Offence",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
