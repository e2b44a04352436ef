"""The assessment of a request for mutual legal assistance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from uncc.cases.assistance_case import AssistanceCase
from uncc.cases.electronic_evidence import conformity_of_collection, electronic_answers, electronic_duties
from uncc.cases.frame import Answered, drawn_up, header, weightiest
from uncc.cases.report import Answer, GroundAnswer, Report, Section, Span
from uncc.cooperation import (
    Ground,
    NegativeReply,
    ReplyKind,
    RequestCourse,
    assistance_conformity,
    assistance_grounds,
    dual_criminality_satisfied,
    duties_on_assistance,
    duties_on_assistance_postponement,
    duties_on_assistance_refusal,
    duties_on_evidence_use,
    duties_on_hearing,
    duties_on_personal_data,
    duties_on_records,
    duties_on_transmission,
    duties_under_treaty,
    duties_while_handled,
    is_compliant_transfer,
    may_assist_all_the_same,
    may_impose_conditions,
    may_permit_video_hearing,
    may_postpone_assistance,
    may_request_assistance,
    may_use_evidence,
    must_consult_before_postponing_assistance,
    must_consult_before_refusing_assistance,
    must_continue_until_decision,
    must_give_reasons_for_refusing_assistance,
    paragraph_applies,
    preservation_expiry,
    preservation_runs,
    preservation_window,
    purpose_is_open,
    reply_conforms,
    treaty_governs,
)
from uncc.kernel.dates import Deadline, deadline_of
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.findings import Finding
from uncc.kernel.parties import AssistanceTreaty, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.readings import chosen

__all__ = ["assess_assistance", "assistance_duties"]


def assess_assistance(case: AssistanceCase) -> Report:
    """Return everything that the Convention says of a request for assistance.

    Source: Art. 35, Art. 36, Art. 40, Art. 42, Art. 44, Art. 45, Art. 46.

    >>> from datetime import date
    >>> from uncc.cooperation import AssistanceRequest
    >>> from uncc.kernel.parties import State, StateParty
    >>> report = assess_assistance(AssistanceCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 4, 20), request=AssistanceRequest()))
    >>> report.answer("conformity").finding.truth.name
    'NO'
    """
    answers, duties, spans = tuple(_answers(case)), tuple(assistance_duties(case)), _spans(case)
    request, earlier = case.request, case.preservation
    offence = None if request.offence is None else request.offence.title
    follows = None if earlier is None else earlier.reference
    against = tuple(GroundAnswer(*pair) for pair in _grounds(case).items())
    found = Answered(answers=answers, grounds=against, duties=duties, spans=spans, expires_on=_expires_on(case))
    head = header(case, offence=offence, urgency=request.urgency, follows=follows)
    return drawn_up(case, head, found)


def _answers(case: AssistanceCase) -> Iterator[Answer]:
    yield from _application(case)
    yield from _regime(case)
    yield Answer(
        "conformity",
        Section.CONFORMITY,
        "Is the request made as it shall be?",
        assistance_conformity(case.request),
    )
    yield from conformity_of_collection(case)
    yield from electronic_answers(case)
    yield from _dual_criminality(case)
    yield from _refusal(case)
    yield from _personal_data(case)
    yield from _preservation(case)
    yield from _evidence(case)


def _application(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.APPLICATION
    yield Answer(
        "in-force",
        section,
        "Is the Convention in force between the two States?",
        is_bound_by_convention(relation=case.relation),
    )
    yield Answer(
        "scope",
        section,
        "Does the Convention open all the assistance that is requested?",
        may_request_assistance(case.request),
    )
    for purpose in dict.fromkeys(case.request.purposes):
        yield Answer(
            f"purpose-{purpose.value}",
            section,
            f"Is it open for this offence: {purpose.words}?",
            purpose_is_open(case.request, purpose),
        )


def _regime(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.REGIME
    yield Answer(
        "paragraphs",
        section,
        "Do paragraphs 8 to 31 apply between the two States?",
        paragraph_applies(art(40, 8), treaty=case.treaty),
    )
    yield Answer(
        "own-treaty", section, "Does a treaty of their own apply in place of them?", treaty_governs(treaty=case.treaty)
    )


def _dual_criminality(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.DUAL_CRIMINALITY
    yield Answer("dual-criminality", section, "Is it fulfilled?", dual_criminality_satisfied(case.conduct))
    yield Answer(
        "assistance-all-the-same",
        section,
        "May assistance be given whether or not it is?",
        may_assist_all_the_same(treaty=case.treaty),
    )


def _refusal(case: AssistanceCase) -> Iterator[Answer]:
    treaty, section = case.treaty, Section.REFUSAL
    yield Answer(
        "reasons",
        section,
        "Must reasons be given for refusing?",
        must_give_reasons_for_refusing_assistance(treaty=treaty),
    )
    yield Answer(
        "consultation",
        section,
        "Must the States consult before a refusal on paragraph 21?",
        must_consult_before_refusing_assistance(Ground.ESSENTIAL_INTERESTS, treaty=treaty),
    )
    yield Answer(
        "postponement",
        section,
        "May assistance be postponed?",
        may_postpone_assistance(position=case.position, treaty=treaty),
    )
    yield Answer(
        "consultation-postponement",
        section,
        "Must the States consult before that?",
        must_consult_before_postponing_assistance(treaty=treaty),
    )
    if case.reply is not None:
        finding = reply_conforms(case.reply, case.request, position=case.position, conduct=case.conduct, treaty=treaty)
        yield Answer("reply", Section.REPLY, "Does the reply keep to the rules that govern it?", finding)


def _personal_data(case: AssistanceCase) -> Iterator[Answer]:
    transfer, section = case.position.transfer, Section.PERSONAL_DATA
    if transfer is None:
        return
    yield Answer(
        "transfer-compliant",
        section,
        "Does the transfer of data accord with the law that binds the requested State?",
        is_compliant_transfer(transfer),
    )
    yield Answer(
        "transfer-conditions",
        section,
        "May conditions be sought that make a transfer of personal data compliant?",
        may_impose_conditions(transfer),
    )


def _preservation(case: AssistanceCase) -> Iterator[Answer]:
    measure, section = case.earlier_measure, Section.TIME
    if measure is None or case.preservation is None:
        return
    regime = case.preservation.regime
    yield Answer(
        "preservation-runs",
        section,
        "Must the data still be preserved on the day of this report?",
        preservation_runs(measure, case.as_of, regime=regime),
    )
    yield Answer(
        "pending-decision",
        section,
        "Must they stay preserved because a decision on this request is pending?",
        must_continue_until_decision(measure),
    )


def _evidence(case: AssistanceCase) -> Iterator[Answer]:
    treaty, section = case.treaty, Section.EVIDENCE
    if case.hearing is not None:
        yield Answer(
            "video-hearing",
            section,
            "May the hearing be permitted to take place by videoconference?",
            may_permit_video_hearing(case.hearing, treaty=treaty),
        )
    if case.use is not None:
        yield Answer(
            "use",
            section,
            "May what was furnished be used, or passed on, as is meant?",
            may_use_evidence(case.use, treaty=treaty),
        )


def _grounds(case: AssistanceCase) -> Mapping[Ground, Finding]:
    return assistance_grounds(case.request, position=case.position, conduct=case.conduct, treaty=case.treaty)


def assistance_duties(case: AssistanceCase) -> Iterator[Duty]:
    """Return what must or may be done in the case, by whom and by when, in the order of its report."""
    treaty, course = case.treaty, _course(case)
    yield from duties_on_assistance(case.request, course=course)
    yield from electronic_duties(case, course)
    if case.position.transfer is not None:
        yield from duties_on_personal_data(case.position.transfer, safeguards=case.safeguards)
    yield from duties_on_transmission(case.request.transmission, treaty=treaty)
    yield from duties_while_handled(case.request, case.handling, treaty=treaty, course=course)
    if case.reply is not None:
        yield from _on_reply(case.reply, treaty)
    if case.records is not None:
        yield from duties_on_records(case.records, treaty=treaty, course=course)
    if case.hearing is not None:
        yield from duties_on_hearing(case.hearing, treaty=treaty)
    if case.use is not None:
        yield from duties_on_evidence_use(case.use, treaty=treaty)
    yield from duties_under_treaty(treaty=treaty)


def _on_reply(reply: NegativeReply, treaty: AssistanceTreaty) -> tuple[Duty, ...]:
    """Return what is owed for a reply; for a refusal on several grounds, that before which the most is owed."""
    if reply.kind is ReplyKind.POSTPONEMENT:
        return duties_on_assistance_postponement(treaty=treaty, reply=reply)
    ground = weightiest(reply.grounds, must_consult_before_refusing_assistance)
    return () if ground is None else duties_on_assistance_refusal(ground, treaty=treaty, reply=reply)


def _course(case: AssistanceCase) -> RequestCourse:
    return RequestCourse(
        request=case.request,
        handling=case.handling,
        reply=case.reply,
        position=case.position,
        conduct=case.conduct,
        treaty=case.treaty,
    )


def _spans(case: AssistanceCase) -> tuple[Span, ...]:
    measure = case.earlier_measure
    if measure is None or case.preservation is None:
        return ()
    regime = case.preservation.regime
    window = preservation_window(measure, regime=regime)
    return (Span("preservation-window", "When may the earlier preservation end?", window),)


def _expires_on(case: AssistanceCase) -> Deadline | None:
    measure = case.earlier_measure
    if measure is None or case.preservation is None:
        return None
    return deadline_of(chosen(preservation_expiry(measure, regime=case.preservation.regime), case.readings))


checked(__name__)
