"""Art. 44, mutual legal assistance in accessing stored electronic data: when it can be asked for, and how fast.

The article has no particulars of its own: the request contains what every request for assistance does (Art. 40(15)).
Nor has it grounds for refusing: see Art. 40 or the treaty that applies.
"""

from __future__ import annotations

from attrs import field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art35_principles import Cooperation, cooperation_is_open
from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution
from uncc.cooperation.art40_assistance.handling import CALLED_OFF, EXECUTED
from uncc.cooperation.particulars import UNNAMED_OFFENCE, DataItem, Offence
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, shall
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, given
from uncc.kernel.life import Life
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = [
    "StoredDataRequest",
    "duties_on_stored_data",
    "follows_preservation",
    "may_request_access",
    "must_respond_expeditiously",
]


@frozen(kw_only=True)
class StoredDataRequest(Paper, Facts, asked_of=Role.REQUESTED_STATE):
    """A request to search, seize and disclose stored electronic data, a paper; the facts about it are of the world.

    `preservation_reference` is the reference of an earlier request to preserve them; whether they were preserved is a
    fact of its own.

    - `reference`: the number under which the request is made.
    - `preservation_reference`: the number of the earlier request for preservation.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    offence: Offence | None = None
    data: tuple[DataItem, ...] = ()
    preservation_reference: str | None = field(default=None, validator=optional(a_text))
    system_in_requested_territory: Fact = fact(
        "the data are stored by means of a system located in the territory of the requested State", art(44, 1)
    )
    preserved: Fact = fact("the data have been preserved at the request of the requesting State", art(44, 1))
    vulnerable: Fact = fact(
        "there are grounds to believe that the data are particularly vulnerable to loss or modification",
        art(44, 3, "a"),
        asked_of=Role.REQUESTING_STATE,
    )
    expedited_elsewhere: Fact = fact(
        "the instruments and laws that apply to cooperation provide for it to be expedited", art(44, 3, "b")
    )


R = fields(StoredDataRequest)


def may_request_access(request: StoredDataRequest) -> Finding:
    """Whether one State may ask another, under the Convention, to search, seize and disclose these data.

    Whether they have been preserved before makes no difference.

    Source: Art. 35(2), Art. 44(1).

    >>> may_request_access(StoredDataRequest(system_in_requested_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "access to the stored data may be asked for",
        art(44, 1),
        cooperation_is_open(Cooperation.STORED_DATA, request.offence or UNNAMED_OFFENCE),
        given(request, R.system_in_requested_territory),
    )


def follows_preservation(request: StoredDataRequest) -> Finding:
    """Whether the data asked for are data that were preserved for the requesting State.

    Source: Art. 44(1).

    >>> follows_preservation(StoredDataRequest()).truth.name
    'UNKNOWN'
    """
    return given(request, R.preserved)


def must_respond_expeditiously(request: StoredDataRequest) -> Finding:
    """Whether the requested State must respond on an expedited basis.

    Either is enough: data that are particularly vulnerable, or an instrument or law that provides for speed. To respond
    is not to grant: what the response is follows from those instruments and laws.

    Source: Art. 44(3), Art. 44(3)(a), Art. 44(3)(b).

    >>> must_respond_expeditiously(StoredDataRequest(vulnerable=True)).truth.name
    'YES'
    """
    return any_of(
        "the request must be responded to on an expedited basis",
        art(44, 3),
        given(request, R.vulnerable),
        given(request, R.expedited_elsewhere),
    )


def duties_on_stored_data(request: StoredDataRequest, *, course: RequestCourse = UNKNOWN_COURSE) -> tuple[Duty, ...]:
    """What does the requested State owe in response to the request, and how fast?

    `course` is what has become of the request for assistance: see the `life` of each duty.

    Source: Art. 44(2), Art. 44(3).

    >>> [duty.id for duty in duties_on_stored_data(StoredDataRequest())]
    ['respond-to-access', 'respond-expeditiously']
    """
    asked, life = (
        may_request_access(request),
        Life(done_by=EXECUTED, ended_by=CALLED_OFF, ends=what_ends_execution(course)),
    )
    return (
        shall(
            "respond-to-access",
            Role.REQUESTED_STATE,
            "respond to the request by applying the international instruments and laws on cooperation",
            art(44, 2),
            asked,
            towards=Role.REQUESTING_STATE,
            qualifications=("in accordance with other relevant provisions of the chapter",),
            life=life,
        ),
        shall(
            "respond-expeditiously",
            Role.REQUESTED_STATE,
            "respond to the request",
            art(44, 3),
            all_of("an expedited response is owed", art(44, 3), asked, must_respond_expeditiously(request)),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.EXPEDITIOUSLY,
            life=life,
        ),
    )


checked(__name__)
