"""The law put to documents: how many things were left out, what was compared, and what moved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any

from attrs import Factory, define, frozen

from tests.saying_less.answers import surer, values
from tests.saying_less.leaving_out import Steps, place_of
from uncc.kernel.errors import UnccError

MOST_TOLD = 20
"""How many counterexamples are kept."""


@frozen
class Document:
    """A document: how it is taken in, what it is asked, and what says less than it."""

    name: str
    kind: str
    """Of which sort of document it is one, for the counts."""
    data: Any
    read: Callable[[Any], Any]
    ask: Callable[[Any], Any]
    less: Callable[[Any], Iterable[tuple[Steps, Any]]]
    stands_apart: Callable[[Any, Steps], bool]
    """Whether a place, in what the document is read as, holds what stands in a paper, or says what is asked."""


@frozen
class Counterexample:
    """Two documents, and what is surer in the one that says less."""

    document: str
    place: str
    more: Any
    less: Any
    moved: tuple[str, ...]

    def __str__(self) -> str:
        more, less = (json.dumps(one, ensure_ascii=False, default=str) for one in (self.more, self.less))
        moved = "\n".join(f"  {one}" for one in self.moved)
        return f"{self.document}, without {self.place}:\n{more}\n{less}\n{moved}\n"


@define
class Count:
    """What came of it."""

    documents: int = 0
    left_out: int = 0
    compared: int = 0
    faults: int = 0
    apart: int = 0
    moved: list[Counterexample] = Factory(list[Counterexample])

    def line(self, of: str) -> str:
        """Return the counts in words."""
        return (
            f"{of}: {self.documents} documents, {self.left_out} things left out, {self.compared} compared, "
            f"moved: {len(self.moved)}; not compared: {self.faults} with a fault, {self.apart} in papers or questions"
        )


def look(documents: Iterable[Document], share: float = 1.0, most: int = 10**9) -> Count:
    """Put the law to documents: to all that can be left out, or to a share of it that is the same each time."""
    count = Count()
    for document in documents:
        _look_at(document, count, Random(document.name), share, most)
    return count


def _look_at(document: Document, count: Count, dice: Random, share: float, most: int) -> None:
    found = _answered(document, document.data)
    if found is None:
        count.faults += 1
        return
    read, more = found
    count.documents += 1
    for place, data in _some(document.less(document.data), dice, share, most):
        count.left_out += 1
        if document.stands_apart(read, place):
            count.apart += 1
            continue
        after = _answered(document, data)
        if after is None:
            count.faults += 1
            continue
        count.compared += 1
        moved = tuple(surer(more, after[1]))
        if moved:
            count.moved.append(Counterexample(document.name, place_of(place), document.data, data, moved))


def _some(all_of_them: Iterable[Any], dice: Random, share: float, most: int) -> Iterator[Any]:
    taken = [one for one in all_of_them if share >= 1 or dice.random() < share]
    yield from taken if len(taken) <= most else dice.sample(taken, most)


def _answered(document: Document, data: Any) -> tuple[Any, Any] | None:
    """Return what a document is read as, and what it answers; `None` where it has a fault."""
    try:
        read = document.read(data)
        return read, values(document.ask(read))
    except UnccError:
        return None
