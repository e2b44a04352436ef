"""What the depositary has received: one act of one participant, with its day, and what may have come beside.

>>> from datetime import date
>>> print(Event(participant="Astoria", act=Act.SIGNATURE, on=date(2025, 10, 25)))
Astoria, signature, 2025-10-25
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.final_provisions.acts import ABOUT_A_TEXT, UNDER_A_PROVISION, Act
from uncc.kernel.between import Between, day_text, ends_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Facts, Question, day_fact
from uncc.kernel.findings import Kind, derived
from uncc.kernel.measured import day_of
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.quantities import LAST, NEVER, Day, where
from uncc.kernel.ready import MOST_READY, Said
from uncc.kernel.roles import Role
from uncc.kernel.values import a_name

__all__ = ["Amendment", "Event", "Receipt"]


def _where_it_belongs(event: Event, attribute: Attribute[Any], value: object) -> None:
    belongs = UNDER_A_PROVISION if attribute.name == "provision" else ABOUT_A_TEXT
    if value is not None and event.act not in belongs:
        allowed = ", ".join(act.value for act in belongs)
        raise InvalidValue(attribute.name, str(value), f"possible here: it is given only for {allowed}")
    if value is None and event.act in belongs:
        raise InvalidValue(attribute.name, None, f"enough: an event of the kind {event.act.value} needs it")


@frozen(kw_only=True, field_transformer=typed)
class Event(Facts, asked_of=Role.DEPOSITARY):
    """One act of one participant, on the day on which the depositary received it, as far as that is known.

    - `provision`: under which a reservation, a withdrawal or a notification is made.
    - `subject`: the name of the amendment or the protocol.
    - `effective_on`: since when a succession takes effect, as the depositary records it.
    """

    participant: str = field(validator=a_name)
    act: Act
    on: DayFact = day_fact("the depositary received the act", art(64, 3), art(64, 4), art(67, 1))
    provision: Provision | None = field(default=None, validator=_where_it_belongs)
    subject: str | None = field(default=None, validator=[optional(a_name), _where_it_belongs])
    effective_on: DayFact = day_fact("the succession took effect", art(65, 2))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.effective_on is not None and self.act is not Act.SUCCESSION:
            allowed = f"possible here: it is given only for {Act.SUCCESSION.value}"
            raise InvalidValue("effective_on", day_text(self.effective_on), allowed)

    def __str__(self) -> str:
        about = f" {self.provision or self.subject}" if self.provision or self.subject else ""
        return f"{self.participant}, {self.act.value}{about}, {_told(self.on)}"

    def may_be_about(self, asked: Provision | str) -> bool:
        """Whether it is, or may be, under a provision or about a text: one that is wider may mean it."""
        if self.provision is None or not isinstance(asked, Provision):
            return self.subject == asked
        return self.provision.contains(asked) or asked.contains(self.provision)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day on which it can have been received, as far as that is known."""
        least, most = ends_of(self.on)
        return least or date.min, most or date.max


def _told(on: DayFact) -> str:
    return "on a day that is not known" if on is None else day_text(on)


@frozen
class Amendment(Facts, asked_of=Role.CONFERENCE):
    """An amendment by its name, and the day on which the Conference adopted it, as far as that is known."""

    name: str = field(validator=a_name)
    adopted_on: DayFact = day_fact("the Conference adopted the amendment", art(66, 1), art(66, 3))

    @property
    def earliest(self) -> date:
        """The first day on which it can have been adopted."""
        return ends_of(self.adopted_on)[0] or date.min


E = fields(Event)
AUTHORITY = (art(64, 3), art(64, 4), art(67, 1))


@frozen(field_transformer=typed)
class Receipt(Model):
    """An event of a history, and the day on which it was received, with its place in the history.

    One that is not `recorded` stands for whatever of its kind may have come: its day can be `NEVER`.
    """

    event: Event
    on: Day
    place: str
    recorded: bool = True

    @classmethod
    def of(cls, place: int, event: Event) -> Receipt:
        """Return an event by its place among the events of a history."""
        subject = f"events[{place}]"
        if place >= MOST_READY:  # of so many, none would still be ready when it is asked for again
            subject = Said(subject)
        return cls(event, day_of(event, E.on, subject), subject)

    @property
    def effective(self) -> Day:
        """Of a succession: the day since which it takes effect."""
        return day_of(self.event, E.effective_on, self.place)


def unrecorded(participant: str, act: Act, since: date, about: Provision | str | None = None) -> Receipt:
    """Return what may have come of one kind, from a day on, and is not in a history."""
    subject = Said(f"{participant}, {act.value}{'' if about is None else f' {about}'}")
    statement, asked_of = "the depositary has received an act that the history does not hold", Role.DEPOSITARY
    came = derived(None, statement, *AUTHORITY, asked_of=asked_of, subject=subject, name="History.events")
    told = "the act that the history does not hold was received"
    asked = Question("Event.on", told, AUTHORITY, asked_of, subject)
    day = Day(since.toordinal(), LAST, told, AUTHORITY, Kind.DERIVED, (), asked)
    event = Event(
        participant=participant,
        act=act,
        on=Between(since, None),
        provision=about if isinstance(about, Provision) else None,
        subject=about if isinstance(about, str) else None,
    )
    return Receipt(event, where(came, day, NEVER), subject, recorded=False)


checked(__name__)
