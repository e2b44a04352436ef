"""Truth tables over the facts of one collection, each fact named by its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.truthtables import disagreements
from uncc.kernel.facts import Facts
from uncc.kernel.findings import Finding

Predicate = Callable[[Mapping[str, bool]], bool]


def differences(
    rule: Callable[[Any], Finding], model: type[Facts], predicate: Predicate, *names: str, **fixed: Any
) -> list[str]:
    """Return where the rule over `model` differs from the predicate, over every state of the facts named, or of all.

    `fixed` gives the other fields of the model.
    """
    varied = names or tuple(model.questions())
    return disagreements(lambda a: rule(model(**a, **fixed)), predicate, *varied)


def ignored(rule: Callable[[Any], Finding], model: type[Facts], *names: str, **fixed: Any) -> bool:
    """Whether none of the facts named changes the answer, whichever way each of them turns out."""
    known = {rule(model(**fixed)).truth}
    return len(known | {rule(model(**{name: value}, **fixed)).truth for name in names for value in (True, False)}) == 1
