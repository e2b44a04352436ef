"""Art. 42(8), (9): what has happened to the data since another State asked for their preservation."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import Attribute, field, fields, frozen
from attrs.validators import optional

from uncc.kernel.dates import a_date
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Fact, Facts, fact
from uncc.kernel.findings import Finding, derived
from uncc.kernel.immutable import tuples_only
from uncc.kernel.provisions import art
from uncc.kernel.roles import Role
from uncc.kernel.values import a_count_of_days
from uncc.procedural.art25_preservation import PreservationOrder, PreservationRegime

__all__ = ["Extension", "PreservationMeasure"]


def _not_before_request(extension: Extension, _: object, until: date | None) -> None:
    if until is not None and until < extension.requested_on:
        raise InvalidValue("until", until.isoformat(), f"on or after requested_on, {extension.requested_on}")


@frozen(kw_only=True)
class Extension(Facts, asked_of=Role.REQUESTED_STATE):
    """An extension of the preservation period that the requesting State has asked for.

    `until` is the last day of the period as extended, and `None` where not known.
    """

    requested_on: date = field(validator=a_date)
    until: date | None = field(default=None, validator=[optional(a_date), _not_before_request])
    granted: Fact = fact("the requested State granted the extension", art(42, 9))


def _in_order(measure: PreservationMeasure, attribute: Attribute[Any], on: date | None) -> None:
    """Refuse an event that lies before the one that it answers to."""
    earlier = {"effected_on": "request_received_on", "decided_on": "assistance_requested_on"}[attribute.name]
    before: date | None = getattr(measure, earlier)
    if on is not None and before is not None and on < before:
        raise InvalidValue(attribute.name, on.isoformat(), f"on or after {earlier}, {before}")


@frozen(kw_only=True, field_transformer=tuples_only)
class PreservationMeasure(Facts, asked_of=Role.REQUESTED_STATE):
    """What has happened to the data since another State asked for their preservation.

    - `request_received_on`, `effected_on`: the day the request for preservation reached the requested State,
      and the day from which the data were in fact preserved.
    - `period_days`: the period that the requested State set, in calendar days; `None` where not known.
    - `assistance_requested_on`, `decided_on`: the day on which the later request (to search, seize or disclose)
      was received, and the day of the decision on it. A day that is given says that the thing happened.
    """

    request_received_on: date | None = field(default=None, validator=optional(a_date))
    effected_on: date | None = field(default=None, validator=[optional(a_date), _in_order])
    period_days: int | None = field(default=None, validator=optional(a_count_of_days))
    order: PreservationOrder | None = None
    extensions: tuple[Extension, ...] = ()
    assistance_requested: Fact = fact(
        "the requested State has received the request to search, seize or disclose the data", art(42, 8)
    )
    assistance_requested_on: date | None = field(default=None, validator=optional(a_date))
    still_preserved: Fact = fact("the data were still preserved when that request was received", art(42, 8))
    decided: Fact = fact("the requested State has decided on that request", art(42, 8))
    decided_on: date | None = field(default=None, validator=[optional(a_date), _in_order])

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self._happened("decided", self.decided_on)
        self._happened("assistance_requested", self.assistance_requested_on or self.decided or None)

    def _happened(self, event: str, sign: object) -> None:
        """Take an event as having happened where a later sign of it says so."""
        if sign is None:
            return
        if getattr(self, event) is False:
            raise InvalidValue(event, value=False, expected="true, as the dates and events after it say")
        object.__setattr__(self, event, True)


UNKNOWN_REGIME = PreservationRegime()
M = fields(PreservationMeasure)
E = fields(Extension)


def known(value: object, statement: str) -> Finding:
    """Whether a thing is known that the requested State can tell."""
    return derived(None if value is None else True, statement, art(42, 8), asked_of=Role.REQUESTED_STATE)
