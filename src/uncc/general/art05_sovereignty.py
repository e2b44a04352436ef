"""Art. 5, protection of sovereignty: what the Convention never entitles a State to do in another's territory."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["ActAbroad", "is_consistent_with_sovereignty", "is_reserved_to_other_state"]


@frozen(kw_only=True)
class ActAbroad(Facts, asked_of=Role.STATE_PARTY):
    """An act of a State Party that touches another State, which need not be a Party."""

    in_territory_of_other: Fact = fact("it takes place in the territory of another State", art(5, 2))
    exercises_jurisdiction: Fact = fact("it exercises jurisdiction and performs functions there", art(5, 2))
    reserved_to_authorities: Fact = fact(
        "that State's domestic law reserves such functions for its own authorities alone", art(5, 2)
    )
    respects_equality: Fact = fact(
        "it is consistent with the sovereign equality and territorial integrity of States", art(5, 1)
    )
    does_not_intervene: Fact = fact(
        "it is consistent with not intervening in the domestic affairs of other States", art(5, 1)
    )


A = fields(ActAbroad)


def is_reserved_to_other_state(act: ActAbroad) -> Finding:
    """Whether an act is one to which nothing in the Convention entitles, since it is reserved to another State.

    NO says that this paragraph does not stand in the way, and not that another provision allows the act.

    Source: Art. 5(2).

    >>> is_reserved_to_other_state(ActAbroad(in_territory_of_other=False)).truth.name
    'NO'
    """
    return all_of(
        "the act is reserved to another State's authorities, and nothing in the Convention entitles to it",
        art(5, 2),
        given(act, A.in_territory_of_other),
        given(act, A.exercises_jurisdiction),
        given(act, A.reserved_to_authorities),
    )


def is_consistent_with_sovereignty(act: ActAbroad) -> Finding:
    """Whether a State carries out its obligations in the manner that the Convention asks for.

    The paragraph on acts reserved to another State stands beside this one: see `is_reserved_to_other_state`.

    Source: Art. 5(1).

    >>> is_consistent_with_sovereignty(ActAbroad(does_not_intervene=False)).truth.name
    'NO'
    """
    return all_of(
        "the obligations are carried out consistently with sovereignty",
        art(5, 1),
        given(act, A.respects_equality),
        given(act, A.does_not_intervene),
    )


checked(__name__)
