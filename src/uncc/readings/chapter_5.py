"""Contested readings of Chapter V: international cooperation."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSISTANCE_RULES",
    "BASIS_NOTICE_EFFECT",
    "BETWEEN_THEMSELVES",
    "EARLY_DECISION",
    "EXPIRY_DAY",
    "EXTENSION_DUTY",
    "EXTRADITION_DUTY",
    "FLOOR_AND_CEILING",
    "FLOOR_START",
    "FURTHER_EXTENSION",
    "READINGS",
    "SOLE_GROUND",
    "AssistanceRules",
    "BasisNoticeEffect",
    "BetweenThemselves",
    "EarlyDecision",
    "ExpiryDay",
    "ExtensionDuty",
    "ExtraditionDuty",
    "FloorAndCeiling",
    "FloorStart",
    "FurtherExtension",
    "SoleGround",
]


class BasisNoticeEffect(ReadingOption):
    """What a notice that the Convention is not taken as the basis for extradition does to a single request."""

    SINGLE_REQUEST = "single-request", "the State may all the same consider the Convention the basis for one request"
    EXCLUDED = "excluded", "the notice settles the matter for every request while it stands"


BASIS_NOTICE_EFFECT: Final = Reading(
    "extradition-basis-notice",
    "May a State that has told the depositary otherwise still take the Convention as the basis for one extradition?",
    BasisNoticeEffect,
    (art(37, 5), art(37, 6, "a")),
    BasisNoticeEffect.SINGLE_REQUEST,
    "The liberty is given on receipt of a request and without regard to the notice; the notice is a duty to inform "
    "and nothing says that it binds the State that gives it.",
)


class BetweenThemselves(ReadingOption):
    """Between which States offences are recognised as extraditable without a treaty."""

    BOTH = "both", "only where neither of the two States makes extradition conditional on a treaty"
    REQUESTED = "requested", "wherever the requested State does not make extradition conditional on a treaty"


BETWEEN_THEMSELVES: Final = Reading(
    "extradition-between-themselves",
    "Must both States do without a treaty for the duty to recognise offences as extraditable?",
    BetweenThemselves,
    (art(37, 7),),
    BetweenThemselves.BOTH,
    "The duty is owed by such States among themselves, and a State that insists on a treaty is not one of them.",
)


class ExtraditionDuty(ReadingOption):
    """Whether the Convention itself obliges to extradite where all its conditions are met."""

    OBLIGES = "obliges", "the article, with the general duty to cooperate, obliges to extradite"
    OPENS = "opens", "the article opens extradition and obliges to submit the case, but never to surrender"


EXTRADITION_DUTY: Final = Reading(
    "extradition-duty",
    "Does the Convention oblige to extradite where the conditions are met and no ground for refusing is open?",
    ExtraditionDuty,
    (art(35, 1), art(37, 1), art(37, 15)),
    None,
    "No paragraph says that a State shall extradite, which speaks against it; the general duty to cooperate, and the "
    "rule that nothing imposes an obligation in cases of discrimination, speak for it.",
)


class SoleGround(ReadingOption):
    """When nationality is the only ground on which a person is not extradited."""

    LITERAL = "literal", "only where no other ground carries the refusal as well"
    SUFFICIENT = "sufficient", "wherever nationality would have been enough, whatever else is invoked beside it"


SOLE_GROUND: Final = Reading(
    "extradition-sole-ground",
    "Must a case be submitted where another ground carries the refusal beside nationality?",
    SoleGround,
    (art(37, 11),),
    SoleGround.LITERAL,
    "The duty is tied to nationality as the only ground; a ground that stands by itself makes it one of two. The other "
    "reading would keep a State from escaping the duty by adding grounds.",
)


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

READINGS: Final = (
    BASIS_NOTICE_EFFECT,
    BETWEEN_THEMSELVES,
    EXTRADITION_DUTY,
    SOLE_GROUND,
    FLOOR_START,
    EARLY_DECISION,
    FLOOR_AND_CEILING,
    EXTENSION_DUTY,
    EXPIRY_DAY,
    FURTHER_EXTENSION,
    ASSISTANCE_RULES,
)
