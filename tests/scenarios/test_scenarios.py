"""Scenarios: narratives as data, each put to the function that answers it.

A file of scenarios (`*.json` beside this module) is an object with `format` and `scenarios`. Each scenario has an
`id`, the `provision` that decides, a `narrative`, a `question` (the dotted name of a public function), `facts` (its
arguments by name, as JSON), and what is `expected`:

- `answer`: `yes`, `no` or `unknown`: of the finding, or of the `because` of a window; of a day `yes` where it is known,
  and `no` where it never comes;
- `reasons`: provisions that the decisive part of the finding cites;
- `open`: the names of the open questions, all of them and in order;
- `amounts`: the amounts of a liability by name (`amount`, `at_least`, `at_most`), `null` for none;
- `number`: the number that it is, where a count is asked for;
- `dates`: the days of a window (`not_before`, `not_after`), or what is known of a day (`on`, and the same), `null` for
  none.

`under` among the facts is the choice of readings, on which the answer is taken.

What a function returns that is no finding is compared with `value`.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Collection
from datetime import date
from importlib import import_module
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from attrs import Factory, field, frozen

from uncc.confiscation import Liability, Money
from uncc.doors.serial import from_data, to_json
from uncc.kernel.again import under
from uncc.kernel.dates import Deadline
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Node, Truth
from uncc.kernel.provisions import Provision
from uncc.kernel.quantities import Day
from uncc.offences import Option, Variation
from uncc.readings import Readings

HERE = Path(__file__).parent
KEYS = {"id", "provision", "narrative", "question", "facts", "expected"}


@frozen(kw_only=True)
class Expected:
    """What a scenario expects of the answer."""

    answer: Truth | None = None
    reasons: tuple[Provision, ...] = ()
    open: tuple[str, ...] | None = None
    amounts: dict[str, str | None] = field(default=Factory(dict[str, "str | None"]))
    number: int | None = None
    dates: dict[str, str | None] = field(default=Factory(dict[str, "str | None"]))


def scenarios() -> list[Any]:
    """Return every scenario of the files, as a parameter of a test."""
    found: list[Any] = []
    for path in sorted(HERE.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        assert document["format"] == "uncc.scenarios/1", path
        found += [pytest.param(scenario, id=scenario["id"]) for scenario in document["scenarios"]]
    return found


def _as_data(hint: Any) -> Any:
    """The type by which an argument is read: any collection is written as a list, a variation as what a law says."""
    if hint == Variation | Option:
        return Variation
    (item,) = get_args(hint) if get_origin(hint) is Collection else (None,)
    return hint if item is None else GenericAlias(tuple, (item, ...))


def arguments(scenario: dict[str, Any]) -> tuple[Callable[..., Any], dict[str, Any], Readings]:
    """Return the function that a scenario puts its facts to, its arguments by name, and the readings chosen."""
    module, _, name = scenario["question"].rpartition(".")
    function = getattr(import_module(module), name)
    hints = {name: _as_data(hint) for name, hint in get_type_hints(function).items()}
    facts = dict(scenario["facts"])
    readings = from_data(facts.pop("under", {}), Readings)
    unknown = set(facts) - set(inspect.signature(function).parameters)
    if unknown:
        raise InvalidValue("facts", sorted(unknown), f"arguments of {name}")
    return function, {key: from_data(value, hints[key]) for key, value in facts.items()}, readings


def called(function: Callable[..., Any], named: dict[str, Any]) -> Any:
    """Return what a function answers to arguments by name."""
    arguments = dict(named)
    positional = [
        arguments.pop(key)
        for key, parameter in inspect.signature(function).parameters.items()
        if key in arguments and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    return function(*positional, **arguments)


def _answer(scenario: dict[str, Any]) -> Any:
    function, named, readings = arguments(scenario)
    return under(called(function, named), readings)


def _finding(answer: Any) -> Node:
    """Return the finding or the day that an answer is, or rests on."""
    if isinstance(answer, Node):
        return answer
    found: Node = answer.finding if isinstance(answer, Liability) else answer.because
    return found


def _truth(node: Node) -> Truth:
    return Truth.NO if isinstance(node, Day) and node.is_never else node.truth


@pytest.mark.parametrize("scenario", scenarios())
def test_the_answer_is_the_expected_one(scenario: dict[str, Any]) -> None:
    """Each narrative is answered as the provision decides it."""
    assert set(scenario) == KEYS
    expected = dict(scenario["expected"])
    answer = _answer(scenario)
    if "value" in expected:
        assert json.loads(to_json(answer)) == expected.pop("value")
        assert not expected
        return
    wanted = from_data(expected, Expected)
    finding = _finding(answer)
    assert _truth(finding) is wanted.answer, str(finding)
    cited = {provision for node in finding.decisive().walk() for provision in node.authority}
    assert set(wanted.reasons) <= cited, str(finding.decisive())
    assert Provision.parse(scenario["provision"]) in cited | {p.parent for p in cited}, str(finding.decisive())
    if wanted.open is not None:
        assert tuple(question.name for question in finding.open_questions) == wanted.open
    if wanted.number is not None:
        assert answer.known == wanted.number
    for name, amount in wanted.amounts.items():
        money: Money | None = getattr(answer, name)
        assert (None if money is None else str(money)) == amount, name
    for name, day in wanted.dates.items():
        found: Deadline | date | None = getattr(answer, name)
        on = found.on if isinstance(found, Deadline) else found
        assert (None if on is None else on.isoformat()) == day, name


def test_every_scenario_has_its_own_name() -> None:
    """Two scenarios with one id would hide each other in a report."""
    names = [parameter.id for parameter in scenarios()]
    assert len(names) == len(set(names))
