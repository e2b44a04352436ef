"""Art. 39, transfer of criminal proceedings: a duty to consider it, and a liberty to take the Convention as its basis.

The clause of Art. 39(2) is a liberty like that of Art. 37(5), but nothing goes with it: no notice to the depositary and
no duty to seek treaties.
"""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, given
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = [
    "ProceedingsTransfer",
    "duties_on_proceedings_basis",
    "duties_on_transfer_of_proceedings",
    "may_take_convention_as_proceedings_basis",
    "must_consider_transferring_proceedings",
]


@frozen(kw_only=True)
class ProceedingsTransfer(Facts, asked_of=Role.REQUESTED_STATE):
    """Criminal proceedings that one State might transfer to another."""

    established_in_accordance: Fact = fact(
        "the proceedings are for the prosecution of an offence established in accordance with the Convention",
        art(39, 1),
        art(39, 2),
        asked_of=Role.REQUESTING_STATE,
    )
    serves_justice: Fact = fact(
        "the States hold that the transfer serves the proper administration of justice",
        art(39, 1),
        asked_of=Role.STATES_PARTIES,
    )
    several_jurisdictions: Fact = fact("several jurisdictions are involved", art(39, 1), asked_of=Role.STATES_PARTIES)
    conditional_on_treaty: Fact = fact(
        "the requested State makes the transfer of proceedings conditional on a treaty", art(39, 2)
    )
    request_received: Fact = fact("it has received a request for transfer from another State Party", art(39, 2))
    treaty_binds: Fact = fact("a treaty on the transfer of proceedings is in force between the two States", art(39, 2))


T = fields(ProceedingsTransfer)


def must_consider_transferring_proceedings(transfer: ProceedingsTransfer) -> Finding:
    """Whether States must consider transferring proceedings to one another.

    Where the proper administration of justice is deemed to ask for it. That several jurisdictions are involved is the
    case that the text has most in mind, and no condition.

    Source: Art. 39(1).

    >>> transfer = ProceedingsTransfer(
    ...     established_in_accordance=True, serves_justice=True, several_jurisdictions=False)
    >>> must_consider_transferring_proceedings(transfer).truth.name
    'YES'
    """
    return all_of(
        "the possibility of transferring the proceedings must be considered",
        art(39, 1),
        given(transfer, T.established_in_accordance),
        given(transfer, T.serves_justice),
    )


def may_take_convention_as_proceedings_basis(transfer: ProceedingsTransfer) -> Finding:
    """Whether the requested State is at liberty to consider the Convention the legal basis for the transfer.

    That is for a State that insists on a treaty, has none with the other, and has received a request. YES obliges to
    nothing. NO where a treaty is there or none is needed: the clause has then no part in the case.

    Source: Art. 39(2).

    >>> may_take_convention_as_proceedings_basis(ProceedingsTransfer(treaty_binds=True)).truth.name
    'NO'
    """
    return all_of(
        "the requested State may consider the Convention the legal basis for the transfer of proceedings",
        art(39, 2),
        given(transfer, T.conditional_on_treaty),
        given(transfer, T.request_received),
        ~given(transfer, T.treaty_binds),
        given(transfer, T.established_in_accordance),
    )


def duties_on_proceedings_basis(transfer: ProceedingsTransfer) -> tuple[Duty, ...]:
    """How strong is the clause that makes the Convention a basis for transferring proceedings?

    It is a liberty of the requested State.

    Source: Art. 39(2).

    >>> duties_on_proceedings_basis(ProceedingsTransfer())[0].modality.words
    'may'
    """
    return (
        may(
            "take-convention-as-proceedings-basis",
            Role.REQUESTED_STATE,
            "consider the Convention the legal basis for the transfer of proceedings",
            art(39, 2),
            may_take_convention_as_proceedings_basis(transfer),
            towards=Role.REQUESTING_STATE,
        ),
    )


def duties_on_transfer_of_proceedings(transfer: ProceedingsTransfer) -> tuple[Duty, ...]:
    """What do States owe about the transfer of proceedings?

    Source: Art. 39(1).

    >>> duties_on_transfer_of_proceedings(ProceedingsTransfer())[0].modality.words
    'shall consider'
    """
    return (
        shall_consider(
            "consider-transferring-proceedings",
            Role.STATES_PARTIES,
            "the possibility of transferring the proceedings to one another, so as to concentrate them",
            art(39, 1),
            must_consider_transferring_proceedings(transfer),
        ),
    )


checked(__name__)
