"""The assessment of a request for the preservation of stored electronic data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from uncc.cases.consistency import not_before_request
from uncc.cases.frame import Answered, another_state, drawn_up, header, of_kind, weightiest
from uncc.cases.record import Record, record_of
from uncc.cases.report import Answer, CaseKind, GroundAnswer, Report, Section, Span
from uncc.cooperation import (
    Discovery,
    Ground,
    ListedRefusal,
    Outlook,
    PersonalDataTransfer,
    Position,
    PreservationMeasure,
    PreservationRequest,
    Stage,
    UnderlyingConduct,
    can_hold_until_decision,
    can_meet_floor,
    disclosure_grounds,
    disclosure_refusal_conforms,
    dual_criminality_satisfied,
    duties_on_path_disclosure,
    duties_on_preservation_refusal,
    duties_on_receipt,
    duties_while_preserved,
    evidence_articles_apply,
    keeps_floor,
    may_request_extension,
    may_request_preservation,
    may_require_dual_criminality,
    must_consult_before_refusing_preservation,
    must_continue_until_decision,
    must_disclose_path,
    must_give_reasons_for_refusing_preservation,
    must_grant_extension,
    must_keep_request_confidential,
    must_outlast_ceiling,
    preservation_conformity,
    preservation_expiry,
    preservation_grounds,
    preservation_refusal_conforms,
    preservation_window,
    shall_execute_nevertheless,
    still_must_preserve,
)
from uncc.cooperation.particulars import UNNAMED_OFFENCE
from uncc.kernel.between import a_date, may_be, not_before
from uncc.kernel.dates import deadline_of, window_until
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.parties import AssistanceTreaty, Relation, StateParty, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.kernel.quantities import Day, comes
from uncc.kernel.shown import Shown
from uncc.procedural import (
    PreservationOrder,
    PreservationRegime,
    duties_on_custodian_silence,
    enables_preservation,
    keeps_ceiling,
    last_day_of_order,
    must_keep_confidential,
    obliges_confidentiality,
    obliges_person,
    stays_within_ceiling,
)
from uncc.readings import AS_ADOPTED, Readings, chosen

__all__ = ["PreservationCase", "assess_preservation", "preservation_duties"]


def _fits_request(case: PreservationCase, _: object, measure: PreservationMeasure) -> None:
    """Refuse a measure that says otherwise than the request when it was received, or was effected before."""
    received, repeated, effected = case.request.received_on, measure.request_received_on, measure.effected_on
    if received is not None and not may_be(repeated, received):
        raise InvalidValue("measure.request_received_on", str(repeated), f"request.received_on, {received}")
    not_before("measure.effected_on", effected, "request.received_on", received)


@frozen(kw_only=True, field_transformer=typed)
class PreservationCase(Shown):
    """A request for preservation between two States, with all that the file knows on a day (`as_of`).

    - `as_of`: the day on which the file stands, and for which the report is drawn up.

    `position` is what the requested State thinks of preserving, and `refusal` that it refused. `disclosure_position` is
    what it thinks of an expedited disclosure of traffic data, `disclosure_transfer` the law on personal data in it, and
    `disclosure_refusal` that it refused this; they only matter where there is a `discovery`.
    """

    case: CaseKind = field(default=CaseKind.PRESERVATION, validator=of_kind(CaseKind.PRESERVATION))
    as_of: date = field(validator=a_date)
    requesting: StateParty
    requested: StateParty = field(validator=another_state)
    request: PreservationRequest = field(validator=not_before_request)
    conduct: UnderlyingConduct = field(factory=UnderlyingConduct)
    treaty: AssistanceTreaty = field(factory=AssistanceTreaty)
    position: Position = field(factory=Position)
    outlook: Outlook = field(factory=Outlook)
    regime: PreservationRegime = field(factory=PreservationRegime)
    measure: PreservationMeasure = field(factory=PreservationMeasure, validator=_fits_request)
    refusal: ListedRefusal | None = None
    discovery: Discovery | None = None
    disclosure_position: Position = field(factory=Position)
    disclosure_transfer: PersonalDataTransfer = field(factory=PersonalDataTransfer)
    disclosure_refusal: ListedRefusal | None = None
    record: Record = field(default=(), validator=record_of("preservation"))
    readings: Readings = AS_ADOPTED

    @cached_property
    def relation(self) -> Relation:
        """The two States and what binds them on the day of the case."""
        return Relation(
            requesting=self.requesting, requested=self.requested, on=self.as_of, assistance_treaty=self.treaty
        )

    @cached_property
    def dated_measure(self) -> PreservationMeasure:
        """The measure, with the day of receipt that the request states."""
        received = self.request.received_on or self.measure.request_received_on
        return evolve(self.measure, request_received_on=received)


def assess_preservation(case: PreservationCase) -> Report:
    """Return everything that the Convention says of a request for preservation.

    Source: Art. 25, Art. 35, Art. 42, Art. 43.

    >>> from datetime import date
    >>> from uncc.kernel.parties import State
    >>> report = assess_preservation(PreservationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=PreservationRequest()))
    >>> report.answer("conformity").finding.truth.name
    'NO'
    """
    expires = preservation_expiry(case.dated_measure, regime=case.regime)
    expiry = chosen(expires, case.readings)
    grounds = preservation_grounds(case.request, position=case.position, requested=case.requested)
    found = Answered(
        answers=tuple(_answers(case, expires)),
        grounds=tuple(GroundAnswer(*pair) for pair in grounds.items()),
        duties=preservation_duties(case),
        spans=_spans(case),
        beside=(("expiry", expiry),),
        disclosure_grounds=_disclosure_grounds(case),
        expires_on=deadline_of(expiry),
    )
    offence = None if case.request.offence is None else case.request.offence.title
    told = frozenset[str]() if case.request.received_on is None else frozenset({"measure.request_received_on"})
    return drawn_up(case, header(case, offence=offence, urgency=case.request.urgency), found, told=told)


def _answers(case: PreservationCase, expires: Day) -> Iterator[Answer]:
    yield from _application(case)
    yield from _dual_criminality(case)
    yield from _refusal(case)
    yield from _time(case, expires)
    yield from _domestic_law(case)
    yield from _confidentiality(case)
    if case.discovery is not None:
        yield Answer(
            "disclosure",
            Section.DISCLOSURE,
            "Must traffic data be disclosed that lead on to another provider?",
            must_disclose_path(case.discovery),
        )
    if case.disclosure_refusal is not None:
        yield Answer(
            "disclosure-refusal",
            Section.DISCLOSURE,
            "Does the refusal of the disclosure rest on a ground that is open?",
            disclosure_refusal_conforms(
                case.disclosure_refusal, position=case.disclosure_position, transfer=case.disclosure_transfer
            ),
        )


def _application(case: PreservationCase) -> Iterator[Answer]:
    request, section = case.request, Section.APPLICATION
    yield Answer(
        "in-force",
        section,
        "Is the Convention in force between the two States?",
        is_bound_by_convention(relation=case.relation),
    )
    yield Answer(
        "scope",
        section,
        "Is the offence one for which the Convention opens this cooperation?",
        evidence_articles_apply(request.offence or UNNAMED_OFFENCE),
    )
    yield Answer(
        "conditions",
        section,
        "May preservation be asked for?",
        may_request_preservation(request),
    )
    yield Answer(
        "conformity",
        Section.CONFORMITY,
        "Does the request contain all that it shall?",
        preservation_conformity(request),
    )


def _dual_criminality(case: PreservationCase) -> Iterator[Answer]:
    section = Section.DUAL_CRIMINALITY
    yield Answer(
        "dual-criminality-preservation",
        section,
        "May it be insisted on now, before the data are preserved?",
        may_require_dual_criminality(
            Stage.PRESERVATION, case.request, position=case.position, requested=case.requested
        ),
    )
    yield Answer(
        "dual-criminality-disclosure",
        section,
        "May it be insisted on later, before the data are disclosed?",
        may_require_dual_criminality(Stage.DISCLOSURE, case.request, treaty=case.treaty),
    )
    yield Answer(
        "dual-criminality", section, "Is it fulfilled, if it is asked for?", dual_criminality_satisfied(case.conduct)
    )


def _refusal(case: PreservationCase) -> Iterator[Answer]:
    section = Section.REFUSAL
    yield Answer(
        "reasons",
        section,
        "Must reasons be given for refusing?",
        must_give_reasons_for_refusing_preservation(),
    )
    yield Answer(
        "consultation-essential-interests",
        section,
        "Must the States consult before a refusal for essential interests?",
        must_consult_before_refusing_preservation(Ground.ESSENTIAL_INTERESTS),
    )
    yield Answer(
        "consultation-domestic-prohibition",
        section,
        "Must the States consult before a refusal for a domestic prohibition?",
        must_consult_before_refusing_preservation(Ground.DOMESTIC_PROHIBITION),
    )
    if case.refusal is not None:
        yield Answer(
            "refusal",
            section,
            "Does the refusal rest on a ground that is open?",
            preservation_refusal_conforms(case.refusal, case.request, position=case.position, requested=case.requested),
        )
    yield Answer(
        "execution-nevertheless",
        section,
        "Is the request to be executed although preservation may fail or do harm?",
        shall_execute_nevertheless(case.outlook),
    )
    yield Answer(
        "still-to-preserve",
        section,
        "Must the data be preserved, and has the requesting State not called that off?",
        still_must_preserve(case.request, outlook=case.outlook),
    )


def _time(case: PreservationCase, expires: Day) -> Iterator[Answer]:
    measure, section = case.dated_measure, Section.TIME
    yield Answer("floor", section, "Is the period that was set long enough?", keeps_floor(measure))
    yield Answer(
        "expiry",
        section,
        "Is a day set on which the preservation expires?",
        comes("a day is set on which the preservation expires", (art(42, 8), art(42, 9)), expires),
    )
    yield Answer(
        "pending-decision",
        section,
        "Must the data stay preserved because a decision on the later request is pending?",
        must_continue_until_decision(measure),
    )
    yield Answer(
        "extension-in-time",
        section,
        "Can an extension still be asked for on the day of this report?",
        may_request_extension(measure, case.as_of, regime=case.regime),
    )
    yield Answer(
        "extension-owed",
        section,
        "Must an extension that was asked for in time be granted?",
        must_grant_extension(case.request, position=case.position, requested=case.requested),
    )


def _domestic_law(case: PreservationCase) -> Iterator[Answer]:
    regime, section = case.regime, Section.DOMESTIC_LAW
    yield Answer("power", section, "Does it give the power to preserve?", enables_preservation(regime))
    yield Answer(
        "integrity", section, "Does it oblige whoever is ordered to keep the data intact?", obliges_person(regime)
    )
    yield Answer("ceiling", section, "Does it keep orders within the ceiling of 90 days?", keeps_ceiling(regime))
    yield Answer(
        "floor-reachable",
        section,
        "Can it keep data preserved for the floor of 60 days?",
        can_meet_floor(regime),
    )
    yield Answer(
        "decision-reachable",
        section,
        "Can it keep data preserved until a late decision?",
        can_hold_until_decision(regime),
    )
    yield Answer(
        "beyond-ceiling",
        section,
        "Does the duty until a decision go on beyond the ceiling of an order?",
        must_outlast_ceiling(regime),
    )
    if case.measure.order is not None:
        yield Answer(
            "order",
            section,
            "Does the order that was made keep to what the Convention allows?",
            stays_within_ceiling(case.measure.order, regime),
        )


def _confidentiality(case: PreservationCase) -> Iterator[Answer]:
    section, order = Section.CONFIDENTIALITY, case.measure.order
    yield Answer(
        "confidentiality-request",
        section,
        "Must the requested State keep the request confidential?",
        must_keep_request_confidential(case.request),
    )
    yield Answer(
        "confidentiality-law",
        section,
        "Does the requested State's law bind the custodian to silence?",
        obliges_confidentiality(case.regime),
    )
    if order is not None:
        yield Answer(
            "confidentiality-custodian",
            section,
            "Is the custodian bound to silence on the day of this report?",
            must_keep_confidential(case.regime, order, on=case.as_of),
        )


def _disclosure_grounds(case: PreservationCase) -> tuple[GroundAnswer, ...]:
    if case.discovery is None:
        return ()
    grounds_against = disclosure_grounds(position=case.disclosure_position, transfer=case.disclosure_transfer)
    return tuple(GroundAnswer(*pair) for pair in grounds_against.items())


def preservation_duties(case: PreservationCase) -> tuple[Duty, ...]:
    """Return what must or may be done in the case, by whom and by when, in the order of its report."""
    order = case.measure.order
    outlook, measure = case.outlook, case.dated_measure
    on_receipt = duties_on_receipt(
        case.request,
        outlook=outlook,
        position=case.position,
        requested=case.requested,
        measure=measure,
        refusal=case.refusal or ListedRefusal(),
    )
    silence = duties_on_custodian_silence(case.regime, order or PreservationOrder())
    preserved = duties_while_preserved(measure, on=case.as_of, regime=case.regime, outlook=outlook)
    return (*silence, *on_receipt, *_on_refusal(case), *preserved, *_on_disclosure(case))


def _on_refusal(case: PreservationCase) -> tuple[Duty, ...]:
    """Return what is owed for a refusal; on several grounds, that before which the most is owed."""
    if case.refusal is None:
        return ()
    ground = weightiest(case.refusal.grounds, must_consult_before_refusing_preservation)
    return () if ground is None else duties_on_preservation_refusal(ground, refusal=case.refusal)


def _on_disclosure(case: PreservationCase) -> tuple[Duty, ...]:
    if case.discovery is None:
        return ()
    return duties_on_path_disclosure(
        case.discovery,
        position=case.disclosure_position,
        transfer=case.disclosure_transfer,
        refusal=case.disclosure_refusal or ListedRefusal(),
    )


def _spans(case: PreservationCase) -> tuple[Span, ...]:
    measure, regime = case.dated_measure, case.regime
    preservation = Span(
        "preservation-window",
        "When may the preservation end?",
        preservation_window(measure, regime=regime),
    )
    if measure.order is None:
        return (preservation,)
    order = Span(
        "order-window",
        "Until when does the Convention let the order bind the person?",
        window_until(last_day_of_order(measure.order, regime)),
    )
    return preservation, order


checked(__name__)
