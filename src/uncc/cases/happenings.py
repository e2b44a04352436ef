"""What can happen in a matter, each with its day: received, preserved, extended, followed up, decided and so on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import field, frozen
from attrs.validators import optional

from uncc.cases.assistance_case import AssistanceCase
from uncc.cases.record import Entry
from uncc.cooperation import Ground
from uncc.kernel.between import a_date
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.model import Model
from uncc.kernel.roles import Role

__all__ = [
    "Decided",
    "Denounced",
    "Determined",
    "Doubted",
    "Extended",
    "FollowedUp",
    "Happening",
    "Postponed",
    "Preserved",
    "Recorded",
    "Refused",
    "RequestReceived",
    "Resumed",
]


@frozen(kw_only=True, field_transformer=typed)
class Happening(Model):
    """Something that happened on a day, and became known on that day or on `known_on`.

    `request` is the number of the request that it is about: 0 is the one with which the matter was opened. In JSON the
    key `happened` says what it was, such as `request-received`.
    """

    TOLD_APART_BY: ClassVar = "happened"

    on: date = field(validator=a_date)
    known_on: date | None = field(default=None, validator=optional(a_date))
    request: int = 0

    def __attrs_post_init__(self) -> None:
        if self.known_on is not None and self.known_on < self.on:
            raise InvalidValue("known_on", self.known_on.isoformat(), f"on or after {self.on}, the day of it")

    def is_known(self, on: date | None) -> bool:
        """Whether it was known by the end of a day; today where none is named."""
        return on is None or (self.known_on or self.on) <= on


@frozen(kw_only=True, field_transformer=typed)
class RequestReceived(Happening):
    """The requested State received the request."""


@frozen(kw_only=True, field_transformer=typed)
class Doubted(Happening):
    """The requested State came to believe that preservation may fail or do harm, or does not (Art. 42(7)).

    Of what is left out, it believes what it did before.
    """

    will_not_secure_data: bool | None = None
    threatens_confidentiality: bool | None = None
    prejudices_investigation: bool | None = None


@frozen(kw_only=True, field_transformer=typed)
class Determined(Happening):
    """The requesting State, so informed, determined whether the request be executed all the same (Art. 42(7))."""

    execution_wanted: bool


@frozen(kw_only=True, field_transformer=typed)
class Preserved(Happening):
    """The preservation took effect, for so many days where the requested State set a period (Art. 42(8))."""

    period_days: int | None = None


@frozen(kw_only=True, field_transformer=typed)
class Extended(Happening):
    """An extension was asked for on this day, up to a last day or for further days, and granted or not (Art. 42(9))."""

    until: date | None = None
    days: int | None = None
    granted: bool | None = None


@frozen(kw_only=True, field_transformer=typed)
class FollowedUp(Happening):
    """The request to search, seize or disclose the preserved data was received (Art. 42(8)): a request of its own.

    `case` is its case, with all that is known of it then; its day of receipt and the earlier preservation follow.
    """

    case: AssistanceCase


@frozen(kw_only=True, field_transformer=typed)
class Decided(Happening):
    """The requested State decided on the request that followed the preservation (Art. 42(8))."""


@frozen(kw_only=True, field_transformer=typed)
class Refused(Happening):
    """The requested State refused a request for preservation or assistance (Art. 40(21), (25), (28), Art. 42(6))."""

    grounds: tuple[Ground, ...] = ()
    consulted: bool | None = None
    reasons_given: bool | None = None


@frozen(kw_only=True, field_transformer=typed)
class Postponed(Happening):
    """The requested State postponed its assistance (Art. 40(27), (28))."""

    consulted: bool | None = None


@frozen(kw_only=True, field_transformer=typed)
class Resumed(Happening):
    """The ground of a postponement ended, so that the assistance is owed again (Art. 40(27))."""


@frozen(kw_only=True, field_transformer=typed)
class Denounced(Happening):
    """A denunciation by one of the two States was received; it takes effect a year later (Art. 67(1))."""

    by: Role


@frozen(kw_only=True, field_transformer=typed)
class Recorded(Happening):
    """The act of a duty was done, or was not: whatever has no happening of its own, as the record of a case has it."""

    entry: Entry


checked(__name__)
