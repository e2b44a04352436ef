"""Art. 22(1) to (4) and (6): whether a State must, or may, establish its jurisdiction over an offence."""

from __future__ import annotations

from types import MappingProxyType

from attrs import fields, frozen

from uncc.general.art05_sovereignty import ActAbroad, is_consistent_with_sovereignty, is_reserved_to_other_state
from uncc.jurisdiction.art22_bases import (
    PARAGRAPH_2,
    UNKNOWN_WHEREABOUTS,
    Base,
    BaseKind,
    Commission,
    Whereabouts,
    connection,
    jurisdiction_bases,
)
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given
from uncc.kernel.life import Event, Life
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "JurisdictionLaw",
    "duties_on_jurisdiction",
    "excludes_domestic_base",
    "may_establish_jurisdiction",
    "must_establish_jurisdiction",
]

C = fields(Commission)
UNKNOWN_ACT = ActAbroad()
MANDATORY = tuple(base for base in Base if base.kind is BaseKind.MANDATORY)
ACTS = MappingProxyType(
    {
        Base.TERRITORY: "establish its jurisdiction over the offences when committed in its territory",
        Base.FLAG_OR_REGISTRATION: "establish its jurisdiction over the offences when committed on its vessels or "
        "aircraft",
        Base.VICTIM: "establish its jurisdiction over the offences when committed against its nationals",
        Base.OFFENDER: "establish its jurisdiction over the offences of its nationals and of stateless residents",
        Base.LAUNDERING: "establish its jurisdiction over helping from abroad with laundering in its territory",
        Base.STATE_AS_VICTIM: "establish its jurisdiction over the offences when committed against itself",
        Base.NATIONAL_NOT_EXTRADITED: "establish its jurisdiction for the case that nationality alone bars extradition",
        Base.PERSON_NOT_EXTRADITED: "establish its jurisdiction for the case that it does not extradite",
    }
)


@frozen(kw_only=True)
class JurisdictionLaw(Facts, asked_of=Role.STATE_PARTY):
    """Over which offences of the Convention a State has taken measures to establish its jurisdiction, base by base."""

    territory: Fact = fact("it has jurisdiction over the offences when committed in its territory", art(22, 1, "a"))
    flag_or_registration: Fact = fact(
        "it has jurisdiction over the offences when committed on its vessels and aircraft", art(22, 1, "b")
    )
    victim: Fact = fact("it has jurisdiction over the offences when committed against its nationals", art(22, 2, "a"))
    offender: Fact = fact(
        "it has jurisdiction over the offences of its nationals and of stateless residents", art(22, 2, "b")
    )
    laundering: Fact = fact(
        "it has jurisdiction over helping from abroad with laundering in its territory", art(22, 2, "c")
    )
    state_as_victim: Fact = fact("it has jurisdiction over the offences when committed against itself", art(22, 2, "d"))
    national_not_extradited: Fact = fact(
        "it has jurisdiction for the case that nationality alone bars extradition", art(22, 3)
    )
    person_not_extradited: Fact = fact("it has jurisdiction for the case that it does not extradite", art(22, 4))


J = fields(JurisdictionLaw)
UNKNOWN_LAW = JurisdictionLaw()
_ESTABLISHED = MappingProxyType({base: getattr(J, base.value.replace("-", "_")) for base in Base})


def must_establish_jurisdiction(commission: Commission, whereabouts: Whereabouts = UNKNOWN_WHEREABOUTS) -> Finding:
    """Whether the offence is one over which the State must have taken measures to establish its jurisdiction.

    YES where a mandatory base is established: territory, flag or registration, or presence of a person whose
    extradition nationality alone bars. NO says only that this article does not oblige.

    Source: Art. 22(1), Art. 22(1)(a), Art. 22(1)(b), Art. 22(3).

    >>> aboard = Commission(
    ...     convention_offence=True, on_aircraft=True, registered_at_commission=True, registered_since=False)
    >>> must_establish_jurisdiction(aboard).truth.name
    'YES'
    """
    return all_of(
        "the State must have taken measures to establish its jurisdiction over the offence",
        (art(22, 1), art(22, 3)),
        given(commission, C.convention_offence),
        any_of(
            "a mandatory base of jurisdiction is there",
            (art(22, 1), art(22, 3)),
            *(connection(base, commission, whereabouts) for base in MANDATORY),
        ),
    )


def may_establish_jurisdiction(
    commission: Commission, whereabouts: Whereabouts = UNKNOWN_WHEREABOUTS, *, act: ActAbroad = UNKNOWN_ACT
) -> Finding:
    """Whether the offence is one over which the article leaves it to the State to establish its jurisdiction.

    `act` is what the State does on an optional base of paragraph 2, which is subject to the protection of
    sovereignty. The base of paragraph 4 is not said to be. NO says only that this article does not speak of it; a
    base of domestic law is not thereby excluded.

    Source: Art. 22(2), Art. 22(2)(a), Art. 22(2)(b), Art. 22(2)(c), Art. 22(2)(d), Art. 22(4).

    >>> may_establish_jurisdiction(
    ...     Commission(convention_offence=True, against_state=True),
    ...     act=ActAbroad(in_territory_of_other=False, respects_equality=True, does_not_intervene=True)).truth.name
    'YES'
    """
    return all_of(
        "the State may establish its jurisdiction over the offence",
        (art(22, 2), art(22, 4)),
        given(commission, C.convention_offence),
        any_of(
            "an optional base of jurisdiction is there",
            (art(22, 2), art(22, 4)),
            all_of(
                "an optional base is there and sovereignty is protected",
                art(22, 2),
                any_of(
                    "an optional base that is subject to sovereignty is there",
                    art(22, 2),
                    *(connection(base, commission, whereabouts) for base in PARAGRAPH_2),
                ),
                is_consistent_with_sovereignty(act),
                ~is_reserved_to_other_state(act),
            ),
            connection(Base.PERSON_NOT_EXTRADITED, commission, whereabouts),
        ),
    )


def excludes_domestic_base() -> Finding:
    """Whether the Convention excludes criminal jurisdiction that a State has established in its law: it does not.

    That is without prejudice to norms of general international law, of which nothing is said here.

    Source: Art. 22(6).

    >>> excludes_domestic_base().truth.name
    'NO'
    """
    return by_text(False, "the Convention excludes jurisdiction that domestic law establishes", art(22, 6))


def duties_on_jurisdiction(
    commission: Commission, whereabouts: Whereabouts = UNKNOWN_WHEREABOUTS, *, law: JurisdictionLaw = UNKNOWN_LAW
) -> tuple[Duty, ...]:
    """What shall and what may the State do about its jurisdiction over an offence, base by base?

    `law` is what it has established: see the `life` of each duty.

    Source: Art. 22(1), Art. 22(1)(a), Art. 22(1)(b), Art. 22(2), Art. 22(2)(a), Art. 22(2)(b), Art. 22(2)(c),
        Art. 22(2)(d), Art. 22(3), Art. 22(4).

    >>> duties = duties_on_jurisdiction(Commission(convention_offence=True, in_territory=True))
    >>> [(duty.id, duty.modality.words) for duty in duties if duty.trigger.is_yes]
    [('jurisdiction-territory', 'shall')]
    """
    return tuple(
        (shall if found.kind is BaseKind.MANDATORY else may)(
            f"jurisdiction-{found.base.value}",
            Role.STATE_PARTY,
            ACTS[found.base],
            found.provision,
            found.connection,
            qualifications=_qualifications(found.base),
            life=_life(found.base, law),
        )
        for found in jurisdiction_bases(commission, whereabouts)
    )


def _life(base: Base, law: JurisdictionLaw) -> Life:
    """Return the life of what a law does: the duty is kept up, and broken while it is not done; the right is used."""
    established = given(law, _ESTABLISHED[base])
    if base.kind is BaseKind.MANDATORY:
        return Life(lasts=True, broken=Event(~established))
    return Life(done=Event(established))


def _qualifications(base: Base) -> tuple[str, ...]:
    if base in PARAGRAPH_2:
        return ("subject to the protection of sovereignty",)
    if base is Base.NATIONAL_NOT_EXTRADITED:
        return ("by such measures as may be necessary", "for the purposes of the duty to submit the case")
    return ("by such measures as may be necessary",)


checked(__name__)
