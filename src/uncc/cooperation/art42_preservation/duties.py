"""Art. 42(2), (4) and (7): what the two States owe each other once preservation is asked for."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.cooperation.all_grounds import NO_POSITION, Position
from uncc.cooperation.art42_preservation.measure import UNKNOWN_MEASURE, M, PreservationMeasure
from uncc.cooperation.art42_preservation.refusal import (
    UNNAMED_PARTY,
    preservation_refusal_conforms,
    want_of_dual_criminality,
)
from uncc.cooperation.art42_preservation.request import (
    PreservationRequest,
    asks_for_confidentiality,
    data_are_named,
    may_request_preservation,
)
from uncc.cooperation.listed_refusal import NO_REFUSAL, ListedRefusal, refused
from uncc.kernel.consistency import implies
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, Promptness, may, shall, shall_not
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import Life, found, on_day, shown
from uncc.kernel.parties import StateParty
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import AssistanceRules

__all__ = [
    "Outlook",
    "duties_on_receipt",
    "is_called_off",
    "must_inform_of_outlook",
    "must_keep_request_confidential",
    "must_preserve",
    "must_say_if_not_confidential",
    "shall_execute_nevertheless",
    "still_must_preserve",
]


@frozen(kw_only=True)
class Outlook(Facts, asked_of=Role.REQUESTED_STATE):
    """What the requested State believes that preservation would do, and what the requesting State then decides.

    Before the requesting State has determined anything, it has not determined that the request be executed either.
    """

    will_not_secure_data: Fact = fact(
        "the requested State believes that preservation will not keep the data available", art(42, 7)
    )
    threatens_confidentiality: Fact = fact(
        "the requested State believes that preservation will endanger the confidentiality of the requesting "
        "State's investigation",
        art(42, 7),
    )
    prejudices_investigation: Fact = fact(
        "the requested State believes that preservation will otherwise prejudice the requesting State's investigation",
        art(42, 7),
    )
    cannot_keep_confidential: Fact = fact(
        "the requested State cannot comply with the confidentiality that is asked for", art(40, 20)
    )
    disclosure_necessary: Fact = fact(
        "what is disclosed of the request is no more than is necessary to execute it", art(40, 20)
    )
    user_notified: Fact = fact("the user was notified of the preservation", art(42, 3, "g"))
    determined: Fact = fact(
        "the requesting State, so informed, has determined whether the request be executed all the same",
        art(42, 7),
        asked_of=Role.REQUESTING_STATE,
    )
    execution_wanted: Fact = fact(
        "the requesting State, so informed, has determined that the request be executed all the same",
        art(42, 7),
        asked_of=Role.REQUESTING_STATE,
    )

    ties = (implies("execution_wanted", "determined", art(42, 7)),)


UNKNOWN_OUTLOOK = Outlook()
O = fields(Outlook)  # noqa: E741


def must_preserve(request: PreservationRequest) -> Finding:
    """Whether receiving this request obliges the requested State to preserve.

    Preservation must be open to be asked for, and the request must name data. A request that lacks other
    particulars obliges all the same. The requested State may still refuse on a ground that is open: see `grounds`. It
    preserves in accordance with its domestic law, which may leave room beyond the closed list of grounds.

    Source: Art. 35(2), Art. 42(1), Art. 42(4).

    >>> must_preserve(PreservationRequest(system_in_requested_territory=False)).truth.name
    'NO'
    """
    return all_of(
        "the request obliges the requested State to preserve the data",
        art(42, 4),
        may_request_preservation(request),
        data_are_named(request),
        by_text(
            True,
            "it preserves in accordance with its domestic law, which may leave room that no ground of refusal names",
            art(42, 4),
        ),
    )


def must_inform_of_outlook(outlook: Outlook) -> Finding:
    """Whether the requested State must tell the requesting State that preservation may not serve it.

    Any of three beliefs is enough.

    Source: Art. 42(7).

    >>> must_inform_of_outlook(Outlook(threatens_confidentiality=True)).truth.name
    'YES'
    """
    return any_of(
        "the requested State believes that preservation may fail or do harm",
        art(42, 7),
        given(outlook, O.will_not_secure_data),
        given(outlook, O.threatens_confidentiality),
        given(outlook, O.prejudices_investigation),
    )


def shall_execute_nevertheless(outlook: Outlook) -> Finding:
    """Whether the request is to be executed although preservation may fail or do harm.

    The requesting State alone determines that, once it is informed. NO as well where there was nothing to inform
    of: the paragraph then has no part in the case.

    Source: Art. 42(7).

    >>> shall_execute_nevertheless(Outlook(will_not_secure_data=True, execution_wanted=False)).truth.name
    'NO'
    """
    return all_of(
        "the request is to be executed all the same",
        art(42, 7),
        must_inform_of_outlook(outlook),
        given(outlook, O.execution_wanted),
    )


def is_called_off(outlook: Outlook) -> Finding:
    """Whether the requesting State, informed of what preservation may do, has determined that it not be executed.

    The duty to preserve then ends.

    Source: Art. 42(7).

    >>> is_called_off(Outlook(threatens_confidentiality=True, determined=True, execution_wanted=False)).truth.name
    'YES'
    """
    return all_of(
        "the requesting State has determined that the request not be executed",
        art(42, 7),
        must_inform_of_outlook(outlook),
        given(outlook, O.determined),
        ~given(outlook, O.execution_wanted),
    )


def still_must_preserve(request: PreservationRequest, *, outlook: Outlook = UNKNOWN_OUTLOOK) -> Finding:
    """Whether the requested State must preserve, and the requesting State has not called that off.

    Source: Art. 42(4), Art. 42(7).

    >>> called_off = Outlook(will_not_secure_data=True, determined=True, execution_wanted=False)
    >>> still_must_preserve(PreservationRequest(), outlook=called_off).truth.name
    'NO'
    """
    return all_of(
        "the data must be preserved, and the requesting State has not called that off",
        (art(42, 4), art(42, 7)),
        must_preserve(request),
        ~is_called_off(outlook),
    )


def must_keep_request_confidential(request: PreservationRequest) -> Finding:
    """Whether the requested State owes the requesting State confidentiality about the request itself.

    The article on preservation lets the request state the need and names no duty to meet it; the article on
    assistance has such a duty where confidentiality is required, and whether it governs preservation is a reading, on
    which none is adopted.

    Source: Art. 42(3)(g), Art. 40(20).

    >>> must_keep_request_confidential(PreservationRequest()).truth.name
    'NO'
    """
    return all_of(
        "the requested State must keep the request confidential",
        (art(42, 3, "g"), art(40, 20)),
        asks_for_confidentiality(request),
        by_reading(
            "confidentiality is owed where it is required",
            AssistanceRules,
            {
                AssistanceRules.GOVERN: by_text(True, "confidentiality is owed where it is required", art(40, 20)),
                AssistanceRules.DO_NOT_GOVERN: by_text(
                    False, "confidentiality is owed where it is required", art(42, 3, "g")
                ),
            },
        ),
    )


def must_say_if_not_confidential(request: PreservationRequest, outlook: Outlook) -> Finding:
    """Whether the requested State must say that it cannot keep the request confidential.

    Source: Art. 40(20).

    >>> must_say_if_not_confidential(PreservationRequest(), Outlook(cannot_keep_confidential=False)).truth.name
    'NO'
    """
    return all_of(
        "confidentiality is owed and cannot be kept",
        art(40, 20),
        must_keep_request_confidential(request),
        given(outlook, O.cannot_keep_confidential),
    )


def _is_made_known(outlook: Outlook) -> Finding:
    """Return that the request was made known to somebody who need not know of it."""
    return any_of(
        "more was disclosed of the request than is necessary, or the user was notified",
        (art(40, 20), art(42, 3, "g")),
        ~given(outlook, O.disclosure_necessary),
        given(outlook, O.user_notified),
    )


def duties_on_receipt(  # noqa: PLR0913  # each is named by whoever asks
    request: PreservationRequest,
    *,
    outlook: Outlook = Outlook(),  # frozen
    position: Position = NO_POSITION,
    requested: StateParty = UNNAMED_PARTY,
    measure: PreservationMeasure = UNKNOWN_MEASURE,
    refusal: ListedRefusal = NO_REFUSAL,
) -> tuple[Duty, ...]:
    """What must, may or must not be done once the request is received, by whom, and how fast?

    Every duty is listed with the finding that triggers it; those that do not arise are NO. What is done, and what has
    ended since the requesting State has called it off, or the requested State has refused, their `life` tells; see also
    `still_must_preserve`.

    Source: Art. 40(20), Art. 42(2), Art. 42(3)(g), Art. 42(4), Art. 42(5), Art. 42(6), Art. 42(7).

    >>> [duty.id for duty in duties_on_receipt(PreservationRequest())][3:5]
    ['preserve', 'no-dual-criminality']
    """
    determined = given(outlook, O.determined)
    conforms = preservation_refusal_conforms(refusal, request, position=position, requested=requested)
    refused_as_it_may = refused(refusal, "preservation was refused on a ground that is open", art(42, 6), conforms)
    refused_otherwise = refused(
        refusal, "preservation was refused on another ground", art(42, 6), ~conforms, displaces=False
    )
    called_off = (found(is_called_off(outlook)),)
    return (
        may(
            "locate",
            Role.REQUESTING_STATE,
            "use the 24/7 network to learn where the data and, as appropriate, the service provider are",
            art(42, 2),
            by_text(True, "the requesting State may seek information on locations", art(42, 2)),
        ),
        shall(
            "keep-request-confidential-in-preservation",
            Role.REQUESTED_STATE,
            "keep the request confidential, except as far as executing it needs otherwise",
            (art(42, 3, "g"), art(40, 20)),
            must_keep_request_confidential(request),
            towards=Role.REQUESTING_STATE,
            life=Life(lasts=True, broken=found(_is_made_known(outlook))),
        ),
        shall(
            "say-if-not-confidential-in-preservation",
            Role.REQUESTED_STATE,
            "inform the requesting State that it cannot keep the request confidential",
            art(40, 20),
            must_say_if_not_confidential(request, outlook),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.PROMPTLY,
        ),
        shall(
            "preserve",
            Role.REQUESTED_STATE,
            "take all appropriate measures to preserve the specified data",
            art(42, 4),
            must_preserve(request),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.EXPEDITIOUSLY,
            qualifications=(
                "in accordance with its domestic law",
                "unless it refuses on a ground that is open",
                "until the requesting State determines that the request not be executed",
            ),
            life=Life(done=on_day(measure, M.effected_on), ends=(*called_off, refused_as_it_may)),
        ),
        shall_not(
            "no-dual-criminality",
            Role.REQUESTED_STATE,
            "make dual criminality a condition of the preservation",
            art(42, 4),
            ~want_of_dual_criminality(request, position=position, requested=requested),
            towards=Role.REQUESTING_STATE,
            life=Life(ends=called_off),
        ),
        shall_not(
            "no-other-ground-for-refusing-preservation",
            Role.REQUESTED_STATE,
            "refuse the preservation on a ground that is not open",
            art(42, 6),
            by_text(True, "preservation may be refused on the grounds of a closed list only", art(42, 6)),
            towards=Role.REQUESTING_STATE,
            life=Life(done=refused_otherwise),
        ),
        shall(
            "inform-of-outlook",
            Role.REQUESTED_STATE,
            "inform the requesting State that preservation may not secure the data or may harm its investigation",
            art(42, 7),
            must_inform_of_outlook(outlook),
            towards=Role.REQUESTING_STATE,
            deadline=Promptness.PROMPTLY,
            life=Life(
                done=shown(outlook, O.determined, "the requesting State, so informed, has determined", art(42, 7))
            ),
        ),
        shall(
            "determine-execution",
            Role.REQUESTING_STATE,
            "determine whether the request should be executed all the same",
            art(42, 7),
            must_inform_of_outlook(outlook),
            towards=Role.REQUESTED_STATE,
            life=Life(done=found(determined), after=("inform-of-outlook",)),
        ),
    )


checked(__name__)
