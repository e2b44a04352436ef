"""Art. 15, solicitation or grooming for a sexual offence against a child."""

from __future__ import annotations

from collections.abc import Collection

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.offences.elements import element, form, other, requirable
from uncc.offences.options import ConventionOffence, Option, OptionKind, refuse_others, varied

__all__ = ["Solicitation", "is_solicitation"]

OFFENCE = ConventionOffence.SOLICITATION


@frozen(kw_only=True)
class Solicitation(Facts, asked_of=Role.CASE_HOLDER):
    """The facts of an approach to a child. The text does not ask whether it is without right."""

    intentional: Fact = element("the act is intentional", art(15, 1))
    communicates: Fact = form("somebody communicates", art(15, 1))
    solicits: Fact = form("somebody solicits", art(15, 1))
    grooms: Fact = form("somebody grooms", art(15, 1))
    arranges: Fact = form("somebody makes an arrangement", art(15, 1))
    through_system: Fact = element("it is done through a system", art(15, 1))
    for_sexual_offence: Fact = form(
        "the purpose is a sexual offence against a child, as domestic law defines it", art(15, 1)
    )
    for_material_offence: Fact = form("the purpose is an offence of Art. 14", art(15, 1))
    is_child: Fact = element("the person whom the purpose concerns is a child", art(15, 1))
    believed_child: Fact = other("the person is believed to be a child", art(15, 3))
    act_in_furtherance: Fact = requirable(Option.SOLICITATION_FURTHERANCE, "an act in furtherance is done")
    by_child: Fact = other("a child does it", art(15, 4))


F = fields(Solicitation)


def is_solicitation(
    conduct: Solicitation,
    *,
    requiring: Collection[Option] = (),
    extending: Collection[Option] = (),
    excluding: Collection[Option] = (),
) -> Finding:
    """Whether the facts make out solicitation or grooming, given what the State requires, extends and excludes.

    A person who is only believed to be a child is enough where the State has extended the offence, which it may
    consider; nothing obliges it to.

    Source: Art. 15(1), Art. 15(2), Art. 15(3), Art. 15(4).

    >>> decoy = Solicitation(
    ...     intentional=True, grooms=True, through_system=True, for_sexual_offence=True, is_child=False,
    ...     believed_child=True)
    >>> is_solicitation(decoy).truth.name
    'NO'
    >>> is_solicitation(decoy, extending=[Option.SOLICITATION_BELIEVED_CHILD]).truth.name
    'YES'
    """
    refuse_others("requiring", requiring, OFFENCE, OptionKind.REQUIRE)
    refuse_others("extending", extending, OFFENCE, OptionKind.EXTEND)
    refuse_others("excluding", excluding, OFFENCE, OptionKind.EXCLUDE)
    return all_of(
        "solicitation or grooming is made out",
        varied(art(15, 1), requiring, extending, excluding),
        given(conduct, F.intentional),
        any_of(
            "somebody approaches or arranges",
            art(15, 1),
            given(conduct, F.communicates),
            given(conduct, F.solicits),
            given(conduct, F.grooms),
            given(conduct, F.arranges),
        ),
        given(conduct, F.through_system),
        any_of(
            "the purpose is a sexual offence",
            art(15, 1),
            given(conduct, F.for_sexual_offence),
            given(conduct, F.for_material_offence),
        ),
        _concerns_child(conduct, extended=Option.SOLICITATION_BELIEVED_CHILD in extending),
        *([given(conduct, F.act_in_furtherance)] if Option.SOLICITATION_FURTHERANCE in requiring else []),
        *([~given(conduct, F.by_child)] if Option.SOLICITATION_BY_CHILD in excluding else []),
    )


def _concerns_child(conduct: Solicitation, *, extended: bool) -> Finding:
    if not extended:
        return given(conduct, F.is_child)
    return any_of(
        "the person is a child or believed to be one",
        (art(15, 1), art(15, 3)),
        given(conduct, F.is_child),
        given(conduct, F.believed_child),
    )


checked(__name__)
