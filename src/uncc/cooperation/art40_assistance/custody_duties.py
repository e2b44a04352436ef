"""Art. 40(10), (11): what the two States owe each other, and the person, once a person in custody is transferred."""

from __future__ import annotations

from attrs import fields

from uncc.cooperation.art40_assistance.custody import (
    PersonTransfer,
    credit_for_custody,
    return_deadline,
)
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, paragraph_applies
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall, shall_not
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life, found
from uncc.kernel.measured import day_of
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["duties_on_person_transfer"]

T = fields(PersonTransfer)


def _is_released(transfer: PersonTransfer) -> Finding:
    return any_of(
        "the requested State has requested or authorized that the person not be kept in custody",
        art(40, 10, "a"),
        given(transfer, T.release_requested),
        given(transfer, T.release_authorized),
    )


def duties_on_person_transfer(
    transfer: PersonTransfer, *, treaty: AssistanceTreaty = UNKNOWN_TREATY
) -> tuple[Duty, ...]:
    """What do the two States owe once a person is transferred, and by when?

    That the person is back, released or without protection by agreement, the `life` of a duty tells: see also
    `must_keep_in_custody` and `must_return_person`.

    Source: Art. 40(10), Art. 40(10)(a), Art. 40(10)(b), Art. 40(10)(c), Art. 40(10)(d), Art. 40(11).

    >>> [duty.id for duty in duties_on_person_transfer(PersonTransfer())][:2]
    ['keep-in-custody', 'return-person']
    """
    transferred = all_of(
        "the person has been transferred",
        art(40, 10),
        paragraph_applies(art(40, 10), treaty=treaty),
        given(transfer, T.transferred),
    )
    departed, returned = day_of(transfer, T.departed_on), found(given(transfer, T.returned))
    return (
        shall(
            "keep-in-custody",
            Role.REQUESTING_STATE,
            "keep the person transferred in custody",
            (art(40, 10), art(40, 10, "a")),
            transferred,
            towards=Role.REQUESTED_STATE,
            qualifications=("unless the requested State requests or authorizes otherwise",),
            life=Life(
                lasts=True, since=departed, ends=(returned, found(_is_released(transfer))), ended_by=("return-person",)
            ),
        ),
        shall(
            "return-person",
            Role.REQUESTING_STATE,
            "return the person to the custody of the requested State",
            art(40, 10, "b"),
            transferred,
            towards=Role.REQUESTED_STATE,
            deadline=return_deadline(transfer),
            qualifications=("without delay", "as agreed beforehand or otherwise by the competent authorities"),
            life=Life(since=departed, done=returned),
        ),
        shall_not(
            "require-no-extradition",
            Role.REQUESTING_STATE,
            "require extradition proceedings for the return",
            art(40, 10, "c"),
            transferred,
            towards=Role.REQUESTED_STATE,
            life=Life(since=departed, ends=(returned,), ended_by=("return-person",)),
        ),
        shall(
            "credit-time",
            Role.REQUESTED_STATE,
            "count the time in custody abroad towards the sentence",
            art(40, 10, "d"),
            credit_for_custody(transfer, treaty=treaty).because,
        ),
        shall_not(
            "respect-immunity",
            Role.REQUESTING_STATE,
            "prosecute, detain or punish the person, or restrict liberty, for what lies before the departure",
            art(40, 11),
            all_of(
                "what lies before the departure is protected",
                art(40, 11),
                paragraph_applies(art(40, 11), treaty=treaty),
                given(transfer, T.transferred),
            ),
            towards=Role.REQUESTED_STATE,
            life=Life(since=departed, ends=(found(given(transfer, T.immunity_lifted)),)),
        ),
    )


checked(__name__)
