"""What the models of one case say against each other: what cannot be is refused, what life allows is told.

What excludes and what follows stands beside the facts, as their `ties`. Here they are held over the models of a case,
which know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import Attribute

from uncc.cases.contents import Contents, facts_in
from uncc.cases.ledger import stated
from uncc.cases.report import Conflict, FactStated
from uncc.kernel.consistency import Tie, hold_together, value_at
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import FACT, Declaration, Facts

__all__ = ["conflicts", "hold_case_together", "not_before_request"]

Placed = list[tuple[str, Facts]]


def hold_case_together(case: object) -> None:
    """Fill in what follows in a new case from another of its models; `InvalidValue` where the case contradicts itself.

    Of two models only where the case holds one of each kind: of several, each may be about another thing.
    """
    hold_together(case, list(_placed(list(facts_in(case)), told=False)))


def conflicts(case: object, contents: Contents) -> tuple[Conflict, ...]:
    """Return what a case states together that seldom goes together, in the order of the case file."""
    ties = _placed(list(facts_in(contents)), told=True)
    return tuple(
        Conflict(_stated(case, tie.stated), _stated(case, str(tie.fact)), tie.authority)
        for tie in ties
        if value_at(case, tie.stated) is True and value_at(case, str(tie.fact)) is (not tie.value)
    )


def _placed(found: Placed, *, told: bool) -> Iterator[Tie]:
    """Yield the ties between what stands in a case, by their places in it: those that are told, or those that hold."""
    for path, facts in found:
        for tie in (*facts.ties, *facts.case_ties):
            if tie.told is not told:
                continue
            if isinstance(tie.fact, Attribute):
                yield from _across(found, path, facts, tie)
            else:
                yield tie._replace(stated=f"{path}.{tie.stated}", fact=f"{path}.{tie.fact}")


def _across(found: Placed, path: str, facts: Facts, tie: Tie) -> Iterator[Tie]:
    attribute: Attribute[Any] = tie.fact  # type: ignore[assignment]  # it is one of another model
    declaration: Declaration = attribute.metadata[FACT]
    others = [place for place, other in found if isinstance(other, declaration.holder)]
    if len(others) == 1 and sum(isinstance(other, type(facts)) for _, other in found) == 1:
        yield tie._replace(stated=f"{path}.{tie.stated}", fact=f"{others[0]}.{attribute.name}")


def _stated(case: object, place: str) -> FactStated:
    path, _, name = place.rpartition(".")
    facts: Facts = value_at(case, path)
    value = stated(value_at(case, place))
    return FactStated(place, facts.questions()[name].statement, value)  # type: ignore[arg-type]  # it is stated


def not_before_request(case: Any, _: object, request: Any) -> None:
    """Validate that a case is not assessed on a day before its request was made or received."""
    for name, day in later_than(case.as_of, request):
        raise InvalidValue("as_of", case.as_of.isoformat(), f"on or after request.{name}, {day}")


def later_than(on: date, request: Any) -> Iterator[tuple[str, date]]:
    """Yield by name the days on which a request was received and made, where they come after a day."""
    for name in ("received_on", "made_on"):
        day = getattr(request, name)
        if day is not None and on < day:
            yield name, day


checked(__name__)
