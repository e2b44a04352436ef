"""Contested readings of Chapter II: criminalization."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = ["NO_LIMITATION", "READINGS", "NoLimitation"]


class NoLimitation(ReadingOption):
    """What a law does that knows no limitation period for an offence."""

    SATISFIES = "satisfies", "it gives more time than any period, and so does what the article is for"
    FALLS_SHORT = "falls-short", "it establishes no period, and the article asks for one"


NO_LIMITATION: Final = Reading(
    "no-limitation-period",
    "Does a law under which proceedings can be commenced at any time do what the article on limitation asks for?",
    NoLimitation,
    (art(20),),
    NoLimitation.SATISFIES,
    "The article asks for much time and, after evasion, for more; it protects the proceedings, and a law without a "
    "period never cuts them off.",
)

READINGS: Final = (NO_LIMITATION,)
