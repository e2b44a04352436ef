"""What a case file leaves open: what it must still have, and which questions bear on which answers of its report.

A request is silent on a point, and that is an answer once it was sent. While the file is being told, what it does not
state is open, whether in a paper or in the world.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from attrs import frozen

from uncc.cases import Case, DomesticLaw, LawReport, Report, assess
from uncc.cases.contents import places
from uncc.cases.domestic_law import places_in_law
from uncc.cases.ledger import not_to_be_told, place_in
from uncc.doors.case_file import (
    ABSENT,
    fields_of,
    in_order,
    needed,
    place_of,
    present,
    stated_at,
    with_objects,
    with_value,
)
from uncc.doors.prompts import ValueKind, prompt_at
from uncc.doors.serial import case_class, from_data, kind_in
from uncc.kernel.again import reopened
from uncc.kernel.completions import everything_in
from uncc.kernel.errors import DocumentError, Fault
from uncc.kernel.facts import Question
from uncc.kernel.findings import Kind, Node
from uncc.kernel.immutable import fixed
from uncc.kernel.model import Model
from uncc.kernel.papers import Paper
from uncc.questions.weighing import weights

__all__: list[str] = []


class Told(NamedTuple):
    """What a case file tells: its case, or what it lacks so that it cannot be read."""

    case: Case | None
    missing: tuple[str, ...]


class Point(NamedTuple):
    """A question that is open at one place of the file, and how much it weighs in each answer on which it bears.

    `in_paper`: a paper answers it, and would by its silence.
    """

    question: Question
    shares: Mapping[str, float]
    in_paper: bool


def written(document: Mapping[str, Any]) -> str:
    """Return a case file as text, its keys in the order of the models."""
    model = case_class(kind_in(document))
    ordered = in_order(model, with_objects(model, document))
    return json.dumps(ordered, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def told(text: str) -> Told:
    """Return what a case file tells; `DocumentError` for any fault but that it lacks what it must have."""
    document = json.loads(text)
    model = case_class(kind_in(document))
    missing = tuple(needed(model, document))
    try:
        case = from_data(document, model)
    except DocumentError as error:
        faults = [fault for fault in error.faults if not _is_told_of(fault, missing)]
        if faults or not missing:
            raise DocumentError(faults or error.faults) from None
        return Told(None, missing)
    return Told(case, ())


def names_of(report: Report | LawReport) -> tuple[str, ...]:
    """Return the names of all answers of a report."""
    beside = (name for question in report.open_questions for name in question.bears_on)
    return tuple(dict.fromkeys([*(name for name, _ in report.named), *beside]))


def _is_told_of(fault: Fault, missing: tuple[str, ...]) -> bool:
    return any(path == fault.path or path.startswith(f"{fault.path}.") for path in missing)


def specimen(text: str) -> str:
    """Return a case file with something in the place of all that it lacks: it tells which answers there will be."""
    document = json.loads(text)
    model = case_class(kind_in(document))
    for path in needed(model, document):
        place = place_of(model, document, path)
        prompt = prompt_at(place)
        value: Any = {ValueKind.DAY: "2100-01-01", ValueKind.CHOICE: next(iter(prompt.choices), None)}.get(prompt.kind)
        document = with_value(model, document, place, f"({path})" if value is None else value)
    return written(document)


def _is_paper(hint: Any) -> bool:
    kind = present(hint)
    return isinstance(kind, type) and issubclass(kind, Paper)


def places_of(case: Case) -> Mapping[tuple[str, str], str]:
    """Return the place of everything that can be asked for in a case, as its report tells things apart."""
    return places_in_law(case) if isinstance(case, DomesticLaw) else places(case)


@frozen
class CaseFile(Model):
    """A case file as text, with what it tells: each is found when it is first asked for, and goes with the file."""

    text: str

    @cached_property
    def told(self) -> Told:
        """What the file tells."""
        return told(self.text)

    @cached_property
    def known_case(self) -> Case:
        """The case, of a file that can be read."""
        return cast("Case", self.told.case)

    @cached_property
    def report(self) -> Report | LawReport:
        """The report on the case."""
        return assess(self.known_case)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the answers that there are, or will be once the file can be read."""
        if not self.told.missing:
            return names_of(self.report)
        case = told(specimen(self.text)).case
        return () if case is None else names_of(assess(case))

    @cached_property
    def findings(self) -> Mapping[str, Node]:
        """Every finding of the report by its name, open where a paper is silent for now."""
        return MappingProxyType({name: reopened(node, self.silences.__contains__) for name, node in self.report.named})

    @cached_property
    def silences(self) -> frozenset[Question]:
        """What a paper answers by its silence, and the file does not state yet."""
        document, case = json.loads(self.text), self.known_case
        where = places_of(case)

        def is_silent(question: Question) -> bool:
            path = place_in(where, question)
            return bool(path) and stated_at(document, place_of(type(case), document, path)) is ABSENT

        read_off = {
            one.about for _, node in self.report.named for one in everything_in(node) if one.kind is Kind.DERIVED
        }
        return frozenset(one for one in read_off if isinstance(one, Question) and is_silent(one))

    def silent_in(self, name: str) -> tuple[str, ...]:
        """Return the places of what a finding rests on where a paper is silent, as far as the file tells it."""
        where, nodes = places_of(self.known_case), everything_in(dict(self.report.named)[name])
        silent = (node.about for node in nodes if node.about in self.silences)
        return tuple(dict.fromkeys(place_in(where, one) for one in silent))

    @cached_property
    def asked(self) -> Mapping[str, Question]:
        """What the report asks for by the place of its answer, whether the file states it or not."""
        if self.told.missing:
            return MappingProxyType({})
        where = places_of(self.known_case)
        nodes = (node for _, finding in self.report.named for node in finding.walk())
        asked = dict.fromkeys(node.about.whole for node in nodes if isinstance(node.about, Question))
        return MappingProxyType({path: one for one in asked if (path := place_in(where, one))})

    @cached_property
    def open_points(self) -> Mapping[str, Point]:
        """What is open by the place of its answer, in the order of the report."""
        document, case, named = json.loads(self.text), self.known_case, self.findings
        where, report, untold = places_of(case), self.report, not_to_be_told(case)
        listed = {(one.question, name): one.path for one in report.open_questions for name in one.bears_on}
        found: dict[str, tuple[Question, dict[str, float]]] = {}

        def enter(question: Question, name: str, share: float) -> None:
            path = listed.get((question, name)) or place_in(where, question)
            if path in untold:
                return
            place = place_of(type(case), document, path)
            _, shares = found.setdefault(place.path, (question, {}))
            shares[name] = shares.get(name, 0.0) + share

        for name, node in named.items():
            for question, share in weights(node).items():
                enter(question.whole, name, share)
        for question, name in listed:
            if name not in named:
                enter(question, name, 1 / len(listed))
        silent = {question.whole for question in self.silences}
        model: Any = type(case)
        papers = tuple(f"{name}." for name, one in fields_of(model).items() if _is_paper(one.type))
        return MappingProxyType(
            {
                path: Point(question, fixed(shares), question in silent and path.startswith(papers))
                for path, (question, shares) in found.items()
            }
        )
