"""The command line of mutation testing: see `tests.mutation`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from importlib import import_module
from itertools import count
from pathlib import Path

sys.path.insert(0, "src")  # what is changed is the source beside the tests, whether or not the package is installed

import pytest
from hypothesis import Phase, settings
from mutmut.configuration import config

from tests.effort import FULL
from tests.mutation.equivalent import ANY, reasons
from tests.mutation.mutants import Mutant, module_name, mutants_of
from tests.mutation.trials import Outcome, Trials
from tests.names import in_room, room_of
from tests.words.register import CHAPTERS

RESULTS = Path("mutants/results.json")
Results = dict[str, dict[str, str]]
"""By module, what became of each of its mutants; that of a mutant not tried is empty."""
DOCTESTS = "tests/test_doctests.py"
THROUGH_ALL = ("tests/words", "tests/scenarios")
BESIDE = {
    "questions.columns": ("tests/kernel/test_inquiry.py",),
    "kernel.completions": (
        "tests/kernel/test_inquiry.py",
        "tests/questions/test_columns.py",
        "tests/questions/test_exploration.py",
    ),
    "confiscation": (
        *("tests/proof/test_confiscation.py", "tests/proof_tables/test_chapter_4.py"),
        "tests/proof_tables/test_chapter_5_evidence.py",
    ),
    "cooperation": (
        *("tests/stateful/test_preservation.py", "tests/stateful/test_assistance.py"),
        *(str(path) for path in sorted(Path("tests/proof_tables").glob("test_chapter_5*.py"))),
    ),
    "questions.exploration": ("tests/kernel/test_inquiry.py",),
    "kernel.facts": ("tests/kernel/test_findings.py", "tests/kernel/test_inquiry.py"),
    "final_provisions": (
        *("tests/stateful/test_participation.py", "tests/metamorphic/test_histories.py"),
        "tests/proof_tables/test_chapters_6_to_9.py",
    ),
    "kernel.findings": ("tests/kernel/test_inquiry.py",),
    "kernel.inquiry": ("tests/kernel/test_findings.py",),
    "kernel.parties": ("tests/cooperation/test_treaty_bases.py", "tests/cooperation/test_art40_people_and_treaties.py"),
    "kernel.provisions": ("tests/test_readings.py",),
    "readings": (
        "tests/kernel/test_findings.py",
        "tests/conformance/test_readings.py",
        "tests/kernel/test_immutable.py",
    ),
}
"""What else is asked about a chapter, or about a part of another room."""
PYTEST = (
    *("--override-ini=addopts=--import-mode=importlib", "--assert=plain", "--tb=native", "--capture=no", "-qq"),
    *("-p", "no:cacheprovider", "--hypothesis-profile=mutation"),
)


def main() -> int:
    """Try the mutants that the arguments ask for; 0 when every one of them is killed or declared to change nothing."""
    asked = _asked()
    paths = [path for path in sorted(Path("src").rglob("*.py")) if _wanted(path, asked.paths)]
    results: Results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    if not asked.table:
        for path in paths:
            import_module(module_name(path))  # what no test has loaded when the trials begin could not be changed
        trials = Trials(
            _chosen(paths, asked, results), lambda mutant, outcome: _hear(results, mutant, outcome), _asks, asked.jobs
        )
        tests = sorted({test for path in paths for test in _asked_of(_part(module_name(path)))})
        settings.register_profile("mutation", None, **_PROFILE)
        pytest.main([*PYTEST, *tests], plugins=[trials])
        _save(results)
    modules = [module_name(path) for path in paths]
    sys.stdout.write(_table(results, modules))
    return 1 if any(_undeclared(module, results.get(module, {})) for module in modules) else 0


_PROFILE = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "max_examples": FULL,
    "phases": (Phase.explicit, Phase.generate),
}
"""A failing example needs not be made small."""


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Does a test notice each change?")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a module or a package (src/uncc/kernel/dates.py); else all"
    )
    parser.add_argument("--every", type=int, default=1, metavar="K", help="try every K-th mutant of a module only")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--again", action="store_true", help="try those again that survived")
    only.add_argument("--new", action="store_true", help="try those only that have not been tried")
    only.add_argument("--table", action="store_true", help="try nothing: print the figures of what was tried")
    parser.add_argument("-j", "--jobs", type=int, default=2, metavar="N", help="processes; 2 by default")
    return parser.parse_args()


def _wanted(path: Path, asked: list[str]) -> bool:
    return config().should_mutate(path) and (
        not asked or any(fnmatch(str(path), f"{one.rstrip('/')}*") for one in asked)
    )


def _chosen(paths: list[Path], asked: argparse.Namespace, results: Results) -> Iterator[Mutant]:
    """Yield the mutants to try, and note that there are others."""
    for path in paths:
        known, mutants = results.get(module_name(path), {}), list(mutants_of(path))
        results[module_name(path)] = {mutant.key: known.get(mutant.key, "") for mutant in mutants}
        for place, mutant in enumerate(mutants):
            before = known.get(mutant.key, "")
            again = asked.again and before in {Outcome.SURVIVED.value, Outcome.UNTOUCHED.value}
            if place % asked.every == 0 and (again if asked.again else not (asked.new and before)):
                yield mutant


def _hear(results: Results, mutant: Mutant, outcome: Outcome) -> None:
    results[mutant.module][mutant.key] = outcome.value
    if outcome.is_alive and not _is_declared(mutant.name, mutant.change):
        sys.stdout.write(f"{outcome.value}: {mutant.key}\n\n")
    if next(_heard) % 50 == 0:
        _save(results)


_heard = count(1)


def _save(results: Results) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")


def _undeclared(module: str, outcomes: Mapping[str, str]) -> list[str]:
    """Return the mutants of a module that are alive, and not declared to change nothing."""
    alive = (key for key, outcome in outcomes.items() if outcome and Outcome(outcome).is_alive)
    return [key for key in alive if not _is_declared(*_function_and_change(module, key))]


def _function_and_change(module: str, key: str) -> tuple[str, str]:
    head, _, change = key.partition("\n")
    return in_room(module, head.partition(" #")[0].removeprefix(f"{module}.")), change


def _is_declared(function: str, change: str) -> bool:
    return not {(function, change), (function, ANY)}.isdisjoint(reasons())


def _table(results: Results, modules: list[str]) -> str:
    """Return the figures of each chapter, and of each part of another room, as a table in Markdown."""
    rooms: dict[str, Counter[str]] = defaultdict(Counter)
    for module in modules:
        outcomes = results.get(module, {})
        if not outcomes:  # none has been made
            continue
        alive = sum(bool(outcome) and Outcome(outcome).is_alive for outcome in outcomes.values())
        tried, survived = sum(map(bool, outcomes.values())), len(_undeclared(module, outcomes))
        counts = {"mutants": len(outcomes), "tried": tried, "killed": tried - alive}
        for room in (f"`{_part(module)}`", "all"):
            rooms[room].update(counts, equivalent=alive - survived, survived=survived)
    if "all" in rooms:
        rooms["all"] = rooms.pop("all")
    head = ["| room | mutants | tried | killed | equivalent | survived |", "| --- | --: | --: | --: | --: | --: |"]
    return "\n".join([*head, *(_row(*room) for room in rooms.items())]) + "\n"


def _row(name: str, counts: Mapping[str, int]) -> str:
    return f"| {name} | " + " | ".join(str(counts[one]) for one in COLUMNS) + " |"


COLUMNS = ("mutants", "tried", "killed", "equivalent", "survived")


def _asked_of(part: str) -> list[str]:
    """Return the tests that are asked about a part: those that mirror it, and those that go through all chapters."""
    room, _, module = part.partition(".")
    mirror = f"tests/{room}/test_{module}.py" if module else f"tests/{room}"
    mirrors = (mirror, f"tests/test_{room}.py", *BESIDE.get(part, ()), DOCTESTS)
    return [path for path in (*mirrors, *(THROUGH_ALL if room in CHAPTERS else ())) if Path(path).exists()]


def _part(module: str) -> str:
    """Return `cooperation` of a chapter's module, and `kernel.dates` of one of the kernel or of the questions."""
    room = room_of(module)
    return in_room(module, module.split(".")[2]) if room in {"kernel", "questions"} else room


def _asks(module: str, test: str) -> bool:
    return test.startswith(tuple(_asked_of(_part(module))))


if __name__ == "__main__":
    sys.exit(main())
