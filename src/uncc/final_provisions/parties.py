"""Who is a Party on a day, by which consent, and with which reservations: of Parties all other articles speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import cast

from attrs import frozen

from uncc.final_provisions.acts import INSTRUMENTS, Act
from uncc.final_provisions.art67_effect import (
    Term,
    ceased_on,
    ceases_by,
    has_begun,
    has_ended,
    is_notified,
    terms_until,
)
from uncc.final_provisions.beside import others_than
from uncc.final_provisions.events import E, Receipt
from uncc.final_provisions.history import H, History
from uncc.kernel.between import ADOPTED_ON, Between
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Authority, Finding, all_of, any_of, exactly, read_off, said_of
from uncc.kernel.model import Model
from uncc.kernel.names import another_name, folded
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import (
    NEVER,
    NO_DAY,
    Day,
    Number,
    before,
    day_where,
    fixed_day,
    how_many,
    later_of,
    not_after,
)
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["in_force_between", "is_party", "parties_on", "reservations_of"]

BINDING = (art(65, 1), art(65, 2), art(67, 1))


def is_party(history: History, participant: str, on: date) -> Finding:
    """Whether the treaty binds a participant on a day.

    From the day of entry into force for it, that day included, until a denunciation takes effect, that day excluded.
    UNKNOWN for a succession of which the day is not recorded, where a day that decides is not known, and for an
    organization whose members are not known once a State has denounced.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> is_party(History.story(), "Astoria", date(2028, 1, 1)).truth.name
    'NO'
    """
    return binds_on(history, participant, asked_about(on))


def asked_about(on: date) -> Day:
    """Return the day that a question is about."""
    return fixed_day(on, "the day asked about")


def binds_on(history: History, participant: str, asked: Day) -> Finding:
    """Whether the treaty binds a participant on a day, however that is known."""
    return bound_by(history, participant, terms_until(history, participant, asked.not_after), asked)


def bound_by(history: History, participant: str, found: tuple[Term, ...], asked: Day) -> Finding:
    """Whether one of these terms, all that a participant has, binds it on a day."""
    statement, participant = "the Convention binds the participant on the day", history.spelt(participant)
    if not found:
        consent = read_off(
            history,
            H.events,
            False,
            "the participant has consented to be bound",
            art(65, 1),
            art(65, 2),
            asked_of=Role.DEPOSITARY,
            subject=participant,
        )
        return said_of(participant, all_of(statement, (art(65, 1), art(65, 2)), consent))
    binds = any_of(statement, BINDING, *(_binds(history, term, asked) for term in found))
    return said_of(participant, binds)


def _binds(history: History, term: Term, asked: Day) -> Finding:
    binds = all_of(
        "the instrument binds the participant on the day",
        BINDING,
        *is_notified(term, asked),
        has_begun(term, asked),
        ~has_ended(term, asked),
        *(~finding for finding in _ceased(history, term, asked)),
    )
    denounced = history.of(term.instrument.event.participant, Act.DENUNCIATION)
    return exactly(binds) if denounced else binds  # its beginning is then asked twice, and can settle the end


def _ceased(history: History, term: Term, asked: Day) -> Iterator[Finding]:
    """Yield whether what binds an organization has ended with its members."""
    organization = history.organization(term.instrument.event.participant)
    if organization is not None:
        yield ceases_by(history, organization, asked, term.since)


def parties_on(history: History, on: date, *, readings: Readings = AS_ADOPTED) -> tuple[str, ...]:
    """Return those whom the treaty surely binds on a day, in alphabetical order, organizations among them.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> parties_on(History(), date(2028, 1, 1))
    ()
    """
    return tuple(name for name in history.participants if is_party(history, name, on).under(readings).is_yes)


def states_parties(history: History, on: date) -> Number:
    """Return how many States are Parties on a day: as stated, or those of the history and what may be beside them."""
    stated = history.states_parties(on)
    if stated is not None:
        return stated
    states = (name for name in history.participants if history.organization(name) is None)
    complete = history.holds(*INSTRUMENTS, Act.SUCCESSION, until=on)
    return how_many(
        "States Parties on the day",
        (art(62, 1), art(66, 1)),
        *(is_party(history, name, on) for name in states),
        more=others_than("States Parties that the history does not hold", complete),
    )


def refuse_unnamed(history: History, on: date, *named: tuple[str, str]) -> None:
    """Refuse names that occur nowhere in a history that would have them, each by the parameter that holds it."""
    for field, name in named:
        history.refuse_unnamed(name, *INSTRUMENTS, Act.SUCCESSION, until=on, field=field)


def in_force_between(history: History, one: str, other: str, on: date) -> Finding:
    """Whether the Convention is in force between two participants on a day: it must bind both.

    `InvalidValue` where the two are one.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> in_force_between(History(), "Astoria", "Borduria", date(2028, 1, 1)).truth.name
    'UNKNOWN'
    """
    return _in_force(history, ("one", one), ("other", other), on)


def in_force_in_pair(history: History, pair: tuple[str, str], on: date) -> Finding:
    """Whether the Convention is in force between the two participants of a pair on a day; errors as above."""
    return _in_force(history, ("pair[0]", pair[0]), ("pair[1]", pair[1]), on)


def _in_force(history: History, first: tuple[str, str], second: tuple[str, str], on: date) -> Finding:
    another_name(*second, first, "a participant other than the first")
    refuse_unnamed(history, on, first, second)
    return all_of(
        "the Convention is in force between the two on the day",
        (*BINDING, art(67, 2)),
        *(is_party(history, name, on) for _, name in (first, second)),
    )


def in_force_among(history: History, parties: tuple[str, ...], on: date) -> Finding:
    """Whether the Convention is in force among participants on a day; `InvalidValue` for one alone, or one twice."""
    if len(set(map(folded, parties))) < max(2, len(parties)):
        raise InvalidValue("parties", parties, "the names of two participants or more, each once")
    refuse_unnamed(history, on, *((f"parties[{place}]", name) for place, name in enumerate(parties)))
    return all_of(
        "the Convention is in force among them on the day",
        (*BINDING, art(67, 2)),
        *(is_party(history, name, on) for name in parties),
    )


def consent_stands(history: History, participant: str, on: date, authority: Authority) -> Finding:
    """Whether a consent stands on a day, so that none is given anew.

    It stands no more once a denunciation has taken effect, or once an organization has ceased to be a Party.
    """
    asked = asked_about(on)
    given = partial(not_after, "the consent was given by then", authority)
    limbs = _standing(history, participant, asked, authority, given)
    stands = any_of("an earlier consent of the participant stands", authority, *limbs)
    return said_of(history.spelt(participant), stands)


def consent_stands_from_before(history: History, participant: str, on: date, authority: Authority) -> Finding:
    """Whether a consent stands on a day that was given before it."""
    asked = asked_about(on)
    given = partial(before, "the consent was given before", authority)
    limbs = _standing(history, participant, asked, authority, given)
    return any_of("the participant has consented to be bound before the day", authority, *limbs)


def _standing(
    history: History, participant: str, asked: Day, authority: Authority, given: Callable[[Day, Day], Finding]
) -> Iterator[Finding]:
    """Yield for each consent whether it was given and has not ended since."""
    for term in terms_until(history, participant, asked.not_after, newcomer=True):
        yield all_of(
            "the consent stands on the day",
            authority,
            given(term.instrument.on, asked),
            ~has_ended(term, asked),
            *(~finding for finding in _ceased(history, term, asked)),
        )


@frozen(field_transformer=typed)
class Declared(Model):
    """A reservation or declaration in a history, with what was or may have been withdrawn of it."""

    made: Receipt
    withdrawn: tuple[Receipt, ...]

    @property
    def provision(self) -> Provision:
        """Under which it is made."""
        return cast("Provision", self.made.event.provision)  # which an event of this kind has

    def is_withdrawn(self, asked: Day) -> Finding:
        """Whether it was withdrawn by a day, at the time it was made or later."""
        authority = art(63, 4)
        limbs = (
            all_of(
                "a withdrawal came after it and by the day",
                authority,
                not_after("the withdrawal came after it", authority, self.made.on, one.on),
                not_after("the withdrawal came by the day", authority, one.on, asked),
                *self._is_meant(one),
            )
            for one in self.withdrawn
        )
        return any_of("the reservation was withdrawn by the day", authority, *limbs)

    def _is_meant(self, withdrawal: Receipt) -> Iterator[Finding]:
        """Yield whether a withdrawal of a part of what was reserved takes it all back."""
        if not _covers(withdrawal, self.provision):
            statement = "the withdrawal takes back all of the reservation"
            yield read_off(withdrawal.event, E.provision, None, statement, self.provision, subject=withdrawal.place)

    def as_reservation(self, *, complete: bool) -> Reservation:
        """Return it as other chapters take it; `complete` tells whether what is not withdrawn here stands."""
        made = self.made.event
        later = [one for one in self.withdrawn if one.event.span[1] >= made.span[0]]
        known = next((one.event for one in later if one.recorded and _covers(one, self.provision)), None)
        made_on = Between(max(made.span[0], ADOPTED_ON), None) if made.on is None else made.on
        if known is None:
            return Reservation(
                provision=self.provision, made_on=made_on, stands=True if complete and not later else None
            )
        withdrawn = Between(max(made.span[0], ADOPTED_ON), None) if known.on is None else known.on
        return Reservation(provision=self.provision, made_on=made_on, withdrawn_on=withdrawn)


def _covers(withdrawal: Receipt, provision: Provision) -> bool:
    return cast("Provision", withdrawal.event.provision).contains(provision)


def declared(history: History, participant: str, on: date | None = None) -> tuple[Declared, ...]:
    """Return the reservations and declarations of a participant in a history that can have been made by a day."""
    history.refuse_unnamed(participant, Act.RESERVATION, until=on)
    made = history.held(participant, Act.RESERVATION, until=on)
    return tuple(
        Declared(one, history.received(participant, Act.WITHDRAWAL, until=on, about=one.event.provision))
        for one in made
    )


def stands_with_consent(history: History, participant: str, one: Declared, asked: Day) -> Finding:
    """Whether a declaration is made by a day and not withdrawn, and has not fallen with the consent it came with."""
    authority = (art(63, 3), art(63, 4), art(67, 1), art(67, 2))
    return all_of(
        "the declaration stands on the day",
        authority,
        not_after("the declaration was made by the day", authority, one.made.on, asked),
        ~one.is_withdrawn(asked),
        has_not_fallen(history, participant, one, asked),
    )


def has_not_fallen(history: History, participant: str, one: Declared, asked: Day) -> Finding:
    """Whether no consent has ended by a day since a declaration was made: what it came with falls with it."""
    left = last_left_on(history, participant, asked)
    return not_after("no consent has ended since it was made", (art(67, 1), art(67, 2)), left, one.made.on)


def reservations_of(
    history: History, participant: str, on: date | None = None, *, readings: Readings = AS_ADOPTED
) -> tuple[Reservation, ...]:
    """Return the reservations and declarations in a history, each with the day of its withdrawal, as known on a day.

    What was made with a consent that has ended by the day is left out: it fell with it, and one that joins anew has to
    make it anew. Without a day all are returned that were ever made.

    Source: Art. 63(3), Art. 63(4), Art. 67(1), Art. 67(2).

    >>> reservations_of(History(), "Astoria")
    ()
    """
    made = declared(history, participant, on)
    complete = history.holds(Act.WITHDRAWAL, until=on)
    if on is None:
        return tuple(one.as_reservation(complete=complete) for one in made)
    asked = asked_about(on)
    return tuple(
        one.as_reservation(complete=complete)
        for one in made
        if not has_not_fallen(history, participant, one, asked).under(readings).is_no
    )


def last_left_on(history: History, participant: str, asked: Day) -> Day:
    """Return the last day by a day on which a participant ceased to be a Party; `NO_DAY` where it has not.

    What it declared before fell with the consent that it belonged to.
    """
    found = terms_until(history, participant, asked.not_after)
    organization = history.organization(participant)
    ended = [day_where(has_ended(term, asked), term.until) for term in found if term.until is not NEVER]
    if organization is not None:
        ended += [ceased_on(history, organization, term.since, asked) for term in found]
    return later_of("the participant last ceased to be a Party", (art(67, 1), art(67, 2)), NO_DAY, *ended)


checked(__name__)
