"""Art. 67(1) and (2): when a denunciation takes effect, and what ends with it: a consent, an organization's part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from uncc.final_provisions.art65_entry_into_force import entry_into_force_for
from uncc.final_provisions.history import INSTRUMENTS, Act, Event, History, RegionalOrganization
from uncc.kernel.dates import Deadline, years_after
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, by_reading, derived
from uncc.kernel.model import Model
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_9 import CeasingDay, CeasingMembers

__all__ = ["Term", "denunciation_takes_effect", "organization_ceases", "terms"]


def denunciation_takes_effect(received_on: date) -> Deadline:
    """Return the day on which a denunciation takes effect, from which the Party is bound no more.

    One year after the day of receipt; where that year has no such day (29 February), the last of the month.

    Source: Art. 67(1).

    >>> from datetime import date
    >>> print(denunciation_takes_effect(date(2028, 2, 29)))
    2029-02-28, the last day of the month, which is shorter [Art. 67(1)]
    """
    return years_after(received_on, 1, art(67, 1))


@frozen(kw_only=True, field_transformer=typed)
class Term(Model):
    """The time for which one instrument binds a participant.

    - `since`: the first day; `None` where none is determined.
    - `denounced_on`, `until`: when the denunciation that ends it was received, and the day from which the participant
      is bound no more.
    """

    instrument: Event
    since: Deadline | None
    denounced_on: date | None = None
    until: Deadline | None = None

    def has_begun(self, on: date) -> Fact:
        """Whether it has begun by a day; `None` for a succession of which the day is not recorded."""
        if self.since is None and self.instrument.act is Act.SUCCESSION:
            return None
        return self.since is not None and self.since.on <= on

    def has_ended(self, on: date) -> bool:
        """Whether a denunciation has taken effect by a day."""
        return self.until is not None and self.until.on <= on


def terms(history: History, participant: str, *, on: date | None = None) -> tuple[Term, ...]:
    """Return the times for which a participant's instruments bind it, as known on a day, or at all.

    A denunciation ends a term that had begun when it was received: only a Party can denounce. For the end that comes to
    an organization with its members see `organization_ceases`.

    Source: Art. 65(1), Art. 65(2), Art. 67(1).

    >>> from datetime import date
    >>> history = History(events=(Event(participant="Astoria", act=Act.ACCESSION, on=date(2027, 7, 1)),))
    >>> [term.since for term in terms(history, "Astoria")]
    [None]
    """
    consents = history.of(participant, *INSTRUMENTS, Act.SUCCESSION, until=on)
    denounced = [event.on for event in history.of(participant, Act.DENUNCIATION, until=on)]
    return tuple(_term(history, consent, denounced, on) for consent in consents)


def _term(history: History, consent: Event, denounced: Sequence[date], on: date | None) -> Term:
    since = entry_into_force_for(history, consent, on=on).on
    first = since.on if since is not None else consent.on if consent.act is Act.SUCCESSION else None
    received = None if first is None else next((one for one in denounced if one >= first), None)
    until = None if received is None else denunciation_takes_effect(received)
    return Term(instrument=consent, since=since, denounced_on=received, until=until)


def organization_ceases(
    history: History,
    organization: RegionalOrganization,
    on: date,
    since: Deadline | None = None,
    *,
    under: Readings = AS_ADOPTED,
) -> Finding:
    """Whether an organization has ceased by a day to be a Party, since its member States have denounced.

    Whether members that never became Parties must have denounced too, and whether receipt or effect of the last
    denunciation counts, are readings. `since` is the day from which the organization itself is bound: what came to its
    members before is past. UNKNOWN where its members are not known and some State has denounced.

    Source: Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> union = RegionalOrganization("Union", ("Astoria",))
    >>> organization_ceases(History(organizations=(union,)), union, date(2028, 1, 1)).truth.name
    'NO'
    """
    statement = "the organization has ceased to be a Party with its members"
    some = _some_denounced(history, organization, on)
    if not some.is_yes:
        return all_of(statement, art(67, 2), some)
    return by_reading(
        statement,
        CeasingMembers,
        under,
        {
            members: by_reading(
                "its member States have denounced the Convention",
                CeasingDay,
                under,
                {moment: _ceased(history, organization, on, since, (members, moment)) for moment in CeasingDay},
            )
            for members in CeasingMembers
        },
    )


def ceased_on(
    history: History, organization: RegionalOrganization, on: date, since: Deadline | None, under: Readings
) -> date | None:
    """Return the first day on which its members' denunciations had surely ended what bound the organization."""
    own = (term for member in organization.members or () for term in terms(history, member))
    days = {left for term in own for moment in CeasingDay if (left := _left(term, moment)) is not None and left <= on}
    ended = (one for one in sorted(days) if organization_ceases(history, organization, one, since, under=under).is_yes)
    return next(ended, None)


def _some_denounced(history: History, organization: RegionalOrganization, on: date) -> Finding:
    """Whether any member has denounced: unknown where it is not known who the members are and some State has."""
    first = history.first_denunciation
    value: Fact = first is not None and first <= on
    if organization.members is not None:
        value = any(history.of(name, Act.DENUNCIATION, until=on) for name in organization.members)
    return derived(
        None if value and organization.members is None else value,
        "member States of the organization have denounced",
        art(67, 2),
        asked_of=Role.DEPOSITARY,
        subject=organization.name,
    )


def _ceased(
    history: History,
    organization: RegionalOrganization,
    on: date,
    since: Deadline | None,
    read_as: tuple[CeasingMembers, CeasingDay],
) -> Finding:
    (whose, moment), after = read_as, date.min if since is None else since.on
    own = [terms(history, member, on=on) for member in organization.members or ()]
    days = {ended for found in own for term in found if (ended := _left(term, moment)) and ended <= on}
    return derived(
        any(_none_is_left(own, one, whose, moment) for one in days if one >= after),
        "all members that the reading asks for have denounced",
        art(67, 1),
        art(67, 2),
        asked_of=Role.DEPOSITARY,
        subject=organization.name,
    )


def _left(term: Term, moment: CeasingDay) -> date | None:
    if term.until is None:
        return None
    return term.until.on if moment is CeasingDay.EFFECT else term.denounced_on


def _none_is_left(members: Sequence[Sequence[Term]], on: date, whose: CeasingMembers, moment: CeasingDay) -> bool:
    """Whether on a day every member that counts had been a Party and had denounced with its latest instrument."""
    for found in members:
        begun = [term for term in found if term.has_begun(on) is not False]
        if not begun:
            if whose is CeasingMembers.EVERY_MEMBER:
                return False
            continue
        left = _left(begun[-1], moment)
        if left is None or left > on:
            return False
    return True


checked(__name__)
