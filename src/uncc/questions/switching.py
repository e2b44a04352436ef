"""What if, step by step: a finding with switches, one for each question on which it rests.

>>> from uncc.kernel.findings import all_of, any_of, derived
>>> from uncc.kernel.provisions import art
>>> law = art(42, 6)
>>> finding = all_of("it may be refused", law, derived(None, "a", law),
...     any_of("either", law, derived(None, "b", law), derived(None, "c", law)))
>>> switches = what_if(finding).switched("b", False)
>>> switches.finding.truth.name, [question.name for question in switches.open_questions]
('UNKNOWN', ['a', 'c'])
>>> print(switches.switched("a", False).difference)
UNKNOWN -> NO  it may be refused [Art. 42(6)]
  fact     UNKNOWN -> NO  a [Art. 42(6)]
  fact     UNKNOWN -> NO  b [Art. 42(6)]
>>> switches.reset() == what_if(finding)
True
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from uncc.kernel.again import supposing
from uncc.kernel.completions import everything_in, question_of
from uncc.kernel.declared import checked, typed
from uncc.kernel.facts import Fact, Question
from uncc.kernel.findings import NO, UNKNOWN, YES, Finding, Node, Truth
from uncc.kernel.formula import Formula, Value, meant
from uncc.kernel.immutable import fixed
from uncc.kernel.model import Model
from uncc.kernel.quantities import Day, Number, Quantity
from uncc.kernel.readings import Consulted, Reading
from uncc.kernel.rows import Rows
from uncc.kernel.shown import Shown
from uncc.questions.difference import Difference, diff
from uncc.questions.weighing import weights

__all__ = ["Supposed", "Switch", "WhatIf", "what_if"]

Supposed: TypeAlias = Value | Reading | str
"""Where a switch stands: as a formula takes it, an option of a contested reading, or either in its words."""


@frozen(field_transformer=typed)
class Switch(Model):
    """One thing that can be supposed otherwise.

    - `at_start`, `now`: where it stood and where it stands, in words; the latter also where that follows from others.
    - `choices`: where it can stand, in words; none where one must say a day, a number or an amount.
    """

    question: Question
    at_start: str
    now: str
    choices: tuple[str, ...]


def _stands(made: WhatIf, _: object, __: object) -> None:
    _ = made.finding


@frozen(field_transformer=typed)
class WhatIf(Shown):
    """A finding with switches: what it would say if its facts, its days, its numbers or its readings were otherwise.

    - `formula`: the finding with which one began, asked with its facts open.
    - `supposed`: the questions that stand otherwise than there, each with where it stands, in the order of the tree.
    """

    formula: Formula
    supposed: tuple[tuple[Question, Any], ...] = field(default=(), validator=_stands)

    @property
    def start(self) -> Finding:
        """The finding with which one began."""
        return self.formula.asked

    @cached_property
    def finding(self) -> Finding:
        """The answer as the switches stand, with all its reasons; `.decisive()` has those that carry it."""
        consulted = {one: leaf.about for one, leaf in _leaves(self.start).items() if isinstance(leaf.about, Consulted)}
        facts = {one: value for one, value in self.supposed if one not in consulted}
        options = {consulted[one].reading: value for one, value in self.supposed if one in consulted}
        return supposing(self.formula.decided(facts), {}, options)

    @property
    def difference(self) -> Difference:
        """What is not as it was at the start: the answer, and the facts, readings and limbs behind it."""
        return diff(self.start, self.finding)

    # What still matters

    @property
    def still_matters(self) -> Mapping[Question, float]:
        """What can still change the answer, with what it weighs (`uncc.questions.weighing`), the heaviest first."""
        return fixed(dict(sorted(weights(self.finding).items(), key=lambda one: -one[1])))

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What can still change the answer, the heaviest first; none where it is settled."""
        return tuple(self.still_matters)

    # The switches

    @property
    def switches(self) -> Rows[Switch]:
        """What can be supposed otherwise, in the order of the tree, with where each switch stands."""
        start, now = _leaves(self.start), _leaves(self.finding)
        return Rows(Switch(one, _said(leaf), _said(now[one]), tuple(_choices(leaf))) for one, leaf in start.items())

    def switched(self, question: Question | str, value: Supposed) -> WhatIf:
        """Return the same with a switch set to what is supposed; by a name that several share, all of them.

        `InvalidValue` for a question on which the finding does not rest, what cannot answer it, and what contradicts
        where the others stand.
        """
        start = _leaves(self.start)
        supposed = dict(self.supposed) | {one: _option(start[one], value) for one in self._meant(question)}
        others = (one for one in start if one in supposed and not _says(start[one], supposed[one]))
        return evolve(self, supposed=tuple((one, supposed[one]) for one in others))

    def reset(self, *questions: Question | str) -> WhatIf:
        """Return the same with these switches as they stood at the start; without a name, all of them."""
        put_back = {one for question in questions for one in self._meant(question)}
        return evolve(self, supposed=tuple(pair for pair in self.supposed if questions and pair[0] not in put_back))

    def _meant(self, question: Question | str) -> list[Question]:
        """Return what is meant, also by the question about the whole of a list that answers it."""
        known = tuple(_leaves(self.start))
        return [one for one in known if one.whole == question] or meant(question, known)


def _leaves(finding: Finding) -> dict[Question, Node]:
    return {question_of(node): node for node in everything_in(finding) if node.about is not None}


_FACTS: Mapping[Truth, Fact] = MappingProxyType({YES: True, NO: False, UNKNOWN: None})
_WORDS: Mapping[Truth, str] = MappingProxyType({YES: "yes", NO: "no", UNKNOWN: "not known"})
_NONE_CHOSEN = "none chosen"


def _said(leaf: Node) -> str:
    if isinstance(leaf.about, Consulted):
        return _NONE_CHOSEN if leaf.about.chosen is None else leaf.about.chosen.words
    return leaf.shown if isinstance(leaf, Quantity) else _WORDS[leaf.truth]


def _choices(leaf: Node) -> Mapping[str, Fact | Reading]:
    if isinstance(leaf.about, Consulted):
        return {**{option.words: option for option in leaf.about.reading}, _NONE_CHOSEN: None}
    return {} if isinstance(leaf, Quantity) else {_WORDS[truth]: value for truth, value in _FACTS.items()}


def _option(leaf: Node, value: Any) -> Any:
    """Return what is meant by one of the choices in words, or by the name of an option; what is no text stays."""
    choices = _choices(leaf)
    if isinstance(value, str) and value in choices:
        return choices[value]
    if not isinstance(leaf.about, Consulted) or value is None or isinstance(value, leaf.about.reading):
        return value  # for the formula to judge
    return leaf.about.reading.named(value)


def _says(leaf: Node, value: Any) -> bool:
    """Whether a leaf or a reading says so already."""
    if isinstance(leaf.about, Consulted):
        return value is leaf.about.chosen
    if not isinstance(leaf, Quantity):
        return value is _FACTS[leaf.truth]
    known = leaf.fact if isinstance(leaf, Day | Number) else None
    return type(value) is type(known) and value == known and (known is not None or leaf.is_unknown)


def what_if(finding: Finding | Formula) -> WhatIf:
    """Return a finding with switches: what would it say if this fact were otherwise, and what matters then?

    Each step gives the next value and leaves the one before as it is. The whole finding is needed: what `decisive()`
    leaves out has no switch.

    >>> from uncc.cooperation import AssistanceRequest, Ground, may_refuse_assistance
    >>> switches = what_if(may_refuse_assistance(AssistanceRequest(), Ground.TRIFLING_MATTER))
    >>> switches.open_questions[0].name
    'AssistancePosition.trifling'
    >>> switches.switched("AssistancePosition.trifling", False).finding.truth.name
    'NO'
    """
    return WhatIf(finding if isinstance(finding, Formula) else Formula(finding))


checked(__name__)
