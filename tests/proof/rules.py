"""Which rules there are: all public functions and methods of the chapters that give findings, or duties with them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from tests.names import in_room
from tests.proof.domains import types_of
from tests.proof.watch import modules
from uncc.kernel.findings import Finding

CHAPTERS = (
    "uncc",
    "uncc.general",
    "uncc.offences",
    "uncc.jurisdiction",
    "uncc.procedural",
    "uncc.cooperation",
    "uncc.confiscation",
    "uncc.prevention",
    "uncc.technical_assistance",
    "uncc.conference",
    "uncc.final_provisions",
    "uncc.kernel.parties",
)
"""The packages and modules whose public names are looked through."""
NO_RULES = frozenset(
    {"uncc.kernel.findings", "uncc.kernel.formula", "uncc.kernel.duties", "uncc.cases.verbs", "uncc.cases.assessment"}
)
"""What is made of findings in the kernel is no rule of law, and a verb hands its question on to a rule."""


@attrs.frozen
class Rule:
    """A function, or a method with the class of which it is one."""

    name: str
    function: Callable[..., Any]
    parameters: Mapping[str, Any] = attrs.field(eq=False)
    """The type of each parameter; `self` among them where it is a method."""


@cache
def rules() -> Mapping[str, Rule]:
    """Return every public rule by its name, `room.function` or `room.Class.method`, wherever in the room it lives."""
    modules()
    found: dict[str, Rule] = {}
    for rule in (rule for value in _public() for rule in _rules_of(value)):
        if found.setdefault(rule.name, rule).function is not rule.function:
            raise LookupError(f"{rule.name} names two rules")
    return dict(sorted(found.items()))


@cache
def measures() -> Mapping[str, Rule]:
    """Return the public functions that give no finding and no duty, but something made of days, numbers or amounts."""
    modules()
    found: dict[str, Rule] = {}
    for value in _public():
        if inspect.isfunction(value) and value.__module__ not in NO_RULES:
            hints = dict(types_of(value))
            result = str(hints.pop("return", None))
            name = in_room(value.__module__, value.__name__)
            if name not in rules() and any(kind in result for kind in MEASURES):
                found[name] = Rule(name, value, hints)
    return dict(sorted(found.items()))


MEASURES = ("Day", "Number", "Amount", "Window", "Liability", "Requirement", "Term", "Regime", "Entry")
"""What the type of a result is called, or ends in, that is made of such nodes."""


def _public() -> Iterator[Any]:
    import importlib

    for name in CHAPTERS:
        module = importlib.import_module(name)
        yield from (getattr(module, public) for public in module.__all__)


def _rules_of(value: Any) -> Iterator[Rule]:
    if inspect.isfunction(value) and value.__module__ not in NO_RULES:
        yield from _rule(in_room(value.__module__, value.__name__), value, {})
    elif isinstance(value, type) and attrs.has(value) and value is not Finding and value.__module__ not in NO_RULES:
        for name, member in vars(value).items():
            function = member.fget if isinstance(member, property) else getattr(member, "func", member)
            if inspect.isfunction(function) and not name.startswith("_"):
                yield from _rule(in_room(value.__module__, f"{value.__name__}.{name}"), function, {"self": value})


def _rule(name: str, function: Callable[..., Any], own: Mapping[str, Any]) -> Iterator[Rule]:
    hints = dict(types_of(function))
    result = str(hints.pop("return", None))
    if "findings.Finding" in result or "duties.Duty" in result:
        yield Rule(name, function, {**own, **hints})
