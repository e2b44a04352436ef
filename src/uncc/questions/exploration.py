"""What if: every completion of a finding's open questions with its answer, and how much weight each question has.

A finding is a formula over its facts. It is evaluated over all completions at once, on two big integers for each
limb: one bit for each completion that gives YES, and one for each that gives NO. The rule is not called again.

>>> from uncc.kernel.findings import all_of, any_of, derived
>>> from uncc.kernel.provisions import art
>>> law = art(42, 6)
>>> finding = all_of("it may be refused", law, derived(None, "a", law),
...     any_of("either", law, derived(None, "b", law), derived(None, "c", law)))
>>> found = explore(finding)
>>> print(found.yes, "of", found.total, [(weight.question.name, weight.pivotal) for weight in found.weights])
3 of 8 [('a', 6), ('b', 2), ('c', 2)]
>>> next(found.rows())
{'a': False, 'b': False, 'c': False, 'answer': 'no'}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, product
from itertools import count as numbers_from
from math import prod
from typing import Any, TypeVar, cast

from attrs import evolve, field, frozen

from uncc.kernel.completions import (
    COMPARING,
    Evaluator,
    Options,
    Pair,
    Plan,
    everything_in,
    full,
    in_order,
    intersection,
    is_open_reading,
    moved,
    question_of,
    reading_question,
    readings_in,
    repeated,
    union,
    variable,
)
from uncc.kernel.declared import checked
from uncc.kernel.errors import TooLargeError
from uncc.kernel.facts import Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Node, Truth
from uncc.kernel.formula import Formula, meant, questions_in
from uncc.kernel.formula import label as named
from uncc.kernel.inquiry import open_questions
from uncc.kernel.model import Model
from uncc.kernel.quantities import Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.ready import kept_ready
from uncc.kernel.rows import Rows, rows
from uncc.kernel.shown import Shown
from uncc.kernel.tied import following, tied_among

N = TypeVar("N", bound=Node)

__all__ = ["Exploration", "Weight", "explore"]

MOST_COMPLETIONS = 1 << 20
"""How many completions are evaluated at once: those of twenty facts."""
MOST_LOOKED_AT = 1 << 31
"""How many limbs are evaluated in all completions together: each takes a bit."""


@frozen
class Weight(Model):
    """How much a question weighs: in how many of `total` completions its answer alone changes the result."""

    question: Question
    pivotal: int
    total: int

    @property
    def share(self) -> float:
        """The part of the completions in which the question is pivotal, from 0 to 1."""
        return self.pivotal / self.total


@frozen
class Exploration(Shown):
    """Every completion of some questions of a finding, with the answer in each.

    - `questions`: what is answered in every way, in the order asked or in that of the tree.
    - `yes`, `no`, `unknown`: how many of the `total` completions have each answer. UNKNOWN are those in which other
      facts or readings, that were not explored, still decide.
    - `weights`: each question's weight, the heaviest first, equals in order.
    """

    finding: Finding
    questions: tuple[Question, ...]
    yes: int
    no: int
    unknown: int
    weights: Rows[Weight] = field(converter=rows)
    _space: _Space = field(repr=False, eq=False)

    @property
    def total(self) -> int:
        """How many completions there are: two for each fact, times the options of each reading.

        Those in which facts contradict each other do not count.
        """
        return self.yes + self.no + self.unknown

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that can change the answer, the one with the greatest weight first."""
        return tuple(weight.question for weight in self.weights if weight.pivotal)

    def share(self, truth: Truth) -> float:
        """Return the part of the completions with this answer, from 0 to 1."""
        return {YES: self.yes, NO: self.no, UNKNOWN: self.unknown}[truth] / self.total

    def rows(self) -> Iterator[dict[str, bool | str]]:
        """Yield each completion as a plain dict, as a table of data takes it: `pandas.DataFrame(found.rows())`.

        A fact is true or false under its name, a reading the name of an option under its id; `answer` is `yes`, `no`
        or `unknown`. The first question varies slowest. Names that two questions share are told apart by citation.
        """
        columns = _columns(self.questions)
        facts = [columns[fact] for fact in reversed(self._space.facts)]
        readings = [columns[reading_question(reading)] for reading in self._space.readings]
        row: dict[str, bool | str] = dict.fromkeys(columns.values(), False)
        for options, pair in self._space.planes.items():
            row |= {name: option.value for name, option in zip(readings, options, strict=True)}
            completions = product((False, True), repeat=len(facts))
            for number, (values, answer) in enumerate(zip(completions, _answers(pair, len(facts)), strict=True)):
                if self._space.possible >> number & 1:
                    yield row | dict(zip(facts, values, strict=True)) | {"answer": answer.value}

    def weight_rows(self) -> Iterator[dict[str, int | float | str]]:
        """Yield each question's weight as a plain dict, the heaviest first."""
        columns = _columns(self.questions)
        for weight in self.weights:
            question = weight.question
            yield {
                "question": columns[question],
                "statement": question.statement,
                "provisions": ", ".join(str(provision) for provision in question.authority),
                "ask": question.asked_of.words,
                "pivotal": weight.pivotal,
                "share": weight.share,
            }


def explore(finding: Finding | Formula, *questions: Question | str) -> Exploration:
    """Return every completion of the open questions of a finding or formula, or of those named, with its answer.

    A question may be given by its name, after its subject where it has one (`data[0]: DataItem.related`), and may be
    one that is answered: then both answers are tried. What is open and was not named stays open. The whole finding
    is needed: what `decisive()` leaves out cannot be explored. `InvalidValue` for a question on which the finding
    does not rest; `TooLargeError` beyond 2 to the power of 20 completions, counting unnamed open questions that the
    finding mentions more than once.
    """
    finding = finding.asked if isinstance(finding, Formula) else finding
    known = questions_in(finding) if questions else {}
    named = dict.fromkeys(question for asked in questions for question in meant(asked, known))
    asked = tuple(named) or open_questions(finding)
    space = _Space.of(finding, asked)
    yes, no = (sum(pair[side].bit_count() for pair in space.planes.values()) for side in (0, 1))
    total = len(space.planes) * space.possible.bit_count()
    pivotal = {**dict(space.moved_by_facts()), **dict(space.moved_by_readings())}
    weights = (Weight(question, pivotal[question], total) for question in asked)
    ranked = Rows(sorted(weights, key=lambda weight: -weight.pivotal))
    return Exploration(finding, asked, yes, no, total - yes - no, ranked, space)


def _columns(questions: Iterable[Question]) -> dict[Question, str]:
    """Return a name for each question that no other has, nor the answer."""
    taken = {"answer"}
    columns: dict[Question, str] = {}
    for question in questions:
        label = named(question)
        if label in taken:
            label += f" [{', '.join(str(provision) for provision in question.authority)}]"
        numbered = (f"{label} ({number})" for number in numbers_from(2))
        columns[question] = next(name for name in chain((label,), numbered) if name not in taken)
        taken.add(columns[question])
    return columns


@frozen
class _Space:
    """The completions of some facts and readings, and for each choice of options the planes of YES and NO."""

    facts: tuple[Question, ...]
    """By place: the last question is the first bit, so that the first varies slowest."""
    readings: tuple[type[Reading], ...]
    planes: dict[Options, Pair]
    possible: int
    """The completions in which no fact contradicts another, nor what the finding knows."""

    @classmethod
    def of(cls, finding: Finding, asked: tuple[Question, ...]) -> _Space:
        shape = _shape(finding, asked)
        count, hidden = len(shape.facts), shape.hidden
        planes = {
            options: _settled_for_all(
                [shape.evaluator.planes(shape.plan, (*options, *rest)) for rest in _choices(shape.hidden_readings)],
                shape.allowed,
                count,
                hidden,
            )
            for options in _choices(shape.readings)
        }
        return cls(shape.facts, shape.readings, planes, shape.possible)

    def moved_by_facts(self) -> Iterator[tuple[Question, int]]:
        """Yield each fact with the number of completions in which it alone changes the answer."""
        count = len(self.facts)
        for place, question in enumerate(self.facts):
            true = variable(place, count)
            changed = [
                moved(yes, place, true, self.possible) | moved(no, place, true, self.possible)
                for yes, no in self.planes.values()
            ]
            yield question, 2 * sum([plane.bit_count() for plane in changed])

    def moved_by_readings(self) -> Iterator[tuple[Question, int]]:
        """Yield each reading with the number of completions in which it alone changes the answer."""
        for place, reading in enumerate(self.readings):
            groups: dict[Options, list[Pair]] = {}
            for options, pair in self.planes.items():
                groups.setdefault(options[:place] + options[place + 1 :], []).append(pair)
            changed = sum(_differing(group).bit_count() for group in groups.values())
            yield reading_question(reading), changed * len(reading)


@frozen
class _Shape:
    """What there is to know of some questions of a finding before any completion is looked at.

    - `plan`: the finding, with what does not vary as constants; `facts`, `readings` what varies, by place.
    - `hidden`, `hidden_readings`: how many other facts, and which readings, are completed too, for exactness.
    - `allowed`: the completions of all of them in which no fact contradicts another, nor what the finding knows;
      `possible`: those of the facts alone.
    """

    plan: Plan
    facts: tuple[Question, ...]
    readings: tuple[type[Reading], ...]
    hidden: int
    hidden_readings: tuple[type[Reading], ...]
    evaluator: Evaluator
    allowed: int
    possible: int


@kept_ready
def _shape(finding: Finding, asked: tuple[Question, ...]) -> _Shape:
    formula = _constant_where_settled(finding, frozenset(_asked_anew(finding, asked)))
    tied = tied_among(questions_in(finding))
    hidden = [question for question in _hidden(formula, tied) if question not in asked]
    readings = {reading_question(reading): reading for reading in readings_in(finding)}
    facts = tuple(question for question in reversed(asked) if question not in readings)
    hidden_facts = tuple(question for question in hidden if question not in readings)
    chosen, others = (tuple(readings[one] for one in some if one in readings) for some in (asked, hidden))
    count = len(facts) + len(hidden_facts)
    choices = prod(len(reading) for reading in (*chosen, *others))
    if choices << count > MOST_COMPLETIONS:
        raise TooLargeError(
            f"{count} facts and {len(chosen) + len(others)} readings: together more than "
            f"{MOST_COMPLETIONS} completions; supply some of the facts, or name those to explore"
        )
    limbs = sum(1 for _ in everything_in(formula))
    if (choices << count) * limbs > MOST_LOOKED_AT:
        raise TooLargeError(
            f"{limbs} limbs in {choices << count} completions: together more than {MOST_LOOKED_AT}; explore a limb of "
            "the finding, supply some of the facts, or name those to explore"
        )
    plan = in_order(formula, (*chosen, *others))
    evaluator = Evaluator.over((*facts, *hidden_facts))
    allowed = evaluator.possible & ~_against(evaluator, _known(finding, tied))
    possible = _in_some(allowed, len(facts), len(hidden_facts))
    return _Shape(plan, facts, chosen, len(hidden_facts), others, evaluator, allowed, possible)


def _choices(readings: Iterable[type[Reading]]) -> Iterator[Options]:
    return product(*readings)


def _differing(pairs: list[Pair]) -> int:
    """Return the completions in which not all pairs give one answer."""
    first_yes, first_no = pairs[0]
    return union((yes ^ first_yes) | (no ^ first_no) for yes, no in pairs)


def _asked_anew(finding: Finding, asked: tuple[Question, ...]) -> Iterator[Question]:
    """Yield those of the questions that the finding holds to be answered."""
    for node in everything_in(finding):
        answered = node.truth is not UNKNOWN if isinstance(node.about, Question) else not is_open_reading(node)
        if node.about is not None and answered and question_of(node) in asked:
            yield question_of(node)


def _constant_where_settled(node: N, anew: frozenset[Question]) -> N:
    """Return the formula with each settled limb as a constant, unless an answered question below it is asked anew.

    Below a reading that was chosen and is not asked, only what is said on the option chosen.
    """
    if not node.because or isinstance(node, Quantity) or node.kind in COMPARING:
        return node
    touched = bool(anew) and any(below.about and question_of(below) in anew for below in everything_in(node))
    if node.truth is not UNKNOWN and not touched:
        return cast("N", evolve(cast("Any", node), because=(), about=None))
    varied = isinstance(node.about, Consulted) and question_of(node) in anew
    limbs = node.because if varied else node.live_limbs
    below = tuple(_constant_where_settled(limb, anew) for limb in limbs)
    return cast("N", evolve(cast("Any", node), because=below))


def _settled_for_all(pairs: list[Pair], possible: int, count: int, hidden: int) -> Pair:
    """Return the planes over the first `count` facts alone: what holds whatever the `hidden` ones after them can be."""
    everything = full(count + hidden)
    yes, no = (intersection(planes, everything) | everything & ~possible for planes in zip(*pairs, strict=True))
    for place in reversed(range(count, count + hidden)):
        yes, no = yes & (yes >> (1 << place)) & full(place), no & (no >> (1 << place)) & full(place)
    there = _in_some(possible, count, hidden)
    return yes & there, no & there


def _in_some(possible: int, count: int, hidden: int) -> int:
    """Return the completions of the first `count` facts that the `hidden` ones after them allow somehow."""
    for place in reversed(range(count, count + hidden)):
        possible = (possible | possible >> (1 << place)) & full(place)
    return possible


def _hidden(formula: Finding, tied: Collection[Question]) -> dict[Question, None]:
    """Return the open questions that strong Kleene logic would doubt too much: mentioned twice, or tied to others."""
    leaves = (node for node in everything_in(formula) if isinstance(node.about, Question) and node.truth is UNKNOWN)
    return dict.fromkeys([*repeated(formula), *(one for one in map(question_of, leaves) if one in tied)])


def _known(finding: Finding, tied: Collection[Question]) -> dict[Question, bool]:
    """Return what the finding knows of the facts that are tied to others."""
    leaves = (node for node in everything_in(finding) if isinstance(node.about, Question) and node.about in tied)
    return {question_of(leaf): leaf.truth is YES for leaf in leaves if leaf.truth is not UNKNOWN}


def _against(evaluator: Evaluator, known: Mapping[Question, bool]) -> int:
    """Return the completions in which a fact contradicts what is known and is not asked anew."""
    return union(
        evaluator.variables[other][held]
        for one, value in known.items()
        if one not in evaluator.variables
        for other, held in following(one, value=value)
        if other in evaluator.variables
    )


def _answers(pair: Pair, count: int) -> Iterator[Truth]:
    """Yield the answer in each completion, in the order of their numbers."""
    size = ((1 << count) + 7) // 8
    yes, no = (plane.to_bytes(size, "little") for plane in pair)
    for number in range(1 << count):
        byte, bit = number >> 3, number & 7
        yield YES if yes[byte] >> bit & 1 else NO if no[byte] >> bit & 1 else UNKNOWN


checked(__name__)
