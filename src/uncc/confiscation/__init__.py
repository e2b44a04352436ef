"""Confiscation, one subject in two chapters: Art. 31 at home, Arts. 49 to 52 in cooperation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uncc.faces import face

if TYPE_CHECKING:
    from uncc.confiscation.art31_confiscation import (
        Asset,
        CorrespondingValue,
        Liability,
        ThirdPartyRight,
        is_bona_fide_right,
        is_instrumentality,
        is_open_to_freezing,
        liable_to_confiscation,
        represents_proceeds,
    )
    from uncc.confiscation.art31_history import (
        AssetHistory,
        Holding,
        Payment,
    )
    from uncc.confiscation.art31_law import (
        ConfiscationLaw,
        duties_on_confiscation_law,
        empowers_access_to_records,
        enables_confiscation,
        enables_provisional_measures,
        may_decline_for_bank_secrecy,
        regulates_administration,
    )
    from uncc.confiscation.art31_tracing import (
        OriginBurden,
        contains_proceeds,
        counts_as_proceeds,
        may_require_lawful_origin,
    )
    from uncc.confiscation.art49_recovery import (
        ForeignOrder,
        FreezingBasis,
        ProsecutionBar,
        RecoveryLaw,
        duties_of_recovery,
        is_case_without_conviction,
        keeps_recovery_duties,
        must_enable_effect,
        must_enable_freezing_on_order,
        must_enable_freezing_on_request,
    )
    from uncc.confiscation.art50_execution import (
        Execution,
        duties_on_confiscation_request,
        has_treaty_basis,
        may_refuse_for_want_of_treaty,
        may_take_other_way,
        must_give_effect,
        must_submit_for_order,
        must_submit_foreign_order,
        must_take_provisional_measures,
    )
    from uncc.confiscation.art50_handling import duties_while_confiscation_handled
    from uncc.confiscation.art50_lifting import (
        ProvisionalMeasure,
        hearing_duty,
        may_lift_provisional_measure,
        must_hear_before_lifting,
    )
    from uncc.confiscation.art50_refusal import (
        ConfiscationPosition,
        confiscation_grounds,
        duties_on_confiscation_refusal,
        may_postpone_confiscation,
        may_refuse_confiscation,
        must_consult_before_postponing_confiscation,
        must_consult_before_refusing_confiscation,
        must_give_reasons_for_refusing_confiscation,
    )
    from uncc.confiscation.art50_requests import (
        ConfiscationRequest,
        ConfiscationRequestKind,
        confiscation_conformity,
        may_request_confiscation,
    )
    from uncc.confiscation.art51_special_cooperation import (
        ProceedsInformation,
        is_to_be_forwardable,
        must_forward_without_request,
        special_cooperation_duty,
    )
    from uncc.confiscation.art52_return import (
        Agreement,
        Disposal,
        duties_on_disposal,
        expenses_deducted,
        may_consider_agreement,
        may_deduct_expenses,
        must_consider_return,
        must_dispose_by_domestic_law,
        must_return,
    )
    from uncc.confiscation.money import (
        Money,
    )

__all__ = [
    "Agreement",
    "Asset",
    "AssetHistory",
    "ConfiscationLaw",
    "ConfiscationPosition",
    "ConfiscationRequest",
    "ConfiscationRequestKind",
    "CorrespondingValue",
    "Disposal",
    "Execution",
    "ForeignOrder",
    "FreezingBasis",
    "Holding",
    "Liability",
    "Money",
    "OriginBurden",
    "Payment",
    "ProceedsInformation",
    "ProsecutionBar",
    "ProvisionalMeasure",
    "RecoveryLaw",
    "ThirdPartyRight",
    "confiscation_conformity",
    "confiscation_grounds",
    "contains_proceeds",
    "counts_as_proceeds",
    "duties_of_recovery",
    "duties_on_confiscation_law",
    "duties_on_confiscation_refusal",
    "duties_on_confiscation_request",
    "duties_on_disposal",
    "duties_while_confiscation_handled",
    "empowers_access_to_records",
    "enables_confiscation",
    "enables_provisional_measures",
    "expenses_deducted",
    "has_treaty_basis",
    "hearing_duty",
    "is_bona_fide_right",
    "is_case_without_conviction",
    "is_instrumentality",
    "is_open_to_freezing",
    "is_to_be_forwardable",
    "keeps_recovery_duties",
    "liable_to_confiscation",
    "may_consider_agreement",
    "may_decline_for_bank_secrecy",
    "may_deduct_expenses",
    "may_lift_provisional_measure",
    "may_postpone_confiscation",
    "may_refuse_confiscation",
    "may_refuse_for_want_of_treaty",
    "may_request_confiscation",
    "may_require_lawful_origin",
    "may_take_other_way",
    "must_consider_return",
    "must_consult_before_postponing_confiscation",
    "must_consult_before_refusing_confiscation",
    "must_dispose_by_domestic_law",
    "must_enable_effect",
    "must_enable_freezing_on_order",
    "must_enable_freezing_on_request",
    "must_forward_without_request",
    "must_give_effect",
    "must_give_reasons_for_refusing_confiscation",
    "must_hear_before_lifting",
    "must_return",
    "must_submit_for_order",
    "must_submit_foreign_order",
    "must_take_provisional_measures",
    "regulates_administration",
    "represents_proceeds",
    "special_cooperation_duty",
]

_HOMES = {
    "art31_confiscation": """
        Asset CorrespondingValue Liability ThirdPartyRight is_bona_fide_right is_instrumentality
        is_open_to_freezing liable_to_confiscation represents_proceeds
    """,
    "art31_history": "AssetHistory Holding Payment",
    "art31_law": """
        ConfiscationLaw duties_on_confiscation_law empowers_access_to_records enables_confiscation
        enables_provisional_measures may_decline_for_bank_secrecy regulates_administration
    """,
    "art31_tracing": "OriginBurden contains_proceeds counts_as_proceeds may_require_lawful_origin",
    "art49_recovery": """
        ForeignOrder FreezingBasis ProsecutionBar RecoveryLaw duties_of_recovery is_case_without_conviction
        keeps_recovery_duties must_enable_effect must_enable_freezing_on_order must_enable_freezing_on_request
    """,
    "art50_execution": """
        Execution duties_on_confiscation_request has_treaty_basis may_refuse_for_want_of_treaty
        may_take_other_way must_give_effect must_submit_for_order must_submit_foreign_order
        must_take_provisional_measures
    """,
    "art50_handling": "duties_while_confiscation_handled",
    "art50_lifting": "ProvisionalMeasure hearing_duty may_lift_provisional_measure must_hear_before_lifting",
    "art50_refusal": """
        ConfiscationPosition confiscation_grounds duties_on_confiscation_refusal may_postpone_confiscation
        may_refuse_confiscation must_consult_before_postponing_confiscation must_consult_before_refusing_confiscation
        must_give_reasons_for_refusing_confiscation
    """,
    "art50_requests": "ConfiscationRequest ConfiscationRequestKind confiscation_conformity may_request_confiscation",
    "art51_special_cooperation": """
        ProceedsInformation is_to_be_forwardable must_forward_without_request special_cooperation_duty
    """,
    "art52_return": """
        Agreement Disposal duties_on_disposal expenses_deducted may_consider_agreement may_deduct_expenses
        must_consider_return must_dispose_by_domestic_law must_return
    """,
    "money": "Money",
}

if not TYPE_CHECKING:
    __getattr__, __dir__ = face(__name__, _HOMES)
