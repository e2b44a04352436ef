"""Whether a reservation has effect that was made after the State consented to be bound (Arts. 23 and 42)."""

from __future__ import annotations

from datetime import date

from uncc.kernel.findings import Finding, by_reading, by_text
from uncc.kernel.parties import StateParty, was_reserved_late
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day
from uncc.readings.chapter_9 import ReservationMoment

__all__: list[str] = []


def has_effect(stands: Finding, party: StateParty, provision: Provision, on: date | Day | None) -> Finding:
    """Return whether a reservation has effect, from whether it stands on a day.

    One made since the Convention bound the State came after its consent. It has effect on the reading alone that lets
    a reservation be made at any time.
    """
    if not was_reserved_late(party, provision, on):
        return stands
    return by_reading(
        "the reservation has effect, though it was made when the Convention bound the State already",
        ReservationMoment,
        {
            ReservationMoment.WITH_CONSENT: by_text(
                False, "it was made on signing or on consenting to be bound", provision
            ),
            ReservationMoment.ANY_TIME: stands,
        },
    )
