"""Where a duty stands, in one word."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

__all__ = ["Status"]


class Status(Enum):
    """Where a duty stands, in one word. The value is its stable name in JSON."""

    BROKEN = "broken"
    OVERDUE = "overdue"
    PAST_UNLESS_DONE = "past-unless-done"
    LAPSED = "lapsed"
    OWED = "owed"
    OWED_AS_FAR_AS_KNOWN = "owed-as-far-as-known"
    WAITING = "waiting"
    NOT_YET = "not-yet"
    OPEN = "open"
    CONTINUING = "continuing"
    NOT_DETERMINED = "not-determined"
    DONE_LATE = "done-late"
    DONE = "done"
    DONE_IN_TIME = "done-in-time"
    KEPT = "kept"
    USED_LATE = "used-late"
    USED = "used"
    GONE = "gone"
    GONE_UNLESS_USED = "gone-unless-used"
    DISPLACED = "displaced"
    NOT_OWED = "not-owed"

    @property
    def words(self) -> str:
        """The status as it stands in a report.

        >>> Status.PAST_UNLESS_DONE.words
        'its day is past; not known whether it was done'
        """
        return _WORDS[self]

    @property
    def is_late(self) -> bool:
        """Whether something is broken, late or over, or may be: what is looked at first."""
        return self in _LATE

    @property
    def is_to_do(self) -> bool:
        """Whether something is still to be done, used or kept."""
        return self in _TO_DO


_WORDS = MappingProxyType(
    {
        Status.BROKEN: "broken",
        Status.OVERDUE: "not done, and its day is past",
        Status.PAST_UNLESS_DONE: "its day is past; not known whether it was done",
        Status.LAPSED: "ended",
        Status.OWED: "owed",
        Status.OWED_AS_FAR_AS_KNOWN: "owed, unless it was done or has ended: nothing says so",
        Status.WAITING: "waits for the step before",
        Status.NOT_YET: "not owed yet",
        Status.OPEN: "open",
        Status.CONTINUING: "to be kept",
        Status.NOT_DETERMINED: "not determined",
        Status.DONE_LATE: "done late",
        Status.DONE: "done; nobody has said whether in time",
        Status.DONE_IN_TIME: "done in time",
        Status.KEPT: "kept to the end",
        Status.USED_LATE: "used too late",
        Status.USED: "used",
        Status.GONE: "not used in time",
        Status.GONE_UNLESS_USED: "its day is past; not known whether it was used",
        Status.DISPLACED: "another answer took its place",
        Status.NOT_OWED: "never owed",
    }
)
_LATE = frozenset(
    {Status.BROKEN, Status.OVERDUE, Status.PAST_UNLESS_DONE, Status.LAPSED, Status.GONE, Status.GONE_UNLESS_USED}
)
_TO_DO = frozenset({Status.OWED, Status.OWED_AS_FAR_AS_KNOWN, Status.WAITING, Status.OPEN, Status.CONTINUING})
