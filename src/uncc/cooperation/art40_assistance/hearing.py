"""Art. 40(18): the hearing of an individual by videoconference."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, under_paragraph
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["Hearing", "duties_on_hearing", "may_permit_video_hearing"]


@frozen(kw_only=True)
class Hearing(Facts, asked_of=Role.REQUESTING_STATE):
    """The hearing of an individual in one State by the judicial authorities of another."""

    in_territory: Fact = fact(
        "the individual is in the territory of the requested State", art(40, 18), asked_of=Role.REQUESTED_STATE
    )
    as_witness_victim_or_expert: Fact = fact(
        "the individual has to be heard as a witness, victim or expert", art(40, 18)
    )
    by_judicial_authorities: Fact = fact(
        "judicial authorities of the requesting State are to hear the individual", art(40, 18)
    )
    requested: Fact = fact("the requesting State asks for a hearing by videoconference", art(40, 18))
    appearance_possible: Fact = fact("it is possible for the individual to appear in person", art(40, 18))
    appearance_desirable: Fact = fact("it is desirable for the individual to appear in person", art(40, 18))
    videoconference_possible: Fact = fact(
        "it is possible to hold the hearing by videoconference", art(40, 18), asked_of=Role.REQUESTED_STATE
    )
    consistent_with_principles: Fact = fact(
        "a videoconference is consistent with the fundamental principles of domestic law",
        art(40, 18),
        asked_of=Role.REQUESTED_STATE,
    )
    lacks_means: Fact = fact(
        "the requested State does not have the technical means", art(40, 18), asked_of=Role.REQUESTED_STATE
    )


V = fields(Hearing)


def may_permit_video_hearing(hearing: Hearing, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> Finding:
    """Whether the requested State may permit the hearing to take place by videoconference. Nothing obliges it to.

    Source: Art. 40(18).

    >>> hearing = Hearing(appearance_possible=True, appearance_desirable=True)
    >>> may_permit_video_hearing(hearing).truth.name
    'NO'
    """
    return under_paragraph(
        "a hearing by videoconference may be permitted",
        art(40, 18),
        treaty,
        given(hearing, V.videoconference_possible),
        given(hearing, V.consistent_with_principles),
        given(hearing, V.in_territory),
        given(hearing, V.as_witness_victim_or_expert),
        given(hearing, V.by_judicial_authorities),
        given(hearing, V.requested),
        any_of(
            "appearing in person is not possible or not desirable",
            art(40, 18),
            ~given(hearing, V.appearance_possible),
            ~given(hearing, V.appearance_desirable),
        ),
    )


def duties_on_hearing(hearing: Hearing, *, treaty: AssistanceTreaty = UNKNOWN_TREATY) -> tuple[Duty, ...]:
    """What may the two States do about a hearing by videoconference? All of it is left to them.

    Source: Art. 40(18).

    >>> {duty.modality.value for duty in duties_on_hearing(Hearing())}
    {'may'}
    """
    permitted = may_permit_video_hearing(hearing, treaty=treaty)
    return (
        may(
            "permit-video-hearing", Role.REQUESTED_STATE, "permit a hearing by videoconference", art(40, 18), permitted
        ),
        may(
            "agree-on-conduct",
            Role.STATES_PARTIES,
            "agree that a judicial authority of the requesting State conducts the hearing and one of the requested "
            "State attends it",
            art(40, 18),
            permitted,
        ),
        may(
            "provide-means",
            Role.REQUESTING_STATE,
            "provide the technical means, if both agree",
            art(40, 18),
            all_of(
                "the hearing may be permitted, and the means are lacking",
                art(40, 18),
                permitted,
                given(hearing, V.lacks_means),
            ),
        ),
    )


checked(__name__)
