"""The books of a depositary, kept from Arts. 61 and 63 to 67 and from nothing else.

On the readings adopted: a ratification needs a signature; a declaration against arbitration and the Court can be made
on signing; an organization is left with those of its member States that have been Parties, when the last has gone.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from attrs import define, field

from tests.final_provisions.builders import exact
from uncc.final_provisions import Act, Event, Status
from uncc.kernel.findings import Truth
from uncc.kernel.provisions import art

NUMBER, WAIT, LATER_WAIT = 3, timedelta(days=90), timedelta(days=30)
"""Art. 65, for a treaty that asks for three instruments, so that a story is not too long."""
DUAL = art(42, 5)
SIGNATURE_CLOSES = date(2026, 12, 31)
CONFIRMING = {Act.RATIFICATION, Act.ACCEPTANCE, Act.APPROVAL}
CONSENT = {*CONFIRMING, Act.ACCESSION}


def a_year_after(on: date, years: int = 1) -> date:
    """Return the same day of a later year; the last of February where it has no 29."""
    last = calendar.monthrange(on.year + years, on.month)[1]
    return date(on.year + years, on.month, min(on.day, last))


def months_later(on: date, months: int) -> date:
    """Return the same day of a later month; the last of the month where it has no such day."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


@define
class Books:
    """All that was received, in order, and what follows from it on a day, as far as was known on it."""

    organization: str
    members: tuple[str, ...]
    events: list[Event] = field(factory=list[Event])
    adopted: date | None = None

    def of(self, name: str, *acts: Act, by: date) -> list[date]:
        """The days on which a participant did one of these acts, up to a day."""
        return sorted(exact(e.on) for e in self.events if e.participant == name and e.act in acts and exact(e.on) <= by)

    def completed(self, by: date) -> date | None:
        """Art. 65(1): the day of the instrument that completes the number; an organization's own is not counted."""
        firsts: dict[str, date] = {}
        for event in sorted(self.events, key=lambda one: exact(one.on)):
            if event.act in CONSENT and event.participant != self.organization and exact(event.on) <= by:
                firsts.setdefault(event.participant, exact(event.on))
        days = sorted(firsts.values())
        return days[NUMBER - 1] if len(days) >= NUMBER else None

    def in_force(self, by: date) -> date | None:
        """Art. 65(1): the day of entry into force of the treaty."""
        completed = self.completed(by)
        return None if completed is None else completed + WAIT

    def since(self, consented: date, by: date) -> date | None:
        """Art. 65(2): from when an instrument of some day binds."""
        completed = self.completed(by)
        if completed is None:
            return None
        return completed + WAIT if consented <= completed else max(consented + LATER_WAIT, completed + WAIT)

    def until(self, name: str, consented: date, by: date) -> date | None:
        """Art. 67(1): the end of it, a year after the first denunciation that a Party made."""
        since = self.since(consented, by)
        made = [day for day in self.of(name, Act.DENUNCIATION, by=by) if since is not None and day >= since]
        return a_year_after(made[0]) if made else None

    def binds(self, name: str, consented: date, on: date) -> bool:
        """Whether an instrument of some day binds its participant on another."""
        since, until = self.since(consented, on), self.until(name, consented, on)
        if since is None or not since <= on or (until is not None and until <= on):
            return False
        return name != self.organization or not self.abandoned(since, on)

    def abandoned(self, since: date, on: date) -> bool:
        """Art. 67(2): whether there was a day since then on which no member State that had been a Party was one."""
        return self.abandoned_on(since, on) is not None

    def abandoned_on(self, since: date, on: date) -> date | None:
        """Art. 67(2): the first day since then on which no member State that had been a Party was one."""
        gone = {
            ended
            for member in self.members
            for consented in self.of(member, *CONSENT, by=on)
            if (ended := self.until(member, consented, on)) is not None and since <= ended <= on
        }
        alone = [day for day in gone if not any(self.is_party(member, day, day) for member in self.members)]
        return min(alone, default=None)

    def last_left(self, name: str, on: date) -> date:
        """Art. 67(1), (2): the last day on which a consent ended; what was declared before fell with it."""
        ends = [date.min]
        for consented in self.of(name, *CONSENT, by=on):
            until, since = self.until(name, consented, on), self.since(consented, on)
            ends += [until] if until is not None and until <= on else []
            gone = self.abandoned_on(since, on) if name == self.organization and since is not None else None
            ends += [gone] if gone is not None else []
        return max(ends)

    def is_party(self, name: str, on: date, known: date | None = None) -> bool:
        """Whether the treaty binds a participant on a day, or is to bind it: who will be a Party has not gone."""
        if known is None:
            return any(self.binds(name, consented, on) for consented in self.of(name, *CONSENT, by=on))
        ends = [
            (since, self.until(name, consented, known))
            for consented in self.of(name, *CONSENT, by=known)
            if (since := self.since(consented, known)) is not None and since <= known
        ]
        return any(until is None or until > on for _, until in ends)

    def stands(self, name: str, on: date) -> bool:
        """Whether a consent stands, so that none can be given anew."""
        return any(self.is_standing(name, consented, on) for consented in self.of(name, *CONSENT, by=on))

    def is_standing(self, name: str, consented: date, on: date) -> bool:
        """Whether a consent of some day has not ended by a denunciation, or been left behind by all members."""
        since, until = self.since(consented, on), self.until(name, consented, on)
        ended = until is not None and until <= on
        left_behind = name == self.organization and since is not None and self.abandoned(since, on)
        return not ended and not left_behind

    def may_sign(self, name: str, on: date) -> bool:
        """Art. 64(1), (2): until the end of 2026; an organization after a member State."""
        own = name != self.organization or any(self.of(member, Act.SIGNATURE, by=on) for member in self.members)
        return own and on <= SIGNATURE_CLOSES and not self.of(name, Act.SIGNATURE, by=on)

    def may_confirm(self, name: str, on: date) -> bool:
        """Art. 64(3): who has signed; an organization after a member State that has done likewise."""
        own = name != self.organization or any(self.of(member, *CONFIRMING, by=on) for member in self.members)
        return own and bool(self.of(name, Act.SIGNATURE, by=on)) and not self.stands(name, on)

    def may_accede(self, name: str, on: date) -> bool:
        """Art. 64(4): any State; an organization of which a member State is a Party."""
        own = name != self.organization or any(self.is_party(member, on) for member in self.members)
        return own and not self.stands(name, on)

    def declared(self, name: str, act: Act, by: date) -> list[date]:
        """The days on which a declaration under Art. 63(3) was made, or withdrawn."""
        found = (one for one in self.events if one.participant == name and one.act is act and one.provision != DUAL)
        return [exact(one.on) for one in found if exact(one.on) <= by]

    def opted_out(self, name: str, on: date) -> Truth:
        """Art. 63(3), (4): by a declaration on the day of an act of its own, until it is withdrawn.

        UNKNOWN where neither a signature nor a consent from before is in the books, so that a signature could have been
        missed with which it was made; after its consent a State signs no more.
        """
        own = self.of(name, Act.SIGNATURE, *CONSENT, by=on)
        withdrawn = self.declared(name, Act.WITHDRAWAL, by=on)
        made = [day for day in self.declared(name, Act.RESERVATION, by=on) if day >= self.last_left(name, on)]
        standing = [day for day in made if not any(w >= day for w in withdrawn)]
        if not standing or any(day in own for day in standing):
            return Truth.of(bool(standing))
        too_late = all(any(act < day for act in own) for day in standing)
        return Truth.NO if too_late or self.of(name, Act.SIGNATURE, by=on) else Truth.UNKNOWN

    def reserved(self, name: str, on: date) -> bool:
        """Art. 42(5): whether a reservation stands, since none was withdrawn on the day it was made or later."""
        made = [
            exact(one.on)
            for one in self.events
            if (one.participant, one.act, one.provision) == (name, Act.RESERVATION, DUAL)
        ]
        gone = [
            exact(one.on)
            for one in self.events
            if (one.participant, one.act, one.provision) == (name, Act.WITHDRAWAL, DUAL)
        ]
        left = self.last_left(name, on)
        return any(left <= day <= on and not any(day <= end <= on for end in gone) for day in made)

    def opened(self, name: str, on: date) -> bool:
        """Art. 63(3): whether a declaration can still come with an act of its own, none having bound it before."""
        earlier = [one for one in self.of(name, *CONSENT, by=on) if one < on]
        return not any(self.is_standing(name, one, on) for one in earlier)

    def joined(self, name: str, on: date) -> date | None:
        """The first day of the time for which a participant is a Party on a day."""
        binding = [one for one in self.of(name, *CONSENT, by=on) if self.binds(name, one, on)]
        return self.since(binding[-1], on) if binding else None

    def amendment_day(self, name: str, on: date) -> date | None:
        """Art. 66(4): ninety days after the instrument on the amendment that was deposited last."""
        deposited = self.of(name, Act.AMENDMENT, by=on)
        return deposited[-1] + WAIT if deposited else None

    def amendment_binds(self, name: str, on: date) -> Truth:
        """Art. 66(3) to (5): Parties that have deposited an instrument, ninety days ago.

        UNKNOWN for one that became a Party once it was in force for another: whether it joins the text as amended is a
        reading on which none is adopted.
        """
        joined, own = self.joined(name, on), self.amendment_day(name, on)
        if joined is None or self.adopted is None:
            return Truth.NO
        if own is not None and joined <= own <= on:
            return Truth.YES
        others = {event.participant for event in self.events if event.act is Act.AMENDMENT}
        earlier = [day for one in others if (day := self.amendment_day(one, on)) is not None and day <= joined]
        return Truth.UNKNOWN if earlier else Truth.NO

    def protocol_binds(self, name: str, on: date) -> bool:
        """Art. 61(2), (3), 67(3): a Party to it that was one to the Convention then, and is without a break since."""
        joined = [day for day in self.of(name, Act.PROTOCOL, by=on) if self.is_party(name, day)]
        ends = [self.until(name, consented, on) for consented in self.of(name, *CONSENT, by=on)]
        taken = any(end is not None and joined and joined[-1] < end <= on for end in ends)
        return bool(joined) and self.is_party(name, on) and not taken

    def status(self, name: str, on: date) -> Status:
        """How a participant takes part on a day."""
        consents = self.of(name, *CONSENT, by=on)
        binding = [one for one in consents if self.binds(name, one, on)]
        if binding:
            leaving = all(self.until(name, one, on) is not None for one in binding)
            return Status.LEAVING if leaving else Status.PARTY
        if any((since := self.since(one, on)) is None or since > on for one in consents):
            return Status.CONSENTED
        if consents:
            return Status.FORMER_PARTY
        return Status.SIGNATORY if self.of(name, Act.SIGNATURE, by=on) else Status.NONE
