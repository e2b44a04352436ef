"""Contested readings of Chapter IV: procedural measures and law enforcement."""

from __future__ import annotations

from typing import Final

from uncc.kernel.provisions import art
from uncc.readings import Reading, ReadingOption

__all__ = [
    "ASSESSED_VALUE",
    "CLOSED_GROUP_INABILITY",
    "CONFISCATION_OBJECT",
    "EQUIVALENT_VALUE",
    "IMPERMISSIBLE_RESERVATION",
    "INTERMINGLED_INCOME",
    "LAWFUL_REACH",
    "ORDER_RENEWAL",
    "ORDER_START",
    "PRODUCTION_PLACE",
    "PROVIDER_COMPULSION",
    "RANGE_MOMENT",
    "READINGS",
    "WITNESS_OFFENCE_LINK",
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
    "WitnessOffenceLink",
]


class OrderStart(ReadingOption):
    """The day from which the ceiling of an order to a person is counted."""

    ORDERED = "ordered", "the day on which the order is made"
    SERVED = "served", "the day on which the order reaches the person who is to preserve"


ORDER_START: Final = Reading(
    "preservation-order-start",
    "From which day is the ceiling of a preservation order counted?",
    OrderStart,
    (art(25, 2),),
    OrderStart.ORDERED,
    "The text names no starting day. The earlier of the two is adopted, since a ceiling protects the person who "
    "is bound and the later day could stretch it.",
)


class OrderRenewal(ReadingOption):
    """How far renewals of an order to a person reach."""

    REPEATED = "repeated", "each renewal runs anew up to the ceiling, and more than one is possible"
    ONCE = "once", "an order may be renewed a single time"


ORDER_RENEWAL: Final = Reading(
    "preservation-order-renewal",
    "How often may a preservation order be renewed under the Convention?",
    OrderRenewal,
    (art(25, 2),),
    OrderRenewal.REPEATED,
    "The text lets a State provide for renewal and sets no number; what it renews is an order with the same ceiling.",
)


class RangeMoment(ReadingOption):
    """The moment at which a reservation on traffic data is held against the range for interception."""

    ON_THE_DAY = "on-the-day", "the day that is asked about, so that the reservation must keep pace with interception"
    WHEN_RESERVED = "when-reserved", "the day on which the reservation was made, whatever becomes of interception later"


RANGE_MOMENT: Final = Reading(
    "interception-range-moment",
    "When is the range of a reservation on traffic data compared with the range for interception?",
    RangeMoment,
    (art(23, 3, "a"),),
    RangeMoment.ON_THE_DAY,
    "The proviso speaks in the present of the offences to which the State applies interception. Its purpose, that the "
    "graver measure never reaches further than the lighter one, would fail if interception could outgrow it.",
)


class ClosedGroupInability(ReadingOption):
    """What must be out of a State's power before it may leave out the communications of closed groups."""

    EACH = "each", "each measure that the reservation touches, and no other"
    BOTH = "both", "both measures, even where the reservation touches one"


CLOSED_GROUP_INABILITY: Final = Reading(
    "closed-group-inability",
    "May a State that is unable to apply only one of the two real-time measures reserve that one?",
    ClosedGroupInability,
    (art(23, 3, "b"),),
    None,
    "The paragraph joins the two measures in the inability and in the right alike. It can be meant for each or for the "
    "pair; a measure that the State is able to apply cannot be reserved on either reading.",
)


class ImpermissibleReservation(ReadingOption):
    """What becomes of a reservation that goes further than the Convention permits."""

    VOID = "void", "it has no effect, and the State applies the measure as if it had made none"
    REDUCED = "reduced", "it takes effect as far as a reservation was permitted, and no further"


IMPERMISSIBLE_RESERVATION: Final = Reading(
    "impermissible-reservation",
    "What is the effect of a reservation on real-time measures that is wider than permitted?",
    ImpermissibleReservation,
    (art(23, 3, "a"), art(23, 3, "b")),
    None,
    "The Convention sets the limits and does not say what follows where a State oversteps them; the law of treaties "
    "decides, and on this it is disputed. A reservation wider than permitted is valid on neither reading.",
)


class ProductionPlace(ReadingOption):
    """Whether the place where data are stored matters to an order against a person in the territory."""

    ANYWHERE = "anywhere", "the data may be stored anywhere, as long as the person has or controls them"
    IN_TERRITORY = "in-territory", "the data must be stored in the territory as well"


PRODUCTION_PLACE: Final = Reading(
    "production-place",
    "Does the power to order a person to produce data reach data that are stored abroad?",
    ProductionPlace,
    (art(27, "a"),),
    ProductionPlace.ANYWHERE,
    "The item asks that the person be in the territory and says nothing of where the data are, while its neighbour on "
    "search and seizure names the territory for both the system and the data.",
)


class LawfulReach(ReadingOption):
    """What must be lawful before a search goes on to a connected system."""

    BOTH = "both", "the data's being accessible from the first system as well as their being available to it"
    ACCESS = "access", "their being accessible from it; that they are available to it is enough by itself"


LAWFUL_REACH: Final = Reading(
    "lawful-reach",
    "Does lawfulness qualify both ways in which data can be within reach of the first system, or the first way only?",
    LawfulReach,
    (art(28, 2),),
    LawfulReach.BOTH,
    "The adverb stands before the pair, and the other reading would open data to the authorities that are within reach "
    "of the first system by a breach of law.",
)


class ProviderCompulsion(ReadingOption):
    """To how many of the two tasks the authorities must be able to compel a service provider."""

    EITHER = "either", "one of them is enough: to collect the data, or to assist the authorities"
    BOTH = "both", "both, so that the authorities can choose in each case"


PROVIDER_COMPULSION: Final = Reading(
    "provider-compulsion",
    "Must the law let the authorities compel providers to both real-time tasks, or is one enough?",
    ProviderCompulsion,
    (art(29, 1, "b"), art(30, 1, "b")),
    ProviderCompulsion.EITHER,
    "The two tasks are joined by the word for an alternative, while the powers above them are joined by the word for "
    "both.",
)


class WitnessOffenceLink(ReadingOption):
    """Which forms of a witness's help must concern an offence established in accordance with the Convention."""

    ALL_FORMS = "all-forms", "testimony, information and every other cooperation"
    INFORMATION = "information", "information alone; testimony and other cooperation may concern any offence"


WITNESS_OFFENCE_LINK: Final = Reading(
    "witness-offence-link",
    "Which forms of help must concern a Convention offence for the protection of witnesses to apply?",
    WitnessOffenceLink,
    (art(33, 1),),
    WitnessOffenceLink.ALL_FORMS,
    "The words on offences stand next to information only, but the Convention applies to the pursuit of its own "
    "offences (Art. 3(a)), and nothing shows that this paragraph was to reach further.",
)


class ConfiscationObject(ReadingOption):
    """What a State's law must be able to take: the proceeds, their value, or both."""

    EITHER = "either", "one is enough: the proceeds themselves, or property of corresponding value"
    BOTH = "both", "both, so that corresponding value can be taken where the proceeds themselves are gone"


CONFISCATION_OBJECT: Final = Reading(
    "confiscation-object",
    "Must domestic law enable the confiscation of proceeds as well as of corresponding value, or is one enough?",
    ConfiscationObject,
    (art(31, 1, "a"),),
    ConfiscationObject.EITHER,
    "The item joins the two by the word for an alternative, while the items are joined as a list of what is owed; a "
    "State whose law takes the one has taken the measures for one of the two.",
)


class EquivalentValue(ReadingOption):
    """When property of corresponding value can be taken."""

    ALTERNATIVE = "alternative", "property of corresponding value can be taken whether or not the proceeds are there"
    SUBSIDIARY = "subsidiary", "it can be taken only where the proceeds themselves cannot"


EQUIVALENT_VALUE: Final = Reading(
    "confiscation-equivalent-value",
    "Must the proceeds themselves be out of reach before property of corresponding value is taken?",
    EquivalentValue,
    (art(31, 1, "a"),),
    EquivalentValue.ALTERNATIVE,
    "The two stand side by side, joined by an or, and no order between them is set; domestic law can set one.",
)


class AssessedValue(ReadingOption):
    """What the assessed value of intermingled proceeds is."""

    AS_MIXED = "as-mixed", "what the proceeds were worth when they were mixed in"
    SHARE = "share", "their share of what the property is worth when it is assessed"


ASSESSED_VALUE: Final = Reading(
    "confiscation-assessed-value",
    "Do proceeds that were mixed into property gain and lose value with it?",
    AssessedValue,
    (art(31, 5),),
    AssessedValue.AS_MIXED,
    "The limit is the value of the proceeds that were mixed in, not a part of the property; what the property yields "
    "has a paragraph of its own.",
)


class IntermingledIncome(ReadingOption):
    """How much of what a mixed property yields is liable."""

    PROPORTION = "proportion", "the part of the income that corresponds to the share of the proceeds in the property"
    WHOLE = "whole", "all of the income"


INTERMINGLED_INCOME: Final = Reading(
    "confiscation-intermingled-income",
    "How much of the income from property with which proceeds were intermingled is liable?",
    IntermingledIncome,
    (art(31, 6), art(31, 5)),
    None,
    "The paragraph makes such income liable to the same extent as proceeds, which are liable as a whole; yet in mixed "
    "property they are liable up to their value only. The words alone favour neither.",
)

READINGS: Final = (
    ORDER_START,
    ORDER_RENEWAL,
    RANGE_MOMENT,
    CLOSED_GROUP_INABILITY,
    IMPERMISSIBLE_RESERVATION,
    PRODUCTION_PLACE,
    LAWFUL_REACH,
    PROVIDER_COMPULSION,
    WITNESS_OFFENCE_LINK,
    CONFISCATION_OBJECT,
    EQUIVALENT_VALUE,
    ASSESSED_VALUE,
    INTERMINGLED_INCOME,
)
