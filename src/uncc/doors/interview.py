"""The interview: what to ask next of a case that is not told yet, and the case file with each answer.

An interview holds a case file and nothing else that would have to be kept: what stands there is answered, `null` is
"not known", and what is absent comes later. It says what still matters, and stops where the law is settled.

>>> interview = Interview.of(CaseKind.PRESERVATION, wanted=["scope"])
>>> interview.next.path
'as_of'
>>> for path, value in (("as_of", "2028-03-12"), ("requesting.state.name", "Astoria"),
...                     ("requested.state.name", "Borduria")):
...     interview = interview.answer(path, value)
>>> print(interview.next.words, *interview.next.provisions)
the offence is one established in accordance with the Convention Art. 35(1)(b)
>>> interview = interview.answer(interview.next.path, True)
>>> print(interview.next, interview.progress.settled)
None ('scope',)
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias, cast

from attrs import evolve, field, frozen

from uncc.cases import Case, CaseKind, LawReport, Report
from uncc.cases.ledger import consulted_facts, exact_days, stated_facts
from uncc.doors.case_file import (
    ABSENT,
    Place,
    as_document,
    fields_of,
    needed,
    place_of,
    stated_at,
    with_value,
    without,
    without_nulls,
)
from uncc.doors.open_points import CaseFile, Point, places_of, told, written
from uncc.doors.parsing import parsed, refuse_length
from uncc.doors.prompts import Prompt, ValueKind, prompt_at
from uncc.doors.serial import case_class, kind_in, to_json
from uncc.kernel.declared import checked, typed
from uncc.kernel.errors import DocumentError, Fault, InvalidValue
from uncc.kernel.findings import Finding, Node
from uncc.kernel.immutable import fixed
from uncc.kernel.meant import perhaps
from uncc.kernel.model import Model
from uncc.kernel.rows import Rows

__all__ = ["Interview", "Progress"]

Answer: TypeAlias = Any
"""What JSON holds, or a value of Python that stands for it: a day, a member of an enumeration, a model."""


@frozen(field_transformer=typed)
class Progress(Model):
    """How far an interview is, by the names of the answers that are wanted.

    - `settled`: no reply can change them any more.
    - `waiting`: a question that bears on them has not been put yet.
    - `left_open`: every question that bears on them was answered with "not known".
    """

    settled: tuple[str, ...]
    waiting: tuple[str, ...]
    left_open: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many answers are wanted."""
        return len(self.settled) + len(self.waiting) + len(self.left_open)


def _a_case_file(_: object, __: object, text: str) -> None:
    told(text)


@frozen(kw_only=True, field_transformer=typed)
class Interview(Model):
    """A case file while it is being told: what to ask next, and the same with one more answer.

    - `text`: the case file. It is the whole of what has been said, and what is kept of an interview.
    - `wanted`: the names of the answers that are wanted, or of groups of them (`grounds`, `duties`); none: all.
    - `postponed`: the paths of what was put off, which is asked again at the end.
    """

    text: str = field(validator=_a_case_file)
    wanted: tuple[str, ...] = ()
    postponed: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: Case | CaseKind | Mapping[str, Any] | str, wanted: Collection[str] = ()) -> Interview:
        """Return the interview on a case, on a case file (its text or its data), or on a kind of which nothing is told.

        A case does not say whether anybody was asked, so that of one everything unknown is asked. `DocumentError` for a
        file with a fault; that it lacks what it must have is none. `InvalidValue` for an answer that no report has.
        """
        made = cls(text=written(_document_of(said)), wanted=tuple(wanted))
        names = CaseFile(made.text).names
        for one in made.wanted:
            if not any(name == one or name.startswith(f"{one}.") for name in names):
                groups = dict.fromkeys(name.partition(".")[0] for name in names)
                near = perhaps(one, (*names, *groups))
                raise InvalidValue("wanted", one, f"the name of an answer{near or ': ' + ', '.join(names)}")
        return made

    @property
    def document(self) -> dict[str, Any]:
        """The case file as plain data, a copy of its own."""
        found: dict[str, Any] = json.loads(self.text)
        return found

    @property
    def kind(self) -> CaseKind:
        """The kind of the case."""
        return kind_in(self.document)

    @property
    def case(self) -> Case | None:
        """The case; `None` while the file lacks something without which it cannot be read."""
        return self._file.told.case

    @property
    def report(self) -> Report | LawReport | None:
        """The report on the case; `None` while there is none."""
        return None if self.case is None else self._file.report

    # What is asked

    @property
    def next(self) -> Prompt | None:
        """The question to ask now; `None` where all that is wanted is settled, or nobody knows what would settle it."""
        return next(iter(self.questions), None)

    @property
    def questions(self) -> Rows[Prompt]:
        """Every question that still matters, in the order in which to ask.

        First what the file must have; then what a paper says, in the order of the text; then what decides most for the
        least effort; last what was put off.
        """
        document, missing = self.document, self._file.told.missing
        found = [prompt_at(self._place(document, path)) for path in missing] or self._ranked(document)
        return Rows(sorted(found, key=lambda one: self._turn(one.path)))

    def question(self, path: str) -> Prompt:
        """Return the question for a place of the file, whether or not it matters; `InvalidValue` for no place."""
        known = {one.path: one for one in self.questions}
        place = self._place(self.document, path)
        return known.get(place.path) or self._worded(place)

    @property
    def answered(self) -> tuple[Prompt, ...]:
        """The question for everything that the file states, in its order: any of them can be asked and answered anew.

        Of a list there is one for the whole, and one for each part of its things; "not known" is stated as well.
        """
        document = self.document
        model: Any = self._model
        keys = (key for key in document if key in fields_of(model) and key != "case")
        return tuple(one for key in keys for one in self._answered_at(key, document[key], document))

    def stated(self, path: str) -> Any:
        """Return what the file states at a path; `KeyError` where it states nothing."""
        document = self.document
        found = stated_at(document, self._place(document, path))
        if found is ABSENT:
            raise KeyError(path)
        return found

    def settles(self, path: str) -> Mapping[str, tuple[str, ...]]:
        """Return for each reply to a yes-or-no question, or a choice, the answers of the report that it would settle.

        A reply that contradicts the file is left out.
        """
        asked = self.question(path)
        replies: dict[str, Any] = {name: name for name in asked.choices} if asked.kind is ValueKind.CHOICE else {}
        if asked.kind is ValueKind.YES_NO:
            replies = {"yes": True, "no": False}
        settled = set(self.progress.settled)
        found: dict[str, tuple[str, ...]] = {}
        for name, reply in replies.items():
            try:
                after = self.answer(path, reply).progress.settled
            except (DocumentError, InvalidValue):
                continue
            found[name] = tuple(one for one in after if one not in settled)
        return fixed(found)

    def _repr_html_(self) -> str:
        """Return the questions that still matter as a table, as a notebook shows them."""
        return self.questions._repr_html_()  # pyright: ignore[reportPrivateUsage]  # as a notebook calls it

    # What is answered

    def answer(self, path: str, value: Answer) -> Interview:
        """Return the interview with an answer; `None` says that it is not known, and is not asked again.

        `InvalidValue` for a path that leads nowhere; `DocumentError` for a value that cannot stand there, or cannot
        stand beside what is said already. Then this interview is as it was.
        """
        document = self.document
        place = self._place(document, path)
        if place.path == "case":
            raise InvalidValue("case", value, f"{self.kind.value!r}: of which kind the case is, stays")
        if value is None and place.path in self._always_needed:
            raise InvalidValue(place.path, "not known", "an answer: the file cannot be read without it")
        plain = value if _is_plain(value) else json.loads(to_json(value))
        postponed = tuple(one for one in self.postponed if one != place.path)
        return self._with(with_value(self._model, document, place, plain), postponed)

    def later(self, path: str) -> Interview:
        """Return the interview with a question put off to the end, and without any answer to it; errors as above."""
        document = self.document
        place = self._place(document, path)
        postponed = (*(one for one in self.postponed if one != place.path), place.path)
        return self._with(without(self._model, document, place), postponed)

    def asked_anew(self) -> Interview:
        """Return the interview in which nothing was answered with "not known" yet: all of that is asked again."""
        return evolve(self, text=written(without_nulls(self.document)))

    def _with(self, document: Any, postponed: tuple[str, ...]) -> Interview:
        """Return the interview on another file, in which nothing may be half told that was not before."""
        made = evolve(self, text=written(document), postponed=postponed)
        before = {*self._file.told.missing, *self._always_needed}
        lacking = [path for path in CaseFile(made.text).told.missing if path not in before]
        if lacking:
            raise DocumentError([Fault(path, "is missing") for path in lacking])
        return made

    # How far it is

    @property
    def progress(self) -> Progress:
        """Which of the answers that are wanted are settled, which wait, and which nobody can settle."""
        known, document = self._file.told, self.document
        if known.missing:
            return Progress((), self._names(), ())
        open_here = {path: self._bears_on(point) for path, point in self._file.open_points.items()}
        waiting = {name for path, names in open_here.items() if self._is_asked(document, path) for name in names}
        left_open = {name for names in open_here.values() for name in names} - waiting
        names = self._names()
        return Progress(
            tuple(name for name in names if name not in waiting | left_open),
            tuple(name for name in names if name in waiting),
            tuple(name for name in names if name in left_open),
        )

    @property
    def not_needed(self) -> tuple[str, ...]:
        """The places of what the file states and no answer rests on: it stays, for it may matter again."""
        case, report = self.case, self.report
        if case is None or report is None:
            return ()
        where, exact = places_of(case), exact_days(case)
        wanted = [(name, _bearing(node)) for name, node in self._file.findings.items() if self._is_wanted(name)]
        bearing = consulted_facts(wanted, where, exact)
        if isinstance(report, Report) and not self.wanted:  # what is asked for where the duties stand
            bearing |= set(report.consulted) - consulted_facts(report.named, where, exact)
        return tuple(one.path for one in stated_facts(case) if one.path not in bearing)

    # Within

    def _worded(self, place: Place) -> Prompt:
        """Return the question for a place, in the words in which the report asks for it, if it does."""
        return prompt_at(place, self._file.asked.get(place.path))

    def _answered_at(self, path: str, said: Any, document: Any) -> Iterator[Prompt]:
        prompt = self._worded(self._place(document, path))
        below: dict[str, Any] = {}
        held = cast("dict[str, Any]", said) if isinstance(said, dict) else None
        is_object = held is not None and prompt.kind in {ValueKind.OBJECT, ValueKind.TEXT}
        if held is not None and is_object:
            below = {f"{path}.{key}": one for key, one in held.items()}
        elif prompt.kind is ValueKind.LIST and said:
            things = cast("list[Any]", said if held is None else held["at_least"])
            below = {f"{path}[{number}]": one for number, one in enumerate(things)}
        if prompt.choices or not is_object:
            yield prompt
        for inner, one in below.items():
            yield from self._answered_at(inner, one, document)

    @cached_property
    def _file(self) -> CaseFile:
        return CaseFile(self.text)

    @property
    def _always_needed(self) -> frozenset[str]:
        return frozenset(needed(self._model, {}))

    @cached_property
    def _model(self) -> type[Case]:
        return case_class(self.kind)

    def _place(self, document: Any, path: str) -> Place:
        return place_of(self._model, document, path)

    def _turn(self, path: str) -> int:
        return self.postponed.index(path) + 1 if path in self.postponed else 0

    def _is_asked(self, document: Any, path: str) -> bool:
        """Whether nobody was asked yet: what is not known, or known in part, is not asked again."""
        return stated_at(document, self._place(document, path)) is ABSENT

    def _is_wanted(self, name: str) -> bool:
        return not self.wanted or any(name == one or name.startswith(f"{one}.") for one in self.wanted)

    def _bears_on(self, point: Point) -> tuple[str, ...]:
        return tuple(filter(self._is_wanted, point.shares))

    def _names(self) -> tuple[str, ...]:
        return tuple(filter(self._is_wanted, self._file.names))

    def _ranked(self, document: Any) -> list[Prompt]:
        """Return the questions that nobody was asked yet, of a case.

        First what a paper says, in the order of the text: who tells it has it at hand, from its beginning to its end,
        and it is told whole. What matters only where a paper is silent comes behind, with all that is of the world: by
        what it weighs for what it costs.
        """
        told: list[Prompt] = []
        asked: dict[Prompt, float] = {}
        for path, point in self._file.open_points.items():
            names = self._bears_on(point)
            if names and self._is_asked(document, path):
                prompt = prompt_at(self._place(document, path), point.question, names)
                if point.in_paper:
                    told.append(prompt)
                else:
                    asked[prompt] = sum(point.shares[name] for name in names) / prompt.cost
        return [*told, *sorted(asked, key=lambda prompt: -asked[prompt])]


def _document_of(said: Case | CaseKind | Mapping[str, Any] | str) -> Mapping[str, Any]:
    """Return what is said as the data of a case file."""
    if isinstance(said, CaseKind):
        return {"case": said.value}
    if isinstance(said, str):
        refuse_length(said)
        found: Mapping[str, Any] = parsed(said)
        return found
    if isinstance(said, Mapping):
        return said
    return cast("Mapping[str, Any]", as_document(said))


def _bearing(node: Node) -> Node:
    """Return the part of a finding on which its answer rests; of one that is open, all of it."""
    return node.decisive() if isinstance(node, Finding) and not node.is_unknown else node


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, bool | int | str | list | dict)


checked(__name__)
