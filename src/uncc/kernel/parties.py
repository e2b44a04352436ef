"""States, what each has declared as a Party, and the relation between two of them on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from uncc.kernel.dates import a_date, day
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, derived
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "AssistanceTreaty",
    "Relation",
    "Reservation",
    "State",
    "StateParty",
    "has_reserved",
    "is_bound_by_convention",
]


@frozen(field_transformer=typed)
class State(Model):
    """A State, by the name it goes by in the case."""

    name: str = field(validator=a_text)

    def __str__(self) -> str:
        return self.name


def _not_before_made(reservation: Reservation, _: object, withdrawn: date | None) -> None:
    if withdrawn is not None and reservation.made_on is not None and withdrawn < reservation.made_on:
        raise InvalidValue(
            "withdrawn_on", withdrawn.isoformat(), f"on or after the day it was made, {reservation.made_on}"
        )


@frozen(kw_only=True, field_transformer=typed)
class Reservation(Model):
    """A reservation or declaration that a State has made under a provision.

    Without `made_on` it counts as made before every day that is asked about.
    """

    provision: Provision
    made_on: date | None = field(default=None, validator=optional(a_date))
    withdrawn_on: date | None = field(default=None, validator=[optional(a_date), _not_before_made])
    text: str | None = field(default=None, validator=optional(a_text))

    def stands(self, on: date | None) -> Fact:
        """Whether the reservation is made and not withdrawn on a day; `None` where the day must be known to tell."""
        if on is not None:
            day(on, "on")
        if self.made_on is None and self.withdrawn_on is None:
            return True
        if on is None:
            return None
        made = self.made_on is None or self.made_on <= on
        return made and (self.withdrawn_on is None or on < self.withdrawn_on)


def _not_before_bound(party: StateParty, _: object, until: date | None) -> None:
    if until is not None and party.bound_from is not None and until < party.bound_from:
        raise InvalidValue("bound_until", until.isoformat(), f"on or after bound_from, {party.bound_from}")


@frozen(kw_only=True, field_transformer=typed)
class StateParty(Model):
    """A State and its participation in the Convention, as far as the case knows it.

    - `bound_from`: the day on which the Convention entered into force for it; `None` where not known.
    - `bound_until`: the day on which a denunciation took effect, from which it is bound no more.
    - `reservations`: all that it has made; `None` where not known, `()` where it has made none.
    """

    state: State
    bound_from: date | None = field(default=None, validator=optional(a_date))
    bound_until: date | None = field(default=None, validator=[optional(a_date), _not_before_bound])
    reservations: tuple[Reservation, ...] | None = None

    def is_bound(self, on: date) -> Fact:
        """Whether the Convention binds the State on a day; `None` where the case does not know since when."""
        day(on, "on")
        if self.bound_until is not None and self.bound_until <= on:
            return False
        return None if self.bound_from is None else self.bound_from <= on


def _another_state(relation: Relation, _: Attribute[Any], requested: StateParty) -> None:
    if requested.state == relation.requesting.state:
        raise InvalidValue("requested", requested.state.name, "a State other than the requesting one")


@frozen(kw_only=True)
class AssistanceTreaty(Facts, asked_of=Role.REQUESTED_STATE):
    """Whether a treaty on mutual legal assistance governs between two States, and what matters of it.

    `silent_on`: the paragraphs of Art. 40 to which nothing in the treaty corresponds; `None` where not known.
    """

    binds: Fact = fact("a treaty on mutual legal assistance binds the two States", art(40, 7))
    paragraphs_agreed: Fact = fact(
        "the two States agree to apply paragraphs 8 to 31 in place of their treaty", art(40, 7)
    )
    allows_dual_criminality: Fact = fact(
        "the treaty between the two States lets assistance be declined for want of dual criminality", art(40, 7)
    )
    paragraphs_facilitate: Fact = fact("applying paragraphs 8 to 31 would facilitate cooperation", art(40, 7))
    silent_on: tuple[Provision, ...] | None = None


@frozen(kw_only=True, field_transformer=typed)
class Relation(Model):
    """Two States on a day, and what binds them to each other beside the Convention."""

    requesting: StateParty
    requested: StateParty = field(validator=_another_state)
    on: date = field(validator=a_date)
    assistance_treaty: AssistanceTreaty = field(factory=AssistanceTreaty)


def is_bound_by_convention(*, relation: Relation) -> Finding:
    """Whether the Convention is in force between the two States on the day of the relation.

    UNKNOWN where the case does not say since when it binds one of them. A State is bound from the day of entry
    into force for it, that day included, until a denunciation takes effect, that day excluded.

    Source: Art. 65(1), Art. 65(2), Art. 67(1).

    >>> from datetime import date
    >>> a = StateParty(state=State("Astoria"), bound_from=date(2027, 6, 1))
    >>> b = StateParty(state=State("Borduria"))
    >>> is_bound_by_convention(relation=Relation(requesting=a, requested=b, on=date(2028, 1, 1))).truth.name
    'UNKNOWN'
    """
    authority = (art(65, 1), art(65, 2), art(67, 1))
    return all_of(
        "the Convention is in force between the two States on the day",
        authority,
        derived(
            relation.requesting.is_bound(relation.on),
            "the Convention binds the requesting State on the day",
            *authority,
            asked_of=Role.DEPOSITARY,
        ),
        derived(
            relation.requested.is_bound(relation.on),
            "the Convention binds the requested State on the day",
            *authority,
            asked_of=Role.DEPOSITARY,
        ),
    )


def has_reserved(party: StateParty, provision: Provision, on: date | None) -> Fact:
    """Whether a reservation of the State under `provision` stands on a day; `None` where that is not known.

    >>> from uncc.kernel.provisions import art
    >>> has_reserved(StateParty(state=State("Astoria"), reservations=()), art(42, 5), None)
    False
    """
    if party.reservations is None:
        return None
    standing = [r.stands(on) for r in party.reservations if r.provision == provision]
    return True if True in standing else None if None in standing else False


checked(__name__)
