"""Art. 40(16), (17), (20), (26) and (30): what may and must be done while a request is dealt with."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, under_paragraph
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.cooperation.particulars import says
from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "Handling",
    "bears_ordinary_costs",
    "may_disclose_request",
    "may_request_information",
    "must_consult_on_costs",
    "must_follow_procedure",
    "must_keep_assistance_confidential",
    "must_say_if_assistance_not_confidential",
    "must_take_account_of_deadline",
]


@frozen(kw_only=True)
class Handling(Facts, asked_of=Role.REQUESTED_STATE):
    """What happens between the two States while a request is dealt with."""

    information_necessary: Fact = fact(
        "additional information appears necessary to execute the request under domestic law", art(40, 16)
    )
    information_helpful: Fact = fact("additional information can make it easier to execute the request", art(40, 16))
    procedure_contrary_to_law: Fact = fact(
        "the procedure that the request specifies is contrary to the requested State's law", art(40, 17)
    )
    procedure_possible: Fact = fact("it is possible to follow the procedure that the request specifies", art(40, 17))
    confidentiality_impossible: Fact = fact(
        "the requested State cannot comply with the confidentiality that is required of it", art(40, 20)
    )
    disclosure_necessary: Fact = fact(
        "what is disclosed of the request is no more than is necessary to execute it", art(40, 20)
    )
    deadline_reasons_given: Fact = fact(
        "the requesting State has given reasons for the deadline elsewhere than in the request",
        art(40, 26),
        asked_of=Role.REQUESTING_STATE,
    )
    status_requested: Fact = fact(
        "the requesting State asks about the status and progress of the request", art(40, 26), asked_of=Role.CASE_HOLDER
    )
    status_request_reasonable: Fact = fact("what it asks about status and progress is reasonable", art(40, 26))
    no_longer_required: Fact = fact("the assistance is no longer required", art(40, 26), asked_of=Role.REQUESTING_STATE)
    conditions_accepted: Fact = fact(
        "the requesting State accepted assistance on conditions", art(40, 28), asked_of=Role.REQUESTING_STATE
    )
    costs_agreed_otherwise: Fact = fact("the two States have agreed otherwise about the ordinary costs", art(40, 30))
    extraordinary_expenses: Fact = fact(
        "expenses of a substantial or extraordinary nature are or will be required", art(40, 30)
    )


H = fields(Handling)
Q = fields(AssistanceRequest)
UNKNOWN_HANDLING = Handling()
CALLED_OFF = ("say-if-no-longer-required-in-assistance",)
EXECUTED = ("execute-soon-in-assistance",)
"""What the requesting State does where it needs the assistance no longer: nothing is then to be executed."""


def may_request_information(handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State may ask for additional information: it is necessary, or it can help.

    Source: Art. 40(16).

    >>> may_request_information(
    ...     Handling(information_helpful=True), treaty=AssistanceTreaty(binds=False)).truth.name
    'YES'
    """
    return under_paragraph(
        "additional information may be asked for",
        art(40, 16),
        treaty,
        any_of(
            "the information is necessary or helpful",
            art(40, 16),
            given(handling, H.information_necessary),
            given(handling, H.information_helpful),
        ),
    )


def must_follow_procedure(
    request: AssistanceRequest, handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State must follow the procedure that the request specifies.

    It must where its law is not against it and where it is possible; its own law governs the rest.

    Source: Art. 40(17).

    >>> must_follow_procedure(AssistanceRequest(), Handling()).truth.name
    'NO'
    """
    return under_paragraph(
        "the procedure that the request specifies is to be followed",
        art(40, 17),
        treaty,
        says(request, Q.procedure, "the request specifies a procedure", art(40, 17)),
        ~given(handling, H.procedure_contrary_to_law),
        given(handling, H.procedure_possible),
    )


def must_keep_assistance_confidential(
    request: AssistanceRequest, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State must keep the fact and the substance of the request confidential.

    It must where the requesting State requires it, except as far as execution needs otherwise. That confidentiality
    so required is owed follows from the duty to say when it cannot be kept.

    Source: Art. 40(20).

    >>> must_keep_assistance_confidential(AssistanceRequest()).truth.name
    'NO'
    """
    return under_paragraph(
        "confidentiality is required, and owed",
        art(40, 20),
        treaty,
        says(request, Q.confidentiality),
    )


def may_disclose_request(
    request: AssistanceRequest, handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State may disclose the request, or something of it, without breach of confidentiality.

    It may where no confidentiality is owed, and as far as execution needs it in any case.

    Source: Art. 40(20).

    >>> request = AssistanceRequest(confidentiality="Tell nobody.")
    >>> may_disclose_request(request, Handling(disclosure_necessary=True)).truth.name
    'YES'
    """
    return any_of(
        "the disclosure breaks no confidentiality that is owed",
        art(40, 20),
        ~must_keep_assistance_confidential(request, treaty=treaty),
        given(handling, H.disclosure_necessary),
    )


def must_say_if_assistance_not_confidential(
    request: AssistanceRequest, handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State must say that it cannot keep the request confidential.

    Source: Art. 40(20).

    >>> must_say_if_assistance_not_confidential(AssistanceRequest(), Handling()).truth.name
    'NO'
    """
    return all_of(
        "confidentiality is required and cannot be kept",
        art(40, 20),
        must_keep_assistance_confidential(request, treaty=treaty),
        given(handling, H.confidentiality_impossible),
    )


def must_take_account_of_deadline(
    request: AssistanceRequest, handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> Finding:
    """Whether the requested State must take a suggested deadline into account: reasons must be given for it.

    They stand best in the request; given elsewhere they count as well. A deadline that is suggested does not bind.

    Source: Art. 40(26).

    >>> must_take_account_of_deadline(AssistanceRequest(), Handling()).truth.name
    'NO'
    """
    return under_paragraph(
        "a deadline is suggested, and reasons are given for it",
        art(40, 26),
        treaty,
        says(request, Q.wanted_by),
        any_of(
            "reasons are given for the deadline",
            art(40, 26),
            says(request, Q.wanted_by_reason),
            given(handling, H.deadline_reasons_given),
        ),
    )


def bears_ordinary_costs(handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State bears the ordinary costs of executing the request.

    Source: Art. 40(30).

    >>> bears_ordinary_costs(Handling(costs_agreed_otherwise=True)).truth.name
    'NO'
    """
    return under_paragraph(
        "the requested State bears the ordinary costs", art(40, 30), treaty, ~given(handling, H.costs_agreed_otherwise)
    )


def must_consult_on_costs(handling: Handling, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the States must consult on the terms of execution and on who bears the costs.

    Source: Art. 40(30).

    >>> must_consult_on_costs(Handling(extraordinary_expenses=False)).truth.name
    'NO'
    """
    return under_paragraph(
        "expenses of a substantial or extraordinary nature call for consultation",
        art(40, 30),
        treaty,
        given(handling, H.extraordinary_expenses),
    )


def is_no_longer_required(handling: Handling) -> Finding:
    """Return that the assistance is no longer required: then nothing of it is to be executed.

    Source: Art. 40(26).
    """
    return given(handling, H.no_longer_required)


checked(__name__)
