"""Art. 40(16), (17), (20), (26), (28) and (30): what the two States owe each other while a request is dealt with."""

from __future__ import annotations

from attrs import evolve, fields

from uncc.cooperation.art40_assistance.handling import (
    UNKNOWN_HANDLING,
    Handling,
    bears_ordinary_costs,
    may_request_information,
    must_consult_on_costs,
    must_follow_procedure,
    must_keep_assistance_confidential,
    must_say_if_assistance_not_confidential,
    must_take_account_of_deadline,
)
from uncc.cooperation.art40_assistance.regime import UNKNOWN_TREATY, under_paragraph
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.cooperation.art40_assistance.scope import may_request_assistance
from uncc.kernel.duties import Duty, Modality, Promptness
from uncc.kernel.findings import Finding, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["duties_while_handled"]

H = fields(Handling)


def duties_while_handled(
    request: AssistanceRequest,
    handling: Handling = UNKNOWN_HANDLING,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    under: Readings = AS_ADOPTED,
) -> tuple[Duty, ...]:
    """What must or may be done while the request is dealt with, by whom, and how fast?

    Every duty is listed with the finding that triggers it; those that do not arise are NO.

    Source: Art. 40(16), Art. 40(17), Art. 40(20), Art. 40(26), Art. 40(28), Art. 40(30).

    >>> [duty.id for duty in duties_while_handled(AssistanceRequest())][1:3]
    ['execute-by-domestic-law-in-assistance', 'follow-procedure-in-assistance']
    """
    return duties_on_handling(request, handling, may_request_assistance(request, under=under), treaty, under)


def duties_on_handling(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, under: Readings
) -> tuple[Duty, ...]:
    """Return the duties about a request of which `owed` says whether it must be acted on."""
    return (
        *_on_execution(request, handling, owed, treaty, under),
        *_on_progress(request, handling, owed, treaty, under),
        *_on_costs(handling, treaty, under),
    )


def _on_execution(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, under: Readings
) -> tuple[Duty, ...]:
    return (
        evolve(
            _duty(
                "ask-for-information-in-assistance",
                "ask for additional information",
                16,
                may_request_information(handling, treaty=treaty, under=under),
            ),
            modality=Modality.MAY,
        ),
        _duty(
            "execute-by-domestic-law-in-assistance",
            "execute the request in accordance with its domestic law",
            17,
            under_paragraph("the request is to be executed", art(40, 17), treaty, under, owed),
        ),
        _duty(
            "follow-procedure-in-assistance",
            "follow the procedure that the request specifies",
            17,
            must_follow_procedure(request, handling, treaty=treaty, under=under),
        ),
        _duty(
            "keep-request-confidential-in-assistance",
            "keep the fact and substance of the request confidential, except as far as executing it needs otherwise",
            20,
            must_keep_assistance_confidential(request, treaty=treaty, under=under),
        ),
        evolve(
            _duty(
                "say-if-not-confidential-in-assistance",
                "inform the requesting State that it cannot keep the request confidential",
                20,
                must_say_if_assistance_not_confidential(request, handling, treaty=treaty, under=under),
            ),
            deadline=Promptness.PROMPTLY,
        ),
    )


def _on_progress(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, under: Readings
) -> tuple[Duty, ...]:
    requesting = Role.REQUESTING_STATE
    return (
        evolve(
            _duty(
                "execute-soon-in-assistance",
                "execute the request",
                26,
                under_paragraph("the request is to be executed", art(40, 26), treaty, under, owed),
            ),
            deadline=Promptness.AS_SOON_AS_POSSIBLE,
        ),
        _duty(
            "heed-deadline-in-assistance",
            "take as full account as possible of the deadline that is suggested",
            26,
            must_take_account_of_deadline(request, handling, treaty=treaty, under=under),
        ),
        _duty(
            "tell-progress-in-assistance",
            "respond to what the requesting State reasonably asks about status and progress",
            26,
            under_paragraph(
                "the requesting State asks, reasonably, about status and progress",
                art(40, 26),
                treaty,
                under,
                given(handling, H.status_requested),
                given(handling, H.status_request_reasonable),
            ),
        ),
        evolve(
            _duty(
                "say-if-no-longer-required-in-assistance",
                "inform the requested State that the assistance is no longer required",
                26,
                under_paragraph(
                    "the assistance is no longer required",
                    art(40, 26),
                    treaty,
                    under,
                    given(handling, H.no_longer_required),
                ),
                bearer=requesting,
            ),
            deadline=Promptness.PROMPTLY,
        ),
        _duty(
            "comply-with-conditions-in-assistance",
            "comply with the conditions that it accepted",
            28,
            under_paragraph(
                "assistance was accepted on conditions",
                art(40, 28),
                treaty,
                under,
                given(handling, H.conditions_accepted),
            ),
            bearer=requesting,
        ),
    )


def _on_costs(handling: Handling, treaty: AssistanceTreaty, under: Readings) -> tuple[Duty, ...]:
    return (
        _duty(
            "bear-costs-in-assistance",
            "bear the ordinary costs of executing the request",
            30,
            bears_ordinary_costs(handling, treaty=treaty, under=under),
        ),
        _duty(
            "consult-on-costs-in-assistance",
            "consult on the terms of execution and on how the costs are borne",
            30,
            must_consult_on_costs(handling, treaty=treaty, under=under),
            bearer=Role.STATES_PARTIES,
        ),
    )


def _duty(name: str, act: str, paragraph: int, trigger: Finding, *, bearer: Role = Role.REQUESTED_STATE) -> Duty:
    towards = {Role.REQUESTED_STATE: Role.REQUESTING_STATE, Role.REQUESTING_STATE: Role.REQUESTED_STATE}.get(bearer)
    return Duty(
        id=name,
        bearer=bearer,
        modality=Modality.SHALL,
        act=act,
        authority=(art(40, paragraph),),
        trigger=trigger,
        towards=towards,
    )
