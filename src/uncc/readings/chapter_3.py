"""Contested readings of Chapter III: jurisdiction."""

from __future__ import annotations

from typing import Final

from uncc.kernel.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = ["FLAG_MOMENT", "READINGS", "FlagMoment"]


class FlagMoment(ReadingOption):
    """What the words on the moment attach to."""

    VESSEL_AND_AIRCRAFT = "vessel-and-aircraft", "flag and registration alike count as they were at the commission"
    AIRCRAFT_ONLY = (
        "aircraft-only",
        "only the registration is tied to the commission; a flag that the vessel flies since counts as well",
    )


FLAG_MOMENT: Final = Reading(
    "flag-moment",
    "Do the closing words on the time of the commission govern the flag of a vessel as well?",
    FlagMoment,
    (art(22, 1, "b"),),
    FlagMoment.VESSEL_AND_AIRCRAFT,
    "The sentence speaks of the vessel in the present tense of the commission, so the flag of that moment is meant "
    "even where the closing words are read with the aircraft alone; a later flag would open a mandatory base to a "
    "State that had no link with the offence when it was committed.",
)

READINGS: Final = (FLAG_MOMENT,)
