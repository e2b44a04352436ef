"""Where the answers of a record do not agree with each other, with the law, or with what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from uncc.cases import DomesticLaw
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.provisions import Provision, art
from uncc.offences import is_permitted_reservation
from uncc.review.laws import Shortfall, implemented
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Contradiction, ContradictionKind, ReviewedProvision, Strength

__all__ = ["RESERVABLE", "contradictions"]

RESERVABLE = (art(11, 3), art(23, 3, "a"), art(23, 3, "b"), art(42, 5), art(63, 3))
"""The provisions that let a State reserve, or declare what works as a reservation; each is used by doing so."""

Answers: TypeAlias = Mapping[Provision, Implementation]
IN_PLACE, PARTLY, NOT = ImplementationStatus.IN_PLACE, ImplementationStatus.PARTLY, ImplementationStatus.NOT_IN_PLACE


def contradictions(
    record: StateRecord,
    reviewed: Iterable[ReviewedProvision],
    found_short: Sequence[Shortfall],
    owed: Sequence[Duty],
    at_odds: Iterable[Contradiction] = (),
) -> tuple[Contradiction, ...]:
    """Where do a State's answers not agree with each other, with its laws or with what it owes? In the text's order.

    `at_odds` is what was found elsewhere, such as in what the depositary has received.
    """
    answers = {answer.provision: answer for answer in record.implementations}
    found = [
        *_against_law(answers, found_short),
        *_against_sufficient_law(answers, implemented(record)),
        *_against_parts(answers, list(reviewed)),
        *_against_reservations(record, answers),
        *_against_notifications(answers, owed),
        *_against_the_day(record),
        *at_odds,
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


def _against_sufficient_law(answers: Answers, sufficient: Sequence[Provision]) -> Iterator[Contradiction]:
    for answer in answers.values():
        if answer.status in (NOT, PARTLY) and any(one.contains(answer.provision) for one in sufficient):
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


checked(__name__)
