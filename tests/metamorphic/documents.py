"""Cases of every kind, as models and as plain data, and the changes under which an answer must stay what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, TypeGuard

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.cases.test_confiscation import cases as confiscation_cases
from tests.offences.laws import elements, forms, law
from uncc.cases import Case, DomesticLaw, LawReport, Report, assess
from uncc.doors.serial import read_case, to_json
from uncc.general import Penalty
from uncc.kernel.between import AtLeast, Between, day_text, read_day
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Truth
from uncc.kernel.parties import State
from uncc.offences import ConventionOffence, DomesticOffence
from uncc.testing import assistance_cases, cases, extradition_cases, facts, readings

Data = dict[str, Any]
Outcome = dict[str, Any]

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*)?", re.ASCII)
_ENDS = re.compile(r"\[[0-9.-]{12,22}\]|\d{4}(-\d{2})?", re.ASCII)
_STEP = re.compile(r"[^.\[\]]+")
COMMON = range(1901, 2100)
"""The years among which every fourth has a 29 February: a move by four years within them is exact."""


@st.composite
def _provisions_of_law(draw: st.DrawFn, title: str) -> DomesticOffence:
    offence = draw(st.sampled_from(ConventionOffence))
    named = draw(st.lists(st.sampled_from([*forms(offence), *elements(offence)]), max_size=4))
    built = law(offence, {name: draw(facts()) for name in named}, title=title, criminal=draw(facts()))
    penalty = draw(st.none() | st.builds(Penalty, years=st.integers(0, 9)))
    return attrs.evolve(built, maximum_penalty=penalty)


@st.composite
def domestic_laws(draw: st.DrawFn) -> DomesticLaw:
    """Draw a State's law with up to four provisions on the offences of Chapter II."""
    number = draw(st.integers(0, 4))
    return DomesticLaw(
        state=State("Astoria"),
        title="Penal Code",
        offences=tuple(draw(_provisions_of_law(f"Section {place}")) for place in range(number)),
        reserving=draw(st.sampled_from([None, ()])),
        readings=draw(readings()),
    )


def is_mapping(value: object) -> TypeGuard[Data]:
    """Whether a value of plain data, or of an answer, has keys."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of plain data is a list."""
    return isinstance(value, list)


def is_several(value: object) -> TypeGuard[tuple[Any, ...] | frozenset[Any]]:
    """Whether a value of a model is a tuple or a set."""
    return isinstance(value, tuple | frozenset)


def fields_of(value: object) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields of a model, and none of what is no model."""
    kind: type[Any] = type(value)
    return tuple(attrs.fields(kind)) if attrs.has(kind) else ()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_several(value):
        for one in value:
            yield from _texts(one)
    else:
        for field in fields_of(value):
            yield from _texts(getattr(value, field.name))


def _has_no_text_like_a_day(case: Case) -> bool:
    """In plain data nothing tells a day from a name that is spelled like one, and names are not to be moved."""
    return not any(_DAY.fullmatch(text) or _ENDS.fullmatch(text) for text in _texts(case))


_DRAWN: dict[str, SearchStrategy[Any]] = {
    "preservation": cases(),
    "assistance": assistance_cases(),
    "extradition": extradition_cases(),
    "confiscation": confiscation_cases(),
    "domestic-law": domestic_laws(),
}
KINDS = {kind: drawn.filter(_has_no_text_like_a_day) for kind, drawn in _DRAWN.items()}
"""Cases of every kind, by its name."""
REQUESTS = [kind for kind in KINDS if kind != "domestic-law"]
"""The kinds of case that lie between two States."""


def data_of(value: object) -> Any:
    """Return a model as plain data."""
    return json.loads(to_json(value))


def case_of(data: Data) -> Case:
    """Return the case that plain data describe."""
    return read_case(json.dumps(data))


def told(data: Data) -> Data:
    """Return, as plain data, the whole report on a case that is given as plain data."""
    found: Data = data_of(assess(case_of(data)))
    return found


def with_texts(data: Any, change: Callable[[str], str]) -> Any:
    """Return plain data with every text in it changed."""
    if is_mapping(data):
        return {key: with_texts(value, change) for key, value in data.items()}
    if is_list(data):
        return [with_texts(value, change) for value in data]
    return change(data) if isinstance(data, str) else data


def with_days(data: Any, move: Callable[[date], date]) -> Any:
    """Return plain data with every calendar day in it moved."""

    def change(text: str) -> str:
        found = _DAY.fullmatch(text)
        if found is not None:
            return f"{move(date.fromisoformat(found[1])).isoformat()}{found[2] or ''}"
        return text if _ENDS.fullmatch(text) is None else _moved(read_day(text), move)

    return with_texts(data, change)


def _moved(known: date | Between[date], move: Callable[[date], date]) -> str:
    """Return what is known of a day, with its ends moved."""
    assert isinstance(known, Between)
    return day_text(Between(*(None if end is None else move(end) for end in (known.least, known.most))))


def by_days(count: int) -> Callable[[date], date]:
    """Return a move by calendar days."""
    return lambda on: on + timedelta(days=count)


def by_years(count: int) -> Callable[[date], date]:
    """Return a move by years; 29 February falls on the 28th where the year has none."""

    def move(on: date) -> date:
        try:
            return on.replace(year=on.year + count)
        except ValueError:
            return on.replace(year=on.year + count, day=28)

    return move


def outcome(report: Report | LawReport) -> Outcome:
    """Return all that a report answers, each under its name: truths, and days where some are determined."""
    if isinstance(report, LawReport):
        articles = {article.offence.value: article.finding.truth for article in report.articles}
        serious = {f"serious.{found.title}": found.serious.truth for found in report.provisions}
        return {**articles, **serious, "predicates": report.predicates.truth}
    found: Outcome = {answer.id: answer.finding.truth for answer in report.answers}
    for name, grounds in (("ground", report.grounds), ("disclosure", report.disclosure_grounds)):
        found |= {f"{name}.{place}.{one.ground.value}": one.finding.truth for place, one in enumerate(grounds)}
    for place, duty in enumerate(report.duties):
        found[f"duty.{place}.{duty.id}"] = duty.trigger.truth
    for span in report.spans:
        found[f"span.{span.id}"] = span.window.because.truth
        if span.window.because.is_yes:
            found[f"days.{span.id}"] = (span.window.not_before, span.window.not_after)
    found["expires_on"] = report.expires_on or Truth.UNKNOWN
    return found


def settled(found: Outcome) -> Outcome:
    """Return what is not UNKNOWN of an outcome."""
    return {name: value for name, value in found.items() if value is not Truth.UNKNOWN}


def fact_paths(
    value: object, path: str = "", *, answered: Callable[[Any, str], bool] = lambda facts, name: False
) -> Iterator[tuple[str, object]]:
    """Yield the place in the case file of every fact of a case that nothing else in it answers, with its value."""
    if isinstance(value, AtLeast):
        things: Any = value.items  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        yield from fact_paths(things, f"{path}.at_least", answered=answered)
    elif is_several(value):
        for number, item in enumerate(value):
            yield from fact_paths(item, f"{path}[{number}]", answered=answered)
    else:
        declared: Mapping[str, object] = value.questions() if isinstance(value, Facts) else {}
        for attribute in fields_of(value):
            below = f"{path}.{attribute.name}" if path else attribute.name
            if attribute.name in declared and answered(value, attribute.name):
                continue
            if attribute.name in declared:
                yield below, getattr(value, attribute.name)
            else:
                yield from fact_paths(getattr(value, attribute.name), below, answered=answered)


def put(data: Data, path: str, value: object) -> None:
    """Write a value to its place in plain data; conduct stands there under the name of its offence."""
    *steps, last = _STEP.findall(path)
    place: Any = data
    for step in steps:
        place = place[int(step)] if is_list(place) else _below(place, step)[step]
    _below(place, last)[last] = value


def _below(place: Data, step: str) -> Data:
    if step in place:
        return place
    (named,) = place.values()
    return named  # type: ignore[no-any-return]  # plain data
