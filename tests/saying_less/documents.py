"""The documents to which the law is put: examples, scenarios, tables, reviews, letters, and what is drawn."""

from __future__ import annotations

import csv
import inspect
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
from hypothesis import Phase, given, settings
from hypothesis.strategies import SearchStrategy

from tests.effort import SLOW
from tests.metamorphic.documents import KINDS, case_of, data_of
from tests.metamorphic.test_histories import FIRST, HEADER, THREE, row_of, stories, tabled
from tests.review.records import records
from tests.saying_less.law import Document
from tests.saying_less.leaving_out import Table, evolved, left_out, out_of_a_table, stands_in_a_paper
from tests.scenarios.test_scenarios import arguments, called, scenarios
from uncc.cases import (
    AssistanceCase,
    Case,
    CaseKind,
    ConfiscationCase,
    DomesticLaw,
    ExtraditionCase,
    PreservationCase,
    assess,
)
from uncc.doors.deposits import parse_deposits
from uncc.doors.serial import from_data
from uncc.final_provisions import CONVENTION, Clause, History, status, status_table
from uncc.kernel.again import under
from uncc.kernel.errors import InvalidValue, NotDraftedError
from uncc.kernel.findings import Truth
from uncc.pages.documents import DocumentKind, Letter, draft
from uncc.review import StateRecord, from_csv, received, review

EXAMPLES = Path(__file__).parents[2] / "examples"
MODELS = {
    CaseKind.PRESERVATION: PreservationCase,
    CaseKind.ASSISTANCE: AssistanceCase,
    CaseKind.CONFISCATION: ConfiscationCase,
    CaseKind.EXTRADITION: ExtraditionCase,
    CaseKind.DOMESTIC_LAW: DomesticLaw,
}


def _read_as(model: type[Any]) -> Callable[[Any], Any]:
    return lambda data: from_data(data, model)


def _of_json(name: str, kind: str, data: Any, model: type[Any], ask: Callable[[Any], Any]) -> Document:
    return Document(name, kind, data, _read_as(model), ask, left_out, stands_in_a_paper)


def _of_a_model(name: str, kind: str, value: Any, ask: Callable[[Any], Any]) -> Document:
    """Return a document that a constructor makes, and not a file."""
    return Document(
        name, kind, lambda: value, lambda make: make(), ask, lambda make: evolved(make()), stands_in_a_paper
    )


# Cases, statutes and letters


def examples() -> Iterator[Document]:
    """Yield the examples of cases and statutes, as they stand there."""
    for path in sorted(EXAMPLES.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if "case" in data:
            yield _of_json(path.name, "examples", data, MODELS[CaseKind(data["case"])], assess)


def letters() -> Iterator[Document]:
    """Yield the examples as what letters are drawn up from, each sort of letter by itself."""
    for document in examples():
        case = case_of(document.data)
        for kind in DocumentKind:
            if case.case in kind.cases:
                ask = partial(_drafted, kind=kind)
                yield attrs.evolve(document, name=f"{document.name}, {kind.value}", kind="letters", ask=ask)


def _drafted(case: Case, kind: DocumentKind) -> Any:
    """Return that a letter can be drafted, and what it says of the particulars that are missing.

    That more can be asked for where less is known is no answer, nor is a draft that tells what is to be settled first.
    """
    try:
        found = draft(case, kind, letter=Letter())
    except NotDraftedError:
        return {"drafted": Truth.UNKNOWN}
    settled = Truth.UNKNOWN if found.unsettled else Truth.YES
    drafted = {} if kind is DocumentKind.INFORMATION_REQUEST else {"drafted": settled}
    return {**drafted, **{f"missing {finding.statement}": finding.truth for finding in found.missing}}


# Scenarios


def questions() -> Iterator[Document]:
    """Yield the facts of every scenario, put to its question."""
    for parameter in scenarios():
        (scenario,) = parameter.values
        name = f"{scenario['id']} ({scenario['question']})"
        yield Document(
            name, "scenarios", scenario["facts"], partial(_arguments, scenario), _asked, left_out, _in_an_argument
        )


def _arguments(scenario: dict[str, Any], facts: Any) -> Any:
    function, named, readings = arguments({**scenario, "facts": facts})
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is parameter.empty and name not in named:
            raise InvalidValue(name, None, "left out: the question needs it")
    return function, named, readings


def _asked(read: Any) -> Any:
    function, named, readings = read
    return under(called(function, named), readings)


ASKED_ABOUT = {
    ("relation",): "which States are asked about: without them, two that the Convention binds",
    ("requiring",): "which law is asked about: by default the text of the Convention alone",
    ("excluding",): "which law is asked about",
    ("extending",): "which law is asked about",
    ("reserving",): "which law is asked about",
    ("signing",): "the place that is asked about: by default any",
    ("signing", "place"): "the place that is asked about",
    ("history",): "whether so many votes can be cast is asked where there are a history and a day",
    ("on",): "whether so many votes can be cast is asked where there are a history and a day",
}
"""The arguments of a question that say what is asked, and not what is known; most others are needed to ask at all."""


def _in_an_argument(read: Any, steps: Any) -> bool:
    return steps in ASKED_ABOUT or stands_in_a_paper(read[1], steps)


# Tables


def tables() -> Iterator[Document]:
    """Yield the tables of deposits among the examples."""
    for path in sorted(
        [EXAMPLES / "deposits.csv", *EXAMPLES.glob("data/*_deposits.csv"), *EXAMPLES.glob("data/*_signatures.csv")]
    ):
        text = path.read_text(encoding="utf-8")
        yield _of_table(path.name, text, CONVENTION, [date(2026, 11, 23), date(2029, 1, 1)])


def _of_table(name: str, text: str, clause: Clause, on: list[date]) -> Document:
    rows = list(csv.reader(StringIO(text)))
    header = next(number for number, row in enumerate(rows) if row[0] == "participant")

    def less(data: Table) -> Any:
        return out_of_a_table(data, header)

    def read(data: Table) -> History:
        out = StringIO(newline="")
        csv.writer(out).writerows(data)
        return parse_deposits(out.getvalue(), clause)

    names = {row[rows[header].index("participant")] for row in rows[header + 1 :]}
    ask = partial(_on_days, on=on, names=sorted(names))
    return Document(name, "tables", rows, read, ask, less, lambda _, __: False)


def _on_days(history: History, on: list[date], names: list[str]) -> Any:
    """Return the table of each day, and how those take part who do not stand in it."""
    found: dict[str, Any] = {}
    for day in on:
        table = status_table(history, day)
        shown = {one.participant: one.status for one in table.participants}
        found[f"{day} table"] = table
        found |= {f"{day} {name}": shown.get(name) or status(history, name, day) for name in names}
    return found


# Reviews


def reviews() -> Iterator[Document]:
    """Yield the records of the examples, held against what the depositary of the example has received."""
    history = parse_deposits((EXAMPLES / "deposits.csv").read_text(encoding="utf-8"))
    ask = partial(_reviewed, history=history)
    data = json.loads((EXAMPLES / "review_borduria.json").read_text(encoding="utf-8"))
    yield _of_json("review_borduria.json", "reviews", data, StateRecord, ask)
    drovia = from_csv((EXAMPLES / "review_drovia.csv").read_text(encoding="utf-8"))
    yield _of_json("review_drovia.csv", "reviews", data_of(drovia), StateRecord, ask)


def _reviewed(record: StateRecord, history: History | None) -> Any:
    found = None if history is None else received(record, history, date(2029, 3, 31))
    return review(record, depositary=found)


# Drawn


def drawn(count: int) -> Iterator[Document]:
    """Yield documents of every sort that the strategies draw, as plain data and as models, the same each time."""
    for kind, strategy in KINDS.items():
        for number, case in enumerate(_drawn_from(strategy, count)):
            model = MODELS[CaseKind(kind)]
            yield _of_json(f"{kind} {number}", f"drawn {kind}", data_of(case), model, assess)
            yield _of_a_model(f"{kind} {number}, constructed", f"constructed {kind}", case, assess)
    for number, record in enumerate(_drawn_from(records(), count)):
        ask = partial(_reviewed, history=None)
        yield _of_json(f"record {number}", "drawn reviews", data_of(record), StateRecord, ask)
    for number, story in enumerate(_drawn_from(stories, count)):
        text = "\n".join([HEADER, *map(row_of, tabled(story))])
        yield _of_table(f"table {number}", text, THREE, [FIRST + timedelta(days=400 * n) for n in range(4)])


def _drawn_from(strategy: SearchStrategy[Any], count: int) -> list[Any]:
    found: list[Any] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=SLOW,
        deadline=None,
    )
    @given(strategy)
    def note(value: Any) -> None:
        found.append(value)

    note()
    return found


def everything(count: int) -> dict[str, list[Document]]:
    """Return all documents by their sort, and so many that are drawn of each kind."""
    sources = (examples(), letters(), questions(), tables(), reviews(), drawn(count))
    found: dict[str, list[Document]] = {}
    for source in sources:
        for document in source:
            found.setdefault(document.kind, []).append(document)
    return found
