"""The assessment of a request for extradition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen
from attrs.validators import optional

from uncc.cases.consistency import hold_case_together, not_before_request
from uncc.cases.frame import Answered, another_state, drawn_up, header, of_kind
from uncc.cases.record import Record, record_of
from uncc.cases.report import Answer, CaseKind, GroundAnswer, PracticeItem, Report, Section
from uncc.cooperation import (
    ExtraditionCustody,
    ExtraditionDecision,
    ExtraditionPosition,
    ExtraditionRelation,
    ExtraditionRequest,
    NonExtradition,
    PersonInProceedings,
    can_submit_case,
    duties_on_extradition_basis,
    duties_on_extradition_decision,
    duties_on_extradition_procedure,
    duties_on_extradition_treaties,
    duties_on_non_extradition,
    extradition_article_applies,
    extradition_grounds,
    has_extradition_basis,
    is_deemed_included_in_treaty,
    is_discharged_by_conditional_surrender,
    is_extraditable,
    is_extraditable_offence,
    is_guaranteed_fair_treatment,
    may_apply_to_related_offence,
    may_extradite_though_not_punishable,
    may_extradite_to_serve_sentence,
    may_submit_though_not_obliged,
    may_take_into_custody,
    must_consider_enforcing_sentence,
    must_extradite,
    must_recognise_as_extraditable,
    must_submit_case,
)
from uncc.kernel.dates import a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.model import Model
from uncc.kernel.parties import Relation, StateParty, is_bound_by_convention
from uncc.kernel.shown import Shown
from uncc.kernel.values import a_text
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["Enclosures", "ExtraditionCase", "assess_extradition", "extradition_duties"]


@frozen(kw_only=True, field_transformer=typed)
class Enclosures(Model):
    """What practice expects with a request for extradition; the Convention lists no contents for one.

    Nothing of it bears on an answer of the Convention. Domestic law or a treaty may make it a condition, and then it
    is among the conditions of Art. 37(8).

    - `identity`: what describes the person.
    - `facts`: what tells the facts.
    - `warrant_or_judgment`: the warrant of arrest, or the judgment.
    - `legal_texts`: the provisions of law that apply.
    - `penalty`: the penalty that the law threatens, or that was imposed.
    """

    identity: str | None = field(default=None, validator=optional(a_text))
    facts: str | None = field(default=None, validator=optional(a_text))
    warrant_or_judgment: str | None = field(default=None, validator=optional(a_text))
    legal_texts: str | None = field(default=None, validator=optional(a_text))
    penalty: str | None = field(default=None, validator=optional(a_text))

    def expected(self) -> tuple[PracticeItem, ...]:
        """Return what practice expects, each with whether it is there."""
        words = {
            "identity": "who the person is: name, nationality, description",
            "facts": "the facts of each offence, with time and place",
            "warrant_or_judgment": "the warrant of arrest, or the judgment that is to be enforced",
            "legal_texts": "the texts of the law on the offence, its penalty and limitation",
            "penalty": "the penalty that is threatened, or what remains of the sentence",
        }
        return tuple(PracticeItem(name, word, getattr(self, name) is not None) for name, word in words.items())


@frozen(kw_only=True, field_transformer=typed)
class ExtraditionCase(Shown):
    """A request for extradition between two States, with all that the file knows on a day (`as_of`).

    - `as_of`: the day on which the file stands, and for which the report is drawn up.

    `refusal` is there where the person is not extradited or may not be; `custody` where the person is to be secured;
    `person` where proceedings are carried out.
    """

    case: CaseKind = field(default=CaseKind.EXTRADITION, validator=of_kind(CaseKind.EXTRADITION))
    as_of: date = field(validator=a_date)
    requesting: StateParty
    requested: StateParty = field(validator=another_state)
    request: ExtraditionRequest = field(validator=not_before_request)
    enclosures: Enclosures = field(factory=Enclosures)
    relation: ExtraditionRelation = field(factory=ExtraditionRelation)
    position: ExtraditionPosition = field(factory=ExtraditionPosition)
    decision: ExtraditionDecision = field(factory=ExtraditionDecision)
    refusal: NonExtradition | None = None
    custody: ExtraditionCustody | None = None
    person: PersonInProceedings | None = None
    record: Record = field(default=(), validator=record_of("extradition"))
    readings: Readings = AS_ADOPTED

    def __attrs_post_init__(self) -> None:
        hold_case_together(self)


def assess_extradition(case: ExtraditionCase) -> Report:
    """Return everything that the Convention says of a request for extradition.

    Source: Art. 37.

    >>> from datetime import date
    >>> from uncc.kernel.parties import State
    >>> report = assess_extradition(ExtraditionCase(
    ...     requesting=StateParty(state=State("Astoria")), requested=StateParty(state=State("Borduria")),
    ...     as_of=date(2028, 3, 12), request=ExtraditionRequest(person_present=False)))
    >>> report.answer("extraditable").finding.truth.name
    'NO'
    """
    found = Answered(
        answers=tuple(_answers(case)),
        grounds=_grounds(case),
        duties=tuple(extradition_duties(case)),
        practice=case.enclosures.expected(),
    )
    head = header(case, offence="; ".join(offence.title for offence in case.request.offences if offence.title) or None)
    return drawn_up(case, head, found)


def _answers(case: ExtraditionCase) -> Iterator[Answer]:
    yield from _application(case)
    for number in case.request.numbers:
        yield from _offence(case, number)
    yield from _basis(case)
    if case.refusal is not None:
        yield from _submission(case, case.refusal)
    yield from _proceedings(case)


def _application(case: ExtraditionCase) -> Iterator[Answer]:
    section, request = Section.APPLICATION, case.request
    between = Relation(requesting=case.requesting, requested=case.requested, on=case.as_of)
    yield Answer(
        "in-force",
        section,
        "Is the Convention in force between the two States?",
        is_bound_by_convention(relation=between),
    )
    yield Answer(
        "extraditable",
        section,
        "May extradition be granted on the request?",
        is_extraditable(request, relation=case.relation, position=case.position),
    )
    yield Answer(
        "obliged",
        section,
        "Does the Convention itself oblige to extradite?",
        must_extradite(request, relation=case.relation, position=case.position),
    )
    if request.sought_to_serve_sentence is not False:
        yield Answer(
            "sentence",
            section,
            "May extradition be granted for serving a sentence that was imposed?",
            may_extradite_to_serve_sentence(request, relation=case.relation),
        )


def _offence(case: ExtraditionCase, number: int) -> Iterator[Answer]:
    section, request, relation = Section.OFFENCES, case.request, case.relation
    offence, name = request.sought(number)[0], _name(request, number)
    yield Answer(
        f"offence-{number}",
        section,
        f"{name}: does the article apply to it?",
        extradition_article_applies(request, number),
    )
    yield Answer(
        f"extraditable-{number}",
        section,
        f"{name}: is it extraditable by itself?",
        is_extraditable_offence(request, number, relation=relation),
    )
    if offence.punishable_in_requested_state is not True:
        yield Answer(
            f"not-punishable-{number}",
            section,
            f"{name}: may extradition be granted although the requested State does not punish it?",
            may_extradite_though_not_punishable(request, number, relation=relation),
        )
    if len(request.offences) > 1 and offence.period_too_short is not False:
        yield Answer(
            f"related-{number}",
            section,
            f"{name}: may the article be applied to it beside another offence?",
            may_apply_to_related_offence(request, number, relation=relation),
        )


def _name(request: ExtraditionRequest, number: int) -> str:
    return f"Offence {number + 1}, {request.sought(number)[0].title or 'an offence that the request does not specify'}"


def _basis(case: ExtraditionCase) -> Iterator[Answer]:
    section, request, relation = Section.BASIS, case.request, case.relation
    yield Answer(
        "basis",
        section,
        "Does extradition have the legal basis that it needs?",
        has_extradition_basis(relation=relation),
    )
    for number in request.numbers:
        name = _name(request, number)
        yield Answer(
            f"in-treaty-{number}",
            section,
            f"{name}: does it count as listed in the extradition treaty between the two States?",
            is_deemed_included_in_treaty(request, number, relation=relation),
        )
        yield Answer(
            f"recognised-{number}",
            section,
            f"{name}: must it be recognised as extraditable without a treaty?",
            must_recognise_as_extraditable(request, number, relation=relation),
        )


def _submission(case: ExtraditionCase, refusal: NonExtradition) -> Iterator[Answer]:
    section, request, position = Section.SUBMISSION, case.request, case.position
    for number in request.numbers:
        yield Answer(
            f"submission-{number}",
            section,
            f"{_name(request, number)}: must the case be submitted for prosecution?",
            must_submit_case(request, refusal, number=number, position=position),
        )
    yield Answer(
        "discharged",
        section,
        "Has a surrender on condition of return discharged that?",
        is_discharged_by_conditional_surrender(refusal.surrender),
    )
    yield Answer("jurisdiction", section, "Is the jurisdiction there that it needs?", can_submit_case(refusal))
    yield Answer(
        "by-own-decision",
        section,
        "May the case be taken up without a duty?",
        may_submit_though_not_obliged(request, refusal),
    )
    yield Answer(
        "enforcement",
        section,
        "Must the enforcement of the sentence be considered?",
        must_consider_enforcing_sentence(request, refusal, position=position),
    )


def _proceedings(case: ExtraditionCase) -> Iterator[Answer]:
    section = Section.PROCEEDINGS
    if case.custody is not None:
        yield Answer(
            "custody",
            section,
            "May the person be taken into custody, or be otherwise secured?",
            may_take_into_custody(case.request, case.custody, relation=case.relation),
        )
    if case.person is not None:
        yield Answer(
            "fair-treatment",
            section,
            "Is the person treated as the article asks for?",
            is_guaranteed_fair_treatment(case.person),
        )


def _grounds(case: ExtraditionCase) -> tuple[GroundAnswer, ...]:
    """Return each ground once, and those that turn on the offence once for each offence."""
    found = [
        extradition_grounds(case.request, number=number, relation=case.relation, position=case.position)
        for number in case.request.numbers
    ]
    answers = (GroundAnswer(ground, listed[ground]) for ground in found[0] for listed in found)
    return tuple(dict.fromkeys(answers))


def extradition_duties(case: ExtraditionCase) -> Iterator[Duty]:
    """Return what must or may be done in the case, by whom and by when, in the order of its report."""
    yield from duties_on_extradition_treaties(relation=case.relation)
    for number in case.request.numbers:
        yield from _of_offence(case, number)
    _, secure, treat = _procedure(case, 0)
    if case.custody is not None:
        yield secure
    if case.person is not None:
        yield treat
    yield from duties_on_extradition_decision(case.decision)
    if case.refusal is not None:
        yield _on_refusal(case, case.refusal, 0)[-1]


def _of_offence(case: ExtraditionCase, number: int) -> Iterator[Duty]:
    """Yield the duties that turn on one offence: to take the Convention as basis, to expedite, to submit the case."""
    yield from duties_on_extradition_basis(case.request, number, relation=case.relation)
    yield _procedure(case, number)[0]
    if case.refusal is not None:
        yield from _on_refusal(case, case.refusal, number)[:-1]


def _procedure(case: ExtraditionCase, number: int) -> tuple[Duty, ...]:
    custody, person = case.custody or ExtraditionCustody(), case.person or PersonInProceedings()
    return duties_on_extradition_procedure(
        case.request,
        number=number,
        relation=case.relation,
        custody=custody,
        person=person,
        decision=case.decision,
    )


def _on_refusal(case: ExtraditionCase, refusal: NonExtradition, number: int) -> tuple[Duty, ...]:
    return duties_on_non_extradition(case.request, refusal, number=number, position=case.position)


checked(__name__)
