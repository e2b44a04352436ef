"""The nodes of a tree in JSON: a finding by its answer, a day, a number or an amount by its two ends.

An end is a day, a whole number, or an amount as text; `null` where it is open, and `"never"` or `"none"` for the day
that does not come and the day that does not count.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, partial
from math import inf
from types import MappingProxyType
from typing import Any, TypeAlias, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from uncc.cooperation.particulars import Offence
from uncc.kernel.dates import Window
from uncc.kernel.differences import End
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.facts import Question
from uncc.kernel.findings import Finding, Node
from uncc.kernel.quantities import FIRST, LAST, Amount, Day, Number, Quantity
from uncc.offences.conduct import Conduct

__all__ = ["NODES", "SORTS", "read_and_write_nodes", "sort_of"]

Reader: TypeAlias = "Callable[[Any, Any], Node]"
SORTS: Mapping[str, type[Quantity]] = MappingProxyType({"day": Day, "number": Number, "amount": Amount})
NODES: tuple[type[Node], ...] = (Finding, Day, Number, Amount)

attrs.resolve_types(Offence, localns={"Conduct": Conduct})  # which it names for type checkers alone


def read_and_write_nodes(converter: Converter, attributes: Callable[[Any, Converter], Reader]) -> None:
    """Teach a converter the nodes; what a leaf does not have is left out. `attributes` reads those of a model.

    What reads and writes them is made when the first of a sort comes: a request holds none.
    """

    @cache
    def compact(kind: Any) -> Callable[[Any], dict[str, Any]]:
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)

    @cache
    def reader(kind: Any) -> Reader:
        return attributes(kind, converter)

    def write(node: Node) -> dict[str, Any]:
        kind: Any = type(node)
        document = compact(kind)(node)
        if isinstance(node, Quantity):
            ends = {"least": _written(node, node.least, FIRST), "most": _written(node, node.most, LAST)}
            return {
                "quantity": sort_of(type(node)),
                **ends,
                **{key: document[key] for key in document if key not in ends},
            }
        return document

    def read(document: Any, wanted: Any) -> Node:
        if not isinstance(document, dict) or "quantity" not in document:
            return reader(Finding if wanted is Node else wanted)(document, wanted)
        found = dict(cast("dict[str, Any]", document))
        sort = str(found.pop("quantity"))
        if sort not in SORTS or not issubclass(SORTS[sort], wanted):
            sorts = (name for name, kind in SORTS.items() if issubclass(kind, wanted))
            raise InvalidValue("quantity", sort, f"one of: {', '.join(sorts) or 'none, since it is a finding'}")
        for end in ("least", "most"):
            found[end] = _read(sort, end, found.get(end))
        kind: Any = SORTS[sort]
        return reader(kind)(found, kind)

    for kind in (Node, *NODES):
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook_func(partial(operator.is_, kind), read)
    converter.register_structure_hook(End, lambda value, _: value)
    _leave_out(converter, Duty, "due", "life")
    _leave_out(converter, Window, "closes")
    _leave_out(converter, Question, "of_list")


def _leave_out(converter: Converter, model: Any, *names: str) -> None:
    """Have a converter write nothing under these names where a model has nothing there."""
    absent: dict[str, Any] = dict.fromkeys(names, override(omit_if_default=True))

    def writer(kind: Any) -> Callable[[Any], dict[str, Any]]:
        return make_dict_unstructure_fn(kind, converter, **absent)

    converter.register_unstructure_hook_factory(partial(operator.is_, model), writer)


def sort_of(kind: type[Quantity]) -> str:
    """Return how a document calls a class of quantities."""
    return next(sort for sort, one in SORTS.items() if one is kind)


def _written(quantity: Quantity, end: End, open_end: int) -> str | int | None:
    if isinstance(quantity, Day):
        if abs(end) == inf:
            return "never" if end > 0 else "none"
        return None if end == open_end else date.fromordinal(int(end)).isoformat()
    if abs(end) == inf:
        return None
    return int(end) if isinstance(quantity, Number) else str(Fraction(end))


def _read(sort: str, name: str, end: object) -> End:
    try:
        if sort == "day":
            named: Mapping[object, End] = {"never": inf, "none": -inf, None: FIRST if name == "least" else LAST}
            return named[end] if end in named else date.fromisoformat(cast("str", end)).toordinal()
        if end is None:
            return -inf if name == "least" else inf
        if sort == "number" and type(end) is int:
            return end
        if sort == "amount" and isinstance(end, str):
            return Fraction(end)
    except (TypeError, ValueError):
        pass
    raise InvalidValue(name, end, f"an end of a {sort}")
