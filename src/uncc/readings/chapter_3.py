"""Contested readings of Chapter III: jurisdiction."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = ["FlagMoment"]


class FlagMoment(
    Reading,
    id="flag-moment",
    question="Do the closing words on the time of the commission govern the flag of a vessel as well?",
    authority=(art(22, 1, "b"),),
    adopted="vessel-and-aircraft",
    because=(
        "The sentence speaks of the vessel in the present tense of the commission, so the flag of that moment is meant "
        "even where the closing words are read with the aircraft alone; a later flag would open a mandatory base to a "
        "State that had no link with the offence when it was committed."
    ),
):
    """What the words on the moment attach to."""

    VESSEL_AND_AIRCRAFT = "vessel-and-aircraft", "flag and registration alike count as they were at the commission"
    AIRCRAFT_ONLY = (
        "aircraft-only",
        "only the registration is tied to the commission; a flag that the vessel flies since counts as well",
    )
