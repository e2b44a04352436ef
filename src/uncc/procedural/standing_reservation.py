"""Whether a reservation stands and has effect, made as it was before or after the State was bound (Arts. 23 and 42)."""

from __future__ import annotations

from datetime import date

from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text
from uncc.kernel.parties import (
    Reservation,
    StateParty,
    has_reserved,
    reservations_under,
    stands_under,
    was_made_in_time,
)
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day
from uncc.readings.chapter_9 import ReservationMoment

__all__: list[str] = []


def has_effect(
    party: StateParty, provision: Provision, on: date | Day | None, statement: str, *, place: str = ""
) -> Finding:
    """Return whether a reservation of the State under a provision stands on a day and has effect.

    One made since the Convention bound the State came after its consent. It has effect on the reading alone that lets
    a reservation be made at any time.
    """
    if party.reservations is None:
        return has_reserved(party, provision, on, statement, place=place)
    return any_of(
        statement,
        provision,
        *(
            all_of(
                "the reservation stands on the day and has effect",
                provision,
                stands_under(one, provision, on, subject),
                _was_open(party, one, provision, (subject, place)),
            )
            for subject, one in reservations_under(party, provision, place)
        ),
    )


def _was_open(party: StateParty, one: Reservation, provision: Provision, places: tuple[str, str]) -> Finding:
    """Whether the reservation could be made when it was."""
    return by_reading(
        "the reservation could be made when it was",
        ReservationMoment,
        {
            ReservationMoment.WITH_CONSENT: was_made_in_time(party, one, *places),
            ReservationMoment.ANY_TIME: by_text(True, "the text names no moment for the reservation", provision),
        },
    )
