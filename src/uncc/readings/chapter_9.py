"""Contested readings of Chapter IX: final provisions."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = [
    "Abstention",
    "AcceptanceBefore",
    "AmendmentOpening",
    "CeasingDay",
    "CeasingMembers",
    "DoneLikewise",
    "FloorUnderTreaty",
    "NewPartyText",
    "OptOutAtSignature",
    "PartyFrom",
    "ProtocolOfCeased",
    "ProtocolQuorum",
    "RatifyingUnsigned",
    "ReservationMoment",
    "RunningDuties",
    "SignatureThereafter",
    "SuccessionAsConsent",
]


class ReservationMoment(
    Reading,
    id="reservation-moment",
    question="When can a reservation be made under a provision that names no moment?",
    authority=(art(63, 3), art(11, 3), art(23, 3, "a"), art(23, 3, "b"), art(42, 5)),
    adopted="with-consent",
    because=(
        "One provision on a declaration names its moments, and these do not. Where a treaty is silent the general law "
        "of treaties holds, under which a reservation is made on signing or on consenting to be bound."
    ),
):
    """When a reservation can be made where the text names no moment."""

    WITH_CONSENT = "with-consent", "on signing or on expressing consent to be bound, and not later"
    ANY_TIME = "any-time", "at any time"


class ProtocolQuorum(
    Reading,
    id="protocol-quorum",
    question="Does an organization count among the States Parties needed before a protocol is considered?",
    authority=(art(62, 1), art(2, "n")),
    adopted=None,
    because=(
        "What is said of States Parties applies to organizations within their competence, yet they vote in the place "
        "of their members and not beside them; the text does not say which of the two thoughts governs the number."
    ),
):
    """Whether an organization that is a Party is one of the States Parties that the number asks for."""

    STATES_ONLY = "states-only", "only States count"
    ORGANIZATIONS_TOO = "organizations-too", "an organization that is a Party counts as one more"


class OptOutAtSignature(
    Reading,
    id="dispute-opt-out-at-signature",
    question="Must a declaration against arbitration and the Court that was made on signing be confirmed on ratifying?",
    authority=(art(63, 3),),
    adopted="stands",
    because=(
        "The text itself names signature as a moment for the declaration; the general rule that a reservation made on "
        "signing must be confirmed is for treaties that are silent on the moment."
    ),
):
    """Whether a declaration made on signing must be confirmed with the instrument of consent."""

    STANDS = "stands", "it stands as made"
    CONFIRMED = "confirmed", "it counts only once it is confirmed with the instrument of consent"


class SignatureThereafter(
    Reading,
    id="signature-thereafter",
    question="From when is the Convention open for signature in New York?",
    authority=(art(64, 1),),
    adopted="after-ceremony",
    because=(
        "What follows the signing in Hanoi follows the event and not the year in which it falls; the depositary has "
        "recorded signatures of November 2025."
    ),
):
    """From when the Convention is open for signature in New York."""

    AFTER_CEREMONY = "after-ceremony", "once the signing in Hanoi is over"
    AFTER_YEAR = "after-2025", "once the year 2025 is over"


class RatifyingUnsigned(
    Reading,
    id="ratification-without-signature",
    question="May a State or an organization that has not signed ratify, accept or approve?",
    authority=(art(64, 3), art(64, 4)),
    adopted="signatories",
    because="The three confirm a signature, and a paragraph of its own opens accession to everybody else.",
):
    """Whether ratification, acceptance and approval are open to one that has not signed."""

    SIGNATORIES = "signatories", "they are for signatories; whoever has not signed accedes"
    ANYONE = "anyone", "they are open whether or not there was a signature"


class DoneLikewise(
    Reading,
    id="organization-done-likewise",
    question="Does a member State's accession open the way for its organization to ratify, accept or approve?",
    authority=(art(64, 3),),
    adopted="confirming",
    because=(
        "The sentence speaks of ratification, acceptance and approval, and to do likewise is to do one of these; "
        "accession has a paragraph of its own."
    ),
):
    """Which instrument of a member State opens the way for its organization to ratify."""

    CONFIRMING = "confirming", "a ratification, an acceptance or an approval"
    ANY_INSTRUMENT = "any-instrument", "any instrument of consent, accession included"


class AmendmentOpening(
    Reading,
    id="amendment-opening-day",
    question="On which day have five years from entry into force expired?",
    authority=(art(66, 1),),
    adopted="day-after",
    because=(
        "The day of the event is not counted, so the anniversary is the last day of the five years; what is proposed "
        "on the day after is in time on either reading."
    ),
):
    """The first day on which an amendment may be proposed."""

    DAY_AFTER = "day-after", "the day after the fifth anniversary of entry into force"
    ANNIVERSARY = "anniversary", "the fifth anniversary itself"


class NewPartyText(
    Reading,
    id="amendment-new-party",
    question="Does an amendment bind a participant that becomes a Party once the amendment is in force?",
    authority=(art(66, 5),),
    adopted=None,
    because=(
        "The paragraph names those that have consented to the amendment and other Parties; under the general law of "
        "treaties a newcomer joins the amended text unless it says otherwise."
    ),
):
    """Whether one that becomes a Party after an amendment has entered into force is bound by it."""

    AS_AMENDED = "as-amended", "it becomes a Party to the text as amended"
    CONSENT_NEEDED = "consent-needed", "only once it has accepted the amendment as well"


class CeasingMembers(
    Reading,
    id="organization-ceasing-members",
    question=(
        "Must members that never became Parties have denounced as well before their organization ceases to be a Party?"
    ),
    authority=(art(67, 2),),
    adopted="parties",
    because=(
        "Only a Party can denounce; otherwise a member that never joined would keep the organization bound without any "
        "member that is."
    ),
):
    """Whose denunciations make an organization cease to be a Party."""

    PARTIES = "parties", "those of all members that have been Parties"
    EVERY_MEMBER = "every-member", "those of every member, so that one that never joined keeps the organization in"


class CeasingDay(
    Reading,
    id="organization-ceasing-day",
    question="On which day does an organization cease to be a Party whose members have denounced?",
    authority=(art(67, 1), art(67, 2)),
    adopted="effect",
    because=(
        "Until then its members are Parties still, and nothing suggests that the organization should leave a year "
        "before them."
    ),
):
    """When member States have denounced, for the purpose of their organization."""

    EFFECT = "effect", "when the last of their denunciations takes effect"
    RECEIPT = "receipt", "when the last of their notifications is received"


class Abstention(
    Reading,
    id="abstention",
    question="Does a Party that abstains count among those present and voting?",
    authority=(art(62, 1), art(66, 1), art(57, 3)),
    adopted="not-voting",
    because=(
        "To abstain is to cast no vote, and so the rules of procedure of the United Nations have it; the Conference "
        "can say otherwise in its own rules, since the text does not define the words."
    ),
):
    """Whether abstentions count in a majority of those present and voting."""

    NOT_VOTING = "not-voting", "one that abstains is present and does not vote"
    VOTING = "voting", "an abstention is a vote that is not in favour"


class PartyFrom(
    Reading,
    id="party-from",
    question="From when is a State that has deposited its instrument a Party, so that its organization may accede?",
    authority=(art(64, 4), art(65, 1), art(65, 2)),
    adopted="bound",
    because=(
        "Under the general law of treaties a Party is a State that has consented to be bound and for which the treaty "
        "is in force; of a deposit the Convention speaks in other words."
    ),
):
    """From when a member State is a Party, for the accession of its organization."""

    BOUND = "bound", "from the day on which the Convention enters into force for it"
    DEPOSITED = "deposited", "from the deposit of its instrument"


class AcceptanceBefore(
    Reading,
    id="acceptance-before-bound",
    question="Does an instrument on an amendment count whose author the Convention does not bind yet?",
    authority=(art(66, 3), art(66, 4)),
    adopted="counts",
    because=(
        "What matters is that a Party has expressed its consent when the amendment enters into force for it; to ask "
        "for the same instrument once more would serve nothing."
    ),
):
    """Whether one that the Convention does not bind yet can accept an amendment."""

    COUNTS = "counts", "it counts, and has effect once the Convention binds its author"
    PARTIES_ONLY = "parties-only", "only an instrument counts that was deposited as a Party"


class ProtocolOfCeased(
    Reading,
    id="protocol-of-ceased-organization",
    question="Does a protocol fall for an organization that has ceased to be a Party with its members?",
    authority=(art(67, 2), art(67, 3)),
    adopted="falls",
    because=(
        "Amendments and declarations fall with the consent that they came with, and a protocol binds Parties to the "
        "Convention alone; that an organization leaves by its members' acts and not its own makes no difference."
    ),
):
    """Whether an organization that ceased and rejoined has to join a protocol anew."""

    FALLS = "falls", "the protocol falls with the Convention, as with a denunciation of its own"
    STANDS = "stands", "only a denunciation of its own takes the protocol with it"


class RunningDuties(
    Reading,
    id="running-duties",
    question="Does a duty that arose while a State was a Party bind it once its denunciation has taken effect?",
    authority=(art(67, 1), art(42, 8), art(36, 3)),
    adopted=None,
    because=(
        "The duties are those of a Party, which it is no more, and yet some are tied to data that it obtained or to a "
        "request that it received as one; the text has no rule on duties that run."
    ),
):
    """What a denunciation does to duties that run."""

    END = "end", "they end with membership"
    GO_ON = "go-on", "what arose while the State was a Party is still to be done"


class FloorUnderTreaty(
    Reading,
    id="preservation-floor-under-treaty",
    question="May another treaty between two Parties fall below the least time for which data are preserved?",
    authority=(art(60, 1), art(42, 8)),
    adopted=None,
    because=(
        "The two are entitled to apply their treaty on the same matters, and also that: this can mean in place of the "
        "article on preservation, or beside what a request made under it brings about."
    ),
):
    """Whether two Parties may agree on a shorter time of preservation."""

    MAY = "may", "their treaty governs between them, shorter time and all"
    MAY_NOT = "may-not", "a request under the Convention keeps its least time"


class SuccessionAsConsent(
    Reading,
    id="succession-as-consent",
    question="Does a State consent to be bound by notifying that it succeeds to another State's participation?",
    authority=(art(64, 3), art(64, 4)),
    adopted=None,
    because=(
        "The text names ratification, acceptance, approval and accession, and is silent on a new State. Under the "
        "general law on the succession of States it may depend on how the State came about."
    ),
):
    """Whether a notification of succession is an expression of consent."""

    CONSENTS = "consents", "the State takes over the consent of its predecessor"
    DOES_NOT = "does-not", "the State must deposit an instrument of its own"
