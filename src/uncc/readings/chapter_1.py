"""Contested readings of Chapter I: general provisions."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = ["SeriousCrimeLaw", "SubstanceOrSubscriber"]


class SubstanceOrSubscriber(
    Reading,
    id="substance-or-subscriber",
    question="What is information that bears the marks of content and of subscriber information at once?",
    authority=(art(2, "d"), art(2, "f")),
    adopted=None,
    because="Each of the two definitions excludes what falls under the other, so the words alone lead in a circle.",
):
    """What information is that bears the marks of content and of subscriber information at once."""

    CONTENT = "content", "it is content data, since it relates to the substance of what is transferred"
    SUBSCRIBER = "subscriber", "it is subscriber information, since it tells who the subscriber is"


class SeriousCrimeLaw(
    Reading,
    id="serious-crime-law",
    question="Whose law measures whether an offence is a serious crime?",
    authority=(art(2, "h"),),
    adopted=None,
    because=(
        "The definition speaks of the penalty and not of the law that sets it; where both laws lead to the same answer "
        "nothing turns on it."
    ),
):
    """Whose law measures the penalty of a serious crime."""

    REQUESTING = (
        "requesting",
        "whether an offence is a serious crime is measured by the law of the requesting State, whose offence it is",
    )
    REQUESTED = (
        "requested",
        "whether an offence is a serious crime is measured by the law of the requested State, which is to act",
    )
