"""The assessment of a request for mutual legal assistance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve, field, frozen
from attrs.validators import optional

from uncc.assessment.ledger import Named, consulted_facts, open_questions, places, readings_used, stated_facts
from uncc.assessment.report import Answer, CaseKind, GroundAnswer, Header, Report, Section, Span
from uncc.cooperation import (
    AssistancePosition,
    AssistancePurpose,
    AssistanceRequest,
    EvidenceUse,
    GovernmentRecords,
    Ground,
    Handling,
    Hearing,
    NegativeReply,
    PreservationMeasure,
    UnderlyingConduct,
    assistance_conformity,
    assistance_duties,
    assistance_grounds,
    dual_criminality_satisfied,
    duties_on_evidence_use,
    duties_on_hearing,
    duties_on_records,
    duties_under_treaty,
    duties_while_handled,
    may_assist_all_the_same,
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
    transmission_duties,
    treaty_governs,
)
from uncc.dates import Deadline, a_date
from uncc.duties import Duty
from uncc.errors import InvalidValue
from uncc.findings import Finding
from uncc.parties import AssistanceTreaty, Relation, StateParty, is_bound_by_convention
from uncc.procedural import PreservationRegime
from uncc.provisions import art
from uncc.readings import AS_ADOPTED, Readings
from uncc.values import a_text

__all__ = ["AssistanceCase", "EarlierPreservation", "assess_assistance"]


@frozen(kw_only=True)
class EarlierPreservation:
    """A request for preservation that came before, and what has become of it.

    `reference` is that of the earlier request. The request of the case, once received, is the later request for
    which the data are kept, where it seeks stored data.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    measure: PreservationMeasure = field(factory=PreservationMeasure)
    regime: PreservationRegime = field(factory=PreservationRegime)


def _is_assistance(_: object, __: object, kind: CaseKind) -> None:
    if kind is not CaseKind.ASSISTANCE:
        raise InvalidValue("case", kind, "CaseKind.ASSISTANCE, which is what this case is")


def _another_state(case: AssistanceCase, _: object, requested: StateParty) -> None:
    if requested.state == case.requesting.state:
        raise InvalidValue("requested.state.name", requested.state.name, "a State other than the requesting one")


def _fits_request(case: AssistanceCase, _: object, earlier: EarlierPreservation | None) -> None:
    """Refuse a measure that says otherwise than the request of the case when the later request came."""
    received = case.request.received_on
    if earlier is None or received is None or not case.seeks_stored_data:
        return
    measure = earlier.measure
    place, expected = "preservation.measure", f"request.received_on, {received}"
    if measure.assistance_requested is False:
        raise InvalidValue(f"{place}.assistance_requested", value=False, expected=f"true, as is {expected}")
    if measure.assistance_requested_on not in (None, received):
        raise InvalidValue(f"{place}.assistance_requested_on", str(measure.assistance_requested_on), expected)
    if measure.decided_on is not None and measure.decided_on < received:
        raise InvalidValue(f"{place}.decided_on", measure.decided_on.isoformat(), f"on or after {expected}")


@frozen(kw_only=True)
class AssistanceCase:
    """A request for assistance between two States, with all that the file knows on a day (`as_of`).

    `reply` is a refusal or a postponement that was made or is meant; `hearing`, `use` and `records` are there where
    the case is about them; `preservation` is an earlier preservation that the request follows up.
    """

    case: CaseKind = field(default=CaseKind.ASSISTANCE, validator=_is_assistance)
    as_of: date = field(validator=a_date)
    requesting: StateParty
    requested: StateParty = field(validator=_another_state)
    request: AssistanceRequest
    conduct: UnderlyingConduct = field(factory=UnderlyingConduct)
    treaty: AssistanceTreaty = field(factory=AssistanceTreaty)
    position: AssistancePosition = field(factory=AssistancePosition)
    handling: Handling = field(factory=Handling)
    reply: NegativeReply | None = None
    hearing: Hearing | None = None
    use: EvidenceUse | None = None
    records: GovernmentRecords | None = None
    preservation: EarlierPreservation | None = field(default=None, validator=_fits_request)
    readings: Readings = AS_ADOPTED

    @property
    def relation(self) -> Relation:
        """The two States and what binds them on the day of the case."""
        return Relation(
            requesting=self.requesting, requested=self.requested, on=self.as_of, assistance_treaty=self.treaty
        )

    @property
    def seeks_stored_data(self) -> bool:
        """Whether the request is one for which preserved data are kept: to search, seize or disclose them."""
        return AssistancePurpose.STORED_DATA in self.request.purposes

    @property
    def earlier_measure(self) -> PreservationMeasure | None:
        """The earlier preservation, with the day on which the request of the case came as that of the later request."""
        if self.preservation is None:
            return None
        measure, received = self.preservation.measure, self.request.received_on
        return evolve(measure, assistance_requested_on=received) if received and self.seeks_stored_data else measure


def assess_assistance(case: AssistanceCase) -> Report:
    """Return everything that the Convention says of a request for assistance.

    Source: Art. 35, Art. 36, Art. 40, Art. 42.

    >>> from datetime import date
    >>> from uncc.parties import State
    >>> report = assess_assistance(AssistanceCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 4, 20), request=AssistanceRequest()))
    >>> report.answer("conformity").finding.truth.name
    'NO'
    """
    answers, duties, spans = tuple(_answers(case)), tuple(_duties(case)), _spans(case)
    against = tuple(GroundAnswer(*pair) for pair in _grounds(case).items())
    named: list[Named] = [
        *((answer.id, answer.finding) for answer in answers),
        *((f"grounds.{answer.ground.value}", answer.finding) for answer in against),
        *((f"duties.{duty.id}", duty.trigger) for duty in duties),
        *((span.id, span.window.because) for span in spans),
    ]
    where, supplied = places(case), stated_facts(case)
    asked = consulted_facts(named, where)
    return Report(
        case=case.case,
        header=_header(case),
        answers=answers,
        grounds=against,
        disclosure_grounds=(),
        duties=duties,
        spans=spans,
        expires_on=_expires_on(case),
        open_questions=open_questions(named, where),
        readings=readings_used(named),
        supplied=supplied,
        consulted=tuple(fact.path for fact in supplied if fact.path in asked),
        not_needed=tuple(fact.path for fact in supplied if fact.path not in asked),
    )


def _header(case: AssistanceCase) -> Header:
    request = case.request
    return Header(
        requesting=case.requesting.state.name,
        requested=case.requested.state.name,
        as_of=case.as_of,
        reference=request.reference,
        made_on=request.made_on,
        received_on=request.received_on,
        authority=None if request.authority is None else request.authority.name,
        offence=None if request.offence is None else request.offence.title,
        urgency=request.urgency,
        follows=None if case.preservation is None else case.preservation.reference,
    )


def _answers(case: AssistanceCase) -> Iterator[Answer]:
    yield from _application(case)
    yield from _regime(case)
    yield Answer(
        "conformity",
        Section.CONFORMITY,
        "Is the request made as it shall be?",
        assistance_conformity(case.request),
    )
    yield from _dual_criminality(case)
    yield from _refusal(case)
    yield from _preservation(case)
    yield from _evidence(case)


def _application(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.APPLICATION
    yield Answer(
        "in-force", section, "Is the Convention in force between the two States?", is_bound_by_convention(case.relation)
    )
    yield Answer(
        "scope",
        section,
        "Does the Convention open all the assistance that is requested?",
        may_request_assistance(case.request, under=case.readings),
    )
    for purpose in dict.fromkeys(case.request.purposes):
        yield Answer(
            f"purpose-{purpose.value}",
            section,
            f"Is it open for this offence: {purpose.words}?",
            purpose_is_open(case.request, purpose, under=case.readings),
        )


def _regime(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.REGIME
    yield Answer(
        "paragraphs",
        section,
        "Do paragraphs 8 to 31 apply between the two States?",
        paragraph_applies(art(40, 8), case.treaty, under=case.readings),
    )
    yield Answer(
        "own-treaty", section, "Does a treaty of their own apply in place of them?", treaty_governs(case.treaty)
    )


def _dual_criminality(case: AssistanceCase) -> Iterator[Answer]:
    section = Section.DUAL_CRIMINALITY
    yield Answer("dual-criminality", section, "Is it fulfilled?", dual_criminality_satisfied(case.conduct))
    yield Answer(
        "assistance-all-the-same",
        section,
        "May assistance be given whether or not it is?",
        may_assist_all_the_same(case.treaty, under=case.readings),
    )


def _refusal(case: AssistanceCase) -> Iterator[Answer]:
    treaty, under, section = case.treaty, case.readings, Section.REFUSAL
    yield Answer(
        "reasons",
        section,
        "Must reasons be given for refusing?",
        must_give_reasons_for_refusing_assistance(treaty=treaty, under=under),
    )
    yield Answer(
        "consultation",
        section,
        "Must the States consult before a refusal on paragraph 21?",
        must_consult_before_refusing_assistance(Ground.ESSENTIAL_INTERESTS, treaty=treaty, under=under),
    )
    yield Answer(
        "postponement",
        section,
        "May assistance be postponed?",
        may_postpone_assistance(case.position, treaty=treaty, under=under),
    )
    yield Answer(
        "consultation-postponement",
        section,
        "Must the States consult before that?",
        must_consult_before_postponing_assistance(treaty=treaty, under=under),
    )
    if case.reply is not None:
        finding = reply_conforms(
            case.reply, case.request, position=case.position, conduct=case.conduct, treaty=treaty, under=under
        )
        yield Answer("reply", Section.REPLY, "Does the reply keep to the rules that govern it?", finding)


def _preservation(case: AssistanceCase) -> Iterator[Answer]:
    measure, under, section = case.earlier_measure, case.readings, Section.TIME
    if measure is None or case.preservation is None:
        return
    regime = case.preservation.regime
    yield Answer(
        "preservation-runs",
        section,
        "Must the data still be preserved on the day of this report?",
        preservation_runs(measure, case.as_of, regime=regime, under=under),
    )
    yield Answer(
        "pending-decision",
        section,
        "Must they stay preserved because a decision on this request is pending?",
        must_continue_until_decision(measure, under=under),
    )


def _evidence(case: AssistanceCase) -> Iterator[Answer]:
    treaty, under, section = case.treaty, case.readings, Section.EVIDENCE
    if case.hearing is not None:
        yield Answer(
            "video-hearing",
            section,
            "May the hearing be permitted to take place by videoconference?",
            may_permit_video_hearing(case.hearing, treaty=treaty, under=under),
        )
    if case.use is not None:
        yield Answer(
            "use",
            section,
            "May what was furnished be used, or passed on, as is meant?",
            may_use_evidence(case.use, treaty=treaty, under=under),
        )


def _grounds(case: AssistanceCase) -> Mapping[Ground, Finding]:
    return assistance_grounds(
        case.request, position=case.position, conduct=case.conduct, treaty=case.treaty, under=case.readings
    )


def _duties(case: AssistanceCase) -> Iterator[Duty]:
    treaty, under = case.treaty, case.readings
    yield from assistance_duties(case.request, under=case.readings)
    yield from transmission_duties(case.request.transmission, treaty=treaty, under=under)
    yield from duties_while_handled(case.request, case.handling, treaty=treaty, under=under)
    if case.records is not None:
        yield from duties_on_records(case.records, treaty=treaty, under=under)
    if case.hearing is not None:
        yield from duties_on_hearing(case.hearing, treaty=treaty, under=under)
    if case.use is not None:
        yield from duties_on_evidence_use(case.use, treaty=treaty, under=under)
    yield from duties_under_treaty(treaty)


def _spans(case: AssistanceCase) -> tuple[Span, ...]:
    measure = case.earlier_measure
    if measure is None or case.preservation is None:
        return ()
    window = preservation_window(measure, regime=case.preservation.regime, under=case.readings)
    return (Span("preservation-window", "When may the earlier preservation end?", window),)


def _expires_on(case: AssistanceCase) -> Deadline | None:
    measure = case.earlier_measure
    if measure is None or case.preservation is None:
        return None
    return preservation_expiry(measure, regime=case.preservation.regime, under=case.readings).on
