"""A reading that is chosen after the answer reaches all that the answer is made of, however deep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import signature
from itertools import islice
from typing import Any

import attrs
import pytest

from tests.effort import share
from tests.names import in_room
from tests.words.register import CHAPTERS, rules
from tests.words.states import states
from uncc.kernel.again import under
from uncc.kernel.errors import InvalidValue
from uncc.kernel.findings import Finding
from uncc.kernel.provisions import Provision
from uncc.kernel.readings import Consulted
from uncc.readings import Readings

RULES = [rule for chapter in CHAPTERS for rule in rules(chapter) if "readings" not in signature(rule).parameters]
"""All but what lists on the readings that it takes."""
STATES = 60
"""At how many of its states a rule is asked in the full run."""


def _consulted(answer: Any) -> Iterator[Consulted]:
    """Yield what every finding in an answer consulted, also below an option that was not chosen."""
    if isinstance(answer, Finding) and isinstance(answer.about, Consulted):
        yield answer.about
    for part in _parts(answer):
        yield from _consulted(part)


def _parts(answer: Any) -> Iterable[Any]:
    kind: type[Any] = answer.__class__
    found: Iterable[Any] = ()
    if kind is Finding:
        found = answer.because
    elif issubclass(kind, Mapping):
        found = answer.values()
    elif issubclass(kind, tuple):
        found = answer
    elif attrs.has(kind) and kind is not Provision:
        found = [getattr(answer, field.name) for field in attrs.fields(kind)]
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: in_room(rule.__module__, rule.__name__))
def test_a_reading_reaches_all_that_rests_on_it(rule: Callable[..., Any]) -> None:
    """Whatever an answer consults was chosen as the caller chose."""
    for arguments in islice(states(rule), share(STATES)):
        try:
            answer = rule(**arguments)
        except InvalidValue:
            continue
        consulted = set(_consulted(answer))
        for reading in {one.reading for one in consulted}:
            for option in reading:
                again = _consulted(under(answer, Readings.of(option)))
                assert {one.chosen for one in again if one.reading is reading} <= {option}
