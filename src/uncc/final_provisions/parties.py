"""Who is a Party on a day, by which consent, and with which reservations: of Parties all other articles speak."""

from __future__ import annotations

from datetime import date

from uncc.final_provisions.art67_effect import Term, ceased_on, organization_ceases, terms
from uncc.final_provisions.history import Act, History
from uncc.kernel.dates import day
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, Truth, all_of, any_of, derived
from uncc.kernel.parties import Reservation
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["in_force_between", "is_party", "parties_on", "reservations_of"]


def is_party(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether the treaty binds a participant on a day.

    From the day of entry into force for it, that day included, until a denunciation takes effect, that day excluded.
    UNKNOWN for a succession of which the day is not recorded, and for an organization whose members are not known
    once a State has denounced.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> is_party(History(), "Astoria", date(2028, 1, 1)).truth.name
    'NO'
    """
    statement = "the Convention binds the participant on the day"
    found = terms(history, participant, on=day(on, "on"))
    if not found:
        consent = derived(
            False,
            "the participant has consented to be bound",
            art(65, 1),
            art(65, 2),
            asked_of=Role.DEPOSITARY,
            subject=participant,
        )
        return all_of(statement, (art(65, 1), art(65, 2)), consent)
    limbs = (_binds(history, term, on, under) for term in found)
    return any_of(statement, (art(65, 1), art(65, 2), art(67, 1)), *limbs)


def _binds(history: History, term: Term, on: date, under: Readings) -> Finding:
    name = term.instrument.participant
    organization = history.organization(name)
    ceased = () if organization is None else (organization_ceases(history, organization, on, term.since, under=under),)
    return all_of(
        "the instrument binds the participant on the day",
        (art(65, 1), art(65, 2), art(67, 1)),
        derived(
            term.has_begun(on),
            "the Convention has entered into force for the participant",
            art(65, 1),
            art(65, 2),
            asked_of=Role.DEPOSITARY,
            subject=name,
        ),
        ~derived(
            term.has_ended(on),
            "a denunciation by the participant has taken effect",
            art(67, 1),
            asked_of=Role.DEPOSITARY,
            subject=name,
        ),
        *(~finding for finding in ceased),
    )


def parties_on(history: History, on: date, *, under: Readings = AS_ADOPTED) -> tuple[str, ...]:
    """Return those whom the treaty surely binds on a day, in alphabetical order, organizations among them.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> parties_on(History(), date(2028, 1, 1))
    ()
    """
    return tuple(name for name in history.participants if is_party(history, name, on, under=under).is_yes)


def in_force_between(history: History, one: str, other: str, on: date, *, under: Readings = AS_ADOPTED) -> Finding:
    """Whether the Convention is in force between two participants on a day: it must bind both.

    `InvalidValue` where the two are one.

    Source: Art. 65(1), Art. 65(2), Art. 67(1), Art. 67(2).

    >>> from datetime import date
    >>> in_force_between(History(), "Astoria", "Borduria", date(2028, 1, 1)).truth.name
    'NO'
    """
    if one == other:
        raise InvalidValue("other", other, "a participant other than the first")
    return all_of(
        "the Convention is in force between the two on the day",
        (art(65, 1), art(65, 2), art(67, 1), art(67, 2)),
        is_party(history, one, on, under=under),
        is_party(history, other, on, under=under),
    )


def consent_stands(
    history: History, participant: str, on: date, *, before: date | None = None, under: Readings = AS_ADOPTED
) -> Fact:
    """Whether a consent stands on a day, so that none is given anew; of those given before a day, if one is named.

    It stands no more once a denunciation has taken effect, or once an organization has ceased to be a Party.
    """
    found = [term for term in terms(history, participant, on=on) if before is None or term.instrument.on < before]
    organization = history.organization(participant)
    standing: set[Fact] = set()
    for term in found:
        ceased = Truth.NO
        if organization is not None:
            ceased = organization_ceases(history, organization, on, term.since, under=under).truth
        unsettled = None if ceased is Truth.UNKNOWN else ceased is Truth.NO
        standing.add(False if term.has_ended(on) else unsettled)
    return True if True in standing else None if None in standing else False


def reservations_of(
    history: History, participant: str, on: date | None = None, *, under: Readings = AS_ADOPTED
) -> tuple[Reservation, ...]:
    """Return the reservations and declarations in a history, each with the day of its withdrawal, as known on a day.

    What was made with a consent that has ended by the day is left out: it fell with it, and one that joins anew has to
    make it anew. Without a day all are returned that were ever made.

    Source: Art. 63(3), Art. 63(4), Art. 67(1), Art. 67(2).

    >>> reservations_of(History(), "Astoria")
    ()
    """
    withdrawn = history.of(participant, Act.WITHDRAWAL, until=on)
    left = date.min if on is None else last_left_on(history, participant, on, under=under)
    return tuple(
        Reservation(
            provision=made.provision,
            made_on=made.on,
            withdrawn_on=next((w.on for w in withdrawn if w.provision == made.provision and w.on >= made.on), None),
        )
        for made in history.of(participant, Act.RESERVATION, until=on)
        if made.provision is not None and made.on >= left
    )


def last_left_on(history: History, participant: str, on: date, *, under: Readings = AS_ADOPTED) -> date:
    """Return the last day by a day on which a participant ceased to be a Party; the first of all days where it has not.

    What it declared before fell with the consent that it belonged to.
    """
    found = terms(history, participant)  # what has ended by the day was known on it: it was notified a year before
    days = {term.until.on for term in found if term.until is not None and term.has_ended(on)}
    organization = history.organization(participant)
    if organization is not None:
        days |= {
            ceased for term in found if (ceased := ceased_on(history, organization, on, term.since, under)) is not None
        }
    return max(days, default=date.min)


checked(__name__)
