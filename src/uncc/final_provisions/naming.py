"""The names in a history: of States and organizations, and of the texts that they join; each is spelt in one way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from uncc.final_provisions.events import Amendment, Event
from uncc.kernel.errors import InvalidValue
from uncc.kernel.names import Roll

__all__: list[str] = []

MOST_NAMES = 20
"""How many names an error lists."""


class Organization(Protocol):
    """What an organization is here: a name, and those of its members as far as they are known."""

    @property
    def name(self) -> str: ...
    @property
    def members(self) -> tuple[str, ...] | None: ...


def names_in(events: Iterable[Event], organizations: tuple[Organization, ...], others: tuple[str, ...]) -> Roll:
    """Return the roll of the States and organizations of a history; `InvalidValue` for two spellings of one name."""
    first: dict[str, int] = {}
    for at, one in enumerate(events):
        first.setdefault(one.participant, at)
    of_organizations = [
        *((one.name, f"organizations[{at}]") for at, one in enumerate(organizations)),
        *((name, f"organizations[{at}].members") for at, one in enumerate(organizations) for name in one.members or ()),
    ]
    roll = Roll()
    _enter(roll, "events", ((name, f"events[{at}]") for name, at in first.items()))
    _enter(roll, "organizations", of_organizations)
    _enter(roll, "others", ((name, f"others[{at}]") for at, name in enumerate(others)))
    return roll


def texts_in(events: Iterable[Event], amendments: tuple[Amendment, ...]) -> Roll:
    """Return the roll of the amendments and protocols of a history; errors as above."""
    roll = Roll()
    _enter(roll, "amendments", ((one.name, f"amendments[{at}]") for at, one in enumerate(amendments)))
    about = ((one.subject, f"events[{at}]") for at, one in enumerate(events) if one.subject is not None)
    _enter(roll, "events", about)
    return roll


def _enter(roll: Roll, field: str, placed: Iterable[tuple[str, str]]) -> None:
    for name, place in placed:
        earlier = roll.enter(name, place)
        if earlier is not None:
            raise InvalidValue(field, name, f"a name of its own: it is {earlier}")


def no_such_name(roll: Roll, name: str, participants: tuple[str, ...], field: str) -> InvalidValue | None:
    """Return the error for a name that is not in a roll, with what is near it; `None` for one that is."""
    if roll.spelt(name, field) is not None:
        return None
    more = ", ..." if len(participants) > MOST_NAMES else ""
    known = f": {', '.join(participants[:MOST_NAMES]) or 'none'}{more}"
    return InvalidValue(field, name, f"one of the participants{roll.nearest(name) or known}")
