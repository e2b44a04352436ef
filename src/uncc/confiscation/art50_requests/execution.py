"""Art. 50(1), (2), (4) to (6), (10): what must be done on a request, which way is taken, and treaty basis."""

from __future__ import annotations

from attrs import evolve, fields, frozen

from uncc.confiscation.art50_requests.lifting import M, ProvisionalMeasure
from uncc.confiscation.art50_requests.refusal import NO_CONFISCATION_POSITION, ConfiscationPosition
from uncc.confiscation.art50_requests.reply import what_ends_confiscation
from uncc.confiscation.art50_requests.request import (
    ConfiscationRequest,
    ConfiscationRequestKind,
    R,
    may_request_confiscation,
)
from uncc.cooperation.art40_assistance.handling import UNKNOWN_HANDLING, Handling
from uncc.cooperation.art40_assistance.reply import NegativeReply
from uncc.kernel.declared import checked
from uncc.kernel.duties import Duty, shall, shall_consider
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, all_of, any_of, by_reading, by_text, given
from uncc.kernel.life import KEPT_UP, Life, found, shown, stated_day
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.readings.chapter_5 import ConfiscationRoute

__all__ = [
    "Execution",
    "duties_on_confiscation_request",
    "has_treaty_basis",
    "may_refuse_for_want_of_treaty",
    "may_take_other_way",
    "must_give_effect",
    "must_submit_for_order",
    "must_submit_foreign_order",
    "must_take_provisional_measures",
]


@frozen(kw_only=True)
class Execution(Facts, asked_of=Role.REQUESTED_STATE):
    """How the requested State goes about the request, and what its law makes of treaties."""

    takes_other_way: Fact = fact(
        "the requested State means to take the other of the two ways to confiscation", art(50, 1)
    )
    order_granted: Fact = fact(
        "the competent authorities of the requested State granted an order of confiscation", art(50, 1, "a")
    )
    conditional_on_treaty: Fact = fact(
        "the requested State makes such measures conditional on a relevant treaty", art(50, 6)
    )
    other_treaty: Fact = fact("another relevant treaty is in force between the two States", art(50, 6))
    laws_furnished: Fact = fact(
        "the State has furnished its laws that give effect to the article, and their changes, or a description",
        art(50, 5),
        asked_of=Role.DEPOSITARY,
    )
    agreements_considered: Fact = fact(
        "the State has considered concluding treaties or arrangements to make such cooperation more effective",
        art(50, 10),
        asked_of=Role.STATE_PARTY,
    )


E = fields(Execution)
UNKNOWN_EXECUTION = Execution()
UNKNOWN_MEASURE = ProvisionalMeasure()
CALLED_OFF = ("say-if-no-longer-required-in-confiscation",)
"""What the requesting State does where it needs the cooperation no longer."""


def has_treaty_basis(execution: Execution) -> Finding:
    """Whether there is the treaty that a State asks for: always, since the Convention is enough.

    Source: Art. 50(6).

    >>> has_treaty_basis(Execution(conditional_on_treaty=True, other_treaty=False)).truth.name
    'YES'
    """
    return any_of(
        "there is a treaty basis for the measures, where one is asked for",
        art(50, 6),
        ~given(execution, E.conditional_on_treaty),
        given(execution, E.other_treaty),
        by_text(True, "the Convention counts as the necessary and sufficient treaty basis", art(50, 6)),
    )


def may_refuse_for_want_of_treaty(execution: Execution) -> Finding:
    """Whether the measures may be refused because there is no other treaty: they may not.

    Source: Art. 50(6).

    >>> may_refuse_for_want_of_treaty(Execution(conditional_on_treaty=True, other_treaty=False)).truth.name
    'NO'
    """
    return ~has_treaty_basis(execution)


def may_take_other_way(execution: Execution) -> Finding:
    """Whether the requested State takes the other way to confiscation, and may.

    Seeking an order of its own and giving effect to the foreign one are alternatives; who chooses is a reading, on
    which none is adopted.

    Source: Art. 50(1), Art. 50(3).

    >>> may_take_other_way(Execution(takes_other_way=False)).truth.name
    'NO'
    """
    statement = "the choice between the two ways is the requested State's"
    return all_of(
        "the requested State takes the other way, as it may",
        art(50, 1),
        given(execution, E.takes_other_way),
        by_reading(
            statement,
            ConfiscationRoute,
            {
                ConfiscationRoute.AS_REQUESTED: by_text(False, statement, art(50, 3)),
                ConfiscationRoute.OWN_CHOICE: by_text(True, statement, art(50, 1)),
            },
        ),
    )


def _must_submit(kind: ConfiscationRequestKind, request: ConfiscationRequest, execution: Execution) -> Finding:
    """Whether the way that belongs to `kind` must be taken: as asked for, or in the place of what was asked for."""
    authority = (art(50, 1), kind.provision)
    if request.kind is ConfiscationRequestKind.PROVISIONAL:
        return by_text(False, "the request is one for confiscation", *authority)
    other = may_take_other_way(execution)
    order = (given(request, R.order_by_court),) if kind is ConfiscationRequestKind.ENFORCE_ORDER else ()
    return all_of(
        "the requested State must submit the matter to its competent authorities in this way",
        authority,
        may_request_confiscation(request),
        *order,
        ~other if request.kind is kind else other,
    )


def must_submit_for_order(request: ConfiscationRequest, *, execution: Execution = UNKNOWN_EXECUTION) -> Finding:
    """Whether the request must be submitted to the authorities so that they order the confiscation themselves.

    Source: Art. 50(1), Art. 50(1)(a).

    >>> freezing = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> must_submit_for_order(freezing).truth.name
    'NO'
    """
    return _must_submit(ConfiscationRequestKind.OBTAIN_ORDER, request, execution)


def must_give_effect(request: ConfiscationRequest, *, execution: Execution = UNKNOWN_EXECUTION) -> Finding:
    """Whether effect must be given to an order that the requested State's own authorities granted.

    Source: Art. 50(1)(a).

    >>> asked = ConfiscationRequest(kind=ConfiscationRequestKind.OBTAIN_ORDER)
    >>> must_give_effect(asked, execution=Execution(order_granted=False)).truth.name
    'NO'
    """
    return all_of(
        "effect must be given to the order that was granted",
        art(50, 1, "a"),
        must_submit_for_order(request, execution=execution),
        given(execution, E.order_granted),
    )


def must_submit_foreign_order(request: ConfiscationRequest, *, execution: Execution = UNKNOWN_EXECUTION) -> Finding:
    """Whether the foreign order must be submitted to the authorities, so that they give effect to it.

    NO without an order of a court of the requesting State: then there is nothing to submit in this way.

    Source: Art. 50(1), Art. 50(1)(b).

    >>> asked = ConfiscationRequest(kind=ConfiscationRequestKind.ENFORCE_ORDER, order_by_court=False)
    >>> must_submit_foreign_order(asked).truth.name
    'NO'
    """
    return _must_submit(ConfiscationRequestKind.ENFORCE_ORDER, request, execution)


def must_take_provisional_measures(request: ConfiscationRequest) -> Finding:
    """Whether the requested State must take measures to identify, trace and freeze or seize the property.

    Source: Art. 50(2).

    >>> must_take_provisional_measures(ConfiscationRequest(kind=ConfiscationRequestKind.OBTAIN_ORDER)).truth.name
    'NO'
    """
    if request.kind is not ConfiscationRequestKind.PROVISIONAL:
        return by_text(False, "the request is one for measures before confiscation", art(50, 2))
    return may_request_confiscation(request)


def duties_on_confiscation_request(  # noqa: PLR0913  # each is named by whoever asks
    request: ConfiscationRequest,
    *,
    execution: Execution = UNKNOWN_EXECUTION,
    measure: ProvisionalMeasure = UNKNOWN_MEASURE,
    handling: Handling = UNKNOWN_HANDLING,
    reply: NegativeReply | None = None,
    position: ConfiscationPosition = NO_CONFISCATION_POSITION,
) -> tuple[Duty, ...]:
    """What must be done on the request, and what does the article ask of each State besides?

    The requested State may still refuse on a ground that is open: see `confiscation_grounds`. What was done already,
    that nothing is required any longer, and that the request was refused or postponed (`reply`, judged by `position`),
    the `life` of each duty tells.

    Source: Art. 50(1)(a), Art. 50(1)(b), Art. 50(2), Art. 50(3), Art. 50(4), Art. 50(5), Art. 50(6), Art. 50(7),
    Art. 50(10).

    >>> asked = ConfiscationRequest(kind=ConfiscationRequestKind.PROVISIONAL)
    >>> [duty.id for duty in duties_on_confiscation_request(asked)][:2]
    ['submit-for-order', 'give-effect-to-order']
    """
    extent = "to the greatest extent possible within its domestic legal system"
    own_law = "in accordance with and subject to its law, its procedural rules and treaties with the requesting State"
    submitted = shown(
        execution, E.order_granted, "the request was submitted: an order was granted on it", art(50, 1, "a")
    )
    taken = evolve(
        shown(measure, M.taken_on_request, "measures were taken on a request under the article", art(50, 2)),
        on=stated_day(measure, M.taken_on),
    )
    falls = what_ends_confiscation(request, handling, reply, position)
    return (
        shall(
            "submit-for-order",
            Role.REQUESTED_STATE,
            "submit the request to its competent authorities to obtain an order of confiscation",
            (art(50, 1, "a"), art(50, 4)),
            must_submit_for_order(request, execution=execution),
            towards=Role.REQUESTING_STATE,
            qualifications=(extent, own_law),
            life=Life(done=submitted, ended_by=CALLED_OFF, ends=falls),
        ),
        shall(
            "give-effect-to-order",
            Role.REQUESTED_STATE,
            "give effect to the order of confiscation that was granted",
            (art(50, 1, "a"), art(50, 4)),
            must_give_effect(request, execution=execution),
            towards=Role.REQUESTING_STATE,
            qualifications=(extent, own_law),
            life=Life(after=("submit-for-order",), ended_by=CALLED_OFF, ends=falls),
        ),
        shall(
            "submit-foreign-order",
            Role.REQUESTED_STATE,
            "submit the foreign order of confiscation to its competent authorities, for effect to the extent requested",
            (art(50, 1, "b"), art(50, 4)),
            must_submit_foreign_order(request, execution=execution),
            towards=Role.REQUESTING_STATE,
            qualifications=(extent, own_law),
            life=Life(ended_by=CALLED_OFF, ends=falls),
        ),
        shall(
            "take-provisional-measures",
            Role.REQUESTED_STATE,
            "take measures to identify, trace and freeze or seize the property",
            (art(50, 2), art(50, 4)),
            must_take_provisional_measures(request),
            towards=Role.REQUESTING_STATE,
            qualifications=(own_law,),
            life=Life(done=taken, ended_by=CALLED_OFF, ends=falls),
        ),
        shall(
            "take-convention-as-basis",
            Role.REQUESTED_STATE,
            "take the Convention as the necessary and sufficient treaty basis",
            art(50, 6),
            given(execution, E.conditional_on_treaty),
            towards=Role.REQUESTING_STATE,
            life=KEPT_UP,
        ),
        shall(
            "confiscation-laws",
            Role.STATE_PARTY,
            "furnish its laws that give effect to the article, and their changes, to the Secretary-General",
            art(50, 5),
            by_text(True, "every State Party owes it", art(50, 5)),
            qualifications=("a description is enough",),
            life=Life(done=found(given(execution, E.laws_furnished))),
        ),
        shall_consider(
            "consider-agreements-on-confiscation",
            Role.STATES_PARTIES,
            "concluding treaties, agreements or arrangements to make such cooperation more effective",
            art(50, 10),
            by_text(True, "States Parties owe it to each other", art(50, 10)),
            life=Life(done=found(given(execution, E.agreements_considered))),
        ),
    )


checked(__name__)
