"""Art. 42(8), (9): what has happened to the data since another State asked for their preservation."""

from __future__ import annotations

from attrs import fields, frozen

from uncc.kernel.between import ends_of, not_before
from uncc.kernel.consistency import implies, shows
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact, Fact, Facts, ListFact, NumberFact, day_fact, fact, list_fact, number_fact
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.procedural.art25_preservation import PreservationOrder, PreservationRegime

__all__ = ["Extension", "PreservationMeasure"]


@frozen(kw_only=True)
class Extension(Facts, asked_of=Role.REQUESTED_STATE):
    """What is known of an extension of the preservation period that the requesting State has asked for.

    It is stated by its last day (`until`), or by its `days`, which run from the end of the period before it.
    """

    requested_on: DayFact = day_fact("the extension was asked for", art(42, 9), asked_of=Role.REQUESTING_STATE)
    until: DayFact = day_fact("the last day of the period as extended", art(42, 9), follows="requested_on")
    days: NumberFact = number_fact("the further days for which the period was extended", art(42, 9), least=1)
    granted: Fact = fact("the requested State granted the extension", art(42, 9))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.days is not None and self.until is not None:
            raise InvalidValue("days", self.days, "null, where the last day is stated in `until`")


@frozen(kw_only=True)
class PreservationMeasure(Facts, asked_of=Role.REQUESTED_STATE):
    """What is known of what has happened to the data since another State asked for their preservation.

    A day that is given says that the thing happened.
    """

    request_received_on: DayFact = day_fact("the request for preservation was received", art(42, 8))
    effected_on: DayFact = day_fact("the preservation took effect", art(42, 8), follows="request_received_on")
    period_days: NumberFact = number_fact("the days of the period that was set", art(42, 8), least=1)
    order: PreservationOrder | None = None
    ordered: Fact = fact("the data are preserved by an order to a person", art(25, 2))
    extensions: ListFact[Extension] = list_fact(
        "the requested State granted an extension beside those that are stated", art(42, 9)
    )
    assistance_requested: Fact = fact(
        "the requested State has received the request to search, seize or disclose the data", art(42, 8)
    )
    assistance_requested_on: DayFact = day_fact(
        "the request to search, seize or disclose the data was received", art(42, 8)
    )
    still_preserved: Fact = fact("the data were still preserved when that request was received", art(42, 8))
    decided: Fact = fact("the requested State has decided on that request", art(42, 8))
    decided_on: DayFact = day_fact(
        "the request to search, seize or disclose the data was decided",
        art(42, 8),
        follows="assistance_requested_on",
    )

    ties = (
        shows("order", "ordered", art(25, 2))._replace(fills=False),  # the order itself tells it
        shows("decided_on", "decided", art(42, 8)),
        shows("assistance_requested_on", "assistance_requested", art(42, 8)),
        implies("decided", "assistance_requested", art(42, 8)),
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.order is not None:
            not_before("effected_on", self.effected_on, "order.ordered_on", self.order.ordered_on)
            _fits(self.order, self.period_days)


def _fits(order: PreservationOrder, period: NumberFact) -> None:
    """Refuse an order that with all renewals stated is made for fewer days than the period that was set by it."""
    if not isinstance(order.renewals, tuple):  # there may be others
        return
    least, _ = ends_of(period)
    longest = [ends_of(days)[1] for days in (order.days, *(renewal.days for renewal in order.renewals))]
    if least is not None and None not in longest and least > sum(longest):
        days = f"at most {sum(longest)}, the days of order.days and order.renewals together (Art. 42(8))"
        raise InvalidValue("period_days", period if isinstance(period, int) else str(period), days)


UNKNOWN_REGIME = PreservationRegime()
UNKNOWN_MEASURE = PreservationMeasure()
M = fields(PreservationMeasure)
E = fields(Extension)
