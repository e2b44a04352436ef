"""Art. 40(16), (17), (20), (26), (28) and (30): what the two States owe each other while a request is dealt with."""

from __future__ import annotations

from attrs import evolve, fields

from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution, without_pauses
from uncc.cooperation.art40_assistance.handling import (
    CALLED_OFF,
    EXECUTED,
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
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, under_paragraph
from uncc.cooperation.art40_assistance.request import AssistanceRequest
from uncc.cooperation.art40_assistance.scope import may_request_assistance
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, may, shall
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.life import KEPT_UP, Event, Life, found
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["duties_on_assistance", "duties_while_handled"]

H = fields(Handling)
Q = fields(AssistanceRequest)


def duties_on_assistance(request: AssistanceRequest, *, course: RequestCourse = UNKNOWN_COURSE) -> tuple[Duty, ...]:
    """What assistance is owed where the Convention opens it?

    The widest measure; where a legal person may be held liable in the requesting State, the fullest that the
    requested State's laws and treaties make possible. `course` is what has become of the request: see the `life` of
    each duty.

    Source: Art. 40(1), Art. 40(2).

    >>> [duty.id for duty in duties_on_assistance(AssistanceRequest())]
    ['afford-assistance', 'assist-against-legal-person']
    """
    ends = what_ends_execution(evolve(course, request=request))
    life = Life(done_by=EXECUTED, ended_by=CALLED_OFF, ends=ends)
    return (
        shall(
            "afford-assistance",
            Role.REQUESTED_STATE,
            "afford the widest measure of assistance",
            art(40, 1),
            may_request_assistance(request),
            towards=Role.REQUESTING_STATE,
            qualifications=("unless it refuses on a ground that is open",),
            life=life,
        ),
        shall(
            "assist-against-legal-person",
            Role.REQUESTED_STATE,
            "afford assistance for proceedings about the legal person",
            art(40, 2),
            all_of(
                "assistance is owed for proceedings about an offence of a legal person",
                art(40, 2),
                given(request, Q.serves_criminal_proceedings),
                given(request, Q.legal_person_liable),
            ),
            towards=Role.REQUESTING_STATE,
            qualifications=("to the fullest extent that its laws, treaties and arrangements make possible",),
            life=life,
        ),
    )


def duties_while_handled(
    request: AssistanceRequest,
    handling: Handling = UNKNOWN_HANDLING,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    course: RequestCourse = UNKNOWN_COURSE,
) -> tuple[Duty, ...]:
    """What must or may be done while the request is dealt with, by whom, and how fast?

    Every duty is listed with the finding that triggers it; those that do not arise are NO. `course` is
    what else has become of the request: the reply to it, and what that is judged by.

    Source: Art. 40(16), Art. 40(17), Art. 40(20), Art. 40(26), Art. 40(28), Art. 40(30).

    >>> [duty.id for duty in duties_while_handled(AssistanceRequest())][1:3]
    ['execute-by-domestic-law-in-assistance', 'follow-procedure-in-assistance']
    """
    ends = what_ends_execution(evolve(course, request=request, handling=handling, treaty=treaty))
    return duties_on_handling(request, handling, may_request_assistance(request), treaty, ends)


def duties_on_handling(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, ends: tuple[Event, ...]
) -> tuple[Duty, ...]:
    """Return the duties about a request of which `owed` says whether it must be acted on, and `ends` what ends that."""
    return (
        *_on_execution(request, handling, owed, treaty, ends),
        *_on_progress(request, handling, owed, treaty, ends),
        *_on_costs(handling, treaty, ends),
    )


def _while_executed(ends: tuple[Event, ...]) -> Life:
    """Return the life of a duty about the manner of the execution, which an execution in another manner breaks."""
    return Life(lasts=True, ended_by=(*EXECUTED, *CALLED_OFF), ends=ends)


def _on_execution(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, ends: tuple[Event, ...]
) -> tuple[Duty, ...]:
    return (
        may(
            "ask-for-information-in-assistance",
            Role.REQUESTED_STATE,
            "ask for additional information",
            art(40, 16),
            may_request_information(handling, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=Life(ended_by=(*EXECUTED, *CALLED_OFF), ends=without_pauses(ends)),
        ),
        shall(
            "execute-by-domestic-law-in-assistance",
            Role.REQUESTED_STATE,
            "execute the request in accordance with its domestic law",
            art(40, 17),
            under_paragraph("the request is to be executed", art(40, 17), treaty, owed),
            towards=Role.REQUESTING_STATE,
            life=_while_executed(ends),
        ),
        shall(
            "follow-procedure-in-assistance",
            Role.REQUESTED_STATE,
            "follow the procedure that the request specifies",
            art(40, 17),
            must_follow_procedure(request, handling, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=_while_executed(ends),
        ),
        shall(
            "keep-request-confidential-in-assistance",
            Role.REQUESTED_STATE,
            "keep the fact and substance of the request confidential, except as far as executing it needs otherwise",
            art(40, 20),
            must_keep_assistance_confidential(request, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=Life(lasts=True, broken=found(~given(handling, H.disclosure_necessary))),
        ),
        shall(
            "say-if-not-confidential-in-assistance",
            Role.REQUESTED_STATE,
            "inform the requesting State that it cannot keep the request confidential",
            art(40, 20),
            must_say_if_assistance_not_confidential(request, handling, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.PROMPTLY,
        ),
    )


def _on_progress(
    request: AssistanceRequest, handling: Handling, owed: Finding, treaty: AssistanceTreaty, ends: tuple[Event, ...]
) -> tuple[Duty, ...]:
    return (
        shall(
            "execute-soon-in-assistance",
            Role.REQUESTED_STATE,
            "execute the request",
            art(40, 26),
            under_paragraph("the request is to be executed", art(40, 26), treaty, owed),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.AS_SOON_AS_POSSIBLE,
            life=Life(ended_by=CALLED_OFF, ends=ends),
        ),
        shall(
            "heed-deadline-in-assistance",
            Role.REQUESTED_STATE,
            "take as full account as possible of the deadline that is suggested",
            art(40, 26),
            must_take_account_of_deadline(request, handling, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=_while_executed(ends),
        ),
        shall(
            "tell-progress-in-assistance",
            Role.REQUESTED_STATE,
            "respond to what the requesting State reasonably asks about status and progress",
            art(40, 26),
            under_paragraph(
                "the requesting State asks, reasonably, about status and progress",
                art(40, 26),
                treaty,
                given(handling, H.status_requested),
                given(handling, H.status_request_reasonable),
            ),
            towards=Role.REQUESTING_STATE,
        ),
        shall(
            "say-if-no-longer-required-in-assistance",
            Role.REQUESTING_STATE,
            "inform the requested State that the assistance is no longer required",
            art(40, 26),
            under_paragraph(
                "the assistance is no longer required", art(40, 26), treaty, given(handling, H.no_longer_required)
            ),
            towards=Role.REQUESTED_STATE,
            deadline=Promptness.PROMPTLY,
        ),
        shall(
            "comply-with-conditions-in-assistance",
            Role.REQUESTING_STATE,
            "comply with the conditions that it accepted",
            art(40, 28),
            under_paragraph(
                "assistance was accepted on conditions", art(40, 28), treaty, given(handling, H.conditions_accepted)
            ),
            towards=Role.REQUESTED_STATE,
            life=KEPT_UP,
        ),
    )


def _on_costs(handling: Handling, treaty: AssistanceTreaty, ends: tuple[Event, ...]) -> tuple[Duty, ...]:
    return (
        shall(
            "bear-costs-in-assistance",
            Role.REQUESTED_STATE,
            "bear the ordinary costs of executing the request",
            art(40, 30),
            bears_ordinary_costs(handling, treaty=treaty),
            towards=Role.REQUESTING_STATE,
            life=KEPT_UP,
        ),
        shall(
            "consult-on-costs-in-assistance",
            Role.STATES_PARTIES,
            "consult on the terms of execution and on how the costs are borne",
            art(40, 30),
            must_consult_on_costs(handling, treaty=treaty),
            life=Life(ended_by=CALLED_OFF, ends=without_pauses(ends)),
        ),
    )


checked(__name__)
