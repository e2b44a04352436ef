"""Contested readings of Chapter IX: final provisions."""

from __future__ import annotations

from typing import Final

from uncc.kernel.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "AMENDMENT_OPENING",
    "CEASING_DAY",
    "CEASING_MEMBERS",
    "DONE_LIKEWISE",
    "NEW_PARTY_TEXT",
    "OPT_OUT_AT_SIGNATURE",
    "PROTOCOL_QUORUM",
    "RATIFYING_UNSIGNED",
    "READINGS",
    "RESERVATION_MOMENT",
    "SIGNATURE_THEREAFTER",
    "AmendmentOpening",
    "CeasingDay",
    "CeasingMembers",
    "DoneLikewise",
    "NewPartyText",
    "OptOutAtSignature",
    "ProtocolQuorum",
    "RatifyingUnsigned",
    "ReservationMoment",
    "SignatureThereafter",
]


class ProtocolQuorum(ReadingOption):
    """Whether an organization that is a Party is one of the States Parties that the number asks for."""

    STATES_ONLY = "states-only", "only States count"
    ORGANIZATIONS_TOO = "organizations-too", "an organization that is a Party counts as one more"


PROTOCOL_QUORUM: Final = Reading(
    "protocol-quorum",
    "Does an organization count among the States Parties needed before a protocol is considered?",
    ProtocolQuorum,
    (art(62, 1), art(2, "n")),
    None,
    "What is said of States Parties applies to organizations within their competence, yet they vote in the place of "
    "their members and not beside them; the text does not say which of the two thoughts governs the number.",
)


class OptOutAtSignature(ReadingOption):
    """Whether a declaration made on signing must be confirmed with the instrument of consent."""

    STANDS = "stands", "it stands as made"
    CONFIRMED = "confirmed", "it counts only once it is confirmed with the instrument of consent"


OPT_OUT_AT_SIGNATURE: Final = Reading(
    "dispute-opt-out-at-signature",
    "Must a declaration against arbitration and the Court that was made on signing be confirmed on ratifying?",
    OptOutAtSignature,
    (art(63, 3),),
    OptOutAtSignature.STANDS,
    "The text itself names signature as a moment for the declaration; the general rule that a reservation made on "
    "signing must be confirmed is for treaties that are silent on the moment.",
)


class SignatureThereafter(ReadingOption):
    """From when the Convention is open for signature in New York."""

    AFTER_CEREMONY = "after-ceremony", "once the signing in Hanoi is over"
    AFTER_YEAR = "after-2025", "once the year 2025 is over"


SIGNATURE_THEREAFTER: Final = Reading(
    "signature-thereafter",
    "From when is the Convention open for signature in New York?",
    SignatureThereafter,
    (art(64, 1),),
    SignatureThereafter.AFTER_CEREMONY,
    "What follows the signing in Hanoi follows the event and not the year in which it falls; the depositary has "
    "recorded signatures of November 2025.",
)


class RatifyingUnsigned(ReadingOption):
    """Whether ratification, acceptance and approval are open to one that has not signed."""

    SIGNATORIES = "signatories", "they are for signatories; whoever has not signed accedes"
    ANYONE = "anyone", "they are open whether or not there was a signature"


RATIFYING_UNSIGNED: Final = Reading(
    "ratification-without-signature",
    "May a State or an organization that has not signed ratify, accept or approve?",
    RatifyingUnsigned,
    (art(64, 3), art(64, 4)),
    RatifyingUnsigned.SIGNATORIES,
    "The three confirm a signature, and a paragraph of its own opens accession to everybody else.",
)


class DoneLikewise(ReadingOption):
    """Which instrument of a member State opens the way for its organization to ratify."""

    CONFIRMING = "confirming", "a ratification, an acceptance or an approval"
    ANY_INSTRUMENT = "any-instrument", "any instrument of consent, accession included"


DONE_LIKEWISE: Final = Reading(
    "organization-done-likewise",
    "Does a member State's accession open the way for its organization to ratify, accept or approve?",
    DoneLikewise,
    (art(64, 3),),
    DoneLikewise.CONFIRMING,
    "The sentence speaks of ratification, acceptance and approval, and to do likewise is to do one of these; "
    "accession has a paragraph of its own.",
)


class AmendmentOpening(ReadingOption):
    """The first day on which an amendment may be proposed."""

    DAY_AFTER = "day-after", "the day after the fifth anniversary of entry into force"
    ANNIVERSARY = "anniversary", "the fifth anniversary itself"


AMENDMENT_OPENING: Final = Reading(
    "amendment-opening-day",
    "On which day have five years from entry into force expired?",
    AmendmentOpening,
    (art(66, 1),),
    AmendmentOpening.DAY_AFTER,
    "The day of the event is not counted, so the anniversary is the last day of the five years; what is proposed on "
    "the day after is in time on either reading.",
)


class NewPartyText(ReadingOption):
    """Whether one that becomes a Party after an amendment has entered into force is bound by it."""

    AS_AMENDED = "as-amended", "it becomes a Party to the text as amended"
    CONSENT_NEEDED = "consent-needed", "only once it has accepted the amendment as well"


NEW_PARTY_TEXT: Final = Reading(
    "amendment-new-party",
    "Does an amendment bind a participant that becomes a Party once the amendment is in force?",
    NewPartyText,
    (art(66, 5),),
    None,
    "The paragraph names those that have consented to the amendment and other Parties; under the general law of "
    "treaties a newcomer joins the amended text unless it says otherwise.",
)


class CeasingMembers(ReadingOption):
    """Whose denunciations make an organization cease to be a Party."""

    PARTIES = "parties", "those of all members that have been Parties"
    EVERY_MEMBER = "every-member", "those of every member, so that one that never joined keeps the organization in"


CEASING_MEMBERS: Final = Reading(
    "organization-ceasing-members",
    "Must members that never became Parties have denounced as well before their organization ceases to be a Party?",
    CeasingMembers,
    (art(67, 2),),
    CeasingMembers.PARTIES,
    "Only a Party can denounce; otherwise a member that never joined would keep the organization bound without "
    "any member that is.",
)


class CeasingDay(ReadingOption):
    """When member States have denounced, for the purpose of their organization."""

    EFFECT = "effect", "when the last of their denunciations takes effect"
    RECEIPT = "receipt", "when the last of their notifications is received"


CEASING_DAY: Final = Reading(
    "organization-ceasing-day",
    "On which day does an organization cease to be a Party whose members have denounced?",
    CeasingDay,
    (art(67, 1), art(67, 2)),
    CeasingDay.EFFECT,
    "Until then its members are Parties still, and nothing suggests that the organization should leave a year "
    "before them.",
)


class ReservationMoment(ReadingOption):
    """When a reservation can be made where the text names no moment."""

    WITH_CONSENT = "with-consent", "on signing or on expressing consent to be bound, and not later"
    ANY_TIME = "any-time", "at any time"


RESERVATION_MOMENT: Final = Reading(
    "reservation-moment",
    "When can a reservation be made under a provision that names no moment?",
    ReservationMoment,
    (art(63, 3), art(11, 3), art(23, 3, "a"), art(23, 3, "b"), art(42, 5)),
    ReservationMoment.WITH_CONSENT,
    "One provision on a declaration names its moments, and these do not. Where a treaty is silent the general law of "
    "treaties holds, under which a reservation is made on signing or on consenting to be bound.",
)

READINGS: Final = (
    RESERVATION_MOMENT,
    PROTOCOL_QUORUM,
    OPT_OUT_AT_SIGNATURE,
    SIGNATURE_THEREAFTER,
    RATIFYING_UNSIGNED,
    DONE_LIKEWISE,
    AMENDMENT_OPENING,
    NEW_PARTY_TEXT,
    CEASING_MEMBERS,
    CEASING_DAY,
)
