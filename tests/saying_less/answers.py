"""All that an answer says as values by name, and what of them becomes surer where less is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from math import inf
from typing import Any, TypeAlias, cast

import attrs
from attrs import frozen

from tests.metamorphic.test_cases import FALLS_AWAY
from uncc.cases import LawReport, Report
from uncc.confiscation import Liability, Money
from uncc.final_provisions import EntryIntoForce, StatusTable
from uncc.kernel.between import Between, ends_of
from uncc.kernel.dates import Deadline, Window
from uncc.kernel.duties import Duty, Promptness
from uncc.kernel.findings import Finding, Truth
from uncc.kernel.quantities import Quantity
from uncc.offences.conformity import GapKind
from uncc.review import Contradiction, Progress, Review

Values: TypeAlias = "dict[str, Truth | Ends | Among | str]"

ABSENT = "not asked"
"""What stands where there is no answer of a name."""
UNSETTLED = ("UNKNOWN", "UNDETERMINED")
"""How an enumeration calls what is not known."""


@frozen
class Ends:
    """A day, a number or an amount between two ends."""

    least: Any = -inf
    most: Any = inf

    def contains(self, other: Ends) -> bool:
        """Whether another lies within these."""
        return bool(self.least <= other.least and other.most <= self.most)

    def __str__(self) -> str:
        return f"{self.least} to {self.most}"


@frozen
class Among:
    """Those of whom it is one, or may be; nobody where that is not known."""

    names: frozenset[str]

    def contains(self, other: Among) -> bool:
        """Whether all of another are among these, or it is not known who they are."""
        return not self.names or other.names <= self.names

    def __str__(self) -> str:
        return f"one of {', '.join(sorted(self.names)) or 'nobody'}"


def values(answer: Any) -> Values:
    """Return all that an answer says, each under its name."""
    return dict(_told(answer, ""))


def surer(more: Values, less: Values) -> Iterator[str]:
    """Yield in words what is surer, or otherwise, where less is said."""
    for name, after in less.items():
        before = more.get(name, ABSENT)
        if after is Truth.UNKNOWN or after == Ends() or after == before:
            continue
        if before == ABSENT and (name.startswith(FALLS_AWAY) or _is_told_as_narrowing(name, more)):
            continue
        if isinstance(after, Ends | Among) and type(before) is type(after) and after.contains(before):  # type: ignore[arg-type]  # of one type
            continue
        yield f"{name or 'the answer'}: {_words(before)} becomes {_words(after)}"


def _is_told_as_narrowing(name: str, more: Values) -> bool:
    """Whether a way to commit an offence is not reached in either document, and the fuller one can say why.

    A law that does not implement an article in each completion reaches the way in none: a provision that surely names
    it is told for what narrows it, and where none surely does, the way is told as one that is not reached (Art. 21(8)).
    """
    offence, _, gap = name.partition(".")
    return gap.startswith(GapKind.FORM_OMITTED.value) and more.get(offence) is Truth.NO


def _words(value: Truth | Ends | Among | str) -> str:
    return value.name if isinstance(value, Truth) else str(value)


def _told(value: Any, name: str) -> Iterator[tuple[str, Truth | Ends | Among | str]]:  # noqa: C901, PLR0912  # one case for each kind of answer
    match value:
        case None | Promptness():
            return
        case Finding() | Truth():
            yield name, value.truth if isinstance(value, Finding) else value
        case bool():
            yield name, Truth.of(value)
        case Quantity():
            yield name, Ends(value.least, value.most)
        case Deadline():
            yield name, _exactly(value.on)
        case Window():
            yield from _told(value.because, name)
            yield f"{name}.not_before", Ends() if value.not_before is None else Ends(value.not_before.on.toordinal())
            yield from _told(value.not_after if value.closes is None else value.closes, f"{name}.not_after")
        case Duty():
            yield f"duty.{name}", value.trigger.truth
            yield from _told(value.deadline if value.due is None else value.due, f"{name}.deadline")
        case Liability():
            yield from _told(value.finding, name)
            yield f"{name}.amount", Ends(value.at_least.amount, value.at_most.amount)
        case date() | Between() | int():
            yield name, _exactly(value)
        case Money():
            yield name, Ends(value.amount, value.amount)
        case Enum():
            yield name, Truth.UNKNOWN if value.name in UNSETTLED else str(value.value)
        case str():
            yield name, value
        case Mapping():
            for key, inner in value.items():  # pyright: ignore[reportUnknownVariableType]
                yield from _told(inner, f"{name}.{getattr(key, 'value', key)}")  # pyright: ignore[reportUnknownArgumentType]
        case tuple() | list() | frozenset():
            for number, inner in enumerate(cast("list[Any]", value)):
                yield from _told(inner, f"{name}.{_called(inner, number)}")  # pyright: ignore[reportUnknownArgumentType]
        case _ if type(value) in _TOLD:
            yield from _TOLD[type(value)](value, name)
        case _ if attrs.has(type(value)):  # pyright: ignore[reportUnknownArgumentType]
            for one in attrs.fields(type(value)):  # pyright: ignore[reportUnknownArgumentType]
                yield from _told(getattr(value, one.name), f"{name}.{one.name}")
        case _:
            yield name, str(value)


def _exactly(value: Any) -> Ends:
    least, most = ends_of(value)
    ends = (end.toordinal() if isinstance(end, date) else end for end in (least, most))
    least, most = ends
    return Ends(-inf if least is None else least, inf if most is None else most)


def _called(value: Any, number: int) -> str:
    """Return by what one of several is told apart."""
    for field in ("key", "id", "participant", "title", "provision", "ground", "offence", "power"):
        if not isinstance(value, str) and hasattr(value, field):
            named = getattr(value, field)
            return str(getattr(named, "value", named))
    return str(number)


def _of_a_report(report: Report, name: str) -> Iterator[tuple[str, Any]]:
    for field in ("duties", "spans", "expires_on", "liability"):
        yield from _told(getattr(report, field), f"{name}{field}")
    for answer in report.answers:
        yield from _told(answer.finding, f"{name}{answer.id}")
    for field in ("grounds", "disclosure_grounds"):
        for place, one in enumerate(getattr(report, field)):
            yield from _told(one.finding, f"{name}{field}.{place}.{one.ground.value}")


def _of_a_law(report: LawReport, name: str) -> Iterator[tuple[str, Any]]:
    yield from _told(report.predicates, f"{name}predicates")
    for provision in report.provisions:
        yield from _told(provision.serious, f"{name}serious.{provision.title}")
    for article in report.articles:
        yield from _told(article.finding, f"{name}{article.offence.value}")
        for gap in article.gaps:
            place = f"{name}{article.offence.value}.{gap.kind.value}.{gap.what}.{gap.provision}"
            yield from _told(gap.finding, place)


def _of_a_review(review: Review, name: str) -> Iterator[tuple[str, Any]]:
    for found in review.provisions:
        yield from _told(found.status, f"{name}{found.provision}")
    for one in review.contradictions:
        yield f"{name}{one.provision} {one.kind.value}", _of_a_contradiction(one)
    yield from _told(review.notifications, f"{name}notifications")
    for progress in review.progress:
        yield from _of_progress(progress, f"{name}{progress.strength.value}.{progress.chapter}")


def _of_a_contradiction(one: Contradiction) -> Truth:
    return Truth.YES if one.certain else Truth.UNKNOWN


def _of_progress(progress: Progress, name: str) -> Iterator[tuple[str, Any]]:
    for field in ("in_place", "partly", "not_in_place", "not_applicable"):
        least = getattr(progress, field)
        yield f"{name}.{field}", Ends(least, least + progress.unknown)


def _of_an_entry(entry: EntryIntoForce, name: str) -> Iterator[tuple[str, Any]]:
    for field in ("because", "counted", "missing", "day"):
        yield from _told(getattr(entry, field), f"{name}.{field}")
    yield f"{name}.completed_by", Among(frozenset(entry.completed_by))


def _of_a_table(table: StatusTable, name: str) -> Iterator[tuple[str, Any]]:
    yield from _of_an_entry(table.entry_into_force, f"{name}entry_into_force")
    yield f"{name}earliest", Ends(table.earliest.on.toordinal())
    yield f"{name}later_events", Ends(table.later_events)
    for one in table.participants:
        for field in ("in_force_on", "ends_on"):
            yield from _told(getattr(one, field), f"{name}{one.participant}.{field}")


_TOLD: Mapping[type, Any] = {
    Report: _of_a_report,
    LawReport: _of_a_law,
    Review: _of_a_review,
    EntryIntoForce: _of_an_entry,
    StatusTable: _of_a_table,
}
"""How those answers are told of which a part only is one: the rest repeats the document, or says what is open."""
