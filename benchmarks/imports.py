"""What importing costs: fresh processes in turn, each of which tells its own processor time.

Modules are read from bytecode, as an installed package has it: the first round, which writes it, does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clock import Spread
from benchmarks.measures import Effort, Measure, Subject, installed

__all__ = ["measure_imports"]

CHECKOUT = Path(__file__).resolve().parents[1]
TIMED = "from time import process_time as now\n{before}\nstart = now()\n{timed}\nprint(now() - start)\n"
DECIDE = """
from uncc import Ground, PreservationRequest, may_refuse
from uncc.cooperation import Position
position = Position(prejudices_essential_interests=True)
finding = may_refuse(PreservationRequest(), Ground.ESSENTIAL_INTERESTS, position=position)
assert finding.is_yes and "Art. 40(21)(b)" in str(finding)
"""
ATTRS = "attrs alone"
PROGRAMS = {
    ATTRS: ("", "import attrs"),
    "uncc, beyond attrs": ("import attrs", "import uncc"),
    "uncc, the first decision explained, beyond attrs": ("import attrs", f"import uncc\n{DECIDE}"),
    "uncc and cattrs, the first request read from JSON, beyond attrs": (
        "import attrs",
        "import uncc\nassert uncc.from_json('{}', uncc.PreservationRequest) == uncc.PreservationRequest()",
    ),
}
TARGETS = dict(zip(list(PROGRAMS)[1:], (10.0, 25.0, 100.0), strict=True))
PEER_PROGRAMS = {
    "openfisca_core": ("OpenFisca, in all", ("", "import openfisca_core.model_api, openfisca_core.simulation_builder")),
    "cel": ("CEL in Rust, in all", ("", "import cel")),
    "zen": ("ZEN engine, in all", ("", "import zen")),
    "pythen": ("PYTHEN, in all", ("", "import pythen")),
    "regopy": ("Rego in C++, in all", ("", "import regopy")),
    "pydantic": ("pydantic 2, in all", ("", "from pydantic import BaseModel\nclass M(BaseModel): x: int")),
}


def measure_imports(effort: Effort) -> Iterator[Measure]:
    """Measure every program in turn, as often as is asked for."""
    programs = PROGRAMS | {name: program for peer, (name, program) in PEER_PROGRAMS.items() if installed(peer)}
    found: dict[str, list[float]] = {name: [] for name in programs}
    with TemporaryDirectory() as bytecode:
        for number in range(effort.processes + 1):
            for name, (before, timed) in programs.items():
                milliseconds = 1000 * _seconds(TIMED.format(before=before, timed=timed), bytecode)
                if number:
                    found[name].append(milliseconds)
    for name, values in found.items():
        times = Spread.of(value / attrs for value, attrs in zip(values, found[ATTRS], strict=True)).median
        note = "" if name == ATTRS else f"{times:.2g} times `import attrs`"
        yield Measure(subject=Subject.IMPORT, who=name, spread=Spread.of(values), target=TARGETS.get(name), note=note)


def _seconds(program: str, bytecode: str) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # our own program
        [sys.executable, "-c", program],
        env=environment | {"PYTHONPYCACHEPREFIX": bytecode},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])
