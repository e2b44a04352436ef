"""Art. 2(h) to (o), use of terms: serious crime, property and proceeds, organizations, emergency."""

from __future__ import annotations

from enum import Enum
from typing import Any

from attrs import Attribute, field, fields, frozen

from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, derived, given
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_1 import SeriousCrimeLaw

__all__ = [
    "Measure",
    "Organization",
    "Penalty",
    "PenaltyKind",
    "Property",
    "Situation",
    "counts_as_state_party",
    "is_confiscation",
    "is_emergency",
    "is_freezing_or_seizure",
    "is_predicate_offence",
    "is_proceeds_of_crime",
    "is_property",
    "is_regional_economic_integration_organization",
    "is_serious_crime",
]

THRESHOLD_MONTHS = 48
"""The least maximum deprivation of liberty, in months, that makes a crime serious (Art. 2(h))."""


class PenaltyKind(Enum):
    """The kind of a penalty. The value is its stable name in JSON."""

    TERM = "term"
    """Deprivation of liberty for years and months; none at all where they are stated as 0."""
    LIFE = "life"
    """Deprivation of liberty for life."""
    MORE_SERIOUS = "more-serious"
    """A penalty more serious than deprivation of liberty."""


def _a_kind(_: object, attribute: Attribute[Any], value: Any) -> None:
    """Refuse what is no kind: it would pass for a penalty without a length, and so for a serious one."""
    if not isinstance(value, PenaltyKind):
        raise InvalidValue(attribute.name, value, "a PenaltyKind")


def _a_length(penalty: Penalty, attribute: Attribute[Any], value: Any) -> None:
    if value is not None and (type(value) is not int or value < 0):
        raise InvalidValue(attribute.name, value, "a whole number from 0")
    if value and penalty.kind is not PenaltyKind.TERM:
        raise InvalidValue(attribute.name, value, "0, since only a term has a length")


@frozen(kw_only=True, field_transformer=typed)
class Penalty(Paper):
    """The maximum penalty with which a law threatens an offence, as written; a mandatory minimum is another thing.

    - `years`, `months`: together the length of a term; where neither is stated, it is not known, and where one is
      written, the other is 0.
    - `kind`: which kind of penalty it is.
    """

    kind: PenaltyKind = field(default=PenaltyKind.TERM, validator=_a_kind)
    years: int | None = field(default=None, validator=_a_length)
    months: int | None = field(default=None, validator=_a_length)

    def __attrs_post_init__(self) -> None:
        if self.kind is not PenaltyKind.TERM or (self.years, self.months) != (None, None):
            object.__setattr__(self, "years", self.years or 0)
            object.__setattr__(self, "months", self.months or 0)

    @property
    def reaches_threshold(self) -> Fact:
        """Whether the penalty is deprivation of liberty of at least four years, or more serious; `None`: not known.

        >>> Penalty(years=3, months=12).reaches_threshold, Penalty().reaches_threshold
        (True, None)
        """
        if self.kind is not PenaltyKind.TERM:
            return True
        if self.years is None or self.months is None:
            return None
        return 12 * self.years + self.months >= THRESHOLD_MONTHS

    def __str__(self) -> str:
        return f"{self.years} years and {self.months} months" if self.kind is PenaltyKind.TERM else self.kind.value


def is_serious_crime(*, requesting: Penalty | None = None, requested: Penalty | None = None) -> Finding:
    """Whether conduct is a serious crime, by the maximum penalty in the law of each of the two States.

    `None` where a law is not known. Whose law measures is a reading, on which none is adopted: where both laws lead
    to one answer that is the answer, and where they differ it is UNKNOWN and the reading is open.

    Source: Art. 2(h).

    >>> is_serious_crime(requesting=Penalty(years=4), requested=Penalty(years=5)).truth.name
    'YES'
    >>> is_serious_crime(requesting=Penalty(years=4), requested=Penalty(years=3)).open_questions[0].name
    'serious-crime-law'
    """
    return by_reading(
        "the conduct is a serious crime",
        SeriousCrimeLaw,
        {
            SeriousCrimeLaw.REQUESTING: _reaches(
                requesting,
                "the law of the requesting State threatens four years or more",
                Role.REQUESTING_STATE,
                "Offence.penalty",
            ),
            SeriousCrimeLaw.REQUESTED: _reaches(
                requested,
                "the law of the requested State threatens four years or more",
                Role.REQUESTED_STATE,
                "Offence.penalty_in_requested_state",
            ),
        },
    )


def _reaches(penalty: Penalty | None, statement: str, asked_of: Role, name: str) -> Finding:
    reached = None if penalty is None else penalty.reaches_threshold
    return derived(reached, statement, art(2, "h"), asked_of=asked_of, name=name)


@frozen(kw_only=True)
class Property(Facts, asked_of=Role.CASE_HOLDER):
    """Something of value, and where it comes from. Its kind, form and place do not matter, and it may be virtual."""

    is_asset: Fact = fact("it is an asset of whatever kind", art(2, "i"))
    evidences_asset: Fact = fact(
        "it is a legal document or instrument that shows title to an asset or an interest in it", art(2, "i")
    )
    obtained_directly: Fact = fact("it was derived or obtained directly through an offence", art(2, "j"))
    obtained_indirectly: Fact = fact("it was derived or obtained indirectly through an offence", art(2, "j"))
    subject_of_laundering: Fact = fact("it may become the subject of an offence of laundering", art(2, "m"))


P = fields(Property)


def is_property(thing: Property) -> Finding:
    """Whether a thing is property: any asset, or a document that shows title to one.

    Source: Art. 2(i).

    >>> is_property(Property(is_asset=True)).truth.name
    'YES'
    """
    return any_of("it is property", art(2, "i"), given(thing, P.is_asset), given(thing, P.evidences_asset))


def is_proceeds_of_crime(thing: Property) -> Finding:
    """Whether property is the proceeds of crime, directly or indirectly; the offence may be any.

    Source: Art. 2(j).

    >>> is_proceeds_of_crime(Property(is_asset=True, obtained_indirectly=True)).truth.name
    'YES'
    """
    return all_of(
        "it is the proceeds of crime",
        art(2, "j"),
        is_property(thing),
        any_of(
            "it comes from an offence",
            art(2, "j"),
            given(thing, P.obtained_directly),
            given(thing, P.obtained_indirectly),
        ),
    )


def is_predicate_offence(thing: Property) -> Finding:
    """Whether the offence from which a thing comes is a predicate offence.

    It is when it has generated proceeds that may become the subject of an offence of laundering.

    Source: Art. 2(m).

    >>> is_predicate_offence(Property(subject_of_laundering=False)).truth.name
    'NO'
    """
    return all_of(
        "the offence is a predicate offence",
        art(2, "m"),
        is_proceeds_of_crime(thing),
        given(thing, P.subject_of_laundering),
    )


@frozen(kw_only=True)
class Measure(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A measure against property."""

    prohibits_dealing: Fact = fact(
        "it forbids for a time that the property be transferred, converted, disposed of or moved", art(2, "k")
    )
    assumes_control: Fact = fact("it takes the property into custody or control for a time", art(2, "k"))
    deprives_permanently: Fact = fact("it deprives of the property for good", art(2, "l"))
    ordered_by_authority: Fact = fact("a court or another competent authority ordered it", art(2, "k"), art(2, "l"))


M = fields(Measure)


def is_freezing_or_seizure(measure: Measure) -> Finding:
    """Whether a measure is freezing or seizure: for a time, and ordered.

    Source: Art. 2(k).

    >>> is_freezing_or_seizure(Measure(assumes_control=True, ordered_by_authority=False)).truth.name
    'NO'
    """
    return all_of(
        "the measure is freezing or seizure",
        art(2, "k"),
        any_of(
            "the measure holds the property for a time",
            art(2, "k"),
            given(measure, M.prohibits_dealing),
            given(measure, M.assumes_control),
        ),
        given(measure, M.ordered_by_authority),
    )


def is_confiscation(measure: Measure) -> Finding:
    """Whether a measure is confiscation, which includes forfeiture: for good, and ordered.

    Source: Art. 2(l).

    >>> is_confiscation(Measure(deprives_permanently=True, ordered_by_authority=True)).truth.name
    'YES'
    """
    return all_of(
        "the measure is confiscation",
        art(2, "l"),
        given(measure, M.deprives_permanently),
        given(measure, M.ordered_by_authority),
    )


@frozen(kw_only=True)
class Organization(Facts, asked_of=Role.DEPOSITARY):
    """An organization, and a matter in which it acts."""

    of_states_of_region: Fact = fact("sovereign States of a region have constituted it", art(2, "n"))
    competence_transferred: Fact = fact(
        "its member States have transferred to it competence in matters that the Convention governs", art(2, "n")
    )
    authorized: Fact = fact(
        "it is authorized by its own procedures to sign the Convention or to become bound by it", art(2, "n")
    )
    within_competence: Fact = fact("the matter lies within the limits of its competence", art(2, "n"))


G = fields(Organization)


def is_regional_economic_integration_organization(organization: Organization) -> Finding:
    """Whether an organization is one of those that can take part in the Convention.

    Source: Art. 2(n).

    >>> is_regional_economic_integration_organization(Organization(authorized=False)).truth.name
    'NO'
    """
    return all_of(
        "it is a regional economic integration organization",
        art(2, "n"),
        given(organization, G.of_states_of_region),
        given(organization, G.competence_transferred),
        given(organization, G.authorized),
    )


def counts_as_state_party(organization: Organization) -> Finding:
    """Whether what the Convention says of States Parties applies to an organization in a matter.

    Only within the limits of its competence. Whether the organization has become a Party is another question, which
    this answer leaves open.

    Source: Art. 2(n).

    >>> counts_as_state_party(Organization(within_competence=False)).truth.name
    'NO'
    """
    return all_of(
        "what is said of States Parties applies to the organization in the matter",
        art(2, "n"),
        is_regional_economic_integration_organization(organization),
        given(organization, G.within_competence),
    )


@frozen(kw_only=True)
class Situation(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A situation of danger."""

    risk_to_person: Fact = fact("there is a risk to the life or safety of a natural person", art(2, "o"))
    significant: Fact = fact("the risk is significant", art(2, "o"))
    imminent: Fact = fact("the risk is imminent", art(2, "o"))


S = fields(Situation)


def is_emergency(situation: Situation) -> Finding:
    """Whether a situation is an emergency: the risk must be significant as well as imminent, and to a person.

    Source: Art. 2(o).

    >>> is_emergency(Situation(risk_to_person=True, significant=True, imminent=False)).truth.name
    'NO'
    """
    return all_of(
        "the situation is an emergency",
        art(2, "o"),
        given(situation, S.risk_to_person),
        given(situation, S.significant),
        given(situation, S.imminent),
    )


checked(__name__)
