"""The days of what a participant owes or may do: since when, until when, and when the history has it as done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from uncc.final_provisions.acts import UNDER_A_PROVISION, Act
from uncc.final_provisions.art67_effect import Term, has_ended, terms_until
from uncc.final_provisions.events import E, Receipt
from uncc.final_provisions.history import History
from uncc.final_provisions.parties import asked_about, last_left_on
from uncc.kernel.findings import Finding, all_of, read_off
from uncc.kernel.life import Event, Life
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NEVER, Day, comes, earlier_of, not_after, where

__all__: list[str] = []


def standing_term(history: History, participant: str, on: date) -> Term | None:
    """Return the time for which the participant is or will be bound by what it has deposited by a day."""
    asked = asked_about(on)
    found = terms_until(history, participant, on)
    standing = [term for term in found if term.instrument.recorded and not has_ended(term, asked).is_yes]
    return standing[-1] if standing else None


def until_denounced(term: Term | None) -> tuple[Event, ...]:
    """Return what ends whatever binds a Party as such: the effect of its denunciation."""
    if term is None or term.until is NEVER:
        return ()
    return (Event(comes("a denunciation by the participant takes effect", art(67, 1), term.until), term.until),)


def as_party(term: Term | None) -> Life:
    """Return the life of what is open to a Party: from the day on which the Convention binds it."""
    return Life(since=None if term is None else term.since, ends=until_denounced(term))


def to_denounce(term: Term | None) -> Life:
    """Return the life of the right to denounce, which is used on the day of receipt."""
    if term is None:
        return Life()
    received = comes("the denunciation was received", art(67, 1), term.denounced)
    return Life(since=term.since, done=Event(received, term.denounced))


def first_since_it_left(history: History, participant: str, act: Act, provision: Provision, on: date) -> Day:
    """Return the first day since the participant last left on which it did an act; `NEVER` where it did not.

    Of an act that is done under a provision, one under another does not count.
    """
    about = provision if act in UNDER_A_PROVISION else None
    left = last_left_on(history, participant, asked_about(on))
    done = history.received(participant, act, until=on, about=about, newcomer=True)
    return earlier_of("it was done", provision, *(_if_it_counts(one, left, provision) for one in done), NEVER)


def _if_it_counts(one: Receipt, left: Day, provision: Provision) -> Day:
    since = not_after("the participant has not left since", provision, left, one.on)
    counts = all_of("it was done since, under this paragraph", provision, since, *is_meant(one, provision))
    return where(counts, one.on, NEVER)


def is_meant(one: Receipt, provision: Provision) -> Iterator[Finding]:
    """Yield whether what is done under a wider address is done under a provision."""
    if one.event.provision is not None and not provision.contains(one.event.provision):
        statement = f"the {one.event.act.value} is made under this paragraph"
        yield read_off(one.event, E.provision, None, statement, provision, subject=one.place)


def by_then(statement: str, provision: Provision, done: Day, on: date) -> Event:
    """Return the event that something was done by the day that is asked about."""
    return Event(not_after(statement, provision, done, asked_about(on)), done)
