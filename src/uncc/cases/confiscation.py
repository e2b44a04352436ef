"""The assessment of a request for the purposes of confiscation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import field, frozen

from uncc.cases.consistency import hold_case_together, not_before_request
from uncc.cases.frame import Answered, another_state, drawn_up, header, of_kind, weightiest
from uncc.cases.record import Record, record_of
from uncc.cases.report import Answer, CaseKind, GroundAnswer, Report, Section
from uncc.confiscation import (
    Asset,
    ConfiscationPosition,
    ConfiscationRequest,
    Disposal,
    Execution,
    Liability,
    OriginBurden,
    ProvisionalMeasure,
    RecoveryLaw,
    confiscation_conformity,
    confiscation_grounds,
    confiscation_reply_conforms,
    duties_of_recovery,
    duties_on_confiscation_postponement,
    duties_on_confiscation_refusal,
    duties_on_confiscation_request,
    duties_on_disposal,
    duties_on_lifting,
    duties_while_confiscation_handled,
    failed_to_show_lawful_origin,
    has_treaty_basis,
    is_open_to_freezing,
    keeps_recovery_duties,
    liable_to_confiscation,
    may_lift_provisional_measure,
    may_postpone_confiscation,
    may_request_confiscation,
    must_consider_return,
    must_consult_before_postponing_confiscation,
    must_consult_before_refusing_confiscation,
    must_give_reasons_for_refusing_confiscation,
    must_hear_before_lifting,
)
from uncc.cooperation import Ground, Handling, NegativeReply, ReplyKind, dual_criminality_satisfied
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.findings import any_of
from uncc.kernel.parties import AssistanceTreaty, Relation, StateParty, is_bound_by_convention
from uncc.kernel.provisions import art
from uncc.kernel.shown import Shown
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["ConfiscationCase", "assess_confiscation", "confiscation_duties"]


@frozen(kw_only=True, field_transformer=typed)
class ConfiscationCase(Shown):
    """A request for confiscation or freezing between two States, with all that the file knows on a day (`as_of`).

    - `as_of`: the day on which the file stands, and for which the report is drawn up.

    `asset` is the property in question with its history, `handling` how the request is dealt with, `reply` a refusal or
    a postponement, `measure` a freezing or seizure that is in place, `disposal` what is known of property that was
    confiscated; each may be absent.
    """

    case: CaseKind = field(default=CaseKind.CONFISCATION, validator=of_kind(CaseKind.CONFISCATION))
    as_of: date = field(validator=a_date)
    requesting: StateParty
    requested: StateParty = field(validator=another_state)
    request: ConfiscationRequest = field(validator=not_before_request)
    asset: Asset | None = None
    position: ConfiscationPosition = field(factory=ConfiscationPosition)
    execution: Execution = field(factory=Execution)
    law: RecoveryLaw = field(factory=RecoveryLaw)
    handling: Handling | None = None
    reply: NegativeReply | None = None
    measure: ProvisionalMeasure | None = None
    disposal: Disposal | None = None
    record: Record = field(default=(), validator=record_of("confiscation"))
    readings: Readings = AS_ADOPTED

    def __attrs_post_init__(self) -> None:
        hold_case_together(self)

    @cached_property
    def relation(self) -> Relation:
        """The two States and what binds them on the day of the case."""
        return Relation(
            requesting=self.requesting,
            requested=self.requested,
            on=self.as_of,
            assistance_treaty=self.position.treaty,
        )


def assess_confiscation(case: ConfiscationCase) -> Report:
    """Return everything that the Convention says of a request for the purposes of confiscation.

    Source: Art. 31, Art. 49, Art. 50, Art. 52.

    >>> from datetime import date
    >>> from uncc.confiscation import ConfiscationRequestKind
    >>> from uncc.kernel.parties import State
    >>> report = assess_confiscation(ConfiscationCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)))
    >>> report.answer("conformity").finding.truth.name
    'NO'
    """
    liability = None if case.asset is None else liable_to_confiscation(case.asset).under(case.readings)
    answers, duties = tuple(_answers(case, liability)), confiscation_duties(case)
    grounds = confiscation_grounds(case.request, position=case.position)
    against = tuple(GroundAnswer(*pair) for pair in grounds.items())
    beside = () if liability is None or liability.amount is not None else (("liable-amount", liability.exact),)
    offence = None if case.request.offence is None else case.request.offence.title
    head = header(case, offence=offence, urgency=case.request.urgency)
    found = Answered(answers=answers, grounds=against, duties=duties, beside=beside, liability=liability)
    return drawn_up(case, head, found)


def _answers(case: ConfiscationCase, liability: Liability | None) -> Iterator[Answer]:
    yield from _application(case)
    if case.asset is not None and liability is not None:
        yield Answer("liable", Section.PROPERTY, "Is the property liable to confiscation?", liability.finding)
        if case.asset.burden is not None:
            yield _lawful_origin(case.asset, case.asset.burden)
        yield Answer(
            "freezing",
            Section.PROPERTY,
            "Is it property that must be open to be traced, frozen or seized?",
            is_open_to_freezing(case.asset).under(case.readings),
        )
    yield from _refusal(case)
    yield Answer(
        "recovery-law",
        Section.DOMESTIC_LAW,
        "Does it do what it shall for the recovery of property?",
        keeps_recovery_duties(case.law),
    )
    if case.disposal is not None:
        yield Answer(
            "return",
            Section.DISPOSAL,
            "Must return to the requesting State be considered with priority?",
            must_consider_return(case.disposal),
        )


def _lawful_origin(asset: Asset, burden: OriginBurden) -> Answer:
    history = asset.history
    origins = (
        failed_to_show_lawful_origin(holding, burden, subject=history.place(holding.name))
        for holding in history.origins(asset.name)
    )
    return Answer(
        "lawful-origin",
        Section.PROPERTY,
        "Did lawful origin have to be shown, and was it not, so that domestic law says what follows?",
        any_of("the lawful origin of something that it comes from had to be shown and was not", art(31, 8), *origins),
    )


def _application(case: ConfiscationCase) -> Iterator[Answer]:
    section = Section.APPLICATION
    yield Answer(
        "in-force",
        section,
        "Is the Convention in force between the two States?",
        is_bound_by_convention(relation=case.relation),
    )
    yield Answer("conditions", section, "Must the requested State act on it?", may_request_confiscation(case.request))
    yield Answer(
        "treaty-basis",
        section,
        "Is there a treaty basis, where the requested State asks for one?",
        has_treaty_basis(case.execution),
    )
    yield Answer(
        "conformity",
        Section.CONFORMITY,
        "Is the request made as it shall be, with all that it shall contain?",
        confiscation_conformity(case.request),
    )
    yield Answer(
        "dual-criminality",
        Section.DUAL_CRIMINALITY,
        "Is it fulfilled, if it is asked for?",
        dual_criminality_satisfied(case.position.conduct),
    )


_CONSULTED = (
    ("essential-interests", "for essential interests", Ground.ESSENTIAL_INTERESTS),
    ("trifling-property", "because the property is worth next to nothing", Ground.TRIFLING_PROPERTY),
)


def _refusal(case: ConfiscationCase) -> Iterator[Answer]:
    section, treaty = Section.REFUSAL, case.position.treaty
    yield Answer(
        "reasons",
        section,
        "Must reasons be given for a refusal?",
        must_give_reasons_for_refusing_confiscation(treaty=treaty),
    )
    for name, words, ground in _CONSULTED:
        yield Answer(
            f"consultation-{name}",
            section,
            f"Must the States consult before a refusal {words}?",
            must_consult_before_refusing_confiscation(ground, treaty=treaty),
        )
    yield Answer("postponement", section, "May it be postponed?", may_postpone_confiscation(position=case.position))
    yield Answer(
        "consultation-postponement",
        section,
        "Must the States consult before that?",
        must_consult_before_postponing_confiscation(treaty=treaty),
    )
    if case.reply is not None:
        finding = confiscation_reply_conforms(case.reply, case.request, position=case.position)
        yield Answer("reply", Section.REPLY, "Does the reply keep to the rules that govern it?", finding)
    if case.measure is not None:
        yield Answer(
            "lifting",
            section,
            "Is a ground open for lifting the measure?",
            may_lift_provisional_measure(position=case.position),
        )
        yield Answer(
            "hearing",
            section,
            "Must the requesting State be heard before the measure is lifted?",
            must_hear_before_lifting(case.measure),
        )


def confiscation_duties(case: ConfiscationCase) -> tuple[Duty, ...]:
    """Return what must or may be done in the case, by whom and by when, in the order of its report."""
    return (
        *duties_on_confiscation_request(
            case.request,
            execution=case.execution,
            measure=case.measure or ProvisionalMeasure(),
            handling=case.handling or Handling(),
            reply=case.reply,
            position=case.position,
        ),
        *_while_handled(case),
        *(() if case.reply is None else _on_reply(case.reply, case.position.treaty)),
        *(() if case.measure is None else duties_on_lifting(case.measure)),
        *duties_of_recovery(case.law),
        *(() if case.disposal is None else duties_on_disposal(case.disposal)),
    )


def _while_handled(case: ConfiscationCase) -> tuple[Duty, ...]:
    if case.handling is None:
        return ()
    return duties_while_confiscation_handled(
        case.request, case.handling, treaty=case.position.treaty, reply=case.reply, position=case.position
    )


def _on_reply(reply: NegativeReply, treaty: AssistanceTreaty) -> tuple[Duty, ...]:
    """Return what is owed for a reply; for a refusal on several grounds, that before which most is owed."""
    if reply.kind is ReplyKind.POSTPONEMENT:
        return duties_on_confiscation_postponement(treaty=treaty, reply=reply)
    ground = weightiest(reply.grounds, must_consult_before_refusing_confiscation)
    return () if ground is None else duties_on_confiscation_refusal(ground, treaty=treaty, reply=reply)


checked(__name__)
