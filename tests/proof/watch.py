"""Watching a rule: which facts it names in its finding, and which it looks at on the way.

What is read by `given` stands in the finding as a leaf. What is read otherwise, and what is read of a finding before
the rule has ended, can change the shape of the answer: each fact on which that turns is noted.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

import attrs

import uncc
from tests.proof.values import names_of
from uncc.kernel import findings
from uncc.kernel.facts import Facts, Question
from uncc.kernel.findings import Finding, Kind, Truth
from uncc.kernel.inquiry import _open_nodes  # pyright: ignore[reportPrivateUsage]

KERNEL = frozenset({"uncc.kernel.findings", "uncc.kernel.inquiry", "uncc.kernel.completions"})
SILENT = frozenset(
    {"__init__", "__hash__", "__repr__", "__attrs_post_init__", "as_declared", "first", "look", "value_at"}
)
"""Code that attrs writes, and the look at what is declared: what these read decides nothing."""

_frame = sys._getframe  # pyright: ignore[reportPrivateUsage]

SlotOf = Callable[[Facts, str], str | None]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return every module of the library, loaded."""
    names = [module.name for module in pkgutil.walk_packages(uncc.__path__, "uncc.")]
    return (uncc, *(importlib.import_module(name) for name in names if not name.endswith("__main__")))


class Watch:
    """What one call of a rule does with the facts of its arguments.

    - `slot_of`: the name of the fact in a field of a collection of facts; `None` where it is not the caller's.
    - `looked_at`: the facts, by name, that the call looked at other than by `given`, in order.
    - `asked`: for each question that a leaf poses, the facts that answer it; there should be one.
    - `settled`: the findings that went through `exactly`, which stand in the tree with the whole formula below them.
    """

    def __init__(self, slot_of: SlotOf) -> None:
        self._slot_of = slot_of
        self.looked_at: dict[str, None] = {}
        self.asked: dict[Question, dict[str, None]] = {}
        self.settled: dict[int, Finding] = {}
        self.copies: dict[int, tuple[Any, Any, frozenset[str]]] = {}

    def slot(self, facts: Facts, name: str) -> str | None:
        """Return the fact that stands in a field, through whatever copies were made of its collection."""
        while id(facts) in self.copies:
            _, facts, changed = self.copies[id(facts)]
            if name in changed:
                return None
        return self._slot_of(facts, name)

    def look(self, facts: Facts, name: str) -> None:
        """Note that a fact was looked at."""
        slot = self.slot(facts, name)
        if slot is not None:
            self.looked_at.setdefault(slot)

    def name(self, leaf: Finding, facts: Facts, name: str) -> None:
        """Note that a leaf is the answer to a fact."""
        slot = self.slot(facts, name)
        if slot is not None and isinstance(leaf.about, Question):
            self.asked.setdefault(leaf.about, {}).setdefault(slot)

    def weigh(self, finding: Finding) -> None:
        """Note that the answer of a finding was read: it can still turn on what is open in it, and on nothing else."""
        for node in _open_nodes(finding):
            if isinstance(node.about, Question):
                self.looked_at.update(self.asked.get(node.about, {}))

    def settle(self, settled: Finding, formula: Finding) -> Finding:
        """Return what stands in the tree for a finding that was settled exactly: the answer above its formula."""
        whole = Finding(settled.truth, formula.statement, formula.authority, Kind.ALL, (formula,))
        self.settled[id(whole)] = whole
        return whole


class _Watched:
    """Whose watch it is at the moment."""

    now: Watch | None = None


@contextmanager
def watching() -> Generator[None, None, None]:
    """Have the library tell the watch of the moment what it does with facts and findings, while the context lasts."""
    truth = Finding.__dict__["truth"]
    with replaced({findings.given: _naming, findings.exactly: _settling, attrs.evolve: _copying}):
        Facts.__getattribute__ = _reading  # type: ignore[method-assign, assignment]
        Finding.truth = _Weighed(truth)  # type: ignore[assignment]
        try:
            yield
        finally:
            del Facts.__getattribute__
            Finding.truth = truth


@contextmanager
def told(watch: Watch) -> Generator[Watch, None, None]:
    """Have this watch told."""
    _Watched.now = watch
    try:
        yield watch
    finally:
        _Watched.now = None


@contextmanager
def _silence() -> Generator[Watch | None, None, None]:
    """Note nothing of what the kernel does for its own purposes."""
    watch, _Watched.now = _Watched.now, None
    try:
        yield watch
    finally:
        _Watched.now = watch


def _reading(facts: Facts, name: str) -> Any:
    watch = _Watched.now
    if watch is not None and name in names_of(facts) and _frame(1).f_code.co_name not in SILENT:
        watch.look(facts, name)
    return object.__getattribute__(facts, name)


_given, _exactly, _evolve = findings.given, findings.exactly, attrs.evolve


def _naming(facts: Facts, attribute: Any, subject: str = "") -> Finding:
    with _silence() as watch:
        leaf = _given(facts, attribute, subject)
        if watch is not None:
            watch.name(leaf, facts, attribute.name)
    return leaf


def _settling(finding: Finding) -> Finding:
    with _silence() as watch:
        settled = _exactly(finding)
        if watch is None:
            return settled
        return watch.settle(settled, finding)


def _copying(value: Any, **changes: Any) -> Any:
    with _silence() as watch:
        copy = _evolve(value, **changes)
    if watch is not None and isinstance(value, Facts):
        watch.copies[id(copy)] = (copy, value, frozenset(changes))
    return copy


class _Weighed:
    """The answer of a finding, in the place of its slot."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, finding: Finding | None, owner: type | None = None) -> Any:
        if finding is None:
            return self
        watch = _Watched.now
        if watch is not None and _asks_from_outside(_frame(1)):
            with _silence():
                watch.weigh(finding)
        return self._slot.__get__(finding, owner)

    def __set__(self, finding: Finding, value: Truth) -> None:
        self._slot.__set__(finding, value)


def _asks_from_outside(frame: Any) -> bool:
    """Whether a rule reads the answer, and not the kernel for purposes of its own."""
    name = frame.f_code.co_name
    if frame.f_globals.get("__name__") in KERNEL:
        return name in {"is_yes", "is_no", "is_unknown", "settled"}
    return name not in SILENT


@cache
def _places(wanted: frozenset[Any], _loaded: int) -> tuple[tuple[ModuleType, str, Any], ...]:
    """Return where the modules that are loaded know these functions: found once, until another module comes."""
    modules()
    known_by = {id(one) for one in wanted}
    return tuple(
        (module, name, value)
        for own, module in sorted(sys.modules.items())
        if own.partition(".")[0] in {"uncc", "tests"} and own not in {"tests.proof.watch", "uncc.kernel.findings"}
        for name, value in vars(module).items()
        if id(value) in known_by
    )


@contextmanager
def replaced(others: dict[Any, Any]) -> Generator[None, None, None]:
    """Put other functions in the place of some, wherever a module knows them by name."""
    places = _places(frozenset(others), len(sys.modules))
    for module, name, value in places:
        setattr(module, name, others[value])  # a function, or one that keeps what it has made
    try:
        yield
    finally:
        for module, name, value in places:
            setattr(module, name, value)
