"""Art. 22(1) to (4): the bases of jurisdiction that an offence gives to a State."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

from attrs import field, fields, frozen

from uncc.kernel.again import OnReadings
from uncc.kernel.consistency import implies
from uncc.kernel.declared import checked, not_one_of, typed
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.provisions import Provision, art
from uncc.kernel.roles import Role
from uncc.readings.chapter_3 import CompanyNational, FlagMoment, NationalityMoment

__all__ = [
    "Base",
    "BaseKind",
    "Commission",
    "JurisdictionBase",
    "Whereabouts",
    "base_is_established",
    "jurisdiction_bases",
]


@frozen(kw_only=True)
class Commission(Facts, asked_of=Role.COMPETENT_AUTHORITY):
    """An offence, and what ties it to one State Party.

    Where an offence is committed that works across borders the Convention does not say: the State judges it. A later
    registration of the aircraft can be recorded, and no answer depends on it.
    """

    convention_offence: Fact = fact(
        "the offence is one established in accordance with the Convention", art(22, 1), asked_of=Role.STATE_PARTY
    )
    in_territory: Fact = fact("it is committed in the territory of the State", art(22, 1, "a"))
    on_vessel: Fact = fact("it is committed on board a vessel", art(22, 1, "b"))
    flag_at_commission: Fact = fact("the vessel flies the State's flag when the offence is committed", art(22, 1, "b"))
    flag_since: Fact = fact("the vessel flies the State's flag when the State acts", art(22, 1, "b"))
    on_aircraft: Fact = fact("it is committed on board an aircraft", art(22, 1, "b"))
    registered_at_commission: Fact = fact(
        "the aircraft is registered under the State's laws when the offence is committed", art(22, 1, "b")
    )
    registered_since: Fact = fact(
        "the aircraft is registered under the State's laws when the State acts", art(22, 1, "b")
    )
    against_national: Fact = fact(
        "it is committed against somebody who is then a national of the State", art(22, 2, "a")
    )
    victim_national_since: Fact = fact(
        "somebody against whom it is committed is a national of the State when the State acts", art(22, 2, "a")
    )
    against_company: Fact = fact("it is committed against a legal person that belongs to the State", art(22, 2, "a"))
    by_national: Fact = fact("it is committed by somebody who is then a national of the State", art(22, 2, "b"))
    offender_national_since: Fact = fact(
        "somebody by whom it is committed is a national of the State when the State acts", art(22, 2, "b")
    )
    by_company: Fact = fact("it is committed by a legal person that belongs to the State", art(22, 2, "b"))
    by_stateless_person: Fact = fact("it is committed by a stateless person", art(22, 2, "b"))
    resides_habitually: Fact = fact("that person then has habitual residence in the State's territory", art(22, 2, "b"))
    resides_since: Fact = fact(
        "that person has habitual residence in the State's territory when the State acts", art(22, 2, "b")
    )
    involvement_in_laundering: Fact = fact(
        "the offence is one of taking part in laundering, attempting it or helping with it",
        art(17, 1, "b", "ii"),
        asked_of=Role.STATE_PARTY,
    )
    aims_at_conversion: Fact = fact(
        "it aims at the conversion or transfer of proceeds, as an offence", art(17, 1, "a", "i")
    )
    aims_at_concealment: Fact = fact(
        "it aims at the concealment or disguise of proceeds, as an offence", art(17, 1, "a", "ii")
    )
    aims_at_acquisition: Fact = fact(
        "it aims at the acquisition, possession or use of proceeds, as an offence", art(17, 1, "b", "i")
    )
    aim_within_territory: Fact = fact(
        "what it aims at is to be committed within the territory of the State", art(22, 2, "c")
    )
    against_state: Fact = fact("it is committed against the State itself", art(22, 2, "d"))


@frozen(kw_only=True)
class Whereabouts(Facts, asked_of=Role.STATE_PARTY):
    """Where the alleged offender is, and what the State does about extradition."""

    present_in_territory: Fact = fact(
        "the alleged offender is present in the State's territory", art(22, 3), asked_of=Role.COMPETENT_AUTHORITY
    )
    not_extradited: Fact = fact("the State does not extradite the person", art(22, 4))
    for_nationality_alone: Fact = fact(
        "the only ground for that is that the person is one of its nationals", art(22, 3)
    )

    ties = (implies("for_nationality_alone", "not_extradited", art(22, 3)),)


UNKNOWN_WHEREABOUTS = Whereabouts()
C = fields(Commission)
W = fields(Whereabouts)


class Base(Enum):
    """A base of jurisdiction that the Convention names. The value is its stable name in JSON."""

    TERRITORY = "territory"
    FLAG_OR_REGISTRATION = "flag-or-registration"
    VICTIM = "victim"
    OFFENDER = "offender"
    LAUNDERING = "laundering"
    STATE_AS_VICTIM = "state-as-victim"
    NATIONAL_NOT_EXTRADITED = "national-not-extradited"
    PERSON_NOT_EXTRADITED = "person-not-extradited"

    @property
    def provision(self) -> Provision:
        """The provision that names the base.

        >>> print(Base.LAUNDERING.provision)
        Art. 22(2)(c)
        """
        return _PROVISIONS[self]

    @property
    def kind(self) -> BaseKind:
        """Whether a State must have the base or may have it.

        >>> [base.value for base in Base if base.kind is BaseKind.MANDATORY]
        ['territory', 'flag-or-registration', 'national-not-extradited']
        """
        return BaseKind.MANDATORY if self in _MANDATORY else BaseKind.OPTIONAL


class BaseKind(Enum):
    """Whether a State must establish its jurisdiction on a base. The value is its stable name in JSON."""

    MANDATORY = "mandatory"
    OPTIONAL = "optional"


_PROVISIONS = MappingProxyType(
    {
        Base.TERRITORY: art(22, 1, "a"),
        Base.FLAG_OR_REGISTRATION: art(22, 1, "b"),
        Base.VICTIM: art(22, 2, "a"),
        Base.OFFENDER: art(22, 2, "b"),
        Base.LAUNDERING: art(22, 2, "c"),
        Base.STATE_AS_VICTIM: art(22, 2, "d"),
        Base.NATIONAL_NOT_EXTRADITED: art(22, 3),
        Base.PERSON_NOT_EXTRADITED: art(22, 4),
    }
)
_MANDATORY = (Base.TERRITORY, Base.FLAG_OR_REGISTRATION, Base.NATIONAL_NOT_EXTRADITED)
PARAGRAPH_2 = (Base.VICTIM, Base.OFFENDER, Base.LAUNDERING, Base.STATE_AS_VICTIM)


@frozen(kw_only=True, field_transformer=typed)
class JurisdictionBase(OnReadings):
    """One base of jurisdiction over an offence, for one State Party.

    - `connection`: YES, the facts establish the base; NO, they exclude it; UNKNOWN, facts are missing.
    - `subject_to`: the provision to which establishing jurisdiction on this base is subject, if any.
    """

    base: Base
    kind: BaseKind
    provision: Provision
    connection: Finding
    subject_to: tuple[Provision, ...] = field(default=())


def jurisdiction_bases(
    commission: Commission, whereabouts: Whereabouts = UNKNOWN_WHEREABOUTS
) -> tuple[JurisdictionBase, ...]:
    """Which bases of jurisdiction does an offence give to a State, of all that the Convention names?

    Every base is listed, in the order of the text, with whether a State must or may have it. Where all are excluded,
    a base of domestic law can still stand: see `excludes_domestic_base`.

    Source: Art. 22(1), Art. 22(1)(a), Art. 22(1)(b), Art. 22(2), Art. 22(2)(a), Art. 22(2)(b), Art. 22(2)(c),
        Art. 22(2)(d), Art. 22(3), Art. 22(4).

    >>> bases = jurisdiction_bases(Commission(convention_offence=True, in_territory=True, against_national=True))
    >>> [(found.base.value, found.kind.value) for found in bases if found.connection.is_yes]
    [('territory', 'mandatory'), ('victim', 'optional')]
    """
    return tuple(
        JurisdictionBase(
            base=base,
            kind=base.kind,
            provision=base.provision,
            connection=base_is_established(base, commission, whereabouts),
            subject_to=(art(5, 1), art(5, 2)) if base in PARAGRAPH_2 else (),
        )
        for base in Base
    )


def base_is_established(base: Base, commission: Commission, whereabouts: Whereabouts = UNKNOWN_WHEREABOUTS) -> Finding:
    """Whether the facts establish a base of jurisdiction over an offence for a State.

    YES says that the base is there, and not that the State has used it in its law. Flag and registration count as
    they were when the offence was committed; for the flag that is a reading, which is adopted. At which moment a
    person must be a national or a resident, and whether a legal person is a national, are readings as well, on which
    none is adopted.

    Source: Art. 22(1)(a), Art. 22(1)(b), Art. 22(2)(a), Art. 22(2)(b), Art. 22(2)(c), Art. 22(2)(d), Art. 22(3),
        Art. 22(4).

    >>> sold = Commission(
    ...     convention_offence=True, on_vessel=True, flag_at_commission=False, flag_since=True, on_aircraft=False)
    >>> base_is_established(Base.FLAG_OR_REGISTRATION, sold).truth.name
    'NO'
    """
    return all_of(
        "the base of jurisdiction is established",
        base.provision,
        given(commission, C.convention_offence),
        connection(base, commission, whereabouts),
    )


def connection(base: Base, commission: Commission, whereabouts: Whereabouts) -> Finding:
    """Return what ties an offence to the State on a base, the offence itself left aside."""
    match base:
        case Base.TERRITORY:
            return given(commission, C.in_territory)
        case Base.FLAG_OR_REGISTRATION:
            return _on_board(commission)
        case Base.VICTIM:
            return _against_own_person(commission)
        case Base.OFFENDER:
            return _by_own_person(commission)
        case Base.LAUNDERING:
            return _laundering_from_abroad(commission)
        case Base.STATE_AS_VICTIM:
            return given(commission, C.against_state)
        case Base.NATIONAL_NOT_EXTRADITED:
            return _national_not_extradited(whereabouts)
        case Base.PERSON_NOT_EXTRADITED:
            return _person_not_extradited(whereabouts)
    raise not_one_of("base", base, Base)


def _on_board(commission: Commission) -> Finding:
    return any_of(
        "it is committed on board a vessel or an aircraft of the State",
        art(22, 1, "b"),
        all_of(
            "it is committed on board a vessel of the State",
            art(22, 1, "b"),
            given(commission, C.on_vessel),
            _flies_flag(commission),
        ),
        all_of(
            "it is committed on board an aircraft of the State",
            art(22, 1, "b"),
            given(commission, C.on_aircraft),
            given(commission, C.registered_at_commission),
        ),
    )


def _flies_flag(commission: Commission) -> Finding:
    at_commission = given(commission, C.flag_at_commission)
    return by_reading(
        "the vessel flies the State's flag at the moment that counts",
        FlagMoment,
        {
            FlagMoment.VESSEL_AND_AIRCRAFT: at_commission,
            FlagMoment.AIRCRAFT_ONLY: any_of(
                "the vessel flies the State's flag then or since",
                art(22, 1, "b"),
                at_commission,
                given(commission, C.flag_since),
            ),
        },
    )


def _at_the_moment(statement: str, then: Finding, since: Finding) -> Finding:
    """Return whether a link to the State is there at the moment that counts."""
    return by_reading(
        statement,
        NationalityMoment,
        {
            NationalityMoment.AT_COMMISSION: then,
            NationalityMoment.THEN_OR_SINCE: any_of("it is so then or since", then.authority, then, since),
        },
    )


def _as_national(company: Finding) -> Finding:
    statement = "a legal person of the State counts as a national"
    return by_reading(
        statement,
        CompanyNational,
        {
            CompanyNational.NATURAL_PERSONS: by_text(False, statement, *company.authority),
            CompanyNational.LEGAL_PERSONS_TOO: company,
        },
    )


def _against_own_person(commission: Commission) -> Finding:
    return any_of(
        "it is committed against a national of the State",
        art(22, 2, "a"),
        _at_the_moment(
            "a person against whom it is committed is a national of the State at the moment that counts",
            given(commission, C.against_national),
            given(commission, C.victim_national_since),
        ),
        _as_national(given(commission, C.against_company)),
    )


def _by_own_person(commission: Commission) -> Finding:
    return any_of(
        "it is committed by a national of the State or a stateless person who resides there",
        art(22, 2, "b"),
        _at_the_moment(
            "a person by whom it is committed is a national of the State at the moment that counts",
            given(commission, C.by_national),
            given(commission, C.offender_national_since),
        ),
        _as_national(given(commission, C.by_company)),
        all_of(
            "it is committed by a stateless person with habitual residence in the territory",
            art(22, 2, "b"),
            given(commission, C.by_stateless_person),
            _at_the_moment(
                "that person resides in the State's territory at the moment that counts",
                given(commission, C.resides_habitually),
                given(commission, C.resides_since),
            ),
        ),
    )


def _laundering_from_abroad(commission: Commission) -> Finding:
    return all_of(
        "it is committed abroad to help with laundering in the territory",
        art(22, 2, "c"),
        given(commission, C.involvement_in_laundering),
        ~given(commission, C.in_territory),
        any_of(
            "it aims at one of the offences of laundering that are named",
            art(22, 2, "c"),
            given(commission, C.aims_at_conversion),
            given(commission, C.aims_at_concealment),
            given(commission, C.aims_at_acquisition),
        ),
        given(commission, C.aim_within_territory),
    )


def _national_not_extradited(whereabouts: Whereabouts) -> Finding:
    return all_of(
        "the alleged offender is present and is not extradited for nationality alone",
        (art(22, 3), art(37, 11)),
        given(whereabouts, W.present_in_territory),
        given(whereabouts, W.not_extradited),
        given(whereabouts, W.for_nationality_alone),
    )


def _person_not_extradited(whereabouts: Whereabouts) -> Finding:
    return all_of(
        "the alleged offender is present and is not extradited",
        art(22, 4),
        given(whereabouts, W.present_in_territory),
        given(whereabouts, W.not_extradited),
    )


checked(__name__)
