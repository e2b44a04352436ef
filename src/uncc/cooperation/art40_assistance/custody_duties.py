"""Art. 40(10), (11): what the two States owe each other, and the person, once a person in custody is transferred."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.art40_assistance.custody import (
    PersonTransfer,
    credit_for_custody,
    must_keep_in_custody,
    must_return_person,
    return_deadline,
)
from uncc.cooperation.art40_assistance.regime import UNKNOWN_TREATY, paragraph_applies
from uncc.kernel.duties import Duty, Modality
from uncc.kernel.findings import all_of, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings import AS_ADOPTED, Readings

__all__ = ["person_transfer_duties"]

T = fields(PersonTransfer)


def person_transfer_duties(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY, under: Readings = AS_ADOPTED
) -> tuple[Duty, ...]:
    """What do the two States owe once a person is transferred, and by when?

    Source: Art. 40(10), Art. 40(10)(a), Art. 40(10)(b), Art. 40(10)(c), Art. 40(10)(d), Art. 40(11).

    >>> [duty.id for duty in person_transfer_duties(PersonTransfer())][:2]
    ['keep-in-custody', 'return-person']
    """
    due = must_return_person(transfer, treaty=treaty, under=under)
    return (
        Duty(
            id="keep-in-custody",
            bearer=Role.REQUESTING_STATE,
            modality=Modality.SHALL,
            act="keep the person transferred in custody",
            authority=(art(40, 10), art(40, 10, "a")),
            trigger=must_keep_in_custody(transfer, treaty=treaty, under=under),
            towards=Role.REQUESTED_STATE,
            qualifications=("unless the requested State requests or authorizes otherwise",),
        ),
        Duty(
            id="return-person",
            bearer=Role.REQUESTING_STATE,
            modality=Modality.SHALL,
            act="return the person to the custody of the requested State",
            authority=(art(40, 10, "b"),),
            trigger=due,
            towards=Role.REQUESTED_STATE,
            deadline=return_deadline(transfer),
            qualifications=("without delay", "as agreed beforehand or otherwise by the competent authorities"),
        ),
        Duty(
            id="require-no-extradition",
            bearer=Role.REQUESTING_STATE,
            modality=Modality.SHALL_NOT,
            act="require extradition proceedings for the return",
            authority=(art(40, 10, "c"),),
            trigger=due,
            towards=Role.REQUESTED_STATE,
        ),
        Duty(
            id="credit-time",
            bearer=Role.REQUESTED_STATE,
            modality=Modality.SHALL,
            act="count the time in custody abroad towards the sentence",
            authority=(art(40, 10, "d"),),
            trigger=credit_for_custody(transfer, treaty=treaty, under=under).because,
        ),
        Duty(
            id="respect-immunity",
            bearer=Role.REQUESTING_STATE,
            modality=Modality.SHALL_NOT,
            act="prosecute, detain or punish the person, or restrict liberty, for what lies before the departure",
            authority=(art(40, 11),),
            trigger=all_of(
                "what lies before the departure is protected",
                art(40, 11),
                paragraph_applies(art(40, 11), treaty=treaty, under=under),
                given(transfer, T.transferred),
                ~given(transfer, T.immunity_lifted),
            ),
            towards=Role.REQUESTED_STATE,
        ),
    )
