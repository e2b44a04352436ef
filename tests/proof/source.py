"""Values as Python: what builds them, and the imports that it needs, so that a counterexample can be run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import attrs

from tests.proof.values import class_of, fields_of, is_model, is_tuple, parameter
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision
from uncc.readings import Readings


class Source:
    """Python that builds values; `imports` are the lines that it needs."""

    def __init__(self) -> None:
        self.imports: set[str] = set()

    def name(self, value: Any) -> str:
        """Return the name of a class or function of a module, imported."""
        self.imports.add(f"from {value.__module__} import {value.__name__}")
        return str(value.__name__)

    def of(self, value: Any) -> str:
        """Return an expression that builds a value equal to this one."""
        match value:
            case Enum():
                return f"{self.name(type(value))}.{value.name}"
            case Provision():
                self.imports.add("from uncc.kernel.provisions import Provision")
                return f"Provision.parse({str(value)!r})"
            case Finding():
                return self._finding(value)
            case Readings():
                return f"{self.name(Readings)}.of({', '.join(map(self.of, value.choices))})"
            case datetime():
                self.imports.add("from datetime import datetime, timezone")
                moment = value.astimezone(UTC)
                return f"datetime({', '.join(map(str, moment.timetuple()[:6]))}, tzinfo=timezone.utc)"
            case date():
                return f"{self.name(date)}({value.year}, {value.month}, {value.day})"
            case None | bool() | int() | str():
                return repr(value)
            case _:
                return self._other(value)

    def _other(self, value: Any) -> str:
        if is_tuple(value):
            return f"({''.join(f'{self.of(one)}, ' for one in value)})"
        if is_model(value):
            return f"{self.name(type(value))}({self._arguments(self._fields(value))})"
        model = class_of(value)
        self.imports.add(f"from {model.__module__} import {model.__name__}")
        return repr(value)

    def call(self, function: Any, arguments: Mapping[str, Any]) -> str:
        """Return the call of a rule: a function, or a method or property of the argument `self`."""
        if "self" not in arguments:
            return f"{self.name(function)}({self._arguments(arguments)})"
        owner = arguments["self"]
        called = f"{self.of(owner)}.{function.__name__}"
        if not callable(getattr(class_of(owner), function.__name__)):
            return called
        return f"{called}({self._arguments({name: value for name, value in arguments.items() if name != 'self'})})"

    def _fields(self, value: Any) -> dict[str, Any]:
        """Return the arguments that differ from what a model takes without them."""
        return {
            parameter(one): getattr(value, one.name)
            for one in fields_of(value)
            if one.init and (one.default is attrs.NOTHING or getattr(value, one.name) != one.default)
        }

    def _arguments(self, arguments: Mapping[str, Any]) -> str:
        return ", ".join(f"{name}={self.of(value)}" for name, value in arguments.items())

    def _finding(self, value: Finding) -> str:
        self.imports.add("from uncc.kernel.findings import by_text, derived")
        kind = "derived" if value.about is not None else "by_text"
        fact = {"YES": True, "NO": False, "UNKNOWN": None}[value.truth.name]
        return f"{kind}({fact}, {value.statement!r}, {', '.join(map(self.of, value.authority))})"
