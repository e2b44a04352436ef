"""Where the answers of a record do not agree with each other, with the law, or with what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from uncc.assessment import DomesticLaw
from uncc.duties import Duty
from uncc.findings import Finding
from uncc.offences import (
    ConventionOffence,
    Gap,
    GapKind,
    ReservedAct,
    gaps,
    implements,
    is_permitted_reservation,
    predicates_suffice,
)
from uncc.provisions import Provision, art
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Contradiction, ContradictionKind, ReviewedProvision, Strength

__all__ = ["RESERVABLE", "Shortfall", "contradictions", "shortfalls"]

RESERVABLE = (art(11, 3), art(23, 3, "a"), art(23, 3, "b"), art(42, 5), art(63, 3))
"""The provisions that let a State reserve, or declare what works as a reservation; each is used by doing so."""

Answers: TypeAlias = Mapping[Provision, Implementation]
IN_PLACE, PARTLY, NOT = ImplementationStatus.IN_PLACE, ImplementationStatus.PARTLY, ImplementationStatus.NOT_IN_PLACE


@frozen(kw_only=True)
class Shortfall:
    """A point in which a law falls short, or may: `finding` is NO for one that is certain, UNKNOWN for a doubt."""

    authority: tuple[Provision, ...]
    what: str
    finding: Finding


def shortfalls(law: DomesticLaw) -> tuple[Shortfall, ...]:
    """In what does a State's law fall short on the offences of Chapter II, or may it?

    Its reservations are another matter, which `contradictions` looks at.

    >>> from uncc.parties import State
    >>> len(shortfalls(DomesticLaw(state=State("Astoria"), title="Penal Code")))
    12
    """
    of_offences = (
        _of_gap(offence, gap)
        for offence in ConventionOffence
        for gap in gaps(law.offences, offence, reserving=_reserving(law, offence), under=law.readings)
        if gap.kind is not GapKind.RESERVATION
    )
    predicates = predicates_suffice(law.predicates, under=law.readings)
    if predicates.is_yes:
        return tuple(of_offences)
    short = "the law does not make predicate offences of all that it must"
    return (*of_offences, Shortfall(authority=predicates.authority, what=short, finding=predicates))


def _reserving(law: DomesticLaw, offence: ConventionOffence) -> tuple[ReservedAct, ...]:
    return law.reserving if offence is ConventionOffence.MISUSE_OF_DEVICES else ()


def _of_gap(offence: ConventionOffence, gap: Gap) -> Shortfall:
    own = tuple(provision for provision in gap.authority if provision.article == offence.article)
    where = f" ({gap.provision})" if gap.provision else ""
    return Shortfall(
        authority=own or (offence.authority,), what=f"{gap.kind.words}: {gap.what}{where}", finding=gap.finding
    )


def contradictions(
    record: StateRecord,
    reviewed: Iterable[ReviewedProvision],
    found_short: Sequence[Shortfall],
    owed: Sequence[Duty],
) -> tuple[Contradiction, ...]:
    """Where do a State's answers not agree with each other, with its law or with what it owes? In the text's order."""
    answers = {answer.provision: answer for answer in record.implementations}
    found = [
        *_against_law(answers, found_short),
        *(_against_sufficient_law(record.law, answers) if record.law is not None else ()),
        *_against_parts(answers, list(reviewed)),
        *_against_reservations(record, answers),
        *_against_notifications(answers, owed),
        *_against_the_day(record),
    ]
    return tuple(
        sorted(found, key=lambda one: (one.provision, list(ContradictionKind).index(one.kind), not one.certain))
    )


def _against_law(answers: Answers, found_short: Sequence[Shortfall]) -> Iterator[Contradiction]:
    for answer in answers.values():
        if answer.status is IN_PLACE:
            touched = [one for one in found_short if _touches(one, answer.provision)]
            for certain in (True, False):
                details = tuple(dict.fromkeys(one.what for one in touched if one.finding.is_no is certain))
                if details:
                    yield Contradiction(
                        provision=answer.provision,
                        kind=ContradictionKind.LAW_FALLS_SHORT,
                        details=details,
                        certain=certain,
                    )


def _touches(one: Shortfall, provision: Provision) -> bool:
    return any(authority.contains(provision) or provision.contains(authority) for authority in one.authority)


def _against_sufficient_law(law: DomesticLaw, answers: Answers) -> Iterator[Contradiction]:
    for offence in ConventionOffence:
        if implements(law.offences, offence, reserving=_reserving(law, offence), under=law.readings).is_yes:
            for answer in answers.values():
                if answer.status in (NOT, PARTLY) and offence.authority.contains(answer.provision):
                    # what is said may be about practice, of which the description of a law knows nothing
                    yield Contradiction(provision=answer.provision, kind=ContradictionKind.LAW_SUFFICES, certain=False)


def _against_parts(answers: Answers, reviewed: Sequence[ReviewedProvision]) -> Iterator[Contradiction]:
    for whole in reviewed:
        if whole.strength is not Strength.OPTION and _says(answers, whole.provision, IN_PLACE):
            parts = tuple(
                f"{part.provision}: {part.status.words}"
                for part in reviewed
                if part.provision != whole.provision
                and whole.provision.contains(part.provision)
                and part.strength is whole.strength
                and part.status in (NOT, PARTLY)
            )
            if parts:
                yield Contradiction(provision=whole.provision, kind=ContradictionKind.PART_MISSING, details=parts)


def _says(answers: Answers, provision: Provision, *statuses: ImplementationStatus) -> bool:
    answer = answers.get(provision)
    return answer is not None and answer.status in statuses


def _against_reservations(record: StateRecord, answers: Answers) -> Iterator[Contradiction]:
    for answer in answers.values():
        provision, used = answer.provision, answer.status in (IN_PLACE, PARTLY)
        if provision in RESERVABLE and used and answer.reserved is not True:
            yield Contradiction(
                provision=provision,
                kind=ContradictionKind.OPTION_NOT_DECLARED,
                certain=answer.reserved is False,
            )
        if answer.reserved is True and not _lets_reserve(provision):
            yield Contradiction(provision=provision, kind=ContradictionKind.RESERVATION_NOT_PROVIDED, certain=False)
    yield from _against_reserving(record.law, answers.get(art(11, 3)))


def _lets_reserve(provision: Provision) -> bool:
    """Whether a provision lets a State reserve, or has a part that does, or is a part of one that does."""
    return any(one.contains(provision) or provision.contains(one) for one in RESERVABLE)


def _against_reserving(law: DomesticLaw | None, answer: Implementation | None) -> Iterator[Contradiction]:
    """Yield what does not agree in the acts to which a law does not apply Art. 11."""
    if law is None or not law.reserving:
        return
    acts = tuple(f"{reserved.act.value} ({reserved.item.value})" for reserved in law.reserving)
    if not is_permitted_reservation(law.reserving).is_yes:
        yield Contradiction(provision=art(11, 3), kind=ContradictionKind.RESERVATION_TOO_WIDE, details=acts)
    reserved, used = (None, False) if answer is None else (answer.reserved, answer.status in (IN_PLACE, PARTLY))
    if reserved is not True and not used:
        yield Contradiction(
            provision=art(11, 3),
            kind=ContradictionKind.OPTION_NOT_DECLARED,
            details=acts,
            certain=reserved is False,
        )


def _against_notifications(answers: Answers, owed: Sequence[Duty]) -> Iterator[Contradiction]:
    for duty in owed:
        for provision in duty.authority:
            if _says(answers, provision, IN_PLACE):
                yield Contradiction(
                    provision=provision,
                    kind=ContradictionKind.NOTIFICATION_MISSING,
                    details=(duty.act,),
                    certain=duty.trigger.is_yes,
                )


def _against_the_day(record: StateRecord) -> Iterator[Contradiction]:
    for answer in record.implementations:
        late = record.as_of is not None and answer.since is not None and answer.since > record.as_of
        if answer.status is IN_PLACE and late:
            yield Contradiction(
                provision=answer.provision, kind=ContradictionKind.NOT_YET, details=(f"from {answer.since}",)
            )
