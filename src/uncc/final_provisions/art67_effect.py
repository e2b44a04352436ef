"""Art. 67(1) and (2): when a denunciation takes effect, and what ends with it: a consent, an organization's part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.art65_entry_into_force import bound_since, is_complete
from uncc.final_provisions.events import Receipt
from uncc.final_provisions.history import G, History, RegionalOrganization
from uncc.kernel.dates import Deadline, day_of_case, years_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.findings import Finding, Node, all_of, any_of, by_reading, by_text, none_of, read_off, said_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.quantities import (
    NEVER,
    NO_DAY,
    Day,
    day_where,
    earlier_of,
    fixed_day,
    later_of,
    months_after,
    not_after,
    where,
)
from uncc.kernel.ready import Said
from uncc.kernel.roles import Role
from uncc.readings.chapter_9 import CeasingDay, CeasingMembers

__all__ = ["Term", "denunciation_takes_effect", "organization_ceases", "terms"]

N = TypeVar("N", bound=Node)
Option: TypeAlias = tuple[CeasingMembers, CeasingDay]


def denunciation_takes_effect(received_on: date) -> Deadline:
    """Return the day on which a denunciation takes effect, from which the Party is bound no more.

    One year after the day of receipt; where that year has no such day (29 February), the last of the month.

    Source: Art. 67(1).

    >>> from datetime import date
    >>> print(denunciation_takes_effect(date(2028, 2, 29)))
    2029-02-28, the last day of the month, which is shorter [Art. 67(1)]
    """
    return years_after(day_of_case(received_on, "received_on"), 1, art(67, 1))


@frozen(kw_only=True, field_transformer=typed)
class Term(Model):
    """The time for which one instrument binds a participant, each day with its reasons; a day can be `NEVER`.

    - `instrument`: the act, with the day on which it was received.
    - `since`: the first day.
    - `denounced`, `until`: when the denunciation that ends it was received, and the day from which the participant is
      bound no more.
    """

    instrument: Receipt
    since: Day
    denounced: Day = NEVER
    until: Day = NEVER


def has_begun(term: Term, asked: Day) -> Finding:
    """Whether an instrument binds its participant from a day by then."""
    statement = "the Convention has entered into force for the participant"
    return not_after(statement, (art(65, 1), art(65, 2)), term.since, asked)


def has_ended(term: Term, asked: Day) -> Finding:
    """Whether a denunciation has taken effect by a day."""
    return not_after("a denunciation by the participant has taken effect", art(67, 1), term.until, asked)


def is_notified(term: Term, asked: Day) -> Iterator[Finding]:
    """Yield of a succession whether it was notified by a day, since it can take effect before."""
    if term.instrument.event.act is Act.SUCCESSION:
        yield not_after("the succession was notified by the day", art(65, 2), term.instrument.on, asked)


def terms(history: History, participant: str, *, on: date | None = None) -> tuple[Term, ...]:
    """Return the times for which the instruments of a participant in a history bind it, as known on a day, or at all.

    A denunciation ends a term that had begun when it was received: only a Party can denounce. A successor of which it
    is not recorded since when it is bound can once it has notified its succession. For the end that comes to an
    organization with its members see `organization_ceases`.

    Source: Art. 65(1), Art. 65(2), Art. 67(1).

    >>> from datetime import date
    >>> from uncc.final_provisions.events import Event
    >>> history = History(events=(Event(participant="Astoria", act=Act.ACCESSION, on=date(2027, 7, 1)),))
    >>> [term.since.on for term in terms(history, "Astoria")]
    [None]
    """
    return tuple(term for term in every_term(history, participant, on) if term.instrument.recorded)


def every_term(history: History, participant: str, on: date | None = None) -> tuple[Term, ...]:
    """Return the same, and the terms by instruments that the history does not hold."""
    found = terms_until(history, participant, on)
    if on is None:
        return found
    return tuple(evolve(term, since=known_since(history, term, on)) for term in found)


def known_since(history: History, term: Term, on: date) -> Day:
    """Return the first day of a term as known on a day: none, while the number is not complete."""
    if term.instrument.event.act is Act.SUCCESSION:
        return term.since
    return where(is_complete(history, on), term.since, NEVER)


def terms_until(history: History, participant: str, until: date | None, *, newcomer: bool = False) -> tuple[Term, ...]:
    """Return the terms of a participant, which may be a newcomer, by what can have been received by a day."""
    denounced = history.received(participant, Act.DENUNCIATION, until=until, newcomer=True)
    consents = history.received(participant, *INSTRUMENTS, Act.SUCCESSION, until=until, newcomer=newcomer)
    return tuple(_term(history, consent, denounced) for consent in consents)


def _term(history: History, consent: Receipt, denounced: tuple[Receipt, ...]) -> Term:
    since = start = bound_since(history, consent)
    if not denounced:
        return Term(instrument=consent, since=since)
    if consent.event.act is Act.SUCCESSION and consent.event.effective_on is None:
        start = earlier_of("a successor can denounce", art(67, 1), consent.on, since)
    received = earlier_of("the denunciation was received", art(67, 1), *(_as_party(start, one.on) for one in denounced))
    until = months_after("the denunciation takes effect", art(67, 1), received, 12)
    return Term(instrument=consent, since=since, denounced=received, until=until)


def _as_party(start: Day, received: Day) -> Day:
    """Return the day on which a denunciation was received, if its author was a Party, and so not before it was one."""
    counts = not_after("it was a Party when it denounced", art(67, 1), start, received)
    return where(counts, later_of("it was received while it was a Party", art(67, 1), received, start), NEVER)


def organization_ceases(history: History, organization: RegionalOrganization, on: date, since: Day = NO_DAY) -> Finding:
    """Whether an organization has ceased by a day to be a Party, since its member States have denounced.

    Whether members that never became Parties must have denounced too, and whether receipt or effect of the last
    denunciation counts, are readings. `since` is the day from which the organization itself is bound: what came to its
    members before is past. UNKNOWN where its members are not known and some State has denounced.

    Source: Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> union = RegionalOrganization("Union", ("Astoria",))
    >>> organization_ceases(History(organizations=(union,)), union, date(2028, 1, 1)).truth.name
    'UNKNOWN'
    """
    return ceases_by(history, organization, fixed_day(on, "the day asked about"), since)


def ceases_by(history: History, organization: RegionalOrganization, asked: Day, since: Day) -> Finding:
    """Whether an organization has ceased to be a Party by a day."""
    statement = "the organization has ceased to be a Party with its members"
    if organization.members is None:
        bound = not_after("the organization was bound by then", (art(65, 1), art(65, 2)), since, asked)
        return all_of(statement, art(67, 2), bound, *_members_denounced(history, organization, asked))
    ends = _ends(history, organization.members, since, asked)
    if not ends:
        return by_text(False, "member States of the organization have denounced", art(67, 2))
    return _on_each_reading(
        statement,
        lambda option: not_after(
            "all members that the reading asks for have denounced", (art(67, 1), art(67, 2)), ends[option], asked
        ),
    )


def ceased_on(history: History, organization: RegionalOrganization, since: Day, asked: Day) -> Day:
    """Return the day on which an organization has ceased by a day to be a Party; `NO_DAY` where it has not."""
    ends = _ends(history, organization.members or (), since, asked)
    if not ends:
        return NO_DAY
    ceased = "the organization ceased to be a Party with its members"
    last = _on_each_reading(ceased, ends.__getitem__)
    return day_where(ceases_by(history, organization, asked, since), last)


def _on_each_reading(statement: str, answer: Callable[[Option], N]) -> N:
    return by_reading(
        statement,
        CeasingMembers,
        {
            whose: by_reading(
                "its member States have denounced the Convention",
                CeasingDay,
                {moment: answer((whose, moment)) for moment in CeasingDay},
            )
            for whose in CeasingMembers
        },
    )


def _members_denounced(history: History, organization: RegionalOrganization, asked: Day) -> Iterator[Finding]:
    """Yield what must hold for the members to have denounced, where it is not known who they are."""
    statement, authority = "a State has denounced by the day", art(67, 2)
    some = (not_after(statement, authority, one.on, asked) for one in history.denunciations(asked.not_after))
    yield any_of("some State has denounced", authority, *some)
    yield read_off(
        organization,
        G.members,
        None,
        "member States of the organization have denounced",
        authority,
        asked_of=Role.DEPOSITARY,
        subject=Said(organization.name),
    )


def _ends(history: History, members: tuple[str, ...], since: Day, asked: Day) -> Mapping[Option, Day]:
    """Return by reading the first day since another on which no member is left; nothing where none has denounced."""
    own = {member: terms_until(history, member, asked.not_after) for member in members}
    if not any(history.received(member, Act.DENUNCIATION, until=asked.not_after) for member in members):
        return {}
    return {
        (whose, moment): earlier_of(
            "the last of the members has left",
            (art(67, 1), art(67, 2)),
            *(
                where(_none_is_left(own, left, since, (whose, moment)), left, NEVER)
                for found in own.values()
                for term in found
                if (left := _left(term, moment)) is not NEVER
            ),
            NEVER,
        )
        for whose in CeasingMembers
        for moment in CeasingDay
    }


def _left(term: Term, moment: CeasingDay) -> Day:
    return term.until if moment is CeasingDay.EFFECT else term.denounced


def _none_is_left(members: Mapping[str, Sequence[Term]], on: Day, since: Day, option: Option) -> Finding:
    """Whether every member that counts had been a Party by a day and had denounced, the organization being bound."""
    whose, moment = option
    authority = (art(67, 1), art(67, 2))
    begun = {name: [has_begun(term, on) for term in found] for name, found in members.items()}
    joined = (
        said_of(Said(name), any_of("the member has been a Party", authority, *found)) for name, found in begun.items()
    )
    stay = (
        said_of(
            Said(name),
            all_of(
                "the member is a Party that has not denounced",
                authority,
                has_begun,
                ~not_after("the member has left with this instrument", authority, _left(term, moment), on),
            ),
        )
        for name, found in members.items()
        for term, has_begun in zip(found, begun[name], strict=True)
    )
    return all_of(
        "no member that counts is left",
        authority,
        not_after("the organization was bound by then", authority, since, on),
        none_of("a member is left", authority, *stay),
        *(joined if whose is CeasingMembers.EVERY_MEMBER else ()),
    )


checked(__name__)
