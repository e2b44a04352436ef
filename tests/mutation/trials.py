"""Trials: the tests are collected once; each mutant is then tried in a process of its own, forked from there.

Nothing is imported or collected twice, and a mutant takes the place of the code of a function, wherever it is held; so
most are told in a tenth of a second.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, TypeAlias

import pytest
from _pytest.runner import runtestprotocol
from attrs import Factory, define, field

from tests.mutation.mutants import Mutant

TOUCHED = Path("mutants/touched.pickle")
MEMORY = 6 << 30
"""Bytes that a mutant may take."""
PATIENCE = 20
"""Seconds that a mutant may take beyond ten times what its tests take on the code as it is."""
LAST_KILLERS = 5
"""How many of the tests that killed the last mutants of a module are asked first."""

Spot: TypeAlias = tuple[str, str]
"""A file and the qualified name of a function in it."""
Touches: TypeAlias = dict[str, tuple[float, set[Spot]]]
"""By test: how long it takes on the code as it is, and which functions of the library it runs."""


class Outcome(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    LATE = "late"
    """The tests did not end, which would be noticed as well."""
    SURVIVED = "survived"
    UNTOUCHED = "untouched"
    """No test that is asked runs the function."""

    @property
    def is_alive(self) -> bool:
        """Whether no test has noticed the change."""
        return self in {Outcome.SURVIVED, Outcome.UNTOUCHED}


def forked(work: Callable[[], object]) -> tuple[int, int]:
    """Run `work` in a child; return its process, and the end of a pipe from which its pickled result can be read."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    with suppress(BaseException):  # whatever happens, the child ends here
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        result = pickle.dumps(work())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(result)
    os._exit(0)


def received(reading: int) -> Any:
    """Return the result of a child; `None` where it had none."""
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    return pickle.loads(data) if data else None


@define
class Trials:
    """A plugin of `pytest` that, in place of running the tests, tries mutants on them."""

    mutants: Iterable[Mutant]
    """Made one by one, as processes fall free."""
    heard: Callable[[Mutant, Outcome], None]
    asks: Callable[[str, str], bool]
    """Whether a test is asked about a module."""
    jobs: int = 2
    say: Callable[[str], object] = print
    _items: dict[str, pytest.Item] = field(default=Factory(dict[str, pytest.Item]), init=False)
    _functions: dict[Spot, list[FunctionType]] = field(default=Factory(dict[Spot, list[FunctionType]]), init=False)
    _seconds: dict[str, float] = field(default=Factory(dict[str, float]), init=False)
    _tests: dict[Spot, list[str]] = field(default=Factory(dict[Spot, list[str]]), init=False)
    _killers: dict[str, list[str]] = field(default=Factory(dict[str, list[str]]), init=False)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which tests touch what, then try every mutant."""
        self._items = {item.nodeid: item for item in session.items}
        gc.unfreeze()  # what `tests/conftest.py` has put aside is changed too
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType) and _is_ours(thing.__code__):
                self._functions.setdefault(_spot(thing.__code__), []).append(thing)
        _remembering()  # found now: what is frozen below is found no more
        self._learn()
        gc.collect()
        gc.freeze()  # what is there already is not copied by the collector of every child
        running: dict[int, tuple[Mutant, int]] = {}
        for mutant in self.mutants:
            tests = self._tests_of(mutant)
            if not tests:
                self.heard(mutant, Outcome.UNTOUCHED)
                continue
            if len(running) >= self.jobs:
                self._reap(running)
            process, reading = forked(lambda mutant=mutant, tests=tests: self._killer(mutant, tests))  # type: ignore[misc]
            running[process] = (mutant, reading)
        while running:
            self._reap(running)
        return True

    def _learn(self) -> None:
        """Learn which tests touch what: of the files that have changed since it was last learnt, by running them."""
        known: dict[str, tuple[str, Touches]] = pickle.loads(TOUCHED.read_bytes()) if TOUCHED.exists() else {}
        code = _digest(*sorted(Path("src").rglob("*.py")))
        files: dict[Path, list[pytest.Item]] = defaultdict(list)
        for item in self._items.values():
            files[item.path].append(item)
        stale = [path for path in files if known.get(str(path), ("",))[0] != _digest(path) + code]
        children = [forked(lambda share=share: _touches(share)) for share in _shares(files, stale, self.jobs)]  # type: ignore[misc]
        learnt: Touches = {}
        for process, reading in children:
            learnt |= received(reading)
            os.waitpid(process, 0)
        for path in stale:
            named = [item.nodeid for item in files[path]]
            known[str(path)] = (_digest(path) + code, {name: learnt[name] for name in named if name in learnt})
            for name in named:
                if name not in learnt:
                    self.say(f"left out, since it fails or is skipped on the code as it is: {name}")
        TOUCHED.parent.mkdir(exist_ok=True)
        TOUCHED.write_bytes(pickle.dumps(known))
        for path in files:
            for test, (seconds, spots) in known[str(path)][1].items():
                self._seconds[test] = seconds
                for spot in spots:
                    self._tests.setdefault(spot, []).append(test)

    def _tests_of(self, mutant: Mutant) -> list[str]:
        """Return the tests that touch a mutant's function: the last killers first, then the quickest."""
        spots = [spot for spot in self._tests if _is_of(spot, mutant)]
        tests = {test for spot in spots for test in self._tests[spot] if self.asks(mutant.module, test)}
        first = [test for test in self._killers.get(mutant.module, ()) if test in tests]
        return [*first, *sorted(tests.difference(first), key=lambda test: (self._seconds[test], test))]

    def _killer(self, mutant: Mutant, tests: Sequence[str]) -> str:
        """Return the first test that fails on the mutant, or nothing."""
        signal.alarm(PATIENCE + 10 * int(sum(self._seconds[test] for test in tests)))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for spot, functions in self._functions.items():
            if _is_of(spot, mutant):
                for function in functions:
                    mutant.apply(function)
        _forget(mutant.module)
        items = [self._items[test] for test in tests]
        for item, following in zip(items, [*items[1:], None], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                return item.nodeid
        return ""

    def _reap(self, running: dict[int, tuple[Mutant, int]]) -> None:
        """Wait for one of the children, and pass on what became of its mutant."""
        process, status = os.wait()
        mutant, reading = running.pop(process)
        killer: str | None = received(reading)
        if killer:
            last = self._killers.setdefault(mutant.module, [])
            last[:] = [killer, *(test for test in last if test != killer)][:LAST_KILLERS]
        if killer == "":
            self.heard(mutant, Outcome.SURVIVED)
        else:
            self.heard(mutant, Outcome.LATE if os.WIFSIGNALED(status) else Outcome.KILLED)


def _is_ours(code: CodeType) -> bool:
    return "/src/uncc/" in code.co_filename


def _spot(code: CodeType) -> Spot:
    return code.co_filename, code.co_qualname.partition(".<locals>")[0]


def _is_of(spot: Spot, mutant: Mutant) -> bool:
    file, name = spot
    path = mutant.module.replace(".", "/")
    return name == mutant.function and file.endswith((f"/src/{path}.py", f"/src/{path}/__init__.py"))


def _digest(*paths: Path) -> str:
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def _shares(files: dict[Path, list[pytest.Item]], paths: Sequence[Path], jobs: int) -> list[list[pytest.Item]]:
    """Return the tests of these files in as many shares as there are jobs, each file in one of them."""
    shares: list[list[pytest.Item]] = [[] for _ in range(jobs)]
    for path in sorted(paths, key=lambda path: len(files[path]), reverse=True):
        min(shares, key=len).extend(files[path])
    return [share for share in shares if share]


def _touches(items: Sequence[pytest.Item]) -> Touches:
    """Run tests on the code as it is, and return what those touch that pass."""
    found: Touches = {}
    for item, following in zip(items, [*items[1:], None], strict=True):
        _forget("uncc")
        codes: set[CodeType] = set()

        def note(frame: FrameType, event: str, _: object, codes: set[CodeType] = codes) -> None:
            codes.add(frame.f_code)

        start = time.perf_counter()
        sys.settrace(note)  # which hears of each call, and asks to hear of nothing within it
        try:
            reports = runtestprotocol(item, log=False, nextitem=following)
        finally:
            sys.settrace(None)
        if all(report.passed for report in reports):
            spots = {_spot(code) for code in codes if _is_ours(code)}
            found[item.nodeid] = (time.perf_counter() - start, spots)
    return found


@cache
def _remembering() -> tuple[Any, ...]:
    """Return every function that remembers its answers."""
    gc.unfreeze()
    things: list[Any] = gc.get_objects()
    return tuple(thing for thing in things if thing.__class__ is _remembering.__class__)


def _forget(module: str) -> None:
    """Empty what the functions of a room remember, lest they answer from before the change."""
    room = ".".join(module.split(".")[:2])
    for cached in _remembering():
        home = f"{cached.__module__}."
        if home.startswith(f"{room}.") and not home.startswith(("uncc.doors.structure.", "uncc.testing.")):
            cached.cache_clear()
