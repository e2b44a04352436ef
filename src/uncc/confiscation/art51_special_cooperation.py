"""Art. 51: information on proceeds that is forwarded without a request."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_endeavour
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_text, given, read_off
from uncc.kernel.life import Life, found
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "ProceedsInformation",
    "duties_on_special_cooperation",
    "is_to_be_forwardable",
    "must_forward_without_request",
]


@frozen(kw_only=True)
class ProceedsInformation(Facts, asked_of=Role.STATE_PARTY):
    """Information that a State holds, and what it thinks another State could do with it."""

    on_proceeds: Fact = fact(
        "the information is on proceeds of offences established in accordance with the Convention", art(51)
    )
    requested: Fact = fact("the other State has asked for the information", art(51))
    assists_proceedings: Fact = fact(
        "the State considers that the information might assist the other in investigations, prosecutions or judicial "
        "proceedings",
        art(51),
    )
    leads_to_request: Fact = fact(
        "the State considers that the information might lead the other to a request on confiscation", art(51)
    )
    permitted: Fact = fact("domestic law permits information of this kind to be forwarded without a request", art(51))


I = fields(ProceedsInformation)  # noqa: E741


def is_to_be_forwardable(information: ProceedsInformation) -> Finding:
    """Whether information is of the kind that a State shall endeavour to let its authorities forward unasked.

    Source: Art. 51.

    >>> is_to_be_forwardable(ProceedsInformation(on_proceeds=True, requested=False, leads_to_request=True)).truth.name
    'YES'
    """
    return all_of(
        "the information is of the kind that should be open to be forwarded without a request",
        art(51),
        given(information, I.on_proceeds),
        ~given(information, I.requested),
        any_of(
            "the State considers that the information might be of use to the other",
            art(51),
            given(information, I.assists_proceedings),
            given(information, I.leads_to_request),
        ),
    )


def must_forward_without_request() -> Finding:
    """Whether a State is obliged to forward information on proceeds without a request: it is not.

    What it owes is to endeavour to take measures that permit it.

    Source: Art. 51.

    >>> must_forward_without_request().truth.name
    'NO'
    """
    return by_text(False, "information on proceeds must be forwarded without a request", art(51))


def duties_on_special_cooperation(information: ProceedsInformation) -> tuple[Duty, ...]:
    """What does a State owe about information of this kind?

    A law that permits to forward it shows the endeavour; one that does not shows nothing, since no result is owed.

    Source: Art. 51.

    >>> duties_on_special_cooperation(ProceedsInformation())[0].modality.words
    'shall endeavour'
    """
    left_off = "the State has not endeavoured to take such measures"
    never = read_off(information, I.permitted, False if information.permitted else None, left_off, art(51))
    return (
        shall_endeavour(
            "permit-forwarding",
            Role.STATE_PARTY,
            "to take measures that permit it to forward information on proceeds to another State without a request",
            art(51),
            is_to_be_forwardable(information),
            qualifications=(
                "without prejudice to its domestic law",
                "without prejudice to its own investigations, prosecutions and judicial proceedings",
            ),
            life=Life(lasts=True, broken=found(never)),
        ),
    )


checked(__name__)
