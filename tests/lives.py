"""What the tests of the lives of duties share: every duty of a chapter, and where one of several stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from itertools import islice

from tests.words.states import states
from uncc.cases import Entry, Phase, Standing, standing
from uncc.kernel.duties import Duty
from uncc.kernel.errors import InvalidValue
from uncc.kernel.life import Manner

DAY = date(2028, 3, 12)
TRIED = 40
"""In how many states each function is asked: with so many every duty comes up."""


@cache
def duties_of(chapter: str) -> Mapping[str, frozenset[Manner]]:
    """Return every id of a chapter, with the manner or manners in which the duty is followed."""
    face = import_module(f"uncc.{chapter}")
    names: list[str] = face.__all__
    found: dict[str, set[Manner]] = {}
    for name in (one for one in names if one.startswith("duties_")):
        function = getattr(face, name)
        for arguments in islice(states(function), TRIED):
            try:
                given: Iterable[Duty] = function(**arguments)
            except InvalidValue:
                continue
            for duty in given:
                found.setdefault(duty.id, set()).add(duty.manner)
    return {name: frozenset(manners) for name, manners in found.items()}


def rows(table: Mapping[Manner, str]) -> list[tuple[str, Manner]]:
    """Return the rows of a table in which the ids stand by the manner of the duty."""
    return [(name, manner) for manner, names in table.items() for name in names.split()]


def stands(duties: tuple[Duty, ...], name: str, *record: Entry, on: date = DAY) -> Standing:
    """Return where the duty of this name stands among the others of its case."""
    (duty,) = (one for one in duties if one.id == name)
    return standing(duty, on=on, record=record, others=duties)


def is_whole(manners: Mapping[Manner, str], chapter: str) -> None:
    """Hold that a table of manners has each id of a chapter once, and no other."""
    assert sorted(name for name, _ in rows(manners)) == sorted(duties_of(chapter))


def agrees(case: tuple[tuple[Duty, ...], str, date, tuple[Entry, ...], Phase, str]) -> None:
    """Hold that a duty stands where a row says, and is broken, is not, or is not known to be."""
    duties, name, on, record, status, broken = case
    found = stands(duties, name, *record, on=on)
    assert found.status is status
    assert found.broken.truth.name[0].lower() == broken
