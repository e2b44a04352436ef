"""Random findings over a few facts and readings, with an evaluator that shares nothing with the library's search.

A `Formula` is the shape of a rule; `Case` adds what is known and which readings are chosen. `Case.finding` builds the
finding with the library; `Case.decided` tries every valuation and every choice of the open readings, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import Any, TypeAlias

from attrs import evolve, fields, frozen
from hypothesis import strategies as st

from uncc.kernel.facts import Fact, Facts, Question, fact
from uncc.kernel.findings import Finding, Kind, Truth, all_of, any_of, by_reading, by_text, given, none_of
from uncc.kernel.provisions import art
from uncc.kernel.readings import Reading
from uncc.kernel.roles import Role
from uncc.readings import Readings
from uncc.readings.chapter_5 import AssistanceRules, ExtensionDuty, FloorStart

Valuation: TypeAlias = Mapping[str, Fact]
Choice: TypeAlias = Mapping[str, int]

AUTHORITY = art(42, 4)
READINGS: tuple[type[Reading], ...] = (ExtensionDuty, AssistanceRules, FloorStart)
"""Two readings that the register leaves open, and one that it adopts; each has two options."""


@frozen(kw_only=True)
class Sample(Facts):
    """Five facts of no importance."""

    alpha: Fact = fact("alpha holds", art(42, 3, "a"), asked_of=Role.REQUESTING_STATE)
    beta: Fact = fact("beta holds", art(42, 3, "b"), asked_of=Role.REQUESTED_STATE)
    gamma: Fact = fact("gamma holds", art(42, 3, "c"), asked_of=Role.CASE_HOLDER)
    delta: Fact = fact("delta holds", art(42, 3, "d"), asked_of=Role.CUSTODIAN)
    epsilon: Fact = fact("epsilon holds", art(42, 3, "e"), asked_of=Role.DEPOSITARY)


NAMES = tuple(Sample.questions())


def question(name: str) -> Question:
    """Return the question of one of the sample's facts."""
    return Sample.questions()[name]


def reading_question(reading: type[Reading]) -> Question:
    """Return the question that an open reading poses."""
    return Question(reading.id, reading.question, reading.authority, Role.INTERPRETER)


def leaf(name: str, value: Fact, subject: str = "") -> Finding:
    """Return the finding of one of the sample's facts."""
    attributes = {attribute.name: attribute for attribute in fields(Sample)}
    return given(Sample(**{name: value}), attributes[name], subject)


@frozen
class Leaf:
    """A fact."""

    name: str


@frozen
class Text:
    """What the text settles."""

    value: bool


@frozen
class Join:
    """Limbs under ALL, ANY or NONE."""

    kind: Kind
    limbs: tuple[Formula, ...]


@frozen
class Not:
    """The opposite of a limb."""

    limb: Formula


@frozen
class Split:
    """One limb for each option of a reading."""

    reading: type[Reading]
    limbs: tuple[Formula, ...]


Formula: TypeAlias = Leaf | Text | Join | Not | Split

_JOIN = {Kind.ALL: all_of, Kind.ANY: any_of, Kind.NONE: none_of}


def build(formula: Formula, values: Valuation, under: Readings) -> Finding:
    """Return the finding of `formula`, built with the library."""
    match formula:
        case Leaf(name):
            return leaf(name, values.get(name))
        case Text(value):
            return by_text(value, "the text settles it", AUTHORITY)
        case Join(kind, limbs):
            return _JOIN[kind](f"{kind.value} of them", AUTHORITY, *(build(limb, values, under) for limb in limbs))
        case Not(limb):
            return ~build(limb, values, under)
        case Split(reading, limbs):
            answers = (build(limb, values, under) for limb in limbs)
            return by_reading("so on a reading", reading, dict(zip(reading, answers, strict=True))).under(under)


def decide(formula: Formula, facts: Mapping[str, bool], choice: Choice) -> bool:
    """Return the answer in plain two-valued logic, with every fact known and every reading chosen."""
    match formula:
        case Leaf(name):
            return facts[name]
        case Text(value):
            return value
        case Join(Kind.ALL, limbs):
            return all(decide(limb, facts, choice) for limb in limbs)
        case Join(Kind.ANY, limbs):
            return any(decide(limb, facts, choice) for limb in limbs)
        case Join(_, limbs):
            return not any(decide(limb, facts, choice) for limb in limbs)
        case Not(limb):
            return not decide(limb, facts, choice)
        case Split(reading, limbs):
            return decide(limbs[choice[reading.id]], facts, choice)


def parts(formula: Formula) -> Iterator[Formula]:
    """Yield the formula and everything below it, in order."""
    yield formula
    match formula:
        case Join(_, limbs) | Split(_, limbs):
            for limb in limbs:
                yield from parts(limb)
        case Not(limb):
            yield from parts(limb)
        case _:
            return


def choices(under: Readings) -> list[Choice]:
    """Return every choice of options that `under` leaves possible."""
    possible: list[list[int]] = []
    for reading in READINGS:
        chosen = under.chosen(reading)
        possible.append(list(range(len(reading))) if chosen is None else [chosen.place])
    return [{r.id: place for r, place in zip(READINGS, row, strict=True)} for row in product(*possible)]


@frozen(slots=False)
class Case:
    """A formula, what is known of its facts, and the readings chosen."""

    formula: Formula
    values: Valuation
    under: Readings = Readings()  # noqa: RUF009  # frozen

    @cached_property
    def finding(self) -> Finding:
        """The finding, as the library makes it: Kleene's answer, not settled exactly."""
        return build(self.formula, self.values, self.under)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The facts that the formula mentions, in the order of their first mention."""
        return tuple(dict.fromkeys(part.name for part in parts(self.formula) if isinstance(part, Leaf)))

    @cached_property
    def decided(self) -> dict[tuple[bool, ...], tuple[bool, ...]]:
        """For each valuation of `names`, the answer under each choice of the open readings."""
        possible = choices(self.under)
        return {
            row: tuple(decide(self.formula, dict(zip(self.names, row, strict=True)), choice) for choice in possible)
            for row in product((False, True), repeat=len(self.names))
        }

    def exact(self, values: Valuation | None = None) -> Truth:
        """Return the answer over all completions of `values` and all choices of the open readings."""
        known = self.values if values is None else values
        answers = {answer for row in self.completions(known) for answer in self.decided[row]}
        return Truth.UNKNOWN if len(answers) > 1 else Truth.of(answers.pop())

    def completions(self, values: Valuation) -> Iterator[tuple[bool, ...]]:
        """Yield every row of `decided` that agrees with what is known."""
        options = [(False, True) if (value := values.get(name)) is None else (value,) for name in self.names]
        return product(*options)


def mentioned_once(formula: Formula) -> Formula:
    """Return the formula with each fact and each reading mentioned once at most; the texts of the rest are settled."""
    names = iter(NAMES)
    readings = set[str]()

    def rewrite(part: Formula) -> Formula:
        match part:
            case Leaf():
                name = next(names, None)
                return Text(value=True) if name is None else Leaf(name)
            case Text():
                return part
            case Join(_, limbs):
                return evolve(part, limbs=tuple(map(rewrite, limbs)))
            case Not(limb):
                return Not(rewrite(limb))
            case Split():
                return rewrite_split(part)

    def rewrite_split(part: Split) -> Formula:
        first = part.reading.id not in readings
        readings.add(part.reading.id)
        limbs = tuple(map(rewrite, part.limbs))
        return Split(part.reading, limbs) if first else Join(Kind.ANY, limbs)

    return rewrite(formula)


def each_reading_once(formula: Formula) -> Formula:
    """Return the formula with only the first mention of each reading left; the others join their limbs by ANY."""
    readings = set[str]()

    def rewrite(part: Formula) -> Formula:
        match part:
            case Join(_, limbs):
                return evolve(part, limbs=tuple(map(rewrite, limbs)))
            case Not(limb):
                return Not(rewrite(limb))
            case Split(reading, limbs):
                first = reading.id not in readings
                readings.add(reading.id)
                rewritten = tuple(map(rewrite, limbs))
                return Split(reading, rewritten) if first else Join(Kind.ANY, rewritten)
            case _:
                return part

    return rewrite(formula)


_LEAVES: st.SearchStrategy[Formula] = st.one_of(
    st.builds(Leaf, st.sampled_from(NAMES)), st.builds(Leaf, st.sampled_from(NAMES)), st.builds(Text, st.booleans())
)


def formulas(*, readings: bool = False, max_leaves: int = 8) -> st.SearchStrategy[Formula]:
    """Formulas over the sample's facts, which may be mentioned any number of times."""

    def extend(limb: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        limbs = st.lists(limb, min_size=1, max_size=3).map(tuple)
        joins: list[st.SearchStrategy[Any]] = [
            st.builds(Join, st.sampled_from((Kind.ALL, Kind.ANY, Kind.NONE)), limbs),
            st.builds(Not, limb),
        ]
        if readings:
            joins.append(st.builds(Split, st.sampled_from(READINGS), st.tuples(limb, limb)))
        return st.one_of(joins)

    return st.recursive(_LEAVES, extend, max_leaves=max_leaves)


def valuations(*, known: bool = False) -> st.SearchStrategy[dict[str, Fact]]:
    """What is known of each fact of the sample."""
    facts: tuple[Fact, ...] = (True, False) if known else (None, True, False)
    return st.fixed_dictionaries({name: st.sampled_from(facts) for name in NAMES})


def choices_of_readings() -> st.SearchStrategy[Readings]:
    """A caller's choice of the readings used here: for each an option, or none."""
    rows = st.tuples(*(st.sampled_from((None, *reading)) for reading in READINGS))
    return rows.map(lambda row: Readings(tuple(option for option in row if option is not None)))


def cases(*, readings: bool = False, once: bool = False, readings_once: bool = False) -> st.SearchStrategy[Case]:
    """Formulas with what is known of their facts; `once`: no fact and no reading is mentioned twice."""
    shapes = formulas(readings=readings)
    if once:
        shapes = shapes.map(mentioned_once)
    elif readings_once:
        shapes = shapes.map(each_reading_once)
    under = choices_of_readings() if readings else st.just(Readings())
    return st.builds(Case, shapes, valuations(), under)


def findings(*, readings: bool = False) -> st.SearchStrategy[Finding]:
    """Random findings over the sample's facts."""
    return cases(readings=readings).map(lambda case: case.finding)
