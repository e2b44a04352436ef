"""Contested readings of Chapter V, international cooperation; those of Art. 40 stand in a file of their own."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = [
    "AssistanceRules",
    "BasisNoticeEffect",
    "BetweenThemselves",
    "ConfiscationRoute",
    "DisclosurePersonalData",
    "EarlyDecision",
    "ExpiryDay",
    "ExtensionDuty",
    "ExtraditionDuty",
    "FloorAndCeiling",
    "FloorStart",
    "FurtherExtension",
    "GroundBesideOthers",
    "InterceptionPermission",
    "NetworkDirectHelp",
    "PersonalDataConditions",
    "SentencedNational",
    "SoleGround",
    "UnpunishedOffence",
]


class FloorStart(
    Reading,
    id="preservation-floor-start",
    question="From which day are the sixty days of preservation counted?",
    authority=(art(42, 8),),
    adopted="effected",
    because=(
        "The paragraph gives a length to the preservation that is effected, and data are preserved only once it is; "
        "the other day would let slow execution eat into the floor."
    ),
):
    """The day from which the floor of preservation is counted."""

    EFFECTED = "effected", "the sixty days are counted from the day on which the preservation takes effect"
    RECEIVED = "received", "the sixty days are counted from the day on which the requested State receives the request"


class EarlyDecision(
    Reading,
    id="preservation-early-decision",
    question="Does the floor stand when the later request is decided before the sixty days have run?",
    authority=(art(42, 8),),
    adopted="floor-stands",
    because=(
        "The minimum is set for any preservation and without exception; its purpose explains it and does not limit it."
    ),
):
    """What a decision taken before the floor has run does to the floor."""

    FLOOR_STANDS = "floor-stands", "the floor stands whatever is decided before it has run"
    FLOOR_FALLS = "floor-falls", "the decision ends the preservation, since the floor only serves to reach it"


class FloorAndCeiling(
    Reading,
    id="preservation-floor-and-ceiling",
    question="Does preservation pending a decision go on beyond the ceiling of an order that cannot be renewed?",
    authority=(art(42, 8), art(25, 2), art(42, 1)),
    adopted="floor-prevails",
    because=(
        "The ceiling binds orders to a person, which are one way to preserve; the duty to go on until a decision is "
        "put on the State, which can provide renewals or preserve by other means and so keep both rules."
    ),
):
    """How the floor of international preservation meets the ceiling of a domestic order."""

    FLOOR_PREVAILS = (
        "floor-prevails",
        "the duty towards the other State goes on beyond the ceiling, by renewal or by other means",
    )
    CEILING_LIMITS = (
        "ceiling-limits",
        "preservation by an order ends with the ceiling where domestic law provides no renewal",
    )


class ExtensionDuty(
    Reading,
    id="preservation-extension-duty",
    question="Is the requested State obliged to grant an extension that was asked for in time?",
    authority=(art(42, 9), art(42, 6)),
    adopted=None,
    because=(
        "The paragraph says what the requesting State may ask and is silent on what the requested State owes; neither "
        "reading is stronger in the words alone."
    ),
):
    """Whether a timely request for extension must be granted."""

    SAME_RULES = (
        "same-rules",
        "an extension is governed like the request for preservation: refusal only on the closed list",
    )
    DISCRETION = "discretion", "the requested State decides as it sees fit"


class ExpiryDay(
    Reading,
    id="preservation-expiry-day",
    question="Is an extension asked for on the last day of the period asked for before its expiry?",
    authority=(art(42, 9),),
    adopted="last-day-included",
    because="A period counted in whole days runs to the end of the last one, and until then it has not expired.",
):
    """Whether the last day of the period still lies before its expiry."""

    LAST_DAY_INCLUDED = "last-day-included", "the period expires when its last day ends, so that day is still in time"
    LAST_DAY_EXCLUDED = "last-day-excluded", "the period expires on its last day, so that day is too late"


class FurtherExtension(
    Reading,
    id="preservation-further-extension",
    question="Can the requesting State ask for another extension once one was granted?",
    authority=(art(42, 9),),
    adopted="repeated",
    because="An extension lengthens the period and does not replace it; the text sets no number.",
):
    """Whether a period that was extended can be extended again."""

    REPEATED = "repeated", "a period that was extended is still the preservation period and can be extended again"
    ONCE = "once", "only the original period can be extended"


class GroundBesideOthers(
    Reading,
    id="refusal-ground-beside-others",
    question="Where a State states several grounds for its refusal, is it enough that one of them is open?",
    authority=(art(42, 5), art(42, 6), art(43, 2)),
    adopted="one-suffices",
    because=(
        "The article closes what can carry a refusal, and one open ground carries it alone; what is stated beside it "
        "takes nothing away. The other reading keeps to the word that bars every other basis."
    ),
):
    """What a refusal rests on that states more than one ground."""

    ONE_SUFFICES = "one-suffices", "yes: one open ground carries the refusal, whatever is stated beside it"
    EACH_IS_LISTED = "each-is-listed", "no: each ground that is stated must be one that the article admits, and open"


class AssistanceRules(
    Reading,
    id="preservation-assistance-rules",
    question="Do the rules on assistance about confidentiality, consultation and reasons govern preservation as well?",
    authority=(art(35, 2), art(40, 20), art(40, 25), art(40, 28), art(42, 6)),
    adopted=None,
    because=(
        "The relevant paragraphs of the article on assistance apply to evidence in electronic form, which speaks for "
        "it; the article on preservation refers to single grounds only, which speaks against it."
    ),
):
    """Whether rules of the article on assistance govern preservation as well."""

    GOVERN = "govern", "preservation is a form of assistance, so the relevant rules of Art. 40 govern it"
    DO_NOT_GOVERN = (
        "do-not-govern",
        "preservation has Art. 42 of its own, which takes over grounds from Art. 40 and nothing else",
    )


class PersonalDataConditions(
    Reading,
    id="personal-data-conditions",
    question="May a State decline to transfer personal data although conditions would make the transfer compliant?",
    authority=(art(36, 1, "a"), art(36, 1, "b")),
    adopted="may-decline",
    because=(
        "The item on conditions says what States may seek and puts no duty on them, and the freedom in the item before "
        "it is not made subject to it."
    ),
):
    """Whether a State may leave personal data untransferred although conditions would make the transfer lawful."""

    MAY_DECLINE = "may-decline", "a State may seek conditions for the transfer, and is free not to"
    MUST_SEEK = (
        "must-seek",
        "a State must seek conditions for the transfer, since data that they let it provide can be provided",
    )


class DisclosurePersonalData(
    Reading,
    id="disclosure-personal-data",
    question="Must traffic data that lead elsewhere be disclosed although the law on personal data bars the transfer?",
    authority=(art(36, 1, "a"), art(43, 1), art(43, 2)),
    adopted=None,
    because=(
        "That no transfer is required which this law bars is said of the whole Convention; the list of grounds against "
        "the disclosure says that it is closed, and takes over another clause that lifts an obligation, but not this "
        "one."
    ),
):
    """Whether the law on personal data can stand in the way of an expedited disclosure of traffic data."""

    LIST_IS_CLOSED = "list-is-closed", "no: the disclosure may be refused on the grounds of the list only"
    TRANSFER_NOT_REQUIRED = (
        "transfer-not-required",
        "yes: a transfer that this law bars is not required in the first place, so that there is nothing to refuse",
    )


class NetworkDirectHelp(
    Reading,
    id="network-direct-help",
    question="Must a measure be carried out directly by the network where domestic law and practice permit it?",
    authority=(art(41, 3),),
    adopted="either",
    because=(
        "The text joins the two ways of helping by a plain alternative, and the permission is a condition of the "
        "second and no limit of the first."
    ),
):
    """What a point of contact owes where it is permitted to act itself."""

    EITHER = "either", "it may still choose to facilitate the measure"
    DIRECT = "direct", "it must then carry the measure out directly"


class InterceptionPermission(
    Reading,
    id="interception-permission",
    question="Is it enough for the endeavour to intercept that a treaty or domestic law permits it, or must both?",
    authority=(art(46),),
    adopted="either",
    because="The text joins treaties and domestic laws by an alternative.",
):
    """How treaties and domestic law together permit assistance in interception."""

    EITHER = "either", "it is enough that one of them permits it"
    BOTH = "both", "both must permit it, where there is a treaty as well as a law"


class ConfiscationRoute(
    Reading,
    id="confiscation-route",
    question=(
        "May the requested State seek an order of its own where it was asked to give effect to a foreign one, or turn "
        "it round?"
    ),
    authority=(art(50, 1), art(50, 3)),
    adopted=None,
    because=(
        "The duty is to do the one or the other, which speaks for a choice of the State that owes it; the contents of "
        "the request differ by the way it pertains to, which speaks for the choice of the State that asks."
    ),
):
    """Who chooses between an order of the requested State's own and giving effect to the foreign one."""

    AS_REQUESTED = "as-requested", "the requested State takes the way for which the request was made"
    OWN_CHOICE = "own-choice", "the requested State chooses between the two ways, whatever the request says"


class BasisNoticeEffect(
    Reading,
    id="extradition-basis-notice",
    question=(
        "May a State that has told the depositary otherwise still take the Convention as the basis for one extradition?"
    ),
    authority=(art(37, 5), art(37, 6, "a")),
    adopted="single-request",
    because=(
        "The liberty is given on receipt of a request and without regard to the notice; the notice is a duty to inform "
        "and nothing says that it binds the State that gives it."
    ),
):
    """What a notice that the Convention is not taken as the basis for extradition does to a single request."""

    SINGLE_REQUEST = "single-request", "the State may all the same consider the Convention the basis for one request"
    EXCLUDED = "excluded", "the notice settles the matter for every request while it stands"


class BetweenThemselves(
    Reading,
    id="extradition-between-themselves",
    question="Must both States do without a treaty for the duty to recognise offences as extraditable?",
    authority=(art(37, 7),),
    adopted="both",
    because=(
        "The duty is owed by such States among themselves, and a State that insists on a treaty is not one of them."
    ),
):
    """Between which States offences are recognised as extraditable without a treaty."""

    BOTH = "both", "only where neither of the two States makes extradition conditional on a treaty"
    REQUESTED = "requested", "wherever the requested State does not make extradition conditional on a treaty"


class ExtraditionDuty(
    Reading,
    id="extradition-duty",
    question="Does the Convention oblige to extradite where the conditions are met and no ground for refusing is open?",
    authority=(art(35, 1), art(37, 1), art(37, 15)),
    adopted=None,
    because=(
        "No paragraph says that a State shall extradite, which speaks against it; the general duty to cooperate, and "
        "the rule that nothing imposes an obligation in cases of discrimination, speak for it."
    ),
):
    """Whether the Convention itself obliges to extradite where all its conditions are met."""

    OBLIGES = "obliges", "the article, with the general duty to cooperate, obliges to extradite"
    OPENS = "opens", "the article opens extradition and obliges to submit the case, but never to surrender"


class UnpunishedOffence(
    Reading,
    id="extradition-unpunished-offence",
    question=(
        "Does the article on extradition apply to an offence for which it lets a State extradite without punishing it?"
    ),
    authority=(art(37, 1), art(37, 2), art(37, 5)),
    adopted=None,
    because=(
        "The first paragraph says to which offences the article applies, and that both States punish them is among its "
        "conditions; the second sets that paragraph aside for such an offence, and says nothing of those that speak of "
        "offences to which the article applies."
    ),
):
    """Whether what is said of offences to which the article applies holds for one under the second paragraph."""

    APPLIES = "applies", "yes: Art. 37(2) takes the place of Art. 37(1), and the rest of Art. 37 follows"
    DOES_NOT_APPLY = (
        "does-not-apply",
        "no: Art. 37(2) opens extradition, and what goes with it is left to the State's own law",
    )


class SoleGround(
    Reading,
    id="extradition-sole-ground",
    question="Must a case be submitted where another ground carries the refusal beside nationality?",
    authority=(art(37, 11),),
    adopted="literal",
    because=(
        "The duty is tied to nationality as the only ground; a ground that stands by itself makes it one of two. The "
        "other reading would keep a State from escaping the duty by adding grounds."
    ),
):
    """When nationality is the only ground on which a person is not extradited."""

    LITERAL = "literal", "only where no other ground carries the refusal as well"
    SUFFICIENT = "sufficient", "wherever nationality would have been enough, whatever else is invoked beside it"


class SentencedNational(
    Reading,
    id="extradition-sentenced-national",
    question="Must the case of a national who is sought to serve a sentence be submitted for prosecution?",
    authority=(art(37, 11), art(37, 12), art(37, 13)),
    adopted="to-be-tried",
    because=(
        "The duty speaks of an alleged offender and of prosecution, a surrender for a trial still to come discharges "
        "it, and enforcing the sentence has a paragraph of its own. That a sentence passed in absence may be open to a "
        "new trial speaks for the other reading."
    ),
):
    """Whose case must be submitted when a national is not extradited."""

    TO_BE_TRIED = "to-be-tried", "only that of somebody who is sought to be tried"
    WHOEVER_IS_SOUGHT = "whoever-is-sought", "also that of somebody who is sought to serve a sentence"
