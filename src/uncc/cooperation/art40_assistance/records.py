"""Art. 40(31): copies of government records, public and not."""

from __future__ import annotations

from attrs import evolve, fields, frozen

from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution
from uncc.cooperation.art40_assistance.handling import CALLED_OFF
from uncc.cooperation.art40_assistance.own_treaty import UNKNOWN_TREATY, under_paragraph
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, may, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import given
from uncc.kernel.life import Life
from uncc.kernel.parties import AssistanceTreaty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role

__all__ = ["GovernmentRecords", "duties_on_records"]


@frozen(kw_only=True)
class GovernmentRecords(Facts, asked_of=Role.REQUESTED_STATE):
    """Government records, documents or information that a State is asked for."""

    in_possession: Fact = fact("the requested State has the government records in its possession", art(40, 31))
    available_to_public: Fact = fact(
        "its domestic law makes the records available to the general public", art(40, 31, "a"), art(40, 31, "b")
    )


G = fields(GovernmentRecords)


def duties_on_records(
    records: GovernmentRecords,
    *,
    treaty: AssistanceTreaty = UNKNOWN_TREATY,
    course: RequestCourse = UNKNOWN_COURSE,
) -> tuple[Duty, ...]:
    """What does the requested State owe, and what may it do, about government records that it has?

    Copies of public ones it must provide; of others it may, wholly, in part or on conditions, as it sees fit. `course`
    is what has become of the request.

    Source: Art. 40(31), Art. 40(31)(a), Art. 40(31)(b).

    >>> [duty.modality.value for duty in duties_on_records(GovernmentRecords())]
    ['shall', 'may']
    """
    public = given(records, G.available_to_public)
    here = given(records, G.in_possession)
    return (
        shall(
            "provide-public-records",
            Role.REQUESTED_STATE,
            "provide copies of the records",
            art(40, 31, "a"),
            under_paragraph("the records are there and public", art(40, 31, "a"), treaty, here, public),
            towards=Role.REQUESTING_STATE,
            life=Life(ended_by=CALLED_OFF, ends=what_ends_execution(evolve(course, treaty=treaty))),
        ),
        may(
            "provide-other-records",
            Role.REQUESTED_STATE,
            "provide copies of the records, wholly, in part or on conditions",
            art(40, 31, "b"),
            under_paragraph("the records are there and not public", art(40, 31, "b"), treaty, here, ~public),
            towards=Role.REQUESTING_STATE,
            qualifications=("at its discretion",),
        ),
    )


checked(__name__)
