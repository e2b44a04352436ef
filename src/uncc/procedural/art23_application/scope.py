"""Art. 23(1) and (2), scope of procedural measures: to which offences each power of Chapter IV applies."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.kernel.declared import checked, not_one_of, typed
from uncc.kernel.duties import Duty, shall
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, read_off
from uncc.kernel.life import Life, found
from uncc.kernel.model import Model
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text, some_texts

__all__ = [
    "InterceptionRange",
    "PowerUse",
    "ProceduralPower",
    "ScopeRegime",
    "applies_to_every_class",
    "duties_on_powers",
    "may_apply",
    "serves_criminal_proceedings",
]


class ProceduralPower(Enum):
    """A power of Chapter IV. The value is its stable name in JSON."""

    PRESERVATION = "preservation"
    PARTIAL_DISCLOSURE = "partial-disclosure"
    PRODUCTION_ORDER = "production-order"
    SEARCH_AND_SEIZURE = "search-and-seizure"
    REAL_TIME_TRAFFIC_DATA = "real-time-traffic-data"
    CONTENT_INTERCEPTION = "content-interception"
    FREEZING_AND_CONFISCATION = "freezing-and-confiscation"

    @property
    def authority(self) -> Provision:
        """The article that provides for the power.

        >>> print(ProceduralPower.CONTENT_INTERCEPTION.authority)
        Art. 30
        """
        return art(_ARTICLES[self])

    @property
    def words(self) -> str:
        """The power as it stands in a sentence.

        >>> ProceduralPower.PRODUCTION_ORDER.words
        'production order'
        """
        return self.value.replace("-", " ")


_ARTICLES = MappingProxyType(
    {
        ProceduralPower.PRESERVATION: 25,
        ProceduralPower.PARTIAL_DISCLOSURE: 26,
        ProceduralPower.PRODUCTION_ORDER: 27,
        ProceduralPower.SEARCH_AND_SEIZURE: 28,
        ProceduralPower.REAL_TIME_TRAFFIC_DATA: 29,
        ProceduralPower.CONTENT_INTERCEPTION: 30,
        ProceduralPower.FREEZING_AND_CONFISCATION: 31,
    }
)


def _distinct(_: object, attribute: Attribute[Any], offences: tuple[Any, ...]) -> None:
    """Refuse a range that names an offence twice or has a blank name."""
    some_texts(_, attribute, offences)
    if len(set(offences)) != len(offences):
        raise InvalidValue(attribute.name, offences, "a list in which each offence stands once")


a_range = optional(_distinct)
"""Validates the offences, or categories, to which a State applies a measure."""


@frozen(kw_only=True, field_transformer=typed)
class InterceptionRange(Model):
    """The serious offences for which a State's law provides the interception of content data (Art. 30(1)).

    - `on_day`: on the day that is asked about.
    - `when_reserved`: on the day on which the State made a reservation.
    - Each offence, or category of offences, goes by a name of the case. Names are compared as they stand, so that the
      same name must mean the same on every side; where one side names a category, list what it holds.
    - `None` where the range is not known, `()` where it is empty.
    """

    on_day: tuple[str, ...] | None = field(default=None, validator=a_range)
    when_reserved: tuple[str, ...] | None = field(default=None, validator=a_range)


UNKNOWN_RANGE = InterceptionRange()


@frozen(kw_only=True)
class PowerUse(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """A use that a State would make of a power of Chapter IV: the offence, the purpose, the communications.

    `offence`: the name by which the ranges of the case know it; `None` where not known. What concerns communications
    matters to the two real-time measures alone.
    """

    offence: str | None = field(default=None, validator=optional(a_text))
    for_specific_proceedings: Fact = fact(
        "the power is used in a specific criminal investigation or specific criminal proceedings", art(23, 1)
    )
    convention_offence: Fact = fact("the offence is established in accordance with the Convention", art(23, 2, "a"))
    criminal_offence: Fact = fact("the offence is a criminal offence", art(23, 2, "b"), art(23, 2, "c"))
    by_means_of_system: Fact = fact("the offence was committed by means of a system", art(23, 2, "b"))
    collects_electronic_evidence: Fact = fact(
        "the power serves to collect evidence in electronic form", art(23, 2, "c")
    )
    in_provider_system: Fact = fact(
        "the communications are being transmitted within a service provider's system",
        art(23, 3, "b"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    for_closed_group: Fact = fact(
        "that system is operated for a closed group of users", art(23, 3, "b", "i"), asked_of=Role.SERVICE_PROVIDER
    )
    employs_public_networks: Fact = fact(
        "that system makes use of public communications networks",
        art(23, 3, "b", "ii"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    connected_to_other_system: Fact = fact(
        "that system is connected with another one, be it public or private",
        art(23, 3, "b", "ii"),
        asked_of=Role.SERVICE_PROVIDER,
    )
    within_reservation_terms: Fact = fact(
        "the communications are among those that the State's own reservation names",
        art(23, 3, "b"),
        asked_of=Role.STATE_PARTY,
    )


U = fields(PowerUse)
I = fields(InterceptionRange)  # noqa: E741


def may_apply(power: ProceduralPower, use: PowerUse, *, interception: InterceptionRange = UNKNOWN_RANGE) -> Finding:
    """Whether the chapter provides the power for this use, before any reservation is looked at.

    YES where it does: the State must then apply the power as well, unless it has reserved (see `must_apply`). NO says
    that this chapter is no basis for the use, and not that domestic law may go no further. Interception is provided
    for the serious offences that domestic law determines, and confiscation for offences of the Convention alone.

    Source: Art. 23(1), Art. 23(2), Art. 23(2)(a), Art. 23(2)(b), Art. 23(2)(c), Art. 30(1).

    >>> theft = PowerUse(for_specific_proceedings=True, convention_offence=False, criminal_offence=True,
    ...     by_means_of_system=False, collects_electronic_evidence=True)
    >>> may_apply(ProceduralPower.SEARCH_AND_SEIZURE, theft).truth.name
    'YES'
    >>> may_apply(ProceduralPower.FREEZING_AND_CONFISCATION, theft).truth.name
    'NO'
    """
    return all_of(
        "the chapter provides the power for this use",
        (art(23, 1), art(23, 2)),
        given(use, U.for_specific_proceedings),
        *_range_of(power, use, interception),
    )


def _range_of(power: ProceduralPower, use: PowerUse, interception: InterceptionRange) -> tuple[Finding, ...]:
    match power:
        case ProceduralPower.FREEZING_AND_CONFISCATION:
            return (given(use, U.convention_offence),)
        case ProceduralPower.CONTENT_INTERCEPTION:
            return (_is_in_a_class(use), _is_in_interception_range(use, interception))
        case (
            ProceduralPower.PRESERVATION
            | ProceduralPower.PARTIAL_DISCLOSURE
            | ProceduralPower.PRODUCTION_ORDER
            | ProceduralPower.SEARCH_AND_SEIZURE
            | ProceduralPower.REAL_TIME_TRAFFIC_DATA
        ):
            return (_is_in_a_class(use),)
    raise not_one_of("power", power, ProceduralPower)


def _is_in_a_class(use: PowerUse) -> Finding:
    return any_of(
        "the use falls into one of the three classes",
        art(23, 2),
        given(use, U.convention_offence),
        all_of(
            "it is another criminal offence, committed by means of a system",
            art(23, 2, "b"),
            given(use, U.criminal_offence),
            given(use, U.by_means_of_system),
        ),
        all_of(
            "it is the collection of electronic evidence of a criminal offence",
            art(23, 2, "c"),
            given(use, U.criminal_offence),
            given(use, U.collects_electronic_evidence),
        ),
    )


def _is_in_interception_range(use: PowerUse, interception: InterceptionRange) -> Finding:
    return read_off(
        *told_by(use, interception, I.on_day),
        is_among(use.offence, interception.on_day),
        "the offence is one of the serious offences for which domestic law provides interception",
        art(30, 1),
        asked_of=Role.STATE_PARTY,
    )


def told_by(use: PowerUse, range_: Model, attribute: Attribute[Any]) -> tuple[Model, Attribute[Any]]:
    """Return what tells whether the offence of a use is in a range: the range, once the offence is named."""
    return (use, U.offence) if use.offence is None else (range_, attribute)


def is_among(offence: str | None, offences: tuple[str, ...] | None) -> Fact:
    """Whether an offence is in a range; nothing is in an empty one.

    >>> is_among(None, ()), is_among("fraud", None), is_among("fraud", ("fraud",))
    (False, None, True)
    """
    if offences == ():
        return False
    return None if offence is None or offences is None else offence in offences


@frozen(kw_only=True)
class ScopeRegime(Facts, asked_of=Role.STATE_PARTY):
    """To what a State's law applies the powers and procedures of Chapter IV."""

    for_specific_proceedings: Fact = fact(
        "domestic law provides the powers for specific criminal investigations and proceedings", art(23, 1)
    )
    covers_convention_offences: Fact = fact(
        "the powers apply to the offences established in accordance with the Convention", art(23, 2, "a")
    )
    covers_offences_by_system: Fact = fact(
        "the powers apply to the other criminal offences that are committed by means of a system", art(23, 2, "b")
    )
    covers_electronic_evidence: Fact = fact(
        "the powers apply to collecting electronic evidence of whatever criminal offence", art(23, 2, "c")
    )
    restricts_traffic_data: Fact = fact(
        "domestic law provides the real-time collection of traffic data for certain offences only", art(23, 3, "a")
    )
    leaves_out_closed_groups: Fact = fact(
        "domestic law leaves communications of closed groups out of a real-time measure", art(23, 3, "b")
    )
    considered_restricting_offences: Fact = fact(
        "the State has considered restricting its reservation to certain offences, for the broadest application of the "
        "measures",
        art(23, 3, "a"),
    )
    considered_restricting_closed_groups: Fact = fact(
        "the State has considered restricting its reservation about closed groups, for the broadest application of the "
        "measures",
        art(23, 3, "b"),
    )


S = fields(ScopeRegime)
UNKNOWN_SCOPE = ScopeRegime()
"""A law of which nothing is known."""


def serves_criminal_proceedings(regime: ScopeRegime) -> Finding:
    """Whether the law establishes the powers for the purpose that the chapter names.

    Source: Art. 23(1).

    >>> serves_criminal_proceedings(ScopeRegime(for_specific_proceedings=True)).truth.name
    'YES'
    """
    return given(regime, S.for_specific_proceedings)


def applies_to_every_class(regime: ScopeRegime) -> Finding:
    """Whether the law applies the powers to all three classes; what another provision leaves out does not count.

    Source: Art. 23(2), Art. 23(2)(a), Art. 23(2)(b), Art. 23(2)(c).

    >>> applies_to_every_class(ScopeRegime(covers_electronic_evidence=False)).truth.name
    'NO'
    """
    return all_of(
        "the powers apply to all three classes",
        art(23, 2),
        given(regime, S.covers_convention_offences),
        given(regime, S.covers_offences_by_system),
        given(regime, S.covers_electronic_evidence),
    )


def duties_on_powers(regime: ScopeRegime = UNKNOWN_SCOPE) -> tuple[Duty, ...]:
    """What does each State owe about the powers of the chapter as a whole?

    What it owes about a reservation is in `duties_on_reservations`.

    Source: Art. 23(1), Art. 23(2).

    >>> [duty.id for duty in duties_on_powers()]
    ['establish-powers', 'apply-powers']
    """
    return (
        shall(
            "establish-powers",
            Role.STATE_PARTY,
            "adopt the laws and other measures that it takes to establish the powers and procedures of the chapter",
            art(23, 1),
            by_text(True, "the powers of the chapter are to be established", art(23, 1)),
            qualifications=("as may be necessary", "for specific criminal investigations or proceedings"),
            life=Life(lasts=True, broken=found(~serves_criminal_proceedings(regime))),
        ),
        shall(
            "apply-powers",
            Role.STATE_PARTY,
            "apply the powers to Convention offences, to other offences committed by means of a system, and to "
            "electronic evidence of any offence",
            art(23, 2),
            by_text(True, "the powers of the chapter are to be applied to three classes", art(23, 2)),
            qualifications=("except as the Convention provides otherwise",),
            life=Life(lasts=True, broken=found(~applies_to_every_class(regime))),
        ),
    )


checked(__name__)
