"""The record of a case: what was done and what was not, by whom, on which day, and when that became known.

Entries are added and never rewritten: a later one corrects an earlier one. So the record can be read as it was known
on any day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pkgutil import get_data
from types import MappingProxyType
from typing import Any, cast

from attrs import Attribute, evolve, field, frozen
from attrs.validators import optional

from uncc.kernel.between import a_date, day_text, ends_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import DayFact
from uncc.kernel.meant import perhaps
from uncc.kernel.model import Model
from uncc.kernel.roles import Role
from uncc.kernel.values import a_text

__all__ = ["Entry", "Record", "about_duty", "as_known", "duty_ids", "record_of", "settled"]


@cache
def duty_ids() -> Mapping[str, frozenset[str]]:
    """Return the id of every duty that the library computes, with the kinds of case in whose report it stands.

    >>> sorted(duty_ids()["preserve"])
    ['preservation']
    """
    lines = cast("bytes", get_data("uncc.cases", "data/duties.tsv")).decode().splitlines()
    rows = (line.split("\t") for line in lines)
    return MappingProxyType({name: frozenset(kinds.split()) for name, kinds in rows})


def _a_duty(_: object, attribute: Attribute[Any], value: str | None) -> None:
    if value is not None and value not in duty_ids():
        raise InvalidValue(attribute.name, value, f"the id of a duty{perhaps(value, duty_ids())}")


@frozen(kw_only=True, field_transformer=typed)
class Entry(Model):
    """One thing that a file records: that the act of a duty was done, or was not, or that the record is complete.

    - `did`: the id of the duty whose act was done on the day `on`; of what is kept up, that it was kept up to the end
      of that day. The act of a prohibition is what it forbids.
    - `did_not`: the id of the duty whose act was not done up to the end of the day `on`; of what is kept up, that it
      was not kept up on that day.
    - `complete_until`: that to the end of this day nothing was done and nothing left off but what stands in the record
      or in the facts of the case.
    - `about`: the place in the case of the thing that it is about, where there are several (`request.offences[1]`).
    - `on`: the day, as exactly as it is known; `known_on` the day on which it became known, that of the event where it
      is left out; a correction names it.
    - `in_time`: where the text sets no day, what was found of the time that was taken.
    - `corrects`: the number of an earlier entry that no longer counts, from 0; an entry may say nothing else.
    - `by`: who has entered it.
    - `known_on`: the day from which it is known.
    - `note`: a remark in words.

    >>> from datetime import date
    >>> Entry(did="inform-of-outlook", on=date(2028, 3, 20), known_on=date(2028, 3, 21)).duty
    'inform-of-outlook'
    """

    did: str | None = field(default=None, validator=_a_duty)
    did_not: str | None = field(default=None, validator=_a_duty)
    complete_until: date | None = field(default=None, validator=optional(a_date))
    about: str | None = field(default=None, validator=optional(a_text))
    by: Role | None = None
    on: DayFact = None
    known_on: date | None = field(default=None, validator=optional(a_date))
    in_time: bool | None = None
    corrects: int | None = None
    note: str | None = field(default=None, validator=optional(a_text))

    def __attrs_post_init__(self) -> None:
        said = [name for name in ("did", "did_not", "complete_until") if getattr(self, name) is not None]
        if len(said) > 1:
            raise InvalidValue(
                said[1], getattr(self, said[1]), f"null, where `{said[0]}` is stated: an entry is one thing"
            )
        if not said and self.corrects is None:
            raise InvalidValue("did", None, "an entry: state `did`, `did_not`, `complete_until` or `corrects`")
        if self.did_not is not None and not isinstance(self.on, date):
            raise InvalidValue("on", self.on, "the exact day to the end of which the act was not done")
        if self.corrects is not None and self.corrects < 0:
            raise InvalidValue("corrects", self.corrects, "the number of an earlier entry, from 0")
        if self.corrects is not None and self.known_on is None:
            raise InvalidValue("known_on", None, "the day from which the correction is known")
        earliest = self.complete_until if self.complete_until is not None else ends_of(self.on)[0]
        if self.known_on is not None and earliest is not None and self.known_on < earliest:
            raise InvalidValue(
                "known_on", self.known_on.isoformat(), f"on or after {day_text(earliest)}, the day of it"
            )

    @property
    def duty(self) -> str | None:
        """The id of the duty that it is about; `None` where it is about the record."""
        return self.did if self.did is not None else self.did_not

    def is_known(self, on: date) -> bool:
        """Whether it was known by the end of a day."""
        since = self.known_on or self.complete_until or ends_of(self.on)[1]
        return since is None or since <= on


Record = tuple[Entry, ...]
"""What a file records, in the order in which it was entered. What it does not hold is not known."""


def _in_order(_: object, attribute: Attribute[Any], record: Record) -> None:
    """Validate a record: each correction is of an earlier entry, once, and was not known before that."""
    corrected: set[int] = set()
    for place, entry in enumerate(record):
        if entry.corrects is None:
            continue
        name = f"{attribute.name}[{place}].corrects"
        if entry.corrects >= place:
            raise InvalidValue(name, entry.corrects, f"the number of an earlier entry, less than {place}")
        if entry.corrects in corrected:
            raise InvalidValue(name, entry.corrects, "that of an entry which no other one corrects")
        corrected.add(entry.corrects)


def record_of(kind: str) -> Callable[[object, Any, Record], None]:
    """Return a validator of the record of a case: it is in order, and names duties of this kind of case only."""

    def validate(case: object, attribute: Attribute[Any], record: Record) -> None:
        known = [name for name, kinds in duty_ids().items() if kind in kinds]
        for place, entry in enumerate(record):
            if entry.duty is not None and entry.duty not in known:
                field = "did" if entry.did is not None else "did_not"
                expected = f"the id of a duty in a case of {kind}{perhaps(entry.duty, known)}"
                raise InvalidValue(f"{attribute.name}[{place}].{field}", entry.duty, expected)
        _in_order(case, attribute, record)

    return validate


def as_known(record: Record, on: date | None) -> Sequence[Entry]:
    """Return the entries that counted by what was known on a day; of today's knowledge where none is named.

    >>> from datetime import date
    >>> late = Entry(did="preserve", on=date(2028, 3, 12), known_on=date(2028, 4, 1))
    >>> len(as_known((late,), date(2028, 3, 20))), len(as_known((late,), None))
    (0, 1)
    """
    counting: list[Entry] = []
    corrected: set[int | None] = set()
    for place, entry in reversed(list(enumerate(record))):
        if place not in corrected and (on is None or entry.is_known(on)):
            counting.append(entry)
            corrected.add(entry.corrects)
    return counting[::-1]


def settled(record: Record, on: date) -> Record:
    """Return the record as it was known on a day: what was corrected by then is left out, and stands for nothing.

    >>> from datetime import date
    >>> first = Entry(did="preserve", on=date(2028, 3, 12))
    >>> other = Entry(did="preserve", on=date(2028, 3, 13), known_on=date(2028, 4, 1), corrects=0)
    >>> settled((first, other), date(2028, 5, 1)) == (evolve(other, corrects=None),)
    True
    """
    counting = (entry for entry in as_known(record, on) if entry.duty is not None or entry.complete_until is not None)
    return tuple(evolve(entry, corrects=None) for entry in counting)


def about_duty(entries: Iterable[Entry], duty: str, about: str | None) -> list[Entry]:
    """Return what the entries say of one duty."""
    return [entry for entry in entries if entry.duty == duty and entry.about == about]


checked(__name__)
