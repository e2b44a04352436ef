"""The examination of a record: its answers held against the catalogue, its law and the notifications it owes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from uncc.catalogue import Row, row, rows
from uncc.final_provisions.notification_duties import untold
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty
from uncc.kernel.provisions import Provision
from uncc.kernel.roles import Role
from uncc.review.contradictions import contradictions
from uncc.review.laws import Shortfall, procedural_shortfalls, shortfalls
from uncc.review.received import Received
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Progress, Review, ReviewedProvision, Strength

__all__ = ["review"]

Answers: TypeAlias = Mapping[Provision, Implementation]

OTHERS = frozenset(
    {
        Role.CUSTODIAN,
        Role.SERVICE_PROVIDER,
        Role.REGIONAL_ORGANIZATION,
        Role.CONFERENCE,
        Role.SECRETARY_GENERAL,
        Role.SECRETARIAT,
        Role.DEPOSITARY,
        Role.CASE_HOLDER,
        Role.INTERPRETER,
    }
)
"""Those who are no State: what is asked of them alone is nothing for a State to implement."""
SETTLING = (ImplementationStatus.IN_PLACE, ImplementationStatus.NOT_APPLICABLE)
"""What is true of a part as well, where it is true of the whole."""


def review(
    record: StateRecord,
    *,
    notifications: Iterable[Duty] | None = None,
    depositary: Received | None = None,
    further: Iterable[Shortfall] = (),
) -> Review:
    """What do a State's answers, its laws and the notifications that it owes say together?

    `depositary` is what follows from what the depositary has received (see `received`). `notifications` are further
    duties to notify that are owed, or may be (their triggers say which), but for those that are done by their `life`;
    without either, nobody has looked. `further` are shortfalls of its law beside those of the laws that the record
    describes.

    A paragraph that is said to be in place, or not applicable, answers for its parts of the same strength, but for
    options: to say that a list of them is used is not to say which.

    >>> from uncc.kernel.parties import State
    >>> from uncc.kernel.provisions import art
    >>> answer = Implementation(provision=art(9, 1), status=ImplementationStatus.PARTLY)
    >>> found = review(StateRecord(state=State("Astoria"), implementations=(answer,)))
    >>> [str(gap.provision) for gap in found.mandatory_gaps]
    ['Art. 9(1)']
    """
    answers = {answer.provision: answer for answer in record.implementations}
    reviewed = tuple(_reviewed(answers))
    counted = {found.provision for found in reviewed}
    owed = _owed(notifications, depositary)
    found_short = (*_short(record), *further)
    return Review(
        state=record.state.name,
        as_of=record.as_of,
        law=record.law.title if record.law is not None else None,
        procedural_law=record.procedural_law is not None,
        rows=len(rows()),
        progress=tuple(_progress(reviewed)),
        provisions=reviewed,
        contradictions=contradictions(
            record, reviewed, found_short, owed or (), () if depositary is None else depositary.at_odds
        ),
        notifications=owed,
        notified_on=None if depositary is None else depositary.on,
        not_counted=tuple(provision for provision in answers if provision not in counted),
    )


def _owed(notifications: Iterable[Duty] | None, depositary: Received | None) -> tuple[Duty, ...] | None:
    if notifications is None and depositary is None:
        return None
    return (*(depositary.owed if depositary is not None else ()), *untold(notifications or ()))


def _short(record: StateRecord) -> Iterator[Shortfall]:
    """Yield in what the laws of a record fall short, or may."""
    if record.law is not None:
        yield from shortfalls(record.law)
    if record.procedural_law is not None:
        yield from procedural_shortfalls(record.procedural_law)


def _reviewed(answers: Answers) -> Iterator[ReviewedProvision]:
    """Yield what asks something of a State, by strength and then in the order of the text."""
    for strength in Strength:
        for found in rows():
            if Strength.of(found.modality) is strength and not OTHERS.issuperset(found.bearers):
                yield ReviewedProvision(
                    provision=found.provision,
                    strength=strength,
                    modality=found.modality,
                    also=found.also,
                    summary=found.summary,
                    qualifications=found.qualifications,
                    moment=found.moment,
                    answer=_answer(found, strength, answers),
                )


def _answer(found: Row, strength: Strength, answers: Answers) -> Implementation | None:
    """Return what a State says of a provision, or else of a paragraph around it that settles it."""
    own = answers.get(found.provision)
    if own is not None or strength is Strength.OPTION:
        return own
    around = found.provision.parent
    while around is not None:
        whole, answer = row(around), answers.get(around)
        if answer is not None and answer.status in SETTLING and whole is not None and _same(whole, strength):
            return answer
        around = around.parent
    return None


def _same(whole: Row, strength: Strength) -> bool:
    return Strength.of(whole.modality) is strength


def _progress(reviewed: tuple[ReviewedProvision, ...]) -> Iterator[Progress]:
    for strength in Strength:
        yield _count(strength, None, (found for found in reviewed if found.strength is strength))
    mandatory = [found for found in reviewed if found.strength is Strength.MANDATORY]
    for chapter in dict.fromkeys(found.provision.chapter for found in mandatory):
        yield _count(Strength.MANDATORY, chapter, (found for found in mandatory if found.provision.chapter == chapter))


def _count(strength: Strength, chapter: int | None, found: Iterable[ReviewedProvision]) -> Progress:
    counts = Counter(one.status for one in found)
    return Progress(
        strength=strength,
        chapter=chapter,
        total=counts.total(),
        in_place=counts[ImplementationStatus.IN_PLACE],
        partly=counts[ImplementationStatus.PARTLY],
        not_in_place=counts[ImplementationStatus.NOT_IN_PLACE],
        not_applicable=counts[ImplementationStatus.NOT_APPLICABLE],
        unknown=counts[ImplementationStatus.UNKNOWN],
    )


checked(__name__)
