"""`python -m benchmarks.largest`: what the largest documents take, each in a process of its own.

A document is read, assessed, and shown in every form. What is told is its length, the seconds of the processor, the
length of the report in JSON and the memory at the peak, both also as multiples of the document. Then, in another
process, what is kept ready when the report has been let go, and what is left of it after `clear_caches`.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any

from uncc import assess, clear_caches
from uncc.doors.serial import read_case, to_json
from uncc.pages import as_html, as_text

CHECKOUT = Path(__file__).resolve().parents[1]
MOST = 4_000_000
"""How many bytes a file can have."""
PROVISIONS, VARIATIONS = 250, 50
"""How many provisions a law can have, and variations of one of them."""


def _example(name: str) -> Any:
    return json.loads((CHECKOUT / "examples" / f"{name}.json").read_text(encoding="utf-8"))


def _law(title: str) -> str:
    """Return the largest law, whose provisions have this title behind a number."""
    law = _example("statute_drovia")
    bare = {key: value for key, value in law["offences"][0].items() if key != "maximum_penalty"}
    variations = [{"words": f"w{number}", "kind": "exclude"} for number in range(VARIATIONS)]
    offences = [{**bare, "title": f"{number}{title}", "variations": variations} for number in range(PROVISIONS)]
    return json.dumps({**law, "offences": offences})


def _request() -> str:
    """Return the longest request: as many items of data as a file can hold."""
    case = _example("hospital_ransomware")
    item = {**case["request"]["data"][0], "description": "item 00000"}
    count = (MOST - len(json.dumps(case))) // len(json.dumps(item) + ", ")
    case["request"]["data"] = [{**item, "description": f"item {number:05}"} for number in range(count)]
    return json.dumps(case)


DOCUMENTS: dict[str, Callable[[], str]] = {
    "a law of 250 provisions with 50 variations each, short titles": lambda: _law(""),
    "the same, with titles of 490 characters": lambda: _law(" " + "x" * 486),
    "a request of 4 MB": _request,
}


def _took(name: str) -> str:
    """Return what one document takes in this process."""
    text = DOCUMENTS[name]()
    start = process_time()
    report = assess(read_case(text))
    assessed = process_time() - start
    length = len(to_json(report))
    as_text(report)
    as_html(report)
    peak = getrusage(RUSAGE_SELF).ru_maxrss * 1024
    return (
        f"{name}: {len(text):,} bytes; assessed in {assessed:.0f} s, shown in every form in "
        f"{process_time() - start - assessed:.0f} s; JSON {length / 1e6:,.0f} MB ({length / len(text):,.0f} times); "
        f"memory at the peak {peak / 1e6:,.0f} MB ({peak / len(text):,.0f} times)"
    )


def _kept(name: str) -> str:
    """Return how many bytes stay in this process when a document has been answered and let go."""
    text = DOCUMENTS[name]()
    assess(read_case(text))  # so that modules are loaded, and what is made once is there
    clear_caches()
    gc.collect()
    tracemalloc.start()
    to_json(assess(read_case(text)))
    gc.collect()
    kept = tracemalloc.get_traced_memory()[0]
    clear_caches()
    gc.collect()
    left = tracemalloc.get_traced_memory()[0]
    return f"{name}: {kept / 1e6:.1f} MB are kept ready afterwards, {left / 1e6:.1f} MB when the caches are cleared"


TOLD = {"took": _took, "kept": _kept}


def main() -> int:
    """Print what each document takes, and what is kept of it."""
    if len(sys.argv) > 1:
        print(TOLD[sys.argv[1]](sys.argv[2]))  # noqa: T201  # the command's own words
        return 0
    for what in TOLD:
        for name in DOCUMENTS:
            subprocess.run([sys.executable, "-m", "benchmarks.largest", what, name], cwd=CHECKOUT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
