"""Contested readings of Chapter V: international cooperation."""

from __future__ import annotations

from typing import Final

from uncc.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSISTANCE_RULES",
    "DISCRIMINATION_CLAUSE",
    "EARLY_DECISION",
    "EXPIRY_DAY",
    "EXTENSION_DUTY",
    "FLOOR_AND_CEILING",
    "FLOOR_START",
    "FURTHER_EXTENSION",
    "NON_CONFORMITY",
    "READINGS",
    "TREATY_GAPS",
    "AssistanceRules",
    "DiscriminationClause",
    "EarlyDecision",
    "ExpiryDay",
    "ExtensionDuty",
    "FloorAndCeiling",
    "FloorStart",
    "FurtherExtension",
    "NonConformity",
    "TreatyGaps",
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


class TreatyGaps(ReadingOption):
    """What governs where the two States' own treaty on assistance has nothing on a matter."""

    NOT_FILLED = "not-filled", "paragraphs 8 to 31 do not apply beside the treaty, even where it is silent"
    FILLED = "filled", "a paragraph applies where nothing in the treaty corresponds to it"


TREATY_GAPS: Final = Reading(
    "assistance-treaty-gaps",
    "Do paragraphs 8 to 31 fill what the two States' own treaty on assistance leaves open?",
    TreatyGaps,
    (art(40, 7),),
    TreatyGaps.NOT_FILLED,
    "The paragraphs are made to apply where no treaty binds the States or where these so agree; a treaty that is "
    "silent binds them all the same, and the text then encourages them to apply the paragraphs and does not oblige.",
)


class DiscriminationClause(ReadingOption):
    """Whether the clause on discrimination holds where a treaty governs in place of paragraphs 8 to 31."""

    STANDS = "stands", "it speaks of the whole Convention, so it limits what the Convention obliges to in any case"
    DISPLACED = "displaced", "it is one of the paragraphs in whose place the treaty applies"


DISCRIMINATION_CLAUSE: Final = Reading(
    "assistance-discrimination-and-treaty",
    "Does the clause on discrimination hold where the two States' own treaty governs?",
    DiscriminationClause,
    (art(40, 7), art(40, 22), art(40, 6)),
    DiscriminationClause.STANDS,
    "The clause says how no part of the Convention is to be read, the general duty to assist included; what the "
    "treaty itself obliges to is another matter, which the Convention leaves as it is.",
)


class NonConformity(ReadingOption):
    """Which provisions of the article a request must keep to, so that it cannot be refused as not conforming."""

    MANNER = "manner", "those on how a request is made: channel, form and particulars"
    WHOLE_ARTICLE = "whole-article", "these, and also those on what may be asked for"


NON_CONFORMITY: Final = Reading(
    "assistance-non-conformity",
    "When is a request not made in conformity with the article on assistance?",
    NonConformity,
    (art(40, 21, "a"),),
    NonConformity.MANNER,
    "The words are about the making of the request; assistance beyond what the article opens is not owed in the "
    "first place, so that no ground for refusing it is needed.",
)

READINGS: Final = (
    FLOOR_START,
    EARLY_DECISION,
    FLOOR_AND_CEILING,
    EXTENSION_DUTY,
    EXPIRY_DAY,
    FURTHER_EXTENSION,
    ASSISTANCE_RULES,
    TREATY_GAPS,
    DISCRIMINATION_CLAUSE,
    NON_CONFORMITY,
)
