"""A batch: one finding as a formula, decided for as many cases as its columns of facts have rows.

A column is two big integers with one bit for each case: the cases in which a fact is true, and those in which it is
false; in the others it is not known. The rule is asked once, and its formula evaluated for all cases at once.

>>> from uncc.kernel.findings import all_of, derived
>>> from uncc.kernel.provisions import art
>>> law = art(42, 6)
>>> finding = all_of("it may be refused", law, derived(None, "a", law), derived(None, "b", law))
>>> found = decide_columns(finding, {"a": Column.of([True, True, False]), "b": Column.of([True, None, None])})
>>> [answer.name for answer in found]
['YES', 'UNKNOWN', 'NO']
>>> print(found.explain(1))
UNKNOWN  it may be refused [Art. 42(6)]
  YES      a [Art. 42(6)]
  UNKNOWN  b [Art. 42(6)]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product
from types import MappingProxyType
from typing import TypeVar, cast

from attrs import evolve, field, frozen

from uncc.kernel.again import rebuilt
from uncc.kernel.completions import (
    Evaluator,
    Options,
    Pair,
    Plan,
    in_order,
    intersection,
    is_open_reading,
    question_of,
    union,
)
from uncc.kernel.declared import checked
from uncc.kernel.errors import InvalidValue, TooLargeError
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Node, Truth
from uncc.kernel.formula import Formula, meant, questions_in
from uncc.kernel.immutable import tuples_only
from uncc.kernel.model import Model
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready
from uncc.kernel.tied import tied_among

__all__ = ["Answers", "Column", "decide_columns"]

Mentioned = TypeVar("Mentioned", Question, type[Reading])

EVERYTHING = -1
"""The plane of all cases, however many: it has every bit, and none is written down."""
MOST_REPEATED = 10
"""How many facts that the formula mentions more than once may be not known: each doubles the work."""


def _planes(column: Column, _: object, __: int) -> None:
    if column.yes & column.no:
        raise InvalidValue("no", "a fact both true and false in one case", "true in no case in which it is false")
    if max(column.yes.bit_length(), column.no.bit_length()) > column.size or min(column.yes, column.no) < 0:
        raise InvalidValue("size", column.size, "as many cases as the planes have bits")


@frozen
class Column(Model):
    """One fact in many cases: bit i of `yes` (of `no`) is set where it is true (false) in case i, from 0.

    - `size`: how many cases there are. A plane that is wider, or a case in both planes, is `InvalidValue`.
    """

    yes: int
    no: int
    size: int = field(validator=_planes)

    @property
    def has_unknown(self) -> bool:
        """Whether the fact is not known in some case."""
        return (self.yes | self.no).bit_count() < self.size

    @classmethod
    def of(cls, values: Iterable[Fact]) -> Column:
        """Return the column of these values: true, false, or `None` for not known.

        >>> Column.of([True, None, False])
        Column(yes=1, no=4, size=3)
        """
        row = tuple(values)
        if not _KINDS.issuperset(map(type, row)):  # 1 and a True of NumPy's equal True, and are none
            number, value = next((number, value) for number, value in enumerate(row) if type(value) not in _KINDS)
            raise InvalidValue(f"values[{number}]", value, "true, false or null (not known)")
        digit = {True: "1", False: "2", None: "0"}.__getitem__
        digits = "0" + "".join(map(digit, reversed(row)))
        yes, no = digits.replace("2", "0"), digits.replace("1", "0").replace("2", "1")
        return cls(int(yes, 2), int(no, 2), len(row))

    @classmethod
    def packed(cls, yes: bytes, no: bytes, size: int) -> Column:
        """Return the column of two packed arrays of bits, the first case in the lowest bit of the first byte.

        So `numpy.packbits(array, bitorder="little").tobytes()` gives them.

        >>> Column.packed(bytes([0b01]), bytes([0b10]), 2) == Column.of([True, False])
        True
        """
        return cls(int.from_bytes(yes, "little"), int.from_bytes(no, "little"), size)


_KINDS = frozenset({bool, type(None)})


@frozen(field_transformer=tuples_only)
class Answers(Model):
    """The answer in each case, and how to see why.

    - `finding`: the formula, as it was given; `columns`: the facts that vary, by question.
    - `yes`, `no`: bit i is set where the answer is YES (NO) in case i; in the others it is not determined.
    """

    finding: Finding
    columns: tuple[tuple[Question, Column], ...]
    yes: int
    no: int
    size: int

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, case: int) -> Truth:
        if not 0 <= case < self.size:
            raise IndexError(f"case {case} of {self.size}: the first is 0")
        return _value(self.yes, self.no, case)

    def __iter__(self) -> Iterator[Truth]:
        for yes, no in zip(_digits(self.yes, self.size), _digits(self.no, self.size), strict=True):
            yield YES if yes == "1" else NO if no == "1" else UNKNOWN

    def count(self, truth: Truth) -> int:
        """Return in how many cases this is the answer."""
        settled = {YES: self.yes.bit_count(), NO: self.no.bit_count()}
        return settled.get(truth, self.size - sum(settled.values()))

    def explain(self, case: int) -> Finding:
        """Return the finding of one case: the formula, with the facts of that case in the places of the columns."""
        truth = self[case]
        values = {question: _value(column.yes, column.no, case) for question, column in self.columns}
        return evolve(cast("Finding", _filled(self.finding, values)), truth=truth)


def _digits(plane: int, size: int) -> str:
    """Return a plane as a digit for each case, the first first."""
    return f"{plane | 1 << size:b}"[:0:-1]


def _value(yes: int, no: int, case: int) -> Truth:
    return YES if yes >> case & 1 else NO if no >> case & 1 else UNKNOWN


def _filled(node: Node, values: Mapping[Question, Truth]) -> Node:
    """Return the formula with these answers at its leaves, and what follows from them above."""
    if not node.because:
        known = isinstance(node.about, Question) and node.about in values
        return evolve(cast("Finding", node), truth=values[question_of(node)]) if known else node
    return rebuilt(node, tuple(_filled(limb, values) for limb in node.because))


def decide_columns(finding: Finding | Formula, columns: Mapping[str, Column] | Mapping[Question, Column]) -> Answers:
    """Return the answer of a finding, or of a formula, in each case that the columns describe, exactly.

    `finding` is the rule asked once, with what is to vary not known. A fact that it knows stays as it
    is unless a column names it. A column's key is a question, or its name, as for `explore`. `InvalidValue` for a
    question on which the finding does not rest, or columns of different sizes; `TooLargeError` where more than
    ten facts that may be unknown stand in the formula more than once.

    A rule that takes another way on other models (another ground, another offence) has another formula: ask it once for
    each.
    """
    finding = finding.asked if isinstance(finding, Formula) else finding
    formula = _formula(finding)
    by_question = {question: column for key, column in columns.items() for question in meant(key, formula.questions)}
    sizes = sorted({column.size for column in by_question.values()})
    if len(sizes) != 1:
        raise InvalidValue("columns", sizes, "of one size, and at least one")
    size = sizes[0]
    ways = list(_ways(formula, by_question, size))
    pairs = [evaluator.planes(formula.plan, options) for evaluator, options in ways]
    if formula.tied:
        _refuse_contradictions(union(evaluator.possible for evaluator, _ in ways), by_question)
        pairs = [_in_possible(evaluator, pair) for (evaluator, _), pair in zip(ways, pairs, strict=True)]
    yes, no = (_within(size, intersection(planes, EVERYTHING)) for planes in zip(*pairs, strict=True))
    return Answers(finding, tuple(by_question.items()), yes, no, size)


def _within(size: int, plane: int) -> int:
    """Return what lies in a plane of the cases that there are."""
    return plane if plane >= 0 else plane & ((1 << size) - 1)


def _in_possible(evaluator: Evaluator, pair: Pair) -> Pair:
    """Return the planes of the answers; where a completion is impossible, it stands in the way of neither."""
    yes, no = (plane | ~evaluator.possible for plane in pair)
    return yes, no


def _refuse_contradictions(possible: int, columns: Mapping[Question, Column]) -> None:
    """Refuse columns in which the facts of a case contradict each other."""
    wrong = ~possible
    if wrong:
        case = (wrong & -wrong).bit_length() - 1
        stated = {one.name: bool(columns[one].yes >> case & 1) for one in columns if one in tied_among(columns)}
        raise InvalidValue("columns", stated, f"possible together, in case {case}")


def _ways(formula: _Formula, columns: Mapping[Question, Column], size: int) -> Iterator[tuple[Evaluator, Options]]:
    """Yield a way to evaluate for each completion of what is unknown and stands in the formula more than once.

    Strong Kleene logic alone would doubt there what every completion agrees on.
    """
    facts = _repeated(formula, columns)
    if len(facts) > MOST_REPEATED:
        raise TooLargeError(f"{len(facts)} facts stand in the finding more than once; supply some of them in it")
    known = {question: (column.yes, column.no) for question, column in columns.items()}
    for values in product((False, True), repeat=len(facts)):
        variables = dict(known)
        for question, value in zip(facts, values, strict=True):
            yes, no = variables.get(question, (0, 0))
            unknown = _within(size, ~(yes | no))
            variables[question] = (yes | unknown, no) if value else (yes, no | unknown)
        for options in product(*formula.readings):
            yield Evaluator(variables, EVERYTHING), options


def _repeated(formula: _Formula, columns: Mapping[Question, Column]) -> list[Question]:
    """Return the facts that may be unknown, and that the formula mentions more than once."""
    in_columns = (fact for fact in formula.facts if fact in columns and columns[fact].has_unknown)
    others = (fact for fact in formula.open_facts if fact not in columns)
    return [*in_columns, *others]


@frozen
class _Formula:
    """What there is to know of a finding as a formula, whatever its columns say.

    - `questions`: all on which it rests, in the order of the tree.
    - `facts`, `open_facts`, `readings`: what it mentions more than once, or beside what is tied to it, of the facts, of
      those not known, of the open readings.
    - `tied`: whether one of the questions follows from another or excludes it.
    - `plan`: its limbs in a row.
    """

    questions: Mapping[Question, None]
    facts: tuple[Question, ...]
    open_facts: tuple[Question, ...]
    readings: tuple[type[Reading], ...]
    tied: bool
    plan: Plan


@kept_ready
def _formula(finding: Finding) -> _Formula:
    leaves = [node for node in finding.walk() if isinstance(node.about, Question)]
    open_readings = (
        node.about.reading for node in finding.walk() if isinstance(node.about, Consulted) and is_open_reading(node)
    )
    questions = questions_in(finding)
    tied = tied_among(questions)
    return _Formula(
        MappingProxyType(questions),
        _twice(map(question_of, leaves), tied),
        _twice((question_of(leaf) for leaf in leaves if leaf.is_unknown), tied),
        _twice(open_readings),
        bool(tied),
        in_order(finding),
    )


def _twice(mentioned: Iterable[Mentioned], tied: Container[object] = ()) -> tuple[Mentioned, ...]:
    return tuple(one for one, count in Counter(mentioned).items() if count > 1 or one in tied)


checked(__name__)
