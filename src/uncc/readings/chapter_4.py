"""Contested readings of Chapter IV: procedural measures and law enforcement."""

from __future__ import annotations

from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading

__all__ = [
    "AssessedValue",
    "ClosedGroupInability",
    "ConfiscationObject",
    "EquivalentValue",
    "ImpermissibleReservation",
    "IntermingledIncome",
    "LawfulReach",
    "OrderRenewal",
    "OrderStart",
    "ProductionPlace",
    "ProviderCompulsion",
    "RangeMoment",
    "RecordOrders",
    "WitnessOffenceLink",
]


class OrderStart(
    Reading,
    id="preservation-order-start",
    question="From which day is the ceiling of a preservation order counted?",
    authority=(art(25, 2),),
    adopted="ordered",
    because=(
        "The text names no starting day. The earlier of the two is adopted, since a ceiling protects the person who is "
        "bound and the later day could stretch it."
    ),
):
    """The day from which the ceiling of an order to a person is counted."""

    ORDERED = "ordered", "the ceiling is counted from the day on which the order is made"
    SERVED = "served", "the ceiling is counted from the day on which the order reaches the person who is to preserve"


class OrderRenewal(
    Reading,
    id="preservation-order-renewal",
    question="How often may a preservation order be renewed under the Convention?",
    authority=(art(25, 2),),
    adopted="repeated",
    because=(
        "The text lets a State provide for renewal and sets no number; what it renews is an order with the same "
        "ceiling."
    ),
):
    """How far renewals of an order to a person reach."""

    REPEATED = "repeated", "each renewal runs anew up to the ceiling, and more than one is possible"
    ONCE = "once", "an order may be renewed a single time"


class RangeMoment(
    Reading,
    id="interception-range-moment",
    question="When is the range of a reservation on traffic data compared with the range for interception?",
    authority=(art(23, 3, "a"),),
    adopted="on-the-day",
    because=(
        "The proviso speaks in the present of the offences to which the State applies interception. Its purpose, that "
        "the graver measure never reaches further than the lighter one, would fail if interception could outgrow it."
    ),
):
    """The moment at which a reservation on traffic data is held against the range for interception."""

    ON_THE_DAY = "on-the-day", "the day that is asked about, so that the reservation must keep pace with interception"
    WHEN_RESERVED = "when-reserved", "the day on which the reservation was made, whatever becomes of interception later"


class ClosedGroupInability(
    Reading,
    id="closed-group-inability",
    question="May a State that is unable to apply only one of the two real-time measures reserve that one?",
    authority=(art(23, 3, "b"),),
    adopted=None,
    because=(
        "The paragraph joins the two measures in the inability and in the right alike. It can be meant for each or for "
        "the pair; a measure that the State is able to apply cannot be reserved on either reading."
    ),
):
    """What must be out of a State's power before it may leave out the communications of closed groups."""

    EACH = "each", "each measure that the reservation touches, and no other"
    BOTH = "both", "both measures, even where the reservation touches one"


class ImpermissibleReservation(
    Reading,
    id="impermissible-reservation",
    question="What is the effect of a reservation on real-time measures that is wider than permitted?",
    authority=(art(23, 3, "a"), art(23, 3, "b")),
    adopted=None,
    because=(
        "The Convention sets the limits and does not say what follows where a State oversteps them; the law of "
        "treaties decides, and on this it is disputed. A reservation wider than permitted is valid on neither reading."
    ),
):
    """What becomes of a reservation that goes further than the Convention permits."""

    VOID = "void", "it has no effect, and the State applies the measure as if it had made none"
    REDUCED = "reduced", "it takes effect as far as a reservation was permitted, and no further"


class ProductionPlace(
    Reading,
    id="production-place",
    question="Does the power to order a person to produce data reach data that are stored abroad?",
    authority=(art(27, "a"),),
    adopted="anywhere",
    because=(
        "The item asks that the person be in the territory and says nothing of where the data are, while its neighbour "
        "on search and seizure names the territory for both the system and the data."
    ),
):
    """Whether the place where data are stored matters to an order against a person in the territory."""

    ANYWHERE = "anywhere", "the data may be stored anywhere, as long as the person has or controls them"
    IN_TERRITORY = "in-territory", "the data must be stored in the territory as well"


class LawfulReach(
    Reading,
    id="lawful-reach",
    question=(
        "Does lawfulness qualify both ways in which data can be within reach of the first system, or the first way "
        "only?"
    ),
    authority=(art(28, 2),),
    adopted="both",
    because=(
        "The adverb stands before the pair, and the other reading would open data to the authorities that are within "
        "reach of the first system by a breach of law."
    ),
):
    """What must be lawful before a search goes on to a connected system."""

    BOTH = "both", "the data's being accessible from the first system as well as their being available to it"
    ACCESS = "access", "their being accessible from it; that they are available to it is enough by itself"


class ProviderCompulsion(
    Reading,
    id="provider-compulsion",
    question="Must the law let the authorities compel providers to both real-time tasks, or is one enough?",
    authority=(art(29, 1, "b"), art(30, 1, "b")),
    adopted="either",
    because=(
        "The two tasks are joined by the word for an alternative, while the powers above them are joined by the word "
        "for both."
    ),
):
    """To how many of the two tasks the authorities must be able to compel a service provider."""

    EITHER = "either", "one of them is enough: to collect the data, or to assist the authorities"
    BOTH = "both", "both, so that the authorities can choose in each case"


class WitnessOffenceLink(
    Reading,
    id="witness-offence-link",
    question="Which forms of help must concern a Convention offence for the protection of witnesses to apply?",
    authority=(art(33, 1),),
    adopted="all-forms",
    because=(
        "The words on offences stand next to information only, but the Convention applies to the pursuit of its own "
        "offences (Art. 3(a)), and nothing shows that this paragraph was to reach further."
    ),
):
    """Which forms of a witness's help must concern an offence established in accordance with the Convention."""

    ALL_FORMS = "all-forms", "testimony, information and every other cooperation"
    INFORMATION = "information", "information alone; testimony and other cooperation may concern any offence"


class ConfiscationObject(
    Reading,
    id="confiscation-object",
    question=(
        "Must domestic law enable the confiscation of proceeds as well as of corresponding value, or is one enough?"
    ),
    authority=(art(31, 1, "a"),),
    adopted="either",
    because=(
        "The item joins the two by the word for an alternative, while the items are joined as a list of what is owed; "
        "a State whose law takes the one has taken the measures for one of the two."
    ),
):
    """What a State's law must be able to take: the proceeds, their value, or both."""

    EITHER = "either", "one is enough: the proceeds themselves, or property of corresponding value"
    BOTH = "both", "both, so that corresponding value can be taken where the proceeds themselves are gone"


class EquivalentValue(
    Reading,
    id="confiscation-equivalent-value",
    question="Must the proceeds themselves be out of reach before property of corresponding value is taken?",
    authority=(art(31, 1, "a"),),
    adopted="alternative",
    because="The two stand side by side, joined by an or, and no order between them is set; domestic law can set one.",
):
    """When property of corresponding value can be taken."""

    ALTERNATIVE = "alternative", "property of corresponding value can be taken whether or not the proceeds are there"
    SUBSIDIARY = "subsidiary", "it can be taken only where the proceeds themselves cannot"


class AssessedValue(
    Reading,
    id="confiscation-assessed-value",
    question="Do proceeds that were mixed into property gain and lose value with it?",
    authority=(art(31, 5),),
    adopted="as-mixed",
    because=(
        "The limit is the value of the proceeds that were mixed in, not a part of the property; what the property "
        "yields has a paragraph of its own."
    ),
):
    """What the assessed value of intermingled proceeds is."""

    AS_MIXED = "as-mixed", "what the proceeds were worth when they were mixed in"
    SHARE = "share", "their share of what the property is worth when it is assessed"


class IntermingledIncome(
    Reading,
    id="confiscation-intermingled-income",
    question="How much of the income from property with which proceeds were intermingled is liable?",
    authority=(art(31, 6), art(31, 5)),
    adopted=None,
    because=(
        "The paragraph makes such income liable to the same extent as proceeds, which are liable as a whole; yet in "
        "mixed property they are liable up to their value only. The words alone favour neither."
    ),
):
    """How much of what a mixed property yields is liable."""

    PROPORTION = "proportion", "the part of the income that corresponds to the share of the proceeds in the property"
    WHOLE = "whole", "all of the income"


class RecordOrders(
    Reading,
    id="confiscation-record-orders",
    question="Must authorities be able to order that records be made available and that they be seized, or either?",
    authority=(art(31, 7),),
    adopted="either",
    because=(
        "The paragraph joins the two orders by the word for an alternative, and either brings the records within reach "
        "of the authorities."
    ),
):
    """Which orders the authorities must be able to make about records."""

    EITHER = "either", "one of the two is enough: that records be made available, or that they be seized"
    BOTH = "both", "both, so that the authorities can choose in each case"
