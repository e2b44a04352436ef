"""What the depositary has received, held against what a State says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from uncc.final_provisions import Act, History, duties_on_declarations, duties_on_notifications, reservations_of
from uncc.final_provisions.acts import INSTRUMENTS
from uncc.final_provisions.notification_duties import untold
from uncc.kernel.declared import checked, typed
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model
from uncc.readings import AS_ADOPTED, Readings
from uncc.review.contradictions import RESERVABLE
from uncc.review.record import Implementation, ImplementationStatus, StateRecord
from uncc.review.report import Contradiction, ContradictionKind

__all__ = ["Received", "received"]

USED = (ImplementationStatus.IN_PLACE, ImplementationStatus.PARTLY)


@frozen(kw_only=True, field_transformer=typed)
class Received(Model):
    """What follows for a State from what the depositary has received until a day.

    - `owed`: what it has to notify and has not, or may have to.
    - `at_odds`: reservations and declarations on which it and the depositary do not agree.
    """

    on: date
    owed: tuple[Duty, ...]
    at_odds: tuple[Contradiction, ...]


def received(
    record: StateRecord, history: History, on: date | None = None, *, readings: Readings = AS_ADOPTED
) -> Received:
    """What must a State still notify on a day, and what does it use or claim without having declared it?

    Without `on` the day is that of the record. Where the history is not complete for reservations until that day, what
    is missing in it is not certain. `InvalidValue` where neither names a day, and for a State that the history does not
    name although it holds all instruments: the name is likely to be spelt otherwise there.

    >>> from datetime import date
    >>> from uncc.final_provisions import Act, Event, History
    >>> from uncc.kernel.parties import State
    >>> accession = Event(participant="Astoria", act=Act.ACCESSION, on=date(2027, 7, 1))
    >>> found = received(StateRecord(state=State("Astoria")), History.story([accession]), date(2027, 7, 2))
    >>> [str(duty.authority[0]) for duty in found.owed if duty.trigger.is_yes]
    ['Art. 37(19)', 'Art. 40(12)(c)', 'Art. 40(13)']
    """
    name, day = record.state.name, on or record.as_of
    wrong = history.not_named(name, "state")
    if wrong is not None and history.holds(*INSTRUMENTS, until=day):
        raise wrong
    if day is None:
        raise InvalidValue("on", None, "a day: the record does not say of which it is")
    return Received(
        on=day,
        owed=untold(duties_on_notifications(history, name, day, practice=record.practice, readings=readings)),
        at_odds=tuple(_at_odds(record, history, day, readings)),
    )


def _at_odds(record: StateRecord, history: History, on: date, readings: Readings) -> Iterator[Contradiction]:
    made = reservations_of(history, record.state.name, on, readings=readings)
    standing = {one.provision for one in made if one.stands_on(on).is_yes}
    still_open = {
        duty.authority[0] for duty in duties_on_declarations(history, record.state.name, on, readings=readings)
    }
    for answer in record.implementations:
        if answer.provision not in RESERVABLE:
            continue
        if _is_claimed(answer) and answer.provision not in standing:
            can = "can still" if answer.provision in still_open else "can no longer"
            yield Contradiction(
                provision=answer.provision,
                kind=ContradictionKind.DECLARATION_NOT_RECEIVED,
                details=(f"it {can} be made on {on}",),
                certain=history.holds(Act.RESERVATION, until=on),
            )
        if answer.reserved is False and answer.provision in standing:
            yield Contradiction(provision=answer.provision, kind=ContradictionKind.DECLARATION_RECEIVED)


def _is_claimed(answer: Implementation) -> bool:
    """Whether a State says that it has declared something or, without a word on that, makes use of it."""
    return answer.reserved is True or (answer.reserved is None and answer.status in USED)


checked(__name__)
