"""Contested readings of Chapter I: general provisions."""

from __future__ import annotations

from typing import Final

from uncc.kernel.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = ["READINGS", "SERIOUS_CRIME_LAW", "SUBSTANCE_OR_SUBSCRIBER", "SeriousCrimeLaw", "SubstanceOrSubscriber"]


class SubstanceOrSubscriber(ReadingOption):
    """What information is that bears the marks of content and of subscriber information at once."""

    CONTENT = "content", "it is content data, since it relates to the substance of what is transferred"
    SUBSCRIBER = "subscriber", "it is subscriber information, since it tells who the subscriber is"


SUBSTANCE_OR_SUBSCRIBER: Final = Reading(
    "substance-or-subscriber",
    "What is information that bears the marks of content and of subscriber information at once?",
    SubstanceOrSubscriber,
    (art(2, "d"), art(2, "f")),
    None,
    "Each of the two definitions excludes what falls under the other, so the words alone lead in a circle.",
)


class SeriousCrimeLaw(ReadingOption):
    """Whose law measures the penalty of a serious crime."""

    REQUESTING = "requesting", "the law of the requesting State, whose offence it is"
    REQUESTED = "requested", "the law of the requested State, which is to act"


SERIOUS_CRIME_LAW: Final = Reading(
    "serious-crime-law",
    "Whose law measures whether an offence is a serious crime?",
    SeriousCrimeLaw,
    (art(2, "h"),),
    None,
    "The definition speaks of the penalty and not of the law that sets it; where both laws lead to the same answer "
    "nothing turns on it.",
)

READINGS: Final = (SUBSTANCE_OR_SUBSCRIBER, SERIOUS_CRIME_LAW)
