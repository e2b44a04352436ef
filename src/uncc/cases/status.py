"""Where a duty stands, in one word."""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType

__all__ = ["Phase"]


class Phase(Enum):
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

        >>> Phase.PAST_UNLESS_DONE.words
        'its day is past; not known whether it was done'
        """
        return _WORDS[self]

    @property
    def is_late(self) -> bool:
        """Whether something is late, not fulfilled or over, or may be: what is looked at first."""
        return self in _LATE

    @property
    def is_to_do(self) -> bool:
        """Whether something is still to be done, used or kept."""
        return self in _TO_DO


_WORDS = MappingProxyType(
    {
        Phase.BROKEN: "not fulfilled",
        Phase.OVERDUE: "not done, and its day is past",
        Phase.PAST_UNLESS_DONE: "its day is past; not known whether it was done",
        Phase.LAPSED: "ended",
        Phase.OWED: "owed",
        Phase.OWED_AS_FAR_AS_KNOWN: "owed, unless it was done or has ended: nothing says so",
        Phase.WAITING: "waits for the step before",
        Phase.NOT_YET: "not owed yet",
        Phase.OPEN: "open",
        Phase.CONTINUING: "to be kept",
        Phase.NOT_DETERMINED: "not determined",
        Phase.DONE_LATE: "done late",
        Phase.DONE: "done; nobody has said whether in time",
        Phase.DONE_IN_TIME: "done in time",
        Phase.KEPT: "kept to the end",
        Phase.USED_LATE: "used too late",
        Phase.USED: "used",
        Phase.GONE: "not used in time",
        Phase.GONE_UNLESS_USED: "its day is past; not known whether it was used",
        Phase.DISPLACED: "another answer took its place",
        Phase.NOT_OWED: "never owed",
    }
)
_LATE = frozenset(
    {
        Phase.BROKEN,
        Phase.OVERDUE,
        Phase.PAST_UNLESS_DONE,
        Phase.LAPSED,
        Phase.GONE,
        Phase.GONE_UNLESS_USED,
    }
)
_TO_DO = frozenset({Phase.OWED, Phase.OWED_AS_FAR_AS_KNOWN, Phase.WAITING, Phase.OPEN, Phase.CONTINUING})
