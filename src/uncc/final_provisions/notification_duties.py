"""What a participant still has to tell on a day, and what it can declare on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from attrs import Attribute, evolve, fields

from uncc.final_provisions.acts import Act
from uncc.final_provisions.art63_disputes import may_opt_out, may_withdraw_opt_out
from uncc.final_provisions.art65_entry_into_force import general_entry
from uncc.final_provisions.art66_amendments import may_propose_amendment, opens_for_amendments
from uncc.final_provisions.art67_denunciation import may_denounce
from uncc.final_provisions.art67_effect import Term, has_ended, terms_until
from uncc.final_provisions.events import Receipt
from uncc.final_provisions.history import H, History
from uncc.final_provisions.lives import (
    as_party,
    by_then,
    first_since_it_left,
    is_meant,
    standing_term,
    to_denounce,
    until_denounced,
)
from uncc.final_provisions.notification_list import Bearer, Moment, Notification, Practice, notifications
from uncc.final_provisions.parties import asked_about, consent_stands_from_before, is_party, last_left_on
from uncc.kernel.dates import day, deadline_of
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, exactly, given, read_off
from uncc.kernel.life import Event, Life
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import NEVER, Day, not_after
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings
from uncc.readings.chapter_9 import ReservationMoment

__all__ = ["duties_on_declarations", "duties_on_notifications", "is_late", "may_reserve"]

P = fields(Practice)
NO_PRACTICE = Practice()
WITH_DEPOSIT = (Moment.WITH_DEPOSIT, Moment.WITH_SIGNATURE_OR_DEPOSIT)
RESERVABLE = tuple(one.provision for one in notifications() if one.modality is Modality.MAY_RESERVE)
_REGISTERED = ("extradition_authority_changed", "central_authority_changed")
_FACTS: Mapping[str, Attribute[Fact]] = MappingProxyType({attribute.name: attribute for attribute in P})


def duties_on_notifications(
    history: History,
    participant: str,
    on: date,
    *,
    practice: Practice = NO_PRACTICE,
    readings: Readings = AS_ADOPTED,
) -> tuple[Duty, ...]:
    """What must a participant tell by a day, and has it?

    Each duty has its provision, its addressee and, where the text names a moment, its day: that of the deposit. What is
    surely not owed is left out; the trigger of the others is YES, or UNKNOWN where a fact is missing. Whether it was
    told by the day, and when, its `life` says: in a history that does not claim to hold all notifications, one that is
    not there may have been made.

    Source: Art. 17(2)(d), Art. 37(6)(a), Art. 37(19), Art. 40(12)(c), Art. 40(13), Art. 41(2), Art. 50(5), Art. 53(7),
    Art. 57(6), Art. 64(3), Art. 64(4).

    >>> from datetime import date
    >>> from uncc.final_provisions.events import Event
    >>> history = History.story([Event(participant="Astoria", act=Act.ACCESSION, on=date(2027, 7, 1))])
    >>> [duty.id for duty in duties_on_notifications(history, "Astoria", date(2027, 7, 2))]
    ['extradition-basis', 'extradition-authority', 'central-authority', 'languages']
    """
    participant = history.spelt(participant)
    term, bound = standing_term(history, participant, day(on, "on")), is_party(history, participant, on)
    duties = (
        _duty(
            history,
            participant,
            one,
            _owed(history, participant, one, on, (bound, practice)),
            _life(history, participant, one, on, (term, practice)),
        ).under(readings)
        for one in notifications()
        if one.modality is Modality.SHALL
        and _bears(history, participant, one, None if term is None else term.instrument)
    )
    return tuple(duty for duty in duties if not duty.trigger.is_no)


def _life(history: History, participant: str, one: Notification, on: date, known: tuple[Term | None, Practice]) -> Life:
    """Return since when it is to be told, and when it was: of a change the history does not say which is told.

    What a register says is to be correct at all times, so that a wrong entry breaks the duty from its first day.
    """
    term, practice = known
    ends = until_denounced(term)
    if one.practice in _REGISTERED:
        return Life(lasts=True, broken=Event(given(practice, _FACTS[one.practice], participant)), ends=ends)
    if one.moment in (Moment.ON_CHANGE, Moment.WHEN_REQUIRED):
        return Life(ends=ends)
    since = None if term is None else term.instrument.on if one.moment in WITH_DEPOSIT else term.since
    act = Act.NOTIFICATION if one.by is Bearer.ANY else Act.COMPETENCE
    first = first_since_it_left(history, participant, act, one.provision, on)
    told = Event(_told(history, participant, one, on, asked_about(on)), first)
    return Life(since=since, done=told, ends=ends)


def untold(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the duties to tell something of which it is not certain that it was told, owed as far as it was not."""
    return tuple(duty for duty in map(_as_untold, duties) if not duty.trigger.is_no)


def _as_untold(duty: Duty) -> Duty:
    told = duty.life.done
    if told is None:
        return duty
    statement = "the notification is owed and has not been made"
    return evolve(duty, trigger=all_of(statement, duty.authority, duty.trigger, ~told.finding))


def is_late(
    history: History, participant: str, notification: str, on: date, *, practice: Practice = NO_PRACTICE
) -> Finding:
    """Whether what a participant had to tell with its instrument was not told by the day of the deposit, seen on a day.

    `notification` is its id, as `notifications()` lists it. YES also where it was told since. NO where it was told by
    then, that day included, where it is not owed, or where nothing is deposited. `InvalidValue` for an id of which
    the text names no moment: nothing is late there.

    Source: Art. 37(6)(a), Art. 37(19), Art. 40(12)(c), Art. 40(13), Art. 64(3), Art. 64(4).

    >>> from datetime import date
    >>> from uncc.final_provisions.events import Event
    >>> deposit = Event(participant="Astoria", act=Act.ACCESSION, on=date(2027, 7, 1))
    >>> told = Event(participant="Astoria", act=Act.NOTIFICATION, on=date(2027, 8, 1), provision=art(40, 13))
    >>> is_late(History.story([deposit, told]), "Astoria", "languages", date(2028, 1, 1)).truth.name
    'YES'
    """
    one, participant = _with_deposit(notification), history.spelt(participant)
    asked, owed = (
        asked_about(day(on, "on")),
        [given(practice, _FACTS[one.practice], participant)] if one.practice else [],
    )
    return exactly(
        all_of(
            "the notification did not come with the instrument",
            one.provision,
            *owed,
            any_of(
                "an instrument stands with which it did not come",
                one.provision,
                *(
                    all_of(
                        "the instrument was deposited, and the notification was not made by then",
                        one.provision,
                        _is_deposited(term, asked, one.provision),
                        ~_told(history, participant, one, on, term.instrument.on),
                    )
                    for term in terms_until(history, participant, on)
                    if _bears(history, participant, one, term.instrument)
                ),
            ),
        )
    )


def _with_deposit(name: str) -> Notification:
    """Return the notification of this id, which must come with the deposit at the latest."""
    timed = {one.id: one for one in notifications() if one.moment in WITH_DEPOSIT}
    if name not in timed:
        raise InvalidValue("notification", name, f"one of: {', '.join(timed)}")
    return timed[name]


def _bears(history: History, participant: str, one: Notification, consent: Receipt | None) -> bool:
    """Whether a notification is one for a participant of this kind."""
    if one.by is Bearer.ANY:
        return True
    if history.organization(participant) is None or consent is None:
        return False
    return (consent.event.act is Act.ACCESSION) is (one.by is Bearer.ACCEDING_ORGANIZATION)


def _owed(history: History, participant: str, one: Notification, on: date, known: tuple[Finding, Practice]) -> Finding:
    bound, practice = known
    limbs = [bound]
    if one.moment in WITH_DEPOSIT:
        limbs = [_has_deposited(history, participant, on, one.provision)]
    if one.practice is not None:
        limbs.append(given(practice, _FACTS[one.practice], participant))
    return all_of("the notification is owed", one.provision, *limbs)


def _has_deposited(history: History, participant: str, on: date, authority: Provision) -> Finding:
    """Whether an instrument that was deposited by a day stands, or a succession that was notified."""
    asked = asked_about(on)
    return any_of(
        "the participant has deposited its instrument",
        authority,
        *(_is_deposited(term, asked, authority) for term in terms_until(history, participant, on)),
    )


def _is_deposited(term: Term, asked: Day, authority: Provision) -> Finding:
    return all_of(
        "the instrument was deposited and no denunciation has ended it",
        authority,
        not_after("it was deposited by the day", authority, term.instrument.on, asked),
        ~has_ended(term, asked),
    )


def _told(history: History, participant: str, one: Notification, on: date, asked: Day) -> Finding:
    """Whether it was told by a day since the participant last left the Convention, if ever it did; seen on `on`."""
    left = last_left_on(history, participant, asked)
    act, until = Act.NOTIFICATION if one.by is Bearer.ANY else Act.COMPETENCE, min(on, asked.not_after or on)
    told = history.held(participant, act, until=until)
    return any_of(
        "the notification has been made",
        one.provision,
        *(
            all_of(
                "it was told by the day, and since the participant last left",
                one.provision,
                not_after("it was told by the day", one.provision, notice.on, asked),
                not_after("the participant has not left since", one.provision, left, notice.on),
                *is_meant(notice, one.provision),
            )
            for notice in told
            if notice.event.provision is None or notice.event.may_be_about(one.provision)
        ),
        read_off(
            history,
            H.events,
            False if history.holds(act, until=until) else None,
            "the notification has been made",
            one.provision,
            asked_of=one.addressee or Role.DEPOSITARY,
            subject=participant,
        ),
    )


def _duty(history: History, participant: str, one: Notification, trigger: Finding, life: Life) -> Duty:
    organization = history.organization(participant) is not None
    due = life.since if one.modality is Modality.SHALL and one.moment in WITH_DEPOSIT else None
    deadline = None if due is None else deadline_of(due)
    return Duty(
        id=one.id,
        bearer=Role.REGIONAL_ORGANIZATION if organization else Role.STATE_PARTY,
        modality=one.modality,
        act=one.act,
        authority=(one.provision,),
        trigger=trigger,
        towards=one.addressee,
        deadline=None if deadline is None else evolve(deadline, authority=(one.provision,)),
        qualifications=("within the limits of its competence",) if organization and one.by is Bearer.ANY else (),
        due=due,
        life=life,
    )


def duties_on_declarations(
    history: History,
    participant: str,
    on: date,
    *,
    practice: Practice = NO_PRACTICE,
    readings: Readings = AS_ADOPTED,
) -> tuple[Duty, ...]:
    """What may a participant declare, reserve, withdraw or propose on a day?

    What is surely not open to it is left out. Of a declaration that must come with the signature or the instrument, YES
    means that it can be made with one that is still to come, or is deposited on the day.

    Source: Art. 11(3), Art. 23(3)(a), Art. 23(3)(b), Art. 40(12)(a), Art. 40(12)(d), Art. 42(5), Art. 63(3),
    Art. 63(4), Art. 66(1), Art. 67(1).

    >>> from datetime import date
    >>> from uncc.final_provisions.history import EVERY_ACT
    >>> history = History(complete_until=date(2027, 7, 2), complete_for=EVERY_ACT, events=())
    >>> [duty.id for duty in duties_on_declarations(history, "Astoria", date(2027, 7, 2))][-1]
    'dispute-opt-out'
    """
    participant = history.spelt(participant)
    bound, term = is_party(history, participant, day(on, "on")), standing_term(history, participant, on)
    own = {
        "distinct-central-authority": lambda: all_of(
            "a distinct central authority may be designated",
            art(40, 12, "a"),
            bound,
            given(practice, P.has_separate_region, participant),
        ),
        "diplomatic-channels": lambda: bound,
        "dispute-opt-out": lambda: may_opt_out(history, participant, on),
        "dispute-opt-out-withdrawal": lambda: may_withdraw_opt_out(history, participant, on),
        "propose-amendment": lambda: may_propose_amendment(history, participant, on),
        "denounce": lambda: may_denounce(history, participant, on),
    }
    duties = (
        _duty(
            history,
            participant,
            one,
            own[one.id]() if one.id in own else may_reserve(history, participant, one.provision, on),
            _life_of_right(history, participant, one, on, term),
        ).under(readings)
        for one in notifications()
        if one.modality is not Modality.SHALL
    )
    return tuple(duty for duty in duties if not duty.trigger.is_no)


def _life_of_right(history: History, participant: str, one: Notification, on: date, term: Term | None) -> Life:
    """Return since when and until when it can be declared, and when it was."""
    if one.id == "denounce":
        return to_denounce(term)
    if one.id == "propose-amendment":
        return evolve(as_party(term), since=opens_for_amendments(general_entry(history)))
    if one.id == "dispute-opt-out-withdrawal":
        declared_on = first_since_it_left(history, participant, Act.RESERVATION, art(63, 3), on)
        return Life(since=declared_on, ends=until_denounced(term))
    if one.moment is Moment.ANY_TIME:
        return as_party(term)
    made = first_since_it_left(history, participant, Act.RESERVATION, one.provision, on)
    until = None if term is None else _last_day_to_reserve(one, term.instrument.on)
    return Life(until=until, done=by_then("it has been declared by the day", one.provision, made, on))


def _last_day_to_reserve(one: Notification, consent: Day) -> Day:
    if one.moment is not Moment.NOT_NAMED:
        return consent
    return by_reading(
        "the last day on which it can be reserved",
        ReservationMoment,
        {ReservationMoment.WITH_CONSENT: consent, ReservationMoment.ANY_TIME: NEVER},
    )


def may_reserve(history: History, participant: str, provision: Provision, on: date) -> Finding:
    """Whether a participant can make a reservation on a day under a provision that lets it reserve.

    Where the text names no moment, when it can be made is a reading; for the declaration on disputes the text names
    it, as `may_opt_out` says. `InvalidValue` for any other provision; on other reservations the text is silent.

    Source: Art. 11(3), Art. 23(3)(a), Art. 23(3)(b), Art. 42(5), Art. 63(3).

    >>> from datetime import date
    >>> may_reserve(History.story(), "Astoria", art(42, 5), date(2027, 7, 2)).truth.name
    'YES'
    """
    if provision == art(63, 3):
        return may_opt_out(history, participant, on)
    if provision not in RESERVABLE:
        raise InvalidValue("provision", str(provision), f"one of: {', '.join(map(str, (*RESERVABLE, art(63, 3))))}")
    statement = "the reservation can be made on the day"
    return by_reading(
        statement,
        ReservationMoment,
        {
            ReservationMoment.WITH_CONSENT: ~consent_stands_from_before(history, participant, on, provision),
            ReservationMoment.ANY_TIME: by_text(True, statement, provision),
        },
    )


checked(__name__)
