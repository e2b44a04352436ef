"""Art. 46, mutual legal assistance in the interception of content data: an endeavour, as far as it is permitted.

The article has no particulars of its own (see Art. 40(15)), no floor like that of Art. 45(2), and does not confine the
communications to the territory of the requested State.
"""

from __future__ import annotations

from attrs import field, fields, frozen
from attrs.validators import optional

from uncc.cooperation.art35_principles import Cooperation, cooperation_is_open
from uncc.cooperation.art40_assistance.course import UNKNOWN_COURSE, RequestCourse, what_ends_execution
from uncc.cooperation.art40_assistance.handling import CALLED_OFF
from uncc.cooperation.particulars import UNNAMED_OFFENCE, Offence
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall_endeavour
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, given
from uncc.kernel.life import Life
from uncc.kernel.papers import Paper
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text
from uncc.readings.chapter_5 import InterceptionPermission

__all__ = [
    "InterceptionRequest",
    "duties_on_interception",
    "interception_is_permitted",
    "may_request_interception",
    "must_endeavour_to_intercept",
]


@frozen(kw_only=True)
class InterceptionRequest(Paper, Facts, asked_of=Role.REQUESTED_STATE):
    """A request to collect or record content data in real time, a paper, and what permits that.

    - `reference`: the number under which the request is made.
    """

    reference: str | None = field(default=None, validator=optional(a_text))
    offence: Offence | None = None
    in_real_time: Fact = fact(
        "the content data are to be collected or recorded in real time", art(46), asked_of=Role.REQUESTING_STATE
    )
    communications_specified: Fact = fact(
        "the communications to be intercepted are specified", art(46), asked_of=Role.REQUESTING_STATE
    )
    by_ict_system: Fact = fact(
        "the communications to be intercepted are transmitted by means of an information and communications "
        "technology system",
        art(46),
    )
    treaty_permits: Fact = fact("a treaty that applies to the two States permits the interception", art(46))
    domestic_law_permits: Fact = fact("the domestic law of the requested State permits the interception", art(46))


R = fields(InterceptionRequest)


def may_request_interception(request: InterceptionRequest) -> Finding:
    """Whether the request is one for the assistance of which the article speaks.

    Source: Art. 35(2), Art. 46.

    >>> may_request_interception(InterceptionRequest(in_real_time=False)).truth.name
    'NO'
    """
    return all_of(
        "the interception of content data may be asked for",
        art(46),
        cooperation_is_open(Cooperation.INTERCEPTION, request.offence or UNNAMED_OFFENCE),
        given(request, R.in_real_time),
        given(request, R.communications_specified),
        given(request, R.by_ict_system),
    )


def interception_is_permitted(request: InterceptionRequest) -> Finding:
    """Whether treaties or domestic law permit the interception, which is how far the endeavour goes.

    Whether one of the two is enough is a reading.

    Source: Art. 46.

    >>> interception_is_permitted(InterceptionRequest(treaty_permits=False, domestic_law_permits=True)).truth.name
    'YES'
    """
    statement = "the interception is permitted"
    limbs = (given(request, R.treaty_permits), given(request, R.domestic_law_permits))
    return by_reading(
        statement,
        InterceptionPermission,
        {
            InterceptionPermission.EITHER: any_of(statement, art(46), *limbs),
            InterceptionPermission.BOTH: all_of(statement, art(46), *limbs),
        },
    )


def must_endeavour_to_intercept(request: InterceptionRequest) -> Finding:
    """Whether the requested State must endeavour to give this assistance.

    It owes an endeavour and no result. NO: nothing in the article obliges, since neither treaties nor domestic law
    permit the interception, or it is no request of this kind.

    Source: Art. 46.

    >>> must_endeavour_to_intercept(InterceptionRequest(treaty_permits=False, domestic_law_permits=False)).truth.name
    'NO'
    """
    return all_of(
        "an endeavour to intercept the content data is owed",
        art(46),
        may_request_interception(request),
        interception_is_permitted(request),
    )


def duties_on_interception(request: InterceptionRequest, *, course: RequestCourse = UNKNOWN_COURSE) -> tuple[Duty, ...]:
    """What does the requested State owe when the interception of content data is asked for?

    `course` is what has become of the request for assistance: see the `life` of each duty.

    Source: Art. 46.

    >>> duties_on_interception(InterceptionRequest())[0].modality.words
    'shall endeavour'
    """
    return (
        shall_endeavour(
            "endeavour-to-intercept",
            Role.REQUESTED_STATE,
            "to assist in collecting or recording the content data in real time",
            art(46),
            must_endeavour_to_intercept(request),
            towards=Role.REQUESTING_STATE,
            qualifications=("to the extent that applicable treaties or domestic laws permit",),
            life=Life(ended_by=CALLED_OFF, ends=what_ends_execution(course)),
        ),
    )


checked(__name__)
