"""Formulas: a finding with its facts open, asked once and decided for as many cases as one likes.

A rule asked with what varies left open returns a tree. That tree is a function of its facts: here it is made into one.

>>> from uncc.kernel.findings import all_of, derived
>>> from uncc.kernel.provisions import art
>>> law = art(42, 6)
>>> formula = Formula(all_of("it may be refused", law, derived(None, "a", law), ~derived(None, "b", law)))
>>> [question.name for question in formula.questions]
['a', 'b']
>>> formula.truth((True, False)).name, formula.truth({"b": True}).name, formula.truth((True, None)).name
('YES', 'NO', 'UNKNOWN')
>>> print(formula.decided((True, False)))
YES      it may be refused [Art. 42(6)]
  YES      a [Art. 42(6)]
  NO       b (the opposite counts) [Art. 42(6)]
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from operator import is_
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from attrs import evolve, frozen

from uncc.kernel.again import rebuilt, supposing
from uncc.kernel.between import Between, a_day_fact, a_number_fact, ends_of
from uncc.kernel.compiled import Compiled, compiled, misshapen, wrong_fact
from uncc.kernel.completions import everything_in, question_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.differences import End
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import MOST, Fact, Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Node, Truth
from uncc.kernel.meant import perhaps
from uncc.kernel.measured import Exact
from uncc.kernel.model import Model
from uncc.kernel.quantities import Day, Number, Quantity
from uncc.kernel.readings import Choice
from uncc.kernel.tied import following

__all__ = ["Formula", "Value", "Values", "label", "meant", "questions_in"]

Value: TypeAlias = Fact | date | int | Between[date] | Between[int] | Exact
"""What a case says of one question: a fact is true, false or not known (`None`); a day or number may lie between."""
Values: TypeAlias = "tuple[Value, ...] | Mapping[Any, Value]"
"""What a case says: a value for each question of a formula, in their order; or for some, by question or by name."""


def questions_in(finding: Node) -> dict[Question, None]:
    """Return every question on which a finding rests, answered or not, in the order of the tree."""
    return dict.fromkeys(question_of(node) for node in everything_in(finding) if node.about is not None)


def label(question: Question) -> str:
    """Return the name of a question, after what it is about where a case has several of its kind."""
    return f"{question.subject}: {question.name}" if question.subject else question.name


def meant(asked: Question | str, known: Collection[Question]) -> list[Question]:
    """Return which of the questions are meant by one of them or by a name; of those that share a name, all."""
    if isinstance(asked, Question) and asked in known:
        return [asked]
    found = [question for question in known if asked in (question.name, label(question))]
    if not found:
        names = [label(question) for question in known]
        these = f"{', '.join(names) or 'none'}{perhaps(asked, names)}"
        raise InvalidValue("questions", asked, f"a question on which the finding rests; these are: {these}")
    return found


@frozen(field_transformer=typed)
class Formula(Model):
    """A finding as a function of its facts: what varies is given anew for each case, and all else stays as it is.

    - `asked`: the finding, as the rule returned it with what varies not known.

    What it decides is what the rule returns for these facts. A rule that takes another way on other models (another
    ground, another offence) has another formula: ask it once for each. A formula is a value: it can be compared,
    pickled and sent to another process.
    """

    asked: Finding

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What varies, in the order of the tree: the facts, days and numbers on which the finding rests."""
        return tuple(self._leaves)

    def truth(self, values: Values) -> Truth:
        """Return the answer for one case, without the reasons; what is given and refused as for `decided`."""
        return self._code.truth(values if type(values) is tuple else self._row(values))

    def decided(self, values: Values) -> Finding:
        """Return the finding for one case, with all its reasons: what the rule returns for these facts.

        `values`: one for each of `questions`, in their order, or some by question or by name, and those not named
        stay as they are in `asked`. `InvalidValue` for a question on which the finding does not rest, a row that is
        too short or too long, a value of another kind, and facts that contradict each other.
        """
        return self._code.finding(values if type(values) is tuple else self._row(values))

    def under(self, readings: Choice) -> Formula:
        """Return the formula on these readings; what is not chosen, as adopted."""
        return Formula(self.asked.under(readings))

    # What a case says, as a row

    @cached_property
    def _leaves(self) -> Mapping[Question, Node]:
        leaves = (node for node in everything_in(self.asked) if isinstance(node.about, Question))
        return MappingProxyType({question_of(leaf): leaf for leaf in leaves})

    @cached_property
    def _code(self) -> Compiled:
        """The formula as code; where days or numbers vary, whose order is settled for the tree as a whole, by it."""
        if any(isinstance(leaf, Quantity) for leaf in self._leaves.values()):
            return Compiled(self._supposed_truth, self._supposed)
        return compiled(self.asked, self.questions)

    def _row(self, values: Any) -> tuple[Any, ...]:
        """Return what a case says by question or by name as a row; what it does not name, as it stands."""
        if not isinstance(values, Mapping):
            raise InvalidValue("values", values, "a tuple of values, or a mapping of questions to their values")
        row = dict(self._as_asked)
        for key, value in cast("Mapping[Any, Value]", values).items():
            for question in self._named.get(key) or meant(key, self.questions):
                row[question] = value
        return tuple(row.values())

    @cached_property
    def _as_asked(self) -> Mapping[Question, Any]:
        """What the finding itself says of each question; of a day or number, its leaf."""
        return {one: _FACTS[leaf.truth] if isinstance(leaf, Finding) else leaf for one, leaf in self._leaves.items()}

    @cached_property
    def _named(self) -> Mapping[Any, tuple[Question, ...]]:
        """The questions by themselves and by their names."""
        found: dict[Any, tuple[Question, ...]] = {}
        for question in self.questions:
            for key in dict.fromkeys((question, question.name, label(question))):
                found[key] = (*found.get(key, ()), question)
        return found

    # Days and numbers

    def _supposed(self, row: tuple[Any, ...]) -> Finding:
        """Return the finding where days or numbers vary: what is known of their order is settled for the whole."""
        if len(row) != len(self.questions):
            raise misshapen(row, self.questions)
        answers: dict[Question, bool | tuple[End, End]] = {}
        for (question, leaf), value in zip(self._leaves.items(), row, strict=True):
            said = _said(question, leaf, value)
            if said is not None:
                answers[question] = said
        return supposing(self._opened, _with_what_follows(answers))

    def _supposed_truth(self, row: tuple[Any, ...]) -> Truth:
        return self._supposed(row).truth

    @cached_property
    def _opened(self) -> Finding:
        return cast("Finding", _opened(self.asked))


_FACTS: Mapping[Truth, Fact] = MappingProxyType({NO: False, UNKNOWN: None, YES: True})


def _said(question: Question, leaf: Node, value: Any) -> bool | tuple[End, End] | None:
    """Return what a case says of a leaf: a fact, two ends, or nothing."""
    if isinstance(leaf, Finding):
        if value is not None and not isinstance(value, bool):
            raise wrong_fact(question, value)
        return value
    quantity = cast("Quantity", leaf)
    if value is leaf or (value is None and quantity.is_unknown):
        return None
    if isinstance(quantity, Day):
        a_day_fact(question.name, value)
    elif isinstance(quantity, Number):
        a_number_fact(0, MOST, question.name, value)
    least, most = ends_of(getattr(value, "exact", value))
    if None in (least, most) and not quantity.is_unknown:
        raise InvalidValue(
            question.name, str(value), "known at both ends; to leave one open, ask the rule with it open"
        )
    return _end(least, quantity.least), _end(most, quantity.most)


def _end(value: Any, otherwise: End) -> End:
    return otherwise if value is None else value.toordinal() if isinstance(value, date) else value


def _with_what_follows(answers: Mapping[Question, bool | tuple[End, End]]) -> dict[Question, Any]:
    """Return the answers with what follows from them; `InvalidValue` where they contradict each other."""
    known = dict(answers)
    for one, value in answers.items():
        for other, held in following(one, value=value) if isinstance(value, bool) else ():
            if known.setdefault(other, held) is not held:
                raise InvalidValue(one.name, value, f"possible beside {other.name}: {not held}")
    return known


def _opened(node: Node) -> Node:
    """Return a node with every fact in it not known."""
    if isinstance(node, Finding) and isinstance(node.about, Question):
        return evolve(node, truth=UNKNOWN)
    limbs = tuple(map(_opened, node.because))
    return node if all(map(is_, limbs, node.because)) else rebuilt(node, limbs)


checked(__name__)
