"""Contested readings of Chapter V: international cooperation."""

from __future__ import annotations

from typing import Final

from uncc.kernel.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSISTANCE_RULES",
    "BASIS_NOTICE_EFFECT",
    "BETWEEN_THEMSELVES",
    "CONFISCATION_ROUTE",
    "DISCLOSURE_PERSONAL_DATA",
    "DISCRIMINATION_CLAUSE",
    "EARLY_DECISION",
    "EVIDENCE_CONSENT",
    "EXPIRY_DAY",
    "EXTENSION_DUTY",
    "EXTRADITION_DUTY",
    "FLOOR_AND_CEILING",
    "FLOOR_START",
    "FURTHER_EXTENSION",
    "INTERCEPTION_PERMISSION",
    "NETWORK_DIRECT_HELP",
    "NON_CONFORMITY",
    "PERSONAL_DATA_CONDITIONS",
    "READINGS",
    "SAFE_CONDUCT_INTERRUPTION",
    "SAFE_CONDUCT_RETURN",
    "SAFE_CONDUCT_START",
    "SENTENCED_NATIONAL",
    "SOLE_GROUND",
    "TREATY_GAPS",
    "AssistanceRules",
    "BasisNoticeEffect",
    "BetweenThemselves",
    "ConfiscationRoute",
    "DisclosurePersonalData",
    "DiscriminationClause",
    "EarlyDecision",
    "EvidenceConsent",
    "ExpiryDay",
    "ExtensionDuty",
    "ExtraditionDuty",
    "FloorAndCeiling",
    "FloorStart",
    "FurtherExtension",
    "InterceptionPermission",
    "NetworkDirectHelp",
    "NonConformity",
    "PersonalDataConditions",
    "SafeConductInterruption",
    "SafeConductReturn",
    "SafeConductStart",
    "SentencedNational",
    "SoleGround",
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


class PersonalDataConditions(ReadingOption):
    """Whether a State may leave personal data untransferred although conditions would make the transfer lawful."""

    MAY_DECLINE = "may-decline", "it may seek conditions, and is free not to"
    MUST_SEEK = "must-seek", "data that conditions would let it provide can be provided, so it must seek them"


PERSONAL_DATA_CONDITIONS: Final = Reading(
    "personal-data-conditions",
    "May a State decline to transfer personal data although conditions would make the transfer compliant?",
    PersonalDataConditions,
    (art(36, 1, "a"), art(36, 1, "b")),
    PersonalDataConditions.MAY_DECLINE,
    "The item on conditions says what States may seek and puts no duty on them, and the freedom in the item before "
    "it is not made subject to it.",
)


class SafeConductStart(ReadingOption):
    """The event from which a witness or other person has safe conduct."""

    DEPARTURE = "departure", "the departure from the territory of the requested State"
    ENTRY = "entry", "the entry into the territory of the requesting State"


SAFE_CONDUCT_START: Final = Reading(
    "safe-conduct-start",
    "From when does a person who consents to give evidence abroad have safe conduct?",
    SafeConductStart,
    (art(40, 29),),
    SafeConductStart.DEPARTURE,
    "The departure is the only event of the journey that the paragraph names, and it divides the acts that are "
    "covered from those that are not; a prosecution begun while the person is under way would defeat the purpose.",
)


class SafeConductReturn(ReadingOption):
    """Whether a free return ends safe conduct before the time for leaving has run."""

    AFTER_OPPORTUNITY = (
        "after-opportunity",
        "only once the opportunity of leaving has lasted for the whole period, as with remaining",
    )
    AT_ONCE = "at-once", "on the return itself, whenever it is, since leaving shows that there was an opportunity"


SAFE_CONDUCT_RETURN: Final = Reading(
    "safe-conduct-return",
    "When does safe conduct end for a person who left and came back freely?",
    SafeConductReturn,
    (art(40, 29),),
    SafeConductReturn.AFTER_OPPORTUNITY,
    "The words on the opportunity stand before both cases and govern both; otherwise a witness who goes home between "
    "two hearings would lose the protection by coming back to the second.",
)


class SafeConductInterruption(ReadingOption):
    """What an interruption of the opportunity of leaving does to a period that the States have agreed upon."""

    BEGINS_ANEW = "begins-anew", "the period begins anew after it, like the fifteen days"
    ADDS_UP = "adds-up", "the days before it and after it add up"


SAFE_CONDUCT_INTERRUPTION: Final = Reading(
    "safe-conduct-interruption",
    "Does an agreed period of opportunity begin anew when the opportunity of leaving is interrupted?",
    SafeConductInterruption,
    (art(40, 29),),
    SafeConductInterruption.BEGINS_ANEW,
    "The opportunity must last for the period, and the agreed one stands in the place of the fifteen days; that only "
    "those are called consecutive speaks for the other reading.",
)


class NetworkDirectHelp(ReadingOption):
    """What a point of contact owes where it is permitted to act itself."""

    EITHER = "either", "it may still choose to facilitate the measure"
    DIRECT = "direct", "it must then carry the measure out directly"


NETWORK_DIRECT_HELP: Final = Reading(
    "network-direct-help",
    "Must a measure be carried out directly by the network where domestic law and practice permit it?",
    NetworkDirectHelp,
    (art(41, 3),),
    NetworkDirectHelp.EITHER,
    "The text joins the two ways of helping by a plain alternative, and the permission is a condition of the second "
    "and no limit of the first.",
)


class InterceptionPermission(ReadingOption):
    """How treaties and domestic law together permit assistance in interception."""

    EITHER = "either", "it is enough that one of them permits it"
    BOTH = "both", "both must permit it, where there is a treaty as well as a law"


INTERCEPTION_PERMISSION: Final = Reading(
    "interception-permission",
    "Is it enough for the endeavour to intercept that a treaty or domestic law permits it, or must both?",
    InterceptionPermission,
    (art(46),),
    InterceptionPermission.EITHER,
    "The text joins treaties and domestic laws by an alternative.",
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


class EvidenceConsent(ReadingOption):
    """Whether consent to a use of what was furnished is enough where a treaty governs in place of the paragraph."""

    SUFFICES = "suffices", "what the State that furnished it has consented to is allowed, whatever treaty governs"
    TREATY_DECIDES = "treaty-decides", "the treaty alone says what is allowed, and what consent is worth"


EVIDENCE_CONSENT: Final = Reading(
    "assistance-evidence-consent-and-treaty",
    "Is consent to a use of what was furnished enough where the two States' own treaty governs?",
    EvidenceConsent,
    (art(40, 7), art(40, 19)),
    EvidenceConsent.SUFFICES,
    "The limits on use protect the State that furnished the evidence, which can waive them under any treaty, and which "
    "consented to the use that the request states by executing it. That the treaty stands in the place of the whole "
    "paragraph speaks for the other reading.",
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


class DisclosurePersonalData(ReadingOption):
    """Whether the law on personal data can stand in the way of an expedited disclosure of traffic data."""

    LIST_IS_CLOSED = "list-is-closed", "no: the disclosure may be refused on the grounds of the list only"
    TRANSFER_NOT_REQUIRED = (
        "transfer-not-required",
        "yes: a transfer that this law bars is not required in the first place, so that there is nothing to refuse",
    )


DISCLOSURE_PERSONAL_DATA: Final = Reading(
    "disclosure-personal-data",
    "Must traffic data that lead elsewhere be disclosed although the law on personal data bars the transfer?",
    DisclosurePersonalData,
    (art(36, 1, "a"), art(43, 1), art(43, 2)),
    None,
    "That no transfer is required which this law bars is said of the whole Convention; the list of grounds against the "
    "disclosure says that it is closed, and takes over another clause that lifts an obligation, but not this one.",
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


class SentencedNational(ReadingOption):
    """Whose case must be submitted when a national is not extradited."""

    TO_BE_TRIED = "to-be-tried", "only that of somebody who is sought to be tried"
    WHOEVER_IS_SOUGHT = "whoever-is-sought", "also that of somebody who is sought to serve a sentence"


SENTENCED_NATIONAL: Final = Reading(
    "extradition-sentenced-national",
    "Must the case of a national who is sought to serve a sentence be submitted for prosecution?",
    SentencedNational,
    (art(37, 11), art(37, 12), art(37, 13)),
    SentencedNational.TO_BE_TRIED,
    "The duty speaks of an alleged offender and of prosecution, a surrender for a trial still to come discharges it, "
    "and enforcing the sentence has a paragraph of its own. That a sentence passed in absence may be open to a new "
    "trial speaks for the other reading.",
)

READINGS: Final = (
    FLOOR_START,
    EARLY_DECISION,
    FLOOR_AND_CEILING,
    EXTENSION_DUTY,
    EXPIRY_DAY,
    FURTHER_EXTENSION,
    ASSISTANCE_RULES,
    PERSONAL_DATA_CONDITIONS,
    DISCLOSURE_PERSONAL_DATA,
    SAFE_CONDUCT_START,
    SAFE_CONDUCT_RETURN,
    SAFE_CONDUCT_INTERRUPTION,
    NETWORK_DIRECT_HELP,
    INTERCEPTION_PERMISSION,
    TREATY_GAPS,
    DISCRIMINATION_CLAUSE,
    EVIDENCE_CONSENT,
    NON_CONFORMITY,
    CONFISCATION_ROUTE,
    BASIS_NOTICE_EFFECT,
    BETWEEN_THEMSELVES,
    EXTRADITION_DUTY,
    SOLE_GROUND,
    SENTENCED_NATIONAL,
)
