"""Art. 4, offences established in accordance with other United Nations conventions and protocols."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, by_text, given
from uncc.kernel.life import KEPT_UP
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "OtherOffence",
    "creates_convention_offence",
    "duties_on_online_commission",
    "must_cover_online_commission",
]


@frozen(kw_only=True)
class OtherOffence(Facts, asked_of=Role.STATE_PARTY):
    """An offence of another treaty, and the State that is to punish it when it is committed by means of a system."""

    un_convention: Fact = fact("the treaty is an applicable convention or protocol of the United Nations", art(4, 1))
    state_is_party: Fact = fact("the State is a Party to that treaty", art(4, 1))
    established_in_accordance: Fact = fact("the offence is established in accordance with that treaty", art(4, 1))


O = fields(OtherOffence)  # noqa: E741


def must_cover_online_commission(offence: OtherOffence) -> Finding:
    """Whether a State must see to it that the offence is one as well when committed through the use of systems.

    Source: Art. 4(1).

    >>> must_cover_online_commission(OtherOffence(state_is_party=False)).truth.name
    'NO'
    """
    return all_of(
        "the offence must be punishable as well when committed through the use of systems",
        art(4, 1),
        given(offence, O.un_convention),
        given(offence, O.state_is_party),
        given(offence, O.established_in_accordance),
    )


def duties_on_online_commission(offence: OtherOffence) -> tuple[Duty, ...]:
    """What does the State owe in giving effect to the other treaty?

    Source: Art. 4(1).

    >>> duties_on_online_commission(OtherOffence())[0].modality.words
    'shall'
    """
    return (
        shall(
            "online-commission",
            Role.STATES_PARTIES,
            "ensure that the offence is criminal as well when committed through the use of systems",
            art(4, 1),
            must_cover_online_commission(offence),
            qualifications=("under domestic law", "in giving effect to the other convention or protocol"),
            life=KEPT_UP,
        ),
    )


def creates_convention_offence() -> Finding:
    """Whether an offence of another treaty becomes one established in accordance with this Convention: it does not.

    Source: Art. 4(2).

    >>> creates_convention_offence().truth.name
    'NO'
    """
    return by_text(False, "the offence is thereby established in accordance with this Convention", art(4, 2))


checked(__name__)
