"""`python -m benchmarks`: measure everything side by side, in an environment that this makes for the peers."""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import table
from benchmarks.decisions import PEERS, measure_batches, measure_decisions, same_answers
from benchmarks.documents import measure_documents
from benchmarks.imports import measure_imports
from benchmarks.measures import FULL, SHORT, Effort, Measure, installed
from benchmarks.memory import measure_memory
from benchmarks.sizes import measure_sizes

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"


def main() -> int:
    """Measure, tell, and keep the figures where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="only watch for gross regressions, with what is installed")
    parser.add_argument("--write", action="store_true", help="keep the figures, and renew the tables in README.md")
    asked = parser.parse_args()
    if asked.short:
        return _short()
    if not installed(*PEERS, "pydantic"):
        return _with_peers()
    measures = _measured(FULL)
    if asked.write:
        table.FIGURES.write_text(table.written(measures, _machine()), encoding="utf-8")
        page = table.README.read_text(encoding="utf-8")
        table.README.write_text(table.with_tables(page, table.rendered(*table.kept())), encoding="utf-8")
    return 0


def _short() -> int:
    found = table.regressions(_measured(SHORT), table.kept()[0])
    for one in found:
        print(f"GROSS REGRESSION  {one}")  # noqa: T201  # the command's own words
    return 1 if found else 0


def _measured(effort: Effort) -> list[Measure]:
    same_answers()
    measures: list[Measure] = []
    for some in _all(effort):
        measures += some
        print(table.text(some), flush=True)  # noqa: T201  # the command's own words
    return measures


def _all(effort: Effort) -> Iterator[list[Measure]]:
    yield list(measure_decisions(effort))
    yield list(measure_batches(effort))
    yield list(measure_documents(effort))
    yield list(measure_imports(effort))
    yield list(measure_memory(effort))
    yield list(measure_sizes(effort))


def _with_peers() -> int:
    """Make the environment of the peers, with the library as it stands here, and measure in it."""
    python = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", str(HERE / "requirements.txt"), "-e", str(HERE.parent)], check=True)
    return subprocess.run([str(python), "-m", "benchmarks", *sys.argv[1:]], cwd=HERE.parent, check=False).returncode


def _machine() -> dict[str, str]:
    """Return what the figures depend on."""
    listed = (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    peers = (line.partition("==")[0] for line in listed if "==" in line)
    versions = {name: version(name) for name in ("attrs", "cattrs", *peers)}
    return {platform.python_implementation(): platform.python_version(), **versions}


if __name__ == "__main__":
    sys.exit(main())
