"""Contested readings of Chapter V: international cooperation."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSISTANCE_RULES",
    "CONFISCATION_ROUTE",
    "EARLY_DECISION",
    "EXPIRY_DAY",
    "EXTENSION_DUTY",
    "FLOOR_AND_CEILING",
    "FLOOR_START",
    "FURTHER_EXTENSION",
    "READINGS",
    "AssistanceRules",
    "ConfiscationRoute",
    "EarlyDecision",
    "ExpiryDay",
    "ExtensionDuty",
    "FloorAndCeiling",
    "FloorStart",
    "FurtherExtension",
]


class FloorStart(ReadingOption):
    """The day from which the floor of preservation is counted."""

    EFFECTED = "effected", "the day on which the preservation takes effect"
    RECEIVED = "received", "the day on which the requested State receives the request"


FLOOR_START: Final = Reading(
    "preservation-floor-start",
    "From which day are the sixty days of preservation counted?",
    FloorStart,
    (art(42, 8),),
    FloorStart.EFFECTED,
    "The paragraph gives a length to the preservation that is effected, and data are preserved only once it is; "
    "the other day would let slow execution eat into the floor.",
)


class EarlyDecision(ReadingOption):
    """What a decision taken before the floor has run does to the floor."""

    FLOOR_STANDS = "floor-stands", "the floor stands whatever is decided before it has run"
    FLOOR_FALLS = "floor-falls", "the decision ends the preservation, since the floor only serves to reach it"


EARLY_DECISION: Final = Reading(
    "preservation-early-decision",
    "Does the floor stand when the later request is decided before the sixty days have run?",
    EarlyDecision,
    (art(42, 8),),
    EarlyDecision.FLOOR_STANDS,
    "The minimum is set for any preservation and without exception; its purpose explains it and does not limit it.",
)


class FloorAndCeiling(ReadingOption):
    """How the floor of international preservation meets the ceiling of a domestic order."""

    FLOOR_PREVAILS = (
        "floor-prevails",
        "the duty towards the other State goes on beyond the ceiling, by renewal or by other means",
    )
    CEILING_LIMITS = (
        "ceiling-limits",
        "preservation by an order ends with the ceiling where domestic law provides no renewal",
    )


FLOOR_AND_CEILING: Final = Reading(
    "preservation-floor-and-ceiling",
    "Does preservation pending a decision go on beyond the ceiling of an order that cannot be renewed?",
    FloorAndCeiling,
    (art(42, 8), art(25, 2), art(42, 1)),
    FloorAndCeiling.FLOOR_PREVAILS,
    "The ceiling binds orders to a person, which are one way to preserve; the duty to go on until a decision is "
    "put on the State, which can provide renewals or preserve by other means and so keep both rules.",
)


class ExtensionDuty(ReadingOption):
    """Whether a timely request for extension must be granted."""

    SAME_RULES = (
        "same-rules",
        "it is governed like the request for preservation: refusal only on the closed list",
    )
    DISCRETION = "discretion", "the requested State decides as it sees fit"


EXTENSION_DUTY: Final = Reading(
    "preservation-extension-duty",
    "Is the requested State obliged to grant an extension that was asked for in time?",
    ExtensionDuty,
    (art(42, 9), art(42, 6)),
    None,
    "The paragraph says what the requesting State may ask and is silent on what the requested State owes; neither "
    "reading is stronger in the words alone.",
)


class ExpiryDay(ReadingOption):
    """Whether the last day of the period still lies before its expiry."""

    LAST_DAY_INCLUDED = (
        "last-day-included",
        "the period expires when its last day ends, so that day is still in time",
    )
    LAST_DAY_EXCLUDED = "last-day-excluded", "the period expires on its last day, so that day is too late"


EXPIRY_DAY: Final = Reading(
    "preservation-expiry-day",
    "Is an extension asked for on the last day of the period asked for before its expiry?",
    ExpiryDay,
    (art(42, 9),),
    ExpiryDay.LAST_DAY_INCLUDED,
    "A period counted in whole days runs to the end of the last one, and until then it has not expired.",
)


class FurtherExtension(ReadingOption):
    """Whether a period that was extended can be extended again."""

    REPEATED = (
        "repeated",
        "a period that was extended is still the preservation period and can be extended again",
    )
    ONCE = "once", "only the original period can be extended"


FURTHER_EXTENSION: Final = Reading(
    "preservation-further-extension",
    "Can the requesting State ask for another extension once one was granted?",
    FurtherExtension,
    (art(42, 9),),
    FurtherExtension.REPEATED,
    "An extension lengthens the period and does not replace it; the text sets no number.",
)


class AssistanceRules(ReadingOption):
    """Whether rules of the article on assistance govern preservation as well."""

    GOVERN = "govern", "preservation is a form of assistance, so the relevant rules of that article govern it"
    DO_NOT_GOVERN = (
        "do-not-govern",
        "preservation has its own article, which takes over grounds from the one on assistance and nothing else",
    )


ASSISTANCE_RULES: Final = Reading(
    "preservation-assistance-rules",
    "Do the rules on assistance about confidentiality, consultation and reasons govern preservation as well?",
    AssistanceRules,
    (art(35, 2), art(40, 20), art(40, 25), art(40, 28), art(42, 6)),
    None,
    "The relevant paragraphs of the article on assistance apply to evidence in electronic form, which speaks for it; "
    "the article on preservation refers to single grounds only, which speaks against it.",
)


class ConfiscationRoute(ReadingOption):
    """Who chooses between an order of the requested State's own and giving effect to the foreign one."""

    AS_REQUESTED = "as-requested", "the requested State takes the way for which the request was made"
    OWN_CHOICE = "own-choice", "the requested State chooses between the two ways, whatever the request says"


CONFISCATION_ROUTE: Final = Reading(
    "confiscation-route",
    "May the requested State seek an order of its own where it was asked to give effect to a foreign one, or turn it "
    "round?",
    ConfiscationRoute,
    (art(50, 1), art(50, 3)),
    None,
    "The duty is to do the one or the other, which speaks for a choice of the State that owes it; the contents of the "
    "request differ by the way it pertains to, which speaks for the choice of the State that asks.",
)

READINGS: Final = (
    FLOOR_START,
    EARLY_DECISION,
    FLOOR_AND_CEILING,
    EXTENSION_DUTY,
    EXPIRY_DAY,
    FURTHER_EXTENSION,
    ASSISTANCE_RULES,
    CONFISCATION_ROUTE,
)
